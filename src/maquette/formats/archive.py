"""ZIP packages: written with fixed times, so that equal input gives equal bytes; read with limits on what they unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from maquette.errors import MeshError

MAX_ENTRIES = 10_000
MAX_UNPACKED = 2 << 30
"""Bytes that all entries together may unpack to."""
FREE_UNPACKED, MAX_RATIO = 128 << 20, 100
"""Above the first, entries together may be so many times as long as the package: models shrink to a fifth, bombs to a thousandth."""
_PADDING_ID = 0x1986
"""Extra field that USD's own packer pads with; readers skip it."""


def write_zip(files: Iterable[tuple[str, bytes]], *, align: int = 1) -> bytes:
    """A ZIP of files in the given order, timestamps 1980-01-01.

    Args:
        files: names with `/` between folders, and bytes.
        align: every file's data begins at a multiple of this, uncompressed (USDZ: 64). 1 compresses what gains by it.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            packed = name.endswith((".png", ".jpg", ".webp", ".zip", ".usdz", ".3mf"))
            info.compress_type = zipfile.ZIP_STORED if align > 1 or packed else zipfile.ZIP_DEFLATED
            if align > 1:
                start = buffer.tell() + 30 + len(name.encode())
                pad = -(start + 4) % align
                info.extra = _PADDING_ID.to_bytes(2, "little") + pad.to_bytes(2, "little") + bytes(pad)
            package.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


class Archive:
    """A ZIP that is read within limits.

    Raises:
        MeshError: it is no ZIP, is broken, encrypted, or would unpack to more than `MAX_UNPACKED`.
    """

    def __init__(self, data: bytes, operation: str) -> None:
        self._operation = operation
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
            raise MeshError(f"{operation}: the file is no ZIP package, or is cut off. Export it again.") from None
        limit = min(MAX_UNPACKED, max(FREE_UNPACKED, MAX_RATIO * len(data)))
        if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > limit:
            raise MeshError(
                f"{operation}: the package has over {MAX_ENTRIES} files, or would unpack to over {limit >> 20} MB. Give a smaller one."
            )
        self.names = [e.filename for e in entries]

    def read(self, name: str) -> bytes:
        """Bytes of one entry."""
        try:
            info = self._zip.getinfo(name)
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except KeyError:
            raise MeshError(f"{self._operation}: the package holds no '{name[:80]}'. Export it again.") from None
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
            raise MeshError(f"{self._operation}: '{name[:80]}' in the package is broken. Export it again.") from None
        if len(data) != info.file_size:
            raise MeshError(
                f"{self._operation}: '{name[:80]}' in the package is not as long as it says. Export it again."
            )
        return data

    def size(self, name: str) -> int:
        """Bytes that one entry says to unpack to."""
        try:
            return self._zip.getinfo(name).file_size
        except KeyError:
            raise MeshError(f"{self._operation}: the package holds no '{name[:80]}'. Export it again.") from None

    def blocks(self, name: str, size: int = 1 << 20) -> Iterator[bytes]:
        """Bytes of one entry in blocks, so that it need not fit into memory as a whole."""
        left = self.size(name)
        try:
            with self._zip.open(name) as stream:
                while left > 0 and (block := stream.read(min(size, left))):
                    left -= len(block)
                    yield block
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
            raise MeshError(f"{self._operation}: '{name[:80]}' in the package is broken. Export it again.") from None
        if left:
            raise MeshError(
                f"{self._operation}: '{name[:80]}' in the package is not as long as it says. Export it again."
            )
