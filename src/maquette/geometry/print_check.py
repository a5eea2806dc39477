"""Is a mesh fit for a 3D printer at a given size: closed, thick enough, how much hangs over, how heavy, does it fit."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import extent, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.thickness import thickness

FDM_WALL_MM = 0.8
"""Two lines of a 0.4 mm nozzle: the least wall that slicers fill."""
OVERHANG_DEGREES = 45.0
BRIDGE_MM = 10.0
"""Span that most printers bridge without support."""
LAYER_MM = 0.2
"""What lies lower than one layer rests on the plate."""
THIN_SHARE = 0.002
"""Of the surface: the minimum wall is the one that so much of the surface falls below, so that one odd sample does not decide."""
OVERLAP_SHARE = 0.002
_FLAT = float(np.cos(np.radians(3.0)))
_REGIONS = 5

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Overhang:
    """A patch that needs support: its area and its middle, in millimetres on the plate (Z up)."""

    area_mm2: float
    centre_mm: Point


@dataclass(frozen=True)
class Problem:
    """What stands against printing (`blocking`), or is worth to know; the last sentence is the remedy."""

    code: str
    message: str
    blocking: bool = True


@dataclass(frozen=True)
class PrintReport:
    """Facts of a print. Positions are millimetres on the plate: Z up, the box's lowest corner at the origin.

    Attributes:
        printable: no problem is blocking.
        longest_mm: the size that was asked for.
        size_mm: width, depth, height.
        watertight, manifold, outward: as of `measure.MeshReport`.
        shells: closed surfaces that share no vertex; `cavities` are those that enclose air.
        overlap_share: share of the surface behind which another part begins inside the solid: parts that run into each other.
        volume_cm3: of the material; None if the mesh is not watertight. Overlapping parts count twice.
        area_cm2: surface.
        wall_mm: minimum wall (`THIN_SHARE`), None where no wall has an opposite side or embreex is not installed.
        wall_at_mm: where that wall is.
        thin_share: share of the surface whose wall is below `least_wall_mm`.
        least_wall_mm: the threshold.
        smallest_feature_mm: shortest side of the box of the smallest shell, or the minimum wall, whichever is less.
        overhang_share: share of the surface that leans out by more than `OVERHANG_DEGREES` from the vertical, the base left out.
        overhangs: the largest of its patches.
        bridge_mm: the longest span of a level ceiling (the shorter side of its box).
        base_mm2: area that rests on the plate.
        fits: into the build plate, or None where none was given.
        problems: see `Problem`.
    """

    printable: bool
    longest_mm: float
    size_mm: Point
    watertight: bool
    manifold: bool
    outward: bool
    shells: int
    cavities: int
    overlap_share: float
    volume_cm3: float | None
    area_cm2: float
    wall_mm: float | None
    wall_at_mm: Point | None
    thin_share: float
    least_wall_mm: float
    smallest_feature_mm: float
    overhang_share: float
    overhangs: tuple[Overhang, ...]
    bridge_mm: float
    base_mm2: float
    fits: bool | None
    problems: tuple[Problem, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return asdict(self)


def on_plate(mesh: Mesh, longest_mm: float) -> Mesh:
    """The mesh in metres at print size, still Y up, moved so that on the plate (x, -z, y) its box begins at the origin.

    Raises:
        MeshError: nothing to print, or a size that is none.
    """
    validate(mesh, "print_check")
    if not (math.isfinite(longest_mm) and longest_mm > 0):
        raise MeshError("print_check: the size must be a positive number of millimetres. Give one, such as 100.")
    used = np.unique(mesh.faces)
    v = mesh.vertices.astype(np.float64)
    scale = longest_mm / 1000 / extent(v[used])
    low, high = v[used].min(axis=0), v[used].max(axis=0)
    return mesh.with_vertices((v - [low[0], low[1], high[2]]) * scale)


def print_check(
    mesh: Mesh,
    longest_mm: float,
    *,
    least_wall_mm: float = FDM_WALL_MM,
    plate_mm: tuple[float, float, float] | None = None,
) -> PrintReport:
    """Check a mesh for printing; some 1.5 s for 100 k triangles, the same report every time.

    Args:
        mesh: Y up; any scale.
        longest_mm: length of its longest side on the plate.
        least_wall_mm: walls below this do not print; `FDM_WALL_MM` for filament, 0.3 to 0.5 for resin.
        plate_mm: width, depth and height of the printer, or None for any.

    Raises:
        MeshError: the mesh has no faces or vertices that are no numbers; `longest_mm` is no size.
    """
    placed = on_plate(mesh, longest_mm)
    v = placed.vertices.astype(np.float64) * 1000
    plate = np.stack([v[:, 0], -v[:, 2], v[:, 1]], axis=1)
    faces = mesh.faces
    solid = Mesh(plate - np.ptp(plate[np.unique(faces)], axis=0) / 2, faces)
    size = np.ptp(plate[np.unique(faces)], axis=0)

    _, uses, balance = topology.edge_counts(faces)
    watertight = bool((uses == 2).all() and (balance == 0).all())
    manifold = topology.is_manifold(faces)
    shells, volumes, boxes = _shells(plate, faces)
    volume = float(volumes.sum()) if watertight else None
    cavities = int((volumes < 0).sum()) if watertight and volumes.sum() > 0 else 0

    cross = solid.face_normals().astype(np.float64)
    double = np.linalg.norm(cross, axis=1)
    area = double / 2
    down = -cross[:, 2] / np.maximum(double, 1e-30)
    lying = plate[faces][:, :, 2].max(axis=1) < LAYER_MM
    hanging = (down > np.sin(np.radians(OVERHANG_DEGREES)) + 1e-6) & ~lying
    patches = _patches(plate, faces, area, hanging)
    bridge = _longest_bridge(plate, faces, area, hanging & (down > _FLAT))

    wall, wall_at, thin, overlap = _walls(solid, plate, least_wall_mm)
    smallest = float(boxes[volumes > 0].min()) if (volumes > 0).any() else float(boxes.min())
    feature = smallest if wall is None else min(smallest, wall)
    fits = None if plate_mm is None else _fits(size, plate_mm)
    facts = {
        "watertight": watertight,
        "manifold": manifold,
        "outward": watertight and float(volumes.sum()) > 0,
        "shells": shells,
        "cavities": cavities,
        "overlap_share": overlap,
        "wall_mm": wall,
        "thin_share": thin,
        "overhang_share": float(area[hanging].sum() / max(area.sum(), 1e-30)),
        "bridge_mm": bridge,
        "fits": fits,
        "size_mm": _point(size),
    }
    problems = _problems(facts, longest_mm, least_wall_mm, plate_mm)
    return PrintReport(
        printable=not any(p.blocking for p in problems),
        longest_mm=longest_mm,
        volume_cm3=None if volume is None else volume / 1000,
        area_cm2=float(area.sum()) / 100,
        wall_at_mm=wall_at,
        least_wall_mm=least_wall_mm,
        smallest_feature_mm=feature,
        overhangs=patches,
        base_mm2=float(area[lying & (down > 0.5)].sum()),
        problems=problems,
        **facts,  # type: ignore[arg-type]
    )


def _shells(v: NDArray[np.float64], faces: NDArray[np.int32]) -> tuple[int, NDArray[np.float64], NDArray[np.float64]]:
    """Number of shells, the signed volume of each in mm³, and the shortest side of each one's box."""
    _, label = topology.vertex_components(faces, len(v))
    _, part = np.unique(label[faces[:, 0]], return_inverse=True)
    part = part.ravel()
    count = int(part.max()) + 1
    a, b, c = (v[faces[:, i]] for i in range(3))
    volumes = np.bincount(part, np.einsum("ij,ij->i", a, np.cross(b, c)) / 6, minlength=count).astype(np.float64)
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    corners = v[faces]
    np.minimum.at(low, part, corners.min(axis=1))
    np.maximum.at(high, part, corners.max(axis=1))
    return count, volumes, np.asarray((high - low).min(axis=1), np.float64)


