"""Colours for shapes that have none: solid textures over 3D space, so that no UV is needed."""

from __future__ import annotations

import colorsys

import numpy as np
from numpy.typing import NDArray

Rng = np.random.Generator
Floats = NDArray[np.float32]


class Paint:
    """A random solid texture: plain, bands, cells, marble, wood or patches, with decals and grain on it."""

    def __init__(self, rng: Rng, grey: float = 0.3) -> None:
        self.kind = str(
            rng.choice(["plain", "bands", "checks", "marble", "wood", "patches"], p=[0.4, 0.14, 0.08, 0.14, 0.12, 0.12])
        )
        if rng.random() < grey:
            self.kind = "plain"
            tone = rng.uniform(0.08, 0.9)
            self.palette = np.clip(np.full((6, 3), tone) + rng.normal(0, 0.02, 3), 0.02, 1).astype(np.float32)
            self.grain = float(rng.choice([0.0, 0.0, 0.04]))
        else:
            self.palette = palette(rng, 6)
            self.grain = float(rng.choice([0.0, 0.05, 0.15]))
        self.axis = rng.normal(0, 1, 3)
        if rng.random() < 0.6:
            self.axis = np.eye(3)[rng.integers(3)]
        self.axis = (self.axis / np.linalg.norm(self.axis)).astype(np.float32)
        self.waves = rng.normal(0, rng.uniform(1.5, 5), (5, 3)).astype(np.float32)
        self.phase = rng.uniform(0, 6.3, 5).astype(np.float32)
        self.scale = float(rng.uniform(1.5, 9))
        self.seeds = rng.uniform(-1, 1, (24, 3)).astype(np.float32)
        self.decals = [
            (
                rng.uniform(-0.8, 0.8, 3).astype(np.float32),
                rng.uniform(0.05, 0.45, 3).astype(np.float32),
                palette(rng, 1)[0],
            )
            for _ in range(int(rng.integers(0, 5)) if rng.random() < 0.35 and grey < 1 else 0)
        ]

    def __call__(self, points: Floats) -> Floats:
        """Linear albedo `(n, 3) float32` at `points (n, 3)` in [-1, 1]."""
        p = points
        noise = np.sin(p @ self.waves.T + self.phase + 0.8 * np.sin(p @ self.waves[::-1].T * 2.1)).mean(axis=1)
        along = p @ self.axis
        last = len(self.palette) - 1
        if self.kind == "plain":
            color = np.broadcast_to(self.palette[0], p.shape).copy()
        elif self.kind == "bands":
            color = self.palette[((along + 1) * self.scale / 2).astype(int) % (last + 1)]
        elif self.kind == "checks":
            color = self.palette[np.floor(p * self.scale / 2).astype(int).sum(axis=1) % 2]
        elif self.kind == "patches":
            nearest = ((p[:, None] - self.seeds) ** 2).sum(-1).argmin(axis=1)
            color = self.palette[nearest % (last + 1)]
        else:
            t = noise * 0.5 + 0.5
            if self.kind == "wood":
                t = 0.5 + 0.5 * np.sin(
                    self.scale * 4 * (np.linalg.norm(p - along[:, None] * self.axis, axis=1) + 0.15 * noise)
                )
            color = self.palette[0] + (self.palette[1] - self.palette[0]) * t[:, None]
        for centre, half, tone in self.decals:
            color = np.where((np.abs(p - centre) < half).all(axis=1)[:, None], tone, color)
        if self.grain:
            fine = np.sin(p @ (self.waves.T * 9) + self.phase).mean(axis=1) + noise
            color = color * (1 + self.grain * fine[:, None])
        return np.clip(color, 0.01, 1).astype(np.float32)


def palette(rng: Rng, n: int) -> Floats:
    """`(n, 3) float32` linear colours that go together."""
    hue, out = rng.random(), []
    for _ in range(n):
        h = (hue + rng.normal(0, 0.12)) % 1 if rng.random() < 0.7 else rng.random()
        out.append(colorsys.hsv_to_rgb(h, rng.beta(1.3, 1.5), rng.uniform(0.1, 1.0)))
    return np.asarray(out, np.float32) ** 2.2
