"""Telescopes: refractors and reflectors on a tripod, and spyglasses."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar, ring_of
from maquette.shapes.sub.sidewise import axle, muzzle, tube


@family(
    "telescope",
    "electronics",
    nouns={
        "spyglass": {"kind": "spyglass"},
        "pirate telescope": {"kind": "spyglass"},
        "monocular": {"kind": "spyglass", "draws": 2, "length": 0.5},
        "refractor": {"kind": "refractor"},
        "reflector telescope": {"kind": "reflector"},
        "astronomical telescope": {},
    },
    parameters=(
        Choice("kind", ("refractor", "reflector", "spyglass")),
        Real("height", 1.1, 0.9, 1.4, about="of the head of the tripod"),
        Real("length", 1.15, 0.9, 1.4, about="of the tube"),
        Real("radius", 0.064, 0.052, 0.085, about="of the tube"),
        Real("tilt", 30, 12, 50, unit="deg"),
        Real("spread", 0.45, 0.36, 0.56, about="of the legs on the ground"),
        Whole("legs", 3, 3, 4),
        Whole("draws", 3, 2, 4, about="of a spyglass"),
        Whole("rings", 3, 1, 4),
        Flag("finder", 0.65, about="a small telescope on the tube"),
        Flag("tray", 0.6),
        Flag("wrap", 0.5, about="leather around a spyglass"),
    ),
    slots={
        "tube": ("brass", "paint:#e9e6dc", "paint:#24364f", "copper"),
        "legs": ("walnut", "oak", "gunmetal"),
        "trim": ("brass", "gunmetal", "steel"),
        "lens": ("glass:#7fb0d0", "dark glass"),
        "wrap": ("leather", "leather:#3a2418", "leather:#7a2a1c"),
    },
    words={
        "tripod": {"kind": "refractor"},
        "finder": {"finder": True},
        "tray": {"tray": True},
        "leather": {"wrap": True},
    },
    paints={"tripod": "legs", "leg": "legs", "body": "tube", "rings": "trim", "glass": "lens"},
    height=(0.06, 2.6),
)
def telescope(v: Values) -> Draft:
    """It looks up and to the front."""
    if v.kind == "spyglass":
        return _spyglass(v)
    h, n = v.height, v.length
    d = Draft(extent=h + 0.5 * n)
    foot = ring_of(v.legs, v.spread, 90)
    hip = ring_of(v.legs, 0.06, 90)
    for i, ((x, z), (hx, hz)) in enumerate(zip(foot, hip, strict=True)):
        mx, mz, my = 0.55 * hx + 0.45 * x, 0.55 * hz + 0.45 * z, 0.55 * h
        leg = union(
            bar((hx, h - 0.03, hz), (mx, my, mz), 0.042, 0.03), bar((mx, my + 0.06, mz), (x, 0.0, z), 0.028, 0.022)
        )
        tip = sphere(0.02, 0.014, 0.02).move(x, 0.012, z)
        d.add(f"leg_{i + 1}", union(leg, tip), "legs", group="legs")
        d.add(f"clamp_{i + 1}", box(0.055, 0.05, 0.055, 0.01).move(mx, my + 0.03, mz), "trim", group="legs")
    if v.tray:
        r = 0.55 * v.spread + 0.01
        arms = box(r, 0.012, 0.025).move(x=r / 2).around(v.legs).rotate(y=-90 if v.legs % 2 else 0)
        d.add("tray", union(cylinder(0.11, 0.02, bevel=0.005), arms).move(y=0.42 * h), "trim")
    head = union(cylinder(0.085, 0.06, bevel=0.01).move(y=h - 0.02), cylinder(0.04, 0.14).move(y=h + 0.06))
    d.add("mount", union(head, axle(0.05, 0.13, h + 0.13, bevel=0.012)), "trim")
    r = v.radius * (1.5 if v.kind == "reflector" else 1.0)
    n *= 0.8 if v.kind == "reflector" else 1.0
    tubes, trims, lens, eye = _reflector(r, n) if v.kind == "reflector" else _refractor(r, n)
    at = 0.42 if v.kind == "refractor" else 0.5
    parts: dict[str, tuple[Node, str]] = {
        "tube": (tubes, "tube"),
        "trim_rings": (trims, "trim"),
        "lens": (lens, "lens"),
        "eyepiece": (eye, "trim"),
    }
    for i in range(v.rings):
        z = n * (at + (0.0 if v.rings == 1 else 0.16 * (i - (v.rings - 1) / 2)))
        parts[f"ring_{i + 1}"] = (tube(1.09 * r, z - 0.014, z + 0.014, bevel=0.003), "trim")
    if v.finder:
        scope = union(
            tube(0.014, 0.05 * n, 0.3 * n, 1.75 * r),
            tube(0.019, 0.26 * n, 0.34 * n, 1.75 * r),
            tube(0.011, 0.0, 0.06 * n, 1.75 * r),
        )
        posts = union(*(box(0.012, 0.8 * r, 0.014).move(0, 1.32 * r, k * n) for k in (0.12, 0.24)))
        parts["finder"] = (union(scope, posts), "trim")
    cradle = union(
        tube(1.06 * r, (at - 0.05) * n, (at + 0.05) * n), box(0.06, 0.09, 0.09, 0.01).move(0, -r - 0.015, at * n)
    )
    parts["cradle"] = (cradle, "trim")
    for name, (node, slot) in parts.items():
        d.add(name, node.move(0, r + 0.045, -at * n).rotate(x=-v.tilt).move(y=h + 0.13), slot, group="telescope")
    knob = union(
        axle(0.012, 0.2, h + 0.13), *(axle(0.028, 0.03, h + 0.13, bevel=0.006).move(x=s * 0.105) for s in (1, -1))
    )
    d.add("knobs", knob, "trim")
    d.point("top", (0, h + 0.2 + r, 0), size=2 * r)
    return d


def _refractor(r: float, n: float) -> tuple[Node, Node, Node, Node]:
    body = union(tube(0.92 * r, 0.1 * n, 0.86 * n), tube(0.5 * r, -0.02 * n, 0.14 * n))
    hood = muzzle(
        [(0.0, 0.82 * n), (1.15 * r, 0.82 * n), (1.22 * r, n), (1.08 * r, n), (1.04 * r, 0.94 * n), (0.0, 0.94 * n)]
    )
    rings = union(hood, tube(1.02 * r, 0.09 * n, 0.13 * n, bevel=0.003), tube(0.6 * r, 0.0, 0.03 * n))
    lens = muzzle([(0.0, 0.92 * n), (1.06 * r, 0.92 * n), (1.06 * r, 0.95 * n), (0.5 * r, 0.96 * n), (0.0, 0.963 * n)])
    star = union(
        tube(0.36 * r, -0.09 * n, 0.0),
        sphere(0.55 * r).move(z=-0.08 * n),
        tube(0.34 * r, 0, 1.1 * r).rotate(x=-60).move(z=-0.08 * n),
    )
    eye = union(star, tube(0.46 * r, 0.9 * r, 1.5 * r).rotate(x=-60).move(z=-0.08 * n))
    return body, rings, lens, eye


def _reflector(r: float, n: float) -> tuple[Node, Node, Node, Node]:
    body = muzzle([(0.0, 0.0), (r, 0.0), (r, n), (0.9 * r, n), (0.9 * r, 0.3 * n), (0.0, 0.3 * n)])
    rings = union(
        muzzle(
            [
                (0.88 * r, 0.97 * n),
                (1.06 * r, 0.97 * n),
                (1.06 * r, 1.01 * n),
                (0.88 * r, 1.01 * n),
                (0.88 * r, 0.97 * n),
            ]
        ),
        tube(1.06 * r, -0.02 * n, 0.04 * n, bevel=0.004),
    )
    spider = union(box(1.9 * r, 0.02 * r, 0.03), box(0.02 * r, 1.9 * r, 0.03), sphere(0.25 * r)).move(z=0.9 * n)
    lens = tube(0.92 * r, 0.28 * n, 0.34 * n)
    eye = (
        union(tube(0.24 * r, 0, 0.6 * r), tube(0.34 * r, 0, 0.22 * r), tube(0.3 * r, 0.5 * r, 0.85 * r))
        .rotate(y=50 + 40)
        .move(x=0.96 * r, z=0.85 * n)
    )
    return body, union(rings, spider), lens, eye


def _spyglass(v: Values) -> Draft:
    n, r = 0.6 * v.length, 0.62 * v.radius
    d = Draft(extent=n)
    step = n / v.draws
    for i in range(v.draws):
        k = r * (1 - 0.17 * i)
        z1 = n / 2 - i * step
        z0 = z1 - step - (0.02 if i < v.draws - 1 else 0)
        d.add(f"draw_{i + 1}", tube(k, z0, z1, r * 1.13), "tube", group="tube")
        ends = union(tube(1.12 * k, z0 + 0.005, z0 + 0.03, bevel=0.003), tube(1.04 * k, z0 + 0.034, z0 + 0.042))
        d.add(f"collar_{i + 1}", ends.move(y=r * 1.13), "trim", group="rings")
    front = n / 2
    hood = muzzle(
        [
            (0.0, front - 0.05),
            (1.12 * r, front - 0.05),
            (1.13 * r, front + 0.01),
            (0.96 * r, front + 0.01),
            (0.92 * r, front - 0.012),
            (0.0, front - 0.012),
        ],
        1.13 * r,
    )
    d.add("hood", hood, "trim", group="rings")
    d.add(
        "lens",
        muzzle(
            [(0.0, front - 0.03), (0.95 * r, front - 0.03), (0.95 * r, front - 0.008), (0.0, front - 0.003)], 1.13 * r
        ),
        "lens",
    )
    if v.wrap:
        d.add("wrap", tube(1.06 * r, front - 0.85 * step, front - 0.08, 1.13 * r), "wrap")
    last = r * (1 - 0.17 * (v.draws - 1))
    d.add(
        "eyepiece",
        muzzle(
            [
                (0.0, -front - 0.03),
                (0.8 * last, -front - 0.03),
                (1.25 * last, -front - 0.02),
                (1.25 * last, -front),
                (0.9 * last, -front + 0.02),
                (0.0, -front + 0.02),
            ],
            1.13 * r,
        ),
        "trim",
    )
    legs = [torus(1.1 * r, 0.004).rotate(x=90).move(y=1.13 * r, z=front - 0.085)]
    d.add("ring", union(*legs), "trim")
    d.point("grip", (0, 1.13 * r, 0), up=(0, 0, 1), size=2 * r)
    d.point("top", (0, 2.1 * r, 0), size=r * math.sqrt(2))
    return d
