"""From logits to a solid: what a known field in a known camera's grid becomes in the object's frame."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from maquette.engines.learned.crop import crop_of
from maquette.engines.learned.field import eye_of, solid_mesh
from maquette.engines.learned.network import Prediction
from maquette.engines.learned.prior import CROP, FIELD, FILL, REACH, bin_centres, outline_prior
from tests.engines.shapes import drawn


def box(opening: float, depth: float) -> Prediction:
    """A slab over all rays, `depth` thick."""
    field = np.broadcast_to((depth / 2 - np.abs(bin_centres()))[:, None, None] * 14, (FIELD,) * 3).astype(np.float32)
    flat = np.zeros((FIELD, FIELD, 3), np.float32)
    return Prediction(np.clip(field, -6, 6), flat, flat, 0.0, opening)


def test_bins_cover_the_depth() -> None:
    bins = bin_centres()
    assert bins.shape == (FIELD,)
    np.testing.assert_allclose(np.diff(bins), 2 * REACH / FIELD, rtol=1e-5)


def test_the_prior_of_a_disc_is_a_ball() -> None:
    y, x = (np.mgrid[:CROP, :CROP] + 0.5) / CROP * 2 - 1
    prior = outline_prior((np.hypot(x, y) < FILL).astype(np.float32))
    assert prior.max() == pytest.approx(FILL, rel=0.06)
    assert prior[0].max() == 0


def test_crops_hold_the_object_in_the_middle() -> None:
    crop = crop_of(drawn("square"))
    assert crop.width == pytest.approx(2 * FILL, rel=0.01)
    mask = crop.picture[3] > 0.5
    rows = np.flatnonzero(mask.any(axis=1))
    assert rows[0] + rows[-1] == pytest.approx(CROP - 1, abs=1)
    assert len(rows) == pytest.approx(FILL * CROP, abs=1.5)
    assert (crop.outline > 0).mean() == pytest.approx(FILL**2, rel=0.02)


@pytest.mark.parametrize("elevation", [0.0, 40.0])
def test_a_slab_under_a_square_is_a_box_that_tapers_to_the_pinhole(elevation: float) -> None:
    crop = crop_of(drawn("square"))
    eye = eye_of(crop, box(0.2, 1.0), 0.0, elevation, 1.0)
    eye = type(eye)(**(vars(eye) | {"trust": 0.0}))
    mesh, cell = solid_mesh([eye], 96)
    solid = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)
    assert solid.is_watertight
    local = mesh.vertices @ eye.axes.T
    near, far = (np.abs(local[np.abs(local[:, 2] - z) < 2 * cell, 0]).max() for z in (0.4, -0.4))
    assert far / near == pytest.approx((1 + 0.4 * 0.2) / (1 - 0.4 * 0.2), rel=0.04)
    # A frustum of depth 1 around the section at its middle, rims rounded by a pixel of the field.
    assert solid.volume == pytest.approx((2 * FILL) ** 2, rel=0.08)
