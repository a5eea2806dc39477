"""Toilets: bowl, seat, lid and cistern; low, or with a high cistern on a pipe."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, loft, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import oval
from maquette.shapes.sub.outlines import rod, rounded_rectangle


@family(
    "toilet",
    "household",
    nouns={
        "loo": {},
        "lavatory": {},
        "water closet": {},
        "wc": {},
        "toilet bowl": {},
        "commode toilet": {},
        "victorian toilet": {"cistern": "high"},
        "modern toilet": {"shape": "square", "cistern": "low"},
    },
    parameters=(
        Real("height", 0.41, 0.37, 0.46, about="of the seat"),
        Real("width", 0.38, 0.34, 0.43),
        Real("depth", 0.68, 0.6, 0.76, about="with the cistern"),
        Choice("shape", ("round", "oval", "square"), about="of the bowl"),
        Choice("cistern", ("low", "high"), about="the tank of water"),
        Real("tank_height", 0.38, 0.32, 0.44),
        Real("foot", 0.62, 0.5, 0.8, unit="", about="width of the foot, share of the bowl's"),
        Flag("lid", 0.9),
        Flag("open", 0.6, about="the lid is up"),
        Flag("lever", 0.55, about="else a button"),
        Flag("roll", 0.2, about="a roll of paper on the cistern"),
    ),
    slots={
        "ceramic": ("porcelain", "ceramic", "porcelain:#e6eef0", "porcelain:#f0e4d8"),
        "seat": ("paint:#f4f2ee", "walnut", "oak", "paint:#2a2b2e"),
        "metal": ("chrome", "brass", "steel"),
        "water": ("water:#7fb4cc",),
        "paper": ("paper",),
    },
    words={
        "lid": {"lid": True},
        "open": {"lid": True, "open": True},
        "closed": {"lid": True, "open": False},
        "lever": {"lever": True},
        "handle": {"lever": True},
        "tank": {"cistern": "low"},
        "cistern": {"cistern": "low"},
        "paper": {"roll": True},
        "oval": {"shape": "oval"},
        "round": {"shape": "round"},
        "square": {"shape": "square"},
    },
    paints={"bowl": "ceramic", "tank": "ceramic", "lid": "seat", "button": "metal", "handle": "metal", "pipe": "metal"},
    height=(0.36, 2.1),
)
def toilet(v: Values) -> Draft:
    """The bowl in front, the cistern behind it."""
    power = {"round": 2.0, "oval": 2.3, "square": 4.0}[v.shape]
    w, h = v.width / 2, v.height - 0.03
    tank = 0.2
    back = -v.depth / 2
    front = v.depth / 2
    b = (front - back - tank) / 2 + 0.02  # half the length of the bowl's opening
    cz = front - b
    d = Draft(extent=max(v.depth, 1.95 if v.cistern == "high" else v.height + v.tank_height))

    def ring(x: float, z: float) -> list[tuple[float, float]]:
        return oval(x, z, 0, power, 32)

    f = v.foot
    rows = [
        (0.0, f + 0.08, 0.62, -0.1),
        (0.03, f + 0.06, 0.61, -0.1),
        (0.05, f, 0.56, -0.1),
        (0.42, f - 0.04, 0.55, -0.1),
        (0.66, 0.84, 0.82, -0.04),
        (0.9, 0.99, 0.99, 0.0),
        (1.0, 1.0, 1.0, 0.0),
    ]
    body: Node = loft([(ring(w * kx, b * kz), (0, h * y, cz + b * off)) for y, kx, kz, off in rows])
    well = loft(
        [
            (ring(w * k, b * k), (0, h * y, cz - 0.06 * b * (1 - y)))
            for y, k in ((0.36, 0.3), (0.5, 0.5), (0.75, 0.72), (1.02, 0.79))
        ]
    )
    neck = box(1.5 * w, 0.34 * h, 2 * (cz - b * 0.55 - back) * 0.5, 0.04, 3).move(
        y=0.81 * h, z=(back + cz - b * 0.55) / 2
    )
    stem = box(2 * w * (f - 0.06), 0.7 * h, 0.24, 0.04, 3).move(y=0.36 * h, z=back + 0.2)
    d.add("bowl", union(body, neck, stem) - well, "ceramic", group="bowl")
    d.add(
        "water",
        loft([(ring(w * k, b * k), (0, h * y, cz - 0.03 * b)) for y, k in ((0.3, 0.34), (0.47, 0.5))], smooth=False),
        "water",
    )
    ring_of = [(x, -z) for x, z in ring(1.03 * w, 1.03 * b)]
    hole = [(x, -z) for x, z in ring(0.7 * w, 0.72 * b)]
    seat = (
        extrude(list(reversed(ring_of)), 0.026, holes=[list(reversed(hole))], bevel=0.007)
        .rotate(x=-90)
        .move(y=h + 0.012, z=cz)
    )
    d.add("seat", seat, "seat")
    hinge = cz - 0.97 * b
    d.add(
        "hinges",
        union(sphere(0.022), cylinder(0.014, 0.05).rotate(z=90)).move(0.45 * w, h + 0.02, hinge).mirrored(),
        "metal",
    )
    if v.lid:
        flat = extrude(list(reversed(ring_of)), 0.022, bevel=0.008).rotate(x=-90).move(z=1.03 * b)
        d.add(
            "lid",
            flat.rotate(x=-97 if v.open else 0).move(
                y=h + (0.01 if v.open else 0.034), z=hinge - (0.0 if v.open else 0.06 * b)
            ),
            "seat",
        )
    top = h
    if True:
        low = v.cistern == "low"
        y0 = 0.95 * h if low else 1.5
        th = v.tank_height if low else 0.3
        outline = rounded_rectangle(2.12 * w, tank, 0.05)
        shell = loft(
            [([(0.93 * x, 0.92 * z) for x, z in outline], (0, y0, 0)), (outline, (0, y0 + th, 0))], smooth=False
        )
        d.add("cistern", shell.move(z=back + tank / 2), "ceramic", group="cistern")
        cover = extrude(rounded_rectangle(2.2 * w, tank + 0.02, 0.055), 0.04, bevel=0.012).rotate(x=-90)
        top = y0 + th + 0.035
        d.add("cistern_lid", cover.move(y=y0 + th + 0.014, z=back + tank / 2), "ceramic", group="cistern")
        face = back + tank
        if not low:
            d.add("pipe", rod((0, 0.9 * h, back + 0.05), (0, y0 + 0.02, back + 0.05), radius=0.022), "metal")
            d.add("brackets", box(0.03, 0.14, 0.14, 0.008).move(0.7 * w, y0 - 0.05, back + 0.08).mirrored(), "metal")
            chain = rod(
                (0.8 * w, y0 + 0.2, face - 0.02),
                (0.8 * w, y0 + 0.2, face + 0.06),
                (0.8 * w, 0.95, face + 0.06),
                radius=0.008,
                smooth=False,
            )
            d.add("chain", union(chain, sphere(0.022, 0.05, 0.022).move(0.8 * w, 0.93, face + 0.06)), "metal")
        elif v.lever:
            arm = rod((0, 0, -0.02), (0, 0, 0.02), (-0.09, -0.012, 0.026), radius=0.011, smooth=False, round_ends=True)
            d.add(
                "lever",
                union(arm, cylinder(0.024, 0.03, bevel=0.004).rotate(x=90)).move(-0.62 * w + 0.1, y0 + 0.8 * th, face),
                "metal",
            )
        else:
            d.add("button", cylinder(0.034, 0.02, bevel=0.005).move(y=top, z=back + tank / 2), "metal")
        if v.roll:
            roll = union(torus(0.038, 0.022).scale(1, 2.3, 1), cylinder(0.045, 0.098))
            d.add("roll", roll.move(0.55 * w, top + 0.045, back + tank / 2), "paper")
    d.add("bolts", sphere(0.014).move(w * (f + 0.06), 0.03, cz - 0.1 * b).mirrored(), "metal")
    d.point("top", (0, top, back + 0.1), size=0.3)
    d.point("seat", (0, h + 0.02, cz), size=v.width)
    return d
