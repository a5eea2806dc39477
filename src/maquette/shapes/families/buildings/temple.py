"""Temple: columns on steps about a cella, under a gable; ruins lose the roof and some columns."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import gable_roof, gable_walls
from maquette.shapes.sub.columns import column_parts


@family(
    "temple",
    "building",
    nouns={
        "greek temple": {},
        "roman temple": {},
        "parthenon": {"columns": 8},
        "shrine": {"columns": 4, "length": 8},
        "ancient temple": {"ruined": True},
        "mausoleum": {"columns": 4},
        "ruin": {"ruined": True},
        "ruins": {"ruined": True},
        "ancient ruins": {"ruined": True},
        "temple ruins": {"ruined": True},
    },
    parameters=(
        Real("width", 10, 8, 13),
        Real("length", 14, 8, 18),
        Real("height", 5, 4, 6.5, about="of the columns"),
        Real("radius", 0.42, 0.34, 0.55),
        Whole("columns", 6, 4, 8, about="in the front"),
        Whole("steps", 3, 2, 5),
        Real("roof_height", 0.28, 0.2, 0.36, unit=""),
        Whole("flutes", 12, 0, 16),
        Choice("capital", ("plain", "scroll", "leaf")),
        Flag("ruined", 0.25),
        Flag("statues", 0.4),
        Flag("fire", 0.3),
    ),
    slots={
        "stone": ("marble", "sandstone", "stone:#cfc8b8", "stone"),
        "roof": ("tiles:#a8573c", "marble", "sandstone"),
        "trim": ("marble:#d8d2c4", "gold", "paint:#a83a2f"),
        "inner": ("sandstone:#bfa882", "stone"),
        "door": ("bronze", "walnut"),
        "fire": ("glow:#ff9a2a",),
        "moss": ("moss",),
    },
    words={
        "ruined": {"ruined": True},
        "broken": {"ruined": True},
        "columns": {},
        "statues": {"statues": True},
        "fire": {"fire": True},
    },
    paints={"columns": "stone", "pillars": "stone", "walls": "inner", "steps": "stone"},
    height=(5, 13),
)
def temple(v: Values) -> Draft:
    """Columns on steps about a cella, under a gable; ruins lose the roof and some columns."""
    w, n, h, r = v.width, v.length, v.height, v.radius
    d = Draft(extent=max(w, n) * 1.1)
    rng = v.rng("ruin")
    base = 0.32 * v.steps
    for i in range(v.steps):
        grow = 0.5 * (v.steps - i)
        d.add(
            f"step_{i + 1}", box(w + 2 * grow, 0.34, n + 2 * grow, 0.03).move(y=0.32 * i + 0.17), "stone", group="steps"
        )
    nx, nz = v.columns, max(3, round(v.columns * n / w))
    dx, dz = (w - 2.6 * r) / (nx - 1), (n - 2.6 * r) / (nz - 1)
    places = [(-w / 2 + 1.3 * r + i * dx, s * (n / 2 - 1.3 * r)) for s in (1, -1) for i in range(nx)] + [
        (s * (w / 2 - 1.3 * r), -n / 2 + 1.3 * r + i * dz) for s in (1, -1) for i in range(1, nz - 1)
    ]
    shaft, caps = column_parts(h, r, v.flutes, v.capital)
    shafts, ends = [], []
    for i, (x, z) in enumerate(places):
        lost = v.ruined and i >= 3 and rng.random() < 0.6
        if lost:
            cut = h * float(rng.uniform(0.15, 0.7))
            blade = box(9, 9, 9).rotate(z=float(rng.uniform(-20, 20))).move(y=4.5 + cut)
            shafts.append((shaft - blade).move(x, base, z))
            ends.append((caps - box(9, 2 * h, 9).move(y=h + r)).move(x, base, z))
        else:
            shafts.append(shaft.move(x, base, z))
            ends.append(caps.move(x, base, z))
    d.add("columns", union(*shafts), "stone")
    d.add("capitals", union(*ends), "stone")
    top = base + h
    if not v.ruined:
        d.add("cella", box(w - 5 * r - 1.0, h + 0.1, 0.72 * n).move(y=base + h / 2 - 0.02), "inner")
        d.add(
            "door",
            union(box(1.8, 0.68 * h, 0.2).move(y=0.34 * h), box(0.1, 0.66 * h, 0.3).move(y=0.34 * h)).move(
                y=base - 0.01, z=0.36 * n + 0.02
            ),
            "door",
        )
        d.add(
            "door_frame",
            extrude([(-1.2, 0), (1.2, 0), (1.1, 0.76 * h), (-1.1, 0.76 * h)], 0.24).move(
                y=base - 0.01, z=0.36 * n - 0.02
            ),
            "trim",
        )
        d.add("architrave", box(w, 0.55, n, 0.03).move(y=top + 0.25), "stone")
        d.add(
            "frieze",
            union(
                box(w - 0.1, 0.5, n - 0.1).move(y=top + 0.72),
                *(
                    box(0.3, 0.44, 0.2).move(
                        x=-w / 2 + 0.5 + i * (w - 1) / (2 * nx - 2), y=top + 0.72, z=s * (n / 2 - 0.06)
                    )
                    for i in range(2 * nx - 1)
                    for s in (1, -1)
                ),
            ),
            "trim",
        )
        rise = v.roof_height * w
        d.add("pediment", gable_walls(w, n - 0.3, 0.3, rise).move(y=top + 0.9), "stone")
        d.add("roof", gable_roof(w, n, rise, 0.4, 0.24).move(y=top + 1.16), "roof")
        d.add(
            "tympanum",
            extrude([(-0.36 * w, 0), (0.36 * w, 0), (0, 0.74 * rise)], 0.3).move(y=top + 1.22, z=n / 2 - 0.13),
            "trim",
        )
        if v.statues:
            d.add(
                "statues",
                union(
                    *(
                        union(
                            lathe([(0.3, 0), (0.16, 0.25), (0.3, 0.7), (0.08, 0.95)], smooth=True),
                            sphere(0.17).move(y=1.05),
                        ).move(x, top + 1.12 + y, n / 2 - 0.1)
                        for x, y in ((-w / 2, 0.1), (0, rise + 0.15), (w / 2, 0.1))
                    )
                ),
                "trim",
            )
    else:
        k = min(3, nx)
        d.add(
            "architrave",
            box((k - 1) * dx + 2.6 * r, 0.55, 2.4 * r, 0.03).move(
                x=-w / 2 + 1.3 * r + (k - 1) * dx / 2, y=top + 0.25, z=n / 2 - 1.3 * r
            ),
            "stone",
        )
        d.add(
            "wall",
            (
                box(0.5 * w, 0.6 * h, 0.7).move(y=base + 0.3 * h, z=-0.15 * n)
                - box(w, h, 3).rotate(z=22).move(x=0.2 * w, y=base + 0.95 * h, z=-0.15 * n)
            ),
            "inner",
        )
        blocks = [
            box(a, b, c, 0.05)
            .rotate(*(float(q) for q in rng.uniform(-20, 20, 3)))
            .move(float(rng.uniform(-0.35, 0.35)) * w, base + 0.22, float(rng.uniform(-0.3, 0.4)) * n)
            for a, b, c in rng.uniform(0.5, 1.1, (6, 3)).tolist()
        ]
        drum = cylinder(0.95 * r, 1.6 * r).rotate(z=90).move(0.2 * w, base + 0.9 * r, 0.3 * n)
        d.add("rubble", union(drum, *blocks), "stone")
        d.add(
            "moss",
            union(
                *(
                    sphere(0.7, 0.16, 0.6)
                    .roughened(0.04, 0.3, seed=i, octaves=2)
                    .move(float(rng.uniform(-0.4, 0.4)) * w, base, float(rng.uniform(-0.4, 0.4)) * n)
                    for i in range(4)
                )
            ),
            "moss",
        )
    if v.fire:
        bowl = lathe([(0.22, 0), (0.14, 0.5), (0.5, 0.8), (0.42, 0.85), (0, 0.7)])
        d.add("bowls", bowl.move(x=0.36 * w, y=base - 0.02 - 0.32, z=n / 2 + 0.25).mirrored(), "door")
        d.add(
            "fire",
            lathe([(0.2, 0), (0.34, 0.2), (0.16, 0.6), (0.01, 0.95)], smooth=True)
            .move(x=0.36 * w, y=base + 0.28, z=n / 2 + 0.25)
            .mirrored(),
            "fire",
        )
    d.point("top", (0, top, 0), size=w)
    return d
