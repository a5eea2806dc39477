"""Every URL of the document is a real file: one session of a test key through the real stages, read by other libraries."""

from __future__ import annotations

import asyncio
import io
import zipfile
from pathlib import Path

import trimesh
from PIL import Image
from pxr import Usd, UsdGeom

from maquette.formats.registry import read_asset
from tests.dialects.csm.worlds import data_url, open_csm


def shape(mesh: trimesh.Trimesh) -> tuple[int, bool]:
    """Faces, and whether it is closed once equal corners are one."""
    mesh = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    mesh.merge_vertices(merge_tex=True, merge_norm=True)
    return len(mesh.faces), mesh.is_watertight


async def test_every_url_is_a_real_file(tmp_path: Path) -> None:
    async with open_csm(tmp_path, stages=None) as csm, csm.as_csm(csm.test_key) as client, csm.client(None) as nobody:
        body = {"image_url": data_url(), "texture_model": "pbr", "geometry_model": "turbo"}
        data = (await client.post("/image-to-3d-sessions", json=body)).json()["data"]
        path = f"/image-to-3d-sessions/{data['session_code']}"
        async with asyncio.timeout(240):
            while data["session_status"] not in ("complete", "failed"):
                await asyncio.sleep(0.5)
                data = (await client.get(path)).json()["data"]
        assert (data["session_status"], data["status"]) == ("complete", "preview_done"), data.get("error_message")
        files: dict[str, bytes] = {}
        names = [f"mesh_url_{form}" for form in ("obj", "zip", "glb", "usdz", "fbx", "3mf")]
        for name in ("mesh_url", "preview_mesh_url", "mp4_url", "session_gif", *names):
            answer = await nobody.get(data[name])
            assert (answer.status_code, len(answer.content) > 100) == (200, True), name
            files[name.rsplit("_", 1)[1] if name in names else name] = answer.content
        assert files["mesh_url"] == files["zip"]
        assert files["preview_mesh_url"] == files["obj"]

    scene = trimesh.load(io.BytesIO(files["glb"]), file_type="glb")
    [glb] = scene.geometry.values()
    faces, closed = shape(glb)
    assert closed
    assert 300 < faces <= 600
    assert glb.visual.material.baseColorTexture.size == (512, 512)
    assert shape(trimesh.load(io.BytesIO(files["obj"]), file_type="obj", force="mesh")) == (faces, True)
    with zipfile.ZipFile(io.BytesIO(files["3mf"])) as package:
        assert package.read("3D/3dmodel.model").count(b"<triangle ") == faces
    mesh, textures, _ = read_asset(files["fbx"], "fbx")
    assert len(mesh.faces) == faces
    assert textures is not None
    (tmp_path / "model.usdz").write_bytes(files["usdz"])
    stage = Usd.Stage.Open(str(tmp_path / "model.usdz"))
    meshes = [UsdGeom.Mesh(p) for p in stage.Traverse() if p.IsA(UsdGeom.Mesh)]
    assert sum(len(m.GetFaceVertexCountsAttr().Get()) for m in meshes) == faces
    with zipfile.ZipFile(io.BytesIO(files["zip"])) as package:
        assert package.testzip() is None
        assert {"model.obj", "model.mtl", "texture_diffuse.png"} <= set(package.namelist())
        assert package.read("model.obj") == files["obj"]
    film = Image.open(io.BytesIO(files["session_gif"]))
    assert (film.format, film.n_frames > 8) == ("GIF", True)
    assert files["mp4_url"][4:8] == b"ftyp"
