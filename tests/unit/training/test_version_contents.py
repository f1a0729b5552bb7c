"""What a version says must be trained on, read with distrust."""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.training.versions import NAMES
from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import IMAGES, RECEIPT, sha256_of
from verify_app.training.version_contents import contents, rows_of


def test_a_version_is_read_as_its_receipt_states(made_version):
    held = contents(made_version)
    assert held.names == NAMES
    assert {split: len(samples) for split, samples in held.splits.items()} == {"train": 16, "val": 4}
    assert held.receipt == sha256_of((made_version / RECEIPT).read_bytes())
    for samples in held.splits.values():
        for sample in samples:
            assert sha256_of(sample.image.read_bytes()) == sample.sha256
            assert len(sample.rows) == len(sample.label.read_text().splitlines()) > 0


def test_a_changed_list_of_images_is_refused(version):
    lines = (version / IMAGES).read_bytes()
    (version / IMAGES).write_bytes(lines.replace(b'"real"', b'"synthetic"', 1))
    with pytest.raises(UserError):
        contents(version)


def test_a_changed_label_is_refused(version):
    label = version / "labels/train/train_002.txt"
    label.write_text(label.read_text() + "0 0.5 0.5 0.1 0.1\n")
    with pytest.raises(UserError):
        contents(version)


@pytest.mark.parametrize("name", [RECEIPT, IMAGES, "labels/val/val_000.txt"])
def test_a_missing_file_is_one_sentence(version, name):
    (version / name).unlink()
    with pytest.raises(UserError) as error:
        contents(version)
    assert "\n" not in str(error.value)


def test_rows_are_read_as_ultralytics_reads_them():
    rows = rows_of(b"0 0.5 0.25 0.1 0.2\n2 0.123456 0.5 0.5 0.5\n")
    assert rows.dtype == np.float32 and rows.shape == (2, 5)
    assert rows[1, 1] == np.float32("0.123456")
    assert rows_of(b"").shape == (0, 5)
    for wrong in (b"0 0.5\n", b"0 0.5 0.5 0.1 0.1 0.9\n", b"a b c d e\n", b"\xff\xfe\n"):
        with pytest.raises(ValueError):
            rows_of(wrong)
