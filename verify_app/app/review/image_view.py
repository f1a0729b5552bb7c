"""Looking at one image: what is on it, what the confidence slider leaves, what was shown when a decision was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Item
from verify_app.core.suggestions import suggested
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin
from verify_app.storage.queries import image_list, pasted
from verify_app.storage.queries import suggestions as stored
from verify_app.storage.queries.declared_origins import weakest
from verify_app.storage.reader import Reader

OMISSION_MARGIN = 0.15
"""While little is known of a model, a hidden candidate this close under the slider looks like something that was missed
(setting ``omission_margin``); see `app.review.omission_odds`."""

OMISSION_OVERLAP = 0.5


class ReviewImage(NamedTuple):
    """One image as it stood when it was looked at; decisions on the whole image carry its `digest`.

    `items` are all labels and all proposals, also those under the confidence slider. What programs suggest besides,
    `suggestions` (as objects) and `said` (of the whole image), is no part of what is decided on, nor of the digest.
    `pasted`: ids of labels that were pasted, so that nobody looked where they are to make them.
    `attested`: it is complete, but of that or of some label there is somebody's word alone, and no look.
    """

    id: int
    name: str
    file: Path
    width: int
    height: int
    sha256: str
    state: ImageState
    problem: str | None
    origin: Origin
    gold: bool
    flag: str | None
    complete_by: str | None
    items: tuple[Item, ...]
    digest: str
    omission_margin: float = OMISSION_MARGIN
    source: str = ""
    suggestions: tuple[Item, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    attested: bool = False
    pasted: frozenset[str] = frozenset()


def look(session: Session, image_id: int) -> ReviewImage:
    """Everything there is to show of an image.

    Raises
    ------
    UserError
        When there is no such image (any more).
    """
    return read_image(session.project.read, image_id)


def read_image(reader: Reader, image_id: int) -> ReviewImage:
    """As `look`, over any reader: inside a transaction it sees what the gate sees."""
    evidence = reader.evidence([image_id]).get(image_id)
    row = image_list.summary(reader, image_id)
    place = image_list.place(reader, image_id)
    if evidence is None or row is None or place is None or row["removed"]:
        raise UserError(M("This image is not in the project any more."))
    source, root, path = place
    items, suggestions, said = suggested(stored.open_ones(reader, image_id), evidence, derive.items(evidence))
    mark = evidence.mark
    return ReviewImage(
        id=image_id,
        name=f"{source}/{path}",
        file=Path(root) / path,
        width=evidence.scan.width,
        height=evidence.scan.height,
        sha256=evidence.scan.sha256,
        state=ImageState(row["state"]),
        problem=evidence.scan.problem,
        origin=weakest(reader, [evidence.scan.sha256]).get(evidence.scan.sha256, evidence.origin),
        gold=bool(row["gold"]),
        flag=evidence.mark.flag,
        complete_by=evidence.mark.by if evidence.mark.complete else None,
        items=items,
        digest=derive.view_digest(evidence.scan, evidence.mark, items),
        omission_margin=float(reader.setting("omission_margin", OMISSION_MARGIN)),
        source=source,
        suggestions=suggestions,
        said=said,
        attested=mark.complete and Grade.ATTESTED in (mark.grade, *(label.grade for label in evidence.labels)),
        pasted=frozenset(f"L{key}" for key in pasted.on_image(reader, image_id)),
    )


def is_shown(item: Item, threshold: float) -> bool:
    """Whether the confidence slider leaves an item visible; only proposals can be hidden, and no image's class."""
    return item.region.kind == "image" or item.state is not LabelState.PROPOSAL or (item.conf or 0.0) >= threshold


def shown(review: ReviewImage, threshold: float) -> tuple[Item, ...]:
    """What the slider leaves visible."""
    return tuple(item for item in review.items if is_shown(item, threshold))


def hidden(review: ReviewImage, threshold: float) -> tuple[Item, ...]:
    """Proposals under the slider."""
    return tuple(item for item in review.items if not is_shown(item, threshold))


def omissions(review: ReviewImage, threshold: float, likely: Callable[[Item], bool]) -> tuple[Item, ...]:
    """Hidden proposals that look like something was missed, surest first: `likely`, over nothing shown or found."""
    found: list[Item] = list(shown(review, threshold))
    missed: list[Item] = []
    for item in sorted(hidden(review, threshold), key=lambda item: -(item.conf or 0.0)):
        if likely(item) and not _covered(item, found):
            missed.append(item)
            found.append(item)
    return tuple(missed)


def _covered(item: Item, others: Iterable[Item]) -> bool:
    return any(item.region.overlap(other.region) >= OMISSION_OVERLAP for other in others)


def difference(before: ReviewImage, now: ReviewImage) -> str:
    """What has changed between two looks, in words, to explain a refusal."""
    old, new = {i.id: i for i in before.items}, {i.id: i for i in now.items}
    parts: list[str] = []
    if before.sha256 != now.sha256:
        parts.append(M("the file has other bytes"))
    for count, words in (
        (len(new.keys() - old.keys()), "new"),
        (len(old.keys() - new.keys()), "gone"),
        (sum(old[key].fingerprint != new[key].fingerprint for key in old.keys() & new.keys()), "changed"),
    ):
        if count:
            parts.append(f"{count} {'object is' if count == 1 else 'objects are'} {words}")
    if before.complete_by != now.complete_by:
        parts.append(M("{name} has completed it", name=now.complete_by) if now.complete_by else M("it was reopened"))
    if before.flag != now.flag:
        parts.append(M("its flag was changed"))
    return ", ".join(parts) or M("something about it has changed")
