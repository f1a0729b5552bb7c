"""Ultralytics made quiet, offline and safe before it is first imported. Prediction and training both start here."""

from __future__ import annotations

import logging
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.inference import engine_addon

_ENVIRONMENT = {
    "YOLO_OFFLINE": "1",  # else DNS look-ups at import
    "YOLO_AUTOINSTALL": "0",  # else pip at any moment
    "YOLO_VERBOSE": "false",
    "ULTRALYTICS_SAFE_LOAD": "1",  # else a .pt file runs whatever code it holds
}
_PRINTER = "ultralytics.utils.set_logging"
_OFF = ("sync", "clearml", "comet", "dvc", "mlflow", "raytune", "tensorboard", "wandb", "vscode_msg", "openvino_msg")


def prepare() -> None:
    """Import Ultralytics with its analytics, look-ups, installers and unsafe loading switched off.

    Call it before any other import of `ultralytics`; calling it again costs nothing much. Child processes
    inherit the environment.

    Raises
    ------
    UserError
        When torch or Ultralytics are missing, the add-on that holds them is of another version, or torch is too old
        to load a model without running its code.
    """
    engine_addon.join()
    os.environ.update(_ENVIRONMENT)
    os.environ.setdefault("YOLO_CONFIG_DIR", str(_private_folder()))
    try:
        _load()
    except ImportError as error:
        raise engine_addon.missing(str(error).strip().rstrip(".")) from error


@contextmanager
def _nameless() -> Iterator[None]:
    """Let nobody ask for this computer's network address, which opens a socket: it would be kept as an identifier."""
    asked, uuid.getnode = uuid.getnode, lambda: 0
    try:
        yield
    finally:
        uuid.getnode = asked


def _load() -> None:
    # heavy, and only this layer's adapters may load them
    import torch  # noqa: PLC0415

    if not hasattr(torch.serialization, "get_unsafe_globals_in_checkpoint"):
        raise UserError(
            M(
                "torch {version} cannot open a .pt file without running code from it; install 2.6 or newer.",
                version=torch.__version__,
            )
        )
    with _nameless():
        import ultralytics.nn.tasks  # noqa: PLC0415
        import ultralytics.utils.checks  # noqa: PLC0415

    # when something else had imported it first, its flags were read from another environment
    for module in (ultralytics.utils, ultralytics.nn.tasks, ultralytics.utils.checks):
        for flag, value in (("SAFE_LOAD", True), ("AUTOINSTALL", False)):
            if hasattr(module, flag):
                setattr(module, flag, value)
    _keep_to_itself(ultralytics.utils.SETTINGS)
    logger = logging.getLogger("ultralytics")
    logger.setLevel(logging.ERROR)
    for handler in [h for h in logger.handlers if h.name == _PRINTER]:
        # it prints to stdout, which carries our progress lines; without it errors reach stderr (logging.lastResort)
        logger.removeHandler(handler)


def _private_folder() -> Path:
    """A folder of our own for its settings, so that it neither reads nor changes the person's."""
    folder = platformdirs.user_cache_path("verify-app") / "ultralytics"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix="verify-app-"))


def _keep_to_itself(settings: dict[str, object]) -> None:
    folder = Path(os.environ["YOLO_CONFIG_DIR"])
    wanted: dict[str, object] = {key: False for key in _OFF if key in settings}
    wanted |= {f"{kind}_dir": str(folder / kind) for kind in ("datasets", "weights", "runs")}
    if any(settings.get(key) != value for key, value in wanted.items()):
        settings.update(wanted)
