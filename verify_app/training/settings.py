"""The trainer's settings: which a person may choose, and which this program decides so that the receipt holds."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from verify_app.core.errors import UsageError
from verify_app.core.messages import M

OPTIONS = frozenset({"epochs", "imgsz", "device", "batch", "seed"})
"""Settings that are parameters of `train` itself."""

DECIDED: Mapping[str, str] = MappingProxyType(
    {
        "data": "the version decides what is trained on",
        "fraction": "a part of the list breaks the mix the receipt states",
        "split": "validation reads the version's val images",
        "single_cls": "it changes every label",
        "classes": "it leaves labels out",
        "model": "the base model is given by its own option",
        "pretrained": "other weights would hide the model's lineage",
        "distill_model": "a teacher's labels are not in the receipt",
        "resume": "a version is trained in one go",
        "task": "the project decides it",
        "mode": "it is training",
        "cfg": "settings are given by name",
        "project": "the program decides where files go",
        "name": "the program decides where files go",
        "save_dir": "the program decides where files go",
        "exist_ok": "the program decides where files go",
        "save": "the weights are kept in any case",
        "save_period": "only the best weights are kept",
        "deterministic": "training must be repeatable",
        "nms": "the NMS-free head is used throughout",
        "val": "the best weights are chosen on the val images",
        "plots": "no pictures are drawn",
        "verbose": "the program reports progress itself",
        "profile": "the program reports progress itself",
        "save_json": "the program keeps the figures itself",
        "save_txt": "the program keeps the figures itself",
        "visualize": "no pictures are drawn",
        "show": "no pictures are drawn",
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
        reasons = "; ".join(f"{name}: {DECIDED[name]}" for name in decided)
        raise UsageError(
            M(
                "Training decides {decided} itself ({reasons}); leave {decided_2} out.",
                decided=_listed(decided),
                reasons=reasons,
                decided_2=_them(decided),
            )
        )
    options = sorted(set(settings) & OPTIONS)
    if options:
        raise UsageError(
            M(
                "Give {options} by {value}, not among the further trainer settings.",
                options=_listed(options),
                value="its own option" if len(options) == 1 else "their own options",
            )
        )
    names = sorted(set(known) - set(DECIDED) - OPTIONS)
    unknown = sorted(set(settings) - set(names))
    if unknown:
        near = [close[0] for name in unknown if (close := difflib.get_close_matches(name, names, n=1, cutoff=0.5))]
        hint = f"did you mean {_listed(near)}?" if near else "see the settings of Ultralytics training."
        raise UsageError(M("The trainer knows no setting {unknown}; {hint}", unknown=_listed(unknown), hint=hint))


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _them(names: list[str]) -> str:
    return "it" if len(names) == 1 else "them"
