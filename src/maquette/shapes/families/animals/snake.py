"""Snakes and worms."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, between


@family(
    "snake",
    "animal",
    nouns={
        "cobra": {"hood": True},
        "python": {"thickness": 1.3},
        "viper": {},
        "rattlesnake": {"rattle": True},
        "serpent": {},
        "worm": {"fangs": False, "tongue": False},
        "boa": {"thickness": 1.3},
    },
    parameters=(
        Real("width", 0.6, 0.2, 1.2, about="of the coil"),
        Whole("coils", 2, 1, 3),
        Real("thickness", 1.0, 0.8, 1.3, unit=""),
        Real("raise", 1.0, 0.7, 1.3, unit="", about="of the head"),
        Real("head", 1.0, 0.85, 1.25, unit=""),
        Flag("hood", 0.25),
        Flag("tongue", 0.85),
        Flag("fangs", 0.5),
        Flag("rattle", 0.2),
        Flag("bands", 0.6),
    ),
    slots={
        "scales": ("scales:#4a7a3a", "scales:#8a6a3a", "scales:#c8862a", "scales:#3a4a5a"),
        "bands": ("scales:#2a2a1c", "scales:#e0c860", "scales:#a8281f"),
        "tongue": ("paint:#c8202a",),
        "teeth": ("bone",),
        "rattle": ("horn:#d8c088",),
        "belly": ("scales:#e8dca8",),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#e8c020", "paint:#d8401c")},
    words={"hood": {"hood": True}, "striped": {"bands": True}, "tongue": {"tongue": True}, "fangs": {"fangs": True}},
    paints={"body": "scales", "stripes": "bands"},
    height=(0.08, 1.2),
)
def snake(v: Values) -> Draft:
    """Coils with a raised head, a forked tongue."""
    w = v.width
    d = Draft(extent=1.1 * w)
    r = 0.075 * w * v.thickness
    flesh = Flesh(0.35 * r, 66)
    path: list[Point3] = []
    n = 12 * v.coils
    for i in range(n + 1):
        s = i / n
        a = 2 * math.pi * v.coils * s
        radius = (0.42 - 0.2 * s) * w
        path.append((radius * math.sin(a), r * (0.95 + 1.25 * v.coils * s * 0.75), radius * math.cos(a)))
    up = path[-1][1]
    path += [
        (-0.06 * w, up + 0.12 * w, 0.02 * w),
        (0.0, up + 0.28 * w * v.values["raise"], -0.05 * w),
        (0.0, up + 0.46 * w * v.values["raise"], 0.05 * w),
        (0.0, up + 0.5 * w * v.values["raise"], 0.14 * w),
    ]
    m = len(path) - 1
    radii = [r * (min(1.0, 0.22 + 3.2 * i / m) if i < m * 0.3 else (0.78 if i > m - 3 else 1.0)) for i in range(m + 1)]
    # The thin end of the tail lies on the ground as the rest of the first coil does.
    path = [
        (x, y if i >= 0.3 * m else y - 0.95 * (r - q), z)
        for i, ((x, y, z), q) in enumerate(zip(path, radii, strict=True))
    ]
    flesh.chain(path, radii)
    hd = Frame(path[-1], 6, 1.12 * r * v.head)
    flesh.ball(hd(0.25, 0.05, 0), 0.85 * hd.size, both=True)
    flesh.chain([hd(0.15, -0.05, 0.4), hd(0.1, -0.15, 1.25)], [0.75 * hd.size, 0.5 * hd.size], both=True)
    if v.hood:
        # Ribs so close that they melt into one flat shield behind the throat.
        ribs = 9
        for i in range(ribs):
            s = i / (ribs - 1)
            c = between(path[-2], path[-3], 0.1 + 1.0 * s)
            reach = 1.75 * r * math.sin(math.pi * (0.16 + 0.84 * s) ** 1.15)
            flesh.chain([add(c, (0, 0, -0.1 * r)), add(c, (reach, 0, 0.12 * r))], [0.45 * r, 0.34 * r], both=True)
    f.eyes(
        d,
        flesh,
        hd,
        0.27 * hd.size * (1.4 if v.style == "cartoon" else 1),
        50,
        26,
        forward=0.4,
        out=0.5,
        white=None,
        slit=True,
    )
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.15, 0.8), half=112, elevation=-14, smile=10, back=0.7, thick=0.06),
        "mouth",
        group="head",
    )
    if v.tongue:
        t0 = hd(0, -0.32, 1.5)
        d.add(
            "tongue",
            union(
                sweep([t0, add(t0, (0, -0.02 * r, 0.9 * r))], 0.1 * r),
                *(
                    sweep(
                        [add(t0, (0, -0.02 * r, 0.85 * r)), add(t0, (0.3 * r * s, -0.12 * r, 1.4 * r))],
                        [0.095 * r, 0.06 * r],
                        round_ends=True,
                    )
                    for s in (-1, 1)
                ),
            ),
            "tongue",
            group="head",
        )
    if v.fangs:
        d.add(
            "fangs",
            f.spike(f.on_skin(flesh, hd, 26, -22, (0, -0.1, 0.9)), (0, -1, 0.1), 0.5 * r, 0.1 * r, 6, 0.2).mirrored(),
            "teeth",
            group="head",
        )
    if v.rattle:
        d.add(
            "rattle",
            union(
                *(
                    sphere((0.34 - 0.05 * i) * r).move(*add(path[0], (-0.35 * r * (i + 0.2), 0.16 * r * i, 0)))
                    for i in range(4)
                )
            ),
            "rattle",
        )
    if v.bands:
        d.add(
            "bands",
            flesh.node(0.006 * w)
            & union(
                *(
                    sphere(0.95 * r, 1.15 * r, 0.32 * r)
                    .rotate(y=math.degrees(math.atan2(p[0], p[2])) + 90)
                    .move(p[0], p[1] + 0.45 * r, p[2])
                    for p in path[3:-4:2]
                )
            ),
            "bands",
        )
    d.add("body", flesh.node(), "scales")
    top = flesh.hit(hd(0, 5, 0), hd(0, 0, 0))
    d.point("head", top, size=2 * hd.size)
    d.point("top", top)
    return d
