"""Meshes of every kind for `corpus.py`: some made here, some picked by rule from a folder of downloaded ones."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from manifold3d import Manifold

from maquette.formats.png import decode_image
from maquette.geometry import primitives
from maquette.geometry.clean import from_manifold
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

Floats = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, eq=False)
class Sample:
    """One mesh: its kind, `colors (n, 3) uint8` at vertices, or a picture with its UVs."""

    name: str
    kind: str
    mesh: Mesh
    colors: np.ndarray[Any, np.dtype[np.uint8]] | None = None
    textures: TextureSet | None = None


def _joined(*meshes: Mesh) -> Mesh:
    start = np.cumsum([0, *[len(m.vertices) for m in meshes]])
    faces = [m.faces + s for m, s in zip(meshes, start, strict=False)]
    return Mesh(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces))


def _at(mesh: Mesh, *by: float, scale: float = 1.0) -> Mesh:
    return mesh.with_vertices(mesh.vertices.astype(np.float64) * scale + np.array(by or (0, 0, 0)))


def _half_sphere() -> Mesh:
    ball = primitives.sphere(0.5, 40)
    return Mesh(ball.vertices, ball.faces[ball.vertices[ball.faces].mean(axis=1)[:, 1] < 0.1])


def _moebius(steps: int = 96, width: int = 8) -> Mesh:
    turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)[:, None]
    across = np.linspace(-0.3, 0.3, width + 1)
    radius = 1 + across * np.cos(turn / 2)
    v = np.stack([radius * np.cos(turn), across * np.sin(turn / 2), radius * np.sin(turn)], axis=2).reshape(-1, 3)
    quads = []
    for i in range(steps):
        for j in range(width):
            here = [i * (width + 1) + k for k in (j, j + 1)]
            j2 = (j, j + 1) if i + 1 < steps else (width - j, width - j - 1)
            there = [(i + 1) % steps * (width + 1) + k for k in j2]
            quads.append([here[0], here[1], there[1], there[0]])
    return Mesh.from_quads(v, np.array(quads))


def _sieve() -> Mesh:
    plate = Manifold.cube((1, 0.1, 1), True)
    for x in np.linspace(-0.35, 0.35, 4):
        for z in np.linspace(-0.35, 0.35, 4):
            plate -= Manifold.cube((0.08, 0.3, 0.08), True).translate((x, 0, z))
    return from_manifold(plate)


def _degenerate() -> Mesh:
    ball = primitives.sphere(0.5, 24)
    bad = np.concatenate([ball.faces, ball.faces[:20], ball.faces[:20, [0, 0, 1]], ball.faces[5:9, ::-1]])
    return Mesh(ball.vertices, bad)


def _needles(count: int = 400) -> Mesh:
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    ring = np.stack([np.cos(angle), np.zeros(count), np.sin(angle)], axis=1)
    v = np.concatenate([ring, [[0, 1e-4, 0], [0, 3, 0]]])
    i = np.arange(count)
    j = (i + 1) % count
    return Mesh(
        v,
        np.concatenate(
            [np.stack([i, np.full(count, count), j], 1)[:, ::-1], np.stack([i, np.full(count, count + 1), j], 1)]
        ),
    )


def _edge_sharing() -> Mesh:
    box = primitives.box()
    both = _joined(box, _at(box, 1, 1, 0))
    _, first, inverse = np.unique(both.vertices, axis=0, return_index=True, return_inverse=True)
    return Mesh(both.vertices[first], inverse.ravel()[both.faces])


def _confetti(count: int = 300) -> Mesh:
    random = np.random.default_rng(1)
    box = primitives.box((0.02, 0.02, 0.02))
    return _joined(*[_at(box, *random.uniform(-0.5, 0.5, 3)) for _ in range(count)])


BUILT_IN: dict[str, tuple[str, Callable[[], Mesh]]] = {
    "box": ("closed", primitives.box),
    "sphere": ("closed", primitives.sphere),
    "torus": ("genus", primitives.torus),
    "rings": ("genus, multi-part", primitives.linked_rings),
    "sieve": ("genus", _sieve),
    "chair": ("thin", primitives.chair),
    "thin chair": ("thin", lambda: primitives.chair(0.01)),
    "sheet": ("thin", lambda: primitives.box((1, 0.002, 1))),
    "gear": ("closed", primitives.gear),
    "creature": ("large", lambda: primitives.creature(96)),
    "creature x 1e6": ("huge", lambda: _at(primitives.creature(48), scale=1e6)),
    "creature x 1e-6": ("tiny", lambda: _at(primitives.creature(48), scale=1e-6)),
    "chair far away": ("far", lambda: _at(primitives.chair(), 1e4, -1e4, 1e4)),
    "half sphere": ("open", _half_sphere),
    "moebius": ("open, one-sided", _moebius),
    "triangle": ("open", lambda: Mesh(np.eye(3), np.array([[0, 1, 2]]))),
    "plane": (
        "open",
        lambda: Mesh.from_quads(np.array([[0, 0, 0], [0, 0, 1], [1, 0, 1], [1, 0, 0]]), np.array([[0, 1, 2, 3]])),
    ),
    "inside out": ("inverted", lambda: Mesh(primitives.gear().vertices, primitives.gear().faces[:, ::-1])),
    "degenerate": ("degenerate", _degenerate),
    "needles": ("degenerate", _needles),
    "shared edge": ("not manifold", _edge_sharing),
    "two balls": ("self-intersecting", lambda: _joined(primitives.sphere(), _at(primitives.sphere(), 0.5, 0, 0))),
    "ball in ball": ("multi-part", lambda: _joined(primitives.sphere(), _at(primitives.sphere(), scale=0.5))),
    "confetti": ("multi-part", _confetti),
    "loose vertices": (
        "closed",
        lambda: Mesh(np.concatenate([primitives.box().vertices, [[5, 5, 5], [-9, 0, 0]]]), primitives.box().faces),
    ),
}

RULES: dict[str, tuple[int, Callable[[dict[str, Any]], bool]]] = {
    "closed": (6, lambda o: o["closed_frac"] == 1 and o["bodies"] == 1 and 200 < o["faces"] < 4000),
    "open": (6, lambda o: o["closed_frac"] < 0.2),
    "multi-part": (6, lambda o: o["bodies"] >= 10),
    "thin": (5, lambda o: min(o["extents"]) < 0.04),
    "large": (4, lambda o: o["faces"] > 5500),
    "few faces": (4, lambda o: o["faces"] <= 60),
    "textured": (6, lambda o: "texture" in o["appearance"]),
    "half closed": (4, lambda o: 0.3 < o["closed_frac"] < 0.9),
}
"""Kind, how many, and which of the objects in the manifest."""
SCALED = (("huge", 1e6), ("tiny", 1e-6))


def samples(data: Path | None) -> Iterator[Sample]:
    """All meshes, always in the same order; those of `data` (`manifest.json`, `load.py`, shards) last."""
    for name, (kind, make) in BUILT_IN.items():
        yield Sample(name, kind, make())
    if data is None:
        return
    chosen = _chosen(json.loads((data / "manifest.json").read_text())["objects"])
    spec = importlib.util.spec_from_file_location("corpus_load", data / "load.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for shard in sorted({o["shard"] for o, _ in chosen.values()}):
        for name, v, f, c, uv, picture in module.load(data / shard):
            if name in chosen:
                yield _sample(name, chosen[name], v, f, c, uv, picture)


def _chosen(objects: list[dict[str, Any]]) -> dict[str, tuple[dict[str, Any], tuple[str, float]]]:
    """By each rule the first objects in the order of a hash of their id."""
    order = sorted(objects, key=lambda o: hashlib.sha256(o["id"].encode()).hexdigest())
    out: dict[str, tuple[dict[str, Any], tuple[str, float]]] = {}
    for kind, (count, rule) in RULES.items():
        left = count
        for o in order:
            if left and o["id"] not in out and rule(o):
                out[o["id"]] = (o, (kind, 1.0))
                left -= 1
    rest = iter(o for o in order if o["id"] not in out)
    for kind, scale in SCALED:
        for _ in range(2):
            o = next(rest)
            out[o["id"]] = (o, (kind, scale))
    return out


def _sample(
    name: str,
    found: tuple[dict[str, Any], tuple[str, float]],
    v: Floats,
    f: Any,
    c: Any,
    uv: Floats | None,
    picture: bytes | None,
) -> Sample:
    kind, scale = found[1]
    mesh = Mesh(v.astype(np.float64) * scale, f)
    if uv is not None and picture is not None and (uv >= 0).all():
        textured = replace(mesh, uv=uv, face_uv=mesh.faces.copy())
        return Sample(name, kind, textured, textures=TextureSet(decode_image(picture)))
    return Sample(name, kind, mesh, colors=c)
