"""Mailbox: a tunnel on a post, a round pillar, or a street box with a curved top."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.outlines import arch, rod


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
        d.add("newspaper", cylinder(0.044, 0.8 * n, bevel=0.004).rotate(x=90).move(0.002, low - 0.111, 0.05), "letter")
    d.add("foot", lathe([(0.16, 0), (0.13, 0.03), (0.06, 0.045), (0, 0.05)]).move(z=-0.02), "post")
    d.point("top", (0, h, 0), size=w)
    return d
