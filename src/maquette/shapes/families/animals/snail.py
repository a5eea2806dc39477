"""Snails and slugs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sweep
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame


@family(
    "snail",
    "animal",
    nouns={"slug": {"shell": False}, "sea snail": {}, "garden snail": {}},
    parameters=(
        Real("length", 0.12, 0.05, 0.4),
        Real("shell_size", 1.0, 0.8, 1.25, unit=""),
        Whole("turns", 2, 2, 3),
        Real("stalk", 1.0, 0.7, 1.4, unit=""),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("lean", 0, -12, 12, unit="deg"),
        Flag("shell", 1.0),
        Flag("bands", 0.6),
        Real("smile", 1.0, 0.5, 1.3, unit=""),
    ),
    slots={
        "shell": ("porcelain:#a8683a", "porcelain:#d8a860", "porcelain:#7a4a3a", "porcelain:#c87a8a"),
        "bands": ("porcelain:#5a3420", "porcelain:#f0e0c0"),
        "skin": ("slime:#c8b088", "slime:#a89a78", "slime:#9ab07a"),
    }
    | f.EYE_SLOTS
    | {"mouth": ("paint:#4a2f28",)},
    words={"shell": {"shell": True}, "house": {"shell": True}},
    paints={"body": "skin"},
    height=(0.02, 0.5),
)
def snail(v: Values) -> Draft:
    """A spiral house on a soft foot, eyes on stalks."""
    n = v.length
    d = Draft(extent=1.1 * n)
    flesh = Flesh(0.03 * n, 58)
    r = 0.085 * n * v.build
    for x in (0.0, 0.05 * n):
        flesh.chain(
            [(x, 0.03 * n, -0.5 * n), (x, 0.8 * r, -0.15 * n), (x, 0.95 * r, 0.2 * n), (0.6 * x, 0.2 * n, 0.38 * n)],
            [0.025 * n, 0.9 * r, 1.05 * r, 0.085 * n],
            both=x > 0,
        )
    hd = Frame((0, 0.25 * n, 0.42 * n), 0, 0.1 * n)
    flesh.ball(hd(0, 0, 0), 0.1 * n)
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.2, 0), half=38 * v.smile, elevation=-12, smile=12, thick=0.08, points=5),
        "mouth",
        group="head",
    )
    top = hd(0.55, 0.6 + 1.6 * v.stalk, 0.5)
    d.add(
        "stalks",
        sweep(
            [hd(0.35, 0.5, 0.2), hd(0.45, 1.1, 0.35), top], [0.032 * n, 0.024 * n, 0.022 * n], round_ends=True
        ).mirrored(),
        "skin",
        group="head",
    )
    for name, node, slot in zip(
        ("eye_whites", "eyes", "pupils", "glints"),
        f.eyeball(top, (0.15, 0, 1), 0.05 * n),
        ("white", "eyes", "pupil", "glint"),
        strict=True,
    ):
        d.add(name, node.mirrored(), slot, group="head")
    high = 0.3 * n
    if v.shell:
        k = 0.27 * n * v.shell_size
        count = 12 * v.turns
        pts, radii = [], []
        for i in range(count + 1):
            s = i / count
            a = 2 * math.pi * v.turns * s - 0.9
            q = k * (1 - 0.92 * s)
            pts.append((0.35 * k * s, 0.13 * n + 1.02 * k + 0.62 * q * math.sin(a), -0.12 * n - 0.62 * q * math.cos(a)))
            radii.append(max(0.56 * k * (1 - 0.86 * s), 0.03 * n))
        house = Flesh(0.01 * n, 51)
        house.chain(pts, radii, both=True)
        d.add("shell", house.node().rotate(x=v.lean * 0.3), "shell")
        if v.bands:
            line = [(p[0] + 0.97 * q, p[1], p[2]) for p, q in zip(pts, radii, strict=True)]
            d.add("bands", sweep(line[: 4 * count // 5], 0.022 * n).mirrored().rotate(x=v.lean * 0.3), "bands")
        high = 0.13 * n + 2.1 * k
    d.add("body", flesh.node() - box(9 * n, 2 * n, 9 * n).move(y=-n), "skin")
    d.point("head", hd(0, 1, 0), size=0.2 * n)
    d.point("top", (0, high, -0.12 * n))
    d.point("back", (0, high, -0.12 * n), size=0.3 * n)
    return d
