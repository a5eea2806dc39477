"""The OpenAPI document and its page: plain HTML that reads well without a script, and nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from maquette.dialects.described import Description, document
from maquette.dialects.dialect import Call, DialectContext, Reply, load_dialects
from maquette.errors import NotFound

STATIC = {"style.css": "text/css; charset=utf-8", "script.js": "text/javascript; charset=utf-8"}
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_CACHE = {"Cache-Control": "public, max-age=300"}


async def openapi(context: DialectContext, call: Call) -> Reply:
    """`GET /openapi.json`; any page may read it."""
    from maquette.dialects.native import openapi as own  # the document lists this handler, too

    return Reply(200, own.document(), _CACHE | {"Access-Control-Allow-Origin": "*"})


async def vendor(context: DialectContext, call: Call) -> Reply:
    """`GET /openapi/{dialect}.json`: what this server takes and gives on a vendor's paths."""
    found = _vendors().get(call.path["dialect"])
    if found is None:
        raise NotFound(f"There is no description of this name; there are {', '.join(_vendors())}.")
    return Reply(200, found, _CACHE | {"Access-Control-Allow-Origin": "*"})


@cache
def _vendors() -> dict[str, dict[str, Any]]:
    made = {d.id: (d.title, getattr(d, "description", None)) for d in load_dialects()}
    return {name: document(title, told) for name, (title, told) in made.items() if isinstance(told, Description)}


async def page(context: DialectContext, call: Call) -> Reply:
    """`GET /docs`."""
    return Reply(200, _html(), _CACHE | {"Content-Security-Policy": CSP}, "text/html; charset=utf-8")


async def static(context: DialectContext, call: Call) -> Reply:
    """`GET /docs/style.css` and `/docs/script.js`."""
    name = call.url_path.rstrip("/").rsplit("/", 1)[-1]
    data = files("maquette.dialects.native").joinpath("static", name).read_bytes()
    return Reply(200, data, _CACHE, STATIC[name])


@cache
def _html() -> str:
    from maquette.dialects.native import openapi as own
    from maquette.dialects.native.html import render

    return render(own.document())
