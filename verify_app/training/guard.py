"""The gate in the trainer: before the first epoch, what was really loaded must be what the receipt states.

For scripts of one's own::

    from ultralytics import YOLO
    from verify_app.training import guard

    model = YOLO("yolo26n.pt")
    guard(model, "versions/v3")
    model.train(data="versions/v3/data.yaml")
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report, silent
from verify_app.core.receipt.receipt import DATA
from verify_app.training.loader_contents import arrays_differ, loaded, names_differ, points_differ, sampler_differs
from verify_app.training.loader_diff import Loaded, differences, per_class
from verify_app.training.scratch_mirror import Pair, mirror
from verify_app.training.version_contents import Contents, contents

SPLITS = ("train", "val")


@dataclass(frozen=True, slots=True)
class Counts:
    """Images and objects of one split that the trainer loaded, found equal to the receipt."""

    images: int
    objects: Mapping[str, int]


def guard(model: Any, version: Path | str) -> None:
    """Make an Ultralytics model refuse to train on anything but `version`.

    The version is re-checked now; the check of what was loaded runs when training starts. A version given as the data
    itself is read through a scratch mirror, since Ultralytics would leave caches in it and may replace images.

    Parameters
    ----------
    model : ultralytics.YOLO
        Callbacks are added to it.
    version : path
        Folder with ``receipt.json`` and ``data.yaml``.

    Raises
    ------
    UserError
        Now, when the version differs from its receipt; out of ``model.train()``, before the first epoch, when what
        was loaded differs from it.
    """
    Guard(contents(Path(version))).attach(model)


@dataclass(slots=True, weakref_slot=True, eq=False)
class Guard:
    """The check as trainer callbacks. `counts` is filled by split once it has passed."""

    version: Contents
    report: Report = silent
    counts: dict[str, Counts] = field(default_factory=dict)
    _checked: list[Any] = field(default_factory=list)
    _room: ExitStack = field(default_factory=ExitStack)
    _given: str = ""

    def attach(self, model: Any) -> None:
        """Add the callbacks to a model or a trainer."""
        model.add_callback("on_pretrain_routine_start", self._step_aside)
        model.add_callback("on_pretrain_routine_end", self.check)
        # out of memory in the first epoch makes the trainer build new loaders
        model.add_callback("on_train_epoch_start", self.check)
        model.add_callback("teardown", self._clean)
        # where the trainer fails before its teardown
        weakref.finalize(self, self._room.close)

    def _step_aside(self, trainer: Any) -> None:
        """Point a trainer that would read the version itself at a mirror of it."""
        given = Path(str(trainer.args.data))
        if given.exists() and given.resolve() in (self.version.folder, self.version.folder / DATA):
            self._clean(trainer)
            self._given = str(given.resolve())
            trainer.args.data = str(self._room.enter_context(_scratch_of(self.version, self.report)))

    def _clean(self, _: Any) -> None:
        self._room.close()
        self._given = ""

    def check(self, trainer: Any) -> None:
        """Compare what `trainer` holds with the version.

        Raises
        ------
        UserError
            When anything differs: one sentence that says what and how many.
        """
        datasets = [trainer.train_loader.dataset, trainer.test_loader.dataset]
        if len(self._checked) == 2 and all(a is b for a, b in zip(datasets, self._checked, strict=True)):
            return
        task = str(trainer.args.task)
        found: list[str] = (
            []
            if task == self.version.task
            else [M("a model for {task} instead of {wanted}", task=task, wanted=self.version.task)]
        )
        if not found:
            found = self._differences(trainer)
        if found:
            raise UserError(_refusal(self.version.folder.name, found, _suspects(trainer.args)))
        self._checked = datasets
        if self._given:
            # what the weights will say they were trained on, and lead to the receipt by
            trainer.args.data = self._given

    def _differences(self, trainer: Any) -> list[str]:
        version = self.version
        found = names_differ(version, trainer.data.get("names")) + points_differ(version, trainer.data)
        for split, loader in zip(SPLITS, (trainer.train_loader, trainer.test_loader), strict=True):
            samples, held = version.splits.get(split, ()), loaded(loader.dataset, version)
            found += differences(samples, held, split=split, names=version.names, report=self.report)
            found += sampler_differs(loader, split) + arrays_differ(loader.dataset, split)
            self.counts[split] = _counts(held, version.names)
        return found


def pairs_of(version: Contents) -> dict[str, list[Pair]]:
    """What a trainer needs of a version, for a mirror."""
    return {split: [Pair(s.name, s.image, s.label) for s in version.splits[split]] for split in SPLITS}


@contextmanager
def _scratch_of(version: Contents, report: Report) -> Iterator[Path]:
    """The ``data.yaml`` of a mirror beside the version, where links cost no space, or else in the system's place."""
    with ExitStack() as stack:
        try:
            beside = tempfile.TemporaryDirectory(prefix=".verify-app-mirror-", dir=version.folder.parent)
            room = stack.enter_context(beside)
        except OSError:
            room = stack.enter_context(tempfile.TemporaryDirectory(prefix="verify-app-mirror-"))
        folder = Path(room) / "mirror"
        yield stack.enter_context(mirror_of(version, folder, report=report))


def mirror_of(version: Contents, folder: Path, *, report: Report) -> AbstractContextManager[Path]:
    """A scratch mirror of what a trainer reads of a version."""
    pairs, names = pairs_of(version), version.names
    return mirror(pairs, folder, names=names, task=version.task, skeleton=version.skeleton, report=report)


def _counts(loaded: Loaded, names: Sequence[str]) -> Counts:
    objects = per_class(loaded.rows, names)
    return Counts(len(loaded.files), {name: objects[name] for name in names})


def _suspects(args: Any) -> str:
    """The settings that most likely made the difference."""
    usual = {"fraction": 1.0, "single_cls": False, "classes": None, "split": "val"}
    return ", ".join(f"{k}={getattr(args, k)}" for k, usual_ in usual.items() if getattr(args, k, usual_) != usual_)


def _refusal(version: str, found: Sequence[str], suspects: str) -> M:
    """The sentence for what was loaded otherwise than the receipt says."""
    if suspects:
        return M(
            "Training stopped before the first epoch, because the trainer did not load what the receipt of {version} "
            "states: {found} (set: {settings}); train on the unchanged version without settings that leave out or "
            "change labels.",
            version=version,
            found=joined(found, "; "),
            settings=suspects,
        )
    return M(
        "Training stopped before the first epoch, because the trainer did not load what the receipt of {version} "
        "states: {found}; train on the unchanged version without settings that leave out or change labels.",
        version=version,
        found=joined(found, "; "),
    )
