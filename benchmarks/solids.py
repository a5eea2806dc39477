"""Building blocks of the example objects: closed solids (manifold3d), patterns, and a material per solid for the renderer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from manifold3d import CrossSection, Manifold, OpType
from manifold3d import Mesh as ManifoldMesh
from numpy.typing import NDArray
from skimage.measure import marching_cubes

from maquette.geometry.mesh import Mesh
from maquette.render.color import to_linear
from maquette.render.shade import MaterialSamples
from maquette.render.surface import Surface, unit

Array = NDArray[np.floating]
Paint = Callable[[Array, Array], Array]
"""sRGB colours `(n, 3)` in [0, 1] from points and normals, both `(n, 3)`."""
Point = Sequence[float]


@dataclass(frozen=True, eq=False)
class Part:
    """A closed solid and what it is made of. `bump` displaces normals: depth in metres of a height field over points."""

    solid: Manifold
    paint: Paint
    roughness: float = 0.5
    metallic: float = 0.0
    glow: float = 0.0
    bump: Callable[[Array], Array] | None = None

    def __post_init__(self) -> None:
        if self.solid.is_empty():
            raise ValueError(
                f"Part: the solid is empty ({self.solid.status()}). Check that its outline does not cross itself."
            )


# --- solids ---------------------------------------------------------------------------------------------------------


def ball(centre: Point, radius: float | Point, n: int = 96) -> Manifold:
    """A sphere, or an ellipsoid with three radii."""
    scale = (radius,) * 3 if isinstance(radius, int | float) else tuple(radius)
    return Manifold.sphere(1.0, n).scale(scale).translate(tuple(centre))


def box(centre: Point, size: Point, round_: float = 0.0) -> Manifold:
    """A box with rounded edges."""
    if round_ <= 0:
        return Manifold.cube(tuple(size), True).translate(tuple(centre))
    h = np.asarray(size) / 2 - round_
    corners = [
        ball(np.asarray(centre) + h * s, round_, 32) for s in np.array(np.meshgrid(*[[-1, 1]] * 3)).reshape(3, -1).T
    ]
    return Manifold.batch_hull(corners)


def rod(a: Point, b: Point, ra: float, rb: float | None = None, n: int = 48) -> Manifold:
    """A round stick with round ends from a to b."""
    return Manifold.batch_hull([ball(a, ra, n), ball(b, ra if rb is None else rb, n)])


def disc(centre: Point, axis: str, radius: float, thick: float, round_: float = 0.0, n: int = 96) -> Manifold:
    """A cylinder with soft rims along axis x, y or z."""
    r = max(round_, 1e-4)
    t = np.linspace(0, np.pi / 2, 7)
    rim = [(radius - r + r * np.cos(a), thick / 2 - r + r * np.sin(a)) for a in t]
    outline = [(0.0, -thick / 2), *((x, -y) for x, y in rim[::-1]), *rim, (0.0, thick / 2)]
    solid = lathe(outline, n)
    turn = {"x": (0, 0, 90), "y": (0, 0, 0), "z": (90, 0, 0)}[axis]
    return solid.rotate(turn).translate(tuple(centre))


def lathe(outline: Sequence[Point], n: int = 128) -> Manifold:
    """Turn an outline of (radius, height) around the Y axis."""
    return Manifold.revolve(_section(outline), n).rotate((-90, 0, 0))


def spline(points: Sequence[Point], n: int = 64, closed: bool = False) -> Array:
    """Catmull-Rom curve `(n, d)` through points."""
    p = np.asarray(points, float)
    q = np.concatenate([p[-1:], p, p[:2]]) if closed else np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    spans = len(q) - 3
    t = np.linspace(0, spans, n, endpoint=not closed)
    i = np.minimum(t.astype(int), spans - 1)
    u = (t - i)[:, None]
    a, b, c, d = q[i], q[i + 1], q[i + 2], q[i + 3]
    return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3)


def tube(path: Array, radius: float | Array, n: int = 32, closed: bool = False) -> Manifold:
    """A round tube along a curve `(k, 3)`; `radius` one or one per point."""
    path = np.asarray(path, float)
    k = len(path)
    tangent = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    side = np.cross(tangent[0], [0.31, 0.22, 0.93])
    frames = []
    for t in tangent:  # parallel transport keeps the ring from twisting
        side = side - t * (side @ t)
        side /= np.linalg.norm(side)
        frames.append((side, np.cross(t, side)))
    if closed:  # take back the twist that one turn gathers
        s0, u0 = frames[0]
        twist = np.arctan2(side @ u0, side @ s0)
        frames = [
            (np.cos(a) * s + np.sin(a) * u, np.cos(a) * u - np.sin(a) * s)
            for (s, u), a in zip(frames, -twist * np.arange(k) / (k - 1), strict=True)
        ]
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    r = np.broadcast_to(np.asarray(radius, float), (k,))
    rings = np.stack(
        [
            p + q * (np.cos(a)[:, None] * s + np.sin(a)[:, None] * u)
            for p, q, (s, u) in zip(path, r, frames, strict=True)
        ]
    )
    v = rings.reshape(-1, 3)
    i, j = np.meshgrid(np.arange(k if closed else k - 1), np.arange(n), indexing="ij")
    i, j = i.ravel(), j.ravel()
    i1, j1 = (i + 1) % k, (j + 1) % n
    f = np.concatenate(
        [np.stack([i * n + j, i * n + j1, i1 * n + j1], 1), np.stack([i * n + j, i1 * n + j1, i1 * n + j], 1)]
    )
    if not closed:
        v = np.concatenate([v, path[:1], path[-1:]])
        e, e1 = np.arange(n), (np.arange(n) + 1) % n
        last = (k - 1) * n
        f = np.concatenate(
            [f, np.stack([np.full(n, k * n), e1, e], 1), np.stack([np.full(n, k * n + 1), last + e, last + e1], 1)]
        )
    return from_arrays(v, f)


def extrude(outline: Sequence[Point], depth: float) -> Manifold:
    """A flat outline in x, y, thick along z, centred on z = 0."""
    return Manifold.extrude(_section(outline), depth).translate((0, 0, -depth / 2))


def _section(outline: Sequence[Point]) -> CrossSection:
    """A polygon, turned counter-clockwise."""
    points = np.asarray([(x, y) for x, y, *_ in outline], float)
    turn = points[:, 0] @ np.roll(points[:, 1], -1) - points[:, 1] @ np.roll(points[:, 0], -1)
    points = points if turn > 0 else points[::-1]
    return CrossSection([[(float(x), float(y)) for x, y in points]])


def blob(field: Callable[[Array], Array], low: Point, high: Point, step: float) -> Manifold:
    """The solid where a field of points `(n, 3)` is negative (marching cubes)."""
    axes = [np.arange(a - 2 * step, b + 3 * step, step) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    values = field(grid.reshape(-1, 3)).reshape(grid.shape[:3])
    v, f, _, _ = marching_cubes(values.astype(np.float32), 0.0)
    return from_arrays(v * step + np.array([a[0] for a in axes]), f)


def smooth_union(distances: Sequence[Array], k: float) -> Array:
    """Blend of distance fields with soft seams (exponential minimum)."""
    return -k * np.log(sum(np.exp(-np.clip(d / k, -60, 60)) for d in distances))


def from_arrays(v: Array, f: NDArray[np.integer]) -> Manifold:
    """A solid of vertices and faces, turned outward."""
    solid = Manifold(ManifoldMesh(np.asarray(v, np.float32), np.asarray(f, np.uint32)))
    if solid.volume() < 0:
        solid = Manifold(ManifoldMesh(np.asarray(v, np.float32), np.asarray(f, np.uint32)[:, ::-1].copy()))
    if solid.is_empty():
        raise ValueError("from_arrays: the faces do not make a closed solid. Check the winding and the caps.")
    return solid


# --- patterns -------------------------------------------------------------------------------------------------------


def rgb(code: str) -> NDArray[np.float64]:
    """`#rrggbb` in [0, 1]."""
    return np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def plain(code: str) -> Paint:
    """One colour."""
    c = rgb(code)
    return lambda p, n: np.tile(c, (len(p), 1))


def mix(a: Array, b: Array, t: Array) -> Array:
    """Blend rows of colours by t `(n,)`."""
    return np.asarray(a) + (np.asarray(b) - np.asarray(a)) * np.clip(t, 0, 1)[:, None]


def step(edge: float, x: Array, soft: float = 0.004) -> Array:
    """0 below the edge, 1 above, with an antialiased flank."""
    t = np.clip((x - edge) / (2 * soft) + 0.5, 0, 1)
    return t * t * (3 - 2 * t)


_LATTICE = np.random.default_rng(7).random((32, 32, 32))


def noise(p: Array, scale: float) -> Array:
    """Value noise in [0, 1] with features of size `scale`."""
    q = np.asarray(p, float) / scale
    i = np.floor(q).astype(int)
    f = q - i
    f = f * f * (3 - 2 * f)
    out = np.zeros(len(q))
    for corner in np.ndindex(2, 2, 2):
        w = np.prod(np.where(corner, f, 1 - f), axis=1)
        j = (i + corner) % 32
        out += w * _LATTICE[j[:, 0], j[:, 1], j[:, 2]]
    return out


def fbm(p: Array, scale: float, octaves: int = 4) -> Array:
    """Sum of octaves of noise, about [0, 1]."""
    total = sum(noise(p + 5.2 * k, scale / 2**k) / 2**k for k in range(octaves))
    return np.asarray(total / (2 - 2.0 ** (1 - octaves)))


def wood(light: str, dark: str, axis: int = 1, ring: float = 0.05) -> Paint:
    """Grain along an axis."""

    def paint(p: Array, n: Array) -> Array:
        q = p.copy()
        q[:, axis] *= 0.12
        q = q + 0.6 * ring * (fbm(q, 0.15)[:, None] - 0.5) * 4
        other = [k for k in range(3) if k != axis]
        rings = np.hypot(q[:, other[0]] + 0.31, q[:, other[1]] * 1.3 + 0.17) / ring
        t = (rings % 1.0) ** 2
        fine = noise(np.where(np.arange(3) == axis, p * 0.06, p), 0.006)
        return mix(rgb(light), rgb(dark), 0.75 * t + 0.3 * (fine - 0.4))

    return paint


def speckled(base: Paint, dots: str, scale: float, amount: float) -> Paint:
    """Small glaze spots over another paint."""

    def paint(p: Array, n: Array) -> Array:
        cell = np.floor(p / scale).astype(int) % 32
        random = _LATTICE[cell[:, 0], cell[:, 1], cell[:, 2]]
        jitter = np.stack([_LATTICE[cell[:, k], cell[:, k - 1], cell[:, k - 2]] for k in range(3)], axis=1)
        away = np.linalg.norm((p / scale) % 1 - 0.3 - 0.4 * jitter, axis=1)
        radius = 0.3 * (random / amount)
        return mix(base(p, n), rgb(dots), 0.85 * (random < amount) * (1 - step(0, away - radius, 0.08)))

    return paint


def soiled(base: Paint, amount: float = 0.12, scale: float = 0.25) -> Paint:
    """Uneven brightness, as real surfaces have."""
    return lambda p, n: np.clip(base(p, n) * (1 + amount * 2 * (fbm(p, scale, 3) - 0.5))[:, None], 0, 1)


# --- rendering ------------------------------------------------------------------------------------------------------


def creased(v: Array, f: NDArray[np.integer], angle: float = 38.0) -> tuple[Array, Array]:
    """Corner positions and normals `(3 m, 3)`: smooth within an angle in degrees, sharp beyond it."""
    fn = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    un = unit(fn).astype(np.float64)
    corner_vertex = f.ravel()
    order = np.argsort(corner_vertex, kind="stable")
    count = np.bincount(corner_vertex, minlength=len(v))
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    degree = count[corner_vertex]
    mine = np.repeat(np.arange(len(corner_vertex)), degree)
    rank = np.arange(len(mine)) - np.repeat(np.cumsum(degree) - degree, degree)
    face = order[start[corner_vertex[mine]] + rank] // 3
    near = np.einsum("ij,ij->i", un[mine // 3], un[face]) > np.cos(np.radians(angle))
    # Weights are the corners' angles: slivers of hulls then do not pull the normal aside.
    corner = v[f]
    ahead, behind = (
        d / np.maximum(np.linalg.norm(d, axis=2, keepdims=True), 1e-20)
        for d in (np.roll(corner, -1, 1) - corner, np.roll(corner, 1, 1) - corner)
    )
    angles = np.arccos(np.clip(np.einsum("ijk,ijk->ij", ahead, behind), -1, 1)).ravel()
    weight = near * angles[order[start[corner_vertex[mine]] + rank]]
    total = np.stack([np.bincount(mine, un[face, k] * weight, minlength=len(corner_vertex)) for k in range(3)], axis=1)
    return v[corner_vertex], unit(total)


class PartsMaterial:
    """`MaterialSource` of painted parts; `owner (m,)` is the part of each face."""

    unlit = False
    has_normal_map = False

    def __init__(self, parts: Sequence[Part], owner: NDArray[np.integer]) -> None:
        self._parts, self._owner = parts, owner

    def prepare(self, texels: NDArray[np.float32]) -> None:
        """Nothing to build."""

    def sample(self, surface: Surface) -> MaterialSamples:
        """Paint each sample by its part."""
        owner = self._owner[surface.face]
        count = len(owner)
        base = np.zeros((count, 3), np.float32)
        rough, metal, glow = (np.zeros(count, np.float32) for _ in range(3))
        normals = surface.normals.copy()
        for k in np.unique(owner):
            part, rows = self._parts[k], np.flatnonzero(owner == k)
            p, n = surface.points[rows].astype(np.float64), surface.normals[rows]
            base[rows] = to_linear(np.clip(part.paint(p, n), 0, 1))
            rough[rows], metal[rows], glow[rows] = part.roughness, part.metallic, part.glow
            if part.bump is not None:
                e = 1e-3
                slope = np.stack([part.bump(p + e * axis) - part.bump(p - e * axis) for axis in np.eye(3)], axis=1) / (
                    2 * e
                )
                normals[rows] = unit(n - (slope - n * np.einsum("ij,ij->i", slope, n)[:, None]))
        one = np.ones(count, np.float32)
        emissive = base * glow[:, None] if glow.any() else None
        return MaterialSamples(base, one, rough, metal, normals, emissive)


def assemble(parts: Sequence[Part]) -> tuple[Mesh, PartsMaterial]:
    """Mesh of all parts for the renderer (parts overlap, corners are split at creases), with their material."""
    positions, normals, owner = [], [], []
    for k, part in enumerate(parts):
        raw = part.solid.to_mesh()
        v, n = creased(
            np.asarray(raw.vert_properties)[:, :3].astype(np.float64), np.asarray(raw.tri_verts).astype(np.int64)
        )
        positions.append(v)
        normals.append(n)
        owner.append(np.full(len(v) // 3, k))
    v = np.concatenate(positions).astype(np.float32)
    faces = np.arange(len(v), dtype=np.int32).reshape(-1, 3)
    return Mesh(v, faces, normals=np.concatenate(normals).astype(np.float32)), PartsMaterial(
        parts, np.concatenate(owner)
    )


def union(parts: Sequence[Part]) -> tuple[Array, NDArray[np.integer], NDArray[np.uint8]]:
    """One closed solid of all parts: vertices, faces, and the colour `(n, 3) uint8` of each vertex."""
    solids = [p.solid.as_original() for p in parts]
    by_id = {s.original_id(): p for s, p in zip(solids, parts, strict=True)}
    raw = Manifold.batch_boolean(solids, OpType.Add).to_mesh()
    v, f = np.asarray(raw.vert_properties)[:, :3].astype(np.float64), np.asarray(raw.tri_verts).astype(np.int64)
    color = np.zeros((len(v), 3))
    runs = np.asarray(raw.run_index) // 3
    for k, name in enumerate(np.asarray(raw.run_original_id)):
        rows = np.unique(f[runs[k] : runs[k + 1]])
        color[rows] = by_id[int(name)].paint(v[rows], np.zeros((len(rows), 3)))
    return v, f, np.rint(np.clip(color, 0, 1) * 255).astype(np.uint8)
