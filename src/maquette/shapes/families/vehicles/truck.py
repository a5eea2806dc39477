"""Trucks (lorries)."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.wheels import add_wheel


@family(
    "truck",
    "vehicle",
    nouns={
        "lorry": {},
        "box truck": {"load": "box"},
        "dump truck": {"load": "dump"},
        "tipper": {"load": "dump"},
        "tanker": {"load": "tank"},
        "tank truck": {"load": "tank"},
        "flatbed": {"load": "flat"},
        "flatbed truck": {"load": "flat"},
        "fire truck": {"load": "fire"},
        "fire engine": {"load": "fire"},
        "garbage truck": {"load": "dump"},
        "semi": {"load": "box", "length": 10.5, "cab": "long"},
        "semi truck": {"load": "box", "length": 10.5, "cab": "long"},
        "trailer truck": {"load": "box", "length": 10.5},
        "log truck": {"load": "logs"},
        "logging truck": {"load": "logs"},
    },
    parameters=(
        Choice("load", ("box", "dump", "tank", "flat", "logs", "fire")),
        Choice("cab", ("flat", "long")),
        Real("length", 7.5, 6.2, 11),
        Real("width", 2.4, 2.2, 2.5),
        Real("height", 2.7, 2.5, 3.0, about="of the cab"),
        Real("wheel_radius", 0.5, 0.44, 0.56),
        Whole("axles", 3, 2, 4),
        Flag("exhausts", 0.6),
        Flag("beacons", 0.4),
        Flag("bull_bar", 0.3),
        Whole("lamps", 2, 2, 4),
    ),
    slots={
        "cab": (
            "car paint:#c2322b",
            "car paint:#2765a8",
            "car paint:#e2a52f",
            "car paint:#3b7d4c",
            "car paint:#e4e4e0",
        ),
        "load": ("paint:#dfe1e2", "paint:#e0a52e", "paint:#7e8890", "paint:#b23a2e"),
        "glass": ("dark glass",),
        "tyre": ("rubber",),
        "rim": ("chrome", "aluminium", "gunmetal"),
        "trim": ("plastic:#24272b", "gunmetal"),
        "bright": ("chrome",),
        "headlight": ("glow:#fff6d8",),
        "taillight": ("glow:#d81818",),
        "beacon": ("glow:#ff9a1e", "glow:#2a6bff"),
        "wood": ("wood",),
    },
    words={
        "exhaust": {"exhausts": True},
        "exhaust pipes": {"exhausts": True},
        "beacon": {"beacons": True},
        "tank": {"load": "tank"},
        "box": {"load": "box"},
        "logs": {"load": "logs"},
        "ladder": {"load": "fire"},
        "container": {"load": "box"},
    },
    paints={
        "body": "cab",
        "wheels": "rim",
        "wheel": "rim",
        "tyres": "tyre",
        "container": "load",
        "trailer": "load",
        "box": "load",
        "bed": "load",
        "windows": "glass",
        "lights": "headlight",
        "headlights": "headlight",
        "bumper": "trim",
        "ladder": "bright",
        "logs": "wood",
    },
    height=(2.3, 4.2),
)
def truck(v: Values) -> Draft:
    """A cab over or behind the engine, a frame on axles, and what it carries."""
    length, w, r, h = v.length, v.width / 2, v.wheel_radius, v.height
    d = Draft(extent=length)
    z0, z1 = -length / 2, length / 2
    nose = 1.3 if v.cab == "long" else 0.0
    cab_back = z1 - nose - 1.75
    low = 0.55
    roof = h
    outline = [
        (cab_back, low),
        (cab_back, roof - 0.12),
        (cab_back + 0.15, roof),
        (z1 - nose - 0.5, roof),
        (z1 - nose - 0.3, roof - 0.12),
        (z1 - nose - 0.02, 1.6),
    ]
    outline += [(z1 - 0.15, 1.5), (z1, 1.3), (z1, low)] if nose else [(z1, 1.4), (z1, low)]
    front = z1 - 0.85 - (0.1 if nose else 0.15)
    cut = cylinder(1.18 * r, 9).rotate(z=90).move(y=r, z=front)
    shell = across(outline, 2 * w - (0.1 if nose else 0), 0.1)
    d.add("cab", shell - cut, "cab")
    fenders = (
        cylinder(1.3 * r, 2 * w + 0.04).rotate(z=90)
        - cylinder(1.16 * r, 9).rotate(z=90)
        - box(9, 4, 9).move(y=-2 - 0.1)
    ).move(y=r, z=front) - box(2 * w - 0.8, 9, 9).move(z=front)
    d.add("fenders", fenders, "cab")
    skin = shell.scale(1.012, 1, 1)
    belt, head, zf = 1.7, roof - 0.3, z1 - nose
    side = across([(cab_back + 0.45, belt), (zf - 0.22, belt), (zf - 0.46, head), (cab_back + 0.45, head)], 9, 0.02)
    d.add("windows", (skin & side) - box(2 * w - 0.22, 9, 30), "glass")
    pane = extrude(
        [(-0.85 * w, belt - 0.02), (0.85 * w, belt - 0.02), (0.82 * w, head + 0.06), (-0.82 * w, head + 0.06)], 1.2
    ).move(z=zf + 0.1)
    d.add("windscreen", shell.move(z=0.02) & pane & box(9, 9, 2).move(z=zf + 0.5), "glass")
    d.add(
        "chassis",
        union(box(0.9, 0.3, length - 0.6).move(y=0.75), box(2 * w - 0.7, 0.35, 2.2).move(y=0.7, z=cab_back + 1.3)),
        "trim",
    )
    rear = [z0 + 0.9 + i * 2.25 * r for i in range(v.axles - 1)]
    for i, z in enumerate([front, *rear]):
        for s, where in ((1, "left"), (-1, "right")):
            add_wheel(d, f"wheel_{i + 1}_{where}", (s * (w - 0.19), r, z), r, 0.34, spokes=6)
    d.add(
        "axles",
        union(
            *(
                cylinder(0.09, 2 * w - 0.5).rotate(z=90).move(y=r, z=z) + box(0.5, 0.3, 0.2).move(y=r + 0.1, z=z)
                for z in (front, *rear)
            )
        ),
        "trim",
    )
    lamp = cylinder(0.13, 0.14, bevel=0.03).rotate(x=90)
    lamps = [lamp.move(x=x * w, y=1.0, z=z1 + 0.01).mirrored() for x in ((0.72,) if v.lamps < 4 else (0.76, 0.5))]
    d.add("headlights", union(*lamps), "headlight")
    slats = union(
        box(1.0 * w if v.lamps < 4 else 0.7 * w, 0.42, 0.08, 0.02).move(y=1.05, z=z1 + 0.0),
        box(0.9 * w if v.lamps < 4 else 0.62 * w, 0.035, 0.05).move(y=0.9, z=z1 + 0.04).repeat(4, y=0.1),
    )
    d.add("grille", slats, "bright")
    d.add(
        "bumper", box(2 * w + 0.04, 0.3, 0.3, 0.08).move(y=0.62, z=z1 - 0.08), "bright" if v.cab == "long" else "trim"
    )
    arm = union(box(0.08, 0.5, 0.22, 0.03).move(x=w + 0.16, y=0.1), box(0.36, 0.05, 0.06).move(x=w, y=0.3))
    d.add("mirrors", arm.move(y=belt + 0.15, z=zf - 0.28).mirrored(), "trim")
    d.add("steps", box(0.3, 0.14, 0.7, 0.03).move(x=w - 0.16, y=0.5, z=cab_back + 0.35).mirrored(), "trim")
    d.add("taillights", box(0.3, 0.14, 0.1, 0.02).move(x=0.68 * w, y=0.86, z=z0 + 0.02).mirrored(), "taillight")
    if v.exhausts:
        pipe = lathe([(0.08, 0.7), (0.08, 1.2), (0.13, 1.3), (0.13, 2.0), (0.08, 2.1), (0.08, roof + 0.25)]).move(
            x=w - 0.3, z=cab_back - 0.1
        )
        d.add(
            "exhausts",
            union(
                pipe.mirrored(),
                box(2 * w - 0.6, 0.1, 0.16).move(y=0.78, z=cab_back - 0.1),
                box(2 * w - 0.6, 0.06, 0.2).move(y=1.6, z=cab_back - 0.03),
            ),
            "bright",
        )
    if v.beacons:
        d.add(
            "beacons",
            cylinder(0.1, 0.22, 0.08, bevel=0.03).move(x=0.6 * w, y=roof + 0.07, z=cab_back + 0.5).mirrored(),
            "beacon",
        )
    if v.bull_bar:
        bars = union(
            box(0.07, 0.9, 0.07, 0.02).move(x=0.45 * w, y=1.0, z=z1 + 0.22).mirrored(),
            box(1.3 * w, 0.07, 0.07, 0.02).move(y=1.35, z=z1 + 0.22),
            box(0.9 * w, 0.07, 0.35).move(y=0.65, z=z1 + 0.1),
        )
        d.add("bull_bar", bars, "bright")
    _load(d, v, z0, cab_back - 0.25, w)
    d.point("top", (0, roof, cab_back + 0.8), size=w)
    d.point("seat", (0.5, 1.3, cab_back + 0.5))
    d.point("back", (0, 1.2, (z0 + cab_back) / 2), size=2 * w)
    return d


def _load(d: Draft, v: Values, z0: float, z1: float, w: float) -> None:
    long, mid, floor = z1 - z0, (z0 + z1) / 2, 1.0
    bed = box(2 * w, 0.2, long, 0.03).move(y=floor, z=mid)
    d.add("bed", bed, "trim" if v.load != "flat" else "wood")
    if v.load == "box":
        tall = v.height + 0.75 - floor
        d.add("container", box(2 * w, tall, long, 0.05).move(y=floor + 0.05 + tall / 2, z=mid), "load")
        n = max(3, int(long / 0.7))
        ribs = (
            box(0.06, tall - 0.3, 0.08)
            .move(x=w, y=floor + 0.05 + tall / 2, z=z0 + 0.5 * long / n)
            .repeat(n, z=long / n)
            .mirrored()
        )
        doors = (
            box(0.94 * w, tall - 0.2, 0.06, 0.02).move(x=0.49 * w, y=floor + 0.06 + tall / 2, z=z0 - 0.01).mirrored()
        )
        d.add(
            "ribs",
            union(ribs, doors, box(0.06, tall - 0.4, 0.06).move(x=0.12, y=floor + tall / 2, z=z0 - 0.05).mirrored()),
            "load",
        )
    elif v.load == "dump":
        outer = across(
            [(z0 - 0.1, floor + 0.2), (z0 - 0.25, floor + 1.15), (z1 + 0.1, floor + 1.25), (z1, floor)], 2 * w, 0.03
        )
        d.add("tipper", outer - box(2 * w - 0.2, 3, long - 0.3).move(y=floor + 1.7, z=mid - 0.05), "load")
        n = max(3, int(long / 0.8))
        d.add(
            "ribs",
            box(0.12, 0.95, 0.12, 0.02)
            .move(x=w, y=floor + 0.66, z=z0 + 0.3)
            .repeat(n, z=(long - 0.6) / (n - 1))
            .mirrored(),
            "load",
        )
        d.add("canopy", box(2 * w, 0.08, 1.1, 0.02).move(y=floor + 1.24, z=z1 + 0.2), "load")
    elif v.load == "tank":
        r = 0.78 * w
        barrel = cylinder(r, long - 0.2, bevel=0.3).rotate(x=90).scale(1.15, 1, 1).move(y=floor + r + 0.02, z=mid)
        d.add("tank", barrel, "load")
        hoops = (cylinder(r + 0.03, 0.1).rotate(x=90).scale(1.15, 1, 1).move(y=floor + r + 0.02, z=z0 + 0.6)).repeat(
            3, z=(long - 1.2) / 2
        )
        d.add(
            "bands",
            union(
                hoops,
                cylinder(0.28, 0.24, bevel=0.04)
                .move(y=floor + 2 * r + 0.05, z=mid - 0.2 * long)
                .repeat(2, z=0.4 * long),
            ),
            "bright",
        )
    elif v.load == "logs":
        for i, (x, y) in enumerate(
            (
                (-0.66, 0),
                (-0.22, 0),
                (0.22, 0),
                (0.66, 0),
                (-0.44, 0.37),
                (0, 0.37),
                (0.44, 0.37),
                (-0.22, 0.74),
                (0.22, 0.74),
            )
        ):
            d.add(
                f"log_{i + 1}",
                cylinder(0.236 * w, long - 0.1 - 0.1 * (i % 3), bevel=0.02)
                .rotate(x=90)
                .move(x=x * w, y=floor + 0.09 + 0.22 * w + y * w, z=mid),
                "wood",
                group="logs",
            )
        d.add(
            "stakes",
            box(0.1, 1.3, 0.12, 0.02)
            .move(x=w - 0.05, y=floor + 0.62, z=z0 + 0.4)
            .repeat(3, z=(long - 0.8) / 2)
            .mirrored(),
            "trim",
        )
    elif v.load == "fire":
        d.add("body", box(2 * w, 1.45, long, 0.08).move(y=floor + 0.75, z=mid), "cab")
        n = max(2, int(long / 1.3))
        d.add(
            "lockers",
            box(2 * w + 0.05, 0.85, long / n - 0.2, 0.03)
            .move(y=floor + 0.65, z=z0 + 0.5 * long / n)
            .repeat(n, z=long / n),
            "bright",
        )
        rails = box(0.08, 0.12, long + 1.2).move(x=0.32).mirrored()
        ladder = union(
            rails, cylinder(0.035, 0.66).rotate(z=90).move(z=-long / 2 - 0.4).repeat(int(long / 0.4) + 2, z=0.4)
        )
        d.add(
            "ladder",
            union(
                ladder.rotate(x=-4).move(y=floor + 1.72, z=mid + 0.3),
                box(0.9, 0.3, 0.7).move(y=floor + 1.55, z=z0 + 0.9),
                box(0.9, 0.34, 0.3).move(y=floor + 1.55, z=z1 - 0.4),
            ),
            "bright",
        )
    else:
        d.add(
            "rails",
            union(
                box(0.08, 0.3, long).move(x=w - 0.04, y=floor + 0.2).mirrored().move(z=mid),
                box(2 * w, 1.0, 0.1, 0.02).move(y=floor + 0.5, z=z1 - 0.05),
            ),
            "load",
        )
