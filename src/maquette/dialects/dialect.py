"""The dialect contract: one vendor's wire format as data and pure translation.

A dialect is one file (or one small package) that exports an object with the attributes of `Dialect` and is registered under the
entry point group `maquette.dialects`. It declares endpoints; the server does all I/O around them: routing, body parsing, key
lookup, rate limits, links. A handler gets the parsed body as `Call`, may call nothing but `context.service`, and gives a `Reply`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from maquette.dialects.forms import Form
from maquette.errors import MaquetteError
from maquette.jobs.service import Account, JobService
from maquette.settings import Settings


class LinkSigner(Protocol):
    """Makes links to stored files that work without credentials until they expire."""

    def url(self, base_url: str, asset_id: str, filename: str) -> str:
        """Absolute URL; its path ends in `filename`."""
        ...


@dataclass(frozen=True)
class DialectContext:
    """What a dialect may use.

    Attributes:
        key: gives a secret of 32 bytes for a purpose, the same in every process of this installation.
        clock: now, with time zone.
    """

    service: JobService
    settings: Settings
    links: LinkSigner
    key: Callable[[str], bytes]
    clock: Callable[[], datetime]


@dataclass(frozen=True)
class Call:
    """One authenticated request."""

    account: Account
    form: Form
    base_url: str
    query: Mapping[str, str] = field(default_factory=dict)
    path: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """What goes back: `body` is JSON-ready, or text."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[DialectContext, Call], Awaitable[Reply]]


@dataclass(frozen=True)
class Endpoint:
    """One route. `path` in Starlette's syntax without a trailing slash; the server takes it with one, too.

    Attributes:
        uploads: True lets a body be as large as `Settings.max_request_bytes`; else 64 KiB.
    """

    methods: tuple[str, ...]
    path: str
    handle: Handler
    uploads: bool = False


@runtime_checkable
class Dialect(Protocol):
    """One vendor's wire format.

    Attributes:
        id: entry point name, stored with each job.
        title: for people.
        prefixes: paths under which unknown routes and crashes are answered in this vendor's envelope.
    """

    id: str
    title: str
    prefixes: tuple[str, ...]
    endpoints: tuple[Endpoint, ...]

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """The API key in the place where this vendor's clients put it."""
        ...

    def refuse(self, error: MaquetteError) -> Reply:
        """The error in the vendor's envelope."""
        ...

    def refuse_http(self, status: int, message: str) -> Reply:
        """A refusal that is no `MaquetteError`: unknown route 404, method 405, body too large 413, crash 500."""
        ...


def load_dialects() -> Sequence[Dialect]:
    """All installed dialects, sorted by id."""
    found = sorted(entry_points(group="maquette.dialects"), key=lambda e: e.name)
    return [e.load() for e in found]
