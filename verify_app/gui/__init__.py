"""The window: looks at `app`, shows changes, calls actions; decides nothing itself.

Start it with `gui.shell.main.run`.
"""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide6 reads the source text of every module that is imported after it, to see whether it uses `__feature__`.
# This program never does, and the reading is a twentieth of its start.
if getattr(builtins.__import__, "__name__", "") == "__feature_import__" and hasattr(builtins, "__orig_import__"):
    builtins.__import__ = builtins.__orig_import__
