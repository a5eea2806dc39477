"""Vans and buses: one box-like body seen from the side, with windows along it."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, intersection, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.wheels import add_wheel

PAINTS = {
    "wheel": "rim",
    "wheels": "rim",
    "rims": "rim",
    "tyres": "tyre",
    "tires": "tyre",
    "window": "glass",
    "lights": "headlight",
    "headlights": "headlight",
    "bumper": "trim",
    "stripes": "stripe",
    "roof": "roof",
}
SLOTS = {
    "glass": ("dark glass",),
    "tyre": ("rubber",),
    "rim": ("aluminium", "chrome", "gunmetal"),
    "trim": ("plastic:#202226",),
    "headlight": ("glow:#fff6d8",),
    "taillight": ("glow:#d81818",),
}


def add_lamps(d: Draft, w: float, y: float, front: float, back: float, size: float) -> None:
    """Head and tail lamps at both corners of the front and the back."""
    d.add("headlights", sphere(size, 0.75 * size, 0.5 * size).move(x=w, y=y, z=front).mirrored(), "headlight")
    d.add(
        "taillights",
        box(size, 2.4 * size, size, 0.2 * size).move(x=1.04 * w, y=y + size, z=back).mirrored(),
        "taillight",
    )


def coach(d: Draft, outline: list[tuple[float, float]], width: float, bevel: float, arches: list[Node]) -> Node:
    """The body: a bevelled side outline with holes for the wheels; returns it without them, for what is laid on it."""
    whole = across(outline, width, bevel)
    shell = whole
    for arch in arches:
        shell = shell - arch
    d.add("body", shell, "body")
    return whole


def arch(r: float, z: float, width: float, depth: float) -> Node:
    """What a pair of wheel houses cuts away."""
    return cylinder(1.14 * r, depth).rotate(z=90).move(x=width / 2, y=r, z=z).mirrored()


@family(
    "van",
    "vehicle",
    nouns={
        "minivan": {"roof": "low", "windows": 3},
        "camper": {"windows": 3, "roof_rack": True},
        "camper van": {"windows": 3, "roof_rack": True},
        "delivery van": {"windows": 1},
        "ambulance": {"windows": 2, "sirens": True, "stripes": True, "roof": "high"},
        "minibus": {"windows": 4},
        "campervan": {"windows": 3, "roof_rack": True},
        "ice cream van": {"windows": 2, "stripes": True},
    },
    parameters=(
        Real("length", 5.0, 4.4, 6.0),
        Real("width", 2.0, 1.85, 2.15),
        Real("height", 2.1, 1.9, 2.4),
        Real("wheel_radius", 0.36, 0.33, 0.4),
        Whole("windows", 1, 1, 4, about="on each side"),
        Choice("roof", ("low", "high")),
        Choice("nose", ("short", "flat", "long")),
        Whole("spokes", 6, 5, 10),
        Flag("stripes", 0.4),
        Flag("sirens", 0.08),
        Flag("roof_rack", 0.25),
    ),
    slots={
        "body": (
            "car paint:#e9e9e6",
            "car paint:#2f6db0",
            "car paint:#c7402f",
            "car paint:#3d7d5a",
            "car paint:#e5b13a",
        ),
        **SLOTS,
        "stripe": ("paint:#c7302b", "paint:#2a4f8f", "paint:#e8e4d8"),
        "siren": ("glow:#2a6bff",),
    },
    words={
        "stripes": {"stripes": True},
        "stripe": {"stripes": True},
        "siren": {"sirens": True},
        "rack": {"roof_rack": True},
    },
    paints={**PAINTS, "roof": "body"},
    height=(1.7, 3.0),
)
def van(v: Values) -> Draft:
    """A tall body with a sloping nose."""
    length, w, r = v.length, v.width / 2, v.wheel_radius
    h = v.height + (0.3 if v.roof == "high" else 0.0)
    d = Draft(extent=length)
    z0, z1, low = -length / 2, length / 2, 0.3
    hood = {"short": 0.14, "flat": 0.035, "long": 0.2}[v.nose] * length
    belt, bonnet = 1.15, 1.0 if v.nose != "flat" else 1.08
    rake = 0.55 if v.nose != "flat" else 0.25
    outline = [
        (z0 + 0.03, low + 0.1),
        (z0, low + 0.3),
        (z0 + 0.02, h - 0.25),
        (z0 + 0.12, h - 0.03),
        (z0 + 0.4, h),
        (z1 - hood - rake - 0.15, h),
        (z1 - hood - rake + 0.05, h - 0.06),
        (z1 - hood, belt),
        (z1 - 0.06, bonnet - 0.12),
        (z1, low + 0.35),
        (z1 - 0.04, low + 0.05),
        (z1 - 0.2, low),
    ]
    axles = (0.32 * length, -0.3 * length)
    whole = coach(d, outline, 2 * w, 0.12, [arch(r, z, 2 * w, 0.7) for z in axles])
    skin = whole.scale(1.008, 1.0, 1.0)
    ends = whole.move(z=0.012) + whole.move(z=-0.012)
    lower, upper = belt + 0.05, v.height - 0.26
    cab = z1 - hood - rake
    panes = [across([(cab - 0.75, lower), (cab + rake - 0.12, lower), (cab - 0.02, upper), (cab - 0.75, upper)], 3)]
    room = cab - 0.9 - (z0 + 0.15)
    for i in range(v.windows - 1):
        step = room / (v.windows - 1)
        panes.append(
            box(3, upper - lower, step - 0.14, 0.08).move(y=(lower + upper) / 2, z=cab - 0.85 - step * (i + 0.5))
        )
    d.add("windows", intersection(skin, union(*panes)) - box(2 * w - 0.12, 9, 20), "glass")
    front = extrude(
        [(-0.88 * w, lower), (0.88 * w, lower), (0.84 * w, v.height - 0.2), (-0.84 * w, v.height - 0.2)], 2
    ).move(z=cab + 0.9)
    d.add("windscreen", intersection(ends, front) - box(9, 9, 20).move(z=cab - 9.85 - 0.3), "glass")
    d.add(
        "rear_window",
        intersection(ends, box(1.5 * w, upper - lower, 0.4, 0.08).move(y=(lower + upper) / 2, z=z0)),
        "glass",
    )
    for name, z in (("front", axles[0]), ("rear", axles[1])):
        for s, where in ((1, "left"), (-1, "right")):
            add_wheel(d, f"wheel_{name}_{where}", (s * (w - 0.15), r, z), r, 0.25, spokes=v.spokes)
    d.add("underbody", box(2 * w - 0.42, 0.3, length - 0.5).move(y=low + 0.1), "trim")
    add_lamps(d, 0.74 * w, 0.82, z1 - 0.04, z0 + 0.02, 0.13)
    bumper = box(2 * w + 0.02, 0.22, 0.3, 0.06)
    grille = box(1.0 * w, 0.16, 0.12, 0.03).move(y=0.8, z=z1 - 0.03)
    d.add(
        "bumpers", union(bumper.move(y=low + 0.14, z=z1 - 0.1), bumper.move(y=low + 0.16, z=z0 + 0.12), grille), "trim"
    )
    d.add(
        "mirrors",
        union(box(0.1, 0.26, 0.14, 0.03).move(x=w + 0.12, y=belt + 0.2), box(0.3, 0.05, 0.06).move(x=w, y=belt + 0.08))
        .move(z=cab + 0.05)
        .mirrored(),
        "trim",
    )
    seams = box(3, h - 0.7, 0.022).move(y=h / 2 + 0.1, z=cab - 0.82) + box(3, h - 0.7, 0.022).move(
        y=h / 2 + 0.1, z=cab - 0.82 - min(1.2, 0.5 * room)
    )
    d.add(
        "side_trim",
        (skin & (seams + box(3, 0.08, 0.58 * length - 2.4 * r).move(y=low + 0.35, z=0.01 * length)))
        - box(2 * w - 0.1, 9, 20),
        "trim",
    )
    if v.stripes:
        d.add("stripes", (skin & box(3, 0.16, length - 0.3).move(y=belt - 0.14)) - box(2 * w - 0.1, 9, 20), "stripe")
    if v.sirens:
        d.add("siren", box(1.2, 0.16, 0.28, 0.05).move(y=h + 0.06, z=cab - 0.4), "siren")
    if v.roof_rack:
        rails = box(0.05, 0.16, 0.5 * length).move(x=0.7 * w, y=h + 0.05, z=-0.12 * length).mirrored()
        d.add(
            "roof_rack",
            union(rails, box(1.45 * w, 0.04, 0.07).move(y=h + 0.1, z=-0.34 * length).repeat(5, z=0.11 * length)),
            "trim",
        )
    d.point("top", (0, h, -0.1 * length), size=w)
    d.point("seat", (0.4, 0.9, cab - 0.2))
    return d


@family(
    "bus",
    "vehicle",
    nouns={
        "coach": {"kind": "coach"},
        "school bus": {"kind": "school"},
        "double decker": {"kind": "double-decker"},
        "double-decker bus": {"kind": "double-decker"},
        "double decker bus": {"kind": "double-decker"},
        "city bus": {"kind": "city"},
        "tram": {"kind": "city", "sign": True},
        "trolleybus": {"kind": "city"},
    },
    parameters=(
        Choice("kind", ("city", "coach", "double-decker", "school")),
        Real("length", 10.5, 8.5, 12.5),
        Real("width", 2.5, 2.35, 2.6),
        Real("height", 3.0, 2.8, 3.3),
        Real("wheel_radius", 0.5, 0.45, 0.55),
        Whole("windows", 6, 4, 9, about="on each side"),
        Whole("doors", 2, 1, 3),
        Whole("axles", 2, 2, 3),
        Flag("stripes", 0.5),
        Flag("sign", 0.7),
        Flag("vents", 0.7),
    ),
    slots={
        "body": (
            "car paint:#c9302a",
            "car paint:#2a66a8",
            "car paint:#3f9457",
            "car paint:#e8a92c",
            "car paint:#e6e4de",
        ),
        **SLOTS,
        "stripe": ("paint:#f0ede4", "paint:#222a36"),
        "sign": ("glow:#ffb43a",),
        "roof": ("paint:#e9e8e2", "paint:#c8ccd0"),
    },
    words={"stripes": {"stripes": True}, "sign": {"sign": True}, "school": {"kind": "school"}},
    paints={**PAINTS, "door": "glass", "doors": "glass"},
    height=(2.6, 5.4),
)
def bus(v: Values) -> Draft:
    """A long box with rows of windows; doors on its right side."""
    length, w, r = v.length, v.width / 2, v.wheel_radius
    double = v.kind == "double-decker"
    h = v.height + (1.5 if double else 0.0)
    d = Draft(extent=length)
    z0, z1, low = -length / 2, length / 2, 0.32
    hood = 1.3 if v.kind == "school" else 0.0
    outline = [
        (z0, low),
        (z0 - 0.02, h - 0.4),
        (z0 + 0.25, h),
        (z1 - hood - 0.4, h),
        (z1 - hood - 0.06, h - 0.35),
        (z1 - hood, 1.35),
    ]
    outline += [(z1 - 0.12, 1.3), (z1, 1.1), (z1, low)] if hood else [(z1 + 0.04, low + 0.35), (z1, low)]
    axles = [z1 - 1.0 - (0.0 if hood else 1.2), z0 + 2.2] + ([z0 + 2.2 + 2.3 * r] if v.axles > 2 else [])
    whole = coach(d, outline, 2 * w, 0.14, [arch(r, z, 2 * w, 0.9) for z in axles])
    skin, ends = whole.scale(1.01, 1.0, 1.0), whole.move(z=0.02) + whole.move(z=-0.02)
    core = box(2 * w - 0.14, 9, 30)
    start, end = z0 + 0.35, z1 - hood - 0.4
    step = (end - start) / v.windows
    rows = [(1.35, min(v.height - 0.42, 2.5))] + ([(2.95, h - 0.45)] if double else [])
    panes = [
        box(4, top - bottom, step - 0.13, 0.09).move(y=(top + bottom) / 2, z=start + step * (i + 0.5))
        for bottom, top in rows
        for i in range(v.windows)
    ]
    d.add("windows", (skin & union(*panes)) - core, "glass")
    glass = [box(1.82 * w, (2.45 if v.kind != "coach" else 2.6) - 1.35, 1.2, 0.1).move(y=1.9, z=z1 - hood)] + (
        [box(1.82 * w, h - 3.4, 1.2, 0.1).move(y=(h + 2.5) / 2, z=z1)] if double else []
    )
    d.add("windscreen", ends & union(*glass), "glass")
    d.add("rear_window", ends & box(1.6 * w, 0.75, 0.4, 0.1).move(y=1.95, z=z0), "glass")
    for i in range(v.doors):
        z = (
            z1 - hood - 0.72
            if i == 0 and not hood
            else axles[-1] + 1.6
            if i == 1
            else z1 - hood - 0.75
            if i == 0
            else axles[0] - 1.6
        )
        leaf = box(0.06, 1.9, 0.5, 0.02)
        d.add(
            f"door_{i + 1}",
            union(leaf.move(z=-0.26), leaf.move(z=0.26)).move(x=-w - 0.01, y=low + 1.05, z=z),
            "glass",
            group="doors",
        )
        d.add(
            f"door_frame_{i + 1}",
            box(0.06, 2.06, 1.16, 0.02).move(x=-w + 0.01, y=low + 1.05, z=z),
            "trim",
            group="doors",
        )
    for i, z in enumerate(axles):
        for s, where in ((1, "left"), (-1, "right")):
            add_wheel(d, f"wheel_{i + 1}_{where}", (s * (w - 0.19), r, z), r, 0.3, spokes=8)
    d.add("underbody", box(2 * w - 0.53, 0.4, length - 0.43).move(y=low + 0.23), "trim")
    add_lamps(d, 0.78 * w, 0.85, z1 + 0.0, z0 + 0.03, 0.15)
    bumper = box(2 * w + 0.04, 0.26, 0.4, 0.08)
    d.add(
        "bumpers",
        union(
            bumper.move(y=low + 0.12, z=z1 - 0.1),
            bumper.move(y=low + 0.12, z=z0 + 0.13),
            box(1.1 * w, 0.2, 0.2, 0.04).move(y=0.85, z=z1 - 0.02),
        ),
        "trim",
    )
    arm = union(
        box(0.07, 0.42, 0.2, 0.03).move(x=w + 0.2, y=2.06, z=0.16),
        box(0.3, 0.07, 0.07).move(x=w + 0.1, y=2.25, z=0.16),
        box(0.07, 0.07, 0.9).move(x=w - 0.02, y=2.25, z=-0.2),
    )
    d.add("mirrors", arm.move(z=z1 - hood - 0.05).mirrored(), "trim")
    d.add("roof", box(1.7 * w, 0.12, length - hood - 1.2, 0.05).move(y=h + 0.02, z=-hood / 2), "roof")
    if v.vents:
        d.add("vents", box(1.0, 0.22, 1.3, 0.06).move(y=h + 0.12, z=-0.3 * length).repeat(2, z=0.4 * length), "trim")
    if v.stripes:
        d.add(
            "stripes",
            ((skin & box(4, 0.2, length - 0.3).move(y=1.12)) - core)
            + (
                (skin & box(4, 0.12, length - 0.6).move(y=2.72)) - core
                if double
                else (skin & box(4, 0.06, length - 0.3).move(y=0.93)) - core
            ),
            "stripe",
        )
    if v.sign:
        y = h - 0.3 if not double else 2.72
        d.add("sign", ends & box(1.4 * w, 0.24, 1.2, 0.04).move(y=y, z=z1 - hood), "sign")
    d.point("top", (0, h + 0.06, 0), size=w)
    d.point("seat", (0.6, 1.0, end - 0.6))
    return d
