"""The window's language: chosen in the settings, else the system's; switched without a restart.

Texts are Qt Linguist files in ``resources/translations``. Switching finds out which source text each widget shows and
shows that text's translation: nothing is built anew, so nothing that was typed, chosen or drawn is lost. It relies on
no two texts of one context sharing a translation, which a test proves.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from verify_app.core.resources import resource
from verify_app.gui import theme
from verify_app.gui.shell.host import Host

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "ja": "日本語", "zh_CN": "简体中文"}
"""Code to the language's own name for itself."""
_MARK, _FAMILY = "verify-app language", "verify-app font"
_FONTS = {
    "ja": ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo UI"),
    "zh_CN": ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei"),
}
"""Japanese and Chinese share code points and not shapes: without a hint the other language's shapes come up."""
_W = QFontDatabase.WritingSystem
_HAN = {_W.Japanese, _W.SimplifiedChinese, _W.TraditionalChinese, _W.Korean}
_EVERYWHERE = ("words",)
"""Contexts whose texts any widget may show."""


def wanted(chosen: str) -> str:
    """The language for a setting: what was chosen, else the system's when it is there, else English."""
    if chosen in LANGUAGES:
        return chosen
    system = QLocale.system()
    if system.language() == QLocale.Language.Japanese:
        return "ja"
    if system.language() == QLocale.Language.Chinese and system.script() == QLocale.Script.SimplifiedHanScript:
        return "zh_CN"
    return ENGLISH


def current(app: QApplication) -> str:
    """The language on the screen."""
    return str(app.property(_MARK) or ENGLISH)


def install(app: QApplication, code: str) -> None:
    """Load a language's texts, Qt's own included; English has no files."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
        old.setParent(None)
    app.setProperty(_MARK, code)
    _set_fonts(app, code)
    if code == ENGLISH:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = resource("translations", f"verify-app_{code}.qm")
    for name, folder in ((f"qtbase_{code}", qt), (own.name, str(own.parent))):
        translator = QTranslator(app)
        if translator.load(name, folder):  # Qt's own may be missing: its few texts are English then
            app.installTranslator(translator)


def _set_fonts(app: QApplication, code: str) -> None:
    font = app.font()
    if not app.property(_FAMILY):
        app.setProperty(_FAMILY, font.family())
    own = str(app.property(_FAMILY))
    there, systems = set[str](), set[QFontDatabase.WritingSystem]()
    if code in _FONTS:  # English pays for neither
        there, systems = set(QFontDatabase.families()), set(QFontDatabase.writingSystems(own))
    font.setFamilies(families(own, code, there, writes_han=bool(_HAN & systems)))
    app.setFont(font)


def families(own: str, code: str, there: Collection[str], *, writes_han: bool) -> list[str]:
    """Fonts in the order in which characters are looked for.

    The system's own comes first, so that letters look as everywhere else, then one with the language's shapes. Where
    the system itself speaks another of these languages (Windows in Chinese, the window in Japanese), its own font has
    every character in that one's shapes, and comes last.
    """
    hints = [name for name in _FONTS.get(code, ()) if name in there]
    return [*hints, own] if writes_han and own not in hints else [own, *(name for name in hints if name != own)]


def switch(window: QWidget, code: str) -> None:
    """Show the window and all that belongs to it in another language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = current(app)
    if code == before:
        return
    change = Change(catalogue(before), catalogue(code))
    install(app, code)
    widgets = [window, *window.findChildren(QWidget)]
    for widget in widgets:
        change.apply(widget)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)  # to `on_language_change`


# --- what is shown, in other words ------------------------------------------------------------------------------

Texts = Mapping[str, Mapping[str, str]]
"""Context to source to translation."""


def catalogue(code: str) -> Texts:
    """All texts of a language; English ones are their own translations."""
    file = resource("translations", f"verify-app_{'ja' if code == ENGLISH else code}.ts")
    found: dict[str, dict[str, str]] = {}
    for context in ET.parse(file).getroot().iter("context"):
        if context.findtext("name") == "messages":
            continue  # said anew where they are shown
        texts = found.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            source = message.findtext("source", "")
            texts[source] = source if code == ENGLISH else message.findtext("translation", "") or source
    return found


@runtime_checkable
class Sentences(Protocol):
    """A widget that draws sentences itself, which may come from any part of the program."""

    def reword(self, anew: Callable[[str], str]) -> None:
        """Say them by `anew`, which gives a sentence in the new language."""


