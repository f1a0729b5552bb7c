"""Signing, notarizing and stapling; each step is left out, and said to be, where what it needs is not there.

``VERIFY_APP_MACOS_IDENTITY``
    Name of a *Developer ID Application* certificate in the keychain. Without it the program is signed for this computer
    only ("ad hoc"), and whoever opens it elsewhere is warned.
``VERIFY_APP_MACOS_INSTALLER``
    Name of a *Developer ID Installer* certificate, for the engine add-on's ``.pkg``.
``VERIFY_APP_MACOS_NOTARY``
    Profile that ``xcrun notarytool store-credentials`` has made. Without it nothing is sent.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from common.release import BuildError, Release

HERE = Path(__file__).resolve().parent
MAGIC = {bytes.fromhex(text) for text in ("feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "bebafeca")}
"""How files with machine code begin; two of them are those of Java classes too, which no bundle of ours has."""


@dataclass(frozen=True)
class Signing:
    """What there is to sign with.

    Parameters
    ----------
    identity, installer : str
        Names of certificates; empty where there is none.
    profile : str
        Of the notary's; empty where nothing is to be sent.
    """

    identity: str = ""
    installer: str = ""
    profile: str = ""

    @classmethod
    def here(cls) -> Signing:
        """What the environment names.

        Raises
        ------
        BuildError
            When something is to be notarized that is not signed.
        """
        found = cls(*(os.environ.get(f"VERIFY_APP_MACOS_{x}", "") for x in ("IDENTITY", "INSTALLER", "NOTARY")))
        if found.profile and not found.identity:
            raise BuildError("VERIFY_APP_MACOS_NOTARY needs VERIFY_APP_MACOS_IDENTITY: only what is signed can be.")
        return found

    def said(self) -> str:
        """One line of what will be done."""
        if not self.identity:
            return "NOT SIGNED: no VERIFY_APP_MACOS_IDENTITY; it is signed ad hoc, and whoever opens it is warned"
        done = f"signed by {self.identity}"
        return f"{done} and notarized" if self.profile else f"{done}; NOT NOTARIZED: no VERIFY_APP_MACOS_NOTARY"


def is_machine_code(file: Path) -> bool:
    """Whether a file is a program or library of macOS."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(4) in MAGIC


def parts_of(folder: Path) -> list[Path]:
    """What is signed one by one, the innermost first: files with machine code, and frameworks as wholes."""
    frameworks = [place for place in folder.rglob("*.framework") if place.is_dir() and not place.is_symlink()]
    inside = [file for file in folder.rglob("*") if is_machine_code(file) and not _is_in(file, frameworks)]
    return sorted([*inside, *frameworks], key=lambda path: (-len(path.parts), str(path)))


def _is_in(file: Path, folders: list[Path]) -> bool:
    return any(folder in file.parents for folder in folders)


def sign(release: Release, signing: Signing, path: Path, *, entitled: bool = False) -> None:
    """Sign one file or bundle; `entitled` for what is started."""
    command: list[str | Path] = ["codesign", "--force", "--sign", signing.identity or "-"]
    if signing.identity:
        command += ["--options", "runtime", "--timestamp"]
    if entitled:
        command += ["--entitlements", HERE / "entitlements.plist"]
    release.run(*command, path)


def sign_app(release: Release, signing: Signing, app: Path) -> None:
    """Sign a bundle from the inside out, and look whether it holds."""
    main = app / "Contents/MacOS"
    for part in parts_of(app / "Contents"):
        sign(release, signing, part, entitled=part.parent == main)
    sign(release, signing, app, entitled=True)
    release.run("codesign", "--verify", "--deep", "--strict", app)


def notarize(release: Release, signing: Signing, path: Path) -> None:
    """Send a bundle, an image or a package to the notary, wait, and staple the answer to it."""
    if not signing.profile:
        return
    sent = path
    if path.is_dir():
        sent = release.work / f"{path.stem}-notary.zip"
        release.run("ditto", "-c", "-k", "--keepParent", path, sent)
    release.run("xcrun", "notarytool", "submit", sent, "--keychain-profile", signing.profile, "--wait")
    release.run("xcrun", "stapler", "staple", path)
    release.run("xcrun", "stapler", "validate", path)
