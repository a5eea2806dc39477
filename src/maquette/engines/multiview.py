"""Several pictures of one object, or of several objects to blend, to a solid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.azimuths import AZIMUTH, assign
from maquette.engines.blending import BlendedViews, Camera, depth_map
from maquette.engines.engine import EngineContext, RawAsset, View
from maquette.engines.projection import unseen_maps
from maquette.engines.silhouette import half_thickness, object_box, trace
from maquette.engines.solid import isosurface, thicken
from maquette.engines.visual_hull import Grid, Prism, carve, cut
from maquette.geometry.mesh import Mesh
from maquette.images.filters import Floats, signed_distance

Matrix = NDArray[np.float64]


def camera_axes(label: str) -> Matrix:
    """Rows right, up, toward `(3, 3)` of the camera that a label stands for, in the object's frame."""
    if label in ("U", "D"):
        s = 1.0 if label == "U" else -1.0
        return np.array([[1.0, 0, 0], [0, 0, -s], [0, s, 0]])
    a = np.radians(AZIMUTH[label])
    return np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]]).round(12)


def reconstruct(views: Sequence[View], cells: int, context: EngineContext) -> RawAsset:
    """Views of one object to their rounded visual hull.

    It is built in the frame of a reference camera (the front if there is one), where the outlines of the canonical views lie along
    the grid's axes, and turned to the object's frame at the end.
    """
    found = assign(views)
    if not found.certain:
        context.warn(
            f"The sides that the pictures show are not certain; they were taken as {', '.join(found.labels)}. "
            "Name them (F, R, B, L, U, D) if the result is wrong."
        )
    by_label: dict[str, View] = {}
    for label, view in zip(found.labels, views, strict=True):
        if label in by_label:
            context.warn(f"Two pictures show side {label}; the first one was used.")
        by_label.setdefault(label, view)
    reference = next((x for x in ("F", "B", *found.labels) if x in by_label and x not in ("U", "D")), found.labels[0])
    turn = camera_axes(reference)
    local = {x: camera_axes(x) @ turn.T for x in by_label}
    relative = {x: _canonical(axes) for x, axes in local.items()}
    context.progress(0.1)
    field, grid, prisms = _solid(by_label, relative, local, reference, cells, context)
    context.check_cancelled()
    context.progress(0.6)
    mesh = isosurface(field, grid.origin, grid.cell)
    context.progress(0.8)
    order = [reference, *(x for x in sorted(by_label) if x != reference)]
    first = found.labels[0]
    if first in order and first not in ("U", "D"):
        order.remove(first)
        order.insert(0, first)
    cameras = tuple(_camera(by_label[x], prisms[x], local[x], turn, mesh, grid.cell) for x in order)
    mesh = Mesh((mesh.vertices @ turn).astype(np.float32), mesh.faces)
    window = tuple(float(v) for v in cameras[0].window) if order[0] == "F" else None
    metadata = {
        "views": list(found.labels),
        "azimuths": [AZIMUTH.get(x) for x in found.labels],
        "views_certain": found.certain,
        "cells": cells,
    }
    context.progress(1.0)
    return RawAsset(mesh, BlendedViews(cameras, 4 * grid.cell), window, metadata)  # type: ignore[arg-type]


def _canonical(axes: Matrix) -> str | None:
    """The label with these axes, or None for an oblique camera."""
    for label in ("F", "L", "B", "R", "U", "D"):
        if np.allclose(axes, camera_axes(label), atol=1e-6):
            return label
    return None


