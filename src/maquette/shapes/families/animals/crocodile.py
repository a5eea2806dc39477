"""Crocodiles, alligators and lizards."""

from __future__ import annotations

from maquette.shapes.api import sphere
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub.beast import Beast
from maquette.shapes.sub.quadruped import Build, Muzzle
from maquette.shapes.sub.scaly import PAINT, SCALY, SHAPE, WORDS, back_spikes, row_of_teeth


@family(
    "crocodile",
    "animal",
    nouns={
        "alligator": {},
        "croc": {},
        "lizard": {"snout": 0.6, "size": 0.3},
        "gecko": {"snout": 0.5, "size": 0.2},
        "iguana": {"snout": 0.6, "size": 0.5, "spikes": True},
        "chameleon": {"snout": 0.55, "size": 0.3},
        "komodo dragon": {"snout": 0.75, "size": 0.8},
        "salamander": {"snout": 0.5, "size": 0.2, "spots": True},
        "newt": {"snout": 0.5, "size": 0.2},
    },
    parameters=(
        Real("size", 1.0, 0.2, 1.4, unit="", about="1 is four metres long"),
        *SHAPE,
        Real("snout", 1.0, 0.5, 1.2, unit=""),
        Flag("spikes", 0.9),
        Flag("teeth", 0.9),
        Flag("spots", 0.3),
    ),
    slots={"scales": ("scales:#5a6a3a", "scales:#4a5a40", "scales:#7a7048", "scales:#4a8a3a"), **SCALY},
    words=WORDS,
    paints=PAINT,
    height=(0.06, 1.2),
)
def crocodile(v: Values) -> Draft:
    """Low and long, on bent legs, with a heavy tail."""
    h, w = 0.5 * v.size, v.build
    b = Build(
        height=h,
        length=2.6 * h * v.length,
        chest=0.36 * h * w,
        belly=0.4 * h * w,
        rump=0.36 * h * w,
        leg=0.14 * h,
        shin=0.1 * h,
        foot=0.12 * h,
        stance=0.56 * h * w,
        knees=0.4,
        wide=1.3,
        paw=1.1,
    )
    m = Muzzle(reach=0.8 + 2.4 * v.snout, drop=0.35, root=0.6, tip=0.36, wide=0.3, cheeks=0.4, chin=0.28, skull=1.15)
    a = Beast(v, b, m, 0.27 * h * v.head, (0.35 * h, 4, 0.32 * h * w, 0.28 * h), pitch=0, extent=6.6 * h, slot="scales")
    t = 2.7 * h * v.tail_length
    a.tail(
        [(t * (i + 1) / 7, -0.34 * h * (1 - (1 - (i + 1) / 7) ** 2)) for i in range(7)],
        [h * k for k in (0.3, 0.27, 0.23, 0.18, 0.14, 0.1, 0.06)],
        drop=0.5,
    )
    a.flesh.ball(a.head(0.5, 0.72, 0.1), 0.4 * a.head.size, both=True)
    a.eyes(0.22, 40, 48, out=0.5, forward=0.3, white=None, center=(0.3, 0.4, 0.1))
    a.nostrils(30, 45, 0.14)
    a.mouth(half=105, elevation=-14, smile=10, back=1.9, thick=0.05)
    if v.spikes:
        back_spikes(a, -0.5, 0.42, 13, 0.24)
    if v.teeth:
        row_of_teeth(a, 0.3, 6)
    a.marking(
        "belly", sphere(0.36 * h * w, 0.42 * h, 2.6 * h * v.length).move(0, b.front[1] - 0.5 * h, 0.2 * h), "belly"
    )
    if v.spots:
        a.spots(22, 0.12, 0.3)
    a.skin("scales", "claws")
    return a.d
