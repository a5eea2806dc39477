"""Real servers for tests: a PostgreSQL cluster in a temporary folder, and an S3 server from PyPI (moto). No mocks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar
from urllib.request import Request, urlopen

from maquette.jobs.database import migrate
from maquette.settings import Settings

_OPTIONS = "-c fsync=off -c max_connections=60 -c shared_buffers=16MB -c jit=off"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def find_pg_bin() -> Path | None:
    """Folder of initdb and pg_ctl: on the PATH, or where Debian's package puts them."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda p: int(p.parts[4]))
    return candidates[-1].parent if candidates else None


class Postgres:
    """A cluster of its own; `url(name)` makes a fresh database. Runs as `postgres` if the tests run as root, which PostgreSQL refuses."""

    def __init__(self, programs: Path) -> None:
        self.port = free_port()
        self._bin = programs
        self._folder = Path(
            tempfile.mkdtemp(prefix="maquette-postgres-")
        )  # pytest's own folders are closed to other users
        self._count = 0
        self._template: str | None = None
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._as:
            shutil.chown(self._folder, "postgres")
        self._run("initdb", "-D", str(self._folder / "data"), "-U", "test", "-A", "trust", "-N")
        self.start()

    def _run(self, program: str, *args: str) -> None:
        done = subprocess.run(
            [*self._as, str(self._bin / program), *args],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def _control(self, *args: str) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-t", "30", *args)

    def start(self) -> None:
        options = f"{_OPTIONS} -p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder}"
        self._control("-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._control("-m", mode, "stop")

    def remove(self) -> None:
        """End it, and its folder."""
        self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, *, empty: bool = False) -> str:
        """A new database: with Maquette's tables (copied from a template, which is faster than 70 migrations), or empty."""
        if empty:
            return self._create()
        if self._template is None:
            url = self._create()
            migrate(Settings(data_dir=self._folder / "none", database_url=url))
            self._template = url.rpartition("/")[2]
        return self._create("-T", self._template)

    def _create(self, *options: str) -> str:
        self._count += 1
        name = f"t{self._count}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "test", *options, name)
        return f"postgresql://test@127.0.0.1:{self.port}/{name}"


class S3:
    """moto's server in a process of its own; `url()` makes a fresh bucket."""

    ENVIRONMENT: ClassVar = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}

    def __init__(self) -> None:
        from moto.server import ThreadedMotoServer

        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        host, port = self._server.get_host_and_port()
        self.endpoint = f"http://{host}:{port}"
        self._count = 0

    def url(self) -> str:
        self._count += 1
        name = f"bucket{self._count}"
        urlopen(Request(f"{self.endpoint}/{name}", method="PUT")).close()
        return f"s3://{name}/some/prefix"

    def stop(self) -> None:
        self._server.stop()
