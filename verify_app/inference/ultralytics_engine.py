"""The Ultralytics engine: `.pt` weights and the other formats it exports. Owns the import of `ultralytics`."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import tempfile
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.heavy import np
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import read_whole
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import (
    LEAST_SIDE,
    MAX_DETECTIONS,
    MOST_SIDE,
    SECONDS,
    Embeds,
    EngineBase,
    check_names,
    check_points,
    check_task,
    first_line,
    least_stride,
    rounded,
)
from verify_app.inference.exported_models import open_export, private_copy
from verify_app.inference.limited_runs import limited_runs
from verify_app.inference.model_card import ModelCard
from verify_app.inference.postprocess import ModelOutput, settings_of
from verify_app.inference.preprocess import Prepared, stack
from verify_app.inference.time_limit import apart
from verify_app.inference.ultralytics_setup import prepare as prepare_ultralytics

_KNOWN = re.compile(r"yolo26[nsmlx](-seg|-obb|-pose|-cls)?\.pt")


@dataclass(frozen=True, slots=True)
class Device:
    """Somewhere a model can run: `id` as the `--device` option takes it, `name` for people."""

    id: str
    name: str


@dataclass(slots=True, eq=False)
class YoloEngine(EngineBase):
    """A model run by Ultralytics, always with the NMS-free head (``nms=False``) where it has one."""

    model: Any = None
    form: str = ".pt"
    room: tempfile.TemporaryDirectory[str] | None = None
    """Where the private copy of an export lies, as long as it is open."""
    features: list[Any] = field(default_factory=list)
    """The map of features of the last pictures, if it is wanted: (n, c, height, width)."""

    def answer(self, prepared: Sequence[Prepared], *, conf: float) -> list[ModelOutput]:
        if self.model is None:
            raise RuntimeError("the engine is closed")
        try:
            self.features.clear()
            results = self._run(prepared, conf)
            answers = [_answer_of(result, self.card) for result in results]
            return self._with_features(answers)
        except (RuntimeError, MemoryError) as error:  # torch: out of memory, a kernel the device lacks
            raise UserError(
                M(
                    "The model failed on {device} ({reason}); try a smaller batch, a smaller image size or "
                    "the device 'cpu'.",
                    device=self.settings["device"],
                    reason=first_line(str(error)),
                )
            ) from error

    def _with_features(self, answers: list[ModelOutput]) -> list[ModelOutput]:
        maps: Any = self.features.pop() if self.features else None
        if getattr(maps, "ndim", 0) != 4 or len(maps) != len(answers):
            return answers
        return [replace(a, features=one) for a, one in zip(answers, maps.float().cpu().numpy(), strict=True)]

    def _run(self, prepared: Sequence[Prepared], conf: float) -> list[Any]:
        import torch  # noqa: PLC0415 - this adapter's own heavy library

        # a tensor, not pictures: both engines then see the very same pixels, and the results are in pixels of the input
        tensor = torch.from_numpy(stack(prepared))
        with self._limit():
            return list(self.model.predict(tensor, conf=conf, batch=len(prepared), **self._options()))

    def _limit(self) -> AbstractContextManager[None]:
        if self.form != ".onnx":
            return nullcontext()
        return limited_runs(self.seconds)

    def _options(self) -> dict[str, Any]:
        return {
            "nms": False,
            "rect": False,
            "imgsz": list(self.card.imgsz),
            "device": self.settings["device"],
            "max_det": MAX_DETECTIONS,
            "iou": 0.7,
            "quantize": None,
            "augment": False,
            "save": False,
            "verbose": False,
        }

    def close(self) -> None:
        self.model = None
        if self.room is not None:
            self.room.cleanup()


def _answer_of(result: Any, card: ModelCard) -> ModelOutput:
    """Ultralytics' results as rows in the order of its own ONNX exports."""
    if card.task == Task.CLASSIFY:
        return ModelOutput(result.probs.data.float().cpu().numpy())
    if card.task == Task.OBB:
        return ModelOutput(result.obb.data.float().cpu().numpy()[:, [0, 1, 2, 3, 5, 6, 4]])
    rows = result.boxes.data.float().cpu().numpy()
    if card.task == Task.POSE:
        points = result.keypoints.data.float().cpu().numpy().reshape(len(rows), card.points * card.point_values)
        return ModelOutput(np.concatenate([rows, points], axis=1))
    if card.task == Task.SEGMENT:
        found = np.zeros((0, *card.imgsz), np.uint8)
        if result.masks is not None:
            found = result.masks.data.byte().cpu().numpy()
        return ModelOutput(rows, masks=found)
    return ModelOutput(rows)


