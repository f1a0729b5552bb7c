"""The layer of an ONNX model whose values are an embedding of the picture: it is given out too, in memory only.

Ultralytics names each node after the module it belongs to (``/model.22/...``), whatever the version, the task and the
options of the export, and tools that simplify or quantize a graph keep these names. The layer is the latest one that
feeds a convolution of the last module: the coarsest map of features, with all that the model knows of the picture
before it says what is where.
"""

from __future__ import annotations

import re
from typing import Any

import onnx

_MODULE = re.compile(r"(?:^|/)model\.(\d+)/")
_CONVOLUTIONS = ("Conv", "QLinearConv", "ConvInteger")


def with_features(data: bytes) -> bytes | None:
    """The bytes of a model that gives out its features as a further, last output; None where it has no such layer."""
    try:
        model = onnx.load_model_from_string(data)
        name = feature_tensor(model.graph)
        if name is None:
            return None
        model.graph.output.append(onnx.ValueInfoProto(name=name))
        changed: bytes = model.SerializeToString()
        return changed
    except Exception:  # damage of any kind: what is wrong with the file ONNX Runtime says in its own words
        return None


def feature_tensor(graph: Any) -> str | None:
    """The tensor that feeds the last module, of the latest of the modules that do; None where none is named."""
    modules = {one.name: module for one in graph.node if (module := _module(one.name)) is not None}
    last = max(modules.values(), default=0)
    makers = {name: one for one in graph.node if one.name in modules for name in one.output}
    found: tuple[int, str | None] = (-1, None)
    for one in graph.node:
        if one.op_type not in _CONVOLUTIONS or modules.get(one.name) != last:
            continue
        tensor = one.input[0]
        if tensor in makers and makers[tensor].op_type == "DynamicQuantizeLinear":
            tensor = makers[tensor].input[0]  # as it was before it was rounded for this convolution
        module = modules[makers[tensor].name] if tensor in makers else last
        if found[0] < module < last:
            found = module, tensor
    return found[1]


def _module(name: str) -> int | None:
    found = _MODULE.search(name)
    return None if found is None else int(found[1])
