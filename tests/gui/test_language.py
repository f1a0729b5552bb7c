"""Languages, colours and text size: switched without a restart, and nothing a person did is lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLabel, QMenu, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from verify_app.app import jobs as commands
from verify_app.app import settings as own
from verify_app.app.settings import ViewSettings
from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.messages import M, joined
from verify_app.core.names import cleaned
from verify_app.core.vocabulary import Task
from verify_app.datasets.composition.verify_advice import Advice
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.shares import parse_share
from verify_app.datasets.simulation import what_if
from verify_app.datasets.version.disk_space import Room
from verify_app.formats.detect_format import sniff
from verify_app.gui import theme
from verify_app.gui.dialogs.new_project import NewProject
from verify_app.gui.dialogs.settings import Preferences
from verify_app.gui.i18n import language, messages
from verify_app.gui.panels.jobs import JobRow
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow
from verify_app.imaging.reading.files import read_bytes
from verify_app.imaging.reading.header import open_image
from verify_app.training.evaluate import ComparisonOutcome, say

OTHERS = ("ja", "zh_CN")


@pytest.fixture(autouse=True)
def back_to_english(qapp: QApplication) -> Iterator[None]:
    main.application()
    before = qapp.font()
    yield
    language.install(qapp, language.ENGLISH)
    theme.choose(qapp, "system")
    for name in ("verify-app font size", "verify-app language"):
        qapp.setProperty(name, None)
    qapp.setFont(before)


def shown(root: QWidget) -> list[str]:
    """Every text on the screen under a widget."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        for read in ("text", "title", "windowTitle", "placeholderText", "toolTip", "accessibleName"):
            told = getattr(widget, read, None)
            found.append(told() if callable(told) and told.__class__.__name__.startswith("builtin") else "")
    return [text for text in found if text]


def english_left(root: QWidget) -> list[str]:
    """Texts that are still a source text, though the language says them otherwise."""
    texts = language.catalogue("ja")
    sources = {s for found in texts.values() for s, said in found.items() if said != s}
    return [text for text in shown(root) if text in sources]


# --- switching ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_everything_that_is_open_changes_and_changes_back(hands: Hands, code: str) -> None:
    window = hands.window
    for name in ("export", "new_project", "settings", "keys", "key_editor", "predict", "train"):
        window.open_form(name)
    window.pages.show("data")
    window.menuBar().findChildren(QMenu)[0].aboutToShow.emit()
    hands.qtbot.waitUntil(lambda: "Real share now" in window.meter.numbers)
    before = sorted(shown(window))
    window.change_settings(language=code)
    assert english_left(window) == []
    assert window.menuBar().actions()[0].text() == language.catalogue(code)["actions"]["&File"]
    assert QCoreApplication.translate("actions", "Accept") in ("承認", "接受")
    window.change_settings(language="en")
    hands.qtbot.waitUntil(lambda: "Real share now" in window.meter.numbers)
    assert sorted(shown(window)) == before


