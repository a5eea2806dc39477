"""Legs and arms of walking machines: armoured thighs and shins, joints, pistons clawed feet, guns and claws."""

from __future__ import annotations

from maquette.shapes.api import Point3, box, hull, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import add, between, flip
from maquette.shapes.sub.sidewise import axle, tube


def plate(a: Point3, b: Point3, ra: float, rb: float, thick: float) -> Node:
    """An armour box from joint to joint, wider in X than deep."""
    return sweep(
        [a, b],
        profile=[
            (-ra, -0.6 * thick),
            (-0.75 * ra, -thick),
            (0.75 * ra, -thick),
            (ra, -0.6 * thick),
            (rb, 0.6 * thick),
            (0.75 * rb, thick),
            (-0.75 * rb, thick),
            (-rb, 0.6 * thick),
        ],
        smooth=False,
    )


def leg(d: Draft, v: Values, where: str, front: int) -> None:
    """A leg and its mirror image."""
    h, s = v.height, v.stride * v.height
    hip: Point3 = (s * 0.95, 0.46 * h, 0.1 * h * front)
    if front:
        knee: Point3 = (s * 2.1, 0.5 * h, 0.3 * h * front)
        ankle: Point3 = (s * 2.5, 0.09 * h, 0.46 * h * front)
        mid = between(knee, ankle, 0.45)
    elif v.stance == "bird":
        knee, mid, ankle = (
            (s * 1.15, 0.34 * h, 0.13 * h),
            (s * 1.2, 0.21 * h, -0.13 * h),
            (s * 1.25, 0.075 * h, 0.02 * h),
        )
    else:
        knee, mid, ankle = (
            (s * 1.1, 0.27 * h, 0.045 * h),
            (s * 1.13, 0.18 * h, 0.02 * h),
            (s * 1.16, 0.075 * h, -0.02 * h),
        )
    r = 0.036 * h * (0.9 if front else 1.0)
    tag = f"{where}_" if where else ""

    def put(name: str, node: Node, slot: str) -> None:
        d.add(f"{tag}{name}", node.mirrored(), slot, group="legs")

    put("hip_joints", union(axle(1.5 * r, 2.4 * r, bevel=0.2 * r), axle(0.8 * r, 3.2 * r)).move(*hip), "joint")
    put("thighs", union(plate(hip, knee, 1.25 * r, 1.05 * r, 1.35 * r), sphere(1.3 * r).move(*hip)), "armor")
    put("knees", union(axle(1.15 * r, 3.0 * r, bevel=0.15 * r), axle(0.6 * r, 3.5 * r)).move(*knee), "joint")
    put(
        "kneecaps",
        box(1.7 * r, 2.0 * r, 0.7 * r, 0.2 * r)
        .rotate(x=-12)
        .move(*add(knee, (0, 0.1 * r, 1.15 * r if front >= 0 else -1.15 * r))),
        "accent",
    )
    bird = v.stance == "bird" and not front
    put(
        "shins",
        union(plate(knee, mid, 0.95 * r, 0.85 * r, 1.0 * r), plate(mid, ankle, 1.0 * r, 0.75 * r, 0.9 * r)),
        "armor" if not bird else "joint",
    )
    if bird:
        put("hocks", axle(0.95 * r, 2.5 * r, bevel=0.15 * r).move(*mid), "joint")
        put(
            "shin_plates",
            plate(between(mid, ankle, 0.08), between(mid, ankle, 0.75), 1.2 * r, 1.0 * r, 1.15 * r),
            "armor",
        )
    piston = union(
        sweep(
            [add(hip, (1.1 * r, -1.4 * r, -1.2 * r)), add(between(knee, mid, 0.4), (1.0 * r, 0, -0.5 * r))], 0.28 * r
        ),
        sweep(
            [
                add(hip, (1.1 * r, -1.4 * r, -1.2 * r)),
                between(
                    add(hip, (1.1 * r, -1.4 * r, -1.2 * r)), add(between(knee, mid, 0.4), (1.0 * r, 0, -0.5 * r)), 0.5
                ),
            ],
            0.42 * r,
        ),
    )
    if not front:
        put("pistons", piston, "weapon")
    put(
        "ankles",
        union(axle(0.9 * r, 2.3 * r, bevel=0.15 * r), box(1.3 * r, 1.8 * r, 1.4 * r, 0.2 * r).move(y=-0.9 * r)).move(
            *ankle
        ),
        "joint",
    )
    f = v.foot * 0.075 * h * (0.85 if front else 1.0)
    pad = union(
        hull(
            [
                (x * f, y, z * f)
                for x, z, y in (
                    (0.7, 0.9, 0),
                    (-0.7, 0.9, 0),
                    (0.75, -0.7, 0),
                    (-0.75, -0.7, 0),
                    (0.5, 0.5, 0.45 * f),
                    (-0.5, 0.5, 0.45 * f),
                    (0.5, -0.6, 0.5 * f),
                    (-0.5, -0.6, 0.5 * f),
                )
            ]
        )
    )
    toes = [
        hull(
            [
                (x * f + dx, y, z)
                for dx in (-0.26 * f, 0.26 * f)
                for y, z in ((0.0, 0.5 * f), (0.0, 1.75 * f), (0.16 * f, 1.8 * f), (0.42 * f, 0.6 * f))
            ]
        )
        for x in (-0.45, 0.45)
    ]
    heel = hull(
        [
            (dx, y, z)
            for dx in (-0.28 * f, 0.28 * f)
            for y, z in ((0.0, -0.5 * f), (0.0, -1.3 * f), (0.16 * f, -1.35 * f), (0.42 * f, -0.5 * f))
        ]
    )
    at = (ankle[0], 0.0, ankle[2])
    turn = 0.0 if not front else (20.0 if front > 0 else 160.0)
    put("feet", union(pad, *toes, heel).rotate(y=turn).move(*at), "armor")
    for side, chain in (("left", [hip, knee, mid, ankle]), ("right", [flip(p) for p in (hip, knee, mid, ankle)])):
        if front >= 0:
            d.limb("leg_left" if side == "left" else "leg_right", chain)


