"""Objects that never were: compositions, lathes, sweeps, furniture and creatures (after Zeroverse, LRM-Zero, arXiv:2406.09371)."""

from __future__ import annotations

from collections.abc import Callable

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from training.creatures import creature
from training.shapes import Shape, normalised

Rng = np.random.Generator
Solid = m3.Manifold


def make(rng: Rng) -> Shape:
    """A random closed object."""
    kinds: list[tuple[Callable[[Rng], Solid | tuple[NDArray[np.float32], NDArray[np.int32]]], float]] = [
        (composition, 0.24),
        (turned, 0.16),
        (furniture, 0.14),
        (tool, 0.14),
        (box_goods, 0.10),
        (creature, 0.22),
    ]
    weight = np.array([w for _, w in kinds])
    for _ in range(8):
        made = kinds[rng.choice(len(kinds), p=weight / weight.sum())][0](rng)
        if isinstance(made, tuple):
            vertices, faces = made
        else:
            if rng.random() < 0.35:
                made = deformed(made, rng)
            mesh = made.to_mesh()
            vertices, faces = np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts, np.int32)
        if 20 <= len(faces) <= 60_000:
            extent = np.ptp(vertices, axis=0)
            if extent.min() > 0.03 * extent.max():
                return Shape(normalised(vertices), faces.astype(np.int32), None, True, False)
    return Shape(normalised(_points(m3.Manifold.sphere(1, 48))), _faces(m3.Manifold.sphere(1, 48)), None, True, False)


def _points(s: Solid) -> NDArray[np.float32]:
    return np.asarray(s.to_mesh().vert_properties, np.float32)[:, :3]


def _faces(s: Solid) -> NDArray[np.int32]:
    return np.asarray(s.to_mesh().tri_verts, np.int32)


def _box(x: float, y: float, z: float) -> Solid:
    return m3.Manifold.cube([x, y, z], True)


def _rod(radius: float, height: float, top: float | None = None, sides: int = 32) -> Solid:
    """Cylinder or cone along Y, centred."""
    return m3.Manifold.cylinder(height, radius, radius if top is None else top, sides, True).rotate([-90, 0, 0])


def _rounded(x: float, y: float, z: float, r: float) -> Solid:
    """Box with rounded edges: the hull of eight balls."""
    ball = m3.Manifold.sphere(r, 20)
    at = [(sx * (x / 2 - r), sy * (y / 2 - r), sz * (z / 2 - r)) for sx in (-1, 1) for sy in (-1, 1) for sz in (-1, 1)]
    return m3.Manifold.batch_hull([ball.translate(list(p)) for p in at])


def _polygon(rng: Rng, n: int) -> m3.CrossSection:
    angle = np.sort((np.arange(n) + rng.uniform(-0.3, 0.3, n)) / n * 2 * np.pi)
    radius = rng.uniform(0.4, 1.0, n) if rng.random() < 0.6 else np.ones(n)
    return m3.CrossSection([np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)])


def lathe(radii: NDArray[np.float64], heights: NDArray[np.float64]) -> Solid:
    """Solid of revolution around Y; `radii` and `heights (n,)` from bottom to top."""
    profile = np.concatenate([[[0, heights[0]]], np.stack([radii, heights], 1), [[0, heights[-1]]]])
    return m3.CrossSection([profile], m3.FillRule.NonZero).revolve(48).rotate([-90, 0, 0])


def _profile(rng: Rng, n: int = 40) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    knots = int(rng.integers(3, 8))
    values = rng.uniform(0.2, 1.0, knots)
    x = np.linspace(0, 1, n)
    if rng.random() < 0.5:
        radii = np.interp(x, np.linspace(0, 1, knots), values)
    else:
        smooth = np.interp(x, np.linspace(0, 1, knots), values)
        radii = np.convolve(np.pad(smooth, 4, mode="edge"), np.ones(9) / 9, "valid")
    if rng.random() < 0.3:  # steps and rims
        radii = np.where((x * rng.integers(3, 9)).astype(int) % 2 == 0, radii, radii * rng.uniform(0.7, 1.0))
    if rng.random() < 0.35:  # a fruit, a bulb, an egg
        radii = np.sqrt(np.maximum(1 - (2 * x - 1) ** 2, 1e-3)) * (1 + 0.25 * (radii - 0.6))
    return radii, x


