"""`fal-client` and `replicate` from PyPI, on loopback; the official packages with nothing changed but the address."""

from __future__ import annotations

import io
import time

import pytest

from tests.dialects.gateways import GatewayLoopback
from tests.net.servers import Site
from tests.server.harness import picture
from tests.server.plan import GLB

VERSION = "9492be065b4a8b671ea929e63f8411ebcfa245e9af641400035e7ece20e1ba28"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with GatewayLoopback(tmp_path_factory.mktemp("python"), fetch_allow=("127.0.0.1",), parallel_limit=100) as running:
        yield running


@pytest.fixture
def fal(server, monkeypatch):
    """`fal_client.SyncClient` with a test key."""
    package = pytest.importorskip("fal_client", reason="fal-client is not installed")
    module = pytest.importorskip("fal_client.client")
    monkeypatch.setattr(module, "QUEUE_URL_FORMAT", f"{server.url}/")
    monkeypatch.setattr(module, "RUN_URL_FORMAT", f"{server.url}/run/")
    return package, package.SyncClient(key=server.world.test_key)


@pytest.fixture
def replicate(server, monkeypatch):
    package = pytest.importorskip("replicate", reason="replicate is not installed")
    monkeypatch.setenv("REPLICATE_POLL_INTERVAL", "0.05")
    return package, package.Client(api_token=server.world.test_key, base_url=server.url)


def test_fal_subscribe(fal, server):
    package, client = fal
    link = package.encode(picture(), "image/png")
    seen = []
    fields = {"prompt": "a chair", "input_image_urls": [link], "use_hyper": True}
    got = client.subscribe("fal-ai/hyper3d/rodin", fields, with_logs=True, on_queue_update=seen.append)
    assert got["model_mesh"]["url"].startswith(f"{server.url}/files/")
    assert isinstance(seen[-1], package.Completed)
    assert seen[-1].metrics.keys() == {"inference_time"}
    assert seen[-1].logs
    assert any(isinstance(update, package.Queued | package.InProgress) for update in seen)


def test_fal_live_picture_to_file(fal, server):
    """With a live key: submit, a worker's work, the file's bytes."""
    import httpx

    package, _ = fal
    client = package.SyncClient(key=server.world.key)
    handle = client.submit("fal-ai/hyper3d/rodin/v2.5", {"image_urls": [package.encode(picture(), "image/png")]})
    assert isinstance(handle.status(), package.Queued)
    server.world.worker.step(handle.request_id, 3)
    running = handle.status(with_logs=True)
    assert isinstance(running, package.InProgress)
    assert running.logs[-1]["message"].startswith("refine: ")
    server.world.worker.finish(handle.request_id)
    got = handle.get()
    assert httpx.get(got["model_mesh"]["url"]).content == GLB[::-1]
    assert client.result("fal-ai/hyper3d/rodin/v2.5", handle.request_id)["seed"] == got["seed"]


def test_fal_run_and_cancel_and_errors(fal):
    package, client = fal
    assert client.run("fal-ai/hyper3d/rodin/v2", {"prompt": "a chair"})["model_mesh"]["file_size"] > 0
    handle = client.submit("fal-ai/hyper3d/rodin/v2.5/text-to-3d/fast", {"prompt": "maquette:hang"})
    handle.cancel()
    status = handle.status()
    assert isinstance(status, package.Completed)
    assert "cancelled" in status.error
    with pytest.raises(package.FalClientHTTPError, match="cancelled") as caught:
        handle.get()
    assert caught.value.status_code == 400
    with pytest.raises(package.FalClientHTTPError) as caught:
        client.subscribe("fal-ai/hyper3d/rodin", {"prompt": "x", "quality": "best"})
    assert (caught.value.status_code, caught.value.error_type) == (422, "invalid_request")
    with pytest.raises(package.FalClientHTTPError, match="User is locked"):
        client.submit("fal-ai/hyper3d/rodin", {"prompt": "maquette:insufficient"})
    with pytest.raises(package.FalClientHTTPError) as caught:
        client.subscribe("fal-ai/hyper3d/rodin", {"prompt": "maquette:noobject"})
    assert (caught.value.status_code, caught.value.error_type) == (422, "object_not_found")


