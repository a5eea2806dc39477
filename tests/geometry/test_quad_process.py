from pathlib import Path

import pytest

from maquette.errors import EngineError
from maquette.geometry import primitives, quad_process
from maquette.geometry.quad_process import Job, run_remesher


def test_a_run_that_takes_too_long_fails() -> None:
    assert run_remesher([Job(primitives.torus(resolution=32), 500, -1.0)], timeout=0.001) == [None]


def test_what_a_check_raises_goes_on_to_the_caller() -> None:
    def check_cancelled() -> None:
        raise KeyError("stop")

    with pytest.raises(KeyError):
        run_remesher([Job(primitives.torus(resolution=32), 500, -1.0)], 60, check_cancelled)


def fake(path: Path, lines: str) -> None:
    path.write_text("import os, signal, pathlib\n" + lines + Path(quad_process.quad_remesher.__file__).read_text())


@pytest.mark.parametrize(("times", "outcome"), [(1, "mesh"), (2, "error")])
def test_a_child_that_is_killed_is_asked_again_and_then_gives_no_answer(
    times: int, outcome: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The child kills itself as the kernel would for want of memory: the first time only, or every time."""
    count, child = tmp_path / "count", tmp_path / "child.py"
    count.write_text("")
    fake(
        child,
        f"p = pathlib.Path({str(count)!r}); p.write_text(p.read_text() + 'x')\n"
        f"if len(p.read_text()) <= {times}: os.kill(os.getpid(), signal.SIGKILL)\n",
    )
    monkeypatch.setattr(quad_process.quad_remesher, "__file__", str(child))
    job = Job(primitives.sphere(1.0, 32), 400, -1.0)
    if outcome == "mesh":
        assert run_remesher([job], 60)[0] is not None
    else:
        with pytest.raises(EngineError, match="killed twice"):
            run_remesher([job], 60)


def test_a_mesh_that_kills_the_library_costs_only_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    fake(child, "import sys\n")
    text = child.read_text().replace(
        "vertices = np.frombuffer(sys.stdin",
        "head['options']['vertex_count'] == 99 and os._exit(3)\n            vertices = np.frombuffer(sys.stdin",
    )
    assert "os._exit(3)" in text
    child.write_text(text)
    monkeypatch.setattr(quad_process.quad_remesher, "__file__", str(child))
    ball = primitives.sphere(1.0, 24)
    first, dead, last = run_remesher([Job(ball, n, -1.0) for n in (400, 396, 400)], 60)
    assert dead is None
    assert first is not None
    assert last is not None
    assert first[0].tobytes() == last[0].tobytes()
