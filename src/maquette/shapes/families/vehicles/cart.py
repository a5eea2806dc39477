"""Carts, wagons and carriages: what animals pull."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, oval
from maquette.shapes.sub.wheels import iron_band, wooden_wheel


@family(
    "cart",
    "vehicle",
    nouns={
        "wooden cart": {},
        "wagon": {"kind": "wagon"},
        "covered wagon": {"kind": "wagon", "cover": True},
        "hay cart": {"kind": "cart", "load": "hay"},
        "hay wagon": {"kind": "wagon", "load": "hay"},
        "carriage": {"kind": "carriage"},
        "coach carriage": {"kind": "carriage"},
        "stagecoach": {"kind": "carriage"},
        "royal carriage": {"kind": "carriage"},
        "horse cart": {},
        "handcart": {"kind": "cart", "length": 1.5},
        "chariot": {"kind": "cart", "length": 1.3},
        "market cart": {"cover": True},
    },
    parameters=(
        Choice("kind", ("cart", "wagon", "carriage")),
        Real("length", 2.3, 1.4, 2.8),
        Real("width", 1.3, 1.1, 1.6),
        Real("height", 0.5, 0.4, 0.65, about="of the side boards"),
        Real("wheel_radius", 0.58, 0.45, 0.72),
        Whole("spokes", 8, 6, 14),
        Whole("planks", 3, 2, 4),
        Choice("load", ("none", "hay", "barrels", "crates")),
        Flag("cover", 0.25),
        Flag("shafts", 0.8),
        Flag("lanterns", 0.4),
    ),
    slots={
        "body": ("planks", "oak", "driftwood", "walnut"),
        "wheel": ("oak", "walnut", "wood"),
        "iron": ("iron",),
        "cover": ("canvas",),
        "cabin": ("paint:#7a1f2b", "paint:#1f3d6b", "paint:#20402e", "walnut"),
        "gold": ("gold", "brass"),
        "glass": ("dark glass",),
        "seat": ("leather", "velvet"),
        "load": ("grass:#d8b652", "thatch"),
        "barrel": ("oak",),
        "lantern": ("glow:#ffc766",),
    },
    words={
        "cover": {"cover": True},
        "canvas": {"cover": True},
        "hay": {"load": "hay"},
        "barrels": {"load": "barrels"},
        "crates": {"load": "crates"},
        "lantern": {"lanterns": True},
        "lanterns": {"lanterns": True},
        "covered": {"cover": True},
        "wheels": {},
    },
    paints={
        "wheels": "wheel",
        "carriage": "cabin",
        "hay": "load",
        "barrels": "barrel",
        "lanterns": "lantern",
        "cover": "cover",
    },
    height=(0.8, 3.2),
)
def cart(v: Values) -> Draft:
    """Boards on wooden wheels; two for a cart, four for a wagon; a cabin makes a carriage."""
    four = v.kind != "cart"
    length, w, r = v.length * (1.2 if four else 1.0), v.width / 2, v.wheel_radius
    d = Draft(extent=length + (1.2 if v.shafts else 0.3))
    floor = r + 0.16
    spots = [(0.33 * length, 0.86 * r), (-0.33 * length, r)] if four else [(-0.06 * length, r)]
    for i, (z, rr) in enumerate(spots):
        for s, side in ((1, "left"), (-1, "right")):
            name = f"wheel_{'front' if i == 0 and four else 'rear'}_{side}" if four else f"wheel_{side}"
            d.add(name, wooden_wheel(rr, 0.09, v.spokes).move(s * (w + 0.12), rr, z), "wheel", group="wheels")
            d.add(f"{name}_band", iron_band(rr, 0.09).move(s * (w + 0.12), rr, z), "iron", group="wheels")
        d.add(
            f"axle_{i + 1}",
            cylinder(0.05, 2 * w + 0.4, sides=8).rotate(z=90).move(y=rr, z=z)
            + box(1.5 * w, floor - rr + 0.03, 0.12, 0.01).move(y=(floor + rr) / 2, z=z),
            "wheel",
        )
    if v.kind == "carriage":
        _cabin(d, v, length, w, floor)
    else:
        slat = box(2 * w / 5 - 0.015, 0.06, length, 0.01)
        beams = box(0.1, 0.1, length + 0.02, 0.01).move(x=0.6 * w, y=floor - 0.05).mirrored()
        d.add(
            "floor",
            union(
                *(slat.move(x=(i - 2) * 2 * w / 5, y=floor + 0.02) for i in range(5)),
                beams,
                box(2 * w - 0.02, 0.05, 0.1).move(y=floor - 0.02, z=-0.4 * length).repeat(3, z=0.4 * length),
            ),
            "body",
        )
        n = v.planks
        ph = v.height / n
        for s, side in ((1, "left"), (-1, "right")):
            boards = union(
                *(box(0.04, ph - 0.018, length, 0.008).move(y=floor + 0.06 + ph * (i + 0.5)) for i in range(n))
            )
            posts = (
                box(0.06, v.height + 0.12, 0.08, 0.01)
                .move(x=0.035, y=floor + v.height / 2 + 0.02, z=-0.42 * length)
                .repeat(3, z=0.42 * length)
            )
            d.add(
                f"side_{side}",
                (boards + posts).rotate(y=0 if s > 0 else 180).move(x=s * (w - 0.03)),
                "body",
                group="sides",
            )
        for z, name in ((-length / 2 + 0.03, "tailboard"), (length / 2 - 0.03, "headboard")):
            boards = union(
                *(box(2 * w - 0.04, ph - 0.018, 0.04, 0.008).move(y=floor + 0.06 + ph * (i + 0.5)) for i in range(n))
            )
            d.add(
                name,
                (
                    boards
                    + box(0.07, v.height + 0.08, 0.06, 0.01).move(x=0.5 * w, y=floor + v.height / 2 + 0.03).mirrored()
                ).move(z=z),
                "body",
            )
        if four:
            d.add(
                "bench",
                union(
                    box(2 * w, 0.06, 0.36, 0.02).move(y=floor + v.height + 0.1, z=length / 2 - 0.12),
                    box(0.06, 0.2, 0.3).move(x=0.8 * w, y=floor + v.height, z=length / 2 - 0.12).mirrored(),
                ),
                "body",
            )
        if v.cover:
            h = 1.25 * w
            base = floor + v.height
            rings = [
                (oval(w + 0.03, h, base + 0.05, 2.4), z * length) for z in (-0.5, -0.25, 0, 0.25, 0.42 if four else 0.5)
            ]
            inner = [
                (oval(w - 0.02, h - 0.05, base + 0.05, 2.4), z * length * 1.1) for z in (-0.5, -0.25, 0, 0.25, 0.5)
            ]
            ribs = [
                union(
                    *(
                        sweep(
                            [
                                (w * 1.02, base - 0.2, 0),
                                (w * 1.02, base + 0.4 * h, 0),
                                (0.72 * w, base + 0.86 * h, 0),
                                (0, base + h + 0.06, 0),
                                (-0.72 * w, base + 0.86 * h, 0),
                                (-1.02 * w, base + 0.4 * h, 0),
                                (-1.02 * w, base - 0.2, 0),
                            ],
                            0.03,
                        ).move(z=z * length)
                        for z in (-0.49, -0.18, 0.13, 0.41 if four else 0.49)
                    )
                )
            ]
            d.add(
                "cover", (along_z(rings) - along_z(inner) - box(9, 9, 9).move(y=base - 4.5 - 0.06)) + ribs[0], "cover"
            )
        _cargo(d, v, length, w, floor + 0.05)
    front = length / 2
    if v.shafts:
        y = floor - 0.06
        if four:
            pole = sweep([(0, y - 0.1, front - 0.5), (0, y - 0.16, front + 0.6), (0, y - 0.05, front + 1.5)], 0.04)
            d.add("shafts", union(pole, box(0.9 * w, 0.07, 0.08, 0.01).move(y=y - 0.12, z=front + 0.35)), "wheel")
        else:
            d.add(
                "shafts",
                sweep(
                    [(0.55 * w, y, -0.2), (0.55 * w, y - 0.03, front), (0.48 * w, y + 0.06, front + 1.1)],
                    [0.045, 0.04, 0.028],
                ).mirrored()
                + box(1.1 * w, 0.05, 0.06).move(y=y - 0.01, z=front + 0.2),
                "wheel",
            )
            d.add("prop", box(0.06, y, 0.06, 0.01).move(x=0.55 * w, y=y / 2, z=front - 0.1).mirrored(), "wheel")
    if v.lanterns and v.kind != "carriage":
        d.add(
            "lantern",
            cylinder(0.07, 0.16, 0.06, bevel=0.015).move(x=w + 0.1, y=floor + v.height - 0.15, z=front - 0.15),
            "lantern",
        )
        d.add(
            "lantern_frame",
            union(
                lathe([(0.09, 0), (0.03, 0.07), (0.02, 0.1)]).move(y=0.07),
                cylinder(0.085, 0.03).move(y=-0.09),
                box(0.2, 0.025, 0.025).move(x=-0.08, y=0.15),
            ).move(x=w + 0.1, y=floor + v.height - 0.15, z=front - 0.15),
            "iron",
        )
    d.point("top", (0, floor + 0.05, 0), size=w)
    d.point("seat", (0, floor + v.height + 0.12, front - 0.15))
    return d


def _cabin(d: Draft, v: Values, length: float, w: float, floor: float) -> None:
    h, c = 1.45, 0.34 * length
    spring = sweep(
        [
            (0.5 * w, floor - 0.12, -0.42 * length),
            (0.5 * w, floor + 0.02, -0.2 * length),
            (0.5 * w, floor + 0.02, 0.2 * length),
            (0.5 * w, floor - 0.12, 0.42 * length),
        ],
        0.05,
    ).mirrored()
    d.add("frame", union(spring, box(0.9 * w, 0.1, length, 0.02).move(y=floor - 0.06)), "iron")
    shape = [
        (-0.75 * c, floor),
        (-c, floor + 0.45),
        (-1.02 * c, floor + h - 0.1),
        (-0.95 * c, floor + h),
        (0.95 * c, floor + h),
        (1.02 * c, floor + h - 0.1),
        (c, floor + 0.45),
        (0.75 * c, floor),
    ]
    body = across(shape, 1.8 * w, 0.06)
    d.add("cabin", body, "cabin")
    skin = body.scale(1.02, 1, 1)
    panes = box(9, 0.5, 0.5 * c, 0.08).move(y=floor + 1.03, z=-0.6 * c).repeat(3, z=0.6 * c)
    d.add(
        "windows",
        (skin & panes) - box(1.6 * w, 9, 9) + box(1.1 * w, 0.45, 2.06 * c, 0.02).move(y=floor + 1.05),
        "glass",
    )
    trim = [
        box(9, 0.04, 1.95 * c).move(y=floor + 0.7),
        box(9, 0.04, 1.95 * c).move(y=floor + h - 0.08),
        box(9, h - 0.2, 0.03).move(y=floor + h / 2, z=-0.3 * c).repeat(2, z=0.6 * c),
    ]
    d.add("gold_trim", (body.scale(1.035, 1, 1) & union(*trim)) - box(1.6 * w, 9, 9), "gold")
    d.add(
        "roof",
        union(
            box(1.9 * w, 0.08, 2.1 * c, 0.03).move(y=floor + h + 0.02),
            sphere(0.86 * w, 0.2, 0.95 * c).move(y=floor + h + 0.04),
        ),
        "cabin",
    )
    d.add(
        "finials",
        lathe([(0.05, -0.04), (0.06, 0.04), (0.03, 0.07), (0.055, 0.12), (0.0, 0.2)], smooth=True)
        .move(0.84 * w, floor + h + 0.07, 0.92 * c)
        .mirrored()
        .mirrored("z"),
        "gold",
    )
    d.add(
        "bench",
        union(
            box(1.3 * w, 0.12, 0.42, 0.05).move(y=floor + 0.62, z=c + 0.24),
            box(1.3 * w, 0.4, 0.1, 0.04).move(y=floor + 0.8, z=c + 0.02),
        ),
        "seat",
    )
    d.add(
        "box",
        union(
            across(
                [
                    (c - 0.1, floor + 0.1),
                    (c - 0.1, floor + 0.58),
                    (c + 0.46, floor + 0.58),
                    (0.48 * length, floor + 0.15),
                    (0.52 * length, floor + 0.3),
                    (0.54 * length, floor + 0.28),
                    (0.5 * length, floor - 0.02),
                ],
                1.2 * w,
                0.02,
            ),
            box(1.0 * w, 0.3, 0.4, 0.04).move(y=floor + 0.1, z=-c - 0.1),
        ),
        "cabin",
    )
    if v.lanterns:
        lamp = cylinder(0.07, 0.18, 0.085, sides=6)
        d.add("lanterns", lamp.move(x=0.98 * w, y=floor + 0.9, z=0.9 * c).mirrored(), "lantern")
        d.add(
            "lantern_frames",
            union(
                cylinder(0.1, 0.06, 0.03).move(y=0.11),
                cylinder(0.05, 0.05).move(y=-0.11),
                box(0.2, 0.04, 0.04).move(x=-0.08, y=-0.11),
            )
            .move(x=0.98 * w, y=floor + 0.9, z=0.9 * c)
            .mirrored(),
            "gold",
        )


def _cargo(d: Draft, v: Values, length: float, w: float, floor: float) -> None:
    rng = v.rng("cargo")
    if v.load == "hay" and not v.cover:
        heap = sphere(0.93 * w, v.height + 0.45, 0.46 * length).move(y=floor + 0.1) - box(9, 9, 9).move(
            y=floor - 4.5 + 0.02
        )
        d.add("hay", heap.roughened(0.07, 0.22, seed=int(rng.integers(99))), "load")
    elif v.load == "barrels":
        r = min(0.3, 0.4 * w)
        barrel = lathe(
            [(0.8 * r, 0), (0.95 * r, 0.3 * r), (r, 1.2 * r), (0.95 * r, 2.1 * r), (0.8 * r, 2.4 * r)], smooth=True
        )
        for i, (x, z) in enumerate(((-0.45 * w, -0.28), (0.45 * w, -0.28), (-0.45 * w, 0.05), (0.45 * w, 0.05))):
            d.add(f"barrel_{i + 1}", barrel.move(x, floor - 0.01, z * length), "barrel", group="barrels")
            d.add(
                f"hoops_{i + 1}",
                union(
                    *(cylinder(q * r, 0.05).move(x, floor + y * r, z * length) for q, y in ((0.97, 0.4), (0.97, 2.0)))
                ),
                "iron",
                group="barrels",
            )
    elif v.load == "crates":
        for i, (x, z, s) in enumerate(((-0.4, -0.25, 0.8), (0.45, -0.22, 0.7), (0.0, 0.12, 0.85))):
            a = s * w
            crate = box(a, a, a, 0.01) - box(a - 0.12, a - 0.12, a + 0.1).around(1) - box(a + 0.1, a - 0.12, a - 0.12)
            d.add(
                f"crate_{i + 1}",
                union(crate, box(a - 0.06, a - 0.06, a - 0.06))
                .rotate(y=float(rng.uniform(-8, 8)))
                .move(x * w, floor + a / 2 - 0.01, z * length),
                "barrel",
                group="crates",
            )
