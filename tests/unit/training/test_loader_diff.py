"""The comparison of what was loaded with what the receipt states, without a trainer."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from verify_app.training.loader_diff import Loaded, differences
from verify_app.training.version_contents import Sample

NAMES = ("bolt", "nut", "pallet")
ROWS = np.array([[0, 0.5, 0.5, 0.2, 0.2], [1, 0.25, 0.25, 0.1, 0.3]], dtype=np.float32)


def fake(path: Path) -> str:
    return f"sha of {path.name}"


def sample(name: str, rows=ROWS) -> Sample:
    return Sample(name, Path("v/images/train") / name, Path("v/labels/train") / name, f"sha of {name}", rows)


def found(expected, files, rows):
    return differences(expected, Loaded(files, rows), split="train", names=NAMES, digest=fake)


EXPECTED = [sample("a.jpg"), sample("b.jpg"), sample("c.jpg", ROWS[:0])]
FILES = ["m/a.jpg", "m/b.jpg", "m/c.jpg"]


def test_the_same_is_no_difference_in_any_order():
    assert found(EXPECTED, FILES, [ROWS, ROWS[::-1], ROWS[:0]]) == []
    assert found(EXPECTED, FILES[::-1], [ROWS[:0], ROWS, ROWS]) == []


@pytest.mark.parametrize(
    ("files", "rows", "said"),
    [
        (FILES[:2], [ROWS, ROWS], "1 of 3 train images missing (c.jpg)"),
        (FILES[2:], [ROWS[:0]], "2 of 3 train images missing (a.jpg, b.jpg)"),
        ([*FILES, "m/x.jpg"], [ROWS, ROWS, ROWS[:0], ROWS], "1 train image not in the version (x.jpg)"),
        ([*FILES, "m/a.jpg"], [ROWS, ROWS, ROWS[:0], ROWS], "loaded more often than the receipt says (a.jpg)"),
        (FILES, [ROWS, ROWS[:1], ROWS[:0]], "other labels on 1 train image (b.jpg: 1 loaded, 2 in the receipt)"),
        (FILES, [ROWS, ROWS, ROWS], "c.jpg: 2 loaded, 0 in the receipt"),
    ],
)
def test_each_difference_is_said(files, rows, said):
    assert any(said in phrase for phrase in found(EXPECTED, files, rows))


def test_another_class_or_a_box_moved_by_the_last_bit_is_a_difference():
    other = ROWS.copy()
    other[0, 0] = 2
    phrases = found(EXPECTED, FILES, [other, ROWS, ROWS[:0]])
    assert any("bolt 1 instead of 2, pallet 1 instead of 0" in phrase for phrase in phrases)
    moved = ROWS.copy()
    moved[1, 3] = np.nextafter(moved[1, 3], np.float32(1))
    assert found(EXPECTED, FILES, [moved, ROWS, ROWS[:0]])


def test_a_row_twice_is_not_the_same_as_two_rows():
    twice = np.concatenate((ROWS[:1], ROWS[:1]))
    assert found(EXPECTED, FILES, [twice, ROWS, ROWS[:0]])


def test_a_repeated_image_is_expected_as_often_as_the_receipt_says():
    expected = [*EXPECTED, sample("a.jpg")]
    assert found(expected, [*FILES, "m/a.jpg"], [ROWS, ROWS, ROWS[:0], ROWS]) == []
    assert found(expected, FILES, [ROWS, ROWS, ROWS[:0]]) == ["1 of 4 train images missing (a.jpg)"]


def test_many_files_are_counted_not_listed():
    expected = [sample(f"{i}.jpg") for i in range(9)]
    assert found(expected, [], []) == ["9 of 9 train images missing (0.jpg, 1.jpg, 2.jpg and 6 more)"]


def test_a_strange_file_name_stays_on_one_line():
    (phrase,) = found([], ["m/a\nb.jpg"], [ROWS])
    assert "\n" not in phrase and r"a\nb.jpg" in phrase


def test_a_jpeg_the_loader_repaired_is_the_image_it_was(tmp_path):
    """Ultralytics rewrites a JPEG that does not end with the end marker; only its own repair is taken."""
    original, loaded = tmp_path / "v" / "a.jpg", tmp_path / "m" / "a.jpg"
    for folder in (original.parent, loaded.parent):
        folder.mkdir()
    Image.new("RGB", (32, 24), (200, 30, 30)).save(original)
    original.write_bytes(original.read_bytes() + b"camera notes")
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    expected = [Sample("a.jpg", original, tmp_path / "a.txt", digest, ROWS)]

    def check():
        return differences(expected, Loaded([str(loaded)], [ROWS]), split="train", names=NAMES)

    Image.open(original).save(loaded, "JPEG", subsampling=0, quality=100)
    assert check() == []
    Image.new("RGB", (32, 24), (30, 30, 200)).save(loaded, "JPEG", subsampling=0, quality=100)
    assert check()
