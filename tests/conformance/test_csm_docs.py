"""docs/csm.md is tested: every field, endpoint, document key, type, event and status of its tables, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from maquette.dialects.csm import dialect, v3
from maquette.dialects.csm.document import WORDS, document
from maquette.dialects.csm.errors import STATUS
from maquette.dialects.csm.fields import FIELDS, PLACE, SETTINGS_DEFAULTS, parse
from maquette.dialects.csm.sessions import Session
from maquette.dialects.csm.translate import flow, options_of, stage_request
from maquette.request import GenerationRequest
from maquette.settings import Settings
from tests.dialects.csm.worlds import CsmWorld, data_url, open_csm

pytestmark = pytest.mark.asyncio(loop_scope="module")
ROOT = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
TEXT = (ROOT / "docs" / "csm.md").read_text()
SESSIONS = "/image-to-3d-sessions"
# The vendor's pages of three generations.
DOCUMENTED = set(
    """
    image_url model_resolution pixel_alignment preview_mesh diffusion_time_steps auto_gen_3d topology resolution texture_resolution
    creativity auto_refine refine_speed generate_texture generate_preview_mesh manual_segmentation scaled_bbox pivot_point
    geometry_model texture_model symmetry preserve_aspect_ratio
    """.split()  # noqa: SIM905
)
TYPES = {"image_to_3d", "image_to_kit", "retopology", "multiview_to_3d", "text_to_image", "chat_to_3d"}
EVENTS = {f"{s}_{e}" for s in ("spin_generate", "preview", "refine") for e in ("done", "failed")} | {
    "spin_generate_processing"
}


def table(heading: str, number: int = 0) -> list[list[str]]:
    """The rows of a table under a heading, cells without back-ticks."""
    section = TEXT.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = re.findall(r"(?:^\|.*\n)+", section, re.MULTILINE)[number].splitlines()
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


FIELD_ROWS = table("## Fields of `image-to-3d-sessions`")
STAGE_ROWS = table("## Fields of `image-to-3d-sessions`", 1)
ENDPOINT_ROWS = table("## Endpoints")
TYPE_ROWS = table("## `/v3/sessions`")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def csm(tmp_path_factory):
    async with open_csm(tmp_path_factory.mktemp("csm-docs")) as opened:
        yield opened


def read(row: list[str]) -> tuple[dict[str, Any], bool]:
    """Fields of a row, and whether its plan opens everything."""
    fields = {k: json.loads(v) for k, v in (pair.split("=", 1) for pair in row[2].split())}
    plain = fields.pop("plan", None) == "plain"
    return fields | {row[0]: json.loads(row[1])}, not plain


async def test_every_field_is_listed_and_no_other() -> None:
    assert {row[0] for row in FIELD_ROWS} == DOCUMENTED == {*FIELDS, "image_url"}


@pytest.mark.parametrize("row", FIELD_ROWS, ids=lambda row: "-".join(row[:4]))
async def test_fields_do_what_the_table_says(csm: CsmWorld, row: list[str]) -> None:
    name, _, _, stage, claim, result = row
    sent, rich = read(row)
    if name == "image_url" or claim == "refused":
        body = {"image_url": data_url(), **{k: v for k, v in sent.items() if v != "https://example.org/cat.png"}}
        async with csm.as_csm() as client:
            answer = await client.post(SESSIONS, json=body)
        assert answer.status_code == (400 if claim == "refused" else 201)
        assert claim != "refused" or name in answer.json()["message"]
        if claim == "refused":
            return
    options = options_of(parse({k: [v] for k, v in sent.items()}), lambda option: rich)
    way = flow(parse({k: [v] for k, v in sent.items()}))
    assert stage in (way, "refine", "preview")
    values, warnings = stage_request(options.values, stage)
    request = GenerationRequest.build(prompt="x", **values)
    if result:
        attribute, value = result.split("=", 1)
        assert str(getattr(request, attribute)) == value
    said = [w for w in (*options.warnings, *warnings) if w.startswith(name)]
    if claim == "supported":
        assert (*options.warnings, *warnings) == () or "=" in row[2]
        assert name == "image_url" or options.values[name] == (sent[name] or options.values[name])
    else:
        assert len(said) == 1
        assert ("ignored" in said[0]) == (claim == "ignored")
        assert claim in ("corrected", "ignored")


@pytest.mark.parametrize("row", STAGE_ROWS, ids=lambda row: "-".join(row))
async def test_fields_of_the_later_calls(csm: CsmWorld, row: list[str]) -> None:
    name, example, endpoint, claim = row
    assert name in (*PLACE, "selected_spin_index", "selected_spin")
    way = {"generate_preview_mesh": endpoint == "get-3d/refine"}
    async with csm.as_csm() as client:
        session = (await client.post(SESSIONS, json={"image_url": data_url(), **way})).json()["data"]
        await csm.end(session)
        path = f"{SESSIONS}/{endpoint}/{session['session_code']}"
        answer = await client.post(path, json={name: json.loads(example)})
        assert answer.status_code == (400 if claim == "refused" else 200)
        if claim == "supported":
            assert answer.json()["data"][name] == json.loads(example)


async def test_every_endpoint_is_listed_and_no_other() -> None:
    assert {(row[0], row[1]) for row in ENDPOINT_ROWS} == {(e.path, m) for e in dialect.endpoints for m in e.methods}
    assert all(e.path.startswith(dialect.prefixes) for e in dialect.endpoints)


@pytest.mark.parametrize("row", ENDPOINT_ROWS, ids=lambda row: f"{row[1]} {row[0]}")
async def test_endpoints_do_what_the_table_says(csm: CsmWorld, row: list[str]) -> None:
    path, method, claim, _ = row
    bodies = {"/tti-sessions": {"prompt": "a robot"}, "/tti-styles": {"zip_url": "https://example.org/s.zip"}}
    async with csm.as_csm() as client:
        answer = await client.request(
            method, path.replace("{code}", "SESSION_1708502346_4237483"), json=bodies.get(path)
        )
        text = answer.json()["message"] if answer.status_code >= 400 else ""
        assert ("engine" in text) == (claim == "refused")
        assert answer.status_code in ((400,) if claim == "refused" else (404,) if "{" in path else (200, 400))
    if claim == "refused":
        async with csm.as_csm(csm.test_key) as client:
            assert (await client.post(path, json=bodies[path])).status_code == 201


async def test_every_key_of_the_document_is_listed_and_no_other(csm: CsmWorld) -> None:
    async with csm.as_csm() as client:
        session = (await client.post(SESSIONS, json={"image_url": data_url()})).json()["data"]
    root = await csm.service.find(await csm.service.local_account(), session["session_code"])
    rows = [name for row in table("## The session document") for name in row[0].split(", ")]
    assert len(rows) == len(set(rows))
    assert set(rows) == set(session) == set(document(Session(root, {"direct": root}), lambda a, n: n))


async def test_types_of_v3_sessions(csm: CsmWorld) -> None:
    assert {row[0] for row in TYPE_ROWS} == TYPES == set(v3.TYPES)
    for kind, claim, *_ in TYPE_ROWS:
        given = {"image": data_url(), "images": [data_url()], "prompt": "a robot"}
        given["mesh"] = "data:model/obj;base64,diAwIDAgMAp2IDEgMCAwCnYgMCAxIDAKZiAxIDIgMwo="
        async with csm.as_csm() as client:
            answer = await client.post("/v3/sessions/", json={"type": kind, "input": given})
            assert answer.status_code == (400 if claim == "refused" else 201), answer.text
    section = TEXT.split("## `/v3/sessions`")[1].split("\n## ")[0]
    assert all(f"`{name}`" in section for name in SETTINGS_DEFAULTS)


async def test_events_statuses_and_settings() -> None:
    assert {row[0] for row in table("## Webhooks")} == EVENTS
    assert {w for words in WORDS.values() for w in words} - {"training_preview", "training_refine"} == EVENTS
    assert {int(row[0]) for row in table("## Errors")} == {*STATUS.values(), 405}
    assert {n.lower() for n in re.findall(r"MAQUETTE_([A-Z_]+)", TEXT)} - {"key"} <= set(Settings.model_fields)
