"""The receipt of a version as records, and its strict JSON."""
