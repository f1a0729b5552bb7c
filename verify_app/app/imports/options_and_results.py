"""How images are added, and what adding them did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.files import Added
from verify_app.app.imports.video import VideoOptions
from verify_app.core.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How to add images.

    Parameters
    ----------
    labels : str
        ``none``, ``auto`` or a format that is read; see `formats.registry`.
    attest : str or None
        Who vouches for the labels and the completeness of every image that has a label file.
    gold : bool
        Reserve the images for evaluation.
    images : Path or None
        Folder of the images where it is not the labels' own.
    mapping : mapping of str to (str or None)
        Name of a class in the dataset, or its number where it has none, to name in the project; None leaves it out.
    ignore_hints : bool
        Keep `origin` also for files that say of themselves that they are synthetic.
    by_number : bool
        Where nothing beside YOLO labels names their classes, their numbers are places in the project's list.
    video : VideoOptions or None
        How to take frames out of videos; None leaves videos aside.
    """

    origin: Origin
    labels: str = "none"
    attest: str | None = None
    gold: bool = False
    images: Path | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    ignore_hints: bool = False
    video: VideoOptions | None = None
    by_number: bool = False


@dataclass(slots=True)
class Imported(Added):
    """What adding did, labels included.

    Parameters
    ----------
    labelled : list of int
        Images whose labels came in whole, or that were said to be empty.
    partly : list of int
        Images of which some labels were left aside: attesting does not make them complete.
    notes : list of str
        What is to be known or done now, a sentence each.
    """

    labels: int = 0
    attested: int = 0
    labelled: list[int] = field(default_factory=list)
    partly: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def unknown(self) -> dict[str, int]:
        """What was left aside, with how often it was met."""
        return dict(self.findings.unknown.most_common())

    def take(self, added: Added) -> None:
        """Count in what adding some images did, and the labels that came with them."""
        self.images += added.images
        self.known += added.known
        self.changed += added.changed
        self.findings.take(added.findings)
        self.back += added.back
        self.hinted |= added.hinted
        if isinstance(added, Imported):
            self.labels += added.labels
            self.labelled += added.labelled
            self.partly += added.partly
            self.notes += added.notes
