"""The program for Windows as a folder: Python as a plain tree, packages, the program, two files that start it."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

from common.release import NAME, PACKAGING, ROOT, BuildError, Release, put
from windows import runtime
from windows.pe import Portable
from windows.runtime import FOR_WINDOWS, MICROSOFT, tool

HERE = Path(__file__).resolve().parent
PACKAGES = Path("Lib") / "site-packages"
SUFFIXES = (".pyi", ".lib", ".a", ".h", ".hpp", ".pxd", ".pyx", ".c", ".cpp", ".def", ".exp")
"""What only compilers and editors read."""
LANGUAGES = ("en", "ja", "zh_CN")

# as in the recipe for Linux: what neither the program nor the add-on's packages import
NO_USE = (
    "bin", "images", "Scripts", "cv2/data/*.xml", "numpy/_pyinstaller", "numpy/distutils",
    "numpy/_core/include", "numpy/_core/lib", "google/protobuf/testdata", "onnx/backend", "onnx/reference",
    "onnxruntime/capi/onnxruntime.dll",  # for programs in C; Python's module has it in itself
    "onnxruntime/quantization", "onnxruntime/tools", "onnxruntime/transformers", "onnxruntime/training",
    "PySide6/doc", "PySide6/glue", "PySide6/include", "PySide6/lib", "PySide6/metatypes", "PySide6/qml",
    "PySide6/resources", "PySide6/scripts", "PySide6/typesystems", "PySide6/*.exe", "PySide6/opengl32sw.dll",
    "scipy/stats",
    "shiboken6/include",
    "pyqtgraph/canvas", "pyqtgraph/colors/maps", "pyqtgraph/console", "pyqtgraph/dockarea", "pyqtgraph/examples",
    "pyqtgraph/flowchart", "pyqtgraph/icons/peegee", "pyqtgraph/jupyter", "pyqtgraph/opengl",
)  # fmt: skip
ENGINE_NO_USE = (
    "bin", "Scripts", "share", "torch/bin/*.exe", "torch/include", "torch/share", "torchgen/packaged",
    "torch/testing/_internal/py312_intrinsics.py",  # no Python 3.11
)  # fmt: skip
PLUGINS = {
    "iconengines": {"qsvgicon.dll"},
    "imageformats": {"qgif.dll", "qico.dll", "qjpeg.dll", "qsvg.dll"},
    "platforms": {"qoffscreen.dll", "qwindows.dll"},
    "styles": {"qmodernwindowsstyle.dll"},
}
"""Of Qt; the rest serves databases, networks, QML and Qt's own tools."""
MODULES = ("QtCore", "QtGui", "QtNetwork", "QtSvg", "QtWidgets")
"""Of PySide6, as the program imports them; a test compares."""


def make(release: Release) -> Path:
    """Build the folder anew, and return it."""
    tree = release.work / "windows"
    shutil.rmtree(tree, ignore_errors=True)
    runtime.lay(release, tree)
    packages(release, tree / PACKAGES, PACKAGING / "common/light.txt", HERE / "indirect.txt")
    program(tree / PACKAGES)
    trim(tree)
    compile_all(release, tree / "Lib")
    launchers(release, tree)
    settled(tree)
    return tree


def make_engine(release: Release) -> Path:
    """Build the add-on's folder anew, and return it; the program's folder is there from its own build."""
    program = release.work / "windows"
    if not program.is_dir():
        make(release)
    folder = release.work / "windows-engine"
    shutil.rmtree(folder, ignore_errors=True)
    packages(release, folder, PACKAGING / "common/engine.txt", HERE / "engine-indirect.txt")
    for pattern in ENGINE_NO_USE:
        for found in folder.glob(pattern):
            remove(found)
    sweep(folder)
    compile_all(release, folder)
    said = {"version": release.version, "python": runtime.PYTHON}
    (folder / "engine.json").write_text(json.dumps(said) + "\n", encoding="utf-8")
    settled(folder, program)
    return folder


def packages(release: Release, folder: Path, *lists: Path) -> None:
    """Install lists of packages for Windows into a folder."""
    bound = ["-c", release.constraints] if release.constraints else []
    wanted = [part for one in lists for part in ("-r", one)]
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile", "--no-warn-script-location")
    release.run(*pip, *FOR_WINDOWS, "--target", folder, *wanted, *bound)


def forget_records(folder: Path) -> None:
    """Remove pip's lists of files, which are true no more; the licence texts are found by them before."""
    for record in folder.glob("*.dist-info/*"):
        if record.name in ("RECORD", "REQUESTED", "direct_url.json"):
            record.unlink()


def program(packages: Path) -> None:
    """Lay the program itself in, as its wheel does."""
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "verify_app", packages / "verify_app", ignore=ignored)
    for source, target in hatch["build"]["targets"]["wheel"]["force-include"].items():
        shutil.copytree(ROOT / source, packages / target, ignore=ignored)
    shutil.copyfile(PACKAGING / "common/start.py", packages / "verify_app_start.py")


def trim(tree: Path) -> None:
    """Take out what nobody needs who only uses the program."""
    packages = tree / PACKAGES
    for pattern in NO_USE:
        for found in packages.glob(pattern):
            remove(found)
    sweep(tree / "Lib")
    trim_qt(packages / "PySide6")
    for file in (*(packages / "PySide6").glob("*.dll"), *(packages / "shiboken6").glob("*.dll")):
        if file.name.lower().startswith((*MICROSOFT, "vcamp140", "vccorlib140")):
            file.unlink()
    drop_unwanted(tree)


