"""Models made to do harm, in every form the program takes: watched by the system, not by our own word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.hostile_models import CASES, attack, judge, reachable


@pytest.mark.slow
def test_hostile_models_write_nothing_elsewhere_and_open_no_socket(tmp_path: Path) -> None:
    if why := reachable():
        pytest.skip(why)
    found = attack(tmp_path)
    told = found.pop("told")
    assert found == {
        "cases": len(CASES),
        "exit": 0,
        "error": "",
        "seen": len(CASES) + 2,  # the trace saw every case begin, and the end
        "writes": [],
        "sockets": [],
        "tracebacks": [],
        "canaries": [],
    }
    harmless = {"named.onnx", "m.onnx"}
    assert {name for name, each in told.items() if each[0][0] == 0} <= harmless, "what is no plain model was taken"


def test_the_watch_sees_a_write_and_a_socket(tmp_path: Path) -> None:
    """So that the test above can fail."""
    inside = tmp_path / "in"
    trace = "\n".join(
        [
            '1 newfstatat(AT_FDCWD</x>, "/hostile-case/a.pt", 0x0, 0) = -1 ENOENT (No such file)',
            f'1 openat(AT_FDCWD</x>, "{inside}/a", O_WRONLY|O_CREAT, 0666) = 3',
            f'1 unlinkat(7<{inside}>, "b", 0) = 0',
            '1 openat(AT_FDCWD</x>, "/home/ann/a", O_WRONLY|O_CREAT, 0666) = 3',
            '1 openat(AT_FDCWD</x>, "/home/ann/b", O_RDONLY) = 3',
            '1 openat(AT_FDCWD</x>, "/home/ann/c", O_WRONLY) = -1 EACCES (Permission denied)',
            '1 execve("/bin/sh", ["sh", "-c", "touch x"], 0x1 /* 9 vars */) = 0',
            "1 socket(AF_INET, SOCK_STREAM, 0) = 4",
        ]
    )
    found = judge(trace, [inside], tmp_path)
    assert [line.partition("(")[0] for line in found["writes"]] == ["a.pt: 1 openat", "a.pt: 1 execve"]
    assert len(found["sockets"]) == 1 and found["seen"] == 1
