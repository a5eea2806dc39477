"""Traffic light: a head with two or three lamps on a post or on an arm over the road."""

from __future__ import annotations

from maquette.shapes.api import Point3, box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "traffic light",
    "street",
    nouns={
        "traffic signal": {},
        "stoplight": {},
        "stop light": {},
        "pedestrian light": {"lights": 2},
        "traffic lights": {},
    },
    parameters=(
        Whole("lights", 3, 2, 3),
        Real("height", 3.1, 2.4, 4.0),
        Real("lamp_radius", 0.11, 0.09, 0.14),
        Choice("on", ("red", "green", "amber")),
        Choice("mount", ("post", "arm")),
        Real("reach", 1.6, 1.2, 2.4),
        Whole("heads", 1, 1, 2),
        Flag("visors", 0.9),
        Flag("board", 0.45, about="a dark board with a white rim behind it"),
        Flag("button", 0.5),
        Flag("stripes", 0.2),
        Real("radius", 0.06, 0.05, 0.08, about="of the pole"),
    ),
    slots={
        "housing": ("paint:#1f2225", "paint:#e0a818", "paint:#1f3b2c", "gunmetal"),
        "pole": ("gunmetal", "steel", "paint:#2b2f36", "paint:#1f3b2c"),
        "red": ("glow:#ff2a1e",),
        "amber": ("glow:#ffb020",),
        "green": ("glow:#20e070",),
        "red_off": ("paint:#4a1512",),
        "amber_off": ("paint:#4a3610",),
        "green_off": ("paint:#123f24",),
        "board": ("paint:#15171a",),
        "white": ("paint:#f0f0ea",),
        "button": ("paint:#e8c020",),
    },
    words={
        "red": {"on": "red"},
        "green": {"on": "green"},
        "amber": {"on": "amber"},
        "yellow": {"on": "amber"},
        "button": {"button": True},
    },
    paints={"post": "pole", "case": "housing"},
    height=(2.0, 4.6),
)
def traffic_light(v: Values) -> Draft:
    """A head with two or three lamps on a post or on an arm over the road."""
    h, r, p = v.height, v.lamp_radius, v.radius
    d = Draft(extent=h)
    tall = v.lights * 2.5 * r + 0.3 * r
    head_y = h - tall / 2 - 0.05
    d.add(
        "base",
        union(box(0.3, 0.05, 0.3, 0.01).move(y=0.025), lathe([(1.9 * p, 0.03), (1.8 * p, 0.3), (p, 0.36), (0, 0.36)])),
        "pole",
        group="pole",
    )
    arm = v.mount == "arm"
    d.add(
        "pole",
        cylinder(p, (h + 0.1 if arm else h - 0.04) - 0.2, top=0.85 * p, bevel=0.01).move(
            y=((h + 0.1 if arm else h - 0.04) + 0.2) / 2
        ),
        "pole",
        group="pole",
    )
    places: list[tuple[float, float, float]] = [(0.0, head_y, p + 0.14)]
    if arm:
        d.add(
            "arm",
            sweep(
                [(0, h - 0.25, 0), (-0.3 * v.reach, h - 0.12, 0), (-v.reach - 0.2, h - 0.08, 0)],
                [0.8 * p, 0.7 * p, 0.55 * p],
                round_ends=True,
            ),
            "pole",
            group="pole",
        )
        places = [(-v.reach, head_y, 0.16)]
        if v.heads == 2:
            places.append((0.0, 0.72 * h, p + 0.14))
    elif v.heads == 2:
        places.append((p + 0.17 + r, head_y, 0.0))
    names = ("red", "amber", "green") if v.lights == 3 else ("red", "green")
    on = v.on if v.on in names else "green"
    for i, (x, y, z) in enumerate(places):
        end = "" if len(places) == 1 else f"_{i + 1}"
        turn = 90.0 if i == 1 and not arm else 0.0

        def put(
            name: str,
            solid: Node,
            slot: str,
            group: str,
            where: Point3 = (x, y, z),
            angle: float = turn,
            end: str = end,
        ) -> None:
            d.add(name + end, solid.rotate(y=angle).move(*where), slot, group=group)

        put("housing", box(2.5 * r, tall, 0.2, 0.03, 3), "housing", "head")
        put("bracket", union(*(box(0.08, 0.04, 0.3).move(0, k * 0.34 * tall, -0.2) for k in (1, -1))), "pole", "head")
        if arm and i == 0:
            put("hanger", box(0.06, 0.86 * tall + 0.1, 0.05, 0.008).move(0, 0.07 * tall + 0.03, -0.16), "pole", "head")
        if v.board:
            put("rim", box(4.3 * r, tall + 1.8 * r, 0.02, 0.008).move(z=-0.07), "white", "board")
            put("board", box(4.0 * r, tall + 1.5 * r, 0.028, 0.008).move(z=-0.066), "board", "board")
        for k, name in enumerate(names):
            ly = ((v.lights - 1) / 2 - k) * 2.5 * r
            put(f"light_{name}", sphere(r, r, 0.05).move(0, ly, 0.098), name if name == on else f"{name}_off", "lights")
            put(f"ring_{name}", torus(1.03 * r, 0.014).rotate(x=90).move(0, ly, 0.1), "housing", "lights")
            if v.visors:
                visor = (cylinder(1.12 * r, 1.5 * r) - cylinder(1.03 * r, 2 * r)).rotate(x=90) - box(
                    4 * r, 1.4 * r, 4 * r
                ).rotate(x=-16).move(0, -1.0 * r, 0.55 * r)
                put(f"visor_{name}", visor.move(0, ly, 0.09 + 0.75 * r), "housing", "visors")
    if v.button:
        d.add("button_box", box(0.1, 0.2, 0.09, 0.015).move(0, 1.05, p + 0.03), "button", group="button")
        d.add(
            "button", cylinder(0.024, 0.03, bevel=0.006).rotate(x=90).move(0, 1.03, p + 0.08), "white", group="button"
        )
    if v.stripes:
        d.add("stripes", union(*(cylinder(p + 0.003, 0.12).move(y=0.6 + 0.28 * k) for k in range(3))), "white")
    d.point("top", (0, h, 0), size=2 * r)
    return d
