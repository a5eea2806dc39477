"""Padded seats for one or more people: armchairs and sofas share it."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import cushion, pillow
from maquette.shapes.sub.furniture_legs import corner_legs

ARMS = ("track", "rolled", "round", "slope")


def arm_block(kind: str, width: float, height: float, depth: float) -> Node:
    """An armrest from y = 0, centred across x, its front at z = depth / 2."""
    w, h, z = width, height, depth
    if kind == "rolled":
        roll = 0.62 * w
        return union(
            box(0.78 * w, h - 0.6 * roll, z, 0.02).move(y=(h - 0.6 * roll) / 2),
            cylinder(roll, z * 1.01, bevel=0.02).rotate(x=90).move(y=h - roll),
        )
    if kind == "round":
        return union(
            box(w, h - w / 2, z, 0.03, 3).move(y=(h - w / 2) / 2),
            cylinder(w / 2, z, bevel=0.03).rotate(x=90).move(y=h - w / 2),
        )
    body = box(w, h, z, 0.035, 3).move(y=h / 2)
    if kind == "slope":
        return body - box(2 * w, h, 2 * z).rotate(x=14).move(y=h * 1.42, z=0.35 * z)
    return body


def padded_seat(
    d: Draft,
    *,
    width: float,
    depth: float,
    seat: float,
    back: float,
    arms: str,
    arm: float,
    arm_height: float,
    legs: str,
    leg_height: float,
    cushions: int,
    back_style: str,
    pillows: int = 0,
    chaise: bool = False,
    skirt: bool = False,
    pillow_turn: float = 12.0,
    soft: str = "fabric",
) -> None:
    """Adds a sofa: base, arms, back, seat cushions, legs or a skirt.

    Args:
        back: height of the whole.
        arms: one of `ARMS`, or "none"; `arm` is their width.
        back_style: "cushions", "tight", "tufted" or "wings".
        soft: slot of the cushions.
        chaise: the seat at its own left (+X) goes further to the front.
    """
    lift = 0.02 if skirt else leg_height
    ground = 0.5 * (seat - lift)
    thick = seat - lift - ground
    inner = width - 2 * arm if arms != "none" else width
    back_t = 0.2 if back_style in ("cushions",) else 0.16
    d.add(
        "base",
        box(width - (0.03 if arms != "none" else 0), ground, depth - 0.04, 0.025).move(y=lift + ground / 2, z=-0.01),
        "fabric",
    )
    if skirt:
        d.add(
            "skirt",
            box(width - 0.005, lift + 0.5 * ground, depth - 0.015, 0.012).move(y=(lift + 0.5 * ground) / 2),
            "fabric",
        )
    else:
        corner_legs(
            d,
            legs,
            leg_height + 0.02,
            0.028 if legs != "bun" else 0.045,
            width / 2 - 0.07,
            depth / 2 - 0.08,
            "frame",
            splay=0.03 if legs == "tapered" else 0,
        )
    if arms != "none":
        for name, s in (("armrest_left", 1), ("armrest_right", -1)):
            d.add(
                name,
                arm_block(arms, arm, arm_height - lift, depth).move(s * (width - arm) / 2, lift, 0),
                "fabric",
                group="armrests",
            )
    back_h = back - lift - (0.05 if back_style == "cushions" else 0.0)
    wide = inner + (0.04 if arms != "none" else 0.0)
    if back_style == "wings":
        wide = inner + 1.2 * arm
    board = box(wide, back_h, back_t, 0.06, 4).tapered(1.0, 0.75)
    d.add(
        "back", board.rotate(x=-4).move(y=lift + back_h / 2, z=-depth / 2 + back_t / 2 + 0.01), "fabric", group="back"
    )
    seat_z = depth / 2 - (-depth / 2 + back_t) + 0.01
    each = inner / cushions
    for i in range(cushions):
        x = (i - (cushions - 1) / 2) * -each
        long = 0.55 if chaise and i == 0 else 0.0
        if long:
            d.add(
                "chaise",
                box(each - 0.01, ground, seat_z + long, 0.025).move(
                    x, lift + ground / 2, depth / 2 + long / 2 - seat_z / 2
                ),
                "fabric",
            )
            d.add(
                "leg_chaise",
                cylinder(0.025, lift + 0.02).move(x, lift / 2 + 0.01, depth / 2 + long - 0.08),
                "frame",
                group="legs",
            )
        pad = cushion(each - 0.004, thick, seat_z + long, 0.05)
        d.add(
            f"seat_{i + 1}",
            pad.move(x, seat - 0.52 * thick, depth / 2 - seat_z / 2 + 0.005 + long / 2),
            soft,
            group="cushions",
        )
    face = -depth / 2 + back_t
    top, rise = back - seat, back - seat + 0.02
    if back_style == "cushions":
        for i in range(cushions):
            x = (i - (cushions - 1) / 2) * each
            pad = cushion(each - 0.006, 0.16, rise, 0.07).rotate(x=80)
            d.add(f"back_cushion_{i + 1}", pad.move(x, seat + 0.47 * rise, face + 0.05), soft, group="cushions")
    elif back_style == "tufted":
        d.add(
            "back_pad",
            cushion(inner - 0.01, 0.1, 0.94 * rise, 0.06).rotate(x=86).move(y=seat + 0.45 * rise, z=face + 0.01),
            soft,
            group="back",
        )
        columns = max(3, round(inner / 0.22))
        studs = []
        for r in range(3):
            count, y = columns - r % 2, seat + (0.32 + 0.2 * r) * top
            across = [(c - (count - 1) / 2) * 0.86 * inner / columns for c in range(count)]
            # The pad leans back by 4 degrees.
            studs += [
                sphere(0.016, 0.016, 0.011).move(x, y, face + 0.065 - 0.07 * (y - seat - 0.45 * rise)) for x in across
            ]
        d.add("buttons", union(*studs), "frame", group="back")
    elif back_style == "wings":
        for name, s in (("wing_left", 1), ("wing_right", -1)):
            wing = box(0.09, top - 0.08, 0.34, 0.04, 4).tapered(1.0, 0.6)
            d.add(
                name,
                wing.move(s * (inner / 2 + 0.02), arm_height + (top - 0.08) / 2 - 0.14, face + 0.09),
                "fabric",
                group="back",
            )
        d.add(
            "back_pad",
            cushion(inner - 0.02, 0.1, 0.96 * rise, 0.06).rotate(x=86).move(y=seat + 0.46 * rise, z=face),
            soft,
            group="back",
        )
    if arms == "rolled":
        scroll = lathe(
            [
                (0.0, -0.01),
                (0.45 * arm, -0.01),
                (0.47 * arm, 0.0),
                (0.4 * arm, 0.008),
                (0.3 * arm, 0.004),
                (0.12 * arm, 0.014),
                (0.0, 0.014),
            ]
        ).rotate(x=90)
        for name, s in (("scroll_left", 1), ("scroll_right", -1)):
            d.add(name, scroll.move(s * (width - arm) / 2, arm_height - 0.62 * arm, depth / 2), soft, group="armrests")
    for i in range(pillows):
        s = 1 if i % 2 == 0 else -1
        throw = pillow(0.4, 0.17, 0.4).rotate(x=68, z=0).rotate(y=-s * pillow_turn)
        d.add(
            f"pillow_{i + 1}",
            throw.move(
                s * (inner / 2 - 0.2 - 0.26 * (i // 2)),
                seat + 0.17,
                face + (0.22 if back_style == "cushions" else 0.16) + 0.05 * (i // 2),
            ),
            "pillow",
            group="pillows",
        )
