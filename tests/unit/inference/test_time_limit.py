from __future__ import annotations

import threading

import pytest

from verify_app.inference import time_limit
from verify_app.inference.time_limit import Lanes, TookTooLong, stopped_after


def test_answers_and_errors_come_back_in_order() -> None:
    lanes = Lanes(2, "test")
    asked = [lanes.submit(divmod, number, 3) for number in range(20)]
    assert [one.within(60, each=60) for one in asked] == [divmod(number, 3) for number in range(20)]
    with pytest.raises(ZeroDivisionError):
        lanes.submit(divmod, 1, 0).within(60, each=60)
    before = threading.active_count()
    lanes.close()
    assert threading.active_count() == before - 2, "nothing is left behind"


def test_what_never_comes_back_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "GRACE", 0.0)
    lanes, end = Lanes(1, "test"), threading.Event()
    try:
        stuck = lanes.submit(end.wait)
        queued = lanes.submit(end.wait)
        with pytest.raises(TookTooLong, match="longer than 7 seconds for one picture"):
            stuck.within(0.01, each=7)
        lanes.close()  # returns although the work does not
        assert not queued.done()
    finally:
        end.set()


def test_an_error_of_the_work_that_is_called_a_timeout_is_its_own() -> None:
    lanes = Lanes(1, "test")

    def fails() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        lanes.submit(fails).within(60, each=60)
    lanes.close()


def test_whoever_can_be_stopped_is_told_once_the_time_is_over() -> None:
    told = threading.Event()
    with stopped_after(0.01, told.set) as over:
        assert told.wait(60) and over.is_set()
    with stopped_after(3600, pytest.fail) as over:
        assert not over.is_set()
