"""Human and humanlike heads: skull, nose, ears, eyes, brows, mouth, hair and beards, in units of half the head's height."""

from __future__ import annotations

from dataclasses import dataclass

from maquette.shapes.api import sweep, union
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Point3, add, toward
from maquette.shapes.sub.humanoid import Human

HAIR = ("fur:#3a2618", "fur:#1d1a1b", "fur:#8a5a2c", "fur:#d9b25c", "fur:#a83f1e")
FACE_SLOTS = {
    "eyes": ("paint:#5a3a1e", "paint:#2f6f9c", "paint:#4a7a3a", "paint:#33261c"),
    "white": f.WHITE,
    "pupil": f.BLACK,
    "glint": ("porcelain:#ffffff",),
    "lips": ("skin:#b8605a", "skin:#a85650"),
    "brows": ("fur:#2c1d14",),
}
HAIR_STYLES = ("short", "long", "ponytail", "bun", "curly", "spiky", "bald", "bob")
BEARDS = ("none", "full", "long", "moustache", "goatee")


@dataclass(frozen=True)
class Look:
    """A face. `ears`: "round", "pointed" or "none"; `nose`, `jaw`, `chin`, `brow`: sizes, 1 is usual; `eye`: radius;
    `frown` > 0 angry, < 0 kind; `smile` of the mouth.
    """

    ears: str = "round"
    ear_length: float = 1.0
    nose: float = 1.0
    jaw: float = 1.0
    brow: float = 1.0
    eye: float = 0.165
    frown: float = 0.0
    smile: float = 0.6
    lip: float = 0.04
    chin: float = 1.0


def ears_of(style: str) -> str:
    """Whether this hair leaves the ears free."""
    return "round" if style in ("short", "ponytail", "bun", "bald", "spiky") else "none"


def skull(man: Human, look: Look) -> None:
    """Bones of the head in the man's skin."""
    h, s, flesh = man.head, man.head_size, man.skin
    flesh.ball(h(0, 0.24, -0.06), 0.74 * s)
    flesh.ball(h(0, 0.16, -0.18), 0.74 * s)
    flesh.chain([h(0, 0.1, 0.18), h(0, -0.42, 0.2 + 0.05 * look.jaw)], [0.6 * s, 0.46 * s * look.jaw])
    flesh.chain(
        [h(0.2 * look.jaw, -0.5, 0.2), h(0, -0.74, 0.36 + 0.1 * look.chin)],
        [0.3 * s * look.jaw, 0.2 * s * look.chin],
        both=True,
    )


def features(
    man: Human,
    look: Look,
    skin: str = "skin",
    brows: str | None = "brows",
    lips: str = "lips",
    white: str | None = "white",
) -> None:
    """What sits on the skin: nose, ears, eyes, brows, mouth."""
    h, s, d, flesh = man.head, man.head_size, man.d, man.skin
    big = 1.35 if man.v.style == "cartoon" else 1.0
    if look.nose:
        k = look.nose
        a, b = f.on_skin(flesh, h, 0, 6), f.on_skin(flesh, h, 0, -16)
        nose = Flesh(0.05 * s, 16)
        nose.chain([a, add(b, (0, 0, 0.12 * k), s)], [0.085 * s * k**0.5, 0.125 * s * k])
        nose.ball(add(b, (0.095 * k, -0.01, 0.02), s), 0.085 * s * k, both=True)
        d.add("nose", nose.node(), skin, group="head")
    if look.ears != "none":
        long = look.ears == "pointed"
        shell, inner = f.ear(
            "pointed" if long else "round",
            (0.62 if long else 0.42) * s * look.ear_length,
            (0.4 if long else 0.34) * s,
            0.4,
        )
        side = flesh.hit(h(4, 0.0, -0.12), h(0, 0.0, -0.12))
        at = add(side, (-0.04 * s, -0.16 * s, 0))
        lean = 62 if long else 14
        node = union(shell, inner).rotate(y=58).rotate(z=-lean).rotate(x=-10).move(*at)
        d.add("ears", node.mirrored(), skin, group="head")
    f.eyes(
        d,
        flesh,
        h,
        look.eye * s * big,
        25,
        1,
        forward=0.7,
        out=0.5,
        pupil=0.46,
        white=white,
        lids=skin,
        center=(0, 0, 0),
    )
    if brows:
        path = []
        for i, az in enumerate((12, 25, 40)):
            el = 22 * big**0.5 + (3 if i == 1 else 0) + look.frown * (9 * (i - 1))
            way = h.turn(toward(az, el))
            path.append(add(flesh.out(h(0, 0, 0), way, 4 * s), way, 0.01 * s))
        d.add(
            "brows",
            sweep(
                path, [0.055 * s * look.brow, 0.062 * s * look.brow, 0.035 * s * look.brow], round_ends=True, sides=6
            ).mirrored(),
            brows,
            group="head",
        )
    line = f.mouth_line(
        flesh,
        h,
        (0, -0.42, 0.1),
        half=34,
        elevation=-5 - 6 * look.smile,
        smile=11 * look.smile,
        thick=look.lip,
        points=7,
    )
    d.add("mouth", line, lips, group="head")


