"""`Beast`: a draft of an animal on four legs, put together in the order that all of them share: bones first, then what sits on the skin."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, feet, neck, skull, tail, trunk

HAIR_SLOTS = {"nose": ("paint:#1d1719",), "mouth": ("paint:#2b1517",)} | f.EYE_SLOTS


def cute(v: Values) -> float:
    """How much larger heads are in this style."""
    return 1.32 if v.style == "cartoon" else 1.0


class Beast:
    """Trunk, legs, neck and head as one skin.

    Args:
        reach: length, angle (degrees up from ahead) of the neck and its radii at the chest and at the head.
        skull_size: radius of the skull, metres; muzzle in units of it. pitch: degrees, nose down.
    """

    def __init__(
        self,
        v: Values,
        build: Build,
        muzzle: Muzzle,
        skull_size: float,
        reach: tuple[float, float, float, float],
        *,
        pitch: float = 12.0,
        extent: float | None = None,
        cells: int = 67,
        blend: float | None = None,
        curve: float = 0.0,
        neck_back: float = 0.0,
        slot: str = "fur",
    ) -> None:
        self.v, self.build, self.muzzle, self.slot = v, build, muzzle, slot
        size = skull_size * cute(v)
        self.d = Draft(extent=extent or max(build.length * 1.45, build.height + reach[0]))
        self.flesh = Flesh(blend or 0.2 * build.chest, cells)
        self.stand = trunk(self.flesh, build)
        end = neck(self.flesh, build, *reach, back=neck_back, curve=curve)
        self.root, self.end = add(build.front, (0, 0.3 * build.chest, 0.25 * build.chest - neck_back)), end
        self.head = Frame(add(end, (0, 0.15 * size, 0.3 * size)), pitch, size)
        skull(self.flesh, self.head, muzzle)
        self.grow = (0.011 if v.style == "low-poly" else 0.003) * self.d.extent
        self._markings = 0

    def tail(self, points: list[tuple[float, float]], radii: list[float], drop: float = 0.25) -> list[Point3]:
        """Adds a tail and its skeleton."""
        flesh = Flesh(self.flesh.blend)
        joints = tail(flesh, self.build, points, radii, drop)
        if min(radii) < 1.1 * self.d.extent / self.flesh.cells:  # too thin for the grid
            thick = radii if len(radii) == len(joints) else [radii[0], *radii]
            self.d.add("tail", sweep(joints, thick, round_ends=True), self.slot)
        else:
            self.flesh.bones += flesh.bones
        self.d.limb("tail", joints[:8])
        return joints

    def nose(self, wide: float, high: float, slot: str = "nose", up: float = 0.35) -> None:
        """A nose pad at the muzzle's tip, in skulls."""
        h, m = self.head, self.muzzle
        at = f.on_skin(self.flesh, h, 0, 38 * up, (0, -m.drop, m.reach - m.tip))
        self.d.add(
            "nose",
            sphere(wide * h.size, high * h.size, 0.7 * high * h.size).rotate(x=h.pitch - 20).move(*at),
            slot,
            group="head",
        )

    def nostrils(self, azimuth: float, elevation: float, r: float, slot: str = "nose") -> None:
        """Two dark hollows on the muzzle."""
        h, m = self.head, self.muzzle
        at = f.on_skin(self.flesh, h, azimuth, elevation, (m.wide * 0.9, -m.drop, m.reach - m.tip))
        self.d.add(
            "nostrils", sphere(0.8 * r * h.size, r * h.size, 0.6 * r * h.size).move(*at).mirrored(), slot, group="head"
        )

    def mouth(
        self, half: float = 85, elevation: float = -28, smile: float = 14, back: float = 0.7, thick: float = 0.045
    ) -> None:
        """The line of the mouth around the muzzle."""
        m = self.muzzle
        line = f.mouth_line(
            self.flesh,
            self.head,
            (0, -m.drop, m.reach - m.tip),
            half=half,
            elevation=elevation,
            smile=smile,
            back=back,
            thick=max(thick, 1.2 * self.grow / self.head.size),
            lift=self.grow,
        )
        self.d.add("mouth", line, "mouth", group="head")

    def eyes(self, r: float, azimuth: float, elevation: float, **more: object) -> None:
        """A pair of eyes; r in skulls."""
        r *= self.head.size * (1.25 if self.v.style == "cartoon" else 1.0)
        f.eyes(self.d, self.flesh, self.head, r, azimuth, elevation, **more)  # type: ignore[arg-type]

    def skin(self, slot: str, foot: str = "hooves") -> None:
        """The body itself, its feet, and the points where other things go."""
        d, b, h = self.d, self.build, self.head
        d.add("body", self.flesh.node(), slot)
        feet(d, b, self.stand, foot)
        self.stand.limbs(d)
        top = self.flesh.hit(h(0, 4, 0), h(0, 0, 0))
        d.point("head", top, up=h.turn((0, 1, 0)), front=h.turn((0, 0, 1)), size=2 * h.size)
        back = self.flesh.hit((0, b.height * 2, -0.1 * b.length), (0, b.height * 0.5, -0.1 * b.length))
        d.point("back", back, size=2 * b.chest)
        d.point("seat", back, size=2 * b.chest)
        d.point("top", top)

    def collar(self, place: float = 0.5, width: float = 0.3, slot: str = "collar", tag: str | None = "tag") -> None:
        """A band around the neck, `place` of the way up, `width` in skulls, with a tag."""
        b, h = self.build, self.head
        low = self.root
        at = (0.0, low[1] + place * (self.end[1] - low[1]), low[2] + place * (self.end[2] - low[2]))
        tilt = math.degrees(math.atan2(self.end[2] - low[2], self.end[1] - low[1]))
        slab = box(4 * b.chest, width * h.size, 4 * b.chest).rotate(x=tilt).move(*at)
        self.d.add("collar", self.flesh.node(max(0.12 * h.size, 1.3 * self.grow)) & slab, slot)
        if tag:
            way = (0.0, -math.sin(math.radians(tilt)), math.cos(math.radians(tilt)))
            on = self.flesh.out(at, way, 4 * b.chest)
            self.d.add(
                "tag",
                sphere(0.17 * h.size, 0.19 * h.size, 0.09 * h.size).move(*add(on, (0, -0.2 * h.size, 0.14 * h.size))),
                tag,
                group="collar",
            )

    def spots(self, count: int, low: float, high: float, slot: str = "spots", name: str = "spots") -> None:
        """Round patches at random places of the trunk; sizes in chests."""
        rng, b = self.v.rng(name), self.build
        region: Node | None = None
        for _ in range(count):
            z = float(rng.uniform(-0.46, 0.46)) * b.length
            at = self.flesh.out(
                (0, b.front[1], z),
                toward(float(rng.choice([-1, 1])) * 90, float(rng.uniform(-30, 80))),
                3 * b.chest * b.wide,
            )
            ball = sphere(float(rng.uniform(low, high)) * b.chest).move(*at)
            region = ball if region is None else region + ball
        if region is not None:
            self.marking(name, region, slot)

    def marking(self, name: str, region: Node, slot: str) -> None:
        """A part of the skin in another colour: where it meets a region."""
        self._markings += 1  # each a little further out, so that no two lie in the same place
        self.d.add(name, self.flesh.node(self.grow * (0.55 + 0.45 * self._markings)) & region, slot)
