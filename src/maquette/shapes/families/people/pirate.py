"""Pirates."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.features import on_skin
from maquette.shapes.sub.fighter import BASE, finished, naked, sword
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.humanoid import Figure


@family(
    "pirate",
    "people",
    nouns={
        "pirate captain": {"hat": "tricorne", "coat": True},
        "buccaneer": {},
        "corsair": {},
        "sailor": {"hat": "bandana", "coat": False, "eyepatch": False},
        "captain": {"hat": "tricorne", "coat": True, "eyepatch": False},
        "cowboy": {"hat": "wide", "eyepatch": False, "coat": False, "sword": False},
        "cowgirl": {"hat": "wide", "sex": "female", "eyepatch": False, "coat": False, "sword": False},
        "musketeer": {"hat": "wide", "coat": True, "eyepatch": False},
    },
    parameters=(
        Real("height", 1.78, 1.5, 1.95),
        Choice("sex", ("male", "female")),
        Real("build", 1.05, 0.9, 1.25, unit=""),
        Choice("hat", ("tricorne", "bandana", "wide")),
        Choice("beard", ("full", "goatee", "moustache", "long", "none")),
        Flag("eyepatch", 0.6),
        Flag("coat", 0.6),
        Flag("sword", 0.65),
        Flag("sash", 0.6),
        Flag("hook", 0.15),
        Real("smile", 0.6, 0.1, 1.0, unit=""),
    ),
    slots={
        "coat": ("fabric:#7a1f24", "fabric:#24305a", "fabric:#2a2a2e", "leather:#5a3820"),
        "shirt": ("fabric:#ece6d8", "fabric:#c8b898"),
        "trousers": ("fabric:#3a322a", "fabric:#26304a", "fabric:#5a4a3a"),
        "hat": ("fabric:#1f1c1e", "leather:#4a2c1a"),
        "trim": ("gold", "brass"),
        "sash": ("fabric:#b8282a", "fabric:#2a6a8a"),
        "patch": ("leather:#161314",),
        "boots": ("leather:#2a1c14", "leather:#4a3020"),
        "blade": ("steel:#d0d4d8",),
        "hilt": ("brass", "gold"),
        "skull": ("paint:#f2eee4",),
    }
    | BASE,
    words={
        "hat": {"hat": "tricorne"},
        "bandana": {"hat": "bandana"},
        "eyepatch": {"eyepatch": True},
        "patch": {"eyepatch": True},
        "hook": {"hook": True},
        "sword": {"sword": True},
        "cutlass": {"sword": True},
        "coat": {"coat": True},
        "beard": {"beard": "full"},
        "sash": {"sash": True},
    },
    paints={"jacket": "coat", "clothes": "coat", "pants": "trousers", "sword": "blade", "beard": "hair"},
    height=(1.4, 2.35),
)
def pirate(v: Values) -> Draft:
    """A cocked hat, a long coat with gold, boots, an eyepatch, a cutlass."""
    female = v.sex == "female"
    man = naked(
        v,
        Figure(
            height=v.height,
            build=v.build * (0.92 if female else 1),
            shoulders=0.104 if female else 0.12,
            bust=1.0 if female else 0.0,
            muscle=0.85 if female else 1.0,
        ),
        face.Look(ears="none", smile=v.smile, nose=0.9 if female else 1.2, jaw=0.9 if female else 1.05, frown=0.3),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    face.hair(man, "long" if female else "bob")
    if not female:
        face.beard(man, v.beard)
    c.shirt(man, "shirt", 0.92, flare=0.014)
    c.trousers(man, until=0.75)
    if v.coat:
        c.shirt(man, "coat", 0.86, grow=0.014, flare=0.018, name="coat")
        coat = d.parts.pop()
        gap = box(0.085 * h, 2 * h, h).move(0, man.waist[1], 0.5 * h)
        d.add("coat", coat.solid - gap, "coat", group="clothes")
        c.skirt(man, "coat", 0.27 * h, 0.155, name="coat_tails", top=0.1)
        tails = d.parts.pop()
        wedge = extrude(
            [(-0.03 * h, 0.3 * h), (0.03 * h, 0.3 * h), (0.13 * h, -0.45 * h), (-0.13 * h, -0.45 * h)], h
        ).move(0, man.hip[1] + 0.0 * h, 0.5 * h)
        d.add("coat_tails", tails.solid - wedge, "coat", group="clothes")
        man.girdle = None
        buttons = [
            sphere(0.011 * h).move(
                0.056 * h,
                man.waist[1] + i * 0.042 * h,
                man.skin.hit(
                    (0.056 * h, man.waist[1] + i * 0.042 * h, h), (0.056 * h, man.waist[1] + i * 0.042 * h, 0)
                )[2]
                + 0.016 * h,
            )
            for i in range(4)
        ]
        d.add("buttons", union(*buttons).mirrored(), "trim", group="clothes")
    if v.sash:
        c.belt(man, "sash", "trim", grow=0.022, y=0.35)
    else:
        c.belt(man, grow=0.022, y=0.35)
    at = hd(0, 0.4, -0.14)
    if v.hat == "bandana":
        cap = sphere(0.92 * s, 0.75 * s, 0.95 * s) & box(4 * s, 2 * s, 4 * s).move(y=1.0 * s)
        d.add(
            "hat",
            union(
                cap,
                torus(0.93 * s, 0.08 * s),
                sphere(0.16 * s).move(0, 0.0, -1.0 * s),
                sphere(0.1 * s, 0.35 * s, 0.07 * s).rotate(x=25).move(0.1 * s, -0.3 * s, -1.1 * s),
            ).move(*at),
            "sash",
            group="head",
        )
    else:
        tri = v.hat == "tricorne"
        crown = lathe(
            [(0.9 * s, 0), (0.92 * s, 0.1 * s), (0.84 * s, 0.42 * s), (0.5 * s, 0.66 * s), (0.02 * s, 0.72 * s)],
            smooth=True,
        )
        d.add("hat", crown.move(*at), "hat", group="head")
        points = []
        for i in range(24):
            a = 2 * math.pi * i / 24
            k = 0.5 - 0.5 * math.cos(3 * a) if tri else (1 - math.cos(2 * a)) / 2
            r = (1.55 - 0.5 * k) * s if tri else 1.7 * s
            up = (0.1 + 0.55 * k) * s if tri else (0.05 + 0.32 * k) * s
            points.append(add(at, (r * math.sin(a), up, r * math.cos(a))))
        brim = Flesh(0.04 * s, 51)
        inner = [
            add(at, (0.85 * s * math.sin(2 * math.pi * i / 24), 0.06 * s, 0.85 * s * math.cos(2 * math.pi * i / 24)))
            for i in range(24)
        ]
        for near, far in zip(inner, points, strict=True):
            brim.chain([near, far], [0.09 * s, 0.07 * s])
        d.add("hat_brim", brim.node(), "hat", group="head")
        d.add("hat_trim", sweep(points, 0.075 * s, closed=True), "trim", group="head")
        if tri:
            on = add(at, (0, 0.36 * s, 0.86 * s))
            bones = [
                sweep(
                    [add(on, (-0.26 * s * k, -0.2 * s, 0.02 * s)), add(on, (0.26 * s * k, 0.02 * s, 0.02 * s))],
                    0.05 * s,
                    round_ends=True,
                )
                for k in (1, -1)
            ]
            d.add("emblem", union(sphere(0.17 * s, 0.18 * s, 0.14 * s).move(*on), *bones), "skull", group="head")
    if v.eyepatch:
        on = on_skin(man.skin, hd, 25, 1)
        d.add(
            "eyepatch",
            union(
                sphere(0.27 * s, 0.25 * s, 0.12 * s).rotate(y=25).move(*add(on, (0.02 * s, 0, 0.13 * s))),
                sweep(
                    [
                        hd(0.9, 0.3, -0.1),
                        add(on, (0.0, 0.1 * s, 0.12 * s)),
                        hd(0.0, 0.3, 0.82),
                        hd(-0.5, 0.46, 0.62),
                        hd(-0.86, 0.5, 0.1),
                    ],
                    0.05 * s,
                ),
            ),
            "patch",
            group="head",
        )
    if v.sword:
        sword(man, 0.44, "blade", "hilt", curved=True)
    man.hands("skin")
    if v.hook:
        x, y, z = man.grip
        hook = sweep(
            [
                (x, y + 0.03 * h, z - 0.03 * h),
                (x, y - 0.04 * h, z),
                (x, y - 0.08 * h, z + 0.03 * h),
                (x, y - 0.05 * h, z + 0.07 * h),
                (x, y - 0.015 * h, z + 0.06 * h),
            ],
            [0.03 * h, 0.014 * h, 0.013 * h, 0.011 * h, 0.004 * h],
        )
        d.parts = [p for p in d.parts if p.name != "hand_left"]
        d.add("hook", hook, "blade", group="hands")
    man.feet("boots", boot=0.72, name="boots")
    return finished(man)
