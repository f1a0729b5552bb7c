"""Looks of the monitor through a project: versions, what came since, sources, models, gold, the record, the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests import scenery
from tests.unit.app.test_export import made, verify
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.monitoring import generations
from verify_app.app.monitoring import record as recording
from verify_app.app.monitoring.html_page import page, without_names, write_page
from verify_app.app.monitoring.images_behind import images_behind
from verify_app.app.monitoring.look import look
from verify_app.app.monitoring.record import look_after, record_look, restored
from verify_app.app.monitoring.results import ComparedSet, DriftLook, Metric, from_json
from verify_app.app.review import actions
from verify_app.app.review.image_view import look as see
from verify_app.app.session import Session
from verify_app.cli.main import commands, run
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.messages import M
from verify_app.core.vocabulary import LookKind
from verify_app.storage.queries.monitor_looks import looks


def grown(tmp_path: Path, *, drift: bool = False) -> Session:
    """A project with three versions of 30, 60 and 90 images; with `drift` another class and size from the second on."""
    session = made(tmp_path, real=100, synthetic=0, verified=0)
    for number in range(3):
        for image_id in range(number * 30 + 1, number * 30 + 31):
            if drift and number:
                drawn(session, image_id)
            else:
                verify(session, image_id)
        export(session, tmp_path / f"v{number + 1}", ExportOptions(parent=f"v{number}" if number else None))
    return session


def drawn(session: Session, image_id: int) -> None:
    """Complete an image with one large gear in place of what the model said."""
    actions.reject(session, image_id, f"P{image_id}")
    actions.draw(session, image_id, (3, Box(10, 10, 180, 90)))
    actions.complete(session, see(session, image_id), 0.25)


def by_kind(found: DriftLook, kind: str) -> dict[str, ComparedSet]:
    return {one.name: one for one in found.compared if one.kind == kind}


def test_versions_that_stay_the_same_say_so(tmp_path: Path) -> None:
    session = grown(tmp_path)
    found = look(session)
    assert found.reference == "v1"
    assert list(by_kind(found, "version")) == list(by_kind(found, "added")) == ["v2", "v3"]
    assert [one.n for one in by_kind(found, "version").values()] == [60, 90]
    assert [one.n for one in by_kind(found, "added").values()] == [30, 30]
    assert not found.alarms and not found.noticed
    assert look(session) == found  # what is kept says the same


def test_a_drift_is_noticed_and_alarms_at_the_second_version(tmp_path: Path) -> None:
    session = grown(tmp_path, drift=True)
    found = look(session)
    added = by_kind(found, "added")
    figures = {name: {m.name: m for m in one.metrics} for name, one in added.items()}
    assert figures["v2"]["class_js"].notice and not figures["v2"]["class_js"].alarm
    assert figures["v3"]["class_js"].alarm and figures["v3"]["size_w1"].alarm
    assert found.alarms and "gear" in " ".join(found.alarms)
    assert set(found.headline) & set(found.alarms)
    assert images_behind(session.project.read, "added", "v2") == list(range(31, 61))
    assert images_behind(session.project.read, "version", "v1") == list(range(1, 31))


def test_what_came_since_is_compared_and_says_how_many_more_it_needs(tmp_path: Path) -> None:
    session = grown(tmp_path)
    for image_id in range(91, 96):
        verify(session, image_id)
    fresh = by_kind(look(session), "fresh")["v3"]
    assert fresh.n == 5
    assert {m.needs for m in fresh.metrics} == {15}
    assert all(m.band is None and not m.notice for m in fresh.metrics)
    assert images_behind(session.project.read, "fresh", "v3") == list(range(91, 96))


def test_another_version_can_be_the_reference(tmp_path: Path) -> None:
    session = grown(tmp_path)
    found = look(session, reference="v2")
    assert found.reference == "v2" and list(by_kind(found, "version")) == ["v3"]
    with pytest.raises(UserError, match="no version v9"):
        look(session, reference="v9")


def test_a_project_without_a_version_says_what_to_do(tmp_path: Path) -> None:
    session = made(tmp_path, real=3, synthetic=0, verified=1)
    found = look(session)
    assert found.reference is None and {one.kind for one in found.compared} <= {"review"}
    assert "export one first" in found.notes[0]


def test_whether_the_model_or_the_world_has_moved(tmp_path: Path) -> None:
    session = grown(tmp_path)
    agrees = by_kind(look(session), "predictions")["model"]
    assert "says what persons say" in agrees.sentence
    other = scenery.model(session, "other")
    scenery.run(session, {i: [(3, (20, 20, 160, 90), 0.9)] for i in range(1, 91)}, model_id=other)
    found = by_kind(look(session), "predictions")["other"]
    assert "the model, not the world" in found.sentence
    assert images_behind(session.project.read, "predictions", "other") == list(range(1, 91))


def test_a_look_is_put_on_record_and_read_back(tmp_path: Path) -> None:
    session = grown(tmp_path, drift=True)
    found = record_look(session, LookKind.VERSION, "v3")
    kept = looks(session.project.read)[-1]
    assert (kept.kind, kept.subject) == (LookKind.VERSION, "v3")
    said, wanted = restored(kept.summary), found.as_json()
    assert said["alarms"] == wanted["alarms"] and said["headline"] == wanted["headline"]
    for one, other in zip(said["compared"], wanted["compared"], strict=True):
        assert {m["name"]: m for m in one["metrics"]} == {m["name"]: m for m in other["metrics"]}
        assert one["sentence"] == other["sentence"] and isinstance(one["sentence"], M)
    assert list(session.project.problems()) == []


def test_asking_twice_records_once(tmp_path: Path) -> None:
    session = grown(tmp_path)
    for _ in range(2):
        record_look(session, LookKind.ASKED, "")
    assert len(looks(session.project.read)) == 1


def test_a_monitor_that_fails_undoes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = grown(tmp_path)

    def broken(*_args: Any, **_more: Any) -> None:
        raise ZeroDivisionError("no data")

    monkeypatch.setattr(recording, "look", broken)
    said = look_after(session, LookKind.VERSION, "v3")
    assert said["alarms"] == [] and "ZeroDivisionError" in said["problem"]
    session.close()
    monkeypatch.setattr(recording, "look", broken)
    result = CliRunner().invoke(commands, ["export", str(tmp_path / "project"), str(tmp_path / "again"), "--json"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "again" / "receipt.json").is_file()


def test_the_command_prints_one_object_and_fails_on_an_alarm(tmp_path: Path) -> None:
    grown(tmp_path, drift=True).close()
    folder = str(tmp_path / "project")
    result = CliRunner().invoke(commands, ["monitor", folder, "--json", "--by", "ann"])
    assert result.exit_code == 0, result.output
    said = json.loads(result.output)
    assert {"reference", "compared", "alarms"} <= said.keys()
    wanted = {"name", "value", "band", "notice", "alarm", "needs", "sentence"}
    for one in said["compared"]:
        assert {"name", "kind", "n", "metrics"} <= one.keys()
        assert all(wanted <= m.keys() and (m["band"] is None or len(m["band"]) == 2) for m in one["metrics"])
    assert run(["monitor", folder, "--fail-on", "alarm", "--by", "ann"]) == 3
    assert run(["monitor", folder, "--by", "ann"]) == 0


def test_the_page_needs_nothing_from_elsewhere_and_names_no_source(tmp_path: Path) -> None:
    session = grown(tmp_path, drift=True)
    out = tmp_path / "monitor.html"
    write_page(look(session), out)
    text = out.read_text(encoding="utf-8")
    assert "<svg" in text and "gear" in text and 'class="dot alarm"' in text
    for word in ("http:", "https:", "src=", "<script", "url(", str(tmp_path), "r001"):
        assert word not in text
    with pytest.raises(UserError, match="cannot be written"):
        write_page(look(session), tmp_path / "none" / "x.html")
    assert not list(tmp_path.glob(".monitor-*"))


def test_sources_are_numbered_unless_names_are_asked_for() -> None:
    metric = Metric("size_w1", 0.4, (0.0, 0.2), True, False, None, "Size <b>")
    found = DriftLook("v1", (ComparedSet("Anna's farm", "source", 30, (metric,), "Source Anna's farm differs"),), ())
    found = DriftLook(found.reference, found.compared, (), headline=("Source Anna's farm differs",))
    assert "Anna" not in page(without_names(found)) and "Source 1" in page(without_names(found))
    assert "Anna" in page(found)
    assert "<b>" not in page(found)
    assert from_json(found.as_json()) == found


def test_a_cache_that_somebody_damaged_is_made_again(tmp_path: Path) -> None:
    session = grown(tmp_path)
    found = look(session)
    for file in (tmp_path / "project" / "cache" / "monitor").iterdir():
        file.write_bytes(b"{}")
    assert look(session) == found


def evaluated(session: Session, *changes: float, independent: int) -> None:
    """Models 0, 1, … on record, and an evaluation of them on 40 gold images: each beside the first, within 2 points."""
    names = [f"model {place}" for place in range(len(changes) + 1)]
    models = [
        {"sha256": name * 4, "figures": {"mAP50-95": 0.6 + change}, "metric": "mAP50-95", "classes": {}}
        for name, change in zip(names, (0.0, *changes), strict=True)
    ]
    for name in names:
        scenery.model(session, name)
    beside = [{"change": change, "low": change - 0.02, "high": change + 0.02} for change in changes]
    found = {"images": 40, "independent": independent, "models": models, "comparisons": beside}
    with session.project.transact(session.actor, "evaluate") as tx:
        tx.put("setting", "evaluation:all", {"value": json.dumps(found)})


def of_map(session: Session, cache: Path) -> list[Metric]:
    found = generations.of(session.project.read, cache, {})
    return [next(m for m in one.metrics if m.name == "map") for one in found.compared]


@pytest.mark.parametrize(
    ("changes", "notices", "alarmed"),
    [
        ((-0.01, -0.03), [False, False, True], [False, False, False]),
        ((-0.03, -0.05), [False, True, True], [False, False, True]),
        ((0.03, 0.05), [False, True, True], [False, False, False]),
        ((-0.03, 0.0), [False, True, False], [False, False, False]),
    ],
)
def test_what_an_evaluation_found_of_a_model_alarms_at_the_second_one(
    tmp_path: Path, changes: tuple[float, ...], notices: list[bool], alarmed: list[bool]
) -> None:
    session = made(tmp_path, real=2, synthetic=0, verified=0)
    evaluated(session, *changes, independent=40)
    found = of_map(session, tmp_path)
    assert [m.notice for m in found] == notices and [m.alarm for m in found] == alarmed
    assert found[0].band is None and found[1].band == pytest.approx((0.58, 0.62))


def test_frames_of_few_videos_give_an_evaluation_no_band(tmp_path: Path) -> None:
    session = made(tmp_path, real=2, synthetic=0, verified=0)
    evaluated(session, -0.3, -0.3, independent=6)
    assert {(m.band, m.notice) for m in of_map(session, tmp_path)} == {(None, False)}


def test_the_page_says_models_first_and_no_band_below_nothing(tmp_path: Path) -> None:
    session = grown(tmp_path)
    evaluated(session, -0.03, -0.59, independent=40)
    found = look(session)
    text = page(found)
    assert text.index("<h2>Models") < text.index("<h2>Versions as a whole") < text.index("<h2>What versions added")
    assert all(m.band is None or m.band[0] >= 0 for one in found.compared if one.kind == "model" for m in one.metrics)
    assert "Shaded: where chance alone" in text
