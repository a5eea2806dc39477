"""SQL for accounts, their keys, their ledger of credits, and the secret that all processes share."""

from __future__ import annotations

import secrets as random
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from maquette.errors import NotFound, Unauthorized
from maquette.jobs.keys import NewKey, make_key, matches, public_part
from maquette.jobs.service import Account
from maquette.jobs.tables import accounts, api_keys, ledger, secrets

LOCAL = "local"
"""Name of the account that the first start makes."""
LOCAL_GRANT = Decimal(1_000_000)
"""Its starting credits. They are counted, but never refuse a job."""
_LAST_USED_EVERY = timedelta(seconds=60)
"""`last_used_at` is written at most this often, so that a poll for a status stays a read."""


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def insert_once(conn: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique column refuses it; True if it was inserted."""
    insert: Any = sqlite.insert(table) if conn.dialect.name == "sqlite" else postgresql.insert(table)
    return conn.scalar(insert.values(**values).on_conflict_do_nothing().returning(sa.literal(1))) is not None


def ensure_local(conn: sa.Connection) -> str:
    """The local account's id; makes the account if it is missing."""
    new = {"id": str(uuid.uuid4()), "name": LOCAL, "enforce_credits": False, "balance": Decimal(0), "created_at": now()}
    if insert_once(conn, accounts, new):
        add_entry(conn, str(new["id"]), "grant", LOCAL_GRANT, note="first start")
    return str(conn.scalar(sa.select(accounts.c.id).where(accounts.c.name == LOCAL)))


def create_account(conn: sa.Connection, name: str, *, grant: Decimal = Decimal(0), enforce_credits: bool = True) -> str:
    """Make an account; gives its id. An account of this name keeps what it has."""
    new = {
        "id": str(uuid.uuid4()),
        "name": name,
        "enforce_credits": enforce_credits,
        "balance": Decimal(0),
        "created_at": now(),
    }
    if insert_once(conn, accounts, new) and grant:
        add_entry(conn, str(new["id"]), "grant", grant, note="opening grant")
    return str(conn.scalar(sa.select(accounts.c.id).where(accounts.c.name == name)))


def list_accounts(conn: sa.Connection) -> Sequence[sa.RowMapping]:
    """All accounts as mappings of their columns, oldest first."""
    return conn.execute(sa.select(accounts).order_by(accounts.c.created_at, accounts.c.id)).mappings().all()


def find_account(conn: sa.Connection, name_or_id: str, default_limit: int) -> Account:
    """Raises `NotFound`."""
    row = conn.execute(
        sa.select(accounts).where(sa.or_(accounts.c.id == name_or_id, accounts.c.name == name_or_id))
    ).first()
    if row is None:
        raise NotFound(f"There is no account '{name_or_id}'. `maquette accounts` lists them.")
    return _account(row, default_limit)


def _account(row: Any, default_limit: int) -> Account:
    return Account(
        row.id, row.name, default_limit if row.parallel_limit is None else row.parallel_limit, row.enforce_credits
    )


# -- ledger


def add_entry(
    conn: sa.Connection, account_id: str, kind: str, amount: Decimal, *, job_id: str | None = None, note: str = ""
) -> bool:
    """Append to the ledger and move the balance, once per job and kind; False if the entry was there already.

    Args:
        kind: "grant" (+), "hold" (- at submit), "capture" (0: the hold became a charge), "refund" (+: the hold is given back).
        amount: what the balance moves by.
    """
    entry = {
        "account_id": account_id,
        "job_id": job_id,
        "kind": kind,
        "amount": amount,
        "note": note,
        "created_at": now(),
    }
    if not insert_once(conn, ledger, entry):
        return False
    conn.execute(sa.update(accounts).where(accounts.c.id == account_id).values(balance=accounts.c.balance + amount))
    return True


def balance(conn: sa.Connection, account_id: str) -> Decimal:
    """Credits left."""
    return Decimal(conn.scalar(sa.select(accounts.c.balance).where(accounts.c.id == account_id)) or 0)


def ledger_entries(conn: sa.Connection, account_id: str) -> Sequence[sa.RowMapping]:
    """The account's entries, oldest first."""
    return (
        conn.execute(sa.select(ledger).where(ledger.c.account_id == account_id).order_by(ledger.c.id)).mappings().all()
    )


# -- keys


def create_key(conn: sa.Connection, account_id: str, *, name: str = "") -> NewKey:
    """Store a new key of an account. Its text is not kept: show it now."""
    key = make_key()
    row = {"id": str(uuid.uuid4()), "account_id": account_id, "name": name, "created_at": now()}
    conn.execute(sa.insert(api_keys).values(public=key.public, secret_hash=key.secret_hash, **row))
    return key


def first_key(conn: sa.Connection) -> str | None:
    """On the first start of all: a key of the local account, to be shown once. Later: None."""
    account = ensure_local(conn)
    # the row lock makes a second server that starts at the same moment wait here and then find the key
    conn.execute(sa.select(accounts.c.id).where(accounts.c.id == account).with_for_update())
    if conn.scalar(sa.select(sa.func.count()).select_from(api_keys)):
        return None
    return create_key(conn, account, name="first start").text


def list_keys(conn: sa.Connection) -> Sequence[sa.RowMapping]:
    """All keys, oldest first: public part, account's name, name, created_at, last_used_at, revoked_at."""
    columns = (
        api_keys.c.public,
        accounts.c.name.label("account"),
        api_keys.c.name,
        api_keys.c.created_at,
        api_keys.c.last_used_at,
    )
    query = sa.select(*columns, api_keys.c.revoked_at).join(accounts, accounts.c.id == api_keys.c.account_id)
    return conn.execute(query.order_by(api_keys.c.created_at, api_keys.c.public)).mappings().all()


def revoke_key(conn: sa.Connection, public: str) -> None:
    """Refuse a key from now on. Raises `NotFound`."""
    done = conn.execute(sa.update(api_keys).where(api_keys.c.public == public).values(revoked_at=now()))
    if not done.rowcount:
        raise NotFound(f"There is no key mq_{public}_…. `maquette keys list` shows them.")


def find_key(conn: sa.Connection, text: str, default_limit: int) -> tuple[Account, bool]:
    """The account of a key, and whether `touch_key` is due. Raises `Unauthorized`."""
    public = public_part(text)
    query = sa.select(accounts, api_keys.c.secret_hash, api_keys.c.last_used_at).join(
        api_keys, api_keys.c.account_id == accounts.c.id
    )
    row = None
    if public is not None:
        row = conn.execute(query.where(api_keys.c.public == public, api_keys.c.revoked_at.is_(None))).first()
    if row is None or not matches(text, row.secret_hash):
        raise Unauthorized("This API key is not valid. Create one with `maquette keys create`.")
    due = row.last_used_at is None or now() - row.last_used_at > _LAST_USED_EVERY
    return _account(row, default_limit), due


def touch_key(conn: sa.Connection, text: str) -> None:
    """Note that a key was used now."""
    conn.execute(sa.update(api_keys).where(api_keys.c.public == public_part(text)).values(last_used_at=now()))


# -- the shared secret


def server_secret(conn: sa.Connection, name: str = "links") -> str:
    """256 random bits (hex) that all processes of this database share; made by whoever asks first."""
    insert_once(conn, secrets, {"name": name, "value": random.token_hex(32), "created_at": now()})
    return str(conn.scalar(sa.select(secrets.c.value).where(secrets.c.name == name)))
