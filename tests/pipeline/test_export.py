"""The names under which the pipeline writes each format, and what it writes for each material."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from maquette.dialects.rodin.answers import FILE_NAMES
from maquette.formats.registry import FORMATS, read_asset
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import collect_assets
from maquette.pipeline.stages.export import format_files
from maquette.request import GenerationRequest
from maquette.texture.textures import TextureSet
from tests.formats.samples import box, textures

PBR = textures()
UNLIT = TextureSet(PBR.base_color, unlit=True)
MAPS = [f"texture_{m}.png" for m in ("diffuse", "normal", "roughness", "metallic", "pbr", "emissive")]


def names(kind: str, main: TextureSet | None, shaded: TextureSet | None = None) -> list[str]:
    return [name for name, _ in format_files(kind, box(), main, shaded, {})]


@pytest.mark.parametrize("kind", ["glb", "fbx"])
def test_glb_and_fbx_are_named_by_what_they_hold(kind: str) -> None:
    assert names(kind, PBR) == [f"model_pbr.{kind}"]
    assert names(kind, UNLIT) == [f"model_shaded.{kind}"]
    assert names(kind, PBR, UNLIT) == [f"model_pbr.{kind}", f"model_shaded.{kind}"]
    assert names(kind, None) == [f"model.{kind}"]


def test_the_others_are_called_model() -> None:
    assert names("obj", PBR) == ["model.obj", "model.mtl", *MAPS]
    assert names("obj", UNLIT) == ["model.obj", "model.mtl", "shaded.png"]
    assert names("obj", PBR, UNLIT) == ["model.obj", "model.mtl", *MAPS, "shaded.png"]
    assert names("obj", None) == ["model.obj", "model.mtl"]
    assert names("usdz", PBR, UNLIT) == ["model.usdz", "model_shaded.usdz"]
    for kind in ("stl", "ply", "3mf"):
        assert names(kind, PBR, UNLIT) == [f"model.{kind}"]
    assert names("gltf", PBR)[:2] == ["model.gltf", "model.bin"]


def test_a_zip_holds_all_others() -> None:
    ((name, data),) = format_files("zip", box(), PBR, UNLIT, {})
    assert name == "model.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        inside = set(package.namelist())
    every = {n for kind in FORMATS if kind != "zip" for n in names(kind, PBR, UNLIT)}
    assert inside == every
    assert read_asset(data, "zip")[1] is not None


def test_users_get_the_models_first_and_know_what_the_rest_is() -> None:
    files = {n: d for kind in ("obj", "glb") for n, d in format_files(kind, box(), PBR, None, {})}
    outputs = {
        "export": Bundle(files=files, meta={"order": list(files)}),
        "preview": Bundle(files={"preview.webp": b"x"}),
    }
    request = GenerationRequest.build(prompt="x", formats=("obj", "glb"))
    assets = collect_assets(request, outputs)
    assert [(a.name, a.kind) for a in assets] == [
        ("model.obj", "model"),
        ("model.mtl", "companion"),
        *((m, "texture") for m in MAPS),
        ("model_pbr.glb", "model"),
        ("preview.webp", "preview"),
    ]
    assert {a.format for a in assets} == {"obj", "mtl", "png", "glb", "webp"}


def test_rodin_has_a_name_for_every_file_of_its_formats_and_all_differ() -> None:
    for kind in ("glb", "usdz", "fbx", "obj", "stl"):
        for main, shaded in ((PBR, None), (PBR, UNLIT), (UNLIT, None), (None, None), (replace(PBR, orm=None), None)):
            ours = names(kind, main, shaded)
            theirs = [FILE_NAMES[n] for n in ours]
            assert len(set(theirs)) == len(theirs)
            assert all("/" not in n and n == n.lower() for n in theirs)
            assert theirs[0].startswith("base")
            assert theirs[0].endswith("." + kind)
