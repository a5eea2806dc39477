from dataclasses import replace

import numpy as np
import pytest
from mannequins import OTHERS, armchair, mannequin, table

from maquette.errors import MeshError
from maquette.geometry.clean import is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.pose import ANGLE, NotPosed, PosedMesh, try_pose
from maquette.geometry.topology import euler_number, signed_volume

THICK = {"slim": 0.045, "stout": 0.07, "child": 0.055, "robot": 0.06}


def posed(mesh: Mesh, pose) -> PosedMesh:
    result = try_pose(mesh, pose)
    assert isinstance(result, PosedMesh), result
    return result


def bones(mesh: Mesh, result: PosedMesh, truth, build: str) -> dict[str, np.ndarray]:
    """Directions of upper and lower arms after posing, from the slices of flesh around the true bones."""
    rest, now = mesh.vertices.astype(float), result.mesh.vertices.astype(float)
    out = {}
    for letter in "rl":
        for name, end in (("shoulder", "elbow"), ("elbow", "wrist")):
            a, b = truth[f"{name}_{letter}"], truth[f"{end}_{letter}"]
            length = np.linalg.norm(b - a)
            d = (b - a) / length
            t = (rest - a) @ d / length
            near = np.linalg.norm(rest - a - np.outer(t * length, d), axis=1) < 1.15 * THICK[build]
            first, last = (now[near & (t > low) & (t < high)].mean(axis=0) for low, high in ((0.35, 0.5), (0.75, 0.9)))
            out[f"{name}_{letter}"] = last - first
    return out


def goal(letter: str, pose: str) -> np.ndarray:
    below = np.radians(ANGLE[pose])
    return np.array([np.cos(below) * (1 if letter == "l" else -1), -np.sin(below), 0])


def degrees(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.degrees(np.arccos(np.clip(a @ b / np.linalg.norm(a) / np.linalg.norm(b), -1, 1))))


@pytest.mark.parametrize("pose", ["t", "a"])
@pytest.mark.parametrize(
    ("build", "below"),
    [
        ("slim", 65),
        ("slim", 45),
        ("slim", 0),
        ("slim", -40),
        ("stout", 50),
        ("child", 30),
        ("robot", 65),
        ("robot", 20),
    ],
)
def test_arms_come_to_lie_within_five_degrees_and_the_solid_stays_one(build: str, below: int, pose: str) -> None:
    mesh, truth = mannequin(below, build=build)
    result = posed(mesh, pose)
    for name, direction in bones(mesh, result, truth, build).items():
        assert degrees(direction, goal(name[-1], pose)) < 5, name
    assert np.array_equal(result.mesh.faces, mesh.faces)
    assert np.array_equal(result.rest, mesh.vertices)
    assert is_solid(result.mesh)
    assert euler_number(result.mesh.faces) == 2
    change = signed_volume(result.mesh.vertices, mesh.faces) / signed_volume(mesh.vertices, mesh.faces)
    assert abs(change - 1) < 0.02
    assert result.folded < 0.01
    assert result.confidence > 0.9


@pytest.mark.parametrize(("build", "below"), [("slim", 55), ("stout", 20), ("child", 40), ("robot", 60)])
def test_joints_are_where_they_were_built(build: str, below: int) -> None:
    mesh, truth = mannequin(below, build=build)
    joints = posed(mesh, "t").joints
    height = np.ptp(mesh.vertices[:, 1])
    for letter in "rl":
        assert np.linalg.norm(truth[f"shoulder_{letter}"] - joints[f"shoulder_{letter}"]) < 0.025 * height
        for name in ("hip", "knee", "ankle"):
            assert np.linalg.norm(truth[f"{name}_{letter}"] - joints[f"{name}_{letter}"]) < 0.07 * height
    assert joints["pelvis"][1] < joints["chest"][1] < joints["neck"][1] < joints["head"][1] < mesh.vertices[:, 1].max()


def test_bent_elbows_are_straightened() -> None:
    mesh, truth = mannequin(30, bend=45)
    for name, direction in bones(mesh, posed(mesh, "t"), truth, "slim").items():
        assert degrees(direction, goal(name[-1], "t")) < 6, name


