"""`docs/dependencies.md` explains exactly the core dependencies of `pyproject.toml`."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_dependency_is_explained_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {re.split(r"[\[<>=;\s]", d)[0] for d in project["dependencies"]}
    core_table = (ROOT / "docs/dependencies.md").read_text().split("## Extras")[0]
    explained = set(re.findall(r"^\| ([a-z0-9-]+) \|", core_table, re.M)) - {"package"}
    assert explained == declared


def test_every_extra_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    text = (ROOT / "docs/dependencies.md").read_text()
    for extra, packages in project["optional-dependencies"].items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{extra}`"))
        for package in packages:
            assert re.split(r"[\[<>=;\s]", package)[0] in row
