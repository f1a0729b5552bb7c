"""How often the first Space stops for hidden proposals, and what not stopping more often costs.

A reviewer goes through images one by one: accepts what is right, rejects what is false, draws what they see is missing,
and completes. Space is asked before what it would show. Three sets:

- ``sample``: the sample's real images with the bundled model's own predictions, in the order of the sample's queue.
- ``large``: 100 made images of 4000 x 3000 with 20 objects each.
- ``huge``: 4 made images of 8000 x 6000 with 500 objects each.

The made sets have no pictures that a model could look at: what it "says" is drawn with a seed from what the bundled
model says of the sample's objects and of nothing, at the same rate an object. That model is small and leaves one object
in twenty under the slider, so nearly every image of many objects has a true one there.

Two reviewers see a missing object by themselves with a chance of 0.9 (careful) and 0.3 (hurried). Printed: stops for
100 images, those in vain (nothing shown was right), and omissions: objects that a hidden proposal within the former
margin would have shown and that were not labelled in the end; beside them what that margin gives.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from verify_app.app.review import image_view as looking
from verify_app.app.review.omission_odds import LEAST_CHANCE, chances
from verify_app.core.derive import Evidence
from verify_app.core.geometry import Box
from verify_app.core.image_labels import binding
from verify_app.core.omission_odds import Cell, Count, told
from verify_app.core.records import Item, Label, Mark, Prediction, Scan
from verify_app.core.vocabulary import ActorKind, Grade, ImageState, LabelState, Origin

SLIDER = 0.25
SAME = 0.5
SHA = "s" * 64
REVIEWERS = {"careful": 0.9, "hurried": 0.3}
"""The chance that a reviewer sees a missing object by themselves."""


@dataclass(frozen=True)
class Scene:
    """One image: what is on it, and what the model says, surest first."""

    size: tuple[int, int]
    truth: list[tuple[int, Box]]
    said: list[tuple[int, Box, float]]


# --- the sample ------------------------------------------------------------------------------------------


def sample(folder: Path) -> list[Scene]:
    from verify_app.app.demo import sample_project
    from verify_app.app.review.queue import Queue
    from verify_app.app.session import Session

    sample_project.make_demo(folder / "demo", "ann")
    session = Session.open(folder / "demo", "ann")
    scenes = []
    for image_id in Queue(session).order():
        review = looking.look(session, image_id)
        if review.origin is not Origin.REAL:
            continue
        truth = [(t.class_id, t.region.bounds) for t in sample_project._truth(session, review)]
        said = [(i.class_id, i.region.bounds, i.conf or 0.0) for i in review.items if i.id.startswith("P")]
        scenes.append(Scene((review.width, review.height), truth, sorted(said, key=lambda s: -s[2])))
    session.close()
    return scenes


# --- made sets ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Manner:
    """What a model says: of each object a list of (IoU rank, confidence), of empty places confidences."""

    of_objects: list[list[float]]
    of_nothing: list[float]
    """Per object on the image."""
    objects: int


def manner(scenes: Sequence[Scene]) -> Manner:
    """How the sample's model speaks: the confidences that each object got, and those that nothing got."""
    of_objects, of_nothing, objects = [], [], 0
    for scene in scenes:
        left = list(scene.said)
        for class_id, box in scene.truth:
            mine = [s for s in left if s[0] == class_id and s[1].overlap(box) >= SAME]
            left = [s for s in left if s not in mine]
            of_objects.append([s[2] for s in mine])
            objects += 1
        of_nothing += [s[2] for s in left]
    return Manner(of_objects, of_nothing, objects)


def made(like: Manner, *, images: int, size: tuple[int, int], objects: int, seed: int) -> Iterator[Scene]:
    chance = random.Random(seed)
    for _ in range(images):
        truth, said, taken = [], [], list[Box]()
        for _ in range(objects):
            box = _somewhere(chance, size, taken)
            class_id = chance.randint(1, 5)
            truth.append((class_id, box))
            for conf in chance.choice(like.of_objects):
                said.append((class_id, _near(chance, box), conf))
        for _ in range(objects):
            if chance.random() < len(like.of_nothing) / like.objects:
                said.append((chance.randint(1, 5), _somewhere(chance, size, taken), chance.choice(like.of_nothing)))
        yield Scene(size, truth, sorted(said, key=lambda s: -s[2]))


def _somewhere(chance: random.Random, size: tuple[int, int], taken: list[Box]) -> Box:
    while True:
        side = chance.uniform(0.02, 0.05) * size[0]
        x, y = chance.uniform(0, size[0] - side), chance.uniform(0, size[1] - side)
        box = Box(x, y, x + side, y + side * chance.uniform(0.7, 1.3))
        if len(taken) > 400 or all(box.overlap(other) < 0.1 for other in taken):
            taken.append(box)
            return box


