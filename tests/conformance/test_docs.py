"""docs/rodin.md is true: each row of its tables is tried, and nothing that the dossier documents or the code does is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import pytest_asyncio

from maquette.dialects.forms import Form
from maquette.dialects.rodin import answers, dialect, operations
from maquette.dialects.rodin.errors import ENVELOPE
from maquette.dialects.rodin.parse import FIELDS, parse
from maquette.dialects.rodin.routes import PREFIXES
from maquette.dialects.rodin.tiers import TIERS
from maquette.dialects.rodin.translate import translate
from maquette.errors import InvalidRequest
from maquette.settings import Settings
from tests.server.harness import open_world

ROOT = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
TEXT = (ROOT / "docs" / "rodin.md").read_text()
HTTP = (ROOT / "docs" / "http.md").read_text()

# The field names of the vendor's pages, and the four that only clients send.
DOCUMENTED = set(
    """
    images prompt tier use_original_alpha condition_mode seed geometry_file_format material quality quality_override mesh_mode
    mesh_simplify mesh_smooth use_hyper TAPose bbox_condition height addons preview_render hd_texture texture_mode texture_delight
    is_micro geometry_instruct_mode image_label is_symmetric uhd_texture quad_normal soft detail_level model_early_export ta_pose
    """.split()  # noqa: SIM905
)
CODES = set(
    """
    UNAUTHORIZED API_NO_ACTIVE_SUBSCRIPTION API_SUBSCRIPTION_PLAN_TOO_LOW API_INSUFFICIENT_FUNDS API_PARALLELISM_LIMIT_REACHED
    API_OBJECT_NOT_FOUND_ON_IMAGE IMAGE_CONTENT_VIOLATION IMAGE_LABEL_LENGTH_TOO_LONG INVALID_REQUEST PERMISSION_DENIED
    NO_SUCH_TASK UNKNOWN
    """.split()  # noqa: SIM905
)
OPERATIONS = {
    "rodin_texture_only": (
        operations.texture_only,
        "image model prompt seed reference_scale escore geometry_file_format material resolution texture_mode hd_texture texture_delight",
    ),
    "bang": (operations.bang, "asset_id model image prompt strength geometry_file_format material resolution"),
    "polygen": (operations.polygen, "asset_id model geometry_file_format mesh_mode quality"),
}
"""The endpoints that work on a model, and the fields of their pages."""


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, cells without back-ticks."""
    section = TEXT.split(f"\n{heading}\n", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE).group().splitlines()
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


FIELD_ROWS = table("## Fields of `rodin`")
ENDPOINT_ROWS = table("## Endpoints")


def test_every_field_is_listed_and_no_other():
    assert {row[0] for row in FIELD_ROWS} == DOCUMENTED == {*FIELDS, "images"}
    assert {row[1] for row in FIELD_ROWS if row[0] == "tier"} == {*TIERS, "Gen-9"}


@pytest.mark.parametrize("row", FIELD_ROWS, ids=lambda row: f"{row[0]}-{row[1]}-{row[2] or 'alone'}")
def test_fields_do_what_the_table_says(row):
    name, example, others, claim, result = row
    fields = dict(pair.split("=", 1) for pair in re.split(r" (?=\w+=)", others)) if others else {}
    images = 1
    if name == "images":
        images = int(example.split()[0])
    else:
        fields[name] = example

    def run():
        return translate(
            parse(Form({k: [v] for k, v in fields.items()}, {}, "multipart")), images, engine="inflation", seed=1
        ).request

    if claim == "refused":
        with pytest.raises(InvalidRequest) as caught:
            run()
        assert caught.value.field == name
        return
    request = run()
    said = [w for w in request.warnings if w.startswith(name)]
    if result:
        attribute, value = result.split("=", 1)
        got = request.images[0].label if attribute == "labels" else getattr(request, attribute)
        assert str(got) == value
    if claim == "supported":
        assert request.warnings == ()
    else:
        assert len(said) == 1
        assert ("ignored" in said[0]) == (claim == "ignored")
        assert claim in ("corrected", "ignored")


