"""Spectacles on a face."""

from __future__ import annotations

from maquette.shapes.api import sweep, torus, union
from maquette.shapes.sub.features import on_skin
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.humanoid import Human


def spectacles(man: Human, slot: str) -> None:
    """Two rims, a bridge and temples back to the ears."""
    h, s = man.head, man.head_size
    at = on_skin(man.skin, h, 25, 0)
    r, x, y, z = 0.23 * s, 0.31 * s, at[1], max(at[2], h(0, 0, 0.62)[2]) + 0.17 * s
    rim = torus(r, 0.032 * s).rotate(x=90).move(x, y, z)
    side = man.skin.hit(h(4, 0.05, -0.1), h(0, 0.05, -0.1))
    temple = sweep(
        [(x + 0.95 * r, y + 0.03 * s, z), add(side, (0.04 * s, 0.02 * s, 0.35 * s)), add(side, (-0.02 * s, 0.02 * s, -0.05 * s))],
        0.028 * s,
        round_ends=True,
    )
    bridge = sweep([(-0.12 * s, y + 0.05 * s, z), (0, y + 0.09 * s, z + 0.01 * s), (0.12 * s, y + 0.05 * s, z)], 0.028 * s)
    man.d.add("glasses", union(union(rim, temple).mirrored(), bridge), slot, group="head")
