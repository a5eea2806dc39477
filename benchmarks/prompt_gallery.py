"""Contact sheets of what prompts make: every prompt of tests/prompts/prompts.json (or those given), a picture each, for the eye.

    python benchmarks/prompt_gallery.py --out docs/gallery [--workers 2] [--seed 1]
    python benchmarks/prompt_gallery.py --out DIR "a red chair" "a cat on a sofa"

Pictures come straight from the programs, without charts or bakes.
"""

from __future__ import annotations

import argparse
import json
import textwrap
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from maquette.errors import MaquetteError
from maquette.prompts.composer import read_program
from maquette.shapes.compile import compile_program
from maquette.shapes.look import picture

LIST = Path(__file__).parents[1] / "tests" / "prompts" / "prompts.json"
COLUMNS, ROWS, SIZE, CAPTION = 8, 8, 200, 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prompts", nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="only every N-th prompt of the list")
    args = parser.parse_args()
    prompts = args.prompts or [p["prompt"] for p in json.loads(LIST.read_text())][:: args.every]
    args.out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(args.workers) as pool:
        cells = list(pool.map(partial(cell, seed=args.seed), prompts, chunksize=4))
    each = COLUMNS * ROWS
    for n, start in enumerate(range(0, len(cells), each), 1):
        block = cells[start : start + each]
        block += [np.full_like(cells[0], 255)] * (-len(block) % COLUMNS)
        rows = [np.hstack(block[i : i + COLUMNS]) for i in range(0, len(block), COLUMNS)]
        Image.fromarray(np.vstack(rows)).save(args.out / f"prompts-{n}.webp", quality=80, method=4)


def cell(prompt: str, seed: int) -> np.ndarray:
    """A picture over its prompt; a refusal is told in its place."""
    sheet = Image.new("RGB", (SIZE, SIZE + CAPTION), "white")
    draw = ImageDraw.Draw(sheet)
    try:
        program, heard = read_program(prompt, seed)
        sheet.paste(Image.fromarray(picture(compile_program(program, fineness=0.8), size=SIZE)), (0, 0))
        lost = f" [-{', '.join(heard.ignored)}]" if heard.ignored else ""
    except MaquetteError as error:
        draw.multiline_text(
            (6, 20), "\n".join(textwrap.wrap(error.message, 30)), fill="#a02020", font=ImageFont.load_default(11)
        )
        lost = ""
    lines = textwrap.wrap(prompt + lost, 36)[:3]
    draw.multiline_text((4, SIZE + 2), "\n".join(lines), fill="black", font=ImageFont.load_default(10), spacing=1)
    return np.asarray(sheet)


if __name__ == "__main__":
    main()
