"""Keeps Ultralytics' trainer and validator off the network.

`YOLO_OFFLINE` is not enough: reading a dataset looks for a font at GitHub, and training on a GPU fetches a model to try
mixed precision with. Both do without when they cannot have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn


@contextmanager
def offline() -> Iterator[None]:
    """While the context lasts, nothing is looked up or downloaded by Ultralytics in this process."""
    from ultralytics.utils import downloads  # noqa: PLC0415  # heavy

    usual = downloads.is_url, downloads.safe_download, downloads.get_github_assets
    is_url = downloads.is_url

    def written_like_one(url: Any, check: bool = False) -> bool:
        return not check and bool(is_url(url))

    downloads.is_url = written_like_one
    downloads.safe_download = downloads.get_github_assets = _refuse
    try:
        yield
    finally:
        downloads.is_url, downloads.safe_download, downloads.get_github_assets = usual


def _refuse(*_: object, **__: object) -> NoReturn:
    # the error that Ultralytics itself raises, and expects, without a network
    raise ConnectionError("the program stays offline while it trains")
