"""Where a part stands: its own frame, or the one in which its point meets another part's point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.shapes.program import Part, Point, Program

Matrix = NDArray[np.float64]


def attachment(part: Part, program: Program, placed: Mapping[str, Matrix]) -> Matrix:
    """`(4, 4)` that takes the part into the frame of the program.

    Raises:
        MeshError: it is attached to a part that does not come before it, or to a point that is not there.
    """
    if part.attach is None:
        return np.eye(4)
    target = next((p for p in program.parts if p.name == part.attach.to), None)
    if target is None or target.name not in placed:
        raise MeshError(f"It is attached to '{part.attach.to}', which must be a part before it.")
    if part.attach.at not in target.points:
        raise MeshError(
            f"Part '{target.name}' has no point '{part.attach.at}'; it has {', '.join(target.points) or 'none'}."
        )
    if part.attach.own not in part.points:
        raise MeshError(f"It has no point '{part.attach.own}'; it has {', '.join(part.points) or 'none'}.")
    there = placed[target.name] @ point_frame(target.points[part.attach.at])
    return np.asarray(there @ np.linalg.inv(point_frame(part.points[part.attach.own])))


def point_frame(point: Point) -> Matrix:
    """`(4, 4)` rigid frame of a point: its Y along `up`, its Z as near to `front` as that allows."""
    up = np.array(point.up, np.float64)
    up /= max(float(np.linalg.norm(up)), 1e-12)
    front = np.array(point.front, np.float64)
    front -= up * (front @ up)
    if np.linalg.norm(front) < 1e-6:
        front = np.cross(up, [1.0, 0, 0]) if abs(up[0]) < 0.9 else np.cross(up, [0, 0, 1.0])
    front /= np.linalg.norm(front)
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2], frame[:3, 3] = np.cross(up, front), up, front, point.at
    return frame
