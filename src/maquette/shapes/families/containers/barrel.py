"""Barrel: staves and hoops, standing or lying in a cradle; or a drum of steel."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.palettes import COOPER_WOODS
from maquette.shapes.sub.vessels import Vessel


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
        "body": COOPER_WOODS,
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
