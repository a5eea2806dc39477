"""Where the files of an asset go: the main one under the name that the user chose, the others named after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maquette.errors import InvalidRequest
from maquette.formats.references import rename_references
from maquette.request import FORMATS


def target(output: Path) -> tuple[Path, str | None, str]:
    """Folder, stem (None: the folder is the asset's own) and format of `-o`.

    Raises:
        InvalidRequest: no such format.
    """
    if output.is_dir() or not output.suffix:
        return output, None, "glb"
    kind = output.suffix[1:].lower()
    if kind not in FORMATS:
        raise InvalidRequest(
            f"'{output.suffix}' files cannot be written; choose from {', '.join(FORMATS)}.", field="output"
        )
    return output.parent, output.stem, kind


def write_files(files: Sequence[tuple[str, str, bytes]], folder: Path, stem: str | None) -> list[Path]:
    """Write `(name, kind, data)` of each file, the main model first, and return the paths.

    For `-o chair.obj` the stem is `chair`: `model.obj` and `model.mtl` become `chair.obj` and `chair.mtl`, `model_shaded.glb`
    `chair_shaded.glb`, `texture_diffuse.png` `chair_texture_diffuse.png`, `preview.webp` `chair.preview.webp`; what the files say
    of each other follows. Without a stem only the main model's own name changes, to `model`.
    """
    main = next(name for name, kind, _ in files if kind == "model").rsplit(".", 1)[0]
    names = {}
    for name, kind, _ in files:
        base, _, suffix = name.rpartition(".")
        if kind not in ("model", "companion", "texture"):
            names[name] = name if stem is None else f"{stem}.{name}"
        elif base == main:
            names[name] = f"{stem or 'model'}.{suffix}"
        elif base.startswith("model_"):
            names[name] = f"{stem or 'model'}_{base.removeprefix('model_')}.{suffix}"
        else:
            names[name] = name if stem is None else f"{stem}_{name}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, _, data in files:
        path = folder / names[name]
        path.write_bytes(rename_references(name, data, names))
        paths.append(path)
    return paths
