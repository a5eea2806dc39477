"""OBJ with MTL and textures: quads and UVs indexed apart from positions, as artists exchange them.

Wavefront OBJ 3.0 and MTL, with the PBR statements (`map_Pr`, `map_Pm`, `norm`) that Blender, assimp and Houdini know.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.maps import (
    DIFFUSE,
    EMISSIVE,
    METALLIC,
    NORMAL,
    PBR,
    ROUGHNESS,
    SHADED,
    base_name,
    map_files,
    map_names,
    textures_from_maps,
)
from maquette.formats.polygons import MAX_FACES, mesh_from_polygons, polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

MAX_TEXT = 512 << 20
"""Bytes of an OBJ: some 5 million faces; parsed it takes several times the memory."""
_MAPS = {
    "map_kd": DIFFUSE,
    "map_pr": ROUGHNESS,
    "map_pm": METALLIC,
    "norm": NORMAL,
    "map_kn": NORMAL,
    "map_bump": NORMAL,
    "map_ke": EMISSIVE,
    "map_packed": PBR,
}
_PACKED = "# occlusion, roughness and metallic in red, green and blue:"
"""A comment to others: MTL has no statement for occlusion."""
_OPTIONS = {
    "-bm": 1,
    "-blendu": 1,
    "-blendv": 1,
    "-boost": 1,
    "-cc": 1,
    "-clamp": 1,
    "-imfchan": 1,
    "-texres": 1,
    "-type": 1,
}
_OPTIONS |= {"-mm": 2, "-o": 3, "-s": 3, "-t": 3, "-colorspace": 1}
"""Arguments that may stand between a map statement and its file."""


def write_obj(mesh: Mesh, textures: TextureSet | None, *, name: str = "model") -> list[tuple[str, bytes]]:
    """`name.obj`, `name.mtl` and a PNG for each map (`maps`); the OBJ first. Metres, Y up.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_obj")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_obj: the mesh has textures but no UVs. Unwrap it first.")
    p = polygons(mesh)
    parts = [f"# Maquette\n# metres, Y up\nmtllib {name}.mtl\no {name}\n"]
    # Nine digits bring every float32 back to the bit.
    parts.append(_lines("v %.9g %.9g %.9g\n", mesh.vertices))
    if mesh.uv is not None:
        parts.append(_lines("vt %.9g %.9g\n", mesh.uv))
    parts.append(_lines("vn %.5g %.5g %.5g\n", mesh.vertex_normals()))
    parts.append(f"usemtl {name}\ns 1\n")
    for faces, uv in ((p.quads, p.quad_uv), (p.triangles, p.triangle_uv)):
        if not len(faces):
            continue
        corner = "%d//%d" if uv is None else "%d/%d/%d"
        columns = [faces, faces] if uv is None else [faces, uv, faces]
        parts.append(_lines("f " + " ".join([corner] * faces.shape[1]) + "\n", np.stack(columns, axis=2) + 1))
    pictures = {} if textures is None else map_files(textures)
    return [
        (f"{name}.obj", "".join(parts).encode()),
        (f"{name}.mtl", _material(textures, name).encode()),
        *pictures.items(),
    ]


def _lines(row: str, values: NDArray[np.generic]) -> str:
    """`row` filled once for each entry of `values`, in chunks that keep memory level."""
    flat = values.reshape(len(values), -1)
    step = 100_000
    return "".join(
        row * len(part) % tuple(part.ravel().tolist())
        for part in (flat[i : i + step] for i in range(0, len(flat), step))
    )


def _material(textures: TextureSet | None, name: str) -> str:
    lines = [f"newmtl {name}", "Ka 0 0 0"]
    if textures is None:
        # Linear 0.6, as the GLB's clay.
        lines += ["Kd 0.6 0.6 0.6", "Ks 0.5 0.5 0.5", "Pr 0.8", "Pm 0", "d 1", "illum 2"]
        return "\n".join(lines) + "\n"
    lines += ["Kd 1 1 1"]
    if textures.unlit:
        lines += ["Ks 0 0 0", "d 1", "illum 0", f"map_Kd {base_name(textures)}"]
        return "\n".join(lines) + "\n"
    names = map_names(textures)
    lines += ["Ks 0.5 0.5 0.5", f"Pr {1 if ROUGHNESS in names else 0.9}", f"Pm {1 if METALLIC in names else 0}"]
    lines += ["d 1", "illum 2", f"map_Kd {DIFFUSE}"]
    if ROUGHNESS in names:
        lines += [
            f"map_Pr {ROUGHNESS}",
            f"map_Pm {METALLIC}",
            f"{_PACKED} {PBR}",
        ]
    if NORMAL in names:
        lines += [f"norm {NORMAL}", f"map_Bump -bm 1 {NORMAL}"]
    if EMISSIVE in names:
        lines += ["Ke 1 1 1", f"map_Ke {EMISSIVE}"]
    return "\n".join(lines) + "\n"


