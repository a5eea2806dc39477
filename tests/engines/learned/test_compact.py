"""The learned engine around a network whose answers are known: frame, outline, colours, order, seeds, refusals."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
import trimesh

from maquette.engines.engine import EngineRequest, RawAsset, View
from maquette.engines.learned import CompactEngine
from maquette.errors import EngineError, UnsupportedInput
from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera
from maquette.render.gbuffer import make_tracer
from maquette.texture.appearance import APPEARANCES
from tests.engines.learned.toy import write_toy
from tests.engines.shapes import Context, drawn, solid_iou, solid_view


@pytest.fixture(scope="module")
def level(tmp_path_factory: pytest.TempPathFactory) -> CompactEngine:
    return CompactEngine(write_toy(tmp_path_factory.mktemp("toy") / "level.onnx", opening=0.09))


@pytest.fixture(scope="module")
def high(tmp_path_factory: pytest.TempPathFactory) -> CompactEngine:
    return CompactEngine(write_toy(tmp_path_factory.mktemp("toy") / "high.onnx", elevation=30))


def generate(engine: CompactEngine, *views: View, **options: object) -> RawAsset:
    request = EngineRequest(views, **{"detail": "draft", **options})  # type: ignore[arg-type]
    return engine.generate(request, Context())


def closed(mesh: Mesh) -> trimesh.Trimesh:
    out = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)
    assert out.is_watertight
    assert out.is_winding_consistent
    assert out.volume > 0
    return out


def seen_through(raw: RawAsset, view: View) -> np.ndarray:
    """What the first picture's camera sees of the mesh, `(h, w) bool`."""
    c = raw.appearance.cameras[0]  # type: ignore[attr-defined]
    scale, half, opening, cx, cy = (float(x) for x in c.lens)
    h, w = view.alpha.shape
    k = opening / half
    axes = c.axes.astype(np.float64)
    window = (-cx * k, (cy - h) * k, (w - cx) * k, cy * k)
    camera = Camera(axes[2] * scale / opening, axes * [[1], [1], [-1]], window, (w, h), True)
    return make_tracer(raw.mesh).primary(camera).hit.reshape(h, w)


@pytest.mark.parametrize(("kind", "euler", "bodies"), [("disc", 2, 1), ("ring", 0, 1), ("pair", 4, 2)])
def test_topology_is_that_of_the_outline(level: CompactEngine, kind: str, euler: int, bodies: int) -> None:
    mesh = closed(generate(level, drawn(kind)).mesh)
    assert mesh.euler_number == euler
    assert mesh.body_count == bodies


@pytest.mark.parametrize("kind", ["ring", "lollipop"])
def test_the_outline_is_kept_whatever_the_camera(high: CompactEngine, kind: str) -> None:
    view = drawn(kind)
    hit, mask = seen_through(generate(high, view, detail="standard"), view), view.alpha > 0.5
    assert (hit & mask).sum() / (hit | mask).sum() > 0.97


def test_the_asset_stands_upright_under_a_camera_from_above(level: CompactEngine, high: CompactEngine) -> None:
    flat, tilted = (closed(generate(e, drawn("bar")).mesh) for e in (level, high))
    # A level bar stays level, whatever the camera's height; its section turns by it.
    assert np.ptp(tilted.vertices[:, 0]) == pytest.approx(np.ptp(flat.vertices[:, 0]), rel=0.03)
    square = drawn("square")
    toward = generate(high, square).appearance.cameras[0].axes[2]  # type: ignore[attr-defined]
    np.testing.assert_allclose(toward, [0, 0.5, np.sqrt(0.75)], atol=1e-6)


def test_front_colours_are_the_picture(level: CompactEngine) -> None:
    view = drawn("disc")
    raw = generate(level, view)
    c = raw.appearance.cameras[0]  # type: ignore[attr-defined]
    scale, half, opening, cx, cy = (float(x) for x in c.lens)
    v = raw.mesh.vertices
    mesh = trimesh.Trimesh(v, raw.mesh.faces, process=False)
    n = mesh.vertex_normals.astype(np.float32)
    front = n[:, 2] > 0.8
    color = raw.appearance.sample(v[front], n[front]).base_color
    k = 1 - v[front, 2] / scale * opening
    x, y = cx + v[front, 0] / scale / k * half, cy - v[front, 1] / scale / k * half
    expected = view.rgb[y.astype(int), x.astype(int)] / 255
    assert np.abs(color - expected).mean() < 0.02


def test_appearance_comes_back_from_arrays(level: CompactEngine) -> None:
    raw = generate(level, solid_view("F"), solid_view("L"))
    again = APPEARANCES[raw.appearance.kind].from_arrays(raw.appearance.to_arrays())
    p = raw.mesh.vertices[::17]
    n = np.tile(np.float32([0.6, 0, 0.8]), (len(p), 1))
    np.testing.assert_array_equal(again.sample(p, n).base_color, raw.appearance.sample(p, n).base_color)


def test_same_seed_same_bytes_other_seed_other_back(level: CompactEngine) -> None:
    one, two, other = (generate(level, drawn("square"), seed=s).mesh for s in (3, 3, 4))
    np.testing.assert_array_equal(one.vertices, two.vertices)
    np.testing.assert_array_equal(one.faces, two.faces)
    a, b = closed(one), closed(other)
    assert abs(a.volume - b.volume) > 1e-3 * a.volume
    assert abs(a.volume - b.volume) < 0.3 * a.volume
    assert a.bounds[1, 2] == pytest.approx(b.bounds[1, 2] - b.bounds[:, 2].mean() + a.bounds[:, 2].mean(), abs=0.12)


def test_order_of_labelled_views_does_not_matter(level: CompactEngine) -> None:
    views = [solid_view(s) for s in ("F", "L", "B")]
    meshes = [generate(level, *order).mesh for order in list(permutations(views))[::2]]
    for mesh in meshes[1:]:
        np.testing.assert_array_equal(mesh.vertices, meshes[0].vertices)
        np.testing.assert_array_equal(mesh.faces, meshes[0].faces)


def test_each_view_adds_accuracy(level: CompactEngine) -> None:
    one = solid_iou(generate(level, solid_view("F")).mesh)
    two = solid_iou(generate(level, solid_view("F"), solid_view("L")).mesh)
    four = solid_iou(generate(level, *(solid_view(s) for s in "FLBR")).mesh)
    assert two > one + 0.05
    assert four > two + 0.05


def test_fused_objects_are_one_solid(level: CompactEngine) -> None:
    closed(generate(level, drawn("disc"), drawn("square"), condition_mode="fuse").mesh)


def test_text_alone_is_refused(level: CompactEngine) -> None:
    with pytest.raises(UnsupportedInput, match="Add an image"):
        generate(level, prompt="a chair")


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="engine 'inflation'"):
        generate(CompactEngine(tmp_path / "none.onnx"), drawn("disc"))
