"""Where modules are loaded late, and that no two import each other."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FILES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
    for file in sorted((ROOT / "verify_app").rglob("*.py"))
}
MOST_DOORS = 25

DOORS: dict[str, dict[str, str]] = {
    "__main__": {
        "cli.main": "the window does not pay for the command line",
        "gui.shell.main": "and the command line not for the window",
        "gui.window_report": "for a child of `selftest` alone",
    },
    "app.review.queue": {"app.review.queue_index": "numpy: after the first picture"},
    "app.review.same_bytes": {"app.imports.files": "decoders: when a file was touched"},
    "cli.demo": {"app.demo.loop": "training: not to open a window on the sample project"},
    "gui.canvas.late": {
        "gui.canvas.polygon_ops": "when an outline is first drawn or changed",
        "gui.canvas.region_path": "not in projects of upright boxes",
    },
    "gui.canvas.late_paint": {
        "gui.canvas.bars.class_banner": "only where images are classified",
        "gui.canvas.skeleton_paint": "only where there are poses",
    },
    "gui.images.loader": {"gui.images.pillow_decoder": "Pillow: with the first picture that Qt does not read"},
    "gui.review.class_list": {"app.project.classes": "YAML: when the classes are first changed"},
    "gui.review.page": {
        "gui.grid.page": "when the grid is first opened",
        "gui.review.page_panels": "after the first picture",
        "gui.review.sheet_commands": "when the first sheet is opened",
    },
    "gui.review.page_commands": {"gui.review.heatmap": "when it is first shown"},
    "gui.shell.apply_settings": {"gui.i18n.language": "never for English"},
    "gui.shell.window": {
        "gui.panels.jobs": "when the first job starts",
        "gui.shell.jobs": "when the first job starts",
        "gui.shell.welcome": "not with a project",
    },
    "inference.open_engine": {
        "inference.onnx_engine": "ONNX Runtime: for models of that form",
        "inference.ultralytics_engine": "Ultralytics: for all other models",
    },
    "storage.project": {"storage.explain_damage": "only where a database is damaged"},
    "training.gold": {"training.validator": "Ultralytics: only after it was prepared"},
}
"""Module to those it loads when they are first wanted, each with the reason. The forms are `gui.shell.forms.FORMS`."""

OUTSIDE: dict[str, str] = {
    "ctypes": "one system alone, or when memory is given back",
    "defusedxml": "files of one format alone",
    "fcntl": "not on every system",
    "getpass": "where the system names nobody",
    "imagehash": "scipy with it: when pictures are first compared",
    "multiprocessing": "the frozen program alone",
    "onnxruntime": "for a model in this form that Ultralytics runs",
    "pillow_heif": "may be missing",
    "PIL": "when its readers are wanted",
    "scipy": "where datasets are composed",
    "shutil": "when a database may be too large for its disk",
    "sqlite_utils": "when a database is made or migrated",
    "PySide6": "Qt's sockets: after the first picture",
    "subprocess": "one system alone",
    "tempfile": "when a database is read apart",
    "torch": "its owners are inference and training",
    "ultralytics": "its owners are inference and training",
    "xml": "after the first picture",
}
"""Packages of others that are imported in functions; `LOADERS` load numpy, shapely and OpenCV."""


class Import(NamedTuple):
    """One module that another imports: in a function or with `Late` when it is first wanted, else with itself."""

    by: str
    of: str
    late: bool
    typing_only: bool


def _inside(tree: ast.Module, kinds: tuple[type[ast.AST], ...], test: str = "") -> set[int]:
    """Which nodes stand in functions, or under an ``if`` with this condition."""
    return {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, kinds) and (not test or (isinstance(node, ast.If) and ast.unparse(node.test) == test))
        for part in (node.body if isinstance(node, ast.If) else [node])
        for inner in ast.walk(part)
    }


def _imports(module: str, file: Path) -> Iterator[Import]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = _inside(tree, (ast.FunctionDef, ast.AsyncFunctionDef))
    typing = _inside(tree, (ast.If,), "TYPE_CHECKING")
    for node in ast.walk(tree):
        late, only = id(node) in functions, id(node) in typing
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None and not node.level, f"{module}: import by the full name"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield Import(module, inner if inner in FILES else node.module, late, only)
        elif isinstance(node, ast.Import):
            yield from (Import(module, alias.name, late, only) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Late" and isinstance(node.args[0], ast.Constant):
            yield Import(module, str(node.args[0].value), True, False)


IMPORTS = [found for module, file in FILES.items() for found in _imports(module, file)]
OWN, LOADERS = "verify_app.", ("verify_app.core.heavy", "verify_app.imaging.opencv")


def test_modules_are_loaded_late_at_named_doors_only() -> None:
    found: dict[str, set[str]] = {}
    for each in IMPORTS:
        if each.late and each.of.startswith(OWN):
            found.setdefault(each.by.removeprefix(OWN), set()).add(each.of.removeprefix(OWN))
    assert found == {by: set(doors) for by, doors in DOORS.items()}
    through = Counter(of for doors in found.values() for of in doors)
    assert not {of for of, doors in through.items() if doors > 1}, "one door is enough"
    assert len(through) <= MOST_DOORS


def _foreign(each: Import) -> bool:
    return each.late and each.by not in LOADERS and not each.of.startswith(OWN)


def test_packages_of_others_are_imported_at_the_top_but_for_these() -> None:
    found = {each.of.partition(".")[0] for each in IMPORTS if _foreign(each)}
    assert found == OUTSIDE.keys()


def _circles(edges: dict[str, set[str]]) -> list[set[str]]:
    """The modules that lead to themselves, those of one circle together."""
    reached: dict[str, set[str]] = {}
    for start in edges:
        seen: set[str] = set()
        waiting = list(edges[start])
        while waiting:
            module = waiting.pop()
            if module not in seen:
                seen.add(module)
                waiting += edges.get(module, ())
        reached[start] = seen
    found = [{other for other in reached[module] if module in reached.get(other, ())} for module in edges]
    return [circle for place, circle in enumerate(found) if circle and circle not in found[:place]]


def _edges(*, typing: bool) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {module: set() for module in FILES}
    for each in IMPORTS:
        if each.of in FILES and (typing or not each.typing_only):
            edges[each.by].add(each.of)
    return edges


def test_no_module_imports_one_that_imports_it() -> None:
    """Late imports count: a circle through a door is one all the same."""
    assert _circles(_edges(typing=False)) == []


def test_a_circle_is_found() -> None:
    assert _circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [{"b", "c"}]
