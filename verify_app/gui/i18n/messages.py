"""Sentences that layers without a screen have made, in the window's language: those that are shown most.

Layers under the window speak plain English with the numbers filled in. Here a sentence is found again by its text and
said in the window's language; one that is not among these is shown as it came.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication

from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP

_SENTENCES = (
    # the meter's advice
    QT_TRANSLATE_NOOP("sentences", "Add real images and review them: a dataset needs real, human-verified data."),
    QT_TRANSLATE_NOOP(
        "sentences", "Images of unknown origin: {n}. Say under Project › Sources which are real; then review them."
    ),
    QT_TRANSLATE_NOOP("sentences", "Review and complete real images; {n} to go."),
    QT_TRANSLATE_NOOP("sentences", "Ready to export."),
    QT_TRANSLATE_NOOP("sentences", "Ready to export; {n} more real images can be verified."),
    QT_TRANSLATE_NOOP("sentences", "Review and complete {n} more real images, to be ready to export."),
    QT_TRANSLATE_NOOP("sentences", "Review and complete 1 more real image, to be ready to export."),
    QT_TRANSLATE_NOOP("sentences", "Add, review and complete {n} more real images, to be ready to export."),
    QT_TRANSLATE_NOOP("sentences", "Add, review and complete 1 more real image, to be ready to export."),
    QT_TRANSLATE_NOOP(
        "sentences", "Project › Export dataset says what a version would hold, and what to verify for more."
    ),
    QT_TRANSLATE_NOOP("sentences", "Review and complete more real images: there is none for {splits} yet."),
    # what an export would be
    QT_TRANSLATE_NOOP(
        "sentences", "Nothing is left out for the share; {share} of {n} images in train real and verified."
    ),
    QT_TRANSLATE_NOOP(
        "sentences", "{out} images left out to reach it; {share} of {n} images in train real and verified."
    ),
    QT_TRANSLATE_NOOP("sentences", "1 image left out to reach it; {share} of {n} images in train real and verified."),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; "
        "{advice}, complete, and export again.",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; "
        "{advice}, complete, and export again (not among the candidates: {others}).",
    ),
    QT_TRANSLATE_NOOP("sentences", "The version needs {need}, {free} free."),
    QT_TRANSLATE_NOOP("sentences", "The version needs {need}, {free} free; `--link` needs none."),
    QT_TRANSLATE_NOOP("sentences", "The version needs {need}, {free} free; `--link` needs {links}."),
    QT_TRANSLATE_NOOP("sentences", "train and val"),
    QT_TRANSLATE_NOOP("sentences", "{n} unreviewed"),
    QT_TRANSLATE_NOOP("sentences", "{n} not complete"),
    QT_TRANSLATE_NOOP("sentences", "{n} flagged"),
    QT_TRANSLATE_NOOP("sentences", "{n} missing"),
    QT_TRANSLATE_NOOP("sentences", "{n} stale"),
    QT_TRANSLATE_NOOP("sentences", "{n} blind and not settled"),
    QT_TRANSLATE_NOOP("sentences", "Verify {n} more real images to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Verify 1 more real image to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Add and verify {n} more real images to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Add and verify {n} more real images with {hold} to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Add and verify 1 more real image with {hold} to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Verify {n} more real images with {hold} to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "Verify 1 more real image with {hold} to keep all {all}."),
    QT_TRANSLATE_NOOP(
        "sentences", "Verify the {n} real images that are left and add {more} more with {hold} to keep all {all}."
    ),
    QT_TRANSLATE_NOOP("sentences", "Verify the {n} real images that are left and add {more} more to keep all {all}."),
    QT_TRANSLATE_NOOP("sentences", "about {objects} objects"),
    QT_TRANSLATE_NOOP("sentences", "about {objects} objects, {which}"),
    QT_TRANSLATE_NOOP("sentences", "{n} of them with {name}"),
    QT_TRANSLATE_NOOP("sentences", "{n} of them with {name}, {others}"),
    # what if
    QT_TRANSLATE_NOOP(
        "sentences",
        "No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.",
    ),
    QT_TRANSLATE_NOOP("sentences", "This is a simulation of counts of labels, not a forecast: no model is trained."),
    QT_TRANSLATE_NOOP(
        "sentences", "Every generation has {size} objects, {share} of them drawn from the labels that people verified."
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "The others are labels of the generation before, each found again with the recall measured for its class, and "
        "drawn up to the same number; a model invents nothing and confuses no classes.",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "Recall stays as measured; in truth it falls as a class gets rarer, so that rare classes go sooner.",
    ),
    QT_TRANSLATE_NOOP("sentences", "Bands hold nine in ten of {runs} runs."),
    QT_TRANSLATE_NOOP("sentences", "Not measured, taken as the average of {average}: {names}."),
    QT_TRANSLATE_NOOP("sentences", "verify {n} more real images"),
    QT_TRANSLATE_NOOP("sentences", "verify 1 more real image"),
    QT_TRANSLATE_NOOP("sentences", "add and verify {n} more real images"),
    QT_TRANSLATE_NOOP(
        "sentences",
        "No number of verified images would keep them all; lower the share or remove what is not real.",
    ),
    # refusals while reviewing
    QT_TRANSLATE_NOOP("sentences", "This image is not in the project any more."),
    QT_TRANSLATE_NOOP("sentences", "Nothing can be decided on this image: {why}"),
    QT_TRANSLATE_NOOP("sentences", "Nothing can be decided on {name}: {why}"),
    QT_TRANSLATE_NOOP(
        "sentences", "{name} was changed on disk since it was looked at; nothing was decided. Look again."
    ),
    QT_TRANSLATE_NOOP("sentences", "{name} was shown as it is not any more; nothing was decided. Look again."),
    QT_TRANSLATE_NOOP("sentences", "This object is not on the image any more; look again."),
    QT_TRANSLATE_NOOP("sentences", "This image is flagged as unsure; clear the flag (U) before you complete it."),
    QT_TRANSLATE_NOOP("sentences", "1 rejected to be fixed later; settle it first."),
    QT_TRANSLATE_NOOP("sentences", "{n} rejected to be fixed later; settle them first."),
    QT_TRANSLATE_NOOP(
        "sentences", "Nothing is labelled here. If there is nothing on this image, press Shift+Space (empty)."
    ),
    QT_TRANSLATE_NOOP("sentences", "Give this image a class first: press its number, or C to find it by name."),
    QT_TRANSLATE_NOOP("sentences", "Every image of this project has a class; none can be empty."),
    QT_TRANSLATE_NOOP("sentences", "1 verified label is on this image; remove it first if there is nothing on it."),
    QT_TRANSLATE_NOOP(
        "sentences", "{n} verified labels are on this image; remove them first if there is nothing on it."
    ),
    QT_TRANSLATE_NOOP("sentences", "This image is not complete, so there is nothing to reopen."),
    QT_TRANSLATE_NOOP(
        "sentences", "Only what a model predicted can be rejected to be fixed later; flag this one instead."
    ),
    QT_TRANSLATE_NOOP(
        "sentences", "Only what a model predicted can be rejected to be fixed later; put a suggestion away instead."
    ),
    QT_TRANSLATE_NOOP("sentences", "This suggestion is not on the image any more; look again."),
    QT_TRANSLATE_NOOP("sentences", "A box needs at least one pixel either way inside the image."),
    QT_TRANSLATE_NOOP("sentences", "An outline needs an area of at least one pixel inside the image."),
    QT_TRANSLATE_NOOP("sentences", "There is nothing of {name}'s left to undo."),
    QT_TRANSLATE_NOOP("sentences", "There is nothing of {name}'s to redo."),
    # files
    QT_TRANSLATE_NOOP("sentences", "The file is missing; put it back or relocate its source."),
    QT_TRANSLATE_NOOP("sentences", "There is no file or folder {path}."),
    # labels that come in
    QT_TRANSLATE_NOOP(
        "sentences",
        "There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; in the "
        "window: Images are in).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There is no picture in {path}, only {n} label files; say in which folder their pictures are (--images; in the "
        "window: Images are in).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or the "
        "pictures alone (--labels none; in the window: Images only).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There are no labels in {path} that this program knows; if there are some, name their format (--labels; in the "
        "window: Bring in).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "{path} is in no format that this program knows; name it (--labels; in the window: Bring in).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "There are no label files in {path}. If its folders are classes, they are labels of whole images: for a "
        "project of that task (classify).",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).",
    ),
    QT_TRANSLATE_NOOP("sentences", "1 label file belongs to no picture: {names}."),
    QT_TRANSLATE_NOOP("sentences", "{n} label files belong to no picture: {names}."),
    QT_TRANSLATE_NOOP("sentences", "1 picture has no label file: {names}."),
    QT_TRANSLATE_NOOP("sentences", "{n} pictures have no label file: {names}."),
    QT_TRANSLATE_NOOP("sentences", "1 picture that is listed is not there: {names}."),
    QT_TRANSLATE_NOOP("sentences", "{n} pictures that are listed are not there: {names}."),
    QT_TRANSLATE_NOOP("sentences", "Skipped {n}:"),
    QT_TRANSLATE_NOOP("sentences", "Left aside: {names}."),
    # what jobs have done
    QT_TRANSLATE_NOOP("sentences", "Added {n} images."),
    QT_TRANSLATE_NOOP("sentences", "Added {n} images; {known} were known."),
    QT_TRANSLATE_NOOP("sentences", "Added {n} images, {objects} labels."),
    QT_TRANSLATE_NOOP("sentences", "Added {n} images, {objects} labels; {known} were known."),
    QT_TRANSLATE_NOOP("sentences", "{n} labels are attested."),
    QT_TRANSLATE_NOOP("sentences", "1 label is attested."),
    QT_TRANSLATE_NOOP("sentences", "Looked at {n} images: {found} predictions."),
    QT_TRANSLATE_NOOP(
        "sentences", "Looked at {n} images: {found} predictions; {known} were seen by this model before."
    ),
    QT_TRANSLATE_NOOP("sentences", "The sample project is in {folder}."),
)
_KEYS = {
    "This image is flagged as unsure; clear the flag (U) before you complete it.": ("U", "[flag]"),
    "Nothing is labelled here. If there is nothing on this image, press Shift+Space (empty).": (
        "Shift+Space",
        "[empty]",
    ),
    "Give this image a class first: press its number, or C to find it by name.": ("C", "[class]"),
}
"""Sentences that name a key as it is at first, in every language alike; and the action that it stands for."""
_NUMBERS = frozenset(("n", "more", "objects", "size", "runs"))
"""Gaps that only numbers fill."""
_ONE = re.compile(r"\b1 (image|label|prediction)\b")
"""What a sentence with numbers says of one thing; in other languages it is the same as of several."""
_KEY = re.compile(r"\[([a-z][a-z_0-9]+)\]")
_BETWEEN = re.compile(r"(?<=[.!?])\s+")


def said(text: str) -> str:
    """The sentence, or each of several, in the window's language; as it is where that is not known."""
    app = QCoreApplication.instance()
    if app is None or not app.property("verify-app language") or not text:
        return text
    whole = _said(text)
    return whole if whole is not None else " ".join(_said(part) or part for part in _BETWEEN.split(text))