def test_arms_that_point_forward_are_turned_to_the_sides() -> None:
    mesh, truth = mannequin(40, forward=25)
    for name, direction in bones(mesh, posed(mesh, "t"), truth, "slim").items():
        assert degrees(direction, goal(name[-1], "t")) < 5, name


def test_straddled_legs_come_together_and_the_feet_stay_flat() -> None:
    mesh, truth = mannequin(45, straddle=25)
    result = posed(mesh, "a")
    for side, letter in ((-1, "r"), (1, "l")):
        leg = np.subtract(result.joints[f"ankle_{letter}"], result.joints[f"hip_{letter}"])
        assert degrees(leg * [side, 1, 0], np.array([np.sin(np.radians(8)), -np.cos(np.radians(8)), 0])) < 2
        foot = np.linalg.norm(mesh.vertices - truth[f"ankle_{letter}"] - [0, -0.01, 0.1], axis=1) < 0.06
        shift = result.mesh.vertices[foot] - mesh.vertices[foot]
        assert np.ptp(shift, axis=0).max() < 0.012  # moved, not turned
    assert is_solid(result.mesh)


def test_standing_legs_are_left_alone() -> None:
    mesh, _ = mannequin(45)
    result = posed(mesh, "t")
    legs = mesh.vertices[:, 1] < 0.6
    assert np.array_equal(result.mesh.vertices[legs], mesh.vertices[legs])


def test_a_t_pose_hardly_changes_and_a_pose_and_back_returns() -> None:
    mesh, _ = mannequin(0, build="stout")
    again = posed(mesh, "t")
    assert np.abs(again.mesh.vertices - mesh.vertices).max() < 0.02
    back = posed(posed(mesh, "a").mesh, "t")
    hand = np.abs(mesh.vertices[:, 0]) > 0.65
    assert np.linalg.norm(back.mesh.vertices - mesh.vertices, axis=1)[hand].max() < 0.08


def test_a_symmetric_figure_stays_symmetric_and_the_result_is_the_same_each_time() -> None:
    mesh, _ = mannequin(50, build="robot")
    result = posed(mesh, "t")
    for name in ("shoulder", "elbow", "wrist", "hip"):
        assert np.allclose(np.multiply(result.joints[f"{name}_r"], [-1, 1, 1]), result.joints[f"{name}_l"], atol=1e-4)
    low, high = result.mesh.bounds
    assert abs(low[0] + high[0]) < 2e-3
    assert posed(mesh, "t").mesh.vertices.tobytes() == result.mesh.vertices.tobytes()


def test_scale_and_place_do_not_matter() -> None:
    mesh, _ = mannequin(50)
    result = posed(mesh, "t")
    moved = posed(mesh.with_vertices(mesh.vertices * 100 + np.float32([30, -20, 500])), "t")
    error = (moved.mesh.vertices - [30, -20, 500]) / 100 - result.mesh.vertices
    assert np.abs(error).max() < 0.01


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_things_that_are_no_figures_are_refused_with_a_reason(name: str) -> None:
    result = try_pose(OTHERS[name](), "t")
    assert isinstance(result, NotPosed)
    assert 15 < len(result.reason) < 110
    assert result.reason[0].islower()
    assert not result.reason.endswith(".")


def test_reasons_say_what_is_wrong() -> None:
    refused = [try_pose(armchair(), "t"), try_pose(table(), "a")]
    assert refused[0] == NotPosed("it stands on more than two legs")
    assert isinstance(refused[1], NotPosed)
    hanging, _ = mannequin(88, build="stout")
    close = try_pose(hanging, "t")
    assert isinstance(close, NotPosed)
    assert "arm" in close.reason
    with pytest.raises(MeshError, match="no faces"):
        try_pose(Mesh(np.zeros((3, 3)), np.zeros((0, 3))), "t")


def test_quads_and_uvs_are_kept() -> None:
    mesh, _ = mannequin(45, edge=0.05)
    uv = mesh.vertices[:, :2] / 2 + 0.5
    result = posed(replace(mesh, uv=uv, face_uv=mesh.faces), "t")
    assert result.mesh.uv is not None
    assert np.array_equal(result.mesh.uv, uv.astype(np.float32))
