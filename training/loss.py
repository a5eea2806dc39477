"""What the network is asked to get right."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.model import Output


def losses(out: Output, batch: Batch) -> dict[str, Tensor]:
    """Terms by name; `total` is their weighted sum. Only rays that meet the solid count: the outline cuts the rest off anyway."""
    solid = batch.solid.to(torch.float32)
    hit = batch.hit
    rays = hit.sum(dim=(1, 2, 3)).clamp_min(1)
    entropy = functional.binary_cross_entropy_with_logits(out.field, solid, reduction="none") * hit
    occupancy = (entropy.sum(dim=(1, 2, 3)) / rays).mean() / 8  # about 8 of a ray's bins are open to doubt
    p = torch.sigmoid(out.field) * hit
    both = (p * solid).sum(dim=(1, 2, 3))
    union = (p + solid - p * solid).sum(dim=(1, 2, 3)).clamp_min(1)
    overlap = (1 - both / union).mean()
    away = functional.smooth_l1_loss(out.surfaces, batch.surfaces, beta=0.05, reduction="none") * hit
    depth, behind = ((away[:, k].sum(dim=(1, 2)) / rays).mean() for k in (0, 1))
    length = batch.normal.square().sum(1, keepdim=True).sqrt()
    cosine = functional.cosine_similarity(out.normal, batch.normal, dim=1, eps=1e-4)[:, None]
    seen = hit * (length > 0.5)
    normal = ((1 - cosine) * seen).sum() / seen.sum().clamp_min(1)
    back = ((torch.sigmoid(out.back) - batch.back).abs() * hit).sum() / (3 * hit.sum()).clamp_min(1)
    known = torch.stack(
        [torch.ones_like(batch.upright), torch.ones_like(batch.upright), batch.upright, batch.upright], 1
    )
    camera = (functional.smooth_l1_loss(out.camera, batch.camera, beta=0.2, reduction="none") * known).mean()
    total = 0.3 * occupancy + 1.5 * overlap + 4 * depth + 2 * behind + 0.5 * normal + 0.3 * back + 0.2 * camera
    with torch.no_grad():
        hard = (out.field > 0).to(torch.float32) * hit
        iou = ((hard * solid).sum(dim=(1, 2, 3)) / (hard + solid - hard * solid).sum(dim=(1, 2, 3)).clamp_min(1)).mean()
    return {
        "total": total,
        "occupancy": occupancy,
        "overlap": overlap,
        "depth": depth,
        "behind": behind,
        "normal": normal,
        "back": back,
        "camera": camera,
        "iou": iou,
    }
