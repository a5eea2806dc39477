"""Edge collapse by quadric error that keeps topology and boundaries: what `simplify` takes where the fast library would break the mesh.

Many collapses that do not touch are made at once, so that numpy does the work: 380 k to 20 k faces take about 5 s.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology

TRIALS = 4
"""Ways to collapse, each taken when the one before finds no more edges: at the best point to well-shaped faces, there to any faces, at the
first end, at the second end."""

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

BOUNDARY_WEIGHT = 30.0
"""Weight of the planes that stand on boundary edges against those of the faces (Garland 1999, 3.4; he takes 1000). More would keep
every wiggle of a sawtooth boundary and spend all of the faces on it."""
LEAST_COSINE = 0.2
"""A face must not turn by more than 78 degrees in one collapse."""
POOL = 0.35
"""Share of the edges, cheapest first, that one round looks at. All of them would be fastest and worst."""


def collapse(
    vertices: NDArray[np.floating],
    faces: NDArray[np.integer],
    target: int,
    *,
    on_plane: NDArray[np.bool_] | None = None,
) -> tuple[Doubles, Longs]:
    """Vertices and faces of a mesh of the same topology, with `target` faces, one more or less, or as few as can be had.

    Open boundaries stay (Garland and Heckbert 1997 with boundary planes), no loop of three edges is closed (link condition, Dey et al.
    1999), no face is turned over. Edges of three or more faces, where sheets meet, stay as boundaries do.

    Args:
        vertices: `(n, 3)`, of extent about 1.
        faces: `(m, 3)` without degenerate ones.
        target: faces wanted.
        on_plane: `(n,)` True for boundary vertices at x = 0 that stay there, where a mirror image is to be joined.
    """
    v = np.array(vertices, np.float64)
    f = np.array(faces, np.int64)
    quadrics = _quadrics(v, f)
    blocked = np.zeros(0, np.int64)
    best = _BestPoints(len(v))
    plane = np.zeros(len(v), bool) if on_plane is None else on_plane.copy()
    trial, again = 0, False
    while len(f) > target:
        edges = _Edges(f, len(v))
        at, raw = best.update(v, quadrics, edges, plane)
        if trial >= 2:
            at = _at_end(v, edges, plane, trial == 2)
        cost = np.where(edges.allowed, raw, np.inf)
        if len(blocked):
            cost[np.isin(edges.keys, blocked, assume_unique=True)] = np.inf
        pick = _independent(f, edges, cost, len(f) - target, len(v))
        bad = _breaks(v, f, edges, pick, at[pick], strict=trial == 0)
        good = pick[~bad]
        good = good[: np.searchsorted(np.cumsum(edges.uses[good]), len(f) - target) + 1]
        blocked = np.union1d(blocked, edges.keys[pick[bad]])
        if len(good):
            a, b = edges.a[good], edges.b[good]
            v[a] = at[good]
            quadrics[:, a] += quadrics[:, b]
            plane[a] |= plane[b]
            best.changed[a] = True
            to = np.arange(len(v))
            to[b] = a
            f = to[f]
            f = f[(f[:, 0] != f[:, 1]) & (f[:, 1] != f[:, 2]) & (f[:, 2] != f[:, 0])]
            again = True
        elif not len(pick):
            # All is refused. Neighbours may have changed since; then less pretty ways are tried, and the ends of edges.
            if not again:
                trial += 1
                if trial == TRIALS:
                    break
            blocked, again = np.zeros(0, np.int64), False
    used, index = np.unique(f, return_inverse=True)
    return v[used], index.reshape(f.shape)


class _Edges:
    """Undirected edges of the faces: their ends, the number of their faces, and whether they may collapse."""

    def __init__(self, f: Longs, count: int) -> None:
        self.keys, self.uses, _ = topology.edge_counts(f)
        self.a, self.b = self.keys >> 32, self.keys & 0xFFFFFFFF
        self.rim = np.zeros(count, bool)
        line = self.uses != 2
        self.rim[self.a[line]] = self.rim[self.b[line]] = True
        # An edge from rim to rim that is not part of it would pinch the surface.
        self.allowed = line | ~(self.rim[self.a] & self.rim[self.b])


def _quadrics(v: Doubles, f: Longs) -> Doubles:
    """`(10, n)`: xx xy xz yy yz zz x y z 1 of each vertex's planes, weighted by area."""
    a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
    cross = np.cross(b - a, c - a)
    twice = np.linalg.norm(cross, axis=1)
    unit = cross / np.maximum(twice, 1e-300)[:, None]
    out = np.zeros((10, len(v)))
    _add(out, f.T, unit, a, twice / 6)
    keys = topology.half_edges(f)
    order = np.sort(topology.undirected(keys).ravel())
    once = np.ones(len(order), bool)
    once[1:] &= order[1:] != order[:-1]
    once[:-1] &= order[:-1] != order[1:]
    face, side = np.nonzero(np.isin(topology.undirected(keys), order[once]))
    p, q = f[face, side], f[face, (side + 1) % 3]
    along = v[q] - v[p]
    wall = np.cross(along, unit[face])
    length = np.linalg.norm(along, axis=1)
    wall /= np.maximum(np.linalg.norm(wall, axis=1), 1e-300)[:, None]
    _add(out, np.stack([p, q]), wall, v[p], BOUNDARY_WEIGHT * length**2 / 6)
    return out


