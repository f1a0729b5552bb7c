"""Every text of the window is translated, and what ships is what the Linguist files say."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", FOLDER / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = load()


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_nothing_is_untranslated_obsolete_or_damaged(language: str) -> None:
    found = update.problems(language)
    assert not found, "Translate these, then run resources/translations/update.py:\n" + "\n".join(found)


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_the_compiled_file_says_what_the_linguist_file_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(update.ts_file(language).with_suffix(".qm")))
    texts = [(c, source, text) for c, found in update.read(language).items() for source, text in found.items()]
    assert len(texts) > 400
    wrong = [source for context, source, text in texts if translator.translate(context, source) != text]
    assert not wrong, "Run resources/translations/update.py: the .qm file is older than the .ts file."


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Linguist files that can be damaged."""
    monkeypatch.setattr(update, "HERE", tmp_path)
    update.write("ja", update.sources(), read_real("ja"))
    yield tmp_path / "verify-app_ja.ts"


def read_real(language: str) -> update.Texts:
    here, update.HERE = update.HERE, FOLDER
    try:
        return update.read(language)
    finally:
        update.HERE = here


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<translation>承認</translation>", '<translation type="unfinished"></translation>', "not translated: Accept"),
        ("<source>Zoom in</source>", "<source>Zoom far in</source>", "not in the program: Zoom far in"),
        ("ファイル(&amp;F)", "ファイル", "mnemonic"),
        ("クラス {n}", "クラス {m}", "other gaps"),
        ("<translation>拡大</translation>", "<translation>縮小</translation>", "the same as for"),
    ],
)
def test_a_damaged_file_is_found_out(scratch: Path, old: str, new: str, said: str) -> None:
    assert update.problems("ja") == [] or all("not translated" in line for line in update.problems("ja"))
    text = scratch.read_text(encoding="utf-8")
    assert old in text
    scratch.write_text(text.replace(old, new), encoding="utf-8")
    assert any(said in line for line in update.problems("ja"))


def test_texts_are_found_wherever_the_source_says_them() -> None:
    found = update.sources()
    assert "Space" not in found and "&File" in found["actions"]
    assert "accepted a proposal" in found["messages"], "named by undo, in core"
    assert "Reserve for gold" in found["ImageMenu"], "a module's own tr"
    assert "Predict" in found["MainWindow"], "said on the window's behalf"
    assert "unreviewed" in found["words"]
    below = found["messages"]
    assert "Ready to export." in below and "no such file or directory" in below
    assert not any("part_" in template for template in below), "a template of gaps alone says nothing"


PLAIN = {"UserError", "UsageError", "PolicyError", "ChangedMeanwhile", "FileChanged", "Cancelled"}


@pytest.mark.parametrize("file", sorted((ROOT / "verify_app").rglob("*.py")), ids=lambda f: str(f.relative_to(ROOT)))
def test_an_error_is_raised_with_a_message(file: Path) -> None:
    """A plain text could not be said in the window's language."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PLAIN and node.args:
            text = node.args[0]
            assert not isinstance(text, ast.JoinedStr | ast.Constant | ast.BinOp), f"{file}:{node.lineno}"


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_a_message_is_filled_in_every_language(language: str) -> None:
    """A gap with a number's form would fail on the screen if it were written otherwise."""
    for template, text in update.read(language)["messages"].items():
        if gaps := set(update.GAP.findall(template)):
            filled = dict.fromkeys(gaps, 1)
            assert template.format(**filled) and text.format(**filled), template
