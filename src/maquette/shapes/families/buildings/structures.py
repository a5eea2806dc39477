"""Tents, igloos, skyscrapers, market stalls, bridges, fences, walls, gates, arches, stairs, doors and windows."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import Opening, add_openings, arched, flag, gable_roof, merlons_row
from maquette.shapes.sub.foliage import rock

STONES = ("stone", "sandstone", "brick", "granite")


@family(
    "tent",
    "building",
    nouns={
        "camping tent": {"kind": "ridge"},
        "circus tent": {"kind": "round", "stripes": True, "radius": 4.5},
        "tipi": {"kind": "tipi"},
        "teepee": {"kind": "tipi"},
        "wigwam": {"kind": "tipi"},
        "pavilion": {"kind": "round"},
        "yurt": {"kind": "round", "radius": 3},
        "big top": {"kind": "round", "stripes": True},
        "marquee": {"kind": "round"},
    },
    parameters=(
        Choice("kind", ("ridge", "tipi", "round")),
        Real("width", 2.6, 2.0, 3.4),
        Real("length", 3.2, 2.6, 4.2),
        Real("height", 1.9, 1.6, 2.6),
        Real("radius", 2.6, 2.0, 4.5),
        Whole("poles", 7, 5, 9),
        Whole("panels", 12, 8, 16),
        Flag("stripes", 0.4),
        Flag("open", 0.7),
        Flag("flag", 0.5),
        Flag("ropes", 0.8),
    ),
    slots={
        "cloth": ("canvas", "fabric:#c8692c", "fabric:#3f7a5a", "fabric:#2f5f9a", "fabric:#b5302a"),
        "stripe": ("fabric:#f0e8d2", "fabric:#e0a92c"),
        "pole": ("oak", "bamboo"),
        "rope": ("rope",),
        "dark": ("fabric:#2a2420",),
        "flag": ("fabric:#d9302a", "fabric:#e8b22c"),
        "metal": ("iron",),
    },
    words={
        "flag": {"flag": True},
        "ropes": {"ropes": True},
        "stripes": {"stripes": True},
        "striped": {"stripes": True},
        "open": {"open": True},
    },
    paints={"fabric": "cloth", "canvas": "cloth", "poles": "pole", "stripes": "stripe"},
    height=(1.5, 9),
)
def tent(v: Values) -> Draft:
    """A ridge tent, a tipi of poles, or a round pavilion."""
    if v.kind == "ridge":
        w, n, h = v.width / 2, v.length / 2, v.height
        d = Draft(extent=2.2 * n)
        shell = gable_roof(2 * w, 2 * n, h - 0.05, 0.06, 0.07, 0.06).move(y=0.02)
        back = extrude([(-w, 0.0), (w, 0.0), (0, h)], 0.06).move(z=-n + 0.1)
        d.add("cloth", union(shell - box(99, 9, 99).move(y=-4.5), back), "cloth")
        flap = extrude([(0, 0), (0.96 * w, 0), (0.03, 0.97 * h), (0, 0.97 * h)], 0.06)
        d.add(
            "flaps",
            union(
                flap.rotate(y=-62 if v.open else -3).move(x=-0.96 * w, z=n - 0.12)
                if not v.open
                else hull(
                    [
                        (s * x, y, z)
                        for s in (1,)
                        for x, y, z in (
                            (0.5 * w, 0, n - 0.1),
                            (1.0 * w, 0, n - 0.1),
                            (0.06, 0.94 * h, n - 0.1),
                            (0.55 * w, 0, n - 0.02),
                            (1.0 * w, 0, n - 0.02),
                        )
                    ]
                ).mirrored(),
                box(0.06, 0.04, 0.06).move(y=h - 0.05, z=n - 0.1),
            )
            if v.open
            else extrude([(-w, 0), (w, 0), (0, h - 0.04)], 0.06).move(z=n - 0.12),
            "stripe" if v.stripes else "cloth",
        )
        d.add("floor", box(2 * w - 0.05, 0.05, 2 * n - 0.1).move(y=0.025), "dark")
        d.add(
            "poles",
            union(
                *(cylinder(0.035, h + 0.3).move(y=(h + 0.3) / 2, z=s * (n + 0.02)) for s in (1, -1)),
                cylinder(0.035, 2 * n + 0.1).rotate(x=90).move(y=h + 0.03),
            ),
            "pole",
        )
        if v.stripes:
            d.add(
                "stripes",
                (
                    gable_roof(2 * w, 2 * n, h - 0.05, 0.06, 0.085, 0.06).move(y=0.02)
                    & union(*(box(9, 9, 0.25).move(z=-n + 0.5 + 0.7 * i) for i in range(int(2 * n / 0.7))))
                )
                - box(99, 9, 99).move(y=-4.5),
                "stripe",
            )
        if v.ropes:
            lines = [sweep([(0, h + 0.2, s * n), (0, 0.02, s * (n + 0.9))], 0.018, sides=6) for s in (1, -1)] + [
                sweep([(q * (w + 0.03), 0.05, z), (q * (w + 0.5), 0.02, z)], 0.018, sides=6)
                for q in (1, -1)
                for z in (-0.7 * n, 0.7 * n)
            ]
            d.add("ropes", union(*lines), "rope")
            pegs = [(0, s * (n + 0.9)) for s in (1, -1)] + [
                (q * (w + 0.5), z) for q in (1, -1) for z in (-0.7 * n, 0.7 * n)
            ]
            d.add("pegs", union(*(cylinder(0.03, 0.18).move(x, 0.09, z) for x, z in pegs)), "pole")
        if v.flag:
            pole, cloth = flag(0.8, 0.5, 0.04)
            d.add("flag_pole", pole.move(y=h, z=n), "pole")
            d.add("flag", cloth.move(y=h, z=n), "flag")
        d.point("top", (0, h, 0), size=0.3)
        return d
    if v.kind == "tipi":
        r, h = 0.62 * v.width, 1.55 * v.height
        d = Draft(extent=1.25 * h)
        body = lathe([(r, 0), (0.1 * r, h)])
        if v.open:
            body = body - cylinder(0.9 * r, 0.86 * h, 0.06 * r).move(y=0.4 * h)
        hole = extrude([(-0.34 * r, 0), (0.34 * r, 0), (0, 0.55 * h)], 2 * r).move(z=r)
        d.add("cloth", body - hole if v.open else body, "cloth")
        if v.open:
            d.add("inside", cylinder(0.86 * r, 0.05).move(y=0.025), "dark")
        rods = []
        for i in range(v.poles):
            a = 2 * math.pi * (i + 0.5) / v.poles + math.pi / 2
            c, s = math.cos(a), math.sin(a)
            rods.append(sweep([(1.0 * r * c, 0.0, 1.0 * r * s), (-0.17 * r * c, 1.18 * h, -0.17 * r * s)], 0.035))
        d.add("poles", union(*rods), "pole")
        bands = [
            lathe(
                [
                    (r * (1 - 0.9 * t) + 0.025, h * t),
                    (r * (1 - 0.9 * (t + 0.06)) + 0.025, h * (t + 0.06)),
                    (r * (1 - 0.9 * (t + 0.06)) - 0.03, h * (t + 0.06)),
                    (r * (1 - 0.9 * t) - 0.03, h * t),
                ]
            )
            for t in (0.06, 0.6)
        ]
        band = union(*bands)
        d.add("bands", band - hole if v.open else band, "stripe")
        zig = union(
            *(
                extrude([(-0.2 * r, 0), (0.2 * r, 0), (0, 0.14 * h)], 0.07)
                .rotate(x=-math.degrees(math.atan2(0.9 * r, h)))
                .move(y=0.24 * h, z=r * (1 - 0.9 * 0.24))
                .rotate(y=360 * i / 8 + 22.5)
                for i in range(8)
                if v.stripes or i % 2
            )
        )
        d.add("zigzag", zig - hole if v.open else zig, "stripe")
        d.point("top", (0, h, 0), size=0.3)
        return d
    r, h = v.radius, v.height * 1.1
    d = Draft(extent=max(2.2 * r, 2.2 * h))
    tall = 0.8 * r
    wall = cylinder(r, h, sides=2 * v.panels).move(y=h / 2)
    roof = lathe(
        [
            (1.1 * r, h - 0.06),
            (1.1 * r, h + 0.02),
            (0.62 * r, h + 0.32 * tall),
            (0.25 * r, h + 0.7 * tall),
            (0.03 * r, h + tall),
        ],
        sides=2 * v.panels,
    )
    hole = extrude(arched(0.6 * r, 0.8 * h, True), 2 * r).move(z=1.2 * r)
    d.add("walls", wall - hole if v.open else wall, "cloth")
    if v.open:
        d.add("doorway", extrude(arched(0.62 * r, 0.82 * h, True), 0.2).move(z=0.2 * r), "dark")
    d.add("roof", roof, "cloth")
    if v.stripes:
        wedge = math.pi / v.panels
        strips = union(
            *(
                hull(
                    [(0, y, 0.0) for y in (0, h + tall)]
                    + [(s * 2 * r * math.tan(wedge / 2), y, 2 * r) for s in (1, -1) for y in (0, h + tall)]
                ).rotate(y=720 * i / (2 * v.panels) + 90 / v.panels)
                for i in range(v.panels)
            )
        )
        grown = union(wall.scale(1.012, 0.998, 1.012), roof.move(y=-h).scale(1.012, 1.01, 1.012).move(y=h)) & strips
        d.add("stripes", grown - hole if v.open else grown, "stripe")
    fringe = lathe(
        [(1.0 * r, h - 0.22), (1.12 * r, h - 0.22), (1.12 * r, h + 0.03), (1.0 * r, h + 0.03)], sides=2 * v.panels
    )
    teeth = union(
        *(
            cylinder(0.16 * r, 3 * r).rotate(x=90).move(y=h - 0.33, z=0).rotate(y=180 * i / v.panels)
            for i in range(v.panels)
        )
    ) & cylinder(9, 0.4).move(y=h - 0.3)
    d.add(
        "fringe", fringe - teeth.scale(1, 1, 1).move(y=-0.0) if False else fringe, "stripe" if not v.stripes else "flag"
    )
    d.add("pole", cylinder(0.05 + 0.01 * r, h + tall + 0.4).move(y=(h + tall + 0.4) / 2), "pole")
    d.add("knob", sphere(0.09 * r).move(y=h + tall + 0.05), "metal")
    if v.ropes:
        d.add(
            "ropes",
            union(
                *(
                    sweep([(1.1 * r, h, 0), (1.45 * r, 0.03, 0)], 0.025, sides=6).rotate(y=360 * i / 8 + 22)
                    for i in range(8)
                ),
                cylinder(0.04, 0.2).move(x=1.45 * r, y=0.1).rotate(y=22).around(8),
            ),
            "rope",
        )
    if v.flag:
        pole, cloth = flag(1.3, 0.9, 0.06)
        d.add("flag_pole", pole.move(y=h + tall), "pole")
        d.add("flag", cloth.move(y=h + tall), "flag")
    d.point("top", (0, h + tall, 0), size=0.3)
    return d


@family(
    "igloo",
    "building",
    nouns={"snow house": {}, "ice house": {}, "iglu": {}},
    parameters=(
        Real("radius", 1.7, 1.4, 2.3),
        Real("height", 0.95, 0.8, 1.1, unit="", about="relative to the radius"),
        Whole("rows", 6, 4, 8),
        Whole("blocks", 16, 12, 20, about="in a row"),
        Real("tunnel_length", 1.1, 0.8, 1.6),
        Real("tunnel_radius", 0.65, 0.55, 0.8),
        Real("groove", 0.035, 0.025, 0.05),
        Flag("chimney", 0.3),
        Flag("light", 0.5),
        Flag("drifts", 0.7),
        Flag("spears", 0.25),
    ),
    slots={
        "snow": ("snow", "ice", "snow:#dbe8f2"),
        "groove": ("ice:#a9c6da", "ice"),
        "dark": ("glow:#ffc86a", "soil:#1d2228"),
        "drift": ("snow",),
        "wood": ("oak",),
    },
    words={"light": {"light": True}, "chimney": {"chimney": True}},
    paints={"blocks": "snow", "ice": "snow", "entrance": "dark"},
    height=(1.0, 3.2),
)
def igloo(v: Values) -> Draft:
    """A dome of blocks with a tunnel."""
    r, k, g = v.radius, v.height, v.groove
    d = Draft(extent=2 * r + v.tunnel_length)
    dome = sphere(r, r * k, r) - box(99, 20, 99).move(y=-10)
    cuts = []
    for i in range(v.rows):
        t0, t1 = math.pi / 2 * i / v.rows, math.pi / 2 * (i + 1) / v.rows
        if i:
            cuts.append(torus(r * math.cos(t0), g).move(y=r * k * math.sin(t0)))
        m = max(4, round(v.blocks * math.cos(t0)))
        if i < v.rows - 1:
            bar = sweep(
                [
                    (r * math.cos(t0), r * k * math.sin(t0), 0),
                    (r * math.cos((t0 + t1) / 2), r * k * math.sin((t0 + t1) / 2), 0),
                    (r * math.cos(t1), r * k * math.sin(t1), 0),
                ],
                g,
                sides=6,
            )
            cuts.append(bar.around(m).rotate(y=(i % 2) * 180 / m))
    tr, z1 = v.tunnel_radius, r + v.tunnel_length - 0.25
    arch = extrude([(1.25 * x, 1.16 * y) for x, y in arched(2 * tr, 1.55 * tr)], z1 - 0.5 * r).move(
        z=(z1 + 0.5 * r) / 2
    )
    d.add("dome", dome - union(*cuts), "snow")
    d.add("core", sphere(r - 0.45 * g, (r - 0.45 * g) * k, r - 0.45 * g) - box(99, 20, 99).move(y=-10), "groove")
    ribs = union(
        *(
            extrude([(1.38 * x, 1.26 * y) for x, y in arched(2 * tr, 1.55 * tr)], 0.34).move(z=z1 - 0.17 - 0.42 * i)
            for i in range(int(v.tunnel_length / 0.42) + 1)
        )
    )
    hole = extrude(arched(2 * tr, 1.45 * tr), 3).move(z=z1 + 0.6)
    d.add("tunnel", union(arch, ribs) - hole, "snow")
    d.add("entrance", extrude(arched(2.02 * tr, 1.46 * tr), 0.12).move(z=z1 - 0.85), "dark")
    if v.chimney:
        d.add("chimney", cylinder(0.2, 0.6, 0.17).move(x=-0.35 * r, y=r * k * 0.93 + 0.1, z=-0.2 * r), "snow")
    if v.light:
        d.add("window", sphere(0.24, 0.24, 0.18).move(y=0.42 * r * k, z=0.91 * r).rotate(y=62), "dark")
        d.add("window_rim", cylinder(0.31, 0.14).rotate(x=90).move(y=0.42 * r * k, z=0.9 * r).rotate(y=62), "groove")
    ground = (
        lathe([(1.25 * r, 0), (1.2 * r, 0.05), (0, 0.08)]).scale(1, 1, 1.2).roughened(0.015, 0.3)
        if v.drifts
        else cylinder(1.15 * r, 0.06).scale(1, 1, 1.15).move(y=0.03)
    )
    d.add("ground", (ground.move(z=0.3 * v.tunnel_length) - box(99, 20, 99).move(y=-10)), "drift")
    if v.drifts:
        d.add(
            "drifts",
            union(
                *(
                    sphere(0.5 * r, 0.22 * r, 0.4 * r)
                    .roughened(0.04, 0.3, seed=i)
                    .move(1.0 * r * math.cos(a), 0.02, 1.0 * r * math.sin(a))
                    for i, a in enumerate((2.6, 4.3, 0.4))
                )
            )
            - box(99, 20, 99).move(y=-10),
            "drift",
        )
    if v.spears:
        d.add(
            "spears",
            union(
                *(sweep([(x, 0, 0.95 * r), (0.85 * x, 1.5, 0.6 * r)], 0.03) for x in (1.1 * tr + 0.2, 1.1 * tr + 0.35))
            ),
            "wood",
        )
    d.point("top", (0, r * k, 0), size=r)
    return d


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
        d.add("fins", box(0.4, h, 0.5).move(x=1.01 * w, y=base + h / 2).around(3 * v.columns), "trim")
    elif v.kind == "twisted":
        body = box(1.8 * w, h + 0.6, 1.8 * w, 0.2)
        d.add("glass", body.twisted(v.twist).move(y=base + h / 2), "glass")
        slabs = []
        for i in range(n + 1):
            t = min(i / n, 1.0)
            slabs.append(
                box(1.9 * w, 0.26 * fh, 1.9 * w, 0.1)
                .rotate(y=-v.twist * (1 - t) * -1.0 * 0 + v.twist * t * 0.0)
                .move(y=0)
            )
        turn = [v.twist * (i / n) for i in range(n + 1)]
        d.add(
            "floors",
            union(
                *(
                    cylinder(1.33 * w, 0.24 * fh, sides=4)
                    .rotate(y=45)
                    .rotate(y=a - (0.0))
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
                fins += [box(wide, tall, 0.9).move(x, base + f0 * fh + tall / 2, s * z * k) for s in (1, -1)] + [
                    box(0.9, tall, wide).move(s * w * k, base + f0 * fh + tall / 2, q) for s in (1, -1)
                ]
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


@family(
    "bridge",
    "building",
    nouns={
        "stone bridge": {"kind": "stone"},
        "wooden bridge": {"kind": "wooden"},
        "rope bridge": {"kind": "rope"},
        "suspension bridge": {"kind": "suspension"},
        "footbridge": {"kind": "wooden", "length": 6},
        "drawbridge": {"kind": "wooden"},
        "garden bridge": {"kind": "wooden", "rise": 0.2},
    },
    parameters=(
        Choice("kind", ("stone", "wooden", "rope", "suspension")),
        Real("length", 9, 6, 13),
        Real("width", 2.4, 1.8, 3.2),
        Real("height", 2.2, 1.6, 3.0),
        Real("rise", 0.12, 0.03, 0.2, unit=""),
        Whole("arches", 2, 1, 3),
        Whole("posts", 6, 4, 9),
        Real("rail_height", 0.9, 0.75, 1.1),
        Flag("lanterns", 0.5),
        Flag("rocks", 0.6),
        Flag("ivy", 0.3),
    ),
    slots={
        "stone": STONES,
        "deck": ("planks", "oak", "stone"),
        "rail": ("oak", "walnut", "paint:#a8322a"),
        "rope": ("rope",),
        "steel": ("paint:#b5402f", "steel", "paint:#4f6f8a"),
        "lantern": ("glow:#ffc35a",),
        "metal": ("iron",),
        "ivy": ("leaf", "moss"),
        "rock": ("stone", "granite"),
    },
    words={
        "lanterns": {"lanterns": True},
        "railing": {},
        "arches": {"kind": "stone"},
        "rope": {"kind": "rope"},
        "ivy": {"ivy": True},
    },
    paints={"planks": "deck", "railing": "rail", "ropes": "rope", "towers": "steel"},
    height=(1.6, 11),
)
def bridge(v: Values) -> Draft:
    """Across from left to right: arches of stone, planks on trestles, a rope bridge or a suspension bridge."""
    n, w, h, rise = v.length / 2, v.width / 2, v.height, v.rise * v.length
    k = v.kind
    if k == "suspension":
        n, w, h = 1.6 * n, 1.2 * w, 1.3 * h
    d = Draft(extent=2.2 * n)
    sag = -0.09 * n if k == "rope" else rise * (0.4 if k == "suspension" else 1)

    def y_at(x: float) -> float:
        return h + sag * (1 - (x / n) ** 2)

    xs = [n * (-1 + 2 * i / 16) for i in range(17)]
    if k == "stone":
        deck = [(x, y_at(x)) for x in xs]
        body = extrude([*deck, (n, 0.0), (-n, 0.0)], 2 * w)
        span = 2 * n * 0.86 / v.arches
        for i in range(v.arches):
            x = -0.86 * n + span * (i + 0.5)
            a, tall = 0.41 * span, min(0.8 * h, y_at(x) - 0.45)
            hole = extrude(
                [(a * math.cos(math.pi * j / 14), tall * math.sin(math.pi * j / 14)) for j in range(15)]
                + [(-a, -1.0), (a, -1.0)],
                4 * w,
            )
            body = body - hole.move(x=x)
            ring = [
                (q * a * math.cos(math.pi * j / 14), (tall + (q - 1) * a) * math.sin(math.pi * j / 14))
                for q, js in ((1.0, range(15)), (1.16, range(14, -1, -1)))
                for j in js
            ]
            d.add(f"arch_{i + 1}", extrude(ring, 2 * w + 0.16).move(x=x), "rock", group="arches")
        d.add("body", body, "stone")
        wall = (
            extrude([*deck, *((x, y + 0.75 * v.rail_height) for x, y in deck[::-1])], 0.28)
            .move(z=w - 0.14)
            .mirrored("z")
        )
        cap = (
            sweep(
                [(x, y_at(x) + 0.75 * v.rail_height, 0) for x in xs],
                profile=[(-0.2, -0.06), (0.2, -0.06), (0.2, 0.06), (-0.2, 0.06)],
            )
            .move(z=w - 0.14)
            .mirrored("z")
        )
        d.add("parapets", union(wall, cap), "stone")
        d.add(
            "pillars",
            union(
                *(
                    box(0.5, v.rail_height + 0.3, 0.5, 0.03).move(s * (n - 0.25), h + v.rail_height / 2, q * (w - 0.14))
                    for s in (1, -1)
                    for q in (1, -1)
                )
            ),
            "rock",
        )
        d.add(
            "deck",
            extrude(
                [*((x * 0.995, y - 0.1) for x, y in deck), *((x * 0.995, y + 0.06) for x, y in deck[::-1])], 2 * w - 0.5
            ),
            "deck",
        )
    else:
        m = int(2 * n / 0.34)
        boards = []
        for i in range(m):
            x = n * (-1 + (2 * i + 1) / m)
            slope = math.degrees(math.atan2(-2 * sag * x / n / n, 1))
            boards.append(box(0.29, 0.08, 2 * w, 0.012).rotate(z=slope).move(x, y_at(x), 0))
        beam = (
            sweep(
                [(x, y_at(x) - 0.09, 0) for x in xs],
                profile=[(-0.07, -0.07), (0.07, -0.07), (0.07, 0.07), (-0.07, 0.07)],
            )
            .move(z=0.75 * w)
            .mirrored("z")
        )
        d.add("deck", union(*boards), "deck")
        d.add("beams", beam, "rope" if k == "rope" else "rail" if k == "wooden" else "steel")
        zr = w - 0.08
        if k == "suspension":
            for s, side in ((1, "left"), (-1, "right")):
                x, tall = s * 0.55 * n, h + 0.42 * n
                tower = union(
                    *(box(0.4, tall, 0.4, 0.03).move(x, tall / 2, q * w) for q in (1, -1)),
                    *(box(0.34, 0.34, 2 * w).move(x, y) for y in (tall - 0.3, h - 0.3, h + 0.55 * (tall - h))),
                )
                d.add(f"tower_{side}", tower, "steel", group="towers")
                d.add(f"pier_{side}", box(1.2, 0.6 * h, 2 * w + 1.2, 0.08).move(x, 0.3 * h), "stone", group="piers")
            tall = h + 0.42 * n
            mid = [
                (0.55 * n * t, y_at(0) + 0.4 + (tall - y_at(0) - 0.5) * t * t, w)
                for t in (-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1)
            ]
            ends = [sweep([(s * 0.55 * n, tall - 0.1, w), (s * 0.98 * n, y_at(n) + 0.1, w)], 0.09) for s in (1, -1)]
            hang = [sweep([(x, y_at(x) - 0.05, w), (x, y, w)], 0.045, sides=6) for x, y, _ in mid[1:-1]] + [
                sweep(
                    [
                        (s * n * (0.55 + 0.43 * t), y_at(n * 0.75) - 0.1, w),
                        (s * n * (0.55 + 0.43 * t), tall - 0.1 - (tall - h) * t, w),
                    ],
                    0.045,
                    sides=6,
                )
                for s in (1, -1)
                for t in (0.3, 0.6)
            ]
            d.add(
                "cables",
                union(
                    sweep(mid, 0.09), *ends, *hang, sweep([(x, y_at(x) - 0.06, w - 0.05) for x in xs], 0.09)
                ).mirrored("z"),
                "metal",
            )
            d.add("ends", box(0.9, h + 0.1, 2 * w + 0.6, 0.06).move(x=n, y=h / 2).mirrored(), "stone")
        else:
            px = [n * (-0.97 + 1.94 * i / (v.posts - 1)) for i in range(v.posts)]
            posts = (
                union(
                    *(
                        box(0.12, v.rail_height + 0.25, 0.12, 0.015).move(x, y_at(x) + v.rail_height / 2 - 0.1, q * zr)
                        for x in px
                        for q in (1, -1)
                    )
                )
                if k == "wooden"
                else union(
                    *(
                        sweep(
                            [(x, y_at(x) - 0.05, q * zr), (x, y_at(x) + v.rail_height + 0.02, q * zr)], 0.026, sides=6
                        )
                        for x in px
                        for q in (1, -1)
                    )
                )
            )
            d.add("posts", posts, "rail" if k == "wooden" else "rope")
            rails = union(
                *(
                    sweep(
                        [(x, y_at(x) + t * v.rail_height, 0) for x in xs], 0.05 if k == "wooden" else 0.035, sides=8
                    ).move(z=q * zr)
                    for t in (0.5, 1.0)
                    for q in (1, -1)
                )
            )
            d.add("rails", rails, "rail" if k == "wooden" else "rope")
            if k == "wooden":
                legs = [0.86 * n, 0.3 * n]
                d.add(
                    "trestles",
                    union(
                        *(
                            box(0.2, y_at(x) - 0.0, 0.2).rotate(x=q * 5).move(s * x, (y_at(x) - 0.06) / 2, q * 0.8 * w)
                            for x in legs
                            for s in (1, -1)
                            for q in (1, -1)
                        ),
                        *(box(0.14, 0.14, 2 * w).move(s * x, 0.55 * h) for x in legs for s in (1, -1)),
                    ),
                    "rail",
                )
            else:
                d.add(
                    "ends",
                    union(
                        *(
                            cylinder(0.12, h + 1.4).move(s * (n + 0.05), (h + 1.4) / 2, q * zr)
                            for s in (1, -1)
                            for q in (1, -1)
                        )
                    ),
                    "rail",
                )
                d.add(
                    "cliffs",
                    union(
                        *(
                            (
                                rock(v.rng(f"cliff {s}"), 1.1, 0.62 * h, w + 0.8, 0.05, 30, 0.15).move(
                                    s * (n + 0.9), 0.45 * h
                                )
                                & box(99, h - 0.02, 99).move(y=h / 2)
                            )
                            for s in (1, -1)
                        )
                    ),
                    "rock",
                )
    if v.lanterns:
        spots = [
            (s * (n - 0.25 if k == "stone" else 0.97 * n), q * (w - (0.14 if k == "stone" else 0.08)))
            for s in (1, -1)
            for q in (1, -1)
        ]
        y = h + v.rail_height + (0.28 if k == "stone" else 0.1)
        if k in ("stone", "wooden"):
            d.add(
                "lanterns",
                union(*(cylinder(0.11, 0.26, 0.13, sides=6).move(x, y + 0.26, q) for x, q in spots)),
                "lantern",
            )
            d.add(
                "lantern_posts",
                union(
                    *(
                        union(
                            cylinder(0.05, 0.4).move(y=0.0),
                            cylinder(0.14, 0.05).move(y=0.13),
                            cone(0.2, 0.16, 6).move(y=0.46),
                        ).move(x, y, q)
                        for x, q in spots
                    )
                ),
                "metal",
            )
    if v.rocks and k == "stone":
        rng = v.rng("rocks")
        d.add(
            "rocks",
            union(
                *(
                    (rock(rng, 0.5, 0.4, 0.45, 0.04, 18).move(y=0.12) - box(9, 4, 9).move(y=-2)).move(
                        s * 0.95 * n, 0, q * (w + 0.1)
                    )
                    for s in (1, -1)
                    for q in (1, -1)
                )
            ),
            "rock",
        )
    if v.ivy and k == "stone":
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.4, 0.35, 0.14)
                    .roughened(0.08, 0.25, seed=i)
                    .move(0.86 * n - 0.2 * i, 0.5 + 0.38 * i, w + 0.02)
                    for i in range(4)
                )
            ),
            "ivy",
        )
    d.point("top", (0, y_at(0), 0), size=w)
    return d


@family(
    "fence",
    "building",
    nouns={
        "picket fence": {"kind": "picket"},
        "wooden fence": {"kind": "picket"},
        "iron fence": {"kind": "iron"},
        "palisade": {"kind": "palisade"},
        "railing": {"kind": "iron"},
        "rail fence": {"kind": "rail"},
        "garden fence": {"kind": "picket"},
        "farm fence": {"kind": "rail"},
        "barrier": {"kind": "rail"},
    },
    parameters=(
        Choice("kind", ("picket", "rail", "iron", "palisade")),
        Real("length", 3.0, 2.4, 4.0),
        Real("height", 1.05, 0.8, 1.5),
        Whole("posts", 3, 2, 4),
        Whole("rails", 2, 2, 3),
        Real("spacing", 0.17, 0.13, 0.22),
        Real("thickness", 0.03, 0.022, 0.04),
        Choice("tips", ("pointed", "round", "flat")),
        Flag("caps", 0.6),
        Flag("grass", 0.5),
        Flag("broken", 0.2),
    ),
    slots={
        "wood": ("paint:#f0eee6", "oak", "driftwood", "walnut"),
        "post": ("oak", "paint:#f0eee6", "walnut"),
        "iron": ("cast iron", "iron"),
        "cap": ("gold", "iron", "walnut"),
        "grass": ("grass",),
        "rope": ("rope",),
    },
    words={"broken": {"broken": True}, "grass": {"grass": True}, "spikes": {"tips": "pointed"}},
    paints={"fence": "wood", "posts": "post", "rails": "wood", "bars": "iron"},
    height=(0.75, 2.4),
)
def fence(v: Values) -> Draft:
    """Posts, rails and pickets along X."""
    n, h, t, k = v.length / 2, v.height, v.thickness, v.kind
    if k == "palisade":
        h *= 1.4
    d = Draft(extent=2 * n)
    rng = v.rng("pickets")
    slot = "iron" if k == "iron" else "wood"
    rails = 3 if k == "rail" and v.rails > 2 else v.rails
    ys = [h * (0.25 + 0.5 * i / (rails - 1)) for i in range(rails)]
    if k == "iron":
        ys = [0.12 * h, 0.84 * h]
    post_w = 0.11 if k != "iron" else 0.07
    px = [-n + post_w / 2 + (2 * n - post_w) * i / (v.posts - 1) for i in range(v.posts)]
    d.add(
        "posts",
        union(*(box(post_w, h * 1.06, post_w, 0.01).move(x, 0.53 * h) for x in px))
        if k != "palisade"
        else union(*(cylinder(0.07, 0.8 * h).move(x, 0.4 * h, -0.12) for x in px)),
        "post" if k != "iron" else "iron",
    )
    rail = box(2 * n, 0.08 if k != "iron" else 0.045, t * 1.2, 0.006)
    d.add(
        "rails",
        union(
            *(
                (
                    rail.rotate(z=float(rng.uniform(-1.2, 1.2)) if k == "rail" else 0).move(
                        y=y, z=0.05 if k == "rail" else 0.0 if k == "iron" else -0.0 if k == "picket" else -0.08
                    )
                )
                for y in ys
            )
        ),
        slot if k != "palisade" else "rope",
    )
    if k in ("picket", "iron", "palisade"):
        space = v.spacing * (0.9 if k == "iron" else 1.0)
        m = int(2 * n / space)
        bars = []
        for i in range(m):
            x = -n + 2 * n * (i + 0.5) / m
            tall = h * (1.0 if k != "palisade" else float(rng.uniform(0.92, 1.06)))
            if v.broken and rng.random() < 0.14:
                tall *= 0.5
            if k == "picket":
                q = 0.36 * space
                tip = {
                    "pointed": [(q, tall - q * 1.3), (0, tall), (-q, tall - q * 1.3)],
                    "round": [
                        (q * math.cos(a), tall - q + q * math.sin(a)) for a in (0, 0.5, 1.05, 1.57, 2.1, 2.64, 3.14)
                    ],
                    "flat": [(q, tall), (-q, tall)],
                }[v.tips]
                bars.append(
                    extrude([(-q, 0.06), (q, 0.06), *tip], t)
                    .rotate(z=float(rng.uniform(-1, 1)) * (4 if v.broken else 0.5))
                    .move(x=x, z=t * 1.0)
                )
            elif k == "iron":
                end = (
                    cone(0.03, 0.12, 4).move(y=tall + 0.04)
                    if v.tips == "pointed"
                    else sphere(0.03).move(y=tall + 0.01)
                    if v.tips == "round"
                    else box(0.04, 0.03, 0.04).move(y=tall)
                )
                bars.append((cylinder(0.014, tall, sides=6).move(y=tall / 2 + 0.01) + end).move(x=x))
            else:
                bars.append(
                    lathe([(0.5 * space + 0.008, 0), (0.48 * space + 0.008, tall - 0.24), (0.02, tall)], sides=9).move(
                        x=x
                    )
                )
        d.add("pickets" if k != "iron" else "bars", union(*bars), slot)
    if v.caps and k != "palisade":
        cap = (
            cone(0.75 * post_w, 0.1, 4).rotate(y=45).move(y=0.05)
            if v.tips != "round"
            else sphere(0.62 * post_w).move(y=0.03)
        )
        d.add("caps", union(*(cap.move(x, 1.055 * h) for x in px)), "cap" if k == "iron" else "post")
    if v.grass:
        blades = [
            lathe([(0.014, -0.005), (0.01, 0.1), (0.003, 0.2 + 0.1 * ((i * 7) % 3) / 3)], sides=5)
            .rotate(x=18 * math.sin(5 * i), z=18 * math.cos(3 * i))
            .move(px[i % len(px)] + 0.1 * math.cos(2.4 * i), 0.0, 0.1 * math.sin(2.4 * i))
            for i in range(5 * len(px))
        ]
        d.add("grass", union(*blades, *(cylinder(0.16, 0.03).move(x, 0.015) for x in px)), "grass")
    d.point("top", (0, h, 0), size=0.2)
    return d


@family(
    "wall",
    "building",
    nouns={
        "brick wall": {"kind": "brick"},
        "castle wall": {"kind": "castle", "height": 3.6},
        "stone wall": {"kind": "stone"},
        "battlement": {"kind": "castle"},
        "rampart": {"kind": "castle"},
        "ruined wall": {"broken": True},
        "broken wall": {"broken": True},
        "city wall": {"kind": "castle"},
    },
    parameters=(
        Choice("kind", ("brick", "stone", "castle")),
        Real("length", 4.0, 3.0, 5.5),
        Real("height", 2.0, 1.4, 3.8),
        Real("thickness", 0.4, 0.3, 0.8),
        Whole("rows", 9, 6, 12),
        Real("roughness", 0.02, 0.008, 0.035),
        Flag("broken", 0.3),
        Flag("pillars", 0.4),
        Flag("window", 0.25),
        Flag("ivy", 0.35),
        Flag("torches", 0.2),
        Flag("coping", 0.6),
    ),
    slots={
        "brick": ("brick:#9a4a36", "stone", "sandstone", "brick:#b0603f", "granite"),
        "mortar": ("concrete", "stone:#6a665f"),
        "coping": ("stone", "sandstone:#d8c8a8", "concrete"),
        "ivy": ("leaf", "moss"),
        "torch": ("glow:#ff9a2a",),
        "metal": ("iron",),
    },
    words={
        "broken": {"broken": True},
        "ivy": {"ivy": True},
        "vines": {"ivy": True},
        "torches": {"torches": True},
        "pillars": {"pillars": True},
        "window": {"window": True},
        "battlements": {"kind": "castle"},
    },
    paints={"bricks": "brick", "stones": "brick", "vines": "ivy"},
    height=(1.3, 5.2),
)
def wall(v: Values) -> Draft:
    """Courses of single bricks or stones on a core of mortar."""
    n, h, t, rng = (
        v.length / 2,
        v.height * (1.3 if v.kind == "castle" else 1.0),
        v.thickness * (1.6 if v.kind == "castle" else 1.0),
        v.rng("bricks"),
    )
    d = Draft(extent=max(2 * n, h))
    rows = v.rows if v.kind == "brick" else max(4, round(v.rows * 0.7))
    rh = h / rows
    long = rh * (2.4 if v.kind == "brick" else 1.7)
    bricks: list[Node] = []

    def limit(x: float) -> float:
        return (
            h
            if not v.broken
            else h * (0.98 - 0.62 * max(0.0, (x / n + 0.25)) ** 1.3) + 0.12 * h * math.sin(5 * x / n + v.seed)
        )

    for j in range(rows):
        y = rh * (j + 0.5)
        x = -n - (0.5 * long if j % 2 else 0.0)
        while x < n - 0.02:
            wide = long * (float(rng.uniform(0.75, 1.3)) if v.kind != "brick" else 1.0)
            a, b = max(x, -n), min(x + wide, n)
            hole = v.window and abs((a + b) / 2) < 0.5 and 0.45 * h < y < 0.45 * h + 1.0
            if b - a > 0.25 * rh and y < limit((a + b) / 2) and not hole:
                out = float(rng.uniform(0.4, 1)) * v.roughness
                bricks.append(box(b - a - 0.045 * rh * 2, rh * 0.91, t + 2 * out, 0.07 * rh, 1).move((a + b) / 2, y, 0))
            x += wide
    d.add("bricks", union(*bricks), "brick")
    top = [
        (
            n * (-1 + 2 * i / 12),
            max(min(limit(n * (-1 + 2 * i / 12)), h) - 0.8 * rh, 0.3 * rh) if v.broken else h - 0.3 * rh,
        )
        for i in range(13)
    ]
    core = extrude([(-n * 0.99, 0), (n * 0.99, 0), *((0.99 * x, y) for x, y in top[::-1])], t * 0.96)
    if v.window:
        core = core - box(1.0, 0.95, 9).move(y=0.45 * h + 0.5)
        d.add(
            "lintel",
            union(
                box(1.5, 0.8 * rh, t + 0.1, 0.02).move(y=0.45 * h + 1.05),
                box(1.4, 0.5 * rh, t + 0.16, 0.02).move(y=0.45 * h - 0.02),
            ),
            "coping",
        )
    d.add("mortar", core, "mortar")
    if v.kind == "castle" and not v.broken:
        d.add("battlements", merlons_row(2 * n, 0.55, 0.6, 0.5 * t).move(y=h - 0.02, z=0.25 * t), "brick")
        d.add("walk", box(2 * n, 0.12, t + 0.2).move(y=h), "coping")
    elif v.coping and not v.broken:
        d.add("coping", box(2 * n + 0.06, 0.4 * rh + 0.04, t + 0.14, 0.02).move(y=h + 0.1 * rh), "coping")
    if v.pillars:
        for s, side in ((1, "left"), (-1, "right")):
            tall = h * 1.08 if not (v.broken and s > 0) else 0.4 * h
            d.add(
                f"pillar_{side}",
                union(
                    box(t + 0.25, tall, t + 0.25, 0.02).move(y=tall / 2),
                    box(t + 0.4, 0.12, t + 0.4, 0.02).move(y=tall),
                    box(t + 0.36, 0.2, t + 0.36, 0.02).move(y=0.1),
                ).move(x=s * (n + 0.05)),
                "coping",
                group="pillars",
            )
    if v.broken:
        d.add(
            "rubble",
            union(
                *(
                    box(long * 0.7, rh * 0.8, t * 0.5, 0.07 * rh, 1)
                    .rotate(float(rng.uniform(-15, 15)), float(rng.uniform(0, 180)), float(rng.uniform(-12, 12)))
                    .move(n * float(rng.uniform(0.3, 0.95)), 0.36 * rh, (0.5 * t + 0.14) * (1 if i % 2 else -1))
                    for i in range(6)
                )
            ),
            "brick",
        )
    if v.ivy:
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.3, 0.26, 0.12)
                    .roughened(0.06, 0.2, seed=i)
                    .move(-0.75 * n + 0.2 * math.sin(2 * i), 0.2 + 0.26 * i, 0.5 * t)
                    for i in range(max(3, int(0.8 * h / 0.26)))
                )
            ),
            "ivy",
        )
    if v.torches:
        at = (-0.35 * n if v.broken else -0.5 * n, 0.62 * h if not v.broken else 0.5 * h, 0.5 * t)
        one = union(
            cylinder(0.035, 0.4, 0.05).rotate(x=24).move(y=0.05, z=0.12), box(0.1, 0.14, 0.24).move(y=-0.06, z=0.02)
        )
        d.add("torch_holder", one.move(*at), "metal")
        d.add(
            "torch",
            lathe([(0.05, 0), (0.085, 0.08), (0.005, 0.3)], smooth=True).move(at[0], at[1] + 0.2, at[2] + 0.19),
            "torch",
        )
    d.point("top", (0, h, 0), size=t)
    return d


@family(
    "gate",
    "building",
    nouns={
        "gateway": {},
        "archway": {"kind": "arch"},
        "arch": {"kind": "arch"},
        "stone arch": {"kind": "arch"},
        "triumphal arch": {"kind": "arch", "height": 5},
        "torii": {"kind": "torii"},
        "torii gate": {"kind": "torii"},
        "iron gate": {"kind": "iron"},
        "garden gate": {"kind": "iron", "height": 2.4},
        "castle gate": {"kind": "castle"},
        "portal": {"kind": "arch", "portal": True},
        "magic portal": {"kind": "arch", "portal": True},
        "gatehouse": {"kind": "castle"},
        "stargate": {"kind": "arch", "portal": True},
    },
    parameters=(
        Choice("kind", ("arch", "iron", "torii", "castle")),
        Real("width", 2.8, 2.2, 3.8, about="of the opening"),
        Real("height", 3.4, 2.4, 5.0),
        Real("depth", 0.8, 0.6, 1.2),
        Real("pillar", 0.7, 0.5, 0.9, about="width of a pillar"),
        Whole("stones", 13, 9, 17),
        Whole("bars", 6, 4, 8, about="in each wing"),
        Flag("open", 0.35),
        Flag("balls", 0.5),
        Flag("lamps", 0.4),
        Flag("portal", 0.12),
        Flag("ivy", 0.3),
    ),
    slots={
        "stone": STONES,
        "trim": ("sandstone:#d8c8a8", "marble", "stone:#6a665f"),
        "iron": ("cast iron", "iron"),
        "gold": ("gold", "brass"),
        "wood": ("paint:#b8321f", "paint:#a82a20"),
        "dark": ("paint:#26221f",),
        "door": ("planks", "walnut"),
        "portal": ("glow:#6a5aff", "glow:#40d0ff", "glow:#7aff9a"),
        "lamp": ("glow:#ffc35a",),
        "ivy": ("leaf",),
    },
    words={
        "portal": {"portal": True},
        "open": {"open": True},
        "lamps": {"lamps": True},
        "lanterns": {"lamps": True},
        "ivy": {"ivy": True},
    },
    paints={"pillars": "stone", "bars": "iron", "doors": "door", "posts": "stone"},
    height=(2.2, 8.0),
)
def gate(v: Values) -> Draft:
    """An arch of stones, iron wings between pillars, a torii, or a castle gate with battlements."""
    w, h, t, p, k = v.width / 2, v.height, v.depth / 2, v.pillar, v.kind
    d = Draft(extent=max(2 * w + 2 * p, h) * 1.15)
    if k == "torii":
        posts = union(*(cylinder(0.17, h, 0.14).rotate(z=s * 2.2).move(s * (w + 0.1), h / 2) for s in (1, -1)))
        d.add("posts", posts, "wood")
        lean = 1.35 * w + 0.5
        d.add(
            "lintel",
            sweep(
                [
                    (-lean, h + 0.22, 0),
                    (-0.5 * lean, h + 0.04, 0),
                    (0, h, 0),
                    (0.5 * lean, h + 0.04, 0),
                    (lean, h + 0.22, 0),
                ],
                profile=[(-0.2, -0.14), (0.2, -0.14), (0.22, 0.14), (-0.22, 0.14)],
            ),
            "wood",
        )
        d.add(
            "roof",
            sweep(
                [
                    (-1.05 * lean, h + 0.45, 0),
                    (-0.5 * lean, h + 0.24, 0),
                    (0, h + 0.19, 0),
                    (0.5 * lean, h + 0.24, 0),
                    (1.05 * lean, h + 0.45, 0),
                ],
                profile=[(-0.3, -0.07), (0.3, -0.07), (0.2, 0.1), (-0.2, 0.1)],
            ),
            "dark",
        )
        d.add(
            "tie",
            union(box(2 * w + 1.1, 0.22, 0.16, 0.02).move(y=0.78 * h), box(0.3, 0.24 * h, 0.14, 0.02).move(y=0.88 * h)),
            "wood",
        )
        d.add(
            "bases",
            union(*(lathe([(0.3, 0), (0.28, 0.2), (0.22, 0.34)]).move(x=s * (w + 0.16)) for s in (1, -1))),
            "dark",
        )
        d.add("plaque", box(0.5, 0.6, 0.2, 0.03).move(y=0.885 * h), "gold")
    elif k == "iron":
        for s, side in ((1, "left"), (-1, "right")):
            x = s * (w + p / 2)
            d.add(
                f"pillar_{side}",
                union(box(p, 0.86 * h, p, 0.03).move(y=0.43 * h), box(p + 0.16, 0.2, p + 0.16, 0.02).move(y=0.1)).move(
                    x=x
                ),
                "stone",
                group="pillars",
            )
            d.add(
                f"cap_{side}",
                union(
                    box(p + 0.2, 0.14, p + 0.2, 0.02).move(y=0.86 * h),
                    cone(0.62 * p, 0.25 * p, 4).rotate(y=45).move(y=0.86 * h + 0.06 + 0.12 * p),
                ).move(x=x),
                "trim",
                group="pillars",
            )
            if v.balls:
                d.add(f"ball_{side}", sphere(0.3 * p).move(x, 0.86 * h + 0.4 * p), "trim", group="pillars")
            bars, n = [], v.bars
            for i in range(n):
                q = w * (i + 0.5) / n
                tall = h * (0.62 + 0.2 * (i / n) ** 1.5)
                bars.append(
                    (
                        cylinder(0.022, tall, sides=8).move(y=tall / 2 + 0.08)
                        + lathe([(0.02, 0), (0.05, 0.06), (0.004, 0.16)], sides=6).move(y=tall + 0.06)
                    ).move(x=w - q)
                )
            frame = [box(w, 0.06, 0.05).move(x=w / 2, y=y * h) for y in (0.08, 0.3, 0.56)] + [
                box(0.06, 0.72 * h, 0.06).move(x=w - 0.03, y=0.36 * h + 0.08),
                box(0.06, 0.84 * h, 0.06).move(x=0.03, y=0.42 * h + 0.06),
            ]
            curls = [
                torus(0.09 * w, 0.02).rotate(x=90).move(x=w * (0.22 + 0.26 * i), y=0.43 * h + (0.1 if i % 2 else -0.06))
                for i in range(3)
            ]
            wing = union(
                *bars,
                *frame,
                *curls,
                *(box(0.02, 0.24 * h, 0.03).move(x=w * (0.22 + 0.26 * i), y=0.43 * h) for i in range(3)),
            ).move(x=-w)
            turn = -58 if v.open else 0
            leafd = (
                wing.rotate(y=-turn).move(x=w + 0.04) if s > 0 else wing.rotate(y=-turn).move(x=w + 0.04).mirror("x")
            )
            d.add(f"wing_{side}", leafd, "iron", group="wings")
        d.add("threshold", box(2 * w + 2 * p, 0.06, p, 0.01).move(y=0.03), "trim")
        if v.lamps:
            d.add(
                "lamps",
                cylinder(0.12, 0.3, 0.15, sides=6).move(x=w + p / 2, y=0.6 * h, z=p / 2 + 0.1).mirrored(),
                "lamp",
            )
            d.add(
                "lamp_hooks",
                (box(0.06, 0.06, 0.3) + cone(0.2, 0.14, 6).move(z=0.1, y=-0.02))
                .move(x=w + p / 2, y=0.6 * h + 0.2, z=p / 2)
                .mirrored(),
                "iron",
            )
    else:
        castle = k == "castle"
        spring = h - w
        if spring < 0.8:
            h = w + 0.8
            spring = 0.8
        hole = arched(2 * w, h)
        blocks = []
        m = v.stones
        for i in range(m):
            a0, a1 = math.pi * i / m + 0.012, math.pi * (i + 1) / m - 0.012
            q = (0.62 if i == m // 2 and m % 2 else 0.5) * p + w
            blocks.append(
                extrude(
                    [
                        (w * 0.985 * math.cos(a0), w * 0.985 * math.sin(a0)),
                        (q * math.cos(a0), q * math.sin(a0)),
                        (q * math.cos(a1), q * math.sin(a1)),
                        (w * 0.985 * math.cos(a1), w * 0.985 * math.sin(a1)),
                    ],
                    2 * t + 0.16,
                    bevel=0.03,
                ).move(y=spring)
            )
        d.add("voussoirs", union(*blocks), "trim")
        if castle:
            top = h + 0.9
            d.add(
                "wall",
                extrude(
                    [(-w - 1.6 * p, 0), (w + 1.6 * p, 0), (w + 1.6 * p, top), (-w - 1.6 * p, top)],
                    2 * t,
                    holes=[[(0.995 * x, y - 0.0) for x, y in hole]] if False else [],
                )
                - extrude(hole, 9).move(y=-0.01),
                "stone",
            )
            d.add(
                "battlements", merlons_row(2 * w + 3.2 * p, 0.45, 0.55, 0.6 * t).move(y=top - 0.02, z=0.6 * t), "stone"
            )
            towers = union(
                *(
                    union(
                        lathe(
                            [
                                (0.95 * p, 0),
                                (0.85 * p, 0.3),
                                (0.85 * p, top + 0.4),
                                (1.05 * p, top + 0.7),
                                (1.05 * p, top + 1.1),
                            ]
                        ),
                        box(0.3 * p, 0.45, 0.3).move(x=0.9 * p, y=top + 1.28).around(7),
                    ).move(x=s * (w + 1.7 * p))
                    for s in (1, -1)
                )
            )
            d.add("towers", towers, "stone")
            d.add("band", box(2 * w + 3 * p, 0.14, 2 * t + 0.12).move(y=top - 0.3), "trim")
            if v.open:
                bars = union(
                    *(box(0.09, 0.5 * h, 0.09).move(x=w * (-0.9 + 1.8 * i / v.bars)) for i in range(v.bars + 1)),
                    *(box(2 * w, 0.08, 0.08).move(y=y * h) for y in (-0.2, -0.02, 0.16)),
                ).move(y=0.78 * h)
                d.add("portcullis", bars & extrude([(1.05 * x, y * 1.02) for x, y in hole], 9), "iron")
            else:
                d.add(
                    "doors",
                    extrude([(1.01 * x, y) for x, y in hole], 0.16) - box(0.05, 0.9 * h, 9).move(y=0.45 * h),
                    "door",
                )
                d.add(
                    "hinges",
                    union(
                        *(box(1.6 * w, 0.12, 0.26).move(y=y * h) for y in (0.22, 0.56)),
                        torus(0.12, 0.03).rotate(x=90).move(x=0.2, y=0.4 * h, z=0.1).mirrored(),
                    ),
                    "iron",
                )
        else:
            n = max(3, round(spring / 0.5))
            q = p * 0.55 + w
            piers = [
                box(p, spring / n - 0.03, 2 * t + (0.06 if i % 2 else 0.0), 0.03).move(
                    x=(w + q) / 2 + 0.18 * p, y=spring / n * (i + 0.5)
                )
                for i in range(n)
            ]
            d.add(
                "piers",
                union(
                    union(*piers).mirrored(),
                    box(p - 0.06, spring, 2 * t - 0.06).move(x=(w + q) / 2 + 0.18 * p, y=spring / 2).mirrored(),
                ),
                "stone",
            )
            d.add(
                "core",
                extrude(
                    [(1.02 * w * math.cos(math.pi * i / 16), 1.02 * w * math.sin(math.pi * i / 16)) for i in range(17)]
                    + [
                        (0.98 * q * math.cos(math.pi * i / 16), 0.98 * q * math.sin(math.pi * i / 16))
                        for i in range(16, -1, -1)
                    ],
                    2 * t,
                ).move(y=spring),
                "stone",
            )
            d.add(
                "imposts",
                box(1.2 * p, 0.16, 2 * t + 0.24, 0.03).move(x=(w + q) / 2 + 0.18 * p, y=spring).mirrored(),
                "trim",
            )
            d.add(
                "bases", box(1.3 * p, 0.3, 2 * t + 0.3, 0.04).move(x=(w + q) / 2 + 0.18 * p, y=0.15).mirrored(), "trim"
            )
            if v.portal:
                d.add(
                    "portal",
                    extrude([(1.01 * x, y) for x, y in hole], 0.12)
                    + (torus(0.55 * w, 0.1 * w) + torus(0.26 * w, 0.08 * w))
                    .rotate(x=90)
                    .scale(1, 1.2, 1)
                    .move(y=0.52 * h),
                    "portal",
                )
                d.add(
                    "runes",
                    union(
                        *(
                            box(0.12, 0.12, 2 * t + 0.22)
                            .rotate(z=45)
                            .move(
                                (w + 0.26 * p) * math.cos(math.pi * (i + 0.5) / m),
                                spring + (w + 0.26 * p) * math.sin(math.pi * (i + 0.5) / m),
                            )
                            for i in range(0, m, 2)
                        )
                    ),
                    "portal",
                )
            if v.balls:
                d.add(
                    "finial",
                    union(box(0.5, 0.3, 2 * t * 0.8).move(y=h + 0.62 * p), sphere(0.26).move(y=h + 0.62 * p + 0.34)),
                    "trim",
                )
        if v.lamps:
            x = w + (0.75 * p if not castle else 0.4 * p)
            d.add(
                "lamps",
                lathe([(0.05, 0), (0.1, 0.1), (0.005, 0.34)], smooth=True)
                .move(x=x, y=0.5 * h + 0.18, z=t + 0.2)
                .mirrored(),
                "lamp",
            )
            d.add(
                "lamp_hooks",
                union(
                    cylinder(0.05, 0.4, 0.07).rotate(x=15).move(y=0.02, z=0.16),
                    box(0.1, 0.12, 0.34).move(y=-0.06, z=0.0),
                )
                .move(x=x, y=0.5 * h, z=t)
                .mirrored(),
                "iron",
            )
        if v.ivy:
            d.add(
                "ivy",
                union(
                    *(
                        sphere(0.24, 0.2, 0.14)
                        .roughened(0.05, 0.2, seed=i)
                        .move(-w - 0.6 * p + 0.1 * math.sin(2 * i), 0.2 + 0.24 * i, t)
                        for i in range(int(0.75 * spring / 0.24) + 2)
                    )
                ),
                "ivy",
            )
    d.point("top", (0, h, 0), size=p)
    return d


@family(
    "stairs",
    "building",
    nouns={
        "staircase": {},
        "steps": {"steps": 5},
        "spiral staircase": {"kind": "spiral"},
        "spiral stairs": {"kind": "spiral"},
        "stairway": {},
        "stone stairs": {"kind": "solid"},
        "ladder stairs": {"kind": "open"},
    },
    parameters=(
        Choice("kind", ("solid", "open", "spiral")),
        Whole("steps", 10, 4, 16),
        Real("width", 1.3, 0.9, 2.2),
        Real("rise", 0.18, 0.15, 0.21),
        Real("run", 0.29, 0.25, 0.34),
        Real("thickness", 0.05, 0.04, 0.08),
        Real("rail_height", 0.9, 0.8, 1.0),
        Real("radius", 1.0, 0.85, 1.3, about="of a spiral"),
        Flag("railing", 0.7),
        Flag("carpet", 0.35),
        Flag("balls", 0.5),
        Flag("walls", 0.3),
    ),
    slots={
        "step": ("oak", "stone", "marble", "walnut", "concrete"),
        "frame": ("walnut", "stone", "steel", "oak"),
        "rail": ("walnut", "iron", "oak", "gold"),
        "carpet": ("fabric:#a8242a", "fabric:#2a3f7a"),
        "ball": ("gold", "walnut"),
    },
    words={
        "railing": {"railing": True},
        "rails": {"railing": True},
        "handrail": {"railing": True},
        "carpet": {"carpet": True},
    },
    paints={"steps": "step", "banister": "rail", "runner": "carpet"},
    height=(0.55, 4.8),
)
def stairs(v: Values) -> Draft:
    """A flight that climbs away from the viewer, or a spiral about a post."""
    n, w, up, run, t = v.steps, v.width / 2, v.rise, v.run, v.thickness
    tall = n * up
    if v.kind == "spiral":
        n = max(n, 9)
        tall, r = n * up, v.radius
        d = Draft(extent=max(tall + 1, 2 * r))
        step = 26.0
        wedge = hull(
            [
                (x, y, z)
                for y in (0, t)
                for x, z in (
                    (0.0, 0.06),
                    (0.0, -0.06),
                    (r, 0.5 * r * math.tan(math.radians(step * 0.62))),
                    (r, -0.5 * r * math.tan(math.radians(step * 0.62))),
                )
            ]
        )
        d.add("steps", union(*(wedge.rotate(y=step * i - 90).move(y=up * (i + 1) - t) for i in range(n))), "step")
        d.add(
            "post",
            union(
                cylinder(0.08, tall + 1.0).move(y=(tall + 1.0) / 2),
                *(cylinder(0.11, 0.06).move(y=up * (i + 1) - t / 2) for i in range(n)),
                cylinder(0.3, 0.06).move(y=0.03),
            ),
            "frame",
        )
        if v.railing:
            posts, path = [], []
            for i in range(n):
                a = math.radians(step * i - 90)
                at = (0.93 * r * math.cos(a), up * (i + 1), -0.93 * r * math.sin(a))
                posts.append(cylinder(0.02, v.rail_height + 0.06).move(at[0], at[1] + v.rail_height / 2 - 0.03, at[2]))
                path.append((at[0], at[1] + v.rail_height, at[2]))
            d.add("railing", union(*posts, sweep(path, 0.032)), "rail")
        if v.balls:
            d.add("ball", sphere(0.14).move(y=tall + 1.05), "ball")
        d.point("top", (0, tall, 0), size=r)
        return d
    z0 = n * run / 2
    d = Draft(extent=max(n * run, tall + 1, 2 * w))
    nosing = [
        box(2 * w + 0.04, t, run + 0.04, 0.012).move(y=up * (i + 1) - t / 2, z=z0 - run * (i + 0.5) + 0.01)
        for i in range(n)
    ]
    d.add("steps", union(*nosing), "step")
    if v.kind == "solid":
        profile = [(z0 + 0.0, 0.0)]
        for i in range(n):
            profile += [(z0 - run * i, up * (i + 1) - 0.6 * t), (z0 - run * (i + 1), up * (i + 1) - 0.6 * t)]
        profile.append((-z0, 0.0))
        d.add("body", extrude(profile, 2 * w).rotate(y=-90), "frame")
    else:
        beam = [
            (z0 + 0.05, 0.0),
            (z0 + 0.05, 0.14),
            (-z0 - 0.02, tall + 0.06),
            (-z0 - 0.02, tall - 0.22),
            (z0 - 0.2, 0.0),
        ]
        d.add("beams", extrude(beam, 0.07).rotate(y=-90).move(x=w - 0.02).mirrored(), "frame")
        d.add(
            "legs", box(0.09, tall - 0.1, 0.09).move(x=w - 0.02, y=(tall - 0.1) / 2, z=-z0 + 0.04).mirrored(), "frame"
        )
    if v.walls and v.kind == "solid":
        side = [(z0 + 0.12, 0.0), (z0 + 0.12, 0.3), (-z0, tall + 0.25), (-z0, 0.0)]
        d.add("walls", extrude(side, 0.16).rotate(y=-90).move(x=w + 0.05).mirrored(), "frame")
    if v.railing:
        e = w + (0.05 if v.walls and v.kind == "solid" else -0.05)
        posts = union(
            *(
                cylinder(0.022, v.rail_height + 0.02).move(
                    e, up * (i + 1) + v.rail_height / 2 - 0.02, z0 - run * (i + 0.5)
                )
                for i in range(n)
            )
        )
        a, b = (e, up + v.rail_height, z0 - 0.5 * run), (e, up * n + v.rail_height, -z0 + 0.5 * run)
        newel = box(0.1, v.rail_height + 0.22, 0.1, 0.015).move(e, up + v.rail_height / 2 - 0.02, z0 - 0.32 * run)
        d.add("railing", union(posts, newel, sweep([a, b], 0.04)).mirrored(), "rail")
        if v.balls:
            d.add("balls", sphere(0.08).move(e, up + v.rail_height + 0.16, z0 - 0.32 * run).mirrored(), "ball")
    if v.carpet:
        pads = [
            box(1.1 * w, 0.025, run + 0.05, 0.008).move(y=up * (i + 1) + 0.008, z=z0 - run * (i + 0.5) + 0.02)
            for i in range(n)
        ] + ([box(1.1 * w, up, 0.03).move(y=up * (i + 0.5), z=z0 - run * i + 0.03) for i in range(n)])
        d.add("carpet", union(*pads), "carpet")
    d.point("top", (0, tall, -z0 + run / 2), size=2 * w)
    return d


@family(
    "door",
    "building",
    nouns={
        "wooden door": {"kind": "planks"},
        "front door": {},
        "dungeon door": {"kind": "planks", "shape": "arched"},
        "castle door": {"kind": "planks", "shape": "arched"},
        "sci-fi door": {"kind": "metal"},
        "blast door": {"kind": "metal"},
        "trapdoor": {"kind": "planks"},
        "hobbit door": {"kind": "planks", "shape": "arched"},
        "window": {"kind": "window"},
        "stained glass window": {"kind": "window", "shape": "pointed"},
        "shuttered window": {"kind": "window", "shutters": True},
    },
    parameters=(
        Choice("kind", ("panels", "planks", "metal", "window")),
        Choice("shape", ("square", "arched", "pointed")),
        Real("width", 1.0, 0.85, 1.3),
        Real("height", 2.1, 1.9, 2.5),
        Real("depth", 0.2, 0.15, 0.3),
        Whole("panels", 4, 2, 6),
        Real("frame_width", 0.12, 0.09, 0.2),
        Flag("glass", 0.35),
        Flag("knocker", 0.4),
        Flag("steps", 0.4),
        Flag("lamp", 0.3),
        Flag("shutters", 0.4),
    ),
    slots={
        "door": ("paint:#8f2f28", "oak", "walnut", "paint:#2f5a4a", "paint:#2a4a78", "mahogany"),
        "frame": ("paint:#f0ece0", "walnut", "stone", "sandstone"),
        "metal": ("brass", "iron", "gold"),
        "glass": ("glass", "glow:#ffdf9a", "dark glass"),
        "stone": ("stone", "granite"),
        "lamp": ("glow:#ffd27a",),
        "steel": ("steel", "panels", "gunmetal"),
        "light": ("glow:#40c8ff", "glow:#ff6a3a"),
        "shutter": ("paint:#3f6a58", "walnut", "paint:#2f567f"),
    },
    words={
        "glass": {"glass": True},
        "knocker": {"knocker": True},
        "steps": {"steps": True},
        "lamp": {"lamp": True},
        "lantern": {"lamp": True},
        "shutters": {"shutters": True},
        "arched": {"shape": "arched"},
    },
    paints={"knob": "metal", "handle": "metal", "pane": "glass", "shutters": "shutter", "frame": "frame"},
    height=(1.1, 3.3),
)
def door(v: Values) -> Draft:
    """A door, or a window, in its frame."""
    k = v.kind
    w, h, t, f = v.width, v.height, v.depth, v.frame_width
    base = 0.26 if v.steps and k != "window" else 0.0
    if k == "window":
        h, base, w = 0.62 * h, 0.16, 1.05 * w
    d = Draft(extent=max(h + base + f, w))
    inner = (
        [(w / 2, 0.0), (w / 2, h), (-w / 2, h), (-w / 2, 0.0)]
        if v.shape == "square"
        else arched(w, h, v.shape == "pointed")
    )
    grow = 1 + 2 * f / w
    outer = [(x * grow, y * (1 + f / h)) for x, y in inner]
    d.add(
        "frame",
        extrude(outer, t, holes=[[(x * 0.985, y if y > 0 else -0.01) for x, y in inner]], bevel=0.0).move(y=base),
        "frame",
    )
    if k == "window":
        d.add("pane", extrude([(1.01 * x, y) for x, y in inner], 0.3 * t).move(y=base, z=-0.1 * t), "glass")
        bars = union(
            *(
                box(0.035, h, 0.5 * t).move(x=w * (-0.5 + (i + 1) / (v.panels // 2 + 1)), y=h / 2)
                for i in range(v.panels // 2)
            ),
            *(box(w, 0.035, 0.5 * t).move(y=h * (i + 1) / (v.panels // 2 + 2)) for i in range(v.panels // 2 + 1)),
        )
        d.add("bars", (bars & extrude(inner, 9)).move(y=base), "frame")
        d.add("sill", box(w + 3.4 * f, 0.09, t + 0.2, 0.015).move(y=base - 0.02, z=0.06), "frame")
        d.add("bracket", box(w + 1.6 * f, base - 0.03, t * 0.8, 0.01).move(y=(base - 0.03) / 2), "stone")
        if v.shutters and v.shape == "square":
            leafs = union(
                box(0.5 * w, h, 0.05, 0.01),
                *(box(0.42 * w, 0.03, 0.08).rotate(x=25).move(y=h * (-0.42 + 0.84 * i / 9)) for i in range(10)),
            )
            d.add("shutters", leafs.move(x=w / 2 + f + 0.24 * w, y=base + h / 2, z=0.3 * t).mirrored(), "shutter")
        d.point("top", (0, base + h + f, 0), size=w)
        return d
    leafd = extrude([(0.995 * x, y * 0.997 + 0.0) for x, y in inner], 0.45 * t).move(y=base + 0.005)
    if k == "metal":
        d.add("door", leafd - box(0.025, 2 * h, 9).move(y=h / 2), "steel")
        ribs = [
            box(0.42 * w, 0.06, 0.6 * t, 0.01).move(x=0.26 * w, y=base + h * (i + 0.7) / (v.panels + 1))
            for i in range(v.panels)
        ]
        d.add("ribs", union(*ribs).mirrored() & extrude([(0.97 * x, y) for x, y in inner], 9).move(y=base), "steel")
        d.add(
            "lights",
            union(
                box(0.05, 0.5, 0.4 * t).move(x=w / 2 + f / 2, y=base + 1.1, z=0.4 * t).mirrored(),
                box(0.4 * w, 0.04, 0.6 * t).move(y=base + 0.78 * h),
            ),
            "light",
        )
    elif k == "planks":
        n = 6
        seams = union(
            *(
                box(0.016, 3 * h, 0.12 * t).move(x=w * (-0.5 + i / n), z=s * 0.225 * t)
                for i in range(1, n)
                for s in (1, -1)
            )
        )
        d.add("door", leafd - seams, "door")
        straps = union(
            *(
                union(
                    box(0.72 * w, 0.075, 0.56 * t, 0.006).move(x=-0.1 * w),
                    cone(0.06, 0.14, 4).rotate(z=-90).move(x=0.3 * w),
                ).move(y=base + y * h)
                for y in (0.2, 0.7)
            ),
            *(
                sphere(0.018).move(x=-0.4 * w + 0.14 * i * w, y=base + y * h, z=0.29 * t)
                for i in range(5)
                for y in (0.2, 0.7)
            ),
        )
        d.add("straps", straps, "metal")
    else:
        cut = []
        rows = max(1, v.panels // 2)
        for i in range(rows):
            y, ph = (
                h * 0.06 + (0.88 * h if v.shape == "square" else 0.66 * h) * (i + 0.5) / rows,
                (0.88 * h if v.shape == "square" else 0.66 * h) / rows - 0.09,
            )
            cut += [(s * 0.225 * w, base + y, ph) for s in (1, -1)]
        hollow = union(*(box(0.34 * w, ph, 0.16 * t).move(x, y, s * 0.22 * t) for x, y, ph in cut for s in (1, -1)))
        d.add(
            "door",
            union(
                leafd - hollow,
                *(
                    box(0.26 * w, ph - 0.08, 0.42 * t, 0.012).move(x, y)
                    for x, y, ph in cut[: -2 if v.glass and rows > 1 else None]
                ),
            ),
            "door",
        )
        if v.glass and rows > 1:
            d.add("panes", union(*(box(0.35 * w, ph, 0.34 * t).move(x, y) for x, y, ph in cut[-2:])), "glass")
    d.add(
        "handle",
        union(
            sphere(0.04).move(z=0.34 * t + 0.03),
            cylinder(0.018, 0.12).rotate(x=90).move(z=0.26 * t),
            cylinder(0.045, 0.03).rotate(x=90).move(z=0.24 * t),
        ).move(x=0.39 * w, y=base + 0.47 * h),
        "metal",
    )
    if v.knocker and k != "metal":
        d.add(
            "knocker",
            union(
                torus(0.075, 0.017).rotate(x=90).move(y=-0.05, z=0.25 * t + 0.02),
                sphere(0.045, 0.045, 0.04).move(y=0.03, z=0.24 * t + 0.01),
            ).move(y=base + 0.66 * h),
            "metal",
        )
    d.add("threshold", box(w + 2 * f, 0.05, t * 1.25, 0.01).move(y=base + 0.015), "stone" if v.steps else "frame")
    if base:
        d.add(
            "steps",
            union(
                box(w + 0.5, base, t + 0.5, 0.015).move(y=base / 2, z=0.2),
                box(w + 0.8, base / 2, t + 1.0, 0.015).move(y=base / 4, z=0.38),
            ),
            "stone",
        )
    if v.lamp:
        d.add("lamp", cylinder(0.06, 0.16, 0.075, sides=6).move(w / 2 + 0.5 * f, base + 0.78 * h, t / 2 + 0.09), "lamp")
        d.add(
            "lamp_hook",
            union(
                box(0.03, 0.03, 0.16).move(y=0.12, z=-0.03),
                cone(0.1, 0.07, 6).move(y=0.11),
                cylinder(0.03, 0.03).move(y=-0.08),
            ).move(w / 2 + 0.5 * f, base + 0.78 * h, t / 2 + 0.09),
            "metal",
        )
    d.point("top", (0, base + h + f, 0), size=w)
    return d
