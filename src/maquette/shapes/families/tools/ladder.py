"""Ladders and stepladders."""

from __future__ import annotations

from maquette.shapes.api import Point3, box
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import bar, rod


@family(
    "ladder",
    "tool",
    nouns={
        "stepladder": {"kind": "step"},
        "step ladder": {"kind": "step"},
        "wooden ladder": {},
        "rope ladder": {"kind": "straight", "round_rungs": True},
        "straight ladder": {"kind": "straight"},
    },
    parameters=(
        Choice("kind", ("step", "straight")),
        Real("height", 1.9, 1.0, 3.2),
        Real("width", 0.48, 0.38, 0.6),
        Whole("rungs", 7, 4, 11),
        Real("taper", 0.82, 0.7, 1.0, unit="", about="upper width, share of the lower"),
        Real("rail", 0.055, 0.042, 0.07, about="depth of a rail"),
        Real("spread", 0.5, 0.4, 0.65, unit="", about="how far a stepladder's feet stand apart"),
        Flag("round_rungs", 0.5),
        Flag("feet", 0.6),
        Flag("tray", 0.4),
    ),
    slots={
        "frame": ("aluminium", "pine", "oak", "paint:#d8a020", "wood"),
        "rung": ("aluminium", "birch", "steel"),
        "trim": ("rubber", "plastic:#c02a22", "plastic:#26282c"),
    },
    words={"tray": {"tray": True}},
    paints={"rails": "frame", "rungs": "rung", "steps": "rung", "feet": "trim"},
    height=(0.9, 3.4),
)
def ladder(v: Values) -> Draft:
    """Stands upright; a stepladder opens toward +z and -z."""
    h, w, k = v.height, v.width, v.rail
    d = Draft(extent=h)
    step = v.kind == "step"
    dz = 0.5 * v.spread * h * 0.62 if step else 0.0
    top = v.taper * w

    def place(s: float, t: float, front: bool = True) -> Point3:
        x = s * (w + t * (top - w)) / 2
        z = (1 - t) * dz + 0.02 * step
        return (x, t * (h - 0.02 * step), z if front else -z)

    for name, s in (("left", 1), ("right", -1)):
        d.add(f"rail_{name}", bar(place(s, 0.0), place(s, 1.0), 0.55 * k, k), "frame", group="rails")
        if step:
            d.add(
                f"back_rail_{name}",
                bar(place(0.94 * s, 0.0, False), place(0.94 * s, 0.99, False), 0.5 * k, 0.75 * k),
                "frame",
                group="rails",
            )
            a, b = place(0.97 * s, 0.42), place(0.92 * s, 0.42, False)
            d.add(f"stay_{name}", rod(a, b, radius=0.011), "trim", group="stays")
    for i in range(v.rungs):
        t = (i + 0.7) / (v.rungs + (0.4 if not step else 0.2))
        a, b = place(-1, t), place(1, t)
        rung = (
            rod(a, b, radius=0.3 * k)
            if v.round_rungs and not step
            else box(b[0] - a[0], 0.026 if step else 0.03, (1.7 if step else 0.8) * k, 0.005).move(0, a[1], a[2])
        )
        d.add(f"rung_{i + 1}", rung, "rung", group="rungs")
    if step:
        d.add("cap", box(top + 0.9 * k, 0.05, 0.24, 0.012).move(y=h - 0.025), "trim")
        for i, t in enumerate((0.2, 0.55, 0.8)):
            a, b = place(-0.94, t, False), place(0.94, t, False)
            d.add(f"brace_{i + 1}", rod(a, b, radius=0.014), "frame", group="braces")
        if v.tray:
            d.add(
                "tray",
                box(top * 1.0, 0.02, 0.22, 0.006).move(0, 0.86 * h, -0.16)
                + box(top * 0.9, 0.02, 0.1).move(0, 0.86 * h, -0.06),
                "trim",
            )
    if v.feet:
        for i, (s, f) in enumerate((s, f) for f in ((True, False) if step else (True,)) for s in (1, -1)):
            x, _, z = place((1 if f else 0.94) * s, 0.0, f)
            d.add(f"foot_{i + 1}", box(0.85 * k, 0.06, 1.3 * k, 0.006).move(x, 0.03, z), "trim", group="feet")
    d.point("top", (0, h, 0), size=top)
    return d
