"""Books: closed, open, or a stack."""

from __future__ import annotations

import itertools

from maquette.shapes.api import Point3, box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node

COVERS = ("leather:#7a2a22", "leather:#24406a", "leather:#2f5a3c", "leather", "fabric:#4a2f6a", "leather:#2a2624")


@family(
    "book",
    "household",
    nouns={
        "books": {"kind": "stack"},
        "stack of books": {"kind": "stack"},
        "pile of books": {"kind": "stack"},
        "open book": {"kind": "open"},
        "spellbook": {"clasp": True, "corners": True, "gem": True},
        "spell book": {"clasp": True, "corners": True, "gem": True},
        "tome": {"thickness": 0.07, "corners": True, "clasp": True},
        "grimoire": {"clasp": True, "corners": True, "gem": True},
        "notebook": {"thickness": 0.02},
        "diary": {"clasp": True, "thickness": 0.025},
        "bible": {"corners": True},
        "dictionary": {"thickness": 0.07},
    },
    parameters=(
        Choice("kind", ("closed", "open", "stack")),
        Real("width", 0.16, 0.12, 0.22),
        Real("height", 0.24, 0.18, 0.32),
        Real("thickness", 0.045, 0.02, 0.075),
        Whole("books", 4, 2, 6, about="in a stack"),
        Whole("ridges", 4, 0, 5, about="on the spine"),
        Flag("ribbon", 0.5),
        Flag("corners", 0.45),
        Flag("clasp", 0.2),
        Flag("title", 0.8),
        Flag("gem", 0.1),
        Flag("standing", 0.25, about="upright instead of lying"),
    ),
    slots={
        "cover": COVERS,
        "pages": ("paper", "paper:#e2d2a8"),
        "metal": ("gold", "brass", "silver"),
        "ribbon": ("fabric:#b8342a", "fabric:#d8a13a"),
        "gem": ("gem", "glow:#60d0ff", "crystal"),
        "cover_2": ("leather:#24406a", "fabric:#c08a2a"),
        "cover_3": ("leather:#2f5a3c", "leather:#8a5a35"),
        "ink": ("paint:#3a3430",),
    },
    words={
        "open": {"kind": "open"},
        "closed": {"kind": "closed"},
        "pages": {},
        "ribbon": {"ribbon": True},
        "bookmark": {"ribbon": True},
        "clasp": {"clasp": True},
        "gem": {"gem": True},
        "corners": {"corners": True},
        "standing": {"standing": True},
    },
    paints={"bookmark": "ribbon", "text": "ink", "spine": "cover", "clasp": "metal"},
    height=(0.015, 0.5),
)
def book(v: Values) -> Draft:
    """Lies with its front cover up and the foot of its pages to the front; its spine is at its right (-X)."""
    w, z = v.width, v.height
    d = Draft(extent=2.1 * w if v.kind == "open" else max(z, w))
    if v.kind == "open":
        _open(d, v)
    elif v.kind == "stack":
        rng = v.rng("stack")
        y = 0.0
        for i in range(v.books):
            t = v.thickness * float(rng.uniform(0.55, 1.0))
            k = 1.0 - 0.045 * i
            cover, pages = _closed(w * k, z * k * float(rng.uniform(0.93, 1)), t, v.ridges)
            turn, x, zz = (
                float(rng.uniform(-14, 14)),
                float(rng.uniform(-0.05, 0.05)) * w,
                float(rng.uniform(-0.04, 0.04)) * z,
            )
            d.add(
                f"book_{i + 1}",
                cover.rotate(y=turn).move(x, y, zz),
                ("cover", "cover_2", "cover_3")[i % 3],
                group=f"volume_{i + 1}",
            )
            d.add(f"pages_{i + 1}", pages.rotate(y=turn).move(x, y, zz), "pages", group=f"volume_{i + 1}")
            y += t - 0.0008
        d.point("top", (0, y, 0), size=w)
    else:
        t = v.thickness
        named: list[tuple[str, Node, str]] = []
        cover, pages = _closed(w, z, t, v.ridges)
        named += [("cover", cover, "cover"), ("pages", pages, "pages")]
        if v.corners:
            size = 0.16 * w
            tri = extrude([(0, 0), (size, 0), (0, size)], t + 0.003, bevel=0.001).rotate(x=90)
            named.append(
                (
                    "corners",
                    union(
                        *(
                            tri.rotate(y=a).move(x, t / 2, zz)
                            for x, zz, a in (
                                (w / 2 + 0.0015, z / 2 + 0.0015, 180),
                                (w / 2 + 0.0015, -z / 2 - 0.0015, 270),
                            )
                        )
                    ),
                    "metal",
                )
            )
        if v.title:
            rim = box(0.66 * w, 0.004, 0.74 * z, 0.001) - box(0.6 * w, 0.02, 0.69 * z)
            named.append(
                (
                    "title",
                    union(
                        rim.move(0.03 * w, t, 0),
                        *(
                            box(n * w, 0.004, 0.022 * z + 0.002, 0.001).move(0.03 * w, t, q * z)
                            for n, q in ((0.4, -0.2), (0.3, -0.13))
                        ),
                    ),
                    "metal",
                )
            )
        if v.gem:
            named.append(("gem", sphere(0.11 * w, 0.05 * w, 0.11 * w).move(0.03 * w, t, 0.06 * z), "gem"))
            named.append(("gem_ring", torus(0.11 * w, 0.018 * w).move(0.03 * w, t + 0.001, 0.06 * z), "metal"))
        if v.clasp:
            named.append(
                (
                    "clasps",
                    union(
                        *(
                            box(0.2 * w, t + 0.006, 0.05 * z, 0.002).move(w / 2 - 0.08 * w + 0.003, t / 2, s * 0.26 * z)
                            for s in (1, -1)
                        )
                    ),
                    "metal",
                )
            )
        if v.ribbon:
            named.append(
                ("ribbon", box(0.012, 0.003, 0.2 * z, 0.001).rotate(x=6).move(-0.1 * w, 0.45 * t, 0.53 * z), "ribbon")
            )
        up = v.standing
        for name, solid, slot in named:
            # Upright: the front cover looks along +Z.
            if up:
                solid = solid.rotate(x=90).move(0, z / 2 + (0.0015 if v.corners else 0.0), -t / 2)
            d.add(name, solid, slot)
        if up and v.ribbon:
            d.parts.pop()
        d.point("top", (0, z if up else t, 0), size=w)
    d.point("grip", (0.4 * w, 0.02, 0), size=v.thickness)
    return d


