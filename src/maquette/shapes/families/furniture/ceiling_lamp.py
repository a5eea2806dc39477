"""Ceiling lamp: one shade or a row of them below a ceiling rose. Chandelier: curved arms around a turned stem, or a wheel on chains."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.lighting import add_candle, add_shade, shade
from maquette.shapes.sub.outlines import bar, ring_of, rod
from maquette.shapes.sub.palettes import LAMP_METALS, LAMP_PAINTS, LIGHT, SHADE_SUBSTANCES


@family(
    "ceiling lamp",
    "furniture",
    nouns={
        "pendant lamp": {},
        "hanging lamp": {},
        "pendant light": {},
        "ceiling light": {},
        "hanging light": {},
        "paper lantern": {"shade": "globe"},
    },
    parameters=(
        Real("drop", 0.6, 0.3, 1.0, about="from the ceiling to the shade"),
        Real("shade_radius", 0.2, 0.12, 0.3),
        Real("shade_height", 0.2, 0.13, 0.3),
        Choice("shade", ("dome", "drum", "bell", "empire", "globe", "pleated")),
        Whole("lights", 1, 1, 5),
        Real("spacing", 0.34, 0.28, 0.45, unit="", about="between the lights"),
        Choice("cable", ("cord", "rod", "chain")),
        Real("rose_radius", 0.06, 0.045, 0.08),
        Real("stagger", 0.15, 0.0, 0.35, about="how unequal the heights are"),
        Flag("trim", 0.4),
    ),
    slots={"shade": SHADE_SUBSTANCES, "frame": LAMP_METALS, "light": LIGHT},
    words={"chain": {"cable": "chain"}, "cord": {"cable": "cord"}},
    paints=LAMP_PAINTS | {"cable": "frame", "rose": "frame"},
    height=(0.3, 1.8),
)
def ceiling_lamp(v: Values) -> Draft:
    """One shade or a row of them below a ceiling rose; the lowest point is at y = 0."""
    n, sh, r = v.lights, v.shade_height, v.shade_radius * (0.62 if v.lights > 1 else 1.0)
    tall = v.drop + sh + 0.04
    d = Draft(extent=max(tall, n * v.spacing))
    if n > 1:
        d.add("rose", box((n - 1) * v.spacing + 0.12, 0.035, 0.08, 0.01).move(y=tall - 0.018), "frame")
    else:
        d.add(
            "rose",
            lathe([(0.3 * v.rose_radius, tall - 0.05), (0.9 * v.rose_radius, tall - 0.03), (v.rose_radius, tall)]),
            "frame",
        )
    for i in range(n):
        x, up = (i - (n - 1) / 2) * v.spacing, v.stagger * v.drop * ((i * 2) % 3) / 2
        end = f"_{i + 1}" if n > 1 else ""
        top = up + sh
        if v.cable == "chain":
            links = round((tall - 0.03 - top) / 0.03) + 1
            step = (tall - 0.02 - top) / links
            ring = torus(0.012, 0.0042).scale(1, 1, 1.35).rotate(x=90)
            d.add(
                "chain" + end,
                union(*(ring.rotate(y=90 * (k % 2)).move(x, top + (k + 0.35) * step, 0) for k in range(links + 1))),
                "frame",
                group="cables",
            )
        else:
            d.add(
                "cable" + end,
                cylinder(0.0055 if v.cable == "cord" else 0.009, tall - 0.03 - top).move(x, (tall - 0.03 + top) / 2, 0),
                "frame",
                group="cables",
            )
        if v.shade == "globe":
            d.add("shade" + end, shade("globe", min(r, sh / 2 * 1.1), sh).move(x, up, 0), "light", group="shades")
            d.add(
                "cap" + end,
                cylinder(0.03, 0.05, top=0.02, bevel=0.005).move(x, top + 0.005, 0),
                "frame",
                group="shades",
            )
        else:
            add_shade(d, "shade" + end, v.shade, r, sh, (x, up, 0), below=True)
            d.add(
                "cap" + end,
                cylinder(0.022, 0.06, top=0.015, bevel=0.004).move(x, top + 0.01 - 0.06 * sh, 0),
                "frame",
                group="shades",
            )
        if v.trim and v.shade in ("dome", "bell"):
            d.add("trim" + end, torus(0.985 * r, 0.014 * 1.0).move(x, up + 0.004, 0), "frame", group="shades")
    d.point("top", (0, tall, 0), size=0.1)
    return d


@family(
    "chandelier",
    "furniture",
    nouns={
        "candelabra lamp": {},
        "crystal chandelier": {"crystals": True},
        "crown light": {"kind": "wheel"},
        "wagon wheel chandelier": {"kind": "wheel"},
    },
    parameters=(
        Choice("kind", ("arms", "wheel", "tiers")),
        Whole("arms", 6, 4, 10),
        Real("radius", 0.42, 0.3, 0.6),
        Real("drop", 0.45, 0.25, 0.8),
        Real("body_height", 0.42, 0.3, 0.55),
        Real("thickness", 0.013, 0.01, 0.018),
        Real("candle_height", 0.09, 0.06, 0.13),
        Flag("crystals", 0.5),
        Flag("shades", 0.3),
        Flag("lit", 0.9),
        Flag("finial", 0.8),
    ),
    slots={
        "frame": ("brass", "gold", "iron", "bronze", "silver"),
        "wax": ("wax", "cotton:#f5efe0"),
        "flame": LIGHT,
        "wick": ("paint:#2a2420",),
        "crystal": ("crystal:#e6f2fa", "crystal:#cfe2f5", "glass"),
        "shade": ("fabric:#efe3c8", "fabric:#a8433a"),
    },
    words={
        "crystals": {"crystals": True},
        "candles": {"shades": False},
        "shades": {"shades": True},
        "wheel": {"kind": "wheel"},
    },
    paints={
        "arms": "frame",
        "candles": "wax",
        "crystals": "crystal",
        "lights": "flame",
        "flames": "flame",
        "chain": "frame",
    },
    height=(0.5, 1.6),
)
def chandelier(v: Values) -> Draft:
    """Curved arms around a turned stem, or a wheel on chains; candles with flames."""
    r, t, low = v.radius, v.thickness, 0.1
    tall = low + v.body_height + v.drop
    d = Draft(extent=max(tall, 2 * r))
    top = low + v.body_height
    rings = [(v.arms, r, low + 0.1)] + (
        [(max(3, v.arms // 2), 0.55 * r, low + 0.55 * v.body_height)] if v.kind == "tiers" else []
    )
    if v.kind == "wheel":
        y = low + 0.06
        d.add(
            "wheel",
            union(
                (cylinder(r, 0.06, bevel=0.01) - cylinder(r - 0.035, 0.1)).move(y=y),
                *(bar((-r + 0.01, y, 0), (r - 0.01, y, 0), 0.03, 0.04).rotate(y=a) for a in (0, 60, 120)),
            ),
            "frame",
        )
        d.add(
            "hub",
            lathe([(0.015, low - 0.06), (0.045, low), (0.06, y), (0.045, y + 0.05), (0.02, y + 0.1)], smooth=True),
            "frame",
        )
        d.add(
            "chains",
            union(
                *(
                    rod((0.94 * r * x, y, 0.94 * r * z), (0.02 * x, top, 0.02 * z), radius=0.55 * t)
                    for x, z in ring_of(4, 1.0, 45)
                ),
                sphere(0.035).move(y=top),
                torus(r + 0.001, 0.007).move(y=y),
            ),
            "frame",
        )
        places = [(x, y + 0.025, z) for x, z in ring_of(v.arms, r - 0.018, 22)]
    else:
        stem = [
            (0.012, low - 0.04),
            (0.05, low + 0.02),
            (0.03, low + 0.08),
            (0.02, low + 0.14),
            (0.05, low + 0.5 * v.body_height),
            (0.02, low + 0.72 * v.body_height),
            (0.035, low + 0.85 * v.body_height),
            (0.014, top),
        ]
        d.add("stem", lathe(stem, smooth=True), "frame")
        places = []
        for k, (count, reach, y) in enumerate(rings):
            for i, (x, z) in enumerate(ring_of(count, 1.0, 90 + 20 * k)):
                path = [
                    (0.02 * x, y, 0.02 * z),
                    (0.35 * reach * x, y - 0.07, 0.35 * reach * z),
                    (0.8 * reach * x, y - 0.05, 0.8 * reach * z),
                    (reach * x, y + 0.03, reach * z),
                    (reach * x, y + 0.08, reach * z),
                ]
                d.add(
                    f"arm_{k * 20 + i + 1}",
                    sweep(path, [t, 0.9 * t, 0.8 * t, 0.75 * t, 0.8 * t]),
                    "frame",
                    group="arms",
                )
                places.append((reach * x, y + 0.07, reach * z))
    if v.finial:
        d.add(
            "finial",
            lathe([(0.0, 0.0), (0.022, 0.022), (0.008, 0.045), (0.014, low - 0.02)], smooth=True),
            "crystal" if v.crystals else "frame",
        )
    else:
        d.add("finial", sphere(0.03, 0.05, 0.03).move(y=0.05), "frame")
    for i, (x, y, z) in enumerate(places):
        d.add(
            f"cup_{i + 1}",
            lathe([(0.012, -0.01), (0.035, 0.008), (0.04, 0.02), (0.02, 0.02), (0.018, 0.035), (0, 0.035)]).move(
                x, y, z
            ),
            "frame",
            group="cups",
        )
        if v.shades and len(places) < 9:
            d.add(
                f"tube_{i + 1}",
                cylinder(0.013, v.candle_height + 0.03).move(x, y + 0.02 + v.candle_height / 2, z),
                "wax",
                group="candles",
            )
            add_shade(d, f"shade_{i + 1}", "empire", 0.055, 0.075, (x, y + v.candle_height - 0.01, z), bulb="flame")
        else:
            add_candle(d, f"candle_{i + 1}", (x, y + 0.02, z), 0.014, v.candle_height, lit=v.lit, drips=0)
        if v.crystals:
            drop = lathe([(0.0, -0.075), (0.014, -0.055), (0.004, -0.03), (0.01, -0.02), (0.004, 0.0)])
            d.add(f"crystal_{i + 1}", drop.move(x, y - 0.0, z), "crystal", group="crystals")
    if v.crystals and v.kind != "wheel":
        y0 = low + 0.62 * v.body_height
        strings = [
            sweep(
                [
                    (0.02 * x, y0, 0.02 * z),
                    (0.45 * r * x, low + 0.1, 0.45 * r * z),
                    (0.95 * r * x, low + 0.16, 0.95 * r * z),
                ],
                [0.006, 0.007, 0.006],
            )
            for x, z in ring_of(v.arms, 1.0, 90)
        ]
        d.add("garlands", union(*strings), "crystal", group="crystals")
    links = round(v.drop / 0.034)
    step = (tall - 0.02 - top) / links
    ring = torus(0.014, 0.005).scale(1, 1, 1.35).rotate(x=90)
    d.add(
        "chain", union(*(ring.rotate(y=90 * (k % 2)).move(y=top + (k + 0.2) * step) for k in range(links + 1))), "frame"
    )
    d.add("rose", lathe([(0.015, tall - 0.045), (0.06, tall - 0.02), (0.07, tall)]), "frame")
    d.point("top", (0, tall, 0), size=0.1)
    return d
