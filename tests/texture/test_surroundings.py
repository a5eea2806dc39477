"""Surroundings begun before the mesh has UVs bake the same bytes, and end with the bake that they serve."""

import threading

import numpy as np
import pytest
from texture_fields import PositionField

from maquette.errors import Cancelled
from maquette.geometry import primitives
from maquette.geometry.unwrap import unwrap
from maquette.texture.bake import bake_sets, surroundings
from maquette.texture.surroundings import Surroundings

BALL = primitives.torus(resolution=24)


def test_begun_early_they_give_the_same_bytes() -> None:
    mesh, frame = unwrap(BALL, 128), np.eye(4)
    alone = bake_sets(mesh, PositionField(), frame, size=128, source=BALL, maps="all")
    with surroundings(BALL, BALL, "all", 1.0) as around:
        early = bake_sets(mesh, PositionField(), frame, size=128, source=BALL, maps="all", around=around)
    for a, b in ((alone.pbr, early.pbr), (alone.shaded, early.shaded)):
        assert a is not None
        assert b is not None
        assert a.base_color.tobytes() == b.base_color.tobytes()
    assert alone.pbr is not None
    assert early.pbr is not None
    assert np.array_equal(alone.pbr.orm, early.pbr.orm)
    assert np.array_equal(alone.pbr.normal, early.pbr.normal)


def test_what_a_check_raises_goes_on_and_leaves_no_thread() -> None:
    def check() -> None:
        raise Cancelled("The job was cancelled.")

    before = threading.active_count()
    with pytest.raises(Cancelled, match="The job"), Surroundings(BALL, BALL, sky=True, key=True) as around:
        around.light(check)
    assert threading.active_count() == before


def test_nothing_is_traced_that_is_not_wanted() -> None:
    with Surroundings(BALL, None, sky=False, key=False) as around:
        assert around.light() == (None, None)
        assert around.source() is None
