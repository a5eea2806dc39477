"""Every error of the tree has the vendor's envelope and a status that its clients know; ids have the vendor's forms."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from maquette import errors
from maquette.dialects.csm import dialect, ids
from maquette.dialects.dialect import Dialect

TREE = {c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.MaquetteError)}
STATUS = {
    **dict.fromkeys(TREE, 500),
    errors.Unauthorized: 401,
    errors.InsufficientCredits: 402,
    errors.PermissionDenied: 403,
    errors.LinkExpired: 403,
    errors.NotFound: 404,
    errors.IdempotencyConflict: 409,
    errors.ImageTooLarge: 413,
    errors.ParallelismLimit: 429,
    errors.RateLimited: 429,
    errors.Unavailable: 503,
    **dict.fromkeys(
        [errors.InvalidRequest, errors.UnsupportedInput, errors.FetchFailed, errors.BadImage, errors.ObjectNotFound],
        400,
    ),
}


@pytest.mark.parametrize("error", sorted(TREE, key=lambda c: c.__name__), ids=lambda c: c.__name__)
def test_every_error_has_the_envelope(error: type[errors.MaquetteError]) -> None:
    reply = dialect.refuse(error("What. Remedy."))
    status = STATUS[error]
    message = "Invalid API key" if status == 401 else "What. Remedy."
    body = {"error": HTTPStatus(status).phrase, "message": message, "statusCode": status, "data": None}
    assert (reply.status, reply.body) == (status, body)
    assert ("Retry-After" in reply.headers) == (status in (429, 503))
    assert set(dialect.refuse_http(status, "x").body) == set(body)


def test_retry_after_is_whole_seconds() -> None:
    assert dialect.refuse(errors.RateLimited("x", retry_after=1.2)).headers == {"Retry-After": "2"}


def test_the_dialect_keeps_the_contract() -> None:
    assert isinstance(dialect, Dialect)
    assert dialect.credential({"x-api-key": "k", "authorization": "Bearer other"}) == "k"
    assert dialect.credential({"authorization": "Bearer k"}) == "k"
    assert dialect.credential({}) is None


def test_ids() -> None:
    at = datetime(2024, 2, 21, 9, 48, 31, 604_999, UTC)
    assert ids.code("SESSION", at, "a").startswith("SESSION_1708508911_")
    assert ids.CODE.fullmatch(ids.code("SESSION", at, "a"))
    assert ids.code("SESSION", at, "a") != ids.code("SESSION", at, "b")
    assert ids.object_id(at, "x")[:8] == f"{1708508911:08x}"
    assert len(ids.object_id(at, "x")) == len(ids.object_id(None, "x")) == 24
    assert ids.iso(at) == "2024-02-21T09:48:31.604Z"
