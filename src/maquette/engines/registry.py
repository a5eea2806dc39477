"""Engines by id. Built-in engines register through the same entry points (`maquette.engines`) as a third party's package."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from maquette.engines.engine import Engine
from maquette.errors import InvalidRequest


def engine_ids() -> list[str]:
    """Ids of all installed engines, sorted."""
    return sorted({e.name for e in entry_points(group="maquette.engines")})


TEXT_ENGINE = "shapes"
"""The engine for a prompt without a picture, where the one that is asked for cannot read."""


def engine_for(engine_id: str, *, text: bool) -> Engine:
    """The engine that a request gets: the one it names, or the text engine for words alone if that one works from pictures only.

    Raises:
        InvalidRequest: no engine has this id.
    """
    engine = get_engine(engine_id)
    return get_engine(TEXT_ENGINE) if text and "text" not in engine.card.modalities else engine


@cache
def get_engine(engine_id: str) -> Engine:
    """The engine's one warm instance in this process.

    Raises:
        InvalidRequest: no engine has this id.
    """
    for entry in entry_points(group="maquette.engines"):
        if entry.name == engine_id:
            engine: Engine = entry.load()()
            return engine
    raise InvalidRequest(
        f"There is no engine '{engine_id}'. Installed: {', '.join(engine_ids()) or 'none'}.", field="engine"
    )
