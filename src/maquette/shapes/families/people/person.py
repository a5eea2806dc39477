"""People of today: men, women, children, with clothes by choice."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import face
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.humanoid import SKIN, Figure, Human


@family(
    "person", "people",
    nouns={
        "human": {}, "man": {"sex": "male", "height": 1.8}, "guy": {"sex": "male"}, "woman": {"sex": "female", "height": 1.68}, "lady": {"sex": "female", "clothes": "dress"}, "girl": {"sex": "female", "age": "child", "height": 1.25},
        "boy": {"sex": "male", "age": "child", "height": 1.25}, "child": {"age": "child", "height": 1.2}, "kid": {"age": "child", "height": 1.2}, "old man": {"sex": "male", "age": "old"}, "old woman": {"sex": "female", "age": "old"},
        "grandfather": {"sex": "male", "age": "old", "beard": "full"}, "grandmother": {"sex": "female", "age": "old", "hair": "bun"}, "businessman": {"sex": "male", "clothes": "suit"}, "businesswoman": {"sex": "female", "clothes": "suit"},
        "farmer": {"clothes": "overalls"}, "worker": {"clothes": "overalls"}, "character": {}, "villager": {"clothes": "tunic"}, "peasant": {"clothes": "tunic"}, "figure": {}, "people": {},
    },
    parameters=(
        Real("height", 1.72, 1.05, 2.0), Choice("sex", ("male", "female")), Choice("age", ("adult", "child", "old")), Real("build", 1.0, 0.86, 1.3, unit=""), Choice("clothes", ("casual", "shorts", "dress", "suit", "overalls", "tunic", "skirt")),
        Choice("hair", face.HAIR_STYLES), Choice("beard", ("none", "none", "full", "moustache", "goatee")), Real("sleeves", 0.3, 0.2, 0.92, unit="", about="length as a share of the arm"), Flag("belt", 0.5), Flag("glasses", 0.2), Real("smile", 0.7, 0.1, 1.2, unit=""),
    ),
    slots={
        "shirt": ("fabric:#c2453a", "fabric:#3a6fb0", "fabric:#e0dcd0", "fabric:#4a8a5a", "fabric:#e0a83a"), "trousers": ("denim", "fabric:#3a3f4a", "fabric:#6a5a48", "fabric:#27303f"), "skin": SKIN, "hair": face.HAIR,
        "shoes": ("leather:#3a2a20", "fabric:#e6e2da", "leather:#1f1c1c"), "sole": ("rubber:#e8e4dc", "rubber"), "belt": ("leather:#3a281c",), "buckle": ("brass", "steel"), "tie": ("fabric:#8f1f2a", "fabric:#1f3a6f"), "glasses": ("paint:#1c1c20",),
    } | face.FACE_SLOTS,
    words={"dress": {"clothes": "dress"}, "suit": {"clothes": "suit"}, "tie": {"clothes": "suit"}, "shorts": {"clothes": "shorts"}, "skirt": {"clothes": "skirt"}, "overalls": {"clothes": "overalls"}, "beard": {"beard": "full"}, "moustache": {"beard": "moustache"}, "bald": {"hair": "bald"}, "glasses": {"glasses": True}, "belt": {"belt": True}, "ponytail": {"hair": "ponytail"}},
    paints={"dress": "shirt", "jacket": "shirt", "suit": "shirt", "t-shirt": "shirt", "pants": "trousers", "jeans": "trousers", "shorts": "trousers", "skirt": "trousers", "boots": "shoes", "clothes": "shirt", "beard": "hair"},
    height=(1.0, 2.15),
)  # fmt: skip
def person(v: Values) -> Draft:
    """Body, face, hair, clothes."""
    child, female = v.age == "child", v.sex == "female"
    height = min(v.height, 1.4) if child else max(v.height, 1.5)
    fig = Figure(
        height=height, heads=4.9 if child else 6.7, build=v.build * (0.94 if female else 1.0) * (1.08 if child else 1.0), shoulders=0.102 if female or child else 0.12, hips=0.057 if female else 0.052, muscle=0.82 if female or child else 1.0,
        legs=0.44 if child else 0.48, bust=0.0 if child or not female else 1.0, belly=0.55 * max(0.0, v.build - 1.05) / 0.25, stoop=0.025 if v.age == "old" else 0.0, feet=1.1 if child else 1.0,
    )  # fmt: skip
    man = Human(v, fig)
    d, h = man.d, man.h
    look = face.Look(
        eye=0.2 if child else 0.17,
        nose=0.75 if child or female else 1.05,
        jaw=0.9 if female else 1.0,
        smile=v.smile,
        lip=0.05 if female else 0.038,
        brow=0.8 if female or child else 1.1,
    )
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.leg(man.skin)
    man.torso(man.skin, -0.004 * h)
    style = v.hair if not (female and v.hair in ("bald", "spiky")) else "long"
    face.hair(man, style if not (not female and style in ("bun", "bob")) else "short")
    if not female and not child:
        face.beard(man, v.beard)
    face.features(man, look)
    outfit = v.clothes if female or v.clothes not in ("dress", "skirt") else "casual"
    if outfit == "dress":
        c.tunic(man, "shirt", (0.2 + 0.12 * (v.sleeves - 0.2)) * h, 0.19, min(v.sleeves, 0.45))
    elif outfit == "tunic":
        c.tunic(man, "shirt", 0.3 * h, 0.125, v.sleeves)
        c.trousers(man, until=0.93)
    else:
        c.shirt(
            man,
            "shirt",
            0.93 if outfit == "suit" else v.sleeves,
            grow=0.009 if outfit == "suit" else 0.007,
            hem=0.05 if outfit == "suit" else 0.0,
        )
        if outfit == "skirt":
            c.skirt(man, "trousers", 0.28 * h, 0.15)
        else:
            c.trousers(man, until=0.46 if outfit == "shorts" else 0.96, flare=0.012 if outfit == "shorts" else 0.008)
    if outfit == "suit":
        front = man.skin.hit((0, man.chest[1], h), (0, man.chest[1], 0))
        d.add("shirt_front", sphere(0.035 * h, 0.075 * h, 0.02 * h).move(*add(front, (0, 0.02 * h, 0.004 * h))), "white", group="clothes")
        tie = union(sphere(0.014 * h, 0.07 * h, 0.012 * h).move(y=-0.03 * h), sphere(0.015 * h, 0.013 * h, 0.012 * h).move(y=0.042 * h))
        d.add("tie", tie.move(*add(front, (0, 0.02 * h, 0.018 * h))), "tie", group="clothes")
    if outfit == "overalls":
        bib = man.chest[1] - 0.02 * h
        c.shirt(man, "trousers", 0.0, grow=0.013, name="bib")
        part = d.parts.pop()
        keep = union(
            box(0.15 * h, 0.3 * h, h).move(0, bib - 0.11 * h, 0.5 * h),
            box(h, 0.16 * h, h).move(y=man.waist[1] - 0.06 * h),
            *(box(0.03 * h, 0.5 * h, h).move(x * 0.062 * h, bib, 0) for x in (-1, 1)),
        )
        d.add("bib", part.solid & keep, "trousers", group="clothes")
    elif v.belt and outfit in ("casual", "shorts", "tunic"):
        c.belt(man)
    if v.glasses:
        from maquette.shapes.sub.eyewear import spectacles

        spectacles(man, "glasses")
    man.hands("skin")
    man.feet("shoes", boot=0.0 if outfit != "overalls" else 0.35)
    d.add("body", man.skin.node(), "skin")
    return man.finish()
