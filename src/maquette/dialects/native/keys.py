"""Keys of the account, managed by a key with the scope `admin`."""

from __future__ import annotations

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.errors import PREFIX
from maquette.dialects.native.fields import KeyRequest
from maquette.dialects.native.reading import path_id, read_body
from maquette.jobs.identity import ApiKey
from maquette.jobs.keys import NewKey, shown_key


def _resource(one: ApiKey, new: NewKey | None = None) -> out.Key:
    return out.Key(
        id=one.id,
        name=one.name,
        hint=shown_key(one.public, one.mode),
        mode=one.mode,
        scopes=sorted(one.scopes),
        project_id=one.project_id,
        created_at=one.created_at,
        expires_at=one.expires_at,
        last_used_at=one.last_used_at,
        revoked_at=one.revoked_at,
        key=None if new is None else new.text,
        pair=None if new is None else list(new.pair),
    )


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /keys`: the key is in this answer only."""
    fields = read_body(KeyRequest, call.form)
    made, new = await context.service.add_key(
        call.account,
        name=fields.name or "",
        mode=fields.mode,
        scopes=fields.scopes,
        project_id=fields.project_id,
        expires_at=fields.expires_at,
    )
    return answers.reply(_resource(made, new), 201, Location=f"{PREFIX}/keys/{made.id}")


async def listing(context: DialectContext, call: Call) -> Reply:
    """`GET /keys`."""
    return answers.listing([_resource(one) for one in await context.service.keys(call.account)])


async def revoke(context: DialectContext, call: Call) -> Reply:
    """`DELETE /keys/{key_id}`: the row stays, for the log."""
    return answers.reply(_resource(await context.service.revoke_key(call.account, path_id(call, "key_id"))))
