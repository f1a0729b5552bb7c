"""Packages that take long to load: each is loaded when something of it is first used, and only from here.

Modules that calculate can so be imported at the top of those that only sometimes need them. What is made of these
packages while a module is loaded, a table of numpy's for example, loads them at once.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

__all__ = ["np", "shapely"]


class Late(ModuleType):
    """Stands for a module until something of it is used; from then on it has what was used of the module itself."""

    def __getattr__(self, name: str) -> Any:
        value = getattr(importlib.import_module(self.__name__), name)
        setattr(self, name, value)  # so that it is asked for once
        return value


if TYPE_CHECKING:
    import numpy as np
    import shapely
else:
    np = Late("numpy")
    shapely = Late("shapely")
