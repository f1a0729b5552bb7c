"""What reading other people's files came upon and did not take over: all of it counted, the first of it by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verify_app.core.messages import M, joined

MOST_PROBLEMS = 1000
"""No more problems than this are kept word by word."""
MOST_FIELDS = 1000
"""No more fields than this are kept by name."""
MOST_NAMED = 10
"""So many are named where a person reads; the number beside them is that of all."""
OTHERS = "others"


@dataclass(slots=True)
class Findings:
    """What a reader met that it could not take over."""

    unknown: Counter[str] = field(default_factory=Counter)
    """What was left aside, with how often it was met."""
    problems: list[str] = field(default_factory=list)
    more: int = 0

    def problem(self, text: str) -> None:
        """Report something that was skipped; what is stated in files may hold characters that steer a terminal."""
        text = _printable(text)
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(text)
        else:
            self.more += 1

    @property
    def skipped(self) -> int:
        """How many problems there were in truth."""
        return len(self.problems) + self.more

    def told(self) -> list[str]:
        """The problems, and how many more there were."""
        return [*self.problems, M("… and {n} more.", n=self.more)] if self.more else list(self.problems)

    def aside(self, prefix: str, keys: Iterable[str], times: int = 1) -> None:
        """Count fields that mean nothing here, met so many times each."""
        for key in keys:
            self._count(_printable(f"{prefix}.{str(key)[:60]}"), times)

    def boxed(self, kind: str) -> None:
        """Count a shape of which a project for boxes took the upright box round it."""
        self._count(M("{kind} (the box round each was taken)", kind=kind), 1)

    def _count(self, name: str, times: int) -> None:
        known = name in self.unknown or len(self.unknown) < MOST_FIELDS
        self.unknown[name if known else OTHERS] += times

    def take(self, other: Findings) -> None:
        """Count in what another reader met."""
        for text in other.problems:
            self.problem(text)
        self.more += other.more
        for name, times in other.unknown.items():
            self._count(name, times)

    def lines(self) -> list[str]:
        """The same for a person to read: the first of each by name, and how many there are."""
        found: list[str] = []
        if self.skipped:
            found.append(M("Skipped {n}:", n=self.skipped))
            found += [M("  {problem}", problem=text) for text in self.problems[:MOST_NAMED]]
            if self.skipped > MOST_NAMED:
                found.append(M("  … and {n} more; --json names them.", n=self.skipped - MOST_NAMED))
        if self.unknown:
            named = [
                M("{name} ({times})", name=name, times=times) for name, times in self.unknown.most_common(MOST_NAMED)
            ]
            found.append(M("Left aside: {names}.", names=some(named, len(self.unknown))))
        return found


def _printable(text: str) -> str:
    if isinstance(text, M) and not text.isprintable():
        shown = {name: _printable(value) if isinstance(value, str) else value for name, value in text.arguments.items()}
        return M(text.template, **shown)
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def some(names: Iterable[str], number: int | None = None) -> str:
    """Names in a row, ten at most, and how many more there are of `number`."""
    every = list(names)
    first = every[:MOST_NAMED]
    more = (len(every) if number is None else number) - len(first)
    return M("{names} … and {more} more", names=first, more=more) if more > 0 else joined(first, ", ")
