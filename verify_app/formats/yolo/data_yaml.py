"""A dataset's ``data.yaml``, written and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import MOST_POINTS, Skeleton

MAX_YAML_BYTES = 4 * 2**20
MAX_YAML_DEPTH = 16


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
    keypoints : (int, int) or None
        Points of each object and columns of each point (``kpt_shape``).
    skeleton : Skeleton or None
        The points of a pose dataset; unnamed ones where it names none.
    """

    names: Mapping[int, str]
    splits: Mapping[str, tuple[str, ...]]
    root: str = ""
    dropped: tuple[str, ...] = ()
    keypoints: tuple[int, int] | None = None
    skeleton: Skeleton | None = None


def data_yaml_bytes(
    classes: Sequence[str], splits: Sequence[str], skeleton: Skeleton | None = None, *, folders: bool = False
) -> bytes:
    """The bytes of a ``data.yaml`` that Ultralytics loads wherever its folder lies.

    There is no ``path``: Ultralytics then takes the folder of the file, while a ``path: .`` would mean the folder it
    was started in. Only `splits` that hold images are named; a key of ours, ``gold``, Ultralytics keeps.

    Parameters
    ----------
    skeleton : Skeleton, optional
        Of a pose dataset.
    folders : bool
        Whether a split is a folder of class folders, as of a classification dataset. Ultralytics is then given the
        dataset's folder and never reads the file; it is for people and other programs.
    """
    text: dict[str, Any] = {split: split if folders else f"images/{split}" for split in splits}
    text["names"] = dict(enumerate(classes))
    names = list(classes)
    if skeleton is not None:
        text |= keypoint_keys(skeleton, len(classes))
        names += skeleton.names
    # PyYAML writes some line separators unescaped when it may write Unicode
    plain = all(name.isprintable() for name in names)
    dumped: str = yaml.safe_dump(text, sort_keys=False, allow_unicode=plain, width=2**20)
    return dumped.encode("utf-8")


def keypoint_keys(skeleton: Skeleton, classes: int) -> dict[str, Any]:
    """What Ultralytics needs to know of the points, and ``skeleton``, the bones, which it keeps."""
    return {
        "kpt_shape": [len(skeleton.names), 3],
        "flip_idx": list(skeleton.flip),
        "kpt_names": {index: list(skeleton.names) for index in range(classes)},
        "skeleton": [list(bone) for bone in skeleton.bones],
    }


def read_data_yaml(file: Path) -> DataYaml:
    """Read a ``data.yaml``. ``download`` and everything else but names, splits and points is dropped and named.

    Raises
    ------
    UserError
        When it cannot be read, is no YAML or has no usable list of names.
    """
    try:
        if file.stat().st_size > MAX_YAML_BYTES:
            raise UserError(M("{file} is over {most} MB; that is no data.yaml.", file=file, most=MAX_YAML_BYTES >> 20))
        text = read_whole(file).decode("utf-8-sig")
        _check_events(text, file)
        data = yaml.safe_load(text)
        # a class that is called yes, on, null or 007 is called so: to YAML 1.1 these are no words
        words = yaml.load(text, Loader=yaml.BaseLoader)
    except OSError as error:
        raise UserError(M("{file} cannot be read ({reason}).", file=file, reason=reason_of(error))) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UserError(
            M("{file} is not valid YAML; check that it is a data.yaml of Ultralytics.", file=file)
        ) from error
    if not isinstance(data, dict):
        raise UserError(M("{file} is no data.yaml: it has no keys such as names and train.", file=file))
    splits = {key: _places(data[key], file) for key in ("train", "val", "test") if data.get(key)}
    keypoints = _keypoints(data.get("kpt_shape"), file)
    known = {"names", "nc", "path", *splits, *(_POINT_KEYS if keypoints else ())}
    return DataYaml(
        names=_names(words.get("names"), file),
        splits=splits,
        root=data["path"] if isinstance(data.get("path"), str) else "",
        dropped=tuple(sorted(str(key) for key in data if key not in known)),
        keypoints=keypoints,
        skeleton=_skeleton({**data, "kpt_names": words.get("kpt_names")}, keypoints[0], file) if keypoints else None,
    )


_POINT_KEYS = ("kpt_shape", "flip_idx", "kpt_names", "skeleton")


def _check_events(text: str, file: Path) -> None:
    """Refuse what makes few lines expand to gigabytes or take for ever: aliases and deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > MAX_YAML_DEPTH:
            raise UserError(
                M("{file} has YAML aliases or deep nesting, which no data.yaml needs; write it out.", file=file)
            )


def _names(value: Any, file: Path) -> dict[int, str]:
    names = dict(enumerate(value)) if isinstance(value, list) else value
    if not isinstance(names, dict) or not names:
        raise UserError(M("{file} has no list of class names.", file=file))
    try:
        by_id = {int(key): name for key, name in names.items()}
    except (TypeError, ValueError) as error:
        raise UserError(M("The class ids in {file} are not whole numbers.", file=file)) from error
    if sorted(by_id) != list(range(len(names))):
        raise UserError(
            M("The class ids in {file} do not run from 0 to {last} without a gap.", file=file, last=len(names) - 1)
        )
    ordered = dict(sorted(by_id.items()))
    strange = next((i for i, name in ordered.items() if not isinstance(name, str)), None)
    if strange is not None:
        raise UserError(M("Class {number} in {file} has a list where its name should be.", number=strange, file=file))
    return ordered


def _places(value: Any, file: Path) -> tuple[str, ...]:
    places = value if isinstance(value, list) else [value]
    if not all(isinstance(place, str) for place in places):
        raise UserError(M("A split in {file} is neither a path nor a list of paths.", file=file))
    return tuple(places)


def _keypoints(value: Any, file: Path) -> tuple[int, int] | None:
    if value is None:
        return None
    whole = isinstance(value, list) and all(isinstance(v, int) and not isinstance(v, bool) for v in value)
    if not whole or len(value) != 2 or not 1 <= value[0] <= MOST_POINTS or value[1] not in (2, 3):
        raise UserError(M("kpt_shape in {file} is not [points, 2 or 3].", file=file))
    return value[0], value[1]


def _skeleton(data: Mapping[str, Any], count: int, file: Path) -> Skeleton:
    """The points by the names, mirror pairs and bones the file gives; plain ones for what it does not."""
    plain = Skeleton.generic(count)
    given = data.get("kpt_names")
    names = next(iter(given.values()), None) if isinstance(given, dict) else given
    named = isinstance(names, list) and len(names) == count
    bones = data.get("skeleton")
    try:
        return Skeleton.of(
            {
                "names": names if named else list(plain.names),
                "flip_idx": data.get("flip_idx") or list(plain.flip),
                "skeleton": list(map(list, plain.bones)) if bones is None else bones,
            }
        )
    except UserError as error:
        raise UserError(M("{file}: {reason}", file=file, reason=error)) from error
