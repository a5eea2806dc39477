"""What geometry and texture code logs as a warning is told to the user: a fallback that was taken in silence looks like a fault."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SOURCES = ("maquette.geometry", "maquette.texture", "maquette.images", "maquette.engines")


class _Forward(logging.Handler):
    """Passes warnings of one thread on; other jobs of this process run in other threads."""

    def __init__(self, warn: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._warn = warn
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self._warn(record.getMessage())


@contextmanager
def forward_warnings(warn: Callable[[str], None]) -> Iterator[None]:
    """Call `warn` with each warning that this thread logs inside the block."""
    handler = _Forward(warn)
    for source in SOURCES:
        logging.getLogger(source).addHandler(handler)
    try:
        yield
    finally:
        for source in SOURCES:
            logging.getLogger(source).removeHandler(handler)