def _add(quadrics: Doubles, ends: Longs, normal: Doubles, point: Doubles, weight: Doubles) -> None:
    """Add the weighted planes through `point` to each row of `ends`."""
    x, y, z = normal.T
    d = -np.einsum("ij,ij->i", normal, point)
    rows = (x * x, x * y, x * z, y * y, y * z, z * z, x * d, y * d, z * d, d * d)
    for i, row in enumerate(rows):
        for end in ends:
            quadrics[i] += np.bincount(end, weight * row, minlength=quadrics.shape[1])


class _BestPoints:
    """Where each edge would collapse to and its error there, worked out again only where an end has changed."""

    def __init__(self, count: int) -> None:
        self.changed = np.ones(count, bool)
        self._keys = np.zeros(1, np.int64)
        self._at, self._cost = np.zeros((1, 3)), np.zeros(1)

    def update(self, v: Doubles, quadrics: Doubles, edges: _Edges, plane: NDArray[np.bool_]) -> tuple[Doubles, Doubles]:
        """Points `(e, 3)` and errors `(e,)` of all edges."""
        row = np.minimum(np.searchsorted(self._keys, edges.keys), len(self._keys) - 1)
        stale = (self._keys[row] != edges.keys) | self.changed[edges.a] | self.changed[edges.b]
        at, cost = self._at[row], self._cost[row]
        at[stale], cost[stale] = _best_points(v, quadrics, edges.a[stale], edges.b[stale], edges.rim, plane)
        self.changed[:] = False
        self._keys, self._at, self._cost = edges.keys, at, cost
        return at, cost


def _best_points(
    v: Doubles, quadrics: Doubles, a: Longs, b: Longs, rim: NDArray[np.bool_], plane: NDArray[np.bool_]
) -> tuple[Doubles, Doubles]:
    """`(e, 3)` where edges from `a` to `b` would collapse to, and `(e,)` the quadric error there."""
    xx, xy, xz, yy, yz, zz, x, y, z, w = quadrics[:, a] + quadrics[:, b]
    pa, pb = v[a], v[b]
    middle = (pa + pb) / 2
    mx, my, mz = middle.T
    # Around the middle, and drawn there a little, so that flat and straight places have one solution.
    gx, gy, gz = (
        -(xx * mx + xy * my + xz * mz + x),
        -(xy * mx + yy * my + yz * mz + y),
        -(xz * mx + yz * my + zz * mz + z),
    )
    pull = 1e-3 * (xx + yy + zz) + 1e-300
    rxx, ryy, rzz = xx + pull, yy + pull, zz + pull
    c0, c1, c2 = ryy * rzz - yz * yz, xz * yz - xy * rzz, xy * yz - xz * ryy
    det = rxx * c0 + xy * c1 + xz * c2
    det = np.where(det > 0, det, np.inf)
    step = np.stack(
        [
            (c0 * gx + c1 * gy + c2 * gz) / det,
            (c1 * gx + (rxx * rzz - xz * xz) * gy + (xy * xz - rxx * yz) * gz) / det,
            (c2 * gx + (xy * xz - rxx * yz) * gy + (rxx * ryy - xy * xy) * gz) / det,
        ],
        axis=1,
    )
    squared = np.einsum("ij,ij->i", pb - pa, pb - pa)
    far = np.einsum("ij,ij->i", step, step) > squared
    at = middle + np.where(far[:, None], 0.0, step)
    for held in (rim, plane):
        one = held[a] != held[b]
        at[one] = np.where(held[a[one]][:, None], pa[one], pb[one])
    at[plane[a] & plane[b], 0] = 0.0
    px, py, pz = np.ascontiguousarray(at.T)
    error = (
        xx * px * px + yy * py * py + zz * pz * pz + w
        + 2 * (xy * px * py + xz * px * pz + yz * py * pz + x * px + y * py + z * pz)
    )  # fmt: skip
    # Short edges first where all lies flat.
    return at, np.maximum(error, 0) + 1e-6 * squared * (xx + yy + zz)


