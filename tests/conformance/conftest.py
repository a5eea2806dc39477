"""Loopback servers for real clients: one with the default settings, one for strict clients."""

from __future__ import annotations

import pytest

from tests.server.harness import Loopback, picture


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with Loopback(tmp_path_factory.mktemp("loopback"), trial_keys=("vibecoding",)) as running:
        yield running


@pytest.fixture(scope="session")
def strict_server(tmp_path_factory):
    with Loopback(tmp_path_factory.mktemp("strict"), rodin_error_null=False) as running:
        yield running


@pytest.fixture(scope="session")
def png():
    return picture("PNG")
