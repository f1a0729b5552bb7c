"""Ultralytics' YOLO layout for all five tasks: label rows, class folders and ``data.yaml``, written and read."""

from __future__ import annotations

from verify_app.formats.yolo.class_folders import KEEP, check_folders, class_folder
from verify_app.formats.yolo.class_names import YAML
from verify_app.formats.yolo.data_yaml import DataYaml, data_yaml_bytes, keypoint_keys, read_data_yaml
from verify_app.formats.yolo.dataset import YoloSet, open_set
from verify_app.formats.yolo.label_pairs import Pairs, is_label_file, label_path, pair, pair_apart
from verify_app.formats.yolo.read import (
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
from verify_app.formats.yolo.write import WRITERS, finite, label_bytes, number, repeated, row

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
