"""Writer of USD's binary layers ("crate" files, `.usdc`), version 0.8.0, as far as an asset needs them.

The layout follows OpenUSD's `pxr/usd/sdf/crateFile.cpp`: a header, the values, and a table of sections (tokens, strings, fields, sets of
fields, paths, specs). Structural sections are LZ4 blocks, which we fill with literals only, and integers coded as differences.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

ATTRIBUTE, PRIM, ROOT, RELATIONSHIP = 1, 6, 7, 8
"""Kinds of specs."""
HEADER = 88
_ARRAY, _INLINE = 1 << 63, 1 << 62
_TYPES = {
    **{"bool": 1, "int": 3, "float": 8, "double": 9, "string": 10, "token": 11, "asset": 12},
    **{"float2": 20, "float3": 24, "float4": 28},
    **{"tokenlist": 32, "pathlist": 34, "tokens": 41, "specifier": 42, "variability": 44},
}
_EXPLICIT, _PREPENDED = 0b11, 0b100000
_END = 0xFFFFFFFF


@dataclass(frozen=True)
class Value:
    """A value and its type, a key of `_TYPES`; `Stored` for an array of that type."""

    kind: str
    data: Any


class Stored(int):
    """Offset of an array that was put down already (`Crate.array`)."""


class Crate:
    """A layer as it grows: `spec` for each prim, attribute and relationship, parents before children; then `to_bytes`."""

    def __init__(self, signature: bytes = b"") -> None:
        self._body = bytearray(signature)
        self._tokens: dict[str, int] = {";-)": 0}  # Token 0 must be no property's name: those are written negative.
        self._strings: dict[str, int] = {}
        self._paths: dict[str, int] = {"/": 0}
        self._fields: dict[tuple[int, int], int] = {}
        self._specs: list[tuple[int, list[int], int]] = []

    def array(self, values: NDArray[np.generic]) -> Stored:
        """Put an array down and return its offset: a 64-bit count, then the numbers."""
        return Stored(self._put(struct.pack("<Q", len(values)) + np.ascontiguousarray(values).tobytes()))

    def spec(self, path: str, kind: int, fields: dict[str, Value]) -> None:
        """Add one spec, such as `/Model/Geometry` or `/Model/Geometry.points`."""
        index = [self._field(name, value) for name, value in fields.items()]
        self._specs.append((self._path(path), index, kind))

    def to_bytes(self) -> bytes:
        """The whole file."""
        paths = self._path_section()  # adds the tokens of its elements
        sets: list[int] = []
        starts = []
        for _, index, _ in self._specs:
            starts.append(len(sets))
            sets += [*index, -1]
        tokens = b"".join(t.encode() + b"\0" for t in self._tokens)
        packed = _lz4(tokens)
        fields = list(self._fields)
        reps = _lz4(np.array([rep for _, rep in fields], np.uint64).tobytes())
        sections = {
            "TOKENS": struct.pack("<QQQ", len(self._tokens), len(tokens), len(packed)) + packed,
            "STRINGS": struct.pack(
                f"<Q{len(self._strings)}I", len(self._strings), *(self._token(s) for s in self._strings)
            ),
            "FIELDS": struct.pack("<Q", len(fields))
            + _ints([t for t, _ in fields])
            + struct.pack("<Q", len(reps))
            + reps,
            "FIELDSETS": struct.pack("<Q", len(sets)) + _ints(sets),
            "PATHS": paths,
            "SPECS": struct.pack("<Q", len(self._specs))
            + _ints([p for p, _, _ in self._specs])
            + _ints(starts)
            + _ints([k for _, _, k in self._specs]),
        }
        table = struct.pack("<Q", len(sections))
        for name, data in sections.items():
            table += struct.pack("<16sqq", name.encode(), self._put(data), len(data))
        offset = self._put(table)
        return struct.pack("<8s8Bq64x", b"PXR-USDC", 0, 8, 0, 0, 0, 0, 0, 0, offset) + bytes(self._body)

    def _put(self, data: bytes) -> int:
        self._body += bytes(-len(self._body) % 8)
        offset = HEADER + len(self._body)
        self._body += data
        return offset

    def _token(self, text: str) -> int:
        return self._tokens.setdefault(text, len(self._tokens))

    def _string(self, text: str) -> int:
        self._token(text)
        return self._strings.setdefault(text, len(self._strings))

    def _path(self, path: str) -> int:
        return self._paths.setdefault(path, len(self._paths))

    def _field(self, name: str, value: Value) -> int:
        return self._fields.setdefault((self._token(name), self._rep(value)), len(self._fields))

    def _rep(self, value: Value) -> int:
        """The 64 bits that stand for a value: itself where it is small, else the offset where it lies."""
        kind, data = value.kind, value.data
        code = _TYPES[kind] << 48
        if isinstance(data, Stored):
            return _ARRAY | code | data
        if kind in ("float", "double"):
            # A double is inline if a float holds it; ours do.
            return _INLINE | code | int(struct.unpack("<I", struct.pack("<f", data))[0])
        if kind in ("token", "asset"):
            return _INLINE | code | self._token(data)
        if kind == "string":
            return _INLINE | code | self._string(data)
        if kind in ("bool", "int", "specifier", "variability"):
            return _INLINE | code | int(data)
        if kind.startswith("float"):
            if all(float(x).is_integer() and abs(x) < 128 for x in data):
                return _INLINE | code | int.from_bytes(struct.pack(f"<{len(data)}b", *map(int, data)), "little")
            return code | self._put(struct.pack(f"<{len(data)}f", *data))
        items = [self._path(d) if kind == "pathlist" else self._token(d) for d in data]
        listed = struct.pack(f"<Q{len(items)}I", len(items), *items)
        head = {"tokens": b"", "tokenlist": bytes([_PREPENDED]), "pathlist": bytes([_EXPLICIT])}[kind]
        return code | self._put(head + listed)

    def _path_section(self) -> bytes:
        """All paths as a tree in depth-first order: index, element's token (negative for properties), and jumps to siblings."""
        children: dict[str, list[str]] = {}
        for path in self._paths:
            if path != "/":
                children.setdefault(_parent(path), []).append(path)
        order: list[int] = []
        tokens: list[int] = []
        jumps: list[int] = []

        def walk(path: str, has_sibling: bool) -> None:
            at = len(order)
            order.append(self._paths[path])
            element = path.rpartition("." if "." in path else "/")[2]
            tokens.append(-self._token(element) if "." in path else self._token(element) if element else 0)
            below = children.get(path, [])
            jumps.append(-1 if below else 0 if has_sibling else -2)
            for i, child in enumerate(below):
                walk(child, i + 1 < len(below))
            if below and has_sibling:
                jumps[at] = len(order) - at

        walk("/", False)
        return struct.pack("<QQ", len(order), len(order)) + _ints(order) + _ints(tokens) + _ints(jumps)


