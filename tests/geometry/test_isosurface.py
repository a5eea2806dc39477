import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import is_solid
from maquette.geometry.isosurface import isosurface


def test_a_solid_that_touches_the_grid_is_closed_there() -> None:
    mesh = isosurface(np.full((8, 9, 10), -1.0))
    assert is_solid(mesh)
    assert topology.euler_number(mesh.faces) == 2


def test_values_exactly_on_the_surface_make_no_degenerate_faces() -> None:
    axis = np.linspace(-1, 1, 21)
    field = np.maximum.reduce([np.abs(a) for a in np.meshgrid(axis, axis, axis)]) - 0.5  # 0 on whole planes of samples
    assert is_solid(isosurface(field))


@pytest.mark.parametrize("field", [np.ones((4, 4, 4)), np.full((4, 4, 4), np.nan), np.ones((4, 4))])
def test_no_solid_is_refused(field: np.ndarray) -> None:
    with pytest.raises(MeshError, match="isosurface"):
        isosurface(field)
