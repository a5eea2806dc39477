"""Shapes with known answers."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry.mesh import Mesh, split_quads
from maquette.texture.textures import TextureSet


def make_sphere(n: int = 48, radius: float = 1.0) -> Mesh:
    """Quads along meridians, with UVs (one seam, degenerate poles)."""
    rows, columns = n, 2 * n
    theta, phi = np.linspace(0, np.pi, rows + 1), np.linspace(-np.pi, np.pi, columns, endpoint=False)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    v = radius * np.stack([np.sin(t) * np.sin(p), np.cos(t), np.sin(t) * np.cos(p)], -1).reshape(-1, 3)
    i, j = (a.ravel() for a in np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij"))
    k = (j + 1) % columns
    quads = np.stack([i * columns + j, (i + 1) * columns + j, (i + 1) * columns + k, i * columns + k], 1).astype(
        np.int32
    )
    u, w = np.meshgrid(np.arange(columns + 1) / columns, 1 - np.arange(rows + 1) / rows)
    c = columns + 1
    quad_uv = np.stack([i * c + j, (i + 1) * c + j, (i + 1) * c + j + 1, i * c + j + 1], 1).astype(np.int32)
    uv = np.stack([u, w], -1).reshape(-1, 2)
    return Mesh(v, split_quads(quads), quads=quads, uv=uv, face_uv=split_quads(quad_uv))


def make_wall(z: float = 0.25) -> Mesh:
    """The square [-1, 1]^2 at a height z, facing +Z, one quad, UVs over the whole texture."""
    v = np.array([[-1, -1, z], [1, -1, z], [1, 1, z], [-1, 1, z]])
    quad = np.array([[0, 1, 2, 3]], np.int32)
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    return Mesh(v, split_quads(quad), quads=quad, uv=uv, face_uv=split_quads(quad))


def make_blob(seed: int = 1) -> Mesh:
    """A bumpy closed shape."""
    sphere = make_sphere(40)
    x, y, z = sphere.vertices.T
    r = 1 + 0.2 * np.sin(4 * x + seed) * np.cos(3 * y) + 0.1 * np.sin(7 * z)
    return sphere.with_vertices(sphere.vertices * r[:, None])


def one_colour(rgb: tuple[int, int, int], *, unlit: bool, roughness: int = 180) -> TextureSet:
    """A texture of one colour."""
    fill = lambda c: np.tile(np.array(c, np.uint8), (16, 16, 1))  # noqa: E731
    return TextureSet(fill(rgb), None if unlit else fill((255, roughness, 0)), unlit=unlit)


@pytest.fixture(scope="session")
def sphere() -> Mesh:
    return make_sphere()


@pytest.fixture(scope="session")
def wall() -> Mesh:
    return make_wall()


@pytest.fixture(scope="session")
def blob() -> Mesh:
    return make_blob()


@pytest.fixture(scope="session")
def colour():
    return one_colour
