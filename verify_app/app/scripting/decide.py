"""The scripting door: JSON lines of programs. They suggest; only a named person who takes responsibility decides.

Lines are a program's, whatever they state: what they decide becomes suggestions, which count for nothing until a
person looks (`app.scripting.suggest`). With `Responsible` every line is that person's, at most attested.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from verify_app.app.review import actions, blind, disagreements
from verify_app.app.review.image_view import look
from verify_app.app.scripting import line_fields, suggest
from verify_app.app.scripting.line_fields import Line
from verify_app.app.session import Session, person, responsible
from verify_app.core.errors import FileChanged, UserError
from verify_app.core.messages import M
from verify_app.core.names import cleaned, known_spelling, name_key
from verify_app.core.records import Actor, Changes
from verify_app.core.trials import blind as blinded
from verify_app.core.vocabulary import ActorKind, Door, LabelState, Task
from verify_app.storage.project import Project
from verify_app.storage.queries import actors, suggestions

MOST_BYTES = 256 * 2**20
"""A file of lines that somebody takes responsibility for is read whole, and is no larger."""


class Responsible(NamedTuple):
    """A named person who takes responsibility for a file of lines, and the file."""

    actor: Actor
    sha256: str
    event: int
    looks: int | None = None
    """Number of the last look at an image when somebody stood behind these very lines before; None when nobody did."""

    @property
    def said(self) -> Mapping[str, Any]:
        """What each of the file's events says."""
        return {"vouched": {"sha256": self.sha256, "event": self.event}}


def take_responsibility(project: Project, name: str, content: bytes) -> Responsible:
    """Put on record that a person stands behind a file of lines, before any is carried out.

    Raises
    ------
    UserError
        When the name is none or a program's, or the file has no lines or too many.
    """
    actor = responsible(project, name, Door.DECIDE)
    if len(content) > MOST_BYTES:
        raise UserError(
            M("These lines are more than {most} MB; hand them over in several files.", most=MOST_BYTES >> 20)
        )
    count = sum(bool(line.strip()) for line in content.split(b"\n"))
    if not count:
        raise UserError(M("There are no lines to take responsibility for."))
    digest = hashlib.sha256(content).hexdigest()
    looks = suggestions.looks_until_vouched(project.read, digest)
    with project.transact(actor, "vouch") as tx:
        tx.facts("vouch", [(actor.name, digest, len(content), count)])
        tx.detail.update({"sha256": digest, "lines": count})
    return Responsible(actor, digest, tx.event_id, looks)


class Scripts:
    """Takes the lines of several programs on one project; each has a session of its own.

    Parameters
    ----------
    responsible : Responsible, optional
        Whose the lines are; without, each is that of the program that it names.
    """

    def __init__(self, project: Project, responsible: Responsible | None = None) -> None:
        self._project = project
        self._responsible = responsible
        self._sessions: dict[tuple[str, str], Session] = {}
        self._changed: set[str] = set()
        """Images that have other bytes than when the lines were written: none of them says anything of those."""

    def answer(self, text: str) -> dict[str, Any]:
        """Carry out one line; what is answered as ok is on disk."""
        try:
            line = line_fields.parse(text)
            session = self._session(line)
            self._refuse_changed(session, line)
            with self._project.stating(self._said(line)):
                changes = _act(session, line)
        except UserError as error:
            if isinstance(error, FileChanged):
                self._changed.add(line["image"])
            return {"ok": False, "error": str(error)}
        if changes is None:
            return {"ok": True, "event": None, "note": "Nothing was changed: it was so already."}
        return {"ok": True, "event": changes.event, **_told(changes)}

    def _refuse_changed(self, session: Session, line: Line) -> None:
        """Lines speak of the bytes that they were written on: those that they state, else those of then."""
        stated = line_fields.digest(line)
        who = self._responsible
        if stated is None and (who is None or not isinstance(line.get("image"), str)):
            return
        if who is not None and line.get("image") in self._changed:
            raise UserError(
                M("{image} was changed on disk since these lines were written; look at it first.", image=line["image"])
            )
        image_id = line_fields.image(session, line)
        now = self._project.read.scans([image_id])[image_id].sha256
        if stated is not None and stated != now:
            raise UserError(
                M("{image} has other bytes than those that this line is about; look at it first.", image=line["image"])
            )
        if stated is None and who is not None and who.looks is not None:
            before = suggestions.digest_then(self._project.read, image_id, who.looks)
            if before not in (None, now):
                raise UserError(
                    M(
                        "{image} was changed on disk since these very lines were vouched for first; look at it, "
                        'and state the "sha256" of its file in what you write anew.',
                        image=line["image"],
                    )
                )

    def _said(self, line: Line) -> Mapping[str, Any]:
        if self._responsible is None:
            return {}
        wrote = {"wrote": cleaned(line["actor"])} if line.get("actor") is not None else {}
        return {**self._responsible.said, **wrote}

    def _session(self, line: Line) -> Session:
        name, kind = line.get("actor"), line.get("kind", "human")
        if kind not in list(ActorKind):
            raise UserError(M('"kind" is human, agent or simulated; it makes no line a person\'s.'))
        if kind == ActorKind.SIMULATED and not self._project.read.simulated_counts:
            raise UserError(M('"kind":"simulated" is for sample projects; leave it out, and the line is a program\'s.'))
        if not isinstance(name, str) and (self._responsible is None or name is not None):
            raise UserError(M('A line needs "actor": which program it is of.'))
        if (responsible := self._responsible) is not None:
            return self._opened("", "", lambda: responsible.actor)
        assert isinstance(name, str)
        simulated = kind == ActorKind.SIMULATED
        return self._opened(name, kind, lambda: _simulated(name) if simulated else _program(self._project, name))

    def _opened(self, name: str, kind: str, actor: Callable[[], Actor]) -> Session:
        if (name, kind) not in self._sessions:
            self._sessions[name, kind] = Session(self._project, actor())
        return self._sessions[name, kind]


