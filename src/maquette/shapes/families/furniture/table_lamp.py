"""Table lamp: a shade on a ceramic body or a column; a jointed work lamp; a banker's lamp."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.lighting import SHADES, add_shade
from maquette.shapes.sub.outlines import bar, rod
from maquette.shapes.sub.palettes import LAMP_METALS, LAMP_PAINTS, LIGHT, SHADE_SUBSTANCES


@family(
    "table lamp",
    "furniture",
    nouns={
        "lamp": {},
        "desk lamp": {"kind": "jointed"},
        "bedside lamp": {},
        "study lamp": {"kind": "jointed"},
        "banker's lamp": {"kind": "banker"},
        "architect lamp": {"kind": "jointed"},
        "night light": {"shade": "globe", "height": 0.3},
    },
    parameters=(
        Choice("kind", ("vase", "jointed", "column", "banker")),
        Real("height", 0.5, 0.3, 0.68),
        Real("shade_radius", 0.16, 0.12, 0.2),
        Real("shade_height", 0.2, 0.15, 0.25),
        Choice("shade", SHADES),
        Real("base_radius", 0.085, 0.07, 0.11),
        Real("waist", 0.5, 0.3, 0.8, unit="", about="how thick the body is"),
        Choice("body", ("urn", "gourd", "ball", "bottle")),
        Flag("chain", 0.35),
        Flag("cord", 0.3),
        Real("bend", 40, 25, 55, unit="deg"),
    ),
    slots={
        "shade": SHADE_SUBSTANCES,
        "body": ("ceramic:#35647f", "ceramic:#b5533c", "ceramic", "brass", "walnut", "ceramic:#3f6b4f"),
        "frame": LAMP_METALS,
        "light": LIGHT,
    },
    words={"jointed": {"kind": "jointed"}, "chain": {"chain": True}, "cord": {"cord": True}},
    paints=LAMP_PAINTS | {"base": "body", "arm": "frame"},
    height=(0.22, 0.8),
)
def table_lamp(v: Values) -> Draft:
    """A shade on a ceramic body or a column; a jointed work lamp; a banker's lamp."""
    h, b = v.height, v.base_radius
    d = Draft(extent=h)
    if v.kind == "jointed":
        _jointed(d, v)
    elif v.kind == "banker":
        low = 0.8 * h
        d.add(
            "base",
            lathe([(b, 0), (b, 0.014), (0.86 * b, 0.02), (0.8 * b, 0.028), (0.3 * b, 0.036), (0.012, 0.06), (0, 0.06)]),
            "frame",
        )
        d.add(
            "column",
            lathe([(0.012, 0.04), (0.01, 0.3 * h), (0.016, 0.36 * h), (0.009, 0.42 * h), (0.009, low + 0.01)]),
            "frame",
        )
        d.add(
            "arms",
            sweep(
                [
                    (-0.12, low + 0.05, 0),
                    (-0.115, low + 0.01, 0),
                    (0, low - 0.005, 0),
                    (0.115, low + 0.01, 0),
                    (0.12, low + 0.05, 0),
                ],
                0.006,
            ),
            "frame",
        )
        half = cylinder(0.075, 0.26, bevel=0.02).rotate(z=90)
        d.add(
            "shade",
            (half - cylinder(0.066, 0.235, bevel=0.015).rotate(z=90) - box(0.4, 0.2, 0.3).move(y=-0.118)).move(
                y=low + 0.03
            ),
            "shade",
        )
        d.add("light", cylinder(0.022, 0.21, bevel=0.006).rotate(z=90).move(y=low + 0.045), "light")
        d.add(
            "sockets",
            union(*(cylinder(0.018, 0.035).rotate(z=90).move(s * 0.11, low + 0.045) for s in (1, -1))),
            "frame",
        )
    else:
        low = h - v.shade_height
        neck = low + 0.03
        if v.kind == "vase":
            fat = v.waist * 0.16
            body = {
                "urn": [
                    (0.8 * b, 0.02),
                    (0.5 * b, 0.035),
                    (0.6 * fat, 0.1 * low + 0.03),
                    (fat, 0.6 * low),
                    (0.75 * fat, 0.82 * low),
                    (0.02, 0.95 * low),
                ],
                "gourd": [
                    (0.8 * b, 0.02),
                    (fat, 0.26 * low),
                    (0.55 * fat, 0.55 * low),
                    (0.65 * fat, 0.72 * low),
                    (0.02, 0.95 * low),
                ],
                "ball": [
                    (0.7 * b, 0.02),
                    (0.85 * fat, 0.2 * low),
                    (1.1 * fat, 0.45 * low),
                    (0.8 * fat, 0.75 * low),
                    (0.02, 0.95 * low),
                ],
                "bottle": [
                    (0.8 * b, 0.02),
                    (fat, 0.1 * low),
                    (fat, 0.42 * low),
                    (0.4 * fat, 0.68 * low),
                    (0.018, 0.95 * low),
                ],
            }[v.body]
            d.add("base", lathe([(b, 0), (b, 0.016), (0.9 * b, 0.026), (0, 0.03)]), "frame")
            d.add("body", lathe(body, smooth=True), "body")
        else:
            d.add("base", lathe([(b, 0), (b, 0.015), (0.85 * b, 0.03), (0.02, 0.04), (0, 0.04)]), "body")
            d.add(
                "body",
                union(
                    cylinder(0.012, low).move(y=low / 2 + 0.01),
                    lathe(
                        [
                            (0.012, 0.2 * low),
                            (0.028, 0.4 * low),
                            (0.034, 0.5 * low),
                            (0.024, 0.62 * low),
                            (0.012, 0.8 * low),
                        ],
                        smooth=True,
                    ),
                ),
                "body",
            )
        d.add("neck", cylinder(0.013, neck - 0.85 * low).move(y=(neck + 0.85 * low) / 2), "frame")
        add_shade(d, "shade", v.shade, v.shade_radius, v.shade_height, (0, low, 0))
        if v.shade != "globe":
            d.add("finial", union(cylinder(0.004, 0.03).move(y=h), sphere(0.011).move(y=h + 0.02)), "frame")
        if v.chain and v.shade != "globe":
            d.add(
                "chain",
                union(
                    rod((0, low + 0.05, 0.0), (0, low + 0.05, 0.06), radius=0.004, round_ends=True),
                    rod((0, low + 0.05, 0.058), (0, low - 0.05, 0.058), radius=0.0035),
                    sphere(0.008).move(0, low - 0.05, 0.058),
                ),
                "frame",
            )
    if v.cord:
        d.add(
            "cord",
            sweep(
                [(0, 0.008, -0.8 * b), (0.02, 0.006, -b - 0.05), (0.06, 0.006, -b - 0.09), (0.12, 0.006, -b - 0.1)],
                0.005,
                round_ends=True,
            ),
            "frame",
        )
    d.point("top", (0, h, 0), size=0.1)
    return d


