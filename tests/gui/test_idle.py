"""Decoding beside a busy window: neither waits for the other for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.pictures import rough

SCRIPT = """
import faulthandler, os, sys, threading
from pathlib import Path
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from verify_app.gui.images.qt_decoder import read_part
from verify_app.gui.grid.loader import _pack
from verify_app.imaging.reading.simple_header import Plain

picture, icon, work = sys.argv[1:]
app = QApplication([])
data = QByteArray(Path(picture).read_bytes())
about = Plain("JPEG", (64, 48), 1)
sys.setswitchinterval(0.05)  # a thread that wants to run waits so long, with whatever lock it holds
done = []

def work_on():
    while len(done) < 40:
        done.append(read_part(data, about) if work == "read" else _pack(64, 48, bytes(64 * 48 * 3)))

faulthandler.dump_traceback_later(300, exit=True)
threads = [threading.Thread(target=work_on) for _ in range(2)]
for thread in threads:
    thread.start()
while len(done) < 40:
    QIcon().addFile(icon)
for thread in threads:
    thread.join()
os._exit(0)
"""


@pytest.mark.parametrize("work", ["read", "pack"])
def test_decoding_takes_no_lock_to_python(tmp_path: Path, work: str) -> None:
    picture, icon = tmp_path / "a.jpg", tmp_path / "icon.png"
    rough(64, 48).save(picture)
    icon.write_bytes(b"\x89PNG\r\n\x1a\n")
    command = [sys.executable, "-c", SCRIPT, picture, icon, work]
    ran = subprocess.run(command, capture_output=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
