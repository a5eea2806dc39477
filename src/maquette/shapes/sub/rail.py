"""What runs on rails: wheels with flanges, buffers, and the bodies of diesel engines and express trains."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import across, along_z, oval
from maquette.shapes.sub.sidewise import axle, tube

GAUGE = 0.72
"""Half the distance between the rails, metres."""


def wheel(radius: float, spokes: int) -> Node:
    """A spoked railway wheel about X, its flange toward -X."""
    r = radius
    ring = lathe(
        [
            (0.84 * r, -0.07),
            (1.05 * r, -0.07),
            (1.05 * r, -0.035),
            (r, -0.02),
            (r, 0.07),
            (0.84 * r, 0.07),
            (0.84 * r, -0.07),
        ]
    )
    spoke = box(0.06, 0.8 * r, 0.1 * r, 0.01).move(y=0.46 * r).around(spokes, "x")
    hub = cylinder(0.2 * r, 0.2, bevel=0.02).rotate(z=90)
    return union(ring.rotate(z=-90), spoke, hub)


def wheel_pair(d: Draft, name: str, radius: float, y: float, z: float, spokes: int) -> None:
    one = wheel(radius, spokes).move(x=GAUGE)
    d.add(name, union(one.mirrored(), axle(0.09, 2 * GAUGE)).move(y=y + radius, z=z), "wheel", group="wheels")


def buffers(d: Draft, y: float, z: float, name: str) -> None:
    plate = box(2.3, 0.34, 0.14, 0.02).move(y=y)
    knobs = union(tube(0.07, 0, 0.3, y, 0.82), tube(0.2, 0.26, 0.33, y, 0.82, 0.02)).mirrored()
    d.add(
        f"buffers_{name}",
        (union(plate, knobs) if name == "front" else union(plate, knobs).mirror("z")).move(z=z),
        "wheel",
    )


def diesel(d: Draft, v: Values, base: float, nose: float) -> None:
    n, w, deck = v.length * 0.99, v.width, base + 1.1
    top = base + 0.96 * v.height
    h, rear = top - deck, nose - n
    d.add("frame", box(w, 0.3, n - 0.3, 0.04).move(y=deck, z=rear + n / 2), "boiler")
    if v.kind == "express":
        rows = [
            (rear + 0.1, 0.98, 0.0),
            (nose - 0.34 * n, 1.0, 0.0),
            (nose - 0.2 * n, 0.96, 0.06),
            (nose - 0.1 * n, 0.82, 0.2),
            (nose - 0.03 * n, 0.58, 0.34),
            (nose, 0.3, 0.42),
        ]
        rings = [(oval(w / 2 * k, h / 2 * k, deck + h / 2 - low * h * 0.75, 4.0, 28), z) for z, k, low in rows]
        d.add("body", along_z(rings), "body")
        pane = across(
            [
                (nose - 0.2 * n, 0.62 * h),
                (nose - 0.085 * n, 0.42 * h),
                (nose - 0.13 * n, 0.86 * h),
                (nose - 0.19 * n, 0.98 * h),
            ],
            0.62 * w,
            0.02,
        )
        skin = along_z(
            [
                (oval(w / 2 * k + 0.025, h / 2 * k + 0.025, deck + h / 2 - low * h * 0.75, 4.0, 28), z)
                for z, k, low in rows
            ]
        )
        d.add("windscreen", pane.move(y=deck) & skin, "glass")
        band = box(2 * w, 0.16 * h, 0.9 * n).move(y=deck + 0.2 * h, z=rear + 0.46 * n) & skin
        d.add("stripes", band, "stripe")
        lamp_y, lamp_z, lamp_x = deck + 0.14 * h, nose - 0.035 * n, 0.2 * w
        long, start = 0.62 * n, rear + 0.06 * n
    else:
        hood = box(0.72 * w, 0.78 * h, 0.7 * n, 0.1, 3).move(y=deck + 0.39 * h, z=rear + 0.36 * n)
        snout = box(0.74 * w, 0.56 * h, 0.16 * n, 0.12, 3).move(y=deck + 0.28 * h, z=nose - 0.11 * n)
        cab = box(0.96 * w, h, 0.16 * n, 0.1, 3).move(y=deck + h / 2, z=nose - 0.25 * n)
        d.add("body", union(hood, snout, cab), "body")
        z = nose - 0.17 * n
        panes = union(
            *(box(0.24 * w, 0.26 * h, 0.06, 0.02).move(s * 0.25 * w, deck + 0.76 * h, z - 0.01) for s in (1, -1))
        )
        sides = box(0.98 * w, 0.26 * h, 0.1 * n, 0.02).move(y=deck + 0.74 * h, z=nose - 0.25 * n)
        d.add("windscreen", union(panes, sides), "glass")
        d.add("stripes", box(0.735 * w, 0.1 * h, 0.68 * n).move(y=deck + 0.18 * h, z=rear + 0.37 * n), "stripe")
        grille = union(
            *(
                box(0.74 * w, 0.03 * h, 0.24 * n).move(y=deck + (0.34 + 0.07 * k) * h, z=rear + 0.2 * n)
                for k in range(5)
            )
        )
        d.add("grilles", grille, "boiler")
        fans = cylinder(0.24 * w, 0.16, bevel=0.03).move(y=deck + 0.79 * h, z=rear + 0.16 * n).repeat(3, z=0.16 * n)
        d.add("fans", fans, "steel")
        posts = [box(0.05, 0.9, 0.05).move(0.46 * w, deck + 0.5, rear + 0.1 * n + 0.58 * n * k / 5) for k in range(6)]
        rail = box(0.05, 0.05, 0.6 * n).move(0.46 * w, deck + 0.93, rear + 0.39 * n)
        d.add("handrails", union(*posts, rail).mirrored(), "trim")
        lamp_y, lamp_z, lamp_x = deck + 0.36 * h, nose - 0.03 * n, 0.22 * w
        long, start = 0.0, 0.0
    if long:
        step = long / v.windows
        one = box(w + 0.03, 0.24 * h, 0.72 * step, 0.04).move(y=deck + 0.66 * h, z=start + step / 2)
        d.add("windows", one.repeat(v.windows, z=step), "glass")
        d.add("roof_gear", box(0.5 * w, 0.3, 0.5 * n, 0.08).move(y=top, z=rear + 0.4 * n), "boiler")
    d.add("headlights", tube(0.13, -0.12, 0.1, lamp_y, lamp_x, 0.03).mirrored().move(z=lamp_z), "light")
    d.add("tank", box(0.8 * w, 0.6, 0.2 * n, 0.1).move(y=deck - 0.38, z=rear + n / 2), "boiler")
    for k, z in enumerate((rear + 0.22 * n, nose - 0.22 * n)):
        radius = min(0.52, 0.8 * v.wheel_radius)
        gap = 2.25 * radius
        for i in range(2 if v.axles < 3 else 3):
            at = z + (i - (0.5 if v.axles < 3 else 1)) * gap
            wheel_pair(d, f"wheel_{k + 1}_{i + 1}", radius, base, at, 9)
        truck = (
            box(0.16, 0.32, gap * (1.6 if v.axles < 3 else 2.6), 0.04)
            .move(GAUGE + 0.24, base + radius + 0.06, z)
            .mirrored()
        )
        d.add(
            f"bogie_{k + 1}",
            union(
                truck,
                box(2 * GAUGE + 0.5, 0.4, 0.4).move(y=base + radius + 0.2, z=z),
                cylinder(0.4, 0.8).move(y=base + 0.8, z=z),
            ),
            "boiler",
        )
    buffers(d, deck - 0.1, rear + 0.2, "rear")
    if v.kind == "diesel":
        buffers(d, deck - 0.1, nose - 0.3, "front")
    if v.cowcatcher or v.kind == "express":
        plow = across([(0, 0.12), (0.5, 0.12), (0.1, 0.85), (-0.1, 0.85)], 0.8 * w, 0.03).move(
            y=base, z=nose - (0.3 if v.kind == "diesel" else 0.12 * n)
        )
        d.add("cowcatcher", plow, "steel")
    if v.bell and v.kind == "diesel":
        d.add("horns", tube(0.07, -0.3, 0.25, top + 0.04, 0.12, top=0.14).mirrored().move(z=nose - 0.25 * n), "trim")
