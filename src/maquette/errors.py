"""The one error tree. Every error has a code, an HTTP status, whether a retry can help, and a sentence with the remedy.

MaquetteError
 ├─ InvalidRequest            400  a parameter is missing, malformed or out of range (`field` names it)
 │   ├─ UnsupportedInput      422  well formed, but this engine or build cannot do it
 │   ├─ FetchFailed           422  a URL in the request cannot be fetched, or may not be
 │   └─ BadImage              400  the bytes are not a picture that can be used
 │       ├─ ImageTooLarge     413  too many bytes or pixels
 │       └─ ObjectNotFound    422  nothing stands out from the background
 ├─ Unauthorized              401
 ├─ PermissionDenied          403
 ├─ NotFound                  404  no such job or file for this account
 ├─ LinkExpired               403  a signed link is too old or was altered
 ├─ InsufficientCredits       402
 ├─ ParallelismLimit          429  too many unfinished jobs of this account
 ├─ RateLimited               429  too many requests (`retry_after` seconds)
 ├─ IdempotencyConflict       409  an idempotency key came again with another request
 ├─ Cancelled                 409  the job was cancelled
 ├─ EngineError               500  an engine or a stage failed; `retryable` says whether the same input may work again
 │   └─ StageTimeout          504
 ├─ MeshError                 422  a mesh operation was given a mesh that it cannot work on
 ├─ DependencyMissing         501  an optional package is not installed; the message holds the install line
 └─ Unavailable               503  the database or the store does not answer
"""

from __future__ import annotations

from typing import ClassVar


class MaquetteError(Exception):
    """Base of all errors that a user may see.

    Args:
        message: one or two sentences; the last one names the remedy. No paths, no stack traces.
        field: the request field at fault, if there is one.
        retry_after: seconds to wait before another try, if known.
    """

    code: ClassVar[str] = "internal"
    http_status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, field: str | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.retry_after = retry_after

    def to_dict(self) -> dict[str, object]:
        """JSON-ready form, stored with a failed job and read back by `from_dict`."""
        return {"code": self.code, "message": self.message, "field": self.field, "retryable": self.retryable}


class InvalidRequest(MaquetteError):
    code = "invalid_request"
    http_status = 400


class UnsupportedInput(InvalidRequest):
    code = "unsupported_input"
    http_status = 422


class FetchFailed(InvalidRequest):
    code = "fetch_failed"
    http_status = 422


class BadImage(InvalidRequest):
    code = "bad_image"


class ImageTooLarge(BadImage):
    code = "image_too_large"
    http_status = 413


class ObjectNotFound(BadImage):
    code = "object_not_found"
    http_status = 422


class Unauthorized(MaquetteError):
    code = "unauthorized"
    http_status = 401


class PermissionDenied(MaquetteError):
    code = "permission_denied"
    http_status = 403


class NotFound(MaquetteError):
    code = "not_found"
    http_status = 404


class LinkExpired(MaquetteError):
    code = "link_expired"
    http_status = 403


class InsufficientCredits(MaquetteError):
    code = "insufficient_credits"
    http_status = 402


class ParallelismLimit(MaquetteError):
    code = "parallelism_limit"
    http_status = 429
    retryable = True


class RateLimited(MaquetteError):
    code = "rate_limited"
    http_status = 429
    retryable = True


class IdempotencyConflict(MaquetteError):
    code = "idempotency_conflict"
    http_status = 409


class Cancelled(MaquetteError):
    code = "cancelled"
    http_status = 409


class EngineError(MaquetteError):
    code = "engine_error"
    http_status = 500


class StageTimeout(EngineError):
    code = "stage_timeout"
    http_status = 504
    retryable = True


class MeshError(MaquetteError):
    code = "mesh_error"
    http_status = 422


class DependencyMissing(MaquetteError):
    code = "dependency_missing"
    http_status = 501


class Unavailable(MaquetteError):
    code = "unavailable"
    http_status = 503
    retryable = True


def _subclasses(cls: type[MaquetteError]) -> list[type[MaquetteError]]:
    return [cls, *(s for c in cls.__subclasses__() for s in _subclasses(c))]


def from_dict(data: dict[str, object]) -> MaquetteError:
    """Rebuild an error stored by `MaquetteError.to_dict`; an unknown code becomes `EngineError`."""
    # Dialects refine some errors without a code of their own: those are stored as what they refine.
    by_code = {c.code: c for c in _subclasses(MaquetteError) if "code" in vars(c)}
    field = data.get("field")
    return by_code.get(str(data.get("code")), EngineError)(
        str(data.get("message", "")), field=field if isinstance(field, str) else None
    )
