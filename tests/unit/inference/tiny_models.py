"""Small ONNX models written by hand, whose answer can be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

METADATA = {
    "task": "detect",
    "names": "{0: 'red', 1: 'green', 2: 'blue'}",
    "imgsz": "[64, 64]",
    "stride": "32",
    "end2end": "True",
    "version": "8.4.190",
}


def write(
    path: Path, graph: onnx.GraphProto, metadata: Mapping[str, str] = METADATA, *, without: tuple[str, ...] = ()
) -> Path:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {key: value for key, value in metadata.items() if key not in without})
    onnx.save(model, path)
    return path


def colour_graph(batch: int | str = 1, *, size: int | str = 64, kind: int = TensorProto.FLOAT) -> onnx.GraphProto:
    """Three rows an image, one for each class: box 8, 16, 24, 32, confidence = mean of that colour channel."""
    dtype = helper.tensor_dtype_to_np_dtype(kind)
    box = np.tile(np.array([8, 16, 24, 32], dtype), (1, 3, 1))
    cls = np.array([[[0], [1], [2]]], dtype)
    nodes = [
        helper.make_node("ReduceMean", ["images"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("Reshape", ["mean", "rows"], ["conf"]),
        helper.make_node("Mul", ["conf", "zero"], ["nought"]),
        helper.make_node("Add", ["nought", "box"], ["boxes"]),
        helper.make_node("Add", ["nought", "cls"], ["classes"]),
        helper.make_node("Concat", ["boxes", "conf", "classes"], ["output0"], axis=2),
    ]
    constants = {"rows": np.array([-1, 3, 1], np.int64), "zero": np.array(0, dtype), "box": box, "cls": cls}
    return helper.make_graph(
        nodes,
        "colours",
        [helper.make_tensor_value_info("images", kind, [batch, 3, size, size])],
        [helper.make_tensor_value_info("output0", kind, [batch, 3, 6])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )


def constant_graph(*answers: np.ndarray, size: tuple[int, int] = (64, 64), channels: int = 3) -> onnx.GraphProto:
    """A model that gives `answers`, one an output, whatever it sees."""
    nodes = [
        helper.make_node("ReduceMean", ["images"], ["mean"], keepdims=0),
        helper.make_node("Mul", ["mean", "zero"], ["nought"]),
    ]
    nodes += [helper.make_node("Add", [f"answer{i}", "nought"], [f"output{i}"]) for i in range(len(answers))]
    constants = {"zero": np.array(0, np.float32)}
    constants |= {f"answer{i}": answer.astype(np.float32) for i, answer in enumerate(answers)}
    return helper.make_graph(
        nodes,
        "constant",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, channels, *size])],
        [
            helper.make_tensor_value_info(f"output{i}", TensorProto.FLOAT, list(answer.shape))
            for i, answer in enumerate(answers)
        ],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
