"""Marks that generators leave are seen, in the files that carry them; cameras, editors and damage are no evidence."""

from __future__ import annotations

import io
import json
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from verify_app.core.vocabulary import Origin
from verify_app.imaging.provenance.hints import hint
from verify_app.imaging.provenance.metadata import MOST

A1111 = "a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512"
COMFY = json.dumps({"3": {"class_type": "KSampler", "inputs": {"seed": 1}}})
NOVELAI = json.dumps({"steps": 28, "sampler": "k_euler", "seed": 7, "scale": 5})
TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def picture(form: str, **values: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (16, 12), (9, 8, 7)).save(stream, form, **values)
    return stream.getvalue()


def png(*texts: tuple[str, str], kind: str = "tEXt") -> bytes:
    info = PngImagePlugin.PngInfo()
    for name, text in texts:
        if kind == "iTXt":
            info.add_itxt(name, text, zip=True)
        else:
            info.add_text(name, text, zip=kind == "zTXt")
    return picture("PNG", pnginfo=info)


def xmp(source_type: str, *, element: bool = False) -> bytes:
    value = f"{TYPE}{source_type}"
    name = "Iptc4xmpExt:DigitalSourceType"
    body = f"><{name}>{value}</{name}></rdf:Description>" if element else f' {name}="{value}"/>'
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"{body}'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def exif(**values: object) -> bytes:
    made = Image.Exif()
    for name, value in values.items():
        if name == "comment":
            made.get_ifd(0x8769)[0x9286] = value
        else:
            made[{"software": 0x0131, "make": 0x010F, "model": 0x0110, "description": 0x010E}[name]] = value
    return made.tobytes()


def c2pa(source_type: str) -> bytes:
    """A manifest as far as its bytes go: boxes by name, the type plain inside."""
    body = b"jumdc2pa\x03c2pa.actions\0qdigitalSourceTypexF" + f"{TYPE}{source_type}".encode()
    return struct.pack(">I4s", len(body) + 8, b"jumb") + body


def with_segment(jpeg: bytes, marker: int, data: bytes) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + jpeg[2:]


def with_chunk(data: bytes, kind: bytes, body: bytes, at: int = 33) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + body))
    return data[:at] + struct.pack(">I", len(body)) + kind + body + crc + data[at:]


SYNTHETIC: dict[str, Callable[[], tuple[bytes, str]]] = {
    "a1111": lambda: (png(("parameters", A1111)), "Stable Diffusion"),
    "a1111 zipped": lambda: (png(("parameters", A1111), kind="zTXt"), "Stable Diffusion"),
    "a1111 itxt": lambda: (png(("parameters", A1111 + " ü"), kind="iTXt"), "Stable Diffusion"),
    "a1111 jpeg": lambda: (
        picture("JPEG", exif=exif(comment=b"UNICODE\0" + A1111.encode("utf-16-be"))),
        "UserComment",
    ),
    "a1111 webp": lambda: (
        picture("WEBP", exif=exif(comment=b"UNICODE\0" + A1111.encode("utf-16-le"))),
        "UserComment",
    ),
    "comfy prompt": lambda: (png(("prompt", COMFY)), "ComfyUI"),
    "comfy workflow": lambda: (png(("workflow", '{"nodes": [], "links": []}')), "ComfyUI"),
    "comfy webp": lambda: (picture("WEBP", exif=exif(make="prompt:" + COMFY)), "ComfyUI"),
    "novelai": lambda: (png(("Title", "x"), ("Software", "NovelAI")), "NovelAI"),
    "novelai comment": lambda: (png(("Comment", NOVELAI)), "NovelAI"),
    "invoke": lambda: (png(("invokeai_metadata", "{}")), "InvokeAI"),
    "midjourney": lambda: (
        png(("Description", "a cat --v 6 Job ID: 0a1b2c3d-0000-4000-8000-000000000000")),
        "Midjourney",
    ),
    "dall-e": lambda: (picture("JPEG", exif=exif(software="DALL-E 3")), "DALL-E"),
    "blender": lambda: (png(("RenderTime", "00:01.20")), "Blender"),
    "xmp jpeg": lambda: (picture("JPEG", xmp=xmp("trainedAlgorithmicMedia")), "XMP says trainedAlgorithmicMedia"),
    "xmp element": lambda: (picture("JPEG", xmp=xmp("algorithmicMedia", element=True)), "algorithmicMedia"),
    "xmp webp": lambda: (picture("WEBP", xmp=xmp("compositeSynthetic")), "compositeSynthetic"),
    "xmp png": lambda: (png(("XML:com.adobe.xmp", xmp("trainedAlgorithmicMedia").decode()), kind="iTXt"), "trained"),
    "xmp tiff": lambda: (
        picture("TIFF", tiffinfo={700: xmp("compositeWithTrainedAlgorithmicMedia")}),
        "compositeWithTrainedAlgorithmicMedia",
    ),
    "c2pa jpeg": lambda: (
        with_segment(picture("JPEG"), 0xEB, b"JP\0\1\0\0\0\1" + c2pa("trainedAlgorithmicMedia")),
        "C2PA manifest says trainedAlgorithmicMedia",
    ),
    "c2pa png": lambda: (with_chunk(picture("PNG"), b"caBX", c2pa("trainedAlgorithmicMedia")), "C2PA"),
}

