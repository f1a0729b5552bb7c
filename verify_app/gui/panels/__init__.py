"""The parts around the canvas: list, labels, classes, meter, messages, jobs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
"""What a delegate is given: a place in a model."""
