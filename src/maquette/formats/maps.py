"""Texture maps as files: one name and one PNG for each map, encoded once however many formats are written."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from maquette.formats.png import decode_image, encode_png
from maquette.texture.textures import TextureSet

DIFFUSE, SHADED, NORMAL = "texture_diffuse.png", "shaded.png", "texture_normal.png"
ROUGHNESS, METALLIC = "texture_roughness.png", "texture_metallic.png"
PBR, EMISSIVE = "texture_pbr.png", "texture_emissive.png"
"""`texture_pbr.png` is glTF's packing: red = ambient occlusion, green = roughness, blue = metallic. `shaded.png` is a base
colour that holds its light."""

WEBP_QUALITY = 90
"""Of 100: 38 dB on a picture of blurred noise, the worst case, at an eighth of its PNG."""
_ENCODED: WeakKeyDictionary[TextureSet, dict[str, bytes]] = WeakKeyDictionary()


def base_name(textures: TextureSet) -> str:
    """Name of the base colour's file."""
    return SHADED if textures.unlit else DIFFUSE


def map_names(textures: TextureSet) -> tuple[str, ...]:
    """Names of all maps that a set holds, base colour first; an unlit set has its base colour only."""
    names = [base_name(textures)]
    if not textures.unlit:
        if textures.normal is not None:
            names.append(NORMAL)
        if textures.orm is not None:
            names += [ROUGHNESS, METALLIC, PBR]
        if textures.emissive is not None:
            names.append(EMISSIVE)
    return tuple(names)


def map_files(textures: TextureSet, names: tuple[str, ...] | None = None) -> dict[str, bytes]:
    """PNG bytes of the named maps (default: all), kept for as long as the set lives."""
    wanted = map_names(textures) if names is None else names
    done = _ENCODED.setdefault(textures, {})
    todo = [n for n in wanted if n not in done]
    if todo:
        # zlib and OpenCV release the interpreter lock.
        with ThreadPoolExecutor(2) as pool:
            done.update(zip(todo, pool.map(lambda n: encode_png(_pixels(textures, n)), todo), strict=True))
    return {n: done[n] for n in wanted}


def webp_files(textures: TextureSet, names: tuple[str, ...]) -> dict[str, bytes]:
    """WebP bytes of the named maps under the same names: colours at `WEBP_QUALITY`, numbers (normals, materials) without loss."""

    def encode(name: str) -> bytes:
        out = io.BytesIO()
        lossless = name in (NORMAL, PBR, ROUGHNESS, METALLIC)
        # For lossless files quality means effort.
        quality = 40 if lossless else WEBP_QUALITY
        Image.fromarray(_pixels(textures, name)).save(
            out, "WEBP", quality=quality, lossless=lossless, method=4, exact=True
        )
        return out.getvalue()

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(names, pool.map(encode, names), strict=True))


def _pixels(textures: TextureSet, name: str) -> NDArray[np.uint8]:
    orm = textures.orm if textures.orm is not None else np.zeros((1, 1, 3), np.uint8)
    source = {
        DIFFUSE: textures.base_color,
        SHADED: textures.base_color,
        NORMAL: textures.normal,
        PBR: orm,
        ROUGHNESS: orm[..., 1],
        METALLIC: orm[..., 2],
        EMISSIVE: textures.emissive,
    }[name]
    if source is None:
        raise KeyError(name)
    return np.ascontiguousarray(source)


def textures_from_maps(maps: dict[str, bytes], *, roughness: float = 0.9, metallic: float = 0.0) -> TextureSet | None:
    """A texture set of picture files (PNG or JPEG) by the names above; None without a base colour.

    Args:
        maps: bytes by name. `texture_pbr.png` goes before single roughness and metallic maps.
        roughness, metallic: where there are no maps of them.

    Raises:
        MeshError: a picture cannot be decoded.
    """
    unlit = SHADED in maps and DIFFUSE not in maps
    base = maps.get(SHADED if unlit else DIFFUSE)
    if base is None:
        return None
    color = decode_image(base)
    if unlit:
        return TextureSet(color, unlit=True)
    picture = {n: decode_image(d) for n, d in maps.items() if n in (NORMAL, ROUGHNESS, METALLIC, PBR, EMISSIVE)}
    orm = picture.get(PBR)
    if orm is None:
        given = [picture[n] for n in (ROUGHNESS, METALLIC) if n in picture]
        size = given[0].shape[:2] if given else color.shape[:2]
        orm = np.empty((*size, 3), np.uint8)
        orm[...] = 255, round(255 * roughness), round(255 * metallic)
        for channel, name in ((1, ROUGHNESS), (2, METALLIC)):
            if name in picture and picture[name].shape[:2] == size:
                orm[..., channel] = picture[name][..., 0]
    return TextureSet(color, orm, picture.get(NORMAL), picture.get(EMISSIVE))


def vertex_colors(textures: TextureSet, uv: NDArray[np.float32]) -> NDArray[np.uint8]:
    """`(n, 3) uint8` sRGB base colour at UVs `(n, 2)`, bilinear, clamped at the edges."""
    picture = textures.base_color
    height, width = picture.shape[:2]
    x = np.clip(uv[:, 0].astype(np.float64) * width - 0.5, 0, width - 1)
    y = np.clip((1 - uv[:, 1].astype(np.float64)) * height - 0.5, 0, height - 1)
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    x1, y1 = np.minimum(x0 + 1, width - 1), np.minimum(y0 + 1, height - 1)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    top = picture[y0, x0] * (1 - fx) + picture[y0, x1] * fx
    bottom = picture[y1, x0] * (1 - fx) + picture[y1, x1] * fx
    return np.asarray(np.rint(top * (1 - fy) + bottom * fy), np.uint8)
