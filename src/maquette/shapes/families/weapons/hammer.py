"""Hammers: claw, sledge, mallets, of war."""

from __future__ import annotations

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier, haft, ribbed
from maquette.shapes.sub.outlines import polygon


@family(
    "hammer",
    "tool",
    nouns={
        "war hammer": {"kind": "war"},
        "warhammer": {"kind": "war"},
        "claw hammer": {"kind": "claw"},
        "sledgehammer": {"kind": "sledge"},
        "sledge hammer": {"kind": "sledge"},
        "mallet": {"kind": "mallet"},
        "wooden mallet": {"kind": "mallet"},
        "mjolnir": {"kind": "rune"},
        "thor's hammer": {"kind": "rune"},
        "blacksmith hammer": {"kind": "sledge", "length": 0.4},
        "magic hammer": {"kind": "rune"},
    },
    parameters=(
        Choice("kind", ("claw", "sledge", "mallet", "war", "rune")),
        Real("length", 1.0, 0.8, 1.3, unit="", about="times the usual of its kind"),
        Real("head_width", 1.0, 0.85, 1.25, unit=""),
        Real("head_height", 1.0, 0.85, 1.2, unit=""),
        Real("thickness", 1.0, 0.85, 1.25, unit="", about="of the handle"),
        Real("bevel", 0.12, 0.05, 0.2, unit="", about="of the head's edges"),
        Flag("grip", 0.75),
        Whole("bands", 1, 0, 3),
        Flag("spike", 0.5),
    ),
    slots={
        "head": ("steel", "iron", "gunmetal", "cast iron"),
        "handle": ("wood", "oak", "walnut", "paint:#c8a020"),
        "grip": ("rubber", "leather", "rubber:#b02a22", "rubber:#1f4f9a"),
        "trim": ("gold", "brass", "silver"),
        "rune": ("glow:#40c8ff", "glow:#ffb030"),
    },
    words={"claw": {"kind": "claw"}, "spike": {"spike": True}, "grip": {"grip": True}},
    paints={"haft": "handle", "shaft": "handle"},
    height=(0.2, 1.6),
)
def hammer(v: Values) -> Draft:
    """Stands on the foot of its handle; the face of its head toward +x."""
    n = v.length * {"claw": 0.33, "sledge": 0.8, "mallet": 0.33, "war": 0.95, "rune": 0.52}[v.kind]
    w = v.head_width * {"claw": 0.12, "sledge": 0.2, "mallet": 0.16, "war": 0.2, "rune": 0.3}[v.kind]
    h = v.head_height * {"claw": 0.034, "sledge": 0.085, "mallet": 0.1, "war": 0.08, "rune": 0.15}[v.kind]
    r = v.thickness * {"claw": 0.013, "sledge": 0.019, "mallet": 0.014, "war": 0.019, "rune": 0.021}[v.kind]
    d = Draft(extent=n)
    y, b = n - 0.5 * h, v.bevel * h
    if v.kind == "claw":
        y = n - 0.55 * h
        d.add("handle", haft(n - 0.3 * h, r, 1.15).scale(1.15, 1, 0.8), "handle")
        face = lathe(
            [(0.36 * h, -0.02), (0.36 * h, 0.022), (0.55 * h, 0.028), (0.55 * h, 0.052), (0.48 * h, 0.056)]
        ).rotate(z=-90)
        claw = extrude(
            [
                *bezier((0.0, 0.45 * h), (-0.4 * w, 0.55 * h), (-0.62 * w, -0.1 * h), (-0.66 * w, -0.95 * h)),
                *bezier((-0.62 * w, -1.0 * h), (-0.5 * w, -0.2 * h), (-0.3 * w, -0.3 * h), (0.0, -0.4 * h)),
            ],
            0.95 * h,
            bevel=0.06 * h,
        )
        claw = claw - box(0.5 * w, 2 * h, 0.16 * h).move(-0.62 * w, -0.3 * h)
        d.add("head", union(face, claw, box(2.9 * r, 1.12 * h, 2.3 * r, 0.1 * h)).move(y=y), "head")
        if v.grip:
            d.add("grip", ribbed(0.38 * n, 1.32 * r, 8, 0.07).scale(1.15, 1, 0.9).move(y=-0.002), "grip")
    elif v.kind == "mallet":
        d.add("handle", haft(n, r, 1.2), "handle")
        d.add("head", box(w, h, 0.75 * h, b).move(y=y - 0.1 * h), "handle")
        for i, s in enumerate((-1, 1)):
            d.add(f"face_{i + 1}", box(0.12 * w, 1.04 * h, 0.79 * h, 0.6 * b).move(s * 0.47 * w, y - 0.1 * h), "head")
    else:
        d.add("handle", haft(n - 0.1 * h, r, 1.2), "handle")
        if v.kind == "sledge":
            face = union(
                extrude(polygon(0.54 * h, 8, 22.5), 0.9 * w, bevel=b).rotate(y=90),
                cylinder(0.46 * h, w, bevel=0.05 * h).rotate(z=90),
            )
        elif v.kind == "rune":
            face = union(box(0.84 * w, h, h, b), box(w, 0.76 * h, 0.76 * h, b), box(0.2 * w, 1.06 * h, 1.06 * h, b))
        else:
            face = union(
                box(0.5 * w, 0.62 * h, 0.62 * h, b).move(x=0.1 * w),
                extrude(polygon(0.55 * h, 8, 22.5), 0.22 * w, bevel=0.6 * b).rotate(y=90).move(x=0.4 * w),
                cylinder(1.7 * r, 1.4 * h, bevel=0.2 * r),
            )
            back = (
                sweep(
                    [(-0.0 * w, 0, 0), (-0.45 * w, 0.05 * h, 0), (-0.8 * w, -0.45 * h, 0)],
                    [0.3 * h, 0.26 * h, 0.03 * h],
                )
                if v.spike
                else extrude(polygon(0.45 * h, 4, 45), 0.4 * w, taper=0.6, bevel=0.5 * b)
                .rotate(y=-90)
                .move(x=-0.22 * w)
            )
            d.add("spike" if v.spike else "peen", back.move(y=y), "head")
            d.add(
                "top_spike",
                union(cone(1.1 * r, 0.16 * n, 4).move(y=n + 0.11 * n), sphere(1.5 * r).move(y=n + 0.3 * h)),
                "trim",
            )
        d.add("head", face.move(y=y), "head")
        if v.kind == "rune":
            marks = union(
                extrude(polygon(0.3 * h, 4), 1.12 * h, holes=[polygon(0.2 * h, 4)]),
                *(box(0.05 * w, 0.5 * h, 1.03 * h).rotate(z=s * 30).move(x=s * 0.28 * w) for s in (-1, 1)),
            )
            d.add("rune", marks.move(y=y), "rune")
            d.add("strap", torus(0.03, 0.005).rotate(x=90).move(y=0.036), "grip")
        if v.grip:
            d.add("grip", ribbed((0.3 if v.kind != "rune" else 0.55) * n, 1.25 * r, 11).move(y=0.04 * n), "grip")
        for i in range(v.bands):
            d.add(
                f"band_{i + 1}",
                cylinder(1.35 * r, 0.03 * n, bevel=0.2 * r).move(y=y - 0.6 * h - 0.02 * n - 0.06 * n * i),
                "trim",
                group="bands",
            )
    d.point("grip", (0, 0.22 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d
