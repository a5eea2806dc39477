"""`maquette keys`: API keys of this server."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import click

from maquette.jobs import accounts
from maquette.jobs.database import Database, migrate
from maquette.jobs.identity import SCOPES, Mode, Scope
from maquette.jobs.keys import shown_key
from maquette.jobs.sql import now
from maquette.settings import load_settings


def open_database() -> Database:
    """The database of the settings, brought up to date."""
    settings = load_settings()
    migrate(settings)
    return Database.open(settings)


@click.group()
def keys() -> None:
    """Create, list and revoke API keys."""


@keys.command()
@click.option(
    "--account", default=accounts.LOCAL, show_default=True, help="Account that the key belongs to; made if it is new."
)
@click.option("--project", help="Project of the account that the key is limited to; made if it is new.")
@click.option("--name", default="", help="A note to know the key by.")
@click.option("--test", is_flag=True, help="A test key: its jobs are instant, free, and fail on demand.")
@click.option("--pair", is_flag=True, help="Print a key and a secret, for clients that want two (HTTP Basic).")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice(SCOPES), help="What it may do; default: all. Repeatable."
)
@click.option(
    "--days", type=click.FloatRange(min=0, min_open=True), help="It expires after so many days; default: never."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def create(
    account: str,
    project: str | None,
    name: str,
    test: bool,
    pair: bool,
    scopes: tuple[Scope, ...],
    days: float | None,
    as_json: bool,
) -> None:
    """Create a key and print it. It is shown this once: the server keeps only its hash."""
    mode: Mode = "test" if test else "live"
    expires = None if days is None else now() + timedelta(days=days)
    with open_database().write() as conn:
        owner = (
            accounts.ensure_local(conn)
            if account == accounts.LOCAL
            else accounts.create_account(conn, account, enforce_credits=False)
        )
        part = None if project is None else accounts.create_project(conn, owner, project).id
        key = accounts.create_key(
            conn, owner, name=name, mode=mode, scopes=scopes or None, project_id=part, expires_at=expires
        )
    record: dict[str, Any] = {"key": key.text, "account": account, "project": project, "name": name, "mode": mode}
    record |= {"scopes": list(scopes or SCOPES), "expires": expires and expires.isoformat()}
    if pair:
        record["key"], record["secret"] = key.pair
    if as_json:
        click.echo(json.dumps(record))
    elif pair:
        click.echo(f"key:    {record['key']}\nsecret: {record['secret']}")
    else:
        click.echo(key.text)


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_keys(as_json: bool) -> None:
    """List the keys by their public part."""
    with open_database().read() as conn:
        rows = accounts.list_keys(conn)
    records = [
        {
            "key": shown_key(r["public"], r["mode"]),
            "account": r["account"],
            "project": r["project"],
            "name": r["name"],
            "mode": r["mode"],
            "scopes": list(r["scopes"] or SCOPES),
            "created": r["created_at"].isoformat(),
            "expires": r["expires_at"] and r["expires_at"].isoformat(),
            "last_used": r["last_used_at"] and r["last_used_at"].isoformat(),
            "revoked": r["revoked_at"] is not None,
        }
        for r in rows
    ]
    if as_json:
        click.echo(json.dumps({"keys": records}))
        return
    for r in records:
        state = "revoked" if r["revoked"] else f"last used {r['last_used'] or 'never'}"
        click.echo(f"{r['key']}  {r['account']:<12} {r['name']:<16} made {r['created']}  {state}")


@keys.command()
@click.argument("key")
def revoke(key: str) -> None:
    """Refuse KEY (as `maquette keys list` shows it, or whole) from now on; running servers notice within some seconds."""
    text = key.removeprefix("mq_").removeprefix("live_").removeprefix("test_")
    public = text.split("_")[0]
    with open_database().write() as conn:
        accounts.revoke_key(conn, public)
    click.echo(f"{shown_key(public)} is revoked.")
