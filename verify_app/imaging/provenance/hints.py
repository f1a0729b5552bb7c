"""What a file itself says of where its pixels come from: IPTC source type, C2PA, marks that generators leave.

Only ever a hint: metadata are lost on the way and can be written by anybody. Nothing is decoded, and no damage raises.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from verify_app.core.messages import M
from verify_app.core.vocabulary import Origin
from verify_app.imaging.provenance.metadata import Metadata, metadata

_SYNTHETIC_TYPES = {
    "trainedalgorithmicmedia",
    "compositewithtrainedalgorithmicmedia",
    "algorithmicmedia",
    "compositesynthetic",
    "datadrivenmedia",
    "virtualrecording",
    "softwareimage",  # the vocabulary of 2011
}
"""Of https://cv.iptc.org/newscodes/digitalsourcetype/ those that no camera saw, in lower case."""

_XMP_TYPE = re.compile(
    rb"DigitalSourceType(?:\s+[A-Za-z]{1,20}:resource)?\s{0,8}[=>]\s{0,200}[\"']?\s{0,8}([^\"'<>\s]{1,200})"
)
_TYPE_URI = re.compile(rb"newscodes/digitalsourcetype/([A-Za-z]{1,60})")
_C2PA = (b"c2pa", b"jumb")

_GENERATORS = re.compile(
    r"stable[ _-]?diffusion|comfyui|automatic1111|novelai|midjourney|dall[-·. ]?e\b|openai|chatgpt|invoke ?ai|fooocus|"
    r"adobe firefly|dreamstudio|draw ?things|easy diffusion|swarmui|leonardo\.ai|ideogram|black forest labs|"
    r"\bimagen\b|made with google ai|bing image creator|image creator from (?:designer|microsoft)|recraft|nightcafe|"
    r"stylegan|blender \d|unreal engine|nvidia omniverse",
    re.IGNORECASE,
)
"""Programs that make pictures from nothing. Editors that people touch up photos with are not among them."""

_LONGEST = 1 << 18
_STEPS = re.compile(r"\bSteps: \d+, .{0,200}\b(?:Sampler|CFG scale|Seed): ", re.DOTALL)
_NAMING = frozenset(("software", "source", "creator", "generator", "artist", "author", "credit", "make", "model"))
"""Fields that say who made a picture. What it shows (title, description) may well be about a generator."""

_TELLING = {
    "sd-metadata": "InvokeAI",
    "invokeai_metadata": "InvokeAI",
    "invokeai_graph": "InvokeAI",
    "dream": "InvokeAI",
    "fooocus_scheme": "Fooocus",
    "sui_image_params": "SwarmUI",
    "generation_data": M("an image generator"),
}
_XMP_NAMES = re.compile(
    rb"(?:CreatorTool|photoshop:Credit|Software|ClaimGenerator)\s{0,8}(?:=\s{0,8}[\"']|>)\s{0,200}([^\"'<>]{1,200})"
)


@dataclass(frozen=True, slots=True)
class Hint:
    """What a file says of its pixels.

    Parameters
    ----------
    origin : Origin
        Always synthetic: no mark makes a picture real.
    evidence : str
        Where it says so, a phrase such as ``XMP says trainedAlgorithmicMedia``.
    """

    origin: Origin
    evidence: str


def hint(source: Path | bytes) -> Hint | None:
    """What the metadata of a picture or video say, or None when they say nothing. Never raises.

    At most `metadata.MOST` bytes are looked at, however large the file is.
    """
    try:
        if isinstance(source, bytes):
            return _judged(io.BytesIO(source))
        if not source.is_file():  # a named pipe would block for ever
            return None
        with source.open("rb") as stream:
            return _judged(stream)
    except (OSError, ValueError):
        return None


def _judged(stream: BinaryIO) -> Hint | None:
    found = metadata(stream)
    evidence = next(_evidence(found), None)
    return Hint(Origin.SYNTHETIC, evidence) if evidence is not None else None


def _evidence(found: Metadata) -> Iterator[str]:
    """Every phrase that speaks for a synthetic picture, the most explicit first."""
    for blob in found.xmp:
        yield from _source_types(_XMP_TYPE, blob, "XMP")
    for blob in found.c2pa:
        if any(word in blob for word in _C2PA):
            yield from _source_types(_TYPE_URI, blob, M("its C2PA manifest"))
    for key, text in found.texts:
        yield from _of_text(key, text)
    for blob in found.xmp:
        for match in _XMP_NAMES.finditer(_plain(blob)):
            yield from _named("XMP", match[1].decode("utf-8", "replace"))


def _source_types(pattern: re.Pattern[bytes], blob: bytes, where: str) -> Iterator[str]:
    for match in pattern.finditer(_plain(blob)):
        name = match[1].rsplit(b"/", 1)[-1].rsplit(b":", 1)[-1].decode("ascii", "replace")
        if name.lower() in _SYNTHETIC_TYPES:
            yield M("{place} says {name}", place=where, name=name)


def _plain(blob: bytes) -> bytes:
    """XMP may be UTF-16; what is looked for is ASCII."""
    return blob.replace(b"\0", b"") if b"\0" in blob[:64] else blob


def _of_text(key: str, text: str) -> Iterator[str]:
    """Evidence in one text chunk, comment or EXIF field."""
    low = key.lower()
    if low in _TELLING:
        yield M("the text “{key}” of {program}", key=key, program=_TELLING[low])
    if _STEPS.search(text[:_LONGEST]):
        yield M("the text “{key}” holds the settings of Stable Diffusion", key=key)
    if low == "parameters" and ("sui_image_params" in text or "Negative prompt:" in text):
        yield M("the text “parameters” of an image generator")
    body = text[7:] if low in ("make", "model", "imagedescription") and text[:7].lower() == "prompt:" else text
    if low == "prompt" or body is not text:
        yield from _prompt(key, body)
    if (low == "workflow" or text[:9].lower() == "workflow:") and '"nodes"' in text:
        yield M("the text “{key}” holds a workflow of ComfyUI", key=key)
    if low == "comment" and _is_novelai(text):
        yield M("the text “Comment” holds the settings of NovelAI")
    if low == "description" and re.search(r"\bJob ID: [0-9a-f]{8}-", text):
        yield M("the text “Description” of Midjourney")
    if low == "rendertime":
        yield M("the text “RenderTime” of Blender")
    if low in _NAMING:
        yield from _named(f"“{key}”", text[:400])


def _prompt(key: str, text: str) -> Iterator[str]:
    if '"class_type"' in text:
        yield M("the text “{key}” holds a prompt of ComfyUI", key=key)
    elif text.strip():
        yield M("the text “{key}” holds a prompt", key=key)


def _is_novelai(text: str) -> bool:
    if not text.lstrip().startswith("{") or len(text) > 1 << 20:
        return False
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "sampler" in data and bool(data.keys() & {"steps", "seed", "scale"})


def _named(where: str, text: str) -> Iterator[str]:
    match = _GENERATORS.search(text)
    if match is not None:
        yield M("{place} names {name}", place=where, name=match[0])