def _parent(path: str) -> str:
    if "." in path:
        return path.partition(".")[0]
    return path.rpartition("/")[0] or "/"


def _ints(values: Sequence[int]) -> bytes:
    """Integers coded as differences: the commonest one, two bits for each, the others in 1, 2 or 4 bytes; LZ4, its size before it."""
    if not values:
        return struct.pack("<Q", 0)
    steps = np.diff(np.array(values, np.int64), prepend=0).astype(np.int32)
    unique, counts = np.unique(steps, return_counts=True)
    common = int(unique[counts == counts.max()].max())
    codes = bytearray((len(steps) * 2 + 7) // 8)
    rest = bytearray()
    for i, step in enumerate(steps.tolist()):
        if step == common:
            continue
        size = 1 if -128 <= step < 128 else 2 if -32768 <= step < 32768 else 4
        codes[i // 4] |= {1: 1, 2: 2, 4: 3}[size] << (i % 4 * 2)
        rest += step.to_bytes(size, "little", signed=True)
    packed = _lz4(struct.pack("<i", common) + bytes(codes) + bytes(rest))
    return struct.pack("<Q", len(packed)) + packed


def _lz4(data: bytes) -> bytes:
    """One chunk (a zero byte in front), one LZ4 sequence of literals only."""
    extra = len(data) - 15
    if extra < 0:
        return bytes([0, len(data) << 4]) + data
    return b"\0\xf0" + b"\xff" * (extra // 255) + bytes([extra % 255]) + data
