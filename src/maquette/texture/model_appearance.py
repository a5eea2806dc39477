"""`ModelAppearance`: the surface of a file as a field: at any point, what the nearest point of the model looks like."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Model
from maquette.geometry.clean import extent
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import RayScene, ray_scene
from maquette.geometry.render_vertices import RenderVertices, render_vertices
from maquette.texture.appearance import Floats, SurfaceSamples, register_appearance
from maquette.texture.material_arrays import materials_arrays, materials_from, shrunk
from maquette.texture.material_lookup import MaterialLookup

Ints = NDArray[np.int32]
NEAR = 0.02
"""Rays look this far for the surface, as a fraction of the longest side; what they miss is found by the closest point."""
SAMPLES = 80_000
"""Over the surface, for the few points that no ray finds."""
_MESH = ("vertices", "faces", "uv", "face_uv", "normals", "corner_normals")


@register_appearance
@dataclass(frozen=True, eq=False)
class ModelAppearance:
    """Materials, textures and corner colours of a model, found at the nearest point of its surface.

    A `SurfaceAppearance`: whoever knows the triangle and the place on it asks `sample_at`, which needs no search.
    """

    kind: ClassVar[str] = "model"
    model: Model
    _search: _Search = field(init=False, repr=False)
    _lookups: tuple[MaterialLookup, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_search", _Search(self.model.mesh))
        object.__setattr__(self, "_lookups", tuple(MaterialLookup(m) for m in self.model.materials))

    @classmethod
    def of(cls, model: Model, mesh: Mesh) -> Self:
        """The appearance of `model` in the frame of `mesh`, which is the model's own mesh, moved."""
        return cls(Model(mesh, model.materials, model.face_material, model.colors, model.extras))

    def for_size(self, size: int) -> Self:
        """The same with textures of at most about `size` texels a side, so that a small bake of a large picture does not flicker."""
        m = self.model
        return type(self)(Model(m.mesh, shrunk(m.materials, size), m.face_material, m.colors, m.extras))

    @property
    def triangles(self) -> Ints:
        """See `SurfaceAppearance`."""
        return self.model.mesh.faces

    @property
    def has_normals(self) -> bool:
        """See `SurfaceAppearance`."""
        return any(k.normal is not None for k in self._lookups)

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        return self.sample_at(*self.locate(points, normals))

    def sample_at(self, triangle: Ints, v: Floats, w: Floats) -> SurfaceSamples:
        """See `SurfaceAppearance.sample_at`; a triangle of -1 gives the first one's material."""
        model, n = self.model, len(triangle)
        triangle = np.maximum(triangle, 0)
        weight = np.stack([1 - v - w, v, w], axis=1).astype(np.float32)
        base = np.ones((n, 3), np.float32)
        metallic, roughness = np.zeros(n, np.float32), np.full(n, 1.0, np.float32)
        if not model.materials:
            base[:] = 1.0 if model.colors is not None else PLAIN
            roughness[:] = PLAIN_ROUGHNESS
        glow = np.zeros((n, 3), np.float32) if any(k.glows for k in self._lookups) else None
        relief = self._smooth(triangle, weight) if any(k.normal is not None for k in self._lookups) else None
        uv = self._uv(triangle, weight)
        owner = np.zeros(n, np.int32) if model.face_material is None else model.face_material[triangle]
        for i, look in enumerate(self._lookups):
            rows = (
                np.flatnonzero(owner == i) if len(self._lookups) > 1 or model.face_material is not None else slice(None)
            )
            place = None if uv is None else uv[rows]
            count = n if isinstance(rows, slice) else len(rows)
            if not count:
                continue
            base[rows] = look.base(place, count)
            metallic[rows], roughness[rows] = look.surface(place, count)
            if glow is not None:
                glow[rows] = look.glow(place, count)
            if relief is not None and look.normal is not None and place is not None:
                relief[rows] = self._bent(relief[rows], look.relief(place), triangle[rows], weight[rows])
        if model.colors is not None:
            tint = np.einsum("nk,nkc->nc", weight, model.colors[triangle])
            base = tint if not model.materials else np.asarray(_product(base, tint), np.float32)
        return SurfaceSamples(np.clip(base, 0, 1), metallic, roughness, glow, relief)

    def locate(self, points: Floats, normals: Floats) -> tuple[Ints, Floats, Floats]:
        """Triangle and barycentrics of corners 1 and 2 of the surface nearest to each point."""
        return self._search.locate(points, normals)

    def _uv(self, triangle: Ints, weight: Floats) -> Floats | None:
        mesh = self.model.mesh
        if mesh.uv is None or mesh.face_uv is None or not any(k.textured for k in self._lookups):
            return None
        corner = mesh.face_uv[triangle]
        out = mesh.uv[corner[:, 0]] * weight[:, :1]
        out += mesh.uv[corner[:, 1]] * weight[:, 1:2]
        out += mesh.uv[corner[:, 2]] * weight[:, 2:]
        return out

    def _smooth(self, triangle: Ints, weight: Floats) -> Floats:
        v = self._search.frames
        return _unit(np.einsum("nk,nkc->nc", weight, v.normals[v.faces[triangle]]))

    def _bent(self, smooth: Floats, local: Floats, triangle: Ints, weight: Floats) -> Floats:
        """Normals of a normal map `local (n, 3)` in the frame of the mesh."""
        v = self._search.frames
        if v.tangents is None:
            return smooth
        tangent = np.einsum("nk,nkc->nc", weight, v.tangents[v.faces[triangle]])
        across = np.cross(smooth, tangent[:, :3]) * np.sign(tangent[:, 3:])
        return _unit(tangent[:, :3] * local[:, :1] + across * local[:, 1:2] + smooth * local[:, 2:])

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        mesh, model = self.model.mesh, self.model
        out: dict[str, NDArray[np.generic]] = {
            f"mesh.{k}": getattr(mesh, k) for k in _MESH if getattr(mesh, k) is not None
        }
        if model.face_material is not None:
            out["face_material"] = model.face_material
        if model.colors is not None:
            out["colors"] = model.colors
        return out | materials_arrays(model.materials)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        parts = {k: arrays[f"mesh.{k}"] for k in _MESH if f"mesh.{k}" in arrays}
        owner, colors = arrays.get("face_material"), arrays.get("colors")
        return cls(
            Model(
                Mesh(**parts),  # type: ignore[arg-type]
                materials_from(arrays),
                None if owner is None else np.asarray(owner, np.int32),
                None if colors is None else np.asarray(colors, np.float32),
            )
        )


