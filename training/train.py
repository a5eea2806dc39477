"""The training loop: resumable, within a limit of minutes or of steps, on a GPU or on a few CPU threads."""

from __future__ import annotations

import copy
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from training.batches import Batch, collate
from training.loss import losses
from training.model import Config, Network, Output
from training.store import Views


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        minutes: wall time in sum over all resumptions; the learning rate falls to nothing at its end.
        steps: the same in steps, if given (then the result does not depend on the machine's speed).
        batch: views in one step.
        replicas: threads that share a step's views. On a busy machine threads that meet once in a step get far more done than
            threads that meet in each convolution.
        coarse: share of the plan that sees pictures at half the side, first; a step then has twice the views.
        rate, warmup, decay: AdamW's peak learning rate, steps to reach it, weight decay.
        save_every: seconds between checkpoints.
    """

    minutes: float = 60.0
    steps: int | None = None
    batch: int = 16
    replicas: int = 2
    coarse: float = 0.0
    rate: float = 1.2e-3
    warmup: int = 60
    decay: float = 0.02
    seed: int = 0
    save_every: float = 300.0


class Trainer:
    """Network, its moving average, optimiser, and where it stands. `folder` gets `last.pt` and `log.jsonl`."""

    def __init__(self, work: Path, folder: Path, plan: Plan, config: Config | None = None) -> None:
        self.plan, self.folder = plan, folder
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(plan.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = Network(config).to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = copy.deepcopy(self.network).eval()
        decayed = [p for p in self.network.parameters() if p.ndim > 1]
        plain = [p for p in self.network.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": plan.decay}, {"params": plain, "weight_decay": 0.0}],
            lr=plan.rate,
            fused=True,
        )
        self.step, self.elapsed = 0, 0.0
        self.views = Views(work, "train", choosy=True)
        self._pool = ThreadPoolExecutor(max(plan.replicas, 1))
        self._ahead = ThreadPoolExecutor(1)
        if (folder / "last.pt").exists():
            self._load(folder / "last.pt")
        self.replicas = [self.network]
        for _ in range(1, plan.replicas):  # same weights in memory, own gradients
            twin = copy.deepcopy(self.network)
            for mine, shared in zip(twin.parameters(), self.network.parameters(), strict=True):
                mine.data = shared.data
            self.replicas.append(twin)

    @property
    def progress(self) -> float:
        """Share of the plan that is done."""
        if self.plan.steps is not None:
            return self.step / self.plan.steps
        return self.elapsed / (60 * self.plan.minutes)

    def run(self, say: Callable[[str], None] = print, until: int | None = None) -> None:
        """Train to the end of the plan, or to step `until`."""
        sums: dict[str, float] = defaultdict(float)
        since = last_save = time.monotonic()
        count = 0
        waiting: Future[list[Batch]] = self._ahead.submit(self._batches, self.step, self.progress)
        while self.progress < 1 and (until is None or self.step < until):
            batches = waiting.result()
            waiting = self._ahead.submit(self._batches, self.step + 1, self._next())
            for group in self.optimizer.param_groups:
                group["lr"] = self._rate()
            terms = self._step(batches)
            now = time.monotonic()
            self.elapsed += now - since
            since = now
            for k, v in terms.items():
                sums[k] += v
            count += 1
            self.step += 1
            if count == 25 or self.progress >= 1:
                row = {"step": self.step, "minutes": round(self.elapsed / 60, 2), "views": len(self.views)}
                row |= {k: round(v / count, 4) for k, v in sums.items()}
                with (self.folder / "log.jsonl").open("a") as f:
                    f.write(json.dumps(row) + "\n")
                say(json.dumps(row))
                sums.clear()
                count = 0
            if now - last_save > self.plan.save_every:
                self.save()
                last_save = now
        waiting.result()
        self.save()

    def _rate(self) -> float:
        ramp = min(1.0, (self.step + 1) / self.plan.warmup)
        return float(self.plan.rate * ramp * (0.5 + 0.5 * np.cos(np.pi * min(self.progress, 1.0))) + 1e-6)

    def _next(self) -> float:
        """Progress at the next step, as far as it is known before this one is done."""
        return (self.step + 1) / self.plan.steps if self.plan.steps is not None else self.progress

    def _batches(self, step: int, progress: float) -> list[Batch]:
        rng = np.random.default_rng([self.plan.seed, step])
        if step % 50 == 0:
            self.views.refresh()
        coarse = progress < self.plan.coarse
        size = self.plan.batch // len(self.replicas) * (2 if coarse else 1)
        records = self.views.batch(rng.integers(0, len(self.views), size * len(self.replicas)))
        return [
            collate(records[i * size : (i + 1) * size], rng, 320 if coarse else 1024, coarse=coarse)
            for i in range(len(self.replicas))
        ]

    def _step(self, batches: list[Batch]) -> dict[str, float]:
        def work(replica: Network, batch: Batch) -> dict[str, float]:
            torch.set_num_threads(1) if len(batches) > 1 else None
            batch = Batch(*(t.to(self.device) for t in batch))
            replica.train()
            replica.zero_grad(set_to_none=True)
            terms = losses(forward(replica, batch), batch)
            terms["total"].backward()  # type: ignore[no-untyped-call]
            return {k: float(v.detach()) for k, v in terms.items()}

        results = list(self._pool.map(work, self.replicas, batches))
        with torch.no_grad():
            for group in zip(*(r.parameters() for r in self.replicas), strict=True):
                total = group[0].grad
                for p in group[1:]:
                    total += p.grad
                total /= len(group)
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
            self.optimizer.step()
            # Each replica has its own batch statistics; the first one's are kept.
            keep = min(0.997, (1 + self.step) / (10 + self.step))
            for mine, new in zip(self.average.parameters(), self.network.parameters(), strict=True):
                mine.lerp_(new, 1 - keep)
            for mine, new in zip(self.average.buffers(), self.network.buffers(), strict=True):
                mine.lerp_(new, 1 - keep) if mine.dtype.is_floating_point else mine.copy_(new)
        return {k: sum(r[k] for r in results) / len(results) for k in results[0]}

    def save(self) -> None:
        """Write `last.pt` whole: a reader never sees a part of it."""
        state: dict[str, Any] = {
            "config": asdict(self.network.config),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "elapsed": self.elapsed,
            "plan": asdict(self.plan),
        }
        partial = self.folder / f"last.{threading.get_ident()}.part"
        torch.save(state, partial)
        partial.rename(self.folder / "last.pt")

    def _load(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.elapsed = state["step"], state["elapsed"]


def forward(network: nn.Module, batch: Batch) -> Output:
    """The network on a batch, at its rays."""
    picture = batch.picture.contiguous(memory_format=torch.channels_last)
    out: Output = network(picture, batch.prior, batch.rays)
    return out


def load_network(path: Path) -> Network:
    """The averaged network of a checkpoint, in evaluation mode."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    config = Config(**{k: tuple(v) if isinstance(v, (list, tuple)) else v for k, v in state["config"].items()})
    network = Network(config)
    network.load_state_dict(state["average"])
    return network.eval()


def validate(network: Network, work: Path, count: int = 256, *, choosy: bool = False) -> dict[str, float]:
    """Mean of all terms over the first views of the val split, beside the IoU of inflation alone (`iou_prior`)."""
    views = Views(work, "val", choosy=choosy)
    sums: dict[str, float] = defaultdict(float)
    parts = np.array_split(np.arange(min(count, len(views))), max(count // 16, 1))
    for part in parts:
        batch = collate(views.batch(part), None)
        with torch.inference_mode():
            out = forward(network, batch)
            terms = losses(out, batch)
        for k, v in terms.items():
            sums[k] += float(v) / len(parts)
        h = batch.prior.reshape(len(part), -1).gather(1, batch.rays)[:, None, :, None]
        flat = (h - network.bins.abs()).gt(0).float() * batch.hit  # type: ignore[operator]
        s = batch.solid.float()
        sums["iou_prior"] += float(
            ((flat * s).sum((1, 2, 3)) / (flat + s - flat * s).sum((1, 2, 3)).clamp_min(1)).mean()
        ) / len(parts)
    return dict(sums)
