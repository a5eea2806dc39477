"""The kinds of pattern: each a function of places in units of its features. `patterns` scales and mixes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from maquette.shapes.material import PatternKind
from maquette.shapes.noise_tile import cell_hash, noise, noise_value
from maquette.texture.appearance import Floats

Ints = NDArray[np.int32]


class Spot:
    """What a pattern sees: n places.

    Attributes:
        p: `(n, 3)` in features: metres over the pattern's scale, shifted by the part. In Fortran order, as all rows of three here: numpy
            then works on n numbers in a row and not on three.
        n: `(n, 3)` unit normals.
        seed: `(n,)` number of the part.
        along_x, along_y: `(n,)` whether the surface faces x, or y, most.
        u, v: `(n,)` the same places on the plane that the surface faces most; v points up on walls.
    """

    def __init__(self, p: Floats, n: Floats, seed: Ints) -> None:
        self.p, self.n, self.seed = p, n, seed

    @cached_property
    def along_x(self) -> NDArray[np.bool_]:
        x, y, z = np.abs(self.n.T)
        return np.asarray((x >= np.float32(1.05) * y) & (x >= z))

    @cached_property
    def along_y(self) -> NDArray[np.bool_]:
        _, y, z = np.abs(self.n.T)
        return np.asarray((np.float32(1.05) * y >= z) & ~self.along_x)

    @cached_property
    def u(self) -> Floats:
        return np.where(self.along_x, self.p[:, 2], self.p[:, 0])

    @cached_property
    def v(self) -> Floats:
        return np.where(self.along_y, self.p[:, 2], self.p[:, 1])


@dataclass(frozen=True, eq=False)
class Look:
    """What a pattern says: share of the second colour, brightness, roughness added, slope of the surface (n, 3), and rust or the like."""

    share: Floats
    bright: Floats | float = 1.0
    rough: Floats | float = 0.0
    slope: Floats | None = None
    metal: Floats | None = None


Pattern = Callable[[Spot], Look]


def _in_space(s: Spot, du: Floats, dv: Floats | float) -> Floats:
    """Slopes along u and v as vectors `(n, 3)`."""
    out = np.empty((3, len(du)), np.float32)
    zero = np.float32(0)
    out[0] = np.where(s.along_x, zero, du)
    out[1] = np.where(s.along_y, zero, dv)
    out[2] = np.where(s.along_x, du, np.where(s.along_y, dv, zero))
    return out.T


def _raised(s: Spot, height: Callable[[Floats, Floats], Floats], step: float = 0.03) -> Floats:
    """Slope of a relief over (u, v), by differences."""
    h = height(s.u, s.v)
    return _in_space(
        s,
        (height(s.u + np.float32(step), s.v) - h) / np.float32(step),
        (height(s.u, s.v + np.float32(step)) - h) / np.float32(step),
    )


def _edge(x: Floats, width: float) -> Floats:
    """1 inside a unit cell, falling to 0 within `width` of its border."""
    f = x - np.floor(x)
    return np.asarray(np.clip(np.minimum(f, 1 - f) / np.float32(width), 0, 1))


def _plain_noise(s: Spot) -> Look:
    h, g = noise(s.p)
    return Look(0.5 + 0.5 * h, slope=0.25 * g)


def _smooth_noise(s: Spot) -> Look:
    h, g = noise(s.p)
    return Look(0.35 + 0.4 * h, slope=0.06 * g)


def _wood(s: Spot) -> Look:
    p = s.p * np.array([1, 0.16, 1], np.float32)
    h = noise_value(p)
    rings = np.sin((p[:, 0] * 2.1 + p[:, 2] * 2.7 + 2.6 * h) * np.float32(2.2))
    fine, fg = noise(s.p * np.array([5, 0.35, 5], np.float32))
    slope: Floats = np.asarray(fg * np.array([5, 0.35, 5], np.float32) * np.float32(0.035), np.float32)
    return Look(0.42 + 0.34 * rings + 0.3 * fine, bright=1 + 0.12 * h, rough=0.06 * fine, slope=slope)


def _planks(s: Spot) -> Look:
    board = np.floor(s.u)
    tint = cell_hash(board, board * 0, s.seed)
    grain, g = noise(np.stack([s.u * 3, s.v * np.float32(0.22) + tint * 40, tint * 60], axis=1))
    gap = _edge(s.u, 0.05)
    across: Floats = np.asarray(0.04 * g[:, 0], np.float32)
    slope = _raised(s, lambda u, v: _edge(u, 0.06) * np.float32(0.05)) + _in_space(s, across, 0.0)
    return Look(
        0.4 + 0.35 * grain + 0.5 * (tint - 0.5) + 0.6 * (1 - gap),
        bright=0.45 + 0.55 * gap,
        rough=0.05 * grain,
        slope=slope,
    )


def _bark(s: Spot) -> Look:
    k = np.array([1, 0.25, 1], np.float32)
    h, g = noise(s.p * k)
    ridge = 1 - np.abs(h) * np.float32(1.6)
    return Look(1 - ridge, bright=0.75 + 0.3 * ridge, slope=np.asarray(-1.1 * np.sign(h)[:, None] * g * k, np.float32))


def _brick(s: Spot) -> Look:
    row = np.floor(s.v * 2.4)
    column = np.floor(s.u + 0.5 * np.mod(row, 2))
    tint = cell_hash(row, column, s.seed)

    def body(u: Floats, v: Floats) -> Floats:
        r = np.floor(v * 2.4)
        return np.minimum(_edge(u + 0.5 * np.mod(r, 2), 0.07), _edge(v * np.float32(2.4), 0.16))

    inside = body(s.u, s.v)
    h, g = noise(s.p * np.float32(3))
    return Look(
        1 - np.clip(inside * 1.6, 0, 1),
        bright=0.82 + 0.3 * tint + 0.1 * h,
        slope=_raised(s, lambda u, v: 0.06 * body(u, v), 0.02) + 0.12 * g,
    )


def _tiles(s: Spot) -> Look:
    row = np.floor(s.v * 1.3)
    column = np.floor(s.u + 0.5 * np.mod(row, 2))
    tint = cell_hash(row, column, s.seed)

    def lap(u: Floats, v: Floats) -> Floats:
        r = np.floor(v * np.float32(1.3))
        f = v * np.float32(1.3) - r
        x = u + np.float32(0.5) * np.mod(r, 2)
        return np.asarray(0.16 * (1 - f) * (0.7 + 0.3 * np.sin(np.pi * (x - np.floor(x)))))

    f = s.v * np.float32(1.3) - row
    shadow = np.clip((f - 0.82) * 5, 0, 1)
    return Look(0.5 * shadow + 0.3 * tint, bright=0.8 + 0.3 * tint - 0.3 * shadow, slope=_raised(s, lap, 0.03))


def _stone(s: Spot) -> Look:
    h, g = noise(s.p)
    fine, fg = noise(s.p * np.float32(3.1))
    return Look(0.45 + 0.4 * h + 0.25 * fine, bright=1 + 0.12 * fine, slope=0.35 * g + 0.5 * fg)


def _marble(s: Spot) -> Look:
    h = noise_value(s.p * np.float32(0.8))
    vein = 1 - np.abs(np.sin((s.p[:, 0] + 0.7 * s.p[:, 1] + 0.4 * s.p[:, 2] + 2.2 * h) * np.float32(1.3)))
    return Look(vein**5 * 1.1 + 0.12 * (0.5 + 0.5 * h))


def _concrete(s: Spot) -> Look:
    h = noise_value(s.p)
    fine, fg = noise(s.p * np.float32(5))
    return Look(0.3 + 0.35 * h + 0.2 * fine, slope=0.3 * fg)


def _metal(s: Spot) -> Look:
    h, g = noise(s.p)
    return Look(0.3 + 0.35 * h, rough=0.07 * h, slope=0.03 * g)


def _brushed(s: Spot) -> Look:
    k = np.array([0.25, 4, 0.25], np.float32)
    h, g = noise(s.p * k)
    return Look(0.35 + 0.4 * h, rough=0.06 * h, slope=0.02 * g * k)


def _panels(s: Spot) -> Look:
    row = np.floor(s.v)
    u = s.u * np.float32(0.62) + cell_hash(row, row * 0, s.seed) * np.float32(0.9)
    tint = cell_hash(row, np.floor(u), s.seed)

    def plate(a: Floats, b: Floats) -> Floats:
        r = np.floor(b)
        return np.minimum(
            _edge(a * np.float32(0.62) + cell_hash(r, r * 0, s.seed) * np.float32(0.9), 0.03), _edge(b, 0.045)
        )

    inside = plate(s.u, s.v)
    h = noise_value(s.p * np.float32(0.7))
    return Look(
        0.5 * tint + 0.2 * h + (1 - inside),
        bright=0.5 + 0.5 * inside,
        rough=0.08 * (tint - 0.5),
        slope=_raised(s, lambda a, b: 0.035 * plate(a, b), 0.02),
    )


def _rust(s: Spot) -> Look:
    h, g = noise(s.p)
    fine, fg = noise(s.p * np.float32(4))
    flakes = np.clip((h + 0.4 * fine) * 2 + 0.5, 0, 1).astype(np.float32)
    return Look(1 - flakes, bright=1 + 0.25 * fine, slope=0.3 * g + 0.4 * fg, metal=1 - 0.9 * flakes)


def _fabric(s: Spot) -> Look:
    def weave(u: Floats, v: Floats) -> Floats:
        over = np.mod(np.floor(u) + np.floor(v), 2)
        return np.asarray(0.16 * np.where(over > 0, np.abs(np.sin(np.pi * v)), np.abs(np.sin(np.pi * u))))

    h = noise_value(s.p * np.float32(0.12))
    return Look(0.4 + 0.3 * h - weave(s.u, s.v), bright=1 + 0.1 * h, slope=_raised(s, weave, 0.08))


def _knit(s: Spot) -> Look:
    def stitch(u: Floats, v: Floats) -> Floats:
        f = u - np.floor(u)
        return np.asarray(0.2 * np.abs(np.sin(np.pi * (v + np.abs(f - 0.5)))) * np.sin(np.pi * f) ** 0.5)

    h = stitch(s.u, s.v)
    return Look(0.7 - 4 * h, slope=_raised(s, stitch, 0.08))


def _leather(s: Spot) -> Look:
    h, g = noise(s.p)
    wide = noise_value(s.p * np.float32(0.08))
    return Look(0.4 + 0.25 * wide + 0.2 * h, bright=1 + 0.12 * wide, rough=0.05 * wide, slope=0.3 * g)


def _leaf(s: Spot) -> Look:
    h, g = noise(s.p)
    wide = noise_value(s.p * np.float32(0.25))
    return Look(0.35 + 0.35 * wide + 0.3 * h, bright=1 + 0.18 * h, slope=0.5 * g)


def _strands(fine: float, strength: float) -> Pattern:
    def pattern(s: Spot) -> Look:
        k = np.array([1.6, 0.3, 1.6], np.float32) * np.float32(fine)
        h, g = noise(s.p * k)
        wide = noise_value(s.p * np.float32(0.2))
        return Look(0.4 + 0.45 * h + 0.25 * wide, bright=1 + 0.15 * h, slope=strength * g * k)

    return pattern


def _scales(s: Spot) -> Look:
    def scale(u: Floats, v: Floats) -> Floats:
        r = np.floor(v * np.float32(1.6))
        x = u + 0.5 * np.mod(r, 2)
        x = x - np.floor(x) - 0.5
        y = v * np.float32(1.6) - r
        return np.asarray(0.28 * np.clip(1 - (4 * x * x + (1 - y) ** 2 * 0.9), 0, 1) ** 0.5)

    h = scale(s.u, s.v)
    tint = cell_hash(np.floor(s.v * np.float32(1.6)), np.floor(s.u), s.seed)
    return Look(1 - 4 * h, bright=0.85 + 0.3 * tint, slope=_raised(s, scale, 0.04))


def _spots(s: Spot) -> Look:
    h, g = noise(s.p * np.float32(0.9))
    return Look(np.clip((h - 0.12) * 9, 0, 1), slope=0.03 * g)


def _stripes(s: Spot) -> Look:
    h = noise_value(s.p * np.float32(0.6))
    wave = np.sin((s.p[:, 2] + 0.25 * s.p[:, 1] + 0.45 * h) * np.float32(2 * np.pi))
    return Look(np.clip(wave * 4 + 0.2, 0, 1))


def _checker(s: Spot) -> Look:
    return Look(np.mod(np.floor(s.u) + np.floor(s.v), 2).astype(np.float32))


def _gradient(s: Spot) -> Look:
    h = noise_value(s.p * np.float32(4))
    return Look(0.5 + 0.5 * np.sin(s.p[:, 1] * np.float32(3)) + 0.12 * h)


def _ice(s: Spot) -> Look:
    h, g = noise(s.p)
    crack = np.clip(1 - np.abs(h) * 9, 0, 1)
    return Look(0.3 - 0.3 * h - 0.6 * crack, bright=1 + 0.15 * crack, rough=0.2 * crack, slope=0.12 * g)


def _crystal(s: Spot) -> Look:
    h, g = noise(s.p * np.float32(0.7))
    return Look(0.5 - 0.6 * h, bright=1 + 0.25 * h, slope=0.05 * g)


PATTERNS: dict[PatternKind, Pattern] = {
    "noise": _plain_noise,
    "wood": _wood,
    "planks": _planks,
    "bark": _bark,
    "brick": _brick,
    "tiles": _tiles,
    "stone": _stone,
    "marble": _marble,
    "concrete": _concrete,
    "metal": _metal,
    "brushed": _brushed,
    "panels": _panels,
    "rust": _rust,
    "fabric": _fabric,
    "knit": _knit,
    "leather": _leather,
    "leaf": _leaf,
    "grass": _strands(1.6, 0.35),
    "fur": _strands(1.4, 0.3),
    "feathers": _strands(0.8, 0.25),
    "scales": _scales,
    "skin": _smooth_noise,
    "spots": _spots,
    "stripes": _stripes,
    "checker": _checker,
    "gradient": _gradient,
    "ice": _ice,
    "crystal": _crystal,
    "plastic": _smooth_noise,
}
