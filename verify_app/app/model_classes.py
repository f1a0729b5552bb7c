"""The classes of a model in the project's terms, by name; of a model that names none, by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verify_app.app.imports.class_mapping import likely_class
from verify_app.app.models import listed
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import LabelClass, ModelInfo
from verify_app.inference.model_card import ModelCard

Said = Mapping[str, str | None]
"""What a person said of a model's classes: name, or number where it has no names, to a class here; None: left out."""


def names_of(file: str, card: ModelCard, known: ModelInfo | None, given: Said) -> dict[int, str]:
    """What a model's classes are called: by the file, else as was said when it joined the project, else as is said now.

    Parameters
    ----------
    file : str
        Its name, for the sentence.
    known : ModelInfo or None
        The project's record of it.

    Raises
    ------
    UserError
        When the file names none, and not every one of its numbers was spoken of.
    """
    if card.named:
        return dict(card.names)
    before = dict(known.names) if known else {}
    numbers = _numbers(file, card, given)
    every = list(card.names) or sorted({*before, *numbers})
    missing = [n for n in every if n not in numbers and before.get(n, str(n)) == str(n)]
    if missing or not every:
        raise UserError(_ask(file, card, missing))
    # a number that is left out keeps its number for a name
    return {n: (numbers.get(n) or str(n)) if n in numbers else before[n] for n in every}


def by_place(file: str, card: ModelCard, classes: Sequence[LabelClass]) -> Said:
    """What each number of a model without names is called: the project's class at that place, or left out beyond them.

    Raises
    ------
    UserError
        When the model names its classes, or the project has none.
    """
    if card.named:
        raise UserError(
            M("{file} names its classes, so they are not taken by their numbers; leave out --by-number.", file=file)
        )
    if not classes:
        raise UserError(M("The project has no classes yet; add them first (`verify-app class add`)."))
    count = len(card.names) or len(classes)
    return {str(n): classes[n].name if n < len(classes) else None for n in range(count)}


def _numbers(file: str, card: ModelCard, given: Said) -> dict[int, str | None]:
    numbers: dict[int, str | None] = {}
    for text, target in given.items():
        if not (text.isascii() and text.isdigit() and int(text) < card.classes):
            raise UserError(
                M(
                    "{file} does not name its classes, which are numbered 0 to {last}; {text!r} is none of them.",
                    file=file,
                    last=len(card.names) - 1,
                    text=text,
                )
                if card.names
                else M(
                    "{file} does not name its classes, which are numbered from 0; {text!r} is none of them.",
                    file=file,
                    text=text,
                )
            )
        numbers[int(text)] = target
    return numbers


def _ask(file: str, card: ModelCard, missing: Sequence[int]) -> str:
    if not card.names:
        return M(
            "{file} neither names its classes nor says how many they are; say what those that you want are called "
            "here (--map 0=CLASS --map 1=CLASS …; the others are left out), or add --by-number where they are "
            "the project's in its order.",
            file=file,
        )
    examples = " ".join(f"--map {n}=CLASS" for n in missing[:3]) + (" …" if len(missing) > 3 else "")
    return M(
        "{file} does not name its classes, numbered 0 to {last}; say what each is called here "
        "({examples}, or --map {missing}= to leave it out), or add --by-number where they are the "
        "project's in its order.",
        file=file,
        last=len(card.names) - 1,
        examples=examples,
        missing=missing[0],
    )


def class_mapping(
    names: Mapping[int, str], classes: Sequence[LabelClass], given: Said, *, by_number: bool = False
) -> dict[int, int | None]:
    """From a model's class indices to the project's class ids; None drops what the model says of that class.

    Parameters
    ----------
    given : mapping of str to (str or None)
        What the person said: model class name to project class name, or None to leave it out.
    by_number : bool
        Whether numbers stand for the names, since the model has none.

    Raises
    ------
    UserError
        When a name is neither in the class list nor mapped: it is never guessed; the closest are offered.
    """
    ids = {c.name: c.id for c in classes}
    unknown = sorted(set(given) - set(names.values()) - ({str(n) for n in names} if by_number else set()))
    if unknown:
        raise UserError(
            M("The model has no class {name}; it has {names}.", name=unknown[0], names=listed(list(names.values())))
        )
    mapping: dict[int, int | None] = {}
    missing = []
    for index, name in names.items():
        key = str(index) if by_number and str(index) in given else name
        target = given.get(key, name)
        if target is None:
            mapping[index] = None
        elif target in ids:
            mapping[index] = ids[target]
        else:
            missing.append(target)
    if missing:
        raise UserError(_offer(missing, list(ids)))
    return mapping


def _offer(missing: Sequence[str], known: Sequence[str]) -> str:
    example = likely_class(missing[0], known)
    if len(missing) == 1:
        return M(
            "The model's class {name} is not in the project's class list. Say what to do with it: "
            '--map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.',
            name=missing[0],
            known=example,
        )
    return M(
        "The model's classes {names} are not in the project's class list. Say what to do with each: "
        '--map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.',
        names=listed(missing),
        name=missing[0],
        known=example,
    )
