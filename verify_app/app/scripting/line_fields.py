"""The fields of a script's line: what each must be, and the sentence when it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta, ValidationError, convert

from verify_app.app.project.classes import class_named
from verify_app.app.review import blind, disagreements
from verify_app.app.review.disagreements import Disagreement
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.regions import WHOLE_IMAGE, region_from
from verify_app.storage.queries import image_list

Line = Mapping[str, Any]


def parse(text: str) -> Line:
    """The object that a line is."""
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(M("This line is not JSON: {reason}.", reason=error)) from error
    if not isinstance(line, dict):
        raise UserError(M("A line is one JSON object."))
    try:
        json.dumps(line, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise UserError(
            M("This line has characters that no text has (lone surrogates); write them as they are.")
        ) from error
    return line


_ALWAYS = ("actor", "kind", "op", "ms", "image", "sha256")
_REGION = "region"
"""Stands for the name of what the project's task asks for."""
_FIELDS = {
    "accept": ("id",),
    "reject": ("id", "fix_later"),
    "correct": ("id", "class", _REGION),
    "draw": ("class", _REGION),
    "classify": ("class",),
    "complete": ("accept_shown_above",),
    "flag": ("note", "id", "clear"),
    "take_side": ("side", "label", "prediction"),
}


def refuse_unknown(session: Session, line: Line) -> None:
    """A field that an operation does not have was meant for something, and would be lost in silence.

    Raises
    ------
    UserError
        Names it, and the fields that there are.
    """
    own = [str(session.task.region) if name == _REGION else name for name in _FIELDS.get(line["op"], ())]
    known = [*_ALWAYS, *(name for name in own if name != "image")]
    strange = next((name for name in line if name not in known), None)
    if strange is not None:
        raise UserError(
            M(
                '"{strange}" is no field of {op}; it has {known}.',
                strange=strange[:40],
                op=line["op"],
                known=", ".join(known),
            )
        )


def image(session: Session, line: Line) -> int:
    """Id of the image."""
    name = line.get("image")
    if not isinstance(name, str):
        raise UserError(M('A line needs "image": "<source>/<path>".'))
    image_id = image_list.image_by_name(session.project.read, name)
    if image_id is None:
        raise UserError(M("There is no image {name} in the project.", name=name))
    return image_id


_KINDS: dict[str, tuple[Any, M]] = {
    "sha256": (
        Annotated[str, Meta(pattern=r"\A[0-9a-fA-F]{64}\Z")] | None,
        M('"sha256" is the digest of the image\'s file: 64 digits from 0 to f.'),
    ),
    "ms": (Annotated[int, Meta(ge=0, lt=2**53)], M('"ms" is a whole number of milliseconds.')),
    "id": (
        Annotated[str, Meta(pattern=r"\A[PL][0-9]{1,15}\Z")],
        M('This needs "id": that of a proposal ("P12") or a label ("L7"), as `labels` prints it.'),
    ),
    "class": (str | None, M('"class" is a name of the class list.')),
    "fix_later": (bool, M('"fix_later" is true or false.')),
    "accept_shown_above": (
        Annotated[float, Meta(ge=0, le=1)] | None,
        M('"accept_shown_above" is a confidence from 0 to 1.'),
    ),
    "note": (str, M('"note" is text.')),
    "label": (
        Annotated[str, Meta(pattern=r"\AL[0-9]{1,15}\Z")] | None,
        M('"{name}" is an id like "{letter}12".', name="label", letter="L"),
    ),
    "prediction": (
        Annotated[str, Meta(pattern=r"\AP[0-9]{1,15}\Z")] | None,
        M('"{name}" is an id like "{letter}12".', name="prediction", letter="P"),
    ),
}
_DEFAULTS = {"ms": 0, "fix_later": False, "note": ""}


def stated(line: Line, name: str) -> Any:
    """A field of a line, as its type.

    Raises
    ------
    UserError
        What it must be, when it is anything else.
    """
    kind, sentence = _KINDS[name]
    try:
        return convert(line.get(name, _DEFAULTS.get(name)), kind)
    except ValidationError as error:
        raise UserError(sentence) from error


def digest(line: Line) -> str | None:
    """The SHA-256 of the image's bytes that a line is about, None when it states none."""
    value: str | None = stated(line, "sha256")
    return value and value.lower()


def class_id(session: Session, line: Line) -> int | None:
    """Id of the class, None when none is named."""
    name = stated(line, "class")
    return None if name is None else class_named(session, name).id


def region(session: Session, line: Line) -> Region | None:
    """What the project's task asks for: "box", "obb", "polygon" or "keypoints"; nothing for a whole image."""
    kind = session.task.region
    if kind == "image":
        return WHOLE_IMAGE
    value = line.get(kind)
    if value is None:
        return None
    if kind == "box":
        numbers = isinstance(value, list) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
        if not numbers:
            raise UserError(M('"box" is [x1, y1, x2, y2] in pixels.'))
    return region_from(kind, value)


def refuse_undecided(count: int) -> None:
    """Nothing is accepted behind a script's back."""
    if count:
        raise UserError(
            M('1 proposal is undecided; decide on it, or say "accept_shown_above": a confidence.')
            if count == 1
            else M('{n} proposals are undecided; decide on each, or say "accept_shown_above": a confidence.', n=count)
        )


class Side:
    """Where the newest run, or on a blind image the hidden predictions, and the labels differ: who is right.

    `settles` is the number of the difference on a blind image, `found` the difference elsewhere.
    """

    def __init__(self, session: Session, image_id: int, line: Line) -> None:
        self.model = line.get("side") == "model"
        label, prediction = stated(line, "label"), stated(line, "prediction")
        self.label, self.prediction = label and int(label[1:]), prediction and int(prediction[1:])
        if line.get("side") not in ("model", "label"):
            raise UserError(M('"side" is who is right: "model" or "label".'))
        self.settles: int | None = None
        self.found: Disagreement | None = None
        met = blind.view(session, image_id)
        if met is not None and met.open_differences:
            theirs = {
                d.id: (d.label.id if d.label else None, d.prediction.id if d.prediction else None)
                for d in met.open_differences
            }
            self.settles = _which(theirs, self.label, self.prediction)
            return
        found = disagreements.disagreements(session, image_id)
        pairs = {i: (d.label_id, d.prediction_id) for i, d in enumerate(found)}
        self.found = found[_which(pairs, self.label, self.prediction)]


def _which(there: Mapping[int, tuple[int | None, int | None]], label: int | None, prediction: int | None) -> int:
    """The difference that is about just this label and this prediction."""
    if not there:
        raise UserError(M("On this image nothing differs that is not settled."))
    match = next((key for key, pair in there.items() if pair == (label, prediction)), None)
    if match is None:
        known = "; ".join(_about(*pair) for pair in there.values())
        raise UserError(M("Say which difference; name just what it is about. There are: {known}.", known=known))
    return match


def _about(label: int | None, prediction: int | None) -> str:
    named = (
        f'"{name}":"{letter}{key}"'
        for name, letter, key in (("label", "L", label), ("prediction", "P", prediction))
        if key
    )
    return ",".join(named)
