"""Pixazo's curl, Python and fetch samples with only the base URL and the key changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time

import pytest
import requests

from maquette.dialects.pixazo.models import RODIN
from tests.conformance.test_pixazo import COMPLETED, PRINTED
from tests.dialects.gateways import GatewayLoopback
from tests.server.plan import GLB


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with GatewayLoopback(tmp_path_factory.mktemp("loopback")) as running:
        yield running


CURL, NODE = shutil.which("curl"), shutil.which("node")
CURL_SAMPLE = """curl -X POST "{base}/hyper3d-rodin-259/v1/hyper3d-rodin-request" \\
-H "Content-Type: application/json" \\
-H "Cache-Control: no-cache" \\
-H "Ocp-Apim-Subscription-Key: {key}" \\
--data-raw '{body}'"""
STATUS_SAMPLE = """curl -H "Ocp-Apim-Subscription-Key: {key}" \\
"{base}/v2/requests/status/{id}\""""
PYTHON_SAMPLE = """import requests
url = "{base}/hyper3d-rodin-259/v1/hyper3d-rodin-request"
headers = {{
"Content-Type": "application/json",
"Cache-Control": "no-cache",
"Ocp-Apim-Subscription-Key": "{key}"
}}
data = {body}
response = requests.post(url, json=data, headers=headers)
print(response.json())"""
FETCH_SAMPLE = """const url = '{base}/hyper3d-rodin-259/v1/hyper3d-rodin-request';
const data = {body};
fetch(url, {{
method: 'POST',
headers: {{
'Content-Type': 'application/json',
'Cache-Control': 'no-cache',
'Ocp-Apim-Subscription-Key': '{key}'
}},
body: JSON.stringify(data)
}})
.then(response => response.json())
.then(data => console.log(data))
.catch(error => console.error('Error:', error));"""


def run(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def filled(sample: str, server: GatewayLoopback, **more: str) -> str:
    body = json.dumps(PRINTED, indent=0)
    return sample.format(base=server.url, key=server.world.test_key, body=body, **more)


@pytest.mark.skipif(CURL is None, reason="curl is not installed")
def test_curl_samples(server):
    sent = json.loads(run(["sh", "-c", filled(CURL_SAMPLE, server)]))
    assert (set(sent), sent["status"]) == ({"request_id", "status", "polling_url"}, "QUEUED")
    body = json.loads(run(["sh", "-c", filled(STATUS_SAMPLE, server, id=sent["request_id"])]))
    assert set(body) == COMPLETED


def test_python_sample(server):
    out = run([sys.executable, "-c", filled(PYTHON_SAMPLE, server)])
    assert "'status': 'QUEUED'" in out
    assert f"'polling_url': '{server.url}/v2/requests/status/hyper3d-rodin-259_" in out


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_fetch_sample(server):
    out = run([str(NODE), "-e", filled(FETCH_SAMPLE, server)])
    assert "status: 'QUEUED'" in out


def test_a_hand_written_client(server):
    """The habits of public scripts: `polling_url` if there is one, upper-cased status, `output.media_url[0]`, errors from `message`."""
    headers = {"Ocp-Apim-Subscription-Key": server.world.test_key, "Cache-Control": "no-cache"}
    sent = requests.post(
        f"{server.url}/{RODIN}/v1/hyper3d-rodin-request", headers=headers, json={"prompt": "astrolabe"}, timeout=20
    )
    sent.raise_for_status()
    while True:
        body = requests.get(sent.json()["polling_url"], headers=headers, timeout=20).json()
        if body["status"].upper() not in ("QUEUED", "PROCESSING"):
            break
        time.sleep(0.1)
    assert body["status"].upper() == "COMPLETED"
    assert requests.get(body["output"]["media_url"][0], timeout=20).content == GLB
    refused = requests.post(f"{server.url}/{RODIN}/v1/hyper3d-rodin-request", headers=headers, json={}, timeout=20)
    assert not refused.ok
    assert "send input_image_urls" in refused.json()["message"]
