"""A killed export leaves a whole version or none."""

from tests.unit.datasets.kill_points import kill_writers


def test_twenty_kills(tmp_path):
    found = kill_writers(tmp_path, 20, seed=11)
    assert found.kills == 20 and found.broken == [] and found.lost == []
    assert found.mid_write > 0, "no kill hit a write; the test proves nothing"