class Change:
    """From one language to another."""

    def __init__(self, before: Texts, after: Texts) -> None:
        self._after = after
        self._plain = {context: {text: source for source, text in texts.items()} for context, texts in before.items()}
        self._patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        self._before = before

    def text(self, text: str, contexts: Iterable[str]) -> str:
        """What `text` is in the new language; itself when it is none of these contexts' texts."""
        if not text:
            return text
        known = [context for context in contexts if context in self._before]
        for context in known:
            source = self._plain[context].get(text)
            if source is not None:
                return self._in_new(context, source)
        for context in known:
            for pattern, source in self._filled(context):
                found = pattern.fullmatch(text)
                if found:
                    return self._in_new(context, source).format(**found.groupdict())
        return text

    def _in_new(self, context: str, source: str) -> str:
        return self._after.get(context, {}).get(source, source)

    def anywhere(self, text: str) -> str:
        """As `text`, for sentences that may come from any part of the program: the text that says most itself."""
        exact = next((c for c in self._before if text in self._plain[c]), None)
        if exact is not None or not text:
            return self.text(text, [exact] if exact is not None else [])
        fits = [c for c in self._before if any(pattern.fullmatch(text) for pattern, _ in self._filled(c))]
        return self.text(text, sorted(fits, key=lambda c: -self._said_itself(c, text))[:1])

    def _said_itself(self, context: str, text: str) -> int:
        """How much of `text` is the context's own and not what fills a gap."""
        found = next(m for pattern, _ in self._filled(context) if (m := pattern.fullmatch(text)))
        return len(text) - sum(map(len, found.groups()))

    def _filled(self, context: str) -> list[tuple[re.Pattern[str], str]]:
        """The context's texts with gaps, as patterns; the longest first."""
        if context not in self._patterns:
            gaps = [(text, source) for source, text in self._before[context].items() if "{" in text]
            gaps.sort(key=lambda pair: -len(pair[0]))
            self._patterns[context] = [(pattern_of(text), source) for text, source in gaps]
        return self._patterns[context]

    def apply(self, widget: Any) -> None:
        """Change what a widget says; what a person typed into it stays."""
        contexts = contexts_of(widget)
        for read, write in (
            (widget.windowTitle, widget.setWindowTitle),
            (widget.toolTip, widget.setToolTip),
            (widget.accessibleName, widget.setAccessibleName),
            (widget.accessibleDescription, widget.setAccessibleDescription),
        ):
            self._renew(read(), write, contexts)
        if isinstance(widget, QLabel | QAbstractButton):
            self._renew(widget.text(), widget.setText, contexts)
        elif isinstance(widget, QLineEdit) or hasattr(widget, "setPlaceholderText"):
            self._renew(widget.placeholderText(), widget.setPlaceholderText, contexts)
        elif isinstance(widget, QMenu):
            self._renew(widget.title(), widget.setTitle, contexts)
        if isinstance(widget, QComboBox):
            widget.blockSignals(True)
            for place in range(widget.count()):
                self._renew(widget.itemText(place), partial(widget.setItemText, place), contexts)
            widget.blockSignals(False)
        if hasattr(widget, "specialValueText"):
            self._renew(widget.specialValueText(), widget.setSpecialValueText, contexts)
        if isinstance(widget, Sentences):
            widget.reword(self.anywhere)

    def _renew(self, text: str, write: Callable[[str], object], contexts: Iterable[str]) -> None:
        new = self.text(text, contexts)
        if new != text:
            write(new)


def pattern_of(text: str) -> re.Pattern[str]:
    """A text with gaps as a pattern that finds what fills them: ``{n} of {all}`` finds ``3 of 12``."""
    parts = re.split(r"\{(\w+)\}", text)
    seen: set[str] = set()
    made = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            made += re.escape(part)
        elif part in seen:
            made += f"(?P={part})"
        else:
            seen.add(part)
            made += f"(?P<{part}>.+?)"
    return re.compile(made, re.DOTALL)


def contexts_of(widget: QObject) -> list[str]:
    """Where a widget's texts may come from: its class and its ancestors', nearest first, then what all may show."""
    found: dict[str, None] = {}
    place: QObject | None = widget
    while place is not None:
        for kind in type(place).__mro__:
            if kind.__module__.startswith("verify_app."):
                found[kind.__name__] = None
        place = place.parent()
    return [*found, *_EVERYWHERE]


# --- choosing it ------------------------------------------------------------------------------------------------


def add_menu(host: Host, menu: QMenu) -> None:
    """View › Language: each language under its own name, as whoever needs it reads it."""
    title = QApplication.translate("actions", "Language")
    languages = QMenu(title, menu)
    menu.addSeparator()
    menu.addMenu(languages)

    def fill() -> None:
        theme.edge(languages)
        languages.clear()
        here = host.settings.language
        system = QApplication.translate("actions", "As the system")
        for code, name in (("", system), *LANGUAGES.items()):
            entry = languages.addAction(name)
            entry.setCheckable(True)
            entry.setChecked(code == here)
            entry.triggered.connect(lambda _on=False, c=code: host.change_settings(language=c))

    languages.aboutToShow.connect(fill)