def rear_leg(d: Draft, v: Values) -> None:
    """The third leg, behind."""
    h = v.height
    hip, knee, ankle = (0.0, 0.46 * h, -0.08 * h), (0.0, 0.5 * h, -0.32 * h), (0.0, 0.09 * h, -0.45 * h)
    r = 0.036 * h
    d.add(
        "rear_thigh",
        union(plate(hip, knee, 1.2 * r, r, 1.2 * r), axle(1.2 * r, 3 * r).move(*knee)),
        "armor",
        group="legs",
    )
    d.add(
        "rear_shin",
        union(plate(knee, ankle, r, 0.8 * r, 0.9 * r), box(1.3 * r, 2.4 * r, 1.4 * r).move(*add(ankle, (0, -r, 0)))),
        "joint",
        group="legs",
    )
    d.add(
        "rear_foot",
        lathe([(0.0, 0.0), (2.4 * r, 0.0), (2.2 * r, 0.5 * r), (1.0 * r, 1.2 * r), (0.0, 1.3 * r)]).move(
            ankle[0], 0, ankle[2]
        ),
        "armor",
        group="legs",
    )


def gun_arm(d: Draft, v: Values, side: int, shoulder: Point3) -> None:
    h = v.height
    name = "left" if side > 0 else "right"
    elbow = add(shoulder, (0.015 * h, -0.14 * h, -0.03 * h))
    wrist = add(elbow, (0, -0.01 * h, 0.2 * h))

    def put(part: str, node: Node, slot: str) -> None:
        d.add(f"{part}_{name}", node if side > 0 else node.mirror(), slot, group="arms")

    put(
        "upper_arm",
        union(
            plate(shoulder, elbow, 0.034 * h, 0.03 * h, 0.036 * h),
            box(0.1 * h, 0.09 * h, 0.13 * h, 0.018 * h).move(*add(shoulder, (0.02 * h, 0.005 * h, 0))),
        ),
        "armor",
    )
    put("elbow", axle(0.034 * h, 0.1 * h, bevel=0.005 * h).move(*elbow), "joint")
    x, y, z = elbow
    if v.claw and side > 0:
        put("forearm", box(0.085 * h, 0.085 * h, 0.19 * h, 0.014 * h).move(x, y, z + 0.1 * h), "armor")
        put("wrist", tube(0.03 * h, z + 0.18 * h, z + 0.23 * h, y, x), "joint")
        fingers = [
            sweep(
                [
                    (0.012 * h * c, 0.012 * h * s, z + 0.21 * h),
                    (0.05 * h * c, 0.05 * h * s, z + 0.26 * h),
                    (0.02 * h * c, 0.02 * h * s, z + 0.34 * h),
                ],
                [0.018 * h, 0.017 * h, 0.006 * h],
                smooth=False,
            )
            for c, s in ((0.87, -0.5), (-0.87, -0.5), (0, 1))
        ]
        put("claw", union(*fingers, sphere(0.032 * h).move(z=z + 0.22 * h)).move(x, y), "weapon")
    else:
        put(
            "gun",
            union(
                box(0.095 * h, 0.11 * h, 0.2 * h, 0.014 * h).move(x, y, z + 0.07 * h),
                box(0.1 * h, 0.03 * h, 0.12 * h, 0.006 * h).move(x, y, z + 0.05 * h),
            ),
            "armor",
        )
        n, r = v.barrels, 0.022 * h if v.barrels > 1 else 0.034 * h
        spots = {
            1: [(0.0, 0.0)],
            2: [(0.024, 0.0), (-0.024, 0.0)],
            3: [(0.024, -0.014), (-0.024, -0.014), (0.0, 0.027)],
            4: [(0.024, 0.024), (-0.024, 0.024), (0.024, -0.024), (-0.024, -0.024)],
        }[n]
        end = z + 0.36 * h
        pipes = []
        for a, b in spots:
            px, py = x + a * h, y + b * h
            pipes.append(tube(0.75 * r, z + 0.14 * h, end, py, px))
            pipes.append(tube(r, end - 0.06 * h, end - 0.004 * h, py, px, 0.003 * h))
            pipes.append(tube(r, z + 0.16 * h, z + 0.21 * h, py, px))
        holes = [tube(0.45 * r, end - 0.03 * h, end + 0.1, y + b * h, x + a * h) for a, b in spots]
        put("barrels", _cut(union(*pipes), holes), "weapon")
        put("stripe", box(0.099 * h, 0.114 * h, 0.02 * h, 0.01 * h).move(x, y, z + 0.14 * h), "accent")
    chain = [shoulder, elbow, wrist]
    d.limb("arm_left" if side > 0 else "arm_right", chain if side > 0 else [flip(p) for p in chain])
    grip = add(wrist, (0, 0, 0.08 * h))
    d.point(f"hand_{name}", grip if side > 0 else flip(grip), up=(0, 1, 0.1), size=0.04 * h)


def _cut(solid: Node, holes: list[Node]) -> Node:
    for hole in holes:
        solid = solid - hole
    return solid
