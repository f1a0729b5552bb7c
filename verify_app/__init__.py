"""Verify a YOLO26 model's labels and write training sets that stay real."""

__version__ = "0.1.0"