def _walls(solid: Mesh, plate: NDArray[np.float64], least: float) -> tuple[float | None, Point | None, float, float]:
    """The minimum wall and its place, the share of thin surface, and the share behind which parts overlap."""
    found = thickness(solid)
    if found is None:
        return None, None, 0.0, 0.0
    order = np.argsort(found.wall, kind="stable")
    at = order[min(round(THIN_SHARE * len(order)), len(order) - 1)]
    wall = float(found.wall[at])
    thin, overlap = float((found.wall < least).mean()), float(found.overlaps.mean())
    if not math.isfinite(wall):
        return None, None, thin, overlap
    middle = np.ptp(plate[np.unique(solid.faces)], axis=0) / 2
    return wall, _point(found.points[at] + middle), thin, overlap


def _patches(
    v: NDArray[np.float64], faces: NDArray[np.int32], area: NDArray[np.float64], which: NDArray[np.bool_]
) -> tuple[Overhang, ...]:
    """The largest connected patches of chosen triangles."""
    if not which.any():
        return ()
    _, part = np.unique(topology.vertex_components(faces[which], len(v))[1][faces[which][:, 0]], return_inverse=True)
    part = part.ravel()
    total = np.bincount(part, area[which]).astype(np.float64)
    middle = v[faces[which]].mean(axis=1)
    moment = np.stack([np.bincount(part, area[which] * middle[:, i]) for i in range(3)], axis=1)
    centre = moment / np.maximum(total, 1e-30)[:, None]
    best = np.argsort(-total, kind="stable")[:_REGIONS]
    return tuple(Overhang(float(total[i]), _point(centre[i])) for i in best.tolist())


