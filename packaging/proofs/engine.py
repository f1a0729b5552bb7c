"""The engine add-on on a clean Debian system: found, predicted with, trained with, and gone again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from proofs.steps import USER, Failed, Root

DEMO = "/usr/lib/verify-app/_internal/resources/demo"
PROJECT, LOOP = f"/home/{USER}/with-pt", f"/home/{USER}/loop"


class EngineProof:
    """The steps, for a system on which nothing is installed yet."""

    def __init__(self, root: Root, light: Path, engine: Path, before: set[str]) -> None:
        self.root, self.light, self.addon, self.before = root, light, engine, before

    def steps(self) -> list[tuple[str, Callable[[], str]]]:
        return [
            ("install both", self.install),
            ("selftest says so", self.selftest),
            ("predict with a .pt", self.predict),
            ("the whole loop, with training", self.loop),
            ("purge both leaves nothing", self.purge),
        ]

    def app(self, *arguments: str) -> str:
        return self.root.run("verify-app", *arguments, user=USER, timeout=3600)

    def install(self) -> str:
        for name, deb in (("light", self.light), ("engine", self.addon)):
            shutil.copy(deb, self.root.folder / f"root/{name}.deb")
        self.root.run("dpkg", "-i", "/root/light.deb", "/root/engine.deb", timeout=1800)
        for name in ("light", "engine"):
            (self.root.folder / f"root/{name}.deb").unlink()
        size = sum(x.stat().st_size for x in (self.root.folder / "usr/lib/verify-app/engine").rglob("*") if x.is_file())
        return f"add-on of {size / 1e6:.0f} MB"

    def selftest(self) -> str:
        found = json.loads(self.app("selftest", "--json").splitlines()[-1])
        (engine,) = (step for step in found["steps"] if step["name"] == "engine")
        if not (found["ok"] and engine["facts"]["engine"]):
            raise Failed(json.dumps(found["steps"]))
        return str(engine["detail"])

    def predict(self) -> str:
        self.app("init", PROJECT, "--classes", f"{DEMO}/classes.txt")
        self.app("add", PROJECT, f"{DEMO}/images/real", "--origin", "real")
        self.app("predict", PROJECT, "--model", f"{DEMO}/model.pt")
        proposals = int(json.loads(self.app("status", "--json", PROJECT))["proposals"])
        if proposals < 100:
            raise Failed(f"{proposals} proposals")
        return f"{proposals} proposals"

    def loop(self) -> str:
        """The sample reviewed by a script, exported, trained on, evaluated: what `demo --headless` says of it."""
        said = self.app("demo", "--headless", LOOP).splitlines()
        return "; ".join(line.strip() for line in said[-3:])

    def purge(self) -> str:
        self.root.run("dpkg", "-P", "verify-app-engine", "verify-app")
        left = sorted(self.root.files() - self.before)
        if left:
            raise Failed(f"left behind: {left[:5]}")
        return "nothing"