def _closed(w: float, z: float, t: float, ridges: int) -> tuple[Node, Node]:
    """(cover, pages) of a book lying from y = 0 to t."""
    board = min(0.0045, 0.16 * t)
    # Ends that lie in one plane leave slivers: each piece is a little shorter than the one before.
    spine = cylinder(t / 2, z - 0.001, bevel=0.001).rotate(x=90).scale(0.45, 1, 1).move(
        -w / 2 + 0.1 * t, t / 2, 0
    ) & box(t, t, z).move(-w / 2 - 0.32 * t, t / 2, 0)
    parts: list[Node] = [
        box(w, board, z, 0.3 * board).move(0, board / 2, 0),
        box(w, board, z, 0.3 * board).move(0, t - board / 2, 0),
        spine,
        box(0.1 * t + board, t - 0.5 * board, z - 0.003, 0.2 * board).move(-w / 2 + 0.05 * t + board / 2, t / 2, 0),
    ]
    for i in range(ridges):
        zz = (i - (ridges - 1) / 2) * z / (ridges + 0.6)
        parts.append(
            cylinder(t / 2 + 0.002, 0.008, bevel=0.002).rotate(x=90).scale(0.5, 1, 1).move(-w / 2 + 0.1 * t, t / 2, zz)
            & box(t, t + 0.0, z).move(-w / 2 - 0.3 * t, t / 2, 0)
        )
    pages = box(w - 0.012, t - 1.2 * board, z - 0.012, 0.001, 1).move(-0.003, t / 2, 0)
    return union(*parts), pages