PLAIN = (0.8, 0.8, 0.8)
"""sRGB of a model that says nothing of its surface."""
PLAIN_ROUGHNESS = 0.7


class _Search:
    """Finds points on a mesh; what it needs is built when first asked for, by one thread."""

    def __init__(self, mesh: Mesh) -> None:
        self._mesh = mesh
        self._lock = threading.Lock()
        self._scene: RayScene | None = None
        self._closest: ClosestPoints | None = None
        self._frames: RenderVertices | None = None

    @property
    def frames(self) -> RenderVertices:
        """Normals and tangents of the mesh's corners."""
        with self._lock:
            if self._frames is None:
                self._frames = render_vertices(self._mesh)
            return self._frames

    def locate(self, points: Floats, normals: Floats) -> tuple[Ints, Floats, Floats]:
        """Triangle and barycentrics of corners 1 and 2 of the surface near each point, preferably one that looks the same way."""
        with self._lock:
            if self._scene is None:
                self._scene = ray_scene(self._mesh)
        n = len(points)
        triangle = np.full(n, -1, np.int32)
        v, w = np.zeros(n, np.float32), np.zeros(n, np.float32)
        if self._scene is not None and n:
            lift = np.float32(0.5 * NEAR * extent(self._mesh.vertices))
            hit = self._scene.first_hits(points + normals * lift, -normals)
            ok = (hit.triangle >= 0) & (hit.distance < 2 * lift)
            flat = self._mesh.vertices[self._mesh.faces[np.maximum(hit.triangle, 0)]]
            face_normal = np.cross(flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0])
            ok &= np.einsum("nk,nk->n", face_normal, normals) > 0
            triangle[ok], v[ok], w[ok] = hit.triangle[ok], hit.u[ok], hit.v[ok]
        rest = np.flatnonzero(triangle < 0)
        if len(rest):
            with self._lock:
                if self._closest is None:
                    self._closest = ClosestPoints(self._mesh, candidates=2, samples=SAMPLES)
            at, face = self._closest.nearest(points[rest], normals[rest])
            triangle[rest] = face
            v[rest], w[rest] = _barycentrics(at, self._mesh.vertices[self._mesh.faces[face]].astype(np.float64))
        return triangle, v, w


def _barycentrics(points: NDArray[np.float64], corners: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """Barycentrics of corners 1 and 2 for points `(n, 3)` on triangles `(n, 3, 3)`."""
    ab, ac, ap = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0], points - corners[:, 0]
    d00, d01, d11 = ((x * y).sum(1) for x, y in ((ab, ab), (ab, ac), (ac, ac)))
    d20, d21 = (ap * ab).sum(1), (ap * ac).sum(1)
    det = np.maximum(d00 * d11 - d01 * d01, 1e-300)
    v, w = ((d11 * d20 - d01 * d21) / det).clip(0, 1), ((d00 * d21 - d01 * d20) / det).clip(0, 1)
    return v.astype(np.float32), w.astype(np.float32)


def _product(a: Floats, b: Floats) -> Floats:
    """Product of two sRGB colours in linear light."""
    from maquette.render.color import to_linear, to_srgb

    return to_srgb(to_linear(a) * to_linear(b))


def _unit(vectors: NDArray[np.floating]) -> Floats:
    length = np.sqrt(np.einsum("nk,nk->n", vectors, vectors))
    return np.asarray(vectors / np.maximum(length, 1e-20)[:, None], np.float32)
