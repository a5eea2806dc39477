"""`Supervisor`: the worker processes of one `maquette serve` or `maquette worker`.

A worker that dies is started again, soon at first and later at longer intervals. Workers hold the other end of a pipe to this process and
end when it ends, however it ends, so nothing is left behind.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from types import TracebackType

from maquette.settings import PREFIX, Settings

STOP_SECONDS = 15.0
"""After this a worker that was asked to stop is killed; its job resumes elsewhere."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 10.0
_WELL_SECONDS = 10.0
"""A worker that lived this long was well: its next restart does not wait."""
_log = logging.getLogger(__name__)


class Supervisor:
    """Use as a context manager around the server, or `start` and `stop`.

    Args:
        workers: number of processes; default: the setting's.
        plan: module of the plan, for tests; default as `maquette.pipeline.runner.load_plan`.
    """

    def __init__(self, settings: Settings, *, workers: int | None = None, plan: str | None = None) -> None:
        self._settings = settings
        self._count = settings.workers if workers is None else workers
        self._plan = plan
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._lock = threading.Lock()

    def pids(self) -> list[int]:
        """Of the living workers."""
        with self._lock:
            return [p.pid for p in self._processes.values() if p.poll() is None]

    def start(self) -> None:
        """Start the workers and return."""
        for number in range(self._count):
            thread = threading.Thread(target=self._keep, args=(number,), name=f"supervisor-{number}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def stop(self) -> None:
        """Ask all workers to end (they checkpoint and give their jobs back), and wait for it."""
        self._stop.set()
        with self._lock:
            processes = list(self._processes.values())
        for process in processes:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in processes:
            try:
                process.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Supervisor:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _keep(self, number: int) -> None:
        pause = _FIRST_PAUSE
        while not self._stop.is_set():
            process = self._spawn(number)
            if process is None:
                return
            begun = time.monotonic()
            code = process.wait()
            if process.stdin is not None:
                process.stdin.close()
            if self._stop.is_set():
                return
            pause = _FIRST_PAUSE if time.monotonic() - begun > _WELL_SECONDS else min(pause * 2, _LONGEST_PAUSE)
            _log.warning("worker %d ended with status %s; the next one starts in %.1f s", number, code, pause)
            if self._stop.wait(pause):
                return

    def _spawn(self, number: int) -> subprocess.Popen[bytes] | None:
        command = [sys.executable, "-m", "maquette.jobs.worker", "--with-parent"]
        if self._plan is not None:
            command += ["--plan", self._plan]
        with self._lock:
            if self._stop.is_set():
                return None
            # the same process group, so that one signal to the group reaches everything; workers leave Ctrl-C to this process
            process = subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment(self._settings))
            self._processes[number] = process
            return process


def _environment(settings: Settings) -> dict[str, str]:
    """The environment of this process with all settings in it, those from the command line too."""
    environ = dict(os.environ)
    for name, value in settings.model_dump(mode="json").items():
        environ.pop(PREFIX + name.upper(), None)
        if value is not None and value != []:
            environ[PREFIX + name.upper()] = ",".join(value) if isinstance(value, list) else str(value)
    environ[PREFIX + "DATA_DIR"] = str(settings.data_dir.absolute())
    return environ
