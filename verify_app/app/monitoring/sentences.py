"""How the monitor's figures are said: messages with arguments, for people who know the data and no statistics."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from verify_app.core.messages import M, joined
from verify_app.monitor.drift import DriftFound
from verify_app.monitor.null_bands import NullBand

WORDS = {
    "class_js": M("Change in class shares (Jensen-Shannon)"),
    "class_v": M("Change in class shares (Cramér's V)"),
    "class_psi": M("Change in class shares (PSI)"),
    "size_w1": M("Change in the size of objects"),
    "aspect_w1": M("Change in the shape of objects"),
    "x_w1": M("Change in place, left to right"),
    "y_w1": M("Change in place, top to bottom"),
    "objects_w1": M("Change in objects per image"),
    "brightness_w1": M("Change in brightness"),
    "blur_w1": M("Change in sharpness"),
    "pixels_w1": M("Change in the size of pictures"),
    "empty_share": M("Share of images without objects"),
    "alike_share": M("Share of near-duplicates"),
    "tail_retention": M("Share of the rare classes that are kept"),
    "classes_gone": M("Classes that are gone"),
    "mmd2": M("What pictures look like (MMD²)"),
    "kid": M("What pictures look like (KID)"),
    "vendi_log_ratio": M("Change in the diversity of pictures (Vendi)"),
    "map": M("Score on gold (mAP50-95 or top-1)"),
    "recall": M("Recall"),
    "precision": M("Precision"),
    "tail_recall": M("Recall of the rare classes"),
    "ece": M("Error of the confidences (ECE)"),
    "said": M("Predictions per image"),
    "class_recall": M("Recall, as it was evaluated,"),
    "right": M("Share of predictions that were right"),
    "verdict_ece": M("Error of the confidences, by verdicts (ECE)"),
}
"""What each metric is called, by the part of its name before a colon."""


LEGEND = M(
    "Shaded: where chance alone keeps a figure. A change of 0 is none; changes in size, shape, place, number, "
    "brightness and sharpness are in standard deviations of the reference."
)


RATE_HEADS: Mapping[str, str] = {
    "model": M("Model"),
    "round": M("Round"),
    "depth": M("Depth"),
    "images": M("Images"),
    "accepted": M("Accepted"),
    "corrected": M("Corrected"),
    "rejected": M("Rejected"),
    "missed": M("Missed"),
    "right": M("Right"),
}
"""Of the table of what became of predictions, by the fields of `results.Rate`."""

BY_CHANCE = M("What became of predictions, on images that came by chance")
WORKLOAD = M("Workload: images that were chosen, which say nothing of a model")


def word(name: str) -> str:
    """What a metric is called; ``recall:gear`` names its class."""
    key, _, subject = name.rpartition(":") if name.startswith("reference:") else name.partition(":")
    if name.startswith("reference:"):
        return M("{what}, beside the reference", what=WORDS[subject])
    return M("{what} of {subject}", what=WORDS[key], subject=subject) if subject else WORDS[key]


_EITHER = (
    *("empty_share", "alike_share", "vendi_log_ratio", "recall", "tail_recall", "precision", "ece", "said", "map"),
    *("right", "verdict_ece"),
)


def band_of(name: str, low: float, high: float) -> NullBand:
    """A metric's band from its ends: a distance is never too small, and of what is rare never too much is kept."""
    base = name.removeprefix("reference:").partition(":")[0]
    if base == "tail_retention":
        return NullBand(low, high, above=False)
    return NullBand(low, high, below=base in _EITHER)


def band_text(band: NullBand) -> str:
    """Where chance lets a figure be."""
    low, high = _plain(band.low), _plain(band.high)
    if not band.below:
        return M("up to {high:.3g}", high=high)
    if not band.above:
        return M("{low:.3g} or more", low=low)
    return M("{low:.3g} to {high:.3g}", low=low, high=high)


def _plain(value: float) -> float:
    """Without what is left of 0 by rounding."""
    return 0.0 if abs(value) < 1e-6 else float(value)


def metric_sentence(name: str, found: DriftFound, *, alarm: bool, needs: int | None, gone: Sequence[str] = ()) -> str:
    """One figure, what chance does to it, and whether that is exceeded."""
    what = word(name)
    if found.band is None:
        if needs is None:
            return M("{what}: {value:.3g}.", what=what, value=_plain(found.value))
        return M(
            "{what}: {value:.3g}. {n} more independent images are needed to tell this from chance.",
            what=what,
            value=_plain(found.value),
            n=needs,
        )
    where = band_text(found.band)
    values = {"what": what, "value": _plain(found.value), "band": where}
    if alarm and gone:
        return M("{what}: {value:.3g}, by chance {band}. Gone: {names}.", names=list(gone), **values)
    if alarm:
        return M("{what}: {value:.3g}, by chance {band}. Outside for the second time running, the same way.", **values)
    if found.side:
        return M("{what}: {value:.3g}, by chance {band}. Outside.", **values)
    return M("{what}: {value:.3g}, by chance {band}.", **values)


def share_sentence(name: str, before: float, now: float) -> str:
    """Which class has moved most."""
    return M(
        "{name} makes up {now:.0%} of the objects, {before:.0%} in the reference.", name=name, now=now, before=before
    )