def read_obj(data: bytes, load: Callable[[str], bytes] | None = None) -> tuple[Mesh, TextureSet | None]:
    """Mesh of all faces of an OBJ, and the textures of its first used material that can be found.

    Args:
        data: the OBJ's text.
        load: bytes of a file beside it by its relative name (raising `MeshError` where there is none), or None.

    Raises:
        MeshError: no faces, numbers that are none, or indices outside of their lists.
    """
    if len(data) > MAX_TEXT:
        raise MeshError(
            f"read_obj: the file is larger than {MAX_TEXT >> 20} MB. Simplify it, or give it as GLB or PLY."
        )
    if b"\0" in data[:4096]:
        raise MeshError("read_obj: this is not an OBJ file. Give a Wavefront OBJ text file.")
    text = data.decode("utf-8", "replace").replace("\\\n", " ")
    vertices: list[str] = []
    uv: list[str] = []
    counts: list[int] = []
    faces: list[str] = []
    bases: list[tuple[int, int]] = []
    library = material = None
    negative = False
    for line in text.splitlines():
        if "#" in line:
            line = line.partition("#")[0]
        key, _, rest = line.strip().partition(" ")
        if key == "v":
            vertices.append(rest)
        elif key == "vt":
            uv.append(rest)
        elif key == "f":
            corners = rest.split()
            counts.append(len(corners))
            faces.extend(corners)
            negative = negative or "-" in rest
            bases.append((len(vertices), len(uv)))
        elif key == "mtllib":
            library = library or rest.strip()
        elif key == "usemtl" and not material:
            material = rest.strip()
        if len(faces) > 4 * MAX_FACES:
            raise MeshError(f"read_obj: the file has more than {MAX_FACES} faces. Simplify it first.")
    if not faces or not vertices:
        raise MeshError("read_obj: the file holds no faces. Give a surface, not points or lines.")
    kept = np.array(counts)
    corner, uv_corner = _corners(faces)
    if negative:
        base = np.repeat(np.array(bases), kept, axis=0)
        corner = np.where(corner < 0, base[:, 0] + corner + 1, corner)
        uv_corner = np.where(uv_corner < 0, base[:, 1] + uv_corner + 1, uv_corner)
    mesh = mesh_from_polygons(
        "read_obj", _floats(vertices, 3), kept, corner - 1, _floats(uv, 2) if uv else None, uv_corner - 1
    )
    textures = _read_material(library, material, load) if load and library and mesh.uv is not None else None
    return mesh, textures


def _floats(rows: list[str], width: int) -> NDArray[np.float64]:
    """The first `width` numbers of each row."""
    try:
        fields = [r.split()[:width] for r in rows]
        values = np.array([f if len(f) == width or width == 3 else [*f, "0"][:width] for f in fields], dtype=np.float64)
    except (ValueError, OverflowError):
        raise MeshError("read_obj: a vertex or UV is not made of numbers. Export the file again.") from None
    if values.ndim != 2 or values.shape[1] != width:
        raise MeshError("read_obj: a vertex has too few numbers. Export the file again.")
    return values


def _corners(faces: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Vertex and UV numbers of `v`, `v/vt`, `v//vn` or `v/vt/vn`; 0 stands for no UV."""
    try:
        parts = [c.split("/", 2) for c in faces]
        corner = np.array([p[0] for p in parts]).astype(np.int64)
        uv = np.array([p[1] if len(p) > 1 and p[1] else "0" for p in parts]).astype(np.int64)
    except (ValueError, OverflowError):
        raise MeshError("read_obj: a face is not made of indices. Export the file again.") from None
    return corner, uv


def _read_material(library: str, material: str | None, load: Callable[[str], bytes]) -> TextureSet | None:
    """Textures of one material; what is missing beside the file is left out."""
    try:
        text = load(library).decode("utf-8", "replace")
    except MeshError:
        return None
    files: dict[str, bytes] = {}
    values = {"pr": 0.9, "pm": 0.0}
    current: str | None = None
    unlit = False
    for line in text.splitlines():
        key, _, rest = line.strip().partition(" ")
        key = key.lower()
        if line.startswith(_PACKED):
            key, rest = "map_packed", line.removeprefix(_PACKED)
        if key == "newmtl":
            current = rest.strip()
        elif material is not None and current != material:
            continue
        elif key == "illum":
            unlit = rest.strip() == "0"
        elif key in values:
            values[key] = _number(rest, values[key])
        elif key in _MAPS and _MAPS[key] not in files:
            try:
                files[_MAPS[key]] = load(_file_of(rest))
            except MeshError:
                continue
    if unlit and DIFFUSE in files:
        files = {SHADED: files[DIFFUSE]}
    return textures_from_maps(files, roughness=values["pr"], metallic=values["pm"])


def _number(text: str, default: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return default
    return min(max(value, 0.0), 1.0) if value == value else default


def _file_of(rest: str) -> str:
    """File name of a map statement without its options."""
    words = rest.split()
    while words and words[0] in _OPTIONS:
        words = words[1 + _OPTIONS[words[0]] :]
    return " ".join(words)
