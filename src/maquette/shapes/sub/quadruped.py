"""Bodies on four legs: trunk, legs that bend as legs do, neck and muzzle as bones of one `Flesh`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from maquette.shapes.api import lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, flip, toward


@dataclass(frozen=True)
class Build:
    """Measures in metres.

    Attributes:
        height: of the withers. length: chest to rump. chest, belly, rump: radii. leg: radius of the thigh; shin: of the lower leg;
        foot: of the foot.
        stance: half the distance between left and right feet. hoofed: hooves instead of paws.
        knees: how far the hind legs bend (1 as a dog's).
        rear: height of the rump as a share of the withers'. wide: trunk's width to its height.
        sag: how far the belly hangs below the line from chest to rump.
    """

    height: float
    length: float
    chest: float
    belly: float
    rump: float
    leg: float
    shin: float
    foot: float
    stance: float
    hoofed: bool = False
    knees: float = 1.0
    rear: float = 1.0
    sag: float = 0.0
    wide: float = 1.0
    paw: float = 1.0

    @property
    def front(self) -> Point3:
        """Middle of the chest."""
        return (0, self.height - self.chest, self.length / 2 - self.chest)

    @property
    def back(self) -> Point3:
        """Middle of the rump."""
        return (0, self.rear * self.height - self.rump, -self.length / 2 + self.rump)


@dataclass(frozen=True)
class Stand:
    """Where the legs ended up: joints of the left legs from the body to the ground."""

    fore: tuple[Point3, ...]
    hind: tuple[Point3, ...]

    def limbs(self, d: Draft) -> None:
        """Skeleton hints of all four legs; the fore legs are arms to a T pose's eyes, so only the hind ones are called legs."""
        d.limb("leg_left", self.hind)
        d.limb("leg_right", [flip(p) for p in self.hind])


def trunk(flesh: Flesh, b: Build) -> Stand:
    """Trunk and four legs."""
    front, back = b.front, b.back
    middle = (0.0, (front[1] + back[1]) / 2 - b.sag, (front[2] + back[2]) / 2)
    side = (b.wide - 1) * b.chest
    if b.wide > 1.02:
        for r, p in ((b.chest, front), (b.belly, middle), (b.rump, back)):
            flesh.ball((side * r / b.chest, p[1], p[2]), 0.97 * r, both=True)
    flesh.chain([front, middle, back], [b.chest, b.belly, b.rump])
    h, s = b.height, b.stance
    top = front[1]
    zf, zh = front[2] + 0.1 * b.chest, back[2] - 0.05 * b.rump
    fore = (
        (0.85 * s, top - 0.15 * b.chest, zf),
        (s, 0.56 * top, zf - 0.07 * h * b.knees),
        (s, 0.27 * top, zf - 0.005 * h),
        (s, b.foot * 1.1, zf + 0.01 * h),
    )
    hip = back[1]
    hind = (
        (0.75 * s, hip, zh + 0.05 * h),
        (s, 0.56 * hip, zh + 0.09 * h * b.knees),
        (s, 0.3 * hip, zh - 0.11 * h * b.knees),
        (s, b.foot * 1.1, zh - 0.055 * h * b.knees),
    )
    flesh.chain(fore, [1.05 * b.leg, 0.85 * b.leg, b.shin, 0.95 * b.shin], both=True)
    flesh.chain(hind, [1.3 * b.leg, 1.0 * b.leg, 0.92 * b.shin, 0.95 * b.shin], both=True)
    if not b.hoofed:
        for p in (fore[-1], hind[-1]):
            flesh.chain(
                [(p[0], b.foot * 0.98, p[2]), (p[0], b.foot * 0.9, p[2] + b.paw * b.foot)],
                [0.84 * b.foot, 0.78 * b.foot],
                both=True,
            )
    return Stand(fore, hind)


def feet(d: Draft, b: Build, stand: Stand, slot: str) -> None:
    """Hooves, or the paws' toes."""
    nodes: list[Node] = []
    for p in (stand.fore[-1], stand.hind[-1]):
        x, z = p[0], p[2]
        if b.hoofed:
            r = b.foot
            hoof = lathe(
                [(1.12 * r, 0), (1.08 * r, 0.12 * r), (0.8 * r, 1.5 * r), (0.5 * r, 1.65 * r)], smooth=False
            ).scale(1, 1, 1.15)
            nodes.append(hoof.move(x, 0, z + 0.12 * r))
        else:
            r = b.foot
            for i in (-1, 0, 1):
                toe = sphere(0.36 * r, 0.42 * r, 0.5 * r).move(
                    x + i * 0.52 * r, 0.42 * r, z + (b.paw + 0.62 - 0.16 * abs(i)) * r
                )
                nodes.append(toe)
    d.add("hooves" if b.hoofed else "toes", union(*nodes).mirrored(), slot, group="legs")


def neck(
    flesh: Flesh, b: Build, length: float, angle: float, r0: float, r1: float, back: float = 0.0, curve: float = 0.0
) -> Point3:
    """A neck from the chest, `angle` degrees up from straight ahead, to where the head sits; `curve` bows it forward at its middle."""
    root = add(b.front, (0, 0.3 * b.chest, 0.25 * b.chest - back))
    way = toward(0, angle)
    end = add(root, way, length)
    if curve:
        across = (0.0, -way[2], way[1])
        middle = add(add(root, way, 0.5 * length), across, curve * length)
        flesh.chain([root, middle, end], [r0, 0.5 * (r0 + r1), r1])
    else:
        flesh.chain([root, end], [r0, r1])
    return end


@dataclass(frozen=True)
class Muzzle:
    """A head in units of its skull's radius: the nose's tip lies `reach` before and `drop` below the skull's middle.

    Attributes:
        root, tip: radii of the muzzle at both ends. wide: half the distance by which the muzzle is widened.
        cheeks: radius of cheeks. chin: radius of the lower jaw's tip.
        brow: forehead height. skull: width of the skull (1 is round).
    """

    reach: float
    drop: float
    root: float
    tip: float
    wide: float = 0.0
    cheeks: float = 0.0
    chin: float = 0.0
    skull: float = 1.0


def skull(flesh: Flesh, head: Frame, m: Muzzle) -> None:
    """The bones of a head."""
    s = head.size
    if m.skull > 1.02:
        flesh.ball(head(m.skull - 1, 0, 0), 0.98 * s, both=True)
    flesh.ball(head(0, 0, 0), s)
    tip, root = head(0, -m.drop, m.reach - m.tip), head(0, -0.45 * m.drop, 0.45)
    if m.wide:
        flesh.chain([add(root, (m.wide * s, 0, 0)), add(tip, (m.wide * s, 0, 0))], [m.root * s, m.tip * s], both=True)
    flesh.chain([root, tip], [m.root * s, m.tip * s])
    if m.cheeks:
        flesh.ball(head(0.62, -0.42, 0.25), m.cheeks * s, both=True)
    if m.chin:
        flesh.chain(
            [head(0, -0.55 - 0.4 * m.drop, 0.2), head(0, -m.drop - 0.75 * m.tip, m.reach - m.tip - 0.9 * m.chin)],
            [1.25 * m.chin * s, m.chin * s],
        )


def tail(
    flesh: Flesh, b: Build, points: Sequence[tuple[float, float]], radii: Sequence[float], drop: float = 0.25
) -> list[Point3]:
    """A tail in the middle plane: `points` are (back, up) in metres from its root on the rump. Returns its joints."""
    root = add(b.back, (0, b.rump * (1 - drop) * 0.8, -0.55 * b.rump))
    joints = [root, *(add(root, (0, up, -back)) for back, up in points)]
    flesh.chain(joints, [radii[0], *radii] if len(radii) == len(points) else list(radii))
    return joints


def arc(start: float, end: float, length: float, count: int = 5) -> list[tuple[float, float]]:
    """(back, up) points of a tail that leaves at `start` degrees up from straight back and ends at `end`."""
    out, y, x = [], 0.0, 0.0
    for i in range(count):
        a = math.radians(start + (end - start) * (i + 0.5) / count)
        x, y = x + math.cos(a) * length / count, y + math.sin(a) * length / count
        out.append((x, y))
    return out