def open_yolo(
    file: Path,
    *,
    imgsz: int | None,
    device: str | None,
    batch: int | None,
    seconds: float = SECONDS,
    agreed: Collection[str] = (),
    embeds: Embeds | None = None,
) -> YoloEngine:
    """Open a model with Ultralytics; parameters and errors as `engine.open_engine`."""
    room = None
    if file.suffix.lower() == ".pt":
        prepare_ultralytics()
        place = _place(device)
        with loaded_pt(file) as (model, sha256):
            card = pt_card(file.name, model, sha256, imgsz=imgsz)
    else:
        room = tempfile.TemporaryDirectory(prefix="verify-app-")
        try:
            copy, sha256 = private_copy(file, Path(room.name), agreed)
            prepare_ultralytics()
            place = _place(device)
            model, card = open_export(file.name, copy, sha256, imgsz)
        except BaseException:
            room.cleanup()
            raise
    wanted = batch or (16 if place.startswith("cuda") else 1)
    engine = YoloEngine(card, _settings(card, place), wanted, seconds=seconds, model=model, room=room)
    engine.form = file.suffix.lower()
    if engine.form == ".pt" and embeds is not None and embeds(sha256):
        _watch_features(model, engine.features)
    try:
        # a model that never answers is not waited for
        apart(lambda: _first_look(engine, file), engine.allowed(1), each=seconds)
    except BaseException:
        engine.close()
        raise
    return engine


def _watch_features(model: Any, found: list[Any]) -> None:
    """Let `found` be the map of features that feeds the model's last module, of the latest of the modules that do."""
    last = model.model.model[-1]
    sources = last.f if isinstance(last.f, (list, tuple)) else [last.f]
    place = max(range(len(sources)), key=lambda i: sources[i] % last.i)  # -1 stands for the module before

    def before(_module: Any, given: tuple[Any, ...]) -> None:
        maps = given[0] if isinstance(given[0], (list, tuple)) else given
        found[:] = maps[place : place + 1]

    last.register_forward_pre_hook(before)


@contextmanager
def loaded_pt(file: Path) -> Iterator[tuple[Any, str]]:
    """A `.pt` file as `ultralytics.YOLO`, never running code from it, and the SHA-256 of its bytes.

    It is read once and loaded from a private copy, which lives as long as the context: what was hashed is what
    is loaded, no odd character of its name is misread, and an export lands beside the copy.

    Raises
    ------
    UserError
        When it is no Ultralytics checkpoint or holds anything that could run code.
    """
    prepare_ultralytics()
    from ultralytics.models import YOLO  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="verify-app-") as folder:
        copy = Path(folder) / "model.pt"
        try:
            copy.write_bytes(data := read_whole(file))
        except OSError as error:
            raise UserError(M("{file} cannot be read ({reason}).", file=file, reason=reason_of(error))) from error
        sha256 = hashlib.sha256(data).hexdigest()
        del data
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what torch thinks of the file's form; what is wrong comes as an error
                model = YOLO(str(copy))
        except Exception as error:  # whatever a damaged or hostile file leads to
            raise UserError(_refusal(file.name, str(error).replace(str(copy), file.name))) from error
        yield model, sha256


def pt_card(name: str, model: Any, sha256: str, *, imgsz: int | None) -> ModelCard:
    """The card of a loaded `.pt` model.

    Raises
    ------
    UserError
        When it is for another task, has no class names, takes no RGB pictures or says nonsense of itself.
    """
    try:
        return _pt_card(name, model, sha256, imgsz)
    except UserError:
        raise
    except Exception as error:  # whatever a checkpoint may hold in place of what belongs there
        raise UserError(
            M("{name} is not a model Ultralytics can open ({reason}).", name=name, reason=first_line(str(error)))
        ) from error


def _pt_card(name: str, model: Any, sha256: str, imgsz: int | None) -> ModelCard:
    task = check_task(name, model.task)
    head = model.model.model[-1]
    stride = int(max(model.model.stride))
    if not 0 < stride <= 256:
        raise UserError(
            M(
                "{name} has a stride of {stride} pixels, which makes no sense; train it with Ultralytics.",
                name=name,
                stride=stride,
            )
        )
    stride = least_stride(task, stride)
    if task == Task.CLASSIFY:
        _check_transforms(name, getattr(model.model, "transforms", None))
    channels = model.model.yaml.get("channels", 3) if isinstance(model.model.yaml, dict) else 3
    if channels == 1:
        raise UserError(M("{name} takes pictures of 1 channel; this program opens RGB pictures.", name=name))
    if channels != 3:
        raise UserError(
            M("{name} takes pictures of {n} channels; this program opens RGB pictures.", name=name, n=channels)
        )
    points, values = _points(name, task, getattr(head, "kpt_shape", None))
    side = imgsz or model.overrides.get("imgsz") or 640
    side = max(side) if isinstance(side, (list, tuple)) else int(side)
    if not LEAST_SIDE <= side <= MOST_SIDE:
        raise UserError(
            M(
                "{name} was trained at {size} pixels, which makes no sense; give a size (--imgsz 640).",
                name=name,
                size=side,
            )
        )
    return ModelCard(
        task=task,
        names=check_names(name, model.names),
        imgsz=rounded(side, stride),
        sha256=sha256,
        end2end=task == Task.CLASSIFY or getattr(head, "one2one_cv2", None) is not None,
        stride=stride,
        trained_on=str(model.overrides.get("data") or ""),
        points=points,
        point_values=values,
    )


def _points(name: str, task: str, shape: Any) -> tuple[int, int]:
    """Points of an object and numbers of each, as the card has them."""
    return check_points(name, shape) if task == Task.POSE else (0, 3)


