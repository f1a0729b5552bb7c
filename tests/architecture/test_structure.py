"""The house rules, held by machine: who imports whom, how large things are, what starting the window loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "verify_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
"""Exceptions to the limits below, each with its reason."""


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
