from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.unit.imaging.pictures import turned
from tests.unit.inference.tiny_models import colour_graph, write
from verify_app.core.errors import UserError
from verify_app.inference import pipeline
from verify_app.inference.engine import Engine
from verify_app.inference.open_engine import open_engine
from verify_app.inference.pipeline import detections


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_engine(write(tmp_path / "m.onnx", colour_graph("n")), batch=3) as opened:
        yield opened


def greys(folder: Path, count: int) -> list[Path]:
    """Pictures whose brightness is their number."""
    folder.mkdir(exist_ok=True)
    files = []
    for index in range(count):
        files.append(folder / f"{index:03}.png")
        Image.new("RGB", (64, 64), (index + 1,) * 3).save(files[-1])
    return files


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 20])
@pytest.mark.parametrize("threads", [1, 4])
def test_answers_in_order_whatever_the_remainder(engine: Engine, tmp_path: Path, count: int, threads: int) -> None:
    files = greys(tmp_path / "in", count)
    outcomes = list(detections(engine, range(count), conf=0.0, read=files.__getitem__, threads=threads))
    assert [o.item for o in outcomes] == list(range(count))
    assert [round(o.detections[0].conf * 255) for o in outcomes] == [i + 1 for i in range(count)]
    for outcome, file in zip(outcomes, files, strict=True):
        assert outcome.scan.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
        assert outcome.scan.bytes == file.stat().st_size and outcome.scan.modified == file.stat().st_mtime_ns


def test_bad_pictures_are_named_and_the_rest_goes_on(engine: Engine, tmp_path: Path) -> None:
    files = greys(tmp_path / "in", 7)
    files[1].write_bytes(b"text")
    files[2].unlink()
    files[4].write_bytes(files[4].read_bytes()[:60])
    files[6].write_bytes(b"")
    outcomes = list(detections(engine, files, conf=0.0, read=lambda path: path))
    assert [bool(o.scan.problem) for o in outcomes] == [False, True, True, False, True, False, True]
    assert [round(o.detections[0].conf * 255) for o in outcomes if not o.scan.problem] == [1, 4, 6]
    assert all(o.detections == [] and o.scan.width == 0 for o in outcomes if o.scan.problem)


def test_boxes_are_on_the_upright_picture(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    path.write_bytes(turned("JPEG", 6))
    (outcome,) = detections(engine, [path], conf=0.0, read=lambda p: p)
    assert (outcome.scan.width, outcome.scan.height) == (48, 64)
    # 48 x 64 fills the height of the input; eight columns of border on the left
    assert outcome.detections[0].region.corners() == [0.0, 16.0, 16.0, 32.0]


def test_closing_stops_and_joins_the_threads(engine: Engine, tmp_path: Path) -> None:
    files = greys(tmp_path / "in", 30)
    before = set(threading.enumerate())
    running = detections(engine, files, conf=0.0, read=lambda path: path, threads=4)
    next(running)
    assert set(threading.enumerate()) - before
    running.close()
    assert set(threading.enumerate()) <= before


def test_it_reads_only_a_little_ahead(engine: Engine, tmp_path: Path) -> None:
    files = greys(tmp_path / "in", 60)
    taken = 0

    def items() -> Iterator[Path]:
        nonlocal taken
        for file in files:
            taken += 1
            yield file

    for done, _ in enumerate(detections(engine, items(), conf=0.0, read=lambda p: p, batch=3, threads=2), start=1):
        groups = engine.lanes + 1 + 2  # with the model, one waiting; one read, one handed out
        assert taken <= done + 3 * groups + 3 + 2 + engine.lanes - 1


def test_decoding_goes_on_while_the_model_works(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = greys(tmp_path / "in", 8)
    looked, seen = [], []
    look, answer = pipeline._look, engine.answer

    def noted(path: Path, *rest: object) -> object:
        looked.append(path)
        return look(path, *rest)

    class Slow:
        seconds, allowed = 120.0, staticmethod(lambda pictures: 120.0)
        batch, lanes, prepare, read = 1, 1, staticmethod(engine.prepare), staticmethod(engine.read)
        embedding = staticmethod(engine.embedding)

        def answer(self, prepared: object, *, conf: float) -> object:
            end = time.monotonic() + 60
            while len(looked) < len(seen) + 2 and len(looked) < len(files) and time.monotonic() < end:
                time.sleep(0.001)  # more pictures are looked at meanwhile, or the end is reached in vain
            seen.append(len(looked))
            return answer(prepared, conf=conf)

    monkeypatch.setattr(pipeline, "_look", noted)
    list(detections(Slow(), files, conf=0.0, read=lambda p: p, threads=2))
    assert all(count > number for number, count in enumerate(seen[:-1], start=1)), "more than the model had answered"


def test_large_pictures_one_at_a_time(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = greys(tmp_path / "in", 12)
    monkeypatch.setattr(pipeline, "LARGE", 1000)
    at_once, most, lock, real = 0, 0, threading.Lock(), pipeline.open_rgb

    def counted(data: bytes) -> object:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.005)
        picture = real(data)
        with lock:
            at_once -= 1
        return picture

    monkeypatch.setattr(pipeline, "open_rgb", counted)
    assert len(list(detections(engine, files, conf=0.0, read=lambda p: p, threads=4))) == 12
    assert most == 1


def test_a_failing_model_ends_the_run_with_its_sentence(tmp_path: Path) -> None:
    files = greys(tmp_path / "in", 4)

    class Broken:
        batch, lanes, seconds = 1, 2, 120.0
        allowed = staticmethod(lambda pictures: 120.0)

        def prepare(self, image: np.ndarray) -> str:
            return "ready"

        def answer(self, prepared: object, *, conf: float) -> object:
            raise UserError("The model failed.")

    before = set(threading.enumerate())
    with pytest.raises(UserError, match="The model failed"):
        list(detections(Broken(), files, conf=0.0, read=lambda p: p))
    assert set(threading.enumerate()) <= before


def test_what_was_found_before_a_failure_is_not_lost(engine: Engine, tmp_path: Path) -> None:
    files = greys(tmp_path / "in", 9)
    calls = 0

    class Tired:
        seconds, allowed = 120.0, staticmethod(lambda pictures: 120.0)
        batch, lanes, prepare, read = 3, 1, staticmethod(engine.prepare), staticmethod(engine.read)
        embedding = staticmethod(engine.embedding)

        def answer(self, prepared: object, *, conf: float) -> object:
            nonlocal calls
            calls += 1
            if calls == 3:
                raise UserError("The model failed.")
            return engine.answer(prepared, conf=conf)

    found = []
    with pytest.raises(UserError, match="The model failed"):
        for outcome in detections(Tired(), files, conf=0.0, read=lambda p: p):
            found.append(outcome)
    assert [o.item for o in found] == files[:6] and all(o.detections for o in found)
