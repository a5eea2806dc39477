"""Satellites: a body wrapped in foil, wings of solar cells, a dish, antennas, thrusters."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.sidewise import axle


@family(
    "satellite",
    "vehicle",
    nouns={
        "space satellite": {},
        "communications satellite": {"kind": "box", "dish": True},
        "space probe": {"kind": "box", "dish": True, "panels": 2},
        "space telescope": {"kind": "telescope"},
        "hubble": {"kind": "telescope"},
        "sputnik": {"kind": "ball"},
        "gps satellite": {"kind": "box", "panels": 3},
    },
    parameters=(
        Choice("kind", ("box", "drum", "telescope", "ball")),
        Real("width", 7.0, 4.0, 11.0, about="over the wings"),
        Real("body", 0.2, 0.16, 0.25, unit="", about="width, share of the whole"),
        Real("height", 1.35, 1.1, 1.7, unit="", about="of the body, in its widths"),
        Real("dish_size", 0.55, 0.4, 0.75, unit="", about="radius, in body widths"),
        Real("tilt", 18.0, 0.0, 40.0, unit="deg", about="of the wings"),
        Whole("panels", 3, 2, 4, about="on each wing"),
        Whole("antennas", 2, 1, 4),
        Flag("dish", 0.85),
        Flag("thrusters", 0.8),
        Flag("gold_foil", 0.6),
        Flag("light", 0.7),
    ),
    slots={
        "body": ("gold", "aluminium", "paint:#e8e6e0", "copper"),
        "cells": ("paint:#14255c", "paint:#1c1f4a", "paint:#0f2f5a"),
        "grid": ("silver", "aluminium"),
        "frame": ("aluminium", "titanium", "gunmetal"),
        "dish": ("paint:#ecebe6", "silver"),
        "foil": ("gold", "copper"),
        "dark": ("gunmetal", "paint:#1b1c20"),
        "lens": ("dark glass",),
        "light": ("glow:#ff4030", "glow:#40c0ff", "glow:#60ff80"),
    },
    words={"dish": {"dish": True}, "antenna": {"antennas": 2}, "thrusters": {"thrusters": True}, "foil": {"gold_foil": True}, "panels": {}},
    paints={"panels": "cells", "wings": "cells", "antennas": "frame", "solar": "cells"},
    height=(1.0, 8.0),
)  # fmt: skip
def satellite(v: Values) -> Draft:
    """The wings to the sides, the dish to the front."""
    n = v.width
    b = (0.09 if v.kind == "ball" else v.body) * n
    h = b if v.kind == "ball" else v.height * b * (1.5 if v.kind == "telescope" else 1.0)
    d = Draft(extent=n)
    leg = 0.3 * b if v.thrusters else 0.08 * b
    y = leg + h / 2
    t = 0.012 * n
    frame: list[Node] = []
    if v.kind == "ball":
        # A polished ball with four swept whips, on a stand of its own antennas.
        r = 0.16 * n
        y = 0.3 * n
        d.add("body", sphere(r).move(0, y, 0), "body", group="body")
        d.add(
            "seam",
            union(
                torus(r, 0.012 * n).rotate(x=90).move(0, y, 0),
                *(
                    sphere(0.012 * n).move(1.03 * r * math.cos(a), y + 1.03 * r * math.sin(a), 0.02 * n).move()
                    for a in (math.pi * k / 6 for k in range(12))
                ),
            ),
            "frame",
            group="body",
        )
        for k, (sx, sy) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
            root = (sx * 0.66 * r, y + sy * 0.6 * r, 0.25 * r)
            end = (sx * 0.42 * n, 0.012 * n if sy < 0 else y + 0.25 * n, -0.42 * n)
            d.add(
                f"antenna_{k + 1}",
                union(rod(root, end, radius=0.009 * n, round_ends=True), sphere(0.03 * n).move(*root)),
                "frame",
                group="antennas",
            )
        if v.light:
            d.add("light", sphere(0.03 * n).move(0, y, r), "light")
        d.point("top", (0, y + r, 0))
        return d
    if v.kind == "box":
        body = box(b, h, b, 0.03 * b).move(0, y, 0)
        frame += [
            box(0.07 * b, h + 0.02 * b, 0.07 * b, 0.01 * b).move(s * 0.485 * b, y, k * 0.485 * b)
            for s in (1, -1)
            for k in (1, -1)
        ]
        frame += [box(1.05 * b, 0.06 * b, 1.05 * b, 0.015 * b).move(0, y + k * h / 2, 0) for k in (1, -1)]
    elif v.kind == "drum":
        body = cylinder(0.5 * b, h, sides=8, bevel=0.02 * b).rotate(y=22.5).move(0, y, 0)
        frame += [
            cylinder(0.54 * b, 0.06 * b, sides=8, bevel=0.01 * b).rotate(y=22.5).move(0, y + k * h, 0)
            for k in (0.49, 0.12, -0.49)
        ]
    else:
        body = union(
            cylinder(0.46 * b, 0.7 * h, bevel=0.02 * b).move(0, y + 0.14 * h, 0),
            cylinder(0.56 * b, 0.4 * h, bevel=0.03 * b).move(0, y - 0.29 * h, 0),
        )
        frame += [torus(0.46 * b, 0.035 * b).move(0, y + k * h, 0) for k in (0.02, 0.25, 0.47)]
        frame += [cylinder(0.57 * b, 0.05 * b).move(0, y + k * h, 0) for k in (-0.12, -0.47)]
        door = cylinder(0.47 * b, 0.04 * b).rotate(x=-65).move(0, y + 0.49 * h + 0.42 * b, -0.62 * b)
        frame += [door, rod((0, y + 0.46 * h, -0.42 * b), (0, y + 0.5 * h + 0.05 * b, -0.48 * b), radius=0.05 * b)]
        d.add("lens", cylinder(0.38 * b, 0.05 * b).move(0, y + 0.485 * h, 0), "lens", group="telescope")
    d.add("body", body, "body", group="body")
    if v.gold_foil and v.kind != "telescope":
        patches = [
            box(0.36 * b, 0.34 * h, 0.05 * b, 0.02 * b).move(
                s * 0.22 * b, y + k * 0.24 * h, 0.49 * b if v.kind == "box" else 0.45 * b
            )
            for s, k in ((1, 1), (-1, -1))
        ]
        patches.append(
            box(0.34 * b, 0.3 * h, 0.05 * b, 0.02 * b).move(
                -0.2 * b, y + 0.25 * h, -0.49 * b if v.kind == "box" else -0.45 * b
            )
        )
        d.add("foil", union(*patches), "foil", group="body")
    # Wings: an arm along X, with panels of cells that are turned to the sun.
    long = (n - b) / 2
    start = 0.5 * b + 0.16 * long
    each = (long - 0.16 * long) / v.panels
    chord = 0.78 * b if v.kind != "telescope" else 1.0 * b
    cells: list[Node] = []
    grid: list[Node] = []
    for i in range(v.panels):
        x = start + (i + 0.5) * each
        cells.append(box(0.93 * each, 0.5 * t, chord, 0.06 * t).move(x=x))
        grid += [box(0.96 * each, 0.34 * t, 0.035 * chord).move(x, 0.12 * t, k * 0.49 * chord) for k in (1, -1)]
        grid += [box(0.022 * chord, 0.62 * t, 1.01 * chord).move(x=x + k * 0.47 * each) for k in (1, -1)]
        grid += [box(0.94 * each, 0.6 * t, 0.014 * chord).move(x, 0, k * chord) for k in (-0.25, 0.0, 0.25)]
        grid += [box(0.014 * chord, 0.58 * t, chord).move(x=x + k * each) for k in (-0.22, 0.22)]
    arm = axle(0.55 * t, 2 * (start + v.panels * each - 0.02 * n), y, 0)
    wing = [g.rotate(x=90 - v.tilt).move(0, y, 0) for g in (union(*cells), union(*grid))]
    d.add("cells", wing[0].mirrored(), "cells", group="panels")
    d.add("grid", wing[1].mirrored(), "grid", group="panels")
    frame.append(arm)
    frame += [axle(0.11 * b, 0.12 * b, y, 0, 0.01 * b).move(x=s * 0.53 * b) for s in (1, -1)]
    d.add("frame", union(*frame), "frame", group="body")
    if v.dish:
        r = v.dish_size * b * (0.7 if v.kind == "telescope" else 1.0)
        bowl = lathe(
            [
                (0.02 * r, 0.0),
                (0.4 * r, 0.05 * r),
                (0.75 * r, 0.19 * r),
                (r, 0.36 * r),
                (0.98 * r, 0.42 * r),
                (0.72 * r, 0.27 * r),
                (0.38 * r, 0.13 * r),
                (0.02 * r, 0.09 * r),
            ]
        )
        feed = [
            rod((r * 0.9 * math.cos(a), 0.36 * r, r * 0.9 * math.sin(a)), (0, 0.8 * r, 0), radius=0.025 * r)
            for a in (math.pi * (0.5 + 2 * k / 3) for k in range(3))
        ]
        horn = [cylinder(0.09 * r, 0.2 * r, 0.05 * r).move(0, 0.8 * r, 0), cylinder(0.12 * r, 0.6 * r).move(0, -0.18 * r, 0)]  # fmt: skip
        at = (0, y + 0.06 * h, 0.5 * b + 0.42 * r)
        d.add("dish", bowl.rotate(x=78).move(*at), "dish", group="dish")
        d.add("feed", union(*feed, *horn).rotate(x=78).move(*at), "frame", group="dish")
    whips: list[Node] = []
    top = y + h / 2
    spots = ((0.32, 0.3), (-0.32, 0.3), (0.32, -0.3), (-0.32, -0.3))
    for k in range(v.antennas):
        x, z = spots[k][0] * b, spots[k][1] * b
        foot = top - 0.03 * b if v.kind != "telescope" else y - 0.1 * h
        tall = (0.5 + 0.12 * (k % 3)) * b
        if v.kind == "telescope":
            x, z = 1.25 * x, 1.25 * z
            end = (2.1 * x, foot + 0.3 * b, 2.1 * z)
        else:
            end = (1.35 * x, foot + tall, 1.35 * z)
        whips += [rod((x, foot, z), end, radius=0.02 * b, round_ends=True), sphere(0.045 * b).move(*end)]
        whips.append(sphere(0.06 * b).move(x, foot, z))
    d.add("antennas", union(*whips), "frame", group="antennas")
    if v.thrusters:
        bell = lathe(
            [
                (0.03 * b, 0.36 * b),
                (0.09 * b, 0.34 * b),
                (0.1 * b, 0.2 * b),
                (0.2 * b, 0.0),
                (0.17 * b, 0.0),
                (0.07 * b, 0.19 * b),
                (0.03 * b, 0.2 * b),
            ]
        )
        d.add("thrusters", bell.move(0.24 * b, 0, 0.24 * b).mirrored().mirrored("z"), "dark", group="thrusters")
    else:
        d.add("adapter", cylinder(0.36 * b, 0.14 * b).move(0, 0.07 * b, 0), "dark", group="body")
    if v.light:
        d.add(
            "light",
            union(
                *(
                    sphere(0.045 * b).move(s * 0.4 * b, y - 0.42 * h, 0.5 * b if v.kind == "box" else 0.36 * b)
                    for s in (1, -1)
                )
            ),
            "light",
        )
    d.add(
        "hatch",
        union(cone(0.3 * b, 0.14 * b, 4).rotate(y=45).move(0, y + 0.5 * h + 0.06 * b, 0))
        if v.kind != "telescope"
        else box(0.3 * b, 0.2 * b, 0.12 * b, 0.02 * b).move(0, y - 0.3 * h, 0.54 * b),
        "dark",
        group="body",
    )
    d.point("top", (0, top, 0), size=b)
    return d
