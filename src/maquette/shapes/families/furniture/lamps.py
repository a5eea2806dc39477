"""Lamps that stand, lie on tables, or hang."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.lighting import SHADES, add_candle, add_shade, shade
from maquette.shapes.sub.outlines import bar, ring_of, rod

SHADE = ("fabric:#efe3c8", "fabric:#d98f3f", "fabric:#c9d8d0", "fabric:#a8433a", "paint:#2f5d5a", "paint:#e7e2d6")
METAL = ("brass", "gunmetal", "chrome", "bronze", "paint:#23272b", "walnut")
LIGHT = ("glow:#ffd890", "glow:#fff0c8")
PAINTS = {
    "lampshade": "shade",
    "bulb": "light",
    "light": "light",
    "stand": "frame",
    "base": "frame",
    "pole": "frame",
    "stem": "frame",
}


@family(
    "floor lamp",
    "furniture",
    nouns={
        "standing lamp": {},
        "standard lamp": {},
        "torchiere": {"kind": "uplighter"},
        "arc lamp": {"kind": "arc"},
        "tripod lamp": {"kind": "tripod"},
        "reading lamp": {"kind": "arc"},
    },
    parameters=(
        Choice("kind", ("straight", "tripod", "arc", "uplighter")),
        Real("height", 1.55, 1.35, 1.85),
        Real("shade_radius", 0.2, 0.15, 0.27),
        Real("shade_height", 0.26, 0.18, 0.34),
        Choice("shade", SHADES),
        Real("pole_radius", 0.013, 0.009, 0.02),
        Real("base_radius", 0.15, 0.12, 0.19),
        Whole("legs", 3, 3, 4),
        Flag("chain", 0.4, about="a pull chain"),
        Flag("knobs", 0.5),
        Real("reach", 0.6, 0.4, 0.9),
    ),
    slots={"shade": SHADE, "frame": METAL, "light": LIGHT, "foot": ("marble", "walnut", "gunmetal", "brass")},
    words={"tripod": {"kind": "tripod"}, "arc": {"kind": "arc"}, "curved": {"kind": "arc"}, "chain": {"chain": True}},
    paints=PAINTS | {"base": "foot", "legs": "frame"},
    height=(1.2, 2.1),
)
def floor_lamp(v: Values) -> Draft:
    """A pole, tripod or arc that carries a shade at about eye level."""
    h, r = v.height, v.pole_radius
    d = Draft(extent=h)
    low = h - v.shade_height
    if v.kind == "tripod":
        hub = 0.62 * h
        for i, (x, z) in enumerate(ring_of(v.legs, 1.0, 90)):
            d.add(
                f"leg_{i + 1}",
                sweep([(0.3 * x, 0, 0.3 * z), (0.02 * x, hub + 0.03, 0.02 * z)], [1.0 * r, 1.5 * r]),
                "frame",
                group="legs",
            )
        d.add("hub", cylinder(0.045, 0.06, bevel=0.01).move(y=hub), "foot")
        d.add("pole", cylinder(r, low + 0.06 - hub).move(y=(low + 0.06 + hub) / 2), "frame")
    else:
        b = v.base_radius
        d.add(
            "base", lathe([(b, 0), (b, 0.018), (0.92 * b, 0.03), (0.35 * b, 0.04), (2.0 * r, 0.06), (0, 0.07)]), "foot"
        )
    if v.kind == "arc":
        reach = v.reach
        top = h - 0.02
        path = [
            (0, 0.03, -reach / 2),
            (0, 0.55 * h, -reach / 2),
            (0, 0.88 * h, -0.3 * reach),
            (0, top, 0.05 * reach),
            (0, 0.97 * top, 0.35 * reach),
            (0, 0.9 * top, 0.5 * reach),
        ]
        d.parts.clear()
        b = v.base_radius
        d.add("base", lathe([(b, 0), (b, 0.03), (0.94 * b, 0.04), (2 * r, 0.05), (0, 0.06)]).move(z=-reach / 2), "foot")
        d.add("pole", sweep(path, r), "frame")
        sh = min(v.shade_height, 0.26)
        kind = "dome" if v.shade in ("empire", "drum") else v.shade
        add_shade(d, "shade", kind, v.shade_radius, sh, (0, 0.9 * top - sh - 0.01, 0.5 * reach), below=True)
        d.add("joint", sphere(1.8 * r).move(0, 0.9 * top, 0.5 * reach), "frame")
        if kind == "globe":
            d.add("joint_stem", cylinder(r, 0.06).move(0, 0.9 * top - 0.03, 0.5 * reach), "frame")
        d.point("top", (0, h, 0), size=0.1)
        return d
    if v.kind == "straight":
        d.add("pole", cylinder(r, low).move(y=0.03 + low / 2), "frame")
    if v.kind == "uplighter":
        d.add("pole", cylinder(r, h - 0.1).move(y=0.03 + (h - 0.1) / 2), "frame")
        bowl = [
            (2 * r, h - 0.13),
            (0.6 * v.shade_radius, h - 0.1),
            (v.shade_radius, h),
            (v.shade_radius - 0.012, h),
            (0.58 * v.shade_radius, h - 0.088),
            (0, h - 0.09),
        ]
        d.add("shade", lathe(bowl), "shade", group="shade")
        d.add(
            "light",
            lathe([(0.62 * v.shade_radius, h - 0.092), (0.83 * v.shade_radius, h - 0.035), (0, h - 0.025)]),
            "light",
            group="shade",
        )
    else:
        add_shade(d, "shade", v.shade, v.shade_radius, v.shade_height, (0, low, 0))
        d.add("collar", cylinder(2 * r, 0.05, bevel=0.4 * r).move(y=low + 0.02), "frame")
        if v.chain and v.shade != "globe":
            beads = union(
                rod((0.06, low + 0.1, 0.02), (0.06, low - 0.1, 0.02), radius=0.0055),
                rod((0, low + 0.1, 0), (0.06, low + 0.1, 0.02), radius=0.006, round_ends=True),
                sphere(0.012).move(0.06, low - 0.1, 0.02),
            )
            d.add("chain", beads, "frame")
    if v.knobs and v.kind == "straight":
        d.add(
            "knobs",
            union(
                *(
                    lathe(
                        [(0.9 * r, -0.03), (1.9 * r, -0.01), (2.2 * r, 0), (1.9 * r, 0.01), (0.9 * r, 0.03)],
                        smooth=True,
                    ).move(y=k * h)
                    for k in (0.2, 0.45, 0.7)
                )
            ),
            "foot",
            group="knobs",
        )
    d.point("top", (0, h, 0), size=0.2)
    return d


@family(
    "table lamp",
    "furniture",
    nouns={
        "lamp": {},
        "desk lamp": {"kind": "jointed"},
        "bedside lamp": {},
        "study lamp": {"kind": "jointed"},
        "banker's lamp": {"kind": "banker"},
        "architect lamp": {"kind": "jointed"},
        "night light": {"shade": "globe", "height": 0.3},
    },
    parameters=(
        Choice("kind", ("vase", "jointed", "column", "banker")),
        Real("height", 0.5, 0.3, 0.68),
        Real("shade_radius", 0.16, 0.12, 0.2),
        Real("shade_height", 0.2, 0.15, 0.25),
        Choice("shade", SHADES),
        Real("base_radius", 0.085, 0.07, 0.11),
        Real("waist", 0.5, 0.3, 0.8, unit="", about="how thick the body is"),
        Choice("body", ("urn", "gourd", "ball", "bottle")),
        Flag("chain", 0.35),
        Flag("cord", 0.3),
        Real("bend", 40, 25, 55, unit="deg"),
    ),
    slots={
        "shade": SHADE,
        "body": ("ceramic:#35647f", "ceramic:#b5533c", "ceramic", "brass", "walnut", "ceramic:#3f6b4f"),
        "frame": METAL,
        "light": LIGHT,
    },
    words={"jointed": {"kind": "jointed"}, "chain": {"chain": True}, "cord": {"cord": True}},
    paints=PAINTS | {"base": "body", "arm": "frame"},
    height=(0.22, 0.8),
)
def table_lamp(v: Values) -> Draft:
    """A shade on a ceramic body or a column; a jointed work lamp; a banker's lamp."""
    h, b = v.height, v.base_radius
    d = Draft(extent=h)
    if v.kind == "jointed":
        _jointed(d, v)
    elif v.kind == "banker":
        low = 0.8 * h
        d.add(
            "base",
            lathe([(b, 0), (b, 0.014), (0.86 * b, 0.02), (0.8 * b, 0.028), (0.3 * b, 0.036), (0.012, 0.06), (0, 0.06)]),
            "frame",
        )
        d.add(
            "column",
            lathe([(0.012, 0.04), (0.01, 0.3 * h), (0.016, 0.36 * h), (0.009, 0.42 * h), (0.009, low + 0.01)]),
            "frame",
        )
        d.add(
            "arms",
            sweep(
                [
                    (-0.12, low + 0.05, 0),
                    (-0.115, low + 0.01, 0),
                    (0, low - 0.005, 0),
                    (0.115, low + 0.01, 0),
                    (0.12, low + 0.05, 0),
                ],
                0.006,
            ),
            "frame",
        )
        half = cylinder(0.075, 0.26, bevel=0.02).rotate(z=90)
        d.add(
            "shade",
            (half - cylinder(0.066, 0.235, bevel=0.015).rotate(z=90) - box(0.4, 0.2, 0.3).move(y=-0.118)).move(
                y=low + 0.03
            ),
            "shade",
        )
        d.add("light", cylinder(0.022, 0.21, bevel=0.006).rotate(z=90).move(y=low + 0.045), "light")
        d.add(
            "sockets",
            union(*(cylinder(0.018, 0.035).rotate(z=90).move(s * 0.11, low + 0.045) for s in (1, -1))),
            "frame",
        )
    else:
        low = h - v.shade_height
        neck = low + 0.03
        if v.kind == "vase":
            fat = v.waist * 0.16
            body = {
                "urn": [
                    (0.8 * b, 0.02),
                    (0.5 * b, 0.035),
                    (0.6 * fat, 0.1 * low + 0.03),
                    (fat, 0.6 * low),
                    (0.75 * fat, 0.82 * low),
                    (0.02, 0.95 * low),
                ],
                "gourd": [
                    (0.8 * b, 0.02),
                    (fat, 0.26 * low),
                    (0.55 * fat, 0.55 * low),
                    (0.65 * fat, 0.72 * low),
                    (0.02, 0.95 * low),
                ],
                "ball": [
                    (0.7 * b, 0.02),
                    (0.85 * fat, 0.2 * low),
                    (1.1 * fat, 0.45 * low),
                    (0.8 * fat, 0.75 * low),
                    (0.02, 0.95 * low),
                ],
                "bottle": [
                    (0.8 * b, 0.02),
                    (fat, 0.1 * low),
                    (fat, 0.42 * low),
                    (0.4 * fat, 0.68 * low),
                    (0.018, 0.95 * low),
                ],
            }[v.body]
            d.add("base", lathe([(b, 0), (b, 0.016), (0.9 * b, 0.026), (0, 0.03)]), "frame")
            d.add("body", lathe(body, smooth=True), "body")
        else:
            d.add("base", lathe([(b, 0), (b, 0.015), (0.85 * b, 0.03), (0.02, 0.04), (0, 0.04)]), "body")
            d.add(
                "body",
                union(
                    cylinder(0.012, low).move(y=low / 2 + 0.01),
                    lathe(
                        [
                            (0.012, 0.2 * low),
                            (0.028, 0.4 * low),
                            (0.034, 0.5 * low),
                            (0.024, 0.62 * low),
                            (0.012, 0.8 * low),
                        ],
                        smooth=True,
                    ),
                ),
                "body",
            )
        d.add("neck", cylinder(0.013, neck - 0.85 * low).move(y=(neck + 0.85 * low) / 2), "frame")
        add_shade(d, "shade", v.shade, v.shade_radius, v.shade_height, (0, low, 0))
        if v.shade != "globe":
            d.add("finial", union(cylinder(0.004, 0.03).move(y=h), sphere(0.011).move(y=h + 0.02)), "frame")
        if v.chain and v.shade != "globe":
            d.add(
                "chain",
                union(
                    rod((0, low + 0.05, 0.0), (0, low + 0.05, 0.06), radius=0.004, round_ends=True),
                    rod((0, low + 0.05, 0.058), (0, low - 0.05, 0.058), radius=0.0035),
                    sphere(0.008).move(0, low - 0.05, 0.058),
                ),
                "frame",
            )
    if v.cord:
        d.add(
            "cord",
            sweep(
                [(0, 0.008, -0.8 * b), (0.02, 0.006, -b - 0.05), (0.06, 0.006, -b - 0.09), (0.12, 0.006, -b - 0.1)],
                0.005,
                round_ends=True,
            ),
            "frame",
        )
    d.point("top", (0, h, 0), size=0.1)
    return d


