"""Televisions and monitors."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, difference, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import SCREEN, slab, windows
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod, rounded_rectangle


@family(
    "television",
    "electronics",
    nouns={
        "tv": {},
        "tv set": {},
        "telly": {},
        "monitor": {"kind": "monitor"},
        "computer monitor": {"kind": "monitor"},
        "computer screen": {"kind": "monitor"},
        "flat screen": {"kind": "flat"},
        "old tv": {"kind": "retro"},
        "retro tv": {"kind": "retro"},
        "crt tv": {"kind": "retro"},
        "old television": {"kind": "retro"},
        "display": {"kind": "monitor"},
    },
    parameters=(
        Choice("kind", ("flat", "retro", "monitor")),
        Real("width", 1.0, 0.7, 1.3),
        Real("ratio", 0.57, 0.52, 0.64, unit="", about="height over width"),
        Real("thickness", 0.04, 0.03, 0.06),
        Choice("stand", ("feet", "column", "plate")),
        Real("bezel", 0.02, 0.012, 0.035, unit=""),
        Whole("knobs", 2, 2, 4),
        Flag("antenna", 0.75),
        Whole("windows", 2, 0, 3),
        Flag("legs", 0.5),
        Flag("soundbar", 0.2),
    ),
    slots={
        "case": ("paint:#202226", "paint:#3a3d42", "paint:#e8e6e0"),
        "screen": SCREEN,
        "wood": ("walnut", "oak", "paint:#b8432f", "paint:#3f8a86", "paint:#e0a83a"),
        "knob": ("chrome", "brass", "paint:#f0ead8"),
        "content": ("glow:#dff0ff", "paint:#f4f6fa"),
        "metal": ("aluminium", "gunmetal"),
        "grille": ("fabric:#8a7a5a", "paint:#26282c"),
        "front": ("paint:#e8dcc0", "paint:#2a2420"),
    },
    words={
        "antenna": {"antenna": True, "kind": "retro"},
        "retro": {"kind": "retro"},
        "flat": {"kind": "flat"},
        "knobs": {"kind": "retro"},
        "old": {"kind": "retro"},
        "vintage": {"kind": "retro"},
        "modern": {"kind": "flat"},
        "legs": {"legs": True},
        "soundbar": {"soundbar": True},
    },
    paints={"knobs": "knob", "frame": "case", "display": "screen", "stand": "metal"},
    height=(0.22, 1.3),
)
def television(v: Values) -> Draft:
    """Flat on feet, a monitor on a column, or a wooden box with a bulging screen."""
    if v.kind == "retro":
        w = 0.6 * v.width
        h, z = 0.78 * w, 0.62 * w
        legs = 0.32 * w if v.legs else 0.04 * w
        d = Draft(extent=max(w, h + legs + (0.5 * w if v.antenna else 0)))
        y = legs + h / 2
        d.add(
            "case",
            difference(
                extrude(rounded_rectangle(w, h, 0.1 * w, 6), z, bevel=0.02 * w),
                slab(0.9 * w, 0.84 * h, 0.1 * w, 0.07 * w, 0).move(z=z / 2),
            ).move(y=y),
            "wood",
        )
        d.add("front", slab(0.92 * w, 0.86 * h, 0.03 * w, 0.07 * w, 0).move(0, y, z / 2 - 0.05 * w), "front")
        sw, sh = 0.64 * w, 0.7 * h
        d.add(
            "screen_frame",
            difference(
                slab(1.1 * sw, 1.1 * sh, 0.05 * w, 0.12 * w, 0.012 * w), slab(0.96 * sw, 0.96 * sh, w, 0.1 * w, 0)
            ).move(-0.11 * w, y, z / 2 - 0.025 * w),
            "case",
        )
        d.add(
            "screen",
            (sphere(0.64 * sw, 0.66 * sh, 0.1 * w) & slab(sw, sh, w, 0.1 * w, 0)).move(-0.11 * w, y, z / 2 - 0.05 * w),
            "screen",
        )
        for i in range(v.knobs):
            ky = y + 0.3 * h - 0.17 * h * i * (2 / max(v.knobs, 2) + 0.1)
            d.add(
                f"knob_{i + 1}",
                union(
                    cylinder(0.055 * w, 0.05 * w, bevel=0.01 * w).rotate(x=90),
                    box(0.018 * w, 0.1 * w, 0.03 * w).rotate(z=30 - 50 * i).move(z=0.03 * w),
                ).move(0.345 * w, ky, z / 2 - 0.02 * w),
                "knob",
                group="knobs",
            )
        d.add(
            "grille",
            union(
                *(
                    box(0.15 * w, 0.014 * w, 0.03 * w).move(0.345 * w, y - 0.16 * h - 0.035 * w * k, z / 2 - 0.035 * w)
                    for k in range(5)
                )
            ),
            "grille",
        )
        d.add(
            "back",
            extrude(rounded_rectangle(0.7 * w, 0.7 * h, 0.08 * w), 0.2 * w, taper=1.2, bevel=0).move(
                0, y, -z / 2 - 0.06 * w
            ),
            "case",
        )
        if v.legs:
            for k, (x, q) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
                d.add(
                    f"leg_{k + 1}",
                    sweep(
                        [(x * 0.44 * w, 0, q * 0.44 * z), (x * 0.34 * w, legs + 0.02 * w, q * 0.34 * z)],
                        [0.014 * w, 0.026 * w],
                    ),
                    "wood",
                    group="legs",
                )
        else:
            d.add(
                "feet",
                union(
                    *(
                        box(0.1 * w, 0.06 * w, 0.1 * w, 0.01 * w).move(x * 0.35 * w, 0.03 * w, q * 0.3 * z)
                        for x in (1, -1)
                        for q in (1, -1)
                    )
                ),
                "case",
            )
        if v.antenna:
            top = legs + h
            rods = [
                rod((0, top + 0.02 * w, 0), (s * 0.3 * w, top + 0.48 * w, -0.05 * w), radius=0.008 * w) for s in (1, -1)
            ]
            tips = [sphere(0.018 * w).move(s * 0.3 * w, top + 0.48 * w, -0.05 * w) for s in (1, -1)]
            d.add("antenna", union(sphere(0.09 * w, 0.06 * w, 0.09 * w).move(y=top), *rods, *tips), "knob")
        d.point("top", (0, legs + h, 0), size=w)
        return d
    w = v.width * (0.58 if v.kind == "monitor" else 1.0)
    h, t = v.ratio * w, v.thickness * (0.8 if v.kind == "monitor" else 1.0)
    lift = 0.24 * h if v.kind == "monitor" else 0.12 * h
    d = Draft(extent=w)
    y = lift + h / 2
    b = v.bezel * w
    d.add(
        "case",
        union(
            slab(w, h, 0.6 * t, 0.012 * w, 0.15 * t),
            slab(0.7 * w, 0.6 * h, 0.8 * t, 0.05 * w, 0.3 * t).move(0, -0.08 * h, -0.5 * t),
        ).move(y=y),
        "case",
    )
    d.add("screen", box(w - 2 * b, h - 2.4 * b, 0.012).move(0, y + 0.2 * b, 0.3 * t - 0.003), "screen")
    if v.windows:
        if v.kind == "monitor":
            d.add(
                "content",
                windows(w - 2.1 * b, h - 2.5 * b, 0.006, v.windows).move(0, y + 0.2 * b, 0.3 * t + 0.002),
                "content",
            )
        else:
            hills = [
                (-0.47 * w, -0.4 * h),
                (0.47 * w, -0.4 * h),
                (0.47 * w, -0.1 * h),
                (0.3 * w, 0.02 * h),
                (0.12 * w, -0.16 * h),
                (-0.1 * w, 0.18 * h),
                (-0.3 * w, -0.12 * h),
                (-0.47 * w, -0.02 * h),
            ]
            d.add(
                "content",
                union(
                    extrude([(0.98 * x, 0.97 * q) for x, q in hills], 0.006),
                    cylinder(0.07 * w, 0.006).rotate(x=90).move(0.25 * w, 0.24 * h, 0),
                ).move(0, y + 0.2 * b, 0.3 * t + 0.002),
                "content",
            )
    d.add("light", box(0.012 * w, 0.006 * w, 0.008).move(0.4 * w, y - h / 2 + 0.5 * b, 0.3 * t), "knob")
    if v.stand == "feet" and v.kind == "flat":
        for s, name in ((1, "foot_left"), (-1, "foot_right")):
            d.add(
                name,
                union(
                    rod(
                        (s * 0.34 * w, lift + 0.04 * h, -0.1 * t), (s * 0.36 * w, 0.012 * w, 0.12 * w), radius=0.012 * w
                    ),
                    rod(
                        (s * 0.34 * w, lift + 0.04 * h, -0.1 * t),
                        (s * 0.36 * w, 0.012 * w, -0.12 * w),
                        radius=0.012 * w,
                    ),
                ),
                "metal",
                group="stand",
            )
    else:
        plate = (
            cylinder(0.2 * w, 0.02 * w, bevel=0.006 * w)
            if v.stand == "column"
            else box(0.45 * w, 0.02 * w, 0.22 * w, 0.006 * w)
        )
        d.add(
            "stand",
            union(
                plate.move(y=0.01 * w),
                box(0.09 * w, lift + 0.2 * h, 0.03 * w, 0.006 * w).move(0, (lift + 0.2 * h) / 2, -0.9 * t),
            ),
            "metal",
        )
    if v.soundbar and v.kind == "flat":
        d.add(
            "soundbar",
            union(
                extrude(rounded_rectangle(0.06 * w, 0.055 * w, 0.02 * w), 0.6 * w)
                .rotate(y=90)
                .move(0, 0.03 * w, 0.1 * w),
                box(0.05 * w, 0.02 * w, 0.25 * w).move(0, 0.012 * w, 0.02 * w),
                box(0.03 * w, lift, 0.03 * w).move(0, 0.55 * lift, 0),
            ),
            "case",
        )
    d.point("top", (0, lift + h, 0), size=w)
    return d