def turned(rng: Rng) -> Solid:
    """Cans, cups, vases, lamps, fruit: lathes, some of them hollow, some with a handle."""
    radii, heights = _profile(rng)
    slim = float(rng.choice([rng.uniform(0.25, 0.6), rng.uniform(0.6, 1.6)]))
    if rng.random() < 0.3:
        radii = np.full_like(radii, 1.0) * np.linspace(1, rng.uniform(0.6, 1.2), len(radii))
    radii = np.maximum(radii, 0.05) * slim / 2
    solid = lathe(radii, heights)
    if rng.random() < 0.35:
        wall, floor = rng.uniform(0.06, 0.15) * slim, rng.uniform(0.04, 0.15)
        inner = heights > floor
        if inner.sum() > 3:
            solid -= lathe(
                np.maximum(radii[inner] - wall, 0.02), heights[inner] + np.where(heights[inner] > 0.98, 0.05, 0)
            )
    if rng.random() < 0.35:
        ring, thick = rng.uniform(0.15, 0.32), rng.uniform(0.025, 0.06)
        handle = (
            m3.CrossSection.circle(thick, 16)
            .translate([ring, 0])
            .revolve(32)
            .scale([rng.uniform(0.6, 1), rng.uniform(0.8, 1.5), 1])
        )
        radius = float(np.interp(0.5, heights, radii))
        handle = handle.translate([radius, 0.5, 0])
        solid += handle - _rod(radius * 0.95, 1.2).translate([0, 0.5, 0])
        solid = solid.rotate([0, float(rng.uniform(0, 360)), 0])
    elif rng.random() < 0.25:
        solid = solid.scale([1, 1, float(rng.uniform(0.35, 1))])
    if rng.random() < 0.25:
        solid = solid.rotate([90, 0, 0]).rotate([0, float(rng.uniform(0, 360)), 0])
    return solid


def primitive(rng: Rng) -> Solid:
    """One part, about of size 1."""
    kind = rng.integers(0, 8)
    size = rng.uniform(0.25, 1.0, 3)
    if kind == 0:
        return _box(*size)
    if kind == 1:
        return _rounded(*size, r=float(size.min() * rng.uniform(0.1, 0.45)))
    if kind == 2:
        return _rod(0.5, 1, sides=int(rng.choice([6, 8, 40]))).scale(size.tolist())
    if kind == 3:
        return _rod(0.5, 1, float(rng.uniform(0, 0.45))).scale(size.tolist())
    if kind == 4:
        return m3.Manifold.sphere(0.5, 40).scale(size.tolist())
    if kind == 5:
        tube = rng.uniform(0.06, 0.2)
        return (
            m3.CrossSection.circle(tube, 20)
            .translate([0.5 - tube, 0])
            .revolve(40)
            .scale([size[0] + 0.3, size[1] + 0.3, 1])
        )
    if kind == 6:
        section = _polygon(rng, int(rng.integers(3, 8))).scale([0.5, 0.5])
        return section.extrude(float(size[2]), 0, 0, [float(rng.choice([1.0, 0.6]))] * 2).translate(
            [0, 0, -size[2] / 2]
        )
    radii, heights = _profile(rng, 24)
    return lathe(radii * 0.4, heights - 0.5).scale(size.tolist())


def _turn(s: Solid, rng: Rng, free: float) -> Solid:
    if rng.random() < free:
        return s.rotate(rng.uniform(0, 360, 3).tolist())
    return s.rotate((rng.integers(0, 4, 3) * 90.0).tolist())


def composition(rng: Rng) -> Solid:
    """Parts set onto each other's surfaces, joined or cut, often mirrored."""
    solid = _turn(primitive(rng), rng, 0.15).scale([float(rng.uniform(0.9, 1.6))] * 3)
    mirrored = rng.random() < 0.55
    for _ in range(int(rng.integers(1, 7))):
        part = _turn(primitive(rng), rng, 0.3).scale([float(rng.uniform(0.25, 0.9))] * 3)
        points = _points(solid)
        at = points[rng.integers(len(points))] * rng.uniform(0.6, 1.0)
        part = part.translate(at.tolist())
        cut = rng.random() < 0.2
        if mirrored:
            part = part + part.mirror([1, 0, 0])
        candidate = solid - part if cut else solid + part
        if candidate.num_tri() and candidate.volume() > 0.3 * solid.volume():
            solid = candidate
    return solid


