"""Bottles, flasks and jars."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "bottle",
    "household",
    nouns={
        "wine bottle": {"kind": "wine", "label": True},
        "beer bottle": {"kind": "beer"},
        "water bottle": {"kind": "water"},
        "potion": {"kind": "potion"},
        "potion bottle": {"kind": "potion"},
        "potion flask": {"kind": "potion"},
        "flask": {"kind": "potion"},
        "vial": {"kind": "vial"},
        "magic potion": {"kind": "potion", "glowing": True},
        "perfume bottle": {"kind": "perfume"},
        "milk bottle": {"kind": "milk"},
        "phial": {"kind": "vial"},
        "elixir": {"kind": "potion", "glowing": True},
        "poison": {"kind": "potion", "skull": True},
        "poison bottle": {"kind": "potion", "skull": True},
        "test tube": {"kind": "vial"},
    },
    parameters=(
        Choice("kind", ("wine", "potion", "water", "beer", "perfume", "milk", "vial")),
        Real("height", 0.3, 0.24, 0.34, about="of a wine bottle; the others are in proportion"),
        Real("girth", 1.0, 0.85, 1.2, unit="", about="how wide"),
        Real("neck", 1.0, 0.8, 1.3, unit="", about="how wide its neck is"),
        Real("fill", 0.75, 0.4, 0.95, unit=""),
        Flag("label", 0.55),
        Flag("cork", 0.85),
        Flag("glowing", 0.3, about="what is in it shines"),
        Whole("rings", 1, 0, 3),
        Flag("tag", 0.35),
        Flag("skull", 0.0),
    ),
    slots={
        "glass": ("glass:#1f4a34", "glass:#5a3a1e", "glass:#3a6f9a", "glass:#9fc6c0", "glass:#7a2f6a"),
        "liquid": ("paint:#c0285a", "paint:#2f9a5a", "paint:#7a3fc0", "paint:#d08a1e"),
        "glow": ("glow:#c840ff", "glow:#40ffb0", "glow:#ff4060", "glow:#40b0ff"),
        "cork": ("cork",),
        "label": ("paper", "paper:#e6d6a8", "paint:#7a1f2a"),
        "cap": ("plastic:#2f6fb0", "gold", "steel", "plastic:#b0302a"),
        "string": ("rope", "leather"),
        "skull": ("bone",),
    },
    words={
        "cork": {"cork": True},
        "label": {"label": True},
        "glowing": {"glowing": True},
        "liquid": {"kind": "potion"},
        "tag": {"tag": True},
        "skull": {"skull": True},
    },
    paints={"liquid": "liquid", "contents": "liquid", "stopper": "cork", "body": "glass", "cap": "cap"},
    height=(0.07, 0.42),
)
def bottle(v: Values) -> Draft:
    """The glass is a solid that shows its colour; in potions the liquid shines through the belly as a part of its own."""
    k, h = (
        v.kind,
        v.height
        * {"wine": 1.0, "potion": 0.52, "water": 0.78, "beer": 0.78, "perfume": 0.36, "milk": 0.75, "vial": 0.36}[
            v.kind
        ],
    )
    g, n = v.girth, v.neck
    d = Draft(extent=h)
    profiles = {
        "wine": [
            (0.12, 0.0),
            (0.127, 0.02),
            (0.127, 0.56),
            (0.11, 0.66),
            (0.05 * n, 0.77),
            (0.046 * n, 0.97),
            (0.046 * n, 1.0),
        ],
        "beer": [(0.125, 0), (0.135, 0.025), (0.135, 0.5), (0.115, 0.62), (0.06 * n, 0.78), (0.052 * n, 1.0)],
        "water": [(0.13, 0), (0.15, 0.03), (0.145, 0.2), (0.15, 0.5), (0.14, 0.68), (0.07 * n, 0.86), (0.065 * n, 1.0)],
        "milk": [(0.16, 0), (0.175, 0.03), (0.175, 0.55), (0.15, 0.68), (0.085 * n, 0.82), (0.1 * n, 1.0)],
        "potion": [(0.2, 0.0), (0.3, 0.08), (0.36, 0.3), (0.29, 0.5), (0.12 * n, 0.66), (0.1 * n, 0.8), (0.1 * n, 1.0)],
        "perfume": [(0.3, 0), (0.34, 0.1), (0.34, 0.45), (0.25, 0.6), (0.11 * n, 0.66), (0.1 * n, 0.8)],
        "vial": [(0.1, 0.0), (0.135, 0.06), (0.14, 0.5), (0.14, 0.78), (0.1 * n, 0.86), (0.1 * n, 1.0)],
    }
    points = [(a * h * (g if y < 0.7 else 1.0), y * h) for a, y in profiles[k]]
    wall = 0.014 * h + 0.0012
    body = Vessel.of(points, wall)
    top = points[-1][1]
    mouth = points[-1][0]
    liquid = "glow" if v.glowing and k in ("potion", "vial") else "liquid"
    if k in ("potion", "vial", "milk"):
        level = h * (0.12 + 0.5 * v.fill) if k != "vial" else h * 0.78 * v.fill
        low = Vessel.of(points, wall)
        # What is in it is seen through the glass: from the ground to its level the bottle has its colour.
        cut = float(level)
        d.add(
            "glass",
            lathe([(0.0, float(low.outer[0, 1])), *((float(a), float(y)) for a, y in low.outer), (0.0, top)]),
            "glass",
        )
        shell = [(body.radius(y) + 0.0012, y) for y in [0.04 * h + (cut - 0.04 * h) * i / 16 for i in range(17)]]
        d.add("liquid", lathe([(0, 0.04 * h), *shell, (0, cut)]), "label" if k == "milk" else liquid)
    else:
        d.add("glass", lathe([(float(a), float(y)) for a, y in body.outer]), "glass")
    d.add("lip", torus(mouth, 0.018 * h).move(y=top - 0.01 * h), "glass")
    if k == "water":
        d.add(
            "cap",
            union(
                cylinder(1.35 * mouth, 0.09 * h, bevel=0.004),
                *(torus(1.34 * mouth, 0.0018).move(y=y) for y in (-0.02 * h, 0.01 * h)),
            ).move(y=top + 0.03 * h),
            "cap",
        )
        end = top + 0.075 * h
    elif k == "perfume":
        d.add(
            "cap",
            union(
                cylinder(1.2 * mouth, 0.07 * h, bevel=0.002).move(y=top + 0.01 * h),
                sphere(0.14 * h).move(y=top + 0.16 * h),
            ),
            "cap",
        )
        end = top + 0.3 * h
    elif k == "beer" and not v.cork:
        d.add("cap", cylinder(1.35 * mouth, 0.035 * h, bevel=0.002).move(y=top + 0.01 * h), "cap")
        end = top + 0.03 * h
    elif v.cork:
        d.add("cork", cylinder(0.86 * mouth, 0.1 * h, top=1.0 * mouth, bevel=0.003).move(y=top + 0.025 * h), "cork")
        end = top + 0.075 * h
    else:
        d.add("mouth", cylinder(0.8 * mouth, 0.02 * h).move(y=top + 0.004 * h), "cork")
        end = top + 0.01 * h
    if v.label and k in ("wine", "beer", "water"):
        d.add("label", body.band(0.16 * h, 0.46 * h, 0.0012), "label")
        d.add("label_mark", body.band(0.3 * h, 0.34 * h, 0.0022), "cap")
    if k == "wine":
        d.add("foil", body.band(0.83 * h, 0.985 * h, 0.0016), "cap")
    for i in range(v.rings if k in ("potion", "perfume", "milk") else 0):
        y = (0.68 + 0.05 * i) * h
        d.add(
            f"ring_{i + 1}",
            torus(body.radius(y), 0.012 * h).move(y=y),
            "cap" if k == "perfume" else "string",
            group="rings",
        )
    if v.tag and k in ("potion", "vial"):
        y = 0.74 * h if k == "potion" else 0.87 * h
        rr = body.radius(y)
        d.add(
            "string",
            union(
                torus(rr, 0.013 * h).move(y=y),
                rod((0, y, rr), (0.01 * h, y - 0.08 * h, rr + 0.06 * h), radius=0.011 * h),
            ),
            "string",
        )
        d.add(
            "tag",
            extrude(
                [
                    (-0.08 * h, -0.22 * h),
                    (0.08 * h, -0.22 * h),
                    (0.08 * h, -0.04 * h),
                    (0.03 * h, 0.02 * h),
                    (-0.03 * h, 0.02 * h),
                    (-0.08 * h, -0.04 * h),
                ],
                0.016 * h,
            )
            .rotate(x=-14, z=8)
            .move(0.01 * h, y - 0.08 * h, rr + 0.068 * h + (0.05 * h if k == "potion" else 0.0)),
            "label",
        )
        if k == "potion":
            d.add(
                "tag_string",
                rod(
                    (0.01 * h, y - 0.08 * h, rr + 0.05 * h), (0.01 * h, y - 0.085 * h, rr + 0.125 * h), radius=0.011 * h
                ),
                "string",
            )
    if v.skull:
        zz = body.radius(0.3 * h)
        d.add(
            "skull",
            union(
                sphere(0.11 * h, 0.11 * h, 0.06 * h).move(y=0.32 * h, z=zz),
                box(0.11 * h, 0.09 * h, 0.08 * h, 0.02 * h).move(y=0.22 * h, z=zz - 0.01 * h),
            )
            - union(
                *(sphere(0.032 * h, 0.036 * h, 0.08 * h).move(s * 0.045 * h, 0.31 * h, zz + 0.05 * h) for s in (1, -1)),
                box(0.008 * h, 0.05 * h, 0.05 * h).move(y=0.19 * h, z=zz + 0.05 * h),
            ),
            "skull",
        )
    d.point("grip", (0, 0.35 * h, 0), size=2 * body.radius(0.35 * h))
    d.point("top", (0, end, 0), size=2 * mouth)
    return d


@family(
    "jar",
    "household",
    nouns={
        "jam jar": {"kind": "screw"},
        "cookie jar": {"kind": "knob"},
        "honey jar": {"kind": "cloth"},
        "mason jar": {"kind": "screw"},
        "urn": {"kind": "clay"},
        "amphora": {"kind": "clay", "handles": True, "height": 0.4},
        "canister": {"kind": "knob"},
    },
    parameters=(
        Choice("kind", ("screw", "knob", "cloth", "clay")),
        Real("height", 0.16, 0.11, 0.4),
        Real("radius", 0.055, 0.042, 0.07),
        Real("belly", 1.05, 0.95, 1.3, unit=""),
        Real("mouth", 0.78, 0.65, 0.9, unit="", about="share of the radius"),
        Real("fill", 0.7, 0.3, 0.9, unit=""),
        Flag("label", 0.6),
        Flag("handles", 0.25),
        Whole("bands", 1, 0, 3),
    ),
    slots={
        "body": ("glass:#bfd8d4", "ceramic:#d8b15a", "clay", "ceramic:#4f7a8a", "ceramic"),
        "content": ("fruit:#a3213a", "paint:#d08a1e", "bread", "paint:#7a3f1e"),
        "lid": ("steel", "gold", "cork", "paint:#b0302a"),
        "cloth": ("fabric:#b8443a", "fabric:#4a6f8f"),
        "label": ("paper",),
        "band": ("rope", "ceramic:#2b3f5c"),
    },
    words={
        "lid": {},
        "handles": {"handles": True},
        "label": {"label": True},
        "jam": {"kind": "screw"},
        "honey": {"kind": "cloth"},
    },
    paints={"lid": "lid", "jam": "content", "honey": "content"},
    height=(0.1, 0.5),
)
def jar(v: Values) -> Draft:
    """A wide-mouthed pot with a screw lid, a lid with a knob, a cloth, or open and of clay."""
    h = v.height if v.kind == "clay" else min(v.height, 0.24)
    r, m = v.radius * (h / 0.16) ** 0.5, v.mouth * v.radius * (h / 0.16) ** 0.5
    d = Draft(extent=max(h, 2 * r))
    b = v.belly
    points = [(0.85 * r, 0), (0.95 * r, 0.04 * h), (b * r, 0.45 * h), (0.98 * r, 0.75 * h), (m, 0.9 * h), (m, h)]
    if v.kind == "clay":
        points = [
            (0.5 * r, 0),
            (0.55 * r, 0.03 * h),
            (0.85 * b * r, 0.3 * h),
            (1.0 * b * r, 0.58 * h),
            (0.8 * r, 0.8 * h),
            (0.62 * m, 0.9 * h),
            (0.8 * m, h),
        ]
    body = Vessel.of(points, 0.05 * r + 0.001)
    closed = lathe([(float(a), float(y)) for a, y in body.outer])
    d.add("body", body.solid() if v.kind == "clay" else closed, "body")
    if v.kind in ("screw", "cloth"):
        level = h * (0.1 + 0.75 * v.fill)
        rows = [0.05 * h + (level - 0.05 * h) * i / 12 for i in range(13)]
        d.add("content", lathe([(0, rows[0]), *((body.radius(y) + 0.0008, y) for y in rows), (0, level)]), "content")
    top = h
    if v.kind == "screw":
        d.add(
            "lid",
            union(
                cylinder(1.08 * m, 0.11 * h, bevel=0.003).move(y=h - 0.01 * h),
                torus(1.075 * m, 0.0022).move(y=h - 0.05 * h),
            ),
            "lid",
        )
        top = h + 0.045 * h
    elif v.kind == "knob":
        d.add(
            "lid",
            lathe(
                [
                    (1.1 * m, h - 0.02),
                    (1.12 * m, h),
                    (0.7 * m, h + 0.12 * m),
                    (0.15 * m, h + 0.25 * m),
                    (0, h + 0.25 * m),
                ]
            ),
            "lid",
        )
        d.add("knob", sphere(0.22 * m).move(y=h + 0.4 * m), "lid")
        top = h + 0.6 * m
    elif v.kind == "cloth":
        skirt = [
            (1.35 * m, h - 0.16 * h),
            (1.08 * m, h - 0.06 * h),
            (1.12 * m, h - 0.01 * h),
            (1.0 * m, h + 0.04 * h),
            (0, h + 0.06 * h),
        ]
        d.add("cloth", lathe(skirt, smooth=False, sides=14), "cloth")
        d.add("string", torus(1.09 * m, 0.004).move(y=h - 0.055 * h), "band")
        top = h + 0.055 * h
    if v.label and v.kind != "clay":
        zz = body.radius(0.42 * h)
        d.add("label", body.band(0.26 * h, 0.58 * h, 0.0018) & box(1.5 * r, h, 2 * r).move(y=h / 2, z=zz), "label")
    if v.kind == "clay":
        for i in range(v.bands):
            y = (0.52 + 0.1 * i) * h
            d.add(f"band_{i + 1}", body.band(y, y + 0.03 * h, 0.002), "band", group="bands")
        if v.handles:
            loop = body.handle(0.93 * h, 0.62 * h, 0.3 * r, 0.2 * r, "drop")
            d.add("handle_left", loop, "body", group="handles")
            d.add("handle_right", loop.mirror("x"), "body", group="handles")
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    d.point("top", (0, top, 0), size=2 * m)
    return d
