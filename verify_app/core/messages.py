"""Sentences for people that remember how they were made, so that the window can say them in its own language.

``M("{n} images are missing.", n=3)`` is the English sentence itself, a `str` that can be printed, joined or written to
JSON as any other. What shows it in another language looks its `template` up and fills in the `arguments` again, which
may be such sentences themselves. Templates are collected from the source by `resources/translations/update.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


class M(str):
    """A message: an English sentence with the template and the arguments that it was made of.

    Parameters
    ----------
    template : str
        A literal, so that it can be collected; with gaps as `str.format` takes them if there are arguments. Without
        arguments it is taken as it stands, braces and all.
    **arguments
        What fills the gaps: texts, numbers, messages, errors of ours, or a list of these, said with commas between.
        Anything else is kept as its text.
    """

    template: str
    arguments: dict[str, Any]

    def __new__(cls, template: str, /, **arguments: object) -> M:
        kept = {name: _kept(value) for name, value in arguments.items()}
        text = template.format(**{name: _joined(value) for name, value in kept.items()}) if kept else template
        made = super().__new__(cls, text)
        made.template, made.arguments = template, kept
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.template, self.arguments)

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language.

        Parameters
        ----------
        translate : callable
            Gives a template's translation, or the template itself where there is none.
        """
        template = translate(self.template)
        if not self.arguments:
            return template
        return template.format(**{name: _joined(_said(value, translate)) for name, value in self.arguments.items()})


def joined(parts: list[str], between: str = " ") -> str:
    """Several sentences as one message, each of which is translated by itself."""
    parts = [part for part in parts if part]
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
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_kept(one) for one in value]
    if isinstance(value, Exception):
        return value.args[0] if value.args and isinstance(value.args[0], M) else str(value)
    return value.item() if hasattr(value, "item") else str(value)


def _made(template: str, arguments: dict[str, Any]) -> M:
    return M(template, **arguments)


def _joined(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _said(value: Any, translate: Callable[[str], str]) -> Any:
    if isinstance(value, M):
        return value.said(translate)
    if isinstance(value, list | tuple):
        return [_said(one, translate) for one in value]
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
