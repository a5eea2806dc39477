"""What a plain noun means: a "car" is no police car, a "dragon" has one head; special kinds come only where they are asked for.

Families vary by seed over all that they can make, which is right for a library of objects; who types one word wants the usual thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from maquette.prompts.lexicon import data
from maquette.shapes.library import get_family


@cache
def _table() -> Mapping[str, Mapping[str, tuple[Any, ...]]]:
    """Family -> parameter -> the values that are nothing special."""
    return {f: {p: tuple(values) for p, values in ps.items()} for f, ps in data("usual.json").items()}


def with_usual(family: str, given: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """The given values, and usual ones in place of special ones that the seed would choose for parameters that nobody spoke of.

    Families and parameters that the table names and the library does not have are passed over.
    """
    out = dict(given)
    table = _table().get(family)
    if not table:
        return out
    made = get_family(family)
    chosen = made.values(seed, given).values
    for name, usual in table.items():
        if name not in out and made.parameter(name) is not None and chosen[name] not in usual:
            out[name] = usual[seed % len(usual)]
    return out
