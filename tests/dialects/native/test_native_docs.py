"""docs/native.md has a row for every operation, field and problem member, and says of each what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maquette.dialects.native.errors import PREFIX
from maquette.dialects.native.fields import AssetFields, CallFields, ExportRequest, JobRequest
from maquette.dialects.native.operations import OPERATIONS
from maquette.webhooks.types import EVENTS

PAGE = (Path(__file__).parents[3] / "docs" / "native.md").read_text()


def rows(heading):
    """Cells of the first table under a heading."""
    part = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_operation_has_a_row_with_its_scope_and_status():
    told = {(r[0].strip("`"), r[1].strip("`")): r for r in rows("Operations")}
    assert list(told) == list(dict.fromkeys(told))
    assert set(told) == {(o.method, o.path) for o in OPERATIONS}
    for o in OPERATIONS:
        _, _, scope, answer = told[o.method, o.path]
        assert scope == o.needs
        good = str(o.returns[0])
        assert answer.startswith(good) or (o.media_type == "text/event-stream" or o.path in ("/openapi.json", "/docs"))
        for param in o.params:
            if param.where == "query" and param.name != "kind":
                assert param.name in answer, (o.id, param.name)


def test_every_field_has_a_row_and_exports_are_marked():
    told = {r[0].strip("`"): r for r in rows("Request fields")}
    assert set(told) == set(JobRequest.model_fields)
    marked = {name for name, row in told.items() if row[1] == "E"}
    assert marked == set(ExportRequest.model_fields) == set(AssetFields.model_fields) | set(CallFields.model_fields)


@pytest.mark.parametrize("name", list(JobRequest.model_fields))
def test_values_of_a_row_are_those_of_the_field(name):
    row = next(r for r in rows("Request fields") if r[0] == f"`{name}`")
    schema = JobRequest.model_json_schema()
    field = schema["properties"][name]
    kinds = [k for k in field.get("anyOf", [field]) if k.get("type") != "null"]
    text = row[2].replace(",", " ")
    for kind in kinds:
        choices = kind.get("enum", kind.get("items", {}).get("enum", ()))
        if name not in ("formats",):
            assert all(str(c) in re.split(r"[\s`]+", text) for c in choices), (name, choices)
        for bound in ("minimum", "maximum", "exclusiveMaximum"):
            if bound in kind and name not in ("unit_m",):
                assert f"{kind[bound]:g}".replace("e+06", "000000") in text.split() or str(int(kind[bound])) in text, (
                    name,
                    bound,
                )


def test_every_member_of_a_job_is_shown():
    from maquette.dialects.native.resources import Job, Step

    part = PAGE.split("\n## Job\n", 1)[1].split("```json", 1)[1].split("```", 1)[0]
    for model in (Job, Step):
        for name in model.model_fields:
            assert f'"{name}"' in part, name


def test_every_member_of_other_things_is_named():
    from maquette.dialects.native import resources as out

    for model in (out.Upload, out.Account, out.Limits, out.Plan, out.Usage, out.UsageDay, out.Price, out.Project,
                  out.Engine, out.Format, out.Tier, out.Webhook, out.Delivery, out.Attempt, out.Quote, out.Problem):  # fmt: skip
        for name in model.model_fields:
            assert re.search(rf'["`]{name}["`]', PAGE), (model.__name__, name)
    for event in EVENTS:
        assert event in PAGE
    assert PREFIX in PAGE