def _independent(f: Longs, edges: _Edges, cost: Doubles, surplus: int, count: int) -> Longs:
    """The cheapest edges none of which shares a face around it with another one, cheapest first."""
    finite = int(np.isfinite(cost).sum())
    size = min(finite, max(int(POOL * len(cost)), 64), max(3 * surplus, 64))
    if not size:
        return np.zeros(0, np.int64)
    pool = np.argpartition(cost, size - 1)[:size]
    pool = pool[np.lexsort((pool, cost[pool]))]
    none = len(cost)
    rank = np.full(none, none)
    rank[pool] = np.arange(size)
    vertex = np.full(count, none)
    for end in (edges.b, edges.a):
        # The last write wins, so the cheapest edge is written last.
        late = pool[::-1]
        vertex[end[late]] = np.minimum(vertex[end[late]], rank[late])
    for end in (edges.a, edges.b):
        np.minimum.at(vertex, end[pool], rank[pool])
    face = vertex[f].min(axis=1)
    around = np.full(count, none)
    for i in range(3):
        np.minimum.at(around, f[:, i], face)
    chosen = (around[edges.a[pool]] == rank[pool]) & (around[edges.b[pool]] == rank[pool])
    return np.asarray(pool[chosen], np.int64)


def _at_end(v: Doubles, edges: _Edges, plane: NDArray[np.bool_], first: bool) -> Doubles:
    """`(e, 3)` one end of each edge; the one on the rim or in the plane where only one is."""
    take = np.full(len(edges.keys), first)
    for held in (edges.rim, plane):
        one = held[edges.a] != held[edges.b]
        take[one] = held[edges.a[one]]
    return np.asarray(np.where(take[:, None], v[edges.a], v[edges.b]), np.float64)


def _breaks(v: Doubles, f: Longs, edges: _Edges, pick: Longs, at: Doubles, *, strict: bool) -> NDArray[np.bool_]:
    """`(p,)` True where the collapse would change the topology, or turn or flatten a face."""
    a, b = edges.a[pick], edges.b[pick]
    bad = np.zeros(len(pick), bool)
    if not len(pick):
        return bad
    owner = np.full(len(v), -1)
    owner[a] = owner[b] = np.arange(len(pick))
    # Link condition: the ends share no neighbours but the corners opposite to the edge.
    near = (owner[edges.a] >= 0) | (owner[edges.b] >= 0)
    s, t = np.r_[edges.a[near], edges.b[near]], np.r_[edges.b[near], edges.a[near]]
    mine = owner[s] >= 0
    pairs = np.sort(owner[s[mine]] << 32 | t[mine])
    twice = pairs[1:][pairs[1:] == pairs[:-1]] >> 32
    shared = np.bincount(twice, minlength=len(pick))
    bad |= shared != edges.uses[pick]
    # Faces that stay but move. No face belongs to two of the collapses.
    who = owner[f]
    moved = np.flatnonzero((who >= 0).any(axis=1))
    who = who[moved]
    touches = (who >= 0).sum(axis=1) == 1
    moved, who = moved[touches], who[touches]
    mine_of = who.max(axis=1)
    before = v[f[moved]]
    after = before.copy()
    row, corner = np.nonzero(who >= 0)
    after[row, corner] = at[mine_of[row]]
    n0 = np.cross(before[:, 1] - before[:, 0], before[:, 2] - before[:, 0])
    n1 = np.cross(after[:, 1] - after[:, 0], after[:, 2] - after[:, 0])
    l0, l1 = np.linalg.norm(n0, axis=1), np.linalg.norm(n1, axis=1)
    sides = after - np.roll(after, -1, axis=1)
    longest = np.einsum("ijk,ijk->ij", sides, sides).max(axis=1)
    turned = np.einsum("ij,ij->i", n0, n1) <= (LEAST_COSINE if strict else 0.02) * l0 * l1
    thin = strict & (l1 < 0.02 * longest) & (l1 / np.maximum(longest, 1e-300) < 0.5 * _shape(before, l0))
    bad[mine_of[turned | thin | (l1 <= 1e-11)]] = True
    # A tetrahedron must not become two faces back to back, nor the last face of an open piece vanish.
    kept = np.bincount(mine_of, minlength=len(pick))
    return np.asarray(bad | (kept <= 2 * (edges.uses[pick] - 1)))


def _shape(corners: Doubles, twice_area: Doubles) -> Doubles:
    """Twice the area over the longest side squared."""
    sides = corners - np.roll(corners, -1, axis=1)
    return np.asarray(twice_area / np.maximum(np.einsum("ijk,ijk->ij", sides, sides).max(axis=1), 1e-300))
