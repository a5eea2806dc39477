"""Settings: environment over file over defaults; a bad value is named."""

from pathlib import Path

import pytest

from maquette.errors import InvalidRequest
from maquette.settings import Settings, load_settings


def test_environment_wins_over_file_over_default(tmp_path: Path) -> None:
    config = tmp_path / "m.toml"
    config.write_text('port = 1234\nworkers = 3\ntrial_keys = ["x"]\n')
    got = load_settings({"MAQUETTE_CONFIG": str(config), "MAQUETTE_PORT": "4321"})
    assert (got.port, got.workers, got.trial_keys, got.worker_slots) == (4321, 3, ("x",), 1)


def test_overrides_win_and_none_is_no_override(tmp_path: Path) -> None:
    got = load_settings({"MAQUETTE_PORT": "4321", "MAQUETTE_HOST": "0.0.0.0"}, port=99, host=None)
    assert (got.port, got.host) == (99, "0.0.0.0")


def test_lists_and_switches_from_the_environment() -> None:
    got = load_settings({"MAQUETTE_TRIAL_KEYS": "vibecoding, other", "MAQUETTE_RODIN_ERROR_NULL": "false"})
    assert got.trial_keys == ("vibecoding", "other")
    assert got.rodin_error_null is False


@pytest.mark.parametrize(("name", "value"), [("PORT", "99999"), ("WORKERS", "many"), ("LINK_SECONDS", "0")])
def test_a_bad_value_is_named(name: str, value: str) -> None:
    with pytest.raises(InvalidRequest, match=f"MAQUETTE_{name}"):
        load_settings({f"MAQUETTE_{name}": value})


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="does not exist"):
        load_settings({"MAQUETTE_CONFIG": str(tmp_path / "none.toml")})
    (tmp_path / "bad.toml").write_text("port = = 1")
    with pytest.raises(InvalidRequest, match="not valid TOML"):
        load_settings({"MAQUETTE_CONFIG": str(tmp_path / "bad.toml")})


def test_every_setting_is_documented() -> None:
    page = (Path(__file__).parents[1] / "docs/settings.md").read_text()
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"| `MAQUETTE_{name.upper()}` |" in page, name
