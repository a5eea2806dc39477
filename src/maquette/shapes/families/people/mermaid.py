"""Mermaids and mermen: a figure above, a fish's tail below, standing on its bend."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub import face
from maquette.shapes.sub.fighter import BASE
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.foliage import rock
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "mermaid",
    "people",
    nouns={
        "merman": {"sex": "male"},
        "siren": {},
        "little mermaid": {"height": 1.4},
        "triton": {"sex": "male", "trident": True},
        "water nymph": {},
    },
    parameters=(
        Real("height", 1.6, 1.3, 1.8),
        Real("build", 0.95, 0.86, 1.1, unit=""),
        Choice("sex", ("female", "male")),
        Choice("hair", ("long", "ponytail", "curly")),
        Real("fluke", 1.0, 0.8, 1.3, unit="", about="size of the fin at the end of its tail"),
        Real("tail_length", 1.0, 0.85, 1.2, unit=""),
        Real("curl", 0.5, 0.1, 1.0, unit="", about="how far the fin stands up"),
        Real("smile", 0.6, 0.1, 1.1, unit=""),
        Whole("bands", 3, 0, 5, about="rows of larger scales on the hips"),
        Flag("side_fins", 0.7),
        Flag("flower", 0.5, about="a starfish in its hair"),
        Flag("trident", 0.0),
        Flag("rock", 0.35),
    ),
    slots={
        "tail": ("scales:#1f8a7a", "scales:#2a6fb0", "scales:#6a4ab0", "scales:#c0487a"),
        "fin": ("scales:#58c0a8", "scales:#6ab0e0", "scales:#b08ae0"),
        "top": ("scales:#8a3f9a", "petal:#e0609a", "gold"),
        "star": ("clay:#e8843c",),
        "trident": ("gold", "bronze"),
        "rock": ("stone",),
    }
    | {k: x for k, x in BASE.items() if k not in ("sole", "belt", "buckle")},
    words={
        "trident": {"trident": True},
        "rock": {"rock": True},
        "flower": {"flower": True},
        "starfish": {"flower": True},
        "tail": {},
    },
    paints={"fins": "fin", "scales": "tail", "fluke": "fin", "shells": "top", "bra": "top"},
    height=(1.2, 2.2),
)
def mermaid(v: Values) -> Draft:
    """Faces +Z, the tail bent to the back."""
    female = v.sex == "female"
    look = face.Look(
        ears=face.ears_of(v.hair), nose=0.85 if female else 1.0, smile=v.smile, jaw=0.9 if female else 1.05, eye=0.18
    )
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=6.5,
            build=v.build,
            shoulders=0.104 if female else 0.124,
            bust=0.9 if female else 0.0,
            muscle=0.85 if female else 1.25,
        ),
        extent=1.15 * v.height,
    )
    h, d = man.h, man.d
    face.skull(man, look)
    man.throat(man.skin)
    man.arm(man.skin)
    man.torso(man.skin)
    face.features(man, look)
    face.hair(man, v.hair)
    man.hands("skin")
    w = man.fig.build * h
    y = man.hip[1]
    n = 0.3 * h * v.tail_length
    path = [
        (0.0, y + 0.085 * h, 0.0),
        (0.0, y, 0.0),
        (0.0, 0.66 * y, 0.05 * h),
        (0.0, 0.3 * y, 0.06 * h),
        (0.0, 0.075 * h, -0.03 * h),
        (0.0, 0.05 * h, -0.16 * h),
        (0.0, 0.05 * h + 0.3 * n * v.curl, -0.16 * h - 0.8 * n),
    ]
    radii = [0.079 * w, 0.108 * w, 0.097 * w, 0.083 * w, 0.066 * w, 0.05 * w, 0.024 * w]
    d.add("tail", sweep(path, radii).scale(1.12, 1, 1), "tail", group="tail")
    for i in range(v.bands):
        t = 0.06 + 0.055 * i
        ring = []
        for k in range(13):
            a = 2 * math.pi * k / 13 + (i % 2) * math.pi / 13
            r = (0.092 + 0.016 * math.sin(math.pi * min(1.0, i / 3 + 0.2))) * w
            ring.append(
                sphere(0.024 * w, 0.03 * w, 0.014 * w)
                .rotate(y=90 - math.degrees(a))
                .move(1.13 * r * math.cos(a), y + (0.1 - t) * h, r * math.sin(a))
            )
        d.add(f"band_{i + 1}", union(*ring), "fin", group="bands")
    s = 0.2 * h * v.fluke
    lobe = [
        (0.0, -0.12 * s),
        (0.16 * s, 0.0),
        (0.5 * s, 0.32 * s),
        (0.95 * s, 0.95 * s),
        (0.9 * s, 1.12 * s),
        (0.55 * s, 0.9 * s),
        (0.42 * s, 0.98 * s),
        (0.16 * s, 0.62 * s),
        (0.0, 0.66 * s),
    ]
    fin = extrude([*lobe, *[(-x, q) for x, q in reversed(lobe[1:-1])]], 0.02 * h, smooth=False, bevel=0.006 * h)
    rays = union(
        *(
            sweep([(0, 0.05 * s, 0), (x * s, q * s, 0)], [0.016 * h, 0.009 * h], sides=6)
            for x, q in ((0.72, 0.86), (0.4, 0.74), (-0.72, 0.86), (-0.4, 0.74), (0.0, 0.48))
        )
    )
    end = path[-1]
    lean = -90 + 48 * v.curl
    for name, node, slot in (("fluke", fin, "fin"), ("fluke_rays", rays, "tail")):
        d.add(name, node.rotate(x=lean).move(end[0], end[1] + 0.004 * h, end[2]), slot, group="tail")
    if v.side_fins:
        small = [
            (0.0, -0.03 * h),
            (0.05 * h, -0.06 * h),
            (0.12 * h, -0.13 * h),
            (0.07 * h, 0.0),
            (0.05 * h, 0.03 * h),
            (0.0, 0.04 * h),
        ]
        d.add(
            "side_fins",
            extrude(small, 0.014 * h, bevel=0.004 * h).rotate(y=30).move(0.1 * w, 0.86 * y, -0.01 * h).mirrored(),
            "fin",
            group="fins",
        )
    if female:
        cup = sphere(0.0425 * h).move(*add(man.chest, (0.046 * h, -0.012 * h, 0.052 * w + 0.0035 * h))).mirrored()
        strap = sweep(
            [
                add(man.chest, (x * w, -0.012 * h, z * w))
                for x, z in (
                    (0.0, 0.082),
                    (0.06, 0.07),
                    (0.085, 0.02),
                    (0.07, -0.045),
                    (0.0, -0.06),
                    (-0.07, -0.045),
                    (-0.085, 0.02),
                    (-0.06, 0.07),
                )
            ],
            0.0075 * h,
            closed=True,
        )
        d.add("top", union(cup, strap), "top")
    if v.flower:
        at = man.head(0.62, 0.62, 0.42)
        arms = union(
            *(
                sweep(
                    [(0, 0, 0), (0.032 * h * math.cos(a), 0.032 * h * math.sin(a), 0.002 * h)],
                    [0.012 * h, 0.005 * h],
                    round_ends=True,
                )
                for a in (2 * math.pi * i / 5 + 0.3 for i in range(5))
            )
        )
        d.add("star", union(arms, sphere(0.013 * h)).rotate(x=-25, y=45).move(*at), "star", group="head")
    if v.trident:
        x, gy, z = -man.grip[0], man.grip[1], man.grip[2]
        top = 1.02 * h
        prongs = [
            sweep(
                [(x, 0.82 * top, z), (x + q * 0.05 * h, 0.86 * top, z), (x + q * 0.05 * h, top, z)],
                [0.009 * h, 0.009 * h, 0.003 * h],
                smooth=False,
            )
            for q in (1, -1)
        ]
        d.add(
            "trident",
            union(
                sweep(
                    [(x, 0.03 * h, z), (x, gy, z), (x, 0.8 * top, z), (x, 1.04 * top, z)],
                    [0.0105 * h, 0.0105 * h, 0.0105 * h, 0.003 * h],
                    smooth=False,
                ),
                *prongs,
            ),
            "trident",
            group="trident",
        )
    if v.rock:
        d.add(
            "rock", rock(v.rng("rock"), 0.26 * h, 0.09 * h, 0.24 * h).move(y=0.02 * h) - box(9, 2, 9).move(y=-1), "rock"
        )
    d.add("body", man.skin.node(), "skin")
    man.finish()
    d.limbs = [x for x in d.limbs if not x.kind.startswith("leg")]
    return d
