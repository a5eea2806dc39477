"""`maquette accounts`: accounts, their plans and projects."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import click

from maquette.cli.keys import open_database
from maquette.errors import InvalidRequest
from maquette.jobs import accounts as store
from maquette.jobs import ledger
from maquette.jobs.identity import Account, AccountPlan
from maquette.settings import load_settings

_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def accounts() -> None:
    """Create, list and limit accounts; make plans."""


@accounts.command()
@click.argument("name")
@click.option("--credits", "grant", default="0", help="Opening credits.")
@click.option("--plan", help="Its plan.")
@click.option("--free", is_flag=True, help="Count its credits, but never refuse a job.")
@_json
def create(name: str, grant: str, plan: str | None, free: bool, as_json: bool) -> None:
    """Make account NAME; one that exists keeps what it has."""
    with open_database().write() as conn:
        amount = store.read_price(grant, "credits")
        account_id = store.create_account(conn, name, grant=amount, enforce_credits=not free, plan=plan)
        record = _record(conn, store.find_account(conn, account_id, load_settings()))
    click.echo(json.dumps(record) if as_json else _line(record))


@accounts.command("list")
@_json
def list_accounts(as_json: bool) -> None:
    """All accounts with their balances."""
    with open_database().read() as conn:
        settings = load_settings()
        records = [_record(conn, store.find_account(conn, r["id"], settings)) for r in store.list_accounts(conn)]
    click.echo(json.dumps({"accounts": records}) if as_json else "\n".join(map(_line, records)))


@accounts.command()
@click.argument("name")
@_json
def show(name: str, as_json: bool) -> None:
    """One account with its projects."""
    with open_database().read() as conn:
        account = store.find_account(conn, name, load_settings())
        record = _record(conn, account) | {"projects": [p.name for p in store.list_projects(conn, account.id)]}
    click.echo(
        json.dumps(record) if as_json else _line(record) + "".join(f"\n  project {p}" for p in record["projects"])
    )


@accounts.command()
@click.argument("name")
@click.option("--parallel", type=click.IntRange(0), help="Unfinished jobs at once; 0: the plan's.")
@click.option("--rate", type=click.IntRange(-1), help="Requests per minute; 0: no limit, -1: the plan's.")
@click.option("--plan", help="Another plan; `default` for the built-in one.")
@click.option("--enforce/--free", default=None, help="Refuse jobs without credits, or only count.")
@_json
def limit(
    name: str, parallel: int | None, rate: int | None, plan: str | None, enforce: bool | None, as_json: bool
) -> None:
    """Change what account NAME may do; running servers notice within some seconds."""
    changes: dict[str, Any] = {}
    if parallel is not None:
        changes["parallel_limit"] = parallel or None
    if rate is not None:
        changes["rate_limit"] = None if rate < 0 else rate
    if plan is not None:
        changes["plan"] = None if plan == "default" else plan
    if enforce is not None:
        changes["enforce_credits"] = enforce
    if not changes:
        raise InvalidRequest("Nothing to change; give --parallel, --rate, --plan, --enforce or --free.")
    with open_database().write() as conn:
        settings = load_settings()
        account_id = store.find_account(conn, name, settings).id
        store.change_account(conn, account_id, changes)
        record = _record(conn, store.find_account(conn, account_id, settings))
    click.echo(json.dumps(record) if as_json else _line(record))


@accounts.command()
@click.argument("name")
@click.option("--title", default="", help="What people call it.")
@click.option("--parallel", type=click.IntRange(1), help="Unfinished jobs at once; default: the setting's.")
@click.option("--rate", type=click.IntRange(0), help="Requests per minute, 0: no limit; default: the setting's.")
@click.option(
    "--enforce/--free", default=None, help="Refuse jobs without credits, or only count; default: as the account."
)
@click.option(
    "--enterprise", default="*", show_default=True, help="Enterprise options that are open, comma-separated; * = all."
)
@click.option(
    "--price",
    "prices",
    multiple=True,
    metavar="ITEM=CREDITS",
    help="Price of an item, such as rodin.Gen-2=0.5. Repeatable.",
)
@click.option("--remove", is_flag=True, help="Remove it; its accounts go back to the built-in plan.")
@_json
def plan(
    name: str,
    title: str,
    parallel: int | None,
    rate: int | None,
    enforce: bool | None,
    enterprise: str,
    prices: tuple[str, ...],
    remove: bool,
    as_json: bool,
) -> None:
    """Make or replace plan NAME."""
    options = frozenset(e.strip() for e in enterprise.split(",") if e.strip())
    made = AccountPlan(name, title, parallel, rate, enforce, options, dict(map(_price, prices)))
    with open_database().write() as conn:
        if remove:
            store.remove_plan(conn, name)
        else:
            store.save_plan(conn, made)
    if as_json:
        click.echo(json.dumps({"removed": name} if remove else _plan(made)))
    else:
        click.echo(f"Plan {name} is {'removed' if remove else 'stored'}.")


@accounts.command()
@_json
def plans(as_json: bool) -> None:
    """All plans."""
    with open_database().read() as conn:
        records = [_plan(p) for p in [AccountPlan(), *store.list_plans(conn)]]
    click.echo(
        json.dumps({"plans": records}) if as_json else "\n".join(f"{r['name']:<16} {r['title']}" for r in records)
    )


def _price(text: str) -> tuple[str, Decimal]:
    item, mark, value = text.rpartition("=")
    if not mark or not item:
        raise InvalidRequest(f"--price {text[:40]} is not ITEM=CREDITS; write rodin.Gen-2=0.5.", field="price")
    return item, store.read_price(value)


def _plan(made: AccountPlan) -> dict[str, Any]:
    record: dict[str, Any] = {
        "name": made.name,
        "title": made.title,
        "parallel_limit": made.parallel_limit,
        "rate_limit": made.rate_limit,
    }
    record |= {"enforce_credits": made.enforce_credits, "enterprise": sorted(made.enterprise)}
    return record | {"prices": {item: f"{price:f}" for item, price in made.prices.items()}}


def _record(conn: Any, account: Account) -> dict[str, Any]:
    left, held = ledger.balances(conn, account.id)
    record = {
        "id": account.id,
        "name": account.name,
        "plan": account.plan.name,
        "balance": f"{left:f}",
        "held": f"{held:f}",
    }
    record |= {"parallel_limit": account.parallel_limit, "rate_limit": account.rate_limit}  # type: ignore[dict-item]
    return record | {"enforce_credits": account.enforce_credits}


def _line(r: dict[str, Any]) -> str:
    kind = "" if r["enforce_credits"] else " (only counted)"
    rate = f"{r['rate_limit']}/min" if r["rate_limit"] else "no rate limit"
    return f"{r['name']:<16} {r['plan']:<10} {r['balance']} credits{kind}, {r['parallel_limit']} jobs at once, {rate}"
