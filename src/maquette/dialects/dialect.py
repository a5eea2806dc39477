"""The dialect contract: one vendor's wire format as data and pure translation.

A dialect is one file (or one small package) that exports an object with the attributes of `Dialect` and is registered under the
entry point group `maquette.dialects`. It declares endpoints; the server does all I/O around them: routing, body parsing, key
lookup, scopes, rate limits, links. A handler gets the parsed body as `Call`, may call nothing but its `DialectContext`, and gives a
`Reply`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import entry_points
from typing import Any, Literal, Protocol, runtime_checkable

from maquette.dialects.forms import Form
from maquette.dialects.forms import Upload as FormFile
from maquette.errors import MaquetteError
from maquette.jobs.identity import Scope
from maquette.jobs.service import Account, JobService
from maquette.request import ImageInput, MeshInput
from maquette.settings import Settings


class LinkSigner(Protocol):
    """Makes links to stored files that work without credentials until they expire."""

    def url(self, base_url: str, asset_id: str, filename: str) -> str:
        """Absolute URL of an asset or an upload; its path ends in `filename`."""
        ...

    def part_url(self, base_url: str, upload_id: str, number: int) -> str:
        """Absolute URL to which one part of an upload is PUT, without a key."""
        ...

    def asset_of(self, url: str) -> str | None:
        """The asset id of a link made by `url`, on whatever host; None if it is none, was altered or has expired."""
        ...


@dataclass(frozen=True)
class Source:
    """Bytes that a client gave or pointed to: `kind` "image" or "model", `format` "png", … or a key of `FORMATS`."""

    data: bytes
    name: str
    kind: Literal["image", "model"]
    format: str
    media_type: str


class Inputs(Protocol):
    """Reads what clients give as a picture or a model: URLs, data URLs, base64 text, this server's own links, bytes, form files.

    All raise `FetchFailed` (a URL), `BadImage`/`ImageTooLarge` (a picture) or `InvalidRequest`, with `field`.
    """

    async def read(self, value: str | bytes | FormFile, kinds: Collection[str], field: str) -> Source:
        """The bytes, probed; nothing is stored."""
        ...

    async def image(self, account: Account, value: str | bytes | FormFile, field: str, label: Any = None) -> ImageInput:
        """Read a picture and store it as the input of one request."""
        ...

    async def mesh(self, account: Account, value: str | bytes | FormFile, field: str) -> MeshInput:
        """Read a model and store it as the input of one request."""
        ...


@dataclass(frozen=True)
class DialectContext:
    """What a dialect may use.

    Attributes:
        key: gives a secret of 32 bytes for a purpose, the same in every process of this installation.
        clock: now, with time zone.
        inputs: pictures and models that clients give or point to.
    """

    service: JobService
    settings: Settings
    links: LinkSigner
    key: Callable[[str], bytes]
    clock: Callable[[], datetime]
    inputs: Inputs

    async def fetch(
        self, url: str, *, kinds: Collection[str] = frozenset({"image", "model"}), field: str = "url"
    ) -> Source:
        """The file behind a URL of a client: http(s) (safely, see docs/safety.md), `data:`, or a link of this server."""
        return await self.inputs.read(url, kinds, field)


@dataclass(frozen=True)
class Call:
    """One authenticated request.

    Attributes:
        account: `identity.NOBODY` on public endpoints.
        query, path: parameters as text.
        headers: names in lower case.
        body: bytes of a `raw` endpoint, else empty.
        fingerprint: SHA-256 of method, path and body, for idempotency keys; "" if the body held files.
        request_id: as in the answer's `X-Request-Id`.
    """

    account: Account
    form: Form
    base_url: str
    query: Mapping[str, str] = field(default_factory=dict)
    path: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "POST"
    url_path: str = ""
    body: bytes = b""
    fingerprint: str = ""
    request_id: str = ""


@dataclass(frozen=True)
class Reply:
    """What goes back: `body` is JSON-ready, text, or bytes; or `stream` gives the body piece by piece.

    Attributes:
        media_type: default: JSON, or plain text for text, or bytes.
        stream: in place of `body`; it is closed when the client goes away.
    """

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str | None = None
    stream: AsyncIterator[bytes] | None = None


Handler = Callable[[DialectContext, Call], Awaitable[Reply]]


@dataclass(frozen=True)
class Endpoint:
    """One route. `path` in Starlette's syntax without a trailing slash; the server takes it with one, too.

    Paths without parameters win over paths with them, whichever dialect has them.

    Attributes:
        uploads: True lets a body be as large as `Settings.max_request_bytes`; else `max_body`.
        scope: what the key must be allowed; None: "read" for GET, else "generate".
        public: no key is asked for, `call.account` is NOBODY. A key that comes anyway is not looked at.
        raw: the body is not parsed, `call.body` holds it.
        max_body: bytes, for endpoints without `uploads`.
    """

    methods: tuple[str, ...]
    path: str
    handle: Handler
    uploads: bool = False
    scope: Scope | None = None
    public: bool = False
    raw: bool = False
    max_body: int = 64 * 1024

    @property
    def needs(self) -> Scope:
        """The scope that is asked for."""
        return self.scope or ("read" if set(self.methods) <= {"GET", "HEAD"} else "generate")


@runtime_checkable
class Dialect(Protocol):
    """One vendor's wire format.

    Attributes:
        id: entry point name, stored with each job.
        title: for people.
        prefixes: paths under which unknown routes and crashes are answered in this vendor's envelope; the longest one wins.

    A dialect may have two methods more:

        async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None
            words a webhook delivery; None: this vendor does not send this event. Without it the native form is sent.
        def extra_headers(self, call_headers: Mapping[str, str], request_id: str) -> Mapping[str, str]
            headers on every answer of the dialect, e.g. `x-fal-request-id`.
    """

    id: str
    title: str
    prefixes: tuple[str, ...]
    endpoints: tuple[Endpoint, ...]

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """The API key in the place where this vendor's clients put it: see `credentials.credential_from`."""
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
