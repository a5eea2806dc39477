"""Forks and spoons: they stand upright on the end of the handle, the hollow side to the front."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, loft, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ellipse


def _handle(v: Values, low: float, high: float) -> Node:
    """A cutlery handle from `low` to `high`, flat towards +Z, waisted where it ends."""
    w, t, n = v.width, v.thickness, high - low
    shares = {"plain": (0.9, 1.0, 0.8, 0.42), "fiddle": (0.95, 1.15, 0.55, 0.42), "straight": (0.8, 0.8, 0.7, 0.5)}[
        v.handle
    ]
    stops = (0.0, 0.12, 0.6, 1.0)
    sections = [
        (ellipse(0.5 * w * s, 0.5 * t * (1.3 if i < 2 else 1.1), 20), (0.0, low + n * k, 0.0))
        for i, (s, k) in enumerate(zip(shares, stops, strict=True))
    ]
    return union(loft(sections), sphere(0.45 * w * shares[0], 0.25 * w, 0.64 * t).move(y=low + 0.1 * w))


CUTLERY = (
    Real("length", 0.2, 0.15, 0.26),
    Real("width", 0.017, 0.013, 0.022, about="of the handle"),
    Real("thickness", 0.0045, 0.0036, 0.007),
    Choice("handle", ("plain", "fiddle", "straight")),
    Real("head", 0.36, 0.3, 0.42, unit="", about="share of the length"),
    Real("head_width", 0.027, 0.022, 0.036),
    Flag("collar", 0.4),
    Flag("two_tone", 0.3, about="the handle of another material"),
)
METALS: dict[str, tuple[str, ...]] = {
    "metal": ("silver", "steel", "gold", "chrome"),
    "handle": ("walnut", "plastic:#b8342a", "bone", "plastic:#22252a"),
}
HANDLES = {"handle": {"two_tone": True}}


def _start(v: Values) -> tuple[Draft, float]:
    d = Draft(extent=v.length)
    neck = v.length * (1 - v.head)
    d.add("handle", _handle(v, 0.0 + 0.15 * v.width, neck), "handle" if v.two_tone else "metal")
    if v.collar:
        d.add("collar", sphere(0.36 * v.width, 0.25 * v.width, 0.95 * v.thickness).move(y=neck - 0.02), "metal")
    d.point("grip", (0, 0.4 * neck, 0), size=v.width)
    d.point("top", (0, v.length, 0), size=v.head_width)
    return d, neck


@family(
    "fork",
    "household",
    nouns=("dinner fork", "salad fork", "table fork"),
    parameters=(*CUTLERY, Whole("tines", 4, 2, 4)),
    slots=METALS,
    words=HANDLES,
    paints={"tines": "metal"},
    height=(0.13, 0.28),
)
def fork(v: Values) -> Draft:
    """Stands upright on the end of its handle, its hollow side to the front."""
    d, neck = _start(v)
    n, w, t = v.length - neck, v.head_width, v.thickness
    root, each = neck + 0.42 * n, w / (2 * v.tines - 1)
    outline = [(0.2 * v.width, neck - 0.01), (0.3 * w, neck + 0.12 * n), (0.5 * w, neck + 0.28 * n)]
    for i in reversed(range(v.tines)):
        x = (2 * i - v.tines + 1) * each
        tip = [(0.42 * each, v.length - 0.012), (0.0, v.length), (-0.42 * each, v.length - 0.012)]
        outline += [(x + 0.5 * each, root), *((x + a, y) for a, y in tip), (x - 0.5 * each, root)]
    outline += [(-0.5 * w, neck + 0.28 * n), (-0.3 * w, neck + 0.12 * n), (-0.2 * v.width, neck - 0.01)]
    head = extrude(outline, 0.8 * t, bevel=min(0.15 * t, 0.15 * each))
    d.add("head", head.move(y=-neck).bent(-26, "y", "z").move(y=neck), "metal")
    return d


@family(
    "spoon",
    "household",
    nouns={
        "teaspoon": {"length": 0.15},
        "soup spoon": {"head_width": 0.036},
        "tablespoon": {},
        "ladle": {"length": 0.26, "head_width": 0.036},
        "wooden spoon": {},
    },
    parameters=(*CUTLERY, Real("hollow", 0.6, 0.4, 0.9, unit="", about="how deep")),
    slots=METALS,
    words=HANDLES,
    paints={"bowl": "metal"},
    height=(0.12, 0.28),
)
def spoon(v: Values) -> Draft:
    """Stands upright on the end of its handle, its hollow side to the front."""
    d, neck = _start(v)
    n = 0.72 * (v.length - neck)
    w, deep = 0.72 * v.head_width, 0.011 * v.hollow + 0.004
    y = v.length - 0.5 * n
    egg = (
        sphere(w, 0.5 * n, deep)
        - sphere(0.92 * w, 0.46 * n, 0.8 * deep).move(z=0.28 * deep)
        - box(4 * w, 2 * n, 2 * deep).move(z=deep + 0.2 * deep)
    )
    d.add("bowl", egg.move(y=y), "metal")
    d.add(
        "neck",
        sweep(
            [(0, neck - 0.015, 0), (0, y - 0.45 * n, -0.15 * deep), (0, y - 0.3 * n, -0.7 * deep)],
            [0.22 * v.width, 0.24 * v.width, 0.14 * v.width],
        ),
        "metal",
    )
    return d
