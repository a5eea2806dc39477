"""Programs moved, turned and scaled as wholes, and their bounds."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from maquette.prompts.tokens import fold
from maquette.shapes import transforms as t
from maquette.shapes.build.workshop import Workshop
from maquette.shapes.node import Node, Vec3
from maquette.shapes.program import Limb, Part, Point, Program

Array = NDArray[np.float64]


def bounds(program: Program) -> tuple[Array, Array]:
    """Low and high corners in metres, from a coarse build of all parts."""
    import maquette.shapes.compile  # noqa: F401  (it registers what builds the nodes)

    shop = Workshop(program.extent, program.facets or 16, 0.3, seconds=10.0)
    boxes = np.array([shop.solid(p.solid).bounding_box() for p in program.parts], np.float64)
    return boxes[:, :3].min(0), boxes[:, 3:].max(0)


def placed(
    program: Program,
    *,
    scale: float | tuple[float, float, float] = 1.0,
    turn: Array | None = None,
    at: tuple[float, float, float] | Array = (0.0, 0.0, 0.0),
) -> Program:
    """The program scaled about the origin, then turned by the matrix `turn (3, 3)`, then moved by `at`."""
    by = np.array((scale,) * 3 if isinstance(scale, int | float) else scale, np.float64)
    matrix = np.eye(3) if turn is None else np.asarray(turn, np.float64)
    shift = np.asarray(at, np.float64)
    still = np.allclose(by, 1) and np.allclose(matrix, np.eye(3)) and np.allclose(shift, 0)
    if still:
        return program
    degrees = _angles(matrix)

    def solid(node: Node) -> Node:
        out = node
        if not np.allclose(by, 1):
            out = t.Scale(by=_three(by), of=out.as_solid())
        if not np.allclose(matrix, np.eye(3)):
            out = t.Rotate(degrees=_three(degrees), of=out.as_solid())
        if not np.allclose(shift, 0):
            out = t.Move(by=_three(shift), of=out.as_solid())
        return out

    def spot(p: Vec3) -> Vec3:
        return _three(matrix @ (by * np.array(p)) + shift)

    def point(p: Point) -> Point:
        size = None if p.size is None else float(p.size * np.cbrt(by.prod()))
        return Point(
            at=spot(p.at), up=_three(matrix @ np.array(p.up)), front=_three(matrix @ np.array(p.front)), size=size
        )

    even = float(np.cbrt(by.prod()))
    return program.model_copy(
        update={
            "parts": tuple(p.model_copy(update={"solid": solid(p.solid).as_solid()}) for p in program.parts),
            "points": {k: point(p) for k, p in program.points.items()},
            "limbs": tuple(Limb(kind=limb.kind, joints=tuple(spot(j) for j in limb.joints)) for limb in program.limbs),
            "extent": float(program.extent * by.max()),
            "materials": {
                k: m if m.scale is None else m.model_copy(update={"scale": m.scale * even})
                for k, m in program.materials.items()
            },
        }
    )


def joined(host: Program, guest: Program, prefix: str) -> Program:
    """Both as one program: parts and materials of the guest are named with the prefix; points and limbs are the host's."""
    prefix = _free(prefix, host)

    def own(p: Part) -> Part:
        group = f"{prefix}_{p.group}"[:64] if p.group else None
        names = {
            "name": f"{prefix}_{p.name}"[:64],
            "material": f"{prefix}_{p.material}"[:64],
            "group": group,
            "limb": None,
        }
        return p.model_copy(update=names)

    parts = [*host.parts, *map(own, guest.parts)]
    materials = dict(host.materials) | {f"{prefix}_{k}"[:64]: m for k, m in guest.materials.items()}
    facets = host.facets if host.facets == guest.facets else max(host.facets or 64, guest.facets or 64)
    return host.model_copy(
        update={
            "parts": tuple(parts),
            "materials": materials,
            "extent": max(host.extent, guest.extent),
            "facets": None if facets == 64 else facets,
            "floats": host.floats or guest.floats,
        }
    )


def _angles(m: Array) -> Array:
    """Degrees about X, then Y, then Z, that turn as the matrix does."""
    if abs(m[2, 0]) > 1 - 1e-9:  # looking along Z after the turn about Y: the turn about Z is free
        x, z = np.arctan2(-m[1, 2], m[1, 1]), 0.0
    else:
        x, z = np.arctan2(m[2, 1], m[2, 2]), np.arctan2(m[1, 0], m[0, 0])
    return np.degrees([x, np.arcsin(np.clip(-m[2, 0], -1, 1)), z])


def _free(prefix: str, host: Program) -> str:
    base = re.sub(r"[^a-z0-9]+", "_", fold(prefix))[:24].strip("_")
    base = base if base[:1].isalpha() else f"other_{base}".strip("_")
    taken = {p.name for p in host.parts}
    out, k = base, 2
    while any(n.startswith(f"{out}_") for n in taken):
        out, k = f"{base}{k}", k + 1
    return out


def _three(a: Array) -> tuple[float, float, float]:
    return float(a[0]), float(a[1]), float(a[2])
