"""The tree of nodes that a binary FBX file is made of: version 7.4 written, 7.0 to 7.7 read.

Layout as documented by Blender's developers ("FBX binary file format specification", Blender Foundation 2013): a node is its end
offset, count and length of its properties, its name, the properties, and its children up to an empty node.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError

MAGIC = b"Kaydara FBX Binary  \0\x1a\0"
VERSION = 7400
MAX_NODES = 1_000_000
MAX_DEPTH = 64
MAX_ARRAY = 1 << 30
"""Bytes that one array may unpack to."""
FREE_UNPACKED, MAX_RATIO = 128 << 20, 20
"""All arrays together may unpack to the first, and so many times the length of the file."""
_FOOTER_ID = bytes.fromhex("fabcab09d0c8d466b176fb831cf7267e")
_FOOTER_END = bytes.fromhex("f85a8c6adef5d97eece90ce3758f290b")
_ARRAYS = {b"f": "<f4", b"d": "<f8", b"l": "<i8", b"i": "<i4", b"b": "u1", b"c": "u1"}
_SCALARS = {b"Y": "<h", b"C": "<?", b"B": "<?", b"I": "<i", b"F": "<f", b"D": "<d", b"L": "<q"}
_LETTERS = {"float32": b"f", "float64": b"d", "int64": b"l", "int32": b"i"}


class Long(int):
    """An integer that is written with 64 bits: the ids of objects."""


@dataclass
class Node:
    """One node: `name`, `values` (bool, int, `Long`, float, str, bytes, arrays) and `children`."""

    name: str
    values: list[Any] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def add(self, name: str, *values: Any) -> Node:
        """Append a child and return it."""
        child = Node(name, list(values))
        self.children.append(child)
        return child

    def property(self, name: str, kind: str, subtype: str, flags: str, *values: Any) -> None:
        """Append a `P` entry of a `Properties70` node."""
        self.add("P", name, kind, subtype, flags, *values)

    def child(self, name: str) -> Node | None:
        """The first child of that name."""
        return next((c for c in self.children if c.name == name), None)

    def all(self, name: str) -> Iterator[Node]:
        """Children of that name."""
        return (c for c in self.children if c.name == name)

    def first(self, name: str) -> Any:
        """First value of the first child of that name, or None."""
        child = self.child(name)
        return child.values[0] if child is not None and child.values else None


def encode(roots: list[Node]) -> bytes:
    """Bytes of a whole file."""
    out = bytearray(MAGIC + struct.pack("<I", VERSION))
    for root in roots:
        _write(root, out)
    out += bytes(13) + _FOOTER_ID + bytes(4)
    out += bytes(-len(out) % 16 or 16)
    return bytes(out + struct.pack("<I", VERSION) + bytes(120) + _FOOTER_END)


def _write(node: Node, out: bytearray) -> None:
    start = len(out)
    name = node.name.encode()
    values = b"".join(map(_value, node.values))
    out += bytes(12) + bytes([len(name)]) + name + values
    for child in node.children:
        _write(child, out)
    if node.children or not node.values:
        out += bytes(13)
    if len(out) > 0xFFFFFFFF:
        raise MeshError("write_fbx: the file would pass 4 GB. Ask for fewer faces or smaller textures.")
    struct.pack_into("<III", out, start, len(out), len(node.values), len(values))


def _value(value: Any) -> bytes:
    if isinstance(value, np.ndarray):
        raw = value.tobytes()
        packed = zlib.compress(raw, 1)
        head = _LETTERS[value.dtype.name] + struct.pack("<I", value.size)
        if len(packed) < len(raw):
            return head + struct.pack("<II", 1, len(packed)) + packed
        return head + struct.pack("<II", 0, len(raw)) + raw
    if isinstance(value, str | bytes):
        data = value if isinstance(value, bytes) else value.encode()
        return (b"R" if isinstance(value, bytes) else b"S") + struct.pack("<I", len(data)) + data
    if isinstance(value, bool):
        return b"C" + struct.pack("<?", value)
    if isinstance(value, Long):
        return b"L" + struct.pack("<q", value)
    if isinstance(value, int):
        return b"I" + struct.pack("<i", value)
    return b"D" + struct.pack("<d", value)


def decode(data: bytes) -> tuple[Node, int]:
    """A root that holds the file's top nodes, and the file's version.

    Raises:
        MeshError: no binary FBX, cut off, or nested or large beyond reason.
    """
    if data[:20] == b"; FBX 7.4.0 project" or data[:5] == b"; FBX":
        raise MeshError("read_fbx: this is a text FBX. Export it as binary FBX.")
    if not data.startswith(MAGIC[:21]) or len(data) < 27:
        raise MeshError("read_fbx: this is not a binary FBX file. Export it as binary FBX 7.4.")
    (version,) = struct.unpack_from("<I", data, 23)
    if not 7000 <= version < 8000:
        raise MeshError(f"read_fbx: FBX version {version} is not supported. Export as FBX 7.4 (2014 or later).")
    root = Node("")
    try:
        _Decoder(data, wide=version >= 7500).children(root, 27, len(data), 0)
    except (struct.error, zlib.error, UnicodeDecodeError, ValueError, KeyError):
        raise MeshError("read_fbx: the file is cut off or broken. Export it again.") from None
    return root, version


class _Decoder:
    def __init__(self, data: bytes, wide: bool) -> None:
        self.data = data
        self.head = struct.Struct("<QQQB" if wide else "<IIIB")
        self.nodes = 0
        self.unpacked = 0

    def children(self, parent: Node, at: int, end: int, depth: int) -> None:
        """Nodes from `at` to an empty one, or to `end`."""
        while at + self.head.size <= end:
            stop, count, length, name_length = self.head.unpack_from(self.data, at)
            if stop == 0:
                return
            self.nodes += 1
            body = at + self.head.size + name_length
            if not body + length <= stop <= end or self.nodes > MAX_NODES or depth > MAX_DEPTH or count > MAX_NODES:
                raise MeshError("read_fbx: the file is cut off or broken. Export it again.")
            node = Node(self.data[body - name_length : body].decode("utf-8", "replace"))
            self.values(node, body, count, body + length)
            parent.children.append(node)
            if body + length < stop:
                self.children(node, body + length, stop, depth + 1)
            at = stop

    def values(self, node: Node, at: int, count: int, end: int) -> None:
        for _ in range(count):
            kind = self.data[at : at + 1]
            at += 1
            if kind in _SCALARS:
                (value,) = struct.unpack_from(_SCALARS[kind], self.data, at)
                node.values.append(value)
                at += struct.calcsize(_SCALARS[kind])
            elif kind in (b"S", b"R"):
                (size,) = struct.unpack_from("<I", self.data, at)
                raw = self.data[at + 4 : at + 4 + size]
                node.values.append(raw.decode("utf-8", "replace") if kind == b"S" else raw)
                at += 4 + size
            else:
                size, packing, length = struct.unpack_from("<III", self.data, at)
                node.values.append(self.array(_ARRAYS[kind], size, packing, self.data[at + 12 : at + 12 + length]))
                at += 12 + length
            if at > end:
                raise ValueError

    def array(self, dtype: str, size: int, packing: int, raw: bytes) -> NDArray[Any]:
        wanted = np.dtype(dtype).itemsize * size
        self.unpacked += wanted
        if wanted > MAX_ARRAY or self.unpacked > FREE_UNPACKED + MAX_RATIO * len(self.data):
            raise MeshError("read_fbx: the file would unpack to too much. Simplify it first.")
        if packing:
            raw = zlib.decompressobj().decompress(raw, max(wanted, 1))
        return np.frombuffer(raw, dtype, size)