def with_keys(shown: str, key_of: Callable[[str], str]) -> str:
    """A sentence in the window's language with keys as they are now; ``[accept]`` stands for that action's."""
    for source, (key, action) in _KEYS.items():
        if shown == said(source):
            shown = shown.replace(key, action)
    return _KEY.sub(lambda found: key_of(found[1]), shown)


def _said(text: str) -> str | None:
    if text in _SENTENCES:
        return QCoreApplication.translate("sentences", text)
    for pattern, source in _patterns():
        found = pattern.fullmatch(text)
        if found:
            gaps = {name: _filled(name, value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate("sentences", source).format(**gaps)
    several = _ONE.sub(r"1 \1s", text)
    return _said(several) if several != text else None


def _filled(name: str, value: str) -> str:
    """What stands in a gap; of a list each entry."""
    if name == "others":
        return ", ".join(_said(entry) or entry for entry in value.split(", "))
    return _said(value) or value


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    gaps = sorted((text for text in _SENTENCES if "{" in text), key=len, reverse=True)
    return [(pattern_of(text), text) for text in gaps]


def pattern_of(text: str) -> re.Pattern[str]:
    """A text with gaps as a pattern that finds what fills them: ``{n} of {all}`` finds ``3 of 12``."""
    parts = re.split(r"\{(\w+)\}", text)
    seen: set[str] = set()
    made = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            made += re.escape(part)
        elif part in seen:
            made += f"(?P={part})"
        else:
            seen.add(part)
            made += f"(?P<{part}>[0-9,]+)" if part in _NUMBERS else f"(?P<{part}>.+?)"
    return re.compile(made, re.DOTALL)
