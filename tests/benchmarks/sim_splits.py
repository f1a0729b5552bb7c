"""One split for ever: pictures are exported, edited at random, verified and exported again; prints JSON.

python tests/benchmarks/sim_splits.py [--pictures 200] [--edits 1000] [--batches 20] [--seed 0]

Each edit takes one picture and does one or two things to its file: turns it by a quarter, mirrors it, encodes it anew
as JPEG of a quality from 50, renames it, moves it to another folder, swaps names with another, or removes the
project's ``cache/``. After each batch the folder is added again (or has moved and is relocated), everything is verified
and exported. An image has changed its split when a version holds it in another split than an earlier one did: target
0. Plain surfaces look like any other; they have their bytes and their place only and are counted apart.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import scenery
from verify_app.app.exports.export import Exported, ExportOptions, export
from verify_app.app.imports.files import add_images
from verify_app.app.project.sources import relocate
from verify_app.app.review import actions
from verify_app.app.review.image_view import read_image
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.queue.filters import Filter
from verify_app.core.remove_folder import remove_tree
from verify_app.core.vocabulary import Origin, Split
from verify_app.storage.queries import image_list

SIZE = (320, 240)
PLAIN_EVERY = 20
"""One picture in so many is a plain surface."""
FOLDERS = ("a", "b", "c")


def scene(chance: Random) -> Image.Image:
    """Parts of many sizes and colours on a table."""
    image = Image.new("RGB", SIZE, tuple(chance.randrange(256) for _ in range(3)))
    pen = ImageDraw.Draw(image)
    for _ in range(chance.randrange(12, 25)):
        x, y, w, h = (chance.randrange(low, high) for low, high in ((0, 320), (0, 240), (20, 140), (20, 110)))
        shape = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        shape((x - w // 2, y - h // 2, x + w // 2, y + h // 2), fill=tuple(chance.randrange(256) for _ in range(3)))
    return image


def surface(chance: Random) -> Image.Image:
    """A plain one; no two are the same bytes."""
    image = Image.new("RGB", SIZE, tuple(chance.randrange(256) for _ in range(3)))
    image.putpixel((chance.randrange(320), chance.randrange(240)), (0, 0, 0))
    return image


@dataclass(slots=True)
class Shelf:
    """Pictures by number, where their files lie under `root`, and the project that holds them."""

    root: Path
    session: Session
    chance: Random
    files: dict[int, str] = field(default_factory=dict)
    plain: set[int] = field(default_factory=set)
    split: dict[int, Split] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    held: set[int] = field(default_factory=set)
    out: set[int] = field(default_factory=set)
    made: int = 0

    def fresh(self) -> str:
        """A name that no file ever had."""
        self.made += 1
        return f"{self.chance.choice(FOLDERS)}/{self.made:05}.jpg"

    def fill(self, count: int) -> None:
        for number in range(count):
            name = self.files[number] = self.fresh()
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            plain = number % PLAIN_EVERY == PLAIN_EVERY - 1
            self.plain |= {number} if plain else set()
            (surface if plain else scene)(self.chance).save(self.root / name, quality=95)

    # --- edits --------------------------------------------------------------------------------------------

    def edit(self, number: int) -> list[str]:
        """One or two of them."""
        done = self.chance.sample(sorted(EDITS), self.chance.choice((1, 2)))
        for name in done:
            EDITS[name](self, number)
        return done

    def turn(self, number: int) -> None:
        self._save(number, self.chance.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)), 95)

    def mirror(self, number: int) -> None:
        flip = self.chance.choice((Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM))
        self._save(number, flip, 95)

    def encode(self, number: int) -> None:
        self._save(number, None, self.chance.randrange(50, 96))

    def _save(self, number: int, turn: Image.Transpose | None, quality: int) -> None:
        file = self.root / self.files[number]
        with Image.open(file) as opened:
            image = opened.convert("RGB")
        (image if turn is None else image.transpose(turn)).save(file, quality=quality)

    def rename(self, number: int) -> None:
        self._move(number, f"{Path(self.files[number]).parent.name}/{Path(self.fresh()).name}")

    def move(self, number: int) -> None:
        self._move(number, self.fresh())

    def _move(self, number: int, name: str) -> None:
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / self.files[number]).rename(self.root / name)
        self.files[number] = name

    def swap(self, number: int) -> None:
        other = self.chance.choice([n for n in self.files if n != number])
        one, two = self.root / self.files[number], self.root / self.files[other]
        aside = self.root / "aside"
        one.rename(aside)
        two.rename(one)
        aside.rename(two)
        self.files[number], self.files[other] = self.files[other], self.files[number]

    def forget(self, _number: int) -> None:
        shutil.rmtree(self.session.folder / "cache", ignore_errors=True)

    # --- the project ----------------------------------------------------------------------------------------

    def move_all(self) -> None:
        """The whole folder is somewhere else."""
        moved = self.root.with_name(f"photos-{self.made}")
        self.root.rename(moved)
        self.root = moved
        relocate(self.session, 1, moved)

    def take_in(self) -> None:
        """Look at the folder as a person would, and verify whatever is not."""
        session = self.session
        add_images(session, [self.root], Origin.REAL)
        for image_id in image_list.ids(session.project.read, Filter()):
            row = image_list.summary(session.project.read, image_id)
            if row is None or row["real_verified"] or row["problem"]:
                continue
            if not read_image(session.project.read, image_id).file.exists():
                continue  # renamed or moved: its picture came in under another name
            if not row["labels"]:
                actions.draw(session, image_id, (1 + image_id % 3, Box(20, 20, 90, 80)))
            actions.complete(session, read_image(session.project.read, image_id), 0.25)

    def check(self, done: Exported) -> None:
        """Compare the version's splits with those of all earlier ones."""
        number = {f"photos/{name}": n for n, name in self.files.items()}
        for member in done.plan.members:
            for name in (member.candidate.image, *member.candidate.also):
                n = number[name]
                self.held.add(n)
                if self.split.setdefault(n, member.split) is not member.split:
                    self.changed.add(n)
        self.out |= {number[x.image] for x in done.plan.left_out if x.image in number}


