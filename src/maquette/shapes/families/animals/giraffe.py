"""Giraffes."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Point3, add, between, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "giraffe",
    "animal",
    nouns={"baby giraffe": {"height": 1.6}},
    parameters=(
        Real("height", 2.8, 1.4, 3.2, about="of the withers"),
        Real("neck", 1.0, 0.8, 1.15, unit=""),
        Real("length", 0.72, 0.65, 0.8, unit=""),
        Real("build", 1.0, 0.88, 1.15, unit=""),
        Real("lean", 66, 58, 76, unit="deg", about="of the neck"),
        Whole("patches", 84, 60, 110),
        Real("patch_size", 1.0, 0.8, 1.25, unit=""),
        Flag("mane", 0.85),
        Real("horn_length", 0.7, 0.5, 0.95, unit=""),
    ),
    slots={
        "fur": ("fur:#e2b668", "fur:#d9a95a", "fur:#ecca8c"),
        "patches": ("fur:#8a4e22", "fur:#6f3d1c", "fur:#a3622e"),
        "hooves": ("horn:#4a3c30",),
        "mane": ("fur:#7a4526",),
        "ear": ("fur:#e9cf9f",),
        "horn": ("fur:#3a2a20",),
    }
    | HAIR_SLOTS,
    words={"mane": {"mane": True}, "spots": {"patches": 84}},
    paints={"spots": "patches", "coat": "fur"},
    height=(2.0, 6.3),
)
def giraffe(v: Values) -> Draft:
    """Stilts, a sloping back, a neck as long as the legs."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.15 * h * w,
        belly=0.13 * h * w,
        rump=0.13 * h * w,
        leg=0.05 * h * w,
        shin=0.026 * h,
        foot=0.034 * h,
        stance=0.085 * h * w,
        hoofed=True,
        knees=0.4,
        rear=0.9,
    )
    m = Muzzle(reach=2.9, drop=0.75, root=0.72, tip=0.44, chin=0.22)
    a = Beast(v, b, m, 0.062 * h, (0.8 * h * v.neck, v.lean, 0.1 * h * w, 0.05 * h), pitch=24, extent=1.8 * h, cells=88)
    joints = a.tail(arc(-50, -88, 0.3 * h, 4), [0.013 * h, 0.011 * h, 0.009 * h, 0.008 * h])
    d, hd = a.d, a.head
    d.add("tail_tuft", sphere(0.016 * h, 0.05 * h, 0.016 * h).move(*joints[-1]), "mane")
    f.ears(d, hd, "leaf", (0.72, 0.5, -0.35), 1.3 * hd.size, 0.6 * hd.size, lean=75, inner="ear")
    stalks = union(
        *(
            cylinder(0.15 * hd.size, v.horn_length * hd.size * 1.5, 0.12 * hd.size).move(y=0.5 * hd.size),
            sphere(0.2 * hd.size).move(y=(0.5 + 0.75 * v.horn_length) * hd.size),
        )
    )
    d.add("horns", hd.place(stalks.rotate(z=-10).rotate(x=-12), 0.35, 0.75, -0.1).mirrored(), "horn", group="head")
    a.eyes(0.24, 64, 16, out=0.55, forward=0.25, white=None)
    a.nostrils(32, 16, 0.12)
    a.mouth(half=100, elevation=-38, smile=12, back=0.5)
    rng = v.rng("patches")
    region: Node | None = None
    for i in range(v.patches):
        if i % 3:
            z = float(rng.uniform(-0.48, 0.45)) * b.length
            center: Point3 = (0, b.front[1] * (1 - 0.06 * (0.5 - z / b.length)), z)
        else:
            center = between(a.root, a.end, float(rng.uniform(0.05, 0.95)))
        on = a.flesh.out(
            center, toward(90 * (1 if i % 2 else -1) + float(rng.uniform(-35, 35)), float(rng.uniform(-35, 80))), h
        )
        r = float(rng.uniform(0.036, 0.052)) * h * v.patch_size * (1.0 if i % 3 else 0.8)
        ball = (
            cylinder(r, 2 * r, sides=6)
            .rotate(x=90)
            .rotate(y=90 if i % 3 else 60, z=float(rng.uniform(0, 30)))
            .move(*on)
        )
        region = ball if region is None else region + ball
    for side in (-1, 1):
        for p, q in ((a.stand.fore[0], a.stand.fore[1]), (a.stand.hind[0], a.stand.hind[1])):
            for s in (0.55, 0.9):
                c = between(p, q, s)
                ball = sphere(0.036 * h * v.patch_size).move(
                    side * (c[0] + 0.04 * h), c[1], c[2] + (s - 0.7) * 0.06 * h
                )
                region = region + ball if region else ball
    if region:
        a.marking("patches", region, "patches")
    if v.mane:
        back = [
            a.flesh.hit(add(between(a.end, a.root, s), (0, 0.12 * h, -0.3 * h)), between(a.end, a.root, s))
            for s in (0.02, 0.25, 0.5, 0.75, 0.95)
        ]
        d.add("mane", sweep(back, 0.017 * h, round_ends=True), "mane")
    a.skin("fur", "hooves")
    return d
