"""All families that come with the package, by name. Importing `maquette.shapes.families`' modules registers them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from maquette.errors import InvalidRequest
from maquette.shapes import families
from maquette.shapes.family import FAMILIES, Family


@cache
def library() -> Mapping[str, Family]:
    """Every family by name, in alphabetical order."""
    for module in pkgutil.walk_packages(families.__path__, families.__name__ + "."):
        importlib.import_module(module.name)
    return dict(sorted(FAMILIES.items()))


def get_family(name: str) -> Family:
    """The family of this name.

    Raises:
        InvalidRequest: there is none.
    """
    found = library().get(name)
    if found is None:
        raise InvalidRequest(f"There is no family '{name}'. Choose from {', '.join(library())}.", field="family")
    return found
