"""Records to tensors: unpacking, mirroring, and light that a picture could as well have had."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from maquette.engines.learned.prior import FIELD, NEAR, REACH


class Batch(NamedTuple):
    """Inputs and truth.

    rays: `(b, r)` flat pixels of the output that are asked for, and truth there as maps of r x 1 pixels. solid: `(b, FIELD, r, 1)` uint8;
    surfaces: `(b, 2, r, 1)` as `Output.surfaces`; hit: `(b, 1, r, 1)` where a ray meets the solid; back and normal: `(b, 3, r, 1)` in
    [0, 1] and [-1, 1]; camera: `(b, 4)` as `Output.camera`; upright: `(b,)`.
    """

    picture: Tensor
    prior: Tensor
    rays: Tensor
    solid: Tensor
    surfaces: Tensor
    hit: Tensor
    back: Tensor
    normal: Tensor
    camera: Tensor
    upright: Tensor


def collate(
    records: NDArray[np.void], rng: np.random.Generator | None, rays: int = 1024, *, coarse: bool = False
) -> Batch:
    """A batch with `rays` pixels of each view, those that meet the solid first; with `rng` mirrored at random and with other light.

    coarse: pictures and maps at half the side, depth bins as they are. The same network learns gross shape from them in a quarter of
    the time.
    """
    b = len(records)
    solid = np.unpackbits(records["solid"], axis=1).reshape(b, FIELD, FIELD, FIELD)
    rgba = records["rgba"]
    if coarse:
        rgba = (rgba.reshape(b, FIELD, 2, FIELD, 2, 4).sum(axis=(2, 4), dtype=np.uint16) // 4).astype(np.uint8)
    prior, back, normal = records["prior"].astype(np.float32), records["back"], records["normal"].astype(np.float32)
    camera = records["camera"].copy()
    if rng is not None:
        flip = rng.random(b) < 0.5
        solid[flip] = solid[flip][..., ::-1]
        rgba = rgba.copy()
        rgba[flip] = rgba[flip][:, :, ::-1]
        prior[flip] = prior[flip][..., ::-1]
        back = back.copy()
        back[flip] = back[flip][:, :, ::-1]
        normal[flip] = normal[flip][:, :, ::-1] * np.float32([-1, 1, 1])
        camera[flip, 1] *= -1
        picture = _relit(rgba, rng)
    else:
        picture = rgba.astype(np.float32) / np.float32(255)
    if coarse:
        side = FIELD // 2
        solid = (solid.reshape(b, FIELD, side, 2, side, 2).sum(axis=(3, 5), dtype=np.uint8) >= 2).astype(np.uint8)
        prior = prior.reshape(b, side, 2, side, 2).mean(axis=(2, 4))
        back, normal = back[:, ::2, ::2], normal[:, ::2, ::2]
    solid = solid.reshape(b, FIELD, -1)
    dice = np.random.default_rng(0) if rng is None else rng
    order = dice.random((b, solid.shape[2]), np.float32) - solid.any(axis=1)
    index = np.argpartition(order, rays - 1, axis=1)[:, :rays]
    solid = np.take_along_axis(solid, index[:, None], axis=2)[..., None]
    back, normal = (
        np.take_along_axis(m.reshape(b, -1, 3), index[..., None], axis=1)[:, :, None] for m in (back, normal)
    )
    edge = np.float32(2 * REACH / FIELD)
    solid = _anchored(solid, np.take_along_axis(prior.reshape(b, -1), index, axis=1), edge)
    hit = solid.any(axis=1)
    first = solid.argmax(axis=1) * edge + np.float32(NEAR)
    last = (FIELD - solid[:, ::-1].argmax(axis=1)) * edge + np.float32(NEAR)
    angles = np.stack([camera[:, 0], np.log(camera[:, 2]), np.cos(camera[:, 1]), np.sin(camera[:, 1])], 1)

    def planes(a: NDArray[np.float32]) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(a.transpose(0, 3, 1, 2)))

    return Batch(
        planes(picture),
        torch.from_numpy(prior[:, None]),
        torch.from_numpy(index.astype(np.int64)),
        torch.from_numpy(solid),
        torch.from_numpy(np.stack([first, last], 1).astype(np.float32)),
        torch.from_numpy(hit[:, None].astype(np.float32)),
        planes(back.astype(np.float32) / np.float32(255)),
        planes(normal / np.float32(127)),
        torch.from_numpy(angles.astype(np.float32)),
        torch.from_numpy(camera[:, 3]),
    )


def _anchored(solid: NDArray[np.uint8], prior: NDArray[np.float32], edge: np.float32) -> NDArray[np.uint8]:
    """`solid (b, FIELD, r, 1)` moved along the depth, by whole bins, so that its first surface lies where the prior's lies in the mean."""
    hit = solid.any(axis=1)[..., 0]
    rays = np.maximum(hit.sum(axis=1), 1)
    now = (solid.argmax(axis=1)[..., 0] * hit).sum(axis=1) / rays
    wanted = ((-prior - np.float32(NEAR)) / edge * hit).sum(axis=1) / rays
    index = np.arange(FIELD)[None] - np.rint(wanted - now).astype(int)[:, None]
    ok = (index >= 0) & (index < FIELD)
    moved = np.take_along_axis(solid, index.clip(0, FIELD - 1)[:, :, None, None], axis=1)
    return moved * ok[:, :, None, None].astype(np.uint8)


def _relit(rgba: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float32]:
    """Other exposure, contrast, white balance, saturation; by one table for each picture and channel."""
    b = len(rgba)
    x = np.linspace(0, 1, 256, dtype=np.float32)
    gamma = np.exp(rng.normal(0, 0.25, (b, 1, 1))).astype(np.float32)
    gain = np.exp(rng.normal(0, 0.2, (b, 1, 1)) + rng.normal(0, 0.06, (b, 3, 1))).astype(np.float32)
    tables = np.clip(x[None, None] ** gamma * gain, 0, 1)
    out = rgba.astype(np.float32) / np.float32(255)
    for i in range(b):
        for c in range(3):
            out[i, ..., c] = tables[i, c][rgba[i, ..., c]]
        if rng.random() < 0.2:
            keep = np.float32(rng.uniform(0, 0.6))
            out[i, ..., :3] = out[i, ..., :3] * keep + out[i, ..., :3].mean(-1, keepdims=True) * (1 - keep)
    return out
