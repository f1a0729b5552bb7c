"""Keeps Ultralytics' trainer and validator off the network.

`YOLO_OFFLINE` is not enough: reading a dataset looks for a font at GitHub, and training on a GPU fetches a model to try
mixed precision with. Both do without when they cannot have it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn


@contextmanager
def offline() -> Iterator[None]:
    """While the context lasts, nothing is looked up or downloaded by Ultralytics in this process."""
    from ultralytics.utils import downloads  # noqa: PLC0415  # heavy

    log = logging.getLogger("ultralytics")
    usual = downloads.is_url, downloads.safe_download, downloads.get_github_assets
    is_url = downloads.is_url

    def written_like_one(url: Any, check: bool = False) -> bool:
        return not check and bool(is_url(url))

    downloads.is_url = written_like_one
    downloads.safe_download = downloads.get_github_assets = _refuse
    log.addFilter(_worth_telling)
    try:
        yield
    finally:
        log.removeFilter(_worth_telling)
        downloads.is_url, downloads.safe_download, downloads.get_github_assets = usual


def _worth_telling(record: logging.LogRecord) -> bool:
    """Not that a class has no image in a split: its empty folder is there on purpose."""
    return "classes (requires" not in record.getMessage()


def _refuse(*_: object, **__: object) -> NoReturn:
    # the error that Ultralytics itself raises, and expects, without a network
    raise ConnectionError("the program stays offline while it trains")