REAL: dict[str, Callable[[], bytes]] = {
    "plain jpeg": lambda: picture("JPEG"),
    "plain png": lambda: picture("PNG"),
    "plain gif": lambda: picture("GIF"),
    "camera": lambda: picture("JPEG", exif=exif(make="Canon", model="EOS R5", software="Adobe Photoshop 25.0")),
    "camera type": lambda: picture("JPEG", xmp=xmp("digitalCapture")),
    "camera c2pa": lambda: with_segment(picture("JPEG"), 0xEB, b"JP\0\1\0\0\0\1" + c2pa("digitalCapture")),
    "enhanced": lambda: picture("JPEG", xmp=xmp("algorithmicallyEnhanced")),
    "about a generator": lambda: picture("JPEG", exif=exif(description="The team of Midjourney at lunch")),
    "other texts": lambda: png(("Software", "GIMP 2.10"), ("Comment", "{broken"), ("workflow", "scan, then crop")),
}


@pytest.mark.parametrize("name", SYNTHETIC)
def test_a_mark_of_a_generator_is_seen(name: str, tmp_path: Path) -> None:
    data, words = SYNTHETIC[name]()
    said = hint(data)
    assert said is not None
    assert said.origin is Origin.SYNTHETIC
    assert words in said.evidence
    (tmp_path / "x.bin").write_bytes(data)
    assert hint(tmp_path / "x.bin") == said, "from the path, whatever the file is called"


@pytest.mark.parametrize("name", REAL)
def test_cameras_and_editors_are_no_evidence(name: str) -> None:
    assert hint(REAL[name]()) is None


def test_a_text_behind_the_pixels_is_seen() -> None:
    plain = picture("PNG")
    data = with_chunk(plain, b"tEXt", b"parameters\0" + A1111.encode(), at=len(plain) - 12)
    assert hint(data) is not None


def test_a_bad_block_does_not_hide_the_others() -> None:
    data = with_chunk(png(("parameters", A1111)), b"zTXt", b"x\0\0not zipped")
    assert hint(with_chunk(data, b"eXIf", b"MM\0*\xff\xff\xff\xff")) is not None


def test_a_text_that_unpacks_without_end_is_bounded() -> None:
    bomb = zlib.compress(b"a" * (64 * MOST))
    data = with_chunk(picture("PNG"), b"zTXt", b"x\0\0" + bomb)
    assert hint(data) is None
    late = with_chunk(data, b"tEXt", b"parameters\0" + A1111.encode(), at=len(data) - 12)
    assert hint(late) is None, "nothing more is kept once the limit is reached"


def test_no_damage_raises(tmp_path: Path) -> None:
    chance = random.Random(5)
    for make in SYNTHETIC.values():
        data = make()[0]
        for cut in range(0, len(data), max(1, len(data) // 40)):
            hint(data[:cut])
        for _ in range(60):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 8)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            hint(bytes(broken))
    assert hint(b"") is None
    assert hint(tmp_path) is None
    assert hint(tmp_path / "nothing.png") is None
