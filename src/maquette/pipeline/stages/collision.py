"""`collision`: convex hulls that together hold the asset, for physics engines."""

from __future__ import annotations

from importlib.util import find_spec

from maquette import __version__
from maquette.formats.glb_nodes import write_glb_nodes
from maquette.geometry.hulls import MAX_VERTICES, convex_hulls
from maquette.geometry.topology import is_closed, signed_volume
from maquette.pipeline.artifacts import mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """File `collision.glb`, one node `hull_NN` for each hull (at most `request.collision`), the largest first.

    `meta` (and `asset.extras` of the file): `hulls`, `max_vertices`, `volume` of all hulls in cubic metres, and `volume_ratio` to the
    asset's own volume, None where that is open.
    """
    mesh = mesh_from(context.input("refine"))
    hulls = convex_hulls(mesh, context.request.collision)
    volume = sum(signed_volume(h.vertices, h.faces) for h in hulls)
    own = signed_volume(mesh.vertices, mesh.faces) if is_closed(mesh.faces) else 0.0
    facts = {
        "hulls": len(hulls),
        "max_vertices": MAX_VERTICES,
        "volume": volume,
        "volume_ratio": volume / own if own > 0 else None,
    }
    parts = [(f"hull_{i:02d}", hull) for i, hull in enumerate(hulls)]
    data = write_glb_nodes(parts, extras={"generator": f"Maquette {__version__}", "collision": facts})
    return Bundle(files={"collision.glb": data}, meta={"order": ["collision.glb"]} | facts)


STAGE = Stage(
    "collision",
    version=3,
    reads=("collision",),
    needs=("refine",),
    run=run,
    optional=True,
    environment=lambda request, settings: {"coacd": find_spec("coacd") is not None},
)
