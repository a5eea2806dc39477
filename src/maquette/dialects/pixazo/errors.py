"""The error tree in Pixazo's envelope: a short `error`, a sentence in `message` (dossier §5)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from maquette import errors
from maquette.dialects.dialect import Reply

WALLET = "Your wallet does not have enough balance."
# The first class of an error's ancestry that stands here decides.
ENVELOPE: Mapping[type[errors.MaquetteError], tuple[int, str]] = {
    errors.Unauthorized: (401, "Unauthorized"),
    errors.PermissionDenied: (403, "Forbidden"),
    errors.InsufficientCredits: (402, "Insufficient Balance"),
    errors.ParallelismLimit: (429, "Too Many Requests"),
    errors.RateLimited: (429, "Too Many Requests"),
    errors.InvalidRequest: (400, "Bad Request"),
    errors.NotFound: (404, "Request not found"),
    errors.Unavailable: (503, "Service Unavailable"),
    errors.MaquetteError: (500, "Internal Server Error"),
}
_HTTP = {404: "Not Found", 405: "Method Not Allowed", 413: "Payload Too Large"}


def envelope(status: int, error: str, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """`{"error", "message"}`; 401 has `statusCode`, too, as the gateway software behind Pixazo writes it."""
    body: dict[str, object] = {"error": error, "message": message}
    return Reply(status, body | ({"statusCode": 401} if status == 401 else {}), headers or {})


def refuse(error: errors.MaquetteError) -> Reply:
    """Translate one error; 429 and 503 carry `Retry-After`."""
    status, label = next(ENVELOPE[c] for c in type(error).__mro__ if c in ENVELOPE)
    wait = error.retry_after if error.retry_after is not None else 5.0 if status in (429, 503) else None
    headers = {} if wait is None else {"Retry-After": str(max(1, math.ceil(wait)))}
    return envelope(status, label, WALLET if status == 402 else error.message, headers)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer."""
    return envelope(status, _HTTP.get(status, "Internal Server Error" if status >= 500 else "Bad Request"), message)


def model_not_found(api_id: str) -> Reply:
    """The vendor's own sentence."""
    return envelope(400, "Model not found", f"Model '{api_id}' not found or is disabled")
