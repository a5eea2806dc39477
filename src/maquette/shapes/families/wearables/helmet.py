"""Helmets."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.flesh import Flesh


@family(
    "helmet",
    "wearable",
    nouns={
        "knight helmet": {"kind": "knight"},
        "viking helmet": {"kind": "viking"},
        "army helmet": {"kind": "army"},
        "space helmet": {"kind": "space"},
        "motorcycle helmet": {"kind": "racing"},
        "racing helmet": {"kind": "racing"},
        "bike helmet": {"kind": "army"},
        "hard hat": {"kind": "army"},
        "gladiator helmet": {"kind": "knight", "plume": True},
        "spartan helmet": {"kind": "knight", "plume": True},
        "roman helmet": {"kind": "knight", "plume": True},
    },
    parameters=(
        Choice("kind", ("knight", "viking", "racing", "army", "space")),
        Real("width", 0.2, 0.17, 0.23),
        Real("height", 1.0, 0.9, 1.12, unit=""),
        Real("thickness", 0.012, 0.008, 0.016),
        Flag("plume", 0.4),
        Flag("ridge", 0.6),
        Flag("rivets", 0.6),
        Flag("visor", 0.8),
        Real("horn_length", 0.2, 0.12, 0.3),
    ),
    slots={
        "shell": ("steel", "iron", "bronze", "paint:#b8242a", "paint:#2f5fa8"),
        "trim": ("gold", "brass", "gunmetal"),
        "visor": ("dark glass", "gold:#e8b040"),
        "plume": ("feathers:#b8242a", "feathers:#2a56b0"),
        "horn": ("bone", "horn"),
        "dark": ("paint:#0d0d0f",),
    },
    words={
        "plume": {"plume": True},
        "visor": {"visor": True},
        "horns": {"kind": "viking"},
        "horned": {"kind": "viking"},
        "rivets": {"rivets": True},
    },
    paints={"horns": "horn", "crest": "plume"},
    height=(0.12, 0.6),
)
def helmet(v: Values) -> Draft:
    """A hollow shell with a face or a visor."""
    r, k, t, kind = v.width / 2 + v.thickness, v.height, v.thickness, v.kind
    tall = kind in ("knight", "space", "racing")
    base = 0.13 * k if tall else 0.03
    d = Draft(extent=0.3 * k if tall else 0.26)
    dome = sphere(r, 0.115 * k, 1.1 * r).move(y=base) & box(1, 1, 1.2).move(y=base + 0.499)
    lower = cylinder(0.94 * r if kind != "space" else 0.8 * r, base, r).scale(1, 1, 1.1).move(y=base / 2)
    inner = sphere(r - t, 0.115 * k - t, 1.1 * r - t).move(y=base) & box(1, 1, 1.2).move(y=base + 0.499)
    inside = union(
        inner,
        cylinder(0.94 * r - t if kind != "space" else 0.8 * r - t, base + 0.002, r - t)
        .scale(1, 1, 1.07)
        .move(y=base / 2),
        cylinder(0.8 * r - t, 0.04),
    )
    shell = union(dome, lower) - inside
    if kind == "knight":
        shell = shell - union(
            box(0.06, 0.15 * k, 0.3).move(0, 0.04, 0.2), box(0.15, 0.026, 0.3).move(0, base - 0.01, 0.2)
        )
        d.add("nose", box(0.018, 0.07, 0.016, 0.004).move(0, base - 0.012, 1.1 * r - 0.006), "trim")
    elif kind in ("space", "racing"):
        shell = shell - sphere(0.82 * r, 0.062 * k, 0.2).move(0, base + 0.005, 0.16)
    d.add("shell", shell, "shell")
    if kind in ("space", "racing") and v.visor:
        d.add(
            "visor",
            (
                sphere(0.985 * r, 0.107 * k, 1.085 * r).move(y=base)
                - sphere(0.985 * r - t, 0.107 * k - t, 1.085 * r - t).move(y=base)
            )
            & sphere(0.88 * r, 0.07 * k, 0.2).move(0, base + 0.005, 0.16),
            "visor",
        )
    d.add(
        "rim",
        torus(0.9 * r if kind != "space" else 0.8 * r, 0.55 * t).scale(1, 1, 1.1).move(y=0.006)
        if tall
        else torus(r, 0.6 * t).scale(1, 1, 1.1).move(y=base),
        "trim",
    )
    if not tall:
        d.add(
            "brim",
            (cylinder(1.1 * r, base + 0.004, 1.0 * r) - cylinder(1.1 * r - t, base + 0.03, r - t))
            .scale(1, 1, 1.12)
            .move(y=base / 2),
            "shell",
        )
    top = base + 0.115 * k
    if v.ridge or v.plume:
        path = [
            (0, base + 0.04, 1.06 * r),
            (0, base + 0.095 * k, 0.65 * r),
            (0, top, 0),
            (0, base + 0.095 * k, -0.65 * r),
            (0, base + 0.03, -1.07 * r),
        ]
        d.add("ridge", sweep(path, 0.009), "trim")
    if v.plume and kind in ("knight", "viking"):
        f = Flesh(0.01, 41)
        f.chain(
            [
                (0, base + 0.1 * k, 0.75 * r),
                (0, top + 0.035, 0.1 * r),
                (0, top + 0.02, -0.8 * r),
                (0, base + 0.01, -1.3 * r),
            ],
            [0.018, 0.03, 0.032, 0.02],
        )
        d.add("plume", f.node(), "plume")
    if kind == "viking":
        n = v.horn_length
        d.add(
            "horns",
            sweep(
                [
                    (0.9 * r, base + 0.04, 0),
                    (r + 0.3 * n, base + 0.05, 0),
                    (r + 0.5 * n, base + 0.05 + 0.35 * n, 0),
                    (r + 0.42 * n, base + 0.05 + 0.85 * n, 0.01),
                ],
                [0.03, 0.028, 0.02, 0.005],
            ).mirrored(),
            "horn",
        )
        d.extent = 0.4
    if v.rivets:
        d.add(
            "rivets",
            union(
                *(
                    sphere(0.006).move((r + 0.001) * math.sin(a), base + 0.012, 1.1 * (r + 0.001) * math.cos(a))
                    for a in (0.9, 1.4, 1.9, 2.4, 2.9)
                )
            ).mirrored(),
            "trim",
        )
    if kind == "army":
        d.add(
            "strap",
            sweep(
                [(0.95 * r, base * 0.6, 0.02), (0.8 * r, base * 0.6 + 0.0, 0.75 * r), (0.0, 0.015, 1.12 * r)], 0.006
            ).mirrored(),
            "dark",
        )
    d.point("inside", (0, top - t, 0), size=v.width)
    d.point("top", (0, top, 0))
    return d
