"""Seconds from a prompt to GLB and preview, warm, in this process: Sketch and Regular over some prompts.

python benchmarks/text.py [--prompts 8] [--out benchmarks/results/text.json]
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from machine import describe

from maquette.cli.local import run_local
from maquette.dialects.rodin.presets import tier_request
from maquette.settings import load_settings

PROMPTS = (
    "a worn wooden chair with a red cushion",
    "a futuristic robot with sleek metallic design and glowing blue accents",
    "a red sports car",
    "a green dragon with golden wings",
    "a medieval castle",
    "a cute cat",
    "a palm tree",
    "a knight holding a sword",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prompts", type=int, default=len(PROMPTS))
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    record: dict[str, Any] = {"machine": describe(), "tiers": {}}
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(data_dir=folder)
        run("a stool", "Sketch", settings)  # what every worker pays once
        for tier in ("Sketch", "Regular"):
            rows = [run(prompt, tier, settings) for prompt in PROMPTS[: args.prompts]]
            walls = [r["seconds"] for r in rows]
            record["tiers"][tier] = {
                "median": round(statistics.median(walls), 2),
                "most": round(max(walls), 2),
                "runs": rows,
            }
    record["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(record, indent=1))
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")


def run(prompt: str, tier: str, settings: Any) -> dict[str, Any]:
    """One generation."""
    fields = tier_request(tier, mesh_mode=None, faces=None)
    wall, cpu = time.perf_counter(), time.process_time()
    result = run_local([], settings, prompt=prompt, seed=1, **fields)
    return {
        "prompt": prompt,
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "stages": {k: round(v, 2) for k, v in result.seconds.items()},
        "bytes": len(result.files[0].data),
    }


if __name__ == "__main__":
    main()
