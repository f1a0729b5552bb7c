"""A model looks at images: the protocol every engine keeps, and what all engines do alike."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, runtime_checkable

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Detection
from verify_app.core.skeleton import MOST_POINTS
from verify_app.core.vocabulary import Task
from verify_app.inference.embedding import pooled
from verify_app.inference.model_card import UNNAMED, ModelCard
from verify_app.inference.postprocess import ModelOutput, read
from verify_app.inference.preprocess import Prepared, prepare, prepare_middle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENGINES = ("auto", "onnx", "ultralytics")
EXPORT = M("give the .pt it was made from, or have it exported anew with Ultralytics (yolo export format=onnx)")
"""What to do about an .onnx file that cannot be used, for the end of a sentence."""
LEAST_SIDE, MOST_SIDE = 32, 8192
"""Of a model's input, pixels."""
BOXED = (Task.SEGMENT, Task.OBB, Task.POSE)
"""Tasks whose objects have a box as well, which can be taken alone."""
SECONDS = 120.0
"""How long a model may look at one picture."""
MOST_ONNX = 2**31 - 1
"""Bytes of an .onnx file: its form knows no larger ones."""
Embeds = Callable[[str], bool]
"""Asked with a model's SHA-256, whether its answers shall say what a picture looks like to it (`Engine.embedding`)."""
MAX_DETECTIONS = 300
"""Rows of YOLO26's NMS-free head."""


@runtime_checkable
class Engine(Protocol):
    """A loaded model. Many threads may `prepare` and `read` at the same time, `lanes` `answer`, one the rest."""

    card: ModelCard
    settings: dict[str, Any]
    """Everything besides the confidence that decides the output; plain JSON values, stored with the run."""
    batch: int
    """Images the model takes at once."""
    lanes: int
    """Threads that may ask it at the same time."""
    empty: int
    """Objects left out so far because their mask was empty."""
    seconds: float
    """How long it may look at one picture."""
    boxes: bool
    """Whether only the boxes of its objects are taken."""

    def give_boxes(self) -> None:
        """From now on take only the boxes of its objects."""
        ...

    def allowed(self, pictures: int) -> float:
        """Seconds that the next answer, to so many pictures, may take."""
        ...

    def prepare(self, image: NDArray[np.uint8]) -> Prepared:
        """Fit one (height, width, 3) uint8 RGB picture into the model's input."""
        ...

    def answer(self, prepared: Sequence[Prepared], *, conf: float) -> list[ModelOutput]:
        """What the model says of prepared pictures, in their order, still in pixels of its input."""
        ...

    def read(self, answer: ModelOutput, prepared: Prepared, *, conf: float) -> list[Detection]:
        """One answer as detections on the picture."""
        ...

    def embedding(self, answer: ModelOutput, prepared: Prepared) -> NDArray[np.float32] | None:
        """The picture as a vector, if it was asked for and the model has a layer that gives it."""
        ...

    def infer(self, prepared: Sequence[Prepared], *, conf: float) -> list[list[Detection]]:
        """Detections of prepared pictures, in their order: `answer`, then `read`."""
        ...

    def predict(self, images: Sequence[NDArray[np.uint8]], *, conf: float) -> list[list[Detection]]:
        """Detections of (height, width, 3) uint8 RGB pictures, in their order.

        Regions are of the task's kind (`Task.region`), in pixels of the given picture, rounded to 0.01, never
        empty; highest confidence first; only confidences above `conf`. A classification model gives one
        detection of the whole image, whatever `conf`.
        """
        ...

    def close(self) -> None:
        """Free the model."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


@dataclass(slots=True, eq=False)
class EngineBase:
    """What all engines do alike."""

    card: ModelCard
    settings: dict[str, Any] = field(default_factory=dict)
    batch: int = 1
    lanes: int = 1
    seconds: float = SECONDS
    """How long one picture may take."""
    boxes: bool = field(default=False, init=False)
    warm: bool = field(default=False, init=False)
    """Whether it has answered before; the first answer may take twice as long."""
    empty: int = field(default=0, init=False)
    _counting: Lock = field(default_factory=Lock, init=False)

    def prepare(self, image: NDArray[np.uint8]) -> Prepared:
        return fitted(self.card, image)

    def answer(self, prepared: Sequence[Prepared], *, conf: float) -> list[ModelOutput]:
        raise NotImplementedError

    def read(self, answer: ModelOutput, prepared: Prepared, *, conf: float) -> list[Detection]:
        found, empty = read(answer, prepared.fit, self.card, conf=conf, boxes=self.boxes)
        if empty:
            with self._counting:
                self.empty += empty
        return found

    def embedding(self, answer: ModelOutput, prepared: Prepared) -> NDArray[np.float32] | None:
        return None if answer.features is None else pooled(answer.features, prepared.fit, self.card.imgsz)

    def infer(self, prepared: Sequence[Prepared], *, conf: float) -> list[list[Detection]]:
        answers = self.answer(prepared, conf=conf)
        return [self.read(answer, one, conf=conf) for answer, one in zip(answers, prepared, strict=True)]

    def predict(self, images: Sequence[NDArray[np.uint8]], *, conf: float) -> list[list[Detection]]:
        found: list[list[Detection]] = []
        for start in range(0, len(images), self.batch):
            found += self.infer([self.prepare(image) for image in images[start : start + self.batch]], conf=conf)
        return found

    def give_boxes(self) -> None:
        if self.card.task not in BOXED:
            raise ValueError(f"a {self.card.task} model has no boxes to take alone")
        self.boxes = True
        self.settings = {**self.settings, "regions": "boxes"}

    def allowed(self, pictures: int) -> float:
        """Seconds that the next answer may take."""
        return self.seconds * max(pictures, 1) * (1 if self.warm else 2)

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def fitted(card: ModelCard, image: NDArray[np.uint8]) -> Prepared:
    """One picture as the model's task wants it."""
    return (prepare_middle if card.task == Task.CLASSIFY else prepare)(image, card.imgsz)


