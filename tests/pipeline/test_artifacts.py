"""Meshes, textures and appearances come back from a bundle as they went in."""

import numpy as np

from maquette.engines.engine import EngineRequest, View
from maquette.engines.registry import get_engine
from maquette.geometry.mesh import Mesh
from maquette.pipeline import artifacts
from maquette.pipeline.bundle import Bundle
from maquette.texture.textures import TextureSet


class Context:
    def progress(self, fraction: float) -> None: ...
    def check_cancelled(self) -> None: ...
    def warn(self, message: str) -> None: ...


def test_a_textured_quad_mesh_comes_back() -> None:
    vertices = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
    plain = Mesh.from_quads(vertices, np.array([[0, 1, 2, 3]]))
    mesh = Mesh(plain.vertices, plain.faces, plain.quads, vertices[:, :2], plain.faces)
    textures = TextureSet(np.full((4, 4, 3), 7, np.uint8), orm=np.full((4, 4, 3), 9, np.uint8))
    arrays = artifacts.mesh_arrays(mesh) | artifacts.texture_arrays(textures)
    bundle = Bundle.from_bytes(Bundle(arrays).to_bytes())
    back = artifacts.mesh_from(bundle)
    for name in ("vertices", "faces", "quads", "uv", "face_uv"):
        assert np.array_equal(getattr(back, name), getattr(mesh, name))
    assert back.normals is None
    found = artifacts.textures_from(bundle)
    assert found is not None
    assert np.array_equal(found.base_color, textures.base_color)
    assert found.normal is None
    assert artifacts.textures_from(Bundle(artifacts.mesh_arrays(mesh))) is None


def test_an_engines_appearance_comes_back_with_the_same_colours() -> None:
    y, x = np.mgrid[:64, :64]
    alpha = (np.hypot(x - 32, y - 32) < 24).astype(np.float32)
    rgb = np.stack([x * 4, y * 4, np.full_like(x, 90)], axis=-1).astype(np.uint8)
    raw = get_engine("inflation").generate(EngineRequest((View(rgb, alpha),), detail="draft"), Context())
    bundle = Bundle(artifacts.appearance_arrays(raw.appearance), meta={"appearance": raw.appearance.kind})
    back = artifacts.appearance_from(Bundle.from_bytes(bundle.to_bytes()))
    points, normals = raw.mesh.vertices[:500], raw.mesh.vertex_normals()[:500]
    assert np.array_equal(back.sample(points, normals).base_color, raw.appearance.sample(points, normals).base_color)
