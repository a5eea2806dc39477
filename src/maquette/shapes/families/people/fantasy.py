"""Wizards and witches, kings and queens, elves and dwarves, angels: robes, crowns, beards and wings."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.features import spike
from maquette.shapes.sub.flesh import add, flip
from maquette.shapes.sub.humanoid import SKIN, Figure, Human
from maquette.shapes.sub.wings import bat, feathered

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
            sweep([(0, -0.01 * h, 0), (0.034 * h, 0.025 * h, 0), (0.026 * h, 0.062 * h, 0)], [0.008 * h, 0.007 * h, 0.004 * h]).rotate(
                y=120 * i
            )
            for i in range(3)
        ]
        d.add("staff_prongs", union(*prongs).move(x, tip, z), "staff", group="staff")
        d.add("orb", sphere(0.031 * h).move(x, tip + 0.034 * h, z), "magic", group="staff")
    else:
        d.add("orb", cylinder(0.022 * h, 0.06 * h, 0.001 * h + 0.006 * h, sides=6).move(x, tip + 0.024 * h, z), "magic", group="staff")


@family(
    "wizard", "people",
    nouns={"mage": {}, "sorcerer": {}, "warlock": {"beard": "goatee"}, "witch": {"sex": "female", "hat": True}, "sorceress": {"sex": "female"}, "druid": {"hat": False}, "merlin": {"beard": "long"}, "gandalf": {"beard": "long"}, "magician": {}, "enchantress": {"sex": "female"}},
    parameters=(Real("height", 1.78, 1.5, 1.95), Choice("sex", ("male", "female")), *COMMON, Choice("beard", ("long", "full", "goatee", "none")), Flag("hat", 0.85), Flag("staff", 0.75), Flag("cape", 0.25), Choice("staff_top", ("orb", "crystal")), Real("hat_height", 1.0, 0.7, 1.4, unit="")),
    slots={"robe": ("fabric:#3a3f8f", "fabric:#5a2f86", "fabric:#2a2730", "fabric:#7a2430", "fabric:#2f5a4a"), "trim": ("gold", "fabric:#d8b04a"), "hat": ("fabric:#33387f", "fabric:#2a2430", "fabric:#4f2a78"), "staff": ("walnut", "bark:#6a4a30"), "magic": ("glow:#40c8ff", "glow:#b060ff", "glow:#50f090"), "cape": ("fabric:#2a2440",)} | BASE | {"hair": ("fur:#e8e4de", "fur:#b9b4ac", "fur:#5a4030", "fur:#1f1b1d")},
    words={"staff": {"staff": True}, "hat": {"hat": True}, "beard": {"beard": "long"}, "cape": {"cape": True}, "cloak": {"cape": True}}, paints=PAINTS | {"orb": "magic", "cloak": "cape", "gem": "magic", "crystal": "magic"}, height=(1.4, 2.9),
)  # fmt: skip
def wizard(v: Values) -> Draft:
    """A long robe, a pointed hat, a beard and a staff that shines."""
    female = v.sex == "female"
    style = "long" if v.hair in ("short", "bob") else v.hair
    look = face.Look(
        ears=face.ears_of(style) if not v.hat else "none",
        nose=1.35 if not female else 1.0,
        eye=0.16,
        smile=v.smile,
        jaw=0.92 if female else 1.0,
        brow=1.3 if not female else 0.8,
    )
    man = robed(
        v,
        Figure(
            height=v.height,
            build=v.build * (0.94 if female else 1.0),
            shoulders=0.104 if female else 0.115,
            bust=0.9 if female else 0,
            muscle=0.85,
        ),
        look,
        0.02,
        0.16,
    )
    face.hair(man, style)
    if not female:
        face.beard(man, v.beard)
    h, s, d = man.h, man.head_size, man.d
    if v.belt:
        c.belt(man, "trim", "buckle")
    if v.hat:
        k = v.hat_height
        brim = lathe([(1.55 * s, -0.03 * s), (1.58 * s, 0.03 * s), (0.92 * s, 0.09 * s), (0.5 * s, 0.5 * s)])
        cone = sweep(
            [
                (0, 0, 0),
                (0, 0.6 * s * k, -0.03 * s),
                (0, 1.25 * s * k, -0.16 * s),
                (0.06 * s, 1.8 * s * k, -0.5 * s),
                (0.02 * s, 2.0 * s * k, -0.85 * s),
            ],
            [0.9 * s, 0.68 * s, 0.4 * s, 0.2 * s, 0.06 * s],
            round_ends=True,
        )
        d.add("hat", union(brim, cone).rotate(x=-10).move(*man.head(0, 0.5, -0.14)), "hat", group="head")
        d.add(
            "hat_band",
            cylinder(0.91 * s, 0.2 * s, 0.86 * s).move(y=0.14 * s).rotate(x=-10).move(*man.head(0, 0.5, -0.14)),
            "trim",
            group="head",
        )
    if v.staff:
        staff(man, v.staff_top)
    if v.cape:
        c.cape(man)
    return done(man)


@family(
    "king", "people",
    nouns={"emperor": {"sex": "male"}, "queen": {"sex": "female"}, "prince": {"sex": "male", "beard": "none", "cape": True}, "princess": {"sex": "female", "cape": False}, "monarch": {}, "noble": {}, "lord": {"sex": "male"}},
    parameters=(Real("height", 1.74, 1.45, 1.92), Choice("sex", ("male", "female")), *COMMON, Choice("beard", ("full", "goatee", "none", "long")), Flag("crown", 0.95), Flag("cape", 0.75), Flag("sceptre", 0.45), Real("points", 6, 5, 9, unit="", about="of the crown")),
    slots={"robe": ("velvet:#7a1f3a", "velvet:#2f3f8f", "fabric:#c46aa0", "fabric:#d8a0c0", "velvet:#4a2a6a"), "trim": ("gold",), "crown": ("gold", "gold", "silver"), "gem": ("gem", "gem:#1f5fd0", "gem:#1fa05a"), "cape": ("velvet:#a01c2a", "velvet:#3a2a7a"), "fur": ("wool:#f4f0e8",)} | BASE,
    words={"crown": {"crown": True}, "cape": {"cape": True}, "cloak": {"cape": True}, "sceptre": {"sceptre": True}, "scepter": {"sceptre": True}, "beard": {"beard": "full"}}, paints=PAINTS | {"jewel": "gem", "cloak": "cape"}, height=(1.4, 2.2),
)  # fmt: skip
def king(v: Values) -> Draft:
    """A gown or robe with a gold hem, a jewelled crown, a cape with an ermine collar."""
    female = v.sex == "female"
    style = v.hair if female and v.hair != "short" else ("bob" if v.hair == "long" and not female else ("long" if female else "short"))
    look = face.Look(
        ears=face.ears_of(style),
        nose=0.85 if female else 1.1,
        eye=0.18 if female else 0.165,
        smile=v.smile,
        jaw=0.9 if female else 1.02,
        brow=0.8 if female else 1.1,
    )
    man = robed(
        v,
        Figure(
            height=v.height * (0.95 if female else 1.0),
            build=v.build * (0.92 if female else 1.05),
            shoulders=0.1 if female else 0.122,
            bust=1.0 if female else 0,
            muscle=0.82 if female else 1.0,
        ),
        look,
        0.02,
        0.24 if female else 0.155,
        0.4 if female else 0.94,
        0.012,
    )
    face.hair(man, style)
    if not female:
        face.beard(man, v.beard)
    h, s, d = man.h, man.head_size, man.d
    r = 0.235 * h if female else 0.152 * h
    ring = torus(r, 0.016 * h).scale(1.02, 1, 0.95).move(y=0.03 * h)
    d.add("hem", ring, "trim", group="clothes")
    if v.belt:
        c.belt(man, "trim", "gem")
    if v.crown:
        n, base = round(v.points), 0.82 * s
        band = lathe([(0.8 * base, 0), (base, 0), (1.06 * base, 0.3 * s), (0.86 * base, 0.3 * s)], smooth=False)
        tips = [
            cylinder(0.2 * s, 0.42 * s, 0.02 * s, sides=4)
            .scale(1, 1, 0.5)
            .rotate(y=90)
            .rotate(x=0)
            .move(0.96 * base, 0.45 * s, 0)
            .rotate(y=360 * i / n)
            for i in range(n)
        ]
        balls = [
            sphere(0.075 * s).move(0.96 * base * math.cos(2 * math.pi * i / n), 0.68 * s, 0.96 * base * math.sin(2 * math.pi * i / n))
            for i in range(n)
        ]
        gems = [
            sphere(0.085 * s).move(
                1.02 * base * math.cos(2 * math.pi * (i + 0.5) / n), 0.15 * s, 1.02 * base * math.sin(2 * math.pi * (i + 0.5) / n)
            )
            for i in range(n)
        ]
        place = man.head(0, 0.52, -0.14)
        d.add("crown", union(band, *tips, *balls).move(*place), "crown", group="head")
        d.add("jewels", union(*gems).move(*place), "gem", group="head")
    if v.cape:
        c.cape(man, length=0.76, collar=False)
        n = man.neck
        fur = sweep(
            [
                add(n, (0, -0.0 * h, -0.085 * h)),
                add(n, (0.1 * h, -0.025 * h, -0.05 * h)),
                add(n, (0.095 * h, -0.04 * h, 0.035 * h)),
                add(n, (0.03 * h, -0.1 * h, 0.085 * h)),
                add(n, (-0.03 * h, -0.1 * h, 0.085 * h)),
                add(n, (-0.095 * h, -0.04 * h, 0.035 * h)),
                add(n, (-0.1 * h, -0.025 * h, -0.05 * h)),
            ],
            0.027 * h,
            closed=True,
        )
        d.add("fur_collar", fur, "fur", group="clothes")
    if v.sceptre:
        x, y, z = flip(man.grip)
        d.add(
            "sceptre",
            union(cylinder(0.011 * h, 0.32 * h), sphere(0.017 * h).move(y=-0.16 * h), torus(0.018 * h, 0.007 * h).move(y=0.14 * h)).move(
                x, y + 0.05 * h, z
            ),
            "crown",
            group="sceptre",
        )
        d.add("sceptre_gem", sphere(0.027 * h).move(x, y + 0.225 * h, z), "gem", group="sceptre")
    return done(man)


@family(
    "elf", "people",
    nouns={"wood elf": {}, "archer": {"quiver": True}, "ranger": {"quiver": True, "hood": True}, "fairy": {"wings": True, "height": 1.2, "sex": "female", "quiver": False}, "pixie": {"wings": True, "height": 1.2, "quiver": False}, "dark elf": {}, "christmas elf": {"height": 1.2}},
    parameters=(Real("height", 1.8, 1.15, 1.95), Choice("sex", ("female", "male")), *COMMON, Real("ear_length", 1.0, 0.75, 1.5, unit=""), Flag("cape", 0.4), Flag("quiver", 0.4), Flag("hood", 0), Flag("wings", 0)),
    slots={"robe": ("fabric:#3f6b3a", "fabric:#5a7a4a", "fabric:#2f5a5f", "fabric:#7a5a3a"), "trousers": ("leather:#5a4630", "fabric:#3a3a30"), "cape": ("fabric:#2f4a2c", "fabric:#4a3a5a"), "quiver": ("leather",), "arrows": ("feathers:#c23a2f", "feathers:#efe8d8"), "wings": ("glass:#bfe6f2", "ice")} | BASE | {"skin": ("skin:#f0d0b8", "skin:#e0b090", "skin:#8a7aa0"), "hair": ("fur:#e8d9a0", "fur:#f0ece4", "fur:#8a4a24", "fur:#2a2026"), "eyes": ("paint:#3fa05a", "paint:#3a8fc0", "paint:#8a5ac0")},
    words={"wings": {"wings": True}, "quiver": {"quiver": True}, "arrows": {"quiver": True}, "hood": {"hood": True}, "cape": {"cape": True}, "cloak": {"cape": True}}, paints=PAINTS | {"tunic": "robe", "cloak": "cape", "hood": "cape"}, height=(1.1, 2.2),
)  # fmt: skip
def elf(v: Values) -> Draft:
    """Slender, with pointed ears, a tunic and boots."""
    female = v.sex == "female"
    look = face.Look(ears="pointed", ear_length=v.ear_length, nose=0.8, eye=0.19, smile=v.smile, jaw=0.85, brow=0.75, frown=0.15)
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=6.9 if v.height > 1.4 else 5.2,
            build=0.88 * v.build,
            shoulders=0.1 if female else 0.108,
            bust=0.8 if female else 0,
            muscle=0.78,
            legs=0.49,
        ),
    )
    h, d = man.h, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, -0.004 * h)
    man.leg(man.skin)
    c.tunic(man, "robe", 0.33 * h, 0.12, 0.9, 0.006)
    c.trousers(man, until=0.9)
    if v.belt:
        c.belt(man)
    face.hair(man, "long" if v.hair == "short" else v.hair)
    face.features(man, look)
    man.hands("skin")
    man.feet("shoes", boot=0.6)
    if v.cape:
        c.cape(man, length=0.6, width=0.16)
    if v.hood:
        hood = lathe([(0.98, -1.0), (1.0, -0.3), (0.98, 0.3), (0.75, 0.8), (0.3, 1.12), (0.02, 1.25)], smooth=True).scale(man.head_size)
        d.add(
            "hood",
            (
                hood
                - sphere(0.8 * man.head_size, 1.0 * man.head_size, 0.9 * man.head_size).move(0, -0.1 * man.head_size, 0.75 * man.head_size)
            ).move(*man.head(0, 0.02, -0.2)),
            "cape",
            group="head",
        )
    if v.quiver and not v.wings:
        at = add(man.chest, (-0.02 * h, -0.02 * h, -0.105 * h))
        tube = cylinder(0.034 * h, 0.26 * h, 0.04 * h, bevel=0.006 * h).rotate(z=-22)
        d.add("quiver", tube.move(*at), "quiver", group="quiver")
        shafts = union(
            *(
                union(cylinder(0.005 * h, 0.12 * h), sphere(0.008 * h, 0.024 * h, 0.008 * h).move(y=0.05 * h)).move(
                    0.018 * h * math.cos(2.1 * i), 0.16 * h, 0.018 * h * math.sin(2.1 * i)
                )
                for i in range(4)
            )
        )
        d.add("arrows", shafts.rotate(z=-22).move(*at), "arrows", group="quiver")
    if v.wings:
        fairy_wings(man, "wings")
    return done(man)


def fairy_wings(man: Human, slot: str) -> None:
    """Four thin rounded wings at the back."""
    from maquette.shapes.sub.wings import plate

    h = man.h
    upper = plate([(0, 0), (0.12, 0.22), (0.38, 0.5), (0.62, 0.55), (0.66, 0.36), (0.5, 0.12), (0.2, -0.04)], 0.62 * h, 0.012 * h)
    lower = plate([(0, 0), (0.2, 0.04), (0.45, -0.04), (0.52, -0.26), (0.38, -0.46), (0.24, -0.38), (0.1, -0.16)], 0.6 * h, 0.012 * h)
    at = add(man.chest, (0.0, 0.0, -0.062 * h * man.fig.build))
    man.d.add("wings", union(upper, lower).rotate(y=28).move(*at).mirrored(), slot, group="wings")


@family(
    "dwarf", "people",
    nouns={"gnome": {"hat": True, "axe": False, "height": 0.9}, "garden gnome": {"hat": True, "axe": False, "height": 0.6}, "leprechaun": {"axe": False}, "miner": {}, "halfling": {"beard": "none", "axe": False}, "hobbit": {"beard": "none", "axe": False}},
    parameters=(Real("height", 1.25, 0.5, 1.45), *COMMON, Choice("beard", ("long", "full", "none", "long")), Flag("helmet", 0.5), Flag("horns", 0.5), Flag("hat", 0.0), Flag("axe", 0.45), Flag("cape", 0.25)),
    slots={"robe": ("leather:#6a4226", "fabric:#7a2f2a", "fabric:#3a4f6a", "fabric:#4a5a38"), "trousers": ("fabric:#4a3c2e", "leather:#3a2a20"), "helmet": ("iron", "steel", "bronze"), "horn": ("bone", "horn"), "hat": ("fabric:#b8282a", "fabric:#2f5fa0", "fabric:#2f7a3a"), "cape": ("fabric:#5a2a22",), "blade": ("steel",), "shaft": ("oak", "walnut")} | BASE | {"hair": ("fur:#b5561f", "fur:#5a3a22", "fur:#c9a04a", "fur:#d8d4cc", "fur:#2a2020")},
    words={"axe": {"axe": True}, "helmet": {"helmet": True}, "horned": {"helmet": True, "horns": True}, "hat": {"hat": True}, "beard": {"beard": "long"}, "cape": {"cape": True}}, paints=PAINTS | {"tunic": "robe", "axe": "blade"}, height=(0.45, 2.0),
)  # fmt: skip
def dwarf(v: Values) -> Draft:
    """Short, broad and bearded."""
    look = face.Look(
        ears=face.ears_of(v.hair) if v.beard == "none" and not (v.hat or v.helmet) else "none",
        nose=1.7,
        eye=0.16,
        smile=v.smile,
        jaw=1.1,
        brow=1.6,
        frown=0.2,
    )
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=4.1,
            build=1.5 * v.build,
            shoulders=0.165,
            hips=0.08,
            muscle=1.55,
            legs=0.37,
            hands=1.5,
            feet=1.5,
            belly=0.7,
            reach=1.15,
        ),
    )
    h, s, d = man.h, man.head_size, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin, -0.004 * h)
    man.leg(man.skin)
    c.tunic(man, "robe", 0.19 * h, 0.27, 0.44, 0.012)
    c.trousers(man, until=0.9)
    c.belt(man, grow=0.02, y=0.3)
    face.hair(man, v.hair)
    face.beard(man, v.beard)
    face.features(man, look)
    man.hands("skin")
    man.feet("shoes", boot=0.55)
    if v.hat:
        cone = sweep(
            [(0, 0, 0), (0, 0.7 * s, -0.02 * s), (0, 1.4 * s, -0.16 * s), (0.04 * s, 1.9 * s, -0.4 * s)],
            [0.92 * s, 0.68 * s, 0.34 * s, 0.1 * s],
            round_ends=True,
        )
        d.add("hat", cone.move(*man.head(0, 0.42, -0.14)), "hat", group="head")
    elif v.helmet:
        bowl = lathe([(0.95 * s, 0), (0.98 * s, 0.12 * s), (0.92 * s, 0.45 * s), (0.6 * s, 0.8 * s), (0.02 * s, 0.95 * s)], smooth=True)
        ridge = box(0.12 * s, 0.95 * s, 1.9 * s, 0.04 * s).move(y=0.4 * s) & sphere(1.02 * s, 1.02 * s, 1.03 * s)
        d.add(
            "helmet", union(bowl, ridge, torus(0.96 * s, 0.09 * s).move(y=0.05 * s)).move(*man.head(0, 0.3, -0.14)), "helmet", group="head"
        )
        if v.horns:
            at = man.head(0.85, 0.55, -0.14)
            curve = sweep(
                [add(at, (-0.15, -0.05, 0), s), add(at, (0.3, 0.05, 0), s), add(at, (0.52, 0.4, 0.02), s), add(at, (0.46, 0.85, 0.06), s)],
                [0.2 * s, 0.18 * s, 0.13 * s, 0.03 * s],
            )
            d.add("horns", curve.mirrored(), "horn", group="head")
    if v.axe:
        x, y, z = flip(man.grip)
        d.add("axe_shaft", cylinder(0.014 * h, 0.62 * h).move(x, y + 0.1 * h, z), "shaft", group="axe")
        blade = (
            cylinder(0.13 * h, 0.03 * h).rotate(x=90)
            - box(0.3 * h, 0.3 * h, h).move(0, 0.2 * h, 0)
            - box(0.3 * h, 0.3 * h, h).move(0, -0.2 * h, 0)
        )
        d.add("axe_blade", blade.tapered(1.0).rotate(y=90).move(x, y + 0.34 * h, z), "blade", group="axe")
    if v.cape:
        c.cape(man, length=0.5, width=0.26)
    return done(man)


@family(
    "angel", "people",
    nouns={"fallen angel": {}, "cherub": {"height": 0.9}, "valkyrie": {"sex": "female"}},
    parameters=(Real("height", 1.75, 0.9, 1.95), Choice("sex", ("female", "male")), *COMMON, Real("wingspan", 1.0, 0.8, 1.3, unit="", about="of each wing, in heights"), Flag("halo", 0.85), Real("lift", 0.45, 0.3, 0.6, unit=""), Flag("sandals", 0.5)),
    slots={"robe": ("fabric:#f2eee4", "fabric:#e6dcc2", "fabric:#dfe6f0"), "wings": ("feathers:#f6f3ec", "feathers:#ece4d2"), "halo": ("glow:#ffd860",), "trim": ("gold",)} | BASE,
    words={"halo": {"halo": True}, "wings": {}}, paints=PAINTS | {"wing": "wings", "feathers": "wings"}, height=(0.85, 2.9),
)  # fmt: skip
def angel(v: Values) -> Draft:
    """A white robe, great feathered wings, a halo."""
    female = v.sex == "female"
    look = face.Look(ears=face.ears_of(v.hair), nose=0.85, eye=0.18, smile=v.smile, jaw=0.9, brow=0.8)
    man = robed(
        v,
        Figure(
            height=v.height,
            heads=6.7 if v.height > 1.4 else 4.9,
            build=0.95 * v.build,
            shoulders=0.102 if female else 0.118,
            bust=0.9 if female else 0,
            muscle=0.85 if female else 1.1,
        ),
        look,
        0.03,
        0.15,
        0.94,
        0.02,
        1.75 * v.height,
    )
    h, s, d = man.h, man.head_size, man.d
    face.hair(man, v.hair)
    if v.belt:
        c.belt(man, "trim", None)
    wings(man, v.wingspan, v.lift)
    if v.halo:
        ring = torus(0.62 * s, 0.07 * s)
        stalk = sweep([man.head(0, 0.5, -0.85), man.head(0, 1.0, -0.95), man.head(0, 1.42, -0.72)], 0.045 * s)
        d.add("halo", union(ring.move(*man.head(0, 1.42, -0.12)), stalk), "halo", group="head")
    return done(man)


def wings(man: Human, span: float, lift: float, slot: str = "wings", leather: bool = False) -> None:
    """A pair of wings at the back."""
    h, d = man.h, man.d
    at = add(man.chest, (0.03 * h, 0.02 * h, -0.055 * h * man.fig.build))
    nodes: tuple[Node, Node] = (
        bat(0.72 * span * h, lift=lift + 0.1) if leather else feathered(0.55 * span * h, 0.42 * h, lift=lift, feathers=8)
    )
    for name, node in zip(("wings", "wing_feathers" if not leather else "wing_membranes"), nodes, strict=True):
        d.add(name, node.rotate(y=24).move(*at).mirrored(), slot, group="wings")


@family(
    "demon", "people",
    nouns={"devil": {}, "imp": {"height": 0.95}, "succubus": {}, "satan": {}, "hellspawn": {}},
    parameters=(Real("height", 1.95, 0.85, 2.4), Real("build", 1.15, 0.9, 1.4, unit=""), Real("muscle", 1.35, 1.0, 1.7, unit=""), Real("wingspan", 1.0, 0.7, 1.3, unit=""), Real("horn_length", 1.2, 0.7, 1.9, unit=""), Choice("horns", ("devil", "ram", "goat", "cow")), Flag("wings", 0.75), Flag("tail", 0.85), Flag("pitchfork", 0.3), Flag("spikes", 0.4)),
    slots={"skin": ("skin:#a8261f", "skin:#7a1c1c", "skin:#4a2430", "hide:#5a2420"), "horn": ("horn:#2a2220", "horn:#d8c9a8"), "wings": ("leather:#3a1416", "leather:#5a1f1a"), "cloth": ("leather:#2a1a16", "fabric:#2a2226"), "claws": ("horn:#1c1817",), "eyes": ("glow:#ffb020", "glow:#ff4020"), "trim": ("iron", "gold")} | {k: x for k, x in face.FACE_SLOTS.items() if k != "eyes"} | {"lips": ("skin:#5a1414",), "white": ("paint:#1a0e0c",), "brows": ("skin:#6a1616",)},
    words={"wings": {"wings": True}, "tail": {"tail": True}, "pitchfork": {"pitchfork": True}, "trident": {"pitchfork": True}, "horns": {}, "spikes": {"spikes": True}}, paints={"wing": "wings", "body": "skin", "pitchfork": "trim"}, height=(0.8, 3.6),
)  # fmt: skip
def demon(v: Values) -> Draft:
    """Muscle, horns, leather wings, a tail with a point."""
    from maquette.shapes.sub.features import horns

    look = face.Look(ears="pointed", ear_length=0.9, nose=1.2, eye=0.17, jaw=1.12, brow=1.7, frown=1.3, smile=0.9, chin=1.2)
    man = Human(
        v,
        Figure(height=v.height, heads=6.4, build=v.build, shoulders=0.14, muscle=v.muscle, arms=32, hands=1.3, feet=1.3),
        extent=1.25 * v.height,
    )
    h, d = man.h, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.torso(man.skin)
    man.arm(man.skin)
    man.leg(man.skin)
    face.features(man, look)
    horns(d, man.head, v.horns, (0.45, 0.72, 0.12), v.horn_length, 0.24, "horn")
    c.trousers(man, "cloth", 0.34, grow=0.008, flare=0.006)
    c.belt(man, "trim", "trim", grow=0.014, y=0.3)
    man.hands("skin", claws="claws")
    man.feet("skin", name="feet", bare=True)
    if v.wings:
        wings(man, v.wingspan, 0.5, leather=True)
    if v.tail:
        root = (0.0, man.hip[1] + 0.02 * h, -0.06 * h)
        path = [
            root,
            add(root, (0, -0.12 * h, -0.12 * h)),
            add(root, (0.06 * h, -0.27 * h, -0.2 * h)),
            add(root, (0.16 * h, -0.22 * h, -0.28 * h)),
            add(root, (0.2 * h, -0.06 * h, -0.26 * h)),
        ]
        d.add(
            "tail",
            union(
                sweep(path, [0.028 * h, 0.02 * h, 0.015 * h, 0.013 * h, 0.011 * h]),
                cylinder(0.04 * h, 0.09 * h, 0.002 * h, sides=4).scale(1, 1, 0.45).move(*add(path[-1], (0, 0.03 * h, 0))),
            ),
            "skin",
            group="tail",
        )
    if v.spikes:
        points = [
            spike(
                add(man.shoulder, (0.012 * h * (i - 1), 0.03 * h * man.fig.muscle**0.5, 0.02 * h * (1 - i))),
                (0.5 * (i - 0.4), 1, -0.1),
                0.075 * h,
                0.016 * h,
                7,
                0.4,
            )
            for i in range(3)
        ]
        d.add("spikes", union(*points).mirrored(), "horn")
    if v.pitchfork:
        x, y, z = flip(man.grip)
        tines = union(
            *(
                sweep(
                    [(0, 0.62 * h, 0), (0.05 * h * i, 0.64 * h, 0), (0.052 * h * i, 0.78 * h, 0)],
                    [0.009 * h, 0.009 * h, 0.004 * h],
                    smooth=False,
                )
                for i in (-1, 1)
            ),
            cylinder(0.009 * h, 0.2 * h, 0.004 * h).move(y=0.7 * h),
        )
        d.add("pitchfork", union(cylinder(0.01 * h, h).move(y=0.13 * h), tines).move(x, y, z), "trim", group="pitchfork")
    return done(man)
