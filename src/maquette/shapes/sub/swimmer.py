"""Bodies and fins of what swims."""

from __future__ import annotations

from collections.abc import Sequence

from maquette.shapes.api import extrude
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, add

Outline = Sequence[tuple[float, float]]
PAINT = {"body": "scales", "fin": "fins", "tail": "fins"}
EYES = f.EYE_SLOTS | {"mouth": ("paint:#2a1518",)}


def fin(outline: Outline, size: float, thick: float) -> Node:
    """A fin in the YZ plane: outline as (back, up) in units of `size`."""
    return extrude([(-size * x, size * y) for x, y in outline], thick, smooth=True).rotate(y=-90)


def swimmer(
    v: Values, length: float, tall: float, wide: float, rows: Outline, lift: float
) -> tuple[Draft, Flesh, Frame]:
    """A body along Z of (place along it 0 front to 1 back, half height) rows, flattened to `wide`, its middle `lift` metres up."""
    d = Draft(extent=1.15 * length)
    flesh = Flesh(0.008 * length, 67)
    rows = _rounded(rows)
    pts = [((0.0, lift, (0.46 - s) * length), max(r * tall, 0.012 * length)) for s, r in rows]
    flesh.chain([p for p, _ in pts], [r * min(1.0, wide) for _, r in pts])
    extra = tall * (1 - min(1.0, wide))
    if extra > 0.01 * length:
        for sign in (1, -1):
            flesh.chain(
                [add(p, (0, sign * r * (1 - min(1.0, wide)), 0)) for p, r in pts], [r * min(1.0, wide) for _, r in pts]
            )
    return d, flesh, Frame((0, lift, 0.3 * length), 0, tall)


def _rounded(rows: Outline, steps: int = 4) -> Outline:
    """Radii between the rows by a Catmull-Rom spline: straight cones would show as rings."""
    out = []
    for i in range(len(rows) - 1):
        a, b = rows[max(i - 1, 0)], rows[i]
        c, d = rows[i + 1], rows[min(i + 2, len(rows) - 1)]
        slopes = [(c[1] - a[1]) / (c[0] - a[0]), (d[1] - b[1]) / (d[0] - b[0])]
        for k in range(steps):
            t, w = k / steps, c[0] - b[0]
            bend = (t**3 - 2 * t**2 + t) * slopes[0] + (t**3 - t**2) * slopes[1]
            out.append((b[0] + t * w, b[1] + (c[1] - b[1]) * (3 * t**2 - 2 * t**3) + w * bend))
    return [*out, rows[-1]]


def finish(d: Draft, flesh: Flesh, slot: str, lift: float, z: float = 0.0) -> Draft:
    """The body and where things can sit."""
    d.add("body", flesh.node(), slot)
    back = flesh.hit((0, 10 * lift + 10, z), (0, lift, z))
    d.point("top", back)
    d.point("back", back, size=lift)
    d.point("seat", back, size=lift)
    d.point("head", flesh.hit((0, 10 * lift + 10, 0.3 * d.extent), (0, lift, 0.3 * d.extent)), size=lift)
    return d
