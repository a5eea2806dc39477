"""Things of the house that a hand takes: brooms, keys, umbrellas, buckets, baskets; pillows."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import pillow as pillow_solid
from maquette.shapes.sub.outlines import ellipse, ring_of, rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "broom",
    "household",
    nouns={
        "broomstick": {"kind": "twig"},
        "witch's broom": {"kind": "twig", "crooked": 0.05},
        "besom": {"kind": "twig"},
        "sweeping brush": {"kind": "push"},
        "mop": {"kind": "mop"},
        "push broom": {"kind": "push"},
    },
    parameters=(
        Choice("kind", ("twig", "flat", "push", "mop")),
        Real("length", 1.35, 1.1, 1.55),
        Real("radius", 0.014, 0.011, 0.019),
        Real("head_length", 0.3, 0.22, 0.42),
        Real("head_width", 0.3, 0.22, 0.42),
        Whole("bindings", 3, 1, 4),
        Real("crooked", 0.0, 0.0, 0.05, about="how crooked the stick is"),
        Real("flare", 1.0, 0.7, 1.4, unit=""),
        Flag("loop", 0.4),
    ),
    slots={
        "stick": ("wood", "oak", "pine", "paint:#2f5f8a", "driftwood"),
        "bristles": ("thatch", "wicker", "thatch:#c9a050", "fabric:#d8d4c8"),
        "binding": ("rope", "fabric:#b0302a", "leather"),
    },
    words={"bristles": {}, "crooked": {"crooked": 0.05}},
    paints={"handle": "stick", "head": "bristles", "twigs": "bristles", "string": "binding", "straw": "bristles"},
    height=(1.0, 1.65),
)
def broom(v: Values) -> Draft:
    """Stands on its bristles."""
    n, r = v.length, v.radius
    h = v.head_length * (1.25 if v.kind in ("twig", "flat") else 1.0)
    d = Draft(extent=n)
    c = v.crooked
    d.add(
        "stick",
        sweep(
            [
                (0, 0.5 * h, 0),
                (0.4 * c, 0.4 * n, -0.3 * c),
                (-0.6 * c, 0.65 * n, 0.3 * c),
                (0.3 * c, 0.85 * n, 0),
                (0, n, 0),
            ],
            [r, 1.05 * r, r, 1.05 * r, 0.9 * r],
            round_ends=True,
        ),
        "stick",
    )
    if v.kind == "twig":
        w = 0.14 * v.flare
        rng = v.rng("twigs")
        twigs = []
        for i in range(26):
            a = 2.4 * i
            k = math.sqrt((i + 0.5) / 26)
            x, z = k * w * math.cos(a), k * w * math.sin(a)
            twigs.append(
                sweep(
                    [
                        (0.28 * x, h * 1.0, 0.28 * z),
                        (0.95 * x, 0.45 * h, 0.95 * z),
                        (x, float(rng.uniform(0, 0.08)) * h * (1 if i else 0), z),
                    ],
                    [0.009, 0.012, 0.006],
                )
            )
        core = lathe(
            [(0.5 * w, 0.12 * h), (0.92 * w, 0.35 * h), (0.6 * w, 0.75 * h), (1.9 * r, 1.0 * h), (1.3 * r, 1.08 * h)],
            smooth=True,
        )
        d.add("bristles", union(core, *twigs), "bristles")
        for i in range(v.bindings):
            y = (0.98 - 0.1 * i) * h
            d.add(
                f"binding_{i + 1}",
                cylinder(
                    1.9 * r + (0.6 * w - 1.9 * r) * min(1.0, (h - y) / (0.25 * h)) + 0.015, 0.024, bevel=0.008
                ).move(y=y),
                "binding",
                group="bindings",
            )
    elif v.kind == "flat":
        w, t = 0.5 * v.head_width, 0.03
        shape = [
            (-w * v.flare, 0.0),
            (w * v.flare, 0.0),
            (0.62 * w, 0.62 * h),
            (1.8 * r, 0.95 * h),
            (1.3 * r, 1.1 * h),
            (-1.3 * r, 1.1 * h),
            (-1.8 * r, 0.95 * h),
            (-0.62 * w, 0.62 * h),
        ]
        body = extrude(shape, 2 * t, bevel=0.012) - union(
            *(
                box(0.004, 0.5 * h, 0.016).rotate(z=-8 * i).move(i * 0.2 * w * v.flare, 0.2 * h, s * t)
                for i in range(-4, 5)
                for s in (1, -1)
            )
        )
        d.add("bristles", body, "bristles")
        for i in range(v.bindings):
            y = (0.62 - 0.08 * i) * h
            half = 0.62 * w + (0.62 * h - y) / (0.62 * h) * (w * v.flare - 0.62 * w)
            d.add(
                f"binding_{i + 1}",
                box(2 * half + 0.008, 0.012, 2 * t + 0.008, 0.003).move(y=y),
                "binding",
                group="bindings",
            )
        d.add("ferrule", cylinder(1.6 * r, 0.06, top=1.3 * r).move(y=1.1 * h), "binding")
    elif v.kind == "push":
        w = v.head_width * 1.35
        d.add(
            "head",
            union(
                box(w, 0.045, 0.07, 0.012).move(y=0.1), cylinder(1.7 * r, 0.5 * h, top=1.2 * r).move(y=0.1 + 0.25 * h)
            ),
            "stick",
        )
        tufts = [
            cylinder(0.016, 0.1, top=0.011).move((i - 6) * w / 13.6, 0.05, z) for i in range(13) for z in (-0.02, 0.02)
        ]
        d.add("bristles", union(*tufts, box(w - 0.03, 0.05, 0.05, 0.006).move(y=0.065)), "bristles")
    else:
        d.add(
            "ferrule",
            union(cylinder(0.03, 0.08, top=1.3 * r).move(y=1.02 * h), torus(0.03, 0.008).move(y=0.98 * h)),
            "binding",
        )
        strands = []
        for i in range(16):
            a = 2.4 * i
            k = math.sqrt((i + 0.6) / 16) * 0.13 * v.flare
            x, z = k * math.cos(a), k * math.sin(a)
            strands.append(
                sweep(
                    [
                        (0.15 * x, 0.99 * h, 0.15 * z),
                        (0.85 * x, 0.7 * h, 0.85 * z),
                        (1.05 * x, 0.3 * h, 1.05 * z),
                        (1.15 * x, 0.0, 1.15 * z),
                    ],
                    [0.012, 0.02, 0.024, 0.02],
                )
            )
        d.add("bristles", union(*strands), "bristles")
    if v.loop:
        d.add("loop", torus(0.022, 0.005).rotate(x=90).move(0, n + 0.014, 0), "binding")
    d.point("grip", (0, 0.72 * n, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d


@family(
    "key",
    "household",
    nouns={
        "old key": {},
        "skeleton key": {"bow": "trefoil"},
        "golden key": {},
        "house key": {"modern": True},
        "door key": {},
        "magic key": {"gem": True},
        "treasure key": {"bow": "crown"},
    },
    parameters=(
        Choice("bow", ("ring", "trefoil", "heart", "oval", "crown")),
        Real("length", 0.11, 0.07, 0.16),
        Real("bow_size", 0.3, 0.24, 0.38, unit="", about="width of the bow, share of the length"),
        Real("thickness", 0.055, 0.045, 0.075, unit="", about="of the shaft, share of the length"),
        Whole("teeth", 3, 2, 5),
        Real("bit_length", 0.2, 0.14, 0.26, unit="", about="share of the length"),
        Real("bit_width", 0.17, 0.12, 0.22, unit="", about="share of the length"),
        Whole("collars", 2, 0, 3),
        Flag("gem", 0.2),
        Flag("modern", 0.06),
        Flag("hollow", 0.4),
    ),
    slots={"metal": ("gold", "iron", "brass", "bronze", "silver"), "gem": ("gem", "gem:#1f5fd0", "glow:#60d0ff")},
    words={"gem": {"gem": True}, "teeth": {"teeth": 4}, "heart": {"bow": "heart"}},
    paints={"bow": "metal", "head": "metal"},
    height=(0.05, 0.18),
)
def key(v: Values) -> Draft:
    """Stands on its tip, its bow up, the bit to its own left."""
    n = v.length
    d = Draft(extent=n)
    w, t = v.bow_size * n, 0.5 * v.thickness * n
    if v.modern:
        r = 0.5 * w
        d.add(
            "bow",
            extrude(
                ellipse(r, 0.85 * r, 40),
                0.028 * n,
                holes=[[(x, y + 0.4 * r) for x, y in ellipse(0.22 * r, 0.22 * r, 20)]],
                bevel=0.006 * n,
            ).move(y=n - 0.85 * r),
            "metal",
        )
        blade = 0.16 * n
        top = n - 1.5 * r
        edge = [
            (blade / 2, top * (1 - (i + 0.5) / 8) + (0.02 * n if i % 2 else 0))
            if i % 2 == 0
            else (blade / 2 - 0.035 * n * (1 + i % 3) / 2, top * (1 - (i + 0.5) / 8))
            for i in range(8)
        ]
        d.add(
            "blade",
            extrude(
                [
                    (-blade / 2, 0.03 * n),
                    (-0.02 * n, 0.0),
                    *reversed(edge),
                    (blade / 2, top + 0.02 * n),
                    (-blade / 2, top + 0.02 * n),
                ],
                0.024 * n,
            )
            - box(0.02 * n, 0.9 * top, 0.02 * n).move(-0.03 * n, 0.5 * top, 0.016 * n),
            "metal",
        )
        d.point("grip", (0, n - r, 0), size=w)
        d.point("top", (0, n, 0), size=w)
        return d
    r = 0.5 * w
    high = n - 2 * r * {"ring": 1.0, "trefoil": 0.95, "heart": 0.9, "oval": 0.8, "crown": 0.9}[v.bow]
    q = 0.8 * t
    mid = (high + n) / 2
    if v.bow in ("ring", "oval"):
        bow: Node = torus(r - q, q).scale(1, 1, (n - high) / (2 * r)).rotate(x=90).move(y=mid)
    elif v.bow == "trefoil":
        k = 0.27 * w
        bow = union(
            *(
                torus(k - 0.7 * q, 0.85 * q).rotate(x=90).move(x, y, 0)
                for x, y in ((0, n - k), (0.23 * w, high + 1.0 * k), (-0.23 * w, high + 1.0 * k))
            ),
            sphere(1.2 * q).move(y=high + 1.1 * k),
        )
    elif v.bow == "heart":
        pts: list[Point3] = []
        for i in range(20):
            a = math.tau * i / 20
            x = 16 * math.sin(a) ** 3 / 17
            y = (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 17
            pts.append((x * (r - q), mid + y * 0.55 * (n - high), 0))
        bow = sweep(pts, q, closed=True)
    else:
        bow = union(
            torus(0.75 * r, q).rotate(x=90).move(y=high + 0.75 * r),
            *(
                sphere(0.2 * r).move(0.8 * r * math.sin(a), high + 0.75 * r + 0.95 * r * math.cos(a), 0)
                for a in (-0.9, -0.45, 0, 0.45, 0.9)
            ),
        )
    d.add("bow", bow, "metal")
    shaft = cylinder(t, high + 0.02 * n, bevel=0.2 * t).move(y=(high + 0.02 * n) / 2)
    if v.hollow:
        shaft = shaft - cylinder(0.5 * t, 0.3 * n).move(y=0)
    d.add("shaft", shaft, "metal")
    for i in range(v.collars):
        y = high - (0.04 + 0.07 * i) * n
        d.add(
            f"collar_{i + 1}",
            lathe([(t, y - 0.02 * n), (1.6 * t, y - 0.008 * n), (1.6 * t, y + 0.008 * n), (t, y + 0.02 * n)]),
            "metal",
            group="collars",
        )
    b, bw = v.bit_length * n, v.bit_width * n
    low = 0.035 * n
    bit = box(bw + t, b, 1.1 * t, 0.15 * t, 1).move((bw + t) / 2, low + b / 2)
    cuts = [
        box(0.45 * bw if i % 2 else 0.62 * bw, 0.42 * b / v.teeth, 3 * t).move(t + bw, low + b * (i + 0.5) / v.teeth)
        for i in range(v.teeth)
    ]
    d.add("bit", difference(bit, *cuts), "metal")
    if v.gem:
        if v.bow in ("ring", "oval", "heart", "crown"):
            gy = mid if v.bow != "crown" else high + 0.75 * r
            d.add("gem", sphere(0.34 * r, 0.34 * r, 0.9 * t).move(y=gy), "gem")
            d.add("setting", box(2 * r - 2 * q if v.bow != "heart" else 1.2 * r, 0.7 * q, 0.7 * q).move(y=gy), "metal")
        else:
            d.add("gem", sphere(1.3 * q + 0.05 * r, 1.3 * q + 0.05 * r, 1.7 * q).move(y=high + 0.27 * w * 1.1), "gem")
    d.point("grip", (0, mid, 0), size=2 * q)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "umbrella",
    "household",
    nouns={
        "parasol": {"frill": True},
        "rain umbrella": {},
        "closed umbrella": {"open": False},
        "beach umbrella": {"radius": 0.9, "handle": "straight", "length": 1.5},
    },
    parameters=(
        Flag("open", 0.85),
        Real("length", 0.86, 0.75, 1.5),
        Real("radius", 0.5, 0.4, 0.9),
        Real("dome", 0.42, 0.3, 0.55, unit="", about="height of the dome, share of the radius"),
        Whole("ribs", 8, 6, 12),
        Choice("handle", ("crook", "straight", "knob")),
        Flag("two_tone", 0.4),
        Flag("frill", 0.15),
        Real("thickness", 0.009, 0.007, 0.012, about="of the shaft"),
        Flag("ferrule", 0.9),
    ),
    slots={
        "cloth": ("fabric:#c0322a", "fabric:#24507c", "fabric:#2b2d33", "fabric:#d8a020", "fabric:#3f7f6a"),
        "second": ("fabric:#f0ebe0", "fabric:#e8c840"),
        "handle": ("walnut", "plastic:#22252a", "bamboo"),
        "metal": ("steel", "brass", "gunmetal"),
    },
    words={
        "open": {"open": True},
        "closed": {"open": False},
        "stripes": {"two_tone": True},
        "striped": {"two_tone": True},
        "frill": {"frill": True},
    },
    paints={"canopy": "cloth", "stripes": "second", "shaft": "metal"},
    height=(0.6, 2.3),
)
def umbrella(v: Values) -> Draft:
    """Upright, its handle on the ground."""
    n, r, t = v.length, v.radius, v.thickness
    rise = v.dome * r
    d = Draft(extent=max(n + 0.1, 2 * r if v.open else 0))
    low = 0.12
    if v.handle == "crook":
        c = 0.042
        hook: list[Point3] = [
            (0, low + 0.1, 0),
            (0, c + 0.014, 0),
            *((c - c * math.cos(a), c + 0.013 - c * math.sin(a), 0) for a in (0.5, 1.05, 1.57, 2.1, 2.64, 3.14)),
            (2 * c, c + 0.035, 0),
        ]
        d.add("handle", sweep(hook, 0.0125, round_ends=True), "handle")
    elif v.handle == "knob":
        d.add(
            "handle",
            lathe(
                [(0.012, 0), (0.024, 0.008), (0.026, 0.025), (0.014, 0.05), (0.016, 0.1), (0.011, low + 0.06)],
                smooth=True,
            ),
            "handle",
        )
    else:
        d.add("handle", cylinder(0.016, low + 0.06, top=0.013, bevel=0.005).move(y=(low + 0.06) / 2), "handle")
    d.add("shaft", cylinder(t, n - low).move(y=(n + low) / 2), "metal")
    top = n - 0.02
    if v.open:
        k = v.ribs
        cloth_t = 0.007 * r + 0.004
        base = top - rise
        curve = [
            (r, base),
            (0.93 * r, base + 0.24 * rise),
            (0.72 * r, base + 0.6 * rise),
            (0.42 * r, base + 0.87 * rise),
            (0.12 * r, base + 0.985 * rise),
        ]
        inner = [(a - cloth_t * 0.7, y - cloth_t) for a, y in curve]
        canopy = lathe([(0, base), *curve, (0, top)], sides=k) - lathe(
            [(0, base - 0.1), (inner[0][0], base - 0.1), *inner, (0, top - cloth_t)], sides=k
        )
        # The hem curves up between the ribs.
        scallops = [
            sphere(0.55 * math.pi * r / k, 0.16 * rise, 0.3 * r)
            .move(0, base - 0.03 * rise, 0.98 * r * math.cos(math.pi / k))
            .rotate(y=-(90 - 180 / k) - 360 * i / k + 180)
            for i in range(k)
        ]
        canopy = canopy - union(*scallops)
        if v.two_tone:
            wedge = (
                extrude(
                    [(0, 0), (3 * r, -3 * r * math.tan(math.pi / k)), (3 * r, 3 * r * math.tan(math.pi / k))], 4 * r
                )
                .rotate(x=90)
                .move(y=top)
            )
            wedges = [wedge.rotate(y=-(360 * i / k + 180 / k)) for i in range(0, k - k % 2, 2)]
            # A little proud of the cloth, so that no two surfaces lie in one another.
            d.add("panels", canopy.move(y=0.0018) & union(*wedges), "second", group="canopy")
        d.add("canopy", canopy, "cloth", group="canopy")
        ribs = []
        for x, z in ring_of(k, 1.0):
            ribs.append(
                rod(
                    *(
                        (x * (a - 1.0 * cloth_t), y - 1.0 * cloth_t, z * (a - 1.0 * cloth_t))
                        for a, y in [(0.99 * r, base + 0.005), *curve[1:], (0.0, top - 0.01)]
                    ),
                    radius=0.0042,
                    smooth=False,
                )
            )
            ribs.append(
                rod((0, base - 0.12 * r + 0.02, 0), (x * 0.58 * r, base + 0.7 * rise, z * 0.58 * r), radius=0.0035)
            )
        d.add(
            "ribs",
            union(*ribs, cylinder(2.2 * t, 0.03, bevel=0.003).move(y=base - 0.12 * r + 0.02)),
            "metal",
            group="frame",
        )
        d.add(
            "tips",
            union(*(sphere(0.009).move(x * 0.995 * r, base + 0.002, z * 0.995 * r) for x, z in ring_of(k, 1.0))),
            "handle",
            group="frame",
        )
        if v.frill:
            d.add(
                "frill",
                union(
                    *(
                        sphere(0.05 * r)
                        .scale(1, 1.0, 0.5)
                        .rotate(y=90 - math.degrees(math.atan2(z, x)))
                        .move(x, base + 0.01, z)
                        for x, z in ring_of(3 * k, 0.965 * r, 180 / (3 * k))
                    )
                ),
                "second",
            )
    else:
        furl = [(0.018, 0.34 * n), (0.045, 0.4 * n), (0.05, 0.48 * n), (0.03, 0.75 * n), (0.012, top)]
        folds = [
            sweep(
                [
                    (0.032 * x, 0.38 * n, 0.032 * z),
                    (0.038 * x, 0.5 * n, 0.038 * z),
                    (0.02 * x, 0.75 * n, 0.02 * z),
                    (0.004 * x, top, 0.004 * z),
                ],
                [0.014, 0.02, 0.014, 0.007],
            )
            for x, z in ring_of(v.ribs, 1.0)
        ]
        d.add(
            "canopy", union(lathe(furl, smooth=True).scale(0.75, 1, 0.75), *folds).twisted(50), "cloth", group="canopy"
        )
        d.add("strap", torus(0.047, 0.008).move(y=0.55 * n), "second")
    if v.ferrule:
        d.add(
            "ferrule",
            lathe(
                [
                    (2.6 * t, top - 0.025),
                    (2.2 * t, top + 0.01),
                    (0.9 * t, top + 0.03),
                    (0.6 * t, top + 0.09),
                    (0, top + 0.1),
                ]
            ),
            "metal",
        )
    else:
        d.add("ferrule", sphere(2.6 * t).move(y=top), "handle")
    d.point("grip", (0, 0.1, 0), size=0.025)
    d.point("top", (0, top, 0), size=r)
    return d


@family(
    "bucket",
    "household",
    nouns={
        "pail": {},
        "wooden bucket": {"kind": "staves"},
        "milk pail": {"kind": "metal"},
        "bucket of water": {"content": "water"},
        "bucket of paint": {"content": "paint"},
        "sand bucket": {"kind": "plastic", "content": "sand"},
    },
    parameters=(
        Choice("kind", ("metal", "staves", "plastic")),
        Real("height", 0.28, 0.2, 0.36),
        Real("radius", 0.15, 0.11, 0.18, about="at the rim"),
        Real("taper", 0.76, 0.66, 0.92, unit="", about="radius of the ground, share of the rim"),
        Whole("staves", 14, 10, 18),
        Whole("hoops", 2, 1, 3),
        Choice("content", ("none", "water", "paint", "sand")),
        Choice("handle", ("up", "down")),
        Real("fill", 0.8, 0.5, 0.92, unit=""),
        Flag("grip", 0.6),
    ),
    slots={
        "body": ("steel", "oak", "plastic:#2f6fb0", "plastic:#c0322a", "wood", "metal"),
        "hoop": ("iron", "steel", "brass"),
        "handle": ("iron", "steel"),
        "grip": ("wood", "plastic:#22252a"),
        "water": ("water",),
        "paint": ("paint:#d8452f", "paint:#3f8fb0", "paint:#e8c030"),
        "sand": ("sand",),
    },
    words={
        "water": {"content": "water"},
        "paint": {"content": "paint"},
        "sand": {"content": "sand"},
        "empty": {"content": "none"},
        "handle": {"handle": "up"},
        "wooden": {"kind": "staves"},
    },
    paints={"rim": "hoop", "hoops": "hoop", "bands": "hoop"},
    height=(0.18, 0.75),
)
def bucket(v: Values) -> Draft:
    """An open cone with a bow; of tin, of staves or of plastic."""
    h, r, low = v.height, v.radius, v.taper * v.radius
    d = Draft(extent=h + (r if v.handle == "up" else 0))
    wall = 0.014 if v.kind == "staves" else 0.005
    body = Vessel.of([(low, 0), (low + 0.5 * (r - low), h / 2), (r, h)], wall, floor=0.03, smooth=False)
    solid = body.solid()
    if v.kind == "staves":
        grooves = [
            sweep(
                [(x * (low + 0.002), -0.01, z * (low + 0.002)), (x * (r + 0.002), h + 0.01, z * (r + 0.002))],
                0.0042,
                sides=6,
            )
            for x, z in ring_of(v.staves, 1.0, 8)
        ]
        solid = difference(solid, *grooves)
    d.add("body", solid, "body")
    for i in range(v.hoops):
        y = (0.78 - 0.55 * i / max(v.hoops - 1, 1)) * h if v.hoops > 1 else 0.6 * h
        if v.kind == "plastic":
            d.add(f"hoop_{i + 1}", torus(body.radius(y), 0.004).move(y=y), "body", group="hoops")
        else:
            d.add(
                f"hoop_{i + 1}",
                body.band(y - 0.045 * h, y + 0.045 * h, 0.003)
                if v.kind == "staves"
                else torus(body.radius(y), 0.0045).move(y=y),
                "hoop" if v.kind == "staves" else "body",
                group="hoops",
            )
    d.add(
        "rim",
        torus(r, 0.007).move(y=h - 0.002) if v.kind != "staves" else body.band(0.93 * h, 0.985 * h, 0.003),
        "body" if v.kind != "staves" else "hoop",
    )
    d.add("foot", torus(low + 0.001, 0.006).move(y=0.006), "body" if v.kind != "staves" else "hoop")
    if v.content != "none":
        level = (0.1 + 0.85 * v.fill) * h
        d.add("content", body.fill(level), v.content)
        if v.content == "sand":
            d.add(
                "heap",
                sphere(0.85 * (body.radius(level) - wall), 0.2 * h, 0.85 * (body.radius(level) - wall)).move(
                    y=level - 0.01 * h
                ),
                "sand",
            )
    y, x = 0.92 * h, body.radius(0.92 * h)
    d.add(
        "lugs",
        union(
            *(
                union(
                    sphere(0.016, 0.022, 0.016).move(s * x, y, 0),
                    cylinder(0.011, 0.024, bevel=0.003).rotate(z=90).move(s * (x + 0.006), y, 0),
                )
                for s in (1, -1)
            )
        ),
        "handle",
        group="handle",
    )
    lean = 0 if v.handle == "up" else 118
    reach = x + 0.014
    arc = [(reach * math.cos(a), 1.02 * reach * math.sin(a), 0.0) for a in [math.pi * i / 12 for i in range(13)]]
    d.add("handle", sweep(arc, 0.0045).rotate(x=lean).move(y=y), "handle", group="handle")
    if v.grip:
        d.add(
            "grip",
            sweep([(0.045, 1.005 * reach, 0), (0, 1.02 * reach, 0), (-0.045, 1.005 * reach, 0)], 0.012, round_ends=True)
            .rotate(x=lean)
            .move(y=y),
            "grip",
            group="handle",
        )
    d.point(
        "grip",
        (0, y + (1.02 * reach if lean == 0 else -0.4 * reach), 0 if lean == 0 else reach),
        up=(1, 0, 0),
        size=0.02,
    )
    d.point("top", (0, h, 0), size=2 * r)
    return d


@family(
    "basket",
    "household",
    nouns={
        "wicker basket": {},
        "picnic basket": {"lid": True, "shape": "oval"},
        "fruit basket": {"content": "apples"},
        "easter basket": {"content": "eggs", "handle": True},
        "laundry basket": {"height": 0.4, "handle": False},
        "hamper": {"lid": True, "height": 0.35},
        "bread basket": {"content": "bread", "handle": False},
    },
    parameters=(
        Choice("shape", ("round", "oval", "square")),
        Real("height", 0.2, 0.13, 0.4),
        Real("radius", 0.19, 0.14, 0.26),
        Real("taper", 0.82, 0.68, 0.95, unit="", about="width of the ground, share of the rim"),
        Whole("rows", 7, 5, 10, about="of the weave"),
        Whole("stakes", 18, 14, 24),
        Flag("handle", 0.75),
        Choice("content", ("none", "apples", "eggs", "bread")),
        Flag("cloth", 0.35),
        Flag("lid", 0.12),
    ),
    slots={
        "weave": ("wicker", "wicker:#8a5f32", "wicker:#d3b071"),
        "rim": ("wicker:#7a5028", "wicker:#9a6f3c"),
        "cloth": ("fabric:#c0463a", "cotton", "fabric:#4a78a0"),
        "apples": ("fruit", "fruit:#7aa832"),
        "eggs": ("ceramic:#f0e2cc", "ceramic:#e8b8c0"),
        "bread": ("bread",),
    },
    words={
        "apples": {"content": "apples"},
        "fruit": {"content": "apples"},
        "eggs": {"content": "eggs"},
        "bread": {"content": "bread"},
        "empty": {"content": "none"},
        "lid": {"lid": True},
        "handle": {"handle": True},
        "cloth": {"cloth": True},
    },
    paints={"handle": "rim"},
    height=(0.1, 0.75),
)
def basket(v: Values) -> Draft:
    """Rows of weave around stakes, a braided rim and a bow."""
    h, r = v.height, v.radius
    low = v.taper * r
    high = h + 0.05 + r if v.handle else h
    squash = 0.72 if v.shape == "oval" else 1.0
    sides = 4 if v.shape == "square" else None
    turn = 45.0 if v.shape == "square" else 0.0
    wide = math.sqrt(2) * 0.88 if v.shape == "square" else 1.0
    d = Draft(extent=max(2 * r, high))
    each = h / v.rows
    outer: list[tuple[float, float]] = [(low * wide - 0.01, 0.0)]
    for i in range(v.rows):
        for k, bulge in ((0.08, 0.0), (0.5, 0.012), (0.92, 0.0)):
            y = each * (i + k)
            outer.append((wide * (low + (r - low) * y / h) + bulge, y))
    inner = [(wide * r - 0.018, h), (wide * low - 0.016, 0.02), (0.0, 0.02)]

    def shaped(solid: Node) -> Node:
        return solid.rotate(y=turn).scale(1, 1, squash)

    full = v.lid
    filled = not full and (v.content != "none" or v.cloth)
    if filled:
        # Nobody sees below what lies in it, so it is solid there.
        ground = 0.74 * h
        inner = [(wide * r - 0.018, h), (wide * (low + (r - low) * 0.74) - 0.016, ground), (0.0, ground)]
    wall = (
        lathe([(0, 0), *outer, (wide * r, h), (0, h)], sides=sides)
        if full
        else lathe([(0, 0), *outer, (wide * r, h), *inner], sides=sides)
    )
    d.add("weave", shaped(wall), "weave")
    stakes = []
    if v.shape != "square":
        for x, z in ring_of(v.stakes, 1.0):
            stakes.append(
                sweep([(x * (low + 0.004), 0.01, z * (low + 0.004)), (x * (r + 0.005), h, z * (r + 0.005))], 0.0085)
            )
        d.add("stakes", union(*stakes).scale(1, 1, squash), "weave")
    braid = wide * r
    rim = lathe(
        [
            (braid - 0.02, h - 0.012),
            (braid + 0.008, h - 0.012),
            (braid + 0.014, h),
            (braid + 0.008, h + 0.014),
            (braid - 0.016, h + 0.014),
            (braid - 0.024, h),
            (braid - 0.02, h - 0.012),
        ],
        sides=sides,
    ) - cylinder(braid - 0.021 if sides is None else 0.001, 0.2).move(y=h)
    if sides:
        rim = lathe([(braid + 0.008, h - 0.012), (braid + 0.014, h), (braid + 0.006, h + 0.014)], sides=4) - lathe(
            [(braid - 0.022, h - 0.05), (braid - 0.022, h + 0.05)], sides=4
        )
    if full and sides is None:
        rim = torus(braid, 0.014).move(y=h)
    d.add("rim", shaped(rim), "rim")
    if v.lid:
        d.add(
            "lid",
            shaped(
                lathe(
                    [(braid - 0.004, h - 0.01), (braid + 0.004, h + 0.02), (0.75 * braid, h + 0.045), (0, h + 0.06)],
                    sides=sides,
                )
            ),
            "weave",
        )
        d.add("lid_knob", torus(0.03, 0.008).rotate(x=90).move(y=h + 0.075), "rim")
    elif v.content != "none" or v.cloth:
        y = 0.78 * h
        inside = wide * (low + (r - low) * 0.78) - 0.01
        if v.cloth:
            d.add(
                "cloth",
                shaped(
                    union(
                        lathe([(inside - 0.002, y - 0.05), (inside + 0.004, y), (0, y + 0.004)], sides=sides),
                        torus(braid - 0.012, 0.014).move(y=h + 0.006)
                        if sides is None
                        else lathe(
                            [(inside, y), (braid - 0.01, h + 0.012), (braid - 0.03, h + 0.016), (inside - 0.02, y)],
                            sides=4,
                        ),
                    )
                ),
                "cloth",
            )
        else:
            d.add(
                "straw",
                shaped(lathe([(inside + 0.004, y - 0.05), (inside + 0.002, y - 0.004), (0, y)], sides=sides)),
                "weave",
            )
        if v.content == "bread":
            for i in range(3):
                d.add(
                    f"bread_{i + 1}",
                    sphere(0.045, 0.035, 0.62 * r * squash)
                    .rotate(y=24 * (i - 1))
                    .move((i - 1) * 0.42 * r, y + 0.025, 0),
                    "bread",
                    group="content",
                )
        elif v.content != "none":
            s = 0.045 if v.content == "apples" else 0.035
            places = [(0.0, 0.0, 0.6)] + [(x, z, 0.3) for x, z in ring_of(6, min(0.6 * r, 2.1 * s), 10)]
            for i, (x, z, up) in enumerate(places):
                one = (
                    sphere(s, 0.93 * s, s)
                    if v.content == "apples"
                    else sphere(0.85 * s, 0.85 * s, 1.15 * s).rotate(y=50 * i)
                )
                d.add(
                    f"{v.content[:-1]}_{i + 1}", one.move(x, y + up * s + 0.004, z * squash), v.content, group="content"
                )
    if v.handle and not (full and v.shape == "square"):
        x = (r if v.shape != "square" else 0.88 * r * 1.0) - 0.004
        arc: list[Point3] = [
            (x * 0.985, 0.55 * h, 0),
            (x, h, 0),
            *(
                (x * math.cos(a), h + 0.04 + 0.95 * r * math.sin(a), 0)
                for a in [math.pi * i / 10 for i in range(1, 10)]
            ),
            (-x, h, 0),
            (-x * 0.985, 0.55 * h, 0),
        ]
        d.add(
            "handle",
            sweep(
                arc,
                profile=[(0.016, -0.005), (0.016, 0.005), (0, 0.009), (-0.016, 0.005), (-0.016, -0.005), (0, -0.009)],
            ),
            "rim",
        )
        d.point("grip", (0, h + 0.04 + 0.95 * r, 0), up=(1, 0, 0), size=0.02)
    d.point("top", (0, h, 0), size=2 * r)
    return d


@family(
    "pillow",
    "household",
    nouns={
        "cushion": {"shape": "square"},
        "throw pillow": {"shape": "square"},
        "bolster": {"shape": "bolster"},
        "bed pillow": {"shape": "long"},
        "pouf": {"shape": "round", "thickness": 0.3},
        "round pillow": {"shape": "round"},
    },
    parameters=(
        Choice("shape", ("square", "long", "round", "bolster")),
        Real("width", 0.45, 0.32, 0.6),
        Real("thickness", 0.17, 0.11, 0.3),
        Real("length", 0.7, 0.55, 0.85, about="of long ones"),
        Whole("buttons", 1, 0, 1),
        Flag("piping", 0.5),
        Flag("tassels", 0.35),
        Flag("stripe", 0.35),
        Real("tassel_size", 0.05, 0.035, 0.07),
    ),
    slots={
        "cover": (
            "fabric:#b5443a",
            "velvet:#2f5d50",
            "fabric:#d8a13a",
            "cotton:#f2ede2",
            "velvet:#5a2f66",
            "fabric:#4a6f8f",
        ),
        "trim": ("fabric:#e8d9b0", "gold", "fabric:#3a3f4a", "rope"),
    },
    words={
        "tassels": {"tassels": True},
        "stripe": {"stripe": True},
        "buttons": {"buttons": 1},
        "round": {"shape": "round"},
        "square": {"shape": "square"},
    },
    paints={"tassels": "trim", "piping": "trim", "stripe": "trim"},
    height=(0.08, 0.5),
)
def pillow(v: Values) -> Draft:
    """Lies flat."""
    w, t = v.width, min(v.thickness, 0.6 * v.width)
    z = v.length if v.shape == "long" else w
    d = Draft(extent=max(z, w) if v.shape != "bolster" else v.length)
    corners: list[tuple[float, float]] = []
    if v.shape == "round":
        d.add(
            "cover",
            lathe(
                [
                    (0.0, 0.0),
                    (0.6 * w / 2, 0.02 * t),
                    (0.93 * w / 2, 0.25 * t),
                    (w / 2, 0.5 * t),
                    (0.93 * w / 2, 0.75 * t),
                    (0.6 * w / 2, 0.97 * t),
                    (0.0, 0.93 * t),
                ],
                smooth=True,
            ),
            "cover",
        )
        seam: Node = torus(w / 2 - 0.002, 0.008).move(y=0.5 * t)
    elif v.shape == "bolster":
        r, n = 0.5 * t, v.length
        d.add("cover", cylinder(r, n, bevel=0.3 * r).rotate(z=90).move(y=r), "cover")
        seam = union(*(torus(0.98 * r, 0.007).rotate(z=90).move(s * (n / 2 - 0.3 * r), r, 0) for s in (1, -1)))
        if v.stripe:
            d.add(
                "stripe",
                union(*(cylinder(r + 0.002, 0.03).rotate(z=90).move(s * 0.2 * n, r, 0) for s in (1, -1))),
                "trim",
            )
        if v.buttons:
            d.add("buttons", union(*(sphere(0.012, 0.03, 0.03).move(s * n / 2, r, 0) for s in (1, -1))), "trim")
        d.add("piping", seam, "trim")
        d.point("top", (0, t, 0), size=n)
        return d
    else:
        d.add("cover", pillow_solid(z, t, w).move(y=t / 2), "cover")
        edge = 0.992
        seam = sweep(
            [
                (edge * z / 2 * x, t / 2, edge * w / 2 * y)
                for x, y in ((1, 1), (0.0, 0.985), (-1, 1), (-0.985, 0.0), (-1, -1), (0, -0.985), (1, -1), (0.985, 0))
            ],
            0.0065,
            smooth=False,
            closed=True,
        )
        corners = [(z / 2, w / 2), (-z / 2, w / 2), (-z / 2, -w / 2), (z / 2, -w / 2)]
        if v.stripe:
            band = pillow_solid(z * 1.004, t * 1.03, w * 1.004).move(y=t / 2) & box(0.12 * z, 2 * t, 2 * w).move(
                y=t / 2
            )
            d.add("stripe", band, "trim")
    if v.piping or v.tassels:
        d.add("piping", seam, "trim")
    if v.buttons and not v.stripe:
        d.add("button", sphere(0.022, 0.012, 0.022).move(y=0.99 * t if v.shape != "round" else 0.935 * t), "trim")
    if v.tassels:
        s = v.tassel_size
        for i, (x, zz) in enumerate(corners):
            a = math.degrees(math.atan2(zz, x))
            tassel = union(
                sphere(0.26 * s),
                lathe([(0.26 * s, -0.9 * s), (0.14 * s, -0.2 * s), (0.18 * s, -0.1 * s)]),
                torus(0.17 * s, 0.05 * s).move(y=-0.22 * s),
            )
            d.add(
                f"tassel_{i + 1}",
                tassel.rotate(z=70).rotate(y=-a).move(x * 0.995, t / 2, zz * 0.995),
                "trim",
                group="tassels",
            )
    d.point("top", (0, 0.97 * t, 0), size=w)
    return d
