"""Astronauts."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub.fighter import finished, naked
from maquette.shapes.sub.flesh import add, between
from maquette.shapes.sub.humanoid import Figure


@family(
    "astronaut",
    "people",
    nouns={"spaceman": {}, "cosmonaut": {}, "space explorer": {}, "diver": {"pack": True}, "spacesuit": {}},
    parameters=(
        Real("height", 1.8, 1.5, 2.0),
        Real("build", 1.25, 1.1, 1.4, unit=""),
        Real("helmet", 1.0, 0.9, 1.2, unit=""),
        Choice("visor", ("gold", "clear", "dark")),
        Flag("pack", 0.95),
        Flag("stripes", 0.8),
        Flag("flag", 0.5),
        Flag("antenna", 0.3),
        Flag("tubes", 0.8),
        Real("muscle", 1.1, 0.95, 1.25, unit=""),
    ),
    slots={
        "suit": ("fabric:#eceef0", "fabric:#e8e4da", "fabric:#d8742a", "fabric:#c8ccd2"),
        "helmet": ("plastic:#f2f3f5", "plastic:#e4e4e4"),
        "visor": ("gold:#e8b040", "dark glass", "dark glass:#2a3f5a"),
        "accent": ("fabric:#c8402a", "fabric:#2a5fb0", "fabric:#e0902a"),
        "gear": ("plastic:#b8bcc2", "plastic:#8f959c"),
        "boots": ("rubber:#6a6e74", "rubber:#3a3d42"),
        "glow": ("glow:#40c8ff", "glow:#ff4030"),
        "gloves": ("rubber:#c8ccd0", "rubber:#5a5f66"),
        "patch": ("fabric:#24468f", "fabric:#b01f2a"),
        "sole": ("rubber",),
    },
    words={
        "backpack": {"pack": True},
        "antenna": {"antenna": True},
        "stripes": {"stripes": True},
        "flag": {"flag": True},
    },
    paints={"spacesuit": "suit", "body": "suit", "stripes": "accent", "backpack": "gear", "clothes": "suit"},
    height=(1.4, 2.3),
)
def astronaut(v: Values) -> Draft:
    """A thick suit with joints, a globe of a helmet with a mirrored visor, a life-support pack."""
    man = naked(
        v,
        Figure(
            height=v.height * 0.96,
            heads=6.0,
            build=v.build,
            muscle=v.muscle,
            shoulders=0.128,
            hands=1.35,
            feet=1.35,
            arms=34,
        ),
        None,
        0.01,
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    suit = man.skin
    man.arm(suit, 0.016 * h)
    man.leg(suit, 0.016 * h)
    rings = [
        (man.elbow, man.wrist, 0.95, 0.047),
        (man.shoulder, man.elbow, 0.62, 0.06),
        (man.knee, man.ankle, 0.8, 0.056),
        (man.hip, man.knee, 0.55, 0.082),
    ]
    r = 1.28 * s * v.helmet
    at = hd(0, 0.04, 0.02)
    d.add("helmet", sphere(r, r, r).move(*at), "helmet", group="head")
    d.add(
        "visor",
        sphere(0.86 * r, 0.72 * r, 0.6 * r).move(at[0], at[1] + 0.05 * r, at[2] + 0.5 * r),
        "visor",
        group="head",
    )
    d.add(
        "visor_rim",
        torus(0.83 * r, 0.06 * r).scale(1, 1, 0.85).rotate(x=90).move(at[0], at[1] + 0.05 * r, at[2] + 0.56 * r),
        "gear",
        group="head",
    )
    d.add("neck_ring", torus(0.88 * s, 0.16 * s).move(0, at[1] - 0.92 * r, at[2]), "gear", group="head")
    d.add(
        "ear_caps",
        cylinder(0.28 * s, 0.2 * s, 0.22 * s, bevel=0.04 * s).rotate(z=-90).move(0.98 * r, at[1], at[2]).mirrored(),
        "gear",
        group="head",
    )
    if v.antenna:
        d.add(
            "antenna",
            union(
                sweep([(0.98 * r, at[1], at[2]), (1.05 * r, at[1] + 1.3 * r, at[2])], 0.03 * s),
                sphere(0.08 * s).move(1.05 * r, at[1] + 1.3 * r, at[2]),
            ),
            "gear",
            group="head",
        )
    if v.stripes:
        region = union(
            *(box(0.16 * h, 0.16 * h, 0.028 * h).rotate(x=90).move(*between(a, b, t)) for a, b, t, _ in rings)
        )
        d.add("stripes", suit.node(0.006 * h) & region.mirrored(), "accent", group="suit")
    w = man.fig.build
    front = suit.hit((0, man.chest[1] - 0.03 * h, h), (0, man.chest[1] - 0.03 * h, 0))
    d.add("chest_unit", box(0.15 * h, 0.1 * h, 0.06 * h, 0.014 * h, 3).move(*front), "gear", group="suit")
    d.add(
        "lights",
        union(
            *(sphere(0.012 * h).move((i - 1) * 0.04 * h, front[1] + 0.02 * h, front[2] + 0.03 * h) for i in range(3))
        ),
        "glow",
        group="suit",
    )
    if v.flag:
        side = suit.out(between(man.shoulder, man.elbow, 0.35), (1, 0.3, 0.3), h)
        d.add(
            "flag",
            box(0.02 * h, 0.034 * h, 0.05 * h, 0.005 * h).rotate(z=-20).move(*add(side, (-0.006 * h, 0, 0))),
            "patch",
            group="suit",
        )
    if v.pack:
        d.add(
            "pack",
            union(
                box(0.26 * h, 0.3 * h, 0.12 * h, 0.03 * h, 3),
                box(0.2 * h, 0.06 * h, 0.14 * h, 0.02 * h).move(y=-0.12 * h),
            ).move(0, man.chest[1] + 0.0 * h, -0.085 * h * w - 0.06 * h),
            "gear",
            group="pack",
        )
    if v.tubes:
        tube = sweep(
            [
                (0.05 * h, front[1], front[2] + 0.01 * h),
                (0.115 * h, front[1] - 0.05 * h, front[2] + 0.01 * h),
                (0.18 * h, front[1] - 0.03 * h, 0.0),
                (0.1 * h, man.chest[1] - 0.04 * h, -0.1 * h * w),
            ],
            0.013 * h,
        )
        d.add("tubes", tube.mirrored() if v.build > 1.2 else tube, "accent", group="suit")
    c.belt(man, "gear", "glow", grow=0.02, y=0.25)
    man.hands("gloves")
    man.feet("boots", boot=0.45, name="boots")
    return finished(man, "suit")
