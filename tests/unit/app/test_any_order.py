"""Whatever is done in whatever order, undone and done again: the tables are what the record says, after every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests import scenery
from verify_app.app.project import classes
from verify_app.app.project.sources import set_source_origin
from verify_app.app.review import actions, bulk_actions
from verify_app.app.review.disagreements import disagreements, keep_human, take_model
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Origin

IMAGES, STEPS = 5, 120


def box(rng: Random) -> tuple[float, float, float, float]:
    x, y = rng.uniform(0, 150), rng.uniform(0, 60)
    return x, y, x + rng.uniform(5, 45), y + rng.uniform(5, 35)


def run(s: Session, rng: Random, model: int | None = None) -> None:
    ids = [c.id for c in s.classes]
    said = {i: [(rng.choice(ids), box(rng), rng.random()) for _ in range(3)] for i in range(1, IMAGES)}
    scenery.run(s, said, model_id=model)


def settle(s: Session, image: int, rng: Random) -> None:
    found = disagreements(s, image)
    if found:
        rng.choice((take_model, keep_human))(s, image, rng.choice(found))


def one_of(s: Session, image: int, rng: Random) -> str:
    return rng.choice([item.id for item in look(s, image).items] or ["L0"])


def a_class(s: Session, rng: Random) -> int:
    return rng.choice(s.classes).id


def merge(s: Session, rng: Random) -> None:
    if len(s.classes) > 2:
        into, gone = rng.sample(s.classes, 2)
        classes.merge_class(s, gone.id, into.id)


ACTS: list[Callable[[Session, int, Random], object]] = [
    lambda s, i, r: actions.accept(s, i, one_of(s, i, r)),
    lambda s, i, r: actions.reject(s, i, one_of(s, i, r), fix_later=r.random() < 0.3),
    lambda s, i, r: actions.reclass(s, i, one_of(s, i, r), class_id=a_class(s, r)),
    lambda s, i, r: actions.reshape(s, i, {one_of(s, i, r): Box(*box(r))}),
    lambda s, i, r: actions.draw(s, i, (a_class(s, r), Box(*box(r)))),
    lambda s, i, r: actions.complete(s, look(s, i), r.random() / 2),
    lambda s, i, r: actions.empty(s, look(s, i), 0.2),
    lambda s, i, r: actions.reopen(s, i),
    lambda s, i, r: actions.flag(s, i, "unsure"),
    lambda s, i, r: actions.unflag(s, i),
    lambda s, i, r: actions.undo(s),
    lambda s, i, r: actions.undo(s),
    lambda s, i, r: actions.redo(s),
    lambda s, i, r: actions.set_origin(s, [i], r.choice(list(Origin)), reason=r.choice((None, "seen"))),
    lambda s, i, r: actions.set_gold(s, [i], r.random() < 0.5),
    lambda s, i, r: classes.add_class(s, f"new {r.randint(0, 9999)}"),
    lambda s, i, r: classes.rename_class(s, a_class(s, r), f"other {r.randint(0, 9999)}"),
    lambda s, i, r: merge(s, r),
    lambda s, i, r: bulk_actions.accept_many(s, {j: [one_of(s, j, r)] for j in range(1, 4)}),
    lambda s, i, r: set_source_origin(s, 1, r.choice(list(Origin)), reason=r.choice((None, "seen"))),
    settle,
    lambda s, i, r: run(s, r, 1) if r.random() < 0.3 else None,
]


@pytest.mark.parametrize("seed", range(3))
def test_the_record_stays_sound(tmp_path: Path, seed: int) -> None:
    rng, done = Random(seed), list[int]()
    session = scenery.project(tmp_path, images=IMAGES)
    run(session, rng)
    for _ in range(STEPS):
        act = rng.randrange(len(ACTS))
        try:
            ACTS[act](session, rng.randint(1, IMAGES), rng)
        except UserError:
            continue
        done.append(act)
        assert list(session.project.problems()) == [], done
    assert len(set(done)) > len(ACTS) * 0.8, "most of what can be done was done"
