from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from maquette.jobs.supervisor import Supervisor, _environment
from maquette.settings import Settings, load_settings


def test_workers_get_every_setting(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAQUETTE_RATE_LIMIT", "7")  # the command line won over this one
    settings = Settings(data_dir=data_dir, trial_keys=("a", "b"), stage_seconds=2.5, database_url="postgresql://x/y")
    assert load_settings(_environment(settings)) == settings


def test_a_dead_worker_is_replaced_and_none_is_left_behind(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", f"{root / 'src'}:{root}")
    supervisor = Supervisor(Settings(data_dir=data_dir), workers=1, plan="tests.jobs.plans")

    def wait(condition: object) -> None:
        end = time.monotonic() + 20
        while not condition():  # type: ignore[operator]
            assert time.monotonic() < end
            time.sleep(0.05)

    with supervisor:
        wait(lambda: supervisor.pids())
        [first] = supervisor.pids()
        os.kill(first, signal.SIGKILL)
        wait(lambda: supervisor.pids() and supervisor.pids() != [first])
        [second] = supervisor.pids()
    assert supervisor.pids() == []
    with pytest.raises(ProcessLookupError):
        os.kill(second, 0)
