"""Forklifts: a body with a counterweight, a guard over the seat, a mast with forks, a load on a pallet."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.sidewise import tube
from maquette.shapes.sub.wheels import add_wheel


@family(
    "forklift",
    "vehicle",
    nouns={
        "fork lift": {},
        "forklift truck": {},
        "fork truck": {},
        "lift truck": {},
        "pallet truck": {"load": "crates"},
        "stacker": {},
    },
    parameters=(
        Real("length", 2.3, 2.0, 2.7, about="without the forks"),
        Real("width", 1.15, 1.0, 1.3),
        Real("height", 2.15, 1.95, 2.35, about="of the mast"),
        Real("fork_length", 1.1, 0.9, 1.3),
        Real("fork_height", 0.25, 0.08, 1.2, about="how high the forks are"),
        Real("wheel_radius", 0.31, 0.27, 0.36),
        Whole("bars", 6, 4, 9, about="of the guard"),
        Choice("load", ("none", "crates", "pallet", "barrels")),
        Flag("guard", 0.9, about="a roof over the seat"),
        Flag("beacon", 0.7),
        Flag("gas", 0.5, about="a bottle behind the seat"),
        Flag("stripes", 0.7),
    ),
    slots={
        "body": ("paint:#e8a81c", "paint:#d9641a", "paint:#c22e26", "paint:#2f6aa8"),
        "trim": ("gunmetal", "paint:#2a2c30"),
        "steel": ("steel", "gunmetal"),
        "tyre": ("rubber",),
        "rim": ("paint:#e6e2d8", "steel"),
        "seat": ("leather:#1f1f22",),
        "light": ("glow:#fff0c0",),
        "beacon": ("glow:#ff8a1c",),
        "load": ("planks", "cardboard"),
        "barrel": ("paint:#2a5fa0", "paint:#3a7a4a"),
        "gas": ("paint:#dfe2e4",),
    },
    words={
        "crates": {"load": "crates"},
        "crate": {"load": "crates"},
        "boxes": {"load": "crates"},
        "pallet": {"load": "pallet"},
        "barrels": {"load": "barrels"},
        "beacon": {"beacon": True},
        "roof": {"guard": True},
        "guard": {"guard": True},
    },
    paints={"forks": "steel", "mast": "trim", "roof": "trim", "wheels": "tyre", "crate": "load", "crates": "load"},
    height=(1.85, 2.6),
)
def forklift(v: Values) -> Draft:
    """Its forks point to +Z."""
    n, w, h, r = v.length, v.width, v.height, v.wheel_radius
    d = Draft(extent=n + v.fork_length)
    back, front = -n / 2 - 0.3, n / 2 - 0.3
    low = 0.16
    line = [
        (back + 0.12, low + 0.05),
        (front - 0.02, low),
        (front, 0.62),
        (front - 0.3, 0.72),
        (front - 0.5, 0.52),
        (front - 0.95, 0.52),
        (front - 1.05, 0.98),
        (back + 0.15, 1.02),
        (back, 0.85),
        (back, 0.35),
    ]
    d.add("body", across(line, w - 0.08, 0.04), "body", group="body")
    weight = across(
        [
            (back - 0.06, 0.32),
            (back + 0.4, 0.24),
            (back + 0.42, 0.9),
            (back + 0.3, 0.96),
            (back - 0.02, 0.9),
            (back - 0.08, 0.7),
        ],
        w,
        0.05,
    )
    d.add("counterweight", weight, "trim", group="body")
    if v.stripes:
        marks = [
            across([(back + 0.43, y), (back + 0.43, y + 0.06), (front - 0.62, y + 0.06), (front - 0.62, y)], w - 0.065)
            for y in (0.36,)
        ]
        d.add("stripes", union(*marks), "trim", group="body")
    d.add(
        "dashboard",
        across(
            [(front - 0.12, 0.6), (front - 0.02, 0.6), (front - 0.06, 1.12), (front - 0.22, 1.2), (front - 0.26, 1.1)],
            0.72 * w,
            0.02,
        ),
        "body",
        group="body",
    )
    d.add(
        "wheel",
        union(torus(0.17, 0.018), box(0.3, 0.02, 0.03), cylinder(0.04, 0.03), cylinder(0.02, 0.5).move(y=-0.25))
        .rotate(x=40)
        .move(0, 1.24, front - 0.42),
        "trim",
        group="controls",
    )
    levers = union(*(sweep([(x, 1.05, front - 0.14), (x, 1.28, front - 0.24)], 0.009) for x in (0.2, 0.26, 0.32)))
    knobs = union(*(cylinder(0.018, 0.04, bevel=0.006).move(x, 1.28, front - 0.24) for x in (0.2, 0.26, 0.32)))
    d.add("levers", union(levers, knobs), "trim", group="controls")
    sz = front - 1.15
    d.add(
        "seat",
        union(
            box(0.5, 0.14, 0.5, 0.05, 3).move(0, 1.05, sz),
            box(0.48, 0.55, 0.14, 0.05, 3).rotate(x=-10).move(0, 1.32, sz - 0.26),
        ),
        "seat",
    )
    if v.gas:
        bottle = cylinder(0.15, 0.66, bevel=0.06).rotate(z=90).move(0, 1.14, back + 0.28)
        d.add("gas_bottle", bottle, "gas")
        d.add(
            "gas_straps",
            union(
                *(cylinder(0.157, 0.03).rotate(z=90).move(x, 1.14, back + 0.28) for x in (0.16, -0.16)),
                box(0.42, 0.1, 0.2).move(0, 1.0, back + 0.28),
            ),
            "trim",
        )
    top = h - 0.08
    if v.guard:
        posts = union(
            sweep([(0.44 * w, 0.7, front - 0.1), (0.42 * w, 1.3, front - 0.16), (0.4 * w, top, front - 0.45)], 0.032),
            sweep([(0.43 * w, 0.9, back + 0.32), (0.41 * w, 1.5, back + 0.4), (0.4 * w, top, back + 0.5)], 0.032),
        ).mirrored()
        z0, z1 = back + 0.36, front - 0.36
        rails = box(0.05, 0.06, z1 - z0, 0.012).move(0.4 * w, top, (z0 + z1) / 2).mirrored()
        across_bars = union(
            *(
                box(0.82 * w, 0.04, 0.035).move(
                    0, top, z0 + (z1 - z0) * i / (v.bars - 1) + (0.015 if i == 0 else -0.015 if i == v.bars - 1 else 0)
                )
                for i in range(v.bars)
            )
        )
        d.add("guard", union(posts, rails, across_bars), "trim", group="guard")
        lamps = tube(0.06, -0.05, 0.05, bevel=0.01).move(0.36 * w, top - 0.06, z1).mirrored()
        d.add("headlights", lamps, "light", group="lights")
        if v.beacon:
            d.add(
                "beacon",
                cylinder(0.06, 0.13, 0.045, bevel=0.012).move(0.25 * w, top + 0.075, z0 + 0.02),
                "beacon",
                group="lights",
            )
    for s, name in ((1, "left"), (-1, "right")):
        add_wheel(d, f"wheel_front_{name}", (s * (w / 2 - 0.06), r, front - 0.28), r, 0.24, tread=16)
        add_wheel(d, f"wheel_rear_{name}", (s * (w / 2 - 0.08), 0.85 * r, back + 0.42), 0.85 * r, 0.2, tread=14)
    d.add(
        "axles",
        union(
            cylinder(0.09, w - 0.1).rotate(z=90).move(0, r, front - 0.28),
            cylinder(0.08, w - 0.14).rotate(z=90).move(0, 0.85 * r, back + 0.42),
        ),
        "trim",
        group="wheels",
    )
    mz = front + 0.1
    lift = min(v.fork_height, h - 0.9)
    mast = union(
        *(box(0.08, h - 0.1, 0.13, 0.01).move(s * 0.3 * w, (h - 0.1) / 2 + 0.1, mz) for s in (1, -1)),
        *(box(0.62 * w, 0.08, 0.09, 0.01).move(0, y, mz) for y in (0.24, h * 0.62, h - 0.05)),
        box(0.3 * w, 0.2, 0.24).move(0, 0.42, mz - 0.1),
    )
    inner = union(*(box(0.06, h - 0.24, 0.09).move(s * 0.235 * w, (h - 0.24) / 2 + 0.15, mz + 0.02) for s in (1, -1)))
    d.add("mast", union(mast, inner), "trim", group="mast")
    d.add(
        "ram",
        union(cylinder(0.05, 0.55 * h).move(0, 0.3 * h + 0.1, mz), cylinder(0.03, h - 0.3).move(0, h / 2 + 0.05, mz)),
        "steel",
        group="mast",
    )
    fz = mz + 0.11
    carriage = union(
        *(box(0.84 * w, 0.09, 0.05, 0.008).move(0, lift + y, fz) for y in (0.16, 0.5)),
        *(box(0.07, 0.5, 0.06).move(s * 0.27 * w, lift + 0.33, fz - 0.02) for s in (1, -1)),
    )
    rest = union(
        *(box(0.035, 0.5, 0.035).move(x * w, lift + 0.74, fz) for x in (-0.4, -0.2, 0.0, 0.2, 0.4)),
        box(0.84 * w, 0.05, 0.04).move(0, lift + 0.98, fz),
    )
    d.add("carriage", union(carriage, rest), "trim", group="mast")
    fork = across(
        [
            (0.0, 0.6),
            (0.05, 0.6),
            (0.06, 0.1),
            (0.1, 0.045),
            (v.fork_length, 0.018),
            (v.fork_length, 0.0),
            (0.02, 0.0),
            (0.0, 0.03),
        ],
        0.12,
        0.004,
    )
    d.add("forks", fork.move(0.26 * w, lift, fz + 0.02).mirrored(), "steel", group="forks")
    if v.load != "none":
        pz, py = fz + 0.12 + 0.5 * v.fork_length, lift + 0.03
        size = 0.92 * v.fork_length
        boards = [box(1.08, 0.025, 0.115 * size).move(0, 0.115, (i - 2.5) * 0.17 * size) for i in range(6)]
        blocks = [box(0.1, 0.1, size).move(x, 0.055, 0) for x in (-0.48, 0.0, 0.48)]
        feet = [box(1.08, 0.02, 0.1).move(0, 0.002, s * 0.44 * size) for s in (1, -1)]
        d.add("pallet", union(*boards, *blocks, *feet).move(0, py, pz), "load", group="load")
        if v.load == "crates":
            for i, (x, y, z, side) in enumerate(
                ((-0.25, 0, 0.02, 0.5), (0.27, 0, -0.02, 0.46), (-0.08, 0.48, 0, 0.42))
            ):
                core = box(side, side, 0.85 * size * side / 0.5, 0.01)
                frame = union(
                    *(
                        box(side + 0.03, 0.06, 0.86 * size * side / 0.5 + 0.03, 0.006).move(y=q * (side / 2 - 0.03))
                        for q in (1, -1)
                    )
                )
                d.add(
                    f"crate_{i + 1}", union(core, frame).move(x, py + 0.12 + y + side / 2, pz + z), "load", group="load"
                )
        elif v.load == "barrels":
            for i, (x, z) in enumerate(((-0.26, -0.24), (0.26, -0.24), (-0.26, 0.24), (0.26, 0.24))):
                drum = union(
                    cylinder(0.22, 0.62, bevel=0.015), *(torus(0.22, 0.014).move(y=q) for q in (-0.11, 0.11, 0.3))
                )
                d.add(f"barrel_{i + 1}", drum.move(x, py + 0.43, pz + z * size), "barrel", group="load")
    d.point("top", (0, top, (back + front) / 2), size=0.8 * w)
    d.point("seat", (0, 1.12, sz), size=0.5)
    return d
