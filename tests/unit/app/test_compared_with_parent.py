"""A receipt compares train with that of the parent version, in whole counts; what is forged of that is found."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.app.test_export import made, verify
from verify_app.app.exports.export import ExportOptions, export
from verify_app.cli.main import run
from verify_app.core.receipt.receipt import RECEIPT, canonical, parse_receipt, receipt_bytes
from verify_app.datasets.version.verify import verify_version

KEPT = Path(__file__).parents[2] / "data" / "versions"
NOT_SO = "What the receipt states of its parent cannot be so."
NOT_THERE = "What the receipt compares with its parent is not what is in the version."


def followed(tmp_path: Path) -> Path:
    """A version with a parent; two images more are verified, and the share lets in two more that are not."""
    session = made(tmp_path, real=8, synthetic=8, verified=5)
    export(session, tmp_path / "v1", ExportOptions())
    verify(session, 6)
    verify(session, 7)
    return export(session, tmp_path / "v2", ExportOptions(parent="v1")).folder


def test_train_stands_beside_that_of_the_parent_in_whole_counts(tmp_path: Path) -> None:
    folder = followed(tmp_path)
    receipt, before = (parse_receipt((at / RECEIPT).read_bytes()) for at in (folder, tmp_path / "v1"))
    assert not before.compared
    for of in ("classes", "origins", "grades"):
        then, now = before.counts[of]["train"], receipt.counts[of]["train"]
        assert receipt.compared[of] == {what: (then.get(what, 0), now.get(what, 0)) for what in then | now}, of
    assert receipt.compared["origins"]["real"][0] < receipt.compared["origins"]["real"][1]
    assert receipt.since is not None and len(receipt.compared["tail"]) == len(receipt.since.tail)
    assert verify_version(folder).problems == []


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        (lambda c: c["origins"].update(real=[1, 99]), NOT_THERE),
        (lambda c: c.pop("grades"), NOT_THERE),
        (lambda c: c.update(more={}), NOT_THERE),
        (lambda c: c["classes"].update({"9 none": [3, 0]}), NOT_SO),
        (lambda c: next(iter(c["grades"].values())).__setitem__(0, 77), NOT_SO),
        (lambda c: c["tail"].update({"0 bolt": [1, 0]}), NOT_SO),
        (lambda c: c.clear(), "compares it with that, and no other does"),
        (lambda c: c["origins"].update(real=["1", 2]), "'compared"),
        (lambda c: c["origins"].update(real=[1, 2, 3]), "'compared"),
        (lambda c: c["origins"].update(real=[-1, 2]), "'compared"),
    ],
)
def test_what_is_forged_of_it_is_found(tmp_path: Path, forge: Callable[[dict[str, Any]], object], said: str) -> None:
    folder = followed(tmp_path)
    receipt = json.loads((folder / RECEIPT).read_bytes())
    forge(receipt["compared"])
    if not receipt["compared"]:
        del receipt["compared"]
    (folder / RECEIPT).write_bytes(canonical(receipt, indent=1))
    problems = verify_version(folder).problems
    assert any(said in problem for problem in problems), problems


def test_a_version_of_the_schema_before_is_still_what_it_says(tmp_path: Path) -> None:
    with zipfile.ZipFile(KEPT / "schema2-parent.zip") as file:
        file.extractall(tmp_path)
    folder = tmp_path / "version"
    data = (folder / RECEIPT).read_bytes()
    receipt = parse_receipt(data)
    assert receipt.schema == 2 and receipt.parent is not None and not receipt.compared
    assert receipt_bytes(receipt) == data
    assert verify_version(folder).problems == []
    said = json.loads(data) | {"compared": {"classes": {}, "tail": {}, "origins": {}, "grades": {}}}
    (folder / RECEIPT).write_bytes(canonical(said, indent=1))
    assert any("compares it with that" in problem for problem in verify_version(folder).problems)


def test_verify_version_says_how_it_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = followed(tmp_path)
    assert run(["verify-version", str(folder)]) == 0
    said = capsys.readouterr().out
    before, now = parse_receipt((folder / RECEIPT).read_bytes()).compared["origins"]["real"]
    assert "Train, in v1 and here:" in said and f"real {before} -> {now}" in said
    assert run(["verify-version", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["compared"]["origins"]["real"] == [before, now]
