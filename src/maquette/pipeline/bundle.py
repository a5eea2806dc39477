"""`Bundle`: what a stage gives to the next one, as one deterministic file."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_META = "__meta__"


@dataclass(frozen=True, eq=False)
class Bundle:
    """Named arrays, named files and JSON facts.

    Attributes:
        arrays: any dtype but object.
        files: raw bytes (encoded pictures, meshes).
        meta: JSON-ready facts.
    """

    arrays: Mapping[str, Array] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """An uncompressed `.npz`; equal bundles give equal bytes."""
        out = {f"a:{k}": np.asarray(v) for k, v in sorted(self.arrays.items())}
        out |= {f"f:{k}": np.frombuffer(v, np.uint8) for k, v in sorted(self.files.items())}
        out[_META] = np.frombuffer(json.dumps(dict(self.meta), sort_keys=True).encode(), np.uint8)
        buffer = io.BytesIO()
        np.savez(buffer, allow_pickle=False, **out)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Bundle:
        """Inverse of `to_bytes`."""
        with np.load(io.BytesIO(data), allow_pickle=False) as npz:
            arrays = {k[2:]: npz[k] for k in npz.files if k.startswith("a:")}
            files = {k[2:]: npz[k].tobytes() for k in npz.files if k.startswith("f:")}
            meta = json.loads(npz[_META].tobytes())
        return cls(arrays, files, meta)
