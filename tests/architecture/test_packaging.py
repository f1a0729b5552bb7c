"""The lists that installers are built from are the program's own dependencies; their texts are well-formed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from verify_app.cli.command_table import COMMANDS

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def listed(file: Path) -> dict[str, str]:
    """Name to the whole requirement."""
    rows = [line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    return {re.split(r"[<>=!~ ]", row)[0].lower(): row for row in rows if row}


def dependencies() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[<>=!~ ]", row)[0].lower(): row for row in project["dependencies"]}


def test_the_light_list_is_the_program_without_its_engine() -> None:
    wanted = dependencies()
    engine = wanted.pop("ultralytics")
    opencv = wanted.pop("opencv-python")
    wanted["opencv-python-headless"] = opencv.replace("opencv-python", "opencv-python-headless")
    assert listed(PACKAGING / "common/light.txt") == wanted
    assert listed(PACKAGING / "common/engine.txt")["ultralytics"] == engine


def test_the_engine_list_holds_what_the_program_looks_for() -> None:
    from verify_app.inference.engine_addon import PACKAGES

    assert set(PACKAGES) <= listed(PACKAGING / "common/engine.txt").keys()


def test_scripts_speak_of_the_one_version() -> None:
    code = "import sys; sys.path.insert(0, 'packaging'); from common import release; print(release.version())"
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    from verify_app import __version__

    assert done.stdout.strip() == __version__


def test_the_folder_hides_no_package_of_that_name() -> None:
    assert not (PACKAGING / "__init__.py").exists()
    done = subprocess.run([sys.executable, "-c", "import packaging.version"], cwd=ROOT, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("file", ["verify-app.mime.xml", "verify-app.metainfo.xml"])
def test_descriptions_are_well_formed(file: str) -> None:
    ElementTree.parse(PACKAGING / "linux" / file)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="no appstreamcli here (Debian: appstream)")
def test_software_centres_can_read_the_description(tmp_path: Path) -> None:
    from verify_app import __date__, __version__

    text = (PACKAGING / "linux/verify-app.metainfo.xml").read_text(encoding="utf-8")
    file = tmp_path / "org.verify_app.verify_app.metainfo.xml"
    file.write_text(text.replace("@VERSION@", __version__).replace("@DATE@", __date__), encoding="utf-8")
    command = ["appstreamcli", "validate", "--no-net", "--no-color", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_the_manual_page_is_well_formed(tmp_path: Path) -> None:
    page = (PACKAGING / "linux/verify-app.1.in").read_text(encoding="utf-8")
    row = ".TP\n.B predict\nRun a model."
    (tmp_path / "verify-app.1").write_text(page.replace("@COMMANDS@", row), encoding="utf-8")
    command = ["man", "--warnings", "--encoding=utf8", "--local-file", tmp_path / "verify-app.1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "" and "predict" in done.stdout


def test_the_desktop_entry_opens_project_files() -> None:
    text = (PACKAGING / "linux/verify-app.desktop").read_text(encoding="utf-8")
    kind = re.search(r'type="([^"]+)"', (PACKAGING / "linux/verify-app.mime.xml").read_text(encoding="utf-8"))
    assert kind is not None and f"MimeType={kind[1]};" in text and "Exec=verify-app %f" in text
    if shutil.which("desktop-file-validate"):
        done = subprocess.run(
            ["desktop-file-validate", PACKAGING / "linux/verify-app.desktop"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", ["control.in", "control.engine.in"])
def test_no_line_of_a_description_is_a_control_statement(file: str) -> None:
    text = (PACKAGING / "linux" / file).read_text(encoding="utf-8")
    description = text[text.index("Description: ") :].splitlines()[1:]
    assert all(re.fullmatch(r" (\.|[^ .\s].*)", line) and len(line) <= 81 for line in description), description


def test_the_recipe_ships_every_resource() -> None:
    spec = (PACKAGING / "linux/verify-app.spec").read_text(encoding="utf-8")
    shipped = set(re.findall(r'"resources/(\w+)" = ', (ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    named = re.search(r"SHIPPED = \((.*?)\)", spec, re.DOTALL)
    assert named is not None and shipped == set(json.loads(f"[{named[1]}]"))


def test_the_manual_page_has_a_place_for_the_commands() -> None:
    assert "@COMMANDS@" in (PACKAGING / "linux/verify-app.1.in").read_text(encoding="utf-8")
    assert all(one.summary.endswith(".") or "?" in one.summary for one in COMMANDS.values())


@pytest.mark.parametrize("script", ["build", "prove"])
def test_scripts_refuse_what_they_do_not_build(script: str) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-B", PACKAGING / script, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("--help").returncode == 0
    wrong = run("atari")
    assert wrong.returncode == 2 and "Traceback" not in wrong.stderr
