"""Refrigerators and freezers."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._appliances import DIGITS, WHITE, bar
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "refrigerator",
    "electronics",
    nouns={
        "fridge": {},
        "freezer": {"doors": 1},
        "icebox": {"style_of": "retro"},
        "retro fridge": {"style_of": "retro"},
        "fridge freezer": {"doors": 2},
    },
    parameters=(
        Real("height", 1.75, 1.3, 1.95),
        Real("width", 0.7, 0.56, 0.95),
        Real("depth", 0.68, 0.58, 0.76),
        Whole("doors", 2, 1, 3),
        Choice("style_of", ("modern", "retro", "side by side")),
        Choice("freezer", ("top", "bottom")),
        Flag("dispenser", 0.4),
        Whole("magnets", 3, 0, 6),
        Flag("note", 0.4),
        Flag("screen", 0.3),
    ),
    slots={
        "body": WHITE,
        "metal": ("chrome", "aluminium"),
        "dark": ("paint:#1a1c20",),
        "digit": DIGITS,
        "magnet": ("paint:#e8304a", "paint:#f0b82a", "paint:#3f8ad8"),
        "paper": ("paper", "paper:#f7e58a"),
    },
    words={
        "magnets": {"magnets": 5},
        "retro": {"style_of": "retro"},
        "dispenser": {"dispenser": True},
        "note": {"note": True},
    },
    paints={"door": "body", "doors": "body", "handle": "metal", "handles": "metal"},
    height=(1.2, 2.05),
)
def refrigerator(v: Values) -> Draft:
    """A cabinet with doors, handles, feet, magnets."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    retro = v.style_of == "retro"
    b = 0.07 if retro else 0.012
    lift = 0.06
    d.add("body", box(w, h - lift, z - 0.06, b, 3 if retro else 2).move(0, lift + (h - lift) / 2, -0.03), "body")
    d.add("plinth", box(0.94 * w, 0.09, z - 0.14, 0.01).move(0, 0.05, -0.03), "dark")
    low, top = lift + 0.02, h - 0.012
    f = z / 2 - 0.045
    doors: list[tuple[float, float, float, float]] = []
    if v.style_of == "side by side":
        doors = [(-0.25 * w, (low + top) / 2, 0.49 * w, top - low), (0.25 * w, (low + top) / 2, 0.49 * w, top - low)]
    elif v.doors == 1:
        doors = [(0, (low + top) / 2, 0.985 * w, top - low)]
    else:
        cut = low + (top - low) * (0.68 if v.freezer == "top" else 0.36)
        doors = [(0, (low + cut) / 2, 0.985 * w, cut - low - 0.012), (0, (cut + top) / 2, 0.985 * w, top - cut - 0.002)]
        if v.doors == 3:
            mid = (low + cut) / 2 if v.freezer == "bottom" else cut
            if v.freezer == "bottom":
                doors = [
                    (0, (low + mid) / 2, 0.985 * w, mid - low - 0.012),
                    (0, (mid + cut) / 2, 0.985 * w, cut - mid - 0.012),
                    doors[1],
                ]
    for k, (x, y, a, tall) in enumerate(doors):
        d.add(
            f"door_{k + 1}", box(a, tall, 0.1, 0.035 if retro else 0.012, 3).move(x, y, f + 0.02), "body", group="doors"
        )
        zf = f + 0.07
        if v.style_of == "side by side":
            s = 1 if x < 0 else -1
            d.add(
                f"handle_{k + 1}",
                bar((x + s * 0.19 * w, y - 0.22 * tall, zf), (x + s * 0.19 * w, y + 0.22 * tall, zf), 0.04, 0.012),
                "metal",
                group="handles",
            )
        elif retro:
            d.add(
                f"handle_{k + 1}",
                union(
                    box(0.17, 0.035, 0.03, 0.01).move(
                        -0.34 * w + 0.03, y + (0.3 * tall if y < 0.6 * h else -0.3 * tall), zf + 0.015
                    ),
                    sphere(0.035, 0.035, 0.03).move(
                        -0.34 * w - 0.03, y + (0.3 * tall if y < 0.6 * h else -0.3 * tall), zf
                    ),
                ),
                "metal",
                group="handles",
            )
        else:
            long = min(0.36 * tall, 0.4)
            yy = y + (tall / 2 - long / 2 - 0.08 if y < 0.5 * h else -tall / 2 + long / 2 + 0.08)
            if tall < 0.45:
                d.add(
                    f"handle_{k + 1}",
                    bar((-0.3 * w, y + 0.3 * tall, zf), (0.3 * w, y + 0.3 * tall, zf), 0.04, 0.012),
                    "metal",
                    group="handles",
                )
            else:
                d.add(
                    f"handle_{k + 1}",
                    bar((-0.4 * w, yy - long / 2, zf), (-0.4 * w, yy + long / 2, zf), 0.04, 0.012),
                    "metal",
                    group="handles",
                )
    big = max(doors, key=lambda q: q[3])
    zf = f + 0.07
    if v.dispenser and not retro:
        x = big[0]
        d.add("dispenser", box(0.2, 0.3, 0.016, 0.006).move(x + 0.02, big[1] + 0.12, zf), "dark")
        d.add("dispenser_display", box(0.14, 0.035, 0.01).move(x + 0.02, big[1] + 0.23, zf + 0.006), "digit")
        d.add("tap", box(0.05, 0.06, 0.03, 0.008).move(x + 0.02, big[1] + 0.14, zf + 0.012), "metal")
    if v.screen and not retro and not v.dispenser:
        d.add("screen", box(0.2, 0.14, 0.012, 0.004).move(big[0] + 0.05, big[1] + 0.2, zf), "digit")
    rng = v.rng("magnets")
    upper = max(doors, key=lambda q: q[1] + q[3] / 2)
    for k in range(v.magnets):
        x, y = (
            upper[0] + float(rng.uniform(-0.1, 0.38)) * upper[2],
            upper[1] + float(rng.uniform(-0.35, 0.35)) * upper[3],
        )
        d.add(
            f"magnet_{k + 1}",
            (cylinder(0.022, 0.016, bevel=0.004) if k % 2 else box(0.045, 0.016, 0.03, 0.005))
            .rotate(x=90)
            .move(x, y, zf + 0.004),
            "magnet",
            group="magnets",
        )
    if v.note:
        d.add(
            "note", box(0.11, 0.14, 0.012).rotate(z=-5).move(upper[0] + 0.22 * upper[2], upper[1] - 0.05, zf), "paper"
        )
    if retro:
        d.add(
            "badge",
            union(box(0.2, 0.022, 0.014, 0.004), cylinder(0.03, 0.016, sides=6).rotate(x=90)).move(
                0.18 * w, top - 0.16, zf
            ),
            "metal",
        )
    d.add(
        "feet",
        union(*(cylinder(0.022, 0.05).move(a * 0.4 * w, 0.025, q * 0.36 * z) for a in (1, -1) for q in (1, -1))),
        "dark",
    )
    d.point("top", (0, h, 0), size=w)
    return d
