"""`Operation`: one operation of the API as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from maquette.dialects.dialect import Handler
from maquette.jobs.identity import Scope
from maquette.jobs.paging import MAX_PAGE

JSON = "application/json"
Body = Literal["json", "form", "raw"]


@dataclass(frozen=True)
class Param:
    """A query parameter or a header."""

    name: str
    schema: Mapping[str, Any]
    description: str
    where: Literal["query", "header"] = "query"
    required: bool = False


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes:
        returns: status and resource of the answer; a list of resources where `many`.
        example: of the answer.
        body: model of the body; `encoding` "form" takes multipart, too, with `files`.
        sent: example of the body.
        problems: codes beside those that every such operation has.
        media_type: of an answer that is not JSON.
        also: a second good answer: status, resource, example.
    """

    method: str
    path: str
    handle: Handler
    tag: str
    summary: str
    returns: tuple[int, type[BaseModel] | None]
    example: Any = None
    many: bool = False
    body: type[BaseModel] | None = None
    encoding: Body = "json"
    files: tuple[str, ...] = ()
    sent: Any = None
    params: tuple[Param, ...] = ()
    problems: tuple[str, ...] = ()
    description: str = ""
    scope: Scope | None = None
    public: bool = False
    uploads: bool = False
    media_type: str = JSON
    also: tuple[int, type[BaseModel], Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """`get_jobs_job_id`: unique, and stable while the path is."""
        return self.method.lower() + re.sub(r"\W+", "_", self.path).rstrip("_")

    @property
    def needs(self) -> str:
        """The scope asked for, or "public"."""
        return "public" if self.public else self.scope or ("read" if self.method == "GET" else "generate")


TEXT, TIME = {"type": "string"}, {"type": "string", "format": "date-time"}
FLAG = {"type": "boolean"}
LIMIT = Param("limit", {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 50}, "Things on one page.")
CURSOR = Param("cursor", TEXT, "`next_cursor` or `previous_cursor` of a former page.")
COUNT = Param("count", FLAG, "Count all; costs a query.")
PAGE = (LIMIT, CURSOR, COUNT)
KEY = Param(
    "Idempotency-Key",
    {"type": "string", "maxLength": 200, "pattern": "^[!-~]+$"},
    "The same key with the same request gives the job of the first call.",
    "header",
)
KIND = Param("kind", {"type": "string", "enum": ["image", "model"]}, "Only these; for a new file: what it is.")
LOCATION = {"Location": "Path of the new thing."}
