"""`Surroundings`: what a bake needs of the shapes alone, made in threads of its own while the mesh is unwrapped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from maquette.errors import Cancelled
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import ray_scene
from maquette.texture.light_bake import Shadow, shadow
from maquette.texture.occlusion import Occlusion, occlusion
from maquette.texture.surface import SourceSurface

T = TypeVar("T")


class Surroundings:
    """Ray tree of the source, and occlusion and shadow of the mesh on itself: no UV decides them, only vertices and faces.

    Unwrapping is one thread that lets go of the interpreter lock, so on two cores these second cost nothing. A context manager: leaving it
    waits for the threads, and an exception there ends them early.
    """

    def __init__(self, mesh: Mesh, source: Mesh | None, *, sky: bool, key: bool) -> None:
        """Start.

        Args:
            mesh: with or without UVs; its vertices and faces must be those that are baked.
            source: the finer surface, or None.
            sky: occlusion is wanted.
            key: the shadow of the key light is wanted.
        """
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(2)
        self._own = self._pool.submit(self._lit, mesh, sky, key)
        self._source = self._pool.submit(self._fine, source)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def source(self) -> SourceSurface | None:
        """The source ready for rays; None where there is none, or embreex is not installed."""
        return self._source.result()

    def light(self, check_cancelled: Callable[[], None] = lambda: None) -> tuple[Occlusion | None, Shadow | None]:
        """Occlusion and key shadow, each None where not wanted or not to be had. `check_cancelled` is asked meanwhile."""
        return _waited(self._own, check_cancelled)

    def _lit(self, mesh: Mesh, sky: bool, key: bool) -> tuple[Occlusion | None, Shadow | None]:
        scene = ray_scene(mesh) if sky or key else None
        if scene is None:
            return None, None
        return (
            occlusion(mesh, scene, self._check) if sky else None,
            shadow(mesh, scene, self._check) if key else None,
        )

    def _fine(self, mesh: Mesh | None) -> SourceSurface | None:
        scene = None if mesh is None else ray_scene(mesh)
        return None if mesh is None or scene is None else SourceSurface(mesh, scene)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled("The bake was given up.")


def _waited(future: Future[T], check: Callable[[], None]) -> T:
    while True:
        check()
        try:
            return future.result(0.1)
        except TimeoutError:
            if future.done():
                return future.result()
