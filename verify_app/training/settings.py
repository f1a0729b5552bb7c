"""The trainer's settings: which a person may choose, and which this program decides so that the receipt holds."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from verify_app.core.errors import UsageError
from verify_app.core.messages import M, joined

OPTIONS = frozenset({"epochs", "imgsz", "device", "batch", "seed"})
"""Settings that are parameters of `train` itself."""

DECIDED: Mapping[str, str] = MappingProxyType(
    {
        "data": M("the version decides what is trained on"),
        "fraction": M("a part of the list breaks the mix the receipt states"),
        "split": M("validation reads the version's val images"),
        "single_cls": M("it changes every label"),
        "classes": M("it leaves labels out"),
        "model": M("the base model is given by its own option"),
        "pretrained": M("other weights would hide the model's lineage"),
        "distill_model": M("a teacher's labels are not in the receipt"),
        "resume": M("a version is trained in one go"),
        "task": M("the project decides it"),
        "mode": M("it is training"),
        "cfg": M("settings are given by name"),
        "project": M("the program decides where files go"),
        "name": M("the program decides where files go"),
        "save_dir": M("the program decides where files go"),
        "exist_ok": M("the program decides where files go"),
        "save": M("the weights are kept in any case"),
        "save_period": M("only the best weights are kept"),
        "deterministic": M("training must be repeatable"),
        "nms": M("the NMS-free head is used throughout"),
        "val": M("the best weights are chosen on the val images"),
        "plots": M("no pictures are drawn"),
        "verbose": M("the program reports progress itself"),
        "profile": M("the program reports progress itself"),
        "save_json": M("the program keeps the figures itself"),
        "save_txt": M("the program keeps the figures itself"),
        "visualize": M("no pictures are drawn"),
        "show": M("no pictures are drawn"),
    }
)
"""Settings a person may not override, each with the reason."""


def parse(words: Iterable[str]) -> dict[str, object]:
    """Read ``name=value`` words as the command line gives them after ``--``.

    Values are Python literals; ``true``, ``false`` and ``none`` in any case are taken too, anything else is text.

    Raises
    ------
    UsageError
        When a word is no ``name=value``, or a name is given twice.
    """
    found: dict[str, object] = {}
    for word in words:
        name, equals, text = word.removeprefix("--").partition("=")
        name = name.strip().replace("-", "_")
        if not equals or not name:
            raise UsageError(M("Write a trainer setting as name=value, such as lr0=0.001, not “{word}”.", word=word))
        if name in found:
            raise UsageError(M("The trainer setting {name} is given twice; keep one.", name=name))
        found[name] = _value(text.strip())
    return found


def _value(text: str) -> object:
    plain: dict[str, object] = {"true": True, "false": False, "none": None, "null": None}
    if text.lower() in plain:
        return plain[text.lower()]
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def check(settings: Mapping[str, object], known: Iterable[str]) -> None:
    """Refuse settings that are not the person's to choose, and names the trainer does not know.

    Parameters
    ----------
    settings : mapping
        What the person asked for.
    known : iterable of str
        Every name the trainer understands.

    Raises
    ------
    UsageError
        One sentence that names the settings and what to do.
    """
    decided = sorted(set(settings) & set(DECIDED))
    if decided:
        reasons = joined((M("{name}: {why}", name=name, why=DECIDED[name]) for name in decided), "; ")
        raise UsageError(
            M("Training decides {name} itself ({reasons}); leave it out.", name=decided[0], reasons=reasons)
            if len(decided) == 1
            else M(
                "Training decides {names} itself ({reasons}); leave them out.", names=_listed(decided), reasons=reasons
            )
        )
    options = sorted(set(settings) & OPTIONS)
    if options:
        raise UsageError(
            M("Give {name} by its own option, not among the further trainer settings.", name=options[0])
            if len(options) == 1
            else M("Give {names} by their own options, not among the further trainer settings.", names=_listed(options))
        )
    names = sorted(set(known) - set(DECIDED) - OPTIONS)
    unknown = sorted(set(settings) - set(names))
    if unknown:
        near = [close[0] for name in unknown if (close := difflib.get_close_matches(name, names, n=1, cutoff=0.5))]
        raise UsageError(
            M("The trainer knows no setting {names}; did you mean {near}?", names=_listed(unknown), near=_listed(near))
            if near
            else M(
                "The trainer knows no setting {names}; see the settings of Ultralytics training.",
                names=_listed(unknown),
            )
        )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else M("{names} and {last}", names=names[:-1], last=names[-1])