def _longest_bridge(
    v: NDArray[np.float64], faces: NDArray[np.int32], area: NDArray[np.float64], level: NDArray[np.bool_]
) -> float:
    """The longest of the shorter sides of level ceilings, each along its own main directions, in mm; of a bent strip, its width."""
    if not level.any():
        return 0.0
    chosen = faces[level]
    _, part = np.unique(topology.vertex_components(chosen, len(v))[1][chosen[:, 0]], return_inverse=True)
    order = np.argsort(part.ravel(), kind="stable")
    ends = np.cumsum(np.bincount(part.ravel()))
    spans: list[float] = []
    for group in np.split(order, ends[:-1]):
        flat = v[np.unique(chosen[group])][:, :2]
        centred = flat - flat.mean(axis=0)
        axes = np.linalg.eigh(centred.T @ centred)[1]
        short, long = np.sort(np.ptp(centred @ axes, axis=0)).tolist()
        spans.append(min(short, float(area[level][group].sum()) / max(long, 1e-9)))
    return max(spans)


def _fits(size: NDArray[np.float64], plate: tuple[float, float, float]) -> bool:
    """As it stands, turned by a quarter if need be."""
    x, y, z = size.tolist()
    return bool(z <= plate[2]) and bool((x <= plate[0] and y <= plate[1]) or (y <= plate[0] and x <= plate[1]))


def _problems(
    f: dict[str, Any], longest: float, least: float, plate: tuple[float, float, float] | None
) -> tuple[Problem, ...]:
    out = []
    if not f["watertight"]:
        out.append(
            Problem("open", "The surface has holes, so there is no inside to fill. Fill the holes, or remesh it.")
        )
    if not f["manifold"]:
        out.append(Problem("not_manifold", "Surfaces meet in edges or points that belong to several parts. Remesh it."))
    if f["watertight"] and not f["outward"]:
        out.append(Problem("inside_out", "The surface faces inward. Turn its faces round, or remesh it."))
    wall = f["wall_mm"]
    if wall is not None and wall < least:
        larger = math.ceil(longest * least / max(wall, 1e-6))
        remedy = f"Scale it to {larger} mm or thicken them." if larger < 20 * longest else "Thicken them."
        share = f"{100 * f['thin_share']:.1f} % of the surface"
        out.append(Problem("thin", f"Walls of {wall:.2f} mm ({share}) are below {least:g} mm. {remedy}"))
    if f["fits"] is False and plate is not None:
        shrink = min(p / s for p, s in zip(sorted(plate[:2]), sorted(f["size_mm"][:2]), strict=True))
        fit = math.floor(longest * min(shrink, plate[2] / f["size_mm"][2]))
        out.append(Problem("too_large", f"It does not fit into the build plate. Scale it to {fit} mm or cut it."))
    if f["overlap_share"] > OVERLAP_SHARE:
        text = (
            "Parts run into each other; slicers join them, but the volume counts them twice. Remesh it to make it one."
        )
        out.append(Problem("overlaps", text, blocking=False))
    if f["cavities"]:
        text = f"{f['cavities']} closed cavities: support or resin stays inside. Give each a drain hole."
        out.append(Problem("cavities", text, blocking=False))
    if f["shells"] - f["cavities"] > 1:
        text = f"{f['shells'] - f['cavities']} separate parts, which may print as loose pieces. Join those that must hold together."
        out.append(Problem("parts", text, blocking=False))
    if f["overhang_share"] > 0.005:
        text = (
            f"{100 * f['overhang_share']:.0f} % of the surface leans out by more than {OVERHANG_DEGREES:.0f} degrees."
        )
        out.append(Problem("overhangs", text + " Print it with supports, or turn it.", blocking=False))
    if f["bridge_mm"] > BRIDGE_MM:
        text = f"A level ceiling spans {f['bridge_mm']:.0f} mm. Print it with supports, or turn it."
        out.append(Problem("bridge", text, blocking=False))
    return tuple(out)


def _point(values: NDArray[np.float64]) -> Point:
    x, y, z = (round(float(c), 4) for c in values)
    return (x, y, z)
