"""CSM's ids: `SESSION_<unix seconds>_<7 digits>` and its kin, and 24 hexadecimal digits. All follow from a job's own id."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

CODE = re.compile(r"(SESSION|TTI)_\d{9,12}_\d{7}")
"""What a session is called in paths."""


def code(prefix: str, at: datetime, *parts: str) -> str:
    """`PREFIX_1708502346_4237483`; the digits follow from `parts`."""
    digest = hashlib.sha256("/".join([prefix, *parts]).encode()).digest()
    return f"{prefix}_{int(at.timestamp())}_{int.from_bytes(digest[:8], 'big') % 10**7:07d}"


def object_id(at: datetime | None, *parts: str) -> str:
    """24 hexadecimal digits, the first 8 of them the time, as MongoDB makes them."""
    digest = hashlib.sha256("/".join(parts).encode()).hexdigest()
    return digest[:24] if at is None else f"{int(at.timestamp()):08x}{digest[:16]}"


def iso(moment: datetime) -> str:
    """ISO 8601, UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
