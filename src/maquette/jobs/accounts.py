"""SQL for accounts, their plans, projects and keys, and the secret that all processes share."""

from __future__ import annotations

import secrets as random
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

import sqlalchemy as sa

from maquette.errors import InvalidRequest, NotFound, Unauthorized
from maquette.jobs.identity import SCOPES, Account, AccountPlan, Mode, Project, Scope
from maquette.jobs.keys import NewKey, make_key, matches, public_part, shown_key
from maquette.jobs.ledger import transfer
from maquette.jobs.sql import insert_once, now
from maquette.jobs.tables import accounts, api_keys, plans, projects, secrets
from maquette.settings import Settings

LOCAL = "local"
"""Name of the account that the first start makes."""
LOCAL_GRANT = Decimal(1_000_000)
"""Its starting credits. They are counted, but never refuse a job."""
_LAST_USED_EVERY = timedelta(seconds=60)
"""`last_used_at` is written at most this often, so that a poll for a status stays a read."""
_WITH_PLAN = sa.select(
    accounts,
    plans.c.title,
    plans.c.parallel_limit.label("plan_parallel"),
    plans.c.rate_limit.label("plan_rate"),
    plans.c.enforce_credits.label("plan_enforce"),
    plans.c.enterprise,
    plans.c.prices,
)


def ensure_local(conn: sa.Connection) -> str:
    """The local account's id; makes the account if it is missing."""
    return create_account(conn, LOCAL, grant=LOCAL_GRANT, enforce_credits=False, note="first start")


def create_account(
    conn: sa.Connection,
    name: str,
    *,
    grant: Decimal = Decimal(0),
    enforce_credits: bool = True,
    plan: str | None = None,
    note: str = "opening grant",
) -> str:
    """Make an account; gives its id. An account of this name keeps what it has. Raises `NotFound` for an unknown plan."""
    if plan is not None:
        load_plan(conn, plan)
    new = {"id": str(uuid.uuid4()), "name": name, "enforce_credits": enforce_credits, "plan": plan}
    if insert_once(conn, accounts, new | {"balance": Decimal(0), "held": Decimal(0), "created_at": now()}) and grant:
        transfer(conn, str(new["id"]), "grant", grant, note=note)
    return str(conn.scalar(sa.select(accounts.c.id).where(accounts.c.name == name)))


def list_accounts(conn: sa.Connection) -> Sequence[sa.RowMapping]:
    """All accounts as mappings of their columns, oldest first."""
    return conn.execute(sa.select(accounts).order_by(accounts.c.created_at, accounts.c.id)).mappings().all()


def find_account(conn: sa.Connection, name_or_id: str, settings: Settings) -> Account:
    """Raises `NotFound`."""
    query = _WITH_PLAN.select_from(accounts.outerjoin(plans, plans.c.name == accounts.c.plan))
    row = conn.execute(query.where(sa.or_(accounts.c.id == name_or_id, accounts.c.name == name_or_id))).first()
    if row is None:
        raise NotFound(f"There is no account '{name_or_id}'. `maquette accounts list` shows them.")
    return _account(row, settings)


def change_account(conn: sa.Connection, account_id: str, changes: Mapping[str, Any]) -> None:
    """Set columns `plan`, `parallel_limit`, `rate_limit`, `enforce_credits`. Raises `NotFound` for an unknown plan."""
    if changes.get("plan") is not None:
        load_plan(conn, str(changes["plan"]))
    if changes:
        conn.execute(sa.update(accounts).where(accounts.c.id == account_id).values(**changes))


def _first(*values: Any) -> Any:
    return next(v for v in values if v is not None)


def _account(row: Any, settings: Settings, **more: Any) -> Account:
    plan = AccountPlan()
    if row.title is not None:
        plan = AccountPlan(
            name=row.plan,
            title=row.title,
            parallel_limit=row.plan_parallel,
            rate_limit=row.plan_rate,
            enforce_credits=row.plan_enforce,
            enterprise=frozenset(row.enterprise),
            prices={item: Decimal(price) for item, price in row.prices.items()},
        )
    return Account(
        row.id,
        row.name,
        _first(row.parallel_limit, plan.parallel_limit, settings.parallel_limit),
        _first(plan.enforce_credits, row.enforce_credits),
        _first(row.rate_limit, plan.rate_limit, settings.rate_limit),
        plan,
        **more,
    )


# -- plans


def save_plan(conn: sa.Connection, plan: AccountPlan) -> None:
    """Make or replace a plan. Raises `InvalidRequest`."""
    if not plan.name or plan.name == "default":
        raise InvalidRequest("The plan 'default' is the settings; choose another name.", field="name")
    values: dict[str, Any] = {"title": plan.title, "parallel_limit": plan.parallel_limit, "rate_limit": plan.rate_limit}
    values |= {"enforce_credits": plan.enforce_credits, "enterprise": sorted(plan.enterprise)}
    values |= {"prices": {item: str(price) for item, price in plan.prices.items()}}
    if not insert_once(conn, plans, {"name": plan.name, "created_at": now(), **values}):
        conn.execute(sa.update(plans).where(plans.c.name == plan.name).values(**values))


def load_plan(conn: sa.Connection, name: str) -> AccountPlan:
    """Raises `NotFound`."""
    row = conn.execute(sa.select(plans).where(plans.c.name == name)).first()
    if row is None:
        raise NotFound(f"There is no plan '{name}'. `maquette accounts plans` shows them.")
    return _plan(row)


