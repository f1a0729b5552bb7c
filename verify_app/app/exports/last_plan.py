"""The plan that was made last: what it says of the next version, and whether it is older than the last decision.

It lies in the project's ``cache/``: it only says again what a dry run says. Without it the meter names no figure of the
next version until there is a plan again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verify_app.core import messages
from verify_app.core.percentages import Of
from verify_app.core.vocabulary import Split
from verify_app.storage.queries import history
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.app.session import Session
    from verify_app.datasets.composition.compose import Plan

KEPT = "plan-1.json"


@dataclass(frozen=True, slots=True)
class LastPlan:
    """What a plan said.

    Parameters
    ----------
    event : int
        The project's last event when it was made.
    real, images : int
        Real-verified and all images in train.
    demanded, floor : str
        The real share it had to reach, and the hard floor, as fractions.
    lacking : tuple of str
        Splits of its ratio without an image.
    verify : str
        What to verify to keep everything, one sentence; empty when nothing is left out for the share.
    """

    event: int
    real: int
    images: int
    demanded: str
    floor: str
    lacking: tuple[str, ...]
    verify: str

    @property
    def share(self) -> Of:
        """Real share in the next version."""
        return Of(self.real, self.images)

    def older(self, reader: Reader, demanded: object, floor: object) -> bool:
        """Whether something was decided since, or the project's policy demands other shares."""
        other = (self.demanded, self.floor) != (str(demanded), str(floor))
        return other or history.decided_since(reader, self.event)


def remember(session: Session, made: Plan, verify: str) -> None:
    """Keep what a plan says; a folder that cannot be written costs the meter a figure, no more."""
    if session.reads_only:
        return
    policy, ratio = made.policy, made.ratio
    plan = LastPlan(
        history.last_event(session.project.read),
        made.after.part,
        made.after.whole,
        str(policy.min_real_share),
        str(policy.hard_floor),
        tuple(split.value for split in Split if ratio.of(split) and not made.count(split)),
        verify,
    )
    folder = session.folder / "cache"
    part = folder / f".{KEPT}.part"
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        part.write_text(json.dumps({**asdict(plan), "templates": messages.templates(verify)}), encoding="utf-8")
        part.replace(folder / KEPT)


def recall(folder: Path, reader: Reader) -> LastPlan | None:
    """The last plan of a project; None where there is none, or none of this project's record."""
    try:
        kept = json.loads((folder / "cache" / KEPT).read_text(encoding="utf-8"))
        kept = messages.restore(kept, kept.pop("templates", {}))
        plan = LastPlan(**{**kept, "lacking": tuple(map(str, kept["lacking"]))})
        whole = all(isinstance(n, int) for n in (plan.event, plan.real, plan.images))
        good = whole and 0 <= plan.real <= plan.images and plan.event <= history.last_event(reader)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return plan if good and all(isinstance(t, str) for t in (plan.demanded, plan.floor, plan.verify)) else None
