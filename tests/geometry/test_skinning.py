import numpy as np

from maquette.geometry.skinning import harmonic, rotation_between, smooth, turn_points, zone


def test_harmonic_weights_are_linear_along_a_strip_and_do_not_cross_gaps() -> None:
    mask = np.zeros((40, 9), bool)
    mask[2:38, 2:4] = mask[2:38, 5:7] = True
    zero, one = mask.copy(), mask.copy()
    zero[3:], one[:37] = False, False
    one[:, 5:] = False
    weight = harmonic(mask, zero, one)
    assert np.allclose(weight[2:38, 2], np.linspace(0, 1, 36), atol=1e-9)
    assert not weight[:, 5:].any()


def test_smoothing_keeps_constants_up_to_the_border() -> None:
    mask = np.zeros((20, 20), bool)
    mask[5:15, 5:15] = True
    assert np.allclose(smooth(np.full(mask.shape, 0.7), mask, 2.0)[mask], 0.7)


def test_points_turn_by_their_weight() -> None:
    points = np.array([[1.0, 0, 0], [1, 0, 0], [1, 0, 3]])
    out = turn_points(points, np.zeros(3), np.array([0, 0, np.pi / 2]), np.array([0.0, 1.0, 0.5]))
    assert np.allclose(out, [[1, 0, 0], [0, 1, 0], [np.sqrt(0.5), np.sqrt(0.5), 3]])


def test_the_shortest_turn_joins_two_directions() -> None:
    a, b = np.array([0.3, -2.0, 0.4]), np.array([5.0, 0, 0])
    turned = turn_points(a[None], np.zeros(3), rotation_between(a, b), np.ones(1))[0]
    assert np.allclose(turned / np.linalg.norm(turned), [1, 0, 0])
    assert np.allclose(rotation_between(b, 2 * b), 0)
    assert np.isclose(np.linalg.norm(rotation_between(b, -b)), np.pi)


def test_no_tube_folds_within_its_zone() -> None:
    for angle in np.radians([10, 60, 110]):
        half = zone(angle, 1.0)
        assert angle / (2 * half) < 1  # det = 1 - (angle / length of the zone) * radius
