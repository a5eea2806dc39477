from __future__ import annotations

import numpy as np

from maquette.geometry.mesh import Mesh
from maquette.render.camera import orthographic
from maquette.render.gbuffer import make_tracer
from maquette.render.wireframe import EdgeFinder


def test_sides_are_drawn_and_a_quads_diagonal_is_not(wall):
    camera = orthographic(wall.vertices, (101, 101), (-1, -1, 1, 1))
    buffer = make_tracer(wall).primary(camera)
    ink = EdgeFinder(wall, camera).coverage(buffer).reshape(101, 101)
    assert ink[0, 1:-1].min() > 0.3
    assert ink[1:-1, -1].min() > 0.3
    assert ink[3:-3, 3:-3].max() == 0
    triangles = Mesh(wall.vertices, wall.faces)
    cut = EdgeFinder(triangles, camera).coverage(buffer).reshape(101, 101)
    assert np.diag(cut[::-1]).min() > 0.5
