"""Training and evaluating stay off the network, whatever Ultralytics would like to fetch."""

from __future__ import annotations

import socket

import pytest

from tests.unit.training.versions import make_gold, make_version
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.evaluate import evaluate
from verify_app.training.no_network import offline
from verify_app.training.train import train

NAMES = ("ボルト", "it's: a nut", "палета")


@pytest.fixture
def asked(monkeypatch) -> list[object]:
    """Every attempt to look up or reach another machine."""
    tries: list[object] = []

    def refuse(*args, **_):
        tries.append(args)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tries


@pytest.mark.slow
def test_classes_in_any_script_need_no_font_from_the_network(tmp_path, asked, monkeypatch):
    monkeypatch.setattr("tests.unit.training.versions.NAMES", NAMES)
    version = make_version(tmp_path / "v", {"train": 8, "val": 2})
    done = train(version, base="yolo26n.yaml", work=tmp_path / "work", epochs=1, imgsz=64, batch=8, device="cpu")
    assert tuple(done.loaded["train"].objects) == NAMES
    gold = make_gold(tmp_path / "gold", {"train": 8})
    assert tuple(evaluate([done.weights], gold, names=NAMES, imgsz=64, device="cpu").scores[0].classes) == NAMES
    assert asked == []


def test_outside_the_context_downloads_work_as_before(asked):
    prepare()
    from ultralytics.utils import downloads

    usual = downloads.safe_download, downloads.is_url, downloads.get_github_assets
    with offline():
        assert not downloads.is_url("https://example.com/x", check=True) and downloads.is_url("https://example.com/x")
        for fetch in (downloads.safe_download, downloads.get_github_assets):
            with pytest.raises(ConnectionError):
                fetch("https://example.com/x")
        # what mixed precision is tried with
        with pytest.raises(ConnectionError):
            downloads.attempt_download_asset("yolo26n.pt")
    assert usual == (downloads.safe_download, downloads.is_url, downloads.get_github_assets)
    assert asked == []
