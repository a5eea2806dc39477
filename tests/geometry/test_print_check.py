"""Printing: walls, overhangs, shells and sizes of solids whose answers are known."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives
from maquette.geometry.clean import from_manifold
from maquette.geometry.mesh import Mesh
from maquette.geometry.print_check import on_plate, print_check
from maquette.geometry.thickness import thickness


def joined(*meshes: Mesh) -> Mesh:
    start = np.cumsum([0, *[len(m.vertices) for m in meshes]])
    return Mesh(
        np.concatenate([m.vertices for m in meshes]),
        np.concatenate([m.faces + s for m, s in zip(meshes, start, strict=False)]),
    )


def moved(mesh: Mesh, *by: float) -> Mesh:
    return mesh.with_vertices(mesh.vertices + np.array(by))


def test_a_plate_has_the_wall_that_it_has() -> None:
    report = print_check(primitives.box((1, 0.5, 0.007)), 100)
    assert report.wall_mm == pytest.approx(0.7, abs=1e-3)
    assert not report.printable
    assert [p.code for p in report.problems if p.blocking] == ["thin"]
    assert "Scale it to 115 mm" in report.problems[0].message
    assert report.thin_share > 0.9
    assert report.volume_cm3 == pytest.approx(100 * 50 * 0.7 / 1000, rel=1e-5)
    assert report.area_cm2 == pytest.approx(2 * (100 * 50 + 100 * 0.7 + 50 * 0.7) / 100, rel=1e-5)
    assert report.size_mm == pytest.approx((100, 0.7, 50), abs=1e-3)
    larger = print_check(primitives.box((1, 0.5, 0.007)), 115)
    assert larger.printable
    assert larger.wall_mm == pytest.approx(0.805, abs=1e-3)


def test_legs_of_a_chair_are_found_where_they_are() -> None:
    report = print_check(primitives.chair(leg=0.005), 100)
    assert report.wall_mm == pytest.approx(100 * 0.005 / 0.99, rel=0.02)
    assert report.wall_at_mm[2] < 45  # below the seat
    assert not report.printable
    whole = print_check(primitives.chair(leg=0.04), 100)
    assert whole.wall_mm == pytest.approx(100 * 0.04 / 0.99, rel=0.02)
    assert whole.printable
    # The seat's underside.
    assert whole.overhangs[0].centre_mm == pytest.approx((25.25, 25.25, 44.44), abs=0.3)
    assert whole.bridge_mm == pytest.approx(50, abs=3)
    assert whole.base_mm2 == pytest.approx(4 * 4.04**2, rel=0.01)


def test_walls_of_round_solids() -> None:
    torus = print_check(primitives.torus(0.6, 0.22, 64), 164)
    assert torus.wall_mm == pytest.approx(44, rel=0.1)
    sphere = primitives.sphere(0.5, 48)
    # Outward rays of a ball all pass its middle.
    walls = thickness(sphere)
    assert np.median(walls.wall) == pytest.approx(1, rel=0.03)
    assert not walls.overlaps.any()


def test_overhang_of_a_cone_by_its_angle() -> None:
    from manifold3d import Manifold

    for radius, share in ((0.4, 0.0), (0.6, 0.6 * np.hypot(0.5, 0.6) / (0.6 * np.hypot(0.5, 0.6) + 0.6**2))):
        # Its tip is on the plate: the mantle leans out by atan(radius / height).
        cone = from_manifold(Manifold.cylinder(0.5, 1e-3, radius, circular_segments=256).rotate((-90, 0, 0)))
        assert print_check(cone, 100).overhang_share == pytest.approx(share, abs=0.01)


def test_open_inverted_and_touching_surfaces_are_refused() -> None:
    box = primitives.box()
    hole = Mesh(box.vertices, box.faces[1:])
    assert {p.code for p in print_check(hole, 50).problems if p.blocking} == {"open"}
    assert print_check(hole, 50).volume_cm3 is None
    turned = Mesh(box.vertices, box.faces[:, ::-1])
    assert "inside_out" in {p.code for p in print_check(turned, 50).problems if p.blocking}


def test_shells_cavities_and_overlaps() -> None:
    ball = primitives.sphere(0.2, 32)
    two = print_check(joined(ball, moved(ball, 1, 0, 0)), 140)
    assert (two.shells, two.cavities, two.overlap_share) == (2, 0, 0.0)
    assert two.printable
    assert {p.code for p in two.problems} >= {"parts"}
    inside = Mesh(ball.vertices * 0.5, ball.faces[:, ::-1])
    hollow = print_check(joined(ball, inside), 40)
    assert (hollow.shells, hollow.cavities) == (2, 1)
    assert hollow.wall_mm == pytest.approx(10, rel=0.08)
    crossed = print_check(joined(ball, moved(ball, 0.2, 0, 0)), 60)
    assert crossed.overlap_share > 0.1
    assert "overlaps" in {p.code for p in crossed.problems}


def test_build_plate() -> None:
    long = primitives.box((1, 0.1, 0.3))
    assert print_check(long, 200).fits is None
    assert print_check(long, 200, plate_mm=(100, 220, 100)).fits
    small = print_check(long, 200, plate_mm=(120, 120, 120))
    assert small.fits is False
    assert "Scale it to 120 mm" in small.problems[0].message


@pytest.mark.parametrize("scale", [1e-6, 1e6])
def test_the_scale_of_the_file_means_nothing(scale: float) -> None:
    chair = primitives.chair()
    there = moved(chair.with_vertices(chair.vertices * scale), 3 * scale, -2 * scale, scale)
    assert print_check(there, 100).wall_mm == pytest.approx(4.04, rel=0.02)
    low, high = on_plate(there, 100).bounds
    assert (low[0], low[1], high[2]) == pytest.approx((0, 0, 0), abs=1e-6)
    assert (high - low).max() == pytest.approx(0.1, rel=1e-5)


def test_the_same_mesh_gives_the_same_report() -> None:
    chair = primitives.chair()
    assert print_check(chair, 80) == print_check(chair, 80)
    with pytest.raises(MeshError, match="positive number of millimetres"):
        print_check(chair, float("nan"))
    with pytest.raises(MeshError, match="no faces"):
        print_check(Mesh(chair.vertices, chair.faces[:0]), 80)
