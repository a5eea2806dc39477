"""Bows."""

from __future__ import annotations

from maquette.shapes.api import Point3, box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.weapons._arrow import arrow
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import ribbed
from maquette.shapes.sub.outlines import rod


@family(
    "bow",
    "weapon",
    nouns={
        "longbow": {"kind": "longbow"},
        "recurve bow": {"kind": "recurve"},
        "bow and arrow": {"arrow": True},
        "compound bow": {"kind": "compound"},
        "hunting bow": {},
        "elven bow": {"kind": "recurve", "wings": True},
        "archery bow": {},
    },
    parameters=(
        Choice("kind", ("recurve", "longbow", "compound")),
        Real("height", 1.35, 1.1, 1.7),
        Real("depth", 0.25, 0.18, 0.32, unit="", about="of the arc, share of the height"),
        Real("thickness", 0.02, 0.016, 0.026),
        Flag("arrow", 0.7),
        Flag("wings", 0.3),
        Flag("jewel", 0.25),
        Whole("bands", 4, 2, 6),
        Real("grip_length", 0.15, 0.12, 0.19),
    ),
    slots={
        "bow": ("walnut", "oak", "mahogany", "paint:#22382c", "gold"),
        "grip": ("leather", "leather:#7a1f1c", "leather:#2a2220"),
        "string": ("rope:#d8cfb8", "fabric:#e8e2d2"),
        "trim": ("gold", "brass", "silver"),
        "jewel": ("gem", "gem:#1c9a5a", "glow:#40c8ff"),
        "shaft": ("birch", "pine"),
        "point": ("steel", "iron"),
        "feather": ("feathers", "feathers:#c0322a", "feathers:#2a5fa8"),
    },
    words={"arrow": {"arrow": True}, "arrows": {"arrow": True}, "winged": {"wings": True}, "jewel": {"jewel": True}},
    paints={"handle": "grip", "feathers": "feather", "arrow": "shaft", "limbs": "bow"},
    height=(1.0, 1.8),
)
def bow(v: Values) -> Draft:
    """Stands on its lower tip; the arrow points to +x."""
    h, t = v.height, v.thickness
    q = v.depth * h
    d = Draft(extent=h)
    half = h / 2
    cam_y = half - 0.064
    if v.kind == "recurve":
        limb: list[Point3] = [
            (q, 0, 0),
            (1.0 * q, 0.1 * half, 0),
            (0.85 * q, 0.4 * half, 0),
            (0.4 * q, 0.72 * half, 0),
            (0.06 * q, 0.9 * half, 0),
            (0.2 * q, half - 0.01, 0),
        ]
        nock = (0.06 * q, 0.9 * half)
    elif v.kind == "longbow":
        limb = [
            (q, 0, 0),
            (0.98 * q, 0.1 * half, 0),
            (0.84 * q, 0.4 * half, 0),
            (0.45 * q, 0.75 * half, 0),
            (0.0, half - 0.01, 0),
        ]
        nock = (0.02 * q, 0.975 * half)
    else:
        limb = [
            (q, 0, 0),
            (1.1 * q, 0.2 * half, 0),
            (1.02 * q, 0.42 * half, 0),
            (0.65 * q, 0.7 * half, 0),
            (0.2 * q, cam_y, 0),
        ]
        nock = (0.2 * q - 0.045, cam_y)
    radii = [1.15 * t, 1.1 * t, *[0.95 * t] * (len(limb) - 4), 0.7 * t, 0.5 * t]
    d.add("limbs", sweep(limb, radii, round_ends=True).scale(1, 1, 0.9).mirrored("y").move(y=half), "bow")
    if v.kind == "compound":
        cam = cylinder(0.05, 0.018, bevel=0.004).rotate(x=90) - cylinder(0.016, 0.06).rotate(x=90).move(y=0.026)
        cams = union(cam, torus(0.048, 0.006).rotate(x=90), box(0.02, 0.09, 0.012)).move(0.2 * q, cam_y + 0.01)
        d.add("cams", cams.mirrored("y").move(y=half), "trim")
        d.add(
            "cables",
            rod((0.2 * q + 0.03, cam_y - 0.02, 0.012), (0.2 * q + 0.01, 0.02 - cam_y, 0.012), radius=0.0045).move(
                y=half
            ),
            "string",
        )
    draw = 0.0
    d.add(
        "string",
        rod((nock[0], nock[1], 0), (nock[0] - draw, 0, 0), (nock[0], -nock[1], 0), radius=0.0055, smooth=False).move(
            y=half
        ),
        "string",
    )
    d.add("grip", ribbed(v.grip_length, 1.45 * t, 8, 0.08).move(q, half - v.grip_length / 2), "grip")
    for s in (1, -1):
        d.add(
            f"cap_{'upper' if s > 0 else 'lower'}",
            cylinder(1.5 * t, 0.025, bevel=0.004).move(q, half + s * v.grip_length / 2),
            "trim",
            group="caps",
        )
    for i in range(v.bands):
        f = (0.42, 0.5)[i // 2 % 2] if i < 4 else 0.58
        s = 1 if i % 2 == 0 else -1
        k = 0.84 if v.kind != "compound" else 0.99
        x = {0.42: k, 0.5: k - 0.09, 0.58: k - 0.19}[f] * q
        d.add(
            f"band_{i + 1}",
            torus(1.0 * t, 0.28 * t).rotate(z=s * (22 if v.kind != "compound" else 15)).move(x, half + s * f * half),
            "trim",
            group="bands",
        )
    if v.wings and v.kind != "compound":
        wing = extrude(
            [
                (-0.5 * t, 0.1 * half),
                (1.2 * t, 0.13 * half),
                (2.6 * t, 0.4 * half),
                (0.6 * t, 0.3 * half),
                (-0.2 * q, 0.42 * half),
                (-0.1 * q, 0.28 * half),
            ],
            0.9 * t,
            bevel=0.2 * t,
        )
        d.add("wings", wing.mirrored("y").move(q, half), "trim")
    if v.jewel:
        d.add("jewel", sphere(0.7 * t, 0.7 * t, 1.75 * t).move(q, half + 0.5 * v.grip_length + 0.012), "jewel")
    if v.arrow:
        shaft, tip, vane = arrow(q + 0.32, 0.006)
        y, x = half + 0.62 * v.grip_length, nock[0] - 0.012
        d.add("arrow", shaft.move(x, y), "shaft")
        d.add("arrow_head", tip.move(x, y), "point")
        d.add("arrow_feathers", vane.move(x, y), "feather")
    d.point("grip", (q, half, 0), front=(1, 0, 0), size=2.5 * t)
    d.point("top", (0, h, 0), size=t)
    return d
