"""Traffic cone: a cone with reflecting stripes; a drum or a bollard."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "traffic cone",
    "street",
    nouns={
        "cone": {},
        "road cone": {},
        "safety cone": {},
        "pylon": {},
        "bollard": {"kind": "bollard"},
        "traffic drum": {"kind": "drum"},
    },
    parameters=(
        Choice("kind", ("cone", "drum", "bollard")),
        Real("height", 0.7, 0.45, 1.0),
        Real("radius", 0.19, 0.16, 0.24, unit="", about="share of the height"),
        Whole("stripes", 2, 1, 4),
        Real("base", 0.27, 0.22, 0.34, unit="", about="half width of the base, share of the height"),
        Real("base_height", 0.05, 0.035, 0.08, unit=""),
        Choice("base_shape", ("square", "octagonal", "round")),
        Flag("light", 0.25),
        Real("tip", 0.2, 0.12, 0.3, unit="", about="width of the top, share of the radius"),
    ),
    slots={
        "body": ("plastic:#f06414", "plastic:#f07a1e", "plastic:#e0421c", "plastic:#f0c81e"),
        "stripe": ("plastic:#f4f4f0",),
        "base": ("rubber", "plastic:#f06414", "gunmetal"),
        "light": ("glow:#ffb020", "glow:#ff5020"),
        "metal": ("gunmetal", "steel"),
    },
    words={"stripes": {"stripes": 2}, "striped": {"stripes": 3}, "light": {"light": True}},
    paints={"stripes": "stripe", "bands": "stripe", "cone": "body"},
    height=(0.35, 1.45),
)
def traffic_cone(v: Values) -> Draft:
    """A cone with reflecting stripes; a drum or a bollard."""
    h, r, b, t = v.height, v.radius * v.height, v.base * v.height, v.base_height * v.height
    d = Draft(extent=h)
    top = h
    if v.kind == "cone":
        n = v.tip * r
        base = {
            "square": box(2 * b, t, 2 * b, 0.3 * t),
            "octagonal": cylinder(1.06 * b, t, sides=8).rotate(y=22.5),
            "round": cylinder(1.05 * b, t, bevel=0.3 * t),
        }[v.base_shape]
        d.add("base", base.move(y=t / 2), "base")
        d.add(
            "body",
            lathe(
                [
                    (1.12 * r, 0.8 * t),
                    (1.08 * r, t + 0.01 * h),
                    (r, t + 0.03 * h),
                    (n, h - 0.01 * h),
                    (0.8 * n, h),
                    (0, h),
                ]
            )
            - cylinder(0.6 * n, 0.1 * h).move(y=h),
            "body",
        )

        def at(y: float) -> float:
            return float(r + (n - r) * (y - t - 0.03 * h) / (h - 0.01 * h - t - 0.03 * h))

        for i in range(v.stripes):
            y0 = (0.3 + 0.55 * i / max(v.stripes, 2)) * h
            y1 = y0 + 0.32 * h / max(v.stripes, 2)
            d.add(f"stripe_{i + 1}", lathe([(at(y0) + 0.003, y0), (at(y1) + 0.003, y1)]), "stripe", group="stripes")
    elif v.kind == "drum":
        r = 1.35 * r
        steps: list[tuple[float, float]] = []
        for i in range(4):
            k0, k1, q = t + i * (h - t) / 4, t + (i + 1) * (h - t) / 4, 1 - 0.07 * i
            steps += [(q * r, k0), (q * r * 0.97, k1)]
        d.add("base", lathe([(1.25 * r, 0), (1.25 * r, t), (1.0 * r, 1.2 * t), (0, 1.2 * t)]), "base")
        d.add("body", lathe([*steps, (0, h)]), "body")
        for i in range(min(v.stripes + 1, 4)):
            k0, k1, q = t + (i + 0.2) * (h - t) / 4, t + (i + 0.8) * (h - t) / 4, 1 - 0.07 * i
            d.add(f"stripe_{i + 1}", cylinder(q * r + 0.001, k1 - k0).move(y=(k0 + k1) / 2), "stripe", group="stripes")
        d.add(
            "handle",
            rod((-0.09, h - 0.01, 0), (-0.08, h + 0.06, 0), (0.08, h + 0.06, 0), (0.09, h - 0.01, 0), radius=0.014),
            "base",
        )
    else:
        q = 0.55 * r
        d.add("base", lathe([(1.7 * q, 0), (1.7 * q, t), (1.3 * q, 1.4 * t), (q, 1.8 * t), (0, 1.8 * t)]), "base")
        d.add("body", lathe([(q, t), (0.95 * q, 0.92 * h), (0.85 * q, 0.97 * h), (0.4 * q, h), (0, h)]), "body")
        for i in range(v.stripes):
            y0 = (0.82 - 0.16 * i) * h
            d.add(f"stripe_{i + 1}", cylinder(q + 0.002, 0.08 * h).move(y=y0), "stripe", group="stripes")
        d.add("collar", torus(0.95 * q, 0.18 * q).move(y=0.92 * h), "metal")
    if v.light:
        d.add(
            "light",
            union(sphere(0.075, 0.075, 0.05).move(y=top + 0.1), cylinder(0.035, 0.09).move(y=top + 0.02)),
            "light",
        )
        d.add("light_rim", torus(0.072, 0.016).rotate(x=90).move(y=top + 0.1), "metal")
    d.point("top", (0, top, 0), size=v.tip * r)
    return d
