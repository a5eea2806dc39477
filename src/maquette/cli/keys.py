"""`maquette keys`: API keys of this server."""

from __future__ import annotations

import json

import click

from maquette.jobs import accounts
from maquette.jobs.database import Database, migrate
from maquette.settings import load_settings


def _database() -> Database:
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
@click.option("--name", default="", help="A note to know the key by.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def create(account: str, name: str, as_json: bool) -> None:
    """Create a key and print it. It is shown this once: the server keeps only its hash."""
    with _database().write() as conn:
        owner = (
            accounts.ensure_local(conn)
            if account == accounts.LOCAL
            else accounts.create_account(conn, account, enforce_credits=False)
        )
        key = accounts.create_key(conn, owner, name=name)
    click.echo(json.dumps({"key": key.text, "account": account, "name": name}) if as_json else key.text)


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_keys(as_json: bool) -> None:
    """List the keys by their public part."""
    with _database().read() as conn:
        rows = accounts.list_keys(conn)
    records = [
        {
            "key": f"mq_{r['public']}_…",
            "account": r["account"],
            "name": r["name"],
            "created": r["created_at"].isoformat(),
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
    """Refuse KEY (as `maquette keys list` shows it, or whole) from now on."""
    public = key.removeprefix("mq_").split("_")[0]
    with _database().write() as conn:
        accounts.revoke_key(conn, public)
    click.echo(f"mq_{public}_… is revoked.")
