"""What can be held of the macOS build elsewhere: descriptions, icon, and which tools are called in which order."""

from __future__ import annotations

import json
import plistlib
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from verify_app import __version__
from verify_app.gui.shell.system_recent import MIME
from verify_app.inference import engine_addon
from verify_app.storage.project_file import FILE

ROOT = Path(__file__).parents[2]
MACOS = ROOT / "packaging/macos"
MACHO = bytes.fromhex("cffaedfe") + bytes(60)
TOOLS = ("codesign", "xcrun", "ditto", "hdiutil", "pkgbuild")

DRIVE = """
import json, sys
from pathlib import Path
sys.path.insert(0, "packaging")
sys.dont_write_bytecode = True
from common.release import Release
from macos import build, signing
work, app, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
release = Release(work / "out", work / "work")
found = signing.Signing.here()
print(found.said())
if step == "app":
    signing.sign_app(release, found, app)
    signing.notarize(release, found, app)
    print(build.image(release, found, app))
elif step == "plist":
    print(json.dumps(build.plist()))
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A bundle as PyInstaller lays it out, with one of each kind of file."""
    contents = tmp_path / "verify-app.app/Contents"
    for name in (
        "MacOS/verify-app",
        "Frameworks/libpython3.11.dylib",
        "Frameworks/PySide6/QtCore.abi3.so",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    ):
        file = contents / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(MACHO)
    framework = contents / "Frameworks/PySide6/Qt/lib/QtCore.framework"
    (framework / "QtCore").symlink_to("Versions/A/QtCore")
    (contents / "Resources").mkdir()
    (contents / "Resources/classes.txt").write_text("bolt\n", encoding="utf-8")
    (contents / "Resources/libpython3.11.dylib").symlink_to("../Frameworks/libpython3.11.dylib")
    return contents.parent


