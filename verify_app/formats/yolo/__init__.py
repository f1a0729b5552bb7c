"""Ultralytics' YOLO layout for all five tasks: label rows, class folders and ``data.yaml``, written and read."""

from __future__ import annotations

from verify_app.formats.yolo.class_folders import KEEP, check_folders, class_folder
from verify_app.formats.yolo.class_names import YAML
from verify_app.formats.yolo.data_yaml import data_yaml_bytes, keypoint_keys, read_data_yaml
from verify_app.formats.yolo.label_pairs import label_path
from verify_app.formats.yolo.read import (
    BOXES,
    MAX_LABEL_BYTES,
    ReadLabel,
    Rows,
    labels_in,
    parse_labels,
    read_labels,
)
from verify_app.formats.yolo.write import WRITERS, finite, label_bytes, number, repeated, row

__all__ = [
    "BOXES",
    "KEEP",
    "MAX_LABEL_BYTES",
    "WRITERS",
    "YAML",
    "ReadLabel",
    "Rows",
    "check_folders",
    "class_folder",
    "data_yaml_bytes",
    "finite",
    "keypoint_keys",
    "label_bytes",
    "label_path",
    "labels_in",
    "number",
    "parse_labels",
    "read_data_yaml",
    "read_labels",
    "repeated",
    "row",
]
