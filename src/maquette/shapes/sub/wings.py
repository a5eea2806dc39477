"""Wings in the XY plane: root at the origin, tip toward +X, upper edge toward +Y, thin along Z; for the left side, to be mirrored."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import extrude, lathe, sweep, union
from maquette.shapes.node import Node

Point2 = tuple[float, float]


def feathered(
    span: float, chord: float, *, lift: float = 0.45, feathers: int = 9, thick: float = 0.03
) -> tuple[Node, Node]:
    """(arm with coverts, flight feathers): an arm that rises to the wrist and long feathers that fan out from hanging to pointing outward.

    Args:
        span: root to tip. chord: length of the inner feathers. lift: how high the wrist stands, in spans. thick: of feathers, in spans.
    """
    wrist = (0.48 * span, lift * span)
    end = (0.66 * span, 0.92 * lift * span)
    t = thick * span

    def arm(s: float) -> Point2:
        if s < 0.75:
            k = s / 0.75
            return (wrist[0] * k, wrist[1] * math.sin(0.5 * math.pi * k))
        k = (s - 0.75) / 0.25
        return (wrist[0] + (end[0] - wrist[0]) * k, wrist[1] + (end[1] - wrist[1]) * k)

    long: list[Node] = []
    short: list[Node] = []
    for layer, (count, share, sink, group) in enumerate(
        ((2 * feathers, 1.0, 0.0, long), (2 * feathers - 2, 0.55, 0.55, short), (2 * feathers - 5, 0.3, 1.0, short))
    ):
        for i in range(count):
            s = (i + 0.3) / count
            x, y = arm(s)
            angle = -100 + 92 * s**1.6
            length = share * (chord * (0.85 + 0.1 * s) + max(0.0, s - 0.45) * 0.75 * (span - end[0]) * 1.9)
            width = 0.5 * 1.7 * span / count * (1.0 if layer == 0 else 1.15)
            a = math.radians(angle)
            f = lens(0.54 * length, min(width, 0.3 * length), (0.55 if layer == 0 else 0.75) * t).rotate(z=angle)
            group.append(
                f.move(
                    x + 0.46 * length * math.cos(a), y + 0.46 * length * math.sin(a), (0.75 * sink + 0.12 * (i % 2)) * t
                )
            )
    path = [(*arm(s), 0.5 * t) for s in (0.0, 0.25, 0.5, 0.75, 1.0)]
    bone = sweep(
        [(-0.06 * span, -0.02 * span, 0.5 * t), *path],
        [1.9 * t, 1.9 * t, 1.6 * t, 1.4 * t, 1.3 * t, 0.7 * t],
        round_ends=True,
    )
    return union(bone, *short), union(*long)


def lens(x: float, y: float, z: float, sides: int = 10) -> Node:
    """A coarse ellipsoid of half axes x, y, z: feathers come by the dozen."""
    arc = [(max(0.03, math.cos(a)), math.sin(a)) for a in (math.radians(30 * i - 90) for i in range(7))]
    return lathe(arc, sides=sides).rotate(z=90).scale(x, y, z)


def bat(
    span: float, *, lift: float = 0.55, fingers: int = 4, thick: float = 0.018, claw: bool = True
) -> tuple[Node, Node]:
    """(arm and fingers, membrane) of a dragon's or a bat's wing; `span` from root to the longest tip."""
    elbow, wrist = (0.26 * span, 0.42 * lift * span), (0.42 * span, lift * span)
    tips: list[Point2] = []
    for i in range(fingers):
        a = math.radians(12 - 108 * i / max(fingers - 1, 1))
        length = span * (0.6, 0.62, 0.66, 0.68)[min(i, 3)] if i < fingers - 1 else 0.74 * span
        tips.append((wrist[0] + length * math.cos(a), wrist[1] + length * math.sin(a)))
    outline: list[Point2] = [(-0.02 * span, 0.02 * span), elbow, wrist]
    low = (-0.02 * span, -0.34 * span)
    for tip, after in zip(tips, [*tips[1:], low], strict=True):
        outline.append(tip)
        m = ((tip[0] + after[0]) / 2, (tip[1] + after[1]) / 2)
        for s, pull in ((0.3, 0.2), (0.5, 0.26), (0.7, 0.2)):
            p = (tip[0] + s * (after[0] - tip[0]), tip[1] + s * (after[1] - tip[1]))
            outline.append((p[0] + pull * (wrist[0] - m[0]), p[1] + pull * (wrist[1] - m[1])))
    outline.append(low)
    t = thick * span
    membrane = extrude(outline, 0.8 * t)
    arm = sweep(
        [(-0.05 * span, 0, 0), (*elbow, 0), (*wrist, 0)], [2.2 * t, 1.9 * t, 1.6 * t], smooth=False, round_ends=True
    )
    bones: list[Node] = [arm]
    for x, y in tips:
        bones.append(sweep([(*wrist, 0), (x, y, 0)], [1.25 * t, 0.6 * t], round_ends=True))
    if claw:
        bones.append(
            sweep(
                [
                    (*wrist, 0),
                    (wrist[0] + 0.01 * span, wrist[1] + 0.05 * span, 0.2 * t),
                    (wrist[0] + 0.05 * span, wrist[1] + 0.09 * span, t),
                ],
                [1.4 * t, t, 0.3 * t],
            )
        )
    return union(*bones), membrane


def plate(outline: Sequence[Point2], size: float, thick: float) -> Node:
    """A thin wing, fin or leaf: a smooth closed outline in units of `size`."""
    return extrude([(size * x, size * y) for x, y in outline], thick, smooth=True)
