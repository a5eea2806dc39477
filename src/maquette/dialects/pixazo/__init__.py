"""Pixazo's gateway to Rodin: `dialect` is what the entry point names. Fields and claims: `docs/pixazo.md`."""

from maquette.dialects.pixazo.routes import PixazoDialect

dialect = PixazoDialect()

__all__ = ["PixazoDialect", "dialect"]
