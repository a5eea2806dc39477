"""The solver minimises the costs that it is given."""

from __future__ import annotations

import numpy as np

from maquette.images.graphcut import cut


def test_without_contradiction_the_sign_of_the_cost_is_the_label() -> None:
    cost = np.full((40, 40), -3, np.float32)
    cost[10:30, 12:28] = 3
    np.testing.assert_array_equal(cut(cost, np.zeros((40, 40, 3), np.float32), 0.1), cost > 0)


def test_smoothness_overrules_a_lone_pixel() -> None:
    cost = np.full((40, 40), -2, np.float32)
    cost[10:30, 12:28] = 2
    cost[20, 20] = -0.5
    cost[3, 3] = 0.5
    lab = np.random.default_rng(0).normal(50, 12, (40, 40, 3)).astype(np.float32)
    found = cut(cost, lab, 4.0)
    assert found[20, 20]
    assert not found[3, 3]
