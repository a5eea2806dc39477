"""What this installation can do: engines, formats, tiers; and whether it is well."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points

from maquette import __version__
from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.translate import PRICES, TOPOLOGIES
from maquette.dialects.rodin.presets import tier_request
from maquette.dialects.rodin.tiers import DEFAULT_TIER, TIERS
from maquette.engines.engine import EngineCard
from maquette.formats.registry import FORMATS

_log = logging.getLogger(__name__)


@cache
def engine_cards() -> Mapping[str, EngineCard]:
    """Cards of all installed engines by id; no engine is loaded for that. A plug-in that cannot be imported is left out."""
    cards: dict[str, EngineCard] = {}
    for entry in sorted(entry_points(group="maquette.engines"), key=lambda entry: entry.name):
        try:
            cards[entry.name] = entry.load().card
        except Exception:  # whatever a third party's module does when it is imported, the others still work
            _log.exception("engine %s cannot be imported; reinstall or remove its package", entry.name)
    return cards


async def engines(context: DialectContext, call: Call) -> Reply:
    """`GET /engines`."""
    return answers.listing(
        [
            out.Engine(
                id=card.id,
                version=card.version,
                title=card.title,
                modalities=sorted(card.modalities),
                max_views=card.max_views,
                licence=card.licence,
                territory=card.territory,
                memory_mb=card.memory_mb,
                runs_on_cpu=card.runs_on_cpu,
                expected_seconds={str(k): float(v) for k, v in card.expected_seconds.items()},
                options_schema=dict(card.options_schema),
                default=name == context.settings.engine,
            )
            for name, card in engine_cards().items()
        ]
    )


async def formats(context: DialectContext, call: Call) -> Reply:
    """`GET /formats`."""
    return answers.listing(
        [
            out.Format(id=name, media_type=f.media_type, textured=f.textured, quads=f.quads, companions=f.companions)
            for name, f in FORMATS.items()
        ]
    )


async def tiers(context: DialectContext, call: Call) -> Reply:
    """`GET /tiers`."""
    words = {internal: name for name, internal in TOPOLOGIES.items()}
    found = []
    for name in TIERS:
        preset = tier_request(name)
        found.append(
            out.Tier(
                name=name,
                detail=preset["detail"],
                topology=words[preset["mesh_mode"]],
                faces=preset["target_faces"],
                texture_size=preset["texture_size"],
                credits=float(PRICES[f"native.{name}"][0]),
                default=name == DEFAULT_TIER,
            )
        )
    return answers.listing(found)


async def health(context: DialectContext, call: Call) -> Reply:
    """`GET /health`."""
    return answers.reply(out.Health(version=__version__))


async def ready(context: DialectContext, call: Call) -> Reply:
    """`GET /ready`."""
    down = list(await context.service.healthy())
    return answers.reply(out.Ready(status="unavailable" if down else "ok", down=down), 503 if down else 200)
