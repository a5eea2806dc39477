"""How far two surfaces are apart: symmetric Hausdorff and mean distance, by samples (Cignoni et al. 1998, "Metro")."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.clean import validate
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh

SAMPLES = 8_000
"""Points on each surface spread by area, and at most as many of its vertices, where the extremes are."""
_TREE_SAMPLES = 60_000
_AGAIN = 1000


@dataclass(frozen=True)
class Distance:
    """Distances between two surfaces.

    Attributes:
        hausdorff_m: the largest distance of a point of either surface to the other one, metres.
        hausdorff_relative: the same as a share of the diagonal of the first surface's box.
        mean_m: mean distance over both surfaces, metres.
    """

    hausdorff_m: float
    hausdorff_relative: float
    mean_m: float

    def to_dict(self) -> dict[str, float]:
        """JSON-ready form."""
        return asdict(self)


def hausdorff(a: Mesh, b: Mesh, samples: int = SAMPLES) -> Distance:
    """Distance of two surfaces; 0.3 s for 380 k against 36 k triangles.

    Deterministic. A sample's distance is exact or, where triangles of very unlike sizes meet, a little too large.

    Args:
        samples: points by area on each surface, and at most as many of its vertices.

    Raises:
        MeshError: a mesh has no faces, or vertices that are not numbers.
    """
    validate(a, "hausdorff")
    validate(b, "hausdorff")
    with ThreadPoolExecutor(2) as pool:
        there, back = pool.map(_distances, (a, b), (b, a), (samples, samples))
    largest = max(float(d.max()) for pair in (there, back) for d in pair)
    diagonal = float(np.linalg.norm(np.ptp(a.bounds.astype(np.float64), axis=0)))
    # Vertices are dense where the shape bends, so only samples spread by area make a fair mean.
    mean = (float(there[0].mean()) + float(back[0].mean())) / 2
    return Distance(largest, largest / diagonal if diagonal > 0 else 0.0, mean)


def surface_samples(mesh: Mesh, count: int) -> NDArray[np.float64]:
    """`(count, 3)` points spread evenly by area; the same mesh gives the same points."""
    v = mesh.vertices.astype(np.float64)
    total = np.cumsum(np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1))
    if not total[-1] > 0:
        return np.asarray(v[mesh.faces[np.linspace(0, len(mesh.faces) - 1, count).astype(np.int64), 0]], np.float64)
    i = np.arange(count)
    face = np.minimum(np.searchsorted(total, (i + 0.5) / count * total[-1]), len(mesh.faces) - 1)
    # R2 sequence (Roberts 2018), folded into the triangle.
    s, t = (0.5 + i * 0.7548776662466927) % 1, (0.5 + i * 0.5698402909980532) % 1
    over = s + t > 1
    s, t = np.where(over, 1 - s, s)[:, None], np.where(over, 1 - t, t)[:, None]
    p, q, r = (v[mesh.faces[face, k]] for k in range(3))
    return np.asarray(p + s * (q - p) + t * (r - p))


def _distances(points_of: Mesh, surface_of: Mesh, count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Distances of the area samples and of the vertices of one mesh to the other's surface."""
    samples = surface_samples(points_of, count)
    used = np.flatnonzero(np.bincount(points_of.faces.ravel(), minlength=len(points_of.vertices)))
    vertices = points_of.vertices[used[:: -(-len(used) // count)]].astype(np.float64)
    points = np.concatenate([samples, vertices])
    surface = ClosestPoints(surface_of, candidates=3, samples=_TREE_SAMPLES)
    nearest, _ = surface.query(points)
    distance = np.linalg.norm(nearest - points, axis=1)
    # Slivers hide from three candidates. Only far points can be the extreme, so these look again, at more of them.
    far = np.argpartition(distance, -min(_AGAIN, len(distance)))[-_AGAIN:]
    nearest, _ = surface.query(points[far], candidates=32)
    distance[far] = np.minimum(distance[far], np.linalg.norm(nearest - points[far], axis=1))
    return distance[: len(samples)], distance[len(samples) :]
