"""What those who fight share: skin under the gear, a sword."""

from __future__ import annotations

from maquette.shapes.api import box, capsule, extrude, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import flip
from maquette.shapes.sub.humanoid import SKIN, Figure, Human

BASE = {
    "skin": SKIN,
    "hair": face.HAIR,
    "sole": ("rubber:#15130f",),
    "belt": ("leather:#3a281c", "leather:#1f1a18"),
    "buckle": ("brass", "steel"),
} | face.FACE_SLOTS


def naked(v: Values, fig: Figure, look: face.Look | None, under: float = -0.004) -> Human:
    """A figure with its skin's bones and, with a `look`, its face."""
    man = Human(v, fig)
    face.skull(man, look or face.Look())
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, under * man.h)
    man.leg(man.skin)
    if look:
        face.features(man, look)
    return man


def sword(man: Human, length: float, blade: str, hilt: str, curved: bool = False) -> None:
    """A sword in the right hand, point up."""
    h, d = man.h, man.d
    x, y, z = flip(man.grip)
    guard = box(0.13 * h, 0.02 * h, 0.026 * h, 0.007 * h) if not curved else torus(0.03 * h, 0.009 * h)
    d.add(
        "sword_hilt",
        union(capsule(0.0115 * h, 0.15 * h), guard.move(y=0.062 * h), sphere(0.018 * h).move(y=-0.08 * h)).move(
            x, y, z
        ),
        hilt,
        group="sword",
    )
    if curved:
        edge = extrude(
            [
                (-0.014 * h, 0),
                (0.014 * h, 0),
                (0.026 * h, 0.45 * length * h),
                (0.066 * h, length * h),
                (0.004 * h, 0.55 * length * h),
            ],
            0.013 * h,
            bevel=0.004 * h,
        ).rotate(y=-90)
    else:
        half = 0.024 * h
        edge = extrude(
            [(-half, 0), (half, 0), (0.8 * half, 0.86 * length * h), (0, length * h), (-0.8 * half, 0.86 * length * h)],
            0.017 * h,
            bevel=0.006 * h,
        ).rotate(y=90)
    d.add("sword_blade", edge.move(x, y + 0.055 * h, z), blade, group="sword")


def finished(man: Human, slot: str = "skin") -> Draft:
    """The skin last."""
    man.d.add("body", man.skin.node(), slot)
    return man.finish()
