"""Replicate's predictions for `hyper3d/rodin`: `dialect` is what the entry point names. Fields and claims: `docs/replicate.md`."""

from maquette.dialects.replicate.routes import ReplicateDialect

dialect = ReplicateDialect()

__all__ = ["ReplicateDialect", "dialect"]
