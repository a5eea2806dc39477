"""`maquette migrate` and `maquette gc`: upkeep that the server does by itself, for those who want it done now."""

from __future__ import annotations

import dataclasses
import json

import click

from maquette.settings import load_settings


@click.command()
def migrate() -> None:
    """Bring the database to this version's tables. `serve` and `worker` do it when they start."""
    from maquette.jobs.database import migrate as run

    run(load_settings())
    click.echo("The database is up to date.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def gc(as_json: bool) -> None:
    """Remove finished jobs past their retention, files that nothing needs, and stage results above the cache limit."""
    from maquette.jobs.database import Database, database_url
    from maquette.jobs.database import migrate as run
    from maquette.jobs.dbos_queue import DbosQueue
    from maquette.jobs.retention import collect_garbage
    from maquette.storage.blobs import BlobStore

    settings = load_settings()
    run(settings)
    queue = DbosQueue(database_url(settings))
    report = collect_garbage(settings, Database.open(settings), BlobStore.open(settings), queue)
    record = dataclasses.asdict(report)
    click.echo(json.dumps(record) if as_json else ", ".join(f"{k.replace('_', ' ')} {v:,}" for k, v in record.items()))
