"""Files made to exhaust a reader: refused quickly, with bounded memory."""

from __future__ import annotations

import io
import resource
import struct
import time
import zipfile
import zlib

import pytest

from maquette.errors import MeshError
from maquette.formats.fbx_tree import MAGIC
from maquette.formats.registry import read_asset, write_asset
from tests.formats.samples import box

HUGE = 0x7FFFFFFF


def package(entries: dict[str, bytes], claim: int | None = None) -> bytes:
    """A ZIP; `claim` overwrites the unpacked size in its directory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in entries.items():
            z.writestr(name, data)
    data = bytearray(out.getvalue())
    if claim is not None:
        struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, claim)
    return bytes(data)


def fbx_array(size: int, packed: bytes) -> bytes:
    """An FBX whose vertices claim `size` doubles in a deflated array."""
    value = b"d" + struct.pack("<III", size, 1, len(packed)) + packed
    name = b"Vertices"
    at = 27
    head = struct.pack("<IIIB", at + 13 + len(name) + len(value), 1, len(value), len(name))
    return MAGIC + struct.pack("<I", 7400) + head + name + value + bytes(13)


def nested_fbx(depth: int) -> bytes:
    body = b""
    size = 27 + depth * 14
    for _ in range(depth):
        body += struct.pack("<IIIB", size, 0, 0, 1) + b"N"
    return MAGIC + struct.pack("<I", 7400) + body


def laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {c} "{("&" + chr(ord(c) - 1) + ";") * 10}">' for c in "bcdefghij"
    )
    return f'<?xml version="1.0"?><!DOCTYPE model [{entities}]><model unit="millimeter">&j;</model>'.encode()


def circle() -> bytes:
    core = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
    objects = "".join(
        f'<object id="{i}"><components>' + f'<component objectid="{3 - i}"/>' * 2 + "</components></object>"
        for i in (1, 2)
    )
    text = f'<model unit="millimeter" xmlns="{core}"><resources>{objects}</resources>'
    return (text + '<build><item objectid="1"/></build></model>').encode()


PLY = b"ply\nformat binary_little_endian 1.0\nelement vertex %d\nproperty float x\nproperty float y\nproperty float z\n"
PLY += b"element face %d\nproperty list uint int vertex_indices\nend_header\n"
BOMB = zlib.compress(bytes(1 << 20), 9)
CASES = {
    "stl that claims 2^31 triangles": ("stl", b"x" * 80 + struct.pack("<I", HUGE) + bytes(500)),
    "ply that claims 2^31 vertices": ("ply", PLY % (HUGE, 1) + bytes(500)),
    "ply that claims many vertices": ("ply", PLY % (50_000_000, 1) + bytes(500)),
    "ply with a face of 2^31 corners": ("ply", PLY % (3, 1) + bytes(36) + struct.pack("<I", HUGE) + bytes(64)),
    "ply with negative counts": ("ply", PLY % (-1, -1) + bytes(500)),
    "glb that claims 2 GB": ("glb", struct.pack("<4sIIII", b"glTF", 2, HUGE, HUGE, 0x4E4F534A) + bytes(500)),
    "fbx array that claims 16 GB": ("fbx", fbx_array(HUGE, BOMB)),
    "fbx array bomb": ("fbx", fbx_array(1 << 20, BOMB)),
    "fbx of nested nodes": ("fbx", nested_fbx(5000)),
    "usdz bomb": ("usdz", package({"model.usdc": bytes(1 << 20)}, claim=0xF0000000)),
    "usdz bomb that lies": ("usdz", package({"model.usda": b" " * (30 << 20)}, claim=1000)),
    "3mf bomb": ("3mf", package({"3D/3dmodel.model": bytes(1 << 20)}, claim=0xF0000000)),
    "3mf of a billion laughs": ("3mf", package({"3D/3dmodel.model": laughs()})),
    "3mf of laughs in UTF-16": ("3mf", package({"3D/3dmodel.model": laughs().decode().encode("utf-16")})),
    "3mf of objects that hold one another": ("3mf", package({"3D/3dmodel.model": circle()})),
    "zip of many entries": ("zip", package({f"{i}.txt": b"" for i in range(10_001)})),
    "zip without a model": ("zip", package({"readme.txt": b"hello"})),
    "obj with an index beyond all": ("obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 99999999999999999999\n"),
    "obj with an index before all": ("obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf -1 -2 -9\n"),
    "obj with NaN": ("obj", b"v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n"),
    "obj with infinity": ("obj", b"v 0 0 0\nv 1e999 0 0\nv 0 1 0\nf 1 2 3\n"),
    "obj with words": ("obj", b"v 0 0 0\nv one 0 0\nv 0 1 0\nf 1 2 3\n"),
    "obj of points": ("obj", b"v 0 0 0\nv 1 0 0\n"),
    "gltf in a circle": (
        "gltf",
        b'{"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"children":[1]},{"children":[0]}]}',
    ),
    "gltf that names a file": (
        "gltf",
        b'{"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":'
        b'{"POSITION":0}}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}],"bufferViews":'
        b'[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36,"uri":"/etc/passwd"}]}',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_at_once(case: str) -> None:
    kind, data = CASES[case]
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    with pytest.raises(MeshError) as caught:
        read_asset(data, kind)
    assert caught.value.message.endswith(".")
    assert time.perf_counter() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


def test_a_text_of_a_2_gb_claim_is_not_believed() -> None:
    data = write_asset("ply", box(), None)[0][1]
    assert len(read_asset(data, "ply")[0].faces) == 192
    with pytest.raises(MeshError, match="ends before"):
        read_asset(data.replace(b"element vertex 98", b"element vertex 9800000"), "ply")
