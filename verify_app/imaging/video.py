"""Frames of a video as pictures of their own. OpenCV; never in the window's process.

The frames that are wanted depend on the video alone, so an extraction that was cut off goes on where it stopped.
"""

from __future__ import annotations

import contextlib
import math
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M, reason_of
from verify_app.imaging.opencv import cv2
from verify_app.imaging.reading.formats import MAX_PIXELS
from verify_app.imaging.reading.probe import probe

SUFFIXES = frozenset(
    (".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".wmv", ".flv")
    + (".ogv", ".3gp")
)
"""File name endings (lower case) that are taken for videos."""

JPEG_QUALITY = 95
_MOST_FPS = 1000.0
_NOT_A_VIDEO = M(
    "It is no video this program reads (MP4, MOV, AVI, MKV, WebM, MPEG, WMV, FLV, OGV), whatever its name says."
)
_DAMAGED = M("The video is damaged or cut short, or its codec is unknown; convert it to MP4 (H.264).")


@dataclass(frozen=True, slots=True)
class Stride:
    """Which frames to take: every n-th, or so many a second of the film; the first one always.

    Raises
    ------
    UsageError
        When neither or both are given, or they make no sense.
    """

    every: int | None = None
    fps: float | None = None

    def __post_init__(self) -> None:
        if (self.every is None) == (self.fps is None):
            raise UsageError(M("Say how many frames to take of a video: --every 10 (frames) or --fps 2 (a second)."))
        if self.every is not None and self.every < 1:
            raise UsageError(M("--every {every} makes no sense; 1 takes every frame.", every=self.every))
        if self.fps is not None and not 0 < self.fps <= _MOST_FPS:
            raise UsageError(
                M("--fps {fps:g} makes no sense; give more than 0 and at most {most:g}.", fps=self.fps, most=_MOST_FPS)
            )

    def data(self) -> dict[str, float]:
        """As plain values."""
        return {"every": self.every} if self.every is not None else {"fps": float(self.fps or 0)}


@dataclass(frozen=True, slots=True)
class Step:
    """One frame passed.

    Parameters
    ----------
    number : int
        Frames passed so far; the last one's number is one less.
    total : int
        How many the file says there are; 0 when it does not say.
    file : Path or None
        The picture, when this frame was wanted.
    problem : str
        A sentence, with the last step, when the film broke off.
    """

    number: int
    total: int
    file: Path | None = None
    problem: str = ""


_ENDINGS = tuple(SUFFIXES)


def is_video(path: Path) -> bool:
    """Whether a file is a video by its name."""
    return path.suffix.lower() in SUFFIXES


def find_videos(paths: Iterable[Path]) -> list[Path]:
    """Videos among `paths` and in folders with all their sub-folders, hidden ones left out; nothing is opened."""
    found = []
    for path in paths:
        if is_video(path) and _is_file(path):
            found.append(path)
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            # by the end of the name first: a Path for each of 100,000 files is slow
            films = sorted(name for name in names if name.lower().endswith(_ENDINGS) and not name.startswith("."))
            found += [place for place in (Path(folder, name) for name in films) if is_video(place) and _is_file(place)]
    return list(dict.fromkeys(found))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long, no right to look: whoever adds it says so
        return False


def frame_name(number: int, *, lossless: bool = False) -> str:
    """The file name of a frame by its number, counted from 0."""
    return f"{number:06}.{'png' if lossless else 'jpg'}"


def extract(video: Path, folder: Path, stride: Stride, *, lossless: bool = False) -> Generator[Step, None, None]:
    """Write the wanted frames into `folder` as they are displayed, each file whole or absent.

    A frame whose whole picture is there already, JPEG or PNG, is left as it is.

    Parameters
    ----------
    lossless : bool
        PNG instead of JPEG of quality 95.

    Raises
    ------
    UserError
        When the video or the folder cannot be used.
    """
    with _opened(video) as film:
        total = max(0, _whole(film.get(_cv2().CAP_PROP_FRAME_COUNT)))
        wanted, number, taken = _Wanted(film, stride), 0, 0
        while film.grab():
            file = _frame(film, folder, number, lossless) if wanted(number) else None
            number += 1
            taken += file is not None
            yield Step(number, total, file)
    if not taken:
        raise UserError(M("{video}: {problem}", video=video, problem=_DAMAGED))
    broke = total - number > max(2, total // 20)  # what the head says may be a frame or two off
    problem = (
        M(
            "{video}: the film breaks off after {number} of {total} frames; those were taken.",
            video=video,
            number=number,
            total=total,
        )
        if broke
        else ""
    )
    yield Step(number, number, None, problem)


class _Wanted:
    """Which frames are wanted, asked in order."""

    def __init__(self, film: Any, stride: Stride) -> None:
        self._film, self._stride = film, stride
        rate = float(film.get(_cv2().CAP_PROP_FPS))
        self._rate = rate if math.isfinite(rate) and 0 < rate <= _MOST_FPS else 0.0
        self._slot = -1
        if stride.fps is not None and not self._rate:
            raise UserError(M("The video does not say how many frames it has a second; use --every instead of --fps."))

    def __call__(self, number: int) -> bool:
        if self._stride.every is not None:
            return number % self._stride.every == 0
        # phones film at a varying rate, so the frame's own time counts where the file has it
        at = float(self._film.get(_cv2().CAP_PROP_POS_MSEC)) / 1000
        if not (math.isfinite(at) and at > 0):
            at = number / self._rate
        slot = math.floor(at * float(self._stride.fps or 0) + 1e-6)
        if slot <= self._slot:
            return False
        self._slot = slot
        return True


def _frame(film: Any, folder: Path, number: int, lossless: bool) -> Path | None:
    """The picture of the frame just passed; None when it cannot be decoded."""
    for known in (frame_name(number, lossless=lossless), frame_name(number, lossless=not lossless)):
        if (folder / known).exists() and probe(folder / known).problem is None:
            return folder / known
    cv2 = _cv2()
    good, pixels = film.retrieve()
    if not good or pixels is None:
        return None
    values = [] if lossless else [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
    good, data = cv2.imencode(".png" if lossless else ".jpg", pixels, values)
    if not good:
        return None
    file = folder / frame_name(number, lossless=lossless)
    _write(file, data.tobytes())
    return file


def _write(file: Path, data: bytes) -> None:
    part = file.with_name(file.name + ".part")
    try:
        with part.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())  # the project will say that it is there
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(M("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))) from error


@contextlib.contextmanager
def _opened(video: Path) -> Iterator[Any]:
    """The open film; of a kind that its first bytes show, for FFmpeg would also follow a play list elsewhere."""
    try:
        if not _is_file(video):
            raise UserError(M("There is no video {video}.", video=video))
        with video.open("rb") as stream:
            head = stream.read(400)
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=video, reason=reason_of(error))) from error
    if not head:
        raise UserError(M("{video}: The file is empty (0 bytes); copy it again from where it came.", video=video))
    if not _is_film(head):
        raise UserError(M("{video}: {problem}", video=video, problem=_NOT_A_VIDEO))
    cv2 = _cv2()
    film = None
    try:
        film = cv2.VideoCapture(str(video), cv2.CAP_FFMPEG)
        width, height = (_whole(film.get(p)) for p in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
        if not film.isOpened() or width < 1 or height < 1:
            raise UserError(M("{video}: {problem}", video=video, problem=_DAMAGED))
        if width * height > MAX_PIXELS:
            raise UserError(
                M(
                    "{video}: its frames have {width:,} x {height:,} pixels, too many; scale it down.",
                    video=video,
                    width=width,
                    height=height,
                )
            )
        yield film
    except (cv2.error, MemoryError) as error:
        raise UserError(M("{video}: {problem}", video=video, problem=_DAMAGED)) from error
    finally:
        if film is not None:
            film.release()


def _is_film(head: bytes) -> bool:
    return (
        head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
        or (head.startswith(b"RIFF") and head[8:11] == b"AVI")
        or head.startswith(
            (b"\x1aE\xdf\xa3", b"\0\0\1\xba", b"\0\0\1\xb3", b"FLV\1", b"OggS", b"\x30\x26\xb2\x75\x8e\x66")
        )
        or (head[:1] == b"G" and head[188:189] == b"G")  # transport stream: packets of 188 bytes,
        or (head[4:5] == b"G" and head[196:197] == b"G")  # on Blu-ray with a time before each
    )


def _whole(value: float) -> int:
    return int(value) if math.isfinite(value) and abs(value) < 2**53 else 0


def _cv2() -> Any:
    # FFmpeg would write its own complaints on standard error; ours is one sentence
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
    return cv2
