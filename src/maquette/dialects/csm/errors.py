"""The error tree in CSM's envelope. The vendor publishes no error body: docs/csm.md says what was chosen and why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from maquette import errors
from maquette.dialects.dialect import Reply

# The first class of an error's ancestry that stands here decides. Everything else is 500.
STATUS: Mapping[type[errors.MaquetteError], int] = {
    errors.Unauthorized: 401,
    errors.InsufficientCredits: 402,
    errors.PermissionDenied: 403,
    errors.LinkExpired: 403,
    errors.NotFound: 404,
    errors.IdempotencyConflict: 409,
    errors.ImageTooLarge: 413,
    errors.InvalidRequest: 400,
    errors.ParallelismLimit: 429,
    errors.RateLimited: 429,
    errors.Unavailable: 503,
    errors.MaquetteError: 500,
}
UNAUTHORIZED_TEXT = "Invalid API key"
_WAIT = 5.0


def envelope(status: int, message: str, data: Any, headers: Mapping[str, str] | None = None) -> Reply:
    """`{"error": "", "message", "statusCode", "data"}`; `error` is the name of the HTTP status if that is one of an error."""
    error = HTTPStatus(status).phrase if status >= 400 else ""
    return Reply(status, {"error": error, "message": message, "statusCode": status, "data": data}, headers or {})


def refuse(error: errors.MaquetteError) -> Reply:
    """Translate one error; 429 and 503 carry `Retry-After` in whole seconds."""
    status = next(STATUS[c] for c in type(error).__mro__ if c in STATUS)
    wait = error.retry_after if error.retry_after is not None else _WAIT
    headers = {"Retry-After": str(max(1, math.ceil(wait)))} if status in (429, 503) else {}
    return envelope(status, UNAUTHORIZED_TEXT if status == 401 else error.message, None, headers)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer, in the same envelope."""
    return envelope(status, message, None)
