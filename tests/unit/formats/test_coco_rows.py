"""What most annotations of a COCO file are is taken the short way, and comes to the same as the careful way."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from verify_app.core.vocabulary import Task
from verify_app.formats import coco
from verify_app.formats.coco import Coco

_numbers = st.one_of(
    st.floats(-50, 300, allow_nan=False).map(lambda x: round(x, 2)),
    st.integers(-5, 200),
    st.sampled_from([float("nan"), float("inf"), 1e308, 10**400, True, None, "7", "x", [], {}]),
)
_often = st.floats(0, 90).map(lambda x: round(x, 2))
_rings = st.lists(_often, min_size=5, max_size=9) | st.lists(_numbers, max_size=8) | st.just([[1, 2], [30, 4], [9, 44]])
_annotations = st.fixed_dictionaries(
    {
        "image_id": st.sampled_from([1, 1, 1, 2, 2, 3, 9, True, 1.0, "1", None, []]),
        "category_id": st.sampled_from([1, 1, 1, 2, 2, 7, True, "2", None, {}]),
        "bbox": st.lists(_often, min_size=4, max_size=4)
        | st.lists(_numbers, max_size=5)
        | st.sampled_from([None, "4444"]),
    },
    optional={
        "segmentation": st.lists(_rings, max_size=3) | st.sampled_from([None, {}, "x", 3]),
        "iscrowd": st.sampled_from([0, 0, 1, None]),
        "id": st.integers(0, 9),
        "score": st.sampled_from([0.5, None]),
        "area": _often,
    },
)


def said(file: Path, task: Task) -> tuple[object, ...]:
    found = Coco(file, file.parent, task)
    # the objects first: what is found while they are read is among the findings too
    labels = list(found.labels())
    objects = [(x.key, x.objects, x.left_aside) for x in labels]
    return objects, found.counts, found.findings.told(), dict(found.findings.unknown)


@pytest.mark.parametrize("task", [Task.DETECT, Task.SEGMENT])
@settings(
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=st.lists(_annotations | st.sampled_from([None, 3, [], "x"]), max_size=12))
def test_the_short_way_comes_to_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: Task, rows: list
) -> None:
    images = [{"id": n, "file_name": f"{n}.png", "width": 100, "height": 100} for n in (1, 2, 3)]
    categories = [{"id": 1, "name": "gear"}, {"id": 2, "name": "bolt"}]
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"images": images, "annotations": rows, "categories": categories}))
    short = said(file, task)
    with monkeypatch.context() as patched:
        patched.setattr(coco, "_TAKE", {})
        careful = said(file, task)
    assert short == careful


def test_usual_annotations_are_taken_the_short_way() -> None:
    """Else the test above would compare the careful way with itself."""
    row = {"id": 4, "image_id": 1, "category_id": 2, "bbox": [1, 2.5, 3, 4], "segmentation": [[1, 2, 3, 4, 5, 7.5]]}
    for task, kind in ((Task.DETECT, "box"), (Task.SEGMENT, "polygon")):
        found: Counter[int] = Counter()
        ((taken, corners, unusual),) = coco.quick_rows([row, row], {1: 0}, task, found, print, Counter())
        assert [x[2] for x in taken] == [kind, kind] and corners > 0 and unusual is None
        assert found == {2: 2}
