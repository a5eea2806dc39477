import json

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives
from maquette.geometry.measure import measure
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place
from maquette.geometry.unwrap import unwrap
from maquette.texture.textures import TextureSet


def test_a_good_solid() -> None:
    mesh, _ = place(primitives.linked_rings())
    report = measure(mesh)
    assert report.watertight
    assert report.manifold
    assert report.outward
    assert (report.components, report.euler_number, report.genus) == (2, 0, 2)
    assert (report.degenerate_faces, report.duplicate_faces, report.boundary_edges) == (0, 0, 0)
    assert max(report.extents) == pytest.approx(1)
    assert report.lowest == 0
    assert report.uv_use is None
    json.dumps(report.to_dict())


def test_volume_area_and_counts_of_a_box() -> None:
    report = measure(primitives.box((1, 2, 3)))
    assert report.volume == pytest.approx(6)
    assert report.area == pytest.approx(22)
    assert (report.vertices, report.triangles, report.polygons, report.quads) == (8, 12, 12, 0)


def test_faults_are_found() -> None:
    box = primitives.box()
    opened = measure(Mesh(box.vertices, box.faces[1:]))
    assert not opened.watertight
    assert opened.boundary_edges == 3
    assert opened.genus is None
    inside_out = measure(Mesh(box.vertices, box.faces[:, ::-1]))
    assert inside_out.watertight
    assert not inside_out.outward
    doubled = measure(Mesh(box.vertices, np.concatenate([box.faces, box.faces[:1], [[1, 1, 2]]])))
    assert doubled.duplicate_faces == 1
    assert doubled.degenerate_faces == 1
    assert not doubled.edge_manifold
    pinched = np.concatenate([box.faces, np.where(box.faces == 0, 0, box.faces + 7)])
    report = measure(Mesh(np.concatenate([box.vertices, box.vertices[1:] + 2]), pinched))
    assert report.edge_manifold
    assert not report.vertex_manifold


def test_uv_use_overlap_and_textures() -> None:
    mesh = unwrap(primitives.box(), 512)
    pixels = np.zeros((512, 512, 3), np.uint8)
    report = measure(mesh, TextureSet(pixels, orm=pixels))
    assert report.uv_overlap == 0
    assert report.uv_use > 0.5
    assert report.textures == {"base_color": [512, 512], "orm": [512, 512]}
    # All six sides on one square: everything but one side is covered again.
    square = np.array([[0, 0], [1, 0], [1, 1]], np.float32)
    stacked = Mesh(mesh.vertices, mesh.faces, uv=square, face_uv=np.tile([0, 1, 2], (12, 1)))
    report = measure(stacked)
    assert report.uv_overlap == pytest.approx(1)
    assert report.uv_use == pytest.approx(0.5, abs=0.01)


def test_nothing_to_measure() -> None:
    with pytest.raises(MeshError, match="no faces"):
        measure(Mesh(np.zeros((3, 3)), np.zeros((0, 3))))
