"""Every error of the tree in Rodin's envelope."""

from __future__ import annotations

import pytest

from maquette import errors
from maquette.dialects.dialect import Dialect
from maquette.dialects.rodin import dialect
from maquette.dialects.rodin.translate import LabelsTooLong

EXPECTED = {
    errors.MaquetteError: (500, "UNKNOWN"),
    errors.InvalidRequest: (201, "INVALID_REQUEST"),
    errors.UnsupportedInput: (201, "INVALID_REQUEST"),
    errors.FetchFailed: (201, "INVALID_REQUEST"),
    errors.BadImage: (201, "INVALID_REQUEST"),
    errors.ImageTooLarge: (201, "INVALID_REQUEST"),
    errors.ObjectNotFound: (201, "API_OBJECT_NOT_FOUND_ON_IMAGE"),
    LabelsTooLong: (201, "IMAGE_LABEL_LENGTH_TOO_LONG"),
    errors.Unauthorized: (401, "UNAUTHORIZED"),
    errors.PermissionDenied: (201, "PERMISSION_DENIED"),
    errors.NotFound: (201, "NO_SUCH_TASK"),
    errors.LinkExpired: (500, "UNKNOWN"),
    errors.InsufficientCredits: (201, "API_INSUFFICIENT_FUNDS"),
    errors.ParallelismLimit: (201, "API_PARALLELISM_LIMIT_REACHED"),
    errors.RateLimited: (429, "API_RATE_LIMIT_REACHED"),
    errors.IdempotencyConflict: (500, "UNKNOWN"),
    errors.Cancelled: (500, "UNKNOWN"),
    errors.EngineError: (500, "UNKNOWN"),
    errors.StageTimeout: (500, "UNKNOWN"),
    errors.MeshError: (500, "UNKNOWN"),
    errors.DependencyMissing: (500, "UNKNOWN"),
    errors.Unavailable: (503, "UNKNOWN"),
}


def test_the_whole_tree_is_listed():
    def tree(cls):
        return {cls}.union(*(tree(c) for c in cls.__subclasses__())) if cls.__subclasses__() else {cls}

    own = {c for c in tree(errors.MaquetteError) if c.__module__ == "maquette.errors"}
    assert own <= set(EXPECTED)


@pytest.mark.parametrize("cls", EXPECTED)
def test_envelope(cls):
    reply = dialect.refuse(cls("What and how to mend it."))
    assert (reply.status, reply.body["error"]) == EXPECTED[cls]
    assert list(reply.body) == ["error", "message"]
    text = "Active API key is required." if reply.status == 401 else "What and how to mend it."
    assert reply.body["message"] == text
    assert ("Retry-After" in reply.headers) == (reply.status in (429, 503))


def test_retry_after_is_a_whole_number_of_seconds():
    assert dialect.refuse(errors.RateLimited("x", retry_after=2.1)).headers["Retry-After"] == "3"


def test_the_dialect_keeps_the_contract():
    assert isinstance(dialect, Dialect)
    assert all(e.path.startswith(dialect.prefixes) for e in dialect.endpoints)


def test_the_entry_point_names_it():
    import tomllib
    from importlib import import_module
    from pathlib import Path

    root = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    for name, target in project["entry-points"]["maquette.dialects"].items():
        module, _, attribute = target.partition(":")
        found = getattr(import_module(module), attribute)
        assert isinstance(found, Dialect)
        assert found.id == name
