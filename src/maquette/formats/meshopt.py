"""EXT_meshopt_compression: refused until a decoder is at hand; PyPI has no wheel of meshoptimizer."""

from __future__ import annotations

from typing import Any

from maquette.errors import MeshError


def decode_meshopt(data: bytes, record: dict[str, Any]) -> bytes:
    """Bytes of a compressed buffer view.

    Raises:
        MeshError: always, with the remedy.
    """
    raise MeshError(
        "read_glb: the file is compressed by meshopt. Unpack it: npx @gltf-transform/cli copy IN.glb OUT.glb"
    )
