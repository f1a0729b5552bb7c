"""Install what was built for Windows under Wine, and use it there: nothing is taken from this checkout.

packaging/prove windows --root DIR --runtime WHEEL --setup FILE [--zip FILE] [--engine FILE] [--newer FILE] [--out DIR]

DIR is an unpacked Debian system with Wine; its user's prefix is made anew. See packaging/README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from proofs.steps import Failed, find_window, go_through, picture, press, print_table, run, screen
from proofs.wine import HOME, Wine, wine_in

PROGRAM = r"C:\users\ann\AppData\Local\Programs\verify-app"
FOR_ALL = r"C:\Program Files\Verify App 検証"
SAMPLE = r"C:\users\ann\sample"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\verify-app"
TITLE = "sample – verify-app"
WAIT_S = 180
"""For a window: Wine's first start on a busy computer is slow."""


class Proof:
    """The steps, in order."""

    def __init__(self, wine: Wine, asked: argparse.Namespace) -> None:
        self.wine, self.asked = wine, asked
        self.rows: list[tuple[str, str, float]] = []
        self.window: subprocess.Popen[bytes] | None = None
        self.place = PROGRAM
        self.laid: dict[str, str] = {}

    def go(self) -> bool:
        steps = [
            ("a prefix of Wine", self.prefix),
            ("silent install for one user", self.install),
            ("selftest", self.selftest),
            ("window, as the file type says", self.open_sample),
            ("review by keys", self.review),
            ("export and verify", self.export),
            ("upgrade over the open window", self.refused),
            ("nothing was written into the program's folder", self.untouched),
            ("upgrade", self.upgrade),
            ("the record is sound", self.check),
            ("Japanese and Chinese", self.languages),
        ]
        if self.asked.engine:
            steps.append(("engine add-on, the whole loop", self.engine))
        steps.append(("uninstall", self.uninstall))
        steps += [("install for all users", self.for_all), ("their uninstall", self.uninstall_for_all)]
        if self.asked.zip:
            steps.append(("portable archive", self.portable))
        try:
            return go_through(steps, self.rows)
        finally:
            if self.window is not None:
                self.window.terminate()

    # --- what steps are made of

    def app(self, *arguments: str, good: bool = True, timeout: float = 900) -> str:
        done = self.wine.run(f"{self.place}\\bin\\verify-app.exe", *arguments, timeout=timeout)
        if good and done.returncode:
            raise Failed(f"verify-app {' '.join(arguments)} ended with {done.returncode}: {done.stdout[-600:]}")
        return done.stdout

    def setup(self, file: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run an installer; it is put where a person would have it."""
        target = self.wine.root / HOME / "Downloads" / file.name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, target)
        return self.wine.run(f"Z:\\{HOME}\\Downloads\\{file.name}".replace("/", "\\"), *arguments)

    def files(self) -> dict[str, str]:
        """Every file of the installed program with its digest."""
        top = self.wine.path(self.place)
        return {
            str(Path(place, name).relative_to(top)): hashlib.sha256(Path(place, name).read_bytes()).hexdigest()
            for place, _, names in os.walk(top)
            for name in names
        }

    def links(self) -> list[str]:
        """Of the program; those in *Recent* are Windows' own list of what somebody opened."""
        found = [
            *self.wine.drive.glob("users/*/AppData/Roaming/**/*.lnk"),
            *self.wine.drive.glob("ProgramData/**/*.lnk"),
        ]
        return sorted(file.name for file in found if "verify-app" in file.name and file.parent.name != "Recent")

    def events(self) -> int:
        return len(self.app("log", SAMPLE, "--json").splitlines())

    # --- the steps

    def prefix(self) -> str:
        shutil.rmtree(self.wine.root / HOME / ".wine", ignore_errors=True)
        self.wine.make(self.asked.runtime)
        return self.wine.run("cmd", "/c", "ver").stdout.strip()

    def install(self) -> str:
        done = self.setup(self.asked.setup, "/S")
        if done.returncode:
            raise Failed(f"the installer ended with {done.returncode}: {done.stdout[-300:]}")
        quiet = self.wine.registry(f"HKCU\\{UNINSTALL}", "QuietUninstallString")
        kind = self.wine.registry(r"HKCU\Software\Classes\.verify-app")
        opens = self.wine.registry(rf"HKCU\Software\Classes\{kind}\shell\open\command")
        size = self.wine.registry(f"HKCU\\{UNINSTALL}", "EstimatedSize")
        if not quiet or "/S" not in quiet or not size or PROGRAM not in (opens or ""):
            raise Failed(f"the registry says {quiet!r}, {opens!r}, {size!r}")
        if len(self.links()) != 2:
            raise Failed(f"the Start menu has {self.links()}")
        self.laid = self.files()
        weight = sum((self.wine.path(self.place) / name).stat().st_size for name in self.laid)
        return f"{self.app('--version').strip()}; {weight / 1e6:.0f} MB; Start menu, file type, uninstall entry"

    def selftest(self) -> str:
        found = json.loads(self.app("selftest", "--json").splitlines()[-1])
        if not found["ok"]:
            raise Failed(json.dumps(found["steps"]))
        return "; ".join(
            f"{x['name']}: {x['detail']}" for x in found["steps"] if "sample" in x["name"] or x["name"] == "window"
        )

    def open_sample(self) -> str:
        """Wine looks for file types of all users only, so that the one of this user is followed by hand."""
        self.app("demo", "--no-window", SAMPLE)
        opens = self.wine.registry(r"HKCU\Software\Classes\verify-app.project\shell\open\command") or ""
        told = re.fullmatch(r'"([^"]+)" "%1"', opens)
        if told is None:
            raise Failed(f"the file type is opened by {opens}")
        began = time.monotonic()
        self.window = self.wine.start(told[1], f"{SAMPLE}\\project.verify-app")
        find_window(TITLE, WAIT_S)
        seconds = time.monotonic() - began
        time.sleep(6)
        picture(self.asked.out / "windows-sample.png")
        return f"window after {seconds:.1f} s"

    def review(self) -> str:
        run("xdotool", "windowfocus", find_window(TITLE, 5), env={**os.environ, "DISPLAY": ":61"})
        before = self.events()
        press("f", "f", "x")
        after = self.events()
        if after < before + 3:
            raise Failed(f"{after - before} events of 3 keys")
        picture(self.asked.out / "windows-reviewed.png")
        return f"{after - before} decisions by 3 keys"

    def export(self) -> str:
        """A project of its own, beside the open window: images and labels that came with the program."""
        demo = f"{self.place}\\Lib\\site-packages\\verify_app\\_resources\\demo"
        project, out = r"C:\users\ann\parts", r"C:\users\ann\parts v1"
        self.app("init", project, "--classes", f"{demo}\\classes.txt")
        labels = ["--images", f"{demo}\\images\\real", "--labels", "yolo", "--origin", "real", "--attest", "ann"]
        self.app("add", project, f"{demo}\\truth\\real", *labels)
        said = self.app("export", project, out, "--yes").splitlines()[0]
        return f"{said}; {self.app('verify-version', out).splitlines()[0]}"

    def refused(self) -> str:
        before = self.files()
        done = self.setup(self.asked.newer or self.asked.setup, "/S")
        said = done.stdout.strip()
        if done.returncode != 2 or "verify-app is running" not in said:
            raise Failed(f"the installer ended with {done.returncode} and said {said!r}")
        if self.files() != before:
            raise Failed("files were changed")
        again = self.wine.run(f"{self.place}\\uninstall.exe", "/CurrentUser", "/S", f"_?={self.place}")
        if again.returncode != 2 or self.files() != before:
            raise Failed(f"the uninstaller ended with {again.returncode}")
        return f"code 2, nothing changed: “{said.splitlines()[-1]}”"

    def untouched(self) -> str:
        if self.files() != self.laid:
            changed = {name for name, digest in self.files().items() if self.laid.get(name) != digest}
            raise Failed(f"changed or new: {sorted(changed)[:5]}")
        return f"{len(self.laid)} files are as they were laid"

    def upgrade(self) -> str:
        """The window is closed by its own key first; what only the other version had is gone afterwards."""
        press("ctrl+q")
        if self.window is not None:
            self.window.wait(60)
            self.window = None
        stale = [self.wine.path(self.place) / x for x in ("Lib/verify_app_stale.py", "DLLs/stale.pyd")]
        for file in stale:
            file.write_bytes(b"")
        self.wine.own()
        done = self.setup(self.asked.newer or self.asked.setup, "/S")
        if done.returncode or any(file.exists() for file in stale):
            raise Failed(f"the installer ended with {done.returncode}; stale: {[x.name for x in stale if x.exists()]}")
        if not self.asked.newer and self.files() != self.laid:
            raise Failed("the same version gave other files")
        return f"{self.app('--version').strip()}; modules of before are gone"

    def check(self) -> str:
        self.app("check", SAMPLE)
        return f"{self.events()} events replayed"

    def languages(self) -> str:
        """Pictures of the window in both, to be looked at: its texts, and the shapes of its characters."""
        for language in ("ja", "zh_CN"):
            settings = f"C:\\users\\ann\\in {language}"
            folder = self.wine.path(settings)
            folder.mkdir()
            (folder / "settings.json").write_text(json.dumps({"language": language}), encoding="utf-8")
            self.wine.own()
            self.window = self.wine.start(f"{self.place}\\verify-app.exe", SAMPLE, VERIFY_APP_CONFIG_DIR=settings)
            find_window(TITLE, WAIT_S)
            time.sleep(8)
            picture(self.asked.out / f"windows-{language}.png")
            press("ctrl+q")
            self.window.wait(60)
            self.window = None
        return "windows-ja.png, windows-zh_CN.png"

    def engine(self) -> str:
        done = self.setup(self.asked.engine, "/S")
        if done.returncode:
            raise Failed(f"its installer ended with {done.returncode}: {done.stdout[-300:]}")
        found = json.loads(self.app("selftest", "--json").splitlines()[-1])
        (told,) = (x["detail"] for x in found["steps"] if x["name"] == "engine")
        if not found["ok"] or "with PyTorch" not in told:
            raise Failed(told)
        began = time.monotonic()
        said = self.app("demo", "--headless", r"C:\users\ann\loop", timeout=3600).strip().splitlines()[-1]
        return f"{told}; demo --headless in {time.monotonic() - began:.0f} s: {said}"

    def uninstall(self) -> str:
        quiet = self.wine.registry(f"HKCU\\{UNINSTALL}", "QuietUninstallString") or ""
        return self.gone(quiet, "HKCU")

    def gone(self, quiet: str, hive: str) -> str:
        """Run what the registry says, and look for remains; the folder is known: `reg` prints no 検証 into a pipe."""
        told = re.fullmatch(r'"[^"]+\\uninstall\.exe" (/\w+ /S)', quiet)
        if told is None:
            raise Failed(f"the registry says {quiet!r}")
        done = self.wine.run(f"{self.place}\\uninstall.exe", *told[1].split())
        until = time.monotonic() + 120  # it goes on as a copy of itself
        while self.wine.path(self.place).exists() and time.monotonic() < until:
            time.sleep(1)
        time.sleep(2)
        left = [*(self.files() if self.wine.path(self.place).exists() else ()), *self.links()]
        keys = [rf"{hive}\{UNINSTALL}", rf"{hive}\Software\Classes\verify-app.project", rf"{hive}\Software\verify-app"]
        left += [key for key in keys if self.wine.run("reg", "query", key, "/reg:64").returncode == 0]
        if left or done.returncode:
            raise Failed(f"it ended with {done.returncode}; left behind: {left[:5]}")
        if not (self.wine.path(SAMPLE) / "project.db").is_file():
            raise Failed("the person's project is gone")
        return "nothing is left but the person's projects and settings"

    def for_all(self) -> str:
        self.place = FOR_ALL
        # in words, as NSIS wants it, which takes what stands in quotation marks for no folder
        done = self.setup(self.asked.setup, "/AllUsers", "/S", *f"/D={FOR_ALL}".split(" "))
        if done.returncode:
            raise Failed(f"the installer ended with {done.returncode}: {done.stdout[-300:]}")
        if not self.wine.registry(f"HKLM\\{UNINSTALL}", "QuietUninstallString"):
            raise Failed("the registry has no entry for all users")
        found = json.loads(self.app("selftest", "--json").splitlines()[-1])
        if not found["ok"]:
            raise Failed(json.dumps(found["steps"]))
        self.window = self.wine.start("start", "/wait", f"{SAMPLE}\\project.verify-app")  # a double click
        find_window(TITLE, WAIT_S)
        time.sleep(6)
        press("ctrl+q")
        self.window.wait(60)
        self.window = None
        return f"{FOR_ALL}: selftest ok; a double click on a project's file opens it"

    def uninstall_for_all(self) -> str:
        return self.gone(self.wine.registry(f"HKLM\\{UNINSTALL}", "QuietUninstallString") or "", "HKLM")

    def portable(self) -> str:
        with zipfile.ZipFile(self.asked.zip) as packed:
            packed.extractall(self.wine.drive / "stick")
        self.wine.own()
        self.place = r"C:\stick\verify-app"
        found = json.loads(self.app("selftest", "--json").splitlines()[-1])
        if not found["ok"]:
            raise Failed(json.dumps(found["steps"]))
        return "selftest ok from C:\\stick"


def main(arguments: list[str]) -> int:
    """Prove it; the exit code."""
    parser = argparse.ArgumentParser(
        prog="prove windows", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--setup", type=Path, required=True)
    for name in ("zip", "engine", "newer"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist/proof"))
    asked = parser.parse_args(arguments)
    if os.geteuid() != 0:
        parser.error("the system with Wine is entered with chroot: run it as root")
    with screen(), wine_in(asked.root) as wine:
        proof = Proof(wine, asked)
        good = proof.go()
        print_table("Wine", proof.rows)
    return 0 if good else 1
