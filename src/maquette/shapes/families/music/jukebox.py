"""Jukeboxes: an arched cabinet with glowing tubes, a window with records, buttons, a grille."""

from __future__ import annotations

from maquette.shapes.api import Point2, box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import arch, rounded_rectangle


@family(
    "jukebox",
    "music",
    nouns={"juke box": {}, "retro jukebox": {}, "music box machine": {}, "wurlitzer": {"tubes": 2}, "nickelodeon": {}},
    parameters=(
        Choice("grille", ("fan", "bars", "diamonds")),
        Real("height", 1.5, 1.35, 1.65),
        Real("width", 0.8, 0.7, 0.92),
        Real("depth", 0.6, 0.5, 0.7),
        Real("rise", 1.0, 0.75, 1.05, unit="", about="of the arch, share of a half circle's"),
        Whole("tubes", 2, 1, 2),
        Whole("buttons", 10, 6, 12),
        Whole("records", 7, 4, 9),
        Flag("bubbles", 0.7),
        Flag("badge", 0.8),
        Flag("coin_slot", 0.9),
        Flag("feet", 0.8),
    ),
    slots={
        "cabinet": ("walnut", "mahogany", "paint:#8f1c22", "paint:#1f3a5c", "paint:#1c1a1c"),
        "tubes": ("glow:#ff9a20", "glow:#ff4030", "glow:#ffd040"),
        "inner_tubes": ("glow:#40e0a0", "glow:#40a0ff", "glow:#ff50b0"),
        "trim": ("chrome", "gold", "brass"),
        "inside": ("paint:#2a1a2c", "paint:#16222c"),
        "records": ("plastic:#141416",),
        "labels": ("paint:#d8342a", "paint:#f0b428"),
        "buttons": ("plastic:#f2ead8", "plastic:#d8342a"),
        "cards": ("paint:#f2ead2",),
        "cloth": ("fabric:#7a2a22", "fabric:#c9a24a", "fabric:#2a3a4a"),
        "bubbles": ("glow:#fff0c0",),
    },
    words={"records": {"records": 7}, "buttons": {"buttons": 10}, "bubbles": {"bubbles": True}, "tubes": {"tubes": 2}},
    paints={"body": "cabinet", "case": "cabinet", "lights": "tubes", "neon": "tubes", "speaker": "cloth", "grille": "trim"},
    height=(1.3, 1.75),
)  # fmt: skip
def jukebox(v: Values) -> Draft:
    """Its face to the front."""
    h, w, n = v.height, v.width, v.depth
    d = Draft(extent=h)
    foot = 0.05 if v.feet else 0.0
    rise = 0.5 * w * v.rise

    def ring(inset: float, low: float = 0.0) -> list[Point2]:
        return [(x, y + low) for x, y in arch(w - 2 * inset, h - foot - inset - low, rise - inset, 20)]

    def bow(inset: float, low: float, radius: float, z: float) -> list[tuple[float, float, float]]:
        return [(x, y + foot, z) for x, y in [*ring(inset, low)[1:], ring(inset, low)[0]]]

    face = n / 2
    body = extrude(ring(0.0), n, bevel=0.02).move(0, foot, 0)
    well = extrude(ring(0.16, 0.72 * h), 0.36).move(0, foot, face)
    d.add("cabinet", body - well, "cabinet", group="cabinet")
    d.add("inside", extrude(ring(0.155, 0.715 * h), 0.03).move(0, foot, face - 0.17), "inside", group="window")
    tube = sweep(bow(0.045, 0.12, 0.03, face), 0.032, round_ends=True, sides=12, smooth=False)
    d.add("tubes", tube, "tubes", group="tubes")
    edges = [sweep(bow(i, 0.1, 0.01, face), 0.009, sides=8, smooth=False) for i in (0.006, 0.086)]
    if v.tubes > 1:
        d.add(
            "inner_tubes",
            sweep(bow(0.115, 0.5 * h, 0.02, face), 0.02, round_ends=True, sides=10, smooth=False),
            "inner_tubes",
            group="tubes",
        )
        edges.append(sweep(bow(0.148, 0.48 * h, 0.01, face), 0.008, sides=8, smooth=False))
    caps = [box(0.085, 0.05, 0.05, 0.012).move(s * (w / 2 - 0.045), foot + y, face) for s in (1, -1) for y in (0.11, 0.36 * h)]  # fmt: skip
    base = box(w + 0.03, 0.09, n + 0.03, 0.02).move(0, foot + 0.045, 0)
    d.add("plinth", base, "cabinet", group="cabinet")
    d.add("trim", union(*edges, *caps, box(w + 0.036, 0.016, n + 0.036, 0.004).move(0, foot + 0.086, 0)), "trim", group="trim")  # fmt: skip
    if v.feet:
        d.add(
            "feet",
            lathe([(0.02, 0), (0.045, 0), (0.055, 0.02), (0.045, 0.06), (0.02, 0.06)])
            .move(0.4 * w, 0, 0.38 * n)
            .mirrored()
            .mirrored("z"),
            "trim",
            group="feet",
        )
    # Records on a spindle in the window; one lies on the plate.
    low = foot + 0.72 * h
    shelf = box(w - 0.33, 0.02, 0.2).move(0, low + 0.004, face - 0.08)
    pillar = cylinder(0.014, 0.3 * h - 0.2).move(0, low + 0.5 * (0.3 * h - 0.2), face - 0.1)
    d.add(
        "player",
        union(
            shelf,
            pillar,
            cylinder(0.12, 0.016).move(0, low + 0.02, face - 0.08),
            sweep(
                [(0.15, low + 0.01, face - 0.1), (0.15, low + 0.06, face - 0.1), (0.09, low + 0.05, face - 0.05)], 0.008
            ),
        ),
        "trim",
        group="window",
    )
    r = 0.14 * w
    discs = [cylinder(r, 0.006).move(0, low + 0.05 + 0.018 * i, face - 0.1) for i in range(v.records)]
    d.add(
        "records",
        union(*discs, cylinder(0.02, 0.02 * v.records).move(0, low + 0.03 + 0.01 * v.records, face - 0.1)),
        "records",
        group="records",
    )
    top = low + 0.05 + 0.018 * (v.records - 1)
    d.add("labels", cylinder(0.38 * r, 0.01).move(0, top + 0.0015, face - 0.1), "labels", group="records")
    # Selection: cards under the window, a row of buttons below.
    y = foot + 0.6 * h
    d.add("panel", box(w - 0.22, 0.2 * h, 0.05, 0.012).rotate(x=-14).move(0, y, face - 0.005), "inside", group="panel")
    cards = [
        box(0.16 * w, 0.026, 0.03)
        .rotate(x=-14)
        .move((k - 1) * 0.19 * w, y + 0.055 - 0.042 * i, face + 0.015 + 0.0105 * i)
        for k in range(3)
        for i in range(3)
    ]
    d.add("cards", union(*cards), "cards", group="panel")
    step = (w - 0.3) / v.buttons
    keys = [
        box(0.7 * step, 0.028, 0.04, 0.006)
        .rotate(x=-14)
        .move((i - (v.buttons - 1) / 2) * step, y - 0.085, face + 0.038)
        for i in range(v.buttons)
    ]
    d.add("buttons", union(*keys), "buttons", group="buttons")
    ledge = box(w - 0.16, 0.025, 0.09, 0.008).move(0, y - 0.125, face + 0.02)
    # Speaker.
    cy, size, deep = foot + 0.29 * h, w - 0.24, 0.33 * h
    d.add("cloth", extrude(rounded_rectangle(size, deep, 0.06), 0.03).move(0, cy, face), "cloth", group="speaker")
    bars = [
        extrude(
            rounded_rectangle(size + 0.04, deep + 0.04, 0.08),
            0.05,
            holes=[rounded_rectangle(size - 0.03, deep - 0.03, 0.05)],
            bevel=0.006,
        ).move(0, cy, face)
    ]
    box_ = box(size, deep, 0.1).move(0, cy, face + 0.01)
    if v.grille == "bars":
        bars += [box(0.022, deep, 0.03, 0.005).move(k * 0.13 * size, cy, face + 0.012) for k in range(-3, 4)]
        bars.append(box(size, 0.022, 0.026, 0.005).move(0, cy, face + 0.012))
    elif v.grille == "fan":
        bars += [
            (box(0.02, 1.4 * deep, 0.03).move(y=0.7 * deep).rotate(z=a).move(0, cy - 0.5 * deep, face + 0.012)) & box_
            for a in range(-72, 73, 18)
        ]
        bars.append(cylinder(0.09, 0.05, bevel=0.01).rotate(x=90).move(0, cy - 0.5 * deep + 0.03, face + 0.01))
    else:
        bars += [
            box(0.016, 2 * deep, 0.028).rotate(z=s * 40).move(k * 0.26 * size, cy, face + 0.011 + 0.002 * s) & box_
            for k in range(-3, 4)
            for s in (1, -1)
        ]
    d.add("grille", union(*bars, ledge), "trim", group="speaker")
    if v.badge:
        d.add(
            "badge",
            union(box(0.3 * w, 0.05, 0.03, 0.01), sphere(0.06, 0.04, 0.025)).move(
                0, foot + h - 0.155 * 0.92 - foot, face + 0.004
            ),
            "labels",
            group="badge",
        )
    if v.coin_slot:
        x = w / 2 - 0.16
        d.add(
            "coin_slot",
            union(
                box(0.07, 0.11, 0.02, 0.006),
                torus(0.015, 0.004).rotate(x=90).move(0, -0.025, 0.01),
                box(0.006, 0.035, 0.03).move(0, 0.03, 0),
            ).move(x - 0.02, y + 0.13, face + 0.002),
            "trim",
            group="coin_slot",
        )
    if v.bubbles:
        dots = [
            sphere(0.012).move(s * (w / 2 - 0.045), foot + 0.18 + 0.09 * k, face + 0.024)
            for s in (1, -1)
            for k in range(round((h - foot - rise - 0.2) / 0.09))
        ]
        d.add("bubbles", union(*dots), "bubbles", group="tubes")
    d.point("top", (0, h, 0), size=0.3 * w)
    return d
