"""Hats and caps."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.flesh import Flesh
from maquette.shapes.sub.hollow import hollow


@family(
    "hat",
    "wearable",
    nouns={
        "top hat": {"kind": "top"},
        "cowboy hat": {"kind": "cowboy"},
        "cap": {"kind": "cap"},
        "baseball cap": {"kind": "cap"},
        "wizard hat": {"kind": "wizard"},
        "witch hat": {"kind": "wizard"},
        "party hat": {"kind": "party"},
        "santa hat": {"kind": "santa"},
        "bowler": {"kind": "bowler"},
        "bowler hat": {"kind": "bowler"},
        "fedora": {"kind": "fedora"},
        "sombrero": {"kind": "cowboy", "brim": 1.6},
        "sun hat": {"kind": "bowler", "brim": 1.6},
        "straw hat": {"kind": "bowler", "brim": 1.4},
        "beanie": {"kind": "beanie"},
        "chef hat": {"kind": "chef"},
    },
    parameters=(
        Choice("kind", ("fedora", "top", "cowboy", "cap", "wizard", "bowler", "party", "santa", "beanie", "chef")),
        Real("width", 0.19, 0.16, 0.22, about="of the head"),
        Real("height", 1.0, 0.8, 1.3, unit=""),
        Real("brim", 1.0, 0.85, 1.6, unit=""),
        Flag("band", 0.85),
        Flag("buckle", 0.25),
        Flag("feather", 0.25),
        Flag("flower", 0.08),
    ),
    slots={
        "felt": (
            "fabric:#3a2c26",
            "fabric:#22242c",
            "leather:#7a4a28",
            "fabric:#5a2f86",
            "fabric:#b02a30",
            "fabric:#2a4f8f",
        ),
        "band": ("fabric:#8f2028", "fabric:#1f1c1e", "fabric:#d8b04a"),
        "buckle": ("gold", "steel"),
        "feather": ("feathers:#d84030", "feathers:#3a8fc0"),
        "trim": ("wool:#f4f0ea",),
        "flower": ("petal", "petal:#f0d040"),
    },
    words={
        "band": {"band": True},
        "buckle": {"buckle": True},
        "feather": {"feather": True},
        "flower": {"flower": True},
        "pointed": {"kind": "wizard"},
    },
    paints={"ribbon": "band", "brim": "felt"},
    height=(0.07, 0.5),
)
def hat(v: Values) -> Draft:
    """A crown and a brim."""
    r, k, w = v.width / 2 + 0.008, v.height, v.width / 2 * v.brim
    d = Draft(extent=max(2 * (r + w), 0.25))
    t, top, kind = 0.007, 0.12 * k, v.kind
    band_r = r
    if kind in ("wizard", "party"):
        h = (0.34 if kind == "wizard" else 0.2) * k
        shell = hollow([(r, 0), (0.985 * r, 0.02), (0.7 * r, 0.3 * h), (0.4 * r, 0.6 * h), (0.02 * r, h)], t, 0.09)
        d.add("crown", shell, "felt")
        if kind == "wizard":
            d.add(
                "tip",
                sweep(
                    [(0, 0.9 * h, 0), (0, 0.99 * h, -0.015), (0, 1.0 * h, -0.06)],
                    [0.2 * r, 0.14 * r, 0.05 * r],
                    round_ends=True,
                ),
                "felt",
            )
        else:
            d.add("pompom", sphere(0.024).move(y=h), "trim")
        top = h
    elif kind in ("cap", "beanie", "santa"):
        shell = hollow(
            [(r, 0), (1.02 * r, 0.04), (0.86 * r, 0.085 * k), (0.5 * r, 0.12 * k), (0.02 * r, 0.13 * k)], t, 0.1 * k
        )
        d.add("crown", shell, "felt")
        top = 0.13 * k
        if kind == "cap":
            visor = (
                (sphere(0.95 * r, 0.02, 0.85 * r * v.brim) - box(1, 1, 1).move(z=-0.5 - 0.0))
                .rotate(x=8)
                .move(0, 0.012, 0.78 * r)
            )
            d.add("visor", visor, "band")
            d.add("button", sphere(0.009, 0.006, 0.009).move(y=top), "band")
        elif kind == "santa":
            d.add(
                "tail",
                sweep(
                    [(0, 0.09 * k, 0), (0.02, 0.17 * k, 0), (0.08, 0.2 * k, 0), (0.13, 0.13 * k, 0.0)],
                    [0.75 * r, 0.55 * r, 0.36 * r, 0.16 * r],
                ),
                "felt",
            )
            d.add("pompom", sphere(0.03).move(0.135, 0.11 * k, 0), "trim")
            d.add("trim", torus(1.0 * r, 0.02).move(y=0.018), "trim")
        else:
            d.add("cuff", torus(1.0 * r, 0.014).scale(1, 1.8, 1).move(y=0.024), "band")
            d.add("pompom", sphere(0.03).move(y=top + 0.012), "trim")
    elif kind == "chef":
        d.add("crown", hollow([(r, 0), (r, 0.1 * k), (0.95 * r, 0.11 * k)], t, 0.09 * k), "trim")
        puff = Flesh(0.02, 48)
        for i in range(9):
            puff.ball((0.085 * math.cos(0.698 * i), 0.145 * k, 0.085 * math.sin(0.698 * i)), 0.05)
        puff.ball((0, 0.15 * k, 0), 0.075)
        d.add("puff", puff.node(), "trim")
        top = 0.21 * k
    else:
        rows = {
            "top": [(r, 0), (0.97 * r, 0.07 * k), (1.04 * r, 0.16 * k), (1.02 * r, 0.165 * k)],
            "bowler": [(r, 0), (1.0 * r, 0.05 * k), (0.84 * r, 0.1 * k), (0.4 * r, 0.125 * k), (0.02 * r, 0.13 * k)],
            "fedora": [
                (r, 0),
                (0.96 * r, 0.05 * k),
                (0.84 * r, 0.12 * k),
                (0.6 * r, 0.135 * k),
                (0.3 * r, 0.122 * k),
                (0.02 * r, 0.118 * k),
            ],
            "cowboy": [
                (r, 0),
                (0.95 * r, 0.06 * k),
                (0.86 * r, 0.12 * k),
                (0.66 * r, 0.145 * k),
                (0.3 * r, 0.128 * k),
                (0.02 * r, 0.124 * k),
            ],
        }[kind]
        shell = hollow(rows, t, 0.095 * k)
        if kind in ("cowboy", "fedora"):
            shell = shell - sphere(0.02, 0.03, 0.6 * r).move(0, 0.145 * k, 0)
        d.add("crown", shell.scale(1, 1, 1.12) if kind != "top" else shell, "felt")
        top = rows[-1][1]
    if kind in ("top", "bowler", "fedora", "cowboy", "wizard"):
        flesh = Flesh(0.012, 66)
        n, curl = 84, {"cowboy": 0.055, "fedora": 0.018, "top": 0.012, "bowler": 0.014, "wizard": 0.0}[kind]
        for i in range(n):
            a = 2 * math.pi * i / n
            c, s = math.cos(a), math.sin(a)
            zz = 1.12 if kind not in ("top", "wizard") else 1.0
            reach = r + w * (0.62 if kind in ("top", "bowler", "fedora") and v.brim < 1.3 else 0.85)
            flesh.chain(
                [
                    (0.96 * r * c, 0.009, 0.96 * r * s * zz),
                    (reach * c, 0.009 + curl * c * c - (0.01 if kind == "fedora" else 0) * max(0, s), reach * s * zz),
                ],
                [0.009, 0.0085],
            )
        d.add(
            "brim",
            flesh.node() - cylinder(0.93 * r, 0.1).scale(1, 1, 1.12 if kind not in ("top", "wizard") else 1.0),
            "felt",
        )
    if v.band and kind not in ("chef", "santa", "beanie", "cap"):
        zz = 1.12 if kind not in ("top", "wizard", "party") else 1.0
        ring = (cylinder(band_r + 0.003, 0.026) - cylinder(band_r - 0.006, 0.1)).scale(1, 1, zz)
        d.add("band", ring.move(y={"party": 0.014, "wizard": 0.022}.get(kind, 0.03)), "band")
        if v.buckle:
            d.add(
                "buckle",
                (box(0.036, 0.034, 0.014, 0.003) - box(0.02, 0.018, 0.1)).move(0, 0.031, zz * band_r),
                "buckle",
            )
    if v.feather and kind in ("fedora", "cowboy", "bowler", "top"):
        d.add("feather", sphere(0.008, 0.07, 0.02).rotate(x=-24).move(band_r + 0.004, 0.09, -0.01), "feather")
    if v.flower and kind not in ("chef", "santa", "cap"):
        d.add(
            "flower",
            union(
                *(
                    sphere(0.014, 0.014, 0.008).move(0.016 * math.cos(1.257 * i), 0.016 * math.sin(1.257 * i), 0)
                    for i in range(5)
                ),
                sphere(0.01),
            ).move(0.0, 0.04, 1.1 * band_r),
            "flower",
        )
    if kind in ("cap", "party", "santa", "beanie", "chef"):
        d.extent = 0.27 if kind != "party" else 0.24
    d.point("inside", (0, 0.09 * min(k, 1.0), 0), size=v.width)
    d.point("top", (0, top, 0))
    return d
