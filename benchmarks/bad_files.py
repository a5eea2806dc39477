"""Files made to exhaust or to fool a reader: refused with a remedy, in under 2 s and 512 MB.

    python benchmarks/bad_files.py [--flips 60] [--out results/bad_files.json]

Each file is read in a process of its own (forked after the imports) whose address space may grow by 512 MB. Beside the files made
by hand, a good file of every format is cut at every 64th byte, and has bytes changed at random places (seeded). A reader passes if it
raises `MeshError` or `InvalidRequest` with a sentence that ends in a remedy, or gives a mesh of finite numbers. Foreign USD files are
opened by a second process, whose start is most of their time.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import resource
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from maquette.errors import DependencyMissing, InvalidRequest, MeshError
from maquette.formats.fbx_tree import MAGIC
from maquette.formats.registry import read_model, write_asset
from maquette.geometry.mesh import Mesh
from maquette.geometry.primitives import box
from maquette.texture.textures import TextureSet

MAX_SECONDS, MAX_MB = 2.0, 512
USD_SECONDS = 4.0
"""More for files that OpenUSD must look at: 1.1 s are the start of its process on a quiet machine."""
HUGE = 0x7FFFFFFF
CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"


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
    size = 27 + depth * 14
    return MAGIC + struct.pack("<I", 7400) + (struct.pack("<IIIB", size, 0, 0, 1) + b"N") * depth


def laughs(kind: str = "") -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {c} "{("&" + chr(ord(c) - 1) + ";") * 10}">' for c in "bcdefghij"
    )
    if kind:
        entities = f'<!ENTITY j SYSTEM "{kind}">'
    return f'<?xml version="1.0"?><!DOCTYPE model [{entities}]><model unit="millimeter">&j;</model>'.encode()


def circle(width: int = 2) -> bytes:
    objects = "".join(
        f'<object id="{i}"><components>' + f'<component objectid="{3 - i}"/>' * width + "</components></object>"
        for i in (1, 2)
    )
    text = f'<model unit="millimeter" xmlns="{CORE}"><resources>{objects}</resources>'
    return (text + '<build><item objectid="1"/></build></model>').encode()


def copies(count: int, triangles: int) -> bytes:
    """A 3MF whose one object is shown `count` times."""
    vertices = '<vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/>'
    faces = '<triangle v1="0" v2="1" v3="2"/>' * triangles
    text = f'<model unit="millimeter" xmlns="{CORE}"><resources><object id="1"><mesh><vertices>{vertices}</vertices>'
    text += f"<triangles>{faces}</triangles></mesh></object></resources><build>"
    return (text + '<item objectid="1"/>' * count + "</build></model>").encode()


def gltf(**more: Any) -> bytes:
    document: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "buffers": [{"byteLength": 36, "uri": "data:application/octet-stream;base64," + "A" * 48}],
    }
    return json.dumps(document | more).encode()


def gltf_copies(nodes: int, count: int) -> bytes:
    data = "data:application/octet-stream;base64," + "A" * (16 * count)
    return gltf(
        scenes=[{"nodes": list(range(nodes))}],
        nodes=[{"mesh": 0}] * nodes,
        accessors=[{"bufferView": 0, "componentType": 5126, "count": count, "type": "VEC3"}],
        bufferViews=[{"buffer": 0, "byteLength": 12 * count}],
        buffers=[{"byteLength": 12 * count, "uri": data}],
    )


def png_bomb(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    rows = zlib.compress(bytes(1 << 20), 9)
    header = side.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PLY = b"ply\nformat binary_little_endian 1.0\nelement vertex %d\nproperty float x\nproperty float y\nproperty float z\n"
PLY += b"element face %d\nproperty list uint int vertex_indices\nend_header\n"
BOMB = zlib.compress(bytes(1 << 20), 9)
SQUARE = b"v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"


def cases() -> dict[str, tuple[str, bytes]]:
    """Name to kind and bytes; all small enough for a test."""
    deep = b'{"asset":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"
    picture = [{"bufferView": 0, "mimeType": "image/png"}]
    return {
        "stl that claims 2^31 triangles": ("stl", b"x" * 80 + struct.pack("<I", HUGE) + bytes(500)),
        "stl text of half a triangle": ("stl", b"solid a\nfacet\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nendsolid"),
        "stl of NaN": ("stl", b"x" * 80 + struct.pack("<I", 1) + b"\xff" * 50),
        "ply that claims 2^31 vertices": ("ply", PLY % (HUGE, 1) + bytes(500)),
        "ply that claims many vertices": ("ply", PLY % (50_000_000, 1) + bytes(500)),
        "ply with a face of 2^31 corners": ("ply", PLY % (3, 1) + bytes(36) + struct.pack("<I", HUGE) + bytes(64)),
        "ply with negative counts": ("ply", PLY % (-1, -1) + bytes(500)),
        "ply of empty faces": ("ply", PLY % (3, 60_000_000) + bytes(36) + bytes(4096)),
        "ply text that claims many rows": (
            "ply",
            PLY.replace(b"binary_little_endian", b"ascii") % (9_000_000, 9) + b"0 0 0\n",
        ),
        "glb that claims 2 GB": ("glb", struct.pack("<4sIIII", b"glTF", 2, HUGE, HUGE, 0x4E4F534A) + bytes(500)),
        "glb cut off": ("glb", write_asset("glb", box(), None)[0][1][:-40]),
        "fbx array that claims 16 GB": ("fbx", fbx_array(HUGE, BOMB)),
        "fbx array bomb": ("fbx", fbx_array(1 << 20, BOMB)),
        "fbx array of 1 GB": ("fbx", fbx_array(1 << 27, zlib.compress(zlib.compress(bytes(64 << 20), 9), 9))),
        "fbx of nested nodes": ("fbx", nested_fbx(5000)),
        "fbx as text": ("fbx", b"; FBX 7.4.0 project file\n"),
        "usdz bomb": ("usdz", package({"model.usdc": bytes(1 << 20)}, claim=0xF0000000)),
        "usdz bomb that lies": ("usdz", package({"model.usda": b" " * (30 << 20)}, claim=1000)),
        "usda of nested prims": ("usdz", b"#usda 1.0\n" + b'def "a" {' * 50_000),
        "usda that names a file": ("usdz", b'#usda 1.0\ndef "a" (references = @/etc/passwd@) {}\n'),
        "3mf bomb": ("3mf", package({"3D/3dmodel.model": bytes(1 << 20)}, claim=0xF0000000)),
        "3mf bomb of 200 MB": ("3mf", package({"3D/3dmodel.model": bytes(200 << 20)})),
        "3mf of a billion laughs": ("3mf", package({"3D/3dmodel.model": laughs()})),
        "3mf of laughs in UTF-16": ("3mf", package({"3D/3dmodel.model": laughs().decode().encode("utf-16")})),
        "3mf with an external entity": ("3mf", package({"3D/3dmodel.model": laughs("file:///etc/passwd")})),
        "3mf of objects that hold one another": ("3mf", package({"3D/3dmodel.model": circle()})),
        "3mf of copies without end": ("3mf", package({"3D/3dmodel.model": copies(9_000, 9_000)})),
        "3mf of nested elements": ("3mf", package({"3D/3dmodel.model": b"<model>" * 500_000})),
        "zip of many entries": ("zip", package({f"{i}.txt": b"" for i in range(10_001)})),
        "zip without a model": ("zip", package({"readme.txt": b"hello"})),
        "zip bomb of an obj": ("zip", package({"a.obj": b"v 0 0 0\n" * (20 << 20)})),
        "zip in a zip": ("zip", package({"a.zip": package({"a.obj": SQUARE})})),
        "obj with an index beyond all": ("obj", SQUARE + b"f 1 2 99999999999999999999\n"),
        "obj with an index before all": ("obj", SQUARE + b"f -1 -2 -9\n"),
        "obj with index 0": ("obj", SQUARE + b"f 0 1 2\n"),
        "obj with NaN": ("obj", b"v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n"),
        "obj with infinity": ("obj", b"v 0 0 0\nv 1e999 0 0\nv 0 1 0\nf 1 2 3\n"),
        "obj with words": ("obj", b"v 0 0 0\nv one 0 0\nv 0 1 0\nf 1 2 3\n"),
        "obj of points": ("obj", b"v 0 0 0\nv 1 0 0\n"),
        "obj with one endless line": ("obj", SQUARE + b"f" + b" 1 2 3 4" * 500_000 + b" 1 9\n"),
        "gltf in a circle": ("gltf", gltf(nodes=[{"children": [1]}, {"children": [0]}])),
        "gltf nested 100 000 deep": ("gltf", deep),
        "gltf with a claim of 2^40": (
            "gltf",
            gltf(accessors=[{"bufferView": 0, "componentType": 5126, "count": 1 << 40, "type": "VEC3"}]),
        ),
        "gltf of zeros without data": (
            "gltf",
            gltf(accessors=[{"componentType": 5126, "count": 60_000_000, "type": "MAT4"}]),
        ),
        "gltf of copies without end": ("gltf", gltf_copies(9_000, 9_000)),
        "gltf that names a file": ("gltf", gltf(buffers=[{"byteLength": 36, "uri": "/etc/passwd"}])),
        "gltf that climbs": ("gltf", gltf(buffers=[{"byteLength": 36, "uri": "..%2f..%2f..%2fetc%2fpasswd"}])),
        "gltf that names an address": ("gltf", gltf(buffers=[{"byteLength": 36, "uri": "http://127.0.0.1/a.bin"}])),
        "gltf that needs KTX2": ("gltf", gltf(extensionsRequired=["KHR_texture_basisu"])),
        "glb with a texture of 20000 x 20000": ("glb", _with_picture(png_bomb(20_000), picture)),
        "glb with a texture that ends early": ("glb", _with_picture(png_bomb(2_000), picture)),
        "glb with broken Draco": ("glb", _with_draco(b"DRACO\x02\x02\x01\x01\0\0" + b"\xff" * 400)),
    }


def _with_picture(data: bytes, images: list[dict[str, Any]]) -> bytes:
    material = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}
    return _glb(
        data,
        images=images,
        materials=[material],
        textures=[{"source": 0}],
        accessors=[{"componentType": 5126, "count": 3, "type": "VEC3"}],
        meshes=[{"primitives": [{"attributes": {"POSITION": 0}, "material": 0}]}],
    )


def _with_draco(data: bytes) -> bytes:
    extension = {"KHR_draco_mesh_compression": {"bufferView": 0, "attributes": {"POSITION": 0}}}
    return _glb(
        data,
        accessors=[{"componentType": 5126, "count": 3, "type": "VEC3"}],
        meshes=[{"primitives": [{"attributes": {"POSITION": 0}, "extensions": extension}]}],
    )


def _glb(data: bytes, **more: Any) -> bytes:
    text = gltf(buffers=[{"byteLength": len(data)}], bufferViews=[{"buffer": 0, "byteLength": len(data)}], **more)
    text += b" " * (-len(text) % 4)
    body = data + bytes(-len(data) % 4)
    head = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(body)) + struct.pack("<I4s", len(text), b"JSON")
    return head + text + struct.pack("<I4s", len(body), b"BIN\0") + body


def good_files() -> dict[str, tuple[str, bytes]]:
    """One small file of every kind, with all that it may hold."""
    mesh = box((1, 1, 1))
    uv = np.random.default_rng(0).random((len(mesh.faces) * 3, 2)).astype(np.float32)
    mesh = Mesh(mesh.vertices, mesh.faces, uv=uv, face_uv=np.arange(len(uv), dtype=np.int32).reshape(-1, 3))
    ramp = np.arange(64, dtype=np.uint8).reshape(8, 8, 1) * np.ones(3, np.uint8)
    maps = TextureSet(ramp, orm=ramp, normal=ramp)
    files = {
        kind: (kind, write_asset(kind, mesh, maps)[0][1])
        for kind in ("glb", "gltf", "obj", "fbx", "usdz", "stl", "ply", "3mf", "zip")
    }
    files["glb with webp"] = ("glb", write_asset("glb", mesh, maps, compression=("webp",))[0][1])
    if find_spec("DracoPy"):
        files["glb with draco"] = ("glb", write_asset("glb", mesh, maps, compression=("draco",))[0][1])
    text = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nelement face 1\n"
    files["ply as text"] = (
        "ply",
        (text + "property list uchar int vertex_indices\nend_header\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n").encode(),
    )
    return files


def damaged(data: bytes, flips: int) -> Iterator[bytes]:
    """The file cut at every 64th byte (at most 200 places), and with 1 to 4 bytes changed."""
    step = max(64, len(data) // 200 // 64 * 64)
    for end in range(0, len(data), step):
        yield data[:end]
    random = np.random.default_rng(len(data))
    for _ in range(flips):
        bad = bytearray(data)
        for at in random.integers(0, len(data), random.integers(1, 5)):
            bad[at] = random.integers(0, 256)
        yield bytes(bad)


def attempt(kind: str, data: bytes) -> tuple[bool, str]:
    """Whether a reader did well, and what it said."""
    try:
        model = read_model(data, kind)
    except (MeshError, InvalidRequest, DependencyMissing) as error:
        return error.message.endswith(".") and "MemoryError" not in error.message, error.message
    except BaseException as error:
        return False, f"{type(error).__name__}: {error}"
    return bool(np.isfinite(model.mesh.vertices).all()) and len(model.mesh.faces) > 0, "read"


def measure(kind: str, files: list[bytes], limit_mb: int = MAX_MB) -> list[tuple[bool, str, float, float]]:
    """For each file (well, message, seconds, MB over the start), in a forked process of limited memory."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(False)
    process = context.Process(target=_child, args=(kind, files, limit_mb, there))
    process.start()
    there.close()
    out = []
    try:
        while len(out) < len(files) and here.poll(60):
            out.append(here.recv())
    except EOFError:
        pass
    if len(out) < len(files):
        out.append((False, "the process died or hung", 60.0, float(limit_mb)))
        process.kill()
    process.join()
    return out


