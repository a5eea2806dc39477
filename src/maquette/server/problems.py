"""Errors outside vendors' paths, as RFC 9457 problem documents."""

from __future__ import annotations

import math
from http import HTTPStatus

from starlette.responses import JSONResponse

from maquette.errors import MaquetteError


def problem(status: int, detail: str, *, code: str | None = None, field: str | None = None) -> JSONResponse:
    """`application/problem+json` with `title`, `status`, `detail` and, if known, `code` and `field`."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if code:
        body["code"] = code
    if field:
        body["field"] = field
    return JSONResponse(body, status, media_type="application/problem+json")


def from_error(error: MaquetteError) -> JSONResponse:
    """One error of the tree."""
    response = problem(error.http_status, error.message, code=error.code, field=error.field)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(max(1, math.ceil(error.retry_after)))
    return response
