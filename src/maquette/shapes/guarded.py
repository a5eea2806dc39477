"""`Compiler`: a program that a stranger or a language model wrote is compiled in a child process, which can be stopped and may die.

The modeller is native code that cannot be interrupted, and some programs break it; in the child that costs the program alone.
"""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from maquette.errors import MeshError
from maquette.geometry.mesh import Mesh
from maquette.shapes.compile import Compiled, CompiledPart
from maquette.shapes.compiler_child import receive, send
from maquette.shapes.program import Program

GRACE = 5.0
"""Seconds beyond three times the bound, after which the child is killed: it looks at its own clock between the steps."""
START = 30.0
"""Seconds that a child may take to start on a busy machine."""
POLL = 0.1
_log = logging.getLogger(__name__)


class Compiler:
    """One child at a time, started at the first program and again after each death. A context manager; not for several threads."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[Any] = queue.Queue()
        self._fresh = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()

    def compile(
        self,
        program: Program,
        *,
        fineness: float = 1.0,
        seconds: float = 20.0,
        check_cancelled: Callable[[], None] = lambda: None,
    ) -> Compiled:
        """As `compile_program`.

        Args:
            seconds: of the processor; the child is killed when three times as many have gone by.
            check_cancelled: asked every 0.1 s; what it raises ends the child.

        Raises:
            MeshError: as `compile_program`, or the modeller broke.
        """
        child = self._running()
        assert child.stdin is not None
        message = {"program": program.model_dump_json(), "fineness": fineness, "seconds": seconds}
        try:
            send(child.stdin, message)  # type: ignore[arg-type]
        except OSError:  # it has died since the last program
            self.close()
            child = self._running()
            assert child.stdin is not None
            send(child.stdin, message)  # type: ignore[arg-type]
        answer = self._awaited(3 * seconds + GRACE + (START if self._fresh else 0.0), check_cancelled)
        self._fresh = False
        if "error" in answer:
            raise MeshError(answer["error"])
        if "memory" in answer:
            self.close()
            raise MeshError("The program takes too much memory. Use fewer copies, or coarser solids.")
        parts = tuple(
            CompiledPart(part, Mesh(*arrays)) for part, arrays in zip(program.parts, answer["parts"], strict=True)
        )
        return Compiled(program, parts, Mesh(**answer["fused"]), answer["face_part"], answer["euler"], answer["pieces"])

    def _awaited(self, seconds: float, check_cancelled: Callable[[], None]) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        try:
            while True:
                check_cancelled()
                try:
                    answer: dict[str, Any] | None = self._answers.get(timeout=POLL)
                except queue.Empty:
                    if time.monotonic() < deadline:
                        continue
                    raise MeshError(
                        "The program takes too long to build. Use fewer copies, coarser solids or fewer booleans."
                    ) from None
                if answer is None:
                    assert self._child is not None
                    _log.warning("the modeller ended with status %s", self._child.wait())
                    raise MeshError(
                        "The modeller broke on this program. Change its largest or most twisted solid, or leave it out."
                    )
                return answer
        except BaseException:
            self.close()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        command = [sys.executable, "-m", "maquette.shapes.compiler_child"]
        self._child = child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers, self._fresh = queue.Queue(), True
        threading.Thread(target=_read, args=(child, self._answers), daemon=True).start()
        return child


def _read(child: subprocess.Popen[bytes], answers: queue.Queue[Any]) -> None:
    """All answers of a child, and None at its end."""
    assert child.stdout is not None
    try:
        while (answer := receive(child.stdout)) is not None:  # type: ignore[arg-type]
            answers.put(answer)
    except (OSError, ValueError, EOFError):
        pass
    answers.put(None)
