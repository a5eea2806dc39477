"""glTF reader: any glTF 2.0, binary or as files, foreign ones included, as one `Model`: all nodes, materials and vertex colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.assemble import check_size, finish
from maquette.formats.glb_document import Document, chunks, natural, nothing_outside
from maquette.formats.glb_materials import Coordinates, Materials
from maquette.formats.model import Model
from maquette.formats.polygons import MAX_SIZE
from maquette.geometry.hard_edges import UNSAID, creased, with_corner_normals
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform_normals
from maquette.render.color import to_srgb
from maquette.texture.textures import TextureSet

MAX_NODES = 100_000
Doubles = NDArray[np.float64]


def read_glb(data: bytes) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
    """Mesh, textures and extras of `glb_model`; the textures are None where they are not all that the file says (`Model.textures`)."""
    model = glb_model(data)
    return model.mesh, model.textures, dict(model.extras)


def read_gltf(
    data: bytes, load: Callable[[str], bytes] | None = None
) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
    """As `read_glb`, of what `gltf_model` reads."""
    model = gltf_model(data, load)
    return model.mesh, model.textures, dict(model.extras)


def glb_model(data: bytes) -> Model:
    """The scene of a GLB in metres, under its nodes' transforms; parts are its nodes; extras are `asset.extras`.

    Vertices are joined where positions are equal to the bit, so that topology can be judged; UVs stay indexed apart. Normals are
    kept where every primitive has them and joined vertices agree, else left to be computed. Draco geometry (extra `draco`)
    and quantized numbers are unpacked; meshopt is refused.

    Raises:
        MeshError: not a GLB, cut off, inconsistent, without triangles, or in need of an extension that is not known.
        DependencyMissing: it is compressed by Draco, and the extra is not installed.
    """
    return _guarded(lambda: _Reader(Document(*chunks(data), nothing_outside)))


def gltf_model(data: bytes, load: Callable[[str], bytes] | None = None) -> Model:
    """As `glb_model`, of a `.gltf` text.

    Args:
        data: the JSON.
        load: bytes of a file beside it by its relative name; without it only data URIs can be followed.
    """
    if data[:4] == b"glTF":
        return glb_model(data)
    return _guarded(lambda: _Reader(Document(data, b"", load or nothing_outside)))


def _guarded(make: Callable[[], _Reader]) -> Model:
    try:
        return make().read()
    except MeshError:
        raise
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise MeshError(
            f"read_glb: the file is inconsistent ({type(error).__name__}: {str(error)[:80]}). Export it again."
        ) from None


@dataclass(frozen=True, eq=False)
class _Piece:
    """One primitive in the frame of the scene; arrays as in glTF, but v runs upward."""

    vertices: NDArray[np.float32]
    faces: NDArray[np.int64]
    normals: NDArray[np.float32] | None
    uv: NDArray[np.float32] | None
    colors: NDArray[np.float32] | None
    material: int
    part: int


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc = document.json
        self.materials = Materials(document)

    def read(self) -> Model:
        names: list[str] = []
        pieces: list[_Piece] = []
        instances = self._instances()
        total = 0
        for primitive, *_ in instances:
            # What lies in other files is counted as it is read.
            total += self._claim(primitive)
            check_size("read_glb", total, self.document.full_size)
        total = 0
        for primitive, world, name, node in instances:
            if node == len(names):
                names.append(name)
            total += self._claim(primitive)
            check_size("read_glb", total, self.document.size)
            piece = self._primitive(primitive, world, node)
            if piece is not None and len(piece.faces):
                pieces.append(piece)
        if not pieces:
            raise MeshError("read_glb: the file holds no triangles. Give a surface, not points or lines.")
        mesh, solid = _merge(pieces)
        if not len(mesh.faces):
            raise MeshError("read_glb: every triangle of the file is degenerate. Export the surface again.")
        owner = np.repeat(np.arange(len(pieces)), [len(p.faces) for p in pieces])[solid]
        listed = sorted({p.material for p in pieces if p.material >= 0})
        rows = np.array([listed.index(p.material) if p.material >= 0 else -1 for p in pieces])
        colors = None
        if any(p.colors is not None for p in pieces):
            white = np.ones(3, np.float32)
            each = [
                np.broadcast_to(white, (len(p.faces), 3, 3)) if p.colors is None else p.colors[p.faces] for p in pieces
            ]
            colors = np.concatenate(each)[solid]
        used = sorted({p.part for p in pieces})
        part = np.array([used.index(p.part) for p in pieces])
        extras = self.doc.get("asset", {}).get("extras", {})
        return finish(
            mesh,
            [self.materials.get(i)[0] for i in listed],
            rows[owner],
            colors,
            extras if isinstance(extras, dict) else {},
            tuple(names[i] for i in used),
            part[owner],
        )

    def _instances(self) -> list[tuple[dict[str, Any], Doubles, str, int]]:
        """Triangle primitives with their world matrix, and name and number of their node, in order of the scene; each node once."""
        nodes = self.doc.get("nodes", [])
        scenes = self.doc.get("scenes")
        if scenes:
            roots = list(scenes[int(self.doc.get("scene", 0))].get("nodes", []))
        else:
            children = {c for n in nodes for c in n.get("children", [])}
            roots = [i for i in range(len(nodes)) if i not in children]
        stack = [(i, np.eye(4)) for i in reversed(roots)]
        seen: set[int] = set()
        out: list[tuple[dict[str, Any], Doubles, str, int]] = []
        count = 0
        while stack:
            index, parent = stack.pop()
            if index in seen or len(seen) > MAX_NODES or natural(index) >= len(nodes):
                raise MeshError(
                    "read_glb: the nodes form a circle, or are missing or too many. Export the scene again."
                )
            seen.add(index)
            node = nodes[index]
            world = parent @ _node_matrix(node)
            if "mesh" in node:
                mesh = self.doc["meshes"][natural(node["mesh"])]
                found = [p for p in mesh["primitives"] if p.get("mode", 4) in (4, 5, 6)]
                name = str(node.get("name") or mesh.get("name") or "")[:200]
                out += [(p, world, name, count) for p in found]
                count += bool(found)
                if len(out) > MAX_NODES:
                    raise MeshError(f"read_glb: the scene has more than {MAX_NODES} primitives. Join them first.")
            stack += [(c, world) for c in reversed(node.get("children", []))]
        return out

    def _claim(self, primitive: dict[str, Any]) -> int:
        """Triangles and vertices that a primitive says it has."""
        points = primitive["attributes"].get("POSITION")
        if points is None:
            return 0
        vertices = self.document.count(points)
        count = self.document.count(primitive["indices"]) if "indices" in primitive else vertices
        return vertices + (count // 3 if primitive.get("mode", 4) == 4 else max(count - 2, 0))

    def _primitive(self, primitive: dict[str, Any], world: Doubles, part: int) -> _Piece | None:
        attributes = primitive["attributes"]
        if "POSITION" not in attributes:
            return None
        packed = primitive.get("extensions", {}).get("KHR_draco_mesh_compression")
        unpacked = None if packed is None else self.document.draco(natural(packed["bufferView"]))

        def values(name: str) -> NDArray[Any]:
            if packed is None or unpacked is None or name not in packed["attributes"]:
                return self.document.accessor(attributes[name])
            return self.document.plain(attributes[name], unpacked[natural(packed["attributes"][name])])

        local = values("POSITION").astype(np.float64).reshape(-1, 3)
        if not np.isfinite(local).all() or not np.isfinite(world).all():
            raise MeshError("read_glb: the file has positions that are not numbers. Export it again.")
        vertices = local @ world[:3, :3].T + world[:3, 3]
        count = len(vertices)
        if count and np.abs(vertices).max() > MAX_SIZE:
            raise MeshError("read_glb: the file has positions beyond all measure. Export it again.")
        if unpacked is not None:
            index = unpacked[-1].ravel()
        elif "indices" in primitive:
            index = self.document.accessor(primitive["indices"]).ravel().astype(np.int64)
        else:
            index = np.arange(count)
        faces = _triangles(index, 4 if unpacked is not None else primitive.get("mode", 4))
        if len(faces) and (faces.min() < 0 or faces.max() >= count):
            raise MeshError("read_glb: an index points outside of the vertices. Export the file again.")
        material = natural(primitive["material"]) if "material" in primitive else -1
        coordinates = self.materials.get(material)[1] if material >= 0 else Coordinates()
        normals = uv = None
        colors: NDArray[np.float32] | None = None
        if "NORMAL" in attributes:
            given = values("NORMAL").astype(np.float64).reshape(-1, 3)
            if len(given) != count or not np.isfinite(given).all():
                raise MeshError("read_glb: the normals do not fit the positions. Export the file again.")
            normals = transform_normals(given, world) if abs(np.linalg.det(world[:3, :3])) > 1e-30 else None
        layer = f"TEXCOORD_{coordinates.layer}"
        if layer in attributes:
            down = values(layer).astype(np.float64).reshape(-1, 2)
            if coordinates.matrix is not None:
                down = down @ coordinates.matrix[:2, :2].T + coordinates.matrix[:2, 2]
            if len(down) != count or not np.isfinite(down).all():
                raise MeshError("read_glb: the UVs do not fit the positions. Export the file again.")
            single = down.astype(np.float32)
            uv = np.stack([single[:, 0], 1 - single[:, 1]], axis=1)
        if "COLOR_0" in attributes:
            linear = values("COLOR_0")
            linear = linear / np.iinfo(linear.dtype).max if linear.dtype.kind in "iu" else linear
            if len(linear) != count or linear.shape[1] < 3:
                raise MeshError("read_glb: the vertex colours do not fit the positions. Export the file again.")
            colors = to_srgb(np.nan_to_num(linear[:, :3]))
        if np.linalg.det(world[:3, :3]) < 0:
            faces = faces[:, ::-1]
        return _Piece(vertices.astype(np.float32), faces, normals, uv, colors, material, part)


def _node_matrix(node: dict[str, Any]) -> Doubles:
    if "matrix" in node:
        return np.array(node["matrix"], np.float64).reshape(4, 4).T
    matrix = np.eye(4)
    x, y, z, w = np.array(node.get("rotation", [0, 0, 0, 1]), np.float64)
    matrix[:3, :3] = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    matrix[:3, :3] *= np.array(node.get("scale", [1, 1, 1]), np.float64)
    matrix[:3, 3] = np.array(node.get("translation", [0, 0, 0]), np.float64)
    return matrix


def _triangles(index: NDArray[np.int64], mode: int) -> NDArray[np.int64]:
    """Triangles of a list (4), a strip (5) or a fan (6)."""
    if mode == 4:
        return index[: len(index) // 3 * 3].reshape(-1, 3)
    if len(index) < 3:
        return np.zeros((0, 3), np.int64)
    if mode == 5:
        faces = np.stack([index[:-2], index[1:-1], index[2:]], axis=1)
        faces[1::2] = faces[1::2, [1, 0, 2]]
        return faces
    return np.stack([np.broadcast_to(index[0], len(index) - 2), index[1:-1], index[2:]], axis=1)


def _merge(pieces: list[_Piece]) -> tuple[Mesh, NDArray[np.bool_]]:
    """One mesh with positions joined to the bit, and which triangles it kept: those that are no line or point.

    Triangles without UVs get (0, 0) where others have some.
    """
    start = np.cumsum([0] + [len(p.vertices) for p in pieces])
    vertices = np.concatenate([p.vertices for p in pieces]) + np.float32(0)
    corner = np.concatenate([p.faces + s for p, s in zip(pieces, start[:-1], strict=True)])
    packed = np.ascontiguousarray(vertices).view([("x", "f4"), ("y", "f4"), ("z", "f4")]).ravel()
    _, first, inverse = np.unique(packed, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(first), np.int64)
    rank[order] = np.arange(len(first))
    joined = rank[inverse.ravel()]
    faces = joined[corner]
    solid = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    used = np.zeros(len(first), bool)
    used[faces[solid].ravel()] = True
    index = np.cumsum(used) - 1
    positions = vertices[first[order]][used]
    normals = None
    given = all(p.normals is not None for p in pieces)
    # glTF says that what has no normals is flat: zero stands for the normal of the face.
    all_normals = np.concatenate([np.zeros_like(p.vertices) if p.normals is None else p.normals for p in pieces])
    if given:
        chosen = all_normals[first[order]]
        agree = (np.einsum("ij,ij->i", all_normals, chosen[joined]) > 0.999).all()
        normals = chosen[used] if agree else None
    uv = face_uv = None
    if any(p.uv is not None for p in pieces):
        every = np.concatenate([np.zeros((len(p.vertices), 2), np.float32) if p.uv is None else p.uv for p in pieces])
        wanted = np.unique(corner[solid])
        place = np.zeros(len(every), np.int64)
        place[wanted] = np.arange(len(wanted))
        uv, face_uv = every[wanted], place[corner[solid]].astype(np.int32)
    mesh = Mesh(positions, index[faces[solid]].astype(np.int32), uv=uv, face_uv=face_uv, normals=normals)
    if normals is None:
        some = any(p.normals is not None for p in pieces)
        mesh = with_corner_normals(mesh, all_normals[corner[solid]]) if some else creased(mesh, UNSAID)
    return mesh, solid
