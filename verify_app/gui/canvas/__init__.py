"""The canvas: one image with its objects, drawn in layers, and what mouse and keys do on it."""
