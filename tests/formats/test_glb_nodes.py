from __future__ import annotations

import io

import numpy as np
import pytest
import trimesh

from maquette.errors import MeshError
from maquette.formats.glb import read_glb
from maquette.formats.glb_nodes import write_glb_nodes
from maquette.geometry import primitives


def test_every_mesh_is_a_node_for_others_too() -> None:
    box, ball = primitives.box(), primitives.sphere(resolution=16)
    data = write_glb_nodes([("hull_00", box), ("hull_01", ball)], extras={"collision": {"hulls": 2}})
    assert data == write_glb_nodes([("hull_00", box), ("hull_01", ball)], extras={"collision": {"hulls": 2}})
    scene = trimesh.load(io.BytesIO(data), file_type="glb", process=False)
    assert sorted(scene.geometry) == ["hull_00", "hull_01"]
    assert sorted(scene.graph.nodes_geometry) == ["hull_00", "hull_01"]
    assert scene.geometry["hull_00"].volume == pytest.approx(1.0)
    np.testing.assert_array_equal(scene.geometry["hull_01"].vertices.astype(np.float32), ball.vertices)
    np.testing.assert_array_equal(scene.geometry["hull_01"].faces, ball.faces)


def test_our_reader_takes_it() -> None:
    box = primitives.box()
    mesh = read_glb(write_glb_nodes([("a", box), ("b", box)], extras={}))[0]
    assert len(mesh.faces) == 2 * len(box.faces)


def test_nothing_is_refused() -> None:
    with pytest.raises(MeshError, match="no mesh to write"):
        write_glb_nodes([], extras={})
