"""Maquette: photos in, production-ready 3D assets out, on your own machine."""

__version__ = "0.1.0"
