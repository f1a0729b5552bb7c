"""What the Windows installer is made of fits the program; nothing is built here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.test_packaging import PACKAGING, ROOT, listed

WINDOWS = PACKAGING / "windows"
ON_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}
NOT_TAKEN = {"pip", "setuptools", "opencv-python"}
"""What only installs and builds; and OpenCV comes without windows of its own."""


def names(*files: str) -> set[str]:
    return {canonicalize_name(re.split(r"\[", name)[0]) for file in files for name in listed(PACKAGING / file)}


def needed_by(wanted: set[str]) -> set[str]:
    """All that packages need on Windows, as far as it is installed here."""
    found, left = set[str](), list(wanted)
    while left:
        name = left.pop()
        if name in found or name in NOT_TAKEN:
            continue
        found.add(name)
        try:
            rows = requires(name) or []
        except PackageNotFoundError:
            rows = []
        for one in map(Requirement, rows):
            if one.marker is None or one.marker.evaluate(ON_WINDOWS):
                left.append(canonicalize_name(one.name))
    return found


def script(code: str, *arguments: str | Path) -> str:
    """What a few lines print that use the build's modules."""
    before = f"import sys; sys.path.insert(0, {str(PACKAGING)!r}); sys.dont_write_bytecode = True\n"
    command = [sys.executable, "-c", before + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_lists_hold_all_that_is_needed_on_windows() -> None:
    light = names("common/light.txt", "windows/indirect.txt")
    engine = names("common/engine.txt", "windows/engine-indirect.txt")
    assert needed_by(names("common/light.txt")) - light <= engine  # onnxslim's mathematics come with PyTorch
    assert needed_by(names("common/engine.txt")) <= light | engine
    assert not light & engine


def test_those_modules_of_qt_are_shipped_that_the_program_imports() -> None:
    files = [file.read_text(encoding="utf-8") for file in (ROOT / "verify_app").rglob("*.py")]
    used = {name for text in files for name in re.findall(r"from PySide6\.(Qt\w+) import", text)}
    assert set(json.loads(script("import json; from windows.tree import MODULES; print(json.dumps(MODULES))"))) == used


@pytest.mark.parametrize(
    ("version", "four"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("2.0.0rc3", "2.0.0.3"), ("1.2.3.4.5", "1.2.3.4")]
)
def test_a_version_in_four_numbers(version: str, four: str) -> None:
    assert script(f"from windows.tree import numbers; print(numbers({version!r}))") == four


def test_the_program_tells_windows_its_version_and_what_it_can() -> None:
    text = (WINDOWS / "launcher.rc.in").read_text(encoding="utf-8")
    assert text.count("@VERSION@") == 2 and text.count("@NUMBERS@") == 2 and not re.search(r"\d+\.\d+\.\d+", text)
    told = {
        element.tag.rpartition("}")[2]: element.text
        for element in ElementTree.parse(WINDOWS / "verify-app.manifest").iter()
    }
    assert told["longPathAware"] == "true" and told["activeCodePage"] == "UTF-8"
    assert (told["dpiAwareness"] or "").startswith("PerMonitorV2")


def test_the_installers_speak_three_languages() -> None:
    data = (WINDOWS / "texts.nsh").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # else NSIS takes it for the code page of the computer
    text = data.decode("utf-8-sig")
    said: dict[str, dict[str, str]] = {}
    for name, language, words in re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', text, re.MULTILINE):
        said.setdefault(name, {})[language] = words
    languages = {"ENGLISH", "JAPANESE", "SIMPCHINESE"}
    assert {x.upper() for x in re.findall(r'MUI_LANGUAGE "(\w+)"', text)} == languages
    for name, words in said.items():
        assert words.keys() == languages, name
        assert len(set(words.values())) == len(languages), name
        assert len({tuple(sorted(re.findall(r"\$\w+|\$\{\w+\}", one))) for one in words.values()}) == 1, name
    scripts = [file.read_text(encoding="utf-8") for file in (*WINDOWS.glob("*.nsi"), WINDOWS / "common.nsh")]
    assert {name for one in scripts for name in re.findall(r"\$\(([A-Z_]+)\)", one)} == said.keys()


def test_the_installer_removes_what_the_build_lays() -> None:
    """Everything beside the program that `tree.py` and `build.py` put there has its line in the uninstaller."""
    text = (WINDOWS / "verify-app.nsi").read_text(encoding="utf-8")
    removed = re.search(r"!macro REMOVE_PROGRAM(.*?)!macroend", text, re.DOTALL)
    assert removed is not None
    folders = set(re.findall(r'RMDir /r "\$INSTDIR\\(\w+)"', removed[1]))
    built = "".join((WINDOWS / name).read_text(encoding="utf-8") for name in ("runtime.py", "tree.py", "build.py"))
    assert folders == set(re.findall(r'\(?tree / "(\w+)"', built)) | {"Lib"}


@pytest.mark.parametrize("name", ["build.sh", "build.ps1"])
def test_the_scripts_name_files_and_parts_that_are_there(name: str) -> None:
    text = (WINDOWS / name).read_text(encoding="utf-8")
    assert (PACKAGING / "build").is_file() and re.search(r"packaging[/\\]build\b", text)
    parts = set(re.findall(r'"?(windows(?:-engine)?)"?(?= "\$@"|"?\))', text))
    assert parts and parts <= set(
        re.findall(r'"([\w-]+)": \w+\.\w+', (PACKAGING / "build").read_text(encoding="utf-8"))
    )


def test_an_archive_of_the_same_files_has_the_same_bytes(tmp_path: Path) -> None:
    for number, order in enumerate((("a", "b"), ("b", "a"))):
        for name in order:
            (tmp_path / str(number) / "Lib").mkdir(parents=True, exist_ok=True)
            (tmp_path / str(number) / "Lib" / name).write_text(name * 99)
    code = """
from pathlib import Path
from common.release import Release
from windows.build import packed
top = Path(sys.argv[1])
release = Release(top, top)
made = [packed(release, top / f"{n}.zip", top / n, "verify-app", {"settings/README.txt": "x\\n"}) for n in "01"]
print(made[0].read_bytes() == made[1].read_bytes())
import zipfile; print(zipfile.ZipFile(made[0]).namelist())
"""
    assert script(code, tmp_path).splitlines() == [
        "True",
        "['verify-app/Lib/a', 'verify-app/Lib/b', 'verify-app/settings/README.txt']",
    ]


def test_an_executable_of_windows_is_read(tmp_path: Path) -> None:
    """Of one that pip brings along: what it needs."""
    pip = pytest.importorskip("pip")
    file = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
    if not file.is_file():
        pytest.skip("this pip brings none")
    code = "from pathlib import Path; from windows.pe import Portable; print(Portable.read(Path(sys.argv[1])).needs())"
    assert "kernel32.dll" in script(code, file)


def test_the_first_file_makes_a_program_of_a_plain_tree(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    code = f"""
import runpy, json, os
start = runpy.run_path({str(PACKAGING / "common/start.py")!r})
sys.prefix, out, sys.stderr, sys.stdout = {str(tmp_path)!r}, sys.stdout, None, None
heard = start["settle_on_windows"]()
sys.stdout.write("nowhere"); sys.stderr.write("nowhere")
print(json.dumps([heard, sys.frozen, sys.executable, os.environ["VERIFY_APP_CONFIG_DIR"]]), file=out)
"""
    wanted = [False, True, str(tmp_path / "verify-app.exe"), str(tmp_path / "settings")]
    env = {name: value for name, value in os.environ.items() if name != "VERIFY_APP_CONFIG_DIR"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys" + code], capture_output=True, text=True, check=True, env=env
    )
    assert json.loads(done.stdout) == wanted