def _jointed(d: Draft, v: Values) -> None:
    """Two arms with springs and a cone-shaped head that looks down and forward."""
    h, b = v.height, v.base_radius
    d.add("base", cylinder(b, 0.026, bevel=0.008).move(y=0.013), "body")
    lean = math.radians(v.bend)
    arm = 0.55 * h
    elbow = (0.0, 0.05 + arm * math.cos(lean * 0.6), -arm * math.sin(lean * 0.6) * 0.9)
    wrist = (0.0, min(elbow[1] + arm * math.sin(lean), h - 0.05), elbow[2] + arm * math.cos(lean) * 0.95)
    foot = (0.0, 0.045, 0.0)
    d.add("joint_base", union(sphere(0.02).move(*foot), cylinder(0.014, 0.04).move(y=0.03)), "frame", group="joints")
    for name, a, c in (("arm_lower", foot, elbow), ("arm_upper", elbow, wrist)):
        rods = [bar((s * 0.011, a[1], a[2]), (s * 0.011, c[1], c[2]), 0.007) for s in (1, -1)]
        spring = [tuple(a[i] + (c[i] - a[i]) * k for i in range(3)) for k in (0.08, 0.45)]
        d.add(name, union(*rods), "frame", group="arm")
        d.add(name + "_spring", sweep([(p[0], p[1], p[2]) for p in spring], 0.009), "frame", group="arm")
    for name, p in (("elbow", elbow), ("wrist", wrist)):
        d.add(
            f"joint_{name}",
            cylinder(0.016, 0.036 if name == "elbow" else 0.085, bevel=0.004).rotate(z=90).move(*p),
            "body",
            group="joints",
        )
    r, tall = 0.5 * v.shade_radius, 0.11
    head = lathe([(r, 0), (0.95 * r, 0.3 * tall), (0.45 * r, 0.75 * tall), (0.4 * r, tall), (0, 1.04 * tall)]) - lathe(
        [(0.93 * r, -0.001), (0.88 * r, 0.3 * tall), (0.38 * r, 0.72 * tall), (0, 0.74 * tall)]
    )
    light = union(sphere(0.42 * r).move(y=0.3 * tall), cylinder(0.25 * r, 0.5 * tall).move(y=0.55 * tall))
    for name, solid, slot in (("head", head, "shade"), ("light", light, "light")):
        d.add(name, solid.move(y=-0.85 * tall).rotate(x=-35).move(wrist[0], wrist[1], wrist[2]), slot, group="head")
