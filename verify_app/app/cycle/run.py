"""Run a cycle: each step once, in order; one that was cut off is gone on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify_app.app import predict as predicting
from verify_app.app.cycle import steps
from verify_app.app.cycle.fresh import fresh_images, parent_version, too_few
from verify_app.app.cycle.state import STEPS, CycleState, keep_state, put_state, state_of
from verify_app.app.cycle.verdict import CycleOutcome
from verify_app.app.exports.export import ExportOptions
from verify_app.app.model_in_use import in_use, put_in_use
from verify_app.app.monitoring.record import record_look
from verify_app.app.session import Session
from verify_app.app.training import TrainOptions
from verify_app.core.errors import Cancelled, PolicyError, UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.vocabulary import ImageState, LookKind
from verify_app.storage.queries.history import last_event
from verify_app.storage.queries.image_list import tallies

NOTHING, STOPPED, DONE = "nothing", "stopped", "done"


@dataclass(frozen=True, slots=True)
class CycleOptions:
    """What a cycle does.

    Parameters
    ----------
    when_fresh : int
        It does nothing while fewer images were verified since the parent version.
    train, evaluate, predict : bool
        Which steps besides exporting and looking for drift.
    stop_on_alarm : bool
        The new model is not taken into use, and nothing predicted, while the monitor has an alarm.
    use_unmeasured : bool
        Somebody agrees to a new model that the gold images cannot judge.
    base : str or None
        What to train from; None: the model in use, or the .pt weights it was made of.
    anew : bool
        Leave a cycle that was cut off where it is and begin another.
    """

    when_fresh: int = 1
    train: bool = False
    evaluate: bool = False
    predict: bool = True
    stop_on_alarm: bool = False
    use_unmeasured: bool = False
    base: str | None = None
    anew: bool = False
    exporting: ExportOptions = field(default_factory=ExportOptions)
    training: TrainOptions = field(default_factory=TrainOptions)
    conf: float = 0.05

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps it goes through, in order."""
        left = {"train": self.train, "evaluate": self.evaluate, "use": self.train, "predict": self.predict}
        return tuple(step for step in STEPS if left.get(step, True))


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A step that is done; `before` when an earlier run of the cycle had done it."""

    name: str
    sentence: str
    before: bool
    found: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CycleResult:
    """What a cycle came to.

    Parameters
    ----------
    outcome : str
        ``nothing`` (too little is fresh), ``stopped`` (on an alarm) or ``done``.
    in_use : str or None
        Name of the model in use now.
    advice : str
        What to do next.
    """

    outcome: str
    steps: tuple[CycleStep, ...]
    in_use: str | None
    advice: str


def run_cycle(session: Session, options: CycleOptions, *, report: Report = silent) -> CycleResult:
    """Go through a cycle; what is done is written down step by step, and a cycle that was cut off is gone on with.

    Raises
    ------
    UserError
        From a step; what was done until then stands, and the same command goes on from there.
    PolicyError
        When the policy cannot be met.
    Cancelled
        From `report`.
    """
    state = state_of(session.project.read)
    resumed = state is not None and not state.ended and not options.anew
    if state is None or not resumed:
        number = 1 if state is None else state.number + 1
        using = in_use(session.project.read)
        state = CycleState(number, using.model.sha256 if using else None)
    if "export" not in state.done and not steps.exported(session, state):
        parent = parent_version(session, trains=options.train)
        fresh = fresh_images(session, parent)
        if fresh < options.when_fresh:
            return CycleResult(NOTHING, (), _name_in_use(session), too_few(fresh, options.when_fresh, parent))
    return _Cycle(session, options, report, state).go()


def _name_in_use(session: Session) -> str | None:
    using = in_use(session.project.read)
    return using.model.name if using else None


class _Cycle:
    """One cycle under way."""

    def __init__(self, session: Session, options: CycleOptions, report: Report, state: CycleState) -> None:
        self._session, self._options, self._report, self._state = session, options, report, state
        self._told: list[CycleStep] = []

    def go(self) -> CycleResult:
        works: Mapping[str, Callable[[], Mapping[str, Any]]] = {
            "export": self._export,
            "train": self._train,
            "evaluate": self._evaluate,
            "monitor": self._monitor,
            "use": self._use,
            "predict": self._predict,
        }
        stopped = False
        for step in self._options.steps:
            before = step in self._state.done
            found = self._state.done[step] if before else works[step]()
            stopped = step == "monitor" and self._options.stop_on_alarm and bool(found["alarms"])
            last = stopped or step == self._options.steps[-1]
            if not before or last:
                self._finish(step, found, last=last)
            self._told.append(CycleStep(step, found["sentence"], before, found))
            if stopped:
                break
        return CycleResult(
            STOPPED if stopped else DONE, tuple(self._told), _name_in_use(self._session), self._advice(stopped)
        )

    # --- the steps ----------------------------------------------------------------------------------------

    def _export(self) -> Mapping[str, Any]:
        known = steps.exported(self._session, self._state)
        if known is None:
            known = self._write_version()
        return known

    def _write_version(self) -> Mapping[str, Any]:
        begun = self._state.begun.get("export", {}).get("out")
        telling, how = self._telling("export"), self._options.exporting
        if begun is not None:
            try:  # the same composition takes up what was cut off
                return steps.export_step(self._session, Path(begun), how, report=telling)
            except (PolicyError, Cancelled):
                raise
            except UserError:
                if not Path(begun).exists():
                    raise
        # never begun, or more was verified since than what lies in that folder
        out = steps.free_folder(self._session)
        self._begin("export", {"out": str(out)})
        return steps.export_step(self._session, out, how, report=telling)

    def _train(self) -> Mapping[str, Any]:
        version = self._state.done["export"]["version"]
        known = steps.trained(self._session, self._state, version)
        if known is None:
            base = steps.base_of(self._session, self._options.base)
            self._begin("train", {"models": max((m.id for m in self._session.project.read.models()), default=0)})
            how = self._options.training
            known = steps.train_step(self._session, version, base, how, report=self._telling("train"))
        return known

    def _evaluate(self) -> Mapping[str, Any]:
        models, why = steps.to_compare(self._session, self._state)
        known = steps.evaluated(self._session, self._state, models)
        if known is None and models:
            self._begin("evaluate", {"event": last_event(self._session.project.read)})
            how = self._options.training
            known = steps.evaluate_step(self._session, models, how.device, report=self._telling("evaluate"))
        return steps.evaluation_told(self._session, models, known, why)

    def _monitor(self) -> Mapping[str, Any]:
        version = self._state.done["export"]["version"]
        found = record_look(self._session, LookKind.ASKED, version, report=self._telling("monitor"))
        nothing = M("Nothing has drifted, as far as chance lets one tell.")
        said = [*found.headline, *found.alarms] or [nothing]
        return {"alarms": list(found.alarms), "sentence": said[0]}

    def _use(self) -> Mapping[str, Any]:
        decided = steps.decided(self._session, self._state, agreed=self._options.use_unmeasured)
        return {"outcome": decided.outcome.value, "take": decided.take, "sentence": decided.reason}

    def _predict(self) -> Mapping[str, Any]:
        using = in_use(self._session.project.read)
        if using is None:
            return {"sentence": M("There is no model yet that could predict."), "images": 0}
        how = predicting.Options(conf=self._options.conf, device=self._options.training.device)
        done = predicting.predict(self._session, using.model.name, how, report=self._telling("predict"))
        sentence = M(
            "{model} looked at {n} unreviewed images and proposes {found} objects.",
            model=using.model.name,
            n=done.images,
            found=done.predictions,
        )
        return {"sentence": sentence, "images": done.images, "predictions": done.predictions, "run": done.run}

    # --- how far it is -------------------------------------------------------------------------------------

    def _begin(self, step: str, known: Mapping[str, Any]) -> None:
        self._state = self._state.beginning(step, known)
        keep_state(self._session, self._state)

    def _finish(self, step: str, found: Mapping[str, Any], *, last: bool) -> None:
        """Write a step down; with the one that decides, in the same transaction, which model is in use."""
        self._state = self._state.finished(step, found, last=last)
        with self._session.project.transact(self._session.actor, "model_use" if step == "use" else "cycle") as tx:
            if step == "use":
                model = steps.chosen(self._session, self._state)
                if model is not None:
                    put_in_use(tx, model, found["sentence"])
            put_state(tx, self._state)

    def _telling(self, step: str) -> Report:
        number = self._options.steps.index(step) + 1
        return _Told(self._report, step, number, len(self._options.steps))

    def _advice(self, stopped: bool) -> str:
        if stopped:
            return M("Look at what has drifted (Project › Monitor) before a new model is trained or taken into use.")
        use = self._state.done.get("use")
        if use is None or use["take"]:
            images = sum(t.images for t in tallies(self._session.project.read) if t.state is ImageState.UNREVIEWED)
            return M("Review the {n} images that are left.", n=images) if images else M("Nothing is left to review.")
        outcome = CycleOutcome(use["outcome"])
        if outcome in (CycleOutcome.DEGRADED, CycleOutcome.TAIL_LOST):
            return M("Verify more real images of the classes that lost ground, then start the cycle again.")
        return M(
            "Reserve more real images for gold and verify them; or look at the new model yourself and take it into "
            "use: `verify-app model use`."
        )


class _Told:
    """Reports a step's progress under the cycle's own count of steps, and hands on what is wished."""

    def __init__(self, report: Report, step: str, number: int, count: int) -> None:
        self._report, self._step, self._number, self._count = report, step, number, count
        self.wishes = getattr(report, "wishes", None)

    def __call__(self, told: Progress) -> None:
        text = M("Step {n} of {all}: {text}", n=self._number, all=self._count, text=told.text or _NAMES[self._step])
        self._report(replace(told, text=text))


_NAMES = {
    "export": M("writing the version"),
    "train": M("training"),
    "evaluate": M("measuring on gold"),
    "monitor": M("looking for drift"),
    "use": M("choosing the model"),
    "predict": M("predicting"),
}
