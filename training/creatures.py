"""Soft shapes with a face and limbs: smooth unions of balls and bones, roughened, as closed meshes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

Rng = np.random.Generator
Floats = NDArray[np.float32]
Part = tuple[Floats, Floats, float, float, Floats]
"""From, to, radius there, radius here, scale of the axes."""

_CELLS = 56


def creature(rng: Rng) -> tuple[Floats, NDArray[np.int32]]:
    """Four-legged, standing, a bust, a lump of stuff, a tree."""
    kind = rng.choice(["beast", "person", "bust", "lump", "tree"], p=[0.3, 0.25, 0.15, 0.22, 0.08])
    parts = {"beast": _beast, "person": _person, "bust": _bust, "lump": _lump, "tree": _tree}[str(kind)](rng)
    return _skin(parts, rng, float(rng.uniform(0.02, 0.12)))


def _part(a: list[float], b: list[float], ra: float, rb: float, scale: list[float] | None = None) -> Part:
    return (np.float32(a), np.float32(b), ra, rb, np.float32(scale or [1, 1, 1]))


def _both(parts: list[Part]) -> list[Part]:
    flip = np.float32([-1, 1, 1])
    return parts + [(a * flip, b * flip, ra, rb, s) for a, b, ra, rb, s in parts]


def _beast(rng: Rng) -> list[Part]:
    u = rng.uniform
    fat, leg, length = u(0.18, 0.4), u(0.25, 0.7), u(0.5, 1.0)
    head, neck = u(0.15, 0.32), u(0.05, 0.5)
    thick = u(0.05, 0.13)
    body = [_part([0, 0, -length / 2], [0, u(-0.05, 0.1), length / 2], fat * u(0.8, 1.1), fat * u(0.8, 1.1))]
    top = [0.0, neck + u(0, 0.2), length / 2 + head + u(0, 0.3)]
    body += [_part([0, 0.05, length / 2], top, fat * 0.6, head * 0.7)]
    body += [_part(top, [0, top[1] - u(0, 0.15), top[2] + u(0.05, 0.4)], head, head * u(0.4, 0.9))]
    turn = u(-0.3, 0.3)
    limbs = [
        _part([fat * 0.6, -0.05, z], [fat * 0.7 + u(-0.1, 0.1), -fat - leg, z + u(-0.15, 0.15)], thick * 1.5, thick)
        for z in (-length / 2, length / 2)
    ]
    ear = u(0.03, 0.08)
    limbs.append(
        _part(
            [head * 0.6, top[1] + head * 0.6, top[2]],
            [head * u(0.6, 1.4), top[1] + head * u(1.0, 1.9), top[2] - 0.05],
            ear,
            ear,
        )
    )
    tail = u(0.02, 0.08)
    body.append(
        _part([0, 0.1, -length / 2 - fat * 0.7], [turn, u(-0.4, 0.7), -length / 2 - fat - u(0.1, 0.6)], tail, tail)
    )
    return body + _both(limbs)


def _person(rng: Rng) -> list[Part]:
    u = rng.uniform
    head, chest, leg = u(0.14, 0.4), u(0.14, 0.36), u(0.2, 0.7)
    thick = u(0.05, 0.12)
    body = [_part([0, 0, 0], [0, 0.5, 0], chest, chest * u(0.7, 1.2), [1, 1, u(0.6, 1)])]
    body += [_part([0, 0.55 + head + chest * 0.5, 0], [0, 0.5 + head + chest * 0.5, 0.05], head, head)]
    hand = [chest + u(0.1, 0.7), u(0.0, 0.8), u(-0.1, 0.4)]
    limbs = [
        _part([chest, 0.45, 0], hand, thick, thick * 0.9),
        _part([chest * 0.5, 0, 0], [chest * u(0.4, 0.9), -leg, u(-0.1, 0.1)], thick * 1.2, thick),
        _part([chest * 0.6, -leg, 0], [chest * 0.6, -leg, u(0.1, 0.3)], thick, thick),
    ]
    if rng.random() < 0.5:
        limbs.append(_part([head * 0.7, 0.6 + head * 2, 0], [head, 0.6 + head * u(2.2, 3), 0], 0.06, u(0.03, 0.08)))
    return body + _both(limbs)


def _bust(rng: Rng) -> list[Part]:
    u = rng.uniform
    wide = u(0.35, 0.7)
    return [
        _part([0, 0.35, 0], [0, 0.65, 0.05], u(0.24, 0.32), u(0.26, 0.36), [0.85, 1, 1]),
        _part([0, 0.45, 0.28], [0, 0.35, 0.34], 0.05, 0.08),
        _part([0, -0.2, -0.05], [0, 0.3, 0], 0.17, 0.16),
        _part([-wide, -0.5, -0.05], [wide, -0.5, -0.05], 0.22, 0.22),
        _part([0, -0.7, 0], [0, -0.3, 0], u(0.25, 0.4), 0.3, [1.2, 1, 0.7]),
    ][: int(rng.choice([2, 3, 5, 5]))]


def _lump(rng: Rng) -> list[Part]:
    parts: list[Part] = []
    at = np.zeros(3, np.float32)
    for _ in range(int(rng.integers(2, 9))):
        to = (at + rng.normal(0, 0.35, 3)).astype(np.float32)
        r = float(rng.uniform(0.08, 0.35))
        parts.append((at, to, r, float(r * rng.uniform(0.5, 1.2)), rng.uniform(0.7, 1, 3).astype(np.float32)))
        if rng.random() < 0.7:
            at = to
    return parts


def _tree(rng: Rng) -> list[Part]:
    u = rng.uniform
    tall = u(0.4, 1.0)
    parts = [_part([0, 0, 0], [u(-0.1, 0.1), tall, u(-0.1, 0.1)], u(0.06, 0.12), 0.05)]
    for _ in range(int(rng.integers(1, 7))):
        x, y, z = rng.normal(0, 0.2, 3)
        parts.append(_part([x, tall + y, z], [x, tall + y + 0.1, z], u(0.2, 0.45), u(0.1, 0.4)))
    return parts


def _skin(parts: list[Part], rng: Rng, blend: float) -> tuple[Floats, NDArray[np.int32]]:
    low = np.min([np.minimum(a - ra, b - rb) for a, b, ra, rb, _ in parts], axis=0) - 0.15
    high = np.max([np.maximum(a + ra, b + rb) for a, b, ra, rb, _ in parts], axis=0) + 0.15
    cell = float((high - low).max()) / _CELLS
    axes = [np.arange(low[k], high[k] + cell, cell, dtype=np.float32) for k in range(3)]
    p = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    field = np.zeros(p.shape[:3], np.float32)
    for a, b, ra, rb, scale in parts:
        axis = b - a
        t = np.clip(((p - a) @ axis) / max(float(axis @ axis), 1e-9), 0, 1)
        away = (p - a - t[..., None] * axis) / scale
        distance = np.sqrt((away * away).sum(-1)) - (ra + (rb - ra) * t)
        field += np.exp(np.minimum(-distance / np.float32(blend * 0.35), 40)).astype(np.float32)
    solid = np.log(np.maximum(field, 1e-30)) * np.float32(blend * 0.35)
    for octave in range(int(rng.integers(0, 4))):
        wave = rng.normal(0, 5 * 2**octave, (3, 3)).astype(np.float32)
        amount = rng.uniform(0, 0.03) / 1.6**octave
        solid += np.float32(amount) * np.sin(p @ wave + rng.uniform(0, 6, 3).astype(np.float32)).sum(-1)
    solid[[0, -1]] = solid[:, [0, -1]] = solid[:, :, [0, -1]] = -1.0
    if not (solid > 0).any():
        return np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32)
    v, f, _, _ = marching_cubes(solid, 0.0)  # type: ignore[no-untyped-call]
    a, b, c = (v[f[:, k]] for k in range(3))
    if np.einsum("ij,ij->", a, np.cross(b, c)) < 0:
        f = f[:, ::-1]
    return (v * cell + low).astype(np.float32), np.ascontiguousarray(f, np.int32)
