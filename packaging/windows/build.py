"""What is handed out for Windows: the installer, a portable archive, and the engine add-on."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from common.bill import write_bill
from common.release import NAME, PACKAGING, ROOT, BuildError, Release, settle_times
from windows import tree as trees

HERE = Path(__file__).resolve().parent
PORTABLE = """Settings lie in this folder because it is here: verify-app changes nothing else on the computer.
Remove the folder to have them with the rest of your own settings.
"""


def build(release: Release) -> list[Path]:
    """The light program; returns the artefacts."""
    tree = trees.make(release)
    for file in (tree / f"{NAME}.exe", tree / "bin" / f"{NAME}.exe"):
        sign(file)
    papers(release, tree, tree / trees.PACKAGES)
    trees.forget_records(tree / trees.PACKAGES)
    settle_times(tree, release.epoch)
    return [installer(release, tree), portable(release, tree)]


def papers(release: Release, tree: Path, packages: Path) -> None:
    """Licence texts, the bill of materials and what changed."""
    folder = tree / "licences"
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "AGPL-3.0.txt")
    shutil.copyfile(ROOT / "CHANGELOG.md", folder / "CHANGELOG.md")
    script = PACKAGING / "common/licences.py"
    release.run(sys.executable, script, folder / "licences", PACKAGING / "common/licences", packages)
    trees.own_licences(release, tree, folder / "licences")
    write_bill(release, folder / "sbom.cdx.json", packages)


def installer(release: Release, tree: Path) -> Path:
    """The installer, which also upgrades and uninstalls."""
    return compiled(release, "verify-app.nsi", tree, f"{NAME}-{release.version}-windows-x86_64-setup.exe")


def compiled(release: Release, script: str, tree: Path, name: str) -> Path:
    """Have NSIS pack a folder."""
    makensis = shutil.which("makensis") or next(
        (str(x) for x in Path("C:/").glob("Program Files*/NSIS/makensis.exe")), None
    )
    if makensis is None:
        raise BuildError("makensis is not here; install NSIS (Debian: nsis).")
    release.out.mkdir(parents=True, exist_ok=True)
    made = release.out / name
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file())
    said = {
        "VERSION": release.version,
        "NUMBERS": trees.numbers(release.version),
        "TREE": tree,
        "SIZE": size // 1024,
        "OUT": made,
        "ICON": release.work / "icons" / f"{NAME}.ico",
    }
    defined = [f"-D{key}={value}" for key, value in said.items()]
    log = release.out / "logs" / f"{Path(script).stem}-nsis.log"
    release.run(makensis, "-V3", "-WX", "-INPUTCHARSET", "UTF8", *defined, HERE / script, log=log)
    sign(made)
    return made


def sign(file: Path) -> None:
    """Sign a file with the command that ``VERIFY_APP_SIGN`` names; without one it stays unsigned."""
    command = os.environ.get("VERIFY_APP_SIGN")
    if command:
        done = subprocess.run([*shlex.split(command, posix=True), str(file)], check=False)
        if done.returncode:
            raise BuildError(f"{file.name} could not be signed (code {done.returncode}).")


def portable(release: Release, tree: Path) -> Path:
    """The same program in an archive that is unpacked anywhere and keeps its settings with it."""
    made = release.out / f"{NAME}-{release.version}-windows-x86_64.zip"
    return packed(release, made, tree, NAME, {"settings/README.txt": PORTABLE})


def packed(release: Release, made: Path, tree: Path, top: str, more: dict[str, str] | None = None) -> Path:
    """A folder as a .zip; the same files give the same bytes."""
    release.out.mkdir(parents=True, exist_ok=True)
    made.unlink(missing_ok=True)
    when = time.gmtime(max(release.epoch, 315532800))[:6]  # the format begins in 1980
    said = {name: text.replace("\n", "\r\n").encode() for name, text in (more or {}).items()}
    files = {file.relative_to(tree).as_posix(): file for file in tree.rglob("*") if file.is_file()}
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files.keys() | said.keys()):
            entry = zipfile.ZipInfo(f"{top}/{name}", when)
            entry.external_attr = 0o644 << 16
            data = files[name].read_bytes() if name in files else said[name]
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 6)
    return made


def engine(release: Release) -> list[Path]:
    """The engine add-on, as an installer and as an archive to unpack over the portable program."""
    folder = trees.make_engine(release)
    papers(release, folder, folder)
    trees.forget_records(folder)
    settle_times(folder, release.epoch)
    name = f"{NAME}-engine-{release.version}-windows-x86_64"
    made = compiled(release, "verify-app-engine.nsi", folder, f"{name}-setup.exe")
    return [made, packed(release, release.out / f"{name}.zip", folder, f"{NAME}/engine")]