@pytest.mark.parametrize("name", ["about", "add", "evaluate"])
def test_an_open_form_grows_with_its_words(hands: Hands, name: str) -> None:
    form = hands.window.open_form(name)
    form.resize(form.width(), 10)  # as small as English lets it be
    hands.window.change_settings(language="ja")
    labels = [label for label in form.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    hands.qtbot.waitUntil(lambda: all(label.heightForWidth(label.width()) <= label.height() for label in labels))
    if name == "evaluate":
        said = language.catalogue("zh_CN")["Evaluate"]["{name}   round {round}, depth {depth}"]
        hands.window.change_settings(language="zh_CN")
        assert form.models.item(0).text() == said.format(name="model", round=0, depth=0)


def test_nothing_a_person_did_is_lost(hands: Hands) -> None:
    window, page, canvas = hands.window, hands.page, hands.canvas
    hands.key("x")
    hands.key(Qt.Key.Key_Tab)
    page.list.search.setText("00")
    canvas.zoom_by(2.0)
    page.viewing.shift_threshold(0.1)
    form = window.open_form("new_project")
    assert isinstance(form, NewProject)
    form.reviewer.setText("Images")  # what is typed is nobody's text, whatever it reads
    form.classes.setPlainText("Classes")
    state = (
        hands.state.selected,
        hands.state.position,
        hands.state.threshold,
        canvas.viewportTransform(),
        page.list.filter,
        page.list.search.text(),
        page.splitter.sizes(),
        canvas.tool.id,
    )
    for code in (*OTHERS, "en", "ja"):
        window.change_settings(language=code)
    assert state == (
        hands.state.selected,
        hands.state.position,
        hands.state.threshold,
        canvas.viewportTransform(),
        page.list.filter,
        page.list.search.text(),
        page.splitter.sizes(),
        canvas.tool.id,
    )
    assert form.reviewer.text() == "Images" and form.classes.toPlainText() == "Classes"
    form.close()
    window.activateWindow()
    hands.qtbot.waitUntil(window.isActiveWindow)
    canvas.setFocus()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.said == "元に戻しました: 候補の却下"


def test_switching_reads_two_languages_and_goes_to_each_widget_once(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take 300 ms (`tests/benchmarks/bench_window.py`); what makes it quick is counted here."""
    for name in ("export", "new_project", "settings", "keys"):
        hands.window.open_form(name)
    visited: Counter[int] = Counter()
    read: list[str] = []
    apply, catalogue = language.Change.apply, language.catalogue

    def noted(change: language.Change, widget: QWidget) -> None:
        visited[id(widget)] += 1
        apply(change, widget)

    monkeypatch.setattr(language.Change, "apply", noted)
    monkeypatch.setattr(language, "catalogue", lambda code: read.append(code) or catalogue(code))
    there = [hands.window, *hands.window.findChildren(QWidget)]
    for code in (*OTHERS, "en"):
        visited.clear()
        read.clear()
        hands.window.change_settings(language=code)
        assert len(read) == 2 and set(visited.values()) == {1}
        assert len(visited) <= 1.1 * len(there), "no form is built anew"


def test_what_the_window_says_itself_changes_too(hands: Hands) -> None:
    hands.window.change_settings(language="ja")
    hands.qtbot.waitUntil(lambda: "50 %" in hands.window.meter.coming and "次" in hands.window.meter.coming)
    assert "レビュー" in hands.window.meter.advice
    assert "承認" in hands.page.message.hint and "承認  (F)" in hands.page.header.buttons["accept"].toolTip()
    assert hands.page.header.title.state == "未レビュー"
    assert hands.page.side.labels_heading.text().startswith("ラベル")
    hands.key("f")
    assert hands.said.startswith("承認: ")
    hands.window.change_settings(language="zh_CN")
    assert hands.said.startswith("已接受："), "a sentence on the screen goes with it"


def test_the_window_starts_in_the_chosen_language(make_window: Callable[..., Hands], own_settings: Path) -> None:
    own.save(replace(own.load(), language="zh_CN"))
    hands = make_window()
    assert hands.window.menuBar().actions()[0].text() == "文件(&F)"
    assert hands.page.message.hint.startswith("空格 完成"), "as in the menus"
    hands.window.change_settings(language="en")
    assert hands.window.menuBar().actions()[0].text() == "&File"
    hands.qtbot.waitUntil(lambda: chinese(hands.window) == [])


def chinese(window: MainWindow) -> list[str]:
    """Texts with a Chinese letter."""
    return [text for text in shown(window) if any("\u4e00" <= letter <= "\u9fff" for letter in text)]


def test_english_loads_nothing_for_languages() -> None:
    code = (
        "import sys; from verify_app.gui.shell import main; from verify_app.gui.shell.window import MainWindow; "
        "app = main.application(); window = MainWindow(); "
        "print([name for name in sys.modules if name in ('verify_app.gui.i18n.language', 'xml.etree.ElementTree')])"
    )
    environment = {**os.environ, "LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_qts_own_texts_go_with_it(qapp: QApplication) -> None:
    language.install(qapp, "ja")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "キャンセル"


@pytest.mark.parametrize(
    ("system", "code"),
    [("ja_JP", "ja"), ("zh_CN", "zh_CN"), ("zh_SG", "zh_CN"), ("zh_TW", "en"), ("de_DE", "en"), ("C", "en")],
)
def test_the_system_decides_until_a_person_does(monkeypatch: pytest.MonkeyPatch, system: str, code: str) -> None:
    locale = QLocale(system)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: locale))
    assert language.wanted("") == code
    assert language.wanted("ja") == "ja" and language.wanted("tlh") == code


def test_the_menu_offers_each_language_under_its_own_name(hands: Hands) -> None:
    view = next(menu for menu in hands.window.menuBar().findChildren(QMenu) if menu.objectName() == "view")
    view.aboutToShow.emit()
    languages = view.actions()[-1].menu()
    assert isinstance(languages, QMenu)
    languages.aboutToShow.emit()
    entries = {entry.text(): entry for entry in languages.actions()}
    assert list(entries) == ["As the system", "English", "日本語", "简体中文"]
    entries["日本語"].trigger()
    assert hands.window.settings.language == "ja" and hands.window.menuBar().actions()[0].text() == "ファイル(&F)"


def test_sentences_from_below_are_said_in_the_language(qapp: QApplication) -> None:
    plan = joined(
        [
            M(
                "{out} images left out to reach it; {share} of {n} images in train real and verified.",
                out=3,
                share="50 %",
                n=8,
            ),
            M("Verify {n} more real images to keep all {all}.", n=3, all=11),
        ]
    )
    assert messages.said(plan) == plan
    language.install(qapp, "ja")
    assert messages.said(M("Ready to export.")) == "書き出せます。"
    assert messages.said("Ready to export.") == "書き出せます。", "what was kept as text, such as a file's problem"
    assert "3 枚を除外" in messages.said(plan) and "11 枚すべて" in messages.said(plan)
    advice = M("verify {n} more real images", n=2)
    refusal = M(
        "There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; "
        "{advice}, complete, and export again (not among the candidates: {others}).",
        splits=M("train and val"),
        advice=advice,
        others=[M("{n} unreviewed", n=34)],
    )
    assert "実写画像をあと 2 枚確認し、" in messages.said(refusal), "a sentence within a sentence"
    assert messages.said(refusal).startswith("train と val に") and "未レビュー 34 枚" in messages.said(refusal)
    assert messages.said("Nobody has translated this.") == "Nobody has translated this."
    assert messages.said("") == ""


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_from_below_stays_english(qapp: QApplication, tmp_path: Path, code: str) -> None:
    """Said by the layers themselves; what stays in Latin letters are names, paths and what is typed."""
    language.install(qapp, code)
    advice = Advice(verify=2, add=1, images=(), objects=30, wanted=(("gear", 2),))
    said = [
        _why(lambda: read_bytes(tmp_path / "a.png")),
        _why(lambda: read_bytes(_empty(tmp_path / "b.png"))),
        _why(lambda: open_image(b"nothing")),
        _why(lambda: Box.of((1, 1, 1, float("nan")))),
        _why(lambda: Policy(max_depth=-1)),
        _why(lambda: Policy(hard_floor=Fraction(0))),
        _why(lambda: parse_share("much")),
        _why(lambda: sniff(tmp_path / "b.png", Task.DETECT)),
        _why(lambda: cleaned("")),
        str(advice),
        advice.to_keep(9),
        Room(10**9, 10**6, 0).sentence(),
        say(ComparisonOutcome.TOO_FEW, 0.1, -0.1, 0.3, images=2),
        counted(3, "image"),
        *what_if({"gear": 9, "bolt": 5}, {"gear": 0.5}, real_share=Fraction(1, 2), generations=2).assumptions,
    ]
    assert all(isinstance(one, M) for one in said), [one for one in said if not isinstance(one, M)]
    for one in said:
        shown = messages.said(one)
        left = set(re.findall(r"[A-Za-z]{2,}", shown.replace(str(tmp_path), ""))) - _LATIN
        assert not left, f"{shown}: {left}"


_LATIN = {
    *("AVIF", "BMP", "GIF", "JPEG", "PNG", "TIFF", "WebP", "SHA", "MB", "GB", "UTF", "mAP"),
    *("gold", "train", "val", "labels", "link", "png", "gear", "bolt", "much", "verify", "app", "evaluate"),
}


def _why(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as raised:
        act()
    return str(raised.value)


def _empty(file: Path) -> Path:
    file.write_bytes(b"")
    return file


def test_an_error_of_a_job_is_said_anew_when_the_language_changes(hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    command = commands.python(
        "add", "--progress", "jsonl", "--origin=real", "--", str(window.session.folder), str(tmp_path / "nowhere")
    )
    job = window.jobs.start("Add", command)
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=30_000)
    row = next(row for row in window.findChildren(JobRow) if row.job is job)
    assert row.words.text() == f"There is no file or folder {tmp_path / 'nowhere'}."
    window.change_settings(language="ja")
    assert row.words.text() == f"{tmp_path / 'nowhere'} というファイルやフォルダーはありません。"
    window.change_settings(language="zh_CN")
    assert row.words.text() == f"没有文件或文件夹 {tmp_path / 'nowhere'}。"
    form = window.open_form("settings")
    form.say(job.text)
    assert form.sentence.text() == row.words.text()
    window.change_settings(language="en")
    assert row.words.text() == form.sentence.text() == job.text


def test_what_fills_a_gap_is_kept_as_it_is() -> None:
    change = language.Change(
        {"Page": {"Removed: {name}.": "Removed: {name}.", "Close": "Close"}},
        {"Page": {"Removed: {name}.": "{name} を削除", "Close": "閉じる"}},
    )
    assert change.text("Removed: a.b {c}.", ["Page"]) == "a.b {c} を削除"
    assert change.text("Close", ["Elsewhere"]) == "Close" and change.text("Close", ["Page"]) == "閉じる"
    assert change.text("closed", ["Page"]) == "closed"


# --- colours and text size --------------------------------------------------------------------------------------


def test_light_and_dark_are_chosen_whatever_the_system_says(hands: Hands) -> None:
    window = hands.window
    form = window.open_form("settings")
    assert isinstance(form, Preferences)
    quiet = form.explanation
    for name, other in (("dark", "light"), ("light", "dark")):
        window.change_settings(theme=name)
        QApplication.processEvents()
        assert window.palette().window().color() == theme._colour(name, "window")
        assert quiet.palette().color(quiet.foregroundRole()) == theme._colour(name, "quiet")
        assert theme._colour(name, "window") != theme._colour(other, "window")
    window.change_settings(theme="system")
    assert not theme.is_dark()


def test_text_grows_and_shrinks_back(hands: Hands) -> None:
    label = QLabel("x", hands.window)
    before = label.font().pointSizeF()
    hands.window.change_settings(font_scale=150)
    QApplication.processEvents()
    assert label.font().pointSizeF() == pytest.approx(before * 1.5)
    hands.window.change_settings(font_scale=80)
    hands.window.change_settings(font_scale=100)
    QApplication.processEvents()
    assert label.font().pointSizeF() == pytest.approx(before)


# --- the settings form --------------------------------------------------------------------------------------------


@pytest.fixture
def form(hands: Hands) -> Preferences:
    made = hands.window.open_form("settings")
    assert isinstance(made, Preferences)
    return made


def test_each_field_is_the_setting(hands: Hands, form: Preferences) -> None:
    form.theme.setCurrentIndex(2)
    form.theme.activated.emit(2)
    form.font_scale.setValue(120)
    form.image_seconds.setValue(300)
    form.thickness.setValue(3.5)
    form.fill.setValue(20)
    QTest.mouseClick(form.ticks["crosshair"], Qt.MouseButton.LeftButton, pos=form.ticks["crosshair"].rect().center())
    form.ticks["names"].click()
    form.sliders["gamma"].setValue(100)
    settings = hands.window.settings
    assert (settings.theme, settings.font_scale, settings.image_seconds) == ("dark", 120, 300.0)
    wanted = ViewSettings(thickness=3.5, fill=0.2, names=False, crosshair=settings.view.crosshair, gamma=2.0)
    assert settings.view == wanted
    assert hands.page.viewing.view == settings.view and not hands.window.actions_by_id["names"].isChecked()
    form.plain.click()
    assert not hands.window.settings.view.adjusted and form.sliders["gamma"].value() == 0
    hands.window.close()
    assert own.load().view == replace(wanted, gamma=1.0)


def test_the_form_follows_what_is_changed_elsewhere(hands: Hands, form: Preferences) -> None:
    hands.window.activateWindow()
    hands.qtbot.waitUntil(hands.window.isActiveWindow)
    hands.canvas.setFocus()
    hands.key("l")
    assert not form.ticks["names"].isChecked() and not hands.window.settings.view.names
    hands.key("l")
    assert form.ticks["names"].isChecked() and hands.window.settings.view.names


def test_a_preset_puts_own_keys_away_and_one_click_brings_them_back(hands: Hands, form: Preferences) -> None:
    hands.window.change_settings(keys={"accept": "J"})
    form.preset.take("CVAT")
    assert hands.window.settings.keys == {} and form.preset.bring_back.isVisible()
    assert hands.window.actions_by_id["next"].shortcut().toString() == "F"
    form.preset.bring_back.click()
    assert hands.window.settings.keys == {"accept": "J"} and not form.preset.bring_back.isVisible()
    assert hands.window.actions_by_id["next"].shortcut().toString() == "D"


def test_another_name_counts_from_the_next_project(hands: Hands, form: Preferences) -> None:
    form.reviewer.setText(" Kai  Mori ")
    form.reviewer.editingFinished.emit()
    assert hands.window.reviewer == "Kai Mori" and "next project" in form.sentence.text()
    assert hands.state.session.actor.name == "ann"
    QTest.keyClick(form.reviewer, Qt.Key.Key_Return)
    assert form.isVisible(), "Enter in a field does not close the form"


def test_damaged_settings_are_told_in_the_window(qtbot: QtBot, own_settings: Path) -> None:
    (own_settings / "settings.json").write_text('{"theme": "pink", "font_scale": 9000}')
    main.application()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    qtbot.waitUntil(lambda: "font_scale, theme" in window.welcome().sentence.text())


def test_the_sliders_of_the_picture_stand_in_the_middle_and_take_every_value(hands: Hands) -> None:
    form = hands.window.open_form("settings")
    assert isinstance(form, Preferences)
    for name, slider in form.sliders.items():
        assert slider.value() == 0 and slider.minimum() == -slider.maximum(), name
    gamma = form.sliders["gamma"]
    for place, value in ((100, 2.0), (-100, 0.5), (gamma.maximum(), 5.0), (gamma.minimum(), 0.2)):
        gamma.setValue(place)
        assert hands.window.settings.view.gamma == pytest.approx(value) and gamma.value() == place


def test_a_tick_box_can_be_seen_in_either_scheme(qapp: QApplication) -> None:
    def light(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for scheme in ("light", "dark"):
        theme.choose(qapp, scheme)
        for kind in (QTreeView, QCheckBox):
            box = kind()
            box.ensurePolished()
            palette = box.palette()
            outline = palette.window().color().darker(140).lighter(110)  # as Fusion draws it
            pair = sorted((light(outline), light(palette.base().color())))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 3, f"WCAG 1.4.11: {scheme} {kind.__name__}"


@pytest.mark.parametrize(
    ("own", "code", "han", "wanted"),
    [
        ("Segoe UI", "ja", False, ["Segoe UI", "Yu Gothic UI", "Meiryo UI"]),
        ("Microsoft YaHei UI", "ja", True, ["Yu Gothic UI", "Meiryo UI", "Microsoft YaHei UI"]),
        ("Yu Gothic UI", "zh_CN", True, ["Microsoft YaHei UI", "Yu Gothic UI"]),
        ("Yu Gothic UI", "ja", True, ["Yu Gothic UI", "Meiryo UI"]),
        ("Segoe UI", "en", False, ["Segoe UI"]),
    ],
)
def test_characters_come_in_the_shapes_of_the_language(own: str, code: str, han: bool, wanted: list[str]) -> None:
    there = {"Segoe UI", "Yu Gothic UI", "Meiryo UI", "Microsoft YaHei UI"}
    assert language.families(own, code, there, writes_han=han) == wanted
