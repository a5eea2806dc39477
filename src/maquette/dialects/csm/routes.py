"""CSM's endpoints, and the dialect itself."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects.credentials import credential_from
from maquette.dialects.csm import errors, events, legacy, tti, v3
from maquette.dialects.csm.described import DESCRIPTION
from maquette.dialects.dialect import DialectContext, Endpoint, Reply
from maquette.errors import MaquetteError
from maquette.webhooks.types import Notice, Rendered

SESSIONS = "/image-to-3d-sessions"


def _endpoints() -> tuple[Endpoint, ...]:
    get, post = ("GET",), ("POST",)
    return (
        Endpoint(post, SESSIONS, legacy.create, uploads=True),
        Endpoint(get, SESSIONS, legacy.index),
        Endpoint(get, SESSIONS + "/{code}", legacy.retrieve),
        Endpoint(get, SESSIONS + "/get-mesh/{code}", legacy.get_mesh),
        Endpoint(post, SESSIONS + "/get-3d/preview/{code}", legacy.preview),
        Endpoint(post, SESSIONS + "/get-3d/refine/{code}", legacy.refine),
        Endpoint(post, SESSIONS + "/get-3d/{code}", legacy.preview),
        Endpoint(post, SESSIONS + "/{code}/regenerate-spins", legacy.regenerate),
        Endpoint(post, "/tti-sessions", tti.create),
        Endpoint(get, "/tti-sessions/{code}", tti.retrieve),
        Endpoint(post, "/tti-styles", tti.create_style),
        Endpoint(get, "/user/userdata", tti.userdata),
        Endpoint(post, "/user/userdata", tti.set_userdata, scope="webhooks"),
        Endpoint(get, "/user/credits", tti.userdata),
        Endpoint(post, "/v3/sessions", v3.create, uploads=True),
        Endpoint(get, "/v3/sessions", v3.index),
        Endpoint(get, "/v3/sessions/{code}", v3.retrieve),
        Endpoint(("DELETE",), "/v3/sessions/{code}", v3.delete),
    )


class CsmDialect:
    """CSM's legacy sessions of all generations, and `/v3/sessions`."""

    id = "csm"
    title = "CSM (Common Sense Machines) API"
    prefixes = (SESSIONS, "/tti-sessions", "/tti-styles", "/user", "/v3/sessions")
    endpoints = _endpoints()
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`x-api-key: <key>`, or any other place where keys are put."""
        return credential_from(headers, ("x-api-key", "bearer", "basic", "key", "token"))

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.STATUS`. The body serves both styles: `/v3` clients read `message`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        """`spin_generate_done` and its kin."""
        return await events.render_event(context, notice)
