"""Deer, stags and reindeer."""

from __future__ import annotations

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.woodland import SHAPE


@family(
    "deer",
    "animal",
    nouns={
        "stag": {"antlers": True},
        "reindeer": {"antlers": True, "nose": True},
        "moose": {"antlers": True, "height": 1.7, "build": 1.2, "snout": 1.2},
        "elk": {"antlers": True, "height": 1.4},
        "fawn": {"height": 0.55, "antlers": False, "spots": True},
        "doe": {"antlers": False},
        "buck": {"antlers": True},
        "roe": {"antlers": False},
        "antelope": {"antlers": False, "horns": True},
        "gazelle": {"antlers": False, "horns": True},
        "rudolph": {"antlers": True, "nose": True},
    },
    parameters=(
        Real("height", 1.05, 0.5, 1.8, about="of the withers"),
        *SHAPE,
        Real("antler_size", 1.0, 0.65, 1.35, unit=""),
        Flag("antlers", 0.75),
        Flag("horns", 0.0),
        Flag("spots", 0.35),
        Flag("nose", 0.0, about="red and shining"),
    ),
    slots={
        "fur": ("fur:#9a6234", "fur:#a8733f", "fur:#7a5030", "fur:#8a7458"),
        "belly": ("fur:#efe2c8",),
        "antlers": ("horn:#8a6a48", "bone", "horn"),
        "hooves": ("horn:#2f2620",),
        "ear": ("skin:#d8a898",),
        "spots": ("fur:#f0e2c4",),
        "red": ("glow:#ff2a1c",),
    }
    | HAIR_SLOTS,
    words={
        "antlers": {"antlers": True},
        "horns": {"horns": True},
        "spots": {"spots": True},
        "spotted": {"spots": True},
    },
    paints={"coat": "fur", "horns": "antlers", "nose": "red"},
    height=(0.6, 3.4),
)
def deer(v: Values) -> Draft:
    """Slim legs, a long neck, a fine head with antlers."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.08 * h * v.length,
        chest=0.165 * h * w,
        belly=0.15 * h * w,
        rump=0.155 * h * w,
        leg=0.055 * h * w,
        shin=0.027 * h,
        foot=0.036 * h,
        stance=0.085 * h * w,
        hoofed=True,
        knees=0.75,
    )
    m = Muzzle(reach=2.25 * v.snout, drop=0.55, root=0.6, tip=0.34, cheeks=0.35, chin=0.18)
    a = Beast(
        v,
        b,
        m,
        0.095 * h * v.head,
        (0.46 * h, 60, 0.115 * h * w, 0.068 * h),
        pitch=20,
        extent=1.9 * h if v.antlers else 1.55 * h,
    )
    a.tail(arc(30, 60, 0.1 * h * v.tail_length, 2), [0.034 * h, 0.024 * h])
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "leaf",
        (0.66, 0.55, -0.3),
        1.35 * v.ear_size * hd.size,
        0.72 * v.ear_size * hd.size,
        lean=62,
        inner="ear",
    )
    if v.antlers:
        f.horns(d, hd, "antlers", (0.34, 0.85, -0.2), 3.3 * v.antler_size, 0.2, "antlers")
    elif v.horns:
        f.horns(d, hd, "straight", (0.3, 0.85, -0.2), 2.6 * v.antler_size, 0.18, "antlers")
    a.eyes(0.24, 55, 18, out=0.5, forward=0.35, white=None)
    a.nose(0.2, 0.16, slot="red" if v.nose else "nose")
    a.mouth(half=90, elevation=-32, smile=14, back=0.6)
    a.marking(
        "belly",
        union(
            sphere(0.7 * b.chest, b.chest, 0.52 * b.length).move(0, b.front[1] - 1.25 * b.chest, 0),
            sphere(0.07 * h).move(0, b.back[1], b.back[2] - 1.02 * b.rump),
            sphere(0.5 * hd.size).move(*hd(0, -m.drop - 0.45, m.reach - 0.5)),
        ),
        "belly",
    )
    if v.spots:
        a.spots(28, 0.1, 0.17)
    a.skin("fur", "hooves")
    return d
