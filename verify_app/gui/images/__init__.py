"""Decoding pictures for the canvas, off the main thread."""