async def test_fal_async(fal, server):
    package, _ = fal
    client = package.AsyncClient(key=server.world.test_key)
    handle = await client.submit("fal-ai/hyper3d/rodin", {"prompt": "a chair"})
    states = [state async for state in handle.iter_events(with_logs=True)]
    assert isinstance(states[-1], package.Completed)
    assert (await handle.get())["textures"] == []


def test_replicate_run(replicate, server):
    """By name (which waits), by version (which looks the version up), with a stored file, and by polling."""
    _, client = replicate
    file = io.BytesIO(picture())
    file.name = "chair.png"
    fields = {"images": [file], "prompt": "a chair", "tapose": True}
    for ref in ("hyper3d/rodin", f"hyper3d/rodin:{VERSION}"):
        file.seek(0)
        assert client.run(ref, input=fields).startswith(f"{server.url}/files/")
    assert client.run("hyper3d/rodin", input={"prompt": "a chair"}, wait=False).endswith(".glb")
    assert client.run("hyper3d/rodin", input={"prompt": "maquette:slow=1.6"}, wait=1).endswith(".glb")


def test_replicate_calls(replicate):
    package, client = replicate
    made = client.predictions.create(version=VERSION, input={"prompt": "maquette:slow=20"})
    assert made.status == "starting"
    for _ in range(100):
        made.reload()
        if made.status == "processing" and made.progress and made.progress.current:
            break
    assert 0 < made.progress.percentage < 1
    made.cancel()
    assert client.predictions.get(made.id).status == "canceled"
    assert made.id in [p.id for p in client.predictions.list()]
    model = client.models.get("hyper3d/rodin")
    assert model.latest_version.id == VERSION
    assert [v.id for v in model.versions.list()] == [VERSION]
    assert client.accounts.current().type == "user"
    stored = client.files.create(io.BytesIO(picture()), filename="a.png", metadata={"a": "b"})
    assert client.files.get(stored.id).checksums == stored.checksums
    assert stored.id in [f.id for f in client.files.list()]
    client.files.delete(stored.id)
    with pytest.raises(package.exceptions.ReplicateError) as caught:
        client.files.get(stored.id)
    assert caught.value.status == 404


def test_replicate_errors(replicate):
    package, client = replicate
    with pytest.raises(package.exceptions.ReplicateError) as caught:
        client.run("hyper3d/rodin", input={"prompt": "x", "tier": "Gen-9"})
    assert (caught.value.status, caught.value.title) == (422, "Input validation failed")
    with pytest.raises(package.exceptions.ReplicateError) as caught:
        client.run("hyper3d/rodin", input={"prompt": "maquette:insufficient"})
    assert caught.value.status == 402
    with pytest.raises(package.exceptions.ModelError, match="The job failed"):
        client.run("hyper3d/rodin", input={"prompt": "maquette:fail"})


def test_replicate_validates_our_webhooks(replicate):
    from replicate.webhook import Webhooks

    _, client = replicate
    secret = client.webhooks.default.secret()
    with Site({"/hook": lambda handler: (200, {}, b"")}) as site:
        made = client.predictions.create(
            model="hyper3d/rodin",
            input={"prompt": "a chair"},
            webhook=f"{site.url}/hook",
            webhook_events_filter=["completed"],
        )
        made.wait()
        for _ in range(200):
            if site.seen:
                break
            time.sleep(0.05)
    _, _, headers, body = site.seen[0]
    low = {name.lower(): value for name, value in headers.items()}
    Webhooks.validate(headers=low, body=body.decode(), secret=secret)
