"""Run Instant Meshes on several meshes in a child process that can be cancelled, times out, and may die on one of them."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from maquette.errors import EngineError
from maquette.geometry import quad_remesher
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place

log = logging.getLogger(__name__)
Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]

KILLED = (-signal.SIGKILL, -signal.SIGTERM)
"""Exit statuses of a child that was ended from outside: by the kernel for want of memory, or by an operator."""
POLL = 0.1
"""Longest time in seconds between two looks at the child and at `check_cancelled`."""


@dataclass(frozen=True)
class Job:
    """One run: triangles, the wanted number of quads, the crease angle in degrees (-1: none), and whether the mesh has a boundary."""

    mesh: Mesh
    quads: int
    crease: float
    boundary: bool = False


def run_remesher(
    jobs: Sequence[Job], timeout: float, check_cancelled: Callable[[], None] | None = None
) -> list[tuple[Doubles, Quads] | None]:
    """Vertices `(n, 3)` and quads `(q, 4)` for each job, None for those that fail.

    A mesh on which the library dies costs that mesh alone: the ones after it are given to a new child.

    Args:
        timeout: seconds for all jobs together; those not finished by then fail.
        check_cancelled: called every 0.1 s; what it raises ends the child and goes on to the caller.

    Raises:
        EngineError: somebody killed the child twice. That says nothing of the mesh, so no fallback may be stored as its result.
    """
    placed = [place(job.mesh) for job in jobs]
    results: list[tuple[Doubles, Quads] | None] = []
    deadline, killed = time.monotonic() + timeout, 0
    while len(results) < len(jobs):
        first = len(results)
        status, answers = _child(jobs[first:], [m for m, _ in placed[first:]], deadline, check_cancelled)
        for (vertices, quads), (_, matrix) in zip(answers, placed[first:], strict=False):
            good = quads.shape[1:] == (4,) and len(quads)
            results.append(((vertices - matrix[:3, 3]) / np.diag(matrix)[:3], quads) if good else None)
        if len(results) == len(jobs):
            break
        if status is None:
            log.warning("quad_remesh: the remesher took more than %.0f s", timeout)
            return results + [None] * (len(jobs) - len(results))
        if status in KILLED:
            killed += 1
            if killed == 2:
                raise EngineError(
                    "The quad remesher was killed twice, probably for want of memory. Ask for fewer faces, or triangles."
                )
            continue
        log.warning("quad_remesh: the remesher ended with status %d", status)
        results.append(None)
    return results


def _child(
    jobs: Sequence[Job], meshes: list[Mesh], deadline: float, check_cancelled: Callable[[], None] | None
) -> tuple[int | None, list[tuple[Doubles, Quads]]]:
    """Exit status (None: out of time) and the answers to as many jobs as it finished."""
    heads = []
    for job, mesh in zip(jobs, meshes, strict=True):
        # The output is subdivided once into pure quads, so the library is asked for a quarter of them.
        options = {
            "vertex_count": max(job.quads // 4, 6),
            "creaseAngle": job.crease,
            "smooth_iter": 2,
            "extrinsic": True,
        }
        options["align_to_boundaries"] = job.boundary
        heads.append({"vertices": len(mesh.vertices), "faces": len(mesh.faces), "options": options})
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink:
        source.write(json.dumps(heads).encode() + b"\n")
        for mesh in meshes:
            source.write(mesh.vertices.tobytes() + mesh.faces.astype(np.uint32).tobytes())
        source.seek(0)
        command = [sys.executable, "-E", "-s", quad_remesher.__file__]
        with subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.DEVNULL) as child:
            try:
                status = _wait(child, deadline, check_cancelled)
            finally:
                if child.poll() is None:
                    child.kill()
        sink.seek(0)
        return status, _answers(sink)


def _wait(child: subprocess.Popen[bytes], deadline: float, check_cancelled: Callable[[], None] | None) -> int | None:
    while True:
        if check_cancelled is not None:
            check_cancelled()
        left = deadline - time.monotonic()
        try:
            return child.wait(max(min(POLL, left), 0.0))
        except subprocess.TimeoutExpired:
            if left <= 0:
                return None


def _answers(sink: BinaryIO) -> list[tuple[Doubles, Quads]]:
    """All complete answers that a child wrote."""
    found = []
    while line := sink.readline():
        try:
            answer = json.loads(line)
        except ValueError:
            break
        body = sink.read(12 * answer["vertices"] + 4 * answer["width"] * answer["faces"])
        if len(body) < 12 * answer["vertices"] + 4 * answer["width"] * answer["faces"]:
            break
        v = np.frombuffer(body, np.float32, 3 * answer["vertices"]).reshape(-1, 3).astype(np.float64)
        f = np.frombuffer(body, np.uint32, offset=12 * answer["vertices"]).astype(np.int32)
        found.append((v, f.reshape(answer["faces"], -1) if answer["faces"] else np.zeros((0, 4), np.int32)))
    return found
