"""Models in other forms than `.onnx` and `.pt`: opening one runs code of its maker, so a person agrees first.

What is agreed to is a digest, never a name or a place. The bytes are copied first, and what was copied is what is
digested, asked about and opened.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.inference.engine import digest

FILES = {
    ".torchscript": "TorchScript",
    ".engine": "TensorRT",
    ".mlpackage": "Core ML",
    ".aimodel": "Core AI",
    ".tflite": "LiteRT",
    ".mnn": "MNN",
}
"""Endings of Ultralytics' exports that are files, or packages that look like one."""
FOLDERS = {
    "_openvino_model": "OpenVINO",
    "_saved_model": "TensorFlow",
    "_ncnn_model": "NCNN",
    "_paddle_model": "PaddlePaddle",
    "_imx_model": "IMX500",
    "_rknn_model": "RKNN",
    "_executorch_model": "ExecuTorch",
    "_axelera_model": "Axelera",
    "_deepx_model": "DeepX",
    "_hailo_model": "Hailo",
    "_ascend_model": "Ascend",
    "_xilinx_model": "Xilinx",
}
"""Of folders."""
KINDS = FILES | FOLDERS


class NeedsConsent(UserError):
    """A model that runs code of its own, and to whose bytes nobody here has agreed yet."""

    def __init__(self, text: str, sha256: str) -> None:
        super().__init__(text)
        self.sha256 = sha256


def ending_of(file: Path) -> str:
    """The ending by which Ultralytics knows a form; empty for none of them."""
    name = file.name.lower()
    return next((ending for ending in KINDS if name.endswith(ending)), "")


def agreed_copy(file: Path, folder: Path, agreed: Collection[str]) -> tuple[Path, str]:
    """A private copy of a model that somebody agreed to run, and its digest.

    Parameters
    ----------
    folder : Path
        Where the copy goes; its name is ours, since Ultralytics takes names for orders.
    agreed : collection of str
        SHA-256 digests (`engine.digest`) of models that this person lets run their code.

    Raises
    ------
    NeedsConsent
        When nobody agreed to these very bytes.
    UserError
        When it is in none of the forms, or cannot be copied.
    """
    ending = ending_of(file)
    if not ending:
        raise UserError(
            M(
                "{file} is not a model in a form that this program opens: .onnx, .pt, or an export of "
                "Ultralytics with its own ending ({endings}, …).",
                file=file.name,
                endings=", ".join(FILES),
            )
        )
    copy = folder / f"model{ending}"
    _copy(file, copy)
    sha256 = digest(copy)
    if sha256 not in agreed:
        raise NeedsConsent(
            M(
                "{file} is a model in the form of {form}, and opening one can run any code its maker put in. Give the "
                ".onnx or .pt form, or, if you trust where it comes from, agree once with --run-code "
                "{sha256}.",
                file=file.name,
                form=KINDS[ending],
                sha256=sha256,
            ),
            sha256,
        )
    return copy, sha256


def _copy(file: Path, copy: Path) -> None:
    """Copy a file, or a folder of plain files; what a link in it leads to is nobody's model."""
    try:
        if not file.is_dir():
            shutil.copyfile(file, copy)
            return
        if any(one.is_symlink() for one in file.rglob("*")):
            raise UserError(M("{file} holds links; copy what they lead to into it (cp -rL).", file=file.name))
        shutil.copytree(file, copy)
    except OSError as error:  # also shutil.Error, with a list in place of a reason
        raise UserError(M("{file} cannot be read ({reason}).", file=file, reason=reason_of(error))) from error
