"""The training loop at a tiny size: it learns, it goes on where it stopped, and what it exports is what it trained."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which is no dependency of Maquette")
pytest.importorskip("manifold3d", reason="procedural shapes need manifold3d")

from maquette.engines.learned.prior import CROP, FIELD  # noqa: E402
from training.batches import collate  # noqa: E402
from training.export import OUTPUTS, export  # noqa: E402
from training.loss import losses  # noqa: E402
from training.model import Config, Network  # noqa: E402
from training.store import Views, make_shard, shard_path  # noqa: E402
from training.train import Plan, Trainer, load_network, validate  # noqa: E402

TINY = Config(widths=(16, 16, 16, 16), blocks=(0, 0, 0, 0), attention=1, hidden=16)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    (folder / "views").mkdir()
    for split in ("train", "val"):
        make_shard(shard_path(folder, split, 0), None, split, 0, 16)
    return folder


def plan(**options: object) -> Plan:
    return Plan(**{"steps": 8, "batch": 4, "replicas": 1, "warmup": 2, "rate": 3e-3, **options})  # type: ignore[arg-type]


def test_before_training_the_network_is_the_outlines_prior(work: Path) -> None:
    terms = validate(Network(TINY).eval(), work, 16)
    assert terms["iou"] == pytest.approx(terms["iou_prior"], abs=0.05)


def test_steps_lower_the_loss(work: Path, tmp_path: Path) -> None:
    before = validate(Network(TINY).eval(), work, 16)["total"]
    trainer = Trainer(work, tmp_path, plan(steps=20), TINY)
    trainer.run(say=lambda _: None)
    after = validate(trainer.network.eval(), work, 16)["total"]
    assert after < 0.98 * before


def test_going_on_gives_what_one_run_gives(work: Path, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    whole = Trainer(work, tmp_path / "whole", plan(), TINY)
    whole.run(say=lambda _: None)
    Trainer(work, tmp_path / "parts", plan(), TINY).run(say=lambda _: None, until=3)
    rest = Trainer(work, tmp_path / "parts", plan(), TINY)
    assert rest.step == 3
    rest.run(say=lambda _: None)
    for a, b in zip(whole.average.state_dict().values(), rest.average.state_dict().values(), strict=True):
        assert torch.equal(a, b)


def test_two_replicas_do_the_work_of_one(work: Path, tmp_path: Path) -> None:
    trainer = Trainer(work, tmp_path, plan(replicas=2, steps=2), TINY)
    trainer.run(say=lambda _: None)
    first, second = trainer.replicas
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert a.data_ptr() == b.data_ptr()


def test_mirrored_batches_have_the_same_loss_under_a_mirrored_network(work: Path) -> None:
    records = Views(work, "val").batch(np.arange(4))
    batch = collate(records, None, FIELD * FIELD)
    assert batch.solid.shape == (4, FIELD, FIELD * FIELD, 1)
    network = Network(TINY).eval()
    with torch.inference_mode():
        some = losses(network(batch.picture, batch.prior, batch.rays), batch)
    assert all(torch.isfinite(v) for v in some.values())


def test_the_exported_file_answers_as_the_network(work: Path, tmp_path: Path) -> None:
    ort = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    Trainer(work, tmp_path, plan(steps=3), TINY).run(say=lambda _: None)
    network = load_network(tmp_path / "last.pt")
    export(network, tmp_path / "net.onnx")
    session = ort.InferenceSession(str(tmp_path / "net.onnx"), providers=["CPUExecutionProvider"])
    records = Views(work, "val").batch(np.arange(3))
    batch = collate(records, None)
    with torch.inference_mode():
        expected = network(batch.picture, batch.prior)
    found = session.run(list(OUTPUTS), {"picture": batch.picture.numpy(), "prior": batch.prior.numpy()})
    assert batch.picture.shape == (3, 4, CROP, CROP)
    for name, values in zip(OUTPUTS, found, strict=True):
        reference = getattr(expected, name).numpy()
        # Half-precision weights.
        assert np.abs(values - reference).max() < 0.02 * max(1.0, float(np.abs(reference).max()))