def drive(tmp_path: Path, app: Path, step: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a step with tools that only write down how they were called."""
    tools = tmp_path / "tools"
    tools.mkdir(exist_ok=True)
    for name in TOOLS:
        script = f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/calls"\n'
        if name == "hdiutil":
            script += 'for last; do :; done\ntouch "$last"\n'
        (tools / name).write_text(script, encoding="utf-8")
        (tools / name).chmod(0o755)
    env = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(tmp_path), "SOURCE_DATE_EPOCH": "1780000000"}
    env |= {f"VERIFY_APP_MACOS_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-B", "-c", DRIVE, str(tmp_path), str(app), step]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def calls(tmp_path: Path) -> list[str]:
    return (tmp_path / "calls").read_text(encoding="utf-8").replace(f"{tmp_path}/", "").splitlines()


def test_without_a_certificate_it_says_so_and_sends_nothing(tmp_path: Path, app: Path) -> None:
    done = drive(tmp_path, app, "app")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("NOT SIGNED: no VERIFY_APP_MACOS_IDENTITY")
    made = calls(tmp_path)
    assert all(call.startswith("codesign --force --sign - ") for call in made[:-2])
    assert made[-2] == "codesign --verify --deep --strict verify-app.app"
    assert made[-1].startswith("hdiutil create ") and made[-1].endswith(".dmg")
    assert not any("runtime" in call or call.startswith("xcrun") for call in made)


def test_signed_from_the_inside_out_notarized_stapled_and_packed(tmp_path: Path, app: Path) -> None:
    done = drive(tmp_path, app, "app", IDENTITY="Developer ID Application: X", NOTARY="x")
    assert done.returncode == 0, done.stderr
    made = calls(tmp_path)
    hard = "codesign --force --sign Developer ID Application: X --options runtime --timestamp "
    entitled = f"{hard}--entitlements {MACOS}/entitlements.plist "
    inside = "verify-app.app/Contents"
    assert made[:5] == [
        f"{hard}{inside}/Frameworks/PySide6/Qt/lib/QtCore.framework",
        f"{hard}{inside}/Frameworks/PySide6/QtCore.abi3.so",
        f"{hard}{inside}/Frameworks/libpython3.11.dylib",
        f"{entitled}{inside}/MacOS/verify-app",
        f"{entitled}verify-app.app",
    ]
    image = next(call.split()[-1] for call in made if call.startswith("hdiutil"))
    order = [call.split()[0] + " " + call.split()[1] for call in made[5:]]
    assert order == [
        "codesign --verify",
        "ditto -c",
        "xcrun notarytool",
        "xcrun stapler",
        "xcrun stapler",
        "hdiutil create",
        "codesign --force",
        "xcrun notarytool",
        "xcrun stapler",
        "xcrun stapler",
    ]
    assert made[-4] == f"{hard}{image}" and made[-1] == f"xcrun stapler validate {image}"
    assert image.startswith(f"out/verify-app-{__version__}-macos-")
    laid = tmp_path / "work/image"
    assert sorted(x.name for x in laid.iterdir()) == ["AGPL-3.0.txt", "Applications", "verify-app.app"]
    assert (laid / "verify-app.app/Contents/Resources/libpython3.11.dylib").is_symlink()


def test_nothing_is_notarized_that_is_not_signed(tmp_path: Path, app: Path) -> None:
    done = drive(tmp_path, app, "app", NOTARY="x")
    assert done.returncode == 1 and "only what is signed" in done.stderr
    assert not (tmp_path / "calls").exists()


def test_the_system_is_told_of_the_program_and_its_files(tmp_path: Path, app: Path) -> None:
    told = json.loads(drive(tmp_path, app, "plist").stdout.splitlines()[-1])
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == __version__
    assert told["LSBackgroundOnly"] is False  # PyInstaller says true of what has a console
    (kind,) = told["UTExportedTypeDeclarations"]
    (document,) = told["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    tags = kind["UTTypeTagSpecification"]
    assert FILE.endswith(f".{tags['public.filename-extension'][0]}") and tags["public.mime-type"] == [MIME]
    assert kind["UTTypeIdentifier"].startswith(told["CFBundleIdentifier"].rpartition(".")[0])
    text = json.dumps(told)
    assert "@" not in text


def test_the_entitlements_are_those_that_python_and_the_add_on_need() -> None:
    granted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert all(value is True for value in granted.values())
    assert {name.rpartition(".")[2] for name in granted} == {
        "allow-jit",
        "allow-unsigned-executable-memory",
        "disable-library-validation",
    }


def test_the_add_on_goes_where_the_program_looks() -> None:
    text = (MACOS / "build.py").read_text(encoding="utf-8")
    assert f'ENGINE_PLACE = "{engine_addon.MACOS.as_posix()}"' in text


def test_the_icon_has_every_size(tmp_path: Path) -> None:
    script = ROOT / "packaging/common/icons.py"
    svg = ROOT / "resources/icons/verify-app.svg"
    subprocess.run([sys.executable, "-B", script, svg, tmp_path], check=True)
    data = (tmp_path / "verify-app.icns").read_bytes()
    assert data[:4] == b"icns" and struct.unpack(">I", data[4:8])[0] == len(data)
    kinds, place = set(), 8
    while place < len(data):
        kinds.add(data[place : place + 4])
        place += struct.unpack(">I", data[place + 4 : place + 8])[0]
    assert kinds >= {b"ic07", b"ic08", b"ic09", b"ic10", b"ic11", b"ic12", b"ic13", b"ic14"}
    from PIL import Image

    with Image.open(tmp_path / "verify-app.icns") as icon:
        icon.load()
        assert icon.size[0] >= 512 and icon.getextrema()[3] == (0, 255)  # drawn, and clear around it


@pytest.mark.skipif(sys.platform == "darwin", reason="here it can be built")
def test_elsewhere_it_is_refused_in_one_sentence() -> None:
    for part in ("macos", "macos-engine"):
        command = [sys.executable, "-B", ROOT / "packaging/build", part]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1 and "is built on macOS" in done.stderr and "Traceback" not in done.stderr
