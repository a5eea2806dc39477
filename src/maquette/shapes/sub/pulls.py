"""Knobs and handles of drawers and doors, and the fronts that carry them."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, difference, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

PULLS = ("knob", "bar", "ring", "cup")


def pull(kind: str, size: float) -> Node:
    """What a hand pulls at, on a front in the plane z = 0, sticking out along +Z; `size` is about its width."""
    if kind == "bar":
        return rod(
            (-0.9 * size, 0, -0.1 * size),
            (-0.9 * size, 0, 0.35 * size),
            (0.9 * size, 0, 0.35 * size),
            (0.9 * size, 0, -0.1 * size),
            radius=0.11 * size,
            smooth=False,
        )
    if kind == "ring":
        plate = cylinder(0.32 * size, 0.14 * size, bevel=0.04 * size).rotate(x=90).move(z=0.03 * size)
        return union(plate, torus(0.4 * size, 0.075 * size).rotate(x=82).move(y=-0.36 * size, z=0.16 * size))
    if kind == "cup":
        return difference(
            sphere(0.8 * size, 0.42 * size, 0.4 * size),
            box(2 * size, size, size).move(z=-0.56 * size),
            sphere(0.7 * size, 0.34 * size, 0.33 * size).move(y=-0.16 * size),
        )
    return union(
        cylinder(0.16 * size, 0.45 * size).rotate(x=90).move(z=0.15 * size),
        sphere(0.38 * size, 0.38 * size, 0.28 * size).move(z=0.45 * size),
    )


def front(width: float, height: float, thickness: float, style: str, frame: float) -> Node:
    """A door or drawer front in the plane z = 0, sticking out by `thickness`: "flat", "panel" (sunk), "raised"."""
    plate = box(width, height, 2 * thickness, 0.18 * thickness, 2)
    inner_x, inner_y = width - 2 * frame, height - 2 * frame
    if style == "flat" or min(inner_x, inner_y) < 2 * frame:
        return plate
    sunk = difference(plate, box(inner_x, inner_y, thickness, 0.2 * thickness, 1).move(z=thickness))
    if style == "panel":
        return sunk
    return union(sunk, box(inner_x - frame, inner_y - frame, 1.7 * thickness, 0.5 * thickness, 1).move(z=0.0))


def add_drawer(
    d: Draft,
    name: str,
    at: tuple[float, float, float],
    width: float,
    height: float,
    *,
    style: str,
    kind: str,
    pulls: int = 1,
    slot: str = "front",
    metal: str = "handle",
    thickness: float = 0.018,
    size: float = 0.045,
) -> None:
    """A drawer front with its pulls; `at` is its middle on the plane of the carcass."""
    x, y, z = at
    d.add(name, front(width, height, thickness, style, 0.028).move(x, y, z), slot, group="drawers")
    for i in range(pulls):
        off = 0.0 if pulls == 1 else (i - (pulls - 1) / 2) * 0.5 * width
        # On a sunk panel the pull has to reach down to the ground of the panel; small fronts have none.
        small = style == "flat" or min(width, height) - 2 * 0.028 < 2 * 0.028
        deep = (0.97 if small else 0.47 if style == "panel" else 0.82) * thickness
        d.add(
            f"{name}_handle" + ("" if pulls == 1 else f"_{i + 1}"),
            pull(kind, size).move(x + off, y, z + deep),
            metal,
            group="handles",
        )


def add_door(
    d: Draft,
    name: str,
    at: tuple[float, float, float],
    width: float,
    height: float,
    *,
    style: str,
    kind: str,
    side: int,
    slot: str = "front",
    metal: str = "handle",
    thickness: float = 0.018,
    size: float = 0.045,
    frame: float = 0.06,
) -> None:
    """A door; `side` +1 or -1 is where (in x) its handle is."""
    x, y, z = at
    d.add(name, front(width, height, thickness, style, frame).move(x, y, z), slot, group="doors")
    grip = pull(kind, size).rotate(z=90) if kind == "bar" else pull("knob" if kind == "cup" else kind, size)
    d.add(
        f"{name}_handle",
        grip.move(x + side * (width / 2 - 0.55 * frame), y, z + 0.92 * thickness),
        metal,
        group="handles",
    )
