"""`Spool`: an uploaded file in memory while it is small, on the disk when it grows."""

from __future__ import annotations

import tempfile
from typing import IO

SMALL = 2 * 1024 * 1024
"""Bytes kept in memory: most photos. Each access to the disk is a change of thread."""


class Spool:
    """As much of `tempfile.SpooledTemporaryFile` as Starlette's `UploadFile` asks for, with the two attributes by which it knows whether
    a call may touch the disk. Small files are kept as the pieces that came: no buffer grows and is copied, and reading all of it twice
    copies once.
    """

    def __init__(self, small: int = SMALL) -> None:
        self._max_size = small
        self._rolled = False
        self._pieces: list[bytes] = []
        self._size = self._at = 0
        self._file: IO[bytes] | None = None

    def write(self, data: bytes) -> int:
        """Append: in memory there is nothing else, and nobody seeks before the last write."""
        if self._file is None and self._size + len(data) > self._max_size:
            self.rollover()
        if self._file is not None:
            return self._file.write(data)
        self._pieces.append(data)
        self._size += len(data)
        self._at = self._size
        return len(data)

    def rollover(self) -> None:
        """Go to the disk."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._file.writelines(self._pieces)
        self._pieces.clear()
        self._rolled = True

    def seek(self, position: int) -> int:
        """From the beginning."""
        self._at = position
        return self._file.seek(position) if self._file is not None else position

    def tell(self) -> int:
        """Where the next `read` begins, or `write` while nothing was read."""
        return self._at if self._file is None else self._file.tell()

    def read(self, size: int = -1) -> bytes:
        """From where `seek` or the last `read` ended."""
        if self._file is not None:
            return self._file.read(size)
        if len(self._pieces) != 1:
            self._pieces = [b"".join(self._pieces)]
        whole = self._pieces[0]
        data = whole[self._at :] if size < 0 else whole[self._at : self._at + size]
        self._at += len(data)
        return data

    def close(self) -> None:
        """Let go of the bytes."""
        self._pieces = []
        if self._file is not None:
            self._file.close()