def answers(project: Project, texts: Iterable[str], responsible: Responsible | None = None) -> Iterator[dict[str, Any]]:
    """Answer each line; empty lines are passed over."""
    scripts = Scripts(project, responsible)
    for text in texts:
        if text.strip():
            yield scripts.answer(text)


def _simulated(name: str) -> Actor:
    return person(name, ActorKind.SIMULATED, Door.DECIDE)


def _program(project: Project, name: str) -> Actor:
    """A program by name, under the spelling that the project knows; never under a person's."""
    actor = person(name, ActorKind.AGENT, Door.DECIDE)
    key = name_key(actor.name)
    who = next((known for known in actors.names(project.read) if name_key(known) == key), None)
    if who is not None:
        raise UserError(
            M(
                "{who} is a person, and a program may not bear a person's name: give the program one of its own, or "
                "let {who} take responsibility for the file (--as).",
                who=who,
            )
        )
    return actor._replace(name=known_spelling(actor.name, actors.names(project.read, ActorKind.AGENT)))


def _act(session: Session, line: Line) -> Changes | None:
    op = line.get("op")
    if op in ("undo", "redo"):
        line_fields.refuse_unknown(session, line)
        return actions.undo(session) if op == "undo" else actions.redo(session)
    program = session.actor.kind is ActorKind.AGENT
    if program and op in suggest.REFUSED:
        raise UserError(M("A program may suggest, flag, and undo its own; {op} is for a person to do.", op=op))
    act = (SUGGESTED if program else DECIDED).get(op) if isinstance(op, str) else None
    if act is None:
        known = SUGGESTED if program else DECIDED
        raise UserError(M('"op" is one of {names}.', names=", ".join([*known, "undo", "redo"])))
    line_fields.refuse_unknown(session, line)
    return act(session, line_fields.image(session, line), line, line_fields.stated(line, "ms"))


def _told(changes: Changes) -> dict[str, Any]:
    return {k: changes.detail[k] for k in ("undid", "label", "suggestion", "note") if k in changes.detail}


# --- decided: by a person who takes responsibility, or somebody simulated -------------------------------