def _child(kind: str, files: list[bytes], limit_mb: int, pipe: Any) -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + (limit_mb << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for data in files:
        start = time.perf_counter()
        well, message = attempt(kind, data)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        pipe.send((well, message[:200], seconds, peak / 1024))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=60)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    options.out = options.out and options.out.resolve()
    rows, failures = {}, []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, (kind, data) in cases().items():
            ((well, message, seconds, mb),) = measure(kind, [data])
            foreign = kind == "usdz" and data[:5] == b"#usda"
            slow = seconds > MAX_SECONDS + (USD_SECONDS if foreign else 0)
            rows[name] = {"ok": well and not slow, "message": message, "seconds": round(seconds, 3), "mb": round(mb)}
            failures += [] if well and not slow else [name]
            print(f"{'ok  ' if well and not slow else 'FAIL'} {seconds:6.2f} s {mb:5.0f} MB  {name}: {message}")
        fuzz = {}
        for name, (kind, data) in good_files().items():
            files = list(damaged(data, options.flips))
            done = measure(kind, files)
            most = MAX_SECONDS + (USD_SECONDS if kind in ("usdz", "zip") else 0)
            bad = [d[1] for d in done if not d[0] or d[2] > most]
            fuzz[name] = {
                "files": len(files),
                "failures": len(bad) + len(files) - len(done),
                "read": sum(d[1] == "read" for d in done),
                "most_seconds": round(max(d[2] for d in done), 3),
                "mb": round(max(d[3] for d in done)),
            }
            failures += [f"{name}: {b}" for b in bad]
            print(name, fuzz[name], bad[:3])
    if options.out:
        options.out.write_text(json.dumps({"cases": rows, "fuzz": fuzz}, indent=1) + "\n")
    print(f"{len(rows)} cases, {sum(f['files'] for f in fuzz.values())} damaged files, {len(failures)} failures")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