_TOPICS = {
    "class_js": M("the shares of the classes"),
    "class_v": M("the shares of the classes"),
    "class_psi": M("the shares of the classes"),
    "size_w1": M("the size of objects"),
    "aspect_w1": M("the shape of objects"),
    "x_w1": M("where objects lie"),
    "y_w1": M("where objects lie"),
    "objects_w1": M("how many objects an image has"),
    "empty_share": M("how many images are empty"),
    "brightness_w1": M("the brightness of pictures"),
    "blur_w1": M("the sharpness of pictures"),
    "pixels_w1": M("the size of pictures"),
    "alike_share": M("how many pictures are near-duplicates"),
    "tail_retention": M("rare classes are lost"),
    "classes_gone": M("classes are gone"),
    "mmd2": M("what pictures look like"),
    "kid": M("what pictures look like"),
    "vendi_log_ratio": M("how diverse pictures are"),
}
"""What a metric is about, for a sentence on a whole set: several figures of one thing are said once."""


def topics(names: Sequence[str]) -> list[str]:
    """What some metrics are about, each once."""
    return list(dict.fromkeys(_TOPICS.get(one.removeprefix("reference:")) or word(one) for one in names))


def set_sentence(kind: str, name: str, noticed: Sequence[str], alarmed: Sequence[str], needs: int | None) -> str:
    """One set in a sentence."""
    if needs is not None:
        return M("{name}: too few independent images to tell; {n} more are needed.", name=name, n=needs)
    if alarmed:
        return M("{name} drifts: {what}.", name=_named(kind, name), what=topics(alarmed))
    if noticed:
        return M("{name} differs from the reference: {what}.", name=_named(kind, name), what=topics(noticed))
    return M("{name} is like the reference, as far as chance lets one tell.", name=_named(kind, name))


def _named(kind: str, name: str) -> str:
    if kind == "added":
        return M("What {name} added", name=name)
    if kind == "source":
        return M("Source {name}", name=name)
    if kind == "fresh":
        return M("What came since {name}", name=name)
    return name


def who_moved(model: str, *, model_differs: bool, world_differs: bool) -> str:
    """Whether the model or the world has moved."""
    if model_differs and world_differs:
        return M(
            "{model}: both have moved. The images differ from the reference, and on these images the model says "
            "other things than persons do.",
            model=model,
        )
    if model_differs:
        return M(
            "{model}: the model, not the world. On the same images it says other things than persons do, and what "
            "persons say is like the reference.",
            model=model,
        )
    if world_differs:
        return M(
            "{model}: the world, not the model. On the same images it says what persons say, and both differ from "
            "the reference.",
            model=model,
        )
    return M("{model} says what persons say on the same images, and both are like the reference.", model=model)


def model_sentence(name: str, noticed: Sequence[str], alarmed: Sequence[str], needs: int | None) -> str:
    """One model on the gold images in a sentence."""
    if needs is not None:
        return M("{name}: too few gold images to tell; {n} more are needed.", name=name, n=needs)
    if alarmed:
        return M("{name} is outside for the second time running: {what}.", name=name, what=[word(x) for x in alarmed])
    if noticed:
        return M("{name} differs from the first model: {what}.", name=name, what=[word(x) for x in noticed])
    return M("{name} is like the first model on the gold images, as far as chance lets one tell.", name=name)


def fallen(name: str, first: tuple[str, float], last: tuple[str, float], generations: int, short: int = 0) -> str:
    """A figure that has become worse, from the first model with its value to the last.

    `short` is how many verified objects of the class would bring its share back.
    """
    key, _, subject = name.partition(":")
    values: dict[str, object] = {"before": first[1], "now": last[1], "n": generations}
    if key == "recall" and subject:
        values |= {"name": subject, "more": short}
        if short:
            return M(
                "{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify {more} more "
                "objects of it to bring it back to its share in the reference.",
                **values,
            )
        return M(
            "{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify more of it.", **values
        )
    return M(
        "{model} is worse than {first}. {what}: {before:.2f} → {now:.2f}.",
        model=last[0],
        first=first[0],
        what=word(name),
        before=first[1],
        now=last[1],
    )


def error_sentence(level: float, looks: int, over: float) -> str:
    """How often the monitor errs."""
    if looks <= 1:
        return M(
            "Even when nothing has changed, one look in {each} shows a figure outside its band by chance.",
            each=round(1 / level),
        )
    return M(
        "Even when nothing has changed, one look in {each} shows a figure outside its band by chance, and up to "
        "{over:.0%} of projects get a notice within ten versions. An alarm takes two in a row.",
        each=round(1 / level),
        over=over,
    )


def least_fall_sentence(name: str, fall: float | None, objects: int, more: int | None, wanted: float) -> str:
    """The least fall of recall that so many gold objects can show."""
    if fall is None:
        return M("{name}: with {n} gold objects no fall in recall can be seen; more are needed.", name=name, n=objects)
    if not more:
        return M(
            "{name}: with {n} gold objects a fall in recall of {points} points or more can be seen.",
            name=name,
            n=objects,
            points=_up(fall),
        )
    return M(
        "{name}: with {n} gold objects a fall in recall of {points} points or more can be seen; for {wanted} points, "
        "add {more} objects to gold.",
        name=name,
        n=objects,
        points=_up(fall),
        more=more,
        wanted=_up(wanted),
    )


def _up(share: float) -> int:
    return math.ceil(share * 100 - 1e-9)


def sentences(parts: Sequence[str]) -> str:
    """Several in a row."""
    return joined(list(parts))
