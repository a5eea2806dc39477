"""`maquette keys | credits | accounts`: what they print, and that the service agrees."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from maquette.cli.main import main
from maquette.dialects.credentials import credential_from
from maquette.jobs.sql_service import SqlJobService
from maquette.settings import Settings
from tests.jobs import plans


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("MAQUETTE_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, code: int = 0) -> Any:
        result = CliRunner().invoke(main, [*arguments, "--json"])
        assert result.exit_code == code, result.output
        return json.loads(result.stdout) if code == 0 else result.output

    return call


async def test_from_a_plan_to_a_job(run: Any, tmp_path: Path) -> None:
    run("accounts", "plan", "pro", "--price", "rodin.Gen-2=0.25", "--parallel", "3", "--enterprise", "kit")
    made = run("accounts", "create", "alice", "--credits", "2.5", "--plan", "pro")
    assert (made["balance"], made["parallel_limit"], made["enforce_credits"]) == ("2.5", 3, True)
    pair = run(
        "keys", "create", "--account", "alice", "--pair", "--scope", "read", "--scope", "generate", "--project", "p"
    )
    assert pair["key"].startswith("mq_live_")
    assert pair["secret"].startswith("mqs_")
    tester = run("keys", "create", "--account", "alice", "--test", "--days", "1")
    assert tester["key"].startswith("mq_test_")
    service = await SqlJobService.open(Settings(data_dir=tmp_path), plan=plans)
    try:
        key = credential_from({"authorization": f"Key {pair['key']}:{pair['secret']}"})
        account = await service.authenticate(key or "")
        assert (account.name, account.scopes, account.plan.name) == ("alice", {"read", "generate"}, "pro")
        assert account.price("rodin.Gen-2", Decimal(1)) == Decimal("0.25")
        await service.submit(account, plans.make_request(), cost=Decimal("0.25"), dialect="rodin")
    finally:
        await service.close()
    shown = run("credits", "show", "alice")
    assert (shown["balance"], shown["held"]) == ("2.25", "0.25")
    assert [t["kind"] for t in shown["transfers"]] == ["hold", "grant"]
    assert run("credits", "check") == {
        "balanced": True,
        "transfers": 3,
        "total": "0",
        "books": {"balance": "1000002.25", "grants": "-1000002.5", "held": "0.25"},
        "problems": [],
    }
    listed = run("keys", "list")["keys"]
    assert [(k["mode"], k["project"]) for k in listed] == [("live", "p"), ("test", None)]
    assert run("accounts", "limit", "alice", "--parallel", "9", "--rate", "5", "--free")["parallel_limit"] == 9
    assert run("accounts", "show", "alice")["projects"] == ["p"]
    run("accounts", "plan", "pro", "--remove")
    assert [p["name"] for p in run("accounts", "plans")["plans"]] == ["default"]
    assert [a["plan"] for a in run("accounts", "list")["accounts"]] == ["default"] * 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("accounts", "show", "nobody"),
        ("accounts", "limit", "local"),
        ("accounts", "plan", "default"),
        ("accounts", "plan", "x", "--price", "y"),
        ("accounts", "create", "x", "--credits", "NaN"),
        ("credits", "grant", "nobody", "1"),
        ("credits", "grant", "local", "0.0000001"),
    ],
)
def test_mistakes_are_one_line_with_the_remedy(run: Any, arguments: tuple[str, ...]) -> None:
    text = run(*arguments, code=1)
    assert text.startswith("maquette: ")
    assert text.count("\n") == 1
