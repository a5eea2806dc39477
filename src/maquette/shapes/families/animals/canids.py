"""Wolves and foxes."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.quadruped import Build, Muzzle, arc

MEASURES = (
    Real("length", 1.25, 1.1, 1.4, unit=""), Real("build", 1.0, 0.8, 1.25, unit=""), Real("snout", 1.0, 0.75, 1.25, unit=""), Real("ear_length", 1.2, 0.9, 1.6, unit=""), Real("tail_length", 1.0, 0.75, 1.3, unit=""),
    Choice("tail", ("low", "straight", "raised")), Flag("mask", 0.85, about="light cheeks and throat"), Flag("socks", 0.6),
)  # fmt: skip


def canid(v: Values, ruff: float, bush: float, face: float, ears: float, leg: float) -> Draft:
    """A lean trunk, a tapering muzzle, a bushy tail."""
    h, w = v.height, v.build
    b = Build(
        height=h, length=h * v.length, chest=0.225 * h * w, belly=0.18 * h * w, rump=0.185 * h * w, sag=-0.01 * h, leg=0.07 * h * w, shin=leg * h, foot=0.062 * h, stance=0.125 * h * w,
    )  # fmt: skip
    m = Muzzle(reach=1.0 + 1.1 * v.snout, drop=0.42, root=0.56, tip=0.27, cheeks=face, chin=0.16)
    a = Beast(v, b, m, 0.14 * h, (0.3 * h, 44, (0.15 + ruff) * h * w, 0.125 * h), pitch=10)
    t = 0.62 * h * v.tail_length
    r = bush * h
    a.tail(
        {"low": arc(-60, -20, t), "straight": arc(-20, 8, t), "raised": arc(15, 60, t)}[v.tail],
        [0.5 * r, 0.9 * r, 1.15 * r, 1.1 * r, 0.35 * r],
    )
    tip = a.d.limbs[0].joints[-1]
    d, hd = a.d, a.head
    f.ears(d, hd, "pointed", (0.58, 0.58, -0.2), ears * v.ear_length * hd.size, 0.8 * ears * hd.size, lean=14, yaw=10, inner="ear")
    a.eyes(0.2, 32, 22, out=0.55, forward=0.55, pupil=0.45, white=None)
    a.nose(0.17, 0.14)
    a.mouth(half=110, back=0.9 * v.snout, elevation=-26)
    region = sphere(0.55 * r + 0.14 * t).move(*tip)
    if v.mask:
        throat = sphere(0.95 * b.chest).move(0, b.front[1] - 0.25 * b.chest, b.front[2] + 0.9 * b.chest)
        jaw = hd.place(box(3 * hd.size, 1.2 * hd.size, 4.6 * hd.size), 0, -0.98, 1.1)
        region = union(region, throat, jaw)
    a.marking("belly", region, "belly")
    if v.socks:
        a.marking("socks", box(2, 0.3 * h, 3 * h).move(y=0.15 * h), "socks")
    a.skin("fur", "socks" if v.socks else "fur")
    return d


@family(
    "wolf", "animal", nouns={"grey wolf": {}, "coyote": {"build": 0.8}, "werewolf hound": {}, "jackal": {"build": 0.8, "ear_length": 1.6}, "dire wolf": {"height": 1.1, "build": 1.25}},
    parameters=(Real("height", 0.78, 0.6, 1.1, about="of the withers"), *MEASURES),
    slots={"fur": ("fur:#6f6b66", "fur:#8a8177", "fur:#3b3a3d", "fur:#d9d6cf"), "belly": ("fur:#cfc8ba", "fur:#e2dcd0"), "socks": ("fur:#a59c8c", "fur:#4a4642"), "ear": ("fur:#5a4a44",)} | HAIR_SLOTS | {"eyes": ("paint:#d9a31e", "paint:#9fc3d6", "paint:#c87f1a")},
    words={"socks": {"socks": True}, "mask": {"mask": True}}, paints={"coat": "fur", "paws": "socks", "chest": "belly"}, height=(0.6, 1.9),
)  # fmt: skip
def wolf(v: Values) -> Draft:
    """Deep chest and a thick ruff."""
    return canid(v, 0.05, 0.085, 0.5, 0.85, 0.042)


@family(
    "fox", "animal", nouns={"red fox": {}, "vixen": {}, "arctic fox": {"ear_length": 0.9}, "fennec": {"ear_length": 1.6, "height": 0.3}, "fox cub": {"height": 0.28}},
    parameters=(Real("height", 0.4, 0.27, 0.5, about="of the withers"), *MEASURES),
    slots={"fur": ("fur:#c8622a", "fur:#d4752e", "fur:#b5521f"), "belly": ("fur:#f4ece0",), "socks": ("fur:#2c2220",), "ear": ("fur:#33241f",)} | HAIR_SLOTS | {"eyes": ("paint:#b8741c", "paint:#8a5a16")},
    words={"socks": {"socks": True}, "mask": {"mask": True}}, paints={"coat": "fur", "paws": "socks", "chest": "belly"}, height=(0.28, 1.0),
)  # fmt: skip
def fox(v: Values) -> Draft:
    """Slim legs, large ears, a brush as long as the trunk."""
    return canid(v, 0.01, 0.13, 0.55, 1.15, 0.036)
