"""Renders, composites, trains and exports the segmenter, going on where an earlier run stopped.

    python -m training.segmenter --data DIR --work DIR --minutes N [--stage renders|shards|train|export]

DATA is a folder of meshes as `training/runs/segmenter-1.md` describes it (`load.py`, `manifest.json`, `*.npz`). Stages may run in
processes of their own at the same time: the training reads the shards that exist.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.segmenter.dataset import write_shards
from training.segmenter.library import build

RENDERS, SHARDS = 3000, 100
WEIGHTS = Path(__file__).parents[2] / "src/maquette/images/weights/segmenter.onnx"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of meshes")
    parser.add_argument("--work", type=Path, required=True, help="folder for renders, shards, checkpoint and log")
    parser.add_argument("--minutes", type=float, default=45, help="training time in all, over every resumption")
    parser.add_argument("--threads", type=int, default=1, help="of the processor, for the training")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--stage", choices=("renders", "shards", "train", "export"), help="only this one; else all in turn"
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="the ONNX file to write")
    args = parser.parse_args()
    renders, shards = args.work / "foregrounds", args.work / "shards"
    if args.stage in (None, "renders"):
        build(args.data, renders / "val", "val", 250, args.seed + 1)
        build(args.data, renders / "train", "train", RENDERS, args.seed)
    if args.stage in (None, "shards"):
        write_shards(renders / "val", shards / "val", 1, args.seed + 1)
        write_shards(renders / "train", shards / "train", SHARDS, args.seed)
    if args.stage in (None, "train"):
        from training.segmenter.train import Recipe, train

        train(shards, args.work, Recipe(minutes=args.minutes, threads=args.threads))
    if args.stage in (None, "export"):
        from training.segmenter.export import export

        export(
            args.work / "checkpoint.pt",
            args.out,
            "Maquette's foreground segmenter. Apache-2.0; see NOTICE.md beside it.",
        )


if __name__ == "__main__":
    main()
