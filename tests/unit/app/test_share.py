"""The ratio meter counts in SQL what the export counts in Python: on random projects both must say the same."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app import actions
from verify_app.app.create import create_project
from verify_app.app.importing import AddOptions, add
from verify_app.app.review import look
from verify_app.app.session import Session
from verify_app.app.share import measure
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin
from verify_app.datasets.aliases import merge
from verify_app.datasets.pool import read_pool


def random_project(folder: Path, rng: random.Random) -> Session:
    """Sources of every origin, the same bytes here and there, labels imported, drawn, accepted, flagged, reserved."""
    create_project(folder / "p", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(folder / "p", "ann")
    for origin in Origin:
        root = folder / origin.value
        for number in range(6):
            scenery.picture(root / "images" / f"{number}.png", rng.randrange(10))
            if rng.random() < 0.4:
                label = root / "labels" / f"{number}.txt"
                label.parent.mkdir(exist_ok=True)
                label.write_text(rng.choice(["", "0 0.5 0.5 0.2 0.2\n"]), encoding="utf-8")
        add(session, [root], AddOptions(origin, labels="yolo"))
    for _ in range(40):
        image_id = rng.randrange(1, 19)
        act = rng.choice(
            [
                lambda i: actions.draw(session, i, (1, Box(5, 5, 40, 40))),
                lambda i: actions.complete(session, look(session, i), 0.0, confirm_imported=rng.random() < 0.7),
                lambda i: actions.empty(session, look(session, i)),
                lambda i: actions.flag(session, i) if rng.random() < 0.3 else None,
                lambda i: actions.reopen(session, i),
                lambda i: actions.set_gold(session, [i], rng.random() < 0.5) if rng.random() < 0.3 else None,
                lambda i: actions.remove_images(session, [i]) if rng.random() < 0.1 else None,
                lambda _: actions.undo(session) if rng.random() < 0.3 else None,
            ]
        )
        try:
            act(image_id)
        except UserError:
            continue
    return session


@pytest.mark.parametrize("seed", range(12))
def test_meter_and_export_agree(tmp_path: Path, seed: int) -> None:
    session = random_project(tmp_path, random.Random(seed))
    meter = measure(session.project.read)
    merged, _ = merge(read_pool(session.project.read).candidates)
    usable = [c for c in merged if not c.gold and c.problem is None]  # what a flagged alias keeps out is named
    assert (meter.real_verified, meter.candidates) == (sum(c.rv for c in usable), len(usable))
    assert list(session.project.problems()) == []
    session.close()


def test_the_meter_says_what_to_do_next(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=6)
    assert measure(session.project.read).advice == "Review and complete real images; 6 to go."
    actions.empty(session, look(session, 1))
    meter = measure(session.project.read)
    assert meter.share == Fraction(1)
    assert "Ready to export" in meter.advice
    for number in range(3):
        scenery.picture(tmp_path / "synth" / "images" / f"{number}.png", 500 + number)
        label = tmp_path / "synth" / "labels" / f"{number}.txt"
        label.parent.mkdir(exist_ok=True)
        label.write_text("0 0.5 0.5 0.2 0.2\n", encoding="utf-8")
    add(session, [tmp_path / "synth"], AddOptions(Origin.SYNTHETIC, labels="yolo"))
    meter = measure(session.project.read)
    assert meter.share == Fraction(1, 4)
    assert meter.advice == "Verify about 3 more real images to keep everything at export."
