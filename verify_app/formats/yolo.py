"""Ultralytics' YOLO layout for boxes: label rows and ``data.yaml``, written and read.

A row is ``class cx cy w h``, the box's centre and size as shares of the image as displayed.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box

TOLERANCE = 0.01
"""Ultralytics accepts coordinates from -0.01 to 1.01."""

MAX_LABEL_BYTES = 64 * 2**20
MAX_YAML_BYTES = 4 * 2**20
MAX_YAML_DEPTH = 16


@dataclass(frozen=True, slots=True)
class ReadLabel:
    """One object as a label file states it: class by its place in the list, region in pixels."""

    index: int
    region: Box


@dataclass(frozen=True, slots=True)
class ReadLabels:
    """What a label file holds.

    Parameters
    ----------
    problems : tuple of str
        One sentence for each thing that was dropped or clipped. Not empty while `labels` is: Ultralytics would drop
        the whole image.
    """

    labels: tuple[ReadLabel, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataYaml:
    """What a ``data.yaml`` says.

    Parameters
    ----------
    names : mapping of class id to name
    splits : mapping of split to paths
        Folders or lists, relative to `root`.
    root : str
        Its ``path``; empty for the folder of the file.
    dropped : tuple of str
        Keys that were left aside.
    """

    names: Mapping[int, str]
    splits: Mapping[str, tuple[str, ...]]
    root: str = ""
    dropped: tuple[str, ...] = ()


def number(value: float) -> str:
    """A coordinate as text: at most eight decimals, as much as float32 holds; no trailing zeros, never an exponent."""
    text = f"{value:.8f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def row(index: int, region: Box, *, width: int, height: int) -> str | None:
    """The label row of a box, clipped to the image.

    Parameters
    ----------
    index : int
        Place of the class in the list.
    width, height : int
        Of the image as displayed, in pixels.

    Returns
    -------
    str or None
        None when nothing of the box with an area lies inside the image.
    """
    # no Box in between: this runs for every label of an export
    x1, x2 = min(max(region.x1, 0.0), width), min(max(region.x2, 0.0), width)
    y1, y2 = min(max(region.y1, 0.0), height), min(max(region.y2, 0.0), height)
    if not (x2 > x1 and y2 > y1):  # also catches NaN
        return None
    cx, cy = number((x1 + x2) / 2 / width), number((y1 + y2) / 2 / height)
    return f"{index} {cx} {cy} {number((x2 - x1) / width)} {number((y2 - y1) / height)}"


def same_row_key(text: str) -> bytes:
    """Equal for rows that Ultralytics takes for duplicates: it compares them as float32."""
    return struct.pack("<5f", *map(float, text.split()))


def label_bytes(rows: Sequence[str]) -> bytes:
    """The bytes of a label file; none for an image without objects."""
    return "".join(f"{text}\n" for text in rows).encode("ascii")


def data_yaml_bytes(classes: Sequence[str], splits: Sequence[str]) -> bytes:
    """The bytes of a ``data.yaml`` that Ultralytics loads wherever its folder lies.

    There is no ``path``: Ultralytics then takes the folder of the file, while a ``path: .`` would mean the folder it
    was started in. Only `splits` that hold images are named; a key of ours, ``gold``, Ultralytics keeps.
    """
    text = {split: f"images/{split}" for split in splits} | {"names": dict(enumerate(classes))}
    # PyYAML writes some line separators unescaped when it may write Unicode
    plain = all(name.isprintable() for name in classes)
    dumped: str = yaml.safe_dump(text, sort_keys=False, allow_unicode=plain, width=2**20)
    return dumped.encode("utf-8")


def read_labels(file: Path, *, width: int, height: int, classes: int) -> ReadLabels:
    """Read a label file as Ultralytics would; what it would drop is dropped and named.

    Parameters
    ----------
    file : Path
        A missing file has no labels.
    width, height : int
        Of the image as displayed, in pixels.
    classes : int
        How many classes the list has.

    Raises
    ------
    UserError
        When the file cannot be read as text.
    """
    try:
        if not file.exists():
            return ReadLabels(())
        data = file.read_bytes() if file.stat().st_size <= MAX_LABEL_BYTES else None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(f"The label file {file} cannot be read ({reason.lower()}).") from error
    if data is None:
        raise UserError(f"The label file {file} is over {MAX_LABEL_BYTES >> 20} MB; that is no label file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"The label file {file} is not text; check that it belongs to a YOLO dataset.") from error
    return parse_labels(text, name=file.name, width=width, height=height, classes=classes)


def parse_labels(text: str, *, name: str, width: int, height: int, classes: int) -> ReadLabels:
    """The same from text; `name` is for the sentences. One bad row drops the file's labels, as in Ultralytics."""
    labels: list[ReadLabel] = []
    problems: list[str] = []
    seen: set[bytes] = set()
    for line, words in ((n, x.split()) for n, x in enumerate(text.splitlines(), start=1)):
        if not words:
            continue
        found = _parse_row(words, classes)
        if isinstance(found, str):
            return ReadLabels((), (f"{name}, line {line}: {found}; all labels of this image were left aside.",))
        key = struct.pack("<5f", *found)
        if key in seen:
            problems.append(f"{name}, line {line}: the same label again; it was left out.")
            continue
        seen.add(key)
        index, cx, cy, w, h = found
        box = Box((cx - w / 2) * width, (cy - h / 2) * height, (cx + w / 2) * width, (cy + h / 2) * height).clipped(
            width, height
        )
        labels.append(ReadLabel(int(index), box))
    return ReadLabels(tuple(labels), tuple(problems))


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