def furniture(rng: Rng) -> Solid:
    """Tables, seats, shelves and cupboards."""
    w, d, h = rng.uniform(0.4, 1.6), rng.uniform(0.4, 1.2), rng.uniform(0.3, 1.6)
    t = rng.uniform(0.03, 0.12)
    if rng.random() < 0.6:
        top = _box(w, t, d) if rng.random() < 0.7 else _rod(0.5, t).scale([w, 1, d])
        solid = top.translate([0, h, 0])
        leg_t = rng.uniform(0.03, 0.12)
        inset = rng.uniform(0.02, 0.2)
        leg = _box(leg_t, h, leg_t) if rng.random() < 0.5 else _rod(leg_t / 2, h, leg_t * rng.uniform(0.3, 0.8))
        if rng.random() < 0.8:
            for sx in (-1, 1):
                for sz in (-1, 1):
                    solid += leg.translate([sx * (w / 2 - inset * w / 2 - leg_t / 2), h / 2, sz * (d / 2 - leg_t / 2)])
        else:
            solid += _rod(leg_t, h).translate([0, h / 2, 0]) + _rod(w * 0.35, t).translate([0, t / 2, 0])
        if rng.random() < 0.55:  # a back, and perhaps arms
            back = rng.uniform(0.3, 1.1)
            solid += _box(w, back, t).translate([0, h + back / 2, -d / 2 + t / 2])
            if rng.random() < 0.4:
                for sx in (-1, 1):
                    solid += _box(t, 0.3, d).translate([sx * (w / 2 - t / 2), h + 0.15, 0])
            if rng.random() < 0.4:
                solid += _box(w, h, d).translate([0, h / 2, 0])
        if rng.random() < 0.3:
            solid += _box(w * 0.9, t, d * 0.9).translate([0, h * rng.uniform(0.1, 0.6), 0])
        return solid
    solid = _box(w, h, d)
    rows, columns = int(rng.integers(1, 5)), int(rng.integers(1, 3))
    depth = d * rng.uniform(0.1, 0.9)
    for i in range(rows):
        for j in range(columns):
            if rng.random() < 0.7:
                cw, ch = w / columns - t, h / rows - t
                if cw > 0.02 and ch > 0.02:
                    hole = _box(cw, ch, depth * 2)
                    solid -= hole.translate([(j + 0.5) * w / columns - w / 2, (i + 0.5) * h / rows - h / 2, d / 2])
    if rng.random() < 0.4:
        solid += _box(w * 1.08, t, d * 1.08).translate([0, h / 2, 0])
    if rng.random() < 0.4:
        for sx in (-1, 1):
            for sz in (-1, 1):
                solid += _box(t, 0.2, t).translate([sx * (w / 2 - t), -h / 2 - 0.1, sz * (d / 2 - t)])
    return solid


def tube(points: NDArray[np.float64], radii: NDArray[np.float64]) -> Solid:
    """Rod through `points (n, 3)` with `radii (n,)`: hulls of balls one after the other."""
    balls = [m3.Manifold.sphere(float(r), 14).translate(p.tolist()) for p, r in zip(points, radii, strict=True)]
    pieces = [m3.Manifold.batch_hull(balls[i : i + 2]) for i in range(len(balls) - 1)]
    return m3.Manifold.batch_boolean(pieces, m3.OpType.Add)


