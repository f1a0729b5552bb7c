"""The project's images as a pool of candidates: who may come into a dataset at all (see the policy in the domain)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from verify_app.core.candidate_conditions import why_not
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.queue.filters import Filter
from verify_app.core.receipt.receipt import Voucher, catch_record
from verify_app.core.records import Label
from verify_app.core.vocabulary import Door, Grade, ImageState, Origin, Split, Task
from verify_app.datasets.composition.candidates import Candidate, CandidateLabel, Pool, PoolModel, Unverified
from verify_app.datasets.composition.leak_groups import Relative
from verify_app.storage.queries import assigned_splits, image_list, pool, publisher_splits
from verify_app.storage.queries.assigned_splits import AssignedSplit, look_from, place_text
from verify_app.storage.queries.groups import groups as image_groups
from verify_app.storage.queries.pool import PoolRow
from verify_app.storage.queries.suggestions import vouched
from verify_app.storage.queries.trials import catch_counts
from verify_app.storage.reader import Reader
from verify_app.storage.summaries.image_summary import chunks

LIKELY = 0.25
"""Proposals from this confidence on are expected to be there when somebody verifies an image."""


class Known(NamedTuple):
    """What is known of many images at once: bytes that were ever trained on, what lay in an image's place before, and
    which split its publisher states."""

    trained: Set[str]
    earlier: Mapping[int, str]
    stated: Mapping[int, str]


def read_pool(reader: Reader, *, pseudo_conf: Fraction | None = None) -> Pool:
    """Read everything a dataset can be composed of. Reads only.

    Parameters
    ----------
    pseudo_conf : Fraction, optional
        Real images with proposals only are candidates with those of this confidence or more.
    """
    classes = reader.classes()
    index = {c.id: place for place, c in enumerate(classes)}
    trained = pool.ever_trained(reader)
    known = Known(trained, assigned_splits.earlier(reader), publisher_splits.binding(reader))
    found = _Found()
    for chunk in chunks(image_list.ids(reader, Filter())):
        _read(reader, chunk, known, index, pseudo_conf, found)
    belonging, standing = _families(reader), assigned_splits.standing(reader)
    candidates = [replace(c, family=belonging[c.sha256]) if c.sha256 in belonging else c for c in found.candidates]
    models = tuple(PoolModel(m.name, m.sha256, m.round, m.depth, m.proof or "") for m in reader.models())
    return Pool(
        tuple(c.name for c in classes),
        tuple(candidates),
        tuple(found.unverified),
        models,
        dict(found.excluded),
        reader.task,
        reader.skeleton() if reader.task is Task.POSE else None,
        {name: catch_record(*counted) for name, counted in catch_counts(reader).items()},
        _kin(standing, {c.sha256 for c in candidates}, trained, belonging),
        {one.sha256: look_from(one.look) for one in standing if one.look is not None},
        sample=reader.simulated_counts,
        vouchers=found.vouchers,
    )


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    candidates: list[Candidate] = field(default_factory=list)
    unverified: list[Unverified] = field(default_factory=list)
    excluded: Counter[str] = field(default_factory=Counter)
    vouchers: dict[str, frozenset[Voucher]] = field(default_factory=dict)


def _read(
    reader: Reader,
    image_ids: Sequence[int],
    known: Known,
    index: Mapping[int, int],
    pseudo_conf: Fraction | None,
    found: _Found,
) -> None:
    """Some images: each a candidate or not, and whether a person could verify it."""
    rows = pool.pool_rows(reader, image_ids)
    labels = reader.labels([row.id for row in rows if row.facts.labels])
    proposals = pool.likely_proposals(reader, [row.id for row in rows if row.proposals], LIKELY)
    sure = _sure(reader, rows, pseudo_conf)
    found.vouchers |= _vouchers(reader, rows, labels)
    for row in rows:
        own = labels.get(row.id, [])
        why = why_not(row.facts)
        if why is None:
            found.candidates.append(_candidate(row, _labels(own, index), known))
        elif row.id in sure:
            found.candidates.append(_candidate(row, _proposed(sure[row.id], index), known))
        else:
            found.excluded[why] += 1
        if _could_be_verified(row) and (row.split or known.stated.get(row.id) not in _MEASURED):
            on_it = [index[c] for c in (*(x.class_id for x in own), *proposals.get(row.id, ())) if c in index]
            split = Split(row.split) if row.split else None
            found.unverified.append(Unverified(row.name, row.sha256, tuple(on_it), split, _stays_in_train(row, known)))


def _vouchers(
    reader: Reader, rows: Sequence[PoolRow], labels: Mapping[int, Sequence[Label]]
) -> dict[str, frozenset[Voucher]]:
    """By image name: who answers for files of lines that something of it rests on."""
    by = {x.id: (x.image_id, x.by) for own in labels.values() for x in own if x.door is Door.DECIDE and x.by}
    marks = {row.id: row.complete.by for row in rows if row.complete and row.complete.door is Door.DECIDE}
    names = {row.id: row.name for row in rows}
    found: defaultdict[str, set[Voucher]] = defaultdict(set)
    for key, sha256 in vouched(reader, "label", list(by)).items() if by else ():
        image_id, name = by[key]
        found[names[image_id]].add(Voucher(name, sha256))
    for key, sha256 in vouched(reader, "mark", list(marks)).items() if marks else ():
        found[names[key]].add(Voucher(marks[key], sha256))
    return {name: frozenset(some) for name, some in found.items()}


def _families(reader: Reader) -> dict[str, str]:
    """By SHA-256: the group of the project that an image is of; the same bytes in two groups join them."""
    groups = image_groups(reader)
    joined: dict[str, str] = {}

    def first(name: str) -> str:
        while joined.get(name, name) != name:
            name = joined[name]
        return name

    found: dict[str, str] = {}
    for image_id, sha256 in sorted(pool.image_digests(reader, list(groups)).items()):
        one, two = sorted((first(groups[image_id]), first(found.setdefault(sha256, groups[image_id]))))
        joined[two] = one
    return {sha256: first(name) for sha256, name in found.items()}


def _kin(
    standing: Sequence[AssignedSplit], candidates: Set[str], trained: Set[str], belonging: Mapping[str, str]
) -> tuple[Relative, ...]:
    """What has a place but is no candidate now."""
    found: dict[str, Relative] = {}
    for sha256, split, name, look in standing:
        if sha256 not in candidates and sha256 not in found:
            side = Split.TRAIN if sha256 in trained else Split(split)
            found[sha256] = Relative(sha256, name, look_from(look), belonging.get(sha256, ""), side)
    return tuple(found.values())


def _could_be_verified(row: PoolRow) -> bool:
    real = row.group_origin is Origin.REAL and not row.group_gold
    return real and not row.facts.real_verified and row.facts.state != ImageState.MISSING


_MEASURED = (Split.VAL, Split.TEST)
"""What a publisher has put there goes there once it is verified: it makes no room in train."""


def _stays_in_train(row: PoolRow, known: Known) -> bool:
    return row.sha256 in known.trained or known.stated.get(row.id) == Split.TRAIN


def _sure(reader: Reader, rows: Sequence[PoolRow], conf: Fraction | None) -> dict[int, list[tuple[int, Region, str]]]:
    """What a model is sure of on real images that nobody has decided anything on."""
    if conf is None:
        return {}
    real = (r for r in rows if r.group_origin is Origin.REAL)
    open_ = [r.id for r in real if why_not(r.facts) in ("unreviewed", "not complete")]
    return pool.confident_proposals(reader, open_, float(conf))


def _labels(labels: Sequence[Label], index: Mapping[int, int]) -> tuple[CandidateLabel, ...]:
    # -1 for a class that is not in the list: the image then stays out and is named, rather than losing a label
    return tuple(
        CandidateLabel(index.get(x.class_id, -1), x.region, x.grade, x.by, (), x.by_kind, x.door) for x in labels
    )


def _proposed(found: Sequence[tuple[int, Region, str]], index: Mapping[int, int]) -> tuple[CandidateLabel, ...]:
    return tuple(
        CandidateLabel(index.get(class_id, -1), region, Grade.IMPORTED, models=(model,))
        for class_id, region, model in found
    )


def _held(row: PoolRow) -> str | None:
    """What somebody is unsure of on one image holds for all that have its bytes."""
    if row.held is None:
        return None
    reason, name = row.held
    if reason == "flagged":
        return M("{name} has the same bytes and is flagged as unsure; settle that first.", name=name)
    return M("{name} has the same bytes and is a blind image that is not settled yet; settle that first.", name=name)


def _candidate(row: PoolRow, found: tuple[CandidateLabel, ...], known: Known) -> Candidate:
    return Candidate(
        image=row.name,
        file=Path(row.root) / row.path,
        sha256=row.sha256,
        bytes=row.bytes,
        width=row.width,
        height=row.height,
        origin=row.group_origin,
        rv=bool(row.facts.real_verified) and row.group_origin is Origin.REAL,
        labels=found,
        split=Split(row.split) if row.split else None,
        trained=row.sha256 in known.trained,
        gold=row.group_gold,
        problem=_held(row),
        look=look_from(row.look),
        place=place_text(row.source_id, row.path),
        stated=Split(known.stated[row.id]) if row.id in known.stated else None,
        was=(known.earlier[row.id],) if row.id in known.earlier else (),
        complete=row.complete,
    )