def list_plans(conn: sa.Connection) -> list[AccountPlan]:
    """Stored plans by name."""
    return [_plan(row) for row in conn.execute(sa.select(plans).order_by(plans.c.name))]


def remove_plan(conn: sa.Connection, name: str) -> None:
    """Its accounts go back to the built-in plan. Raises `NotFound`."""
    load_plan(conn, name)
    conn.execute(sa.update(accounts).where(accounts.c.plan == name).values(plan=None))
    conn.execute(sa.delete(plans).where(plans.c.name == name))


def _plan(row: Any) -> AccountPlan:
    prices = {item: Decimal(price) for item, price in row.prices.items()}
    return AccountPlan(
        row.name, row.title, row.parallel_limit, row.rate_limit, row.enforce_credits, frozenset(row.enterprise), prices
    )


def read_price(text: str, field: str = "price") -> Decimal:
    """Credits as text. Raises `InvalidRequest` unless it is a number from 0 to a billion, exact to a millionth."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value <= 10**9 or value != round(value, 6):
        raise InvalidRequest(f"{field} '{text[:40]}' is no amount of credits; give one such as 0.5 or 12.", field=field)
    return value


# -- projects


def create_project(conn: sa.Connection, account_id: str, name: str) -> Project:
    """Make a project, or find it."""
    row = {"id": str(uuid.uuid4()), "account_id": account_id, "name": name, "created_at": now()}
    insert_once(conn, projects, row)
    return next(p for p in list_projects(conn, account_id) if p.name == name)


def list_projects(conn: sa.Connection, account_id: str) -> list[Project]:
    """Oldest first."""
    query = sa.select(projects).where(projects.c.account_id == account_id)
    rows = conn.execute(query.order_by(projects.c.created_at, projects.c.id))
    return [Project(r.id, r.account_id, r.name, r.created_at) for r in rows]


# -- keys


def create_key(
    conn: sa.Connection,
    account_id: str,
    *,
    name: str = "",
    mode: Mode = "live",
    scopes: Sequence[Scope] | None = None,
    project_id: str | None = None,
    expires_at: datetime | None = None,
) -> NewKey:
    """Store a new key of an account. Its text is not kept: show it now. `scopes` None: all."""
    key = make_key(mode)
    row = {"id": str(uuid.uuid4()), "account_id": account_id, "name": name, "created_at": now(), "mode": mode}
    row |= {"scopes": None if scopes is None else sorted(set(scopes)), "project_id": project_id}
    row |= {"expires_at": expires_at}
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
    """All keys, oldest first: their columns without the hash, and the names of account and project."""
    columns = [c for c in api_keys.c if c.name not in ("secret_hash", "account_id")]
    query = sa.select(*columns, accounts.c.name.label("account"), projects.c.name.label("project"))
    tables = api_keys.join(accounts, accounts.c.id == api_keys.c.account_id)
    query = query.select_from(tables.outerjoin(projects, projects.c.id == api_keys.c.project_id))
    return conn.execute(query.order_by(api_keys.c.created_at, api_keys.c.public)).mappings().all()


def revoke_key(conn: sa.Connection, public: str) -> None:
    """Refuse a key from now on. Raises `NotFound`."""
    done = conn.execute(sa.update(api_keys).where(api_keys.c.public == public).values(revoked_at=now()))
    if not done.rowcount:
        raise NotFound(f"There is no key {shown_key(public)}. `maquette keys list` shows them.")


def find_key(conn: sa.Connection, text: str, settings: Settings) -> tuple[Account, bool]:
    """The account of a key, and whether `touch_key` is due. Raises `Unauthorized`."""
    public = public_part(text)
    row = None
    if public is not None:
        more = (api_keys.c.id.label("key_id"), api_keys.c.secret_hash, api_keys.c.last_used_at, api_keys.c.expires_at)
        more += (api_keys.c.mode, api_keys.c.scopes, api_keys.c.project_id)  # type: ignore[assignment]
        tables = accounts.join(api_keys, api_keys.c.account_id == accounts.c.id)
        query = _WITH_PLAN.add_columns(*more).select_from(tables.outerjoin(plans, plans.c.name == accounts.c.plan))
        row = conn.execute(query.where(api_keys.c.public == public, api_keys.c.revoked_at.is_(None))).first()
    if row is None or not matches(text, row.secret_hash):
        raise Unauthorized("This API key is not valid. Create one with `maquette keys create`.")
    if row.expires_at is not None and row.expires_at <= now():
        raise Unauthorized("This API key has expired. Create one with `maquette keys create`.")
    due = row.last_used_at is None or now() - row.last_used_at > _LAST_USED_EVERY
    scopes = frozenset(SCOPES if row.scopes is None else row.scopes)
    return _account(row, settings, project_id=row.project_id, key_id=row.key_id, mode=row.mode, scopes=scopes), due


def touch_key(conn: sa.Connection, key_id: str) -> None:
    """Note that a key was used now."""
    conn.execute(sa.update(api_keys).where(api_keys.c.id == key_id).values(last_used_at=now()))


# -- the shared secret


def server_secret(conn: sa.Connection, name: str = "links") -> str:
    """256 random bits (hex) that all processes of this database share; made by whoever asks first."""
    insert_once(conn, secrets, {"name": name, "value": random.token_hex(32), "created_at": now()})
    return str(conn.scalar(sa.select(secrets.c.value).where(secrets.c.name == name)))
