"""The house rules, held by machine: who imports whom, how large things are, what starting the window loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "verify_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
LONG_CLASSES: dict[str, str] = {
    "AddImages": "a form with several pages, and `Form`, which all forms share",
    "Export": "a form with a plan beside it, and `Form`, which all forms share",
}
"""Exceptions to the limits below, each with its reason."""

ONLY_CHILDREN: dict[str, str] = {
    "Added": "what adding images found; an import found this and more",
    "Catching": "how well somebody catches errors; a reviewer's trust is this and more",
    "ChangedMeanwhile": "an error that is raised by itself; a file that was changed is the special case",
    "Labels": "the labels of an image; with their number where they were counted",
}
"""Base classes with one child that make sense alone, each with its reason."""

SHARED_NAMES: dict[str, str] = {
    "Known": "of all images, to count them by a filter; of their bytes, to compose a dataset",
}
"""Public classes that share a name with another; each with what they are. None may be added."""


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_imports_point_down() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", SOURCES, ids=named)
def test_files_and_functions_are_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 600 or named(file) in LONG_FILES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            length = node.end_lineno - node.lineno + 1
            place = f"{named(file)}:{node.name}"
            assert length <= 50 or place in LONG_FUNCTIONS, f"{place} has {length} lines"


class Class(NamedTuple):
    """A class of the program; its name is the module's and its own."""

    name: str
    bases: tuple[str, ...]
    lines: int
    abstract: bool

    @property
    def own_name(self) -> str:
        return self.name.rpartition(".")[2]


def _classes(file: Path) -> Iterator[Class]:
    tree, module = ast.parse(file.read_text(encoding="utf-8")), ".".join(file.relative_to(ROOT).with_suffix("").parts)
    known = {node.name: f"{module}.{node.name}" for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            assert node.end_lineno is not None
            called = tuple(ast.unparse(base).partition("[")[0] for base in node.bases)
            bases = tuple(known.get(name, name) for name in called)
            abstract = bool({"ABC", "Protocol"} & set(called)) or "abstractmethod" in ast.unparse(node)
            yield Class(known[node.name], bases, node.end_lineno - node.lineno + 1, abstract)


CLASSES = {each.name: each for file in SOURCES for each in _classes(file)}


def _lines(each: Class) -> int:
    """The lines of a class with those of its bases that are the program's own."""
    return each.lines + sum(_lines(CLASSES[base]) for base in each.bases if base in CLASSES)


def test_classes_are_short_with_their_own_bases() -> None:
    long = {each.own_name: lines for each in CLASSES.values() if (lines := _lines(each)) > 350}
    assert not {name: lines for name, lines in long.items() if name not in LONG_CLASSES}
    assert not LONG_CLASSES.keys() - long.keys(), "no exception any more"


def test_no_base_class_only_splits_another() -> None:
    """A base with one child is a class in two files, unless it makes sense alone or is abstract."""
    children = defaultdict(set)
    for each in CLASSES.values():
        for base in each.bases:
            if base in CLASSES and not CLASSES[base].abstract:
                children[CLASSES[base].own_name].add(each.own_name)
    only = {base: names for base, names in children.items() if len(names) == 1}
    assert not {base: names for base, names in only.items() if base not in ONLY_CHILDREN}
    assert not ONLY_CHILDREN.keys() - only.keys(), "no exception any more"


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(set)
    for each in CLASSES.values():
        if not each.own_name.startswith("_"):
            places[each.own_name].add(each.name)
    shared = {name: names for name, names in places.items() if len(names) > 1}
    assert not {name: names for name, names in shared.items() if name not in SHARED_NAMES}
    assert not SHARED_NAMES.keys() - shared.keys(), "no exception any more"


@pytest.mark.parametrize("folder", ["verify_app", "tests", "resources"])
def test_ruff(folder: str) -> None:
    for arguments in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments, folder], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_mypy() -> None:
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_types_are_rarely_ignored() -> None:
    """What stays are the gaps in the types of others, and fields that are set by their names."""
    assert sum(file.read_text(encoding="utf-8").count("# type: ignore") for file in SOURCES) <= 25


def test_a_command_line_that_only_helps_loads_nothing_heavy() -> None:
    code = (
        "import sys; from verify_app.cli.main import run; code = run(['--help']); "
        "heavy = {'torch', 'ultralytics', 'cv2', 'scipy', 'numpy', 'onnxruntime', 'sqlite_utils', 'PySide6'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "predict" in done.stdout


@pytest.mark.parametrize("file", [file for file in SOURCES if "gui" in file.parts], ids=named)
def test_names_are_shown_as_they_stand(file: Path) -> None:
    """Qt takes a text that begins like HTML for HTML: labels are plain, and tool tips go through `plain.tip`."""
    if file.name == "plain.py":
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        assert called not in ("QLabel", "QMessageBox", "QToolTip"), f"line {node.lineno}: use gui.plain.PlainLabel"
        if called == "setToolTip":
            assert _ours(node.args[-1]), f"line {node.lineno}: use gui.plain.tip"


def _ours(text: ast.expr) -> bool:
    """Whether a text is the program's own, or made plain."""
    if isinstance(text, ast.IfExp):
        return _ours(text.body) and _ours(text.orelse)
    if isinstance(text, ast.Call):
        called = text.func.attr if isinstance(text.func, ast.Attribute) else getattr(text.func, "id", "")
        return called in ("tip", "tr", "translate")
    return isinstance(text, ast.Constant)
