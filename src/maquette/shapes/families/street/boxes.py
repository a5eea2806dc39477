"""What stands along streets: hydrants, mailboxes, telephone booths, vending machines, parking meters."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import arch, ring_of, rod


@family(
    "fire hydrant",
    "street",
    nouns=("hydrant", "fireplug"),
    parameters=(
        Real("height", 0.8, 0.62, 1.0),
        Real("radius", 0.15, 0.12, 0.18),
        Choice("cap", ("dome", "cone", "flat")),
        Whole("outlets", 3, 2, 4),
        Real("outlet_size", 0.5, 0.4, 0.62, unit="", about="share of the radius"),
        Whole("bolts", 8, 6, 12),
        Flag("chains", 0.55),
        Flag("ribs", 0.4),
        Real("flange", 1.4, 1.25, 1.55, unit="", about="width of the foot"),
        Flag("two_tone", 0.4),
    ),
    slots={
        "body": ("paint:#c62f28", "paint:#e0b020", "paint:#c62f28", "paint:#2f6fb0", "rust"),
        "cap": ("paint:#e8e4da", "steel", "paint:#e0b020", "paint:#2f6fb0"),
        "metal": ("gunmetal", "steel", "brass"),
    },
    words={"chains": {"chains": True}, "chain": {"chains": True}},
    paints={"caps": "cap", "bolts": "metal", "nozzles": "cap", "top": "cap"},
    height=(0.55, 1.15),
)
def fire_hydrant(v: Values) -> Draft:
    """A barrel with a bonnet, outlets with caps, flanges with bolts."""
    h, r = v.height, v.radius
    d = Draft(extent=h)
    cap_slot = "cap" if v.two_tone else "body"
    f = v.flange * r
    d.add(
        "foot",
        union(cylinder(f, 0.04, bevel=0.008).move(y=0.02), cylinder(f, 0.035, bevel=0.008).move(y=0.066)),
        "body",
        group="body",
    )
    d.add(
        "foot_bolts",
        union(*(cylinder(0.018, 0.12, sides=6).move(x, 0.055, z) for x, z in ring_of(v.bolts, 0.86 * f))),
        "metal",
        group="bolts",
    )
    top = 0.74 * h
    d.add("barrel", lathe([(1.05 * r, 0.05), (r, 0.14), (0.96 * r, top - 0.04), (1.0 * r, top)]), "body", group="body")
    if v.ribs:
        d.add(
            "ribs",
            union(
                *(
                    sweep([(0.98 * r * x, 0.15, 0.98 * r * z), (0.96 * r * x, 0.4 * h, 0.96 * r * z)], 0.016)
                    for x, z in ring_of(10, 1.0)
                )
            ),
            "body",
            group="body",
        )
    d.add(
        "collar",
        union(
            cylinder(1.28 * r, 0.035, bevel=0.008).move(y=top + 0.005),
            cylinder(1.24 * r, 0.03, bevel=0.008).move(y=top + 0.034),
        ),
        "body",
        group="body",
    )
    d.add(
        "collar_bolts",
        union(*(cylinder(0.013, 0.095, sides=6).move(x, top + 0.02, z) for x, z in ring_of(v.bolts, 1.12 * r, 15))),
        "metal",
        group="bolts",
    )
    n = h - top - 0.06
    bonnet = {
        "dome": [(1.02 * r, 0), (1.0 * r, 0.2 * n), (0.82 * r, 0.6 * n), (0.45 * r, 0.85 * n), (0.2 * r, 0.9 * n)],
        "cone": [(1.05 * r, 0), (0.98 * r, 0.15 * n), (0.4 * r, 0.72 * n), (0.3 * r, 0.9 * n)],
        "flat": [(1.0 * r, 0), (1.0 * r, 0.45 * n), (0.9 * r, 0.6 * n), (0.35 * r, 0.68 * n), (0.3 * r, 0.9 * n)],
    }[v.cap]
    d.add(
        "bonnet",
        lathe([*((a, top + 0.045 + y) for a, y in bonnet), (0, top + 0.045 + 0.9 * n)], smooth=False),
        cap_slot,
        group="bonnet",
    )
    d.add(
        "nut",
        union(
            cylinder(0.042, 0.03, sides=6).move(y=top + 0.045 + 0.9 * n),
            cylinder(0.028, 0.07, sides=5).move(y=top + 0.055 + 0.95 * n),
        ),
        "metal",
    )
    y = 0.56 * h
    s = v.outlet_size * r
    sides = [("front", 0.0, 1.35), ("left", 90.0, 1.0), ("right", -90.0, 1.0), ("back", 180.0, 1.0)]
    use = {2: sides[1:3], 3: sides[:3], 4: sides}[v.outlets]
    for name, turn, k in use:
        a = s * k
        neck = (
            union(cylinder(0.86 * a, 0.12), cylinder(1.15 * a, 0.03, bevel=0.006).move(y=-0.01))
            .rotate(x=90)
            .move(z=r + 0.03)
        )
        lid = union(
            cylinder(1.12 * a, 0.055, bevel=0.012).rotate(x=90).move(z=r + 0.1),
            *(
                box(0.22 * a, 0.24 * a, 0.05).move(1.1 * a * math.cos(q), 1.1 * a * math.sin(q), r + 0.1)
                for q in (0.78, 2.36, 3.93, 5.5)
            ),
        )
        nut = cylinder(0.36 * a, 0.07, sides=5).rotate(x=90).move(z=r + 0.15)
        d.add(f"outlet_{name}", neck.rotate(y=turn).move(y=y), "body", group="outlets")
        d.add(f"cap_{name}", lid.rotate(y=turn).move(y=y), cap_slot, group="caps")
        d.add(f"nut_{name}", nut.rotate(y=turn).move(y=y), "metal", group="caps")
        if v.chains and name != "front":
            chain = rod(
                (0, -1.0 * a, r + 0.1),
                (0.0, -1.9 * a, r + 0.08),
                (0.0, -2.3 * a, r + 0.03),
                (0, -2.0 * a, r - 0.01),
                radius=0.0085,
            )
            d.add(f"chain_{name}", chain.rotate(y=turn).move(y=y), "metal", group="chains")
    d.point("top", (0, h, 0), size=r)
    return d


@family(
    "mailbox",
    "street",
    nouns={
        "letter box": {},
        "letterbox": {},
        "post box": {"kind": "pillar"},
        "postbox": {"kind": "pillar"},
        "pillar box": {"kind": "pillar"},
        "mail box": {},
        "us mailbox": {"kind": "street"},
    },
    parameters=(
        Choice("kind", ("rural", "pillar", "street")),
        Real("height", 1.25, 1.05, 1.6),
        Real("width", 0.22, 0.18, 0.28, about="of the box of a rural one; the others are in proportion"),
        Real("length", 0.48, 0.4, 0.58),
        Flag("flag", 0.85),
        Flag("flag_up", 0.6),
        Flag("open", 0.25),
        Flag("letter", 0.4),
        Flag("plate", 0.7),
        Flag("brace", 0.6),
        Flag("newspaper", 0.3),
    ),
    slots={
        "body": ("paint:#c0302a", "paint:#2f5f9a", "steel", "paint:#3f6f4a", "paint:#26282c"),
        "post": ("oak", "wood", "paint:#f0ece2", "gunmetal"),
        "flag": ("paint:#d8251c", "paint:#e8b81c"),
        "dark": ("paint:#16181a",),
        "letter": ("paper",),
        "plate": ("paint:#f4f1e6", "brass"),
        "trim": ("gunmetal", "gold", "chrome"),
    },
    words={
        "flag": {"flag": True},
        "open": {"open": True},
        "letter": {"open": True, "letter": True},
        "letters": {"open": True, "letter": True},
        "post": {"kind": "rural"},
    },
    paints={"door": "body", "pole": "post", "box": "body"},
    height=(0.9, 1.85),
)
def mailbox(v: Values) -> Draft:
    """A tunnel on a post, a round pillar, or a street box with a curved top."""
    h, w, n = v.height, v.width, v.length
    d = Draft(extent=h)
    if v.kind == "pillar":
        r, hh = 0.95 * w, 1.15 * h
        d.add("base", lathe([(1.12 * r, 0), (1.12 * r, 0.1), (1.04 * r, 0.14), (1.04 * r, 0.16), (0, 0.16)]), "dark")
        d.add(
            "body",
            lathe([(r, 0.14), (r, 0.84 * hh), (1.03 * r, 0.85 * hh), (1.03 * r, 0.87 * hh), (0, 0.87 * hh)]),
            "body",
        )
        d.add(
            "cap",
            lathe(
                [
                    (1.05 * r, 0.86 * hh),
                    (1.14 * r, 0.89 * hh),
                    (1.15 * r, 0.915 * hh),
                    (0.9 * r, 0.95 * hh),
                    (0.45 * r, 0.985 * hh),
                    (0, hh),
                ]
            ),
            "body",
        )
        d.add("rings", union(*(torus(1.0 * r, 0.014).move(y=k * hh) for k in (0.2, 0.62))), "body")
        d.add(
            "hood",
            difference(box(1.25 * r, 0.09, 0.12, 0.02), box(1.05 * r, 0.045, 0.3, 0.01).move(y=-0.01, z=0.05)).move(
                0, 0.76 * hh, 0.93 * r
            ),
            "body",
        )
        d.add("slot", box(1.02 * r, 0.035, 0.06).move(0, 0.755 * hh, 0.95 * r), "dark")
        door = cylinder(1.012 * r, 0.42 * hh, bevel=0.006).move(y=0.41 * hh) & box(1.1 * r, 2 * hh, 2 * r).move(
            z=1.0 * r, y=hh / 2
        )
        d.add("door", door, "body")
        if v.plate:
            d.add(
                "plate",
                (cylinder(1.026 * r, 0.12 * hh).move(y=0.53 * hh) & box(0.6 * r, 2 * hh, 2 * r).move(z=r, y=hh / 2)),
                "plate",
            )
        d.add("lock", cylinder(0.02, 0.04, bevel=0.004).rotate(x=90).move(0.4 * r, 0.4 * hh, 0.93 * r), "trim")
        if v.flag:
            d.add("crest", sphere(0.06, 0.07, 0.02).move(0, 0.3 * hh, 1.01 * r), "plate")
        d.point("top", (0, hh, 0), size=r)
        return d
    if v.kind == "street":
        ww, zz, hh = 2.3 * w, 2.4 * w, h
        d.add(
            "legs",
            union(
                *(
                    box(0.06, 0.2, 0.06, 0.008).move(sx * (ww / 2 - 0.05), 0.1, sz * (zz / 2 - 0.06))
                    for sx in (1, -1)
                    for sz in (1, -1)
                ),
                *(
                    box(0.1, 0.02, 0.1, 0.004).move(sx * (ww / 2 - 0.05), 0.01, sz * (zz / 2 - 0.06))
                    for sx in (1, -1)
                    for sz in (1, -1)
                ),
            ),
            "body",
            group="legs",
        )
        d.add("body", extrude(arch(zz, hh - 0.16, 0.42 * zz), ww, bevel=0.02).rotate(y=90).move(y=0.16), "body")
        d.add(
            "trim",
            union(
                *(
                    extrude(arch(zz + 0.014, hh - 0.15, 0.42 * zz), 0.03, bevel=0.006)
                    .rotate(y=90)
                    .move(s * (ww / 2 - 0.03), 0.157, 0)
                    for s in (1, -1)
                )
            ),
            "body",
        )
        slope = 0.73 * hh
        d.add("hatch", box(0.74 * ww, 0.2 * hh, 0.03, 0.008).rotate(x=-16).move(0, slope + 0.02, 0.49 * zz), "body")
        d.add(
            "handle",
            rod(
                (-0.25 * ww, slope + 0.06, 0.49 * zz),
                (-0.25 * ww, slope + 0.055, 0.56 * zz),
                (0.25 * ww, slope + 0.055, 0.56 * zz),
                (0.25 * ww, slope + 0.06, 0.49 * zz),
                radius=0.013,
                smooth=False,
            ),
            "trim",
        )
        d.add("door", box(0.8 * ww, 0.34 * hh, 0.02, 0.006).move(0, 0.38 * hh, 0.5 * zz), "body")
        d.add(
            "lock", cylinder(0.018, 0.05, bevel=0.004).rotate(x=90).move(0.3 * ww, 0.38 * hh, 0.5 * zz + 0.006), "trim"
        )
        if v.plate:
            d.add("plate", box(0.5 * ww, 0.12 * hh, 0.03, 0.003).move(0, 0.44 * hh, 0.5 * zz), "plate")
            d.add(
                "plate_lines",
                union(*(box(0.36 * ww, 0.012, 0.036).move(0, 0.44 * hh + k * 0.026, 0.5 * zz) for k in (1, 0, -1))),
                "dark",
            )
        if v.letter:
            d.add(
                "letter", box(0.2, 0.13, 0.012, 0.002).rotate(x=-30).move(0.02, slope + 0.14 * hh, 0.46 * zz), "letter"
            )
        d.point("top", (0, hh, 0), size=ww)
        return d
    tall = 0.24
    low = h - tall
    d.add("post", box(0.09, low + 0.01, 0.09, 0.008).move(y=(low + 0.01) / 2, z=-0.02), "post", group="post")
    if v.brace:
        d.add(
            "brace",
            union(
                box(0.06, 0.32, 0.05, 0.006).rotate(x=45).move(0, low - 0.13, 0.085),
                box(0.07, 0.05, 0.8 * n, 0.006).move(0, low - 0.02, 0.0),
            ),
            "post",
            group="post",
        )
    d.add("shelf", box(0.9 * w, 0.025, 0.9 * n, 0.005).move(y=low), "post", group="post")
    tunnel = extrude(arch(w, tall, w / 2), n, bevel=0.008).move(y=low + 0.008)
    if v.open:
        tunnel = tunnel - extrude(arch(w - 0.024, tall - 0.024, w / 2 - 0.012), n).move(y=low + 0.02, z=0.05)
    d.add("body", tunnel, "body")
    door = extrude(arch(w + 0.012, tall + 0.008, w / 2 + 0.006), 0.018, bevel=0.005)
    d.add("door", (door.rotate(x=105) if v.open else door).move(0, low + 0.006, n / 2 + 0.004), "body", group="door")
    knob = sphere(0.02, 0.028, 0.016).move(0, tall - 0.045, 0.016)
    d.add("knob", (knob.rotate(x=105) if v.open else knob).move(0, low + 0.006, n / 2 + 0.004), "trim", group="door")
    d.add(
        "rim",
        extrude(arch(w + 0.014, tall + 0.009, w / 2 + 0.007), 0.02, bevel=0.004).move(y=low + 0.004, z=-n / 2 + 0.01),
        "body",
    )
    if v.open and v.letter:
        d.add(
            "letters",
            union(
                *(
                    box(0.7 * w, 0.012, 0.24, 0.002)
                    .rotate(y=8 * k, z=4 * k)
                    .move(0.01 * k, low + 0.03 + 0.018 * (k + 1), n / 2 - 0.07)
                    for k in (-1, 0, 1)
                ),
                box(0.6 * w, 0.05, 0.1).move(0, low + 0.04, n / 2 - 0.12),
            ),
            "letter",
        )
    if v.flag:
        flag = union(box(0.012, 0.2, 0.02, 0.003).move(y=0.08), box(0.012, 0.07, 0.11, 0.003).move(y=0.15, z=0.045))
        d.add(
            "flag",
            (flag if v.flag_up else flag.rotate(x=90)).move(w / 2 + 0.005, low + 0.1, 0.04),
            "flag",
            group="flag",
        )
        d.add(
            "flag_pin",
            cylinder(0.013, 0.03, bevel=0.003).rotate(z=90).move(w / 2 + 0.002, low + 0.1, 0.04),
            "trim",
            group="flag",
        )
    if v.plate:
        d.add("plate", box(0.012, 0.07, 0.2, 0.002).move(-w / 2, low + 0.08, 0.02), "plate")
        d.add(
            "numbers",
            union(*(box(0.018, 0.04, 0.016).move(-w / 2, low + 0.08, 0.02 + k * 0.045) for k in (-1, 0, 1))),
            "dark",
        )
    if v.newspaper:
        d.add(
            "paper_tube",
            difference(cylinder(0.065, 0.8 * n), cylinder(0.056, n).move(y=0.05)).rotate(x=90).move(0, low - 0.1, 0.02),
            "trim",
        )
        d.add("newspaper", cylinder(0.045, 0.8 * n, bevel=0.004).rotate(x=90).move(0, low - 0.112, 0.05), "letter")
    d.add("foot", lathe([(0.16, 0), (0.13, 0.03), (0.06, 0.045), (0, 0.05)]).move(z=-0.02), "post")
    d.point("top", (0, h, 0), size=w)
    return d


@family(
    "telephone booth",
    "street",
    nouns={
        "phone booth": {},
        "telephone box": {},
        "phone box": {},
        "red telephone box": {},
        "call box": {},
        "police box": {"lantern": True},
    },
    parameters=(
        Real("height", 2.35, 2.15, 2.6),
        Real("width", 0.9, 0.8, 1.05),
        Whole("rows", 6, 4, 8, about="of panes"),
        Whole("columns", 3, 1, 4, about="of panes"),
        Real("post", 0.09, 0.07, 0.12),
        Real("roof_height", 0.14, 0.08, 0.22),
        Choice("roof", ("dome", "flat", "pyramid")),
        Flag("sign", 0.9),
        Flag("lit", 0.5),
        Flag("lantern", 0.15),
        Flag("crown", 0.5),
    ),
    slots={
        "body": ("paint:#c01f24", "paint:#c01f24", "paint:#24466f", "paint:#2f6f4a"),
        "glass": ("glass", "glass:#cfe0e4"),
        "sign": ("paint:#f2efe4", "glow:#fff4d0"),
        "text": ("paint:#1a1a1a",),
        "phone": ("plastic:#1c1d20",),
        "metal": ("chrome", "brass"),
        "floor": ("concrete", "granite"),
        "light": ("glow:#fff0c0",),
    },
    words={"sign": {"sign": True}, "lit": {"lit": True}, "crown": {"crown": True}},
    paints={"door": "body", "roof": "body", "windows": "glass", "panes": "glass", "letters": "text"},
    height=(2.1, 3.2),
)
def telephone_booth(v: Values) -> Draft:
    """Four posts, panes between bars on three sides, a back wall with the telephone, a roof with signs."""
    h, w, p = v.height, v.width, v.post
    d = Draft(extent=h)
    d.add("floor", box(w + 0.06, 0.08, w + 0.06, 0.012).move(y=0.04), "floor")
    eave = h - v.roof_height - 0.26
    d.add(
        "posts",
        union(
            *(
                box(p, eave + 0.02, p, 0.012).move(sx * (w / 2 - p / 2), (eave + 0.02) / 2 + 0.06, sz * (w / 2 - p / 2))
                for sx in (1, -1)
                for sz in (1, -1)
            )
        ),
        "body",
        group="frame",
    )
    d.add("back", box(w - p, eave - 0.04, 0.05, 0.006).move(0, eave / 2 + 0.08, -w / 2 + p / 2), "body", group="frame")
    d.add(
        "sills",
        union(
            *(
                box(w - 0.01, 0.2, 0.05, 0.008)
                .rotate(y=a)
                .move((w / 2 - p / 2) * math.sin(math.radians(a)), 0.17, (w / 2 - p / 2) * math.cos(math.radians(a)))
                for a in (0, 90, -90)
            )
        ),
        "body",
        group="frame",
    )
    low, inner = 0.26, w - 2 * p + 0.01
    tall = eave - low + 0.01
    for name, a in (("front", 0.0), ("left", 90.0), ("right", -90.0)):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        where = ((w / 2 - p / 2) * s, low + tall / 2, (w / 2 - p / 2) * c)
        d.add(f"glass_{name}", box(inner, tall, 0.014).rotate(y=a).move(*where), "glass", group="windows")
        bars: list[Node] = [
            box(inner, 0.028, 0.034, 0.004, 1).move(y=(i / v.rows - 0.5) * tall) for i in range(1, v.rows)
        ]
        bars += [
            box(0.026 if i else 0.05, tall, 0.034, 0.004, 1).move((i / v.columns - 0.5) * inner)
            for i in range(1, v.columns)
        ]
        bars += [box(0.05, tall, 0.045, 0.006, 1).move(k * (inner / 2 - 0.015)) for k in (1, -1)]
        d.add(
            f"bars_{name}",
            union(*bars).rotate(y=a).move(*where),
            "body",
            group="door" if name == "front" else "windows",
        )
    d.add(
        "handle",
        rod(
            (-inner / 2 + 0.03, 1.12, w / 2 - p / 2 + 0.005),
            (-inner / 2 + 0.03, 1.12, w / 2 + 0.03),
            (-inner / 2 + 0.03, 0.95, w / 2 + 0.03),
            (-inner / 2 + 0.03, 0.95, w / 2 - p / 2 + 0.005),
            radius=0.011,
            smooth=False,
        ),
        "metal",
        group="door",
    )
    d.add(
        "phone",
        union(
            box(0.3, 0.46, 0.14, 0.02).move(0, 1.35, -w / 2 + p / 2 + 0.08),
            box(0.4, 0.03, 0.2, 0.008).move(0, 1.05, -w / 2 + p / 2 + 0.1),
        ),
        "phone",
        group="phone",
    )
    d.add(
        "receiver",
        union(
            rod(
                (-0.11, 1.27, -w / 2 + p / 2 + 0.165),
                (-0.125, 1.38, -w / 2 + p / 2 + 0.18),
                (-0.11, 1.49, -w / 2 + p / 2 + 0.165),
                radius=0.02,
            ),
            *(sphere(0.034).move(-0.11, y, -w / 2 + p / 2 + 0.16) for y in (1.27, 1.49)),
        ),
        "metal",
        group="phone",
    )
    head = box(w + 0.02, 0.28, w + 0.02, 0.015).move(y=eave + 0.14)
    d.add("head", head, "body", group="roof")
    d.add(
        "mouldings",
        union(*(box(w + 0.08, 0.035, w + 0.08, 0.012).move(y=y) for y in (eave + 0.02, eave + 0.265))),
        "body",
        group="roof",
    )
    if v.sign:
        for i, a in enumerate((0.0, 90.0, -90.0, 180.0)):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            at = ((w / 2 + 0.008) * s, eave + 0.142, (w / 2 + 0.008) * c)
            d.add(f"sign_{i + 1}", box(0.78 * w, 0.14, 0.018, 0.003).rotate(y=a).move(*at), "sign", group="signs")
            letters = [
                box(0.04 if k not in (2, 6) else 0.028, 0.075, 0.024).move((k - 4) * 0.075 * w, 0, 0) for k in range(9)
            ]
            d.add(f"letters_{i + 1}", union(*letters).rotate(y=a).move(*at), "text", group="signs")
    y, rh = eave + 0.27, v.roof_height
    if v.roof == "flat":
        d.add(
            "roof",
            union(box(w, 0.06, w, 0.015).move(y=y + 0.02), box(0.8 * w, rh, 0.8 * w, 0.03).move(y=y + rh / 2)),
            "body",
            group="roof",
        )
    elif v.roof == "pyramid":
        d.add(
            "roof",
            lathe([(0.72 * w, y), (0.7 * w, y + 0.04), (0.12 * w, y + rh), (0, y + rh)], sides=4).rotate(y=45),
            "body",
            group="roof",
        )
    else:
        d.add(
            "roof",
            (
                extrude(arch(w + 0.01, rh, 0.8 * rh), w + 0.01).move(y=y - 0.005)
                & extrude(arch(w + 0.01, rh, 0.8 * rh), w + 0.01).rotate(y=90).move(y=y - 0.005)
            ),
            "body",
            group="roof",
        )
    if v.crown and v.sign:
        d.add(
            "crowns",
            union(
                *(
                    union(sphere(0.04, 0.035, 0.014), *(sphere(0.013).move(k * 0.03, 0.04, 0) for k in (-1, 0, 1)))
                    .rotate(y=a)
                    .move(
                        (w / 2 + 0.03) * math.sin(math.radians(a)),
                        eave + 0.24,
                        (w / 2 + 0.03) * math.cos(math.radians(a)),
                    )
                    for a in (0, 90, -90, 180)
                )
            ),
            "metal",
            group="roof",
        )
    if v.lantern:
        d.add("lantern", cylinder(0.07, 0.16, bevel=0.01).move(y=y + rh + 0.06), "light", group="lantern")
        d.add(
            "lantern_cap",
            lathe([(0.09, 0), (0.085, 0.03), (0.02, 0.07), (0, 0.07)]).move(y=y + rh + 0.13),
            "body",
            group="lantern",
        )
    if v.lit:
        d.add("lamp", box(0.3, 0.03, 0.3, 0.008).move(0, eave - 0.005, 0), "light")
    d.point("top", (0, y + rh, 0), size=w)
    return d


@family(
    "vending machine",
    "street",
    nouns={
        "snack machine": {"kind": "snacks"},
        "soda machine": {"kind": "drinks"},
        "drinks machine": {"kind": "drinks"},
        "cola machine": {"kind": "drinks"},
        "snack vending machine": {"kind": "snacks"},
    },
    parameters=(
        Choice("kind", ("drinks", "snacks")),
        Real("height", 1.83, 1.65, 2.0),
        Real("width", 0.95, 0.8, 1.15),
        Real("depth", 0.78, 0.65, 0.9),
        Whole("shelves", 5, 3, 6),
        Whole("columns", 6, 4, 8),
        Flag("lit", 0.8),
        Flag("banner", 0.7),
        Flag("stripe", 0.5),
        Choice("panel", ("keypad", "buttons")),
        Real("window", 0.66, 0.58, 0.72, unit="", about="width of the window, share of the whole"),
    ),
    slots={
        "body": ("paint:#c0282a", "paint:#24569a", "paint:#2b2f36", "paint:#3a8a5f", "paint:#e8e4da"),
        "inside": ("paint:#f0eee6", "glow:#dfe8f0"),
        "screen": ("glow:#50c8ff", "glow:#60ff9a"),
        "trim": ("steel", "gunmetal", "chrome"),
        "dark": ("plastic:#17181b",),
        "banner": ("glow:#fff0c0", "glow:#ff6040", "paint:#f2f0ea"),
        "red": ("paint:#c8282c", "paint:#e0902a"),
        "blue": ("paint:#2a66b0", "paint:#6a3fa0"),
        "green": ("paint:#2f9a55", "paint:#d8c02a"),
        "stripe": ("paint:#f4f2ec", "paint:#e8b81c"),
    },
    words={
        "lit": {"lit": True},
        "cans": {"kind": "drinks"},
        "bottles": {"kind": "drinks"},
        "snacks": {"kind": "snacks"},
    },
    paints={"buttons": "screen", "sign": "banner", "cans": "red", "window": "inside"},
    height=(1.6, 2.05),
)
def vending_machine(v: Values) -> Draft:
    """A case with a window full of goods, a panel with keys, a hatch below."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    d.add(
        "feet",
        union(
            *(
                cylinder(0.03, 0.07, bevel=0.006).move(sx * 0.42 * w, 0.035, sz * 0.4 * z)
                for sx in (1, -1)
                for sz in (1, -1)
            )
        ),
        "trim",
    )
    base = 0.06
    win_w = v.window * w
    x0 = -w / 2 + 0.05 + win_w / 2
    low, top = base + 0.42, h - (0.24 if v.banner else 0.09)
    win_h, deep = top - low, 0.2
    case = box(w, h - base, z, 0.025, 3).move(y=base + (h - base) / 2)
    hole = box(win_w, win_h, 2 * deep, 0.004).move(x0, (low + top) / 2, z / 2)
    chute_w, chute_h = 0.86 * win_w, 0.17
    chute = box(chute_w, chute_h, 0.2).move(x0, base + 0.2, z / 2)
    d.add("body", difference(case, hole, chute), "body")
    d.add("back_wall", box(win_w + 0.01, win_h + 0.01, 0.02).move(x0, (low + top) / 2, z / 2 - deep - 0.005), "inside")
    frame = box(win_w + 0.04, win_h + 0.04, 0.03, 0.008) - box(win_w - 0.012, win_h - 0.012, 1)
    d.add("frame", frame.move(x0, (low + top) / 2, z / 2 + 0.002), "trim")
    step = win_h / v.shelves
    each = win_w / v.columns
    goods: dict[str, list[Node]] = {"red": [], "blue": [], "green": []}
    shelves: list[Node] = []
    rng = v.rng("goods")
    for i in range(v.shelves):
        y = low + i * step
        shelves.append(box(win_w + 0.01, 0.022, deep - 0.02).move(x0, y + 0.008, z / 2 - deep / 2 - 0.015))
        shelves.append(box(win_w + 0.006, 0.035, 0.012).move(x0, y + 0.016, z / 2 - 0.035))
        colours = ("red", "blue", "green")
        shift = int(rng.integers(3))
        for c in range(v.columns):
            x = x0 - win_w / 2 + (c + 0.5) * each
            r = min(0.4 * each, 0.036)
            tall = 0.72 * step
            if v.kind == "drinks":
                one: Node = (
                    cylinder(r, min(tall, 3.6 * r), bevel=0.15 * r).move(y=min(tall, 3.6 * r) / 2)
                    if i % 2
                    else lathe([(r, 0), (r, 0.6 * tall), (0.4 * r, 0.82 * tall), (0.4 * r, tall)])
                )
            else:
                one = (
                    box(0.8 * each, 0.85 * tall, 0.05, 0.012).move(y=0.425 * tall)
                    if i % 2 == 0
                    else box(0.76 * each, 0.6 * tall, 0.06, 0.02, 2).rotate(z=4).move(y=0.3 * tall)
                )
            goods[colours[(c // 2 + shift) % 3]].append(one.move(x, y + 0.015, z / 2 - 0.09))
    d.add("shelves", union(*shelves), "trim", group="shelves")
    for colour, solids in goods.items():
        if solids:
            d.add(f"goods_{colour}", union(*solids), colour, group="goods")
    d.add("chute", box(chute_w + 0.004, chute_h + 0.004, 0.02).move(x0, base + 0.2, z / 2 - 0.096), "dark")
    d.add(
        "flap",
        box(chute_w + 0.01, 0.62 * chute_h, 0.016, 0.004)
        .rotate(x=-10)
        .move(x0, base + 0.2 + 0.18 * chute_h, z / 2 - 0.014),
        "dark",
    )
    d.add(
        "flap_rim",
        (box(chute_w + 0.05, chute_h + 0.05, 0.03, 0.008) - box(chute_w - 0.01, chute_h - 0.01, 1)).move(
            x0, base + 0.2, z / 2 + 0.002
        ),
        "trim",
    )
    px = w / 2 - (w - win_w - 0.05) / 2 - 0.005
    pw = min(0.2, (w - win_w - 0.05) * 0.8)
    d.add("panel", box(pw, 0.62, 0.022, 0.006).move(px, 1.15, z / 2 + 0.002), "dark", group="panel")
    d.add("screen", box(0.78 * pw, 0.09, 0.012, 0.003).move(px, 1.38, z / 2 + 0.012), "screen", group="panel")
    if v.panel == "keypad":
        d.add(
            "keys",
            union(
                *(
                    box(0.2 * pw, 0.026, 0.014, 0.004).move(px + (c - 1) * 0.27 * pw, 1.28 - r * 0.04, z / 2 + 0.012)
                    for r in range(4)
                    for c in range(3)
                )
            ),
            "trim",
            group="panel",
        )
    else:
        d.add(
            "buttons",
            union(*(box(0.7 * pw, 0.034, 0.016, 0.006).move(px, 1.29 - r * 0.05, z / 2 + 0.012) for r in range(4))),
            "screen",
            group="panel",
        )
    d.add(
        "coin_slot",
        union(
            box(0.3 * pw, 0.06, 0.014, 0.003).move(px - 0.2 * pw, 1.02, z / 2 + 0.012),
            cylinder(0.018, 0.016).rotate(x=90).move(px + 0.24 * pw, 1.02, z / 2 + 0.012),
            box(0.7 * pw, 0.05, 0.018, 0.004).move(px, 0.9, z / 2 + 0.01),
        ),
        "trim",
        group="panel",
    )
    d.add("coin_return", box(0.7 * pw, 0.09, 0.03, 0.006).move(px, 0.62, z / 2 + 0.004), "trim", group="panel")
    if v.banner:
        d.add("banner", box(0.92 * w, 0.16, 0.02, 0.006).move(0, h - 0.12, z / 2 + 0.003), "banner", group="banner")
        d.add(
            "banner_marks",
            union(
                *(
                    box((0.07, 0.05, 0.075, 0.06)[k % 4], 0.08, 0.026).move(
                        (k - 2.5) * 0.1 * w + 0.0, h - 0.12, z / 2 + 0.003
                    )
                    for k in range(6)
                )
            ),
            "body",
            group="banner",
        )
    if v.stripe:
        d.add(
            "stripe",
            union(
                *(box(0.012, 0.1, z - 0.1, 0.003).move(s * w / 2, y, 0) for s in (1, -1) for y in (0.7 * h, 0.62 * h))
            ),
            "stripe",
        )
    if v.lit:
        d.add(
            "light",
            box(win_w - 0.02, 0.03, 0.03).move(x0, top - 0.01, z / 2 - 0.03),
            "banner" if v.banner else "screen",
        )
    d.point("top", (0, h, 0), size=w)
    return d


@family(
    "parking meter",
    "street",
    nouns=("meter",),
    parameters=(
        Real("height", 1.35, 1.15, 1.55),
        Real("radius", 0.035, 0.028, 0.045),
        Real("head_width", 0.17, 0.14, 0.21),
        Whole("heads", 1, 1, 2),
        Choice("top", ("dome", "square")),
        Flag("solar", 0.3),
        Flag("screen", 0.5),
        Choice("base", ("cone", "plate")),
        Real("head_height", 0.3, 0.25, 0.36),
        Flag("sticker", 0.4),
    ),
    slots={
        "head": ("gunmetal", "paint:#4a5a66", "paint:#2f5f9a", "steel", "paint:#8a2f2a"),
        "post": ("steel", "gunmetal"),
        "glass": ("glass", "glow:#90ffb0"),
        "trim": ("chrome", "brass"),
        "dark": ("plastic:#17181b",),
        "sticker": ("paint:#e8b81c", "paint:#3f9ac0"),
    },
    words={"double": {"heads": 2}},
    paints={"pole": "post", "screen": "glass"},
    height=(1.0, 1.75),
)
def parking_meter(v: Values) -> Draft:
    """One or two heads with a window and a coin slot, on a post."""
    h, r, w, n = v.height, v.radius, v.head_width, v.head_height
    d = Draft(extent=h)
    low = h - n
    d.add(
        "base",
        lathe([(2.8 * r, 0), (2.6 * r, 0.03), (1.4 * r, 0.12), (0, 0.12)])
        if v.base == "cone"
        else union(
            cylinder(2.6 * r, 0.025, bevel=0.006).move(y=0.0125),
            *(cylinder(0.011, 0.05, sides=6).move(x, 0.02, z) for x, z in ring_of(4, 2.0 * r, 45)),
        ),
        "post",
    )
    d.add(
        "post",
        cylinder(r, low - 0.0 if v.heads == 1 else low - 0.08).move(y=(low if v.heads == 1 else low - 0.08) / 2),
        "post",
    )
    places = [(0.0, "")] if v.heads == 1 else [(0.7 * w, "_1"), (-0.7 * w, "_2")]
    if v.heads == 2:
        d.add(
            "fork",
            union(
                sweep(
                    [
                        (0.7 * w, low + 0.02, 0),
                        (0.65 * w, low - 0.06, 0),
                        (0, low - 0.1, 0),
                        (-0.65 * w, low - 0.06, 0),
                        (-0.7 * w, low + 0.02, 0),
                    ],
                    0.85 * r,
                ),
                sphere(1.5 * r).move(y=low - 0.1),
            ),
            "post",
        )
    for x, end in places:
        shape = arch(w, n, w / 2 if v.top == "dome" else 0.12 * w)
        d.add(
            "collar" + end,
            lathe([(1.1 * r, -0.03), (0.42 * w, 0.012), (0, 0.012)]).move(x, low, 0),
            "trim",
            group="heads",
        )
        d.add("head" + end, extrude(shape, 0.62 * w, bevel=0.016).move(x, low, 0), "head", group="heads")
        z = 0.31 * w
        gy = low + n - 0.5 * w
        window: Node = (
            (cylinder(0.36 * w, 0.022).rotate(x=90) & box(w, 0.36 * w, 1).move(y=0.17 * w))
            if v.top == "dome"
            else box(0.68 * w, 0.34 * w, 0.022, 0.004).move(y=0.1 * w)
        )
        rim: Node = (
            (cylinder(0.41 * w, 0.016, bevel=0.003).rotate(x=90) & box(w, 0.44 * w, 1).move(y=0.17 * w))
            if v.top == "dome"
            else box(0.78 * w, 0.44 * w, 0.016, 0.004).move(y=0.1 * w)
        )
        d.add("window_rim" + end, rim.move(x, gy, z), "trim", group="heads")
        d.add("window" + end, window.move(x, gy, z + 0.002), "glass", group="heads")
        if not v.screen:
            d.add(
                "needle" + end,
                box(0.012, 0.26 * w, 0.01).rotate(z=-30).move(x + 0.04 * w, gy + 0.12 * w, z + 0.012),
                "dark",
                group="heads",
            )
        d.add(
            "coin" + end,
            union(
                box(0.3 * w, 0.12 * w, 0.016, 0.003),
                cylinder(0.09 * w, 0.03, bevel=0.004).rotate(x=90).move(0.26 * w, 0, 0.004),
            ).move(x - 0.08 * w, low + 0.3 * (n - 0.5 * w) + 0.02, z),
            "trim",
            group="heads",
        )
        d.add(
            "slot" + end,
            box(0.016, 0.09 * w, 0.02).move(x - 0.08 * w, low + 0.3 * (n - 0.5 * w) + 0.02, z),
            "dark",
            group="heads",
        )
        if v.sticker:
            d.add(
                "sticker" + end,
                box(0.5 * w, 0.16 * w, 0.012, 0.002).move(x, low + 0.1 * w, z),
                "sticker",
                group="heads",
            )
        if v.solar:
            d.add(
                "solar" + end,
                box(0.5 * w, 0.02, 0.4 * w, 0.004).rotate(x=15).move(x, h + (0.0 if v.top == "square" else -0.004), 0),
                "dark",
                group="heads",
            )
    d.point("top", (0, h, 0), size=w)
    return d
