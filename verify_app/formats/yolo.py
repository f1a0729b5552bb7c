"""Ultralytics' YOLO layout for all five tasks: label rows, class folders and ``data.yaml``, written and read."""

from __future__ import annotations

from verify_app.formats.folders import KEEP, check_folders, class_folder
from verify_app.formats.yolo_names import YAML
from verify_app.formats.yolo_pairs import Pairs, is_label_file, label_path, pair, pair_apart
from verify_app.formats.yolo_read import (
    BOXES,
    MAX_LABEL_BYTES,
    ReadLabel,
    ReadLabels,
    Rows,
    labels_in,
    numbers_in,
    parse_labels,
    read_labels,
)
from verify_app.formats.yolo_rows import WRITERS, finite, label_bytes, number, repeated, row
from verify_app.formats.yolo_set import YoloSet, open_set
from verify_app.formats.yolo_yaml import DataYaml, data_yaml_bytes, keypoint_keys, read_data_yaml

__all__ = [
    "BOXES",
    "KEEP",
    "MAX_LABEL_BYTES",
    "WRITERS",
    "YAML",
    "DataYaml",
    "Pairs",
    "ReadLabel",
    "ReadLabels",
    "Rows",
    "YoloSet",
    "check_folders",
    "class_folder",
    "data_yaml_bytes",
    "finite",
    "is_label_file",
    "keypoint_keys",
    "label_bytes",
    "label_path",
    "labels_in",
    "number",
    "numbers_in",
    "open_set",
    "pair",
    "pair_apart",
    "parse_labels",
    "read_data_yaml",
    "read_labels",
    "repeated",
    "row",
]
