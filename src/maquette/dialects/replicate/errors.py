"""The error tree as Replicate writes it: `title`, `detail`, `status` as `application/problem+json` (dossier §2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from maquette import errors
from maquette.dialects.dialect import Reply

# The first class of an error's ancestry that stands here decides.
ENVELOPE: Mapping[type[errors.MaquetteError], tuple[int, str]] = {
    errors.Unauthorized: (401, "Unauthenticated"),
    errors.PermissionDenied: (403, "Forbidden"),
    errors.InsufficientCredits: (402, "Insufficient credit"),
    errors.ParallelismLimit: (429, "Too many requests"),
    errors.RateLimited: (429, "Too many requests"),
    errors.InvalidRequest: (422, "Input validation failed"),
    errors.NotFound: (404, "Not found"),
    errors.Unavailable: (503, "Service unavailable"),
    errors.MaquetteError: (500, "Internal server error"),
}


def envelope(status: int, title: str, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> Reply:
    """A problem document."""
    body = {"title": title, "detail": detail, "status": status, **more}
    return Reply(status, body, headers or {}, media_type="application/problem+json")


def refuse(error: errors.MaquetteError) -> Reply:
    """Translate one error; wrong fields are listed as `invalid_fields`; 429 and 503 carry `Retry-After`."""
    status, title = next(ENVELOPE[c] for c in type(error).__mro__ if c in ENVELOPE)
    wait = error.retry_after if error.retry_after is not None else 5.0 if status in (429, 503) else None
    headers = {} if wait is None else {"Retry-After": str(max(1, math.ceil(wait)))}
    if status != 422 or error.field is None:
        return envelope(status, title, error.message, headers)
    invalid = [{"type": error.code, "field": error.field, "description": error.message}]
    return envelope(status, title, f"- {error.field}: {error.message}\n", headers, invalid_fields=invalid)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer."""
    return envelope(status, HTTPStatus(status).phrase, message)