EDITS = {
    "turn": Shelf.turn,
    "mirror": Shelf.mirror,
    "encode": Shelf.encode,
    "rename": Shelf.rename,
    "move": Shelf.move,
    "swap": Shelf.swap,
    "cache": Shelf.forget,
}


def simulate(folder: Path, *, pictures: int, edits: int, batches: int, seed: int) -> dict[str, Any]:
    """Run all of it; figures as a plain object."""
    session = scenery.project(folder, images=0)
    shelf = Shelf(folder / "photos", session, Random(seed))
    shelf.fill(pictures)
    shelf.take_in()
    options = ExportOptions(yes=True)
    shelf.check(export(session, folder / "v0", options))
    counted: dict[str, int] = dict.fromkeys(EDITS, 0)
    for batch in range(batches):
        for _ in range(edits // batches):
            for name in shelf.edit(shelf.chance.randrange(pictures)):
                counted[name] += 1
        if batch % 3 == 2:
            shelf.move_all()
        shelf.take_in()
        shelf.check(export(session, folder / f"v{batch + 1}", options))
        remove_tree(folder / f"v{batch + 1}")
    sound = list(session.project.problems())
    session.close()
    return {
        "pictures": pictures,
        "edits": edits // batches * batches,
        "of_each": counted,
        "versions": batches + 1,
        "changed": len(shelf.changed - shelf.plain),
        "never_exported": len(set(shelf.files) - shelf.held),
        "left_out_once": len(shelf.out - shelf.plain),
        "plain": len(shelf.plain),
        "plain_changed": len(shelf.changed & shelf.plain),
        "record_is_sound": not sound,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("pictures", 200), ("edits", 1000), ("batches", 20), ("seed", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = vars(parser.parse_args())
    with tempfile.TemporaryDirectory() as folder:
        found = simulate(Path(folder), **given)
    print(json.dumps(found | {"seed": given["seed"], "passed": found["changed"] == 0}))
    return int(found["changed"] > 0)


if __name__ == "__main__":
    sys.exit(main())
