"""What is worn: hats, crowns, helmets, glasses, masks, boots, backpacks. Each stands on y = 0; "inside" is where the wearer's crown comes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh


def hollow(outer: list[tuple[float, float]], wall: float, inner: float) -> Node:
    """A cup of (radius, height) rows, open below, up to the inner height."""
    rows = [(max(r - wall, wall), y) for r, y in outer if y < inner]
    last, after = [q for q in outer if q[1] < inner][-1], next((q for q in outer if q[1] >= inner), outer[-1])
    share = (inner - last[1]) / max(after[1] - last[1], 1e-6)
    end = max(last[0] + share * (after[0] - last[0]) - wall, wall)
    return lathe(outer) - lathe([(rows[0][0], -0.01), *rows, (end, inner)])


@family(
    "hat", "wearable",
    nouns={"top hat": {"kind": "top"}, "cowboy hat": {"kind": "cowboy"}, "cap": {"kind": "cap"}, "baseball cap": {"kind": "cap"}, "wizard hat": {"kind": "wizard"}, "witch hat": {"kind": "wizard"}, "party hat": {"kind": "party"}, "santa hat": {"kind": "santa"}, "bowler": {"kind": "bowler"}, "bowler hat": {"kind": "bowler"}, "fedora": {"kind": "fedora"}, "sombrero": {"kind": "cowboy", "brim": 1.6}, "sun hat": {"kind": "bowler", "brim": 1.6}, "straw hat": {"kind": "bowler", "brim": 1.4}, "beanie": {"kind": "beanie"}, "chef hat": {"kind": "chef"}},
    parameters=(Choice("kind", ("fedora", "top", "cowboy", "cap", "wizard", "bowler", "party", "santa", "beanie", "chef")), Real("width", 0.19, 0.16, 0.22, about="of the head"), Real("height", 1.0, 0.8, 1.3, unit=""), Real("brim", 1.0, 0.85, 1.6, unit=""), Flag("band", 0.85), Flag("buckle", 0.25), Flag("feather", 0.25), Flag("flower", 0.08)),
    slots={"felt": ("fabric:#3a2c26", "fabric:#22242c", "leather:#7a4a28", "fabric:#5a2f86", "fabric:#b02a30", "fabric:#2a4f8f"), "band": ("fabric:#8f2028", "fabric:#1f1c1e", "fabric:#d8b04a"), "buckle": ("gold", "steel"), "feather": ("feathers:#d84030", "feathers:#3a8fc0"), "trim": ("wool:#f4f0ea",), "flower": ("petal", "petal:#f0d040")},
    words={"band": {"band": True}, "buckle": {"buckle": True}, "feather": {"feather": True}, "flower": {"flower": True}, "pointed": {"kind": "wizard"}}, paints={"ribbon": "band", "brim": "felt"}, height=(0.07, 0.5),
)  # fmt: skip
def hat(v: Values) -> Draft:
    """A crown and a brim."""
    r, k, w = v.width / 2 + 0.008, v.height, v.width / 2 * v.brim
    d = Draft(extent=max(2 * (r + w), 0.25))
    t, top, kind = 0.007, 0.12 * k, v.kind
    band_r = r
    if kind in ("wizard", "party"):
        h = (0.34 if kind == "wizard" else 0.2) * k
        shell = hollow([(r, 0), (0.985 * r, 0.02), (0.7 * r, 0.3 * h), (0.4 * r, 0.6 * h), (0.02 * r, h)], t, 0.09)
        d.add("crown", shell, "felt")
        if kind == "wizard":
            d.add(
                "tip",
                sweep([(0, 0.9 * h, 0), (0, 0.99 * h, -0.015), (0, 1.0 * h, -0.06)], [0.2 * r, 0.14 * r, 0.05 * r], round_ends=True),
                "felt",
            )
        else:
            d.add("pompom", sphere(0.024).move(y=h), "trim")
        top = h
    elif kind in ("cap", "beanie", "santa"):
        shell = hollow([(r, 0), (1.02 * r, 0.04), (0.86 * r, 0.085 * k), (0.5 * r, 0.12 * k), (0.02 * r, 0.13 * k)], t, 0.1 * k)
        d.add("crown", shell, "felt")
        top = 0.13 * k
        if kind == "cap":
            visor = (sphere(0.95 * r, 0.02, 0.85 * r * v.brim) - box(1, 1, 1).move(z=-0.5 - 0.0)).rotate(x=8).move(0, 0.012, 0.78 * r)
            d.add("visor", visor, "band")
            d.add("button", sphere(0.009, 0.006, 0.009).move(y=top), "band")
        elif kind == "santa":
            d.add(
                "tail",
                sweep(
                    [(0, 0.09 * k, 0), (0.02, 0.17 * k, 0), (0.08, 0.2 * k, 0), (0.13, 0.13 * k, 0.0)],
                    [0.75 * r, 0.55 * r, 0.36 * r, 0.16 * r],
                ),
                "felt",
            )
            d.add("pompom", sphere(0.03).move(0.135, 0.11 * k, 0), "trim")
            d.add("trim", torus(1.0 * r, 0.02).move(y=0.018), "trim")
        else:
            d.add("cuff", torus(1.0 * r, 0.014).scale(1, 1.8, 1).move(y=0.024), "band")
            d.add("pompom", sphere(0.03).move(y=top + 0.012), "trim")
    elif kind == "chef":
        d.add("crown", hollow([(r, 0), (r, 0.1 * k), (0.95 * r, 0.11 * k)], t, 0.09 * k), "trim")
        puff = Flesh(0.02, 56)
        for i in range(9):
            puff.ball((0.085 * math.cos(0.698 * i), 0.145 * k, 0.085 * math.sin(0.698 * i)), 0.05)
        puff.ball((0, 0.15 * k, 0), 0.075)
        d.add("puff", puff.node(), "trim")
        top = 0.21 * k
    else:
        rows = {
            "top": [(r, 0), (0.97 * r, 0.07 * k), (1.04 * r, 0.16 * k), (1.02 * r, 0.165 * k)], "bowler": [(r, 0), (1.0 * r, 0.05 * k), (0.84 * r, 0.1 * k), (0.4 * r, 0.125 * k), (0.02 * r, 0.13 * k)],
            "fedora": [(r, 0), (0.96 * r, 0.05 * k), (0.84 * r, 0.12 * k), (0.6 * r, 0.135 * k), (0.3 * r, 0.122 * k), (0.02 * r, 0.118 * k)], "cowboy": [(r, 0), (0.95 * r, 0.06 * k), (0.86 * r, 0.12 * k), (0.66 * r, 0.145 * k), (0.3 * r, 0.128 * k), (0.02 * r, 0.124 * k)],
        }[kind]  # fmt: skip
        shell = hollow(rows, t, 0.095 * k)
        if kind in ("cowboy", "fedora"):
            shell = shell - sphere(0.02, 0.03, 0.6 * r).move(0, 0.145 * k, 0)
        d.add("crown", shell.scale(1, 1, 1.12) if kind != "top" else shell, "felt")
        top = rows[-1][1]
    if kind in ("top", "bowler", "fedora", "cowboy", "wizard"):
        flesh = Flesh(0.012, 72)
        n, curl = 54, {"cowboy": 0.055, "fedora": 0.018, "top": 0.012, "bowler": 0.014, "wizard": 0.0}[kind]
        for i in range(n):
            a = 2 * math.pi * i / n
            c, s = math.cos(a), math.sin(a)
            zz = 1.12 if kind not in ("top", "wizard") else 1.0
            reach = r + w * (0.62 if kind in ("top", "bowler", "fedora") and v.brim < 1.3 else 0.85)
            flesh.chain(
                [
                    (0.96 * r * c, 0.009, 0.96 * r * s * zz),
                    (reach * c, 0.009 + curl * c * c - (0.01 if kind == "fedora" else 0) * max(0, s), reach * s * zz),
                ],
                [0.009, 0.0085],
            )
        d.add("brim", flesh.node() - cylinder(0.93 * r, 0.1).scale(1, 1, 1.12 if kind not in ("top", "wizard") else 1.0), "felt")
    if v.band and kind not in ("chef", "santa", "beanie", "cap"):
        zz = 1.12 if kind not in ("top", "wizard", "party") else 1.0
        ring = (cylinder(band_r + 0.003, 0.026) - cylinder(band_r - 0.006, 0.1)).scale(1, 1, zz)
        d.add("band", ring.move(y=0.03), "band")
        if v.buckle:
            d.add("buckle", (box(0.036, 0.034, 0.014, 0.003) - box(0.02, 0.018, 0.1)).move(0, 0.031, zz * band_r), "buckle")
    if v.feather and kind in ("fedora", "cowboy", "bowler", "top"):
        d.add("feather", sphere(0.008, 0.07, 0.02).rotate(x=-24).move(band_r + 0.004, 0.09, -0.01), "feather")
    if v.flower and kind not in ("chef", "santa", "cap"):
        d.add(
            "flower",
            union(
                *(sphere(0.014, 0.014, 0.008).move(0.016 * math.cos(1.257 * i), 0.016 * math.sin(1.257 * i), 0) for i in range(5)),
                sphere(0.01),
            ).move(0.0, 0.04, 1.1 * band_r),
            "flower",
        )
    if kind in ("cap", "party", "santa", "beanie", "chef"):
        d.extent = 0.27 if kind != "party" else 0.24
    d.point("inside", (0, 0.09 * min(k, 1.0), 0), size=v.width)
    d.point("top", (0, top, 0))
    return d


@family(
    "crown", "wearable", nouns={"tiara": {"kind": "tiara"}, "royal crown": {"arches": True}, "king's crown": {"arches": True}, "diadem": {"kind": "tiara"}, "coronet": {}},
    parameters=(Choice("kind", ("crown", "crown", "tiara")), Real("width", 0.19, 0.15, 0.22), Real("height", 0.12, 0.07, 0.17), Whole("points", 8, 5, 12), Real("flare", 1.1, 1.0, 1.25, unit=""), Real("thickness", 0.006, 0.005, 0.009), Flag("jewels", 0.85), Flag("balls", 0.7), Flag("arches", 0.3), Flag("fur", 0.25)),
    slots={"metal": ("gold", "gold", "silver", "bronze"), "jewels": ("gem", "gem:#1f5fd0", "gem:#1fa05a", "crystal"), "cap": ("velvet:#7a1f3a", "velvet:#2f2f7a"), "fur": ("wool:#f4f0e8",), "leaves": ("leaf", "gold")},
    words={"jewels": {"jewels": True}, "gems": {"jewels": True}, "arches": {"arches": True}, "velvet": {"arches": True}}, paints={"gems": "jewels", "jewel": "jewels", "velvet": "cap"}, height=(0.05, 0.3),
)  # fmt: skip
def crown(v: Values) -> Draft:
    """A band with points and jewels; arches over a velvet cap for the grand ones."""
    r, h, t = v.width / 2 + 0.006, v.height, v.thickness
    d = Draft(extent=2.1 * r * v.flare)
    n, tiara = v.points, v.kind == "tiara"
    low = 0.42 * h
    band = lathe(
        [(r - t, 0), (r, 0), (r * (1 + (v.flare - 1) * 0.4), low), (r * (1 + (v.flare - 1) * 0.4) - t, low)], smooth=False
    ) - lathe([(r - t, -0.01), (r - t, 0), (r * (1 + (v.flare - 1) * 0.4) - t, low), (r * (1 + (v.flare - 1) * 0.4) - t, low + 0.01)])
    d.add("band", band, "metal")
    d.add("rim", union(torus(r, 0.8 * t).move(y=0.006), torus(r * (1 + (v.flare - 1) * 0.4), 0.6 * t).move(y=low)), "metal")
    tips, balls, gems = [], [], []
    for i in range(n):
        deg = 360 * i / n
        if tiara:
            deg = -80 + 160 * i / (n - 1)
        high = (h - low) * ((1.15 - abs(deg) / 110) if tiara else 1.0)
        w = 2 * math.pi * r / n * (0.46 if not tiara else 0.24)
        rr = r * (1 + (v.flare - 1) * 0.4) - 0.5 * t
        blade = extrude([(-w, -0.01), (w, -0.01), (0.45 * w, 0.45 * high), (0, high), (-0.45 * w, 0.45 * high)], t).rotate(
            x=math.degrees(math.atan2((v.flare - 1) * r, h))
        )
        tips.append(blade.move(0, low, rr).rotate(y=deg))
        if v.balls:
            balls.append(sphere(1.3 * t).move(0, low + high, rr + high * (v.flare - 1) * r / h).rotate(y=deg))
        if v.jewels:
            gems.append(
                sphere(1.5 * t, 1.8 * t, 1.0 * t)
                .move(0, 0.5 * low, r * (1 + (v.flare - 1) * 0.2))
                .rotate(y=deg + (180 / n if not tiara else 0))
            )
    d.add("points", union(*tips, *balls), "metal")
    if gems:
        d.add("jewels", union(*gems), "jewels")
    top = h
    if v.arches and not tiara:
        d.add("cap", sphere(0.94 * r, 0.82 * h, 0.94 * r).move(y=0.35 * low) & box(1, 1, 1).move(y=0.5 + 0.3 * low), "cap")
        arcs = [
            sweep(
                [(0, low * 0.8, r), (0, 1.05 * h, 0.72 * r), (0, 1.12 * h, 0.0), (0, 1.05 * h, -0.72 * r), (0, low * 0.8, -r)], 0.9 * t
            ).rotate(y=a)
            for a in (0, 90)
        ]
        d.add("arches", union(*arcs), "metal")
        d.add(
            "orb",
            union(
                sphere(2.6 * t).move(y=1.14 * h),
                box(1.2 * t, 6 * t, 1.2 * t, 0.001).move(y=1.14 * h + 4 * t),
                box(4 * t, 1.2 * t, 1.2 * t, 0.001).move(y=1.14 * h + 5 * t),
            ),
            "metal",
        )
        top = 1.14 * h + 7 * t
    if v.fur and not tiara:
        d.add("fur", torus(r, 0.016).move(y=0.014), "fur")
    d.point("inside", (0, 0.35 * h, 0), size=v.width)
    d.point("top", (0, top, 0))
    return d


@family(
    "helmet", "wearable", nouns={"knight helmet": {"kind": "knight"}, "viking helmet": {"kind": "viking"}, "army helmet": {"kind": "army"}, "space helmet": {"kind": "space"}, "motorcycle helmet": {"kind": "racing"}, "racing helmet": {"kind": "racing"}, "bike helmet": {"kind": "army"}, "hard hat": {"kind": "army"}, "gladiator helmet": {"kind": "knight", "plume": True}, "spartan helmet": {"kind": "knight", "plume": True}, "roman helmet": {"kind": "knight", "plume": True}},
    parameters=(Choice("kind", ("knight", "viking", "racing", "army", "space")), Real("width", 0.2, 0.17, 0.23), Real("height", 1.0, 0.9, 1.12, unit=""), Real("thickness", 0.012, 0.008, 0.016), Flag("plume", 0.4), Flag("ridge", 0.6), Flag("rivets", 0.6), Flag("visor", 0.8), Real("horn_length", 0.2, 0.12, 0.3)),
    slots={"shell": ("steel", "iron", "bronze", "paint:#b8242a", "paint:#2f5fa8"), "trim": ("gold", "brass", "gunmetal"), "visor": ("dark glass", "gold:#e8b040"), "plume": ("feathers:#b8242a", "feathers:#2a56b0"), "horn": ("bone", "horn"), "dark": ("paint:#0d0d0f",)},
    words={"plume": {"plume": True}, "visor": {"visor": True}, "horns": {"kind": "viking"}, "horned": {"kind": "viking"}, "rivets": {"rivets": True}}, paints={"horns": "horn", "crest": "plume"}, height=(0.12, 0.6),
)  # fmt: skip
def helmet(v: Values) -> Draft:
    """A hollow shell with a face or a visor."""
    r, k, t, kind = v.width / 2 + v.thickness, v.height, v.thickness, v.kind
    tall = kind in ("knight", "space", "racing")
    base = 0.13 * k if tall else 0.03
    d = Draft(extent=0.3 * k if tall else 0.26)
    dome = sphere(r, 0.115 * k, 1.1 * r).move(y=base) & box(1, 1, 1.2).move(y=base + 0.499)
    lower = cylinder(0.94 * r if kind != "space" else 0.8 * r, base, r).scale(1, 1, 1.1).move(y=base / 2)
    inner = sphere(r - t, 0.115 * k - t, 1.1 * r - t).move(y=base) & box(1, 1, 1.2).move(y=base + 0.499)
    inside = union(
        inner,
        cylinder(0.94 * r - t if kind != "space" else 0.8 * r - t, base + 0.002, r - t).scale(1, 1, 1.07).move(y=base / 2),
        cylinder(0.8 * r - t, 0.04),
    )
    shell = union(dome, lower) - inside
    if kind == "knight":
        shell = shell - union(box(0.06, 0.15 * k, 0.3).move(0, 0.04, 0.2), box(0.15, 0.026, 0.3).move(0, base - 0.01, 0.2))
        d.add("nose", box(0.018, 0.07, 0.016, 0.004).move(0, base - 0.012, 1.1 * r - 0.006), "trim")
    elif kind in ("space", "racing"):
        shell = shell - sphere(0.82 * r, 0.062 * k, 0.2).move(0, base + 0.005, 0.16)
    d.add("shell", shell, "shell")
    if kind in ("space", "racing") and v.visor:
        d.add(
            "visor",
            (sphere(0.985 * r, 0.107 * k, 1.085 * r).move(y=base) - sphere(0.985 * r - t, 0.107 * k - t, 1.085 * r - t).move(y=base))
            & sphere(0.88 * r, 0.07 * k, 0.2).move(0, base + 0.005, 0.16),
            "visor",
        )
    d.add(
        "rim",
        torus(0.9 * r if kind != "space" else 0.8 * r, 0.55 * t).scale(1, 1, 1.1).move(y=0.006)
        if tall
        else torus(r, 0.6 * t).scale(1, 1, 1.1).move(y=base),
        "trim",
    )
    if not tall:
        d.add(
            "brim",
            (cylinder(1.1 * r, base + 0.004, 1.0 * r) - cylinder(1.1 * r - t, base + 0.03, r - t)).scale(1, 1, 1.12).move(y=base / 2),
            "shell",
        )
    top = base + 0.115 * k
    if v.ridge or v.plume:
        path = [
            (0, base + 0.04, 1.06 * r),
            (0, base + 0.095 * k, 0.65 * r),
            (0, top, 0),
            (0, base + 0.095 * k, -0.65 * r),
            (0, base + 0.03, -1.07 * r),
        ]
        d.add("ridge", sweep(path, 0.009), "trim")
    if v.plume and kind in ("knight", "viking"):
        f = Flesh(0.01, 48)
        f.chain(
            [(0, base + 0.1 * k, 0.75 * r), (0, top + 0.035, 0.1 * r), (0, top + 0.02, -0.8 * r), (0, base + 0.01, -1.3 * r)],
            [0.018, 0.03, 0.032, 0.02],
        )
        d.add("plume", f.node(), "plume")
    if kind == "viking":
        n = v.horn_length
        d.add(
            "horns",
            sweep(
                [
                    (0.9 * r, base + 0.04, 0),
                    (r + 0.3 * n, base + 0.05, 0),
                    (r + 0.5 * n, base + 0.05 + 0.35 * n, 0),
                    (r + 0.42 * n, base + 0.05 + 0.85 * n, 0.01),
                ],
                [0.03, 0.028, 0.02, 0.005],
            ).mirrored(),
            "horn",
        )
        d.extent = 0.4
    if v.rivets:
        d.add(
            "rivets",
            union(
                *(
                    sphere(0.006).move((r + 0.001) * math.sin(a), base + 0.012, 1.1 * (r + 0.001) * math.cos(a))
                    for a in (0.9, 1.4, 1.9, 2.4, 2.9)
                )
            ).mirrored(),
            "trim",
        )
    if kind == "army":
        d.add(
            "strap",
            sweep([(0.95 * r, base * 0.6, 0.02), (0.8 * r, base * 0.6 + 0.0, 0.75 * r), (0.0, 0.015, 1.12 * r)], 0.006).mirrored(),
            "dark",
        )
    d.point("inside", (0, top - t, 0), size=v.width)
    d.point("top", (0, top, 0))
    return d


@family(
    "glasses", "wearable", nouns={"spectacles": {}, "sunglasses": {"dark": True}, "eyeglasses": {}, "goggles": {"strap": True, "shape": "round"}, "reading glasses": {"shape": "half"}, "shades": {"dark": True}},
    parameters=(Choice("shape", ("round", "square", "aviator", "cat", "half")), Real("width", 0.14, 0.12, 0.16), Real("lens", 1.0, 0.85, 1.2, unit=""), Real("thickness", 0.0032, 0.0025, 0.005), Real("temples", 0.135, 0.11, 0.15, about="length"), Real("bridge", 0.02, 0.014, 0.026), Flag("dark", 0.5), Flag("strap", 0.0)),
    slots={"frame": ("plastic:#1c1c20", "plastic:#5a3420", "gold", "steel", "plastic:#b0242a"), "lens": ("glass", "dark glass"), "tips": ("rubber:#1a1a1c",)},
    words={"round": {"shape": "round"}, "square": {"shape": "square"}, "dark": {"dark": True}}, paints={"lenses": "lens", "rims": "frame"}, height=(0.02, 0.09),
)  # fmt: skip
def glasses(v: Values) -> Draft:
    """Two rims with lenses, a bridge, temples with bent ends."""
    d, t = Draft(extent=max(v.width, v.temples)), v.thickness
    r = (v.width - v.bridge) / 4 * 0.98 * v.lens**0.3
    x = v.bridge / 2 + r
    shapes = {
        "round": [(math.cos(0.314 * i), math.sin(0.314 * i)) for i in range(20)], "square": [(1, 0.62), (0.85, 0.75), (-0.85, 0.75), (-1, 0.62), (-0.95, -0.6), (-0.8, -0.75), (0.8, -0.75), (0.95, -0.6)], "aviator": [(1, 0.6), (0.3, 0.78), (-0.8, 0.7), (-0.95, 0.3), (-0.6, -0.6), (0.1, -0.95), (0.75, -0.7), (1.02, 0)],
        "cat": [(1.2, 0.85), (0.3, 0.7), (-0.8, 0.62), (-0.95, 0.1), (-0.6, -0.55), (0.2, -0.7), (0.85, -0.35)], "half": [(1, 0.35), (0, 0.35), (-1, 0.35), (-0.85, -0.3), (-0.3, -0.62), (0.3, -0.62), (0.85, -0.3)],
    }  # fmt: skip
    outline = [(r * a, r * v.lens * b) for a, b in shapes[v.shape]]
    y = -min(b for _, b in outline) + t
    rim = sweep([(a, b, 0) for a, b in outline], t, closed=True)
    d.add("rims", rim.move(x, y, 0).mirrored(), "frame")
    d.add("lenses", extrude(outline, 0.8 * t, smooth=True).move(x, y, 0).mirrored(), "lens")
    d.add(
        "bridge",
        sweep([(-v.bridge / 2 - 0.08 * r, y + 0.25 * r, 0), (0, y + 0.42 * r, 0.15 * t), (v.bridge / 2 + 0.08 * r, y + 0.25 * r, 0)], t),
        "frame",
    )
    out = x + max(a for a, _ in outline)
    yt = y + 0.3 * r * (1 if v.shape != "half" else 0.6)
    d.add("hinges", box(0.012, 2.4 * t, 2.6 * t, 0.3 * t).move(out + 0.002, yt, -0.5 * t).mirrored(), "frame")
    if v.strap:
        ring = torus(1.0, 0.09).scale(out + 0.004, 0.1, 0.09).move(0, yt, -0.085)
        d.add("strap", ring, "tips")
    else:
        n = v.temples
        d.add(
            "temples",
            sweep([(out + 0.006, yt, 0), (out + 0.008, yt, -0.7 * n), (out + 0.005, yt - 0.006, -0.86 * n)], t, round_ends=True).mirrored(),
            "frame",
        )
        d.add(
            "tips",
            sweep(
                [(out + 0.006, yt - 0.003, -0.8 * n), (out + 0.004, yt - 0.016, -0.93 * n), (out, max(yt - 0.03, 1.4 * t), -n)],
                1.35 * t,
                round_ends=True,
            ).mirrored(),
            "tips",
        )
    d.point("top", (0, y + r, 0))
    d.point("inside", (0, y + 0.3 * r, -0.02), size=2 * out)
    return d


@family(
    "mask", "wearable", nouns={"face mask": {}, "carnival mask": {"feathers": True, "half": True}, "venetian mask": {"feathers": True, "half": True}, "tribal mask": {"horns": True}, "demon mask": {"horns": True, "teeth": True}, "oni mask": {"horns": True, "teeth": True}, "hockey mask": {"holes": True}, "theatre mask": {}},
    parameters=(Real("height", 0.24, 0.17, 0.3), Real("width", 0.75, 0.65, 0.9, unit=""), Flag("half", 0.25), Flag("horns", 0.3), Flag("feathers", 0.25), Flag("teeth", 0.35), Flag("holes", 0.15), Flag("stripes", 0.6), Real("smile", 0.5, -0.8, 1.0, unit=""), Real("nose", 1.0, 0.5, 2.0, unit="")),
    slots={"face": ("porcelain", "paint:#b8242a", "wood", "gold", "paint:#2a2a34"), "paint": ("paint:#1f5f9a", "paint:#c8242a", "gold", "paint:#e0a82a"), "dark": ("paint:#0f0c0c",), "horn": ("bone", "horn:#2a2220"), "feathers": ("feathers:#7a2fa0", "feathers:#1f8f7a", "feathers:#c8303a"), "teeth": ("bone",)},
    words={"horns": {"horns": True}, "feathers": {"feathers": True}, "teeth": {"teeth": True}, "smiling": {"smile": 0.9}, "sad": {"smile": -0.8}}, paints={"stripes": "paint"}, height=(0.06, 0.5),
)  # fmt: skip
def mask(v: Values) -> Draft:
    """A curved shell with holes for eyes, upright on its chin."""
    h = v.height
    w, t = 0.5 * h * v.width, 0.05 * h
    d = Draft(extent=1.2 * h)
    zz = 0.3 * h
    shell = (sphere(w, 0.5 * h, zz) - sphere(w - t, 0.5 * h - t, zz - t)) & box(2, 2, 1).move(z=0.5 + 0.0)
    low = 0.5 * h
    if v.half:
        shell = shell & box(2, 0.42 * h, 2).move(y=0.12 * h)
        low = 0.1 * h
    eyes = sphere(0.2 * w * 1.3, 0.055 * h, h).rotate(z=8).move(0.42 * w, 0.1 * h, 0.1).mirrored()
    cuts: list[Node] = [eyes]
    if not v.half:
        s = v.smile
        cuts.append(
            sweep(
                [(-0.42 * w, (-0.24 + 0.06 * s) * h, 0), (0, (-0.24 - 0.05 * s) * h, 0), (0.42 * w, (-0.24 + 0.06 * s) * h, 0)], 0.03 * h
            ).move(z=0.2 * h)
            if not v.teeth
            else box(0.8 * w, 0.08 * h, 0.6 * h, 0.01).move(0, -0.25 * h, 0.3 * h)
        )
    if v.holes:
        cuts += [cylinder(0.012 * h, 2).rotate(x=90).move(x * 0.2 * w, y * h, 1) for x in (-2, 0, 2) for y in (0.28, 0.34, -0.12)]
    d.add("face", (shell - union(*cuts)).move(y=low), "face")
    bump = sphere(0.13 * w + 0.008 * h, 0.13 * h, 0.09 * h * v.nose).move(0, (0.0 if not v.half else 0.02) * h + low, zz - 0.01 * h)
    d.add("nose", bump, "face")

    def at(x: float, y: float) -> tuple[float, float, float]:
        return (x, y + low, zz * math.sqrt(max(0.02, 1 - (x / w) ** 2 - (y / (0.5 * h)) ** 2)))

    brow = sweep(
        [at(0.14 * w, 0.17 * h), at(0.45 * w, 0.24 * h), at(0.78 * w, 0.2 * h)], [0.024 * h, 0.026 * h, 0.014 * h], round_ends=True
    )
    d.add("brows", brow.mirrored(), "paint" if v.stripes else "face")
    if v.stripes and not v.half:
        d.add(
            "stripes",
            union(
                *(
                    sweep(
                        [at(0.32 * w, (-0.04 - 0.06 * i) * h), at((0.66 - 0.03 * i) * w, (-0.06 - 0.06 * i) * h)],
                        0.012 * h,
                        round_ends=True,
                    )
                    for i in range(2)
                )
            ).mirrored(),
            "paint",
        )
    if v.teeth and not v.half:
        d.add(
            "teeth",
            union(
                *(
                    cone(0.022 * h, 0.09 * h)
                    .rotate(x=180 if i % 2 else 0)
                    .move(
                        0.16 * w * (i - 2),
                        low + (-0.24 if i % 2 else -0.26) * h + (0.02 if i % 2 else -0.02) * h,
                        at(0.16 * w * (i - 2), -0.25 * h)[2] - 0.02 * h,
                    )
                    for i in range(5)
                )
            ),
            "teeth",
        )
    if v.horns:
        x, y, z = at(0.55 * w, 0.36 * h)
        d.add(
            "horns",
            sweep(
                [(x - 0.02 * h, y - 0.04 * h, z - 0.03 * h), (x + 0.06 * h, y + 0.08 * h, z), (x + 0.06 * h, y + 0.2 * h, z + 0.05 * h)],
                [0.045 * h, 0.036 * h, 0.006 * h],
            ).mirrored(),
            "horn",
        )
    elif v.feathers:
        nodes = [
            sphere(0.03 * h, 0.17 * h, 0.012 * h)
            .move(y=0.14 * h)
            .rotate(z=-16 * i)
            .move(*at(0.13 * w * i, 0.27 * h if v.half else 0.38 * h))
            for i in range(-4, 5)
        ]
        d.add("feathers", union(*nodes).move(z=-0.03 * h), "feathers")
    d.point("top", (0, low + 0.5 * h, 0))
    d.point("inside", (0, low + 0.1 * h, 0), size=2 * w)
    return d


@family(
    "boots", "wearable", nouns={"boot": {"pair": False}, "shoes": {"shaft": 0.05}, "shoe": {"shaft": 0.05, "pair": False}, "sneakers": {"shaft": 0.05, "laces": True}, "sneaker": {"shaft": 0.05, "laces": True, "pair": False}, "rain boots": {"laces": False, "shaft": 0.26}, "cowboy boots": {"shaft": 0.28, "heel": 0.04, "laces": False}, "slippers": {"shaft": 0.04, "laces": False}, "hiking boots": {"laces": True}, "high heels": {"heel": 0.06, "shaft": 0.04}},
    parameters=(Real("length", 0.29, 0.2, 0.33), Real("shaft", 0.18, 0.04, 0.3, about="height"), Real("width", 1.0, 0.88, 1.15, unit=""), Real("sole", 0.018, 0.01, 0.03), Real("heel", 0.015, 0.004, 0.06), Flag("laces", 0.6), Flag("buckle", 0.3), Flag("cuff", 0.5), Flag("pair", 1.0), Flag("stripe", 0.25)),
    slots={"leather": ("leather", "leather:#2a211c", "leather:#8a5a30", "rubber:#e0b020", "fabric:#c8303a"), "sole": ("rubber", "rubber:#e8e4da", "rubber:#6a4a2c"), "laces": ("fabric:#e8e0d0", "fabric:#2a2420"), "metal": ("brass", "steel"), "cuff": ("wool:#e8dcc8", "leather:#4a2f1e"), "stripe": ("paint:#f4f2ec", "paint:#2a5fb0")},
    words={"laces": {"laces": True}, "buckle": {"buckle": True}, "cuff": {"cuff": True}, "heels": {"heel": 0.05}}, paints={"body": "leather"}, height=(0.06, 0.6),
)  # fmt: skip
def boots(v: Values) -> Draft:
    """A foot on a sole with a heel, a shaft, laces or buckles."""
    n, w, s = v.length, v.width, v.sole + v.heel
    d = Draft(extent=max(n, v.shaft + 0.12))
    r = 0.16 * n * w
    f = Flesh(0.03 * n, 64)
    y = s + 0.95 * r
    f.chain(
        [(0, y + 0.1 * r, -0.32 * n), (0, y + 0.05 * r, 0.0), (0, s * 0.5 + 0.85 * r, 0.24 * n), (0, s * 0.5 + 0.72 * r, 0.38 * n)],
        [r, 1.02 * r, 0.98 * r, 0.72 * r],
    )
    top = y + 0.12 + v.shaft if v.shaft > 0.1 else y + 0.055 + v.shaft
    f.chain([(0, y, -0.28 * n), (0, top, -0.27 * n)], [1.05 * r, 1.1 * r * (1 + 0.5 * max(0, v.shaft - 0.1))])
    rr = 1.1 * r * (1 + 0.5 * max(0, v.shaft - 0.1))
    body = (f.node() & box(1, top - s * 0.4, 1).move(y=s * 0.4 + (top - s * 0.4) / 2)) - cylinder(0.78 * rr, top - y).move(
        0, top - (top - y) / 2 + 0.03, -0.27 * n
    )
    nodes: dict[str, tuple[Node, str]] = {"shaft": (body, "leather")}
    sole = Flesh(0.02 * n, 40)
    sole.chain(
        [(0, 0.5 * s, -0.33 * n), (0, 0.5 * s, 0.0), (0, 0.5 * s, 0.25 * n), (0, 0.5 * s, 0.38 * n)],
        [1.08 * r, 0.95 * r, 1.08 * r, 0.84 * r],
    )
    heel = sole.node() & box(1, v.sole, 1).move(y=s - 0.5 * v.sole).rotate(x=math.degrees(math.atan2(v.heel, 0.55 * n)))
    tread = sole.node() & box(1, s, 0.3 * n).move(0, 0.5 * s, -0.36 * n)
    fore = sole.node() & box(1, v.sole + 0.3 * v.heel, 0.5 * n).move(0, 0.5 * (v.sole + 0.3 * v.heel), 0.24 * n)
    nodes["sole"] = (union(heel, tread, fore), "sole")
    if v.cuff and v.shaft > 0.1:
        nodes["cuff"] = (torus(0.98 * rr, 0.02 if v.shaft > 0.1 else 0.012).move(0, top - 0.008, -0.27 * n), "cuff")
    if v.laces:
        rows = []
        for i in range(4):
            t = i / 3
            p = f.hit((0, y + (0.3 + 1.1 * t) * r + 0.4 * n, 0.5 * n), (0, y - 0.2 * r + t * 0.6 * r, (0.1 - 0.32 * t) * n))
            rows.append(
                sweep(
                    [
                        (-0.5 * r, p[1] - 0.12 * r, p[2] - 0.05 * r),
                        (0, p[1] + 0.01 * n, p[2] + 0.01 * n),
                        (0.5 * r, p[1] - 0.12 * r, p[2] - 0.05 * r),
                    ],
                    0.014 * n,
                    round_ends=True,
                )
            )
        nodes["laces"] = (union(*rows), "laces")
    elif v.buckle:
        band = f.node(0.008) & box(1, 0.022, 1).move(y=y + 1.2 * r)
        on = f.hit((1, y + 1.2 * r, -0.25 * n), (0, y + 1.2 * r, -0.25 * n))
        nodes["strap"] = (band, "cuff")
        nodes["buckle"] = (box(0.014, 0.034, 0.034, 0.004).move(on[0] + 0.004, on[1], on[2]), "metal")
    if v.stripe:
        nodes["stripe"] = (f.node(0.003) & box(1, 0.02, 0.3 * n).rotate(x=-28).move(0, y + 0.1 * r, 0.02 * n), "stripe")
    for name, (node, slot) in nodes.items():
        if v.pair:
            x = 1.09 * r
            d.add(f"{name}", union(node.move(x=x), node.mirror().move(x=-x)), slot)
        else:
            d.add(name, node, slot)
    d.point("top", (0, top, -0.27 * n))
    return d


@family(
    "backpack", "wearable", nouns={"rucksack": {}, "school bag": {}, "knapsack": {}, "hiking backpack": {"bedroll": True, "height": 0.6}, "satchel": {"height": 0.32}, "jetpack": {"jets": True}, "jet pack": {"jets": True}},
    parameters=(Real("height", 0.46, 0.3, 0.65), Real("width", 0.68, 0.58, 0.8, unit=""), Real("depth", 0.42, 0.34, 0.52, unit=""), Whole("pockets", 1, 0, 2), Flag("flap", 0.7), Flag("bedroll", 0.35), Flag("buckles", 0.7), Flag("side_pockets", 0.6), Flag("jets", 0.0), Flag("zipper", 0.5)),
    slots={"fabric": ("canvas:#7a6a45", "fabric:#c8402f", "fabric:#2a5f8f", "leather:#7a4a28", "fabric:#3a5a3f"), "flap": ("leather:#5a3822", "fabric:#2a2f38", "leather"), "straps": ("leather:#4a2f1e", "fabric:#26282c"), "metal": ("brass", "steel"), "bedroll": ("fabric:#8a8f5a", "wool:#a04a3a"), "fire": ("glow:#ff8a20",)},
    words={"bedroll": {"bedroll": True}, "pocket": {"pockets": 1}, "buckles": {"buckles": True}, "flap": {"flap": True}}, paints={"strap": "straps", "body": "fabric", "bag": "fabric"}, height=(0.28, 0.95),
)  # fmt: skip
def backpack(v: Values) -> Draft:
    """A rounded bag with a flap, pockets, straps and a handle; its back toward -Z."""
    h, w, z = v.height, v.height * v.width, v.height * v.depth
    d = Draft(extent=1.2 * h)
    d.add("bag", box(w, h, z, 0.14 * w, 4).tapered(0.88, 0.8).move(y=0.5 * h), "fabric")
    if v.flap:
        d.add(
            "flap",
            (box(0.98 * w, 0.42 * h, 1.1 * z, 0.13 * w, 4).tapered(0.9, 0.82).move(y=0.82 * h))
            & box(2 * w, h, 2 * z).move(0, 1.12 * h, 0.45 * z),
            "flap",
        )
    for i in range(v.pockets):
        d.add(
            f"pocket_{i + 1}",
            box((0.72 - 0.2 * i) * w, (0.34 - 0.12 * i) * h, 0.36 * z, 0.07 * w, 3).move(0, (0.24 + 0.05 * i) * h, (0.5 + 0.14 * i) * z),
            "fabric" if i else "flap",
        )
    if v.side_pockets:
        d.add("side_pockets", box(0.2 * w, 0.36 * h, 0.55 * z, 0.05 * w, 3).move(0.5 * w, 0.24 * h, 0).mirrored(), "fabric")
    if v.buckles:
        d.add("front_straps", box(0.075 * w, 0.36 * h, 0.06 * z, 0.01 * w).move(0.24 * w, 0.6 * h, 0.48 * z).mirrored(), "straps")
        d.add("buckles", box(0.12 * w, 0.07 * h, 0.06 * z, 0.01 * w).move(0.24 * w, 0.52 * h, 0.51 * z).mirrored(), "metal")
    if v.zipper and not v.flap:
        d.add(
            "zipper",
            sweep(
                [
                    (-0.36 * w, 0.5 * h, 0.49 * z),
                    (-0.34 * w, 0.78 * h, 0.45 * z),
                    (0, 0.9 * h, 0.42 * z),
                    (0.34 * w, 0.78 * h, 0.45 * z),
                    (0.36 * w, 0.5 * h, 0.49 * z),
                ],
                0.012 * h,
            ),
            "metal",
        )
    strap = sweep(
        [
            (0.22 * w, 0.88 * h, -0.36 * z),
            (0.27 * w, 0.9 * h, -0.66 * z),
            (0.3 * w, 0.6 * h, -0.85 * z),
            (0.34 * w, 0.3 * h, -0.7 * z),
            (0.36 * w, 0.12 * h, -0.4 * z),
        ],
        profile=[(-0.07 * w, -0.02 * w), (0.07 * w, -0.02 * w), (0.07 * w, 0.02 * w), (-0.07 * w, 0.02 * w)],
    )
    d.add("straps", strap.mirrored(), "straps")
    d.add(
        "handle", sweep([(-0.12 * w, 0.95 * h, -0.25 * z), (0, 1.06 * h, -0.28 * z), (0.12 * w, 0.95 * h, -0.25 * z)], 0.022 * h), "straps"
    )
    if v.bedroll:
        d.add("bedroll", capsule(0.1 * h, 1.05 * w).rotate(z=90).move(0, 1.05 * h, 0.02 * z), "bedroll")
        d.add("bedroll_straps", torus(0.102 * h, 0.012 * h).rotate(z=90).move(0.26 * w, 1.05 * h, 0.02 * z).mirrored(), "straps")
    if v.jets:
        d.add(
            "jets",
            lathe([(0.05 * h, 0.0), (0.1 * h, 0.0), (0.07 * h, 0.12 * h), (0.12 * h, 0.2 * h), (0.12 * h, 0.7 * h), (0.02 * h, 0.9 * h)])
            .move(0.55 * w, 0.02 * h, 0)
            .mirrored(),
            "metal",
        )
        d.add("flames", sphere(0.055 * h, 0.05 * h, 0.055 * h).move(0.55 * w, 0.03 * h, 0).mirrored(), "fire")
    d.point("top", (0, h, 0))
    d.point("back", (0, 0.7 * h, -0.5 * z), front=(0, 0, -1), size=w)
    return d
