"""Hyper3D Rodin v2: `dialect` is what the entry point names. Fields and claims: `docs/rodin.md`."""

from maquette.dialects.rodin.routes import RodinDialect

dialect = RodinDialect()

__all__ = ["RodinDialect", "dialect"]
