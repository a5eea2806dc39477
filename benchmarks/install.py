"""What an installation weighs: a fresh environment, wheels only, then the size of each distribution.

    python benchmarks/install.py [--wheel maquette-….whl] [--out benchmarks/results/install.json]

Bars: under 900 MB in site-packages, no source distribution among the dependencies.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import describe

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        pip = [venv / "bin/python", "-m", "pip", "--disable-pip-version-check", "-q"]
        subprocess.run([*pip, "wheel", "--no-deps", "-w", folder, ROOT], check=True)
        wheel = next(Path(folder).glob("maquette-*.whl"))
        start = time.perf_counter()
        subprocess.run([*pip, "install", "--only-binary=:all:", wheel], check=True)
        seconds = time.perf_counter() - start
        code = (
            "import importlib.metadata as m, json, os\n"
            "out = {}\n"
            "for d in m.distributions():\n"
            "    files = [d.locate_file(f) for f in d.files or []]\n"
            "    out[d.metadata['Name'].lower()] = sum(os.path.getsize(f) for f in files if os.path.isfile(f))\n"
            "print(json.dumps(out))"
        )
        sizes = json.loads(subprocess.run([venv / "bin/python", "-c", code], check=True, capture_output=True).stdout)
        site = next((venv / "lib").glob("python3*/site-packages"))
        total = sum(f.stat().st_size for f in site.rglob("*") if f.is_file() and not f.is_symlink())
    record = {
        "machine": describe(),
        "install_seconds": round(seconds, 1),
        "site_packages_mb": round(total / 1e6, 1),
        "packages_mb": {k: round(v / 1e6, 1) for k, v in sorted(sizes.items(), key=lambda kv: -kv[1])},
    }
    print(json.dumps(record, indent=1))
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")
    if total > 900e6:
        sys.exit("over 900 MB")


if __name__ == "__main__":
    main()
