"""Programs become solids: closed, outward, with the volume and the Euler number that they must have."""

from __future__ import annotations

import math

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.shapes.api import (
    bone,
    box,
    capsule,
    cone,
    cylinder,
    extrude,
    height_field,
    hull,
    intersection,
    lathe,
    loft,
    organic,
    scatter,
    soft_difference,
    sphere,
    sweep,
    text,
    torus,
    union,
)
from maquette.shapes.compile import Compiled, compile_program
from maquette.shapes.crossings import crossing_edges
from maquette.shapes.deformations import Lattice
from maquette.shapes.material import Material
from maquette.shapes.node import Node
from maquette.shapes.program import Attach, Part, Point, Program


def compiled(*solids: Node, facets: int | None = None, floats: bool = True, seconds: float = 20.0) -> Compiled:
    parts = tuple(Part(name=f"p{i}", solid=s.as_solid(), material="m") for i, s in enumerate(solids))
    program = Program(name="x", parts=parts, materials={"m": Material()}, facets=facets, floats=floats)
    return compile_program(program, seconds=seconds)


def volume(c: Compiled) -> float:
    return topology.signed_volume(c.fused.vertices, c.fused.faces)


CASES: dict[str, tuple[Node, float | None, int]] = {
    "box": (box(1, 2, 3), 6.0, 2),
    "bevelled box": (box(1, 1, 1, 0.1), None, 2),
    "sphere": (sphere(0.5), 4 / 3 * math.pi * 0.125, 2),
    "ellipsoid": (sphere(0.5, 0.25, 1), 4 / 3 * math.pi * 0.125, 2),
    "cylinder": (cylinder(0.5, 2), math.pi * 0.5, 2),
    "prism": (cylinder(1, 1, sides=6), 3 * math.sqrt(3) / 2, 2),
    "cone": (cone(0.5, 3), math.pi * 0.25, 2),
    "capsule": (capsule(0.25, 1), math.pi * 0.0625 * 0.5 + 4 / 3 * math.pi * 0.25**3, 2),
    "torus": (torus(0.5, 0.1), 2 * math.pi**2 * 0.5 * 0.01, 0),
    "arc": (torus(0.5, 0.1, 180), math.pi**2 * 0.5 * 0.01, 2),
    "vase": (lathe([(0, 0), (0.5, 0), (0.5, 1), (0.4, 1), (0.4, 0.1), (0, 0.1)]), math.pi * (0.25 - 0.16 * 0.9), 2),
    "ring": (lathe([(0.4, 0), (0.5, 0), (0.5, 0.2), (0.4, 0.2), (0.4, 0)]), math.pi * 0.09 * 0.2, 0),
    "frame": (
        extrude([(0, 0), (1, 0), (1, 1), (0, 1)], 0.1, holes=[[(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]]),
        0.064,
        0,
    ),
    "pipe": (sweep([(0, 0, 0), (0, 1, 0), (0, 2, 0)], 0.1, smooth=False), math.pi * 0.02, 2),
    "closed sweep": (sweep([(1, 0, 1), (-1, 0, 1), (-1, 0, -1), (1, 0, -1)], 0.1, closed=True), None, 0),
    "flat sweep": (sweep([(0, 0, 0), (0, 0, 2)], profile=[(-0.5, 0), (0.5, 0), (0.5, 0.1), (-0.5, 0.1)]), 0.2, 2),
    "loft": (
        loft(
            [([(1, 1), (-1, 1), (-1, -1), (1, -1)], (0, 0, 0)), ([(1, 1), (-1, 1), (-1, -1), (1, -1)], (0, 1, 0))],
            smooth=False,
        ),
        4.0,
        2,
    ),
    "hull": (hull([(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)]), 1 / 6, 2),
    "ground": (height_field(1, 1, base=0.5, amplitude=0), 0.5, 2),
    "letter": (text("O", 1, 0.2), None, 0),
    "two letters": (text("LL", 1, 0.2), None, 4),
    "ball of bones": (organic([bone((0, 0, 0), (0, 0, 0), 0.5)], 0), 4 / 3 * math.pi * 0.125, 2),
    "difference": (box(1, 1, 1) - box(0.5, 2, 0.5), 0.75, 0),
    "intersection": (intersection(box(1, 1, 1), box(0.5, 3, 3)), 0.5, 2),
    "soft union": (box(1, 0.5, 1).soft_union(box(0.3, 1, 0.3).move(y=0.5), radius=0.1), None, 2),
    "soft difference": (soft_difference(box(1, 1, 1), box(0.4, 3, 0.4), radius=0.05), None, 0),
    "row": (box(1, 1, 1).repeat(3, x=2), 3.0, 6),
    "round": (box(0.2, 1, 0.2).move(1).around(4), 0.16, 8),
    "half turn": (box(0.2, 1, 0.2).move(1).around(3, degrees=180), 0.12, 6),
    "pair": (box(1, 1, 1).move(1).mirrored(), 2.0, 4),
    "image": (box(1, 1, 1).move(1).mirror(), 1.0, 2),
    "scaled": (box(1, 1, 1).scale(2, 3, 0.5), 3.0, 2),
    "bent": (box(0.2, 2, 0.2).bent(90), None, 2),
    "twisted": (box(0.5, 2, 0.5).twisted(90), 0.5, 2),
    "tapered": (box(1, 3, 1).tapered(0.5), 3 * (1 + 0.25 + 0.5) / 3, 2),
    "rough": (box(1, 1, 1).roughened(0.02, 0.3), None, 2),
    "rounded": (box(1, 1, 1).rounded(2), None, 2),
    "studded": (scatter(cylinder(0.02, 0.1), sphere(0.5), 20, gap=0.1), None, 2),
    "lattice": (Lattice(counts=(2, 2, 2), offsets=(((1, 1, 1), (0.5, 0, 0)),), of=box(1, 1, 1).as_solid()), 1.125, 2),
}


@pytest.mark.parametrize("name", CASES)
def test_solids(name: str) -> None:
    node, expected, euler = CASES[name]
    c = compiled(node)
    mesh = c.fused
    assert topology.is_closed(mesh.faces)
    assert len(mesh.vertices) - len(topology.edge_counts(mesh.faces)[0]) + len(mesh.faces) == euler == c.euler
    assert crossing_edges(mesh) == 0
    if expected is None:
        assert volume(c) > 0
    else:
        assert volume(c) == pytest.approx(expected, rel=0.03)


def test_same_program_same_bytes() -> None:
    node = organic([bone((0, 0, 0), (0, 1, 0), 0.3, 0.1)], 0.1) + box(1, 0.1, 1).roughened(0.02, 0.2)
    a, b = compiled(node), compiled(node)
    assert a.fused.vertices.tobytes() == b.fused.vertices.tobytes()
    assert a.fused.faces.tobytes() == b.fused.faces.tobytes()


def test_fused_faces_know_their_part() -> None:
    c = compiled(box(1, 1, 1), box(0.2, 2, 0.2))
    centre = c.fused.vertices[c.fused.faces].mean(axis=1)
    high = np.abs(centre[:, 1]) > 0.6
    assert (c.face_part[high] == 1).all()
    assert (c.face_part[~high] == 0).any()
    assert c.pieces == 1
    assert [len(p.mesh.faces) for p in c.parts] == [12, 12]


def test_fewer_facets_are_fewer_faces_with_hard_edges() -> None:
    smooth, low = compiled(sphere(0.5)), compiled(sphere(0.5), facets=8)
    assert len(low.fused.faces) < len(smooth.fused.faces) / 4
    assert smooth.fused.corner_normals is None
    corner = low.fused.corner_normals
    assert corner is not None
    flat = low.fused.face_normals()
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    assert np.abs(corner - flat[:, None]).max() < 1e-3


def test_parts_meet_at_their_points() -> None:
    post = Part(
        name="post",
        solid=box(0.1, 1, 0.1).as_solid(),
        material="m",
        points={"tip": Point(at=(0, 0.5, 0), up=(1, 0, 0))},
    )
    sign = Part(
        name="sign",
        solid=box(0.5, 0.2, 0.05).as_solid(),
        material="m",
        points={"foot": Point(at=(0, -0.1, 0))},
        attach=Attach(to="post", at="tip", own="foot"),
    )
    c = compile_program(Program(name="x", parts=(post, sign), materials={"m": Material()}))
    low, high = c.parts[1].mesh.bounds
    assert low == pytest.approx([0, 0.25, -0.025], abs=1e-6) or low == pytest.approx([0, 0.475, -0.25], abs=1e-6)
    assert high[0] == pytest.approx(0.2, abs=1e-6)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (
            {"parts": [{"name": "a", "material": "n", "solid": {"op": "box", "size": [1, 1, 1]}}]},
            "part 'a': There is no material 'n'",
        ),
        (
            {
                "parts": [
                    {
                        "name": "a",
                        "material": "m",
                        "solid": {
                            "op": "intersection",
                            "of": [
                                {"op": "box", "size": [1, 1, 1]},
                                {"op": "move", "by": [5, 0, 0], "of": {"op": "box", "size": [1, 1, 1]}},
                            ],
                        },
                    }
                ]
            },
            "has no volume",
        ),
        (
            {"parts": [{"name": "a", "material": "m", "solid": {"op": "sweep", "path": [[0, 0, 0], [0, 1, 0]]}}]},
            "either 'radius' or 'profile'",
        ),
        (
            {
                "parts": [
                    {
                        "name": "a",
                        "material": "m",
                        "solid": {"op": "box", "size": [1, 1, 1]},
                        "attach": {"to": "b", "at": "x", "own": "y"},
                    }
                ]
            },
            "must be a part before it",
        ),
        (
            {
                "parts": [
                    {
                        "name": "a",
                        "material": "m",
                        "solid": {
                            "op": "repeat",
                            "count": 500,
                            "step": [0.001, 0, 0],
                            "of": {"op": "around", "count": 300, "of": {"op": "sphere", "radii": [1, 1, 1]}},
                        },
                    }
                ]
            },
            "joins too much",
        ),
        (
            {"parts": [{"name": "a", "material": "m", "solid": {"op": "text", "text": " ", "height": 1, "depth": 1}}]},
            "no letters",
        ),
    ],
)
def test_faults_are_named(program: dict[str, object], message: str) -> None:
    with pytest.raises(MeshError, match=message):
        compile_program(Program.model_validate({"name": "x", "materials": {"m": {}}, **program}))


def test_time_is_bounded() -> None:
    with pytest.raises(MeshError, match="takes too long"):
        compiled(union(*(organic([bone((i, 0, 0), (i, 1, 0), 0.3)], cells=100) for i in range(50))), seconds=0.05)