def run_settings(engine: Engine, *, conf: float) -> dict[str, Any]:
    """Every setting that decides a run's output, to be stored with it."""
    return {**engine.settings, "conf": conf}


def digest(file: Path) -> str:
    """SHA-256 of a model's bytes; of a folder's files with their names, in sorted order."""
    total = hashlib.sha256()
    files = sorted(p for p in file.rglob("*") if p.is_file()) if file.is_dir() else [file]
    for path in files:
        if file.is_dir():
            total.update(path.relative_to(file).as_posix().encode() + b"\0")
        with path.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                total.update(chunk)
    return total.hexdigest()


def literal(value: Any) -> Any:
    """A metadata value as exports store it: a Python literal and nothing else; None when it is none."""
    if not isinstance(value, str):
        return value
    try:
        return ast.literal_eval(value) if len(value) <= 1_000_000 else None
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def check_task(name: str, task: object) -> str:
    """The task, if this program reviews it.

    Raises
    ------
    UserError
        When it does not.
    """
    if task not in tuple(Task):
        raise UserError(
            M(
                "{name} is a model for '{task}'; this program reviews {tasks} models.",
                name=name,
                task=task,
                tasks=", ".join(Task),
            )
        )
    return str(task)


def names_in(stored: object) -> dict[int, str]:
    """Class names from what a file stores: a mapping or list, maybe as text; in the order of their indices.

    Empty when there are none, or their indices are not 0 to n - 1.
    """
    names = literal(stored)
    if isinstance(names, (list, tuple)):
        names = dict(enumerate(names))
    try:
        named = {int(k): str(v) for k, v in names.items()} if isinstance(names, Mapping) else {}
    except (TypeError, ValueError, OverflowError):
        named = {}
    if sorted(named) != list(range(len(named))) or len(named) > UNNAMED or not all(map(str.strip, named.values())):
        return {}
    return dict(sorted(named.items()))


def check_names(name: str, names: object) -> dict[int, str]:
    """Class names as `names_in`.

    Raises
    ------
    UserError
        When there are none.
    """
    found = names_in(names)
    if not found:
        raise UserError(
            M("{name} has no usable list of class names inside; train or export it again with Ultralytics.", name=name)
        )
    return found


def check_points(name: str, shape: object) -> tuple[int, int]:
    """Points of an object, and numbers of each, as a pose model records them (``kpt_shape``).

    Raises
    ------
    UserError
        When they are missing or make no sense.
    """
    if isinstance(shape, (list, tuple)) and len(shape) == 2 and all(type(v) is int for v in shape):
        points, values = shape
        if 0 < points <= MOST_POINTS and values in (2, 3):
            return points, values
    raise UserError(M("{name} does not say how many points its objects have; {advice}.", name=name, advice=EXPORT))


def least_stride(task: str, stride: int) -> int:
    """Of what the sides of the input are multiples: a classifier says 1, and Ultralytics takes 32 all the same."""
    return max(stride, 32) if task == Task.CLASSIFY else stride


def rounded(imgsz: int, stride: int) -> tuple[int, int]:
    """A square input of at least `imgsz`, a multiple of `stride`."""
    side = -(-imgsz // stride) * stride
    return side, side


def first_line(text: str) -> str:
    """What a library's error says, for the middle of a sentence."""
    line = (text.strip().splitlines() or ["unknown error"])[0]
    line = re.sub(r"^\[ONNXRuntimeError\] : \d+ : \w+ : |^ERROR\s*\W*|\s*https?://\S+", "", line)
    line = line.partition("(Could this error message be improved")[0]
    line = line.strip()[:200].rstrip(". ")
    # some errors are a bare number or nothing, which tells nobody anything
    return line if any(map(str.isalpha, line)) else "its bytes make no sense"
