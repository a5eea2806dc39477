"""Bears and pandas."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.woodland import SHAPE


@family(
    "bear",
    "animal",
    nouns={
        "brown bear": {},
        "grizzly": {"hump": True},
        "grizzly bear": {"hump": True},
        "polar bear": {"snout": 1.2, "hump": False},
        "panda": {"panda": True, "build": 1.15, "head": 1.2, "hump": False},
        "giant panda": {"panda": True, "head": 1.2},
        "bear cub": {"height": 0.5, "head": 1.2},
        "black bear": {},
        "koala": {"height": 0.4, "head": 1.2, "ear_size": 1.25},
        "raccoon": {"height": 0.35, "tail_length": 1.25},
    },
    parameters=(
        Real("height", 1.1, 0.35, 1.5, about="of the back"),
        *SHAPE,
        Flag("panda", 0.0),
        Flag("patch", 0.3, about="on the chest"),
        Flag("hump", 0.4),
        Flag("claws", 0.85),
    ),
    slots={
        "fur": ("fur:#5f3f28", "fur:#7a5232", "fur:#3a2c24", "fur:#8f673c"),
        "marks": ("fur:#1c1a1b",),
        "belly": ("fur:#d8c09a", "fur:#caa878"),
        "ear": ("skin:#8a6a5a",),
        "claws": ("horn:#2a2420",),
    }
    | HAIR_SLOTS,
    words={"claws": {"claws": True}},
    paints={"coat": "fur", "snout": "belly"},
    height=(0.35, 2.0),
)
def bear(v: Values) -> Draft:
    """A massive trunk on pillars, small round ears, a short snout."""
    h, w = v.height, v.build
    panda = v.panda
    b = Build(
        height=h,
        length=1.45 * h * v.length,
        chest=0.26 * h * w,
        belly=0.28 * h * w,
        rump=0.27 * h * w,
        sag=0.02 * h,
        leg=0.12 * h * w,
        shin=0.095 * h,
        foot=0.11 * h,
        stance=0.17 * h * w,
        knees=0.6,
        wide=1.12,
        paw=0.9,
    )
    m = Muzzle(reach=1.7 * v.snout, drop=0.4, root=0.58, tip=0.36, wide=0.1, cheeks=0.5, chin=0.24, skull=1.12)
    a = Beast(v, b, m, 0.185 * h * v.head, (0.24 * h, 26, 0.22 * h * w, 0.18 * h), pitch=10, extent=1.9 * h)
    if v.hump:
        a.flesh.ball(add(b.front, (0, 0.55 * b.chest, -0.25 * b.chest)), 0.7 * b.chest)
    a.tail(arc(20, 40, 0.09 * h * v.tail_length, 2), [0.07 * h, 0.055 * h])
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "round",
        (0.75, 0.72, -0.15),
        0.62 * v.ear_size * hd.size,
        0.72 * v.ear_size * hd.size,
        lean=30,
        inner="ear" if not panda else "marks",
        slot="marks" if panda else "fur",
    )
    a.eyes(0.14, 30, 20, out=0.6, forward=0.6, white=None)
    a.nose(0.24, 0.17, up=0.7)
    a.mouth(half=80, elevation=-34, smile=14, back=0.4)
    if panda:
        patch = union(
            *(
                sphere(0.3 * hd.size, 0.36 * hd.size, 0.5 * hd.size)
                .rotate(z=s * 25)
                .move(*f.on_skin(a.flesh, hd, 31 * s, 14))
                for s in (1, -1)
            )
        )
        arms = box(4 * h, 0.75 * h, 0.3 * b.length).rotate(x=-12).move(0, 0.5 * h, b.front[2] - 0.05 * h) + box(
            4 * h, 0.42 * h, 0.45 * b.length
        ).move(0, 0.2 * h, b.back[2])
        a.marking("patches", patch + arms, "marks")
    elif v.patch:
        a.marking(
            "chest_patch",
            sphere(0.5 * b.chest, 0.3 * b.chest, b.chest).move(
                0, b.front[1] - 0.1 * b.chest, b.front[2] + 1.0 * b.chest
            ),
            "belly",
        )
    if not panda:
        a.marking("snout", sphere(0.72 * hd.size).move(*hd(0, -m.drop, m.reach - 0.3)), "belly")
    if v.claws:
        nails = union(
            *(
                f.claws((p[0], 0, p[2] + 0.9 * b.foot), 0.95 * b.foot, 4, 0.5, 0.42)
                for p in (a.stand.fore[-1], a.stand.hind[-1])
            )
        )
        d.add("claws", nails.mirrored(), "claws", group="legs")
    a.skin("fur", "fur" if not panda else "marks")
    return d
