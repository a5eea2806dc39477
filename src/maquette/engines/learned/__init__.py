"""The engine `compact`, which learned from thousands of shapes."""

from maquette.engines.learned.compact import CompactEngine

__all__ = ["CompactEngine"]
