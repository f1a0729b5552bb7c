"""The same bytes twice are one image: exported once, the weaker origin wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verify_app.core.candidate_conditions import weakest_origin
from verify_app.core.messages import M
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.composition.candidates import Candidate


def merge(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[str]]:
    """One candidate for each SHA-256, by SHA-256, and a sentence for each group whose members disagree.

    The group's labels are those of one member: a real-verified one when the group is real, rather one that somebody
    looked at than one that was only attested, else the one with the most verified labels, then with the most labels,
    then the first by name.
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.sha256, []).append(candidate)
    merged: list[Candidate] = []
    notes: list[str] = []
    for sha256 in sorted(groups):
        group = groups[sha256]
        if len(group) == 1:
            merged.append(group[0])
            continue
        one = _one(group)
        merged.append(one)
        if len({_contents(member) for member in group}) > 1:
            notes.append(
                M(
                    "{image} has the same bytes as {others} but other labels; its own are exported, give both "
                    "the same.",
                    image=one.image,
                    others=", ".join(one.also),
                )
            )
    return merged, notes


def _one(group: Sequence[Candidate]) -> Candidate:
    origin = weakest_origin(member.origin for member in group)
    real = origin is Origin.REAL
    chosen = min(
        group,
        key=lambda m: (
            not (m.rv and real),
            m.problem is not None,
            m.rv and m.attested,
            -sum(label.grade.verified for label in m.labels),
            -len(m.labels),
            m.image,
        ),
    )
    return replace(
        chosen,
        origin=origin,
        rv=chosen.rv and real,
        split=min((m.split for m in group if m.split is not None), key=list(Split).index, default=None),
        trained=any(m.trained for m in group),
        gold=any(m.gold for m in group),
        stated=_stated(group),
        was=tuple(sorted({sha256 for m in group for sha256 in m.was})),
        also=tuple(sorted(m.image for m in group if m is not chosen)),
    )


def _stated(group: Sequence[Candidate]) -> Split | None:
    """Of two statements that for evaluation: what somebody else measures on is not trained on."""
    return max((m.stated for m in group if m.stated is not None), key=list(Split).index, default=None)


def _contents(candidate: Candidate) -> frozenset[tuple[object, ...]]:
    return frozenset((label.index, repr(label.region.data())) for label in candidate.labels)
