"""Bodies of birds as one skin, with wings, tail, beak and feet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from maquette.shapes.api import extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import cute
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, flip, unit
from maquette.shapes.sub.wings import feathered


@dataclass(frozen=True)
class Plumage:
    """Measures as shares of the bird's `height` (to its crown).

    Attributes:
        body: radius; length: of the trunk; lean: degrees that it is raised; legs: their length; neck: its length;
        neck_angle: degrees up from ahead; head: radius.
        beak: length in heads; beak_kind: "seed", "hook", "bill", "long", "crook"; tail: length;
        spread: half width of the tail; wing: length of the folded wing.
    """

    height: float
    body: float = 0.24
    length: float = 0.5
    lean: float = 30.0
    legs: float = 0.24
    neck: float = 0.16
    neck_angle: float = 62.0
    neck_r: float = 0.12
    head: float = 0.15
    beak: float = 0.9
    beak_kind: str = "seed"
    tail: float = 0.4
    spread: float = 0.1
    tail_lift: float = 0.0
    wing: float = 0.55
    leg_r: float = 0.016
    foot: float = 0.13
    webbed: bool = False
    s_neck: float = 0.0


class Bird:
    """Trunk, neck and head as bones; then wings, tail, beak, feet."""

    def __init__(self, v: Values, p: Plumage, extent: float | None = None, cells: int = 61) -> None:
        self.v, self.p = v, p
        h = self.h = p.height
        self.d = Draft(extent=extent or 1.2 * h)
        self.flesh = Flesh(0.07 * h, cells)
        a = math.radians(p.lean)
        self.along: Point3 = (0.0, math.sin(a), math.cos(a))
        half = 0.5 * p.length * h
        self.middle: Point3 = (0.0, p.legs * h + p.body * h * 0.9 + 0.25 * half * math.sin(a), 0.0)
        tip = (
            self.middle[1]
            - (0.75 * half + 0.1 * p.body * h) * math.sin(a)
            - 0.98 * p.tail * h * math.sin(max(0.0, a - math.radians(p.tail_lift)))
        )
        wing = self.middle[1] + (0.12 * p.length - 0.95 * p.wing) * h * math.sin(a) - 0.1 * p.body * h
        low = min(tip - 0.02 * h, wing, self.middle[1] - 0.75 * half * math.sin(a) - 0.5 * p.body * h)
        self.middle = (0.0, self.middle[1] + max(0.0, -low), 0.0)
        self.breast = add(self.middle, self.along, 0.45 * half)
        self.rump = add(self.middle, self.along, -0.75 * half)
        self.flesh.chain([self.rump, self.middle, self.breast], [0.5 * p.body * h, p.body * h, 0.88 * p.body * h])
        n = math.radians(p.neck_angle)
        root = add(self.breast, self.along, 0.2 * p.body * h)
        end = add(root, (0, math.sin(n), math.cos(n)), p.neck * h)
        self.size = p.head * h * cute(v)
        if p.s_neck:
            bow = p.s_neck * h
            points = [
                self.breast,
                add(add(root, (0, 0.22, 0.1), p.neck * h), (0, 0, bow)),
                add(add(root, (0, 0.6, 0.0), p.neck * h), (0, 0, -0.25 * bow)),
                add(root, (0, 0.95, 0.08), p.neck * h),
                add(root, (0, 1.0, 0.25), p.neck * h),
            ]
            self.flesh.chain(points, [0.6 * p.body * h, 1.25 * p.neck_r * h, p.neck_r * h, p.neck_r * h, p.neck_r * h])
            end = points[-1]
        else:
            self.flesh.chain([root, end], [p.neck_r * h * 1.3, p.neck_r * h])
        self.head = Frame(add(end, (0, 0.2 * self.size, 0.15 * self.size)), 0, self.size)
        self.flesh.ball(self.head(0, 0, 0), self.size)
        self.grow = (0.012 if v.style == "low-poly" else 0.005) * h

    def mark(self, name: str, region: Node, slot: str, grow: float = 1.0) -> None:
        """A marking of the plumage."""
        self.d.add(name, self.flesh.node(grow * self.grow) & region, slot)

    def beak(self, slot: str = "beak", open_: bool = False) -> None:
        """Both halves of the beak; its length is in heads."""
        hd, p, s = self.head, self.p, self.size
        k = p.beak
        if p.beak_kind == "hook":
            upper = sweep(
                [
                    hd(0, 0.1, 0.6),
                    hd(0, 0.1, 0.75 + 0.5 * k),
                    hd(0, -0.18, 0.72 + 0.85 * k),
                    hd(0, -0.5, 0.66 + 0.85 * k),
                ],
                [0.42 * s, 0.34 * s, 0.2 * s, 0.03 * s],
            )
            lower = sweep([hd(0, -0.24, 0.6), hd(0, -0.36, 0.7 + 0.5 * k)], [0.26 * s, 0.12 * s], round_ends=True)
        elif p.beak_kind == "bill":
            upper = sphere(0.42 * s, 0.16 * s, 0.62 * k * s).rotate(x=6).move(*hd(0, -0.02, 0.75 + 0.45 * k))
            lower = sphere(0.36 * s, 0.13 * s, 0.52 * k * s).rotate(x=14).move(*hd(0, -0.2, 0.72 + 0.4 * k))
        elif p.beak_kind == "crook":
            upper = sweep(
                [
                    hd(0, 0.05, 0.6),
                    hd(0, 0.05, 0.8 + 0.35 * k),
                    hd(0, -0.3, 0.85 + 0.7 * k),
                    hd(0, -0.85, 0.75 + 0.75 * k),
                ],
                [0.4 * s, 0.34 * s, 0.24 * s, 0.06 * s],
            )
            lower = sweep(
                [hd(0, -0.25, 0.6), hd(0, -0.45, 0.75 + 0.45 * k), hd(0, -0.75, 0.75 + 0.6 * k)],
                [0.24 * s, 0.2 * s, 0.06 * s],
            )
        else:
            thin = 0.3 if p.beak_kind == "long" else 0.38
            upper = sweep(
                [hd(0, 0.05, 0.6), hd(0, 0.02, 0.75 + 0.4 * k), hd(0, -0.12, 0.9 + k)],
                [thin * s, 0.6 * thin * s, 0.03 * s],
            )
            lower = sweep(
                [hd(0, -0.14, 0.6), hd(0, -0.2, 0.75 + 0.36 * k), hd(0, -0.2, 0.82 + 0.8 * k)],
                [0.75 * thin * s, 0.45 * thin * s, 0.03 * s],
            )
        self.d.add("beak", union(upper, lower), slot, group="head")

    def folded(self, slot: str = "wings", tips: str | None = None) -> None:
        """Wings at the sides: a shield of coverts, and long feathers toward the tail."""
        p, h, d = self.p, self.h, self.d
        length = p.wing * h
        back = math.degrees(math.asin(self.along[1]))
        at = add(self.middle, self.along, 0.12 * p.length * h)
        x = 0.86 * p.body * h
        shield = sphere(0.23 * p.body * h + 0.012 * h, 0.72 * p.body * h, 0.52 * length).move(z=-0.16 * length)
        d.add("wings", shield.rotate(z=8).rotate(x=-back).move(x, at[1], at[2]).mirrored(), slot, group="wings")
        feathers = [
            sphere(0.03 * h, 0.17 * p.body * h, 0.36 * length)
            .rotate(x=4 * (i - 2))
            .move((0.03 - 0.008 * i) * h, (0.24 - 0.2 * i) * p.body * h, -(0.56 - 0.05 * abs(i - 1)) * length)
            for i in range(4)
        ]
        d.add(
            "wing_feathers",
            union(*feathers).rotate(y=6).rotate(x=-back).move(x * 0.93, at[1], at[2]).mirrored(),
            tips or slot,
            group="wings",
        )

    def spread(self, span: float, slot: str = "wings", tips: str | None = None, lift: float = 0.3) -> None:
        """Wings held out; `span` of one wing in heights."""
        h, d = self.h, self.d
        arm, long = feathered(span * h, 0.5 * span * h, lift=lift, feathers=7, thick=0.035)
        at = add(
            add(self.middle, self.along, 0.16 * self.p.length * h), (0.6 * self.p.body * h, 0.35 * self.p.body * h, 0)
        )
        for name, node, s in (("wings", arm, slot), ("wing_feathers", long, tips or slot)):
            d.add(name, node.rotate(x=-25).rotate(y=12).move(*at).mirrored(), s, group="wings")

    def tail(self, slot: str = "tail", feathers: int = 5) -> None:
        """A fan behind the rump."""
        p, h = self.p, self.h
        length = p.tail * h
        nodes = []
        for i in range(feathers):
            s = (i - (feathers - 1) / 2) / max((feathers - 1) / 2, 1)
            nodes.append(
                sphere(0.055 * h, 0.022 * h, 0.56 * length)
                .move(z=-0.45 * length)
                .rotate(y=math.degrees(math.atan2(s * p.spread, p.tail)))
                .move(y=-0.006 * h * abs(s))
            )
        tilt = math.degrees(math.asin(self.along[1])) - p.tail_lift
        self.d.add(
            "tail",
            union(*nodes).rotate(x=-tilt).move(*add(self.rump, self.along, -0.1 * p.body * h)),
            slot,
            group="tail",
        )

    def feet(self, slot: str = "legs", claws: str | None = None) -> None:
        """Thin legs and three toes forward, one back; or webs."""
        p, h, d = self.p, self.h, self.d
        x, r = 0.5 * p.body * h, p.leg_r * h
        hip: Point3 = (x, self.middle[1] - 0.55 * p.body * h, self.middle[2] - 0.06 * h)
        knee: Point3 = (x, 0.55 * hip[1], hip[2] - 0.03 * h * (1 if p.legs > 0.15 else 0))
        ankle: Point3 = (x, 1.2 * r, hip[2] + 0.02 * h)
        nodes: list[Node] = [sweep([hip, knee, ankle], [1.9 * r, 1.1 * r, r])]
        tips: list[Node] = []
        for a in (-34, 0, 34, 180):
            k = p.foot * h * (1.0 if a != 180 else 0.55)
            end = add(ankle, (math.sin(math.radians(a)) * k, -0.35 * r, math.cos(math.radians(a)) * k))
            nodes.append(sweep([add(ankle, (0, 0.1 * r, 0)), end], [1.0 * r, 0.75 * r], round_ends=True))
            tips.append(
                f.spike(
                    add(end, (0, 0.1 * r, 0)),
                    unit((end[0] - ankle[0], -0.3 * r, end[2] - ankle[2])),
                    2.6 * r,
                    0.62 * r,
                    6,
                    0.3,
                )
            )
        if p.webbed:
            k = p.foot * h
            web = extrude(
                [
                    (0, -0.2 * k),
                    (0.5 * k, 0.75 * k),
                    (0.25 * k, 0.85 * k),
                    (0, 1.0 * k),
                    (-0.25 * k, 0.85 * k),
                    (-0.5 * k, 0.75 * k),
                ],
                0.9 * r,
            ).rotate(x=90)
            nodes.append(web.move(ankle[0], 0.62 * r, ankle[2]))
        d.add("legs", union(*nodes).mirrored(), slot, group="legs")
        if claws:
            d.add("claws", union(*tips).mirrored(), claws, group="legs")
        d.limb("leg_left", [hip, knee, ankle])
        d.limb("leg_right", [flip(hip), flip(knee), flip(ankle)])

    def eyes(self, r: float, azimuth: float = 58, elevation: float = 16, **more: Any) -> None:
        """A pair of eyes; r in heads."""
        f.eyes(
            self.d,
            self.flesh,
            self.head,
            r * self.size * (1.2 if self.v.style == "cartoon" else 1.0),
            azimuth,
            elevation,
            **more,
        )

    def finish(self, slot: str = "feathers") -> Draft:
        """The body and its points."""
        d, h = self.d, self.h
        d.add("body", self.flesh.node(), slot)
        top = self.flesh.hit(self.head(0, 5, 0), self.head(0, 0, 0))
        d.point("head", top, size=2 * self.size)
        d.point("top", top)
        back = self.flesh.hit((0, 3 * h, self.middle[2]), (0, 0, self.middle[2]))
        d.point("back", back, size=self.p.body * h)
        d.limb("neck", [self.breast, self.head.at])
        return d
