"""What a file is, by its bytes; its name decides only between formats that have no signature."""

from __future__ import annotations

import json
import re
import struct
from pathlib import PurePosixPath

from maquette.dialects.forms import clean
from maquette.errors import InvalidRequest
from maquette.formats.registry import FORMATS, MEDIA_TYPES
from maquette.images.decode import ImageInfo, probe_image
from maquette.jobs.uploads import UploadKind
from maquette.settings import Settings

_OBJ = re.compile(rb"(?m)^(v|f|o|g|mtllib)\s")
_HEAD = 4096
_IMAGE_TYPES = {"JPEG2000": "image/jp2", "MPO": "image/jpeg", "PPM": "image/x-portable-pixmap"}


def safe_name(name: str, fallback: str = "file") -> str:
    """A client's file name without folders and control characters, at most 120 characters."""
    text = "".join(
        c for c in clean(name).replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable() and c not in '"<>|:*?'
    )
    text = text.strip(". ")
    return text[-120:] or fallback


def model_format(data: bytes, name: str = "") -> str | None:
    """A key of `FORMATS`, or None if it looks like no model."""
    head = data[:_HEAD]
    suffix = PurePosixPath(name.lower()).suffix[1:]
    if head[:4] == b"glTF":
        return "glb"
    if head[:18] == b"Kaydara FBX Binary" or head.startswith(b"; FBX"):
        return "fbx"
    if head[:4] == b"ply\n" or head[:5] == b"ply\r\n":
        return "ply"
    if head[:4] == b"PK\x03\x04":
        if suffix in ("usdz", "3mf", "zip"):
            return suffix
        first = head[30 : 30 + int.from_bytes(head[26:28], "little")].lower()
        if first.rsplit(b".", 1)[-1] in (b"usdc", b"usda", b"usd"):
            return "usdz"
        return "3mf" if b"[Content_Types].xml".lower() in first or first.startswith((b"3d/", b"_rels/")) else "zip"
    if len(data) >= 84 and 84 + 50 * struct.unpack_from("<I", data, 80)[0] == len(data):
        return "stl"
    if head.lstrip()[:1] == b"{":
        return "gltf" if b'"asset"' in data and _is_gltf(data) else None
    if head.lstrip()[:5] == b"solid" and (b"facet" in head or suffix == "stl"):
        return "stl"
    if _OBJ.search(head) and (suffix == "obj" or b"\0" not in head):
        return "obj"
    return None


def _is_gltf(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data).get("asset"), dict)
    except (ValueError, AttributeError, RecursionError):
        return False


def image_type(info: ImageInfo) -> tuple[str, str]:
    """Format ("png") and media type of a probed picture."""
    return info.format.lower(), _IMAGE_TYPES.get(info.format, f"image/{info.format.lower()}")


def probe(
    data: bytes, name: str, kind: UploadKind | None, settings: Settings, field: str = "file"
) -> tuple[UploadKind, str, str, ImageInfo | None]:
    """Kind, format, media type and (picture) header of a file.

    Args:
        kind: what it must be; None: whatever it is.

    Raises:
        BadImage, ImageTooLarge: it is no usable picture.
        InvalidRequest: it is no model that can be read.
    """
    found = None if kind == "image" else model_format(data, name)
    if found is not None:
        if len(data) > settings.max_upload_bytes:
            raise InvalidRequest(
                f"The model has {len(data):,} bytes; at most {settings.max_upload_bytes:,} are accepted.", field=field
            )
        return "model", found, MEDIA_TYPES[found], None
    if kind == "model":
        raise InvalidRequest(f"The file is no model that can be read; send one of {', '.join(FORMATS)}.", field=field)
    info = probe_image(data, max_bytes=settings.max_image_bytes, max_pixels=settings.max_image_pixels)
    return "image", *image_type(info), info