def sweep(folder: Path) -> None:
    """Remove tests, and what only compilers read."""
    for place, folders, files in os.walk(folder):
        for name in [x for x in folders if x in ("tests", "test", "__pycache__")]:
            shutil.rmtree(Path(place, name))
            folders.remove(name)
        for name in files:
            if name.endswith(SUFFIXES):
                Path(place, name).unlink()


def trim_qt(qt: Path) -> None:
    """Leave those modules, plugins and translations of Qt that the program uses."""
    for file in qt.glob("Qt*.pyd"):
        if file.stem not in MODULES:
            file.unlink()
    kept = {**PLUGINS, "translations": {f"qtbase_{language}.qm" for language in LANGUAGES}}
    for folder in (*qt.glob("plugins/*"), qt / "translations"):
        for file in folder.iterdir():
            if file.name not in kept.get(folder.name, ()):
                remove(file)
        if folder.name not in kept:
            folder.rmdir()


def drop_unwanted(tree: Path) -> None:
    """Remove libraries of Qt that nothing left in the tree names, until each has somebody."""
    while True:
        wanted = {name for needs in libraries(tree).values() for name in needs}
        gone = [x for x in (tree / PACKAGES / "PySide6").glob("*.dll") if x.name.lower() not in wanted]
        if not gone:
            return
        for file in gone:
            file.unlink()


def libraries(tree: Path) -> dict[Path, set[str]]:
    """Every executable file with what it needs."""
    found = [file for file in sorted(tree.rglob("*")) if file.suffix in (".dll", ".pyd", ".exe")]
    return {file: Portable.read(file).needs() for file in found}


def settled(tree: Path, *beside: Path) -> None:
    """See that every library is there which a library of the tree needs.

    Raises
    ------
    BuildError
        When one is neither in the tree, nor in the trees beside it, nor part of Windows.
    """
    rows = (HERE / "system.txt").read_text(encoding="utf-8").splitlines()
    system = {name for row in rows if not row.startswith("#") for name in row.split()}
    needs = libraries(tree)
    there = {file.name.lower() for file in (*needs, *(file for one in beside for file in libraries(one)))}
    for file, names in needs.items():
        outside = {x for x in names - there if not x.startswith(("api-ms-", "ext-ms-"))}
        lacking = sorted(x for x in outside if x.removesuffix(".dll") not in system)
        if lacking:
            raise BuildError(f"{file.relative_to(tree)} needs {', '.join(lacking)}, which is nowhere.")


def compile_all(release: Release, folder: Path) -> None:
    """Compile the modules beside their sources; nobody looks whether a source is newer, so nothing is written later."""
    unchecked = ("--invalidation-mode", "unchecked-hash")
    release.run(sys.executable, "-m", "compileall", "-q", "-j", "1", *unchecked, "-s", folder, folder)


def launchers(release: Release, tree: Path) -> None:
    """The two files that start the program, with icon, version and what Windows is to know of them."""
    work = release.work / "launcher"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copyfile(icon(release), work / f"{NAME}.ico")
    shutil.copyfile(HERE / f"{NAME}.manifest", work / f"{NAME}.manifest")
    text = (HERE / "launcher.rc.in").read_text(encoding="utf-8")
    text = text.replace("@VERSION@", release.version).replace("@NUMBERS@", numbers(release.version).replace(".", ","))
    (work / "launcher.rc").write_text(text, encoding="utf-8")
    release.run(tool("windres"), "-O", "coff", "launcher.rc", "launcher.res", cwd=work)
    (tree / "bin").mkdir()
    library = f'-DPYTHON_DLL=L"python{runtime.DIGITS}.dll"'
    common = (tool("gcc"), "-Os", "-s", "-municode", "-static", "-Wall", "-Wl,--no-insert-timestamp", library)
    for target, flags in ((tree / f"{NAME}.exe", ["-mwindows"]), (tree / "bin" / f"{NAME}.exe", ["-DCONSOLE"])):
        release.run(*common, *flags, HERE / "launcher.c", "launcher.res", "-o", target, "-lshell32", cwd=work)
    shutil.copyfile(HERE / "prompt.cmd", tree / "bin" / "prompt.cmd")


def own_licences(release: Release, tree: Path, folder: Path) -> None:
    """The texts of what is no package of Python's: Python itself and Microsoft's runtime."""
    if not (tree / "Lib").is_dir():
        return
    own = (Path(sys.base_prefix) / "LICENSE.txt", tree / "Lib" / "LICENSE.txt")
    put(next(x for x in own if x.is_file()), folder / "Python" / "LICENSE.txt")
    runtime.microsoft_licence(release, folder / "Microsoft C++ runtime")


def icon(release: Release) -> Path:
    """The icon file, drawn once a build."""
    folder = release.work / "icons"
    svg = ROOT / "resources/icons" / f"{NAME}.svg"
    release.run(release.light_python(), PACKAGING / "common/icons.py", svg, folder)
    return folder / f"{NAME}.ico"


def numbers(version: str) -> str:
    """A version as Windows wants it, four numbers: ``0.1.0rc2`` is 0.1.0.2."""
    found = [int(x) for x in re.findall(r"\d+", version)][:4]
    return ".".join(str(x) for x in found + [0] * (4 - len(found)))


def remove(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
