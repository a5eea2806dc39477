"""The built-in plan: its stages fit together, and a changed field makes anew what it decides and nothing else."""

import pytest

from maquette.pipeline.plan import build_stages
from maquette.pipeline.runner import StageRunner
from maquette.request import GenerationRequest, ImageInput
from maquette.settings import Settings, load_settings
from maquette.storage.blobs import BlobStore

IMAGE = ImageInput(key="images/a", sha256="0" * 64)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return load_settings({}, data_dir=tmp_path)


def keys(settings: Settings, **fields: object) -> dict[str, str]:
    request = GenerationRequest.build(images=(IMAGE,), **fields)
    stages = build_stages(request)
    runner = StageRunner(stages, request, BlobStore.open(settings), settings=settings)
    return {s.name: runner.blob_key(s.name) for s in stages}


def test_stages_need_only_earlier_ones_and_read_only_real_fields() -> None:
    seen: set[str] = set()
    for stage in build_stages(GenerationRequest.build(images=(IMAGE,), preview_render=True)):
        assert set(stage.needs) <= seen
        assert set(stage.reads) <= set(GenerationRequest.model_fields)
        seen.add(stage.name)
    assert seen == {"ingest", "segment", "reconstruct", "refine", "texture", "export", "preview", "render"}


@pytest.mark.parametrize(
    ("fields", "anew"),
    [
        ({}, set()),
        ({"tier": "Smooth"}, {"export"}),  # the tier's word is in the request's hash, which the file carries
        ({"texture_size": 512}, {"texture", "export", "preview"}),
        ({"material": "shaded"}, {"texture", "export", "preview"}),
        ({"target_faces": 4000}, {"refine", "texture", "export", "preview"}),
        ({"bbox": (1, 2, 3)}, {"refine", "texture", "export", "preview"}),
        ({"seed": 1}, {"reconstruct", "refine", "texture", "export", "preview"}),
        ({"use_original_alpha": True}, {"segment", "reconstruct", "refine", "texture", "export", "preview"}),
    ],
)
def test_a_changed_field_makes_anew_what_it_decides(
    settings: Settings, fields: dict[str, object], anew: set[str]
) -> None:
    before, after = keys(settings), keys(settings, **fields)
    assert {name for name in before if before[name] != after[name]} == anew


def test_the_matting_network_decides_the_cut_out(settings: Settings, tmp_path) -> None:
    model = tmp_path / "net.onnx"
    model.write_bytes(b"x")
    before, after = keys(settings), keys(settings.model_copy(update={"matting_model": model}))
    assert before["ingest"] == after["ingest"]
    assert before["segment"] != after["segment"]
    assert before["preview"] != after["preview"]


def test_accounts_do_not_share_results(settings: Settings) -> None:
    request = GenerationRequest.build(images=(IMAGE,))
    blobs = BlobStore.open(settings)
    one, two = (StageRunner(build_stages(request), request, blobs, a, settings=settings) for a in ("one", "two"))
    assert one.blob_key("ingest") != two.blob_key("ingest")
