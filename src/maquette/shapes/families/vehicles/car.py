"""Cars."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, intersection, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, frustum, oval
from maquette.shapes.sub.wheels import add_wheel

# length, width, height factors; hood and tail as shares of the height;
# cabin floor and roof from back to front as shares of the length; clearance
KINDS = {
    "sedan": (1.0, 1.0, 1.0, 0.6, 0.66, (-0.37, 0.2), (-0.2, 0.02), 0.17),
    "hatchback": (0.87, 0.96, 1.04, 0.62, 0.62, (-0.475, 0.24), (-0.36, 0.06), 0.18),
    "sports": (0.97, 1.06, 0.83, 0.62, 0.7, (-0.4, 0.16), (-0.17, -0.03), 0.12),
    "suv": (1.03, 1.06, 1.24, 0.6, 0.6, (-0.475, 0.23), (-0.43, 0.07), 0.27),
    "pickup": (1.15, 1.06, 1.24, 0.6, 0.58, (-0.1, 0.24), (-0.075, 0.1), 0.3),
    "limousine": (1.6, 1.02, 1.02, 0.6, 0.64, (-0.4, 0.3), (-0.3, 0.17), 0.17),
}


@family(
    "car",
    "vehicle",
    nouns={
        "automobile": {},
        "motorcar": {},
        "sedan": {"kind": "sedan"},
        "saloon": {"kind": "sedan"},
        "hatchback": {"kind": "hatchback"},
        "compact car": {"kind": "hatchback"},
        "sports car": {"kind": "sports"},
        "sportscar": {"kind": "sports"},
        "race car": {"kind": "sports", "spoiler": True, "stripes": True},
        "racing car": {"kind": "sports", "spoiler": True, "stripes": True},
        "supercar": {"kind": "sports", "spoiler": True},
        "muscle car": {"kind": "sports", "stripes": True},
        "coupe": {"kind": "sports"},
        "suv": {"kind": "suv"},
        "jeep": {"kind": "suv", "roof_rack": True},
        "off-roader": {"kind": "suv", "roof_rack": True},
        "pickup": {"kind": "pickup"},
        "pickup truck": {"kind": "pickup"},
        "limousine": {"kind": "limousine"},
        "limo": {"kind": "limousine"},
        "station wagon": {"kind": "suv", "height": 1.2},
        "estate car": {"kind": "suv", "height": 1.2},
        "taxi": {"kind": "sedan", "sign": "taxi"},
        "cab": {"kind": "sedan", "sign": "taxi"},
        "police car": {"kind": "sedan", "sign": "police"},
        "patrol car": {"kind": "sedan", "sign": "police"},
        "vehicle": {},
    },
    parameters=(
        Choice("kind", ("sedan", "hatchback", "sports", "suv", "pickup", "limousine")),
        Real("length", 4.5, 4.1, 5.0, about="of a sedan; other kinds follow"),
        Real("width", 1.82, 1.7, 1.95),
        Real("height", 1.42, 1.32, 1.55),
        Real("wheel_radius", 0.34, 0.31, 0.39),
        Whole("spokes", 5, 5, 9),
        Whole("doors", 4, 2, 4),
        Choice("sign", ("none", "none", "none", "none", "taxi", "police")),
        Flag("spoiler", 0.2),
        Flag("roof_rack", 0.2),
        Flag("stripes", 0.15),
    ),
    slots={
        "body": (
            "car paint:#b8201c",
            "car paint:#1f4f9e",
            "car paint:#e08a1a",
            "car paint:#2b6b45",
            "car paint:#d9dadb",
            "car paint:#23262b",
        ),
        "glass": ("dark glass",),
        "tyre": ("rubber",),
        "rim": ("aluminium", "chrome", "gunmetal"),
        "trim": ("plastic:#202226",),
        "bright": ("chrome",),
        "headlight": ("glow:#fff6d8",),
        "taillight": ("glow:#d81818",),
        "stripe": ("paint:#f2f2ee", "paint:#16181b"),
        "sign": ("glow:#ffd23a", "glow:#ffe27a"),
        "siren": ("glow:#2a6bff",),
    },
    words={
        "spoiler": {"spoiler": True},
        "rack": {"roof_rack": True},
        "roof rack": {"roof_rack": True},
        "stripe": {"stripes": True},
        "stripes": {"stripes": True},
        "siren": {"sign": "police"},
        "sirens": {"sign": "police"},
        "sporty": {"kind": "sports"},
        "sports": {"kind": "sports"},
        "police": {"sign": "police"},
        "off-road": {"kind": "suv"},
    },
    paints={
        "wheel": "rim",
        "wheels": "rim",
        "rims": "rim",
        "tyres": "tyre",
        "tires": "tyre",
        "windows": "glass",
        "window": "glass",
        "headlights": "headlight",
        "lights": "headlight",
        "bumper": "trim",
        "stripes": "stripe",
        "taillights": "taillight",
    },
    height=(1.0, 2.2),
)
def car(v: Values) -> Draft:
    """A lofted lower body with wheel arches, a cabin with glass on all sides, and lamps, mirrors, bumpers."""
    long, wide, high, hood, tail, floor, roof, clear = KINDS[v.kind]
    length, w, h, r = (
        v.length * long,
        v.width * wide / 2,
        v.height * high,
        v.wheel_radius * (1.12 if clear > 0.25 else 1.0),
    )
    d = Draft(extent=length)
    belt, nose, back = 0.66 * h, hood * h, tail * h
    low = clear + 0.02

    def ring(half: float, bottom: float, top: float) -> list[tuple[float, float]]:
        return oval(half, (top - bottom) / 2, (top + bottom) / 2, 4.5, 28)

    body = along_z(
        [
            (ring(0.84 * w, low + 0.14, back - 0.16), -0.5 * length),
            (ring(0.95 * w, low + 0.05, back - 0.01), -0.485 * length),
            (ring(0.99 * w, low, back), -0.36 * length),
            (ring(w, low, belt), -0.12 * length),
            (ring(w, low, belt), 0.1 * length),
            (ring(0.98 * w, low, belt - 0.25 * (belt - nose)), 0.25 * length),
            (ring(0.94 * w, low + 0.02, nose), 0.4 * length),
            (ring(0.88 * w, low + 0.05, nose - 0.05), 0.475 * length),
            (ring(0.74 * w, low + 0.15, nose - 0.17), 0.5 * length),
        ]
    )
    axles = (0.31 * length, -0.31 * length) if v.kind != "limousine" else (0.36 * length, -0.36 * length)
    arches = [cylinder(1.16 * r, 3 * w).rotate(z=90).move(y=r, z=z) for z in axles]
    shell = body
    for arch in arches:
        shell = shell - arch
    if v.kind == "pickup":
        shell = shell - box(1.72 * w, 0.6, 0.34 * length, 0.04).move(y=low + 0.68, z=-0.282 * length)
    d.add("body", shell, "body")
    d.add("underbody", box(2 * w - 0.4, 0.24 * h, 0.92 * length, 0.05).move(y=low + 0.15 * h), "trim")
    f0, f1, r0, r1 = (x * length for x in (*floor, *roof))
    y0, y1 = belt - 0.08, h
    cabin = frustum(y0, (f0, f1), 0.93 * w, y1 - 0.05, (r0, r1), 0.74 * w)
    top = frustum(y1 - 0.06, (r0 - 0.02, r1 + 0.02), 0.745 * w, y1, (r0 + 0.14, r1 - 0.14), 0.63 * w)
    d.add("cabin", union(cabin, top), "body")
    bigger = frustum(y0, (f0, f1), 0.93 * w, y1 - 0.05, (r0, r1), 0.74 * w, grow=0.016)
    sill, head = belt + 0.03, y1 - 0.1
    tb, th = (sill - y0) / (y1 - 0.05 - y0), (head - y0) / (y1 - 0.05 - y0)
    zb, zh = (
        (f0 + (r0 - f0) * tb + 0.13, f1 + (r1 - f1) * tb - 0.13),
        (f0 + (r0 - f0) * th + 0.1, f1 + (r1 - f1) * th - 0.1),
    )
    panes = 1 if v.kind in ("sports", "pickup") else 4 if v.kind == "limousine" else 2 if v.kind != "suv" else 3
    side = across([(zb[0], sill), (zb[1], sill), (zh[1], head), (zh[0], head)], 4 * w)
    for i in range(1, panes):
        z = zb[0] + (zb[1] - zb[0]) * i / panes + 0.02 * length
        side = side - box(4 * w, 3, 0.08).move(y=h, z=z)
    d.add("windows", intersection(bigger, side) - box(1.3 * w, 4, 9), "glass")
    front = extrude([(-0.83 * w, sill), (0.83 * w, sill), (0.66 * w, head + 0.02), (-0.66 * w, head + 0.02)], length)
    slope = frustum(y0, (f0 - 1, f1 - 0.08), 2 * w, y1 - 0.05, (r0 - 1, r1 - 0.08), 2 * w)
    d.add(
        "windscreen", (intersection(bigger, front) - slope) & box(9, 9, length).move(z=length / 2 + r1 - 0.2), "glass"
    )
    slope = frustum(y0, (f0 + 0.08, f1 + 1), 2 * w, y1 - 0.05, (r0 + 0.08, r1 + 1), 2 * w)
    d.add(
        "rear_window", (intersection(bigger, front) - slope) & box(9, 9, length).move(z=-length / 2 + r0 + 0.2), "glass"
    )
    for name, z in (("front", axles[0]), ("rear", axles[1])):
        for s, where in ((1, "left"), (-1, "right")):
            add_wheel(d, f"wheel_{name}_{where}", (s * (w - 0.16), r, z), r, 0.24, spokes=v.spokes)
    lamp = sphere(0.17, 0.075, 0.12).rotate(y=22).move(x=0.62 * w, y=nose - 0.13, z=0.475 * length)
    d.add("headlights", lamp.mirrored(), "headlight")
    d.add(
        "taillights",
        box(0.36, 0.12, 0.15, 0.03).rotate(y=-14).move(x=0.64 * w, y=back - 0.18, z=-0.489 * length).mirrored(),
        "taillight",
    )
    grille = box(0.9 * w, 0.13, 0.14, 0.03).move(y=nose - 0.26, z=0.49 * length)
    bars = box(1.5 * w, 0.13, 0.2, 0.045).move(y=low + 0.18, z=0.49 * length)
    bumper = box(1.64 * w, 0.15, 0.2, 0.05).move(y=low + 0.19, z=-0.488 * length)
    d.add("bumpers", union(grille, bars, bumper), "trim")
    mirror = (
        union(box(0.17, 0.12, 0.09, 0.03).move(y=0.1), box(0.26, 0.05, 0.06).rotate(z=12).move(x=-0.1, y=0.03))
        .move(x=1.04 * w, y=belt, z=f1 - 0.32)
        .mirrored()
    )
    d.add("mirrors", mirror, "body")
    z = 0.5 * (f0 + f1)
    handles = (
        box(0.14, 0.035, 0.17, 0.012).move(x=w - 0.055, y=belt - 0.16, z=z + (0.1 if v.doors < 4 else 0.28)).mirrored()
    )
    if v.doors >= 4 and panes > 1:
        handles = union(handles, box(0.14, 0.035, 0.17, 0.012).move(x=w - 0.055, y=belt - 0.16, z=z - 0.6).mirrored())
    d.add("door_handles", handles, "bright")
    d.add("side_trim", box(0.06, 0.07, 0.4 * length, 0.02).move(x=w - 0.015, y=low + 0.24 * h).mirrored(), "trim")
    mid = 0.5 * (r0 + r1)
    if v.spoiler:
        z = -0.46 * length
        legs = box(0.05, 0.24, 0.12, 0.01).move(x=0.55 * w, y=back + 0.02, z=z).mirrored()
        d.add(
            "spoiler",
            union(legs, box(1.75 * w, 0.04, 0.26, 0.015).rotate(x=-8).move(y=back + 0.14, z=z - 0.02)),
            "body",
        )
    if v.stripes:
        line = union(body, cabin, top).scale(1, 1.012, 1.006) & box(0.26 * w, 9, 9).move(x=0.22 * w).mirrored()
        d.add(
            "stripes",
            line - cabin.scale(1.2, 1.0, 1.5) if v.kind != "pickup" else line & box(9, 9, 9).move(z=4.5 + f1),
            "stripe",
        )
    if v.roof_rack and v.kind not in ("sports", "pickup") and v.sign == "none":
        rails = box(0.04, 0.05, 0.9 * (r1 - r0)).move(x=0.58 * w, y=h + 0.05, z=mid).mirrored()
        posts = (
            box(0.04, 0.12, 0.05)
            .move(x=0.58 * w, y=h, z=mid - 0.36 * (r1 - r0))
            .repeat(2, z=0.72 * (r1 - r0))
            .mirrored()
        )
        bars = box(1.2 * w, 0.035, 0.05).move(y=h + 0.06, z=mid - 0.25 * (r1 - r0)).repeat(3, z=0.25 * (r1 - r0))
        d.add("roof_rack", union(rails, posts, bars), "trim")
    if v.sign == "taxi":
        d.add("sign", box(0.5, 0.16, 0.2, 0.04).move(y=h + 0.06, z=mid), "sign")
    if v.sign == "police":
        d.add("siren_left", box(0.5, 0.13, 0.24, 0.04).move(x=0.28, y=h + 0.05, z=mid), "siren")
        d.add("siren_right", box(0.5, 0.13, 0.24, 0.04).move(x=-0.28, y=h + 0.05, z=mid), "taillight")
        d.add("siren_base", box(0.2, 0.15, 0.26, 0.02).move(y=h + 0.045, z=mid), "trim")
    d.point("top", (0, h, mid), size=1.4 * w)
    d.point("seat", (0.3 * w, 0.35 * h, mid))
    return d
