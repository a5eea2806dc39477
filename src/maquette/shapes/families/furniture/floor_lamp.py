"""Floor lamp: a pole, tripod or arc that carries a shade at about eye level."""

from __future__ import annotations

from maquette.shapes.api import cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.lighting import SHADES, add_shade
from maquette.shapes.sub.outlines import ring_of, rod
from maquette.shapes.sub.palettes import LAMP_METALS, LAMP_PAINTS, LIGHT, SHADE_SUBSTANCES


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
    slots={
        "shade": SHADE_SUBSTANCES,
        "frame": LAMP_METALS,
        "light": LIGHT,
        "foot": ("marble", "walnut", "gunmetal", "brass"),
    },
    words={"tripod": {"kind": "tripod"}, "arc": {"kind": "arc"}, "curved": {"kind": "arc"}, "chain": {"chain": True}},
    paints=LAMP_PAINTS | {"base": "foot", "legs": "frame"},
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
