"""The error tree in fal's envelope: `detail` is a list of places and messages for wrong fields, else a sentence (dossier §1)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from maquette import errors
from maquette.dialects.dialect import Reply

LOCKED = "User is locked. Reason: Exhausted balance."
"""What fal says with 403 when the credits are used up; its clients' users know it."""

# The first class of an error's ancestry that stands here decides. 408, 409 and 429 make the Python client try again.
STATUSES: Mapping[type[errors.MaquetteError], int] = {
    errors.Unauthorized: 401,
    errors.PermissionDenied: 403,
    errors.InsufficientCredits: 403,
    errors.ParallelismLimit: 429,
    errors.RateLimited: 429,
    errors.InvalidRequest: 422,
    errors.NotFound: 404,
    errors.Cancelled: 400,
    errors.MeshError: 422,
    errors.StageTimeout: 504,
    errors.Unavailable: 503,
    errors.MaquetteError: 500,
}


def envelope(status: int, detail: Any, kind: str = "", headers: Mapping[str, str] | None = None) -> Reply:
    """`{"detail": …}`, and the kind of error in a header."""
    return Reply(status, {"detail": detail}, {**(headers or {}), **({"x-fal-error-type": kind} if kind else {})})


def refuse(error: errors.MaquetteError, headers: Mapping[str, str] | None = None) -> Reply:
    """Translate one error, of a request or of a job that failed."""
    status = next(STATUSES[c] for c in type(error).__mro__ if c in STATUSES)
    detail: Any = error.message
    if isinstance(error, errors.InsufficientCredits):
        detail = f"{LOCKED} {error.message}"
    elif status == 422:
        detail = [{"loc": _place(error.field), "msg": error.message, "type": error.code}]
    wait = error.retry_after if error.retry_after is not None else 5.0 if status in (429, 503) else None
    more = {} if wait is None else {"Retry-After": str(max(1, math.ceil(wait)))}
    return envelope(status, detail, error.code, {**(headers or {}), **more})


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer."""
    return envelope(status, message)


def _place(field: str | None) -> list[str | int]:
    """`image_urls[0]` is `["body", "image_urls", 0]`."""
    parts = re.findall(r"[^\[\].]+", field or "")
    return ["body", *(int(p) if p.isdigit() else p for p in parts)]
