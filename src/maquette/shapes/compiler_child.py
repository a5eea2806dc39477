"""The child process of `guarded`: reads programs from its standard input, compiles them, and writes what came out. Run as a module."""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any, BinaryIO

import numpy as np

from maquette.errors import MaquetteError
from maquette.geometry.mesh import Mesh
from maquette.shapes.compile import compile_program
from maquette.shapes.program import Program

MEMORY = 6 << 30
"""Bytes of address space: some three times what the largest program that is let through takes."""


def main() -> None:
    """Serve until the input ends."""
    _bound_memory()
    source = sys.stdin.buffer
    # The modeller may print; nothing of it may come between the answers.
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (request := receive(source)) is not None:
        send(sink, _answer(request))


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    try:
        program = Program.model_validate_json(request["program"])
        compiled = compile_program(program, fineness=request["fineness"], seconds=request["seconds"])
    except MaquetteError as error:
        return {"error": error.message}
    except MemoryError:
        return {"memory": True}
    return {
        "parts": [(part.mesh.vertices, part.mesh.faces) for part in compiled.parts],
        "fused": _arrays(compiled.fused),
        "face_part": compiled.face_part,
        "euler": compiled.euler,
        "pieces": compiled.pieces,
    }


def _arrays(mesh: Mesh) -> dict[str, np.ndarray]:
    out = {"vertices": mesh.vertices, "faces": mesh.faces}
    return out if mesh.corner_normals is None else out | {"corner_normals": mesh.corner_normals}


def receive(source: BinaryIO) -> Any:
    """One message: eight bytes of length, and a pickle. None at the end."""
    head = source.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "little")
    body = source.read(size)
    return pickle.loads(body) if len(body) == size else None


def send(sink: BinaryIO, message: Any) -> None:
    """The inverse of `receive`."""
    body = pickle.dumps(message, protocol=5)
    sink.write(len(body).to_bytes(8, "little") + body)
    sink.flush()


def _bound_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, OSError, ValueError):  # Windows has none; macOS may refuse
        pass


if __name__ == "__main__":
    main()
