"""The published lines: one for each finished training, appended and never changed; what is there is not run again."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE / "results"

KEY = ("source", "base", "settings", "arm", "reviewer", "seed", "generation", "training_seed")


@dataclass(frozen=True, slots=True)
class Results:
    """A file of lines."""

    file: Path

    def lines(self) -> Iterator[dict[str, Any]]:
        """Every line; one that a power cut has cut off is no line."""
        if not self.file.is_file():
            return
        for text in self.file.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(text)
            except json.JSONDecodeError:
                continue

    def find(self, wanted: Mapping[str, Any]) -> dict[str, Any] | None:
        """The first line of this training, if it was done."""
        return next((line for line in self.lines() if all(line.get(k) == wanted[k] for k in KEY)), None)

    def append(self, line: Mapping[str, Any]) -> None:
        """Add a line, on disk before this returns."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        cut = self.file.is_file() and not self.file.read_bytes().endswith(b"\n") and self.file.stat().st_size > 0
        with self.file.open("a", encoding="utf-8") as out:
            out.write(("\n" if cut else "") + json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
            os.fsync(out.fileno())


def machine() -> dict[str, str]:
    """What the bits of a training may hang on."""
    import torch  # heavy
    import ultralytics  # heavy

    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        models = [x.partition(":")[2].strip() for x in info.read_text().splitlines() if x.startswith("model name")]
        name = models[0] if models else name
    return {"processor": name, "torch": torch.__version__, "ultralytics": ultralytics.__version__}
