"""The closed vocabularies of the domain. Values are what is stored, exported and printed."""

from __future__ import annotations

from enum import StrEnum


class Task(StrEnum):
    """What a project's model predicts. A project has one."""

    DETECT = "detect"
    SEGMENT = "segment"
    OBB = "obb"
    POSE = "pose"
    CLASSIFY = "classify"

    @property
    def region(self) -> str:
        """The kind of region that its objects have (`core.geometry.Region.kind`)."""
        return {"segment": "polygon", "obb": "obb", "pose": "keypoints", "classify": "image"}.get(self.value, "box")


class Origin(StrEnum):
    """Where the pixels come from. Unknown never counts as real."""

    REAL = "real"
    SYNTHETIC = "synthetic"
    UNKNOWN = "unknown"

    @property
    def weakness(self) -> int:
        """Rank for alias groups, where the weaker origin wins: synthetic (2), unknown (1), real (0)."""
        return {"real": 0, "unknown": 1, "synthetic": 2}[self.value]


class Grade(StrEnum):
    """How strong the human evidence for a label is, strongest first; `IMPORTED` is none."""

    BLIND = "blind"
    DRAWN = "drawn"
    CORRECTED = "corrected"
    ACCEPTED = "accepted"
    ATTESTED = "attested"
    IMPORTED = "imported"

    @property
    def verified(self) -> bool:
        """Whether a person stands behind the label."""
        return self is not Grade.IMPORTED


class Verdict(StrEnum):
    """A person's decision on a prediction."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    """False: kept for ever as evidence, suppresses overlapping proposals."""
    FIX_LATER = "fix_later"
    """Rejected, to be settled later: suppresses nothing and blocks completion."""
    DISMISSED = "dismissed"
    """Hidden by the confidence slider when the image was completed; no verdict on truth."""


class ImageState(StrEnum):
    """Where an image stands. Derived, never set."""

    UNREVIEWED = "unreviewed"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    COMPLETE_EMPTY = "complete_empty"
    STALE = "stale"
    MISSING = "missing"

    @property
    def done(self) -> bool:
        """Complete, with or without objects."""
        return self in (ImageState.COMPLETE, ImageState.COMPLETE_EMPTY)


class LabelState(StrEnum):
    """How one object on an image stands, as `verify-app labels` prints it."""

    PROPOSAL = "proposal"
    FIX_LATER = "fix_later"
    VERIFIED = "verified"
    IMPORTED = "imported"
    STALE = "stale"
    SUGGESTION = "suggestion"
    """What a program would draw or correct: no label and no proposal."""


class ActorKind(StrEnum):
    """Who acts. Only a person verifies; `SIMULATED` counts as one in sample projects alone, an `AGENT` never."""

    HUMAN = "human"
    AGENT = "agent"
    """A program that acts: a script or a language model."""
    SIMULATED = "simulated"


class Door(StrEnum):
    """How an event came in."""

    WINDOW = "window"
    TERMINAL = "terminal"
    DECIDE = "decide"
    IMPORT = "import"
    MERGE = "merge"
    JOB = "job"
    UNKNOWN = "unknown"
    """Not known: from before doors were recorded. Never taken for `WINDOW`."""


class Split(StrEnum):
    """Which part of a dataset an image belongs to, for ever."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"
    GOLD = "gold"


class LookKind(StrEnum):
    """What a look of the monitor followed."""

    VERSION = "version"
    TRAINING = "training"
    EVALUATION = "evaluation"
    ASKED = "asked"
