"""Sentences for people that remember how they were made, so that the window can say them in its own language.

``M("{n} images are missing.", n=3)`` is the English sentence itself, a `str` that can be printed, joined or written to
JSON as any other. What shows it in another language looks its `template` up and fills in the `arguments` again, which
may be such sentences themselves. Templates are collected from the source by `resources/translations/update.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

KEY = "key_"
"""How an argument's name begins that is the key of an action."""


class M(str):
    """A message: an English sentence with the template and the arguments that it was made of.

    Parameters
    ----------
    template : str
        A literal, so that it can be collected; with gaps as `str.format` takes them if there are arguments. Without
        arguments it is taken as it stands, braces and all.
    **arguments
        What fills the gaps: texts, numbers, messages, errors of ours, or a list of these, said with commas between, or
        what else the language has for that. Anything else is kept as its text. One that is called ``key_flag`` is the
        key of the action ``flag`` as it is at first; a window whose keys were changed says the one that it is now.
    """

    template: str
    arguments: dict[str, Any]

    def __new__(cls, template: str, /, **arguments: object) -> M:
        kept = {name: _kept(value) for name, value in arguments.items()}
        text = template.format(**{name: _joined(value) for name, value in kept.items()}) if kept else template
        made = super().__new__(cls, text)
        made.template, made.arguments = template, kept
        return made

    def __str__(self) -> str:
        """Itself, so that ``str(error)`` of an error with a message is that message still."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.template, self.arguments)

    def filled(self, **arguments: object) -> M:
        """The same template with what fills its gaps."""
        return M(self.template, **arguments)

    def said(self, translate: Callable[[str], str], key_of: Callable[[str], str] | None = None) -> str:
        """The sentence in another language.

        Parameters
        ----------
        translate : callable
            Gives a template's translation, or the template itself where there is none.
        key_of : callable, optional
            Gives the key of an action as it is now; without it keys are said as they are at first.
        """
        template = translate(self.template)
        if not self.arguments:
            return template
        between = translate(BETWEEN)
        filled = {name: _joined(_said(value, translate, key_of), between) for name, value in self.arguments.items()}
        if key_of is not None:
            filled |= {name: key_of(name.removeprefix(KEY)) for name in filled if name.startswith(KEY)}
        return template.format(**filled)


BETWEEN = str(M(", "))
"""What stands between the members of a list."""


def joined(parts: Iterable[str], between: str = " ") -> str:
    """Several sentences as one message, each of which is translated by itself."""
    parts = [part for part in parts if part]
    if len(parts) == 1:
        return parts[0]
    if not any(isinstance(part, M) for part in parts):
        return between.join(parts)
    names = [f"part_{place}" for place in range(len(parts))]
    return M(between.join(f"{{{name}}}" for name in names), **dict(zip(names, parts, strict=True)))


def templates(value: Any) -> dict[str, list[Any]]:
    """Every message inside lists and dictionaries: its text, and the template and arguments that lead back to it.

    JSON keeps a message's text alone. Sent beside it, this lets `restore` make messages of the texts again.
    """
    return {str(message): [message.template, message.arguments] for message in _messages(value)}


def restore(value: Any, known: dict[str, list[Any]]) -> Any:
    """What came as JSON with the messages that `templates` named put back; arguments are restored likewise."""
    if isinstance(value, str):
        made = known.get(value)
        if made is None or isinstance(value, M):
            return value
        template, arguments = made
        inner = {text: one for text, one in known.items() if text != value}
        return M(template, **{name: restore(one, inner) for name, one in arguments.items()})
    if isinstance(value, list):
        return [restore(one, known) for one in value]
    if isinstance(value, dict):
        return {name: restore(one, known) for name, one in value.items()}
    return value


def _kept(value: Any) -> Any:
    """An argument as JSON can hold it; of an error of ours its message."""
    if value is None or isinstance(value, int | float | M):
        return value
    if isinstance(value, str):
        return str(value)  # the text of a member of an enumeration
    if isinstance(value, list | tuple):
        return [_kept(one) for one in value]
    return value.item() if hasattr(value, "item") else str(value)


def _made(template: str, arguments: dict[str, Any]) -> M:
    return M(template, **arguments)


def _joined(value: Any, between: str = BETWEEN) -> Any:
    return between.join(map(str, value)) if isinstance(value, list | tuple) else value


def _said(value: Any, translate: Callable[[str], str], key_of: Callable[[str], str] | None) -> Any:
    if isinstance(value, M):
        return value.said(translate, key_of)
    if isinstance(value, list | tuple):
        return [_said(one, translate, key_of) for one in value]
    return value


def _messages(value: Any) -> Iterator[M]:
    if isinstance(value, M):
        yield value
        yield from _messages(value.arguments)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _messages(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _messages(one)


# --- what the system says -------------------------------------------------------------------------------------------

_SYSTEM = (
    M("no such file or directory"),
    M("permission denied"),
    M("operation not permitted"),
    M("no space left on device"),
    M("disk quota exceeded"),
    M("read-only file system"),
    M("is a directory"),
    M("not a directory"),
    M("directory not empty"),
    M("file exists"),
    M("file too large"),
    M("file name too long"),
    M("too many open files"),
    M("too many levels of symbolic links"),
    M("invalid argument"),
    M("invalid cross-device link"),
    M("input/output error"),
    M("cannot allocate memory"),
    M("device or resource busy"),
    M("stale file handle"),
    M("operation not supported"),
    M("broken pipe"),
)
_KNOWN = {str(message): message for message in _SYSTEM}


def reason_of(error: Exception) -> str:
    """What the system says of a file that cannot be read or written, as the reason in a sentence of ours."""
    if isinstance(error, ValueError) and not isinstance(error, OSError):
        return M("not a valid path")
    said = str(getattr(error, "strerror", None) or error or type(error).__name__).lower()
    return _KNOWN.get(said, said)
