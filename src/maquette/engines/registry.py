"""Engines by id. Built-in engines register through the same entry points (`maquette.engines`) as a third party's package."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from maquette.engines.engine import Engine
from maquette.errors import InvalidRequest


def engine_ids() -> list[str]:
    """Ids of all installed engines, sorted."""
    return sorted({e.name for e in entry_points(group="maquette.engines")})


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
