"""What several tests of the client do first."""

from __future__ import annotations

import base64

from tests.server.harness import picture

GEN1 = "model_rodin-hyper3d"
PNG = picture()
IMAGE = base64.b64encode(PNG).decode()
END = ("success", "failure", "canceled")


def uploaded(client) -> str:
    return client.assets.upload(name="in.png", image=IMAGE).asset.id


def finished(server, client, **inputs) -> str:
    """The id of a job that has succeeded."""
    run = client.generate.run_model(model_id=GEN1, body={"images": [uploaded(client)], **inputs})
    server.world.worker.finish_named(run.job.job_id)
    return run.job.job_id
