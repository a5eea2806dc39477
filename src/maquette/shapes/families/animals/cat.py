"""Cats."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.coat import stripes
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "cat",
    "animal",
    nouns={"kitten": {"height": 0.16, "head": 1.35}, "kitty": {}, "tabby": {"stripes": True}, "house cat": {}, "black cat": {"stripes": False}, "tomcat": {"build": 1.25}, "siamese": {"build": 0.85, "socks": True}},
    parameters=(
        Real("height", 0.25, 0.15, 0.34, about="of the withers"), Real("length", 1.35, 1.15, 1.55, unit=""), Real("build", 1.0, 0.8, 1.3, unit=""), Real("head", 1.0, 0.9, 1.35, unit=""),
        Real("tail_length", 0.26, 0.15, 0.36), Choice("tail", ("raised", "low", "curled")), Flag("stripes", 0.4), Flag("socks", 0.4), Flag("collar", 0.35), Flag("whiskers", 0.85),
    ),
    slots={
        "fur": ("fur:#c07a3a", "fur:#6d6a68", "fur:#2a2727", "fur:#d9c6a5", "fur:#8a6a4c"), "belly": ("fur:#f2e8d8",), "stripes": ("fur:#4a3325", "fur:#3a302a"), "ear": ("skin:#d99a92",),
        "collar": ("fabric:#c2322d", "fabric:#3a7ac2", "fabric:#7a3aa8"), "tag": ("gold",), "whiskers": ("paint:#f4f0e8",),
    } | HAIR_SLOTS | {"eyes": ("paint:#6fae3a", "paint:#d6a52a", "paint:#58a6c9"), "nose": ("paint:#c66f72", "paint:#3a2528")},
    words={"collar": {"collar": True}, "whiskers": {"whiskers": True}, "striped": {"stripes": True}, "stripes": {"stripes": True}, "socks": {"socks": True}},
    paints={"coat": "fur", "chest": "belly", "paws": "belly"},
    height=(0.15, 0.9),
)  # fmt: skip
def cat(v: Values) -> Draft:
    """A slender trunk, a round head with upright ears, slit pupils, whiskers and a long tail."""
    h, w = v.height, v.build
    b = Build(
        height=h, length=h * v.length, chest=0.24 * h * w, belly=0.22 * h * w, rump=0.235 * h * w, leg=0.085 * h * w, shin=0.06 * h, foot=0.08 * h, stance=0.16 * h * w, knees=0.9, rear=1.0,
    )  # fmt: skip
    m = Muzzle(reach=1.12, drop=0.34, root=0.5, tip=0.34, wide=0.2, cheeks=0.44, chin=0.2, skull=1.12)
    a = Beast(v, b, m, 0.205 * h * v.head, (0.34 * h, 52, 0.17 * h * w, 0.13 * h), pitch=4, extent=h * v.length * 1.4)
    t = v.tail_length
    a.tail(
        {"raised": arc(30, 110, t, 7), "low": arc(-50, 20, t, 7), "curled": arc(10, 250, 1.1 * t, 9)}[v.tail],
        [0.055 * h] * (9 if v.tail == "curled" else 7),
        drop=0.1,
    )
    d, hd = a.d, a.head
    f.ears(d, hd, "pointed", (0.62, 0.66, -0.05), 0.95 * hd.size, 0.95 * hd.size, lean=18, yaw=14, inner="ear")
    a.eyes(0.27, 33, 14, out=0.55, forward=0.6, pupil=0.5, slit=True, white=None)
    a.nose(0.15, 0.11, up=0.75)
    a.mouth(half=75, elevation=-36, smile=16, back=0.15, thick=0.035)
    if v.whiskers:
        hairs: list[Node] = []
        for up in (-0.12, 0.02, 0.16):
            root = hd(0.28, -0.36 + 0.5 * up, 0.95)
            hairs.append(
                sweep(
                    [root, add(root, ((0.9) * hd.size, (0.6 * up) * hd.size, -0.15 * hd.size))], [0.03 * hd.size, 0.02 * hd.size], sides=6
                )
            )
        d.add("whiskers", union(*hairs).mirrored(), "whiskers", group="head")
    if v.stripes:
        a.marking("stripes", stripes(b, hd, 7, 0.055), "stripes")
    if v.socks:
        low = (
            box(2, 0.22 * h, 2).move(y=0.11 * h)
            + sphere(0.72 * hd.size).move(*hd(0, -0.65, 0.95))
            + sphere(0.9 * b.chest).move(0, b.front[1] - 0.45 * b.chest, b.front[2] + 0.85 * b.chest)
        )
        a.marking("belly", low, "belly")
    if v.collar:
        a.collar(0.5, 0.22)
    a.skin("fur", "belly" if v.socks else "fur")
    return d
