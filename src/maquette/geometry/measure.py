"""Measure a mesh: what an artist asks of a file, counted and not guessed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from maquette.geometry import topology
from maquette.geometry.clean import degenerate_faces, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import signed_areas
from maquette.texture.raster import coverage
from maquette.texture.textures import TextureSet

ATLAS = 1024
"""Texels per side at which UV overlap and use are counted."""


@dataclass(frozen=True)
class MeshReport:
    """Facts of one mesh.

    Attributes:
        polygons: faces as an artist counts them; a quad is one.
        triangles: of the whole mesh, quads counted as two.
        quads: number of quads.
        vertices: used positions.
        watertight: every edge has exactly two faces that run along it in opposite directions.
        edge_manifold: no edge has more than two faces.
        vertex_manifold: the faces around every vertex form one fan.
        outward: closed with positive volume.
        boundary_edges: edges of one face.
        degenerate_faces: triangles without area.
        duplicate_faces: triangles over the same three vertices as another.
        components: parts joined by edges.
        euler_number: V - E + F.
        genus: handles, summed over the parts; None if the mesh is not closed and manifold.
        volume: cubic metres, signed; None if not closed.
        area: square metres.
        extents: width (x), height (y), length (z) in metres.
        lowest, centre: the lowest y, and the centre of the box in x and z, in metres.
        uv_overlap: share of the covered texels that are covered twice, or None without UVs.
        uv_use: share of the atlas that is covered, or None.
        uv_flipped: mirrored UV triangles, or None.
        textures: name to `[width, height]`.
        unlit: the textures hold their light.
    """

    polygons: int
    triangles: int
    quads: int
    vertices: int
    watertight: bool
    edge_manifold: bool
    vertex_manifold: bool
    outward: bool
    boundary_edges: int
    degenerate_faces: int
    duplicate_faces: int
    components: int
    euler_number: int
    genus: int | None
    volume: float | None
    area: float
    extents: tuple[float, float, float]
    lowest: float
    centre: tuple[float, float]
    uv_overlap: float | None = None
    uv_use: float | None = None
    uv_flipped: int | None = None
    textures: dict[str, list[int]] = field(default_factory=dict)
    unlit: bool = False

    @property
    def manifold(self) -> bool:
        """Edges and vertices."""
        return self.edge_manifold and self.vertex_manifold

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form, with `manifold`."""
        data = asdict(self) | {"manifold": self.manifold}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in data.items()}


def measure(mesh: Mesh, textures: TextureSet | None = None) -> MeshReport:
    """Count and measure everything that `MeshReport` names; half a second for 400 k triangles.

    Raises:
        MeshError: the mesh has no faces, or vertices that are not numbers.
    """
    validate(mesh, "measure")
    faces = mesh.faces
    used = np.unique(faces)
    edges, uses, balance = topology.edge_counts(faces)
    edge_manifold = bool(uses.max() <= 2)
    watertight = bool((uses == 2).all() and (balance == 0).all())
    fans = topology.corner_fans(faces)[0] if edge_manifold else -1
    parts, _ = topology.vertex_components(faces, len(mesh.vertices))
    components = parts - (len(mesh.vertices) - len(used))
    euler = len(used) - len(edges) + len(faces)
    solid = watertight and fans == len(used)
    volume = topology.signed_volume(mesh.vertices, faces)
    repeated = int(topology.copied_faces(faces).sum())
    low, high = mesh.vertices[used].min(axis=0).astype(float), mesh.vertices[used].max(axis=0).astype(float)
    size = high - low
    use = overlap = flipped = None
    if mesh.uv is not None and mesh.face_uv is not None:
        use, overlap = coverage(mesh.uv, mesh.face_uv, ATLAS)
        flipped = int((signed_areas(mesh.uv, mesh.face_uv) < -1e-12).sum())
    pictures = {}
    if textures is not None:
        for name in ("base_color", "orm", "normal", "emissive"):
            pixels = getattr(textures, name)
            if pixels is not None:
                pictures[name] = [int(pixels.shape[1]), int(pixels.shape[0])]
    quads = len(mesh.quads) if mesh.quads is not None else 0
    return MeshReport(
        polygons=mesh.polygon_count,
        triangles=len(faces),
        quads=quads,
        vertices=len(used),
        watertight=watertight,
        edge_manifold=edge_manifold,
        vertex_manifold=fans == len(used),
        outward=watertight and volume > 0,
        boundary_edges=int((uses == 1).sum()),
        degenerate_faces=int(degenerate_faces(mesh).sum()),
        duplicate_faces=repeated,
        components=components,
        euler_number=euler,
        genus=(2 * components - euler) // 2 if solid else None,
        volume=volume if watertight else None,
        area=float(np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1).sum() / 2),
        extents=(float(size[0]), float(size[1]), float(size[2])),
        lowest=float(low[1]),
        centre=(float(low[0] + high[0]) / 2, float(low[2] + high[2]) / 2),
        uv_overlap=overlap,
        uv_use=use,
        uv_flipped=flipped,
        textures=pictures,
        unlit=textures is not None and textures.unlit,
    )
