"""Boards, bats, rackets and clubs."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, box, cylinder, extrude, lathe, loft, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier, ribbed
from maquette.shapes.sub.outlines import rod, rounded_rectangle
from maquette.shapes.sub.sidewise import axle, side


@family(
    "skateboard",
    "sport",
    nouns={"longboard": {"length": 1.05}, "penny board": {"length": 0.58}, "hoverboard": {"hover": True}, "board": {}},
    parameters=(
        Real("length", 0.8, 0.56, 1.1),
        Real("width", 0.21, 0.17, 0.26),
        Real("kick", 0.055, 0.02, 0.08, about="how high the ends rise"),
        Real("wheel_radius", 0.028, 0.024, 0.036),
        Real("concave", 0.01, 0.0, 0.016),
        Whole("stripes", 2, 0, 4),
        Whole("bolts", 4, 4, 4),
        Flag("hover", 0.06),
        Real("thickness", 0.014, 0.012, 0.018),
    ),
    slots={
        "deck": ("paint:#c8341f", "paint:#1f6fb8", "birch", "paint:#e0a81c", "paint:#6a3fa8", "paint:#2fa08a"),
        "grip": ("rubber", "rubber:#2c3038"),
        "wheel": ("paint:#f0ece0", "paint:#f2c21c", "paint:#e0407a", "paint:#30b070"),
        "truck": ("aluminium", "steel", "gunmetal"),
        "stripe": ("paint:#f0ece0", "paint:#f2c21c", "paint:#20242c"),
        "glow": ("glow:#40d0ff", "glow:#ff50c0"),
    },
    words={"stripes": {"stripes": 3}},
    paints={"board": "deck", "wheels": "wheel"},
    height=(0.06, 0.25),
)
def skateboard(v: Values) -> Draft:
    """Rolls along z."""
    n, w, t, k = v.length, v.width, v.thickness, v.kick
    d = Draft(extent=n)
    r = v.wheel_radius
    hover = v.hover or v.style == "sci-fi"
    y = 2 * r + 0.045

    def deck(grow: float, thick: float, up: float) -> list[tuple[list[Point2], Point3]]:
        out: list[tuple[list[Point2], Point3]] = []
        for i in range(25):
            s = -1 + i / 12
            e = abs(s)
            half = (w / 2 + grow) * math.sqrt(max(0.03, 1 - max(0.0, (e - 0.72) / 0.28) ** 2.4))
            rise = k * max(0.0, (e - 0.62) / 0.38) ** 1.5
            out.append(
                (
                    [(x, z) for x, z in rounded_rectangle(2 * half, thick, 0.45 * thick, 2)],
                    (0.0, s * (n / 2 + grow), y + rise + up),
                )
            )
        return out

    # Lofts go up: along y, then laid down so that y becomes z.
    d.add("deck", loft([(p, (a[0], a[1], -a[2])) for p, a in deck(0, t, 0)], smooth=False).rotate(x=90), "deck")
    d.add(
        "grip",
        loft([(p, (a[0], a[1], -a[2])) for p, a in deck(-0.004, 0.3 * t, 0.46 * t)], smooth=False).rotate(x=90),
        "grip",
    )
    for i in range(v.stripes):
        x = (i - (v.stripes - 1) / 2) * 0.22 * w
        d.add(
            f"stripe_{i + 1}", box(0.09 * w, 0.005, 0.62 * n, 0.001).move(x, y - 0.5 * t, 0), "stripe", group="stripes"
        )
    for z in (0.3 * n, -0.3 * n):
        name = "front" if z > 0 else "back"
        d.add(
            f"bolts_{name}",
            union(
                *(
                    cylinder(0.0045, 0.01, bevel=0.001).move(a * 0.02, y + 0.62 * t, z + b * 0.025)
                    for a in (1, -1)
                    for b in (1, -1)
                )
            ),
            "truck",
            group="bolts",
        )
        if hover:
            d.add(
                f"pad_{name}",
                union(
                    cylinder(0.42 * w, y - 0.5 * t - 0.012, 0.3 * w, bevel=0.004).move(0, (y - 0.4 * t) / 2 + 0.008, z)
                ),
                "truck",
                group="pads",
            )
            d.add(f"glow_{name}", torus(0.34 * w, 0.012).move(0, 0.012, z), "glow", group="glow")
            continue
        d.add(
            f"truck_{name}",
            union(
                box(0.055, 0.012, 0.085, 0.003).move(0, y - 0.5 * t - 0.004, z),
                cylinder(0.02, y - r - 0.5 * t, 0.03).move(0, (y + r - 0.5 * t) / 2 - 0.004, z),
                axle(0.013, 0.6 * w, r + 0.004, z, 0.003),
                axle(0.0055, w + 0.004, r, z),
            ),
            "truck",
            group="trucks",
        )
        for s in (1, -1):
            d.add(
                f"wheel_{name}_{'left' if s > 0 else 'right'}",
                axle(r, 0.034, r, z, 0.006).move(s * (w / 2 - 0.02)),
                "wheel",
                group="wheels",
            )

    d.point("seat", (0, y + 0.7 * t, 0), size=w)
    d.point("top", (0, y + 0.7 * t, 0), size=w)
    return d


@family(
    "surfboard",
    "sport",
    nouns={
        "snowboard": {"kind": "snowboard"},
        "ski": {"kind": "ski"},
        "skis": {"kind": "ski"},
        "surf board": {"kind": "surf"},
        "bodyboard": {"kind": "surf", "length": 1.3},
        "paddle board": {"kind": "surf", "length": 2.6},
        "wakeboard": {"kind": "snowboard"},
    },
    parameters=(
        Choice("kind", ("surf", "snowboard", "ski")),
        Real("length", 1.9, 1.3, 2.6),
        Real("width", 0.5, 0.42, 0.58),
        Real("thickness", 0.06, 0.05, 0.075),
        Real("nose", 0.6, 0.35, 0.9, unit="", about="how round the nose is"),
        Real("rocker", 0.06, 0.03, 0.1, about="how far the nose bends up"),
        Whole("fins", 3, 1, 3),
        Whole("stripes", 2, 0, 3),
        Flag("leash", 0.4),
        Flag("stringer", 0.6),
    ),
    slots={
        "board": ("paint:#f2efe4", "paint:#2fa0b8", "paint:#f2b01c", "paint:#e0503a", "paint:#3f6fc8"),
        "stripe": ("paint:#d8322a", "paint:#1f4fa8", "paint:#f4f2ec", "paint:#20242c"),
        "fin": ("plastic:#20242c", "plastic:#e8e8e8"),
        "binding": ("plastic:#26282c", "plastic:#c02a22"),
        "leash": ("rubber", "rubber:#2f8ac0"),
    },
    words={"stripes": {"stripes": 2}, "fins": {"fins": 3}},
    paints={"deck": "board", "bindings": "binding"},
    height=(1.2, 2.8),
)
def surfboard(v: Values) -> Draft:
    """Stands on its tail, its deck toward +z."""
    n = v.length if v.kind == "surf" else 1.55 if v.kind == "snowboard" else 1.75
    w = {"surf": v.width, "snowboard": 0.28, "ski": 0.095}[v.kind]
    t = {"surf": v.thickness, "snowboard": 0.02, "ski": 0.02}[v.kind]
    d = Draft(extent=n)

    def half(s: float) -> float:
        if v.kind == "surf":
            tip = max(0.0, 1 - ((s - 0.45) / 0.55) ** 2) if s > 0.45 else 1 - 0.35 * ((0.45 - s) / 0.45) ** 2
            return float(w / 2 * max(0.03, tip ** (0.5 + 0.4 * (1 - v.nose))))
        e = abs(2 * s - 1)
        return float(
            w
            / 2
            * (0.85 + 0.15 * e)
            * math.sqrt(max(0.02, 1 - max(0.0, (e - 0.8) / 0.2) ** 2))
            * (1.0 if v.kind == "snowboard" or s < 0.5 else 1 - 0.5 * max(0.0, s - 0.85) / 0.15)
        )

    def bend(s: float) -> float:
        if v.kind == "surf":
            return float(v.rocker * 2 * max(0.0, s - 0.4) ** 2 + 0.3 * v.rocker * max(0.0, 0.3 - s))
        return float(
            0.09 * max(0.0, (s - 0.86) / 0.14) ** 1.6
            + (0.09 if v.kind == "snowboard" else 0.02) * max(0.0, (0.14 - s) / 0.14) ** 1.6
        )

    def skin(grow: float, x0: float, x1: float, lift: float) -> list[tuple[list[Point2], Point3]]:
        out: list[tuple[list[Point2], Point3]] = []
        for i in range(29):
            s = i / 28
            a = half(s) + grow
            thick = t * (1 - 0.55 * abs(2 * s - 1) ** 3) if v.kind == "surf" else t
            ring = [
                (
                    max(x0, min(x1, a * math.cos(math.tau * j / 20))),
                    thick
                    / 2
                    * math.copysign(abs(math.sin(math.tau * j / 20)) ** 0.7, math.sin(math.tau * j / 20))
                    * (1 + lift),
                )
                for j in range(20)
            ]
            out.append((ring, (0.0, s * n, bend(s))))
        return out

    pairs = (-0.075, 0.075) if v.kind == "ski" else (0.0,)
    for i, x in enumerate(pairs):
        tag = f"_{i + 1}" if len(pairs) > 1 else ""
        d.add(f"board{tag}", loft(skin(0, -9, 9, 0), smooth=False).move(x), "board", group="boards")
        if v.stringer and v.kind == "surf":
            d.add("stringer", loft(skin(0, -0.012, 0.012, 0.06)[1:-1], smooth=False), "stripe")
        for j in range(v.stripes):
            s = 0.3 + 0.24 * j if v.kind == "surf" else 0.12 + 0.36 * j
            a = half(s)
            d.add(
                f"stripe_{j + 1}{tag}",
                (
                    loft(skin(0.003, -9, 9, 0.08), smooth=False) & box(3 * a, 0.05 * n, 4).rotate(z=12).move(y=s * n)
                ).move(x),
                "stripe",
                group="stripes",
            )
        if v.kind == "snowboard":
            for j, y in enumerate((0.34 * n, 0.66 * n)):
                base = union(
                    box(0.2, 0.13, 0.02, 0.006),
                    side([(0, -0.06), (0.13, -0.07), (0.16, -0.06), (0.03, 0.0)], 0.02, 0.004).move(-0.1).rotate(z=0),
                    cylinder(0.06, 0.03, bevel=0.006).rotate(x=90),
                )
                d.add(f"binding_{j + 1}", base.move(0, y, t / 2 + 0.006), "binding", group="bindings")
                strap = [
                    rod(
                        (-0.09, 0.02 * s * 2, 0),
                        (-0.06, 0.05 * s, 0.09),
                        (0.06, 0.05 * s, 0.09),
                        (0.09, 0.02 * s * 2, 0),
                        radius=0.011,
                    )
                    for s in (1, -1)
                ]
                d.add(f"straps_{j + 1}", union(*strap).move(0, y, t / 2 + 0.008), "binding", group="bindings")
        elif v.kind == "ski":
            d.add(
                f"binding{tag}",
                union(
                    box(0.07, 0.3, 0.02, 0.005),
                    box(0.075, 0.06, 0.05, 0.01).move(y=0.12, z=0.02),
                    box(0.075, 0.08, 0.06, 0.012).move(y=-0.12, z=0.025),
                ).move(x, 0.46 * n, t / 2 + 0.006),
                "binding",
                group="bindings",
            )
    if v.kind == "ski":
        d.add(
            "tie", box(0.19, 0.05, 0.05, 0.01).move(y=0.66 * n) + box(0.19, 0.05, 0.05, 0.01).move(y=0.2 * n), "leash"
        )
    if v.kind == "surf":
        fin: list[Point2] = [
            (0.01, 0.0),
            *bezier((-0.02, 0.13), (-0.1, 0.1), (-0.15, -0.01), (-0.14, -0.03)),
            *bezier((-0.1, 0.0), (-0.05, 0.02), (0.01, 0.02)),
        ]
        spots = (
            [(0.0, 0.09)]
            if v.fins == 1
            else [(s * 0.26 * w, 0.19) for s in (1, -1)] + ([(0.0, 0.09)] if v.fins == 3 else [])
        )
        for i, (x, s) in enumerate(spots):
            d.add(
                f"fin_{i + 1}",
                side([(z + bend(s) - t * 0.32, y) for z, y in fin], 0.014, 0.003).move(x, s * n, 0),
                "fin",
                group="fins",
            )
        if v.leash:
            d.add(
                "leash",
                rod(
                    (0, 0.07 * n, 0.3 * t),
                    (0.03, 0.06 * n, 0.4 * t + 0.03),
                    (0.12, 0.03, 0.1),
                    (0.2, 0.012, 0.02),
                    (0.1, 0.012, -0.06),
                    (0.16, 0.012, 0.1),
                    radius=0.0115,
                    round_ends=True,
                ),
                "leash",
            )
    d.point("grip", (0, 0.5 * n, 0), size=w)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "racket",
    "sport",
    nouns={
        "tennis racket": {"kind": "tennis"},
        "badminton racket": {"kind": "badminton"},
        "table tennis paddle": {"kind": "paddle"},
        "ping pong paddle": {"kind": "paddle"},
        "squash racket": {"kind": "badminton"},
        "table tennis bat": {"kind": "paddle"},
        "racquet": {},
        "tennis racquet": {"kind": "tennis"},
    },
    parameters=(
        Choice("kind", ("tennis", "badminton", "paddle")),
        Real("length", 1.0, 0.9, 1.1, unit="", about="times the usual"),
        Real("head_width", 1.0, 0.9, 1.12, unit=""),
        Real("head_length", 1.0, 0.92, 1.1, unit=""),
        Real("frame", 1.0, 0.85, 1.2, unit="", about="thickness of the frame"),
        Whole("strings", 13, 9, 16),
        Real("grip_length", 0.28, 0.24, 0.34, unit="", about="share of the length"),
        Whole("wraps", 10, 7, 14),
        Flag("stripe", 0.6),
    ),
    slots={
        "frame": ("paint:#c8201c", "paint:#1f5fb0", "paint:#20242c", "paint:#2fa050", "paint:#f2c21c"),
        "strings": ("fabric:#f0ece0", "fabric:#e8e060"),
        "grip": ("leather:#20222a", "leather:#f0ece0", "leather:#8a5a30"),
        "trim": ("paint:#f0ece0", "silver", "paint:#f2c21c"),
        "back": ("rubber:#20222a",),
    },
    words={"strings": {}},
    paints={"handle": "grip", "head": "frame"},
    height=(0.2, 0.8),
)
def racket(v: Values) -> Draft:
    """Stands on its handle, its face toward +z."""
    n = v.length * {"tennis": 0.69, "badminton": 0.67, "paddle": 0.26}[v.kind]
    a = v.head_width * {"tennis": 0.125, "badminton": 0.1, "paddle": 0.075}[v.kind]
    b = v.head_length * {"tennis": 0.165, "badminton": 0.135, "paddle": 0.08}[v.kind]
    t = v.frame * {"tennis": 0.011, "badminton": 0.0075, "paddle": 0.008}[v.kind]
    d = Draft(extent=n)
    y = n - b - t
    g = v.grip_length * n if v.kind != "paddle" else 0.1
    if v.kind == "paddle":
        shape: list[Point2] = [
            (a * math.cos(k), y + b * math.sin(k)) for k in [math.radians(-50 + 280 * i / 40) for i in range(41)]
        ]
        d.add("frame", extrude([*shape, (-0.017, g * 0.75), (0.017, g * 0.75)], 0.008, bevel=0.001), "trim")
        face = [(x * 0.99, yy) for x, yy in shape if yy > y - 0.8 * b]
        for name, s, slot in (("front", 1, "frame"), ("back", -1, "back")):
            d.add(f"rubber_{name}", extrude(face, 0.006, bevel=0.001).move(z=s * 0.005), slot, group="rubber")
        d.add("grip", box(0.034, g, 0.024, 0.008).move(y=g / 2), "grip")
        if v.stripe:
            d.add("band", box(0.036, 0.012, 0.026, 0.004).move(y=0.3 * g), "frame")
    else:
        loop: list[Point3] = [(a * math.cos(k), y + b * math.sin(k), 0) for k in [math.tau * i / 40 for i in range(40)]]
        d.add("frame", sweep(loop, profile=rounded_rectangle(1.4 * t, 2.0 * t, 0.6 * t, 3), closed=True), "frame")
        if v.kind == "tennis":
            throat = [
                rod(
                    (s * 0.62 * a, y - 0.8 * b, 0),
                    (s * 0.3 * a, y - 1.25 * b, 0),
                    (s * 0.07 * a, y - 1.6 * b, 0),
                    (0, g, 0),
                    radius=0.9 * t,
                )
                for s in (1, -1)
            ]
            d.add("throat", union(*throat, sphere(0.0165).move(y=g + 0.004)), "frame")
        else:
            d.add(
                "throat",
                union(
                    rod((0, g - 0.02, 0), (0, y - b + t, 0), radius=0.65 * t), sphere(1.5 * t).move(y=y - b - 0.3 * t)
                ),
                "trim",
            )
        k = v.strings
        th = 0.0032 if v.kind == "tennis" else 0.0028
        xs = [(-1 + 2 * (i + 1) / (k + 1)) for i in range(k)]
        ups = [box(th, 2 * b * math.sqrt(1 - x * x), th).move(x * a, y, 0) for x in xs]
        m = round(k * b / a)
        acr = [
            box(2 * a * math.sqrt(1 - s * s), th, th).move(0, y + s * b, 0)
            for s in [(-1 + 2 * (i + 1) / (m + 1)) for i in range(m)]
        ]
        d.add("strings", union(*ups, *acr), "strings")
        d.add(
            "grip", ribbed(g, 0.017 if v.kind == "tennis" else 0.0135, v.wraps, 0.06, 0.03).scale(1.05, 1, 0.9), "grip"
        )
        d.add("butt", cylinder(0.02 if v.kind == "tennis" else 0.016, 0.014, bevel=0.004).move(y=0.007), "trim")
        if v.stripe:
            d.add(
                "stripe",
                union(
                    *(
                        sweep(
                            [
                                (1.02 * a * math.cos(q), y + 1.01 * b * math.sin(q), 0)
                                for q in [s + 0.08 * i for i in range(5)]
                            ],
                            profile=rounded_rectangle(1.2 * t, 2.1 * t, 0.5 * t, 2),
                        )
                        for s in (0.6, math.pi - 0.92)
                    )
                ),
                "trim",
            )
    d.point("grip", (0, 0.5 * g, 0), front=(1, 0, 0), size=0.034)
    d.point("top", (0, n, 0), size=a)
    return d


@family(
    "bat",
    "sport",
    nouns={
        "baseball bat": {"kind": "baseball"},
        "cricket bat": {"kind": "cricket"},
        "golf club": {"kind": "golf"},
        "golf driver": {"kind": "golf", "head": "wood"},
        "hockey stick": {"kind": "hockey"},
        "pool cue": {"kind": "cue"},
        "putter": {"kind": "golf", "head": "putter"},
        "wooden bat": {"kind": "baseball"},
    },
    parameters=(
        Choice("kind", ("baseball", "cricket", "golf", "hockey", "cue")),
        Choice("head", ("iron", "wood", "putter")),
        Real("length", 1.0, 0.88, 1.1, unit="", about="times the usual"),
        Real("radius", 1.0, 0.88, 1.15, unit=""),
        Real("grip_length", 0.3, 0.24, 0.36, unit="", about="share of the length"),
        Whole("wraps", 12, 8, 16),
        Whole("bands", 2, 0, 3),
        Flag("tape", 0.6),
        Real("blade", 1.0, 0.9, 1.15, unit=""),
    ),
    slots={
        "body": ("oak", "birch", "walnut", "paint:#20242c", "aluminium", "paint:#b8281e"),
        "grip": ("leather:#20222a", "rope:#d8cfb8", "leather:#b01f1c", "rubber"),
        "metal": ("chrome", "steel", "gunmetal"),
        "band": ("paint:#c8201c", "gold", "paint:#1f4fa8"),
    },
    words={"tape": {"tape": True}},
    paints={"handle": "grip", "head": "metal", "shaft": "body"},
    height=(0.6, 1.6),
)
def bat(v: Values) -> Draft:
    """Stands upright: bats on their handles, clubs on their heads."""
    n = v.length * {"baseball": 0.84, "cricket": 0.88, "golf": 1.08, "hockey": 1.25, "cue": 1.4}[v.kind]
    k = v.radius
    d = Draft(extent=n)
    g = v.grip_length * n
    if v.kind == "baseball":
        d.add(
            "body",
            lathe(
                [
                    (0.0, 0.0),
                    (0.024 * k, 0.002),
                    (0.026 * k, 0.012),
                    (0.022 * k, 0.022),
                    (0.014 * k, 0.035),
                    (0.0135 * k, 0.3 * n),
                    (0.02 * k, 0.5 * n),
                    (0.034 * k, 0.72 * n),
                    (0.036 * k, 0.9 * n),
                    (0.033 * k, 0.975 * n),
                    (0.02 * k, 0.998 * n),
                    (0.0, n),
                ],
                smooth=False,
            ),
            "body",
        )
        if v.tape:
            d.add("grip", ribbed(g, 0.0165 * k, v.wraps, 0.05, 0.02).move(y=0.032), "grip")
        for i in range(v.bands):
            y = (0.56 + 0.05 * i) * n
            rad = (0.02 + 0.014 * (y / n - 0.5) / 0.22) * k
            d.add(
                f"band_{i + 1}",
                lathe([(0.5 * rad, y), (1.04 * rad, y), (1.06 * rad, y + 0.012), (0.5 * rad, y + 0.012)]),
                "band",
                group="bands",
            )
        at = 0.15 * n
    elif v.kind == "cricket":
        w = 0.108 * v.blade
        d.add(
            "body",
            side(
                [
                    (-0.014, 0.36 * n),
                    (-0.03, 0.42 * n),
                    (-0.038, 0.85 * n),
                    (-0.02, n - 0.01),
                    (0.0, n),
                    (0.012, 0.99 * n),
                    (0.012, 0.38 * n),
                    (0.006, 0.34 * n),
                ],
                w,
                0.006,
            )
            + side([(-0.014, 0.3 * n), (0.012, 0.3 * n), (0.012, 0.38 * n), (-0.014, 0.38 * n)], 0.05, 0.004),
            "body",
        )
        d.add("grip", ribbed(0.36 * n, 0.0185 * k, v.wraps + 4, 0.06, 0.05), "grip")
        for i in range(v.bands):
            d.add(
                f"band_{i + 1}",
                box(w + 0.004, 0.014, 0.012, 0.001).move(0, (0.8 + 0.06 * i) * n, 0.008),
                "band",
                group="bands",
            )
        at = 0.2 * n
    elif v.kind == "cue":
        d.add(
            "body",
            lathe(
                [
                    (0.0, 0.0),
                    (0.0165 * k, 0.0),
                    (0.017 * k, 0.02),
                    (0.0075 * k, n - 0.03),
                    (0.0075 * k, n - 0.02),
                    (0.0, n - 0.02),
                ]
            ),
            "body",
        )
        d.add("tip", cylinder(0.0076 * k, 0.03, 0.0065 * k, bevel=0.002).move(y=n - 0.018), "band")
        d.add("grip", ribbed(g, 0.0178 * k, v.wraps + 6, 0.03, 0.0).move(y=0.08), "grip")
        d.add("joint", cylinder(0.0138 * k, 0.03, bevel=0.001).move(y=0.5 * n), "metal")
        at = 0.2 * n
    else:
        lean = 0.09 * n
        top: Point3 = (-lean, n, 0)
        if v.kind == "golf":
            foot: Point3 = (0, 0.03, 0)
            d.add("shaft", sweep([foot, top], [0.007 * k, 0.0085 * k]), "body")
            d.add("hosel", sweep([(0.004, 0.01, 0), (-0.1 * lean, 0.1 * n, 0)], [0.011, 0.0095]), "metal")
            b = v.blade
            if v.head == "iron":
                d.add(
                    "head",
                    extrude(
                        [
                            (-0.012, 0.004),
                            (0.01, 0.0),
                            (0.075 * b, 0.004),
                            (0.085 * b, 0.03),
                            (0.075 * b, 0.052 * b),
                            (0.012, 0.028),
                            (-0.012, 0.03),
                        ],
                        0.018,
                        bevel=0.004,
                    )
                    .rotate(x=-16)
                    .move(y=0.002),
                    "metal",
                )
            elif v.head == "wood":
                d.add(
                    "head",
                    loft(
                        [
                            (
                                [
                                    (
                                        0.045 + 0.055 * q * math.cos(i * math.tau / 24),
                                        -0.02
                                        + 0.055
                                        * q
                                        * math.sin(i * math.tau / 24)
                                        * (0.7 if math.sin(i * math.tau / 24) > 0 else 1.0),
                                    )
                                    for i in range(24)
                                ],
                                (0.0, y, 0.0),
                            )
                            for q, y in ((0.75 * b, 0.0), (b, 0.015), (b, 0.035), (0.75 * b, 0.056), (0.3 * b, 0.064))
                        ],
                        smooth=False,
                    ),
                    "metal",
                )
            else:
                d.add(
                    "head",
                    union(
                        box(0.11 * b, 0.024, 0.02, 0.004).move(0.03, 0.012, 0),
                        cylinder(0.045 * b, 0.018, bevel=0.004).move(0.035, 0.009, -0.025),
                    ),
                    "metal",
                )
        else:
            d.add(
                "shaft",
                sweep(
                    [(0.02, 0.05, 0), (-0.1 * lean, 0.12, 0), top],
                    profile=rounded_rectangle(0.022, 0.032, 0.006, 2),
                    smooth=False,
                ),
                "body",
            )
            d.add(
                "head",
                sweep(
                    [(-0.01, 0.1, 0), (0.03, 0.042, 0), (0.12, 0.034, 0.005), (0.3 * v.blade, 0.05, 0.02)],
                    profile=rounded_rectangle(0.014, 0.068, 0.004, 2),
                ),
                "body",
            )
            if v.tape:
                d.add(
                    "tape",
                    sweep(
                        [(0.1, 0.036, 0.004), (0.18, 0.039, 0.01), (0.3 * v.blade - 0.01, 0.049, 0.02)],
                        profile=rounded_rectangle(0.018, 0.073, 0.004, 2),
                    ),
                    "grip",
                )
        f = 1 - v.grip_length
        gx: Point3 = (-lean * f, n * f + 0.03 * (1 - f), 0)
        d.add(
            "grip",
            sweep([gx, (top[0], top[1] - 0.002, 0)], 0.0125 * k if v.kind == "golf" else 0.021, round_ends=True),
            "grip",
        )
        for i in range(v.bands):
            q = f - 0.05 - 0.04 * i
            d.add(
                f"band_{i + 1}",
                cylinder(0.0105 * k if v.kind == "golf" else 0.0195, 0.014)
                .rotate(z=math.degrees(math.atan2(lean, n)))
                .move(-lean * q, n * q + 0.03 * (1 - q), 0),
                "band",
                group="bands",
            )
        at = (1 - 0.5 * v.grip_length) * n
        d.point("grip", (-lean * at / n, at, 0), up=(0, -1, 0), size=0.03)
        d.point("top", top, size=0.03)
        return d
    d.point("grip", (0, at, 0), front=(1, 0, 0), size=0.03)
    d.point("top", (0, n, 0), size=0.05)
    return d
