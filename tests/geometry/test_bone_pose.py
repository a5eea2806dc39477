"""T and A pose of figures whose bones are known."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry import topology
from maquette.geometry.bone_pose import pose_by_bones
from maquette.geometry.mesh import Mesh
from maquette.geometry.pose import NotPosed, PosedMesh
from maquette.shapes.compile import Compiled, compile_program
from maquette.shapes.library import get_family


@pytest.fixture(scope="module")
def robot() -> Compiled:
    return compile_program(get_family("robot").instance(1))


@pytest.mark.parametrize(("pose", "below"), [("t", 0.0), ("a", 45.0)])
def test_a_robot_lifts_its_arms(robot: Compiled, pose: str, below: float) -> None:
    limbs = {limb.kind: limb.joints for limb in robot.program.limbs}
    mesh = Mesh(robot.fused.vertices, robot.fused.faces)
    posed = pose_by_bones(mesh, limbs, pose, robot.face_part)  # type: ignore[arg-type]
    assert isinstance(posed, PosedMesh)
    assert posed.folded < 0.02
    shoulder, wrist = (np.array(posed.joints[f"{name}_l"]) for name in ("shoulder", "wrist"))
    way = wrist - shoulder
    assert np.degrees(np.arctan2(-way[1], way[0])) == pytest.approx(below, abs=1)
    volume = [topology.signed_volume(m.vertices, m.faces) for m in (mesh, posed.mesh)]
    assert volume[1] == pytest.approx(volume[0], rel=0.05)
    hands = robot.fused.vertices[:, 1] < 0.35 * mesh.bounds[1][1]
    legs = hands & (np.abs(robot.fused.vertices[:, 0]) < 0.1 * mesh.bounds[1][1])
    assert np.abs(posed.mesh.vertices[legs] - mesh.vertices[legs]).max() < 1e-6
    width = np.ptp(posed.mesh.vertices[:, 0]) / np.ptp(mesh.vertices[:, 0])
    assert width > 1.2


def test_without_arms_it_says_so(robot: Compiled) -> None:
    mesh = Mesh(robot.fused.vertices, robot.fused.faces)
    assert isinstance(pose_by_bones(mesh, {"spine": [[0, 0, 0], [0, 1, 0]]}, "t"), NotPosed)
