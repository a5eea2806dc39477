"""Candies: lollipops, wrapped sweets, canes, gummy bears."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, capsule, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "candy",
    "food",
    nouns={
        "lollipop": {"kind": "lollipop"},
        "lolly": {"kind": "lollipop"},
        "sweet": {"kind": "wrapped"},
        "bonbon": {"kind": "wrapped"},
        "candy cane": {"kind": "cane"},
        "toffee": {"kind": "wrapped"},
        "gummy bear": {"kind": "bear"},
        "gummi bear": {"kind": "bear"},
        "sucker": {"kind": "lollipop"},
        "sugar cane": {"kind": "cane"},
    },
    parameters=(
        Choice("kind", ("lollipop", "wrapped", "cane", "bear")),
        Real("radius", 0.035, 0.028, 0.045),
        Real("thickness", 0.32, 0.26, 0.42, unit="", about="share of the radius"),
        Real("stick_length", 2.6, 2.0, 3.4, unit="", about="in radii"),
        Whole("turns", 3, 2, 4),
        Whole("pleats", 9, 7, 12),
        Whole("stripes", 8, 6, 11),
        Flag("bow", 0.5),
        Flag("round", 0.25),
    ),
    slots={
        "candy": ("slime:#e8304a", "slime:#3fb0d8", "slime:#f29a1e", "slime:#8ac03a", "slime:#c04ab0"),
        "stripe": ("cream:#ffffff", "icing:#ffd84a", "icing:#ffc0d8"),
        "stick": ("paper", "birch"),
        "wrapper": ("slime:#e8304a", "slime:#f2b01e", "slime:#3f8ad8"),
        "bow": ("fabric:#d8304a", "fabric:#3f8a5a"),
    },
    words={
        "stripes": {"stripes": 9},
        "striped": {"stripes": 9},
        "bow": {"bow": True},
        "stick": {"kind": "lollipop"},
        "swirl": {"kind": "lollipop", "round": False},
        "wrapped": {"kind": "wrapped"},
    },
    paints={"spiral": "stripe", "ribbon": "bow"},
    height=(0.02, 0.26),
)
def candy(v: Values) -> Draft:
    """A lollipop with a spiral, a sweet in a twisted wrapper, a striped cane, a gummy bear."""
    r, t = v.radius, v.thickness * v.radius
    if v.kind == "lollipop":
        n = v.stick_length * r
        d = Draft(extent=n + 2 * r)
        y = n + 0.9 * r
        d.add("stick", cylinder(0.085 * r, n + 0.6 * r, bevel=0.02 * r).move(y=(n + 0.6 * r) / 2), "stick")
        body = sphere(0.8 * r) if v.round else cylinder(r, 2 * t, bevel=0.55 * t).rotate(x=90)
        d.add("candy", body.move(y=y), "candy")
        lines = []
        for s in (1, -1):
            path = []
            count = 22 * v.turns
            for i in range(count + 1):
                q = (0.08 + 0.84 * i / count) * (0.8 if v.round else 0.96) * r
                a = math.tau * v.turns * i / count
                z = (
                    math.sqrt(max(0.0, 0.64 * r * r - q * q))
                    if v.round
                    else t - 0.35 * t * max(0.0, (q / r - 0.72) / 0.28) ** 2
                )
                path.append((s * q * math.cos(a), y + q * math.sin(a), s * z))
            lines.append(
                sweep(
                    path,
                    [0.05 * r + 0.05 * r * i / count for i in range(count + 1)],
                    smooth=False,
                    sides=8,
                    round_ends=True,
                )
            )
        d.add("spiral", union(*lines), "stripe")
        if v.bow:
            loops = union(
                *(sphere(0.26 * r, 0.15 * r, 0.1 * r).rotate(z=s * 18).move(s * 0.26 * r, 0, 0) for s in (1, -1)),
                sphere(0.1 * r, 0.1 * r, 0.13 * r),
                *(box(0.12 * r, 0.45 * r, 0.05 * r).rotate(z=s * 25).move(s * 0.12 * r, -0.25 * r, 0) for s in (1, -1)),
            )
            d.add("bow", loops.move(0, y - (1.06 if not v.round else 0.9) * r, 0.1 * r), "bow")
        d.point("top", (0, y + r, 0), size=2 * r)
        d.point("grip", (0, 0.35 * n, 0), size=0.2 * r)
        return d
    if v.kind == "wrapped":
        s = 0.6 * r
        d = Draft(extent=4.2 * s)
        stripes = [
            sphere(1.02 * s, 1.012 * s, 0.2 * s).rotate(x=180 * i / (v.stripes // 2)) for i in range(v.stripes // 2)
        ]
        body = sphere(1.05 * s, s, s) if v.round else capsule(0.8 * s, 2.1 * s).rotate(z=90)
        d.add("candy", body.move(y=s if v.round else 0.8 * s), "wrapper")
        y = s if v.round else 0.8 * s
        if v.round:
            star = []
            for i in range(v.stripes):
                for k, far in ((-0.5, 0.02 * s), (-0.25, 2 * s), (0.25, 2 * s)):
                    star.append(
                        (far * math.cos(math.tau * (i + k) / v.stripes), far * math.sin(math.tau * (i + k) / v.stripes))
                    )
            d.add(
                "stripes",
                (extrude(star, 3 * s, twist=0).rotate(y=90) & sphere(1.06 * s, 1.01 * s, 1.01 * s)).move(y=y),
                "stripe",
            )
        else:
            d.add(
                "stripes",
                union(*(torus(0.8 * s, 0.045 * s).rotate(z=90).move(x, y, 0) for x in (-0.4 * s, 0, 0.4 * s))),
                "stripe",
            )
        pleat = []
        for i in range(2 * v.pleats):
            q = 1.0 if i % 2 else 0.62
            pleat.append(
                (0.24 * s * q * math.cos(math.pi * i / v.pleats), 0.24 * s * q * math.sin(math.pi * i / v.pleats))
            )
        for k, name in ((1, "twist_left"), (-1, "twist_right")):
            fan = extrude(pleat, 0.85 * s, taper=3.3).move(z=0.425 * s).rotate(y=90 * k).move(0.98 * s * k, y, 0)
            d.add(name, union(fan, sphere(0.24 * s).move(1.0 * s * k, y, 0)), "wrapper", group="twists")
        _ = stripes
        d.point("top", (0, 2 * y, 0), size=s)
        d.point("grip", (0, y, 0), size=2 * s)
        return d
    if v.kind == "cane":
        n, q = 4.2 * r, 0.2 * r * (1 + v.thickness)
        d = Draft(extent=n)
        c = 0.85 * r
        path = [
            (c, 0, 0),
            (c, 0.3 * n, 0),
            (c, 0.6 * n, 0),
            (c, n - q - c, 0),
            *((c * math.cos(a), n - q - c + c * math.sin(a), 0.0) for a in [math.pi * i / 10 for i in range(1, 11)]),
            (-c, n - q - 1.35 * c, 0),
        ]
        d.add("cane", sweep(path, q, round_ends=True), "stripe")
        # Four stripes wind around the same path.
        total = len(path) * 6
        fine = _path(path, total)
        for j in range(2):
            line = []
            for i, (p, tangent) in enumerate(fine):
                a = math.tau * (v.stripes * 0.8 * i / total) + math.pi * j
                side = (-tangent[1], tangent[0], 0.0)
                line.append(
                    (
                        p[0] + 0.82 * q * math.cos(a) * side[0],
                        p[1] + 0.82 * q * math.cos(a) * side[1],
                        0.82 * q * math.sin(a),
                    )
                )
            d.add(
                f"stripe_{j + 1}",
                sweep(line[4:-4], 0.36 * q, smooth=False, sides=8, round_ends=True),
                "candy",
                group="stripes",
            )
        if v.bow:
            loops = union(
                *(sphere(0.5 * r, 0.28 * r, 0.2 * r).rotate(z=s * 20).move(s * 0.45 * r, 0, 0) for s in (1, -1)),
                sphere(0.2 * r, 0.2 * r, 0.24 * r),
                *(box(0.22 * r, 0.9 * r, 0.09 * r).rotate(z=s * 22).move(s * 0.24 * r, -0.5 * r, 0) for s in (1, -1)),
            )
            d.add("bow", loops.move(c, 0.5 * n, 0.8 * q), "bow")
        d.point("top", (0, n, 0), size=r)
        d.point("grip", (c, 0.25 * n, 0), size=2 * q)
        return d
    s = r
    d = Draft(extent=2.3 * s)
    ear = sphere(0.2 * s, 0.2 * s, 0.14 * s).move(0.36 * s, 1.86 * s, 0).mirrored("x")
    arm = sphere(0.18 * s, 0.3 * s, 0.24 * s).rotate(x=50).move(0.42 * s, 0.95 * s, 0.3 * s).mirrored("x")
    leg = sphere(0.26 * s, 0.24 * s, 0.36 * s).move(0.36 * s, 0.24 * s, 0.3 * s).mirrored("x")
    d.add(
        "body",
        union(
            sphere(0.55 * s, 0.66 * s, 0.44 * s).move(y=0.64 * s),
            sphere(0.46 * s, 0.42 * s, 0.4 * s).move(y=1.45 * s),
            ear,
            arm,
            leg,
            sphere(0.22 * s, 0.17 * s, 0.2 * s).move(0, 1.34 * s, 0.34 * s),
            sphere(0.16 * s).move(0, 0.35 * s, -0.4 * s),
        ),
        "candy",
    )
    d.add(
        "face",
        union(
            sphere(0.05 * s).move(0.16 * s, 1.56 * s, 0.35 * s).mirrored("x"),
            sphere(0.07 * s, 0.05 * s, 0.05 * s).move(0, 1.4 * s, 0.53 * s),
        ),
        "stripe",
    )
    d.point("top", (0, 2 * s, 0), size=s)
    d.point("grip", (0, 0.6 * s, 0), size=s)
    return d


def _path(
    points: list[tuple[float, float, float]], count: int
) -> list[tuple[tuple[float, float, float], tuple[float, float]]]:
    """Evenly spaced (place, direction in the plane) along a polyline."""
    lengths = [0.0]
    for a, b in itertools.pairwise(points):
        lengths.append(lengths[-1] + math.dist(a, b))
    out = []
    for i in range(count + 1):
        s = lengths[-1] * i / count
        k = max(j for j in range(len(points) - 1) if lengths[j] <= s + 1e-12)
        a, b = points[k], points[k + 1]
        f = (s - lengths[k]) / (lengths[k + 1] - lengths[k])
        size = math.dist(a, b)
        out.append(
            ((a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, 0.0), ((b[0] - a[0]) / size, (b[1] - a[1]) / size))
        )
    return out