def _open(d: Draft, v: Values) -> None:
    """Two swelling halves of pages on a cover that lies flat."""
    w, z, t = v.width, v.height, v.thickness
    d.add("cover", box(2 * w + 0.016, 0.006, z + 0.014, 0.0018).move(y=0.003), "cover")
    half = 0.5 * t + 0.008
    curve = [
        (0.0, 0.35 * half),
        (0.05 * w, 0.8 * half),
        (0.2 * w, half),
        (0.45 * w, 0.92 * half),
        (0.75 * w, 0.7 * half),
        (0.98 * w, 0.55 * half),
    ]
    smooth: list[tuple[float, float]] = []
    for (x0, y0), (x1, y1) in itertools.pairwise(curve):
        smooth += [(x0 + (x1 - x0) * k / 4, y0 + (y1 - y0) * (3 * (k / 4) ** 2 - 2 * (k / 4) ** 3)) for k in range(4)]
    smooth.append(curve[-1])
    outline = [(-0.0005, 0.0), (0.995 * w, 0.0), *reversed(smooth[1:]), (-0.0005, 0.35 * half)]
    leaves = extrude(outline, z, bevel=0.0)
    d.add("pages_left", leaves.move(y=0.005), "pages", group="pages")
    d.add("pages_right", leaves.mirror("x").move(y=0.005), "pages", group="pages")

    def height(x: float) -> float:
        for (x0, y0), (x1, y1) in itertools.pairwise(smooth):
            if x0 <= x <= x1:
                return float(y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-9))
        return float(curve[-1][1])

    for side, s in (("left", 1), ("right", -1)):
        lines = []
        for row in range(9):
            zz = -0.36 * z + 0.09 * z * row
            start, end = 0.22 * w, (0.84 if row % 4 != 3 else 0.6) * w
            path: list[Point3] = [
                (s * x, 0.005 + height(x) - 0.0002, zz) for x in [start + (end - start) * k / 5 for k in range(6)]
            ]
            lines.append(
                sweep(
                    path,
                    profile=[(0.0035, -0.0012), (0.0035, 0.0012), (-0.0035, 0.0012), (-0.0035, -0.0012)],
                    smooth=False,
                )
            )
        d.add(f"text_{side}", union(*lines), "ink", group="text")
    if v.ribbon:
        d.add(
            "ribbon",
            sweep(
                [
                    (0.006, 0.005 + 0.6 * half, -0.48 * z),
                    (0.01, 0.005 + 0.5 * half, 0.0),
                    (0.008, 0.005 + 0.5 * half, 0.48 * z),
                    (0.012, 0.006, 0.56 * z),
                    (0.02, 0.0035, 0.66 * z),
                ],
                profile=[(0.006, -0.0018), (0.006, 0.0018), (-0.006, 0.0018), (-0.006, -0.0018)],
            ),
            "ribbon",
        )
    if v.corners:
        size = 0.14 * w
        tri = extrude([(0, 0), (size, 0), (0, size)], 0.009, bevel=0.001).rotate(x=90)
        d.add(
            "corners",
            union(
                *(
                    tri.rotate(y=a).move(x, 0.0045, zz)
                    for x, zz, a in (
                        (w + 0.0095, z / 2 + 0.0085, 180),
                        (w + 0.0095, -z / 2 - 0.0085, 270),
                        (-w - 0.0095, -z / 2 - 0.0085, 0),
                        (-w - 0.0095, z / 2 + 0.0085, 90),
                    )
                )
            ),
            "metal",
        )
    d.point("top", (0, half, 0), size=w)
