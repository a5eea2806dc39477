"""Sea horses."""

from __future__ import annotations

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3
from maquette.shapes.sub.swimmer import EYES, fin


@family(
    "seahorse",
    "animal",
    nouns={"sea horse": {}, "hippocampus": {}},
    parameters=(
        Real("height", 0.18, 0.08, 0.5),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("snout", 1.0, 0.8, 1.25, unit=""),
        Real("fins", 1.0, 0.75, 1.3, unit=""),
        Whole("spikes", 9, 6, 11),
        Flag("crown", 0.8),
        Flag("belly", 0.8),
        Real("curl", 1.0, 0.85, 1.1, unit=""),
    ),
    slots={
        "skin": ("scales:#e8a02a", "scales:#d8603a", "scales:#4a9ab8", "scales:#b06ac8"),
        "belly": ("scales:#f6e2b0",),
        "fins": ("leaf:#f6c860", "leaf:#f0a8a0"),
        "spikes": ("horn:#a8601c", "horn:#f2e0c0"),
    }
    | EYES,
    words={"crown": {"crown": True}},
    paints={"body": "skin", "fin": "fins"},
    height=(0.07, 0.6),
)
def seahorse(v: Values) -> Draft:
    """An S with a tube for a snout, a ridge of spikes and a curled tail."""
    h, w = v.height, v.build
    d = Draft(extent=h)
    flesh = Flesh(0.025 * h, 77)
    line: list[Point3] = [
        (0, 0.84 * h, 0.06 * h),
        (0, 0.76 * h, -0.05 * h),
        (0, 0.62 * h, -0.02 * h),
        (0, 0.48 * h, 0.04 * h),
        (0, 0.34 * h, 0.0),
        (0, 0.2 * h, -0.06 * h),
        (0, 0.09 * h, -0.03 * h),
        (0, 0.045 * h, 0.05 * h * v.curl),
        (0, 0.09 * h, 0.125 * h * v.curl),
        (0, 0.155 * h, 0.1 * h * v.curl),
        (0, 0.145 * h, 0.05 * h * v.curl),
    ]
    flesh.chain(
        line, [h * k for k in (0.062, 0.06, 0.085 * w, 0.105 * w, 0.085 * w, 0.052, 0.04, 0.032, 0.026, 0.021, 0.016)]
    )
    hd = Frame((0, 0.86 * h, 0.08 * h), 18, 0.075 * h)
    flesh.ball(hd(0, 0, 0), 0.075 * h)
    flesh.chain([hd(0, -0.2, 0.7), hd(0, -0.3, 2.3 * v.snout)], [0.036 * h, 0.022 * h])
    flesh.ball(hd(0, -0.3, 2.35 * v.snout), 0.03 * h)
    f.eyes(d, flesh, hd, 0.024 * h * (1.3 if v.style == "cartoon" else 1), 66, 14, forward=0.2, out=0.6)
    spikes = [
        f.spike(
            flesh.hit((0, (0.82 - 0.062 * i) * h, -h), (0, (0.82 - 0.062 * i) * h, 0.05 * h)),
            (0, 0.35, -1),
            0.055 * h,
            0.016 * h,
            6,
            0.3,
        )
        for i in range(v.spikes)
    ]
    if v.crown:
        spikes += [
            f.spike(f.on_skin(flesh, hd, a, 75), (0.3 * a / 40, 1, -0.25), 0.07 * h, 0.016 * h, 6, 0.3)
            for a in (-60, 0, 60)
        ]
    d.add("spikes", union(*spikes), "spikes")
    d.add(
        "back_fin",
        fin([(-0.2, 0.5), (0.6, 0.75), (0.95, 0.1), (0.6, -0.6), (-0.2, -0.5)], 0.12 * h * v.fins, 0.016 * h).move(
            0, 0.5 * h, -0.05 * h
        ),
        "fins",
        group="fins",
    )
    d.add(
        "side_fins",
        sphere(0.012 * h, 0.035 * h * v.fins, 0.045 * h * v.fins).rotate(y=-30).move(*hd(0.95, -0.35, -0.6)).mirrored(),
        "fins",
        group="fins",
    )
    if v.belly:
        d.add("belly", flesh.node(0.005 * h) & sphere(0.07 * h, 0.2 * h, 0.08 * h).move(0, 0.5 * h, 0.125 * h), "belly")
    d.add("body", flesh.node(), "skin")
    top = flesh.hit(hd(0, 5, 0), hd(0, 0, 0))
    d.point("head", top, size=0.15 * h)
    d.point("top", top)
    return d
