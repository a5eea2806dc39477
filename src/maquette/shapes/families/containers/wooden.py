"""Barrels, crates and treasure chests."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.vessels import Vessel

WOOD = ("oak", "wood", "walnut", "pine", "driftwood")


@family(
    "barrel",
    "container",
    nouns={
        "cask": {},
        "keg": {"height": 0.5},
        "wine barrel": {"tap": True},
        "beer barrel": {"tap": True},
        "wooden barrel": {"kind": "wooden"},
        "oil drum": {"kind": "drum"},
        "oil barrel": {"kind": "drum"},
        "metal barrel": {"kind": "drum"},
        "toxic barrel": {"kind": "drum", "hazard": True},
        "toxic waste barrel": {"kind": "drum", "hazard": True},
        "rain barrel": {"open": True},
        "powder keg": {"height": 0.5, "lying": False},
    },
    parameters=(
        Choice("kind", ("wooden", "drum")),
        Real("height", 0.88, 0.5, 1.05),
        Real("radius", 0.35, 0.3, 0.4, unit="", about="share of the height"),
        Real("belly", 1.18, 1.08, 1.28, unit="", about="width of the middle, ends are 1"),
        Whole("staves", 18, 14, 24),
        Whole("hoops", 4, 2, 6),
        Flag("open", 0.15),
        Flag("tap", 0.2),
        Flag("lying", 0.12),
        Flag("hazard", 0.3, about="a sign on a drum"),
        Flag("bung", 0.4),
    ),
    slots={
        "body": WOOD,
        "hoop": ("iron", "steel", "rust", "brass"),
        "drum": ("paint:#2f5f8a", "paint:#c0392b", "rust", "paint:#d8a31e", "paint:#3f6b4a"),
        "content": ("water", "fruit", "paint:#5c0f22"),
        "sign": ("paint:#f0c818",),
        "ink": ("paint:#1a1a1a",),
        "tap": ("brass", "wood"),
    },
    words={
        "open": {"open": True},
        "tap": {"tap": True},
        "lying": {"lying": True},
        "hoops": {},
        "hazard": {"kind": "drum", "hazard": True},
        "radioactive": {"kind": "drum", "hazard": True},
        "metal": {"kind": "drum"},
        "oil": {"kind": "drum"},
    },
    paints={"hoops": "hoop", "bands": "hoop", "rings": "hoop", "lid": "body", "water": "content"},
    height=(0.3, 1.2),
)
def barrel(v: Values) -> Draft:
    """Staves and hoops, standing or lying in a cradle; or a drum of steel."""
    h, r = v.height, v.radius * v.height
    drum = v.kind == "drum"
    lying = v.lying and not drum
    d = Draft(extent=h)
    parts: list[tuple[str, Node, str, str | None]] = []
    if drum:
        r *= 1.02
        parts.append(
            (
                "body",
                lathe(
                    [
                        (r, 0),
                        (r * 1.01, 0.012),
                        (r * 0.985, 0.025),
                        (r * 0.985, h - 0.025),
                        (r * 1.01, h - 0.012),
                        (r, h),
                        (0.95 * r, h),
                        (0.95 * r, h - 0.022),
                        (0, h - 0.022),
                    ]
                ),
                "drum",
                None,
            )
        )
        ribs = [torus(0.985 * r, 0.014).move(y=k * h) for k in (0.34, 0.66)]
        parts.append(
            (
                "ribs",
                union(*ribs, *(torus(0.985 * r, 0.006).move(y=k * h) for k in (0.12, 0.2, 0.8, 0.88))),
                "drum",
                None,
            )
        )
        parts.append(
            (
                "bungs",
                union(
                    cylinder(0.035, 0.03, bevel=0.006).move(0.55 * r, h - 0.018, 0),
                    cylinder(0.02, 0.03, bevel=0.004).move(-0.6 * r, h - 0.018, 0),
                ),
                "hoop",
                None,
            )
        )
        if v.hazard:
            parts.append(
                (
                    "sign",
                    difference(
                        cylinder(0.988 * r, 0.25 * h, bevel=0.002).move(y=0.5 * h), cylinder(0.5 * r, h).move(y=0.5 * h)
                    )
                    & box(0.28 * h, h, 2 * r).move(y=0.5 * h, z=r),
                    "sign",
                    None,
                )
            )
            blades = [
                extrude([(0.02 * h, 0), (0.075 * h, 0.03 * h), (0.075 * h, -0.03 * h)], 0.05)
                .rotate(z=a)
                .move(0, 0.5 * h, 0.99 * r)
                for a in (90, 210, 330)
            ]
            blades.append(cylinder(0.014 * h, 0.05).rotate(x=90).move(0, 0.5 * h, 0.99 * r))
            shell = cylinder(0.995 * r, 0.3 * h).move(y=0.5 * h)
            parts.append(("trefoil", union(*blades) & shell, "ink", None))
    else:
        end = r
        big = v.belly * r
        points = [
            (end, 0.0),
            (0.5 * (end + big) + 0.12 * (big - end), 0.22 * h),
            (big, 0.5 * h),
            (0.5 * (end + big) + 0.12 * (big - end), 0.78 * h),
            (end, h),
        ]
        body = Vessel.of(points, 0.03 * h, floor=0.05 * h)
        head = 0.955 * h
        open_ = v.open and not lying
        inset = 0.88 * end
        outline = [(float(a), float(y)) for a, y in body.outer]
        solid = (
            body.solid()
            if open_
            else lathe(
                [
                    (0, 0.035 * h),
                    (inset, 0.035 * h),
                    (inset + 0.008, 0.0),
                    *outline,
                    (inset + 0.008, h),
                    (inset, head),
                    (0, head),
                ]
            )
        )
        grooves: list[Node] = []
        for x, z in ring_of(v.staves, 1.0, 5):
            grooves.append(
                sweep(
                    [(x * (a + 0.002), y, z * (a + 0.002)) for a, y in [(end, -0.01), *outline[2::4], (end, h + 0.01)]],
                    0.006 * h + 0.001,
                    smooth=False,
                    sides=5,
                )
            )
        parts.append(("staves", difference(solid, *grooves), "body", None))
        if not open_:
            boards = [box(0.006, 0.02, 3 * r).move(x * 0.26 * r, head, 0) for x in range(-3, 4)]
            parts.append(("lid", difference(cylinder(inset + 0.004, 0.02).move(y=head), *boards), "body", None))
        places = [0.05, 0.95, 0.24, 0.76, 0.38, 0.62][: max(2, v.hoops - v.hoops % 2)]
        for i, k in enumerate(places):
            wide = 0.03 * h
            parts.append(
                (
                    f"hoop_{i + 1}",
                    body.band(max(0.012 * h, k * h - wide), min(0.988 * h, k * h + wide), 0.007 * h),
                    "hoop",
                    "hoops",
                )
            )
        if open_:
            parts.append(("content", body.fill(0.86 * h), "content", None))
        if v.tap:
            y, z = 0.14 * h, body.radius(0.14 * h)
            if lying:
                z, y = 0.0, 0.0
            tap = union(
                cylinder(0.022, 0.14, bevel=0.004).rotate(x=90).move(z=0.05),
                cylinder(0.016, 0.07).move(y=-0.03, z=0.09),
                cylinder(0.01, 0.07).move(y=0.045, z=0.07),
                box(0.07, 0.016, 0.02, 0.005).move(y=0.08, z=0.07),
            )
            # Lying, the head looks to the front: the tap sits in it.
            parts.append(
                ("tap", tap.rotate(x=-90).move(0, head + 0.0, 0.45 * r) if lying else tap.move(0, y, z), "tap", None)
            )
        if v.bung:
            parts.append(
                (
                    "bung",
                    cylinder(0.028, 0.04, top=0.022, bevel=0.004).rotate(x=90).move(0, 0.5 * h, big + 0.008)
                    if not lying
                    else cylinder(0.028, 0.04, bevel=0.004).rotate(x=-90).move(0, 0.5 * h, -big - 0.004),
                    "tap",
                    None,
                )
            )
    if lying:
        big = v.belly * r
        lift, body_at = big + 0.05, body.radius(0.23 * h)
        for name, solid, slot, group in parts:
            d.add(name, solid.move(y=-h / 2).rotate(x=90).move(y=lift), slot, group=group)
        for name, zz in (("cradle_front", 0.27 * h), ("cradle_back", -0.27 * h)):
            d.add(
                name,
                box(1.7 * big, 0.5 * big, 0.07, 0.01).move(y=0.25 * big, z=zz)
                - cylinder(body_at - 0.012, 0.2).rotate(x=90).move(y=lift, z=zz),
                "body",
                group="cradle",
            )
        d.add(
            "cradle_rails",
            union(*(box(0.06, 0.05, 0.62 * h, 0.008).move(s * 0.6 * big, 0.06, 0) for s in (1, -1))),
            "body",
            group="cradle",
        )
        d.point("top", (0, 2 * big + 0.05, 0), size=big)
    else:
        for name, solid, slot, group in parts:
            d.add(name, solid, slot, group=group)
        d.point("top", (0, h - (0.022 if drum else 0.03 * h), 0), size=1.6 * r)
    return d


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
        "wood": WOOD,
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
                + box(0.3 * h, 0.035 * h, 1.4 * t)
                + box(0.035 * h, 0.3 * h, 1.4 * t)
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


@family(
    "treasure chest",
    "container",
    nouns={
        "chest": {},
        "pirate chest": {"open": True},
        "wooden chest": {"open": False},
        "trunk": {"lid": "flat"},
        "coffer": {},
        "loot chest": {},
        "strongbox": {"lid": "flat"},
        "mimic": {"open": True, "teeth": True},
        "toy chest": {"open": False, "lid": "flat"},
    },
    parameters=(
        Real("width", 0.85, 0.65, 1.1),
        Real("depth", 0.55, 0.42, 0.68),
        Real("height", 0.38, 0.3, 0.46, about="of the box below the lid"),
        Choice("lid", ("round", "flat", "coffin")),
        Flag("open", 0.65),
        Real("angle", 68, 45, 95, unit="deg", about="how far the lid is open"),
        Whole("bands", 3, 2, 5),
        Real("thickness", 0.035, 0.028, 0.045),
        Flag("gold", 0.92),
        Whole("gems", 5, 0, 9),
        Flag("crown", 0.25),
        Flag("teeth", 0.0),
        Flag("feet", 0.4),
        Flag("handles", 0.7),
    ),
    slots={
        "wood": ("wood", "oak", "mahogany", "walnut", "planks"),
        "metal": ("iron", "brass", "gold", "steel"),
        "gold": ("gold",),
        "gem": ("gem", "gem:#1f5fd0", "gem:#18a05a"),
        "gem_2": ("gem:#18a05a", "gem:#1f5fd0", "crystal"),
        "lock": ("brass", "iron", "gold"),
        "inside": ("velvet:#6b1f2b", "walnut", "velvet:#3a2350"),
        "tooth": ("bone",),
    },
    words={
        "open": {"open": True},
        "closed": {"open": False},
        "gold": {"open": True, "gold": True},
        "coins": {"open": True, "gold": True},
        "gems": {"open": True, "gems": 8},
        "jewels": {"open": True, "gems": 8},
        "treasure": {"open": True, "gold": True},
        "crown": {"open": True, "crown": True},
        "empty": {"gold": False, "gems": 0, "crown": False},
    },
    paints={"bands": "metal", "coins": "gold", "treasure": "gold", "jewels": "gem", "lid": "wood", "hinges": "metal"},
    height=(0.35, 1.25),
)
def treasure_chest(v: Values) -> Draft:
    """A box with bands and a lock; the lid turns about its rear edge; gold lies in it."""
    w, z, h, t = v.width, v.depth, v.height, v.thickness
    lift = 0.05 if v.feet else 0.0
    d = Draft(extent=w * 1.1)
    top = h + lift
    shell = box(w, h, z, 0.012).move(y=lift + h / 2)
    full = v.gold or v.gems > 0
    # Below the gold nobody sees anything: the box is solid there.
    ground = top - 0.11 if full else lift + 0.12 * h
    room = box(w - 2 * t, 2 * h, z - 2 * t, 0.004).move(y=ground + h)
    grooves = [
        box(w + 0.02, 0.007, z + 0.02).move(y=lift + k * h / 4)
        - box(w - 0.014, 0.02, z - 0.014).move(y=lift + k * h / 4)
        for k in (1, 2, 3)
    ]
    d.add("body", difference(shell, *grooves) if not v.open else difference(shell, room, *grooves), "wood")
    if v.open and not full:
        d.add("inside", box(w - 1.2 * t, 0.02, z - 1.2 * t).move(y=ground), "inside")
    spots = [(i / (v.bands - 1) - 0.5) * (w - 0.1) for i in range(v.bands)]
    bands = [box(0.06, h + 0.006, z + 0.016, 0.005, 1).move(x, lift + h / 2, 0) for x in spots] + [
        box(w + 0.014, 0.045, z + 0.014, 0.005, 1).move(y=y) for y in (lift + 0.026, top - 0.026)
    ]
    iron: Node = union(*bands)
    d.add("bands", iron - room if v.open else iron, "metal", group="bands")
    rise = {"round": 0.42 * z, "flat": 0.11, "coffin": 0.3 * z}[v.lid]
    d.add("lid", *_lid(v, w, z, t, rise, top), group="lid")
    grown = _profile(v.lid, z + 0.016, rise + 0.007)
    straps: list[Node] = [extrude(grown, 0.06, bevel=0.004).rotate(y=90).move(x, -0.002, 0) for x in spots] + [
        box(w + 0.014, 0.04, z + 0.014, 0.005, 1).move(y=0.022)
    ]
    cut = extrude(_profile(v.lid, z - 2 * t, rise - t), w - 2 * t).rotate(y=90).move(y=-0.004) if v.open else None
    band: Node = union(*straps)
    if cut is not None:
        band = band - cut - box(w - 2 * t, 0.1, z - 2 * t).move(y=0.02)
    d.add("lid_bands", _turned(band, v, z, top), "metal", group="lid")
    lock = union(
        box(0.11, 0.13, 0.03, 0.008).move(y=-0.05, z=z / 2 + 0.008),
        sphere(0.02, 0.02, 0.012).move(y=-0.04, z=z / 2 + 0.022),
    )
    d.add(
        "lock",
        difference(
            lock,
            cylinder(0.009, 0.06).rotate(x=90).move(y=-0.045, z=z / 2 + 0.04),
            box(0.008, 0.03, 0.06).move(y=-0.06, z=z / 2 + 0.04),
        ).move(y=top),
        "lock",
        group="lock",
    )
    d.add(
        "hasp",
        _turned(box(0.05, 0.1, 0.022, 0.006).move(y=0.01, z=z / 2 + (0.032 if not v.open else 0.012)), v, z, top),
        "lock",
        group="lock",
    )
    d.add(
        "hinges",
        union(
            *(cylinder(0.016, 0.1, bevel=0.004).rotate(z=90).move(s * 0.3 * w, top, -z / 2 - 0.004) for s in (1, -1))
        ),
        "metal",
        group="lid",
    )
    if v.handles:
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            ring = (
                torus(0.07, 0.011)
                .rotate(x=90)
                .rotate(y=90)
                .scale(1, 0.85, 1)
                .move(s * (w / 2 + 0.022), lift + 0.52 * h, 0)
            )
            d.add(
                name,
                union(ring, box(0.03, 0.05, 0.06, 0.006).move(s * (w / 2 + 0.012), lift + 0.52 * h + 0.06, 0)),
                "metal",
                group="handles",
            )
    if v.feet:
        d.add(
            "feet",
            union(
                *(
                    sphere(0.05, 0.035, 0.05).move(sx * (w / 2 - 0.06), 0.035, sz * (z / 2 - 0.06))
                    for sx in (1, -1)
                    for sz in (1, -1)
                )
            ),
            "metal",
        )
    if v.open:
        _treasure(d, v, w - 2 * t, z - 2 * t, top)
    if v.teeth and v.open:
        fangs = [
            cylinder(0.03, 0.1, top=0.002, sides=8).move((i - 3.5) * (w - 0.1) / 8, top + 0.03, z / 2 - 0.5 * t)
            for i in range(8)
        ]
        d.add("teeth", union(*fangs), "tooth", group="teeth")
        d.add(
            "teeth_lid",
            _turned(
                union(
                    *(
                        cylinder(0.03, 0.1, top=0.002, sides=8)
                        .rotate(x=180)
                        .move((i - 3.5) * (w - 0.1) / 8 + 0.03, -0.03, z / 2 - 0.5 * t)
                        for i in range(8)
                    )
                ),
                v,
                z,
                top,
            ),
            "tooth",
            group="teeth",
        )
    d.point("top", (0, top + (0.0 if v.open else rise), 0), size=z)
    return d


def _profile(kind: str, z: float, rise: float) -> list[tuple[float, float]]:
    """The section of a lid, seen along X (x of the outline is -z of the chest)."""
    a = z / 2
    if kind == "flat":
        return [(-a, 0), (a, 0), (a, rise), (-a, rise)]
    if kind == "coffin":
        return [(-a, 0), (a, 0), (a, 0.4 * rise), (0.55 * a, rise), (-0.55 * a, rise), (-a, 0.4 * rise)]
    return [
        (-a, 0),
        (a, 0),
        (a, 0.15 * rise),
        *(
            (a * math.cos(math.pi * i / 14), 0.15 * rise + 0.85 * rise * math.sin(math.pi * i / 14))
            for i in range(1, 14)
        ),
        (-a, 0.15 * rise),
    ]


def _lid(v: Values, w: float, z: float, t: float, rise: float, top: float) -> tuple[Node, str]:
    solid = extrude(_profile(v.lid, z, rise), w, bevel=0.008).rotate(y=90)
    grooves = [
        box(w + 0.02, 0.5, 0.007).move(z=(k - 2) * z / 4, y=rise)
        - extrude(_profile(v.lid, z - 0.012, rise - 0.007), 2 * w).rotate(y=90)
        for k in (1, 2, 3)
    ]
    solid = difference(solid, *grooves)
    if v.open:
        solid = solid - extrude(_profile(v.lid, z - 2 * t, rise - t), w - 2 * t).rotate(y=90).move(y=-0.004)
    return _turned(solid, v, z, top), "wood"


def _turned(solid: Node, v: Values, z: float, top: float) -> Node:
    """What is on the lid: turned about the hinges and put on the box; a closed lid sinks in a little."""
    if not v.open:
        return solid.move(y=top - 0.002)
    return solid.move(z=z / 2).rotate(x=-v.angle).move(y=top, z=-z / 2)


def _treasure(d: Draft, v: Values, w: float, z: float, top: float) -> None:
    rng = v.rng("treasure")
    level = top - 0.05
    if not v.gold and not v.gems:
        return
    heap = sphere(0.5 * w, 0.16, 0.5 * z).move(y=level) & box(w + 0.01, 1, z + 0.01).move(y=level + 0.4)
    d.add(
        "heap",
        union(heap.move(y=-0.02), box(w + 0.008, 0.12, z + 0.008).move(y=level - 0.06)),
        "gold" if v.gold else "inside",
        group="gold",
    )

    def surface(x: float, zz: float) -> float:
        q = 1 - (x / (0.5 * w)) ** 2 - (zz / (0.5 * z)) ** 2
        return level - 0.02 + 0.16 * math.sqrt(max(q, 0.016))

    taken: list[tuple[float, float, float]] = []
    for i in range(v.gems):
        a, k = 2.4 * i + 0.5, 0.12 + 0.26 * ((i * 5) % 7) / 7
        taken.append((k * w * math.cos(a), k * z * math.sin(a) * 1.1, 0.062))
    if v.crown:
        taken.append((0.18 * w, 0.08 * z, 0.135))
    coin = cylinder(0.028, 0.009, bevel=0.002)
    if v.gold:
        coins: list[Node] = []
        for _ in range(110):
            x, zz = float(rng.uniform(-0.44, 0.44)) * w, float(rng.uniform(-0.44, 0.44)) * z
            # Where coins overlapped there would be slits that nothing can fill.
            if any(math.hypot(x - a, zz - b) < k for a, b, k in taken):
                continue
            taken.append((x, zz, 0.064))
            coins.append(
                coin.rotate(x=float(rng.uniform(-40, 40)), z=float(rng.uniform(-40, 40))).move(
                    x, surface(x, zz) + 0.003, zz
                )
            )
        d.add("coins", union(*coins), "gold", group="gold")
    for i in range(v.gems):
        a, k = 2.4 * i + 0.5, 0.12 + 0.26 * ((i * 5) % 7) / 7
        x, zz = k * w * math.cos(a), k * z * math.sin(a) * 1.1
        s = 0.03
        gem = lathe([(0.0, -0.9 * s), (s, 0.15 * s), (0.62 * s, 0.6 * s), (0, 0.6 * s)], sides=8)
        d.add(
            f"gem_{i + 1}",
            gem.rotate(x=25 * (i % 3 - 1), z=30 * (i % 2)).move(x, surface(x, zz) + 0.35 * s, zz),
            "gem" if i % 2 == 0 else "gem_2",
            group="gems",
        )
    if v.crown:
        x, zz = 0.18 * w, 0.08 * z
        y = surface(x, zz)
        ring = lathe([(0.085, -0.02), (0.09, 0.05)]) - cylinder(0.078, 0.3)
        points = [
            extrude([(-0.024, 0), (0.024, 0), (0, 0.07)], 0.012).move(0, 0.04, 0.084).rotate(y=60 * i) for i in range(6)
        ]
        d.add("crown", union(ring, *points).rotate(x=14, z=-12).move(x, y + 0.01, zz), "gold", group="crown")