def tool(rng: Rng) -> Solid:
    """Long things: a bent rod, a handle with a head, a fork of two rods, a blade."""
    kind = rng.integers(0, 4)
    n = 12
    x = np.linspace(-1, 1, n)
    curve = np.stack(
        [x, rng.uniform(-0.5, 0.5) * x**2 + rng.uniform(-0.15, 0.15) * x, rng.uniform(-0.1, 0.1) * x**3], 1
    )
    radii = np.interp(x, [-1, 0, 1], rng.uniform(0.05, 0.28, 3))
    if kind == 0:
        radii *= np.sqrt(np.clip(1.02 - np.abs(x) ** rng.uniform(2, 8), 0.05, 1))
        solid = tube(curve, radii)
    elif kind == 1:
        solid = tube(curve[:, [0, 2, 1]], np.interp(x, [-1, 1], rng.uniform(0.05, 0.14, 2)))
        head = _turn(primitive(rng), rng, 0.1).scale(rng.uniform(0.25, 0.9, 3).tolist()).translate([1, 0, 0])
        solid += head
    elif kind == 2:
        spread = rng.uniform(10, 40)
        rod = tube(curve, np.maximum(radii * 0.5, 0.04)).translate([rng.uniform(0, 0.7), 0, 0])
        solid = rod.rotate([0, 0, spread / 2]) + rod.mirror([0, 1, 0]).rotate([0, 0, -spread / 2])
    else:
        blade = m3.CrossSection([[[-1, -0.1], [0.8, -0.14], [1.1, 0], [0.8, 0.14], [-1, 0.1]]])
        solid = blade.extrude(rng.uniform(0.04, 0.12)).scale([1, rng.uniform(0.6, 2.5), 1])
        solid += _rounded(0.7, 0.2, 0.2, 0.08).translate([-1.2, 0, 0.04])
        if rng.random() < 0.6:
            solid += _box(0.12, rng.uniform(0.3, 0.8), 0.16).translate([-0.9, 0, 0.04])
    if rng.random() < 0.5:
        solid = solid.scale([1, 1, float(rng.uniform(0.5, 1.4))])
    turn = [0.0, 0.0, 90.0] if rng.random() < 0.35 else [float(rng.choice([0, 90])), 0.0, 0.0]
    return solid.rotate(turn).rotate([0, float(rng.uniform(0, 360)), 0])


def box_goods(rng: Rng) -> Solid:
    """Packages, cases, screens, open lids, stacks."""
    w, h, d = rng.uniform(0.3, 1.4, 3) * np.array([1, 1, rng.choice([0.12, 0.5, 1.0])])
    solid = _rounded(w, h, d, 0.3 * min(w, h, d)) if rng.random() < 0.4 else _box(w, h, d)
    r = rng.random()
    if r < 0.25:  # an open case: lid at an angle
        solid = _box(w, 0.08, d + 0.4)
        lid = _box(w, 0.06, d + 0.4).translate([0, 0, (d + 0.4) / 2]).rotate([-float(rng.uniform(60, 130)), 0, 0])
        solid += lid.translate([0, 0.04, -(d + 0.4) / 2])
    elif r < 0.5:
        for _ in range(int(rng.integers(1, 5))):
            face = _rod(rng.uniform(0.05, 0.2), d * 2.4).rotate([90, 0, 0])
            face = face.translate([rng.uniform(-w, w) / 2, rng.uniform(-h, h) / 2, d * rng.choice([-1.2, 1.6, 1.2])])
            solid = solid - face if rng.random() < 0.5 else solid + face
    elif r < 0.75:
        top = h / 2
        for _ in range(int(rng.integers(1, 4))):
            s = rng.uniform(0.2, 0.9, 3) * [w, 0.8, max(d, 0.3)]
            solid += _box(*s).rotate([0, float(rng.uniform(-30, 30)), 0]).translate([0, top + s[1] / 2 - 0.01, 0])
            top += s[1] - 0.01
    elif r < 0.9 and d > 0.2:  # wheels
        for sx in (-0.3, 0.3):
            for sz in (-1, 1):
                wheel = _rod(0.2, 0.12).rotate([90, 0, 0])
                solid += wheel.translate([sx * w, -h / 2, sz * d / 2])
    return solid.rotate([0, float(rng.choice([0, 90, 180, 270])), 0])


def deformed(solid: Solid, rng: Rng) -> Solid:
    """Bent, twisted, tapered or wavy."""
    size = float(np.ptp(_points(solid), axis=0).max())
    if solid.num_tri() < 4000:
        solid = solid.refine_to_length(size / 14)
    bend, twist, taper = rng.normal(0, [0.25, 0.5, 0.3])
    wave, phase = rng.uniform(0, 0.05), rng.uniform(0, 6, 3)
    pick = rng.integers(0, 4)

    def warp(p: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y, z = (p[:, k] / size for k in range(3))
        if pick == 0:
            x = x + bend * y * y
        elif pick == 1:
            c, s = np.cos(twist * y), np.sin(twist * y)
            x, z = c * x - s * z, s * x + c * z
        elif pick == 2:
            k = 1 + np.clip(taper, -0.6, 0.6) * y
            x, z = x * k, z * k
        else:
            q = np.stack([x, y, z], 1)
            x, y, z = (q + wave * np.sin(7 * q[:, [1, 2, 0]] + phase)).T
        return np.asarray(np.stack([x, y, z], 1) * size)

    return solid.warp_batch(warp)