def _parse_row(words: list[str], classes: int) -> tuple[float, float, float, float, float] | str:
    """Five numbers, or what is wrong with the row."""
    if len(words) == 6:
        return "six columns, so it has a confidence and was written by a model"
    if len(words) != 5:
        return f"{len(words)} columns where a box has 5"
    if not all(_NUMBER.fullmatch(word) for word in words):
        return "a column that is no number"
    index, cx, cy, w, h = (float(word) for word in words)
    if index != int(index if math.isfinite(index) else -1) or not 0 <= index < classes:
        return f"class {words[0][:20]}, where the list has {classes}"
    if not all(-TOLERANCE <= v <= 1 + TOLERANCE for v in (cx, cy, w, h)) or w < 0 or h < 0:
        return "a coordinate outside 0 to 1"
    return index, cx, cy, w, h


def label_path(image: Path) -> Path:
    """Where Ultralytics looks for an image's labels: the last ``images`` folder becomes ``labels``."""
    parts = list(image.parts)
    places = [i for i, part in enumerate(parts[:-1]) if part == "images" and i > 0]
    if places:
        parts[places[-1]] = "labels"
    return Path(*parts).with_suffix(".txt")


def read_data_yaml(file: Path) -> DataYaml:
    """Read a ``data.yaml``. ``download`` and everything else but names and splits is dropped and named.

    Raises
    ------
    UserError
        When it cannot be read, is no YAML or has no usable list of names.
    """
    try:
        if file.stat().st_size > MAX_YAML_BYTES:
            raise UserError(f"{file} is over {MAX_YAML_BYTES >> 20} MB; that is no data.yaml.")
        text = file.read_bytes().decode("utf-8-sig")
        _check_events(text, file)
        data = yaml.safe_load(text)
    except OSError as error:
        raise UserError(f"{file} cannot be read ({(error.strerror or str(error)).lower()}).") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UserError(f"{file} is not valid YAML; check that it is a data.yaml of Ultralytics.") from error
    if not isinstance(data, dict):
        raise UserError(f"{file} is no data.yaml: it has no keys such as names and train.")
    splits = {key: _places(data[key], file) for key in ("train", "val", "test") if data.get(key)}
    known = {"names", "nc", "path", *splits}
    dropped = tuple(sorted(str(key) for key in data if key not in known))
    root = data.get("path") or ""
    return DataYaml(_names(data.get("names"), file), splits, root if isinstance(root, str) else "", dropped)


def _check_events(text: str, file: Path) -> None:
    """Refuse what makes few lines expand to gigabytes or take for ever: aliases and deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > MAX_YAML_DEPTH:
            raise UserError(f"{file} has YAML aliases or deep nesting, which no data.yaml needs; write it out.")


def _names(value: Any, file: Path) -> dict[int, str]:
    names = dict(enumerate(value)) if isinstance(value, list) else value
    if not isinstance(names, dict) or not names:
        raise UserError(f"{file} has no list of class names.")
    try:
        by_id = {int(key): str(name) for key, name in names.items()}
    except (TypeError, ValueError) as error:
        raise UserError(f"The class ids in {file} are not whole numbers.") from error
    if sorted(by_id) != list(range(len(names))):
        raise UserError(f"The class ids in {file} do not run from 0 to {len(names) - 1} without a gap.")
    return dict(sorted(by_id.items()))


def _places(value: Any, file: Path) -> tuple[str, ...]:
    places = value if isinstance(value, list) else [value]
    if not all(isinstance(place, str) for place in places):
        raise UserError(f"A split in {file} is neither a path nor a list of paths.")
    return tuple(places)
