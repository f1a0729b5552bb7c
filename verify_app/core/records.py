"""What the project holds, as immutable records. Ids are the database's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from verify_app.core.geometry import Region
from verify_app.core.vocabulary import ActorKind, Door, Grade, LabelState, Origin, Verdict


class Actor(NamedTuple):
    """Who does something, and through which door."""

    name: str
    kind: ActorKind = ActorKind.HUMAN
    door: Door = Door.UNKNOWN

    @property
    def attests(self) -> bool:
        """Whether a person takes responsibility for what no screen of ours showed: it is at most attested."""
        return self.kind is ActorKind.HUMAN and self.door in (Door.DECIDE, Door.IMPORT, Door.MERGE)


class LabelClass(NamedTuple):
    """One entry of the ordered class list; `id` is for life, `merged_into` names the class that took it over."""

    id: int
    name: str
    merged_into: int | None = None


class Source(NamedTuple):
    """Where images came from. `root` is an absolute folder and can be relocated."""

    id: int
    name: str
    root: str
    origin: Origin


class Scan(NamedTuple):
    """What was found when an image's file was last looked at.

    Parameters
    ----------
    width, height : int
        As displayed after EXIF orientation; 0 when unknown.
    problem : str or None
        One sentence when the file cannot be used.
    modified : int
        The file's time of modification in nanoseconds, only to see quickly that it may have changed; 0 when unknown.
    """

    sha256: str
    bytes: int
    width: int
    height: int
    problem: str | None = None
    modified: int = 0


class Prediction(NamedTuple):
    """What a run said of one object. An immutable fact."""

    id: int
    image_id: int
    run_id: int
    class_id: int
    region: Region
    conf: float


@dataclass(frozen=True, slots=True)
class Label:
    """One object on one image, made by a person's decision or an import.

    `bound` ties the verification to what was looked at (`core.derive.binding`); `by` says who verified it, `door`
    through which door.
    """

    id: int
    image_id: int
    class_id: int
    region: Region
    grade: Grade
    by: str | None
    by_kind: ActorKind | None
    bound: str | None
    prediction_id: int | None = None
    imported_id: int | None = None
    flag: str | None = None
    door: Door | None = None
    suggestion_id: int | None = None
    """The suggestion of a program that it came from."""

    @property
    def stands(self) -> bool:
        """Whether a person, or somebody simulated, said it is there, on whatever bytes; a program's word is none."""
        return self.grade.verified and self.by_kind is not ActorKind.AGENT


class Ruling(NamedTuple):
    """A verdict on one prediction, with the prediction's region (rejected ones suppress what overlaps them).

    `current` is false when the run saw other bytes than the file has now: the verdict then says nothing of them.
    """

    prediction: Prediction
    verdict: Verdict
    label_id: int | None = None
    by: str | None = None
    current: bool = True


class Mark(NamedTuple):
    """What a person said of a whole image, bound to the SHA-256 of the bytes they looked at.

    `grade` says how strong their word is that nothing is missing: blind, accepted (they looked) or attested.
    """

    image_id: int
    complete: bool = False
    by: str | None = None
    by_kind: ActorKind | None = None
    sha256: str | None = None
    flag: str | None = None
    door: Door | None = None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One object as the screen and `verify-app labels` show it: a proposal, a label or what a program suggests.

    Parameters
    ----------
    id : str
        ``P12`` for a prediction, ``L7`` for a label, ``S3`` for a suggestion.
    conf : float or None
        The model's confidence where a prediction stands behind it.
    original : Region or None
        The model's region where a person changed it.
    folded : tuple of Item
        What is folded under it, the surest first: shown and decided with it (`core.overlap_groups`).
    said : tuple of (str, str)
        What programs suggest about it: who, and what (`core.suggestions.SAID`). No part of what a person decides on.
    door : Door or None
        Through which door a label was verified.
    """

    id: str
    state: LabelState
    class_id: int
    region: Region
    conf: float | None = None
    grade: Grade | None = None
    by: str | None = None
    flag: str | None = None
    original: Region | None = None
    folded: tuple[Item, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    door: Door | None = None
    _print: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def fingerprint(self) -> str:
        """Digest of what a person sees of it; worked out once."""
        if not self._print:
            seen = [self.id, self.state, self.class_id, self.region.data(), self.flag or ""]
            self._print.append(hashlib.sha256(json.dumps(seen, separators=(",", ":")).encode()).hexdigest()[:32])
        return self._print[0]


class Proof(StrEnum):
    """Who says on which version a model was trained: the weights, or only the person who added them."""

    PROVED = "proved"
    CLAIMED = "claimed"


UNKNOWN = "unknown"
"""Lineage of weights that lead to none of our receipts."""


class ModelInfo(NamedTuple):
    """Weights known to the project, by SHA-256, with round and depth (see the domain glossary).

    `lineage` is the digest of the receipt they were trained under, or `UNKNOWN`; `proof` is None then, and of models
    that were added before it was kept.
    """

    id: int
    name: str
    sha256: str
    file: str
    task: str
    names: Mapping[int, str]
    round: int = 0
    depth: int = 0
    lineage: str = UNKNOWN
    version: str | None = None
    base: str | None = None
    proof: Proof | None = None


class Detection(NamedTuple):
    """One object as an engine returns it: model class index, pixels, confidence 0 to 1.

    The region is what the model's task gives: box, oriented box, polygon, keypoints or the whole image.
    """

    cls: int
    region: Region
    conf: float


class PictureStat(NamedTuple):
    """Numbers of one picture.

    Parameters
    ----------
    width, height : int
        Pixels, as displayed.
    brightness : float
        Mean grey value, 0 to 1.
    blur : float
        Variance of the Laplacian of a small grey picture (`imaging.reading.picture_stat`): the less, the more blurred.
    """

    width: int
    height: int
    brightness: float
    blur: float


class Changes(NamedTuple):
    """What a transaction changed: the one thing that is broadcast."""

    event: int
    op: str
    actor: str
    images: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    detail: Mapping[str, Any] = MappingProxyType({})
