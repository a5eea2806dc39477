"""Commands around the server: doctor, engines, keys, status, migrate, gc."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import in_process, own_process


def test_doctor_finds_a_working_machine_and_prints_every_setting(tmp_path: Path) -> None:
    done = own_process("doctor", "--json", data=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert report["ok"]
    states = {c["name"]: c["state"] for c in report["checks"]}
    assert states["data folder"] == states["database"] == states["storage"] == "ok"
    assert report["settings"]["data_dir"] == str(tmp_path)
    assert report["settings"]["secret"] == "None"


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"MAQUETTE_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "database"),
        ({"MAQUETTE_MATTING_MODEL": "/nowhere/net.onnx"}, "matting model"),
    ],
)
def test_doctor_names_what_is_broken_and_its_remedy(tmp_path: Path, environment: dict[str, str], name: str) -> None:
    done = own_process("doctor", "--json", data=tmp_path, **environment)
    assert done.returncode == 1
    broken = [c for c in json.loads(done.stdout)["checks"] if c["state"] == "broken"]
    assert [c["name"] for c in broken] == [name]
    assert broken[0]["remedy"]
    assert done.stderr.strip() == f"maquette: broken here: {name}. Run the commands beside '->'."


def test_doctor_does_not_print_secrets(tmp_path: Path) -> None:
    secrets = {"MAQUETTE_SECRET": "hunter2hunter2", "MAQUETTE_TRIAL_KEYS": "vibecoding"}
    done = own_process("doctor", data=tmp_path, **secrets)
    assert not any(s in done.stdout for s in secrets.values())


def test_a_bad_setting_is_one_line_with_its_name(tmp_path: Path) -> None:
    done = own_process("doctor", data=tmp_path, MAQUETTE_PORT="eighty")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "MAQUETTE_PORT" in done.stderr


def test_engines_show_their_cards(tmp_path: Path) -> None:
    cards = json.loads(in_process("engines", "--json", data=tmp_path).stdout)["engines"]
    card = next(c for c in cards if c["id"] == "inflation")
    assert card["licence"] == "Apache-2.0"
    assert card["runs_on_cpu"] is True
    assert set(card["modalities"]) == {"image", "multiview"}


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(tmp_path: Path) -> None:
    key = in_process("keys", "create", "--name", "laptop", data=tmp_path).stdout.strip()
    assert key.startswith("mq_")
    listed = json.loads(in_process("keys", "list", "--json", data=tmp_path).stdout)["keys"]
    assert [(k["name"], k["account"], k["revoked"]) for k in listed] == [("laptop", "local", False)]
    assert key not in json.dumps(listed)
    assert in_process("keys", "revoke", key, data=tmp_path).returncode == 0
    assert json.loads(in_process("keys", "list", "--json", data=tmp_path).stdout)["keys"][0]["revoked"] is True
    gone = in_process("keys", "revoke", "mq_0000000000_x", data=tmp_path)
    assert (gone.returncode, gone.stdout) == (1, "")


def test_status_of_nothing_and_of_an_unknown_job(tmp_path: Path) -> None:
    assert json.loads(in_process("status", "--json", data=tmp_path).stdout) == {"jobs": []}
    unknown = in_process("status", "00000000-0000-4000-8000-000000000000", data=tmp_path)
    assert unknown.returncode == 1
    assert "no such job" in unknown.stderr


def test_generate_refuses_what_cannot_work_before_it_works(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"")
    picture = str(Path(__file__).parents[2] / "src/maquette/examples/robot.png")
    cases = [
        ([picture, "-o", str(taken)], "Choose another -o"),
        ([picture, "-o", str(taken / "x.glb")], "Choose another -o"),
        ([picture, "-o", str(tmp_path / "x.glb"), "--label", "front"], "FRONT"),
        ([picture, "-o", str(tmp_path / "x.glb"), "--label", "F", "--label", "B"], "2 labels"),
        ([picture] * 6 + ["-o", str(tmp_path / "x.glb")], "at most 5"),
    ]
    for arguments, words in cases:
        done = in_process("generate", *arguments, data=tmp_path / "data")
        assert (done.returncode, done.stdout) == (1, ""), arguments
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert "bug" not in done.stderr


@pytest.mark.parametrize("command", [["status"], ["keys", "list"], ["serve", "--port", "0"], ["doctor"]])
def test_a_data_folder_that_cannot_be_made_is_no_bug_of_ours(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    run = own_process if command[0] == "serve" else in_process
    done = run(*command, data=tmp_path / "file" / "data")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "bug" not in done.stderr
    if command == ["doctor"]:
        assert "BROKEN    data folder" in done.stdout


def test_doctor_finds_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "maquette.db").write_bytes(bytes(range(256)) * 16)
    done = in_process("doctor", "--json", data=tmp_path)
    assert done.returncode == 1
    assert [c["name"] for c in json.loads(done.stdout)["checks"] if c["state"] == "broken"] == ["database"]


def test_migrate_twice_and_collect_garbage(tmp_path: Path) -> None:
    for _ in range(2):
        assert in_process("migrate", data=tmp_path).returncode == 0
    report = json.loads(in_process("gc", "--json", data=tmp_path).stdout)
    assert report["jobs"] == report["files"] == 0