def _jointed(d: Draft, v: Values) -> None:
    """Two arms with springs and a cone-shaped head that looks down and forward."""
    h, b = v.height, v.base_radius
    d.add("base", cylinder(b, 0.026, bevel=0.008).move(y=0.013), "body")
    lean = math.radians(v.bend)
    arm = 0.55 * h
    elbow = (0.0, 0.05 + arm * math.cos(lean * 0.6), -arm * math.sin(lean * 0.6) * 0.9)
    wrist = (0.0, min(elbow[1] + arm * math.sin(lean), h - 0.05), elbow[2] + arm * math.cos(lean) * 0.95)
    foot = (0.0, 0.045, 0.0)
    d.add("joint_base", union(sphere(0.02).move(*foot), cylinder(0.014, 0.04).move(y=0.03)), "frame", group="joints")
    for name, a, c in (("arm_lower", foot, elbow), ("arm_upper", elbow, wrist)):
        rods = [bar((s * 0.011, a[1], a[2]), (s * 0.011, c[1], c[2]), 0.007) for s in (1, -1)]
        spring = [tuple(a[i] + (c[i] - a[i]) * k for i in range(3)) for k in (0.08, 0.45)]
        d.add(name, union(*rods), "frame", group="arm")
        d.add(name + "_spring", sweep([(p[0], p[1], p[2]) for p in spring], 0.009), "frame", group="arm")
    for name, p in (("elbow", elbow), ("wrist", wrist)):
        d.add(
            f"joint_{name}",
            cylinder(0.016, 0.036 if name == "elbow" else 0.085, bevel=0.004).rotate(z=90).move(*p),
            "body",
            group="joints",
        )
    r, tall = 0.5 * v.shade_radius, 0.11
    head = lathe([(r, 0), (0.95 * r, 0.3 * tall), (0.45 * r, 0.75 * tall), (0.4 * r, tall), (0, 1.04 * tall)]) - lathe(
        [(0.93 * r, -0.001), (0.88 * r, 0.3 * tall), (0.38 * r, 0.72 * tall), (0, 0.74 * tall)]
    )
    light = union(sphere(0.42 * r).move(y=0.3 * tall), cylinder(0.25 * r, 0.5 * tall).move(y=0.55 * tall))
    for name, solid, slot in (("head", head, "shade"), ("light", light, "light")):
        d.add(name, solid.move(y=-0.85 * tall).rotate(x=-35).move(wrist[0], wrist[1], wrist[2]), slot, group="head")


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
    slots={"shade": SHADE, "frame": METAL, "light": LIGHT},
    words={"chain": {"cable": "chain"}, "cord": {"cable": "cord"}},
    paints=PAINTS | {"cable": "frame", "rose": "frame"},
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
