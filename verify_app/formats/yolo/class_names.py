"""What names the classes of a YOLO dataset: files in its folder, under it, beside its labels and just above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import ordinary
from verify_app.formats.find_files import files_below
from verify_app.formats.publisher_splits import Parts
from verify_app.formats.yolo.data_yaml import MAX_YAML_BYTES, DataYaml, read_data_yaml
from verify_app.formats.yolo.label_pairs import label_folders
from verify_app.formats.yolo.splits import DarknetSplits, YamlSplits

USUAL = ("data.yaml", "dataset.yaml", "data.yml")
YAML = (".yaml", ".yml")
LISTS = ("classes.txt", "obj.names", "_darknet.labels")
"""Lists with a name a line that are known by what they are called; so is any ``.names``."""
_NAMES = re.compile(rb"^[\"']?names[\"']?[ \t]*:", re.MULTILINE)
_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Described:
    """What the files of a dataset say of it.

    Parameters
    ----------
    names : mapping of class id to name, or None
        None where nothing names them.
    yaml : DataYaml or None
        Its ``data.yaml``, by whatever name.
    parts : sequence of Parts
        What states which part of the dataset a picture is in.
    """

    names: Mapping[int, str] | None = None
    yaml: DataYaml | None = None
    parts: Sequence[Parts] = ()


def described(path: Path) -> Described:
    """What the nearest files say: in the folder and under it, beside its labels, then in the two folders above.

    Raises
    ------
    UserError
        When two of them give a class different names, or one cannot be read.
    """
    if path.suffix.lower() in YAML:
        return _put_together([_Stating.yaml(path)])
    folder = (path if path.is_dir() else path.parent).resolve()
    found = _put_together(list(_in_and_under(folder, path)))
    for place in folder.parents[:_ABOVE]:
        if found.names is not None:
            break
        found = _put_together(list(_above(place, folder)))
    return found


def own_names(names: Sequence[str], file: Path) -> list[str]:
    """The names of a class list, without spaces around and with single ones in them, when each class has its own.

    Raises
    ------
    UserError
        When a class has none, or two have the same.
    """
    found: dict[str, int] = {}
    for number, text in enumerate(names):
        name = " ".join(text.split())
        if not name:
            raise UserError(M("Class {number} in {file} has no name; write it there.", number=number, file=file))
        if name in found:
            raise UserError(
                M(
                    "{file} calls both class {first} and class {number} {name}; each needs its own name.",
                    file=file,
                    first=found[name],
                    number=number,
                    name=name,
                )
            )
        found[name] = number
    return list(found)


@dataclass(frozen=True, slots=True)
class _Stating:
    """A file and the names it gives."""

    file: Path
    names: Sequence[str]
    data: DataYaml | None = None

    @classmethod
    def yaml(cls, file: Path) -> _Stating:
        data = read_data_yaml(file)
        return cls(file, own_names([data.names[i] for i in sorted(data.names)], file), data)

    @classmethod
    def listed(cls, file: Path) -> _Stating:
        """A list with a name a line; empty lines at its end are none."""
        try:
            with ordinary(file).open("rb") as stream:
                data = stream.read(MAX_YAML_BYTES + 1)
            text = data.decode("utf-8-sig")
        except OSError as error:
            raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
        except UnicodeDecodeError as error:
            raise UserError(
                M("{file} is not text in UTF-8; save it so, since it names the classes.", file=file)
            ) from error
        if len(data) > MAX_YAML_BYTES:
            raise UserError(
                M("{file} is over {most} MB; that is no list of classes.", file=file, most=MAX_YAML_BYTES >> 20)
            )
        return cls(file, own_names(text.rstrip().split("\n") if text.strip() else [], file))


def _in_and_under(folder: Path, path: Path) -> Iterator[_Stating]:
    beside = label_folders(folder)
    for place in (folder, *beside):
        if path.is_dir():
            files = list(files_below(place, (*YAML, ".names", *LISTS)))
        else:
            files = [str(file) for file in _listed(place) if file.name.lower().endswith((*YAML, ".names", *LISTS))]
        for file in map(Path, files):
            if file.suffix.lower() in YAML:
                yield from _if_dataset(file)
            elif file.suffix.lower() == ".names" or file.name.lower() in LISTS:
                yield _Stating.listed(file)


def _above(place: Path, folder: Path) -> Iterator[_Stating]:
    """Of the YAML files above, one that is not called as usual counts when it says that `folder` is of its set."""
    for file in _listed(place):
        if file.suffix.lower() in YAML:
            for stating in _if_dataset(file):
                if file.name.lower() in USUAL or (stating.data and YamlSplits(file, stating.data).speaks_of(folder)):
                    yield stating
        elif file.name.lower() in LISTS:
            yield _Stating.listed(file)


def _if_dataset(file: Path) -> Iterator[_Stating]:
    """A YAML file without names is about something else, unless it is called as usual."""
    try:
        with ordinary(file).open("rb") as stream:
            usual = file.name.lower() in USUAL or _NAMES.search(stream.read(MAX_YAML_BYTES))
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    if usual:
        yield _Stating.yaml(file)


def _listed(place: Path) -> list[Path]:
    try:
        return sorted(file for file in place.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError:
        return []


def _put_together(stating: Sequence[_Stating]) -> Described:
    """One list of names of all: the longest, when no number has two names."""
    stating = [one for one in stating if one.names]
    if not stating:
        return Described()
    longest = max(stating, key=lambda one: len(one.names))
    for one in stating:
        for number, (name, other) in enumerate(zip(one.names, longest.names, strict=False)):
            if name != other:
                raise UserError(
                    M(
                        "Class {number} is {name} in {file}, but {other_name} in {other_file}. Add the folders "
                        "one by one; or, where one of the two is wrong, name the YAML file that is right instead "
                        "of its folder.",
                        number=number,
                        name=name,
                        file=one.file,
                        other_name=other,
                        other_file=longest.file,
                    )
                )
    yamls = [(one.file, one.data) for one in stating if one.data is not None]
    data = next((data for _, data in yamls if data.keypoints), yamls[0][1] if yamls else None)
    parts: list[Parts] = [YamlSplits(file, data) for file, data in yamls]
    parts += [DarknetSplits(file) for file in _darknet({one.file.parent for one in stating})]
    return Described(dict(enumerate(longest.names)), data, parts)


def _darknet(places: Iterable[Path]) -> list[Path]:
    """Darknet's ``.data`` files, which name lists of pictures."""
    return [file for place in sorted(places) for file in _listed(place) if file.suffix.lower() == ".data"]
