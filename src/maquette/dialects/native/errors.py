"""The error tree as RFC 9457 problem documents, with the fields at fault."""

from __future__ import annotations

import math
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from maquette import errors
from maquette.dialects.dialect import Reply
from maquette.errors import InvalidRequest, MaquetteError

PREFIX = "/maquette/v1"
MEDIA_TYPE = "application/problem+json"

PROBLEMS: dict[str, tuple[int, str, str]] = {
    "invalid_request": (400, "The request is not valid", "A field is missing, malformed or out of range."),
    "bad_image": (400, "The picture cannot be used", "Its bytes are no picture that can be read."),
    "unauthorized": (401, "A key is needed", "No API key came, or nobody has it."),
    "insufficient_credits": (402, "Too few credits", "The job costs more than is left."),
    "permission_denied": (403, "The key may not do this", "The key lacks a scope."),
    "link_expired": (403, "The link has expired", "It is too old or was altered. Get the job again for a fresh one."),
    "not_found": (404, "There is no such thing", "No such path, or nothing of this id in the key's account."),
    "method_not_allowed": (405, "The path has no such method", "The header Allow lists those that it has."),
    "cancelled": (409, "The job was cancelled", "As the `error` of a job."),
    "idempotency_conflict": (409, "The idempotency key was used", "It came before with another request."),
    "not_finished": (
        409,
        "The job has not come so far",
        "It must be final to be retried, and succeeded to be exported.",
    ),
    "body_too_large": (413, "The body is too large", "Send fewer or smaller files, or an upload in parts."),
    "image_too_large": (413, "The picture is too large", "It has more bytes or pixels than are accepted."),
    "unsupported_input": (422, "This cannot be made here", "Well formed, but no installed engine can do it."),
    "fetch_failed": (422, "A URL cannot be fetched", "It does not answer, or its address is not allowed."),
    "object_not_found": (422, "No object in the picture", "Nothing stands out from the background."),
    "mesh_error": (422, "The model cannot be used", "It is damaged, or the operation does not fit it."),
    "parallelism_limit": (429, "Too many unfinished jobs", "Wait for one to end or cancel one."),
    "rate_limited": (429, "Too many requests", "Wait as long as `retry_after` says."),
    "engine_error": (500, "The engine failed", "As the `error` of a job."),
    "internal": (500, "The server failed", "Try again; the header X-Request-Id finds it in the log."),
    "dependency_missing": (501, "An optional package is missing", "The detail says how to install it."),
    "unavailable": (503, "The server is not ready", "The database or the file store does not answer."),
    "stage_timeout": (504, "A step took too long", "As the `error` of a job."),
}
"""By code: HTTP status, title, and when it comes."""
_BY_STATUS = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large", 400: "invalid_request"}


class InvalidFields(InvalidRequest):
    """Several fields are wrong; `faults` are pairs of a field and what is wrong with it."""

    faults: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, faults: Sequence[tuple[str, str]]) -> InvalidFields:
        """The error that names the first of them and holds all."""
        field, text = faults[0]
        more = f" {len(faults) - 1} more are listed under errors." if len(faults) > 1 else ""
        error = cls(f"{field}: {text}{more}", field=field)
        error.faults = tuple(faults)
        return error


class NotFinished(InvalidRequest):
    """A job has not come so far."""

    code = "not_finished"
    http_status = 409


def document(error: MaquetteError) -> dict[str, Any]:
    """A problem; `type` is a place on the page that this server serves."""
    body = _problem(error.code, error.http_status, error.message)
    body["retryable"] = error.retryable
    if error.retry_after is not None:
        body["retry_after"] = max(1, math.ceil(error.retry_after))
    if error.field:
        faults = error.faults if isinstance(error, InvalidFields) else ((error.field, error.message),)
        body["field"] = error.field
        body["errors"] = [{"field": name, "detail": text} for name, text in faults]
    return body


def refuse(error: MaquetteError) -> Reply:
    """One error; 401 names the scheme, 429 and 503 say when to come again."""
    body = document(error)
    if error.http_status in (429, 503):
        body.setdefault("retry_after", 5)
    headers = {"Retry-After": str(body["retry_after"])} if "retry_after" in body else {}
    if isinstance(error, errors.Unauthorized):
        headers["WWW-Authenticate"] = 'Bearer realm="maquette"'
    return Reply(error.http_status, body, headers, MEDIA_TYPE)


def refuse_http(status: int, message: str) -> Reply:
    """Refusals of the HTTP layer."""
    return Reply(status, _problem(_BY_STATUS.get(status, "internal"), status, message), {}, MEDIA_TYPE)


def _problem(code: str, status: int, detail: str) -> dict[str, Any]:
    title = PROBLEMS[code][1] if code in PROBLEMS else HTTPStatus(status).phrase
    kind = f"{PREFIX}/docs#error-{code}"
    return {"type": kind, "title": title, "status": status, "detail": detail, "code": code, "retryable": status == 503}
