"""Decisions from files of lines: what a program suggests, and what a named person takes responsibility for."""
