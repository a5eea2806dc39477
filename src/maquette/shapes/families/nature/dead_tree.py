"""Dead tree: a bare trunk with crooked branches and twigs."""

from __future__ import annotations

from maquette.shapes.api import lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import blob, branching, trunk


@family(
    "dead tree",
    "plant",
    nouns={
        "bare tree": {},
        "withered tree": {},
        "spooky tree": {"face": True},
        "haunted tree": {"face": True},
        "old tree": {},
        "leafless tree": {},
    },
    parameters=(
        Real("height", 5.0, 3.0, 7.0),
        Real("trunk", 0.065, 0.05, 0.09, unit=""),
        Whole("branches", 6, 4, 9),
        Whole("twigs", 2, 1, 3),
        Real("spread", 0.46, 0.3, 0.6, unit=""),
        Real("lean", 0.08, -0.2, 0.25, unit=""),
        Flag("face", 0.15),
        Flag("hole", 0.4),
        Flag("moss", 0.3),
        Flag("mushrooms", 0.3),
        Flag("broken", 0.4),
    ),
    slots={
        "bark": ("bark:#6e6257", "bark:#4a3c32", "driftwood", "bark"),
        "hole": ("bark:#171210",),
        "moss": ("moss",),
        "mushroom": ("paint:#c98a4a", "paint:#d8c8a8"),
    },
    words={"hole": {"hole": True}, "moss": {"moss": True}, "mushrooms": {"mushrooms": True}, "face": {"face": True}},
    paints={"trunk": "bark", "branches": "bark", "wood": "bark"},
    height=(2.0, 8.5),
)
def dead_tree(v: Values) -> Draft:
    """A bare trunk with crooked branches and twigs."""
    h = v.height
    d = Draft(extent=(0.8 if v.broken else 1.1) * h)
    rng, r = v.rng("branches"), v.trunk * v.height
    bones, ends = branching(
        rng, (0.6 if v.broken else 0.85) * h, r, v.branches, start=0.36, spread=v.spread, lean=v.lean, twigs=v.twigs
    )
    body = trunk(bones, 0.35 * r, 104)
    d.add("trunk", body, "bark")
    if v.hole or v.face:
        d.add("hole", sphere(0.36 * r, 0.6 * r, 0.5 * r).move(x=0.25 * v.lean * h, y=0.2 * h, z=0.66 * r), "hole")
    if v.face:
        eye = sphere(0.2 * r, 0.28 * r, 0.3 * r).rotate(z=25)
        d.add("eyes", eye.move(x=0.36 * r, y=0.31 * h, z=0.5 * r).mirrored().move(x=0.3 * v.lean * h), "hole")
    if v.moss:
        d.add("moss", blob(1.25 * r, 0.4 * r, 1.2 * r, 0.2, 3).move(x=0.5 * r, y=0.28 * r, z=0.6 * r), "moss")
    if v.mushrooms:
        cap = lathe([(0.0, -0.05), (0.5, -0.03), (0.55, 0.05), (0.3, 0.22), (0, 0.26)], smooth=True).scale(r)
        d.add(
            "mushrooms",
            union(
                *(
                    cap.scale(1 - 0.15 * i).move(
                        x=(0.75 - 0.1 * i) * r + 0.25 * v.lean * h * (0.2 + 0.3 * i), y=(0.12 + 0.07 * i) * h, z=0.3 * r
                    )
                    for i in range(3)
                )
            ),
            "mushroom",
        )
    d.point("top", ends[0], size=r)
    return d
