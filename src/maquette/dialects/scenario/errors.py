"""The error tree in Scenario's envelope (dossier §2), with the keys that the vendor's own clients look for, and `x-should-retry`.

The vendor's SDK repeats 408, 409, 429 and everything from 500, and it sends no idempotency key: a permanent fault must not have one
of these statuses, or must say `x-should-retry: false`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from maquette import errors
from maquette.dialects.dialect import Reply

# The first class of an error's ancestry that stands here decides.
STATUS: Mapping[type[errors.MaquetteError], int] = {
    errors.Unauthorized: 401,
    errors.InsufficientCredits: 402,
    errors.PermissionDenied: 403,
    errors.LinkExpired: 403,
    errors.NotFound: 404,
    errors.ImageTooLarge: 413,
    errors.UnsupportedInput: 422,
    errors.IdempotencyConflict: 422,
    errors.MeshError: 422,
    errors.InvalidRequest: 400,
    errors.ParallelismLimit: 429,
    errors.RateLimited: 429,
    errors.DependencyMissing: 500,
    errors.EngineError: 500,
    errors.Unavailable: 503,
    errors.MaquetteError: 500,
}
ACTION = "custom-generation"
DEFAULT_WAIT = 5.0
"""Seconds in `Retry-After` where nobody knows better."""


def envelope(status: int, message: str, more: Mapping[str, Any] | None = None, trace: str = "") -> dict[str, Any]:
    """Body of a refusal. `reason` and `message` are the same: older clients read one, newer ones the other."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Error"
    body: dict[str, Any] = {"statusCode": status, "error": phrase, "reason": message, "message": message}
    return body | dict(more or {}) | ({"traceId": trace} if trace else {})


def refuse(error: errors.MaquetteError, trace: str = "") -> Reply:
    """Translate one error; `trace` is the request's id."""
    status = next(STATUS[c] for c in type(error).__mro__ if c in STATUS)
    more: dict[str, Any] = {}
    headers: dict[str, str] = {}
    if status in (429, 503):
        wait = max(1, math.ceil(DEFAULT_WAIT if error.retry_after is None else error.retry_after))
        headers = {"Retry-After": str(wait), "x-should-retry": "true"}
        if isinstance(error, errors.RateLimited):
            more["remainingSeconds"] = wait
        elif isinstance(error, errors.ParallelismLimit):
            more["details"] = {"actionName": ACTION, "actionLimit": _limit(error.message)}
    elif status >= 500:
        headers = {"x-should-retry": "false"}
    if error.field:
        more["field"] = error.field
    return Reply(status, envelope(status, error.message, more, trace), headers)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer. What crashed once crashes again, and a repeated POST may make a second job."""
    headers = {"x-should-retry": "false"} if status >= 500 else {}
    return Reply(status, envelope(status, message), headers)


def _limit(message: str) -> int:
    """The number of jobs allowed; the error has it in its sentence only: "10 jobs …, and 10 are allowed"."""
    numbers = [int(word) for word in message.replace(",", " ").split() if word.isdecimal()]
    return numbers[-1] if numbers else 1
