"""Maquette's own API under `/maquette/v1`: `dialect` is what the entry point names. Words and rules: `docs/native.md`."""

from maquette.dialects.native.routes import NativeDialect

dialect = NativeDialect()

__all__ = ["NativeDialect", "dialect"]
