"""One arm's sample project: people's work, the model's labels and the gate's versions, through the program's functions.

Nothing here reaches past `verify_app.app`: images come in by `add`, models look at them by `predict`, a simulated
reviewer decides by the verbs of the window, versions leave by `export` and are trained by `train_version`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.benchmarks.collapse import sources
from tests.benchmarks.collapse.arms import Arm
from tests.benchmarks.collapse.human_time import seconds
from tests.benchmarks.collapse.sources import Drawn, Objects, Source
from verify_app.app.demo.simulated_reviewers import Habit, SimulatedReviewer, Worked
from verify_app.app.exports.export import Exported, ExportOptions, described, export
from verify_app.app.exports.project_policy import store
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.publisher_splits import take_in
from verify_app.app.models import keep_model, open_model
from verify_app.app.predict import Options, predict
from verify_app.app.project.create import create_project
from verify_app.app.review.image_view import look
from verify_app.app.review.queue import Queue
from verify_app.app.session import Session, person
from verify_app.app.training import TrainOptions, add_model, train_version
from verify_app.core.geometry import Box
from verify_app.core.receipt.receipt import Override
from verify_app.core.records import ModelInfo
from verify_app.core.trials.trials import TrialObject
from verify_app.core.vocabulary import ActorKind, Door, Grade, LabelState, Origin, Split
from verify_app.datasets.composition.candidates import Candidate
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.verify import verify_version
from verify_app.monitor.trust import Result, is_noticed

ANY_DEPTH = 1000
"""The policy's greatest: as good as off."""
WHO = "experiment"
SAME_BOX = 0.98
"""From this overlap on a correction changed the class and not the box (domain glossary)."""
FIRST = "g0"


@dataclass(slots=True)
class Reviewed:
    """What a reviewer did in one generation."""

    images: int = 0
    seconds: float = 0.0
    acts: Counter[str] = field(default_factory=Counter)
    trials: list[Result] = field(default_factory=list)

    def line(self) -> dict[str, Any]:
        """As it is published."""
        caught = sum(bool(one.caught) for one in self.trials)
        return {
            "images": self.images,
            "seconds": round(self.seconds, 1),
            **dict(sorted(self.acts.items())),
            "trials": len(self.trials),
            "caught": caught,
        }


