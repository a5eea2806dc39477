"""Door: a door, or a window, in its frame."""

from __future__ import annotations

from maquette.shapes.api import box, cone, cylinder, extrude, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import arched


@family(
    "door",
    "building",
    nouns={
        "wooden door": {"kind": "planks"},
        "front door": {},
        "dungeon door": {"kind": "planks", "shape": "arched"},
        "castle door": {"kind": "planks", "shape": "arched"},
        "sci-fi door": {"kind": "metal"},
        "blast door": {"kind": "metal"},
        "trapdoor": {"kind": "planks"},
        "hobbit door": {"kind": "planks", "shape": "arched"},
        "window": {"kind": "window"},
        "stained glass window": {"kind": "window", "shape": "pointed"},
        "shuttered window": {"kind": "window", "shutters": True},
    },
    parameters=(
        Choice("kind", ("panels", "planks", "metal", "window")),
        Choice("shape", ("square", "arched", "pointed")),
        Real("width", 1.0, 0.85, 1.3),
        Real("height", 2.1, 1.9, 2.5),
        Real("depth", 0.2, 0.15, 0.3),
        Whole("panels", 4, 2, 6),
        Real("frame_width", 0.12, 0.09, 0.2),
        Flag("glass", 0.35),
        Flag("knocker", 0.4),
        Flag("steps", 0.4),
        Flag("lamp", 0.3),
        Flag("shutters", 0.4),
    ),
    slots={
        "door": ("paint:#8f2f28", "oak", "walnut", "paint:#2f5a4a", "paint:#2a4a78", "mahogany"),
        "frame": ("paint:#f0ece0", "walnut", "stone", "sandstone"),
        "metal": ("brass", "iron", "gold"),
        "glass": ("glass", "glow:#ffdf9a", "dark glass"),
        "stone": ("stone", "granite"),
        "lamp": ("glow:#ffd27a",),
        "steel": ("steel", "panels", "gunmetal"),
        "light": ("glow:#40c8ff", "glow:#ff6a3a"),
        "shutter": ("paint:#3f6a58", "walnut", "paint:#2f567f"),
    },
    words={
        "glass": {"glass": True},
        "knocker": {"knocker": True},
        "steps": {"steps": True},
        "lamp": {"lamp": True},
        "lantern": {"lamp": True},
        "shutters": {"shutters": True},
        "arched": {"shape": "arched"},
    },
    paints={"knob": "metal", "handle": "metal", "pane": "glass", "shutters": "shutter", "frame": "frame"},
    height=(1.1, 3.3),
)
def door(v: Values) -> Draft:
    """A door, or a window, in its frame."""
    k = v.kind
    w, h, t, f = v.width, v.height, v.depth, v.frame_width
    base = 0.26 if v.steps and k != "window" else 0.0
    if k == "window":
        h, base, w = 0.62 * h, 0.16, 1.05 * w
    d = Draft(extent=max(h + base + f, w))
    inner = (
        [(w / 2, 0.0), (w / 2, h), (-w / 2, h), (-w / 2, 0.0)]
        if v.shape == "square"
        else arched(w, h, v.shape == "pointed")
    )
    grow = 1 + 2 * f / w
    outer = [(x * grow, y * (1 + f / h)) for x, y in inner]
    d.add(
        "frame",
        extrude(outer, t, holes=[[(x * 0.985, y if y > 0 else -0.01) for x, y in inner]], bevel=0.0).move(y=base),
        "frame",
    )
    if k == "window":
        d.add("pane", extrude([(1.01 * x, y) for x, y in inner], 0.3 * t).move(y=base, z=-0.1 * t), "glass")
        bars = union(
            *(
                box(0.035, h, 0.5 * t).move(x=w * (-0.5 + (i + 1) / (v.panels // 2 + 1)), y=h / 2)
                for i in range(v.panels // 2)
            ),
            *(box(w, 0.035, 0.5 * t).move(y=h * (i + 1) / (v.panels // 2 + 2)) for i in range(v.panels // 2 + 1)),
        )
        d.add("bars", (bars & extrude(inner, 9)).move(y=base), "frame")
        d.add("sill", box(w + 3.4 * f, 0.09, t + 0.2, 0.015).move(y=base - 0.02, z=0.06), "frame")
        d.add("bracket", box(w + 1.6 * f, base - 0.03, t * 0.8, 0.01).move(y=(base - 0.03) / 2), "stone")
        if v.shutters and v.shape == "square":
            leafs = union(
                box(0.5 * w, h, 0.05, 0.01),
                *(box(0.42 * w, 0.03, 0.08).rotate(x=25).move(y=h * (-0.42 + 0.84 * i / 9)) for i in range(10)),
            )
            d.add("shutters", leafs.move(x=w / 2 + f + 0.24 * w, y=base + h / 2, z=0.3 * t).mirrored(), "shutter")
        d.point("top", (0, base + h + f, 0), size=w)
        return d
    leafd = extrude([(0.995 * x, y * 0.997 + 0.0) for x, y in inner], 0.45 * t).move(y=base + 0.005)
    if k == "metal":
        d.add("door", leafd - box(0.025, 2 * h, 9).move(y=h / 2), "steel")
        ribs = [
            box(0.42 * w, 0.06, 0.6 * t, 0.01).move(x=0.26 * w, y=base + h * (i + 0.7) / (v.panels + 1))
            for i in range(v.panels)
        ]
        d.add("ribs", union(*ribs).mirrored() & extrude([(0.97 * x, y) for x, y in inner], 9).move(y=base), "steel")
        d.add(
            "lights",
            union(
                box(0.05, 0.5, 0.4 * t).move(x=w / 2 + f / 2, y=base + 1.1, z=0.4 * t).mirrored(),
                box(0.4 * w, 0.04, 0.6 * t).move(y=base + 0.78 * h),
            ),
            "light",
        )
    elif k == "planks":
        n = 6
        seams = union(
            *(
                box(0.016, 3 * h, 0.12 * t).move(x=w * (-0.5 + i / n), z=s * 0.225 * t)
                for i in range(1, n)
                for s in (1, -1)
            )
        )
        d.add("door", leafd - seams, "door")
        straps = union(
            *(
                union(
                    box(0.72 * w, 0.075, 0.56 * t, 0.006).move(x=-0.1 * w),
                    cone(0.06, 0.14, 4).rotate(z=-90).move(x=0.3 * w),
                ).move(y=base + y * h)
                for y in (0.2, 0.7)
            ),
            *(
                sphere(0.018).move(x=-0.4 * w + 0.14 * i * w, y=base + y * h, z=0.29 * t)
                for i in range(5)
                for y in (0.2, 0.7)
            ),
        )
        d.add("straps", straps, "metal")
    else:
        cut = []
        rows = max(1, v.panels // 2)
        for i in range(rows):
            y, ph = (
                h * 0.06 + (0.88 * h if v.shape == "square" else 0.66 * h) * (i + 0.5) / rows,
                (0.88 * h if v.shape == "square" else 0.66 * h) / rows - 0.09,
            )
            cut += [(s * 0.225 * w, base + y, ph) for s in (1, -1)]
        hollow = union(*(box(0.34 * w, ph, 0.16 * t).move(x, y, s * 0.22 * t) for x, y, ph in cut for s in (1, -1)))
        d.add(
            "door",
            union(
                leafd - hollow,
                *(
                    box(0.26 * w, ph - 0.08, 0.42 * t, 0.012).move(x, y)
                    for x, y, ph in cut[: -2 if v.glass and rows > 1 else None]
                ),
            ),
            "door",
        )
        if v.glass and rows > 1:
            d.add("panes", union(*(box(0.35 * w, ph, 0.34 * t).move(x, y) for x, y, ph in cut[-2:])), "glass")
    d.add(
        "handle",
        union(
            sphere(0.04).move(z=0.34 * t + 0.03),
            cylinder(0.018, 0.12).rotate(x=90).move(z=0.26 * t),
            cylinder(0.045, 0.03).rotate(x=90).move(z=0.24 * t),
        ).move(x=0.39 * w, y=base + 0.47 * h),
        "metal",
    )
    if v.knocker and k != "metal":
        d.add(
            "knocker",
            union(
                torus(0.075, 0.017).rotate(x=90).move(y=-0.05, z=0.25 * t + 0.02),
                sphere(0.045, 0.045, 0.04).move(y=0.03, z=0.24 * t + 0.01),
            ).move(y=base + 0.66 * h),
            "metal",
        )
    d.add(
        "threshold", box(w + 2 * f + 0.03, 0.05, t * 1.25, 0.01).move(y=base + 0.015), "stone" if v.steps else "frame"
    )
    if base:
        d.add(
            "steps",
            union(
                box(w + 0.5, base, t + 0.5, 0.015).move(y=base / 2, z=0.2),
                box(w + 0.8, base / 2, t + 1.0, 0.015).move(y=base / 4, z=0.38),
            ),
            "stone",
        )
    if v.lamp:
        d.add("lamp", cylinder(0.06, 0.16, 0.075, sides=6).move(w / 2 + 0.5 * f, base + 0.78 * h, t / 2 + 0.09), "lamp")
        d.add(
            "lamp_hook",
            union(
                box(0.03, 0.03, 0.16).move(y=0.12, z=-0.03),
                cone(0.1, 0.07, 6).move(y=0.11),
                cylinder(0.03, 0.03).move(y=-0.08),
            ).move(w / 2 + 0.5 * f, base + 0.78 * h, t / 2 + 0.09),
            "metal",
        )
    d.point("top", (0, base + h + f, 0), size=w)
    return d
