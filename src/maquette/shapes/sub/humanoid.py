"""Bodies that stand upright: joints from proportions, a skin, gripping hands, feet; `face` gives them heads, `clothes` dress them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from maquette.shapes.api import organic, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, between, flip

SKIN = ("skin:#e0ac8c", "skin:#c98f6a", "skin:#8d5a3c", "skin:#f0c8ac", "skin:#5f3b28")


@dataclass(frozen=True)
class Figure:
    """Proportions.

    Attributes:
        height: metres. heads: how many heads tall. build: thin to stout. shoulders: half their width in heights; hips likewise.
        muscle: of arms and chest. legs: hip joint's height in heights. bust: 0 to 1. belly: 0 to 1. arms: degrees away from the body.
        hands, feet: their size. stoop: how far the head leans forward, as a share of the height.
    """

    height: float = 1.75
    heads: float = 6.6
    build: float = 1.0
    shoulders: float = 0.118
    hips: float = 0.055
    muscle: float = 1.0
    legs: float = 0.475
    bust: float = 0.0
    belly: float = 0.0
    arms: float = 26.0
    hands: float = 1.0
    feet: float = 1.0
    stoop: float = 0.0
    reach: float = 1.0


class Human:
    """Joints of a figure (left side), metres, and the draft that it is built in."""

    def __init__(self, v: Values, fig: Figure, extent: float | None = None) -> None:
        if v.style == "cartoon":
            fig = Figure(
                **{
                    **fig.__dict__,
                    "heads": fig.heads * 0.66,
                    "hands": fig.hands * 1.3,
                    "feet": fig.feet * 1.25,
                    "legs": fig.legs * 0.86,
                }
            )
        self.v, self.fig = v, fig
        h = self.h = fig.height
        self.d = Draft(extent=extent or h)
        self.head_size = 0.5 * h / fig.heads
        self.head = Frame((0, h - 0.98 * self.head_size, fig.stoop * h + 0.006 * h), 0, self.head_size)
        neck_y = h - 2.05 * self.head_size
        self.shoulder: Point3 = (fig.shoulders * h, neck_y - 0.045 * h - 0.3 * fig.stoop * h, 0.25 * fig.stoop * h)
        self.neck: Point3 = (0, neck_y - 0.015 * h, 0.5 * fig.stoop * h)
        self.hip: Point3 = (fig.hips * h, fig.legs * h, 0)
        k = (self.shoulder[1] - self.hip[1]) / (0.29 * 1.0 * h)
        arm = 0.158 * h * (0.5 + 0.5 * k) * fig.reach
        a = math.radians(fig.arms)
        self.elbow = add(self.shoulder, (math.sin(a), -math.cos(a), -0.06), arm)
        low = math.radians(0.75 * fig.arms)
        self.wrist = add(self.elbow, (math.sin(low) * 0.9, -math.cos(low) * 0.9, 0.42), 0.9 * arm)
        ankle_y = 0.046 * h * fig.feet
        self.knee: Point3 = (self.hip[0] * 1.12, ankle_y + 0.53 * (self.hip[1] - ankle_y), 0.012 * h)
        self.ankle: Point3 = (self.hip[0] * 1.2, ankle_y, -0.012 * h)
        self.grip = add(self.wrist, (0.002 * h, -0.026 * h * fig.hands, 0.036 * h * fig.hands))
        self.chest: Point3 = (0, between(self.hip, self.shoulder, 0.78)[1], 0.4 * fig.stoop * h)
        self.waist: Point3 = (0, between(self.hip, self.shoulder, 0.4)[1], 0.1 * fig.stoop * h)
        self.skin = Flesh(0.014 * h, 48)
        self.girdle: tuple[float, float] | None = None  # height and half width of the top of a skirt

    def torso(self, flesh: Flesh, grow: float = 0.0, low: bool = True) -> None:
        """Chest, waist, hips and shoulders; `grow` metres thicker (clothes)."""
        h, fig = self.h, self.fig
        w = fig.build * h
        x = 0.42 * self.shoulder[0]
        chest, waist, hips = (
            (0.057 + 0.008 * fig.muscle) * w + grow,
            (0.054 if fig.bust == 0 else 0.047) * w + grow,
            0.063 * w + grow,
        )
        flesh.chain([add(self.chest, (x, 0, 0)), add(self.waist, (0.036 * w, 0, 0.004 * h))], [chest, waist], both=True)
        flesh.chain(
            [add(self.waist, (0.036 * w, 0, 0.004 * h)), (0.8 * self.hip[0], self.hip[1] + 0.01 * h, -0.004 * h)],
            [waist, hips if low else waist],
            both=True,
        )
        flesh.chain(
            [add(self.neck, (0.02 * h, -0.02 * h, -0.01 * h)), add(self.shoulder, (-0.012 * h, -0.004 * h, 0))],
            [0.026 * w + grow, 0.027 * w * (0.6 + 0.4 * fig.muscle) + grow],
            both=True,
        )
        if fig.bust:
            flesh.ball(add(self.chest, (0.046 * h, -0.012 * h, 0.052 * w)), 0.04 * h * fig.bust + grow, both=True)
        elif fig.muscle > 1.1:
            flesh.ball(add(self.chest, (0.05 * h, 0.01 * h, 0.04 * w)), 0.048 * h * fig.muscle + grow, both=True)
        if fig.belly > 0.1:
            flesh.ball(add(self.waist, (0, -0.01 * h, 0.045 * w)), 0.085 * w * (0.5 + 0.5 * fig.belly) + grow)

    def arm(self, flesh: Flesh, grow: float = 0.0, until: float = 1.0, flare: float = 0.0) -> None:
        """Both arms, to a share of their length (0.5 is the elbow); `flare` widens the end (sleeves)."""
        h, m = self.h, 0.5 * self.fig.build + 0.5 * self.fig.muscle
        r = [0.028 * h * m + grow, 0.024 * h * m + grow, 0.019 * h * m + grow]
        if until <= 0.5:
            flesh.chain([self.shoulder, between(self.shoulder, self.elbow, 2 * until)], [r[0], r[1] + flare], both=True)
            return
        upper = between(self.shoulder, self.elbow, 0.55)
        end = between(self.elbow, self.wrist, 2 * until - 1)
        flesh.chain(
            [self.shoulder, upper, self.elbow, end], [r[0], r[0] * (0.75 + 0.25 * m), r[1], r[2] + flare], both=True
        )

    def leg(self, flesh: Flesh, grow: float = 0.0, until: float = 1.0, flare: float = 0.0) -> None:
        """Both legs, to a share of their length (0.5 is the knee)."""
        h, m = self.h, 0.6 * self.fig.build + 0.4 * self.fig.muscle
        r = [0.054 * h * m + grow, 0.036 * h * m + grow, 0.023 * h * m + grow]
        if until <= 0.5:
            flesh.chain(
                [self.hip, between(self.hip, self.knee, 2 * until)],
                [r[0], r[1] + (r[0] - r[1]) * (1 - 2 * until) + flare],
                both=True,
            )
            return
        calf = add(between(self.knee, self.ankle, 0.3), (0, 0, -0.01 * h))
        flesh.chain([self.hip, self.knee], [r[0], r[1]], both=True)
        end = between(self.knee, self.ankle, 2 * until - 1)
        flesh.chain(
            [self.knee, calf, end] if until > 0.7 else [self.knee, end],
            [r[1], 0.036 * h * m + grow, r[2] + flare] if until > 0.7 else [r[1], r[2] + flare],
            both=True,
        )

    def throat(self, flesh: Flesh) -> None:
        """The neck."""
        r = (0.024 + 0.006 * self.fig.muscle) * self.h * (0.7 + 0.3 * self.fig.build)
        flesh.chain([add(self.neck, (0, -0.02 * self.h, 0)), self.head(0, -0.35, -0.15)], [1.15 * r, r])

    def hands(self, slot: str, claws: str | None = None, name: str = "hands") -> None:
        """Two fists, fingers around an upright grip."""
        h = self.h
        k = 0.9 * h * self.fig.hands
        g = self.grip
        bones = Flesh(0.006 * k, 30)
        bones.chain(
            [
                between(self.elbow, self.wrist, 0.9),
                self.wrist,
                add(g, (0.012, 0.012, -0.012), k),
                add(g, (0.015, -0.012, -0.004), k),
            ],
            [0.018 * h, 0.018 * h, 0.02 * k, 0.019 * k],
        )
        for i in range(4):
            y = 0.022 - 0.0155 * i
            way = [(0.018, y, 0.004), (0.012, y, 0.022), (-0.006, y - 0.001, 0.026), (-0.016, y - 0.002, 0.01)]
            bones.chain([add(g, p, k) for p in way], [0.0095 * k, 0.0092 * k, 0.0088 * k, 0.008 * k])
        bones.chain(
            [add(g, (0.008, 0.022, -0.016), k), add(g, (-0.012, 0.028, -0.004), k), add(g, (-0.012, 0.029, 0.014), k)],
            [0.012 * k, 0.0105 * k, 0.0085 * k],
        )
        for side, mirror in (("left", False), ("right", True)):
            node: Node = organic(bones.bones, bones.blend, cells=19)
            self.d.add(
                f"hand_{side}" if name == "hands" else f"{name}_{side}",
                node.mirror() if mirror else node,
                slot,
                group="hands",
            )
        self.d.point("hand_left", g, up=(0, 1, 0.12), size=0.024 * k * 1.2)
        self.d.point("hand_right", flip(g), up=(0, 1, 0.12), size=0.024 * k * 1.2)
        if claws:
            from maquette.shapes.sub.features import spike

            tips = [
                spike(add(g, (-0.016, 0.02 - 0.0155 * i, 0.008), k), (-0.4, -0.15, -1), 0.028 * k, 0.008 * k, 6)
                for i in range(4)
            ]
            self.d.add("claws", union(*tips).mirrored(), claws, group="hands")

    def feet(
        self, slot: str, boot: float = 0.0, name: str = "shoes", sole: str | None = "sole", bare: bool = False
    ) -> None:
        """Shoes; with `boot` as a share of the shin they go up the leg."""
        h, k = self.h, self.h * self.fig.feet
        x, y, z = self.ankle
        shoe = Flesh(0.012 * h, 23)
        heel, ball, toe = (
            (x, 0.027 * k, z - 0.012 * k),
            (x + 0.006 * k, 0.025 * k, z + 0.062 * k),
            (x + 0.008 * k, 0.021 * k, z + 0.098 * k),
        )
        shoe.chain([heel, ball, toe], [0.026 * k, 0.027 * k, 0.0205 * k])
        shoe.chain([(x, y + 0.012 * h, z), between(self.ankle, heel, 0.6)], [0.026 * h, 0.027 * k])
        if boot:
            m = 0.6 * self.fig.build + 0.4 * self.fig.muscle
            end = between(self.ankle, self.knee, boot)
            shoe.chain([self.ankle, end], [0.029 * h * m, 0.029 * h * m + 0.017 * h * boot * m])
        if bare:
            for i in range(4):
                shoe.ball(
                    (toe[0] + (0.024 - 0.016 * i) * k * -1 + 0.002 * k, 0.014 * k, toe[2] + (0.012 - 0.004 * i) * k),
                    0.0115 * k,
                )
        d = self.d
        d.add(name, shoe.node().mirrored(), slot, group="feet")
        if sole and not bare:
            low = Flesh(0.012 * h, 22)
            low.chain([(p[0], 0.012 * k, p[2]) for p in (heel, ball, toe)], [0.0275 * k, 0.029 * k, 0.023 * k])
            from maquette.shapes.api import box

            slab = box(0.3 * k, 0.018 * k, 0.4 * k).move(x, 0.009 * k, z + 0.04 * k)
            d.add("soles", (low.node() & slab).mirrored(), sole, group="feet")

    def finish(self) -> Draft:
        """Points and skeleton."""
        d, h = self.d, self.h
        top = (0.0, h, self.head.at[2] - 0.06 * self.head_size)
        d.point("head", top, size=1.66 * self.head_size)
        d.point("top", top)
        d.point("back", add(self.chest, (0, 0, -0.085 * h * self.fig.build)), front=(0, 0, -1), size=0.2 * h)
        for side, sign in (("left", 1), ("right", -1)):

            def s(p: Point3, sign: int = sign) -> Point3:
                return (sign * p[0], p[1], p[2])

            d.limb("arm_left" if side == "left" else "arm_right", [s(self.shoulder), s(self.elbow), s(self.wrist)])
            d.limb("leg_left" if side == "left" else "leg_right", [s(self.hip), s(self.knee), s(self.ankle)])
        d.limb("spine", [(0, self.hip[1], 0), self.waist, self.chest, self.neck])
        d.limb("head", [self.neck, self.head.at])
        return d
