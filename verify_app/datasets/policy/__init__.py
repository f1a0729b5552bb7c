"""The rules that a dataset must meet, their defaults and their file."""
