"""Kettles: for the stove, for a camp, electric."""

from __future__ import annotations

from maquette.shapes.api import cylinder, difference, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "kettle",
    "household",
    nouns={"tea kettle": {}, "electric kettle": {"kind": "electric"}, "whistling kettle": {"kind": "stove"}},
    parameters=(
        Choice("kind", ("stove", "electric", "camp")),
        Real("height", 0.17, 0.14, 0.22),
        Real("radius", 0.1, 0.08, 0.12),
        Real("shoulder", 0.6, 0.4, 0.75, unit="", about="where the belly turns in"),
        Real("handle_height", 0.1, 0.08, 0.13),
        Real("thickness", 0.018, 0.013, 0.022),
        Choice("knob", ("ball", "disc")),
        Real("spout_length", 0.07, 0.055, 0.09),
        Flag("window", 0.5),
    ),
    slots={
        "body": ("paint:#b8342a", "steel", "copper", "paint:#2f6f78", "paint:#e9e3d2"),
        "grip": ("walnut", "plastic:#22252a"),
        "metal": ("chrome", "brass", "steel"),
        "window": ("dark glass", "glow:#3aa0ff"),
    },
    words={"window": {"window": True}, "electric": {"kind": "electric"}},
    paints={"handle": "grip", "spout": "body", "knob": "grip", "lid": "body"},
    height=(0.13, 0.4),
)
def kettle(v: Values) -> Draft:
    """Of the stove with a bow over it, or electric with a handle behind and a base."""
    h, r = v.height, v.radius
    d = Draft(extent=max(h + v.handle_height, 2 * r + 0.05))
    if v.kind == "electric":
        r, h, lift = 0.8 * r, h * 1.12, 0.022
        body = Vessel.of(
            [(r, lift), (1.01 * r, lift + 0.1 * h), (0.94 * r, lift + 0.55 * h), (0.76 * r, lift + h)], 0.006
        )
        d.add("base", lathe([(1.12 * r, 0), (1.14 * r, 0.006), (1.1 * r, 0.02), (0.9 * r, 0.025), (0, 0.025)]), "grip")
        d.add("body", lathe([(float(a), float(b)) for a, b in body.outer]), "body")
        d.add(
            "handle",
            sweep(
                [
                    (0.7 * r, lift + 0.97 * h, 0),
                    (1.2 * r, lift + 1.0 * h, 0),
                    (1.55 * r, lift + 0.86 * h, 0),
                    (1.5 * r, lift + 0.35 * h, 0),
                    (1.32 * r, lift + 0.22 * h, 0),
                    (0.95 * r, lift + 0.2 * h, 0),
                ],
                profile=[
                    (0.75 * v.thickness, -0.3 * v.thickness),
                    (0.75 * v.thickness, 0.3 * v.thickness),
                    (0.4 * v.thickness, 0.5 * v.thickness),
                    (-0.4 * v.thickness, 0.5 * v.thickness),
                    (-0.75 * v.thickness, 0.3 * v.thickness),
                    (-0.75 * v.thickness, -0.3 * v.thickness),
                ],
            ),
            "grip",
        )
        d.add(
            "lid",
            lathe(
                [
                    (0.76 * r, lift + h - 0.006),
                    (0.76 * r, lift + h + 0.004),
                    (0.4 * r, lift + h + 0.018),
                    (0, lift + h + 0.02),
                ]
            ),
            "grip",
        )
        d.add("knob", sphere(0.014, 0.008, 0.014).move(y=lift + h + 0.022), "metal")
        d.add(
            "spout",
            sweep(
                [(-0.72 * r, lift + 0.78 * h, 0), (-0.95 * r, lift + 0.93 * h, 0), (-1.12 * r, lift + 1.01 * h, 0)],
                [0.26 * r, 0.2 * r, 0.13 * r],
            ),
            "body",
        )
        d.add("ring", body.band(lift + 0.06 * h, lift + 0.1 * h, 0.0012), "metal")
        if v.window:
            d.add(
                "window",
                sweep([(0, lift + 0.2 * h, 0.985 * r), (0, lift + 0.72 * h, 0.862 * r)], 0.009, round_ends=True),
                "window",
            )
        d.add("switch", cylinder(0.008, 0.03).rotate(z=90).move(1.15 * r, lift + 0.16 * h, 0), "metal")
        d.point("top", (0, lift + h + 0.03, 0), size=r)
        d.point("grip", (1.55 * r, lift + 0.6 * h, 0), size=v.thickness)
        return d
    s = v.shoulder * h
    lid = 0.42 * r
    profile = [
        (0.95 * r, 0),
        (r, 0.06 * h),
        (r if v.kind == "camp" else 1.02 * r, s),
        (0.78 * r, s + 0.5 * (h - s)),
        (lid, h),
    ]
    body = Vessel.of(profile, 0.006)
    d.add("body", lathe([(float(a), float(b)) for a, b in body.outer]), "body")
    d.add("lid", lathe([(lid + 0.004, h - 0.008), (lid + 0.006, h), (0.5 * lid, h + 0.014), (0, h + 0.018)]), "body")
    d.add(
        "knob",
        union(
            cylinder(0.005, 0.02).move(y=h + 0.02),
            sphere(0.014).move(y=h + 0.035)
            if v.knob == "ball"
            else cylinder(0.018, 0.014, bevel=0.004).move(y=h + 0.032),
        ),
        "grip",
    )
    a, y0 = body.radius(0.5 * h) - 0.012, 0.5 * h
    d.add(
        "spout",
        difference(
            sweep(
                [(-a, y0, 0), (-a - 0.5 * v.spout_length, y0 + 0.2 * h, 0), (-a - v.spout_length, y0 + 0.45 * h, 0)],
                [0.24 * r, 0.17 * r, 0.14 * r],
            ),
            sweep(
                [(-a - 0.75 * v.spout_length, y0 + 0.33 * h, 0), (-a - 1.05 * v.spout_length, y0 + 0.474 * h, 0)],
                0.1 * r,
            ),
        ),
        "body",
    )
    y, top, x = s + 0.45 * (h - s), h + v.handle_height, 0.86 * r
    d.add(
        "bow",
        sweep(
            [
                (x, y, 0),
                (1.02 * r, y + 0.35 * (top - y), 0),
                (0.78 * r, top - 0.02, 0),
                (0, top, 0),
                (-0.78 * r, top - 0.02, 0),
                (-1.02 * r, y + 0.35 * (top - y), 0),
                (-x, y, 0),
            ],
            0.0058,
        ),
        "metal",
        group="handle",
    )
    d.add(
        "handle",
        rod(
            (-0.55 * r, top - 0.012, 0),
            (0, top + 0.0, 0),
            (0.55 * r, top - 0.012, 0),
            radius=v.thickness / 2 + 0.002,
            round_ends=True,
        ),
        "grip",
        group="handle",
    )
    d.add("lugs", union(*(sphere(0.013).move(k * body.radius(y), y, 0) for k in (1, -1))), "metal", group="handle")
    d.add("ring", body.band(0.03 * h, 0.08 * h, 0.0018), "metal")
    d.point("grip", (0, top, 0), up=(1, 0, 0), size=v.thickness)
    d.point("top", (0, h + 0.05, 0), size=2 * lid)
    return d
