"""Settings: environment `MAQUETTE_…`, then a TOML file, then these defaults. `maquette doctor` prints them."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maquette.errors import InvalidRequest

PREFIX = "MAQUETTE_"


def _default_data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME")
    return Path(base) / "maquette" if base else Path.home() / ".local" / "share" / "maquette"


class Settings(BaseModel):
    """All settings. A value from the environment is text; lists are comma-separated there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Field(default_factory=_default_data_dir, description="folder of the database, files and secrets")
    database_url: str | None = Field(default=None, description="postgresql://… ; default: SQLite in data_dir")
    storage_url: str | None = Field(default=None, description="s3://bucket/prefix ; default: a folder in data_dir")
    s3_endpoint: str | None = Field(default=None, description="URL of an S3-compatible server, if not AWS")
    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8470, ge=0, le=65535, description="port to listen on")
    public_url: str | None = Field(default=None, description="base URL that clients reach; default: as in the request")
    trust_forwarded: bool = Field(
        default=False, description="believe X-Forwarded-Proto and -Host; only behind a proxy that sets them"
    )
    workers: int = Field(default=1, ge=0, le=64, description="worker processes that `maquette serve` starts")
    worker_slots: int = Field(default=1, ge=1, le=16, description="jobs at once in one worker process")
    engine: str = Field(default="inflation", description="engine used when a request names none")
    matting_model: Path | None = Field(default=None, description="ONNX file of a matting network used for the cut-out")
    language_model_url: str | None = Field(
        default=None,
        description="OpenAI-compatible endpoint that writes shape programs, e.g. http://localhost:11434/v1",
    )
    language_model: str = Field(default="", description="name of the model at language_model_url")
    language_model_key: str | None = Field(default=None, description="bearer token for language_model_url")
    language_model_seconds: float = Field(default=120.0, gt=0, description="time limit of one of its answers, seconds")
    max_image_bytes: int = Field(default=20 * 2**20, ge=1, description="largest picture accepted, bytes")
    max_image_pixels: int = Field(default=50_000_000, ge=1, description="largest picture accepted, pixels")
    max_request_bytes: int = Field(default=110 * 2**20, ge=1, description="largest request body accepted, bytes")
    link_seconds: int = Field(default=600, ge=1, description="life of a download link, seconds")
    retention_days: float = Field(
        default=7.0, gt=0, description="finished jobs and their files are kept this long, days"
    )
    cache_gb: float = Field(default=10.0, ge=0, description="stage results kept for reuse, GB")
    stage_seconds: float = Field(default=900.0, gt=0, description="time limit of one stage, seconds")
    parallel_limit: int = Field(default=10, ge=1, description="unfinished jobs that one account may have")
    rate_limit: int = Field(
        default=0, ge=0, description="requests per minute of an account, all its keys together; 0 = no limit"
    )
    key_rate_limit: int = Field(default=0, ge=0, description="requests per minute of one key; 0 = no limit of its own")
    key_cache_seconds: float = Field(
        default=5.0, ge=0, le=60, description="a revoked key works at most this much longer, seconds"
    )
    max_upload_bytes: int = Field(
        default=256 * 2**20, ge=1, description="largest stored upload or fetched model, bytes; parts count together"
    )
    upload_hours: float = Field(default=24.0, gt=0, description="an upload in parts must be completed within, hours")
    fetch_seconds: float = Field(default=30.0, gt=0, description="time limit of fetching one URL of a request, seconds")
    fetch_allow: tuple[str, ...] = Field(
        default=(), description="hosts, *.suffixes, addresses or CIDRs that URLs may reach though they are private"
    )
    webhook_hours: float = Field(default=24.0, ge=0, description="a webhook is tried again for this long, hours")
    webhook_seconds: float = Field(default=15.0, gt=0, description="time limit of one webhook attempt, seconds")
    cors_origins: tuple[str, ...] = Field(
        default=(), description="origins whose pages may call the API, e.g. https://app.example.com ; * = all"
    )
    trial_keys: tuple[str, ...] = Field(
        default=(), description="literal keys that count as the local account, e.g. vibecoding"
    )
    rodin_error_null: bool = Field(default=True, description='"error": null in a successful Rodin submit')
    secret: str | None = Field(
        default=None, description="signs links and keys; default: made once and kept in data_dir or database"
    )


_LISTS = frozenset(name for name, field in Settings.model_fields.items() if field.annotation == tuple[str, ...])


def load_settings(environ: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
    """Read the settings; `overrides` (not None) win over everything.

    The TOML file is `$MAQUETTE_CONFIG`, else `maquette.toml` in the current folder if there is one.

    Raises:
        InvalidRequest: a setting is unknown or has a bad value; the message names it.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    config = environ.get(PREFIX + "CONFIG")
    path = Path(config) if config else Path("maquette.toml")
    if path.is_file():
        try:
            values.update(tomllib.loads(path.read_text()))
        except tomllib.TOMLDecodeError as error:
            raise InvalidRequest(f"{path.name} is not valid TOML: {error}.", field="config") from None
    elif config:
        raise InvalidRequest(f"MAQUETTE_CONFIG names {config}, which does not exist.", field="config")
    for name in Settings.model_fields:
        text = environ.get(PREFIX + name.upper())
        if text is not None and text != "":
            values[name] = [t.strip() for t in text.split(",") if t.strip()] if name in _LISTS else text
    values.update({k: v for k, v in overrides.items() if v is not None})
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise InvalidRequest(f"setting {name} (MAQUETTE_{name.upper()}): {first['msg']}.", field=name) from None
