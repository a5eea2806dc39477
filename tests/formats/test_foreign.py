"""Files as other programs write them: what our readers must take."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from maquette.errors import DependencyMissing, MeshError
from maquette.formats import usdz_reader
from maquette.formats.fbx_tree import Long, Node, encode
from maquette.formats.maps import map_files
from maquette.formats.obj import read_obj
from maquette.formats.ply import read_ply
from maquette.formats.registry import read_asset
from maquette.formats.stl import read_stl
from maquette.formats.threemf import CORE, read_3mf
from maquette.formats.usdz import write_usdz
from maquette.geometry import topology
from tests.formats.samples import box, textures

SQUARE = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"


def test_obj_takes_every_way_to_write_a_face() -> None:
    ways = [
        "f 1 2 3 4",
        "f 1// 2// 3// 4//",
        "f 1//1 2//1 3//1 4//1",
        "f -4 -3 -2 -1",
        "f 1 2 \\\n 3 4",
        "  f  1  2  3  4 # x",
    ]
    for way in ways:
        mesh, _ = read_obj(f"# c\r\n{SQUARE}vn 0 0 1\n{way}\n".encode())
        assert mesh.quads is not None
        assert mesh.quads.tolist() == [[0, 1, 2, 3]]
    mesh, _ = read_obj(f"{SQUARE}vt 0 0\nvt 1 0 0\nvt 1 1\nvt 0 1\nf 1/1 2/2 3/3 4/4\n".encode())
    assert mesh.uv is not None
    assert mesh.uv[mesh.quad_uv[0]].tolist() == [[0, 0], [1, 0], [1, 1], [0, 1]]


def test_obj_of_larger_polygons_becomes_fans_and_colours_are_passed_over() -> None:
    ring = "".join(f"v {np.cos(a):.6f} {np.sin(a):.6f} 0 1 0 0\n" for a in np.arange(5) * 2 * np.pi / 5)
    mesh, _ = read_obj((ring + "f 1 2 3 4 5\nl 1 2\nf 1 2\n").encode())
    assert mesh.quads is None
    assert mesh.faces.tolist() == [[0, 1, 2], [0, 2, 3], [0, 3, 4]]


def test_obj_turns_a_quad_to_its_short_diagonal() -> None:
    mesh, _ = read_obj(b"v 0 0 0\nv 1 0.9 0\nv 3 1 0\nv 1 1.1 0\nf 1 2 3 4\n")
    assert mesh.quads.tolist() == [[1, 2, 3, 0]]


def test_obj_material_of_another_program() -> None:
    files = {n: d for n, d in map_files(textures()).items() if n in ("texture_diffuse.png", "texture_roughness.png")}
    files = {"wood colour.png": files["texture_diffuse.png"], "rough.png": files["texture_roughness.png"]}
    files["m.mtl"] = (
        b"newmtl other\nmap_Kd none.png\nnewmtl wood\nPm 0.5\nmap_Kd -s 1 1 1 wood colour.png\nmap_Pr rough.png\n"
    )

    def load(name: str) -> bytes:
        if name not in files:
            raise MeshError("missing.")
        return files[name]

    text = f"mtllib m.mtl\n{SQUARE}vt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nusemtl wood\nf 1/1 2/2 3/3 4/4\n".encode()
    _, got = read_obj(text, load)
    assert got is not None
    assert np.array_equal(got.base_color, textures().base_color)
    assert np.array_equal(got.orm[..., 1], textures().orm[..., 1])
    assert (got.orm[..., 2] == 128).all()
    del files["m.mtl"]
    assert read_obj(text, load)[1] is None


@pytest.mark.parametrize("order", ["ascii", "binary_little_endian", "binary_big_endian"])
def test_ply_in_its_three_encodings(order: str) -> None:
    mesh = box()
    rows, lists = mesh.vertices.astype("f8"), [*mesh.quads.tolist(), *mesh.faces[2 * len(mesh.quads) :].tolist()]
    head = f"ply\nformat {order} 1.0\nobj_info x\nelement vertex {len(rows)}\n"
    head += "property uchar red\nproperty double x\nproperty double y\nproperty double z\n"
    head += f"element face {len(lists)}\nproperty uchar flags\nproperty list ushort uint vertex_index\nend_header\n"
    if order == "ascii":
        body = "".join(f"7 {x!r} {y!r} {z!r}\n" for x, y, z in rows.tolist())
        body += "".join(f"1 {len(r)} {' '.join(map(str, r))}\n" for r in lists)
        data = (head + body).encode()
    else:
        sign = "<" if "little" in order else ">"
        table = np.zeros(len(rows), [("red", "u1"), ("p", sign + "f8", 3)])
        table["p"] = rows
        data = head.encode() + table.tobytes()
        for r in lists:
            data += b"\1" + np.array([len(r)], sign + "u2").tobytes() + np.array(r, sign + "u4").tobytes()
    again = read_ply(data)
    assert np.array_equal(again.quads, mesh.quads)
    assert np.array_equal(again.vertices, mesh.vertices)
    with pytest.raises(MeshError, match=r"ends before|not made of"):
        read_ply(data[:-3] if order != "ascii" else data[: len(data) // 2])


def test_stl_as_text_and_binary_that_begins_with_solid() -> None:
    mesh = box()
    text = "solid thing\n"
    for triangle in mesh.vertices[mesh.faces].tolist():
        corners = "".join(f"vertex {x!r} {y!r} {z:.9E}\n" for x, y, z in triangle)
        text += f"facet normal 0 0 0\nouter loop\n{corners}endloop\nendfacet\n"
    again = read_stl((text + "endsolid thing\n").encode())
    assert len(again.vertices) == 98
    assert topology.signed_volume(again.vertices, again.faces) == pytest.approx(0.24)
    with pytest.raises(MeshError, match="cut off"):
        read_stl(text.encode())
    record = np.zeros(len(mesh.faces), [("n", "<f4", 3), ("c", "<f4", (3, 3)), ("a", "<u2")])
    record["c"] = mesh.vertices[mesh.faces]
    binary = b"solid".ljust(80) + len(record).to_bytes(4, "little") + record.tobytes()
    assert len(read_stl(binary).faces) == 192


def package(model: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("3D/3dmodel.model", model)
    return out.getvalue()


def test_3mf_with_units_components_and_a_mirror() -> None:
    points = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)]
    vertices = "".join(f'<vertex x="{x}" y="{y}" z="{z}"/>' for x, y, z in points)
    faces = "".join(
        f'<triangle v1="{a}" v2="{b}" v3="{c}"/>' for a, b, c in ((0, 2, 1), (0, 1, 3), (1, 2, 3), (0, 3, 2))
    )
    mesh = f"<mesh><vertices>{vertices}</vertices><triangles>{faces}</triangles></mesh>"
    model = (
        f'<model unit="inch" xmlns="{CORE}"><resources><object id="1">{mesh}</object><object id="7"><components>'
        '<component objectid="1"/><component objectid="1" transform="-1 0 0 0 1 0 0 0 1 5 0 0"/></components></object>'
        '</resources><build><item objectid="7" transform="1 0 0 0 1 0 0 0 1 0 0 2"/></build></model>'
    )
    mesh_read = read_3mf(package(model))
    assert len(mesh_read.faces) == 8
    # Z up becomes Y up: 2 inches above the ground.
    assert mesh_read.bounds == pytest.approx(np.array([[0, 2, -1], [5, 3, 0]]) * 0.0254, abs=1e-7)
    assert topology.signed_volume(mesh_read.vertices, mesh_read.faces) == pytest.approx(2 / 6 * 0.0254**3, rel=1e-5)


def fbx_scene(settings: dict[str, float], model: dict[str, tuple[float, float, float]]) -> bytes:
    """One box under a model with transforms, as a modelling program writes it."""
    mesh = box()
    head = Node("GlobalSettings")
    entries = head.add("Properties70")
    for key, value in settings.items():
        entries.property(key, "double" if isinstance(value, float) else "int", "", "", value)
    objects, links = Node("Objects"), Node("Connections")
    geometry = objects.add("Geometry", Long(1), "g\0\1Geometry", "Mesh")
    geometry.add("Vertices", mesh.vertices.astype(np.float64).ravel())
    index = mesh.quads.copy()
    index[:, -1] = ~index[:, -1]
    geometry.add("PolygonVertexIndex", index.ravel())
    for key, name in ((Long(2), "child"), (Long(3), "parent")):
        node = objects.add("Model", key, name + "\0\1Model", "Mesh")
        values = node.add("Properties70")
        for prop, vector in model.items() if name == "child" else ():
            values.property(prop, prop, "", "A", *map(float, vector))
    for child, parent in ((1, 2), (2, 3), (3, 0)):
        links.add("C", "OO", Long(child), Long(parent))
    return encode([head, objects, links])


def test_fbx_units_axes_and_transforms() -> None:
    centimetres = {"UnitScaleFactor": 1.0, "UpAxis": 1, "FrontAxis": 2, "CoordAxis": 0}
    scaled = {"Lcl Scaling": (100, 100, 100), "Lcl Translation": (0, 200, 0), "Lcl Rotation": (0, 90, 0)}
    mesh, _, _ = read_asset(fbx_scene(centimetres, scaled), "fbx")
    # 90° about Y exchanges width and length.
    assert mesh.bounds == pytest.approx(np.array([[-0.2, 2, -0.5], [0.2, 2.6, 0.5]]), abs=1e-6)
    z_up = {"UnitScaleFactor": 100.0, "UpAxis": 2, "FrontAxis": 1, "FrontAxisSign": -1, "CoordAxis": 0}
    mesh, _, _ = read_asset(fbx_scene(z_up, {"PreRotation": (90, 0, 0)}), "fbx")
    assert mesh.bounds == pytest.approx(box().bounds, abs=1e-6)
    mirrored, _, _ = read_asset(fbx_scene(centimetres, {"Lcl Scaling": (-1, 1, 1)}), "fbx")
    plain, _, _ = read_asset(fbx_scene(centimetres, {}), "fbx")
    normal = np.cross(
        *(mirrored.vertices[mirrored.faces[0, k]] - mirrored.vertices[mirrored.faces[0, 0]] for k in (1, 2))
    )
    assert normal[2] > 0, "the mirrored front still faces +Z"
    assert len(mirrored.quads) == len(plain.quads) == 80


def test_usdz_of_another_program_needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pxr import Sdf, Usd, UsdGeom

    ours = tmp_path / "ours.usdz"
    ours.write_bytes(write_usdz(box(), textures()))
    stage = Usd.Stage.Open(str(ours))
    flat = tmp_path / "flat.usdc"
    stage.Flatten().Export(str(flat))
    other = Usd.Stage.Open(str(flat))
    UsdGeom.SetStageMetersPerUnit(other, 0.01)
    UsdGeom.Xformable(other.GetDefaultPrim()).AddScaleOp().Set((100, 100, 100))
    for prim in other.Traverse():
        for attribute in prim.GetAttributes():
            if attribute.GetTypeName() == "asset":
                attribute.Set(Sdf.AssetPath("textures/" + attribute.Get().path.rpartition("/")[2].rstrip("]")))
    other.Save()
    files = {"model.usdc": flat.read_bytes(), **{f"textures/{n}": d for n, d in map_files(textures()).items()}}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in files.items():
            z.writestr(name, data)
    mesh, got = usdz_reader.read_usdz(out.getvalue())
    assert np.array_equal(mesh.quads, box().quads)
    assert mesh.vertices == pytest.approx(box().vertices, abs=1e-6)
    assert np.array_equal(mesh.face_uv, box().face_uv)
    assert np.array_equal(got.base_color, textures().base_color)
    assert np.array_equal(got.orm[..., 1:], textures().orm[..., 1:])
    monkeypatch.setitem(__import__("sys").modules, "pxr", None)
    with pytest.raises(DependencyMissing, match=r"maquette\[usd\]"):
        usdz_reader.read_usdz(out.getvalue())
    # What we wrote ourselves needs nothing.
    assert len(usdz_reader.read_usdz(ours.read_bytes())[0].quads) == 80


def test_every_file_in_a_usdz_begins_at_a_multiple_of_64() -> None:
    data = write_usdz(box(), textures())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            name, extra = (int.from_bytes(data[info.header_offset + at :][:2], "little") for at in (26, 28))
            start = info.header_offset + 30 + name + extra
            assert start % 64 == 0
            assert info.compress_type == zipfile.ZIP_STORED
            assert data[start : start + info.file_size] == package.read(info)
            assert "/" not in info.filename or info.filename.startswith("textures/")
