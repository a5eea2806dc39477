"""`maquette credits`: balances and the ledger."""

from __future__ import annotations

import json
from decimal import Decimal

import click

from maquette.cli.keys import open_database
from maquette.errors import InvalidRequest
from maquette.jobs import accounts, ledger
from maquette.settings import load_settings


@click.group()
def credits() -> None:
    """Show, grant and check credits."""


@credits.command()
@click.argument("account", default=accounts.LOCAL)
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Transfers to show, newest first."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show(account: str, limit: int, as_json: bool) -> None:
    """The balance of ACCOUNT and its last transfers."""
    with open_database().read() as conn:
        found = accounts.find_account(conn, account, load_settings())
        left, held = ledger.balances(conn, found.id)
        entries = list(ledger.ledger_entries(conn, found.id))[::-1][:limit]
    records = [
        {"at": e["created_at"].isoformat(), "kind": e["kind"], "amount": f"{e['amount']:f}"}
        | {"job": e["job_id"], "note": e["note"]}
        for e in entries
    ]
    if as_json:
        record = {"account": found.name, "balance": f"{left:f}", "held": f"{held:f}", "transfers": records}
        click.echo(json.dumps(record))
        return
    click.echo(f"{found.name}: {left:f} credits, {held:f} held by unfinished jobs")
    for r in records:
        click.echo(f"{r['at']}  {r['kind']:<8} {r['amount']:>12}  {r['job'] or r['note']}")


@credits.command()
@click.argument("account")
@click.argument("amount")
@click.option("--note", default="", help="Why.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def grant(account: str, amount: str, note: str, as_json: bool) -> None:
    """Give ACCOUNT AMOUNT credits; a minus takes them away: `maquette credits grant alice -- -5`."""
    sign = -1 if amount.startswith("-") else 1
    value = sign * accounts.read_price(amount.removeprefix("-"), "amount")
    if not value:
        raise InvalidRequest("amount is 0; give another one.", field="amount")
    with open_database().write() as conn:
        found = accounts.find_account(conn, account, load_settings())
        ledger.transfer(conn, found.id, "grant", Decimal(value), note=note[:200])
        left = ledger.balance(conn, found.id)
    record = {"account": found.name, "granted": f"{value:f}", "balance": f"{left:f}"}
    click.echo(json.dumps(record) if as_json else f"{found.name} has {left:f} credits.")


@credits.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check(as_json: bool) -> None:
    """Test that the whole ledger is balanced: status 1 if it is not."""
    with open_database().read() as conn:
        report = ledger.check(conn)
    if as_json:
        books = {name: f"{value:f}" for name, value in report.books.items()}
        record = {"balanced": not report.problems, "transfers": report.transfers, "total": f"{report.total:f}"}
        click.echo(json.dumps(record | {"books": books, "problems": list(report.problems)}))
    else:
        for problem in report.problems:
            click.echo(problem)
        click.echo(
            f"{report.transfers} transfers, sum {report.total:f}: "
            + ("balanced" if not report.problems else "NOT balanced")
        )
    if report.problems:
        raise click.exceptions.Exit(1)