class Sample:
    """A sample project in a folder of its own; scenes are drawn beside it."""

    def __init__(self, folder: Path, source: Source, *, honeypots: float = 0.05) -> None:
        self.folder, self.source = folder, source
        self._truth: dict[str, Objects] = {}
        actor = person(WHO, ActorKind.SIMULATED, Door.JOB)
        create_project(folder / "project", classes=source.names, actor=actor, demo=True)
        self.session = Session.open(folder / "project", WHO, kind=ActorKind.SIMULATED, door=Door.JOB)
        self._results: list[Result] = []

    def close(self) -> None:
        self.session.close()

    def begin(self, drawn: Sequence[Drawn], val: Sequence[Drawn]) -> list[Objects]:
        """Generation 0: scenes that people have labelled and vouch for, and the set that picks epochs, as published.

        Returns what is on the scenes of generation 0.
        """
        root = self.folder / FIRST
        for split, some in (("train", drawn), ("val", val)):
            self._truth |= sources.write(self.source, some, root / "images" / split, root / "labels" / split)
        data = sources.data_yaml(root, self.source.names, train="images/train", val="images/val")
        done = add(self.session, [data], AddOptions(Origin.REAL, labels="yolo", attest=WHO))
        if done.attested == 0 or len(done.images) != len(drawn) + len(val):
            raise SystemExit(f"Of {len(drawn) + len(val)} scenes {len(done.images)} came in: {done.findings}")
        return [self._truth[one.name] for one in drawn]

    def meet(self, generation: int, drawn: Sequence[Drawn]) -> list[int]:
        """New scenes, with nothing known of them; for training, if anything."""
        folder = self.folder / f"g{generation}"
        self._truth |= sources.write(self.source, drawn, folder, None)
        done = add(self.session, [folder], AddOptions(Origin.REAL))
        take_in(self.session, dict.fromkeys(done.images, Split.TRAIN.value), "collapse")
        return list(done.images)

    def take_model(self, weights: Path, name: str) -> ModelInfo:
        """Weights that were trained beside the program; they come in as of unknown lineage."""
        with open_model(weights) as engine:
            return keep_model(self.session, weights, engine.card, name=name, detail={"imgsz": self.source.size})

    def label(self, model: str, images: Sequence[int], threshold: float) -> int:
        """Let a model label images; how many objects it says."""
        options = Options(conf=threshold, imgsz=self.source.size, device="cpu", engine="ultralytics", images=images)
        done = predict(self.session, model, options)
        if done.problems:
            raise SystemExit(f"The model could not look at all images: {done.problems[0]}")
        return done.predictions

    def review(self, images: Sequence[int], habit: Habit, budget: float, *, seed: int, most: int) -> Reviewed:
        """Go through the queue of new images until the time is spent; the image at hand is finished."""
        new = set(images)
        reviewer = SimulatedReviewer(self.session, habit, self._objects, seed=seed)
        done = Reviewed()
        for image_id in [i for i in Queue(self.session).order() if i in new]:
            if done.seconds >= budget or done.images >= most:
                break
            worked = reviewer.work([image_id])
            done.images += 1
            done.seconds += self._took(image_id, done.acts)
            done.trials += [
                Result(o.error, bool(o.caught), o.judgement.false_alarms, o.judgement.unaltered)
                for o in _judged(worked)
            ]
        self._results += done.trials
        return done

    @property
    def noticed(self) -> bool:
        """Whether what came of honeypots so far shows that the reviewer does not look."""
        return is_noticed(self._results)

    def _objects(self, image_id: int) -> list[TrialObject]:
        size = self.source.size
        ids = [c.id for c in self.session.classes]
        found = []
        for index, x, y, w, h in self._truth[look(self.session, image_id).file.stem]:
            box = Box((x - w / 2) * size, (y - h / 2) * size, (x + w / 2) * size, (y + h / 2) * size)
            found.append(TrialObject(ids[index], box))
        return found

    def _took(self, image_id: int, acts: Counter[str]) -> float:
        """Seconds that the review of an image takes a person, from what it left on record."""
        items = [item for item in look(self.session, image_id).items if item.state is LabelState.VERIFIED]
        drawn = sum(item.grade in (Grade.DRAWN, Grade.BLIND) for item in items)
        corrected = [item for item in items if item.grade is Grade.CORRECTED]
        moved = sum(item.original is not None and item.original.overlap(item.region) < SAME_BOX for item in corrected)
        shown = self.session.project.read.one(_SHOWN, image_id)
        rejected = self.session.project.read.one(_REJECTED, image_id)
        accepted = len(items) - drawn - len(corrected)
        acts.update(drawn=drawn, corrected=len(corrected), rejected=rejected, accepted=accepted)
        return seconds(looked=shown, reshaped=moved, reclassed=len(corrected) - moved, drawn=drawn, rejected=rejected)

    def candidates(self, threshold: float) -> list[Candidate]:
        """Everything that could be trained on: verified images, and others with what the model is sure of."""
        return list(read_pool(self.session.project.read, pseudo_conf=Fraction(str(threshold))).candidates)

    def generation_of(self, candidate: Candidate) -> int:
        """In which generation it came in; -1 for the set that picks epochs."""
        if candidate.stated is Split.VAL:
            return -1
        folder = candidate.file.parent
        return 0 if folder.parent.name == "images" else int(folder.name[1:])

    def export(self, arm: Arm, threshold: float) -> Exported:
        """A version under the arm's policy; on record."""
        store(self.session, policy_of(arm, threshold))
        number = len(list(self.folder.glob("versions/v*"))) + 1
        out = self.folder / "versions" / f"v{number}"
        overrides = () if arm.tail_floor else (Override("tail_floor", "an arm of the experiment", WHO),)
        return export(self.session, out, ExportOptions(yes=True, overrides=overrides))

    def train(
        self, version: str, base: Path, epochs: int, seed: int, settings: Mapping[str, object], batch: int
    ) -> Path:
        """Train on a version with the program; the new weights, which are in the project."""
        known = add_model(self.session, base)
        options = TrainOptions(epochs, self.source.size, "cpu", batch, seed, settings)
        made = train_version(self.session, version, known.name, options)
        return self.session.folder / "models" / made.model.file

    def came_of(self, weights: Path, version: Path) -> ModelInfo:
        """Weights of an earlier run of the same chain, with the version they say they were trained on."""
        return add_model(self.session, weights, version=version)


_SHOWN = "SELECT count(*) FROM prediction WHERE image_id = ?"
_REJECTED = "SELECT count(*) FROM verdict WHERE image_id = ? AND verdict = 'rejected'"


def _judged(worked: Worked) -> list[Result]:
    """What honeypots told, of those that were answered."""
    found = [(one.error, one.judgement) for one in worked.outcomes if one.caught is not None]
    return [Result(error, bool(said.caught), said.false_alarms, said.unaltered) for error, said in found]


def policy_of(arm: Arm, threshold: float) -> Policy:
    """The gate's policy for an arm."""
    return Policy(
        min_real_share=Fraction(arm.share),
        max_depth=ANY_DEPTH if arm.depth is None else arm.depth,
        min_fresh_share=Fraction(1, 10) if arm.fresh else Fraction(0),
        pseudo_conf=Fraction(str(threshold)),
    )


def receipt_line(done: Exported) -> dict[str, Any]:
    """What is published of a version: its receipt's digest, what `verify-version` says, what was left out and why."""
    checked = verify_version(done.folder)
    told = described(done.plan)
    return {
        "version": done.name,
        "receipt": done.digest,
        "verify_version": {"receipt": checked.digest, "problems": list(checked.problems)},
        "images": told["images"],
        "real_share": told["real_share"],
        "left_out": told["left_out"]["by_reason"],
        "rules": {rule["name"]: rule["measured"] for rule in told["rules"]},
    }
