"""Sofas and armchairs."""

from __future__ import annotations

from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.upholstery import ARMS, padded_seat

COVERS = (
    "fabric:#5b7386",
    "fabric:#a4493a",
    "leather",
    "velvet:#2f5d50",
    "fabric:#b9a888",
    "velvet:#6d2f4a",
    "fabric:#4a4d55",
)
SOFTS = ("fabric:#d8ccb4", "fabric:#c4b494", "fabric:#6d7177", "leather:#8a5a35")


@family(
    "sofa",
    "furniture",
    nouns={
        "couch": {},
        "settee": {},
        "loveseat": {"cushions": 2, "width": 1.5},
        "love seat": {"cushions": 2, "width": 1.5},
        "chesterfield": {"arms": "rolled", "back": "tufted", "arm_height": 0.75},
        "sectional": {"chaise": True, "cushions": 3},
        "corner sofa": {"chaise": True, "cushions": 3},
        "futon": {},
        "divan": {},
        "lounge": {"chaise": True},
    },
    parameters=(
        Real("width", 2.0, 1.4, 2.6),
        Real("depth", 0.9, 0.8, 1.0),
        Real("height", 0.82, 0.72, 0.95),
        Real("seat_height", 0.44, 0.4, 0.48),
        Real("arm_width", 0.18, 0.12, 0.26),
        Real("arm_height", 0.62, 0.54, 0.72),
        Whole("cushions", 3, 1, 4),
        Choice("arms", ARMS),
        Choice("back", ("cushions", "tight", "tufted")),
        Choice("leg", ("tapered", "square", "bun")),
        Real("leg_height", 0.11, 0.06, 0.17),
        Flag("pillows", 0.55),
        Flag("chaise", 0.18),
        Flag("skirt", 0.12),
        Flag("two_tone", 0.25, about="cushions in a colour of their own"),
    ),
    slots={
        "fabric": COVERS,
        "seat": SOFTS,
        "pillow": ("fabric:#d8a13a", "fabric:#efe8da", "fabric:#b5443a", "fabric:#3d6b7d"),
        "frame": ("walnut", "oak", "gunmetal"),
    },
    words={
        "cushion": {"two_tone": True},
        "cushions": {"two_tone": True},
        "pillows": {"pillows": True},
        "pillow": {"pillows": True},
        "chaise": {"chaise": True},
        "tufted": {"back": "tufted"},
        "skirt": {"skirt": True},
        "rolled": {"arms": "rolled"},
    },
    paints={
        "legs": "frame",
        "leg": "frame",
        "cushion": "seat",
        "cushions": "seat",
        "pillows": "pillow",
        "armrests": "fabric",
        "back": "fabric",
        "upholstery": "fabric",
        "feet": "frame",
    },
    height=(0.65, 1.05),
)
def sofa(v: Values) -> Draft:
    """Base, arms, back and a row of cushions; all in one cloth unless told."""
    n = min(v.cushions, max(1, int((v.width - 2 * v.arm_width) / 0.5)))
    d = Draft(extent=v.width)
    padded_seat(
        d,
        width=v.width,
        depth=v.depth,
        seat=v.seat_height,
        back=v.height,
        arms=v.arms,
        arm=min(v.arm_width, 0.2 * v.width),
        arm_height=min(v.arm_height, v.height - 0.06),
        legs=v.leg,
        leg_height=v.leg_height,
        cushions=n,
        back_style=v.back,
        pillows=2 + (v.seed % 2) if v.pillows else 0,
        chaise=v.chaise and n > 1,
        skirt=v.skirt,
        soft="seat" if v.two_tone else "fabric",
    )
    d.point("seat", (0, v.seat_height, 0.05), size=v.width)
    d.point("top", (0, v.seat_height, 0.1), size=v.width - 2 * v.arm_width)
    return d


@family(
    "armchair",
    "furniture",
    nouns={
        "easy chair": {},
        "club chair": {"arms": "round"},
        "wing chair": {"back": "wings"},
        "wingback chair": {"back": "wings"},
        "lounge chair": {},
        "recliner": {"footrest": True},
        "fireside chair": {"back": "wings"},
    },
    parameters=(
        Real("width", 0.84, 0.72, 1.0),
        Real("depth", 0.84, 0.76, 0.95),
        Real("height", 0.9, 0.78, 1.1),
        Real("seat_height", 0.43, 0.39, 0.48),
        Real("arm_width", 0.15, 0.1, 0.22),
        Real("arm_height", 0.62, 0.55, 0.7),
        Choice("arms", ARMS),
        Choice("back", ("cushions", "wings", "tight", "tufted")),
        Choice("leg", ("tapered", "square", "bun", "turned")),
        Real("leg_height", 0.13, 0.07, 0.18),
        Flag("pillow", 0.35),
        Flag("skirt", 0.1),
        Flag("footrest", 0.12),
        Flag("two_tone", 0.25, about="cushions in a colour of their own"),
    ),
    slots={
        "fabric": COVERS,
        "seat": SOFTS,
        "pillow": ("fabric:#d8a13a", "fabric:#efe8da", "fabric:#b5443a", "fabric:#3d6b7d"),
        "frame": ("walnut", "oak", "gunmetal"),
    },
    words={
        "cushion": {"two_tone": True},
        "cushions": {"two_tone": True},
        "pillow": {"pillow": True},
        "wings": {"back": "wings"},
        "tufted": {"back": "tufted"},
        "skirt": {"skirt": True},
        "footrest": {"footrest": True},
        "ottoman": {"footrest": True},
        "rolled": {"arms": "rolled"},
    },
    paints={
        "legs": "frame",
        "leg": "frame",
        "cushion": "seat",
        "armrests": "fabric",
        "back": "fabric",
        "upholstery": "fabric",
        "feet": "frame",
        "footrest": "seat",
    },
    height=(0.7, 1.25),
)
def armchair(v: Values) -> Draft:
    """A sofa for one; its back may have wings."""
    d = Draft(extent=max(v.height, v.width))
    back = v.height + (0.12 if v.back == "wings" else 0.0)
    padded_seat(
        d,
        width=v.width,
        depth=v.depth,
        seat=v.seat_height,
        back=back,
        arms=v.arms,
        arm=min(v.arm_width, 0.2 * v.width),
        arm_height=v.arm_height,
        legs=v.leg,
        leg_height=v.leg_height,
        cushions=1,
        back_style=v.back,
        pillows=1 if v.pillow else 0,
        skirt=v.skirt,
        pillow_turn=4.0,
        soft="seat" if v.two_tone else "fabric",
    )
    if v.footrest:
        wide, z = v.width - 2 * min(v.arm_width, 0.2 * v.width), v.depth / 2 + 0.16
        d.add(
            "footrest",
            cushion(wide - 0.01, 0.1, 0.34, 0.05).rotate(x=12).move(y=v.seat_height - 0.12, z=z),
            "seat" if v.two_tone else "fabric",
        )
    d.point("seat", (0, v.seat_height, 0.05), size=v.width)
    d.point("top", (0, v.seat_height, 0.1), size=v.width - 2 * v.arm_width)
    return d
