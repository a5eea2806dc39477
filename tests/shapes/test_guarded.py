"""Programs of strangers are built in a child that may be stopped, and may die."""

from __future__ import annotations

import os
import signal
import threading

import numpy as np
import pytest

from maquette.errors import Cancelled, MeshError
from maquette.shapes import guarded as module
from maquette.shapes.compile import compile_program
from maquette.shapes.guarded import Compiler
from maquette.shapes.library import get_family
from maquette.shapes.program import Program
from maquette.shapes.template import program_from


def program(solid: dict[str, object]) -> Program:
    return program_from(
        {"name": "x", "materials": {"m": {}}, "parts": [{"name": "p", "material": "m", "solid": solid}]}
    )


BOX = {"op": "box", "size": [1, 1, 1]}


def stopped(compiler: Compiler) -> int:
    """The child's id, when it has been made to hang."""
    compiler.compile(program(BOX))
    child = compiler._child
    assert child is not None
    os.kill(child.pid, signal.SIGSTOP)
    return child.pid


def test_it_gives_what_the_compiler_gives_and_survives_errors() -> None:
    stool = get_family("stool").instance(3)
    with Compiler() as compiler:
        there, here = compiler.compile(stool, fineness=0.8), compile_program(stool, fineness=0.8)
        assert there.fused.vertices.tobytes() == here.fused.vertices.tobytes()
        assert np.array_equal(there.fused.corner_normals, here.fused.corner_normals)
        assert np.array_equal(there.face_part, here.face_part)
        assert (there.euler, there.pieces, len(there.parts)) == (here.euler, here.pieces, len(here.parts))
        with pytest.raises(MeshError, match="no material 'gold'"):
            compiler.compile(
                stool.model_copy(update={"parts": (stool.parts[0].model_copy(update={"material": "gold"}),)})
            )
        assert len(compiler.compile(program(BOX)).fused.faces) == 12


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="POSIX signals")
def test_the_death_of_the_child_costs_one_program() -> None:
    with Compiler() as compiler:
        threading.Timer(0.3, os.kill, (stopped(compiler), signal.SIGKILL)).start()
        with pytest.raises(MeshError, match="broke on this program"):
            compiler.compile(program(BOX))
        assert len(compiler.compile(program(BOX)).fused.faces) == 12


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="POSIX signals")
def test_a_child_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE", 0.2)
    with Compiler() as compiler:
        pid = stopped(compiler)
        with pytest.raises(MeshError, match="takes too long"):
            compiler.compile(program(BOX), seconds=0.1)
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="POSIX signals")
def test_a_cancelled_job_ends_the_child_at_once() -> None:
    def check() -> None:
        raise Cancelled("Enough.")

    with Compiler() as compiler:
        pid = stopped(compiler)
        with pytest.raises(Cancelled):
            compiler.compile(program(BOX), check_cancelled=check)
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
