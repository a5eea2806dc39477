"""Market stall: a counter with crates of goods under a striped awning; or a small shop front."""

from __future__ import annotations

from maquette.shapes.api import box, cone, cylinder, extrude, hull, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import Opening, add_openings


@family(
    "market stall",
    "building",
    nouns={
        "stall": {},
        "shop": {"kind": "shop"},
        "store": {"kind": "shop"},
        "kiosk": {"kind": "shop", "width": 3.0},
        "food stand": {"goods": "fruit"},
        "fruit stand": {"goods": "fruit"},
        "lemonade stand": {"goods": "bottles"},
        "market stand": {},
        "booth": {},
        "bakery": {"kind": "shop"},
        "cafe": {"kind": "shop"},
    },
    parameters=(
        Choice("kind", ("stall", "shop")),
        Real("width", 2.6, 2.0, 4.0),
        Real("depth", 1.5, 1.2, 2.2),
        Real("height", 2.4, 2.1, 2.9),
        Whole("stripes", 8, 6, 12),
        Whole("crates", 3, 2, 4),
        Choice("goods", ("fruit", "pots", "bottles")),
        Real("awning", 0.55, 0.4, 0.8),
        Flag("sign", 0.6),
        Flag("lanterns", 0.5),
        Flag("barrel", 0.5),
        Flag("shelf", 0.5),
    ),
    slots={
        "awning": ("fabric:#c8322a", "fabric:#2f7a4a", "fabric:#2f6ab0", "fabric:#e0902a"),
        "stripe": ("fabric:#f2ead8", "fabric:#f0d468"),
        "wood": ("oak", "planks", "pine", "walnut"),
        "crate": ("pine", "birch"),
        "goods": ("fruit", "peel", "fruit:#7aa03a", "clay", "glass:#5fa070"),
        "goods_2": ("peel:#f2c22e", "fruit:#7a2f6a", "ceramic:#3f6f9f"),
        "sign": ("planks:#5a4030", "paint:#2f4a3f"),
        "letters": ("paint:#f2ead8", "gold"),
        "lantern": ("glow:#ffc35a",),
        "wall": ("plaster", "brick", "paint:#d9c49a"),
        "glass": ("glow:#ffdf9a", "glass"),
        "door": ("paint:#2f5a4a", "walnut"),
        "trim": ("paint:#f0ece0", "walnut"),
        "metal": ("iron", "brass"),
    },
    words={
        "sign": {"sign": True},
        "lanterns": {"lanterns": True},
        "barrel": {"barrel": True},
        "fruit": {"goods": "fruit"},
        "bottles": {"goods": "bottles"},
        "pots": {"goods": "pots"},
        "awning": {},
    },
    paints={
        "roof": "awning",
        "stripes": "stripe",
        "crates": "crate",
        "fruit": "goods",
        "table": "wood",
        "counter": "wood",
    },
    height=(2.0, 5.5),
)
def market_stall(v: Values) -> Draft:
    """A counter with crates of goods under a striped awning; or a small shop front."""
    w, z, h = v.width / 2, v.depth / 2, v.height
    shop = v.kind == "shop"
    if shop:
        w, h = 1.25 * w, h * 1.1
    d = Draft(extent=max(2 * w, h * 1.3))
    front = z
    if shop:
        deep = 2.6 * z
        d.add("walls", box(2 * w, h + 0.9, deep).move(y=(h + 0.9) / 2, z=front - deep / 2), "wall")
        d.add(
            "cornice",
            union(
                box(2 * w + 0.3, 0.2, deep + 0.3, 0.03).move(y=h + 0.9, z=front - deep / 2),
                box(2 * w + 0.16, 0.3, deep + 0.16).move(y=0.15, z=front - deep / 2),
            ),
            "trim",
        )
        places: list[Opening] = [
            ("door", -0.55 * w, 0.05, front, 0, 0.9, 1.95),
            ("window", 0.35 * w, 0.75, front, 0, 0.95 * w, 1.15),
        ]
        add_openings(d, places)
    else:
        d.add(
            "posts",
            union(
                *(
                    cylinder(0.05, h + (0.1 if q > 0 else 0.47)).move(
                        x * (w - 0.06), (h + (0.1 if q > 0 else 0.47)) / 2, q * (z - 0.06)
                    )
                    for x in (1, -1)
                    for q in (1, -1)
                ),
                box(2 * w, 0.07, 0.07).move(y=h - 0.02, z=z - 0.06),
                box(2 * w, 0.07, 0.07).move(y=h + 0.3, z=-z + 0.06),
            ),
            "wood",
        )
    top = h - 0.1 if shop else h + 0.02
    rise, out = (0.5, v.awning + 0.3) if shop else (0.45, v.awning)
    z0, z1 = (front - 0.06, front + out) if shop else (-z - 0.15, z + out)
    n = v.stripes
    for k, (name, slot) in enumerate((("awning", "awning"), ("stripes", "stripe"))):
        strips = []
        for i in range(k, n, 2):
            x = -w - 0.1 + (2 * w + 0.2) * (i + 0.5) / n
            wide = (2 * w + 0.2) / n
            slope = hull(
                [
                    (x + s * (wide / 2 + 0.003), y + t, q)
                    for s in (1, -1)
                    for y, q in ((top + rise, z0), (top - 0.12, z1))
                    for t in (0, 0.06)
                ]
            )
            tip = extrude(
                [
                    (-wide / 2, 0),
                    (-wide / 2, -0.16),
                    (-wide / 4, -0.24),
                    (wide / 4, -0.24),
                    (wide / 2, -0.16),
                    (wide / 2, 0),
                ],
                0.05,
            ).move(x=x, y=top - 0.07, z=z1 - 0.01)
            strips.append(union(slope, tip))
        d.add(name, union(*strips), slot)
    cz = z if not shop else front + 0.45
    counter = 0.85
    if not shop:
        d.add(
            "counter",
            union(
                box(2 * w - 0.1, 0.07, 2 * z - 0.1, 0.015).move(y=counter),
                *(
                    box((2 * w - 0.2) / 6 - 0.015, counter - 0.05, 0.05).move(
                        x=-w + 0.1 + (2 * w - 0.2) * (i + 0.5) / 6, y=counter / 2, z=z - 0.16
                    )
                    for i in range(6)
                ),
                *(box(0.05, counter, 2 * z - 0.3).move(x=s * (w - 0.12), y=counter / 2) for s in (1, -1)),
            ),
            "wood",
        )
    cw = (2 * w - 0.3) / v.crates if not shop else 0.55
    goods: dict[str, list[Node]] = {"goods": [], "goods_2": []}
    for i in range(v.crates if not shop else 2):
        x = -w + 0.15 + cw * (i + 0.5) if not shop else 0.1 * w + 0.65 * i
        y, q = (counter - 0.015, 0.15 * z) if not shop else (0.0, cz - 0.1)
        cd = 0.62
        tilt = 10 if not shop else 0
        tray = box(cw - 0.06, 0.22, cd, 0.01) - box(cw - 0.11, 0.3, cd - 0.06).move(y=0.07)
        d.add(f"crate_{i + 1}", tray.rotate(x=tilt).move(x, y + 0.13, q), "crate", group="crates")
        m = max(2, int((cw - 0.12) / 0.16))
        for a in range(m):
            for b in range(3):
                px, pz = (a - (m - 1) / 2) * (cw - 0.14) / m, (b - 1) * 0.17
                if v.goods == "fruit":
                    one: Node = sphere(0.085, 0.08, 0.085).move(px, -0.025 + 0.015 * ((a + b) % 2), pz)
                elif v.goods == "pots":
                    one = lathe([(0.04, -0.05), (0.08, 0.05), (0.05, 0.13), (0.06, 0.17)], smooth=True).move(
                        px, -0.045, pz
                    )
                else:
                    one = lathe([(0.05, -0.06), (0.05, 0.14), (0.02, 0.2), (0.022, 0.28)]).move(px, -0.035, pz)
                goods["goods" if i % 2 == 0 else "goods_2"].append(one.rotate(x=tilt).move(x, y + 0.13, q))
    for name, group in goods.items():
        if group:
            d.add(name, union(*group), name)
    if shop:
        d.add("bench", box(1.4, 0.06, 0.5).move(x=0.1 * w + 0.33, y=0.03, z=cz - 0.1), "wood")
    if v.shelf and not shop:
        d.add(
            "shelf",
            union(
                box(2 * w - 0.1, 0.05, 0.3).move(y=1.6, z=-z + 0.15),
                box(2 * w - 0.1, 0.05, 0.3).move(y=1.2, z=-z + 0.15),
                box(2 * w - 0.12, 1.0, 0.04).move(y=1.35, z=-z + 0.06),
            ),
            "wood",
        )
        d.add(
            "jars",
            union(
                *(
                    lathe([(0.06, 0), (0.08, 0.08), (0.05, 0.18), (0.055, 0.22)]).move(
                        -w + 0.3 + 0.3 * i, 1.62 if i % 2 else 1.22, -z + 0.17
                    )
                    for i in range(int((2 * w - 0.4) / 0.3))
                )
            ),
            "goods_2",
        )
    if v.sign:
        y, q = (h + 0.42, front + 0.06) if shop else (top + rise + 0.16, -0.4 * z)
        d.add(
            "sign",
            union(
                box(1.3 * w, 0.42, 0.09, 0.02).move(y=y, z=q),
                *([] if shop else [box(0.06, 0.5, 0.06).move(x=s * 0.5 * w, y=y - 0.3, z=q) for s in (1, -1)]),
            ),
            "sign",
        )
        d.add(
            "letters",
            union(
                *(
                    box(0.12 * w, 0.2 if i % 2 else 0.24, 0.06).move(x=(i - 2) * 0.2 * w, y=y, z=q + 0.04)
                    for i in range(5)
                )
            ),
            "letters",
        )
    if v.lanterns:
        lamp = union(cylinder(0.07, 0.16, 0.055).move(y=-0.22))
        hook = union(cylinder(0.012 + 0.006, 0.24).move(y=-0.06), cone(0.1, 0.07).move(y=-0.11))
        at = (w - 0.2, top - 0.02 - 0.02, (z if not shop else front + 0.3))
        at = (w - 0.2, top + (0.02 if not shop else 0.23), z - 0.06 if not shop else front + 0.3)
        d.add("lanterns", lamp.move(*at).mirrored(), "lantern")
        d.add("lantern_hooks", hook.move(*at).mirrored(), "metal")
    if v.barrel:
        d.add(
            "barrel",
            lathe([(0.24, 0), (0.3, 0.25), (0.3, 0.5), (0.25, 0.75), (0.2, 0.75), (0.2, 0.68)]).move(
                w + (0.12 if not shop else -0.2), 0, 0.2 * z if not shop else front + 0.28
            ),
            "wood",
        )
    d.point("top", (0, top + rise, 0), size=w)
    return d