def hair(man: Human, style: str, slot: str = "hair") -> None:
    """A head of hair."""
    if style == "bald":
        return
    h, s = man.head, man.head_size
    m = Flesh(0.07 * s, 29)
    cap = 0.815 if style != "curly" else 0.8
    m.ball(h(0, 0.3, -0.15), cap * s)
    m.ball(h(0, 0.12, -0.3), 0.76 * s)
    m.chain([h(0.68, 0.3, 0.1), h(0.72, -0.12, -0.08)], [0.16 * s, 0.07 * s], both=True)
    m.chain([h(0.45, 0.72, 0.42), h(0.05, 0.8, 0.5), h(-0.5, 0.66, 0.4)], [0.2 * s, 0.26 * s, 0.18 * s])
    if style == "short":
        m.chain([h(-0.2, 0.92, 0.4), h(0.35, 0.86, 0.5)], [0.24 * s, 0.16 * s])
    elif style in ("long", "bob"):
        low = -1.9 if style == "long" else -0.62
        for x, z in ((0.7, 0.02), (0.68, -0.32), (0.42, -0.68), (0.12, -0.78)):
            m.chain(
                [
                    h(0.8 * x, 0.5, 0.8 * z),
                    h(1.1 * x, -0.2, 1.08 * z),
                    h((1.02 if style == "long" else 1.16) * x, low, 1.1 * z - 0.05),
                ],
                [0.3 * s, 0.24 * s, 0.13 * s if style == "long" else 0.2 * s],
                both=True,
            )
    elif style == "ponytail":
        m.chain(
            [h(0, 0.55, -0.85), h(0, 0.5, -1.15), h(0, -0.3, -1.3), h(0, -1.15, -1.12)],
            [0.2 * s, 0.22 * s, 0.27 * s, 0.07 * s],
        )
    elif style == "bun":
        m.ball(h(0, 0.98, -0.5), 0.36 * s)
        m.ball(h(0, 0.82, -0.4), 0.3 * s)
    elif style == "curly":
        rng = man.v.rng("curls")
        for i in range(30):
            az, el = (
                float(rng.uniform(75, 285)) if i % 2 else float(rng.uniform(-180, 180)),
                float(rng.uniform(-18, 70)) if i % 2 else float(rng.uniform(38, 88)),
            )
            m.ball(h(*add((0, 0.26, -0.16), toward(az, el), 0.8)), float(rng.uniform(0.19, 0.28)) * s)
    elif style == "spiky":
        for az, el in (
            (0, 62),
            (45, 58),
            (-45, 58),
            (90, 50),
            (-90, 50),
            (135, 38),
            (-135, 38),
            (180, 30),
            (180, 68),
            (20, 85),
        ):
            way = toward(az, el)
            tip = add(add((0, 0.3, -0.12), way, 1.28), (0, 0.1, -0.12 if abs(az) > 60 else 0.14))
            m.chain([h(*add((0, 0.26, -0.15), way, 0.6)), h(*tip)], [0.3 * s, 0.05 * s])
    man.d.add("hair", m.node(), slot, group="head")


def beard(man: Human, style: str, slot: str = "hair") -> None:
    """A beard, a moustache or both."""
    if style == "none":
        return
    h, s = man.head, man.head_size
    m = Flesh(0.05 * s, 26)
    if style in ("full", "long", "moustache"):
        m.chain(
            [_on(man, 0, -22, 0.03), _on(man, 17, -25, 0.03), _on(man, 30, -35, -0.01)],
            [0.085 * s, 0.09 * s, 0.05 * s],
            both=True,
        )
    if style in ("full", "long"):
        m.chain(
            [_on(man, 62, -8, -0.04), _on(man, 55, -28, -0.03), _on(man, 38, -44, -0.03), _on(man, 0, -50, 0.0)],
            [0.07 * s, 0.14 * s, 0.19 * s, 0.2 * s],
            both=True,
        )
        m.chain([h(0.3, -0.82, 0.3), h(0, -0.98, 0.45)], [0.2 * s, 0.2 * s], both=True)
    if style == "goatee":
        m.chain([_on(man, 0, -46, 0), h(0, -1.12, 0.52)], [0.15 * s, 0.07 * s])
    if style == "long":
        for x in (0.0, 0.26):
            m.chain(
                [h(x, -0.85, 0.42), h(0.8 * x, -1.5, 0.62), h(0.25 * x, -2.15, 0.6)],
                [0.24 * s, 0.21 * s, 0.06 * s],
                both=x > 0,
            )
    man.d.add("beard", m.node(), slot, group="head")


def _on(man: Human, azimuth: float, elevation: float, out: float) -> Point3:
    way = man.head.turn(toward(azimuth, elevation))
    return add(man.skin.out(man.head(0, 0, 0), way, 4 * man.head_size), way, out * man.head_size)
