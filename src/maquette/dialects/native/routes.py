"""The dialect object: the operations as endpoints, and the envelope around whatever goes wrong."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects.credentials import credential_from
from maquette.dialects.dialect import DialectContext, Endpoint, Reply
from maquette.dialects.native import errors, hooks, pages
from maquette.dialects.native.operations import OPERATIONS
from maquette.errors import MaquetteError
from maquette.webhooks.types import Notice, Rendered

JSON_BODY = 1024 * 1024
"""Bytes of a body without files."""


def _endpoints() -> tuple[Endpoint, ...]:
    made = [
        Endpoint(
            (o.method,),
            errors.PREFIX + o.path,
            o.handle,
            uploads=o.uploads,
            scope=o.scope,
            public=o.public,
            raw=o.encoding == "raw",
            max_body=JSON_BODY if o.body else 64 * 1024,
        )
        for o in OPERATIONS
    ]
    files = [Endpoint(("GET",), f"{errors.PREFIX}/docs/{name}", pages.static, public=True) for name in pages.STATIC]
    return (*made, *files)


class NativeDialect:
    """Maquette's own API."""

    id = "native"
    title = "Maquette API v1"
    prefixes = (errors.PREFIX,)
    endpoints = _endpoints()

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """One key in any vendor's place."""
        return credential_from(headers)

    def refuse(self, error: MaquetteError) -> Reply:
        """RFC 9457."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """RFC 9457."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered:
        """See `hooks.render`."""
        return await hooks.render(context, notice)
