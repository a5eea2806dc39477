"""Spears, halberds, tridents, glaives, lances and scythes."""

from __future__ import annotations

from maquette.shapes.api import cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import axe_bit, bezier, blade, ribbed


@family(
    "spear",
    "weapon",
    nouns={
        "halberd": {"kind": "halberd"},
        "trident": {"kind": "trident"},
        "pike": {"kind": "spear", "length": 2.6},
        "lance": {"kind": "lance"},
        "glaive": {"kind": "glaive"},
        "naginata": {"kind": "glaive"},
        "polearm": {"kind": "halberd"},
        "javelin": {"kind": "spear", "length": 1.5},
        "poleaxe": {"kind": "halberd"},
        "harpoon": {"kind": "spear", "barbs": True},
        "pitchfork": {"kind": "trident", "head_length": 0.36},
        "scythe": {"kind": "scythe"},
        "grim reaper scythe": {"kind": "scythe"},
        "jousting lance": {"kind": "lance"},
    },
    parameters=(
        Choice("kind", ("spear", "halberd", "trident", "glaive", "lance", "scythe")),
        Real("length", 2.0, 1.5, 2.6),
        Real("head_length", 0.38, 0.28, 0.5),
        Real("head_width", 0.12, 0.09, 0.15),
        Real("radius", 0.019, 0.016, 0.024, about="of the shaft"),
        Flag("tassel", 0.35),
        Flag("barbs", 0.35),
        Whole("bands", 2, 0, 4),
        Flag("wrap", 0.6),
        Flag("foot_spike", 0.5),
    ),
    slots={
        "head": ("steel", "silver", "iron", "bronze", "gold"),
        "shaft": ("oak", "walnut", "wood", "paint:#2c2a28"),
        "trim": ("brass", "gold", "gunmetal"),
        "wrap": ("leather", "leather:#7a1f1c", "rope"),
        "tassel": ("fabric:#b02a22", "fabric:#1f4f9a", "feathers", "fabric:#d8a020"),
    },
    words={"tassel": {"tassel": True}, "feathers": {"tassel": True}, "barbed": {"barbs": True}},
    paints={"blade": "head", "tip": "head", "haft": "shaft", "handle": "shaft", "pole": "shaft", "feathers": "tassel"},
    height=(1.4, 2.8),
)
def spear(v: Values) -> Draft:
    """Stands on its foot, its point up."""
    n, h, w, r = v.length, v.head_length * (1.15 if v.kind == "halberd" else 1.0), v.head_width, v.radius
    d = Draft(extent=n)
    y = n - h
    low = 0.05 if v.foot_spike else 0.0
    socket = lathe([(1.25 * r, y - 0.1), (1.45 * r, y - 0.085), (1.2 * r, y - 0.02), (0.9 * r, y + 0.06)])
    if v.kind == "lance":
        d.add(
            "shaft",
            lathe(
                [
                    (0.024, 0),
                    (0.034, 0.03),
                    (0.022, 0.14),
                    (0.022, 0.34),
                    (0.055, 0.42),
                    (0.048, 0.6 * n),
                    (0.016, n - 0.06),
                ]
            ),
            "shaft",
        )
        d.add("guard", lathe([(0.024, 0.33), (0.16, 0.4), (0.155, 0.41), (0.05, 0.47)]), "head")
        d.add("head", lathe([(0.018, n - 0.1), (0.034, n - 0.09), (0.028, n - 0.06), (0.0, n)]), "head")
        for i in range(4 + v.bands):
            yy = 0.5 + (n - 0.75) * (i + 0.5) / (4 + v.bands)
            d.add(
                f"band_{i + 1}",
                cylinder(0.056, 0.05, 0.054)
                .scale(1 - 0.55 * max(0.0, yy / n - 0.55), 1, 1 - 0.55 * max(0.0, yy / n - 0.55))
                .move(y=yy),
                "tassel",
                group="bands",
            )
        d.add("wrap", ribbed(0.18, 0.027, 9).move(y=0.15), "wrap")
        d.point("grip", (0, 0.24, 0), size=0.045)
        d.point("top", (0, n, 0), size=0.05)
        return d
    top = n - 0.06 if v.kind == "scythe" else y + 0.03
    d.add("shaft", sweep([(0, low, 0), (0, 0.5 * n, 0), (0, top, 0)], [0.95 * r, r, 0.9 * r]), "shaft")
    if v.kind == "spear":
        leaf = blade(h, w, 0.026, point=0.75, taper=1.0)
        d.add("head", union(leaf.move(y=y), cylinder(0.75 * r, 0.35 * h, 0.2 * r).move(y=y + 0.12 * h)), "head")
        if v.barbs:
            d.add(
                "barbs",
                extrude([(0, 0.05), (0.06, 0.0), (0.1, -0.06), (0.055, -0.025), (0, -0.01)], 0.014, bevel=0.003)
                .mirrored("x")
                .move(y=y - 0.01),
                "head",
            )
    elif v.kind == "glaive":
        d.add(
            "head",
            blade(1.25 * h, 1.0 * w, 0.02, point=0.5, curve=0.16, single=True, flare=0.25).move(y=y - 0.25 * h),
            "head",
        )
        socket = socket.move(y=-0.25 * h)
    elif v.kind == "trident":
        s = 1.15 * w
        side = sweep(
            [(0, 0.02, 0), (0.7 * s, 0.05 * h, 0), (s, 0.3 * h, 0), (0.95 * s, 0.86 * h, 0)],
            [0.013, 0.013, 0.012, 0.009],
        )
        tip = (
            extrude(
                [(0, 0.2 * h), (0.026, 0.0), (0.009, 0.02 * h), (-0.009, 0.02 * h), (-0.026, 0.0)], 0.014, bevel=0.003
            )
            if v.barbs
            else lathe([(0.0095, 0), (0.02, 0.012), (0.0, 0.18 * h)])
        )
        d.add(
            "head",
            union(
                side.mirrored("x"),
                sweep([(0, -0.02, 0), (0, 0.84 * h, 0)], [0.016, 0.01]),
                *(tip.move(x, 0.8 * h) for x in (-0.95 * s, 0, 0.95 * s)),
                sphere(0.03, 0.022, 0.024),
            ).move(y=y),
            "head",
        )
    elif v.kind == "halberd":
        body, keen = axe_bit(1.9 * w, 0.5 * h, 0.85 * h, 0.034, beard=0.02)
        hook = extrude(
            [
                *bezier((0, 0.07), (-0.5 * w, 0.05), (-1.5 * w, -0.08)),
                *bezier((-1.5 * w, -0.09), (-0.6 * w, -0.05), (0, -0.05)),
            ],
            0.02,
            bevel=0.004,
        )
        d.add("head", union(body, hook, cylinder(1.3 * r, 0.55 * h, bevel=0.005)).move(y=y), "head")
        d.add("edge", keen.move(y=y), "head")
        d.add(
            "spike",
            union(
                blade(0.75 * h, 0.5 * w, 0.024, point=0.8, taper=1.0).move(y=y + 0.26 * h),
                cylinder(1.2 * r, 0.05, 0.8 * r).move(y=y + 0.28 * h),
            ),
            "head",
        )
        socket = socket.move(y=-0.12 * h)
    else:
        big = 2.1 * h
        out = [
            *bezier((0.05, 0.03), (-0.4 * big, 0.16), (-0.8 * big, 0.05), (-big, -0.22 * big)),
            *bezier((-0.98 * big, -0.23 * big), (-0.72 * big, -0.02), (-0.4 * big, 0.02), (0.05, -0.035))[1:],
        ]
        d.add("head", extrude(out, 0.018, bevel=0.004).move(y=n - 0.11), "head")
        socket = cylinder(1.45 * r, 0.12, bevel=0.006).move(y=n - 0.1)
        d.add(
            "peg",
            sweep([(0, 0.45 * n, 0), (0.09, 0.46 * n, 0), (0.12, 0.5 * n, 0)], [0.013, 0.014, 0.013], round_ends=True),
            "shaft",
        )
    d.add("socket", socket, "trim")
    if v.foot_spike:
        d.add("foot", lathe([(0.0, 0), (0.8 * r, 0.07), (1.25 * r, 0.08), (1.15 * r, 0.14)]), "trim")
    if v.wrap:
        d.add("wrap", ribbed(0.2, 1.2 * r, 10).move(y=0.46 * n if v.kind != "scythe" else 0.6 * n), "wrap")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            torus(1.02 * r, 0.35 * r).move(
                y=y - 0.15 - {"glaive": 0.25, "halberd": 0.12}.get(v.kind, 0.0) * h - 0.05 * i
            ),
            "trim",
            group="bands",
        )
    if v.tassel and v.kind != "scythe":
        yy = y - 0.09 - (0.25 * h if v.kind == "glaive" else 0.12 * h if v.kind == "halberd" else 0)
        strand = sweep([(0.9 * r, 0, 0), (1.9 * r, -0.03, 0), (1.8 * r, -0.17, 0)], [0.008, 0.012, 0.005])
        d.add("tassel", union(strand.around(9), torus(1.1 * r, 0.008)).move(y=yy), "tassel")
    d.point("grip", (0, 0.45 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d
