"""Standings as bytes: blocks of 64 images, each with a record of fixed length and a tag for every class and reviewer.

A million images are 28 MB of records that are read in a tenth of a second; a decision writes one block.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator

from verify_app.core.disagreements import Kind
from verify_app.core.queue.entry import FULL, Standing
from verify_app.core.vocabulary import Grade, ImageState, Origin

SIZE = 64
"""Images in a block; block ``b`` holds the images with ids ``64 b`` to ``64 b + 63``."""

RECORD = struct.Struct("<BBBBBxHHHHxxIII")
FIELDS = (
    ("flags", "u1"), ("state", "u1"), ("origin", "u1"), ("grades", "u1"), ("kinds", "u1"), ("_1", "u1"),
    ("objects", "<u2"), ("uncertain", "<u2"), ("hidden", "<u2"), ("disagreement", "<u2"), ("_2", "<u2"),
    ("bands", "<u4"), ("source", "<u4"), ("run", "<u4"),
)  # fmt: skip
"""`RECORD` as numpy names it."""

TAG = struct.Struct("<BBHI")
TAG_FIELDS = (("offset", "u1"), ("what", "u1"), ("count", "<u2"), ("value", "<u4"))
"""`TAG` as numpy names it: place in the block, `CLASS` or `REVIEWER`, verified instances, id of class or reviewer."""

CLASS, REVIEWER = 0, 1
PRESENT, GOLD, FLAGGED, REMOVED = 1, 2, 4, 8

STATES = tuple(ImageState)
ORIGINS = tuple(Origin)
GRADES = tuple(Grade)
KINDS = tuple(Kind)

EMPTY = bytes(RECORD.size * SIZE)


def record_of(image: Standing) -> bytes:
    """The record of fixed length."""
    flags = PRESENT | GOLD * image.gold | FLAGGED * image.flagged | REMOVED * image.removed
    return RECORD.pack(
        flags, STATES.index(image.state), ORIGINS.index(image.origin),
        sum(1 << GRADES.index(g) for g in image.grades), sum(1 << KINDS.index(k) for k in image.kinds),
        image.objects, image.uncertain, image.hidden, image.disagreement, image.bands, image.source_id, image.run_id,
    )  # fmt: skip


def tags_of(image: Standing) -> bytes:
    """The image's classes, then its reviewers."""
    offset = image.image_id % SIZE
    classes = (TAG.pack(offset, CLASS, min(count, FULL), class_id) for class_id, count in image.classes)
    return b"".join((*classes, *(TAG.pack(offset, REVIEWER, 0, key) for key in image.reviewers)))


def put(records: bytes, tags: bytes, images: Iterable[Standing]) -> tuple[bytes, bytes]:
    """A block with some of its images made anew; the tags stay sorted by image."""
    block, beside = bytearray(records), bytearray(tags)
    for image in images:
        offset = image.image_id % SIZE
        block[offset * RECORD.size : (offset + 1) * RECORD.size] = record_of(image)
        offsets = beside[:: TAG.size]  # the first byte of each
        first, last = bisect_left(offsets, offset), bisect_right(offsets, offset)
        beside[first * TAG.size : last * TAG.size] = tags_of(image)
    return bytes(block), bytes(beside)


def standings(
    number: int, records: bytes, tags: bytes, *, offsets: Collection[int] = range(SIZE)
) -> Iterator[Standing]:
    """The images of a block, or those at some places in it, by id."""
    classes: dict[int, list[tuple[int, int]]] = {}
    reviewers: dict[int, list[int]] = {}
    for offset, what, count, value in TAG.iter_unpack(tags):
        if what == CLASS:
            classes.setdefault(offset, []).append((value, count))
        else:
            reviewers.setdefault(offset, []).append(value)
    for offset in sorted(offsets):
        row = RECORD.unpack_from(records, offset * RECORD.size)
        flags, state, origin, grades, kinds, objects, uncertain, hidden, disagreement, bands, source, run = row
        if flags & PRESENT:
            yield Standing(
                image_id=number * SIZE + offset,
                source_id=source,
                run_id=run,
                state=STATES[state],
                origin=ORIGINS[origin],
                gold=bool(flags & GOLD),
                flagged=bool(flags & FLAGGED),
                removed=bool(flags & REMOVED),
                grades=frozenset(g for bit, g in enumerate(GRADES) if grades >> bit & 1),
                kinds=frozenset(k for bit, k in enumerate(KINDS) if kinds >> bit & 1),
                bands=bands,
                objects=objects,
                uncertain=uncertain,
                hidden=hidden,
                disagreement=disagreement,
                classes=tuple(classes.get(offset, ())),
                reviewers=tuple(reviewers.get(offset, ())),
            )
