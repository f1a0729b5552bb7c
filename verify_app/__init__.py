"""Verify a YOLO26 model's labels and write training sets that stay real."""

__version__ = "0.1.0"
__date__ = "2026-12-01"
"""When this version was made; a release's is that of its section in the changelog."""
