"""fal's queue for its Rodin models: `dialect` is what the entry point names. Fields and claims: `docs/fal.md`."""

from maquette.dialects.fal.routes import FalDialect

dialect = FalDialect()

__all__ = ["FalDialect", "dialect"]
