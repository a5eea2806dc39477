import numpy as np
import pytest

from maquette.geometry import primitives
from maquette.geometry.clean import from_manifold
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import ray_scene
from maquette.texture.occlusion import Occlusion, occlusion, sphere_directions


def test_directions_are_even() -> None:
    d = sphere_directions(128)
    np.testing.assert_allclose(np.linalg.norm(d, axis=1), 1, atol=1e-6)
    assert np.abs(d.mean(axis=0)).max() < 0.01


def test_convex_is_open_and_a_cavity_is_dark() -> None:
    ball = primitives.sphere()
    light = occlusion(ball, ray_scene(ball))
    assert light.values.min() > 0.97
    ring = primitives.torus(0.4, 0.25)
    light = occlusion(ring, ray_scene(ring)).values.mean(axis=1)
    centre = ring.vertices[ring.faces].mean(axis=1)
    inside = np.hypot(centre[:, 0], centre[:, 2]) < 0.25
    outside = np.hypot(centre[:, 0], centre[:, 2]) > 0.55
    assert light[inside].mean() < 0.75
    assert light[outside].mean() > 0.97


def test_a_coarse_mesh_gets_a_fine_lattice() -> None:
    from manifold3d import Manifold

    step = from_manifold(Manifold.cube((1, 0.2, 1), True) + Manifold.cube((0.2, 1, 1), True).translate((-0.4, 0.4, 0)))
    light = occlusion(step, ray_scene(step))
    assert light.steps > 10
    assert light.values.min() < 0.7
    assert light.values.max() == 1


@pytest.mark.parametrize("k", [1, 2, 7])
def test_the_lattice_interpolates_linear_functions_exactly(k: int) -> None:
    i, j = np.meshgrid(np.arange(k + 1), np.arange(k + 1), indexing="ij")
    on = i + j <= k
    slot = (i[on] + j[on]) * (i[on] + j[on] + 1) // 2 + j[on]
    values = np.zeros((2, (k + 1) * (k + 2) // 2), np.float32)
    values[1, slot] = 0.2 + 0.5 * i[on] / k + 0.3 * j[on] / k
    rng = np.random.default_rng(0)
    v = rng.uniform(0, 1, 500).astype(np.float32)
    w = (rng.uniform(0, 1, 500) * (1 - v)).astype(np.float32)
    found = Occlusion(k, values)(np.ones(500, np.int32), v, w)
    np.testing.assert_allclose(found, 0.2 + 0.5 * v + 0.3 * w, atol=1e-5)
    beyond = Occlusion(k, values)(np.ones(3, np.int32), np.array([-0.5, 1.5, 0.8]), np.array([0, 0, 0.8]))
    assert ((beyond >= 0.19) & (beyond <= 0.71)).all()


def test_empty_scene_hits_nothing() -> None:
    far = Mesh(primitives.box().vertices + 50, primitives.box().faces)
    ball = primitives.sphere(0.5, 16)
    assert occlusion(ball, ray_scene(far)).values.min() == 1
