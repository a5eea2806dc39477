"""Surfboards, snowboards and skis."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, box, cylinder, loft, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.sidewise import side


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
