"""Changing a region with handles: boxes, oriented boxes, polygons, keypoints."""
