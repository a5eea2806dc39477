"""The binary USD layer, read by usd-core: every kind of value comes back, in a tree with siblings at every depth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pxr import Sdf, Usd

from maquette.formats.usd_crate import ATTRIBUTE, PRIM, RELATIONSHIP, ROOT, Crate, Value, _ints, _lz4
from maquette.formats.usdz import write_usdz
from maquette.geometry.mesh import Mesh
from tests.formats.samples import box, textures


def prim(crate: Crate, path: str, properties: list[str], children: list[str]) -> None:
    fields = {"specifier": Value("specifier", 0), "typeName": Value("token", "Scope")}
    if properties:
        fields["properties"] = Value("tokens", properties)
    if children:
        fields["primChildren"] = Value("tokens", children)
    crate.spec(path, PRIM, fields)


def test_values_and_tree(tmp_path: Path) -> None:
    crate = Crate(b"MAQUETTE")
    numbers = crate.array(np.arange(1000, dtype="<i4"))
    values = {
        "d": ("double", Value("double", 0.25)),
        "f": ("float", Value("float", 0.1)),
        "i": ("int", Value("int", 70_000)),
        "b": ("bool", Value("bool", True)),
        "s": ("string", Value("string", "two words")),
        "t": ("token", Value("token", "vertex")),
        "a": ("asset", Value("asset", "textures/x.png")),
        "small": ("float4", Value("float4", (2, 2, 2, -1))),
        "large": ("float3", Value("float3", (0.5, 1000.0, -3.25))),
        "many": ("int[]", Value("int", numbers)),
    }
    crate.spec("/", ROOT, {"defaultPrim": Value("token", "A"), "primChildren": Value("tokens", ["A", "B"])})
    prim(crate, "/A", list(values), ["C", "D"])
    for name, (kind, value) in values.items():
        crate.spec(f"/A.{name}", ATTRIBUTE, {"typeName": Value("token", kind), "default": value})
    prim(crate, "/A/C", [], ["E"])
    prim(crate, "/A/C/E", [], [])
    prim(crate, "/A/D", ["to"], [])
    crate.spec("/A/D.to", RELATIONSHIP, {"targetPaths": Value("pathlist", ["/A/C/E", "/B"])})
    prim(crate, "/B", [], [])
    path = tmp_path / "x.usdc"
    path.write_bytes(crate.to_bytes())
    stage = Usd.Stage.Open(str(path))
    assert [str(p.GetPath()) for p in stage.TraverseAll()] == ["/A", "/A/C", "/A/C/E", "/A/D", "/B"]
    got = {name: stage.GetPrimAtPath("/A").GetAttribute(name).Get() for name in values}
    assert list(got.pop("many")) == list(range(1000))
    assert got.pop("a").path == "textures/x.png"
    assert tuple(got.pop("small")) == (2, 2, 2, -1)
    assert tuple(got.pop("large")) == (0.5, 1000.0, -3.25)
    assert got == {"d": 0.25, "f": pytest.approx(0.1), "i": 70_000, "b": True, "s": "two words", "t": "vertex"}
    assert stage.GetPrimAtPath("/A/D").GetRelationship("to").GetTargets() == [Sdf.Path("/A/C/E"), Sdf.Path("/B")]


@pytest.mark.parametrize("count", [0, 1, 14, 15, 16, 269, 270, 271, 70_000])
def test_literal_blocks_of_every_length(count: int) -> None:
    data = bytes(range(256)) * 300
    block = _lz4(data[:count])
    assert block[0] == 0
    length, at = block[1] >> 4, 2
    while length >= 15 and block[at] == 255:
        length, at = length + 255, at + 1
    if block[1] >> 4 == 15:
        length, at = length + block[at], at + 1
    assert (length, block[at:]) == (count, data[:count])
    assert _ints([]) == bytes(8)


def test_many_specs_of_wide_differences(tmp_path: Path) -> None:
    crate = Crate()
    names = [f"p{i}" for i in range(3000)]
    crate.spec("/", ROOT, {"primChildren": Value("tokens", names)})
    for name in names:
        prim(crate, "/" + name, ["x"], [])
        crate.spec(f"/{name}.x", ATTRIBUTE, {"typeName": Value("token", "string"), "default": Value("string", name)})
    path = tmp_path / "x.usdc"
    path.write_bytes(crate.to_bytes())
    stage = Usd.Stage.Open(str(path))
    assert [p.GetAttribute("x").Get() for p in stage.Traverse()] == names


@pytest.mark.parametrize("textured", [True, False])
def test_usd_writes_the_same_layer_again(textured: bool, tmp_path: Path) -> None:
    """What usd-core's own writer makes of our layer says the same."""
    mesh = box() if textured else Mesh(box().vertices, box().faces)
    path = tmp_path / "x.usdz"
    path.write_bytes(write_usdz(mesh, textures() if textured else None))
    layer = Sdf.Layer.FindOrOpen(str(path))
    assert layer.Export(str(tmp_path / "y.usdc"))
    again = Sdf.Layer.FindOrOpen(str(tmp_path / "y.usdc"))
    assert again.ExportToString() == layer.ExportToString()
    assert "Maquette" in layer.comment