def test_every_endpoint_is_listed_and_no_other():
    listed = {
        (f"{prefix}/{row[0]}", method) for prefix in PREFIXES for row in ENDPOINT_ROWS for method in row[1].split(", ")
    }
    assert listed == {(e.path, method) for e in dialect.endpoints for method in e.methods}


@pytest_asyncio.fixture
async def client(tmp_path):
    async with open_world(tmp_path) as world, world.client() as opened:
        yield opened


async def test_endpoints_do_what_the_table_says(client):
    for name, methods, claim, _ in ENDPOINT_ROWS:
        for method in methods.split(", "):
            answer = await client.request(method, f"/api/v2/{name}")
            assert (answer.status_code == 404) == (claim == "refused")
            assert claim in ("supported", "refused")


@pytest.mark.parametrize("name", OPERATIONS)
def test_fields_of_model_endpoints_are_listed(name):
    listed = {row[0] for row in table(f"## Fields of `{name}`")}
    known = {
        "rodin_texture_only": (operations.TEXTURE_FIELDS, operations.TEXTURE_FILES),
        "bang": (operations.BANG_FIELDS, operations.BANG_FILES),
        "polygen": (operations.POLYGEN_FIELDS, operations.POLYGEN_FILES),
    }[name]
    assert listed == set(OPERATIONS[name][1].split()) == {*known[0], *known[1]}


OPERATION_ROWS = [(name, row) for name in OPERATIONS for row in table(f"## Fields of `{name}`")]


@pytest.mark.parametrize(("name", "row"), OPERATION_ROWS, ids=lambda v: v if isinstance(v, str) else "-".join(v[:3]))
def test_fields_of_model_endpoints_do_what_the_tables_say(name, row):
    field, example, others, claim, result = row
    files = {"image": int(name == "rodin_texture_only"), "model": 1}
    fields = dict(pair.split("=", 1) for pair in re.split(r" (?=\w+=)", others)) if others else {}
    files |= {key: int(fields.pop(key)) for key in list(fields) if key in files}
    if field in files:
        files[field] = int(example.split()[0])
    else:
        fields[field] = example
    form = Form({k: [v] for k, v in fields.items()}, {}, "multipart")

    def run():
        return OPERATIONS[name][0](form, files["image"], files["model"] > 0, engine="inflation", seed=1)

    if claim == "refused":
        with pytest.raises(InvalidRequest) as caught:
            run()
        assert caught.value.field == field
        return
    found = run()
    if result:
        attribute, value = result.split("=", 1)
        got = found.changes[attribute] if found.request is None else getattr(found.request, attribute)
        assert str(got) == value
    if claim == "supported":
        assert found.warnings == ()
    else:
        assert [w.split()[0] for w in found.warnings] == [field]
        assert ("ignored" in found.warnings[0]) == (claim == "ignored")
        assert claim in ("corrected", "ignored")


def test_error_codes_are_the_codes():
    rows = {(row[0], int(row[1])) for row in table("## Errors")}
    assert {(code, status) for status, code in ENVELOPE.values()} <= rows
    assert rows - {(code, status) for status, code in ENVELOPE.values()} == {
        ("INVALID_REQUEST", 405),
        ("INVALID_REQUEST", 413),
        ("UNKNOWN", 404),
    }
    for code in CODES:
        assert f"`{code}`" in TEXT


def test_file_names_are_the_names():
    assert {row[0] for row in table("## Answers")} == set(answers.FILE_NAMES.values())


def test_settings_in_the_pages_exist():
    named = set(re.findall(r"MAQUETTE_([A-Z_]+)", TEXT + HTTP))
    assert {n.lower() for n in named} <= set(Settings.model_fields)
    fields = Settings.model_fields
    assert f"`MAQUETTE_LINK_SECONDS` ({fields['link_seconds'].default})" in HTTP
    assert f"`MAQUETTE_PORT` ({fields['port'].default})" in HTTP
    assert f"`MAQUETTE_MAX_REQUEST_BYTES` ({fields['max_request_bytes'].default // 2**20} MiB)" in HTTP
    assert f"`MAQUETTE_LINK_SECONDS` ({fields['link_seconds'].default})" in TEXT
    assert f"`MAQUETTE_RETENTION_DAYS` ({fields['retention_days'].default:g})" in TEXT
