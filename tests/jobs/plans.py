"""Small real plans for tests of jobs: each stage computes with numpy what the next one reads, and logs that it ran.

The request's prompt holds JSON that steers the stages: `{"log": folder, "seconds": 0.1, "fail": "b", …}`.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from maquette.errors import EngineError, MeshError
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest

NAMES = ("a", "b", "c", "d")


def steer(request: GenerationRequest) -> dict[str, Any]:
    return json.loads(request.prompt or "{}")


def make_request(**orders: Any) -> GenerationRequest:
    return GenerationRequest.build(prompt=json.dumps(orders), seed=orders.get("seed", 7))


def runs(log: Path) -> list[str]:
    """Names of the stages that were begun, in order."""
    return [p.name.split("-")[1] for p in sorted(log.glob("*"))] if log.exists() else []


def _work(name: str, needs: tuple[str, ...]) -> Any:
    def run(context: StageContext) -> Bundle:
        orders = steer(context.request)
        if "log" in orders:
            folder = Path(orders["log"])
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{time.time_ns()}-{name}-{os.getpid()}").touch()
        value = np.arange(1000, dtype=np.float64) * context.request.seed
        for need in needs:
            value = value + context.input(need).arrays["value"]
        if orders.get("warn") == name:
            context.warn(f"{name} warns")
        if orders.get("fail") == name:
            raise MeshError("This mesh cannot be used. Take another.")
        if orders.get("crash") == name:
            raise ValueError("a fault")
        if orders.get("die") == name:
            os._exit(9)
        end = time.monotonic() + float(orders.get("seconds", 0.0))
        stubborn = orders.get("stubborn") == name
        while time.monotonic() < end:
            time.sleep(0.02)
            if not stubborn:
                context.progress(1 - (end - time.monotonic()) / float(orders["seconds"]))
        return Bundle({"value": value + 1}, {}, {"stage": name, "pair": (1, 2)})

    return run


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    optional = steer(request).get("optional")
    names = NAMES[: int(steer(request).get("stages", len(NAMES)))]
    needs = [names[max(i - 1, 0) : i] for i in range(len(names))]
    return tuple(
        Stage(n, 1, ("seed", "prompt"), need, _work(n, need), optional=n == optional)
        for n, need in zip(names, needs, strict=True)
    )


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> list[tuple[str, str, str, str, bytes]]:
    last = list(outputs)[-1]
    data = outputs[last].arrays["value"].tobytes()
    if not data:
        raise EngineError("empty")
    return [("value.bin", "model", "bin", "application/octet-stream", data)]
