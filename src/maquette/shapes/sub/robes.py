"""What people of tales share: robes and staffs."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import flip
from maquette.shapes.sub.humanoid import SKIN, Figure, Human

BASE = {
    "skin": SKIN,
    "hair": face.HAIR,
    "shoes": ("leather:#3a2a20", "leather:#241c18"),
    "sole": ("leather:#1a1512",),
    "belt": ("leather:#4a3020", "rope"),
    "buckle": ("brass", "gold"),
} | face.FACE_SLOTS
COMMON = (
    Real("build", 1.0, 0.88, 1.25, unit=""),
    Choice("hair", ("long", "short", "ponytail", "curly", "bob")),
    Real("smile", 0.5, 0.0, 1.1, unit=""),
    Flag("belt", 0.7),
)
PAINTS = {"beard": "hair", "boots": "shoes", "robes": "robe", "gown": "robe", "dress": "robe", "clothes": "robe"}


def robed(
    v: Values,
    fig: Figure,
    look: face.Look,
    hem: float,
    flare: float,
    sleeve: float = 0.94,
    cuff: float = 0.022,
    extent: float | None = None,
) -> Human:
    """A figure in a long robe with wide sleeves."""
    man = Human(v, fig)
    if extent:
        man.d.extent = extent
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, -0.004 * man.h)
    man.leg(man.skin)
    c.tunic(man, "robe", hem * man.h, flare, sleeve, cuff)
    face.features(man, look)
    man.hands("skin")
    man.feet("shoes")
    return man


def done(man: Human) -> Draft:
    """The skin last."""
    man.d.add("body", man.skin.node(), "skin")
    return man.finish()


def staff(man: Human, top: str, length: float = 1.02) -> None:
    """A staff in the right hand."""
    h, d = man.h, man.d
    x, y, z = flip(man.grip)
    tip = length * h
    path = [(x, 0.0, z), (x + 0.006 * h, 0.3 * h, z - 0.004 * h), (x, y, z), (x - 0.006 * h, 0.8 * tip, z), (x, tip, z)]
    d.add("staff", sweep(path, [0.009 * h, 0.01 * h, 0.0105 * h, 0.011 * h, 0.014 * h]), "staff", group="staff")
    if top == "orb":
        prongs = [
            sweep(
                [(0, -0.01 * h, 0), (0.034 * h, 0.025 * h, 0), (0.026 * h, 0.062 * h, 0)],
                [0.008 * h, 0.007 * h, 0.004 * h],
            ).rotate(y=120 * i)
            for i in range(3)
        ]
        d.add("staff_prongs", union(*prongs).move(x, tip, z), "staff", group="staff")
        d.add("orb", sphere(0.031 * h).move(x, tip + 0.034 * h, z), "magic", group="staff")
    else:
        d.add(
            "orb",
            cylinder(0.022 * h, 0.06 * h, 0.001 * h + 0.006 * h, sides=6).move(x, tip + 0.024 * h, z),
            "magic",
            group="staff",
        )
