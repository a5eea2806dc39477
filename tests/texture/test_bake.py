import sys
from pathlib import Path

import numpy as np
import pytest

from maquette.errors import Cancelled, MeshError
from maquette.geometry import primitives, rays
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place, transform
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.render_vertices import render_vertices
from maquette.geometry.unwrap import unwrap
from maquette.texture import bake as module
from maquette.texture.bake import bake
from maquette.texture.raster import edge_functions, rasterize, to_texels

sys.path.insert(0, str(Path(__file__).parent))
from texture_fields import NormalField, PositionField

SIZE = 256


def texel_points(mesh: Mesh, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Covered texels (y, x), their triangle and barycentrics, computed the plain way."""
    owner = rasterize(mesh.uv, mesh.face_uv, size)
    y, x = np.nonzero(owner >= 0)
    tri = owner[y, x]
    e = edge_functions(to_texels(mesh.uv, size)[mesh.face_uv])[tri]
    return y, x, tri, e[..., 0] * x[:, None] + e[..., 1] * y[:, None] + e[..., 2]


def mixed(values: np.ndarray, faces: np.ndarray, tri: np.ndarray, weight: np.ndarray) -> np.ndarray:
    return np.einsum("nk,nkc->nc", weight, values[faces[tri]])


def unit(v: np.ndarray) -> np.ndarray:
    return v / np.linalg.norm(v, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def torus() -> tuple[Mesh, Mesh, np.ndarray]:
    """A low, unwrapped torus in the asset's frame, the fine source in the same frame, and the matrix back."""
    fine = primitives.torus(resolution=80)
    low = Mesh.from_quads(*quads_from_triangles(fine, 800))
    low, matrix = place(low, bbox=(1, 0.7, 1.2))
    return unwrap(low, SIZE), transform(fine, matrix), np.linalg.inv(matrix)


def test_every_texel_holds_the_field_at_its_place(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    mesh, _, back = torus
    out = bake(mesh, PositionField(), back, size=SIZE)
    y, x, tri, weight = texel_points(mesh, SIZE)
    here = mixed(mesh.vertices.astype(np.float64), mesh.faces, tri, weight)
    there = here @ back[:3, :3].T + back[:3, 3]
    error = np.abs(out.base_color[y, x] - 255 * (there * 0.5 + 0.5))
    assert error.max() < 1.0
    clear = np.abs(there[:, 0]) > 0.01
    np.testing.assert_array_equal(out.orm[y, x, 2][clear], np.where(there[clear, 0] > 0, 255, 0))
    assert (out.orm[y, x, 1] == 64).all()
    assert out.normal is None
    assert not out.unlit


def test_the_source_is_found_and_its_colour_taken(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    mesh, source, back = torus
    out = bake(mesh, PositionField(), back, size=SIZE, source=source)
    y, x, _, _ = texel_points(mesh, SIZE)
    there = out.base_color[y, x] / 255 * 2 - 1
    distance = np.abs(np.hypot(np.hypot(there[:, 0], there[:, 2]) - 0.6, there[:, 1]) - 0.22)
    assert np.quantile(distance, 0.99) < 0.01  # 8-bit steps are 0.008


def test_viewers_get_the_source_normals_back(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    mesh, source, _ = torus
    out = bake(mesh, NormalField(), np.eye(4), size=SIZE, source=source)
    y, x, tri, weight = texel_points(mesh, SIZE)
    v = render_vertices(mesh)
    n = unit(mixed(v.normals, v.faces, tri, weight))
    t = unit(mixed(v.tangents[:, :3], v.faces, tri, weight))
    b = unit(mixed(np.cross(v.normals, v.tangents[:, :3]) * v.tangents[:, 3:], v.faces, tri, weight))
    colour = out.normal[y, x] / 255 * 2 - 1
    shaded = unit(t * colour[:, :1] + b * colour[:, 1:2] + n * colour[:, 2:])
    wanted = unit(out.base_color[y, x] / 255 * 2 - 1)
    angle = np.degrees(np.arccos(np.clip(np.einsum("ij,ij->i", shaded, wanted), -1, 1)))
    assert np.quantile(angle, 0.999) < 2
    # And they beat the smooth normals by far, against the exact torus.
    assert (out.normal[..., 2] > 100).all()


def test_tangents_follow_u(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    mesh, _, _ = torus
    v = render_vertices(mesh)
    np.testing.assert_allclose(np.linalg.norm(v.tangents[:, :3], axis=1), 1, atol=1e-5)
    assert np.abs(np.einsum("ij,ij->i", v.tangents[:, :3], v.normals)).max() < 1e-5
    assert set(np.unique(v.tangents[:, 3])) == {1.0}
    p, t = v.positions[v.faces].astype(float), v.uv[v.faces].astype(float)
    e, d = p[:, 1:] - p[:, :1], t[:, 1:] - t[:, :1]
    u = unit(e[:, 0] * d[:, 1, 1:] - e[:, 1] * d[:, 0, 1:])
    cosine = np.einsum("ij,ij->i", u, v.tangents[v.faces[:, 0], :3])
    assert np.median(cosine) > 0.97


def test_shaded_is_the_colour_alone_and_glow_is_kept(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    mesh, _, back = torus
    shaded = bake(mesh, PositionField(), back, size=SIZE, maps="shaded", light=0)
    assert shaded.unlit
    assert shaded.orm is None
    assert shaded.normal is None
    pbr = bake(mesh, PositionField(), back, size=SIZE)
    np.testing.assert_array_equal(shaded.base_color, pbr.base_color)
    assert bake(mesh, NormalField(), back, size=SIZE).emissive is not None


def test_same_bytes_whatever_the_threads(torus: tuple[Mesh, Mesh, np.ndarray], monkeypatch: pytest.MonkeyPatch) -> None:
    mesh, source, back = torus
    first = bake(mesh, PositionField(), back, size=SIZE, source=source)
    monkeypatch.setattr(module, "MAX_THREADS", 1)
    monkeypatch.setattr(module, "CHUNK", 5000)
    second = bake(mesh, PositionField(), back, size=SIZE, source=source)
    for name in ("base_color", "orm", "normal"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name))


def test_progress_rises_and_cancel_stops(torus: tuple[Mesh, Mesh, np.ndarray], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 2000)
    mesh, source, back = torus
    seen: list[float] = []
    bake(mesh, PositionField(), back, size=SIZE, source=source, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1

    def stop() -> None:
        if len(seen) > 4:
            raise Cancelled("The job was cancelled.")

    seen.clear()
    with pytest.raises(Cancelled):
        bake(mesh, PositionField(), back, size=SIZE, source=source, progress=seen.append, check_cancelled=stop)
    assert len(seen) < 8


def test_without_embree_colours_are_baked_still(
    torus: tuple[Mesh, Mesh, np.ndarray], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    mesh, source, back = torus
    monkeypatch.setattr(rays, "find_spec", lambda name: None)
    out = bake(mesh, PositionField(), back, size=SIZE, source=source)
    assert out.normal is None
    assert (out.orm[..., 0] == 255).all()
    assert "embreex is not installed" in caplog.text


def test_seams_do_not_show_after_bilinear_reading(torus: tuple[Mesh, Mesh, np.ndarray]) -> None:
    """At seams, both charts' edges read the same colour through a bilinear filter, within 3 of 255."""
    mesh, source, back = torus
    out = bake(mesh, PositionField(), back, size=SIZE, source=source).base_color.astype(float)
    uses = np.bincount(np.unique(np.stack([mesh.faces.ravel(), mesh.face_uv.ravel()], 1), axis=0)[:, 0])
    seam = np.flatnonzero(uses > 1)
    corner = np.isin(mesh.faces, seam)
    at = to_texels(mesh.uv, SIZE)[mesh.face_uv[corner]].clip(0, SIZE - 1.001)
    x0, y0 = np.floor(at).astype(int).T
    fx, fy = (at - np.floor(at)).T
    read = (
        out[y0, x0] * ((1 - fx) * (1 - fy))[:, None]
        + out[y0, x0 + 1] * (fx * (1 - fy))[:, None]
        + out[y0 + 1, x0] * ((1 - fx) * fy)[:, None]
        + out[y0 + 1, x0 + 1] * (fx * fy)[:, None]
    )
    exact = 255 * ((mesh.vertices[mesh.faces[corner]] @ back[:3, :3].T + back[:3, 3]) * 0.5 + 0.5)
    assert np.quantile(np.abs(read - exact).max(axis=1), 0.98) < 4


def test_a_mesh_without_uvs_is_refused() -> None:
    with pytest.raises(MeshError, match="Unwrap it first"):
        bake(primitives.box(), PositionField(), np.eye(4), size=64)
