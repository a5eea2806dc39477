"""`hausdorff` finds what is known: grown boxes, moved copies, a lost part."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives
from maquette.geometry.hausdorff import hausdorff, surface_samples
from maquette.geometry.mesh import Mesh


def test_a_grown_box() -> None:
    box = primitives.box()
    found = hausdorff(box, Mesh(box.vertices * np.float32(1.1), box.faces))
    assert found.hausdorff_m == pytest.approx(0.05 * 3**0.5, rel=1e-4)  # at the corners
    assert found.hausdorff_relative == pytest.approx(0.05, rel=1e-4)
    assert found.mean_m == pytest.approx(0.05, rel=0.03)


def test_it_looks_both_ways() -> None:
    ball = primitives.sphere(0.5, 24)
    far = Mesh(
        np.concatenate([ball.vertices, ball.vertices * 0.1 + np.float32([0, 2, 0])]),
        np.concatenate([ball.faces, ball.faces + len(ball.vertices)]),
    )
    for pair in ((ball, far), (far, ball)):
        assert hausdorff(*pair).hausdorff_m == pytest.approx(1.55, abs=0.01)


def test_the_same_surface_is_at_no_distance() -> None:
    torus = primitives.torus()
    found = hausdorff(torus, torus)
    assert found.hausdorff_m < 1e-7
    assert found == hausdorff(torus, torus)
    gear = primitives.gear()  # long needles beside each other: not exact, but small
    assert hausdorff(gear, gear).hausdorff_relative < 1e-2
    assert set(found.to_dict()) == {"hausdorff_m", "hausdorff_relative", "mean_m"}


def test_samples_lie_evenly_on_the_surface() -> None:
    points = surface_samples(primitives.box(), 6000)
    side = np.abs(points)
    assert side.max(axis=1) == pytest.approx(np.full(6000, 0.5))
    counts = np.bincount(side.argmax(axis=1) * 2 + (points[np.arange(6000), side.argmax(axis=1)] > 0), minlength=6)
    assert counts.min() >= 990


def test_nothing_is_refused() -> None:
    with pytest.raises(MeshError, match="hausdorff"):
        hausdorff(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), primitives.box())
