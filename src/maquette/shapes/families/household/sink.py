"""Sinks: washbasins on a pedestal, in a cabinet or on the wall; kitchen sinks."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, loft, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import oval


@family(
    "sink",
    "household",
    nouns={
        "washbasin": {},
        "wash basin": {},
        "basin": {},
        "pedestal sink": {"kind": "pedestal"},
        "bathroom sink": {},
        "kitchen sink": {"kind": "kitchen"},
        "vanity": {"kind": "cabinet", "mirror": True},
        "bathroom cabinet": {"kind": "cabinet"},
    },
    parameters=(
        Choice("kind", ("pedestal", "cabinet", "kitchen")),
        Real("height", 0.86, 0.8, 0.92),
        Real("width", 0.6, 0.5, 0.75),
        Real("depth", 0.48, 0.42, 0.56),
        Choice("shape", ("oval", "square", "round"), about="of the basin"),
        Choice("tap", ("one", "two", "arch")),
        Real("tap_height", 0.17, 0.12, 0.25),
        Whole("doors", 2, 1, 3),
        Flag("mirror", 0.25),
        Flag("splashback", 0.6),
        Flag("soap", 0.4),
        Flag("water", 0.2),
    ),
    slots={
        "basin": ("porcelain", "ceramic", "porcelain:#eef0ee"),
        "cabinet": ("oak", "walnut", "paint:#5f7f86", "paint:#e9e6de"),
        "top": ("marble", "granite", "oak"),
        "metal": ("chrome", "brass", "steel"),
        "dark": ("dark glass",),
        "mirror": ("mirror",),
        "soap": ("wax:#d8b8c8", "wax:#b8d8c0"),
        "water": ("water:#8fc4d8",),
        "pulls": ("chrome", "brass"),
    },
    words={
        "mirror": {"mirror": True, "kind": "cabinet"},
        "cabinet": {"kind": "cabinet"},
        "doors": {"kind": "cabinet"},
        "pedestal": {"kind": "pedestal"},
        "soap": {"soap": True},
        "water": {"water": True},
        "round": {"shape": "round"},
        "square": {"shape": "square"},
    },
    paints={"tap": "metal", "faucet": "metal", "bowl": "basin", "doors": "cabinet", "counter": "top"},
    height=(0.78, 2.0),
)
def sink(v: Values) -> Draft:
    """Stands against a wall at its back."""
    h, w = v.height, v.width if v.kind == "pedestal" else 1.35 * v.width
    n = v.depth if v.kind == "pedestal" else 1.1 * v.depth
    d = Draft(extent=h if not v.mirror else 1.8)
    power = {"oval": 2.3, "square": 5.0, "round": 2.0}[v.shape]
    a = 0.41 * v.width if v.shape != "round" else 0.36 * v.depth
    b = 0.36 * v.depth
    z = 0.035 if v.kind == "pedestal" else 0.005
    cut = loft(
        [
            (oval(a * k, b * k, 0, power, 32), (0, h + y, z))
            for y, k in ((-0.15, 0.35), (-0.135, 0.6), (-0.06, 0.86), (0.004, 1.0), (0.05, 1.02))
        ]
    )
    if v.kind == "pedestal":
        outer = loft(
            [
                (oval(w / 2 * k, n / 2 * k, 0, 3.4, 36), (0, h + y, zz))
                for y, k, zz in (
                    (-0.21, 0.36, -0.04),
                    (-0.16, 0.62, -0.03),
                    (-0.06, 0.92, 0),
                    (-0.02, 1.0, 0),
                    (0.0, 1.0, 0),
                )
            ]
        )
        slab = box(w, 0.05, 0.12, 0.015).move(y=h - 0.005, z=-n / 2 + 0.06)
        d.add("basin", union(outer, slab) - cut, "basin")
        leg = [
            (0.0, 0.0),
            (0.135, 0.0),
            (0.135, 0.03),
            (0.11, 0.06),
            (0.085, 0.2),
            (0.075, 0.55 * h),
            (0.1, h - 0.24),
            (0.13, h - 0.16),
            (0.0, h - 0.16),
        ]
        d.add("pedestal", lathe(leg).scale(1, 1, 0.92).move(z=-0.03), "basin")
    else:
        body = box(w - 0.04, h - 0.12, n - 0.05, 0.008).move(y=(h - 0.12) / 2 + 0.08, z=-0.01)
        d.add("cabinet", body - box(2 * a + 0.05, 0.5, 2 * b + 0.05).move(y=h - 0.02, z=z), "cabinet")
        d.add("plinth", box(w - 0.1, 0.1, n - 0.12).move(y=0.05, z=-0.02), "dark")
        each = (w - 0.08) / v.doors
        for i in range(v.doors):
            x = (i - (v.doors - 1) / 2) * each
            d.add(
                f"door_{i + 1}",
                box(each - 0.014, h - 0.26, 0.026, 0.006).move(x, h / 2 + 0.02, n / 2 - 0.028),
                "cabinet",
                group="doors",
            )
            d.add(
                f"door_panel_{i + 1}",
                box(each - 0.12, h - 0.38, 0.012, 0.004).move(x, h / 2 + 0.02, n / 2 - 0.012),
                "cabinet",
                group="doors",
            )
            side = -1 if i % 2 else 1
            grip = sweep(
                [(0, -0.05, -0.012), (0, -0.05, 0.02), (0, 0.05, 0.02), (0, 0.05, -0.012)], 0.006, smooth=False
            )
            d.add(
                f"pull_{i + 1}",
                grip.move(x + side * (each / 2 - 0.045), 0.68 * h, n / 2 - 0.01),
                "pulls",
                group="doors",
            )
        opening = loft(
            [(oval((a + 0.02), (b + 0.02), 0, power, 32), (0, y, z)) for y in (h - 0.2, h + 0.1)], smooth=False
        )
        d.add("top", box(w, 0.035, n, 0.008).move(y=h - 0.02) - opening, "top")
        shell = loft(
            [
                (oval((a + 0.03) * k, (b + 0.03) * k, 0, power, 32), (0, h + y, z))
                for y, k in ((-0.18, 0.4), (-0.16, 0.66), (-0.06, 0.93), (-0.02, 1.0), (0.012, 1.03))
            ]
        )
        d.add("basin", shell - cut, "metal" if v.kind == "kitchen" else "basin")
        if v.splashback:
            d.add("splashback", box(w, 0.1, 0.02, 0.005).move(y=h + 0.04, z=-n / 2 + 0.01), "top")
    d.add("drain", cylinder(0.024, 0.02).move(y=h - 0.146, z=z), "metal")
    if v.water:
        fill = loft(
            [
                (oval(a * k, b * k, 0, power, 32), (0, h + y, z))
                for y, k in ((-0.15, 0.42), (-0.135, 0.63), (-0.06, 0.88))
            ],
            smooth=False,
        )
        d.add("water", fill, "water")
    back = -n / 2 + 0.06 if v.kind == "pedestal" else z - b - 0.055
    t, base = v.tap_height, h + (0.018 if v.kind == "pedestal" else -0.006)
    if v.tap == "two":
        for s, name in ((1, "left"), (-1, "right")):
            cross = union(
                cylinder(0.014, 0.05).move(y=0.025),
                cylinder(0.005, 0.06).rotate(z=90).move(y=0.052),
                cylinder(0.005, 0.06).rotate(x=90).move(y=0.052),
                sphere(0.01).move(y=0.054),
            )
            d.add(f"tap_{name}", cross.move(s * 0.1, base, back), "metal", group="taps")
    reach = 0.13 if v.tap != "arch" else 0.16
    tall = t if v.tap != "arch" else 1.6 * t
    if v.tap == "arch":
        way = [
            (0, 0, 0),
            (0, 0.7 * tall, 0),
            (0, 0.97 * tall, 0.3 * reach),
            (0, 0.92 * tall, 0.8 * reach),
            (0, 0.68 * tall, reach),
        ]
    else:
        way = [
            (0, 0, 0),
            (0, 0.5 * tall, 0),
            (0, 0.78 * tall, 0.25 * reach),
            (0, 0.72 * tall, reach),
            (0, 0.6 * tall, 1.03 * reach),
        ]
    spout = union(sweep(way, [0.016, 0.014, 0.013, 0.013, 0.014]), cylinder(0.026, 0.014, bevel=0.003).move(y=0.006))
    d.add("tap", spout.move(0, base, back), "metal", group="taps")
    if v.tap != "two":
        lever = union(
            cylinder(0.017, 0.04).rotate(z=90).move(x=0.02),
            sweep([(0.035, 0, 0), (0.05, 0.03, 0), (0.06, 0.08, 0.01)], [0.008, 0.007, 0.009], round_ends=True),
        )
        d.add("lever", lever.move(0, base + 0.3 * tall, back), "metal", group="taps")
    if v.soap:
        x = 0.5 * w - 0.07
        d.add(
            "soap",
            box(0.075, 0.03, 0.05, 0.013, 3).move(x if v.kind != "pedestal" else x - 0.02, base + 0.012, back),
            "soap",
        )
    top = h + tall
    if v.mirror and v.kind != "pedestal":
        glass = box(0.72 * w, 0.62, 0.02).move(y=h + 0.5, z=-n / 2 + 0.022)
        frame = box(0.72 * w + 0.06, 0.68, 0.03, 0.006).move(y=h + 0.5, z=-n / 2 + 0.012)
        d.add(
            "mirror_frame",
            union(frame, box(0.3 * w, 0.25, 0.024).move(y=h + 0.09, z=-n / 2 + 0.012)),
            "cabinet",
            group="mirror",
        )
        d.add("mirror", glass, "mirror", group="mirror")
        top = h + 0.84
    d.point("top", (0, top, -n / 2 + 0.02) if v.mirror else (0, h, 0), size=w)
    return d
