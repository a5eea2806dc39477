"""The training loop: bounded by minutes, resumable to the step, on the CPU or one GPU."""

from __future__ import annotations

import copy
import json
import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from maquette.images.learned_cutout import SIDE, inputs
from training.segmenter.dataset import batches
from training.segmenter.model import Segmenter

SAVE_EVERY = 300.0
"""Seconds between checkpoints."""


@dataclass(frozen=True)
class Recipe:
    """What makes a run.

    Attributes:
        minutes: training time in all, over every resumption; the learning rate falls to zero at its end.
        batch: pictures per step.
        rate: highest learning rate.
        decay: weight decay of AdamW.
        seed: of weights and order.
        threads: of the processor.
        small: side of the pictures at first: what is what is learned there at less than half the cost.
        grown: share of the time after which they are shown at full size.
    """

    minutes: float
    batch: int = 8
    rate: float = 1.5e-3
    decay: float = 0.02
    seed: int = 0
    threads: int = 1
    small: int = 96
    grown: float = 0.55


def loss_of(logits: Tensor, coarse: Tensor, truth: Tensor) -> Tensor:
    """Cross entropy at both scales, and one minus the soft intersection over union of each picture.

    Blocks of 4 x 4 pixels that the outline crosses count up to three times.
    """
    part = functional.avg_pool2d(truth, 4)
    rim = functional.interpolate(8 * part * (1 - part), scale_factor=4.0)
    entropy = (functional.binary_cross_entropy_with_logits(logits, truth, reduction="none") * (1 + rim)).mean()
    small = functional.binary_cross_entropy_with_logits(coarse, functional.avg_pool2d(truth, 8))
    p = torch.sigmoid(logits)
    both = (p * truth).sum((1, 2, 3))
    union = (p + truth - p * truth).sum((1, 2, 3))
    return entropy + 0.3 * small + 0.5 * (1 - (both + 20) / (union + 20)).mean()


def _tensors(pixels: NDArray[np.uint8], masks: NDArray[np.uint8], side: int, device: str) -> tuple[Tensor, Tensor]:
    """The network's input `(n, 5, side, side)` and the truth `(n, 1, side, side)`."""
    x = np.stack([inputs(np.asarray(cv2.resize(p, (side, side), interpolation=cv2.INTER_AREA))) for p in pixels])
    truth = np.stack([cv2.resize(m, (side, side), interpolation=cv2.INTER_AREA) for m in masks])
    picture = torch.from_numpy(x).to(device).contiguous(memory_format=torch.channels_last)
    return picture, torch.from_numpy(truth).to(device)[:, None].float() / 255


@torch.no_grad()
def evaluate(net: Segmenter, shard: Path, device: str, count: int = 128) -> dict[str, float]:
    """Mean IoU and share of pictures above 0.9 on the first `count` pictures of a shard."""
    net.eval()
    rows = np.load(shard, mmap_mode="r")[:count]
    values: list[float] = []
    for start in range(0, len(rows), 32):
        part = np.array(rows[start : start + 32])
        x, truth = _tensors(part[..., :3], part[..., 3], SIDE, device)
        cut, real = net(x) > 0, truth > 0.5
        values += ((cut & real).sum((1, 2, 3)) / (cut | real).sum((1, 2, 3)).clamp(min=1)).tolist()
    net.train()
    return {"iou": float(np.mean(values)), "above_0.9": float(np.mean(np.array(values) > 0.9))}


def train(shards: Path, work: Path, recipe: Recipe) -> None:
    """Train until `recipe.minutes` are used up; `work/checkpoint.pt` holds all that is needed to go on, `work/log.jsonl` the figures."""
    torch.set_num_threads(recipe.threads)
    cv2.setNumThreads(1)
    torch.manual_seed(recipe.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = Segmenter().to(device, memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimizer = torch.optim.AdamW(net.parameters(), recipe.rate, weight_decay=recipe.decay)
    step, used = 0, 0.0
    checkpoint = work / "checkpoint.pt"
    work.mkdir(parents=True, exist_ok=True)
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimizer.load_state_dict(state["optimizer"])
        step, used = state["step"], state["seconds"]

    def save() -> None:
        state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "step": step, "seconds": used, "recipe": asdict(recipe)}, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)
        figures = {"step": step, "minutes": round(used / 60, 2), "loss": round(float(np.mean(losses[-100:])), 4)}
        figures |= {k: round(v, 4) for k, v in evaluate(mean, shards / "val" / "0000.npy", device).items()}
        with (work / "log.jsonl").open("a") as log:
            log.write(json.dumps(figures) + "\n")
        print(figures, flush=True)

    losses: list[float] = []
    last, saved = time.monotonic(), used
    for pixels, masks in batches(shards / "train", recipe.batch, recipe.seed, step):
        share = used / (60 * recipe.minutes)
        if share >= 1:
            break
        rate = recipe.rate * min((step + 1) / 100, 1.0) * max(0.5 + 0.5 * math.cos(math.pi * share), 0.004)
        for group in optimizer.param_groups:
            group["lr"] = rate
        side = recipe.small if share < recipe.grown else SIDE
        x, truth = _tensors(pixels, masks, side, device)
        fine, coarse = net.both(x)
        loss = loss_of(fine, coarse, truth)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        losses.append(float(loss.detach()))
        step += 1
        keep = min(0.995, step / (step + 20))
        with torch.no_grad():
            for slow, fast in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
                if slow.dtype.is_floating_point:
                    slow.lerp_(fast, 1 - keep)
                else:
                    slow.copy_(fast)
        now = time.monotonic()
        used, last = used + now - last, now
        if used - saved > SAVE_EVERY:
            save()
            saved, last = used, time.monotonic()
    save()