def _solid(
    views: Mapping[str, View],
    relative: Mapping[str, str | None],
    axes: Mapping[str, Matrix],
    reference: str,
    cells: int,
    context: EngineContext,
) -> tuple[Floats, Grid, dict[str, Prism]]:
    """The field, its grid, and each view's prism, in the reference camera's frame."""
    pixels = {}
    for x, view in views.items():
        x0, y0, x1, y1 = object_box(view.alpha)
        pixels[x] = (float(x1 - x0), float(y1 - y0))
    longest = max(pixels[reference])
    width, height = (s / longest for s in pixels[reference])
    depths = [pixels[x][0] / pixels[x][1] * height for x, c in relative.items() if c in ("L", "R")]
    depths += [pixels[x][1] / pixels[x][0] * width for x, c in relative.items() if c in ("U", "D")]
    depth = float(np.mean(depths)) if depths else 0.0
    prisms = {}
    for x, view in views.items():
        c = relative[x]
        size = {"F": (width, height), "B": (width, height), "U": (width, depth), "D": (width, depth)}.get(
            c or "", (depth, height)
        )
        if c is None:  # oblique: the height is what all share
            size = (pixels[x][0] / pixels[x][1] * height, height)
        prisms[x] = Prism(axes[x][0], axes[x][1], trace(view, cells), size)
        context.check_cancelled()
    if depths:
        grid = Grid.around((width, height, depth), cells)
        field = carve({c: prisms[x] for x, c in relative.items() if c is not None}, grid)
    else:
        outline = prisms[reference].outline
        u = half_thickness(outline)
        field = thicken(outline.distance, u, u)
        nz, ny, nx = field.shape
        cell = 1.0 / cells
        origin = np.array([-(width / cell / 2 + 2.5), height / cell / 2 + 2.5, -(nz // 2)]) * cell
        grid = Grid((nz, ny, nx), origin, cell)
    oblique = [prisms[x] for x, c in relative.items() if c is None and x not in ("U", "D")]
    return cut(field, oblique, grid), grid, prisms


def _camera(view: View, prism: Prism, axes: Matrix, turn: Matrix, mesh: Mesh, cell: float) -> Camera:
    """The picture as a camera in the object's frame; `axes` and `mesh` are in the reference camera's frame."""
    x0, y0, x1, y1 = prism.outline.box
    h, w = view.alpha.shape
    kx, ky = prism.size[0] / (x1 - x0), prism.size[1] / (y1 - y0)
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    window = np.array([-cx * kx, (cy - h) * ky, (w - cx) * kx, cy * ky], np.float32)
    local = axes.astype(np.float32)
    depth = depth_map(mesh.vertices, local[0], local[1], local[2], window, cell)
    right, up, toward = (axes @ turn).astype(np.float32)
    return Camera(right, up, toward, window, view.rgb, unseen_maps(view)[0], depth)


def fuse(views: Sequence[View]) -> View:
    """One picture that blends several objects: mean of the signed distances to their outlines and of their colours, box on box."""
    side = 768
    boxes = [object_box(v.alpha) for v in views]
    aspect = float(np.exp(np.mean([np.log((x1 - x0) / (y1 - y0)) for x0, y0, x1, y1 in boxes])))
    w, h = (side, max(round(side / aspect), 16)) if aspect >= 1 else (max(round(side * aspect), 16), side)
    pad = side // 16
    distance = np.zeros((h + 2 * pad, w + 2 * pad), np.float32)
    color = np.zeros((*distance.shape, 3), np.float32)
    mass = np.zeros((*distance.shape, 1), np.float32)
    for view, (x0, y0, x1, y1) in zip(views, boxes, strict=True):
        kx, ky = w / (x1 - x0), h / (y1 - y0)
        matrix = np.array([[kx, 0, pad - (x0 - 0.5) * kx - 0.5], [0, ky, pad - (y0 - 0.5) * ky - 0.5]])
        size = (distance.shape[1], distance.shape[0])
        how = cv2.INTER_AREA if max(kx, ky) < 1 else cv2.INTER_LINEAR
        alpha = np.asarray(cv2.warpAffine(view.alpha, matrix, size, flags=how), np.float32)
        rgb = cv2.warpAffine(view.rgb, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
        distance += signed_distance(alpha > 0.5) / np.float32(len(views))
        weight = alpha[..., None] + np.float32(0.02)
        color += np.asarray(rgb, np.float32) * weight
        mass += weight
    merged = View(
        np.clip(color / mass + 0.5, 0, 255).astype(np.uint8), np.clip(distance + 0.5, 0, 1).astype(np.float32)
    )
    return replace(merged, label="F")
