"""SQL for keys that an account manages with a key of its own: none can grant more than it has itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from maquette.errors import InvalidRequest, NotFound, PermissionDenied
from maquette.jobs.accounts import create_key, list_projects
from maquette.jobs.identity import SCOPES, Account, ApiKey, Mode, Scope
from maquette.jobs.keys import NewKey
from maquette.jobs.sql import now, owned_by
from maquette.jobs.tables import accounts, api_keys

MAX_KEYS = 100
"""Of one account, without revoked ones."""
_GONE = "There is no such key. List them to see their ids."


def _mine(account: Account) -> sa.ColumnElement[bool]:
    """A test key manages test keys only, a project's key those of its project."""
    mine = owned_by(api_keys, account)
    return sa.and_(mine, api_keys.c.mode == "test") if account.mode == "test" else mine


def keys_of(conn: sa.Connection, account: Account) -> list[ApiKey]:
    """Oldest first."""
    query = sa.select(api_keys).where(_mine(account)).order_by(api_keys.c.created_at, api_keys.c.id)
    return [_key(row) for row in conn.execute(query)]


def add_key(
    conn: sa.Connection,
    account: Account,
    name: str,
    mode: Mode | None,
    scopes: Sequence[Scope] | None,
    project_id: str | None,
    expires_at: datetime | None,
) -> tuple[ApiKey, NewKey]:
    """A new key that may at most what the asking one may.

    Raises:
        PermissionDenied, InvalidRequest
    """
    conn.execute(
        sa.select(accounts.c.id).where(accounts.c.id == account.id).with_for_update()
    )  # one at a time: the count holds
    parent = conn.execute(sa.select(api_keys).where(api_keys.c.id == account.key_id)).first()
    if parent is None:
        raise PermissionDenied("This is no stored key, so it cannot make others. `maquette keys create` makes one.")
    if account.mode == "test" and mode == "live":
        raise PermissionDenied("A test key makes test keys only. Use a live key.")
    more = sorted(set(scopes or ()) - account.scopes)
    if more:
        raise PermissionDenied(
            f"This key has no scope {', '.join(more)}, so it cannot grant it. Leave it out or use another key."
        )
    _check_project(conn, account, project_id)
    if expires_at is not None and expires_at <= now():
        raise InvalidRequest("expires_at has passed; give a later time.", field="expires_at")
    if parent.expires_at is not None and (expires_at or parent.expires_at) > parent.expires_at:
        raise PermissionDenied(
            "A key cannot outlive the one that makes it. Give an earlier expires_at, or use another key."
        )
    living = sa.and_(api_keys.c.account_id == account.id, api_keys.c.revoked_at.is_(None))
    if int(conn.scalar(sa.select(sa.func.count()).select_from(api_keys).where(living)) or 0) >= MAX_KEYS:
        raise InvalidRequest(f"An account has at most {MAX_KEYS} keys. Revoke one first.")
    new = create_key(
        conn,
        account.id,
        name=name,
        mode=mode or account.mode,
        scopes=tuple(scopes) if scopes is not None else tuple(account.scopes),
        project_id=account.project_id or project_id,
        expires_at=expires_at or parent.expires_at,
    )
    return _key(conn.execute(sa.select(api_keys).where(api_keys.c.public == new.public)).one()), new


def _check_project(conn: sa.Connection, account: Account, project_id: str | None) -> None:
    if project_id is None or project_id == account.project_id:
        return
    if account.project_id is not None:
        raise PermissionDenied("A project's key makes keys of its project only. Leave project_id out.")
    if project_id not in {p.id for p in list_projects(conn, account.id)}:
        raise InvalidRequest("There is no such project; list them to see their ids.", field="project_id")


def revoke_key(conn: sa.Connection, account: Account, key_id: str) -> ApiKey:
    """Refuse a key from now on; one that was revoked stays as it is. Raises `NotFound`."""
    mine = sa.and_(api_keys.c.id == key_id, _mine(account))
    conn.execute(sa.update(api_keys).where(mine, api_keys.c.revoked_at.is_(None)).values(revoked_at=now()))
    row = conn.execute(sa.select(api_keys).where(mine)).first()
    if row is None:
        raise NotFound(_GONE)
    return _key(row)


def key_alive(conn: sa.Connection, key_id: str) -> bool:
    """It is neither revoked nor expired."""
    row = conn.execute(sa.select(api_keys.c.revoked_at, api_keys.c.expires_at).where(api_keys.c.id == key_id)).first()
    return row is not None and row.revoked_at is None and (row.expires_at is None or row.expires_at > now())


def _key(row: Any) -> ApiKey:
    scopes = tuple(s for s in SCOPES if row.scopes is None or s in row.scopes)
    return ApiKey(
        id=row.id,
        name=row.name,
        public=row.public,
        mode=row.mode,
        scopes=scopes,
        project_id=row.project_id,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
