"""Toolboxes."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.sidewise import side


@family(
    "toolbox",
    "tool",
    nouns={"tool box": {}, "tool chest": {"handle": "side"}, "carpenter's box": {"kind": "open"}, "tool case": {}},
    parameters=(
        Choice("kind", ("closed", "open", "gabled")),
        Real("width", 0.46, 0.36, 0.6),
        Real("height", 0.22, 0.17, 0.28),
        Real("depth", 0.22, 0.18, 0.28),
        Real("bevel", 0.012, 0.005, 0.02),
        Whole("latches", 2, 1, 3),
        Choice("handle", ("bar", "round", "side")),
        Flag("ribs", 0.5),
        Flag("tools", 0.7),
        Whole("tool_count", 4, 2, 6),
    ),
    slots={
        "box": ("paint:#b8281e", "paint:#1f4f8a", "plastic:#26282c", "paint:#d8a020", "planks"),
        "lid": ("plastic:#26282c", "paint:#b8281e", "paint:#e0a81c"),
        "handle": ("steel", "plastic:#26282c", "oak"),
        "latch": ("chrome", "steel", "brass"),
        "tool": ("chrome", "steel"),
        "grip": ("plastic:#e0a81c", "plastic:#c02a22", "oak"),
    },
    words={"open": {"kind": "open"}, "closed": {"kind": "closed"}, "tools": {"kind": "open", "tools": True}},
    paints={"body": "box", "latches": "latch"},
    height=(0.15, 0.45),
)
def toolbox(v: Values) -> Draft:
    """Front with latches toward +z."""
    w, h, q = v.width, v.height, v.depth
    d = Draft(extent=w)
    y = 0.6 * h if v.kind != "open" else 0.66 * h
    body = box(w, y, q, v.bevel).move(y=y / 2)
    if v.kind == "open":
        d.add("box", body - box(w - 0.03, y, q - 0.03).move(y=y / 2 + 0.02), "box")
        ends = extrude(
            [(-q / 2, 0.5 * y), (q / 2, 0.5 * y), (q / 2, y), (0.16 * q, 1.5 * h), (-0.16 * q, 1.5 * h), (-q / 2, y)],
            0.018,
            bevel=0.003,
        ).rotate(y=90)
        d.add("ends", union(ends.move(w / 2 - 0.009), ends.move(0.009 - w / 2)), "lid")
        d.add("handle", cylinder(0.016, w + 0.03, bevel=0.004).rotate(z=90).move(y=1.42 * h), "handle")
        if v.tools:
            rng = v.rng("tools")
            for i in range(v.tool_count):
                x = (-0.38 + 0.76 * (i + 0.5) / v.tool_count) * w
                z = float(rng.uniform(-0.22, 0.22)) * q
                up = float(rng.uniform(0.35, 0.6)) * h
                lean = float(rng.uniform(-0.04, 0.04))
                d.add(f"tool_{i + 1}", rod((x, 0.012, z), (x + 0.6 * lean, y, z), radius=0.008), "tool", group="tools")
                d.add(
                    f"tool_{i + 1}_grip",
                    sweep([(x + 0.55 * lean, 0.85 * y, z), (x + lean, y + up, z)], [0.013, 0.018], round_ends=True),
                    "grip",
                    group="tools",
                )
        top = 1.45 * h
    else:
        d.add("box", body, "box")
        if v.kind == "closed":
            d.add("lid", box(w + 0.012, h - y + 0.01, q + 0.012, v.bevel).move(y=(h + y) / 2 - 0.005), "lid")
        else:
            roof = side(
                [
                    (-q / 2 - 0.006, y - 0.01),
                    (q / 2 + 0.006, y - 0.01),
                    (q / 2 + 0.006, y + 0.04),
                    (0.2 * q, h),
                    (-0.2 * q, h),
                    (-q / 2 - 0.006, y + 0.04),
                ],
                w + 0.012,
                0.006,
            )
            d.add("lid", roof, "lid")
        k = 0.32 * w
        if v.handle == "side":
            d.add(
                "handle",
                union(
                    *(
                        rod(
                            (s * (w / 2 - 0.005), 0.4 * y, 0.3 * q),
                            (s * (w / 2 + 0.03), 0.42 * y, 0.24 * q),
                            (s * (w / 2 + 0.03), 0.42 * y, -0.24 * q),
                            (s * (w / 2 - 0.005), 0.4 * y, -0.3 * q),
                            radius=0.009,
                        )
                        for s in (1, -1)
                    )
                ),
                "handle",
            )
        elif v.handle == "round":
            d.add(
                "handle",
                rod(
                    (-k, h - 0.01, 0),
                    (-0.9 * k, h + 0.05, 0),
                    (0, h + 0.065, 0),
                    (0.9 * k, h + 0.05, 0),
                    (k, h - 0.01, 0),
                    radius=0.012,
                ),
                "handle",
            )
        else:
            d.add(
                "handle",
                union(
                    box(2 * k, 0.03, 0.034, 0.01).move(y=h + 0.05),
                    *(box(0.026, 0.07, 0.03, 0.006).move(s * (k - 0.02), h + 0.02, 0) for s in (1, -1)),
                ),
                "handle",
            )
        for i in range(v.latches):
            x = ((i + 0.5) / v.latches - 0.5) * 1.2 * w
            x = max(-0.4 * w, min(0.4 * w, x))
            d.add(
                f"latch_{i + 1}",
                union(
                    box(0.05, 0.075, 0.014, 0.004).move(x, y - 0.005, q / 2 + 0.006),
                    box(0.034, 0.03, 0.024, 0.005).move(x, y - 0.03, q / 2 + 0.006),
                ),
                "latch",
                group="latches",
            )
        if v.ribs:
            d.add(
                "ribs",
                union(
                    *(box(0.02, 0.8 * y, q + 0.014, 0.004).move(s * 0.44 * w, 0.45 * y, 0) for s in (1, -1)),
                    *(box(0.02, 0.8 * y, q + 0.014, 0.004).move(s * 0.25 * w, 0.45 * y, 0) for s in (1, -1)),
                ),
                "box",
            )
        top = h + 0.06
    d.point("grip", (0, top, 0), up=(1, 0, 0), size=0.03)
    d.point("top", (0, top, 0), size=w)
    return d
