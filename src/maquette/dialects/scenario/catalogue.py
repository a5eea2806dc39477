"""Models and searches (dossier §4.7)."""

from __future__ import annotations

from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import read_int, read_text
from maquette.dialects.scenario import assets, listing, wire
from maquette.dialects.scenario.assets import Item
from maquette.dialects.scenario.models import MODELS, Model, find
from maquette.dialects.scenario.wire import texts
from maquette.errors import InvalidRequest, NotFound

MAX_HITS = 100
MAX_OFFSET = 1000
"""A search goes no further: each page looks through all before it."""
_STATUS = "trained"


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /models/{id}`."""
    return Reply(200, {"model": find(call.path["model_id"]).document()})


async def listed(context: DialectContext, call: Call) -> Reply:
    """`GET /models`: the public ones, also for whoever asks for his private ones, since all clients look here first."""
    query = call.query
    size = wire.page_size(query, 100, 500)
    types, tags = wire.words(query, "type", "types"), wire.words(query, "tags")
    none = query.get("collectionId") or query.get("collectionIds") or query.get("status", _STATUS) not in ("", _STATUS)
    if none or (types and "custom" not in types) or not tags <= {"sc:third-party"}:
        return Reply(200, {"models": []})
    start = _start(query.get("paginationToken", ""))
    found = list(MODELS.values())[start : start + size]
    more = {"nextPaginationToken": str(start + size)} if start + size < len(MODELS) else {}
    return Reply(200, {"models": [m.document() for m in found]} | more)


def _start(token: str) -> int:
    if token and not (token.isascii() and token.isdecimal() and len(token) < 9):
        raise InvalidRequest("paginationToken is not valid; start again without one.", field="paginationToken")
    return int(token or 0)


async def bulk(context: DialectContext, call: Call) -> Reply:
    """`POST /models/get-bulk`: what is not there is left out."""
    found = []
    for text in texts(call.form.values("modelIds"), "modelIds", most=200):
        try:
            found.append(find(text).document())
        except NotFound:
            continue
    return Reply(200, {"models": found})


async def search_models(context: DialectContext, call: Call) -> Reply:
    """`POST /search/models`: every word of `query` must stand in id, name or description."""
    words, offset, limit = _asked(call)
    hits = [m for m in MODELS.values() if all(w in f"{m.id} {m.name} {m.description}".lower() for w in words)]
    return _hits([_model_hit(call, m) for m in hits], offset, limit, len(hits))


def _model_hit(call: Call, model: Model) -> dict[str, Any]:
    team = wire.team_name(call.account.id)
    return model.document() | {"authorId": "", "ownerId": "", "teamId": team, "concepts": []}


async def search_assets(context: DialectContext, call: Call) -> Reply:
    """`POST /search/assets`: every word of `query` must stand in name, file name, prompt, tags or description."""
    words, offset, limit = _asked(call)

    def wanted(item: Item) -> bool:
        told = [item.extra.get("name"), item.asset.name, item.extra.get("description"), *(item.extra.get("tags") or ())]
        text = " ".join(str(t) for t in (*told, item.job and item.job.request.prompt) if t).lower()
        return not item.extra.get("hide") and all(w in text for w in words)

    if offset > MAX_OFFSET:
        return _hits([], offset, limit, 0)
    found, more = await listing.page(context, call.account, offset + limit, "", wanted=wanted)
    hits = [assets.document(context, call, item) for item in found[offset:]]
    for hit in hits:
        hit |= {"nsfw": [], "teamId": wire.team_name(call.account.id)}
    total = len(found) + bool(more and offset + limit <= MAX_OFFSET)
    return Reply(200, {"hits": hits, "offset": offset, "limit": limit, "estimatedTotalHits": total})


def _asked(call: Call) -> tuple[list[str], int, int]:
    """Words, offset and limit of a search. Filters and pictures of the vendor's search index are not known here.

    The vendor's client pages on with `offset` in the query, over the one in the body.
    """
    form = call.form
    for name in ("filter", "image", "images"):
        if form.values(name) and form.values(name)[-1]:
            raise InvalidRequest(f"{name}: only words can be searched for here; send query.", field=name)
    limit = read_int(form.values("limit"), "limit") or read_int(form.values("hitsPerPage"), "hitsPerPage")
    offset = read_int((*form.values("offset"), call.query.get("offset")), "offset") or 0
    text = read_text(form.values("query"), "query") or ""
    return text.lower().split()[:20], max(offset, 0), min(max(limit or 20, 1), MAX_HITS)


def _hits(hits: list[dict[str, Any]], offset: int, limit: int, total: int) -> Reply:
    return Reply(
        200, {"hits": hits[offset : offset + limit], "offset": offset, "limit": limit, "estimatedTotalHits": total}
    )
