"""Command lines of long jobs: the window runs each as a child process, the very command a person could type."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from verify_app.app.session import Session
from verify_app.storage.lock import TOKEN_VARIABLE

TEMPLATES_VARIABLE = "VERIFY_APP_TEMPLATES"
"""Asks for a field ``templates`` in JSON: what the messages in it are made of."""
CANCEL = "cancel"
"""The line that, written to a child's standard input, asks it to stop."""


def python(*arguments: str) -> list[str]:
    """The command that runs this program with `arguments`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "verify_app", *arguments]


def environment(session: Session | None) -> dict[str, str]:
    """Environment of a child: it shows whose it is, speaks UTF-8 and inherits no library path of a frozen program."""
    env = dict(os.environ)
    if session is not None:
        env[TOKEN_VARIABLE] = session.token
    env[TEMPLATES_VARIABLE] = "1"
    env["PYTHONUTF8"] = "1"
    env["PYTHONUNBUFFERED"] = "1"
    if "LD_LIBRARY_PATH_ORIG" in env:
        env["LD_LIBRARY_PATH"] = env.pop("LD_LIBRARY_PATH_ORIG")
    return env


def _job(session: Session, command: str, *arguments: str | Path) -> list[str]:
    texts = [str(a) for a in arguments]
    by = ["--by", session.actor.name]
    # options first: what follows `--` are paths or settings, whatever they begin with
    return python(command, "--progress", "jsonl", *by, *texts)


def _options(**values: object) -> list[str]:
    given = {name: value for name, value in values.items() if value is not None and value != ""}
    return [f"--{name.replace('_', '-')}={value}" for name, value in given.items()]


def add(
    session: Session,
    paths: Sequence[Path],
    origin: str,
    *,
    labels: str = "none",
    images: Path | None = None,
    attest: str | None = None,
    mapping: Sequence[str] = (),
) -> list[str]:
    """Add images; `mapping` holds ``NAME=CLASS``. See `verify-app add --help`."""
    options = _options(origin=origin, labels=labels, images=images, attest=attest)
    options += [f"--map={pair}" for pair in mapping]
    return _job(session, "add", *options, "--", session.folder, *paths)


def predict(
    session: Session,
    model: str,
    *,
    conf: float = 0.05,
    imgsz: int | None = None,
    device: str | None = None,
    which: str = "unreviewed",
    images: Sequence[str] = (),
    download: bool = False,
) -> list[str]:
    """Predict; `download` says that the person agreed to fetch named weights. See `verify-app predict --help`."""
    options = _options(model=model, conf=conf, imgsz=imgsz, device=device, which=which)
    options += [f"--image={name}" for name in images]
    return _job(session, "predict", *options, *(["--download"] if download else []), "--", session.folder)


def embeddings(session: Session) -> list[str]:
    """Record what images look like, where that is missing; see `verify-app embeddings --help`."""
    return _job(session, "embeddings", "--", session.folder)


def export(
    session: Session,
    out: Path,
    *,
    min_real_share: str | None = None,
    mode: str = "trim",
    seed: int = 0,
    split: str = "80/10/10",
    dry_run: bool = False,
    yes: bool = False,
) -> list[str]:
    """Export a version, or only say what it would be; see `verify-app export --help`."""
    flags = (["--dry-run"] if dry_run else []) + (["--yes"] if yes else [])
    options = _options(min_real_share=min_real_share, mode=mode, seed=seed, split=split)
    return _job(session, "export", *options, *flags, "--", session.folder, out)


def train(
    session: Session,
    version: str,
    *,
    base: str,
    epochs: int | None = None,
    imgsz: int | None = None,
    device: str | None = None,
) -> list[str]:
    """Train on a version; see `verify-app train --help`."""
    return _job(
        session, "train", *_options(base=base, epochs=epochs, imgsz=imgsz, device=device), session.folder, version
    )


def evaluate(session: Session, models: Sequence[str], *, device: str | None = None) -> list[str]:
    """Evaluate models on gold; see `verify-app evaluate --help`."""
    return _job(session, "evaluate", *_options(device=device), "--", session.folder, *models)


def cycle(
    session: Session,
    *,
    when_fresh: int,
    train: bool,
    evaluate: bool,
    predict: bool,
    stop_on_alarm: bool,
    use_unmeasured: bool,
    epochs: int | None = None,
    base: str = "",
    device: str | None = None,
) -> list[str]:
    """From the newest human work to the next model; see `verify-app cycle --help`."""
    given = {"--train": train, "--evaluate": evaluate, "--no-predict": not predict, "--use-unmeasured": use_unmeasured}
    options = _options(when_fresh=when_fresh, epochs=epochs, base=base, device=device)
    options += [name for name, on in given.items() if on] + (["--stop-on=alarm"] if stop_on_alarm else [])
    return _job(session, "cycle", *options, "--", session.folder)


def check(session: Session) -> list[str]:
    """Prove the record and look at every file again, as JSON; see `verify-app check --help`."""
    return python("check", "--json", "--by", session.actor.name, "--", str(session.folder))


def model_add(session: Session, file: str, *, download: bool = False) -> list[str]:
    """Add weights to the project; see `verify-app model add --help`."""
    flags = ["--download"] if download else []
    return python(
        "model", "add", "--progress", "jsonl", "--by", session.actor.name, *flags, "--", str(session.folder), file
    )


def model_classes(file: str) -> list[str]:
    """Print a model's class names as JSON; loading a model is a child's work."""
    return python("model", "show", "--json", "--", file)


def contents(paths: Sequence[Path], task: str, skeleton: str = "") -> list[str]:
    """Print as JSON what lies in folders; see `verify-app contents --help`."""
    return python("contents", "--json", *_options(task=task, skeleton=skeleton), "--", *map(str, paths))