def _near(chance: random.Random, box: Box) -> Box:
    dx, dy = chance.gauss(0, 0.03) * box.width, chance.gauss(0, 0.03) * box.height
    return box.moved(dx, dy)


# --- going through them -------------------------------------------------------------------------------------


def review_of(scene: Scene) -> looking.ReviewImage:
    items = tuple(
        Item(f"P{k}", LabelState.PROPOSAL, c, box, conf) for k, (c, box, conf) in enumerate(scene.said, start=1)
    )
    width, height = scene.size
    return looking.ReviewImage(
        1, "", Path(), width, height, SHA, ImageState.UNREVIEWED, None, Origin.REAL, False, None, None, items, ""
    )


def margin(review: looking.ReviewImage) -> tuple[Item, ...]:
    return looking.omissions(review, SLIDER, lambda item: (item.conf or 0.0) >= SLIDER - looking.OMISSION_MARGIN)


def by_chance(known: dict[Cell, Count], review: looking.ReviewImage) -> tuple[Item, ...]:
    chance = chances(known)
    if chance is None:
        return margin(review)
    return looking.omissions(review, SLIDER, lambda item: chance(item.class_id, item.conf or 0.0) >= LEAST_CHANCE)


def _is_right(scene: Scene, item: Item) -> bool:
    return any(c == item.class_id and item.region.overlap(box) >= SAME for c, box in scene.truth)


def completed(scene: Scene, shown: Sequence[Item], chance: random.Random, draws: float) -> Evidence:
    """What is on record once the reviewer is done: shown and pointed-out proposals decided, missing objects drawn."""
    labels, left = list[Label](), list(scene.truth)
    looked_at = [i for i in review_of(scene).items if (i.conf or 0.0) >= SLIDER] + list(shown)
    for item in looked_at:
        meant = [t for t in left if item.region.overlap(t[1]) >= SAME]
        if meant:
            left.remove(meant[0])
            labels.append(_label(len(labels) + 1, *meant[0], Grade.ACCEPTED))
    labels += [_label(len(labels) + 1 + k, *t, Grade.DRAWN) for k, t in enumerate(left) if chance.random() < draws]
    said = [Prediction(k, 1, 1, c, box, conf) for k, (c, box, conf) in enumerate(scene.said, start=1)]
    mark = Mark(1, True, "ann", ActorKind.HUMAN, SHA)
    return Evidence(Scan(SHA, 1, *scene.size), Origin.REAL, mark, labels, [], said)


def _label(key: int, class_id: int, box: Box, grade: Grade) -> Label:
    return Label(key, 1, class_id, box, grade, "ann", ActorKind.HUMAN, binding(SHA, class_id, box))


Rule = Callable[[dict[Cell, Count], looking.ReviewImage], tuple[Item, ...]]


def gone_through(scenes: Sequence[Scene], rule: Rule, draws: float, *, seed: int = 1) -> dict[str, object]:
    known: dict[Cell, Count] = {}
    chance = random.Random(seed)
    stops, vain, missed, first = list[bool](), 0, 0, None
    for number, scene in enumerate(scenes, start=1):
        review = review_of(scene)
        shown = rule(known, review)
        stops.append(bool(shown))
        vain += bool(shown) and not any(_is_right(scene, item) for item in shown)
        evidence = completed(scene, shown, chance, draws)
        there = [(x.class_id, x.region) for x in evidence.labels]
        for item in margin(review):
            if _is_right(scene, item) and not any(
                c == item.class_id and item.region.overlap(region) >= SAME for c, region in there
            ):
                missed += 1
        for cell, count in told(evidence, SLIDER).items():
            before = known.get(cell, Count(0, 0))
            known[cell] = Count(before.said + count.said, before.right + count.right)
        if first is None and chances(known) is not None:
            first = number
    return {
        "images": len(scenes),
        "stops_per_100": round(100 * sum(stops) / len(scenes), 1),
        "in_vain_per_100": round(100 * vain / len(scenes), 1),
        "omissions_per_100": round(100 * missed / len(scenes), 1),
        "enough_known_after": first,
        "stops_per_100_after_that": round(100 * sum(stops[first or 0 :]) / max(1, len(scenes) - (first or 0)), 1),
    }


def measure() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        small = sample(Path(scratch))
    like = manner(small)
    sets = {
        "sample": small,
        "large": list(made(like, images=100, size=(4000, 3000), objects=20, seed=2)),
        "huge": list(made(like, images=4, size=(8000, 6000), objects=500, seed=3)),
    }
    return {
        name: {
            who: {
                "chance": gone_through(scenes, by_chance, draws),
                "margin": gone_through(scenes, lambda _known, review: margin(review), draws),
            }
            for who, draws in REVIEWERS.items()
        }
        for name, scenes in sets.items()
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
