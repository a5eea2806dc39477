"""A server, and the vendor's own client, `scenario-sdk` 2.4.0 from PyPI: tolerant and strict."""

from __future__ import annotations

import pytest

from tests.dialects.scenario.world import ScenarioLoopback


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenario")
    with ScenarioLoopback(folder, fetch_allow=("127.0.0.1",), webhook_seconds=5) as running:
        yield running


@pytest.fixture(scope="module", params=["tolerant", "strict"])
def client(server, request):
    sdk = pytest.importorskip("scenario_sdk")
    key, secret = server.world.pair
    strict = request.param == "strict"
    with sdk.Scenario(
        api_key=key, api_secret=secret, base_url=f"{server.url}/v1", max_retries=0, _strict_response_validation=strict
    ) as opened:
        yield opened


@pytest.fixture
def trial(server):
    """A test key as bearer: jobs go by themselves."""
    sdk = pytest.importorskip("scenario_sdk")
    with sdk.Scenario(
        bearer_auth=server.world.test_key, base_url=f"{server.url}/v1", _strict_response_validation=True
    ) as opened:
        yield opened
