"""The error tree in Rodin's envelope (dossier §4): refusals are HTTP 201 with `error` and `message`, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Mapping

from maquette import errors
from maquette.dialects.dialect import Reply
from maquette.dialects.rodin.translate import LabelsTooLong

SHARP = "Input buffer contains unsupported image format"
"""The original's words for bytes that are not a picture; clients and their users know it."""

# The first class of an error's ancestry that stands here decides.
ENVELOPE: Mapping[type[errors.MaquetteError], tuple[int, str]] = {
    errors.Unauthorized: (401, "UNAUTHORIZED"),
    errors.PermissionDenied: (201, "PERMISSION_DENIED"),
    errors.InsufficientCredits: (201, "API_INSUFFICIENT_FUNDS"),
    errors.ParallelismLimit: (201, "API_PARALLELISM_LIMIT_REACHED"),
    errors.RateLimited: (429, "API_RATE_LIMIT_REACHED"),
    errors.ObjectNotFound: (201, "API_OBJECT_NOT_FOUND_ON_IMAGE"),
    LabelsTooLong: (201, "IMAGE_LABEL_LENGTH_TOO_LONG"),
    errors.InvalidRequest: (201, "INVALID_REQUEST"),
    errors.NotFound: (201, "NO_SUCH_TASK"),
    errors.Unavailable: (503, "UNKNOWN"),
    errors.MaquetteError: (500, "UNKNOWN"),
}
UNAUTHORIZED_TEXT = "Active API key is required."


def envelope(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """`{"error": code, "message": message}`."""
    return Reply(status, {"error": code, "message": message}, headers or {})


def refuse(error: errors.MaquetteError) -> Reply:
    """Translate one error; 429 and 503 carry `Retry-After` in whole seconds."""
    status, code = next(ENVELOPE[c] for c in type(error).__mro__ if c in ENVELOPE)
    message = UNAUTHORIZED_TEXT if status == 401 else error.message
    wait = error.retry_after if error.retry_after is not None else 5.0 if status in (429, 503) else None
    return envelope(status, code, message, {"Retry-After": str(max(1, math.ceil(wait)))} if wait is not None else None)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer. A body or a parameter of the wrong shape is the client's fault, the rest `UNKNOWN`."""
    return envelope(status, "INVALID_REQUEST" if status in (405, 413, 415) else "UNKNOWN", message)
