"""Random and adversarial shape programs: each either makes a closed solid within its bounds, or is refused with a clear error.

    python benchmarks/fuzz_programs.py [--count 10000] [--seed 0] [--processes 1] [--out benchmarks/results/fuzz_programs.json]

Half are random trees of every kind of node; the other half are library programs and random ones that were damaged: numbers made huge, tiny,
negative, or no numbers; names that do not exist; copies of copies; deep nesting; expressions that try to do more than arithmetic.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from machine import describe

from maquette.errors import MaquetteError
from maquette.geometry import topology
from maquette.shapes import guarded
from maquette.shapes.compile import MAX_TRIANGLES
from maquette.shapes.guarded import Compiler
from maquette.shapes.library import library
from maquette.shapes.template import program_from

SECONDS = 1.0
"""Bound given to each program."""
GRACE = 2 * SECONDS + guarded.GRACE + guarded.START + 2
"""Seconds, on the clock, beyond the bound after which a program counts as having escaped it: by then its child must have been killed."""
COMPILER = Compiler()
"""Of this process: programs of strangers are compiled in a child, here as in the service."""

ENDS = {
    "The modeller broke": "MeshError: the modeller broke",
    "takes too long": "MeshError: too long",
    "too much memory": "MeshError: too much memory",
}
"""Refusals that are counted by themselves."""

NASTY: list[Any] = [
    0,
    -1,
    1e-9,
    1e9,
    1e300,
    -1e300,
    "NaN",
    "=1/0",
    "=2**9999",
    "=__import__('os')",
    "=a.b",
    "=(lambda: 1)()",
    "=" + "(" * 300,
    "=unknown",
    None,
    True,
    [],
    {},
    "",
    "x" * 1000,
    [1e308] * 3,
    10**30,
    float("inf"),
    float("nan"),
    "=sin(",
    "=max()",
    "=[1]*10**9",
    "=9**9**9",
    "\u0000",
    "=1 if 1 else 2",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    slowest, peak = 0.0, 0.0
    start = time.perf_counter()
    with ProcessPoolExecutor(args.processes) as pool:
        seeds = (args.seed * 1_000_003 + i for i in range(args.count))
        for i, (outcome, failure, spent, megabytes) in enumerate(pool.map(tried, seeds, chunksize=16)):
            slowest, peak = max(slowest, spent), max(peak, megabytes)
            outcomes[outcome] += 1
            if i % 1000 == 999:
                print(
                    f"{i + 1} programs, {(time.perf_counter() - start) / 60:.1f} minutes", file=sys.stderr, flush=True
                )
            if failure:
                failures.append(f"{i}: {failure}")
                print(failures[-1], file=sys.stderr, flush=True)
    record = {
        "machine": describe(),
        "programs": args.count,
        "seed": args.seed,
        "outcomes": dict(outcomes.most_common()),
        "failures": failures,
        "slowest_seconds": round(slowest, 2),
        "peak_mb": round(peak),
        "minutes": round((time.perf_counter() - start) / 60, 1),
    }
    print(json.dumps(record, indent=1))
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")
    sys.exit(1 if failures else 0)


def tried(seed: int) -> tuple[str, str | None, float, float]:
    """How the program of a seed ended, what is wrong with that, seconds, and the most memory of a child that ended so far, MB."""
    document = program(random.Random(seed))
    begin = time.monotonic()
    outcome, failure = attempt(document)
    spent = time.monotonic() - begin
    if spent > SECONDS + GRACE:
        failure = failure or f"took {spent:.1f} s"
    return outcome, failure, spent, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def attempt(document: Any) -> tuple[str, str | None]:
    """How it ended, and what is wrong with that."""
    try:
        compiled = COMPILER.compile(program_from(document), seconds=SECONDS)
    except MaquetteError as error:
        if not error.message.strip() or "Traceback" in error.message or len(error.message) > 800:
            return type(error).__name__, f"unclear error: {error.message[:300]!r}"
        broke = next((name for words, name in ENDS.items() if words in error.message), type(error).__name__)
        return broke, None
    except Exception as error:  # what this program looks for
        return "crash", f"{type(error).__name__}: {error}"
    mesh = compiled.fused
    if not len(mesh.faces) or not topology.is_closed(mesh.faces):
        return "solid", "the mesh is not closed"
    if topology.signed_volume(mesh.vertices, mesh.faces) <= 0:
        return "solid", "the mesh is inside out"
    if len(mesh.faces) > MAX_TRIANGLES:
        return "solid", f"{len(mesh.faces)} faces"
    return "solid", None


def program(r: random.Random) -> Any:
    """A document: random, or damaged."""
    if r.random() < 0.15:
        families = list(library().values())
        document: Any = r.choice(families).instance(r.randrange(100)).to_json()
    else:
        materials = {"m": {}, "n": {"color": "#ff0000", "pattern": r.choice(["wood", "brick", "fur"])}}
        parts = [
            {"name": f"p{k}", "material": r.choice("mn"), "solid": solid(r, r.randrange(5))}
            for k in range(r.randrange(1, 5))
        ]
        document = {"maquette_shapes": 1, "name": "x", "materials": materials, "parts": parts}
        if r.random() < 0.2:
            document["facets"] = r.randrange(3, 12)
        if r.random() < 0.2:
            document["parameters"] = {"a": {"value": r.uniform(0.1, 2), "low": 0, "high": 3}}
    if r.random() < 0.5:
        for _ in range(r.randrange(1, 4)):
            document = damaged(document, r)
    if r.random() < 0.01:
        deep: Any = {"op": "sphere", "radii": [1, 1, 1]}
        for _ in range(r.choice([40, 100, 2000])):
            deep = {"op": "move", "by": [0, 0, 0], "of": deep}
        document = {"name": "deep", "materials": {"m": {}}, "parts": [{"name": "a", "material": "m", "solid": deep}]}
    return document


def damaged(value: Any, r: random.Random) -> Any:
    """The document with one value replaced, removed or doubled."""
    if isinstance(value, dict) and value and r.random() < 0.93:
        key = r.choice(sorted(value))
        out = dict(value)
        if r.random() < 0.04:
            del out[key]
        else:
            out[key] = damaged(value[key], r)
        return out
    if isinstance(value, list) and value and r.random() < 0.93:
        i = r.randrange(len(value))
        out_list = list(value)
        if r.random() < 0.08:
            out_list[i : i + 1] = [value[i]] * r.choice([2, 50])
        else:
            out_list[i] = damaged(value[i], r)
        return out_list
    if isinstance(value, float | int) and r.random() < 0.6:
        return value * r.choice([-1, 0, 10, 100, 1e4, 1e-4, 1e12])
    return r.choice(NASTY)


def num(r: random.Random, low: float = 0.02, high: float = 1.5) -> float:
    return round(r.uniform(low, high), 3)


def vec(r: random.Random) -> list[float]:
    return [num(r, -1, 1) for _ in range(3)]


def ring(r: random.Random) -> list[list[float]]:
    """A polygon, often one that crosses itself."""
    return [[num(r, -1, 1), num(r, -1, 1)] for _ in range(r.randrange(3, 9))]


def solid(r: random.Random, depth: int) -> dict[str, Any]:
    """A random tree."""
    if depth <= 0:
        return leaf(r)
    one = solid(r, depth - 1)
    two = solid(r, depth - 2)
    return r.choice(
        [
            {"op": "move", "by": vec(r), "of": one},
            {"op": "rotate", "degrees": [num(r, -360, 360) for _ in range(3)], "of": one},
            {"op": "scale", "by": [num(r, 0.05, 3) for _ in range(3)], "of": one},
            {"op": "mirror", "axis": r.choice("xyz"), "both": r.random() < 0.5, "of": one},
            {"op": "repeat", "count": r.choice([1, 2, 5, 20, 400]), "step": vec(r), "of": one},
            {
                "op": "around",
                "count": r.choice([1, 3, 8, 60]),
                "axis": r.choice("xyz"),
                "degrees": num(r, -400, 400),
                "of": one,
            },
            {
                "op": "scatter",
                "count": r.choice([1, 10, 200]),
                "of": two,
                "on": one,
                "gap": r.choice([0, 0.1]),
                "alone": r.random() < 0.3,
            },
            {"op": "union", "of": [one, two]},
            {"op": "difference", "of": one, "minus": [two]},
            {"op": "intersection", "of": [one, two]},
            {"op": r.choice(["soft_union"]), "radius": num(r, 0.01, 0.5), "of": [one, two]},
            {"op": "soft_difference", "radius": num(r, 0.01, 0.5), "of": one, "minus": [two]},
            {"op": "bend", "degrees": num(r, -360, 360), "axis": r.choice("xyz"), "toward": r.choice("xyz"), "of": one},
            {"op": "twist", "degrees": num(r, -2000, 2000), "axis": r.choice("xyz"), "of": one},
            {"op": "taper", "by": [num(r, 0, 3), num(r, 0, 3)], "axis": r.choice("xyz"), "of": one},
            {"op": "roughen", "amplitude": num(r, 0, 0.5), "size": num(r, 0.001, 1), "of": one},
            {"op": "lattice", "counts": [2, 3, 2], "offsets": [[[0, r.randrange(4), 1], vec(r)]], "of": one},
            {"op": "subdivide", "rounds": r.randrange(1, 5), "of": one},
        ]
    )


def leaf(r: random.Random) -> dict[str, Any]:
    """A random primitive."""
    return r.choice(
        [
            {"op": "box", "size": [num(r) for _ in range(3)], "bevel": r.choice([0, num(r)])},
            {"op": "sphere", "radii": [num(r) for _ in range(3)]},
            {
                "op": "cylinder",
                "radius": num(r, 0),
                "height": num(r),
                "top": r.choice([None, 0, num(r)]),
                "bevel": r.choice([0, num(r)]),
            },
            {"op": "capsule", "radius": num(r), "height": num(r), "top": r.choice([None, num(r)])},
            {"op": "torus", "radius": num(r), "tube": num(r), "degrees": num(r, 1, 360)},
            {
                "op": "lathe",
                "profile": [[num(r, -0.2), num(r)] for _ in range(r.randrange(2, 8))],
                "smooth": r.random() < 0.5,
            },
            {
                "op": "extrude",
                "profile": ring(r),
                "depth": num(r),
                "twist": r.choice([0, num(r, -700, 700)]),
                "bevel": r.choice([0, num(r)]),
            },
            {
                "op": "sweep",
                "path": [vec(r) for _ in range(r.randrange(2, 7))],
                "radius": [num(r)],
                "closed": r.random() < 0.3,
            },
            {
                "op": "sweep",
                "path": [vec(r) for _ in range(r.randrange(2, 5))],
                "profile": ring(r),
                "twist": num(r, -300, 300),
            },
            {"op": "loft", "sections": [{"profile": ring(r), "at": [0, k * 0.3, 0]} for k in range(r.randrange(2, 5))]},
            {"op": "height_field", "size": [num(r), num(r)], "amplitude": num(r, 0), "detail": num(r)},
            {
                "op": "text",
                "text": r.choice(["Hi", "Maquette", "#", "  ", "猫", "i"]),
                "height": num(r),
                "depth": num(r),
            },
            {"op": "hull", "points": [vec(r) for _ in range(r.randrange(4, 12))]},
            {
                "op": "organic",
                "bones": [
                    {"a": vec(r), "b": vec(r), "ra": num(r, 0.01, 0.4), "rb": num(r, 0.01, 0.4)}
                    for _ in range(r.randrange(1, 6))
                ],
                "blend": num(r, 0, 0.3),
            },
        ]
    )


if __name__ == "__main__":
    main()