def _check_transforms(name: str, transforms: Any) -> None:
    """Refuse a classification model that wants its pictures otherwise than Ultralytics prepares them by itself."""
    for step in getattr(transforms, "transforms", ()):
        mean, deviation = getattr(step, "mean", ()), getattr(step, "std", ())
        plain = all(float(v) == 0 for v in mean) and all(float(v) == 1 for v in deviation)
        if not plain or getattr(getattr(step, "interpolation", None), "value", "bilinear") != "bilinear":
            raise UserError(
                M("{name} wants its pictures prepared in a way of its own; train it with Ultralytics 8.4.", name=name)
            )


def known_weights(name: str) -> bool:
    """Whether `name` is one of the published YOLO26 models that `fetch_weights` can get."""
    return _KNOWN.fullmatch(name) is not None


def fetch_weights(name: str, folder: Path) -> Path:
    """Download published weights, unless `folder` holds them already. The only function that goes online.

    Parameters
    ----------
    name : str
        ``yolo26n.pt`` to ``yolo26x.pt``, or with ``-seg``, ``-obb``, ``-pose`` or ``-cls`` before the ending.
    folder : Path
        Where the file is put, whole or not at all.

    Raises
    ------
    UserError
        When the name is not known or the download fails.
    """
    if not known_weights(name):
        raise UserError(
            M(
                "There are no published weights {name!r}; the names are yolo26n.pt, s, m, l and x, and the same with "
                "-seg, -obb, -pose or -cls, as in yolo26n-seg.pt.",
                name=name,
            )
        )
    target = folder / name
    if target.is_file():
        return target
    prepare_ultralytics()
    from ultralytics.utils.downloads import attempt_download_asset  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".download-", dir=folder) as scratch, _online():
            got = Path(attempt_download_asset(Path(scratch) / name, progress=False, retry=1))
            with loaded_pt(got):
                got.replace(target)
    except UserError:
        raise
    except Exception as error:  # requests, urllib and the downloader's own classes
        raise UserError(
            M(
                "{name} could not be downloaded ({reason}); connect to the internet, or choose a model "
                "file that is already here.",
                name=name,
                reason=first_line(str(error)),
            )
        ) from error
    return target


def device_list() -> list[Device]:
    """Devices of this machine that torch can use, the processor first."""
    import torch  # noqa: PLC0415

    cores = os.cpu_count() or 1
    name = platform.processor() or platform.machine() or "processor"
    found = [Device("cpu", f"Processor ({name}, {cores} cores)")]
    if torch.cuda.is_available():
        found += [Device(f"cuda:{i}", torch.cuda.get_device_name(i)) for i in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple GPU"))
    return found


def _place(device: str | None) -> str:
    """The device as torch names it, checked."""
    places = [one.id for one in device_list()]
    wanted = (device or places[-1 if places[-1] == "mps" else min(1, len(places) - 1)]).strip().lower()
    wanted = f"cuda:{wanted}" if wanted.isdigit() else "cuda:0" if wanted == "cuda" else wanted
    if wanted not in places:
        raise UserError(
            M(
                "There is no device '{device}' on this machine; choose one of {places}.",
                device=device,
                places=", ".join(places),
            )
        )
    return wanted


def _settings(card: ModelCard, place: str) -> dict[str, Any]:
    import torch  # noqa: PLC0415
    import ultralytics  # noqa: PLC0415

    return {
        "engine": "ultralytics",
        "imgsz": list(card.imgsz),
        "nms": False,
        **settings_of(card.task),
        "max_det": MAX_DETECTIONS,
        "precision": "float",
        "device": place,
        "ultralytics": ultralytics.__version__,
        "torch": str(torch.__version__),
    } | ({} if card.end2end else {"head": "one-to-many with NMS, IoU 0.7"})


def _first_look(engine: YoloEngine, file: Path) -> None:
    """Run an empty picture, so that whatever is wrong shows now."""
    blank = np.zeros((*engine.card.imgsz, 3), dtype=np.uint8)
    try:
        _answer_of(engine._run([engine.prepare(blank)], 0.5)[0], engine.card)
    except Exception as error:  # missing packages for a format, a damaged file, an unusable device
        said = first_line(str(error).replace(engine.room.name + os.sep, "") if engine.room else str(error))
        raise UserError(M("{file} cannot be run by Ultralytics ({reason}).", file=file.name, reason=said)) from error


@contextmanager
def _online() -> Iterator[None]:
    os.environ["YOLO_OFFLINE"] = "0"  # read at each call by `is_online`
    try:
        yield
    finally:
        os.environ["YOLO_OFFLINE"] = "1"


def _refusal(name: str, text: str) -> str:
    if "types outside" in text or "Weights only" in text or "weights_only" in text or "unsafe" in text.lower():
        return M(
            "{name} holds more than a plain Ultralytics model, so it was not opened: loading it could "
            "run foreign code; get the weights from where you trust them or train them again.",
            name=name,
        )
    return M("{name} is not a model Ultralytics can open ({reason}).", name=name, reason=first_line(text))
