"""Features of heads: eyes, ears, horns, mouths, teeth, claws. They sit on a `Flesh` or in a `Frame` whose unit is the skull's radius."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import cone, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, flip, toward, unit

EYES = ("paint:#3a2412", "paint:#6b4a14", "paint:#2f5d3a", "paint:#23201e")
WHITE = ("porcelain:#f7f5ee",)
BLACK = ("paint:#0d0c0e",)


def both(*nodes: Node) -> Node:
    """Nodes of the left side with their mirror images."""
    return union(*nodes).mirrored()


def eyeball(
    at: Point3, look: Point3, r: float, pupil: float = 0.5, slit: bool = False
) -> tuple[Node, Node, Node, Node]:
    """White, iris, pupil and glint of one eye of radius r that looks along `look`."""
    x, y, z = at
    look = unit(look)
    iris = sphere(0.74 * r).move(*add(at, look, 0.38 * r))
    p = add(at, look, (1.2 - pupil) * r)
    black = sphere(0.3 * pupil * r, 1.1 * pupil * r, 0.75 * pupil * r) if slit else sphere(pupil * r)
    middle, reach = (add(at, look, 0.38 * r), 0.72 * r) if slit else (p, 0.94 * pupil * r)
    glint = add(middle, unit(add(look, (0.12, 0.62, 0.2))), reach)
    return sphere(r).move(x, y, z), iris, black.move(*p), sphere(0.2 * r).move(*glint)


def eyes(
    d: Draft,
    flesh: Flesh,
    head: Frame,
    r: float,
    azimuth: float,
    elevation: float,
    *,
    forward: float = 0.5,
    out: float = 0.35,
    pupil: float = 0.5,
    slit: bool = False,
    white: str | None = "white",
    iris: str | None = "eyes",
    lids: str | None = None,
    center: Point3 = (0, 0, 0),
    tag: str = "",
) -> Point3:
    """A pair of eyes on the skin, in direction (azimuth, elevation) from `center` of the head frame; r in metres.

    `forward` turns their look from the skin's direction to straight ahead;
    `out`: how far the ball stands out, in radii; `lids` a slot for upper lids;
    without `white` or `iris` they are dark balls with a glint. Returns the centre of the left one.
    """
    way = head.turn(toward(azimuth, elevation))
    on = flesh.out(head(*center), way, 5 * head.size)
    at = add(on, way, (out - 1) * r)
    look = unit(
        add((way[0] * (1 - forward), way[1] * (1 - forward), way[2] * (1 - forward)), head.turn((0, 0, 1)), forward)
    )
    left, right = eyeball(at, look, r, pupil, slit), eyeball(flip(at), flip(look), r, pupil, slit)
    if white:
        d.add(f"eye_whites{tag}", union(left[0], right[0]), white, group="head")
        if iris:
            d.add(f"eyes{tag}", union(left[1], right[1]), iris, group="head")
        d.add(f"pupils{tag}", union(left[2], right[2]), "pupil", group="head")
    else:
        d.add(f"eyes{tag}", union(left[0], right[0]), iris or "pupil", group="head")
        if iris:
            d.add(f"pupils{tag}", union(left[2], right[2]), "pupil", group="head")
    if r > 0.012 * d.extent:
        d.add(f"glints{tag}", union(left[3], right[3]), "glint", group="head")
    if lids:
        # A larger ball behind and above: its rim shows as an upper lid.
        lid = sphere(1.1 * r).move(*add(add(at, look, -0.22 * r), head.turn((0, 1, 0)), 0.24 * r))
        d.add(f"eyelids{tag}", lid.mirrored(), lids, group="head")
    return at


EYE_SLOTS = {"eyes": EYES, "white": WHITE, "pupil": BLACK, "glint": ("porcelain:#ffffff",)}


def ear(kind: str, length: float, width: float, thick: float = 0.35) -> tuple[Node, Node]:
    """An ear and its inside: base at the origin, along +Y, open toward +Z; "pointed", "round", "long", "leaf", "tuft"."""
    outlines: dict[str, Sequence[tuple[float, float]]] = {
        "pointed": ((0.5, -0.25), (0.5, 0.1), (0.4, 0.5), (0.2, 0.82), (0.03, 1.0)),
        "round": ((0.42, -0.2), (0.52, 0.25), (0.5, 0.6), (0.3, 0.92), (0.02, 1.0)),
        "long": ((0.3, -0.12), (0.4, 0.25), (0.5, 0.55), (0.36, 0.86), (0.03, 1.0)),
        "leaf": ((0.18, -0.15), (0.3, 0.15), (0.5, 0.5), (0.34, 0.82), (0.03, 1.0)),
    }
    profile = [(width * x, length * y) for x, y in outlines[kind]]
    shell = lathe(profile, smooth=True).scale(1, 1, thick)
    inner = lathe([(0.7 * x, 0.84 * y + 0.05 * length) for x, y in profile], smooth=True).scale(1, 1, thick)
    return shell, inner.move(z=0.24 * thick * width)


def ears(
    d: Draft,
    head: Frame,
    kind: str,
    at: Point3,
    length: float,
    width: float,
    *,
    lean: float = 15.0,
    tip: float = 0.0,
    yaw: float = 0.0,
    slot: str = "fur",
    inner: str | None = "ear",
    thick: float = 0.35,
    bend: float = 0.0,
) -> None:
    """A pair of ears: `at` in skulls, measures in metres; `lean` degrees outward, `tip` degrees forward,
    `yaw` turned outward, `bend` degrees over to the front.
    """
    parts = ear(kind, length, width, thick)
    for name, node in zip(("ears", "ear_insides"), parts if inner else parts[:1], strict=False):
        if bend:
            node = node.bent(bend, axis="y", toward="z")
        node = head.place(node.rotate(y=yaw).rotate(x=tip).rotate(z=-lean), *at)
        d.add(name, node.mirrored(), slot if name == "ears" or inner is None else inner, group="head")


def floppy_ears(
    d: Draft, head: Frame, at: Point3, length: float, width: float, *, slot: str = "fur", out: float = 0.25
) -> None:
    """Ears that hang down at the sides of the head."""
    x, y, z = head(*at)
    path = [
        (x - 0.5 * width, y - 0.1 * width, z),
        (x + 0.8 * out * length, y - 0.02 * length, z),
        (x + (out + 0.14) * length, y - 0.52 * length, z + 0.04 * length),
        (x + (out + 0.02) * length, y - length, z + 0.1 * length),
    ]
    flap = sweep(path, [0.5 * width * k for k in (0.5, 0.6, 1.1, 0.55)], round_ends=True)
    d.add("ears", flap.mirrored(), slot, group="head")


def horn(points: Sequence[Point3], radius: float, tip: float = 0.12) -> Node:
    """A horn along points, thinner to its end."""
    n = len(points) - 1
    return sweep(points, [radius * (1 - (1 - tip) * (i / n) ** 1.2) for i in range(n + 1)], round_ends=True)


def horns(d: Draft, head: Frame, kind: str, at: Point3, length: float, radius: float, slot: str = "horn") -> None:
    """A pair of horns (at, length, radius in skulls): "short", "cow", "devil", "goat", "ram", "antlers", "straight"."""
    curves: dict[str, Sequence[Point3]] = {
        "short": ((0, -0.15, 0), (0.12, 0.4, 0), (0.14, 1, 0.05)),
        "straight": ((0, -0.15, 0), (0.1, 0.5, -0.1), (0.2, 1, -0.2)),
        "cow": ((-0.2, -0.1, 0), (0.45, 0.08, 0.05), (0.8, 0.4, 0.12), (0.78, 0.85, 0.1)),
        "devil": ((0, -0.2, 0), (0.22, 0.35, 0.12), (0.3, 0.7, 0.0), (0.15, 1.05, -0.12)),
        "goat": ((0, -0.2, 0), (0.06, 0.4, -0.12), (0.16, 0.7, -0.42), (0.28, 0.78, -0.85)),
        "ram": (
            (-0.1, -0.1, 0),
            (0.25, 0.32, -0.2),
            (0.5, 0.1, -0.62),
            (0.62, -0.42, -0.55),
            (0.66, -0.6, -0.05),
            (0.76, -0.35, 0.3),
        ),
    }

    def p(q: Point3) -> Point3:
        return head(at[0] + q[0] * length, at[1] + q[1] * length, at[2] + q[2] * length)

    if kind == "antlers":
        r = radius * head.size
        beam = [(0.0, -0.1, 0.0), (0.22, 0.35, -0.16), (0.5, 0.65, -0.16), (0.52, 1.05, 0.02)]
        tines = [
            ((0.08, 0.16, -0.08), (0.1, 0.36, 0.26)),
            ((0.36, 0.5, -0.17), (0.28, 0.85, 0.05)),
            ((0.51, 0.68, -0.15), (0.78, 0.92, -0.1)),
        ]
        nodes = [
            horn([p(q) for q in beam], r, 0.35),
            *(horn([p(a), p(add(a, add(b, a, -1), 0.5)), p(b)], 0.75 * r, 0.35) for a, b in tines),
        ]
        d.add("antlers", both(*nodes), slot, group="head")
        return
    d.add("horns", horn([p(q) for q in curves[kind]], radius * head.size).mirrored(), slot, group="head")


def mouth_line(
    flesh: Flesh,
    head: Frame,
    center: Point3,
    *,
    half: float = 70.0,
    elevation: float = -25.0,
    smile: float = 12.0,
    back: float = 0.0,
    thick: float = 0.05,
    points: int = 9,
    lift: float = 0.0,
) -> Node:
    """A line around the muzzle, on the skin: from `center` (skulls) in directions up to `half` degrees to each side;
    `back` moves its corners back.
    """
    path = []
    for i in range(points):
        s = 2 * i / (points - 1) - 1
        way = head.turn(toward(half * s, elevation + smile * s * s))
        c = head(center[0], center[1], center[2] - back * s * s)
        on = flesh.out(c, way, 4 * head.size)
        path.append(add(on, way, lift - 0.35 * thick * head.size))
    return sweep(path, thick * head.size, round_ends=True, sides=6)


def on_skin(flesh: Flesh, head: Frame, azimuth: float, elevation: float, center: Point3 = (0, 0, 0)) -> Point3:
    """The skin in a direction from a point of the head frame."""
    return flesh.out(head(*center), head.turn(toward(azimuth, elevation)), 5 * head.size)


def spike(at: Point3, way: Point3, length: float, radius: float, sides: int | None = None, sink: float = 0.25) -> Node:
    """A cone that stands on the skin at `at` along `way`, its foot sunk by a share of its length."""
    way = unit(way)
    node = cone(radius, length, sides).move(y=(0.5 - sink) * length)
    tilt = math.degrees(math.acos(max(-1.0, min(1.0, way[1]))))
    return node.rotate(x=tilt).rotate(y=math.degrees(math.atan2(way[0], way[2]))).move(*at)


def claws(
    foot: Point3, r: float, count: int = 3, length: float = 0.7, spread: float = 0.62, heading: float = 0.0
) -> Node:
    """Claws at the front of a foot of radius r whose middle lies at `foot`, on the ground."""
    nodes = []
    for i in range(count):
        a = math.radians(heading) + (i - (count - 1) / 2) * spread
        way = (math.sin(a), -0.32, math.cos(a))
        at = add(foot, (math.sin(a), 0, math.cos(a)), 0.9 * r)
        nodes.append(spike((at[0], 0.34 * r, at[2]), way, length * r, 0.2 * r, 6))
    return union(*nodes)
