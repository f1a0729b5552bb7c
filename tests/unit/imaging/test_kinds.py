"""Pictures of kinds that not everybody reads: read as Ultralytics reads them, or named."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.unit.imaging.pictures import encoded, scene
from verify_app.imaging.find_images import find_images
from verify_app.imaging.reading.formats import HEIC
from verify_app.imaging.reading.picture import open_rgb
from verify_app.imaging.reading.probe import probe, scan_bytes

NAMED = [".tga", ".ppm", ".pgm", ".pbm", ".jxl", ".psd", ".exr", ".dng"]


@pytest.mark.parametrize("suffix", [*NAMED, *([] if HEIC else [".heic", ".heif"])])
@pytest.mark.parametrize("alone", [True, False], ids=["the file", "its folder"])
def test_a_kind_that_is_not_read_is_named(tmp_path: Path, suffix: str, alone: bool) -> None:
    (tmp_path / f"A{suffix.upper()}").write_bytes(b"x")
    found = find_images([tmp_path / f"A{suffix.upper()}" if alone else tmp_path])
    assert found.images == []
    ((_, why),) = found.problems
    assert suffix in why
    assert "convert" in why
    assert ("verify-app[heic]" in why) == (suffix in (".heic", ".heif"))


def test_heic_is_read_where_its_package_is(tmp_path: Path) -> None:
    plugin = pytest.importorskip("pillow_heif")
    plugin.register_heif_opener()
    picture = scene(64, 48)
    exif = Image.Exif()
    exif[274] = 6  # turned a quarter
    picture.save(tmp_path / "a.HEIC", format="HEIF", quality=100, exif=exif.tobytes())
    assert [p.name for p in find_images([tmp_path]).images] == ["a.HEIC"]
    scan = probe(tmp_path / "a.HEIC")
    assert (scan.problem, scan.width, scan.height) == (None, 48, 64)
    opened = open_rgb(tmp_path / "a.HEIC")
    assert (opened.width, opened.height, opened.image.size) == (48, 64, (48, 64))
    turned = picture.convert("RGB").transpose(Image.Transpose.ROTATE_270)
    apart = np.abs(np.asarray(opened.image, dtype=int) - np.asarray(turned, dtype=int))
    assert apart.mean() < 8
    data = (tmp_path / "a.HEIC").read_bytes()
    assert scan_bytes(data[: len(data) // 2]).problem


def test_the_window_starts_without_the_package_of_heic() -> None:
    """It is looked for, not loaded."""
    code = "import sys, verify_app.imaging.reading.formats; assert 'pillow_heif' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


ENDS = {
    "whole": lambda data: data,
    "without its end marker": lambda data: data[:-2],
    "with half of it": lambda data: data[:-1],
    "a newline in its place": lambda data: data[:-2] + b"\n",
    "zeros in its place": lambda data: data[:-2] + b"\0" * 500,
    "zeros behind it": lambda data: data + b"\0" * 30,
    "cut, with a marker": lambda data: data[: int(len(data) * 0.95)] + b"\xff\xd9",
    "cut": lambda data: data[: int(len(data) * 0.95)],
}


@pytest.mark.parametrize("progressive", [False, True], ids=["baseline", "progressive"])
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_jpeg_is_taken_when_ultralytics_takes_it(tmp_path: Path, end, progressive: bool) -> None:  # type: ignore[no-untyped-def]
    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    from ultralytics.data.utils import check_image
    from ultralytics.utils.patches import imread

    stream = io.BytesIO()
    Image.open(io.BytesIO(encoded(scene(320, 240), "PNG"))).convert("RGB").save(stream, "JPEG", progressive=progressive)
    data = end(stream.getvalue())
    file = tmp_path / "a.jpg"
    file.write_bytes(data)
    seen = imread(str(file))
    try:
        check_image(str(file))
        taken = True
    except OSError:
        taken = False
    scan = scan_bytes(data)
    assert (scan.problem is None) == taken == (seen is not None)
    if taken:
        mine = np.asarray(open_rgb(data).image, dtype=int)
        assert np.abs(mine - seen[..., ::-1]).max() <= 2
