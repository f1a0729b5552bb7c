"""A limit of time for models in ONNX form that Ultralytics runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from verify_app.inference.time_limit import stopped_after, too_long

MOST_AT_ONCE = 16
"""Pictures that Ultralytics gives a model at once."""


@contextmanager
def limited_runs(seconds: float) -> Iterator[None]:
    """While it lasts, what others have ONNX Runtime compute (Ultralytics) is stopped as our own engine's work is."""
    import onnxruntime  # noqa: PLC0415  of a model in another form nothing is run by it

    kinds = ("run", "run_with_iobinding")
    usual = {kind: getattr(onnxruntime.InferenceSession, kind) for kind in kinds}

    def limited(run: Callable[..., Any]) -> Callable[..., Any]:
        def watched(session: Any, *asked: Any) -> Any:
            options, feed = onnxruntime.RunOptions(), asked[-1]
            options.log_severity_level = 4
            count = max(map(len, feed.values()), default=1) if isinstance(feed, dict) else MOST_AT_ONCE
            with stopped_after(2 * seconds * count, lambda: setattr(options, "terminate", True)) as over:
                try:
                    return run(session, *asked, run_options=options)
                except Exception as error:
                    if over.is_set():
                        raise too_long(seconds) from error
                    raise

        return watched

    for kind, run in usual.items():
        setattr(onnxruntime.InferenceSession, kind, limited(run))
    try:
        yield
    finally:
        for kind, run in usual.items():
            setattr(onnxruntime.InferenceSession, kind, run)
