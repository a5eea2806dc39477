"""Skyscraper: bands of glass and stone, plain, stepped, round or twisted."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "skyscraper",
    "building",
    nouns={
        "office building": {"height": 40},
        "high rise": {},
        "apartment building": {"height": 32, "balconies": True},
        "apartment block": {"height": 32, "balconies": True},
        "office tower": {},
        "futuristic building": {"kind": "twisted"},
        "city building": {"height": 36},
        "art deco tower": {"kind": "stepped"},
    },
    parameters=(
        Choice("kind", ("box", "stepped", "round", "twisted")),
        Real("height", 60, 32, 100),
        Real("width", 18, 14, 24),
        Real("depth", 16, 12, 22),
        Whole("floors", 16, 10, 22),
        Whole("columns", 6, 4, 9, about="of windows"),
        Whole("steps", 3, 2, 4),
        Real("twist", 40, 15, 80, unit="deg"),
        Flag("antenna", 0.6),
        Flag("helipad", 0.3),
        Flag("balconies", 0.2),
        Flag("sign", 0.25),
        Flag("lobby", 0.9),
    ),
    slots={
        "glass": ("dark glass", "glass:#5f93b5", "dark glass:#1e4050", "glow:#ffdf9a"),
        "wall": ("concrete", "paint:#d8d5cc", "steel", "sandstone", "brick", "gunmetal"),
        "trim": ("steel", "gunmetal", "concrete"),
        "light": ("glow:#ff3a2a",),
        "sign": ("glow:#40c8ff", "glow:#ff4aa0"),
        "base": ("granite", "stone"),
        "door": ("dark glass",),
    },
    words={
        "antenna": {"antenna": True},
        "helipad": {"helipad": True},
        "balconies": {"balconies": True},
        "sign": {"sign": True},
    },
    paints={"windows": "glass", "walls": "wall", "facade": "wall", "neon": "sign"},
    height=(30, 135),
)
def skyscraper(v: Values) -> Draft:
    """Bands of glass and stone, plain, stepped, round or twisted."""
    h, w, z, n = v.height, v.width / 2, v.depth / 2, v.floors
    d = Draft(extent=h * 1.15)
    base = 0.7
    d.add("base", box(2 * w + 4, base, 2 * z + 4, 0.2).move(y=base / 2), "base")
    tiers = (
        [(0.0, 1.0, 1.0)]
        if v.kind != "stepped"
        else [(i / v.steps, (i + 1) / v.steps, 1 - 0.24 * i) for i in range(v.steps)]
    )
    fh = h / n
    top = base + h
    last = tiers[-1][2]
    if v.kind == "round":
        d.add("glass", cylinder(w, h + 0.4).move(y=base + h / 2), "glass")
        d.add(
            "floors",
            union(*(cylinder(1.03 * w, 0.28 * fh).move(y=base + fh * (i + 1) - 0.14 * fh) for i in range(n))),
            "wall",
        )
        d.add("fins", box(0.4, h + 0.2, 0.5).move(x=1.01 * w, y=base + h / 2 - 0.2).around(3 * v.columns), "trim")
    elif v.kind == "twisted":
        body = box(1.8 * w, h + 0.6, 1.8 * w, 0.2)
        d.add("glass", body.twisted(v.twist).move(y=base + h / 2), "glass")
        turn = [v.twist * (i / n) for i in range(n + 1)]
        d.add(
            "floors",
            union(
                *(
                    cylinder(1.33 * w, 0.24 * fh, sides=4)
                    .rotate(y=a + 45)
                    .move(y=base + fh * i if i else base + 0.12 * fh)
                    for i, a in enumerate(turn)
                )
            ),
            "wall",
        )
    else:
        glass, walls, fins = [], [], []
        for a, b, k in tiers:
            f0, f1 = round(a * n), round(b * n)
            tall = (f1 - f0) * fh
            glass.append(box(2 * w * k, tall + 0.1, 2 * z * k).move(y=base + f0 * fh + tall / 2))
            walls += [
                box(2 * w * k + 0.5, 0.3 * fh, 2 * z * k + 0.5).move(y=base + fh * (f + 1) - 0.15 * fh)
                for f in range(f0, f1)
            ]
            for i in range(v.columns + 1):
                x, q = w * k * (-1 + 2 * i / v.columns), z * k * (-1 + 2 * i / v.columns)
                wide = 1.1 if i in (0, v.columns) else 0.5
                fins += [
                    box(wide, tall + 0.3, 0.9).move(x, base + f0 * fh + tall / 2 - 0.25, s * z * k) for s in (1, -1)
                ] + [box(0.87, tall + 0.36, wide).move(s * w * k, base + f0 * fh + tall / 2 - 0.25, q) for s in (1, -1)]
            walls.append(box(2 * w * k + 1.0, 0.7, 2 * z * k + 1.0).move(y=base + f1 * fh))
        d.add("glass", union(*glass), "glass")
        d.add("floors", union(*walls), "wall")
        d.add("fins", union(*fins), "wall" if v.kind == "box" else "trim")
    face = {"round": w, "twisted": 0.95 * w}.get(v.kind, z)
    d.add("roof", box(0.9 * w * last, 2.0, 0.8 * z * last, 0.1).move(x=-0.1 * w, y=top + 0.9, z=-0.1 * z), "trim")
    d.add("vents", box(1.6, 1.4, 1.6, 0.1).move(0.45 * w * last, top + 0.6, -0.3 * z * last).repeat(2, z=2.6), "trim")
    if v.lobby:
        d.add(
            "entrance",
            union(
                box(5.5, 4.2, 2.0, 0.1).move(y=base + 2.0, z=face),
                box(7.5, 0.4, 3.4, 0.1).move(y=base + 4.2, z=face + 0.8),
            ),
            "wall",
        )
        d.add("door", box(4.2, 3.2, 2.2).move(y=base + 1.6, z=face), "door")
    if v.antenna:
        a = 0.16 * h
        d.add(
            "antenna",
            union(
                lathe([(0.7, 0), (0.35, 0.4 * a), (0.3, a)]),
                box(2.2, 0.3, 0.3).move(y=0.5 * a),
                box(1.5, 0.3, 0.3).move(y=0.7 * a),
            ).move(x=-0.1 * w, y=top + 1.7, z=-0.1 * z),
            "trim",
        )
        d.add("light", sphere(0.6).move(-0.1 * w, top + 1.7 + a, -0.1 * z), "light")
    elif v.helipad:
        d.add(
            "helipad",
            union(
                cylinder(0.42 * w * last + 1, 0.5), box(0.5, 0.7, 3.0).move(x=1.2).mirrored(), box(2.4, 0.7, 0.5)
            ).move(y=top + 2.1, x=-0.1 * w, z=-0.1 * z),
            "wall",
        )
    if v.balconies and v.kind in ("box", "stepped"):
        d.add(
            "balconies",
            union(
                *(
                    box(2 * w / v.columns * 0.8, 0.9, 1.6, 0.05).move(
                        w * (-1 + (2 * i + 1) / v.columns),
                        base + fh * f + 0.5,
                        z * (1 if f < round(tiers[0][1] * n) else 0) + 0.5,
                    )
                    for f in range(2, round(tiers[0][1] * n))
                    for i in range(0, v.columns, 2)
                )
            ),
            "trim",
        )
    if v.sign:
        d.add(
            "sign",
            box(1.4, 0.3 * h, 2.2, 0.2).move(
                x=(0.6 if v.kind in ("box", "stepped") else 0.1) * w, y=base + 0.35 * h, z=face + 0.7
            ),
            "sign",
        )
    d.point("top", (0, top, 0), size=w)
    return d
