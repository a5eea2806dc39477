"""Low shoes: sneakers, leather shoes, and high heels, all skins over rings from heel to toe."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import along_z, oval
from maquette.shapes.sub.shoes import Last, finish


@family(
    "sneaker",
    "wearable",
    nouns={
        "running shoe": {"collar": 0.27},
        "trainer": {},
        "trainers": {"pair": True},
        "sports shoe": {},
        "high-top sneaker": {"collar": 0.42},
        "high top": {"collar": 0.42},
        "basketball shoe": {"collar": 0.42},
        "tennis shoe": {"swoosh": False},
    },
    parameters=(
        Real("length", 0.29, 0.22, 0.33),
        Real("width", 1.0, 0.9, 1.12, unit=""),
        Real("sole", 0.03, 0.022, 0.042, about="its height"),
        Real("collar", 0.28, 0.25, 0.42, unit="", about="height of the ankle, in lengths"),
        Real("toe", 0.0, 0.0, 0.4, unit="", about="how pointed"),
        Whole("laces", 5, 4, 6),
        Flag("toe_cap", 0.5),
        Flag("swoosh", 0.6),
        Flag("stripes", 0.35),
        Flag("tongue", 0.95),
        Flag("bow", 0.7),
        Flag("pair", 0.4),
    ),
    slots={
        "upper": ("leather:#ece9e2", "fabric:#b8222a", "fabric:#23355e", "fabric:#222327", "fabric:#2f7d72"),
        "sole": ("rubber:#f0eee8", "rubber:#e6dcc4"),
        "tread": ("rubber:#2a2a2c", "rubber:#b98d5e", "rubber:#c8442e"),
        "laces": ("fabric:#f4f1ea", "fabric:#e8e4d8"),
        "accent": ("leather:#d8462a", "leather:#1f5fb0", "leather:#f0b428", "leather:#f2efe8"),
        "toe_cap": ("rubber:#efece4", "leather:#d8d2c4"),
        "lining": ("fabric:#3a3c42", "fabric:#8d8f96"),
    },
    words={
        "laces": {"laces": 5},
        "stripes": {"stripes": True, "swoosh": False},
        "striped": {"stripes": True, "swoosh": False},
        "tongue": {"tongue": True},
    },
    paints={"body": "upper", "shoe": "upper", "stripe": "accent", "stripes": "accent", "logo": "accent"},
    height=(0.07, 0.3),
)
def sneaker(v: Values) -> Draft:
    """Thick soft sole, a laced front and a padded collar."""
    n, s = v.length, v.sole
    c = v.collar / 0.62
    tops = [(0.0, 0.62 * c), (0.05, 0.95 * c), (0.12, c), (0.25, 0.95 * c), (0.36, 0.9 * c), (0.44, max(0.36, 0.78 * c)),
            (0.52, 0.275), (0.62, 0.205), (0.74, 0.16), (0.86, 0.135), (0.94, 0.105), (0.985, 0.065), (1.0, 0.03)]  # fmt: skip
    last = Last(n, v.width, v.toe, tops)
    d = Draft(extent=1.03 * n)
    body = last.skin(s)
    hole = last.hole(s + 0.02 * n, 0.028 * n, 0.03, 0.5)
    nodes: dict[str, tuple[Node, str]] = {
        "tread": (last.layer(0.0, 0.3 * s, 0.006 * n), "tread"),
        "sole": (last.layer(0.27 * s, 0.85 * s, 0.014 * n), "sole"),
        "upper": (body - hole, "upper"),
        "lining": (last.hole(s + 0.008 * n, 0.02 * n, 0.02, 0.52, 0.03), "lining"),
    }
    grown = last.skin(s, 0.005 * n)
    if v.toe_cap:
        cap = box(n, n, 0.3 * n).rotate(x=-18).move(0, 0, 0.53 * n)
        nodes["toe_cap"] = (grown & cap, "toe_cap")
    heel = (grown & box(n, 0.2 * n, 0.1 * n).rotate(x=-12).move(0, s + 0.09 * n, -0.49 * n)) - hole
    nodes["heel_tab"] = (heel, "accent")
    if v.swoosh and not v.stripes:
        path = [
            (0, s + 0.19 * n, -0.06 * n),
            (0, s + 0.085 * n, 0.01 * n),
            (0, s + 0.085 * n, -0.12 * n),
            (0, s + 0.16 * n, -0.33 * n),
        ]
        cut = sweep(path[1:], [0.035 * n, 0.025 * n, 0.01 * n], round_ends=True).scale(60, 1, 1)
        nodes["swoosh"] = ((grown & cut) - hole, "accent")
    if v.stripes:
        bars = [box(n, 0.3 * n, 0.022 * n).rotate(x=30).move(0, s + 0.1 * n, (-0.17 + 0.055 * i) * n) for i in range(3)]
        low = box(n, 0.13 * n, n).move(y=s + 0.075 * n)
        nodes["stripes"] = ((grown & union(*bars) & low) - hole, "accent")
    if v.tongue:
        lift = 0.62 * c * n
        path3 = [
            (0, s + 0.2 * n, 0.1 * n),
            (0, s + 0.27 * n, 0.02 * n),
            (0, max(s + 0.36 * n, s + lift + 0.05 * n), -0.06 * n),
        ]
        nodes["tongue"] = (sweep(path3, profile=oval(0.07 * n, 0.014 * n, power=3)), "upper")
    laces = []
    for i in range(v.laces):
        u = 0.66 - 0.19 * i / (v.laces - 1)
        laces.append(sweep(last.across(s, u, 0.5, 0.004 * n), 0.011 * n, smooth=False, sides=6))
        if i:
            a, b = last.across(s, u, 0.5, 0.006 * n), last.across(s, u + 0.19 / (v.laces - 1), 0.5, 0.006 * n)
            laces += [sweep([b[0], a[3], a[-1]], 0.008 * n, sides=6, smooth=False)]
    if v.bow:
        _x, y, z = last.across(s, 0.48, 0.5, 0.012 * n)[3]
        for k in (1, -1):
            loop = [
                (0, y, z),
                (k * 0.07 * n, y + 0.03 * n, z + 0.02 * n),
                (k * 0.12 * n, y - 0.01 * n, z + 0.05 * n),
                (k * 0.06 * n, y - 0.005 * n, z + 0.05 * n),
                (0, y, z + 0.01 * n),
            ]
            laces.append(sweep(loop, 0.009 * n, sides=6, round_ends=True))
    nodes["laces"] = (union(*laces), "laces")
    return finish(d, v, nodes, last.widest() + 0.008 * n)


@family(
    "shoe",
    "wearable",
    nouns={
        "dress shoe": {"kind": "oxford"},
        "leather shoe": {"kind": "oxford"},
        "oxford shoe": {"kind": "oxford"},
        "oxford": {"kind": "oxford"},
        "brogue": {"kind": "oxford", "toe_cap": True},
        "loafer": {"kind": "loafer"},
        "moccasin": {"kind": "loafer", "heel": 0.01},
        "shoes": {"pair": True},
        "loafers": {"kind": "loafer", "pair": True},
    },
    parameters=(
        Choice("kind", ("oxford", "loafer")),
        Real("length", 0.3, 0.24, 0.33),
        Real("width", 0.94, 0.86, 1.05, unit=""),
        Real("heel", 0.024, 0.01, 0.035),
        Real("sole", 0.008, 0.006, 0.014),
        Real("toe", 0.35, 0.1, 0.9, unit="", about="how pointed"),
        Real("collar", 0.2, 0.18, 0.24, unit="", about="height of the ankle, in lengths"),
        Whole("laces", 4, 3, 5),
        Flag("toe_cap", 0.6),
        Flag("buckle", 0.3),
        Flag("welt", 0.8),
        Flag("pair", 0.4),
    ),
    slots={
        "upper": ("leather:#1d1a19", "leather:#5a3018", "leather:#8a4f26", "leather:#4a1c1e"),
        "toe_cap": ("leather:#2a211c", "leather:#6a3a1c", "leather:#3a1618"),
        "sole": ("rubber:#1a1817", "leather:#a87a48"),
        "welt": ("leather:#3a281c", "leather:#b98a58"),
        "laces": ("fabric:#1c1a19", "fabric:#4a2f1e"),
        "lining": ("leather:#c09a68", "leather:#7a5636"),
        "metal": ("brass", "silver", "gold"),
    },
    words={"laces": {"kind": "oxford"}, "laced": {"kind": "oxford"}, "buckle": {"buckle": True}, "heel": {}},
    paints={"body": "upper", "leather": "upper", "toe": "toe_cap"},
    height=(0.06, 0.16),
)
def shoe(v: Values) -> Draft:
    """A leather shoe on a thin sole with a heel, laced or slipped on."""
    n, s = v.length, v.sole
    c = v.collar / 0.62
    vamp = 0.3 if v.kind == "oxford" else 0.2
    tops = [(0.0, 0.6 * c), (0.05, 0.9 * c), (0.12, c), (0.24, 0.86 * c), (0.36, 0.82 * c), (0.46, max(vamp, 0.74 * c)),
            (0.56, 0.74 * vamp + 0.02), (0.66, 0.175), (0.76, 0.145), (0.86, 0.125), (0.94, 0.1), (0.985, 0.06), (1.0, 0.03)]  # fmt: skip
    last = Last(n, v.width, v.toe, tops, v.heel)
    d = Draft(extent=1.03 * n)
    hole = last.hole(s + 0.02 * n, 0.022 * n, 0.03, 0.48 if v.kind == "oxford" else 0.54)
    grown = last.skin(s, 0.005 * n)
    block = last.layer(-0.5 * s, s, 0.006 * n) & box(n, n, 0.28 * n).move(z=-0.5 * n)
    heel = along_z(
        [
            (oval(last.half(u), v.heel / 2 + 0.5 * s, v.heel / 2 + 0.5 * s, 5), last.z(u))
            for u in (0.0, 0.015, 0.05, 0.12, 0.2, 0.25)
        ]
    )
    nodes: dict[str, tuple[Node, str]] = {
        "heel": (union(heel, block), "sole"),
        "sole": (last.layer(0.0, s, 0.006 * n), "sole"),
        "upper": (last.skin(s) - hole, "upper"),
        "lining": (last.hole(s + 0.008 * n, 0.014 * n, 0.02, 0.55, 0.03), "lining"),
    }
    if v.welt:
        nodes["welt"] = (last.layer(0.8 * s, 0.016 * n, 0.014 * n), "welt")
    if v.toe_cap:
        nodes["toe_cap"] = (grown & box(n, n, 0.3 * n).rotate(x=-14).move(0, 0, 0.46 * n), "toe_cap")
    if v.kind == "oxford":
        rows = []
        for i in range(v.laces):
            u = 0.6 - 0.12 * i / (v.laces - 1)
            rows.append(sweep(last.across(s, u, 0.42, 0.003 * n), 0.009 * n, smooth=False, sides=6))
        _, y, z = last.across(s, 0.48, 0.4, 0.008 * n)[3]
        for k in (1, -1):
            loop = [
                (0, y, z),
                (k * 0.07 * n, y + 0.02 * n, z + 0.02 * n),
                (k * 0.1 * n, y - 0.02 * n, z + 0.05 * n),
                (0, y, z + 0.012 * n),
            ]
            rows.append(sweep(loop, 0.007 * n, sides=6, round_ends=True))
        nodes["laces"] = (union(*rows), "laces")
    else:
        strap = last.skin(s, 0.008 * n) & box(n, n, 0.07 * n).rotate(x=-12).move(z=0.09 * n)
        nodes["strap"] = (strap, "toe_cap")
        if v.buckle:
            _x, y, z = last.across(s, 0.62, 0.4, 0.008 * n)[3]
            nodes["buckle"] = (
                union(*(box(0.03 * n, 0.016 * n, 0.02 * n, 0.003).move(k * 0.04 * n, y, z) for k in (1, -1)),
                      box(0.09 * n, 0.012 * n, 0.012 * n, 0.003).move(0, y + 0.003 * n, z)),
                "metal",
            )  # fmt: skip
    return finish(d, v, nodes, last.widest() + (0.008 if v.welt else 0.001) * n)


@family(
    "high heel",
    "wearable",
    nouns={
        "stiletto": {"heel_width": 0.7},
        "stiletto shoe": {"heel_width": 0.7},
        "pump": {},
        "pumps": {"pair": True},
        "high heels": {"pair": True},
        "heels": {"pair": True},
        "high-heeled shoe": {},
        "cinderella shoe": {"bow": True},
        "glass slipper": {},
        "platform shoe": {"platform": 0.03},
    },
    parameters=(
        Real("length", 0.235, 0.2, 0.26),
        Real("width", 0.86, 0.78, 0.98, unit=""),
        Real("heel", 0.095, 0.05, 0.125),
        Real("heel_width", 1.0, 0.65, 2.0, unit=""),
        Real("toe", 1.0, 0.5, 1.2, unit="", about="how pointed"),
        Real("platform", 0.005, 0.004, 0.03),
        Real("vamp", 1.0, 0.85, 1.2, unit="", about="how far the front covers"),
        Flag("strap", 0.35),
        Flag("bow", 0.25),
        Flag("buckle", 0.2),
        Flag("pair", 0.45),
    ),
    slots={
        "upper": ("leather:#b0141e", "leather:#17161a", "leather:#d8a48c", "velvet:#3a1f5c", "leather:#e8c2cc"),
        "sole": ("leather:#a81820", "leather:#d0ac80", "leather:#221f1f"),
        "heel": ("plastic:#17161a", "gold", "plastic:#b0141e"),
        "lining": ("leather:#e0c8a8", "leather:#caa27a"),
        "metal": ("gold", "silver"),
    },
    words={"strap": {"strap": True}, "bow": {"bow": True}, "buckle": {"buckle": True}, "heel": {}},
    paints={"body": "upper", "shoe": "upper"},
    height=(0.09, 0.22),
)
def high_heel(v: Values) -> Draft:
    """A low-cut shoe on a slim heel."""
    n, s, h = v.length, v.platform, v.heel
    tops = [(0.0, 0.2), (0.05, 0.36), (0.12, 0.36), (0.22, 0.26), (0.36, 0.19), (0.5, 0.18), (0.62, 0.19), (0.7, 0.205),
            (0.76, 0.19), (0.86, 0.135), (0.94, 0.095), (0.985, 0.06), (1.0, 0.035)]  # fmt: skip
    last = Last(n, v.width, v.toe, tops, h)
    d = Draft(extent=1.05 * max(n, h + 0.1))
    hole = last.hole(s + 0.025 * n, 0.022 * n, 0.04, 0.62 + 0.1 * v.vamp)
    under = last.low(0.07) + 0.6 * s
    r = 0.05 * n * v.heel_width
    shaft = sweep(
        [
            (0, under + 0.03 * n, -0.4 * n),
            (0, 0.72 * under, -0.415 * n),
            (0, 0.35 * under, -0.415 * n),
            (0, 0.0, -0.41 * n),
        ],
        [min(0.1 * n, 1.6 * r + 0.02 * n), 0.85 * r + 0.012 * n, 0.7 * r, 0.55 * r],
    )
    shaft = shaft & box(n, under + 0.02 * n, n).move(y=(under + 0.02 * n) / 2)
    nodes: dict[str, tuple[Node, str]] = {
        "heel": (shaft - last.skin(s + 0.02 * n), "heel"),
        "tip": (cylinder(0.62 * r, 0.03 * n).move(0, 0.015 * n, -0.41 * n), "sole"),
        "sole": (last.layer(0.0, s + 0.02 * n, 0.004 * n), "sole"),
        "upper": (last.skin(s + 0.012 * n) - hole, "upper"),
        "lining": (last.hole(s + 0.012 * n, 0.012 * n, 0.04, 0.62 + 0.1 * v.vamp, 0.048), "lining"),
    }
    if v.strap:
        u, rx = 0.36, last.half(0.36)
        side, z = last.low(u) + s + 0.09 * n, last.z(u)
        over = [
            (k * rx, side + up * n, z)
            for k, up in ((-0.97, 0), (-0.9, 0.09), (-0.5, 0.17), (0, 0.19), (0.5, 0.17), (0.9, 0.09), (0.97, 0))
        ]
        nodes["strap"] = (sweep(over, profile=oval(0.008 * n, 0.03 * n, power=4, count=12)), "upper")
        nodes["strap_buckle"] = (box(0.014 * n, 0.05 * n, 0.05 * n, 0.002).move(0.9 * rx, side + 0.09 * n, z), "metal")
    _x, y, z = last.across(s, 0.74, 0.4, 0.012 * n)[3]
    if v.bow:
        wings = [
            box(0.09 * n, 0.05 * n, 0.02 * n, 0.004).rotate(x=-60, z=k * 20).move(k * 0.05 * n, y + 0.005 * n, z)
            for k in (1, -1)
        ]
        nodes["bow"] = (union(*wings, box(0.035 * n, 0.035 * n, 0.035 * n, 0.006).move(0, y + 0.005 * n, z)), "upper")
    elif v.buckle:
        nodes["buckle"] = (box(0.07 * n, 0.02 * n, 0.05 * n, 0.003).rotate(x=30).move(0, y - 0.01 * n, z), "metal")
    return finish(d, v, nodes, last.widest())
