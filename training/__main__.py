"""Everything in one command: data, training, evaluation, export.

    python -m training --meshes FOLDER --work DIR [--minutes 60] [--views 10000] [--benchmark FOLDER] [--export FILE.onnx]

Resumable: what lies in DIR (views, checkpoint with optimiser state) is gone on with. On a GPU the larger network is trained.
`--only data|train|evaluate|export` does one part; data may be made by several processes at a time (`--worker 0 --workers 2`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import torch

from training.export import export
from training.model import Config
from training.store import SHARD, build
from training.train import Plan, Trainer, load_network, validate

LARGE = Config(widths=(64, 96, 192, 384), blocks=(1, 2, 3, 3), attention=4)
"""For a GPU: 15 M weights, 1.2 s for a picture on two processor cores."""


def main() -> None:
    """See the module's docstring."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--meshes", type=Path, required=True, help="folder of mesh shards with manifest.json")
    ap.add_argument("--work", type=Path, required=True, help="folder for views and checkpoints, gigabytes")
    ap.add_argument("--minutes", type=float, default=60, help="of training, in sum over all resumptions")
    ap.add_argument("--views", type=int, default=10_000, help="pictures to make for training")
    ap.add_argument("--batch", type=int, default=12)
    ap.add_argument("--replicas", type=int, default=2, help="threads that share a step on the processor")
    ap.add_argument("--coarse", type=float, default=0.5, help="share of the training at half-size pictures, first")
    ap.add_argument("--benchmark", type=Path, help="folder to measure on, which training never sees")
    ap.add_argument("--export", type=Path, help="where to write the ONNX file")
    ap.add_argument("--only", choices=["data", "train", "evaluate", "export"])
    ap.add_argument("--worker", type=int, default=0)
    ap.add_argument("--workers", type=int, default=1)
    args = ap.parse_args()
    parts = [args.only] if args.only else ["data", "train", "evaluate", "export"]
    checkpoint = args.work / "checkpoint"
    exported = args.export or args.work / "compact.onnx"
    if "data" in parts:
        build(args.meshes, args.work, "val", range(2), args.worker, args.workers)
        build(args.meshes, args.work, "train", range(-(-args.views // SHARD)), args.worker, args.workers)
    if "train" in parts:
        gpu = torch.cuda.is_available()
        torch.set_num_threads(1)
        plan = Plan(
            minutes=args.minutes,
            batch=128 if gpu else args.batch,
            replicas=1 if gpu else args.replicas,
            coarse=args.coarse,
        )
        Trainer(args.work, checkpoint, plan, LARGE if gpu else None).run(say=lambda s: print(s, flush=True))
    if "evaluate" in parts:
        print(
            json.dumps({k: round(v, 4) for k, v in validate(load_network(checkpoint / "last.pt"), args.work).items()})
        )
    if "export" in parts:
        export(load_network(checkpoint / "last.pt"), exported)
        print(f"wrote {exported}, {exported.stat().st_size / 1e6:.1f} MB")
        if args.benchmark:
            script = Path(__file__).parents[1] / "benchmarks" / "reconstruction.py"
            command = [sys.executable, str(script), "--data", str(args.benchmark), "--weights", str(exported)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
