"""Drums, trumpets, flutes and bells."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

SHELLS = ("car paint:#a81e2c", "car paint:#1f3f7a", "walnut", "paint:#17181b", "car paint:#d8a02a", "paint:#f0ece2")


def shell(radius: float, height: float, lugs: int) -> tuple[Node, Node, Node]:
    """(shell, skins, hoops with lugs) of a drum from y = 0 along Y."""
    r, h = radius, height
    body = cylinder(0.97 * r, 0.98 * h).move(y=h / 2)
    skins = union(cylinder(0.93 * r, 0.04 * r).move(y=h - 0.005 * r), cylinder(0.93 * r, 0.04 * r).move(y=0.01 * r))
    lug = union(
        cylinder(0.018 * r + 0.001, 0.96 * h).move(1.0 * r, h / 2, 0),
        box(0.07 * r, 0.24 * h, 0.08 * r, 0.015 * r).move(0.985 * r, h / 2, 0),
    )
    hoops = union(
        torus(0.985 * r, 0.04 * r).move(y=h - 0.02 * r), torus(0.985 * r, 0.04 * r).move(y=0.035 * r), lug.around(lugs)
    )
    return body, skins, hoops


@family(
    "drum",
    "music",
    nouns={
        "drum kit": {"kind": "kit"},
        "drum set": {"kind": "kit"},
        "drums": {"kind": "kit"},
        "snare drum": {"kind": "snare"},
        "bongo": {"kind": "djembe"},
        "djembe": {"kind": "djembe"},
        "marching drum": {"kind": "snare"},
        "toy drum": {"kind": "snare"},
        "conga": {"kind": "djembe"},
        "african drum": {"kind": "djembe"},
    },
    parameters=(
        Choice("kind", ("snare", "kit", "djembe")),
        Real("radius", 0.2, 0.16, 0.26),
        Real("height", 0.9, 0.55, 1.2, unit="", about="of a single drum, share of the radius"),
        Whole("lugs", 8, 6, 10),
        Whole("toms", 2, 1, 2),
        Whole("cymbals", 2, 1, 3),
        Flag("sticks", 0.8),
        Flag("rope", 0.5),
        Flag("stool", 0.7),
        Real("waist", 0.55, 0.45, 0.65, unit=""),
    ),
    slots={
        "shell": SHELLS,
        "skin": ("cream:#f4efe0", "paint:#e8e2d4"),
        "metal": ("chrome", "gold"),
        "cymbal": ("brass", "gold"),
        "stick": ("birch", "oak"),
        "rope": ("rope", "fabric:#f0e8d0"),
        "dark": ("paint:#17181b",),
        "rug": ("fabric:#7a2430", "fabric:#2f3f6a"),
    },
    words={
        "sticks": {"sticks": True},
        "cymbals": {"kind": "kit", "cymbals": 2},
        "rope": {"rope": True},
        "stool": {"kind": "kit", "stool": True},
    },
    paints={"drumsticks": "stick", "cymbals": "cymbal", "head": "skin", "hoops": "metal"},
    height=(0.08, 1.6),
)
def drum(v: Values) -> Draft:
    """One drum with sticks on it, a goblet drum, or a whole kit on a rug."""
    r = v.radius
    if v.kind == "djembe":
        h = 2.9 * r * (0.7 + 0.3 * v.height)
        d = Draft(extent=h)
        w = v.waist * r
        d.add(
            "shell",
            lathe(
                [
                    (0, 0),
                    (0.72 * r, 0),
                    (0.7 * r, 0.05 * h),
                    (0.9 * w, 0.35 * h),
                    (0.85 * w, 0.45 * h),
                    (0.8 * r, 0.62 * h),
                    (r, 0.78 * h),
                    (0.98 * r, 0.97 * h),
                    (0, 0.97 * h),
                ]
            ),
            "shell",
        )
        d.add("skin", lathe([(0, 0.95 * h), (1.02 * r, 0.88 * h), (1.01 * r, 0.97 * h), (0.95 * r, h), (0, h)]), "skin")
        d.add(
            "rings",
            union(
                torus(1.02 * r, 0.035 * r).move(y=0.88 * h),
                torus(1.03 * r, 0.03 * r).move(y=0.82 * h),
                torus(0.87 * w + 0.02 * r, 0.04 * r).move(y=0.43 * h),
            ),
            "metal",
        )
        lines = []
        for k in range(2 * v.lugs):
            a, b = math.tau * k / (2 * v.lugs), math.tau * (k + 1) / (2 * v.lugs)
            q0, q1 = (1.02 * r, 0.88 * w) if k % 2 else (0.88 * w, 1.02 * r)
            y0, y1 = (0.86 * h, 0.43 * h) if k % 2 else (0.43 * h, 0.86 * h)
            mid = 0.5 * (a + b)
            lines.append(
                rod(
                    (q0 * math.cos(a), y0, q0 * math.sin(a)),
                    (0.83 * r * math.cos(mid), 0.63 * h, 0.83 * r * math.sin(mid)),
                    (q1 * math.cos(b), y1, q1 * math.sin(b)),
                    radius=0.022 * r,
                )
            )
        d.add("rope", union(*lines), "rope")
        d.point("top", (0, h, 0), size=2 * r)
        return d
    if v.kind == "snare":
        h = v.height * r
        d = Draft(extent=2.1 * r)
        body, skins, hoops = shell(r, h, v.lugs)
        d.add("shell", body, "shell")
        d.add("skin", skins, "skin")
        if v.rope:
            path = [
                (
                    0.99 * r * math.cos(math.tau * k / (2 * v.lugs)),
                    (0.9 if k % 2 else 0.1) * h,
                    0.99 * r * math.sin(math.tau * k / (2 * v.lugs)),
                )
                for k in range(2 * v.lugs)
            ]
            fine = []
            for k, p in enumerate(path):
                q = path[(k + 1) % len(path)]
                fine += [p, (0.5 * (p[0] + q[0]) * 1.03, 0.5 * (p[1] + q[1]), 0.5 * (p[2] + q[2]) * 1.03)]
            d.add("rope", sweep(fine, 0.028 * r, smooth=False, closed=True, sides=8), "rope")
            d.add(
                "hoops",
                union(torus(0.985 * r, 0.05 * r).move(y=h - 0.03 * r), torus(0.985 * r, 0.05 * r).move(y=0.045 * r)),
                "metal",
            )
        else:
            d.add("hoops", hoops, "metal")
        if v.sticks:
            for k in (0, 1):
                stick = sweep(
                    [(-0.75 * r, 0, 0), (0.6 * r, 0, 0), (0.86 * r, 0, 0)],
                    [0.035 * r, 0.033 * r, 0.018 * r],
                    round_ends=True,
                )
                d.add(
                    f"stick_{k + 1}",
                    union(stick, sphere(0.04 * r).move(0.87 * r))
                    .rotate(y=25 + 45 * k)
                    .move(0, h + (0.045 + 0.03 * k) * r, 0.1 * r),
                    "stick",
                    group="sticks",
                )
        d.point("top", (0, h, 0), size=2 * r)
        return d
    r = 0.28 * (r / 0.2) ** 0.4
    d = Draft(extent=1.7)
    d.add("rug", cylinder(0.85, 0.02, sides=8, bevel=0.006).rotate(y=22.5).move(0, 0.01, -0.12), "rug")

    def place(
        name: str, radius: float, depth: float, at: tuple[float, float, float], turn: tuple[float, float]
    ) -> None:
        body, skins, hoops = shell(radius, depth, v.lugs)
        for part, solid, slot in (("shell", body, "shell"), ("skin", skins, "skin"), ("hoops", hoops, "metal")):
            d.add(f"{name}_{part}", solid.move(y=-depth / 2).rotate(x=turn[0], z=turn[1]).move(*at), slot, group=name)

    place("bass_drum", r, 0.4, (0, r + 0.02, 0.1), (90, 0))
    d.add(
        "bass_feet",
        union(*(rod((s * 0.8 * r, 0.6 * r, 0.2), (s * 1.25 * r, 0.015, 0.3), radius=0.012) for s in (1, -1))),
        "metal",
        group="stands",
    )
    for k in range(v.toms):
        x = (0.2 if k == 0 else -0.2) if v.toms == 2 else 0.0
        place(f"tom_{k + 1}", 0.16 - 0.015 * k, 0.2, (x, 2 * r + 0.17, 0.08), (-14, -8 if x > 0 else 8 if x < 0 else 0))
        d.add(
            f"tom_arm_{k + 1}", rod((0, 1.9 * r, 0.06), (x, 2 * r + 0.14, 0.07), radius=0.018), "metal", group="stands"
        )

    def tripod(x: float, z: float, height: float) -> Node:
        return union(
            rod((x, 0.1, z), (x, height, z), radius=0.012),
            *(
                rod((x, 0.25, z), (x + 0.2 * math.cos(a), 0.018, z + 0.2 * math.sin(a)), radius=0.01)
                for a in (0.6, 2.7, 4.8)
            ),
        )

    place("snare", 0.17, 0.13, (0.42, 0.62, -0.28), (-4, 0))
    d.add("snare_stand", tripod(0.42, -0.28, 0.6), "metal", group="stands")
    place("floor_tom", 0.2, 0.34, (-0.5, 0.42, -0.22), (0, 0))
    d.add(
        "floor_tom_legs",
        union(
            *(
                rod(
                    (-0.5 + 0.2 * math.cos(a), 0.5, -0.22 + 0.2 * math.sin(a)),
                    (-0.5 + 0.22 * math.cos(a), 0.016, -0.22 + 0.22 * math.sin(a)),
                    radius=0.01,
                )
                for a in (0.5, 2.6, 4.7)
            )
        ),
        "metal",
        group="stands",
    )
    for k in range(v.cymbals):
        x, z, y, wide = ((0.55, 0.18, 1.15, 0.23), (-0.6, 0.15, 1.22, 0.26), (0.62, -0.42, 0.88, 0.17))[k]
        disc = lathe([(0, 0.0), (wide, -0.028), (wide, -0.02), (0.28 * wide, 0.012), (0.22 * wide, 0.04), (0, 0.05)])
        d.add(f"cymbal_{k + 1}", disc.rotate(x=-10, z=-8 if x > 0 else 8).move(x, y, z), "cymbal", group="cymbals")
        d.add(
            f"cymbal_stand_{k + 1}", union(tripod(x, z, y), sphere(0.02).move(x, y + 0.05, z)), "metal", group="stands"
        )
    if v.stool:
        d.add("stool", union(cylinder(0.17, 0.08, bevel=0.03).move(0, 0.5, -0.6)), "dark", group="stool")
        d.add("stool_legs", tripod(0, -0.6, 0.48), "metal", group="stands")
    if v.sticks:
        d.add(
            "sticks",
            union(
                *(
                    sweep(
                        [(0.3, 0.693 + 0.004 * k, -0.4 + 0.09 * k), (0.6, 0.693 + 0.004 * k, -0.25 - 0.05 * k)],
                        [0.008, 0.006],
                        round_ends=True,
                    )
                    for k in (0, 1)
                )
            ),
            "stick",
        )
    d.point("top", (0, 1.2, 0), size=1.2)
    return d


@family(
    "trumpet",
    "music",
    nouns={
        "horn": {},
        "cornet": {"length": 0.36},
        "bugle": {"valves": 0},
        "trombone": {"valves": 0, "length": 0.6},
        "brass instrument": {},
        "fanfare": {"banner": True},
    },
    parameters=(
        Real("length", 0.48, 0.36, 0.6),
        Real("bell_radius", 0.062, 0.05, 0.075),
        Real("tube", 0.0075, 0.0065, 0.009),
        Real("loop", 0.06, 0.05, 0.075),
        Whole("valves", 3, 0, 4),
        Real("flare", 1.0, 0.8, 1.2, unit=""),
        Flag("stand", 0.7),
        Flag("banner", 0.2),
        Flag("mute", 0.15),
    ),
    slots={
        "body": ("gold", "brass", "silver", "copper"),
        "pearl": ("porcelain", "paint:#23211f"),
        "mouth": ("silver", "gold"),
        "stand": ("paint:#1b1c1f", "walnut"),
        "banner": ("fabric:#a81e2c", "fabric:#23408a"),
        "trim": ("gold",),
    },
    words={"banner": {"banner": True}, "stand": {"stand": True}, "valves": {"valves": 3}},
    paints={"bell": "body", "buttons": "pearl", "mouthpiece": "mouth"},
    height=(0.09, 0.5),
)
def trumpet(v: Values) -> Draft:
    """A tube wound once, a bell to the right, valves in the middle; along X, on a small stand."""
    n, t, q = v.length, v.tube, v.loop
    d = Draft(extent=n)
    y = 0.14 if v.stand else v.bell_radius
    x0, x1 = -0.5 * n, 0.5 * n
    top, low = y + 0.0, y - q * (1.0 if v.stand else 0.62)
    y2 = low
    lead = [
        (x0 + 0.04 * n, top, 0),
        (x1 - 0.3 * n, top, 0),
        (x1 - 0.2 * n, top - 0.1 * q, 0.0),
        (x1 - 0.14 * n, (top + y2) / 2, 0),
        (x1 - 0.2 * n, y2 + 0.1 * q, 0),
        (x1 - 0.3 * n, y2, 0),
        (x0 + 0.34 * n, y2, 0),
    ]
    back = [
        (x0 + 0.34 * n, y2, 0),
        (x0 + 0.22 * n, y2, 0.004),
        (x0 + 0.13 * n, y2 + 0.1 * q, 0.012),
        (x0 + 0.09 * n, (top + y2) / 2, 0.016),
        (x0 + 0.13 * n, top - 0.1 * q, 0.02),
        (x0 + 0.24 * n, top, 0.022),
        (x1 - 0.28 * n, top, 0.022),
    ]
    d.add("tubes", union(sweep(lead, t), sweep(back, t)), "body", group="tubes")
    b = v.bell_radius
    f = v.flare
    bell = lathe(
        [
            (0, 0.0),
            (1.0 * t, 0.0),
            (1.25 * t, 0.12 * n),
            (1.9 * t / f, 0.2 * n),
            (0.5 * b, 0.262 * n),
            (0.96 * b, 0.296 * n),
            (b, 0.3 * n),
            (0.94 * b, 0.3 * n),
            (0.45 * b, 0.272 * n),
            (0.15 * b, 0.24 * n),
            (0, 0.23 * n),
        ]
    ).rotate(z=-90)
    d.add("bell", bell.move(x1 - 0.3 * n, top, 0.022), "body", group="bell")
    d.add("rim", torus(0.97 * b, 0.05 * b).rotate(z=90).move(x1, top, 0.022), "trim")
    d.add(
        "mouthpiece",
        lathe(
            [
                (0.7 * t, 0),
                (0.75 * t, 0.08 * n),
                (1.1 * t, 0.1 * n),
                (1.75 * t, 0.125 * n),
                (1.75 * t, 0.135 * n),
                (1.2 * t, 0.135 * n),
                (0.4 * t, 0.12 * n),
                (0, 0.12 * n),
            ]
        )
        .rotate(z=90)
        .move(x0 + 0.1 * n, top, 0),
        "mouth",
    )
    for k in range(v.valves):
        x = -0.02 * n + (k - (v.valves - 1) / 2) * 2.75 * t
        mid = (top + y2) / 2
        tall = 1.75 * q
        d.add(
            f"valve_{k + 1}",
            union(
                cylinder(1.25 * t, tall, bevel=0.2 * t).move(x, mid, 0.011),
                torus(1.25 * t, 0.2 * t).move(x, mid + 0.45 * tall, 0.011),
                torus(1.25 * t, 0.2 * t).move(x, mid - 0.45 * tall, 0.011),
                cylinder(0.4 * t, 0.5 * q).move(x, mid + 0.55 * tall, 0.011),
            ),
            "body",
            group="valves",
        )
        d.add(
            f"button_{k + 1}",
            cylinder(0.85 * t, 0.6 * t, bevel=0.15 * t).move(x, mid + 0.55 * tall + 0.25 * q, 0.011),
            "pearl",
            group="buttons",
        )
    d.add(
        "braces",
        union(
            *(cylinder(0.45 * t, q).move(x, (top + y2) / 2, 0.004) for x in (x0 + 0.36 * n, x1 - 0.34 * n)),
            *(cylinder(0.45 * t, 0.022).rotate(x=90).move(x, top, 0.011) for x in (x0 + 0.3 * n, x1 - 0.36 * n)),
        ),
        "trim",
    )
    d.add("finger_ring", torus(1.4 * t, 0.3 * t).rotate(x=90).move(x1 - 0.38 * n, top + 2.0 * t, 0.022), "trim")
    if v.mute:
        d.add(
            "mute",
            lathe([(0.35 * b, 0), (0.55 * b, 0.06 * n), (0.5 * b, 0.075 * n), (0, 0.075 * n)])
            .rotate(z=-90)
            .move(x1 - 0.03 * n, top, 0.022),
            "mouth",
        )
    if v.stand:
        d.add(
            "stand",
            union(
                lathe([(0, 0), (0.07, 0), (0.065, 0.012), (0.015, 0.02), (0, 0.02)]),
                cylinder(0.006, y2 + 0.004).move(y=y2 / 2),
                box(0.08, 0.008, 0.02, 0.002).move(y=y2 - t),
            ),
            "stand",
        )
    else:
        d.add(
            "foot",
            union(*(sphere(0.9 * t).move(x, y2 - 0.3 * t, 0) for x in (x0 + 0.4 * n, x1 - 0.3 * n))),
            "body",
            group="tubes",
        )
        low_y = min(y2 - 0.9 * q, 0.0)
        d.parts[:] = [
            p.model_copy(
                update={
                    "solid": p.solid.move(
                        y=max(
                            0.0,
                            -(
                                min(
                                    (top + y2) / 2 - 0.875 * q - 0.2 * t if v.valves else 1.0,
                                    y2 - 1.2 * t,
                                    y - 1.02 * b,
                                )
                            ),
                        )
                    ).as_solid()
                }
            )
            for p in d.parts
        ]
        _ = low_y
    if v.banner:
        w = 0.34 * n
        high = min(0.11, y2 - 0.02) if v.stand else 0.05
        d.add(
            "banner", box(w, high, 0.004, 0.001).move(x1 - 0.42 * n - w / 2 + 0.1 * n, top - high / 2, -0.004), "banner"
        )
    d.point("top", (0, top + q, 0), size=b)
    d.point("grip", (0, (top + y2) / 2, 0), up=(1, 0, 0), size=2 * t)
    return d


@family(
    "flute",
    "music",
    nouns={
        "pan flute": {"kind": "pan"},
        "pan pipes": {"kind": "pan"},
        "recorder": {"kind": "recorder"},
        "whistle": {"kind": "recorder", "length": 0.3},
        "clarinet": {"kind": "clarinet"},
        "oboe": {"kind": "clarinet"},
        "piccolo": {"length": 0.32},
        "woodwind": {"kind": "clarinet"},
    },
    parameters=(
        Choice("kind", ("flute", "recorder", "pan", "clarinet")),
        Real("length", 0.5, 0.3, 0.66),
        Real("radius", 0.017, 0.014, 0.021, unit="", about="share of the length"),
        Whole("keys", 9, 6, 13),
        Whole("pipes", 9, 6, 12),
        Real("bell", 1.9, 1.5, 2.4, unit=""),
        Flag("case", 0.5),
        Flag("rings", 0.8),
        Flag("cord", 0.4),
    ),
    slots={
        "body": ("silver", "gold", "bamboo", "walnut", "paint:#1c1b1d", "birch"),
        "metal": ("silver", "gold", "chrome"),
        "dark": ("paint:#120f0d",),
        "case": ("velvet:#4a1a2e", "velvet:#1f2f5a"),
        "outside": ("leather:#2a2320", "walnut"),
        "cord": ("fabric:#a8242c", "rope"),
    },
    words={"keys": {}, "case": {"case": True}, "cord": {"cord": True, "kind": "pan"}},
    paints={"keys": "metal", "pipes": "body"},
    height=(0.012, 0.62),
)
def flute(v: Values) -> Draft:
    """Lying along X, in its case or without; pan pipes stand."""
    n = v.length
    r = v.radius * n * (1.0 if v.kind == "flute" else 1.35)
    if v.kind == "pan":
        h = 0.5 * n
        q = 0.032 * n
        d = Draft(extent=max(h, v.pipes * 1.9 * q))
        for k in range(v.pipes):
            tall = h * (1 - 0.6 * k / (v.pipes - 1))
            x = (k - (v.pipes - 1) / 2) * 1.88 * q
            base = h - tall
            pipe = lathe(
                [(0, base), (q, base), (q, h), (0.72 * q, h), (0.72 * q, h - 0.08 * tall), (0, h - 0.08 * tall)]
            )
            d.add(f"pipe_{k + 1}", pipe.rotate(y=0).move(x), "body", group="pipes")
        wide = v.pipes * 1.9 * q
        for j, y in enumerate((0.78, 0.7)):
            d.add(f"binding_{j + 1}", box(wide, 0.045 * h, 2.35 * q, 0.01 * h).move(y=y * h), "cord", group="binding")
        if v.cord:
            d.add(
                "cord",
                sweep(
                    [
                        (-0.5 * wide, 0.74 * h, 0),
                        (-0.55 * wide, 0.4 * h, q),
                        (-0.3 * wide, 0.1 * h, 1.5 * q),
                        (-0.35 * wide, 0.02 * h, 2.2 * q),
                    ],
                    0.22 * q,
                ),
                "cord",
            )
        d.point("top", (0, h, 0), size=wide)
        d.point("grip", (0, 0.7 * h, 0), size=2 * q)
        return d
    d = Draft(extent=n if not v.case else 1.12 * n)
    y = 1.5 * r
    if v.case:
        cz = 9 * r
        d.add(
            "case",
            union(
                box(1.1 * n, 1.4 * r, cz, 0.3 * r).move(y=0.7 * r),
                box(1.05 * n, 1.0 * r, 1.6 * r).move(0, 0.7 * r, -0.53 * cz),
                box(1.1 * n, 0.6 * r, cz, 0.2 * r).rotate(x=72).move(0, 0.49 * cz, -0.64 * cz),
            ),
            "outside",
        )
        d.add(
            "lining",
            union(
                box(1.05 * n, 0.4 * r, 0.9 * cz, 0.1 * r).move(y=1.38 * r),
                box(1.05 * n, 0.3 * r, 0.88 * cz, 0.1 * r)
                .rotate(x=72)
                .move(0, 0.49 * cz + 0.08 * r, -0.64 * cz + 0.35 * r),
            ),
            "case",
        )
        y = 2.2 * r
    x0 = -n / 2

    def along(points: list[tuple[float, float]]) -> Node:
        """A turned body along +X from the left end."""
        return lathe([(a, b) for a, b in points]).rotate(z=-90).move(x0, y, 0)

    if v.kind == "flute":
        d.add("body", along([(0, 0), (0.8 * r, 0), (r, 0.01 * n), (r, 0.995 * n), (0.6 * r, n), (0, n)]), "body")
        d.add("plate", union(sphere(1.6 * r, 0.5 * r, 1.1 * r).move(x0 + 0.14 * n, y + 0.75 * r, 0)), "metal")
        d.add("blow_hole", sphere(0.55 * r, 0.2 * r, 0.4 * r).move(x0 + 0.14 * n, y + 1.2 * r, 0), "dark")
        joints, first = [0.014, 0.26, 0.84], 0.34
    elif v.kind == "recorder":
        d.add(
            "body",
            along(
                [
                    (0, 0),
                    (0.8 * r, 0),
                    (0.95 * r, 0.03 * n),
                    (1.1 * r, 0.2 * n),
                    (1.35 * r, 0.24 * n),
                    (1.35 * r, 0.28 * n),
                    (1.0 * r, 0.3 * n),
                    (0.85 * r, 0.8 * n),
                    (1.25 * r, 0.84 * n),
                    (1.25 * r, 0.88 * n),
                    (0.9 * r, 0.92 * n),
                    (1.2 * r, n),
                    (0.7 * r, n),
                    (0.5 * r, 0.96 * n),
                    (0, 0.96 * n),
                ]
            ),
            "body",
        )
        d.add("window", box(1.4 * r, 0.5 * r, 0.9 * r).move(x0 + 0.15 * n, y + 0.85 * r, 0), "dark")
        joints, first = [0.26, 0.86], 0.36
    else:
        e = v.bell * r
        d.add(
            "body",
            along(
                [
                    (0, 0),
                    (0.35 * r, 0),
                    (0.75 * r, 0.06 * n),
                    (0.95 * r, 0.12 * n),
                    (r, 0.13 * n),
                    (r, 0.8 * n),
                    (1.25 * r, 0.88 * n),
                    (e, 0.99 * n),
                    (e, n),
                    (0.85 * e, n),
                    (0.5 * r, 0.93 * n),
                    (0, 0.93 * n),
                ]
            ),
            "body",
        )
        y_low = y
        if e > y_low:
            d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=0).as_solid()}) for p in d.parts]
        joints, first = [0.13, 0.36, 0.62, 0.82], 0.2
    if v.rings:
        d.add(
            "rings",
            union(
                *(
                    torus(1.05 * r if v.kind != "recorder" else 1.33 * r, 0.16 * r)
                    .rotate(z=90)
                    .move(x0 + k * n + 0.004 * n, y, 0)
                    for k in joints
                )
            ),
            "metal",
            group="rings",
        )
    step = (0.92 - first - 0.1) * n / v.keys
    for k in range(v.keys):
        x = x0 + first * n + (k + 0.5) * step
        if v.kind == "recorder":
            if k < 8:
                d.add(
                    f"hole_{k + 1}",
                    sphere(0.36 * r, 0.12 * r, 0.36 * r).move(x, y + (0.98 - 0.012 * k) * r, 0),
                    "dark",
                    group="holes",
                )
        else:
            d.add(
                f"key_{k + 1}",
                union(
                    cylinder(0.8 * r, 0.3 * r, bevel=0.06 * r).move(x, y + 1.15 * r, 0),
                    cylinder(0.5 * r, 0.5 * r).move(x, y + 0.9 * r, 0),
                    box(0.3 * r, 0.22 * r, 1.3 * r, 0.05 * r).move(x, y + 1.05 * r, -0.7 * r),
                ),
                "metal",
                group="keys",
            )
    if v.kind != "recorder":
        d.add(
            "rod",
            union(
                rod(
                    (x0 + first * n, y + 0.95 * r, -1.15 * r),
                    (x0 + first * n + v.keys * step, y + 0.95 * r, -1.15 * r),
                    radius=0.17 * r,
                ),
                *(
                    rod(
                        (x0 + first * n + q * v.keys * step, y, -0.7 * r),
                        (x0 + first * n + q * v.keys * step, y + 0.95 * r, -1.15 * r),
                        radius=0.18 * r,
                    )
                    for q in (0.01, 0.5, 0.99)
                ),
            ),
            "metal",
        )
    if not v.case:
        d.add(
            "rest",
            union(*(box(0.02 * n, 1.2 * r, 3.2 * r, 0.2 * r).move(k * 0.3 * n, 0.6 * r, 0) for k in (1, -1))),
            "outside",
        )
    d.point("top", (0, y + r, 0), size=r)
    d.point("grip", (0, y, 0), up=(1, 0, 0), size=2 * r)
    return d


@family(
    "bell",
    "music",
    nouns={
        "church bell": {"kind": "church"},
        "hand bell": {"kind": "hand"},
        "handbell": {"kind": "hand"},
        "jingle bell": {"kind": "jingle"},
        "sleigh bell": {"kind": "jingle"},
        "ship bell": {"kind": "church", "height": 0.3},
        "school bell": {"kind": "hand"},
        "desk bell": {"kind": "desk"},
        "reception bell": {"kind": "desk"},
        "christmas bell": {"kind": "hand", "bow": True},
        "liberty bell": {"kind": "church", "crack": True},
    },
    parameters=(
        Choice("kind", ("hand", "church", "desk", "jingle")),
        Real("height", 0.22, 0.16, 0.4),
        Real("width", 0.62, 0.54, 0.72, unit="", about="share of the height"),
        Real("flare", 1.0, 0.85, 1.2, unit=""),
        Whole("bands", 3, 2, 4),
        Flag("yoke", 0.8),
        Flag("frame", 0.5),
        Flag("bow", 0.25),
        Flag("crack", 0.1),
        Real("clapper", 0.16, 0.12, 0.2, unit=""),
    ),
    slots={
        "body": ("brass", "gold", "bronze", "silver", "copper"),
        "handle": ("walnut", "oak", "paint:#1d1b1a"),
        "clapper": ("iron", "bronze"),
        "yoke": ("oak", "iron", "walnut"),
        "bow": ("fabric:#b81e2a", "fabric:#2f7a4a"),
        "dark": ("paint:#17130f",),
    },
    words={"bow": {"bow": True}, "handle": {"kind": "hand"}, "crack": {"crack": True}, "yoke": {"yoke": True}},
    paints={"ribbon": "bow"},
    height=(0.05, 2.4),
)
def bell(v: Values) -> Draft:
    """With a handle, in a yoke, on a counter, or round with a slit."""
    big = 3.2 if v.kind == "church" else 0.35 if v.kind in ("desk", "jingle") else 1.0
    h = v.height * big * (0.62 if v.kind == "hand" else 1.0)
    r = 0.5 * v.width * v.height * big * (0.8 if v.kind == "hand" else 1.35 if v.kind == "church" else 1.0)
    d = Draft(extent=max(h, 2 * r))
    if v.kind == "jingle":
        r = 0.5 * h
        d.extent = 2.3 * r
        d.add(
            "body",
            sphere(r).move(y=r)
            - union(
                box(0.12 * r, 1.1 * r, 3 * r).move(y=0.35 * r),
                box(3 * r, 1.1 * r, 0.12 * r).move(y=0.35 * r),
                *(
                    sphere(0.17 * r).move(0.93 * r * math.cos(a), 0.95 * r, 0.93 * r * math.sin(a))
                    for a in (0, 1.571, 3.142, 4.712)
                ),
            ),
            "body",
        )
        d.add("core", sphere(0.86 * r).move(y=r), "dark")
        d.add(
            "rim",
            union(torus(1.0 * r, 0.07 * r).move(y=1.06 * r), torus(0.22 * r, 0.06 * r).rotate(x=90).move(y=2.12 * r)),
            "body",
            group="body",
        )
        d.add(
            "bow",
            union(
                *(
                    sphere(0.5 * r, 0.3 * r, 0.2 * r).rotate(z=s * 22).move(s * 0.5 * r, 2.02 * r, 0.15 * r)
                    for s in (1, -1)
                ),
                sphere(0.2 * r).move(0, 2.0 * r, 0.18 * r),
            )
            if v.bow
            else torus(0.3 * r, 0.05 * r).move(y=1.96 * r),
            "bow" if v.bow else "body",
        )
        d.point("top", (0, 2.3 * r, 0), size=r)
        return d
    if v.kind == "desk":
        r *= 1.5
        d.extent = 2.4 * r
        d.add("base", lathe([(0, 0), (1.1 * r, 0), (1.15 * r, 0.08 * r), (1.0 * r, 0.2 * r), (0, 0.2 * r)]), "handle")
        d.add(
            "body",
            lathe(
                [
                    (0, 0.3 * r),
                    (r, 0.3 * r),
                    (1.04 * r, 0.36 * r),
                    (0.94 * r, 0.62 * r),
                    (0.62 * r, 0.95 * r),
                    (0.2 * r, 1.08 * r),
                    (0, 1.1 * r),
                ],
                smooth=True,
            ),
            "body",
        )
        d.add("post", cylinder(0.3 * r, 0.3 * r).move(y=0.25 * r), "dark")
        d.add(
            "button",
            union(cylinder(0.06 * r, 0.3 * r).move(y=1.15 * r), sphere(0.16 * r, 0.09 * r, 0.16 * r).move(y=1.3 * r)),
            "clapper",
        )
        d.add(
            "bands",
            union(*(torus((1.035 - 0.03 * k) * r, 0.022 * r).move(y=(0.4 + 0.07 * k) * r) for k in range(v.bands))),
            "body",
            group="body",
        )
        d.point("top", (0, 1.35 * r, 0), size=r)
        return d
    stand = 0.5 * h if v.kind == "church" and v.frame else 0.0
    low = stand + (0.06 * h)
    f = v.flare
    outer = [
        (r, 0),
        (0.97 * r, 0.06 * h),
        (0.8 * r / f**0.3, 0.22 * h),
        (0.64 * r, 0.5 * h),
        (0.58 * r, 0.74 * h),
        (0.5 * r, 0.88 * h),
        (0.3 * r, 0.97 * h),
        (0, h),
    ]
    inner = [(0.0, 0.86 * h), (0.4 * r, 0.82 * h), (0.52 * r, 0.5 * h), (0.68 * r / f**0.3, 0.22 * h), (0.86 * r, 0.0)]
    body = lathe([*reversed(inner[1:]), inner[0]][::-1][::-1] and [*[(a, b) for a, b in outer[:1]], *outer[1:], *inner])
    if v.crack and v.kind == "church":
        body = body - union(
            box(0.03 * r, 0.3 * h, r).rotate(z=8).move(0.1 * r, 0.12 * h, 0.9 * r),
            box(0.02 * r, 0.25 * h, r).rotate(z=-14).move(0.1 * r, 0.36 * h, 0.9 * r),
        )
    d.add("body", body.move(y=low), "body")
    widths = [(0.985, 0.03), (0.8 / f**0.3, 0.22), (0.58, 0.74), (0.545, 0.8)]
    d.add(
        "bands",
        union(*(torus(q * r, 0.022 * r + 0.0004).move(y=low + y * h) for q, y in widths[: v.bands])),
        "body",
        group="body",
    )
    d.add(
        "clapper",
        union(
            cylinder(0.045 * r, 0.86 * h).move(y=low + 0.46 * h),
            sphere(v.clapper * r * 1.2).move(y=low + 0.02 * h),
            cylinder(0.07 * r, 0.08 * h).move(y=stand + 0.04 * h if v.kind == "hand" else low - 0.03 * h),
        ),
        "clapper",
    )
    top = low + h
    if v.kind == "hand":
        n = 0.75 * h
        d.extent = h + n
        d.add(
            "handle",
            lathe(
                [
                    (0.12 * r, -0.03 * h),
                    (0.2 * r, 0.03 * n),
                    (0.13 * r, 0.12 * n),
                    (0.22 * r, 0.45 * n),
                    (0.26 * r, 0.7 * n),
                    (0.16 * r, 0.84 * n),
                    (0.24 * r, 0.95 * n),
                    (0, 1.02 * n),
                ],
                smooth=True,
            ).move(y=top),
            "handle",
        )
        d.add("collar", torus(0.19 * r, 0.06 * r).move(y=top + 0.01 * h), "body", group="body")
        if v.bow:
            d.add(
                "bow",
                union(
                    *(sphere(0.4 * r, 0.25 * r, 0.14 * r).rotate(z=s * 20).move(s * 0.4 * r, 0, 0) for s in (1, -1)),
                    sphere(0.17 * r),
                    *(
                        box(0.18 * r, 0.6 * r, 0.06 * r).rotate(z=s * 22, x=-12).move(s * 0.2 * r, -0.32 * r, 0.12 * r)
                        for s in (1, -1)
                    ),
                ).move(0, top + 0.04 * h, 0.22 * r),
                "bow",
            )
        if v.clapper:
            pass
        d.point("grip", (0, top + 0.5 * n, 0), size=0.5 * r)
        d.point("top", (0, top + n, 0), size=0.4 * r)
        return d
    d.add(
        "crown",
        union(
            *(torus(0.16 * r, 0.05 * r).rotate(x=90).rotate(y=90 * k).move(y=top + 0.06 * r) for k in (0, 1)),
            cylinder(0.2 * r, 0.1 * h).move(y=top - 0.01 * h),
        ),
        "body",
        group="body",
    )
    if v.yoke or v.frame:
        d.add(
            "yoke",
            union(
                box(2.3 * r, 0.2 * r, 0.3 * r, 0.03 * r).move(y=top + 0.24 * r),
                box(0.7 * r, 0.2 * r, 0.28 * r, 0.04 * r).move(y=top + 0.4 * r),
            ),
            "yoke",
        )
    if v.frame:
        d.add(
            "frame",
            union(
                *(
                    union(
                        box(0.18 * r, top + 0.4 * r, 0.28 * r, 0.02 * r).move(s * 1.22 * r, (top + 0.4 * r) / 2, 0),
                        box(0.2 * r, 0.14 * r, 1.6 * r, 0.02 * r).move(s * 1.22 * r, 0.07 * r, 0),
                        *(
                            rod((s * 1.22 * r, 0.1 * r, k * 0.65 * r), (s * 1.22 * r, 0.55 * top, 0), radius=0.06 * r)
                            for k in (1, -1)
                        ),
                    )
                    for s in (1, -1)
                ),
                box(2.5 * r, 0.14 * r, 0.2 * r, 0.02 * r).move(y=0.09 * r),
            ),
            "yoke",
            group="frame",
        )
        d.extent = max(top + 0.5 * r, 2.6 * r)
    d.point("top", (0, top + 0.5 * r, 0), size=r)
    return d
