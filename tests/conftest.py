"""Fixtures that several folders of tests share: a real PostgreSQL and a real S3 server, started once and only if asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services import S3, Postgres, find_pg_bin


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    programs = find_pg_bin()
    if programs is None:
        pytest.skip("PostgreSQL's programs are not installed; on Debian: apt-get install postgresql")
    try:
        server = Postgres(programs)
    except (RuntimeError, OSError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield server
    server.remove()


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3]:
    pytest.importorskip("moto.server", reason="the S3 test server is not installed; pip install 'moto[server]'")
    server = S3()
    yield server
    server.stop()


@pytest.fixture
def s3(s3_server: S3, monkeypatch: pytest.MonkeyPatch) -> S3:
    for name, value in S3.ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return s3_server


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"
