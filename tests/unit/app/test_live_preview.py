"""What the window asks beside the jobs: outlines line by line, classes of a dataset, the project's own policy."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_export import made, verify
from verify_app.app.exports import project_policy
from verify_app.app.exports.export import ExportOptions, described, export, preview
from verify_app.app.exports.live_preview import Outline
from verify_app.app.exports.meter import measure
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.preview import dataset_classes
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.geometry import Box
from verify_app.core.receipt.receipt import Override
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.toml_file import policy_text, read_policy
from verify_app.datasets.version.verify import verify_version


def shown(found: dict[str, object]) -> dict[str, object]:
    """Everything but what is worked out with the full answer only."""
    return {name: value for name, value in found.items() if name not in ("verify", "sentence", "outline", "certain")}


def crowded(tmp_path: Path, seed: int) -> Session:
    """Rules by objects and within classes bind: of each class some verified, more made."""
    rng = random.Random(seed)
    session = made(tmp_path, real=14, synthetic=0, verified=0)
    for image_id in range(1, 11):
        for place in range(rng.randrange(1, 4)):
            actions.draw(session, image_id, (rng.randrange(1, 4), Box(50 + 9 * place, 5, 57 + 9 * place, 45)))
        verify(session, image_id)
    for number in range(16):
        scenery.picture(tmp_path / "more" / "images" / f"m{number:03}.png", 2000 + number)
        label = tmp_path / "more" / "labels" / f"m{number:03}.txt"
        label.parent.mkdir(parents=True, exist_ok=True)
        rows = [f"{rng.randrange(3)} 0.{place + 1} 0.5 0.05 0.2" for place in range(rng.randrange(1, 6))]
        label.write_text("\n".join(rows), encoding="utf-8")
    add(session, [tmp_path / "more"], AddOptions(Origin.SYNTHETIC, labels="yolo", by_number=True))
    return session


@pytest.mark.parametrize("seed", range(3))
def test_the_live_figures_are_those_of_the_preview_and_of_what_is_written(tmp_path: Path, seed: int) -> None:
    session = crowded(tmp_path, seed)
    preview(session, ExportOptions())  # looks at the pictures
    asked = Outline(session)
    milp = False
    for share in ("0.5", "0.35", "0.6"):
        found = asked.answer(policy_text(Policy(Fraction(share))), split="80/10/10", seed=0)
        exact = described(preview(session, ExportOptions(min_real_share=share)))
        assert found is not None and found["certain"] and shown(found) == shown(exact)
        head = str(exact["sentence"]).partition(" in train real and verified.")[0]
        assert found["sentence"] == f"{head} in train real and verified.", "what to verify was not worked out"
        milp = milp or exact["solver"] == "milp"
    assert milp, "no policy that the number of images alone decides"
    found = asked.answer(policy_text(Policy(Fraction("0.6"))), split="80/10/10", seed=0)
    done = export(session, tmp_path / "out", ExportOptions(min_real_share="0.6", yes=True))
    assert found is not None and found["images"] == {s.value: done.plan.count(s) for s in Split}
    receipt = verify_version(done.folder).receipt
    assert receipt is not None
    measured = {o.name: o.measured for o in receipt.outcomes}
    assert measured == {rule["name"]: rule["measured"] for rule in found["rules"]}
    session.close()


def test_what_an_export_may_find_in_the_files_is_not_certain(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=14, verified=10)
    asked, text = Outline(session), policy_text(Policy())

    def certain() -> bool:
        asked.forget()
        found = asked.answer(text, split="80/10/10", seed=0)
        assert found is not None
        return bool(found["certain"])

    assert not certain(), "no picture was compared yet"
    preview(session, ExportOptions())
    assert certain()
    scenery.picture(tmp_path / "real" / "r001.png", 77)
    assert not certain()
    with pytest.raises(UsageError, match="hard floor"):
        asked.answer('min_real_share = "0.1"', split="80/10/10", seed=0)
    session.close()


def test_it_looks_anew_only_when_told(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=14, verified=6)
    asked, text = Outline(session), policy_text(Policy())
    before = asked.answer(text, split="80/10/10", seed=0)
    left = [i for i in session.project.read.scans(list(range(1, 13))) if not session.project.read.marks([i])]
    verify(session, left[0])
    assert asked.answer(text, split="80/10/10", seed=0) == before
    asked.forget()
    assert asked.answer(text, split="80/10/10", seed=0) != before
    session.close()


def test_the_command_answers_line_by_line(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=14, verified=10)
    folder = session.folder
    session.close()
    command = [sys.executable, "-m", "verify_app", "outline", "--by", "ann", str(folder)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert child.stdin is not None and child.stdout is not None
    answers = []
    for line in (
        json.dumps({"id": 1, "policy": policy_text(Policy()), "split": "80/10/10", "seed": 0}),
        json.dumps({"id": 2, "policy": 'min_real_share = "0.01"', "split": "80/10/10", "seed": 0}),
        json.dumps({"id": 3, "policy": "", "split": "nonsense", "seed": 0, "again": True}),
        "no question",
    ):
        child.stdin.write(line + "\n")
        child.stdin.flush()
        answers.append(json.loads(child.stdout.readline()))
    child.stdin.close()
    assert child.wait(300) == 0
    assert answers[0]["outline"]["after"]["real_verified"] > 0
    assert [a["id"] for a in answers] == [1, 2, 3, None]
    assert "hard floor" in answers[1]["error"] and "nonsense" in answers[2]["error"]
    assert "JSON object" in answers[3]["error"]


def test_classes_of_a_dataset_are_read_before_it_is_added(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    coco = {
        "images": [{"id": 1, "file_name": "a.png", "width": 10, "height": 10}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 1, 4, 4]}],
        "categories": [{"id": 7, "name": "sprocket"}, {"id": 2, "name": "rust"}],
    }
    (tmp_path / "coco").mkdir()
    (tmp_path / "coco" / "set.json").write_text(json.dumps(coco))
    found = dataset_classes(session, tmp_path / "coco", "auto")
    assert (found.form, set(found.names), found.counts) == ("coco", {"sprocket", "rust"}, {"sprocket": 1})
    (tmp_path / "yolo" / "labels").mkdir(parents=True)
    (tmp_path / "yolo" / "data.yaml").write_text("names: {0: bolt, 1: cog}\n")
    assert dataset_classes(session, tmp_path / "yolo", "yolo").names == ("bolt", "cog")
    assert len(session.classes) == 3, "nothing was added"
    with pytest.raises(UserError):
        dataset_classes(session, tmp_path / "nothing", "auto")
    session.close()


def test_a_project_keeps_its_own_policy_and_the_meter_follows(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=8, verified=8)
    read = session.project.read
    plain = measure(read, session.folder)
    assert project_policy.stored(read) is None and plain.demanded == Fraction(1, 2) and not plain.own
    own = Policy(
        Fraction("0.9"), hard_floor=Fraction("0.3"), overrides=(Override("class_floor", "spring", "ann"),), max_depth=0
    )
    project_policy.store(session, own)
    kept = project_policy.stored(read)
    assert kept is not None and kept.overrides == () and kept.max_depth == 0 and kept.min_real_share == Fraction(9, 10)
    now = measure(read, session.folder)
    assert (now.demanded, now.floor, now.own) == (Fraction(9, 10), Fraction(3, 10), True)
    assert now.share == plain.share
    events = read.one("SELECT count(*) FROM event")
    project_policy.store(session, own)
    assert read.one("SELECT count(*) FROM event") == events, "nothing changed, nothing on record"
    project_policy.store(session, None)
    assert project_policy.stored(read) is None and measure(read, session.folder) == plain
    session.close()


def test_a_policy_is_handed_over_as_a_file(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    one, two = Policy(), Policy(Fraction("0.67"))
    files = [project_policy.handed_over(session, p) for p in (one, two, one)]
    assert files[0] == files[2] != files[1]
    assert [read_policy(file) for file in files] == [one, two, one]
    many = [project_policy.handed_over(session, Policy(Fraction(share, 1000))) for share in range(300, 330)]
    there = set((session.folder / "cache").glob("policy-*.toml"))
    assert len(there) == project_policy.KEPT + 1 and many[-1] in there
    with pytest.raises(UserError, match="cannot be written"):
        project_policy.write_policy(tmp_path / "no" / "such" / "p.toml", one)
    session.close()
