"""What could go into a dataset: candidates, and real images that would join them once verified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.core.geometry import Region
from verify_app.core.receipt.receipt import CatchRecord, Completion, Voucher, attested
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split, Task
from verify_app.datasets.composition.leak_groups import Relative


@dataclass(frozen=True, slots=True)
class CandidateLabel:
    """One object of a candidate.

    Parameters
    ----------
    index : int
        Place of its class in the pool's list.
    region : Region
        In pixels of the image as displayed.
    by, kind, door : optional
        Who or what verified it, and how that came in.
    models : tuple of str
        SHA-256 of the models behind an unverified label.
    """

    index: int
    region: Region
    grade: Grade
    by: str | None = None
    models: tuple[str, ...] = ()
    kind: ActorKind | None = None
    door: Door | None = None


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file as it was when its bytes were read: whatever changes it changes the mark."""

    bytes: int
    modified: int
    inode: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One image that could be trained on.

    Parameters
    ----------
    image : str
        ``<source>/<relative path>``.
    file : Path
        Where it is now.
    width, height : int
        Pixels as displayed.
    origin : Origin
        Its own, else its source's. Of an alias group every member counts, also one that is no candidate.
    rv : bool
        Real-verified.
    labels : tuple of CandidateLabel
    split : Split or None
        The standing assignment of its bytes.
    trained : bool
        Whether its bytes were in train of any version that left the program.
    gold : bool
        Reserved for evaluation.
    problem : str or None
        Why it cannot be used, one sentence (`survey` fills it in).
    mark : FileMark or None
        Its file when `survey` read it and found its SHA-256 right.
    also : tuple of str
        The other members of its alias group (`merge` fills it in).
    look : int or None
        Perceptual hash (`looks` fills it in); None when it is not known or the picture shows too little.
    family : str
        Frames of one video, or images of one file-name group, have the same; empty for none.
    place : str
        Source and path as they are written beside its assignment.
    was : tuple of str
        Digests of the assigned bytes that lay there before, when its own are new to the project.
    stated : Split or None
        Where its publisher says that it belongs.
    complete : Completion or None
        Who said that nothing is missing on it.
    """

    image: str
    file: Path
    sha256: str
    bytes: int
    width: int
    height: int
    origin: Origin
    rv: bool
    labels: tuple[CandidateLabel, ...]
    split: Split | None = None
    trained: bool = False
    gold: bool = False
    problem: str | None = None
    mark: FileMark | None = None
    also: tuple[str, ...] = ()
    look: int | None = None
    family: str = ""
    place: str = ""
    was: tuple[str, ...] = ()
    stated: Split | None = None
    complete: Completion | None = None

    @property
    def attested(self) -> bool:
        """Whether anything of it rests on somebody's word alone: a label, or that nothing is missing."""
        return attested(self.complete, (label.grade for label in self.labels))


@dataclass(frozen=True, slots=True)
class Unverified:
    """A real image that a person could verify; when its bytes are a candidate's, that candidate becomes real-verified.

    Parameters
    ----------
    classes : tuple of int
        Class of each object expected on it: its labels and proposals. What verifying it would bring.
    """

    image: str
    sha256: str
    classes: tuple[int, ...] = ()
    split: Split | None = None
    trained: bool = False


@dataclass(frozen=True, slots=True)
class PoolModel:
    """A model that may stand behind unverified labels."""

    name: str
    sha256: str
    round: int
    depth: int
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """Everything a dataset can be composed of, in any order.

    Parameters
    ----------
    classes : tuple of str
        In the order of the exported ids.
    unverified : tuple of Unverified
        Real images, neither real-verified nor reserved for gold.
    excluded : mapping of reason to count
        Images that are no candidates: ``stale``, ``missing``, ``flagged``, ``unreviewed``.
    skeleton : Skeleton or None
        The points of every object of a pose project.
    reviewers : mapping of str to CatchRecord
        How well people caught errors; those who were never tried are left out.
    kin : tuple of Relative
        Images with a standing assignment, or reserved for gold, that are no candidates now: what looks like them
        follows them all the same.
    looks : mapping of str to (int or None)
        What is known of what bytes look like, by SHA-256 (`looks` fills it in); None for a plain surface.
    sample : bool
        Of a sample project, where a simulated reviewer counts as a person.
    vouchers : mapping of str to set of Voucher
        By image name: who answers for the files of lines that labels or completeness rest on.
    """

    classes: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    unverified: tuple[Unverified, ...] = ()
    models: tuple[PoolModel, ...] = ()
    excluded: Mapping[str, int] = field(default_factory=dict)
    task: Task = Task.DETECT
    skeleton: Skeleton | None = None
    reviewers: Mapping[str, CatchRecord] = field(default_factory=dict)
    kin: tuple[Relative, ...] = ()
    looks: Mapping[str, int | None] = field(default_factory=dict)
    sample: bool = False
    vouchers: Mapping[str, frozenset[Voucher]] = field(default_factory=dict)
