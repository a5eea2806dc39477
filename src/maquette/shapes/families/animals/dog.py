"""Dogs, of many breeds."""

from __future__ import annotations

from maquette.shapes.api import box, sphere
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "dog",
    "animal",
    nouns={
        "puppy": {"height": 0.28, "ears": "floppy", "snout": 0.55, "build": 1.2}, "hound": {"ears": "floppy"}, "doggy": {}, "pup": {"height": 0.28}, "labrador": {"ears": "floppy", "tail": "straight"},
        "beagle": {"height": 0.38, "ears": "floppy", "patches": True}, "german shepherd": {"height": 0.62, "ears": "pointed", "tail": "bushy", "snout": 1.15},
        "husky": {"ears": "pointed", "tail": "curled", "patches": True}, "corgi": {"height": 0.3, "legs": 0.5, "ears": "pointed", "build": 1.15}, "shiba": {"ears": "pointed", "tail": "curled", "height": 0.4},
        "dachshund": {"height": 0.24, "legs": 0.42, "length": 1.75, "ears": "floppy", "snout": 1.2}, "bulldog": {"height": 0.4, "snout": 0.35, "build": 1.4, "ears": "folded", "tail": "stub"},
        "pug": {"height": 0.3, "snout": 0.25, "build": 1.3, "ears": "folded", "tail": "curled"}, "greyhound": {"height": 0.72, "build": 0.75, "snout": 1.35, "ears": "folded", "tail": "straight"},
        "terrier": {"height": 0.36, "ears": "folded"}, "chihuahua": {"height": 0.22, "ears": "pointed", "build": 0.85, "snout": 0.6}, "dalmatian": {"spots": True, "ears": "floppy"},
        "poodle": {"ears": "floppy", "snout": 1.1}, "golden retriever": {"ears": "floppy", "tail": "bushy"}, "retriever": {"ears": "floppy", "tail": "bushy"},
    },
    parameters=(
        Real("height", 0.52, 0.22, 0.8, about="of the withers"),
        Real("length", 1.18, 1.0, 1.75, unit="", about="chest to rump, as a share of the height"),
        Real("build", 1.0, 0.75, 1.4, unit="", about="slim to stout"),
        Real("snout", 0.95, 0.25, 1.35, unit=""),
        Real("legs", 1.0, 0.42, 1.1, unit="", about="length of the legs"),
        Choice("ears", ("floppy", "pointed", "folded")),
        Choice("tail", ("straight", "curled", "bushy", "stub")),
        Flag("collar", 0.4), Flag("tongue", 0.4), Flag("patches", 0.35), Flag("spots", 0.08),
    ),
    slots={
        "fur": ("fur:#a8763e", "fur:#c79a5c", "fur:#5a3d28", "fur:#3a3533", "fur:#d8c7a8"), "belly": ("fur:#efe3cc", "fur:#e8d9bd"), "ear": ("fur:#7a4f30", "fur:#5e4030"),
        "collar": ("fabric:#c2322d", "fabric:#2d62b0", "leather"), "tag": ("gold", "brass"), "tongue": ("paint:#e0707c",), "spots": ("fur:#2a2522",),
    } | HAIR_SLOTS,
    words={"collar": {"collar": True}, "tongue": {"tongue": True}, "floppy": {"ears": "floppy"}, "spots": {"spots": True}, "spotted": {"spots": True}, "patches": {"patches": True}},
    paints={"coat": "fur", "body": "fur", "chest": "belly", "paws": "belly"},
    height=(0.25, 1.3),
)  # fmt: skip
def dog(v: Values) -> Draft:
    """A trunk on bent legs, a head with a wet nose; breeds differ by ears, snout, tail, legs and stoutness."""
    k, w = v.height / 0.52, v.build
    leg = 1 - 0.38 * (1 - v.legs)
    chest = 0.118 * k * w * (1 + 0.25 * (1 - v.legs))
    b = Build(
        height=v.height * leg, length=v.height * v.length * (1 + 0.1 * (1 - v.legs)), chest=chest, belly=0.72 * chest, rump=0.74 * chest, sag=-0.08 * chest, leg=0.043 * k * w, shin=0.026 * k * w ** 0.7,
        foot=0.037 * k * w ** 0.5, stance=0.074 * k * w, rear=0.98, knees=0.5 + 0.5 * v.legs,
    )  # fmt: skip
    size = 0.086 * k * (0.8 + 0.2 * w) * (1.35 if v.height < 0.33 else 1.0)
    m = Muzzle(
        reach=1.0 + 1.05 * v.snout,
        drop=0.32,
        root=0.58,
        tip=0.42 if v.snout > 0.5 else 0.5,
        wide=0.06 + 0.12 * max(0, 0.7 - v.snout),
        cheeks=0.42,
        chin=0.2,
    )
    a = Beast(v, b, m, size, (0.17 * k, 56, 0.092 * k * w, 0.066 * k * w), pitch=12)
    length = 0.3 * k
    shape = {
        "straight": (arc(20, 50, length), [0.024 * k, 0.022 * k, 0.018 * k, 0.014 * k, 0.01 * k]),
        "curled": (arc(60, 300, 1.25 * length, 8), [0.026 * k] * 6 + [0.022 * k, 0.014 * k]),
        "bushy": (arc(-35, 10, 1.2 * length), [0.03 * k, 0.045 * k, 0.052 * k, 0.045 * k, 0.02 * k]),
        "stub": (arc(30, 50, 0.25 * length, 2), [0.028 * k, 0.022 * k]),
    }[v.tail]
    a.tail(*shape)
    d, h = a.d, a.head
    if v.ears == "floppy":
        f.floppy_ears(d, h, (0.72, 0.55, -0.15), 0.13 * k, 0.085 * k, slot="ear", out=0.16)
    elif v.ears == "pointed":
        f.ears(d, h, "pointed", (0.55, 0.6, -0.25), 1.15 * h.size, 0.95 * h.size, lean=16, yaw=12, inner="ear")
    else:
        f.ears(d, h, "pointed", (0.6, 0.62, -0.2), 1.05 * h.size, 0.85 * h.size, lean=25, yaw=20, slot="ear", inner=None, bend=115)
    a.eyes(0.2, 36, 24, out=0.6, forward=0.5, white=None)
    a.nose(0.24, 0.19)
    a.mouth(half=95, back=0.55 * v.snout)
    if v.tongue:
        at = f.on_skin(a.flesh, h, 0, -45, (0, -m.drop, m.reach - m.tip))
        d.add(
            "tongue",
            sphere(0.17 * h.size, 0.34 * h.size, 0.08 * h.size)
            .rotate(x=h.pitch - 25)
            .move(at[0], at[1] - 0.12 * h.size, at[2] - 0.02 * h.size),
            "tongue",
            group="head",
        )
    if v.patches:
        z = b.front[2]
        low = box(2, 0.9 * chest, 0.62 * b.length).move(0, b.front[1] - 0.95 * chest, z - 0.05 * b.length)
        a.marking(
            "belly",
            low + sphere(0.7 * h.size).move(*h(0, -0.62, 1.0 + 0.5 * v.snout)) + box(2, 0.24 * b.height, 2).move(y=0.12 * b.height),
            "belly",
        )
    if v.spots:
        a.spots(26, 0.12, 0.28)
    if v.collar:
        a.collar(0.42, 0.34)
    a.skin("fur", "belly" if v.patches else "fur")
    return d
