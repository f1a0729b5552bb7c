"""What a project holds, as plain objects: for `status`, `images`, `labels`, `log` and the window's summaries."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from verify_app.app.exports.meter import Meter, measure
from verify_app.app.review.trust import caught_by_everybody
from verify_app.core.derive import counts_as_human, items
from verify_app.core.geometry import Region
from verify_app.core.percentages import decimal
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Item
from verify_app.core.suggestions import Suggestion, parsed, standing
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, LabelState, Origin, Verdict
from verify_app.storage.project import Project
from verify_app.storage.queries import history, image_list, past_decisions
from verify_app.storage.queries import suggestions as stored
from verify_app.storage.reader import Reader
from verify_app.storage.summaries.image_summary import chunks


def status(project: Project) -> dict[str, Any]:
    """The whole project in numbers, all of one moment."""
    with project.still():
        return _status(project)


def _status(project: Project) -> dict[str, Any]:
    read = project.read
    tallies = image_list.tallies(read)
    meter = measure(read, project.folder)
    return {
        "project": project.folder.name,
        "task": read.setting("task"),
        "demo": read.simulated_counts,
        "classes": [c.name for c in read.classes()],
        "images": _images(tallies),
        "proposals": sum(t.proposals for t in tallies),
        "suggestions": stored.count(read),
        "labels": _labels(read),
        "verdicts": {v.value: 0 for v in Verdict} | image_list.verdict_counts(read),
        "models": [_model(m) for m in read.models()],
        "versions": [_version(v) for v in history.versions(read)],
        "real_verified": meter.real_verified,
        "candidates": meter.candidates,
        "real_share": decimal(meter.share),
        "min_real_share": decimal(meter.demanded),
        "next_version": _coming(meter),
        "advice": meter.advice,
        "reviewers": caught_by_everybody(read),
    }


def _coming(meter: Meter) -> dict[str, Any] | None:
    """What the last plan said; `older` when something was decided since or other shares are demanded now."""
    plan = meter.coming
    if plan is None:
        return None
    numbers = {"real_verified": plan.real, "images": plan.images, "share": decimal(plan.share)}
    return {**numbers, "verify": plan.verify, "older": meter.older, "event": plan.event}


def _images(tallies: list[image_list.Tally]) -> dict[str, Any]:
    by_state: Counter[str] = Counter({state.value: 0 for state in ImageState})
    by_origin: Counter[str] = Counter({origin.value: 0 for origin in Origin})
    for tally in tallies:
        by_state[tally.state.value] += tally.images
        by_origin[tally.origin.value] += tally.images
    return {
        "total": sum(by_state.values()),
        **by_state,
        "by_origin": dict(by_origin),
        "real_verified": sum(t.images for t in tallies if t.real_verified),
        "flagged": sum(t.flagged for t in tallies),
        "gold": sum(t.images for t in tallies if t.gold),
    }


def _labels(read: Reader) -> dict[str, Any]:
    demo = read.simulated_counts
    names = {c.id: c.name for c in read.classes()}
    by_grade: Counter[str] = Counter({grade.value: 0 for grade in Grade})
    by_class: Counter[str] = Counter(dict.fromkeys(names.values(), 0))
    by_kind, by_door = Counter[str](), Counter[str]()
    verified = imported = 0
    for class_id, grade, kind, door, count in image_list.label_counts(read):
        by_grade[grade] += count
        by_class[names.get(class_id, "?")] += count
        if kind is not None:
            by_kind[kind] += count
            by_door[door or Door.UNKNOWN.value] += count
        human = Grade(grade).verified and counts_as_human(ActorKind(kind) if kind else None, demo)
        verified, imported = (verified + count, imported) if human else (verified, imported + count)
    stale = image_list.stale_labels(read)
    return {
        "total": verified + imported,
        "verified": verified - stale,
        "imported": imported,
        "stale": stale,
        "by_grade": dict(by_grade),
        "by_kind": dict(by_kind),
        "by_door": dict(by_door),
        "by_class": dict(by_class),
    }


def _model(model: Any) -> dict[str, Any]:
    keys = ("name", "sha256", "round", "depth", "lineage", "version", "proof", "base")
    return {key: getattr(model, key) for key in keys}


def _version(version: history.VersionRow) -> dict[str, Any]:
    return {"name": version.name, "digest": version.digest, "folder": version.folder, **version.summary}


def perhaps_scripts(project: Project) -> list[dict[str, Any]]:
    """One object a person whose decisions took no time, from before doors were recorded."""
    return [row._asdict() for row in past_decisions.perhaps_scripts(project.read)]


def total_images(project: Project) -> int:
    """Images that were not removed."""
    return sum(t.images for t in image_list.tallies(project.read))


def images(project: Project) -> Iterator[dict[str, Any]]:
    """One object an image, in order."""
    read = project.read
    every = image_list.ids(read, Filter())
    for chunk in chunks(every):
        for row in image_list.rows(read, chunk):
            summary = image_list.summary(read, row.id)
            assert summary is not None
            yield {
                "image": row.name,
                "state": row.state.value,
                "origin": row.origin.value,
                "real_verified": bool(summary["real_verified"]),
                "gold": row.gold,
                "flag": summary["flag"],
                "proposals": row.proposals,
                "labels": row.labels,
                "verified": summary["verified"],
                "imported": summary["imported"],
                "stale": summary["stale"],
                "fix_later": summary["fix_later"],
                "width": summary["width"],
                "height": summary["height"],
                "sha256": summary["sha256"],
                "problem": summary["problem"],
            }


def labels(project: Project, image: int | None = None) -> Iterator[dict[str, Any]]:
    """One object a proposal, label or suggestion, of one image or all."""
    read = project.read
    names = {c.id: c.name for c in read.classes(merged=True)}
    for chunk in chunks(image_list.ids(read, Filter()) if image is None else [image]):
        rows = {row.id: row.name for row in image_list.rows(read, chunk)}
        found = stored.suggested_on(read, chunk)
        for image_id, evidence in read.evidence(chunk).items():
            behind = stored.authors(read, [x.suggestion_id for x in evidence.labels if x.suggestion_id is not None])
            by = {f"L{x.id}": behind.get(x.suggestion_id or 0) for x in evidence.labels} if behind else {}
            for item in items(evidence):
                yield {"image": rows[image_id], **_item(item, names), "suggested_by": by.get(item.id)}
            for each in standing(found.get(image_id, []), evidence):
                yield {"image": rows[image_id], **_suggestion(each, names)}


def _item(item: Item, names: Mapping[int, str]) -> dict[str, Any]:
    return {
        "id": item.id,
        "class": names.get(item.class_id, "?"),
        "state": item.state.value,
        "grade": item.grade.value if item.grade else None,
        **_region(item.region),
        "conf": item.conf,
        "by": item.by,
        "flag": item.flag,
        "predicted": item.original.data() if item.original else None,
    }


def _suggestion(each: Suggestion, names: Mapping[int, str]) -> dict[str, Any]:
    """What a program suggests: what it would do, about which proposal or label."""
    return {
        "id": f"S{each.id}",
        "class": None if each.class_id is None else names.get(each.class_id, "?"),
        "state": LabelState.SUGGESTION.value,
        "grade": None,
        **({"box": None} if each.region is None else _region(each.region)),
        "conf": None,
        "by": each.by,
        "op": each.op,
        "about": each.about or None,
        **parsed(each.detail),
    }


def _region(region: Region) -> dict[str, Any]:
    """The upright box, and the region itself where it is another kind."""
    if region.kind == "image":
        return {"box": None}
    box = {"box": region.bounds.corners()}
    return box if region.kind == "box" else {**box, region.kind: region.data()}


def log(project: Project, image: int | None = None) -> Iterator[dict[str, Any]]:
    """One object an event, oldest first."""
    for event in history.events(project.read, image):
        yield {
            "event": event["id"],
            "time": event["time"],
            "actor": event["actor"],
            "kind": event["kind"],
            "door": event["door"],
            "op": event["op"],
            "image": event["image"],
            "inverts": event["inverts"],
            "ms": event["ms"],
            "suggested_by": _behind(project.read, event["changes"]),
            "changes": [
                {"what": what, "key": key, "before": _parsed(before), "after": _parsed(after)}
                for what, key, before, after in event["changes"]
            ],
        }


def _behind(reader: Reader, changes: Iterable[tuple[str, Any, str | None, str | None]]) -> list[str]:
    """The programs whose suggestions became the labels that an event changed."""
    rows = (_parsed(after or before) for what, _, before, after in changes if what == "label")
    numbers = {row["suggestion_id"] for row in rows if row and row.get("suggestion_id") is not None}
    return sorted(set(stored.authors(reader, sorted(numbers)).values())) if numbers else []


def _parsed(text: str | None) -> Any:
    return None if text is None else json.loads(text)
