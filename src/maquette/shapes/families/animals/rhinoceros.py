"""Rhinoceroses."""

from __future__ import annotations

from maquette.shapes.api import box
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "rhinoceros",
    "animal",
    nouns={
        "rhino": {},
        "hippo": {"horns": 0, "snout": 1.35, "hippo": True},
        "hippopotamus": {"horns": 0, "snout": 1.35, "hippo": True},
    },
    parameters=(
        Real("height", 1.65, 1.2, 1.85, about="of the back"),
        Real("length", 1.65, 1.5, 1.8, unit=""),
        Real("build", 1.0, 0.9, 1.12, unit=""),
        Real("snout", 1.0, 0.9, 1.35, unit=""),
        Whole("horns", 2, 0, 2),
        Real("horn_length", 1.0, 0.6, 1.6, unit=""),
        Flag("plates", 0.4),
        Flag("hippo", 0),
        Real("ears", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={
        "skin": ("hide:#8a8682", "hide:#74706e", "hide:#9a8f86"),
        "horn": ("horn:#c9bda6", "horn:#7a6f62"),
        "toes": ("horn:#cfc4b0",),
        "ear": ("hide:#b0938a",),
        "plates": ("hide:#6e6a68",),
    }
    | HAIR_SLOTS,
    words={"plates": {"plates": True}, "armored": {"plates": True}, "armoured": {"plates": True}},
    paints={"body": "skin"},
    height=(1.2, 2.2),
)
def rhinoceros(v: Values) -> Draft:
    """A tank: heavy trunk, short legs, a low head with horns."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.3 * h * w,
        belly=0.33 * h * w,
        rump=0.3 * h * w,
        sag=0.02 * h,
        leg=0.12 * h * w,
        shin=0.09 * h,
        foot=0.1 * h,
        stance=0.19 * h * w,
        knees=0.35,
        wide=1.12,
        rear=0.97,
        paw=0.3,
    )
    broad = 0.3 if v.hippo else 0.05
    m = Muzzle(
        reach=1.4 + 1.0 * v.snout,
        drop=0.55 if not v.hippo else 0.35,
        root=0.8,
        tip=0.55 if not v.hippo else 0.66,
        wide=broad,
        cheeks=0.4,
        chin=0.36,
    )
    a = Beast(v, b, m, 0.165 * h, (0.32 * h, 8, 0.26 * h * w, 0.17 * h), pitch=18, extent=2.2 * h, slot="skin")
    a.tail(arc(-60, -88, 0.3 * h, 3), [0.03 * h, 0.024 * h, 0.02 * h], drop=0.0)
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "leaf" if not v.hippo else "round",
        (0.6, 0.72, -0.45),
        0.75 * v.ears * hd.size,
        0.5 * hd.size,
        lean=18,
        inner="ear",
        slot="skin",
    )
    for i in range(v.horns):
        on = f.on_skin(a.flesh, hd, 0, 48 + 30 * i, (0, -m.drop * (1 - 0.5 * i), (m.reach - m.tip) * (1 - 0.4 * i)))
        k = (1.75 if i == 0 else 0.85) * v.horn_length * hd.size
        d.add(
            f"horn_{i + 1}",
            f.horn(
                [
                    add(on, hd.turn((0, -0.3, -0.05)), 0.3 * k),
                    add(on, hd.turn((0, 0.5, 0.22)), k * 0.9),
                    add(on, hd.turn((0, 1.0, 0.12)), k),
                ],
                (0.36 - 0.08 * i) * hd.size,
            ),
            "horn",
            group="head",
        )
    a.eyes(0.13, 62, 26, out=0.65, forward=0.3, white=None)
    a.nostrils(40, 30 if v.hippo else 12, 0.13)
    a.mouth(half=105, elevation=-24 if v.hippo else -32, smile=10, back=0.9)
    if v.plates:
        for i, z in enumerate((0.3, -0.28)):
            a.marking(
                f"plate_{i + 1}",
                box(2 * h, 1.3 * b.chest, 0.3 * b.length)
                .rotate(x=8)
                .move(0, b.front[1] + 0.45 * b.chest, z * b.length),
                "plates",
            )
    a.skin("skin", "toes")
    return d
