"""Versions: overrides, parents, titles, comparison, writing again, and whether the next one is due."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import scenery
from tests.unit.app.test_export import made, verify
from verify_app.app.exports import versions
from verify_app.app.exports.export import ExportOptions, described, export, preview
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.cli.main import commands, run
from verify_app.core.errors import PolicyError, UsageError, UserError
from verify_app.core.geometry import Box
from verify_app.core.receipt.receipt import RECEIPT, Override, parse_receipt
from verify_app.core.records import Label
from verify_app.core.remove_folder import remove_tree
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries.history import versions as rows


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def first(tmp_path: Path, **more: int) -> Session:
    """A project with a version v1 of all that is verified."""
    session = made(tmp_path, **({"real": 30, "synthetic": 4, "verified": 12} | more))
    export(session, tmp_path / "v1", ExportOptions())
    return session


def erase(session: Session, label: Label) -> None:
    actions.reject(session, label.image_id, f"L{label.id}")


def receipt(folder: Path):
    return parse_receipt((folder / RECEIPT).read_bytes())


def test_a_soft_rule_is_overridden_with_both_in_the_receipt_and_verifies(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=14, verified=10)
    plain = preview(session, ExportOptions())
    takes = tuple(Override(rule, "a trial", "ann") for rule in ("min_real_share", "min_real_instances", "class_floor"))
    done = export(session, tmp_path / "out", ExportOptions(overrides=takes))
    assert done.plan.count(Split.TRAIN) > plain.count(Split.TRAIN)
    found = verify_version(done.folder)
    assert found.problems == []
    assert found.receipt is not None and found.receipt.overrides == takes
    missed = {o.name for o in found.outcomes if not o.holds}
    assert {"min_real_share", "min_real_instances"} <= missed <= {o.rule for o in takes}
    value = json.loads((done.folder / RECEIPT).read_text()) | {"overrides": []}
    (done.folder / RECEIPT).write_text(json.dumps(value, sort_keys=True, indent=1) + "\n")
    assert any("min_real_share does not hold" in line for line in verify_version(done.folder).problems)


def test_the_hard_floor_stays_whatever_is_overridden(tmp_path: Path) -> None:
    session = made(tmp_path, real=6, synthetic=40, verified=5)
    takes = tuple(Override(rule, "a trial", "ann") for rule in ("min_real_share", "min_real_instances", "class_floor"))
    done = preview(session, ExportOptions(overrides=takes, yes=True))
    assert str(done.after) == "4/20"
    with pytest.raises(UsageError, match="is hard"):
        preview(session, ExportOptions(overrides=(Override("hard_floor", "x", "ann"),)))


def test_over_the_command_an_override_needs_its_reason(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=4, verified=12)
    session.close()
    base = ["export", str(session.folder), str(tmp_path / "out")]
    assert run([*base, "--override", "class_floor"]) == 2
    assert run([*base, "--override", "no_leak", "--reason", "x"]) == 2
    assert run([*base, "--override", "class_floor", "--reason", "spring", "--by", "Ann Lee"]) == 0
    assert receipt(tmp_path / "out").overrides == (Override("class_floor", "spring", "Ann Lee"),)
    assert run(["export", str(session.folder)]) == 2


def test_a_child_holds_what_the_parent_held_and_says_what_is_new(tmp_path: Path) -> None:
    session = first(tmp_path)
    for image_id in range(13, 18):
        verify(session, image_id)
    done = export(session, tmp_path / "v2", ExportOptions(parent="v1"))
    since = receipt(done.folder).since
    assert since is not None and since.absent == 0
    parent = {r.sha256 for r in verify_version(tmp_path / "v1").images if r.split is Split.TRAIN and r.rv}
    child = {r.sha256 for r in verify_version(done.folder).images if r.split is Split.TRAIN and r.rv}
    assert parent <= child
    assert (since.due, since.fresh) == (len(parent), len(child - parent))
    assert verify_version(done.folder).problems == []
    with pytest.raises(UserError, match="no version v9 to follow"):
        preview(session, ExportOptions(parent="v9"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda s: s.update(fresh=999), "more images new since the parent"),
        (lambda s: s.update(absent=3, due=1), "cannot be so"),
        (lambda s: s.update(absent=1), "accumulate does not hold"),
        (lambda s: s.update(tail={"1": 4}), "tail_floor does not hold"),
        (lambda s: s.update(tail={"77": 0}), "cannot be so"),
        (lambda s: s.update(others=True), "not a whole number"),
    ],
)
def test_a_forged_account_of_the_parent_is_found(tmp_path: Path, change, words: str) -> None:
    session = first(tmp_path)
    verify(session, 13)
    done = export(session, tmp_path / "v2", ExportOptions(parent="v1"))
    value = json.loads((done.folder / RECEIPT).read_text())
    change(value["since"])
    (done.folder / RECEIPT).write_text(json.dumps(value, sort_keys=True, indent=1) + "\n")
    assert any(words in line for line in verify_version(done.folder).problems)


def test_a_class_that_got_rarer_refuses_until_a_named_decision_or_override(tmp_path: Path) -> None:
    session = made(tmp_path, real=20, synthetic=0, verified=0)
    read = session.project.read
    for image_id in range(1, 21):
        if image_id <= 3:
            actions.draw(session, image_id, (3, Box(60.0, 10.0, 90.0, 40.0)))
        verify(session, image_id)
    done = export(session, tmp_path / "v1", ExportOptions())
    rare = [m for m in done.plan.members if any(x.index == 2 for x in m.ready.labels) and m.split is Split.TRAIN]
    one = read.one("SELECT key FROM image_state WHERE sha256 = ?", rare[0].candidate.sha256)
    actions.flag(session, one, "unsure")
    with pytest.raises(PolicyError, match="gear 1 fewer"):
        preview(session, ExportOptions(parent="v1"))
    take = Override("tail_floor", "it will be looked at", "ann")
    assert preview(session, ExportOptions(parent="v1", overrides=(take,))).since.absent == 0
    actions.unflag(session, one)
    label = next(x for x in read.labels([one])[one] if x.class_id == 3)
    erase(session, label)
    verify(session, one)
    plan = preview(session, ExportOptions(parent="v1"))
    settled = described(plan)["since"]["settled"]
    assert [(x["class"], x["count"], x["by"]) for x in settled] == [("gear", 1, "ann")]


def test_titles_and_descriptions_are_events_and_versions_are_found_by_them(tmp_path: Path) -> None:
    session = first(tmp_path)
    versions.annotate(session, "v1", title="before summer", text="All of May.")
    assert versions.find(session.project.read, "before summer").name == "v1"
    verify(session, 13)
    export(session, tmp_path / "v2", ExportOptions())
    with pytest.raises(UserError, match="called before summer already"):
        versions.annotate(session, "v2", title="before summer")
    with pytest.raises(UserError, match="no version v7"):
        versions.annotate(session, "v7", title="x")
    listed = versions.listed_versions(session.project.read)
    assert [(v["name"], v["title"], v["text"]) for v in listed] == [
        ("v1", "before summer", "All of May."),
        ("v2", "", ""),
    ]
    assert list(session.project.problems()) == []


def test_compare_says_what_came_went_and_changed(tmp_path: Path) -> None:
    session = first(tmp_path)
    read = session.project.read
    sha = {i: read.one("SELECT sha256 FROM image_state WHERE key = ?", i) for i in range(1, 31)}
    train = [i for i in range(1, 13) if read.split_of(sha[i]) == "train"]
    label = read.labels([train[0]])[train[0]][0]
    erase(session, label)
    actions.draw(session, train[0], (1, Box(100.0, 50.0, 120.0, 60.0)))
    actions.remove_images(session, [train[1]])
    verify(session, 13)
    export(session, tmp_path / "v2", ExportOptions())
    one, two, found = versions.compare_versions(read, "v1", "v2")
    assert (one, two) == ("v1", "v2")
    assert found.added == ["real/r012.png"] and found.removed == [f"real/r{train[1] - 1:03}.png"]
    assert [(c.image, c.added, c.removed) for c in found.changed] == [(f"real/r{train[0] - 1:03}.png", 1, 1)]
    assert found.moved == [] and found.labels["added"] == 2 and found.labels["removed"] == 2
    assert found.classes["bolt"][0] == sum(
        len(r.labels) for r in verify_version(tmp_path / "v1").images if r.split == "train"
    )


def test_a_version_is_written_again_byte_for_byte(tmp_path: Path) -> None:
    session = first(tmp_path)
    before = files(tmp_path / "v1")
    label = session.project.read.labels([1])[1][0]
    erase(session, label)  # what the project says now plays no part
    remove_tree(tmp_path / "v1")
    assert versions.write_again(session, "v1", tmp_path / "again").name == "v1"
    assert files(tmp_path / "again") == before
    session.close()
    assert run(["version", "restore", str(session.folder), "v1"]) == 0
    assert files(tmp_path / "v1") == before


def test_what_cannot_be_written_again_is_named(tmp_path: Path) -> None:
    session = first(tmp_path)
    remove_tree(tmp_path / "v1")
    scenery.picture(tmp_path / "real" / "r002.png", 99)
    (tmp_path / "real" / "r004.png").unlink()
    with pytest.raises(UserError, match=r"2 of 16 images .*real/r00[24].png, real/r00[24].png"):
        versions.write_again(session, "v1", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_since_last_counts_fresh_work_and_writes_nothing(tmp_path: Path) -> None:
    session = first(tmp_path)
    found = versions.fresh_since(session, ExportOptions())
    assert (found.fresh, found.others, found.enough) == (0, 0, False)
    for number in range(30):
        scenery.picture(tmp_path / "synth" / "images" / f"n{number:03}.png", 3000 + number)
        (tmp_path / "synth" / "labels" / f"n{number:03}.txt").write_text("0 0.5 0.5 0.2 0.2\n", encoding="utf-8")

    add(session, [tmp_path / "synth"], AddOptions(Origin.SYNTHETIC, labels="yolo", by_number=True))
    found = versions.fresh_since(session, ExportOptions())
    assert (found.fresh, found.others, found.more, found.enough) == (0, 30, 4, False)
    for image_id in range(13, 20):
        verify(session, image_id)
    found = versions.fresh_since(session, ExportOptions())
    assert found.fresh >= 4 and found.enough and "enough" in found.sentence()
    assert len(rows(session.project.read)) == 1
    session.close()
    done = CliRunner().invoke(commands, ["export", str(session.folder), "--since-last", "--json"])
    assert done.exit_code == 0 and json.loads(done.stdout)["enough"] is True


def test_proposals_come_in_only_where_the_policy_says_so_and_never_of_a_deep_model(tmp_path: Path) -> None:
    session = made(tmp_path, real=20, synthetic=0, verified=12)
    with session.project.transact(session.actor, "model_add") as tx:
        tx.update("model", 1, {"sha256": "ab" * 32})
    file = tmp_path / "policy.toml"
    assert preview(session, ExportOptions()).excluded["unreviewed"] == 8
    for conf, count in (("0.95", 0), ("0.9", 8)):
        file.write_text(f'pseudo_conf = "{conf}"\n', encoding="utf-8")
        plan = preview(session, ExportOptions(policy=file))
        assert sum(not m.candidate.rv for m in plan.members) == count
    done = export(session, tmp_path / "v1", ExportOptions(policy=file))
    found = verify_version(done.folder)
    assert found.problems == [] and found.receipt is not None
    assert [(m.depth, m.labels) for m in found.receipt.models] == [(0, 8)]
    assert found.receipt.policy[-1].name == "pseudo_conf"
    assert all(image.rv for image in found.images if image.split is not Split.TRAIN)
    with session.project.transact(session.actor, "model_add") as tx:
        tx.update("model", 1, {"depth": 2})
    plan = preview(session, ExportOptions(policy=file))
    assert {x.reason for x in plan.left_out} == {"depth"} and len(plan.left_out) == 8
    take = Override("max_depth", "a trial", "ann")
    deep = preview(session, ExportOptions(policy=file, overrides=(take,)))
    assert next(o for o in deep.outcomes if o.name == "max_depth").measured == "2" and not deep.left_out
