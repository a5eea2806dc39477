"""`maquette engines`: what can make an asset here, and under which licence."""

from __future__ import annotations

import dataclasses
import json

import click

from maquette.engines.registry import engine_ids, get_engine


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def engines(as_json: bool) -> None:
    """List the installed engines with their cards."""
    cards = [get_engine(name).card for name in engine_ids()]
    if as_json:
        records = [dataclasses.asdict(card) | {"modalities": sorted(card.modalities)} for card in cards]
        click.echo(json.dumps({"engines": records}))
        return
    for card in cards:
        place = "CPU" if card.runs_on_cpu else "GPU only"
        click.echo(f"{card.id} {card.version}  {card.title}")
        click.echo(
            f"  takes {', '.join(sorted(card.modalities))} (up to {card.max_views} pictures); {place}; {card.memory_mb} MB"
        )
        click.echo(f"  licence {card.licence}, {card.territory}")
