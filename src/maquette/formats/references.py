"""Files that name others (OBJ, MTL, glTF) under new names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote, unquote


def rename_references(name: str, data: bytes, names: Mapping[str, str]) -> bytes:
    """The bytes of file `name`, written by Maquette, with each name in `names` (old to new) replaced where a file is meant.

    Other kinds of files come back as they are.
    """
    if name.endswith(".gltf"):
        document = json.loads(data)
        for entry in (*document.get("buffers", ()), *document.get("images", ())):
            if "uri" in entry and unquote(entry["uri"]) in names:
                entry["uri"] = quote(names[unquote(entry["uri"])])
        return json.dumps(document, indent=1, allow_nan=False).encode()
    if name.endswith(".obj"):
        # The statement stands above the vertices; the rest can be long.
        head, rest = data[:1024], data[1024:]
        return _statements(head, names, (b"mtllib",)) + rest
    if name.endswith(".mtl"):
        return _statements(data, names, (b"map_", b"norm", b"# occlusion"))
    return data


def _statements(text: bytes, names: Mapping[str, str], keys: tuple[bytes, ...]) -> bytes:
    lines = text.split(b"\n")
    for i, line in enumerate(lines):
        if line.startswith(keys):
            head, _, last = line.rpartition(b" ")
            if last.decode("utf-8", "replace") in names:
                lines[i] = head + b" " + names[last.decode()].encode()
    return b"\n".join(lines)
