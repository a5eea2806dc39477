"""`maquette families`: what can be made from words alone, and the schema of the programs behind it."""

from __future__ import annotations

import json
from typing import Any

import click


@click.command()
@click.argument("name", required=False)
@click.option("--schema", is_flag=True, help="Print the JSON schema of shape programs.")
@click.option("--reference", "page", is_flag=True, help="Print the language on one page.")
@click.option(
    "--seed", type=click.IntRange(0, 65535), default=None, help="Print the program of the NAMEd family with this seed."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def families(name: str | None, schema: bool, page: bool, seed: int | None, as_json: bool) -> None:
    """List the kinds of objects that a prompt can ask for; with NAME, all about one."""
    from maquette.shapes.library import get_family, library
    from maquette.shapes.reference import reference
    from maquette.shapes.schema import program_schema

    if schema:
        click.echo(json.dumps(program_schema()))
    elif page:
        click.echo(reference())
    elif name is not None and seed is not None:
        click.echo(json.dumps(get_family(name).instance(seed).to_json(), indent=None if as_json else 1))
    elif name is not None:
        record = describe(name)
        click.echo(json.dumps(record) if as_json else _page(record))
    elif as_json:
        click.echo(json.dumps({"families": [describe(f) for f in library()]}))
    else:
        by_category: dict[str, list[str]] = {}
        for family in library().values():
            by_category.setdefault(family.category, []).append(family.name)
        for category, names in sorted(by_category.items()):
            click.echo(f"{category}: {', '.join(names)}")


def describe(name: str) -> dict[str, Any]:
    """JSON-ready facts of a family."""
    from dataclasses import asdict

    from maquette.shapes.library import get_family

    family = get_family(name)
    parameters = [{"kind": type(p).__name__.lower(), **asdict(p)} for p in family.parameters]
    return {
        "name": family.name,
        "category": family.category,
        "nouns": sorted(family.nouns),
        "parameters": parameters,
        "materials": {slot: list(options) for slot, options in family.slots.items()},
        "words": sorted({*family.words, *family.paints}),
    }


def _page(record: dict[str, Any]) -> str:
    lines = [f"{record['name']} ({record['category']})", f"also: {', '.join(record['nouns']) or '-'}"]
    for p in record["parameters"]:
        span = (
            ", ".join(p["options"])
            if "options" in p
            else f"{p['low']} to {p['high']} {p.get('unit', '')}"
            if "low" in p
            else "yes or no"
        )
        lines.append(f"  {p['name']}: {span.strip()}" + (f"  ({p['about']})" if p["about"] else ""))
    lines += [f"  material of {slot}: {', '.join(options)}" for slot, options in record["materials"].items()]
    lines.append(f"words: {', '.join(record['words']) or '-'}")
    return "\n".join(lines)
