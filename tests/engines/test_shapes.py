"""The text engine, and a whole generation from words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from maquette.cli.local import LocalResult, run_local
from maquette.engines.engine import EngineRequest, View
from maquette.engines.registry import engine_for
from maquette.engines.shapes import ShapesEngine
from maquette.errors import InvalidRequest, UnsupportedInput
from maquette.formats.registry import read_model
from maquette.geometry import topology
from maquette.settings import Settings, load_settings
from tests.prompts.test_language_model import GOOD, endpoint

CHAIR = "a worn wooden chair with a red cushion and a zorb"


class Told:
    """An engine's context that remembers warnings."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def progress(self, fraction: float) -> None:
        assert 0 <= fraction <= 1

    def check_cancelled(self) -> None:
        pass

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def settings(folder: Path, **values: object) -> Settings:
    return load_settings({}, data_dir=folder, **values)


def test_words_become_a_solid_of_named_parts(tmp_path: Path) -> None:
    told = Told()
    raw = ShapesEngine(settings(tmp_path)).generate(EngineRequest(views=(), prompt=CHAIR, seed=3), told)
    assert topology.is_closed(raw.mesh.faces)
    assert topology.signed_volume(raw.mesh.vertices, raw.mesh.faces) > 0
    assert raw.metric
    low, high = raw.mesh.bounds
    assert 0.6 < high[1] - low[1] < 1.6
    assert raw.face_part is not None
    assert len(raw.face_part) == len(raw.mesh.faces)
    assert "cushion" in raw.part_names
    assert any("zorb" in w for w in told.warnings)
    document = json.loads(raw.documents["program.json"])
    assert document["prompt"] == CHAIR
    assert any("cushion" in u["words"] for u in document["understood"])
    assert "zorb" in " ".join(document["ignored"])
    on_cushion = raw.mesh.faces[raw.face_part == raw.part_names.index("cushion")]
    points = raw.mesh.vertices[on_cushion].mean(axis=1)
    color = raw.appearance.sample(points, np.tile(np.array([[0, 1, 0]], np.float32), (len(points), 1))).base_color.mean(
        axis=0
    )
    assert color[0] > 2 * color[2]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    a, b, c = (
        ShapesEngine(settings(tmp_path)).generate(EngineRequest(views=(), prompt="a dragon", seed=s), Told())
        for s in (1, 1, 2)
    )
    assert a.mesh.vertices.tobytes() == b.mesh.vertices.tobytes()
    assert a.mesh.vertices.tobytes() != c.mesh.vertices.tobytes()


def test_a_program_is_built_with_other_values(tmp_path: Path) -> None:
    engine = ShapesEngine(settings(tmp_path))
    raw = engine.generate(
        EngineRequest(views=(), prompt="x", options={"program": GOOD, "values": {"height": 1.0}}), Told()
    )
    assert raw.mesh.bounds[1][1] == pytest.approx(1.0, abs=1e-4)
    with pytest.raises(InvalidRequest, match=r"from 0\.4 to 1\.1"):
        engine.generate(EngineRequest(views=(), prompt="x", options={"program": GOOD, "values": {"height": 9}}), Told())


def test_what_it_cannot_use_is_refused(tmp_path: Path) -> None:
    engine = ShapesEngine(settings(tmp_path))
    view = View(np.zeros((4, 4, 3), np.uint8), np.ones((4, 4), np.float32))
    with pytest.raises(UnsupportedInput, match="not from pictures"):
        engine.generate(EngineRequest(views=(view,), prompt="a chair"), Told())
    with pytest.raises(UnsupportedInput, match="names no object"):
        engine.generate(EngineRequest(views=(), prompt="xyzzy"), Told())
    with pytest.raises(UnsupportedInput, match="No language model is set up"):
        engine.generate(EngineRequest(views=(), prompt="a chair", options={"reader": "language_model"}), Told())


def test_a_language_model_writes_where_there_is_one(tmp_path: Path) -> None:
    with endpoint(json.dumps(GOOD)) as (url, asked):
        engine = ShapesEngine(settings(tmp_path, language_model_url=url, language_model="tiny"))
        raw = engine.generate(EngineRequest(views=(), prompt="a wooden table"), Told())
    assert raw.metadata["reader"] == "language_model"
    assert json.loads(raw.documents["program.json"])["program"] == GOOD
    assert "related object" in asked[0]["messages"][1]["content"]


def test_without_its_answer_the_words_are_read(tmp_path: Path) -> None:
    told = Told()
    engine = ShapesEngine(settings(tmp_path, language_model_url="http://127.0.0.1:9/v1", language_model="tiny"))
    raw = engine.generate(EngineRequest(views=(), prompt="a wooden table"), told)
    assert raw.metadata["reader"] == "words"
    assert "built-in reader" in told.warnings[0]


def test_words_go_to_the_engine_that_reads() -> None:
    assert engine_for("inflation", text=True).card.id == "shapes"
    assert engine_for("inflation", text=False).card.id == "inflation"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> LocalResult:
    return run_local(
        [],
        settings(tmp_path_factory.mktemp("data")),
        prompt=CHAIR,
        detail="draft",
        mesh_mode="quad",
        target_faces=6000,
        texture_size=512,
        parts=12,
    )


def test_a_whole_generation(made: LocalResult) -> None:
    names = [f.name for f in made.files]
    assert names[0] == "model_pbr.glb"
    assert {"preview.webp", "program.json"} <= set(names)
    model = read_model(made.files[0].data, "glb")
    low, high = model.mesh.bounds
    assert 0.6 < high[1] - low[1] < 1.6
    assert low[1] == pytest.approx(0, abs=1e-4)
    refined = made.bundles["refine"].meta
    assert abs(refined["polygons"] - 6000) < 0.03 * 6000
    assert refined["triangles"] == 2 * refined["polygons"]
    assert "cushion" in [p["name"] for p in made.bundles["parts"].meta["parts"]]
    assert list(made.bundles) == ["reconstruct", "refine", "texture", "parts", "preview"]


def test_words_that_name_nothing_are_refused_at_once(tmp_path: Path) -> None:
    from maquette.pipeline.plan import check_request
    from maquette.request import GenerationRequest

    with pytest.raises(UnsupportedInput, match="names no object"):
        check_request(GenerationRequest.build(prompt="xyzzy"), settings(tmp_path))
    check_request(GenerationRequest.build(prompt="a chair"), settings(tmp_path))
    with pytest.raises(InvalidRequest, match="parts: Field required"):
        check_request(GenerationRequest.build(prompt="a", options={"program": {"name": "x"}}), settings(tmp_path))
