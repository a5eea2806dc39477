"""Crate: planks with gaps between them on a core, frames at the edges, diagonal braces."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.palettes import COOPER_WOODS


@family(
    "crate",
    "container",
    nouns={
        "wooden crate": {},
        "wooden box": {},
        "packing crate": {"lid": True},
        "supply crate": {"brackets": True},
        "ammo crate": {"brackets": True, "width": 0.7, "height": 0.35},
        "fruit crate": {"content": "fruit", "lid": False, "height": 0.3},
        "apple crate": {"content": "fruit", "lid": False, "height": 0.3},
        "milk crate": {"lid": False},
        "loot crate": {"brackets": True},
    },
    parameters=(
        Real("width", 0.7, 0.45, 1.0),
        Real("height", 0.65, 0.28, 0.9),
        Real("depth", 0.65, 0.42, 0.9),
        Whole("planks", 5, 3, 7),
        Real("thickness", 0.022, 0.016, 0.03),
        Choice("brace", ("diagonal", "cross", "frame", "none")),
        Flag("lid", 0.7),
        Choice("content", ("straw", "fruit", "bottles")),
        Flag("brackets", 0.35),
        Flag("handles", 0.35),
        Flag("nails", 0.7),
        Flag("mark", 0.3),
    ),
    slots={
        "wood": COOPER_WOODS,
        "frame": ("oak", "walnut", "wood", "pine"),
        "metal": ("iron", "steel", "rust", "brass"),
        "straw": ("thatch",),
        "fruit": ("fruit", "peel", "fruit:#7aa832"),
        "bottle": ("glass:#1f4a34", "glass:#5a3a1e"),
        "rope": ("rope",),
        "mark": ("paint:#b0302a", "paint:#1f2226"),
    },
    words={
        "open": {"lid": False},
        "closed": {"lid": True},
        "lid": {"lid": True},
        "fruit": {"lid": False, "content": "fruit"},
        "apples": {"lid": False, "content": "fruit"},
        "bottles": {"lid": False, "content": "bottles"},
        "straw": {"lid": False, "content": "straw"},
        "brackets": {"brackets": True},
        "handles": {"handles": True},
    },
    paints={"planks": "wood", "brackets": "metal", "corners": "metal", "nails": "metal", "apples": "fruit"},
    height=(0.2, 1.05),
)
def crate(v: Values) -> Draft:
    """Planks with gaps between them on a core, frames at the edges, diagonal braces."""
    w, h, z, t = v.width, v.height, v.depth, v.thickness
    d = Draft(extent=max(w, h, z))
    core = box(w - 2 * t, h - 0.6 * t, z - 2 * t).move(y=h / 2)
    deep = 0.34 * h
    inside = box(w - 4 * t, deep, z - 4 * t).move(y=h - deep / 2 + 0.02)
    d.add("core", core if v.lid else core - inside, "wood")
    each = h / v.planks
    planks: list[Node] = []
    for i in range(v.planks):
        y = (i + 0.5) * each
        for s in (1, -1):
            planks.append(box(w - 0.4 * t, each * 0.9, t, 0.15 * t, 1).move(0, y, s * (z / 2 - t / 2 - 0.3 * t)))
            planks.append(box(t, each * 0.9, z - 0.4 * t, 0.15 * t, 1).move(s * (w / 2 - t / 2 - 0.3 * t), y, 0))
    if v.lid:
        rows = max(3, round(w / each))
        planks += [
            box(w / rows * 0.92, t, z - 0.4 * t, 0.15 * t, 1).move(
                (i - (rows - 1) / 2) * (w - 0.4 * t) / rows, h - 0.4 * t, 0
            )
            for i in range(rows)
        ]
    d.add("planks", union(*planks) if v.lid else union(*planks) - inside, "wood")
    f = min(0.13 * min(w, h, z) + 0.01, 0.09)
    frame: list[Node] = []
    for s in (1, -1):
        face = s * (z / 2 + 0.15 * t)
        frame += [box(w + 1.2 * t, f, t, 0.15 * t, 1).move(0, y, face) for y in (f / 2, h - f / 2)]
        frame += [box(f, h, 1.1 * t, 0.15 * t, 1).move(k * (w / 2 + 0.55 * t - f / 2), h / 2, face) for k in (1, -1)]
        side = s * (w / 2 + 0.15 * t)
        frame += [box(t, f, z + 1.1 * t, 0.15 * t, 1).move(side, y, 0) for y in (f / 2, h - f / 2)]
        frame += [box(1.1 * t, h, f, 0.15 * t, 1).move(side, h / 2, k * (z / 2 + 0.5 * t - f / 2)) for k in (1, -1)]
    diagonals = {"diagonal": (1,), "cross": (1, -1)}.get(v.brace, ())
    for k in diagonals:
        for s in (1, -1):
            a, c = w / 2 - 0.6 * f, h / 2 - 0.6 * f
            half = math.hypot(a, c)
            frame.append(
                extrude(
                    [(-half, -0.42 * f), (half, -0.42 * f), (half, 0.42 * f), (-half, 0.42 * f)],
                    0.85 * t,
                    bevel=0.12 * t,
                )
                .rotate(z=k * math.degrees(math.atan2(c, a)))
                .move(0, h / 2, s * (z / 2 + 0.1 * t))
            )
            b = z / 2 - 0.6 * f
            long = math.hypot(2 * b, 2 * c)
            frame.append(
                extrude(
                    [(-long / 2, -0.42 * f), (long / 2, -0.42 * f), (long / 2, 0.42 * f), (-long / 2, 0.42 * f)],
                    0.85 * t,
                    bevel=0.12 * t,
                )
                .rotate(z=k * math.degrees(math.atan2(c, b)))
                .rotate(y=90)
                .move(s * (w / 2 + 0.1 * t), h / 2, 0)
            )
    if v.brace == "frame":
        for s in (1, -1):
            frame.append(box(0.9 * f, h - f, 0.9 * t, 0.12 * t, 1).move(0, h / 2, s * (z / 2 + 0.1 * t)))
    d.add("frame", union(*frame), "frame")
    if v.brackets:
        size = 1.25 * f
        corners: list[Node] = []
        for kx in (1, -1):
            for ky in (0, 1):
                for kz in (1, -1):
                    corners.append(  # noqa: PERF401
                        box(size, size, size, 0.2 * t, 1).move(
                            kx * (w / 2 + 0.72 * t - size / 2),
                            (size / 2 - 0.0 if ky == 0 else h - size / 2 + 0.15 * t),
                            kz * (z / 2 + 0.72 * t - size / 2),
                        )
                    )
        d.add("brackets", union(*corners) if v.lid else union(*corners) - inside, "metal")
    if v.nails and not v.brackets:
        spots = [
            sphere(0.0075, 0.0075, 0.005).move(kx * (w / 2 + 0.55 * t - f / 2), ky, s * (z / 2 + 0.7 * t))
            for kx in (1, -1)
            for ky in (0.35 * f, 0.75 * f, h - 0.35 * f, h - 0.75 * f)
            for s in (1, -1)
        ]
        d.add("nails", union(*spots), "metal")
    if v.handles:
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            x = s * (w / 2 - 0.5 * t)
            d.add(
                name,
                sweep(
                    [
                        (x, 0.66 * h, 0.09),
                        (x + s * 0.035, 0.62 * h, 0.08),
                        (x + s * 0.04, 0.58 * h, 0),
                        (x + s * 0.035, 0.62 * h, -0.08),
                        (x, 0.66 * h, -0.09),
                    ],
                    0.013,
                ),
                "rope",
                group="handles",
            )
    if v.mark and v.brace in ("none", "frame"):
        face = z / 2 - 0.3 * t
        d.add(
            "mark",
            (
                cylinder(0.15 * h, 1.5 * t).rotate(x=90)
                - cylinder(0.11 * h, 3 * t).rotate(x=90)
                + box(0.27 * h, 0.035 * h, 1.4 * t)
                + box(0.035 * h, 0.27 * h, 1.3 * t)
            ).move(0.22 * w, 0.52 * h, face - 0.28 * t),
            "mark",
        )
    if not v.lid:
        y = h - 0.2 * h
        d.add(
            "straw",
            box(w - 3.6 * t, deep - 0.2 * h + 0.03, z - 3.6 * t, 0.01).move(y=h - deep + (deep - 0.2 * h) / 2),
            "straw",
        )
        if v.content == "straw":
            d.add("heap", sphere(0.36 * w, 0.14 * h, 0.36 * z).move(y=y).roughened(0.02, 0.08, v.seed), "straw")
        elif v.content == "fruit":
            s = min(0.055, 0.16 * h)
            nx, nz = max(2, int((w - 4 * t) / (2.1 * s))), max(2, int((z - 4 * t) / (2.1 * s)))
            rng = v.rng("fruit")
            for i in range(min(nx * nz, 60)):
                x, zz = (i % nx - (nx - 1) / 2) * 2.05 * s, (i // nx - (nz - 1) / 2) * 2.05 * s
                d.add(
                    f"fruit_{i + 1}",
                    sphere(s, 0.93 * s, s).move(x, y + float(rng.uniform(0.15, 0.7)) * s, zz),
                    "fruit",
                    group="fruit",
                )
        else:
            for i in range(min(6, max(2, int((w - 4 * t) / 0.1)))):
                n = min(6, max(2, int((w - 4 * t) / 0.1)))
                for k in (1, -1):
                    one = lathe([(0.036, 0), (0.038, 0.16), (0.014, 0.23), (0.013, 0.29), (0.016, 0.3)], smooth=False)
                    d.add(
                        f"bottle_{2 * i + (1 if k > 0 else 2)}",
                        one.rotate(z=6 * ((i % 3) - 1)).move((i - (n - 1) / 2) * 0.1, y - 0.1, k * 0.16 * z),
                        "bottle",
                        group="bottles",
                    )
    d.point("top", (0, h + 0.1 * t, 0), size=min(w, z))
    return d
