"""The vendor's page on creating a session: its code samples, and its printed reply key for key.

The samples run as printed, with the base URL and the key changed; and the picture's host, which no longer exists.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import Any

import pytest
import requests

from tests.dialects.csm.worlds import CsmLoopback
from tests.net.servers import Site
from tests.server.harness import picture

BASE, KEY, PICTURE = "https://api.csm.ai:5566", "<X-API_KEY>", "https://via.placeholder.com"
PYTHON = """
import requests
import json

url = "https://api.csm.ai:5566/image-to-3d-sessions"

payload = json.dumps({
  "image_url": "https://via.placeholder.com/300/09f/fff.png",
  "preview_mesh": "turbo",
  "pixel_alignment": "lowest",
  "model_resolution": "low"
})
headers = {
  'x-api-key': '<X-API_KEY>',
  'Content-Type': 'application/json'
}

response = requests.request("POST", url, headers=headers, data=payload)

print(response.text)
"""
CURL = """
curl -k --location 'https://api.csm.ai:5566/image-to-3d-sessions' \\
--header 'x-api-key: <X-API_KEY>' \\
--header 'Content-Type: application/json' \\
--data '{
  "image_url": "https://via.placeholder.com/300/09f/fff.png",
  "preview_mesh": "turbo",
  "pixel_alignment": "lowest",
  "model_resolution": "low"
}'
"""
# The package `request` that the page uses is no longer kept up, so its one call is made of Node's own `http`, below the printed code.
NODE = """
var request = require('request');
var options = {
  'method': 'POST',
  'url': 'https://api.csm.ai:5566/image-to-3d-sessions',
  'headers': {
    'x-api-key': '<X-API_KEY>',
    'Content-Type': 'application/json'
  },
  body: JSON.stringify({
  "image_url": "https://via.placeholder.com/300/09f/fff.png",
  "preview_mesh": "turbo",
  "pixel_alignment": "lowest",
  "model_resolution": "low"
})

};
request(options, function (error, response) {
  if (error) throw new Error(error);
  console.log(response.body);
});
"""
REQUEST = """
module.exports = (options, done) => {
  const call = require('http').request(options.url, options, (answer) => {
    let body = '';
    answer.on('data', (piece) => { body += piece; });
    answer.on('end', () => done(null, {body}));
  });
  call.on('error', done);
  call.end(options.body);
};
"""
# The reply that the page prints, as it is printed.
REPLY: dict[str, Any] = json.loads(
    """
{"error": "", "message": "Created", "statusCode": 201, "data": {"_id": "65d5c6ef3fa05a56705af77d",
"user_id": "652d54ef642585b4048a3ecf", "session_code": "SESSION_1708502346_4237483",
"image_url": "https://via.placeholder.com/300/09f/fff.png", "input_image": "", "caption": "", "discord_user_id": "",
"user_name": "", "email": "test@email.com", "preview_mesh_url": "", "mesh_url_usdz": "", "mesh_url_glb": "", "reactions_count": 0,
"emoji_reactions": {"heart": 0, "fire": 0, "exploding_head": 0, "meh": 0, "dislike": 0}, "texture_resolution": 2048,
"mesh_url": "", "polished_mesh_url_usdz": "", "polished_mesh_url_glb": "", "polished_mesh_url": "", "mesh_url_obj": "",
"mesh_url_zip": "", "preview_mesh_url_zip": "", "preview_mesh_url_glb": "", "preview_mesh_url_usdz": "",
"preview_mesh_url_fbx": "", "mesh_url_fbx": "", "mp4_url": "", "designer_mesh_url": "", "preview_mesh_url_3mf": "",
"mesh_url_3mf": "", "session_gif": "", "user_image": "", "percentage": 0, "price": 0, "status": "spin_generate_processing",
"topology": "tris", "resolution": "high_poly", "source": "web", "demo": false, "user_demo": false, "private": true,
"debug": false, "random_poses": true, "inference": [], "output_id": "b8ef0e62-6ba6-4a21-b6bc-607d97250770",
"animated_walk_url": "", "animated_run_url": "", "animated_jump_url": "", "auto_gen_3d": false, "server_type": "fast",
"model_version": "2.0", "selected_spin": "", "is_deleted": false, "tier_at_creation": "enterprise", "reaction_by_admin": "",
"manual_segmentation": false, "preview_mesh": "turbo", "pixel_alignment": "highest", "model_resolution": "high",
"product_version": "1.0.0", "diffusion_time_steps": 32, "selected_spin_index": 0, "spins": [],
"created_at": "2024-02-21T09:48:31.604Z", "updated_at": "2024-02-21T09:48:31.604Z"}}
"""
)
IDS = {
    "_id": r"[0-9a-f]{24}",
    "user_id": r"[0-9a-f]{24}",
    "session_code": r"SESSION_\d{10}_\d{7}",
    "output_id": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "created_at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "updated_at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
}
# The page's reply does not belong to the request beside it: we echo what was sent, and its table's default of 20.
ECHO = {"pixel_alignment": "lowest", "model_resolution": "low", "diffusion_time_steps": 20, "email": ""}


@pytest.fixture(scope="module")
def site():
    with Site({"/300/09f/fff.png": (200, {"Content-Type": "image/png"}, picture())}) as running:
        yield running


@pytest.fixture(scope="module")
def csm(tmp_path_factory):
    with CsmLoopback(tmp_path_factory.mktemp("csm-samples")) as running:
        yield running


def changed(sample: str, csm: CsmLoopback, site: Site) -> str:
    return sample.replace(BASE, csm.url).replace(KEY, csm.world.test_key).replace(PICTURE, site.url)


def check(text: str, csm: CsmLoopback, site: Site) -> None:
    """The printed reply key for key: same value, or same form where it is an id or a time."""
    body = json.loads(text)
    assert {k: v for k, v in body.items() if k != "data"} == {k: v for k, v in REPLY.items() if k != "data"}
    assert list(body) == list(REPLY)
    data = body["data"]
    for name, printed in REPLY["data"].items():
        if name in IDS:
            assert re.fullmatch(IDS[name], data[name]), name
            assert re.fullmatch(IDS[name], printed), name
        elif name == "image_url":
            assert data[name] == printed.replace(PICTURE, site.url)
        else:
            expected = ECHO.get(name, printed)
            assert (type(data[name]), data[name]) == (type(expected), expected), name
    key = {"x-api-key": csm.world.test_key}
    found = requests.get(f"{csm.url}/image-to-3d-sessions/{data['session_code']}", headers=key, timeout=10).json()
    assert (found["message"], found["statusCode"], set(found["data"])) == ("Retrieved", 200, set(data))


def run(command: list[str], **more: Any) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, **more).stdout


def test_the_python_sample(csm, site):
    check(run([sys.executable, "-c", changed(PYTHON, csm, site)]), csm, site)


@pytest.mark.skipif(
    shutil.which("curl") is None or shutil.which("bash") is None, reason="curl or bash is not installed"
)
def test_the_curl_sample(csm, site):
    check(run(["bash", "-c", changed(CURL, csm, site)]), csm, site)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_the_node_sample(csm, site, tmp_path):
    folder = tmp_path / "node_modules" / "request"
    folder.mkdir(parents=True)
    (folder / "index.js").write_text(REQUEST)
    (tmp_path / "sample.js").write_text(changed(NODE, csm, site))
    check(run(["node", "sample.js"], cwd=tmp_path, env=dict(os.environ)), csm, site)
