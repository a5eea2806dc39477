"""Toasters: a rounded case with slots on top, a lever, a dial, and toast."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import arch, rounded_rectangle, slab


@family(
    "toaster",
    "electronics",
    nouns={
        "bread toaster": {"toast": True},
        "retro toaster": {"kind": "retro"},
        "pop-up toaster": {"toast": True},
        "two-slice toaster": {"slots": 2},
        "four-slice toaster": {"slots": 4},
    },
    parameters=(
        Choice("kind", ("retro", "modern")),
        Real("width", 0.29, 0.25, 0.34),
        Real("depth", 0.175, 0.15, 0.2),
        Real("height", 0.185, 0.16, 0.21),
        Whole("slots", 2, 2, 4),
        Real("rounding", 0.06, 0.03, 0.075),
        Real("toast_height", 0.5, 0.3, 0.65, unit=""),
        Flag("toast", 0.75),
        Flag("stripes", 0.4),
        Flag("dial", 0.9),
        Flag("cord", 0.5),
        Flag("feet", 0.9),
    ),
    slots={
        "case": ("chrome", "paint:#b8262a", "paint:#7fb8ae", "paint:#efe6cf", "paint:#2b2c30", "paint:#e2a63a"),
        "trim": ("chrome", "steel", "aluminium"),
        "plastic": ("plastic:#1b1b1d", "plastic:#2a211c"),
        "inside": ("gunmetal",),
        "crust": ("bread:#9a5a22", "paint:#95571f"),
        "crumb": ("bread:#e0b070", "paint:#d9a765"),
        "light": ("glow:#ff7a20",),
    },
    words={"toast": {"toast": True}, "bread": {"toast": True}, "slices": {"toast": True}, "stripes": {"stripes": True}},
    paints={"body": "case", "lever": "plastic", "dial": "plastic", "knob": "plastic", "toast": "crumb", "bread": "crumb"},
    height=(0.14, 0.33),
)  # fmt: skip
def toaster(v: Values) -> Draft:
    """Its long side to the front, the lever on the right-hand end."""
    w, n, h = v.width, v.depth, v.height
    d = Draft(extent=1.2 * w)
    foot = 0.014
    r = min(v.rounding, 0.45 * n, 0.42 * (h - foot))
    if v.slots > 2:
        n *= 1.45
    tall = h - foot
    # Rounded at the top only: the lower half of a taller rounded outline is cut off.
    outline = [(x, y - 0.5 * r) for x, y in rounded_rectangle(n, tall + r, r, 6)]
    body = extrude(outline, w, bevel=0.018 if v.kind == "retro" else 0.006).rotate(y=90)
    body = (body & box(2 * w, tall, 2 * n)).move(y=foot + tall / 2)
    rows = 2 if v.slots > 2 else 1
    step, gap = 0.06, 0.03
    zs = (
        [(k - (v.slots / rows * rows - 1) / 2) * step for k in range(v.slots)]
        if rows == 1
        else [-0.075, -0.028, 0.028, 0.075][: v.slots]
    )
    long = 0.72 * w
    body = body - union(*(box(long, 0.8 * tall, gap).move(0, h, z) for z in zs))
    d.add("case", body, "case", group="case")
    deck = 0.5 * n
    rims = [
        extrude(
            rounded_rectangle(long + 0.016, gap + 0.014, 0.012),
            0.007,
            holes=[rounded_rectangle(long - 0.002, gap - 0.002, 0.004)],
        )
        .rotate(x=90)
        .move(0, h, z)
        for z in zs
    ]
    d.add("slots", union(*rims), "trim", group="slots")
    d.add(
        "elements",
        union(*(box(long + 0.004, 0.012, gap + 0.004).move(0, h - 0.4 * tall, z) for z in zs)),
        "inside",
        group="slots",
    )
    base = slab(rounded_rectangle(w + 0.012, n + 0.012, 0.02), 0.022, 0.004).move(0, foot + 0.008, 0)
    d.add("base", base, "plastic", group="base")
    if v.feet:
        d.add(
            "feet",
            union(
                *(
                    cylinder(0.016, foot + 0.006).move(s * 0.38 * w, (foot + 0.006) / 2, t * 0.36 * n)
                    for s in (1, -1)
                    for t in (1, -1)
                )
            ),
            "plastic",
            group="feet",
        )
    else:
        d.add(
            "foot",
            slab(rounded_rectangle(w - 0.03, n - 0.03, 0.02), foot + 0.004).move(0, (foot + 0.004) / 2, 0),
            "plastic",
            group="feet",
        )
    # Lever on the end, in a dark track.
    x = w / 2
    d.add("track", box(0.008, 0.55 * tall, 0.014, 0.002).move(x, foot + 0.5 * tall, 0), "inside", group="lever")
    up = foot + (0.68 if v.toast else 0.36) * tall
    d.add(
        "lever",
        union(box(0.03, 0.01, 0.008).move(x + 0.008, up, 0), box(0.022, 0.02, 0.055, 0.006).move(x + 0.024, up, 0)),
        "plastic",
        group="lever",
    )
    if v.dial:
        face = cylinder(0.02, 0.016, bevel=0.003).rotate(z=90)
        d.add(
            "dial",
            union(face, box(0.012, 0.034, 0.007, 0.002).move(x=0.006)).move(x + 0.003, foot + 0.24 * tall, 0.3 * n),
            "plastic",
            group="dial",
        )
        d.add("dial_ring", torus(0.022, 0.003).rotate(z=90).move(x, foot + 0.24 * tall, 0.3 * n), "trim", group="dial")
        d.add("light", cylinder(0.006, 0.008).rotate(z=90).move(x + 0.001, foot + 0.24 * tall, -0.3 * n), "light")
    z = n / 2
    if v.stripes:
        d.add(
            "stripes",
            union(*(box(0.62 * w, 0.008, 0.008, 0.002).move(0, foot + (0.3 + 0.1 * k) * tall, z) for k in range(4))),
            "trim",
            group="stripes",
        )
    else:
        d.add("badge", box(0.24 * w, 0.018, 0.008, 0.003).move(0, foot + 0.3 * tall, z), "trim", group="badge")
    if v.toast:
        size = 0.6 * w
        slice_ = arch(size, 0.95 * size, 0.22 * size)
        inner = [(0.84 * a, 0.06 * size + 0.86 * b) for a, b in slice_]
        lift = h + v.toast_height * 0.62 * size - 0.95 * size
        picks = zs if v.slots < 4 else zs[::3]
        d.add("crust", union(*(extrude(slice_, 0.019, bevel=0.004).move(0, lift, z) for z in picks)), "crust", group="toast")  # fmt: skip
        d.add("crumb", union(*(extrude(inner, 0.0215, bevel=0.002).move(0, lift, z) for z in picks)), "crumb", group="toast")  # fmt: skip
    if v.cord:
        path = [
            (-x + 0.01, foot + 0.01, -0.3 * n),
            (-x - 0.02, 0.01, -0.34 * n),
            (-x - 0.02, 0.006, -0.62 * n),
            (-0.2 * w, 0.006, -0.75 * n),
        ]
        d.add("cord", sweep(path, 0.0055, round_ends=True, sides=8), "plastic", group="cord")
    d.point("top", (0, h, 0), size=deck)
    return d
