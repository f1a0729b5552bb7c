"""The one door to open a model."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M
from verify_app.inference.engine import ENGINES, LEAST_SIDE, MOST_SIDE, SECONDS, Embeds, Engine


def open_engine(
    file: Path | str,
    *,
    engine: str = "auto",
    imgsz: int | None = None,
    device: str | None = None,
    batch: int | None = None,
    seconds: float = SECONDS,
    agreed: Collection[str] = (),
    embeds: Embeds | None = None,
) -> Engine:
    """Open a model.

    Parameters
    ----------
    file : path
        ``.onnx``, ``.pt`` or another format Ultralytics exports.
    engine : str
        ``auto`` (ONNX Runtime for ``.onnx``, Ultralytics for everything else), ``onnx`` or ``ultralytics``.
    imgsz : int, optional
        Side of the square input in pixels, rounded up to a multiple of the stride; default: the model's own.
    device : str, optional
        ``cpu``, ``cuda``, ``cuda:1``, ``mps``; default: a GPU where the engine has one, else the processor.
    batch : int, optional
        Images at once, where the model allows it; default 1 on a processor, 16 on a GPU.
    seconds : float
        How long it may look at one picture; the first may take twice as long.
    agreed : collection of str
        Digests of the models that may run code of their own (`foreign.agreed_copy`); `.onnx` and `.pt` run none.
    embeds : callable, optional
        Whether `Engine.embedding` is wanted of the model with this digest.

    Raises
    ------
    UserError
        One sentence: no such file, not a model, unsafe, another task, no class names, no such device.
    """
    file = Path(file)
    _check_wishes(file, engine, imgsz, batch)
    onnx = file.suffix.lower() == ".onnx"
    # each adapter owns a heavy library, loaded only when it is the one in use
    if onnx and engine != "ultralytics":
        from verify_app.inference.onnx_engine import open_onnx  # noqa: PLC0415

        return open_onnx(file, imgsz=imgsz, device=device, batch=batch, seconds=seconds, embeds=embeds)
    from verify_app.inference.ultralytics_engine import open_yolo  # noqa: PLC0415

    return open_yolo(file, imgsz=imgsz, device=device, batch=batch, seconds=seconds, agreed=agreed, embeds=embeds)


def _check_wishes(file: Path, engine: str, imgsz: int | None, batch: int | None) -> None:
    if engine not in ENGINES:
        raise UsageError(
            M("There is no engine {engine!r}; choose one of {engines}.", engine=engine, engines=", ".join(ENGINES))
        )
    if batch is not None and batch < 1:
        raise UsageError(M("A batch of {batch} images is impossible; give 1 or more.", batch=batch))
    if imgsz is not None and not LEAST_SIDE <= imgsz <= MOST_SIDE:
        raise UsageError(M("An image size of {imgsz} pixels makes no sense; give 32 to 8192.", imgsz=imgsz))
    if not file.exists():
        raise UserError(M("There is no model file {file}; check the path.", file=file))
    if file.suffix.lower() in (".yaml", ".yml"):
        raise UserError(M("{file} describes a model but holds no weights; choose a .pt or .onnx file.", file=file.name))
    if file.suffix.lower() in (".onnx", ".pt") and not file.is_file():
        raise UserError(M("{file} is no file; choose a .pt or .onnx file.", file=file))
    if engine == "onnx" and file.suffix.lower() != ".onnx":
        raise UserError(
            M(
                "{file} is not an .onnx file; make one of a .pt with 'verify-app model convert', or use the engine "
                "'ultralytics'.",
                file=file.name,
            )
        )
