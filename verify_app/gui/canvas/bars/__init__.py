"""Thin bars over the canvas."""
