"""Bring the Qt Linguist files up to date with the source, and compile them.

    python resources/translations/update.py             new texts are added as unfinished, old ones are dropped
    python resources/translations/update.py --check     only say what is missing; exit code 1 when anything is

Texts are found by reading the source as Python does: ``self.tr("…")`` belongs to its class, ``translate`` and
``QT_TRANSLATE_NOOP`` to the context they name, the templates of ``M("…")`` in the whole package to ``messages``.
Translate in Qt Linguist, or in the .ts file itself, then run this again.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("ja", "zh_CN")
NAMING = ("translate", "QT_TRANSLATE_NOOP", "T")
MESSAGES = "messages"
"""Context of the messages that lower layers make; their texts are never found by their translation."""
GAP = re.compile(r"\{(\w+)(?:![a-z])?(?::[^{}]*)?\}")

Texts = dict[str, dict[str, str]]
"""Context to source to translation."""


def ts_file(language: str) -> Path:
    """The Linguist file of a language; the compiled one lies beside it."""
    return HERE / f"verify-app_{language}.ts"


def sources() -> dict[str, list[str]]:
    """Every text of the window by context, sorted."""
    found: dict[str, set[str]] = {}
    for file in sorted((ROOT / "verify_app" / "gui").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for context, text in _texts(tree, _local_context(tree), file):
            found.setdefault(context, set()).add(text)
    found[MESSAGES] = set(templates())
    return {context: sorted(texts) for context, texts in sorted(found.items())}


def _differs(template: str) -> bool:
    """Whether there is a word outside its gaps; also what stands between the members of a list."""
    return template == ", " or any(c.isalpha() for c in GAP.sub("", template))


def templates() -> Iterator[str]:
    """The templates of all messages that differ by language."""
    for file in sorted((ROOT / "verify_app").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "M" and node.args:
                template = node.args[0]
                if isinstance(template, ast.Constant) and _differs(str(template.value)):
                    yield _literal(template, file)


def _texts(tree: ast.AST, local: str, file: Path, owner: str = "") -> Iterator[tuple[str, str]]:
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in NAMING and len(node.args) >= 2 and isinstance(node.args[1], ast.Constant):
                yield _literal(node.args[0], file), _literal(node.args[1], file)
            elif name == "tr" and isinstance(node.func, ast.Name):
                yield local, _literal(node.args[0], file)
            elif name == "tr" and isinstance(node.func, ast.Attribute):
                yield _speaker(node.func, owner, file, node.lineno), _literal(node.args[0], file)
        yield from _texts(node, local, file, inside)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _speaker(func: ast.Attribute, owner: str, file: Path, line: int) -> str:
    who = _name(func.value)
    if who == "self" and owner:
        return owner
    if who in ("window", "window_"):
        return "MainWindow"
    raise SystemExit(f"{file}:{line}: whose text is this? Say self.tr or translate with a context.")


def _literal(node: ast.expr, file: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise SystemExit(f"{file}:{node.lineno}: a text to translate is written out, never computed.")


def _local_context(tree: ast.Module) -> str:
    """The context of a function ``tr(text)`` that a module has of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name(call.func) == "translate":
                    return _literal(call.args[0], Path())
    return ""


# --- the files ------------------------------------------------------------------------------------------------------


def read(language: str) -> Texts:
    """What is translated."""
    file = ts_file(language)
    found: Texts = {}
    if file.exists():
        for context in ET.parse(file).getroot().iter("context"):
            texts = found.setdefault(context.findtext("name", ""), {})
            for message in context.iter("message"):
                texts[message.findtext("source", "")] = message.findtext("translation", "") or ""
    return found


def write(language: str, wanted: dict[str, list[str]], known: Texts) -> None:
    """The Linguist file, the same bytes for the same texts."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context, texts in wanted.items():
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in texts:
            said = known.get(context, {}).get(text, "")
            state = "" if said else ' type="unfinished"'
            lines.append("    <message>")
            lines.append(f"        <source>{escape(text)}</source>")
            lines.append(f"        <translation{state}>{escape(said)}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    ts_file(language).write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def compile_file(language: str) -> None:
    """Make the .qm file that the program loads."""
    file = ts_file(language)
    command = ["pyside6-lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm"))]
    beside = Path(sys.executable).with_name(command[0])
    subprocess.run([str(beside) if beside.exists() else command[0], *command[1:]], check=True)


def problems(language: str) -> list[str]:
    """What is wrong with a language's file, a line each; empty when it is complete."""
    wanted, known = sources(), read(language)
    found = [f"{c}: not translated: {t}" for c, texts in wanted.items() for t in texts if not known.get(c, {}).get(t)]
    for context, texts in known.items():
        found += [f"{context}: not in the program: {t}" for t in texts if t not in wanted.get(context, ())]
        for source, text in texts.items():
            if text and _gaps(source) != _gaps(text):
                found.append(f"{context}: other gaps than in the source: {text}")
            if text and context != MESSAGES and ("&" in source) != ("&" in text):
                found.append(f"{context}: mnemonic: {text}")
    return found + _shared(known)


def _gaps(text: str) -> list[str]:
    return sorted(GAP.findall(text))


def _shared(known: Texts) -> list[str]:
    """Translations that two texts share: switching the language finds a text by its translation."""
    said: dict[str, str] = {}
    found = []
    for context, texts in known.items():
        if context == MESSAGES:
            continue
        for source, text in texts.items():
            if text and said.setdefault(text, source) != source:
                found.append(f"{context}: the same as for “{said[text]}”: {text}")
    return found


def main() -> int:
    """Update and compile, or check."""
    wrong = 0
    for language in LANGUAGES:
        if "--check" not in sys.argv[1:]:
            write(language, sources(), read(language))
            compile_file(language)
        for line in problems(language):
            wrong += 1
            print(f"{language}: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
