"""Laptops."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import SCREEN, keys, slab, windows
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node

CASES = ("aluminium", "paint:#2b2e33", "paint:#e8e6e0", "paint:#5a6a7a")


@family(
    "laptop",
    "electronics",
    nouns=("notebook computer", "notebook pc", "macbook", "portable computer", "chromebook"),
    parameters=(
        Real("width", 0.34, 0.28, 0.4),
        Real("depth", 0.7, 0.62, 0.76, unit="", about="share of the width"),
        Real("thickness", 0.016, 0.012, 0.024),
        Real("open", 108, 92, 128, unit="deg"),
        Real("bezel", 0.035, 0.02, 0.06, unit="", about="share of the width"),
        Whole("windows", 2, 0, 3),
        Flag("logo", 0.7),
        Flag("camera", 0.8),
        Flag("stickers", 0.3),
        Real("corner", 0.03, 0.01, 0.05, unit=""),
    ),
    slots={
        "case": CASES,
        "screen": SCREEN,
        "bezel": ("paint:#15171a",),
        "key": ("paint:#1c1e22", "paint:#f0eee8"),
        "content": ("paint:#f4f6fa", "glow:#e8f4ff"),
        "pad": ("paint:#8a8f96", "paint:#3a3d42"),
        "logo": ("glow:#ffffff", "chrome", "paint:#e8304a"),
    },
    words={"logo": {"logo": True}, "stickers": {"stickers": True}, "camera": {"camera": True}},
    paints={"keyboard": "key", "keys": "key", "display": "screen", "lid": "case", "touchpad": "pad"},
    height=(0.14, 0.34),
)
def laptop(v: Values) -> Draft:
    """Base with keys and a pad, a lid with a screen."""
    w, t = v.width, v.thickness
    z = v.depth * w
    c = v.corner * w + 0.3 * t
    d = Draft(extent=w * 1.05)
    d.add("base", slab(w, z, t, c, 0.3 * t).rotate(x=90).move(y=0.5 * t + 0.002), "case")
    d.add(
        "feet",
        union(*(cylinder(0.03 * w, 0.004).move(x * 0.4 * w, 0.002, y * 0.4 * z) for x in (1, -1) for y in (1, -1))),
        "bezel",
    )
    top = t + 0.002
    d.add(
        "key_bed",
        slab(0.88 * w, 0.46 * z, 0.002, 0.02 * w, 0).rotate(x=90).move(0, top, -0.14 * z),
        "bezel",
        group="keyboard",
    )
    d.add("keys", keys(0.86 * w, 0.44 * z, 5, 13, 0.0035).move(0, top + 0.0006, -0.14 * z), "key", group="keyboard")
    d.add("touchpad", slab(0.32 * w, 0.25 * z, 0.0022, 0.01 * w, 0).rotate(x=90).move(0, top, 0.29 * z), "pad")
    u = 0.55 * t
    b = v.bezel * w
    parts: list[tuple[str, Node, str]] = [
        ("lid", slab(w, z, u, c, 0.3 * u).move(y=0.5 * z), "case"),
        ("bezel", slab(0.975 * w, 0.965 * z, 0.003, 0.8 * c, 0).move(y=0.5 * z, z=0.5 * u), "bezel"),
        ("screen", box(w - 2 * b, z - 2.6 * b, 0.003).move(y=0.51 * z, z=0.5 * u + 0.001), "screen"),
    ]
    if v.windows:
        parts.append(
            (
                "content",
                windows(w - 2.1 * b, z - 2.7 * b, 0.0022, v.windows).move(y=0.51 * z, z=0.5 * u + 0.0022),
                "content",
            )
        )
    if v.camera:
        parts.append(("camera", cylinder(0.0028, 0.004).rotate(x=90).move(y=z - 0.6 * b, z=0.5 * u), "pad"))
    if v.logo:
        parts.append(
            (
                "logo",
                union(cylinder(0.05 * w, 0.003), sphere(0.02 * w, 0.004, 0.03 * w).move(0.03 * w, 0, -0.06 * w))
                .rotate(x=90)
                .move(y=0.52 * z, z=-0.5 * u),
                "logo",
            )
        )
    if v.stickers:
        parts.append(
            (
                "stickers",
                union(
                    box(0.16 * w, 0.1 * w, 0.003).rotate(z=14).move(-0.26 * w, 0.3 * z, 0),
                    cylinder(0.06 * w, 0.003, sides=6).rotate(x=90).move(0.27 * w, 0.72 * z, 0),
                ).move(z=-0.5 * u),
                "content",
            )
        )
    for name, solid, slot in parts:
        d.add(
            name,
            solid.rotate(x=-(v.open - 90)).move(0, 0.75 * top, -0.5 * z + 0.1 * u),
            slot,
            group="lid" if name in ("lid", "bezel") else None,
        )
    d.add("hinge", cylinder(0.55 * t, 0.7 * w).rotate(z=90).move(0, 0.8 * top, -0.5 * z + 0.1 * t), "bezel")
    d.point("top", (0, top, 0), size=w)
    return d
