"""Resolves the references of the nodes to one another; importing this makes every node usable."""

from __future__ import annotations

from maquette.shapes import booleans, deformations, primitives, transforms
from maquette.shapes.node import Node

MODULES = {"primitives": primitives, "transforms": transforms, "booleans": booleans, "deformations": deformations}

for _module in MODULES.values():
    for _value in list(vars(_module).values()):
        if isinstance(_value, type) and issubclass(_value, Node) and _value is not Node:
            _value.model_rebuild(_types_namespace=MODULES)
