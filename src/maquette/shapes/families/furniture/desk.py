"""Desks."""

from __future__ import annotations

from maquette.shapes.api import box, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.casework import add_fronts, open_case
from maquette.shapes.sub.furniture_legs import CORNERS, leg, splayed
from maquette.shapes.sub.outlines import bar, rounded_rectangle, slab
from maquette.shapes.sub.pulls import PULLS, add_drawer


@family(
    "desk",
    "furniture",
    nouns={
        "writing desk": {"pedestals": 0, "apron_drawers": True},
        "computer desk": {"screen": True},
        "office desk": {},
        "executive desk": {"pedestals": 2, "panel": True, "width": 1.7},
        "work desk": {},
        "school desk": {"pedestals": 0, "width": 0.95, "hutch": False},
        "secretary desk": {"hutch": True},
        "standing desk": {"height": 1.05, "pedestals": 0, "leg": "frame"},
    },
    parameters=(
        Real("height", 0.75, 0.68, 1.05),
        Real("width", 1.35, 0.95, 1.8),
        Real("depth", 0.65, 0.52, 0.8),
        Real("thickness", 0.03, 0.022, 0.045),
        Whole("pedestals", 1, 0, 2, about="cases of drawers below the top"),
        Whole("drawers", 3, 2, 4, about="in each case"),
        Choice("leg", ("tapered", "square", "frame", "turned")),
        Choice("pulls", PULLS),
        Choice("fronts", ("flat", "panel", "raised")),
        Flag("panel", 0.35, about="modesty panel"),
        Flag("apron_drawers", 0.3),
        Flag("hutch", 0.2),
        Flag("screen", 0.12),
        Flag("two_tone", 0.45, about="cases of another colour than the top"),
    ),
    slots={
        "top": ("oak", "walnut", "birch", "mahogany", "pine"),
        "body": ("oak", "walnut", "paint:#e9e4d8", "mahogany", "paint:#4a5a66"),
        "front": ("oak", "walnut", "paint:#e9e4d8", "mahogany"),
        "frame": ("walnut", "gunmetal", "oak", "steel"),
        "handle": ("brass", "chrome", "iron"),
        "screen": ("glow:#3a78a8", "screen"),
        "plastic": ("plastic:#2b2d31", "aluminium"),
    },
    words={
        "drawers": {"pedestals": 1, "two_tone": True},
        "hutch": {"hutch": True},
        "shelf": {"hutch": True},
        "monitor": {"screen": True},
        "computer": {"screen": True},
        "screen": {"screen": True},
        "panel": {"panel": True},
    },
    paints={
        "legs": "frame",
        "drawers": "front",
        "handles": "handle",
        "knobs": "handle",
        "monitor": "plastic",
        "desktop": "top",
        "surface": "top",
    },
    height=(0.6, 1.7),
)
def desk(v: Values) -> Draft:
    """A top on cases of drawers and legs."""
    w, h, z, t = v.width, v.height, v.depth, v.thickness
    d = Draft(extent=w)
    body = "body" if v.two_tone else "top"
    d.add("top", slab(rounded_rectangle(w, z, 0.02, 3), t, 0.25 * t).move(y=h - t / 2), "top")
    under, case = h - 0.8 * t, 0.38 if w > 1.2 else 0.32
    sides = [-1] if v.pedestals == 1 else [-1, 1] if v.pedestals == 2 else []
    for i, s in enumerate(sides):
        x = s * (w / 2 - case / 2 - 0.03)
        name = f"case_{i + 1}"
        d.add(
            name, box(case, under - 0.03, z - 0.06, 0.005, 1).move(x, (under - 0.03) / 2 + 0.03, 0), body, group="cases"
        )
        d.add(f"plinth_{i + 1}", box(case - 0.03, 0.05, z - 0.1).move(x, 0.025, -0.01), "frame", group="cases")
        add_fronts(
            d,
            width=case - 0.02,
            low=0.05,
            high=under - 0.02,
            z=z / 2 - 0.03,
            doors=0,
            drawers=v.drawers,
            columns=1,
            style=v.fronts,
            kind=v.pulls,
            slot="front" if v.two_tone else "top",
            prefix=f"case_{i + 1}_",
            x=x,
            size=0.035 if v.pulls != "bar" else 0.05,
        )
    r = 0.024
    for name, sx, sz in CORNERS:
        if sx in sides:
            continue
        x, zz = sx * (w / 2 - 0.06), sz * (z / 2 - 0.06)
        post = (
            splayed("tapered", under, r, sx * 0.03, sz * 0.02)
            if v.leg == "tapered"
            else leg("square" if v.leg == "frame" else v.leg, under, r)
        )
        d.add(f"leg_{name}", post.move(x, 0, zz), "frame", group="legs")
    if v.leg == "frame":
        for s in (1, -1):
            if s not in sides:
                x = s * (w / 2 - 0.06)
                d.add(
                    "rail_left" if s > 0 else "rail_right",
                    union(*(bar((x, y, -z / 2 + 0.06), (x, y, z / 2 - 0.06), 1.6 * r) for y in (0.022, under - 0.02))),
                    "frame",
                    group="legs",
                )
    free = w - 0.12 - (case - 0.03) * len(sides)
    mid = 0.5 * (case - 0.03) * (1 if sides == [-1] else 0)
    if v.panel:
        d.add("panel", box(free + 0.02, 0.42 * h, 0.018).move(mid, under - 0.21 * h + 0.005, -z / 2 + 0.07), body)
    if v.apron_drawers or not v.panel:
        d.add("apron", box(free + 0.01, 0.1, z - 0.14).move(mid, under - 0.05 + 0.005, -0.005), body)
        if v.apron_drawers:
            n = 2 if free > 0.75 else 1
            for i in range(n):
                add_drawer(
                    d,
                    f"drawer_{i + 1}",
                    (mid + (i - (n - 1) / 2) * free / n, under - 0.047, z / 2 - 0.075),
                    free / n - 0.04,
                    0.075,
                    style="flat",
                    kind=v.pulls,
                    slot="front" if v.two_tone else "top",
                    size=0.026 if v.pulls != "bar" else 0.045,
                    thickness=0.014,
                )
    if v.hutch:
        tall, deep = 0.4, 0.22
        d.add(
            "hutch",
            open_case(w - 0.02, tall, deep, 0.02).move(0, h - 0.004, -z / 2 + deep / 2 + 0.005),
            body,
            group="hutch",
        )
        d.add(
            "hutch_dividers",
            union(
                *(
                    box(0.018, tall - 0.02, deep - 0.02).move(k * w / 6, h + tall / 2, -z / 2 + deep / 2)
                    for k in (1, -1)
                )
            ),
            body,
            group="hutch",
        )
        d.add("hutch_shelf", box(w / 3, 0.016, deep - 0.02).move(0, h + 0.21, -z / 2 + deep / 2), body, group="hutch")
    if v.screen:
        zz = -z / 2 + (0.34 if v.hutch else 0.16)
        d.add(
            "monitor_stand",
            union(
                box(0.22, 0.014, 0.16, 0.005).move(0, h + 0.005, zz),
                box(0.05, 0.16, 0.02, 0.006).move(0, h + 0.08, zz - 0.02),
            ),
            "plastic",
            group="monitor",
        )
        d.add("monitor", box(0.56, 0.34, 0.03, 0.01).move(0, h + 0.28, zz), "plastic", group="monitor")
        d.add("screen", box(0.535, 0.315, 0.01).move(0, h + 0.28, zz + 0.0125), "screen", group="monitor")
        d.add("keyboard", box(0.4, 0.022, 0.14, 0.006).move(0, h + 0.008, zz + 0.2), "plastic", group="keyboard")
    d.point("top", (0.3 * w if v.screen else 0, h, 0.1), size=0.5 * w)
    return d
