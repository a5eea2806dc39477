"""The process that runs CoACD (Wei et al. 2022): `python hull_decomposer.py`.

Kept apart because the library prints to C's stdout and cannot be stopped while it searches. Standard input: one JSON line, then the raw
vertices (float64) and faces (int32). Standard output: one JSON line with the number of points of each part, then the raw points (float64).
"""

import json
import os
import sys
from importlib import import_module


def main() -> None:
    """Read one request, write one answer."""
    out = os.dup(1)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    import numpy as np

    coacd = import_module("coacd")  # not by name: it has no types
    coacd.set_log_level("error")
    head = json.loads(sys.stdin.buffer.readline())
    vertices = np.frombuffer(sys.stdin.buffer.read(head["vertices"] * 24), np.float64).reshape(-1, 3)
    faces = np.frombuffer(sys.stdin.buffer.read(head["faces"] * 12), np.int32).reshape(-1, 3)
    parts = coacd.run_coacd(coacd.Mesh(vertices.copy(), faces.copy()), **head["options"])
    with os.fdopen(out, "wb") as stream:
        stream.write(json.dumps({"points": [len(points) for points, _ in parts]}).encode() + b"\n")
        for points, _ in parts:
            stream.write(np.ascontiguousarray(points, np.float64).tobytes())


if __name__ == "__main__":
    main()