def _accept(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    return actions.accept(session, image, line_fields.stated(line, "id"), ms=ms)


def _reject(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    return actions.reject(
        session, image, line_fields.stated(line, "id"), fix_later=line_fields.stated(line, "fix_later"), ms=ms
    )


def _correct(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    class_id, region = line_fields.class_id(session, line), line_fields.region(session, line)
    return actions.correct(session, image, line_fields.stated(line, "id"), class_id=class_id, region=region, ms=ms)


def _drawn(session: Session, line: Line) -> tuple[int, Any]:
    class_id, region = line_fields.class_id(session, line), line_fields.region(session, line)
    if class_id is None or region is None:
        raise UserError(M('Drawing needs "class" and "{region}".', region=session.task.region))
    return class_id, region


def _draw(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    return actions.draw(session, image, _drawn(session, line), ms=ms)


def _class_of(session: Session, line: Line) -> int:
    class_id = line_fields.class_id(session, line)
    if session.task is not Task.CLASSIFY or class_id is None:
        raise UserError(M('"classify" is for projects of that task and needs "class".'))
    return class_id


def _classify(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    return actions.classify(session, look(session, image), _class_of(session, line), ms=ms)


def _complete(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    review, above = look(session, image), line_fields.stated(line, "accept_shown_above")
    if above is None:
        line_fields.refuse_undecided(sum(item.state is LabelState.PROPOSAL for item in review.items))
    changes = actions.complete(session, review, above or 0.0, confirm_imported=above is not None, ms=ms)
    unverified = sum(item.state in (LabelState.IMPORTED, LabelState.STALE) for item in look(session, image).items)
    if changes is not None and unverified:
        note = f"{unverified} of its labels are not verified, so it does not count as real-verified."
        return changes._replace(detail={"note": note})
    return changes


def _empty(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    del line
    return actions.empty(session, look(session, image), ms=ms)


def _reopen(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    del line
    return actions.reopen(session, image, ms=ms)


def _flag(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    note, item = line_fields.stated(line, "note"), line_fields.stated(line, "id") if "id" in line else None
    program = session.actor.kind is ActorKind.AGENT
    if line.get("clear") is True:
        return (suggest.unflag if program else actions.unflag)(session, image, item_id=item, ms=ms)
    return (suggest.flag if program else actions.flag)(session, image, note, item_id=item, ms=ms)


def _take_side(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    side = line_fields.Side(session, image, line)
    if side.settles is not None:
        mine = blinded.DifferenceSide.MODEL if side.model else blinded.DifferenceSide.MINE
        return blind.settle(session, image, mine, side.settles, ms=ms)
    assert side.found is not None
    take = disagreements.take_model if side.model else disagreements.keep_human
    return take(session, image, side.found, ms=ms)


_Act = Callable[[Session, int, Line, int], Changes | None]

DECIDED: dict[str, _Act] = {
    "accept": _accept,
    "reject": _reject,
    "correct": _correct,
    "draw": _draw,
    "classify": _classify,
    "complete": _complete,
    "empty": _empty,
    "reopen": _reopen,
    "flag": _flag,
    "take_side": _take_side,
}

# --- suggested: by a program ------------------------------------------------------------------------------


def _suggest_verdict(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    op = "fix_later" if line["op"] == "reject" and line_fields.stated(line, "fix_later") else line["op"]
    return suggest.suggest(session, image, op, about=line_fields.stated(line, "id"), ms=ms)


def _suggest_correction(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    class_id, region = line_fields.class_id(session, line), line_fields.region(session, line)
    if class_id is None and region is None:
        raise UserError(M("A correction needs another class or another region."))
    about = line_fields.stated(line, "id")
    return suggest.suggest(session, image, "correct", about=about, class_id=class_id, region=region, ms=ms)


def _suggest_drawing(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    class_id, region = _drawn(session, line)
    return suggest.suggest(session, image, "draw", class_id=class_id, region=region, ms=ms)


def _suggest_class(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    class_id, region = _class_of(session, line), line_fields.region(session, line)
    return suggest.suggest(session, image, "classify", class_id=class_id, region=region, ms=ms)


def _suggest_complete(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    above = line_fields.stated(line, "accept_shown_above")
    if above is None:
        line_fields.refuse_undecided(suggest.undecided(session, image))
    return suggest.suggest(session, image, "complete", accept_shown_above=above, ms=ms)


def _suggest_empty(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    del line
    return suggest.suggest(session, image, "empty", ms=ms)


def _suggest_side(session: Session, image: int, line: Line, ms: int) -> Changes | None:
    side = line_fields.Side(session, image, line)
    label = "" if side.label is None else f"L{side.label}"
    prediction = "" if side.prediction is None else f"P{side.prediction}"
    op = "take_model" if side.model else "keep_human"
    return suggest.suggest(session, image, op, about=label, other=prediction, ms=ms)


SUGGESTED: dict[str, _Act] = {
    "accept": _suggest_verdict,
    "reject": _suggest_verdict,
    "correct": _suggest_correction,
    "draw": _suggest_drawing,
    "classify": _suggest_class,
    "complete": _suggest_complete,
    "empty": _suggest_empty,
    "flag": _flag,
    "take_side": _suggest_side,
}
