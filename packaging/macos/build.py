"""The program for macOS: an application in a disk image, and the engine add-on as a package.

The bundle is PyInstaller's, by the recipe that Linux has too. It is built, signed and packed on macOS only.
"""

from __future__ import annotations

import os
import platform
import plistlib
import shutil
import sys
from pathlib import Path
from typing import Any

from common.bill import write_bill
from common.release import NAME, PACKAGING, ROOT, BuildError, Release, version
from common.trial import try_out
from linux import build as linux
from macos import signing as signs

HERE = Path(__file__).resolve().parent
ENGINE_PLACE = "/Library/Application Support/verify-app/engine"
"""Where the program looks for the add-on (`inference.engine_addon`)."""


def build(release: Release) -> list[Path]:
    """The light program; returns the disk image."""
    signing = begin()
    app = freeze(release)
    papers(release, app)
    signs.sign_app(release, signing, app)
    shown = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "en_US.UTF-8"}
    try_out(release, app / "Contents/MacOS" / NAME, app / "Contents/Resources/resources/demo", shown)
    signs.notarize(release, signing, app)
    return [image(release, signing, app)]


def begin() -> signs.Signing:
    """See that this is macOS, and say what will be signed."""
    if sys.platform != "darwin":
        raise BuildError("The program for macOS is built on macOS: its libraries and signing tools are nowhere else.")
    signing = signs.Signing.here()
    print(f"packaging/build: macOS: {signing.said()}", flush=True)
    return signing


def plist() -> dict[str, Any]:
    """What the system is told of the program."""
    text = (HERE / "Info.plist").read_text(encoding="utf-8").replace("@VERSION@", version())
    found: dict[str, Any] = plistlib.loads(text.encode())
    return found


def freeze(release: Release) -> Path:
    """The application that PyInstaller makes, not signed yet."""
    python = release.light_python()
    icons = release.work / "icons"
    release.run(python, PACKAGING / "common/icons.py", ROOT / "resources/icons/verify-app.svg", icons)
    os.environ["VERIFY_APP_ICNS"] = str(icons / "verify-app.icns")  # the recipe takes it
    dist, work = release.work / "dist", release.work / "pyinstaller"
    for folder in (dist, work):
        shutil.rmtree(folder, ignore_errors=True)
    recipe = PACKAGING / "linux" / f"{NAME}.spec"
    places = ["--distpath", dist, "--workpath", work]
    log = release.out / "logs" / "pyinstaller.log"
    release.run(python, "-m", "PyInstaller", "--noconfirm", *places, recipe, log=log)
    app = dist / f"{NAME}.app"
    if not (app / "Contents/MacOS" / NAME).is_file():
        raise BuildError(f"PyInstaller made no {app}; see {log}.")
    return app


def papers(release: Release, app: Path) -> None:
    """Licence texts and the bill of materials, before the bundle is sealed."""
    place = app / "Contents/Resources/licences"
    linux.papers(release, place)
    linux.hand_out(release, place / "sbom.cdx.json", NAME)


def lay_out(release: Release, app: Path) -> Path:
    """The folder that is seen when the disk image is opened: the program, and where to drag it."""
    folder = release.work / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(app, folder / app.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    shutil.copyfile(ROOT / "LICENSE", folder / "AGPL-3.0.txt")
    return folder


def image(release: Release, signing: signs.Signing, app: Path) -> Path:
    """The disk image, signed and notarized like the program in it."""
    made = release.out / f"{NAME}-{release.version}-macos-{platform.machine()}.dmg"
    release.out.mkdir(parents=True, exist_ok=True)
    source = lay_out(release, app)
    release.run(
        *("hdiutil", "create", "-ov", "-volname", NAME, "-fs", "HFS+", "-format", "UDZO", "-srcfolder", source, made)
    )
    if signing.identity:
        signs.sign(release, signing, made)
    signs.notarize(release, signing, made)
    return made


def engine(release: Release) -> list[Path]:
    """The engine add-on as a package that lays it beside all programs: nothing is added to a signed bundle."""
    signing = begin()
    folder = linux.engine_folder(release)
    linux.trim_engine(folder)
    linux.compile_all(release, folder)
    linux.stamp(release, folder)
    write_bill(release, folder / "sbom.cdx.json", folder)
    linux.hand_out(release, folder / "sbom.cdx.json", f"{NAME}-engine")
    for part in signs.parts_of(folder):
        signs.sign(release, signing, part)
    made = release.out / f"{NAME}-engine-{release.version}-macos-{platform.machine()}.pkg"
    release.out.mkdir(parents=True, exist_ok=True)
    command: list[str | Path] = ["pkgbuild", "--root", folder, "--install-location", ENGINE_PLACE]
    command += ["--identifier", "org.verify-app.engine", "--version", release.version]
    if signing.installer:
        command += ["--sign", signing.installer]
    release.run(*command, made)
    if signing.installer:
        signs.notarize(release, signing, made)
    return [made]
