"""Clothes for `Human`: each adds parts. Garments are the body's own bones made thicker, so they fit every figure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import box, cylinder, lathe, loft, sphere, sweep, torus, union
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Point3, add, between
from maquette.shapes.sub.humanoid import Human


def oval(x: float, z: float, n: int = 16, ripple: float = 0.0, folds: int = 8) -> list[tuple[float, float]]:
    """A closed oval in XZ, rippled into folds."""
    out = []
    for i in range(n):
        a = 2 * math.pi * i / n
        k = 1 + ripple * math.cos(folds * a)
        out.append((x * k * math.cos(a), z * k * math.sin(a)))
    return out


def shirt(
    man: Human,
    slot: str = "shirt",
    sleeves: float = 0.28,
    grow: float = 0.007,
    flare: float = 0.004,
    name: str = "shirt",
    hem: float = 0.0,
) -> None:
    """Torso and sleeves (a share of the arm); `hem` lets it hang lower, in heights."""
    flesh, h = Flesh(0.012 * man.h, 39), man.h
    man.torso(flesh, grow * h)
    if sleeves:
        man.arm(flesh, grow * h, sleeves, flare * h)
    if hem:
        flesh.chain(
            [(0.8 * man.hip[0], man.hip[1], 0), (0.95 * man.hip[0], man.hip[1] - hem * h, 0)],
            [0.068 * h * man.fig.build, 0.066 * h * man.fig.build + grow * h],
            both=True,
        )
    low = man.hip[1] + (0.012 - hem) * h
    man.d.add(name, flesh.node() & box(2 * h, 2 * h, 2 * h).move(y=low + h), slot, group="clothes")


def trousers(
    man: Human,
    slot: str = "trousers",
    until: float = 0.97,
    grow: float = 0.006,
    flare: float = 0.008,
    name: str = "trousers",
) -> None:
    """Hips and legs (a share of the leg)."""
    flesh, h = Flesh(0.012 * man.h, 37), man.h
    w = man.fig.build * h
    flesh.chain(
        [(0.7 * man.hip[0], between(man.hip, man.waist, 0.55)[1], 0), (0.8 * man.hip[0], man.hip[1], 0)],
        [0.056 * w + 0.5 * grow * h, 0.06 * w + 0.6 * grow * h],
        both=True,
    )
    man.leg(flesh, grow * h, until, flare * h)
    man.d.add(name, flesh.node(), slot, group="clothes")


def skirt(
    man: Human,
    slot: str,
    hem: float,
    flare: float,
    name: str = "skirt",
    folds: int = 10,
    ripple: float = 0.035,
    top: float = 0.35,
    depth: float = 0.85,
) -> None:
    """A skirt from the waist to the height `hem` (metres); `flare`: half its width at the hem, in heights."""
    h, w = man.h, man.fig.build * man.h
    y0 = between(man.hip, man.waist, top + 0.3)[1]
    waist = (0.098 if man.fig.bust else 0.105) * w + (0.03 * w if man.fig.belly else 0)
    y1 = man.hip[1] - 0.02 * h
    hips = max(0.128 * w, waist * 1.12)
    sections: list[tuple[Sequence[tuple[float, float]], Point3]] = []
    for s, y, r, rip in (
        (0, hem, flare * h, ripple),
        (2, 0.5 * (hem + y1), 0.5 * flare * h + 0.5 * hips, 0.6 * ripple),
        (3, y1, hips, 0.25 * ripple),
        (4, y0, waist, 0),
    ):
        z = r * (0.72, 0.78, depth, depth + 0.08)[(4, 3, 2, 0).index(s)]
        sections.append((oval(r, z, 4 * folds, rip, folds), (0, y, 0)))
    man.girdle = (y0, waist)
    if hem < y1 - 0.02 * h:
        man.d.add(name, loft(sections), slot, group="clothes")


def belt(man: Human, slot: str = "belt", buckle: str | None = "buckle", grow: float = 0.012, y: float = 0.45) -> None:
    """A band around the waist, with a buckle."""
    h = man.h
    at = between(man.hip, man.waist, y)[1]
    if man.girdle:
        at, x = man.girdle[0] - 0.012 * h, 1.07 * man.girdle[1]
        man.d.add(
            "belt", cylinder(1.0, 0.028 * h, bevel=0.006 * h).scale(x, 1, 0.76 * x).move(y=at), slot, group="clothes"
        )
        if buckle:
            man.d.add(
                "buckle", box(0.042 * h, 0.034 * h, 0.02 * h, 0.005 * h).move(0, at, 0.76 * x), buckle, group="clothes"
            )
        return
    flesh = Flesh(0.012 * h, 40)
    man.torso(flesh, grow * h)
    man.d.add("belt", flesh.node() & box(h, 0.026 * h, h).move(y=at), slot, group="clothes")
    if buckle:
        front = flesh.hit((0, at, h), (0, at, 0))
        man.d.add("buckle", box(0.04 * h, 0.032 * h, 0.016 * h, 0.005 * h).move(*front), buckle, group="clothes")


def tunic(man: Human, slot: str, hem: float, flare: float, sleeves: float, cuff: float = 0.004) -> None:
    """A shirt with a skirt: robes, dresses, tunics, gowns."""
    shirt(man, slot, sleeves, flare=cuff, name="robe_top")
    skirt(man, slot, hem, flare, name="robe_skirt")


def cape(man: Human, slot: str = "cape", length: float = 0.72, width: float = 0.2, collar: bool = True) -> None:
    """A cape that hangs from the shoulders, thick enough to print."""
    h, w = man.h, man.fig.build
    top, x0 = man.shoulder[1] + 0.02 * h, man.shoulder[0] + 0.012 * h
    cloth = Flesh(0.024 * h, 42)
    for i in range(-6, 7):
        k = i / 6
        line: list[Point3] = []
        for share in (0.0, 0.3, 0.65, 1.0):
            x = k * (x0 + (width * h - x0) * share**0.8)
            z = -(0.075 + 0.03 * w) * h - 0.1 * h * share**0.7 + 0.085 * h * abs(k) ** 2.2 * (1 - 0.35 * share)
            line.append(
                (x, top - share * (length * h - (0.012 * h if i % 2 else 0)), z + (0.006 * h if i % 2 else 0) * share)
            )
        cloth.chain(line, [0.013 * h, 0.014 * h, 0.0165 * h, 0.0185 * h])
    d = man.d
    d.add("cape", cloth.node(), slot, group="clothes")
    if collar:
        ring = sweep(
            [
                (x0 * 0.98, top, -0.075 * h),
                (x0 * 0.95, top, 0.0),
                (0.06 * h, top - 0.02 * h, 0.075 * h),
                (-0.06 * h, top - 0.02 * h, 0.075 * h),
                (-x0 * 0.95, top, 0.0),
                (-x0 * 0.98, top, -0.075 * h),
                (0, top, -0.1 * h * w),
            ],
            0.018 * h,
            closed=True,
        )
        man.d.add("cape_collar", ring, slot, group="clothes")


def plates(man: Human, slot: str = "armor", trim: str = "trim", pauldrons: float = 1.0, skirted: bool = True) -> None:
    """Plate armour over the whole body: breastplate, pauldrons, elbows, gauntlets' cuffs, thighs, knees, shins."""
    h, w, d = man.h, man.fig.build, man.d
    flesh = Flesh(0.012 * h, 48)
    man.torso(flesh, 0.014 * h, low=False)
    flesh.ball(add(man.chest, (0.042 * h, -0.005 * h, 0.045 * h * w)), 0.058 * h, both=True)
    keep = box(h, 2 * h, h).move(y=man.waist[1] - 0.045 * h + h)
    d.add("breastplate", flesh.node() & keep, slot, group="armor")
    p = 0.058 * h * pauldrons
    lames: list[Node] = []
    for i, (s, r) in enumerate(((0.02, 1.0), (0.24, 0.88), (0.42, 0.74))):
        at = between(man.shoulder, man.elbow, s)
        lames.append(
            sphere(p * r, 0.8 * p * r, p * r)
            .rotate(z=-man.fig.arms - 12)
            .move(at[0] + 0.004 * h, at[1] + (0.012 - 0.004 * i) * h, at[2])
        )
    d.add("pauldrons", union(*lames).mirrored(), slot, group="armor")
    arms, legs = Flesh(0.006 * h, 51), Flesh(0.006 * h, 48)
    m = 0.5 * man.fig.build + 0.5 * man.fig.muscle
    arms.chain([between(man.shoulder, man.elbow, 0.35), man.elbow], [0.036 * h * m, 0.031 * h * m], both=True)
    arms.chain(
        [between(man.elbow, man.wrist, 0.15), between(man.elbow, man.wrist, 0.9)],
        [0.033 * h * m, 0.03 * h * m],
        both=True,
    )
    d.add("arm_plates", arms.node(), slot, group="armor")
    lm = 0.6 * man.fig.build + 0.4 * man.fig.muscle
    legs.chain([man.hip, between(man.hip, man.knee, 0.85)], [0.06 * h * lm, 0.046 * h * lm], both=True)
    legs.chain(
        [between(man.knee, man.ankle, 0.16), between(man.knee, man.ankle, 0.34), between(man.knee, man.ankle, 0.97)],
        [0.043 * h * lm, 0.046 * h * lm, 0.034 * h * lm],
        both=True,
    )
    legs.chain(
        [(0.6 * man.hip[0], man.hip[1] + 0.03 * h, 0), (0.8 * man.hip[0], man.hip[1], 0)],
        [0.07 * h * w, 0.072 * h * w],
        both=True,
    )
    d.add("leg_plates", legs.node(), slot, group="armor")
    cops = union(
        sphere(0.05 * h * lm).scale(1, 1, 0.85).move(*add(man.knee, (0, 0, 0.016 * h))),
        sphere(0.037 * h * m).move(*add(man.elbow, (0.004 * h, 0, -0.008 * h))),
    )
    d.add("joint_plates", cops.mirrored(), trim, group="armor")
    if skirted:
        y = man.hip[1] + 0.045 * h
        faulds = union(
            *(
                cylinder((0.135 + 0.006 * i) * h * w, 0.03 * h, (0.123 + 0.006 * i) * h * w)
                .scale(1, 1, 0.8)
                .move(y=y - 0.022 * h * i)
                for i in range(3)
            )
        )
        d.add("faulds", faulds, slot, group="armor")
    ring = torus(0.05 * h, 0.012 * h).move(*add(man.neck, (0, -0.008 * h, 0)))
    d.add("gorget", ring, trim, group="armor")


def brimmed(
    man: Human, slot: str, band: str | None, crown: Sequence[tuple[float, float]], brim: float, tilt: float = 0.0
) -> None:
    """A hat: crown as (radius, height) in head units above the brow, a brim of that radius."""
    s = man.head_size
    y = 0.42
    hat = lathe([(brim * s, -0.05 * s), (brim * s, 0.03 * s), *((r * s, z * s) for r, z in crown)], smooth=False)
    man.d.add("hat", man.head.place(hat.rotate(x=tilt), 0, y, -0.12), slot, group="head")
    if band:
        r = crown[0][0] + 0.02
        ring = cylinder(r * s, 0.17 * s, max(0.1, r - 0.015) * s)
        man.d.add("hat_band", man.head.place(ring.move(y=0.12 * s).rotate(x=tilt), 0, y, -0.12), band, group="head")
