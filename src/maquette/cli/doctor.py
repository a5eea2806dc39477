"""`maquette doctor`: what works here, what is missing, and the exact command that mends it."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import os
import platform
import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from maquette import __version__
from maquette.errors import MaquetteError
from maquette.formats.validate import INSTALL, find_validator
from maquette.settings import PREFIX, Settings, load_settings

MIN_FREE_GB = 2.0


@dataclass(frozen=True)
class Check:
    """One line of the report. `state`: "ok", "optional" (works without it) or "broken". `remedy`: a command, where there is one."""

    name: str
    state: str
    detail: str
    remedy: str = ""


# Module, distribution, what is lost without it (empty: nothing works without it).
PACKAGES = [
    ("numpy", "numpy", ""),
    ("scipy", "scipy", ""),
    ("PIL", "pillow", ""),
    ("cv2", "opencv-python-headless", ""),
    ("skimage", "scikit-image", ""),
    ("manifold3d", "manifold3d", ""),
    ("fast_simplification", "fast-simplification", ""),
    ("dbos", "dbos", ""),
    ("obstore", "obstore", ""),
    ("embreex", "embreex", "ray tracing: slower previews and no ambient occlusion"),
    ("pynanoinstantmeshes", "pynanoinstantmeshes", "quad remeshing: quads are paired from triangles"),
    ("uvunwrap", "uvunwrap", "the fast UV unwrapper: xatlas or box charts instead"),
    ("xatlas", "xatlas", "the second UV unwrapper"),
    ("onnxruntime", "onnxruntime", "learned cut-outs by MAQUETTE_MATTING_MODEL"),
]


def _packages() -> list[Check]:
    found = []
    for module, distribution, loss in PACKAGES:
        remedy = "pip install 'maquette[matting]'" if module == "onnxruntime" else f"pip install {distribution}"
        try:
            importlib.import_module(module)
            found.append(Check(distribution, "ok", importlib.metadata.version(distribution)))
        except Exception as error:
            detail = f"not usable ({type(error).__name__})" + (f"; without it: no {loss}" if loss else "")
            found.append(Check(distribution, "optional" if loss else "broken", detail, remedy))
    return found


def _python() -> Check:
    version = platform.python_version()
    ok = sys.version_info >= (3, 11)
    return Check(
        "python",
        "ok" if ok else "broken",
        f"{version} on {platform.system()} {platform.machine()}",
        "" if ok else "install Python 3.11",
    )


def _validator(settings: Settings) -> Check:
    if find_validator() is not None:
        return Check("gltf-validator", "ok", "npm package found")
    return Check("gltf-validator", "optional", "`maquette inspect` cannot show the Khronos verdict", INSTALL)


def _data_dir(settings: Settings) -> Check:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".doctor-{os.getpid()}"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return Check(
            "data folder",
            "broken",
            f"{folder} cannot be written ({error.strerror})",
            "export MAQUETTE_DATA_DIR=/a/folder/of/yours",
        )
    free = shutil.disk_usage(folder).free / 1e9
    state = "ok" if free >= MIN_FREE_GB else "broken"
    return Check(
        "data folder",
        state,
        f"{folder}, {free:.1f} GB free",
        "" if state == "ok" else f"free {MIN_FREE_GB:.0f} GB, or set MAQUETTE_DATA_DIR",
    )


def _database(settings: Settings) -> Check:
    if settings.database_url is None:
        path = settings.data_dir / "maquette.db"
        try:
            if path.exists():
                with contextlib.closing(
                    sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)
                ) as file:
                    file.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.Error as error:
            return Check(
                "database",
                "broken",
                f"{path} cannot be read ({error})",
                f"restore it from a backup, or move {path} away",
            )
        return Check("database", "ok", f"SQLite {sqlite3.sqlite_version} in the data folder")
    import psycopg

    try:
        url = settings.database_url.replace("postgresql+psycopg://", "postgresql://")
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
        return Check("database", "ok", f"PostgreSQL {version // 10000}")
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        return Check(
            "database",
            "broken",
            f"PostgreSQL does not answer: {reason}",
            "check MAQUETTE_DATABASE_URL and that the server runs",
        )


def _storage(settings: Settings) -> Check:
    from maquette.storage.blobs import BlobStore

    where = settings.storage_url or "a folder in the data folder"
    try:
        store = BlobStore.open(settings)
        store.put("doctor/probe", b"x")
        store.delete("doctor/probe")
    except MaquetteError as error:
        return Check(
            "storage",
            "broken",
            f"{where}: {error.message}",
            "check MAQUETTE_STORAGE_URL, MAQUETTE_S3_ENDPOINT and AWS_*",
        )
    except OSError as error:
        return Check(
            "storage",
            "broken",
            f"{where} cannot be made ({error.strerror})",
            "export MAQUETTE_DATA_DIR=/a/folder/of/yours",
        )
    return Check("storage", "ok", where)


def _port(settings: Settings) -> Check:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            return Check(
                "port",
                "optional",
                f"{settings.host}:{settings.port} cannot be used now ({error.strerror})",
                f"maquette serve --port {settings.port + 1}",
            )
    return Check("port", "ok", f"{settings.host}:{settings.port} is free")


def _matting(settings: Settings) -> Check:
    model = settings.matting_model
    if model is None:
        return Check(
            "matting model",
            "optional",
            "none: GrabCut cuts objects out",
            "export MAQUETTE_MATTING_MODEL=/path/model.onnx",
        )
    state = "ok" if Path(model).is_file() else "broken"
    return Check(
        "matting model", state, str(model), "" if state == "ok" else "unset MAQUETTE_MATTING_MODEL, or correct the path"
    )


CHECKS: list[Callable[[Settings], Check]] = [_data_dir, _database, _storage, _port, _matting, _validator]


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if value is not None and name in ("secret", "trial_keys", "database_url", "language_model_key"):
        return "(set)" if value else "()"
    return str(value)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def doctor(as_json: bool) -> None:
    """Check this machine and print the settings. Exit status 1 if something that is needed is broken."""
    settings = load_settings()
    checks = [_python(), *_packages(), *(check(settings) for check in CHECKS)]
    broken = [c for c in checks if c.state == "broken"]
    values = {name: _shown(settings, name) for name in Settings.model_fields}
    if as_json:
        click.echo(
            json.dumps(
                {"version": __version__, "ok": not broken, "checks": [asdict(c) for c in checks], "settings": values}
            )
        )
    else:
        marks = {"ok": "ok      ", "optional": "optional", "broken": "BROKEN  "}
        click.echo(f"Maquette {__version__}, {os.cpu_count()} cores\n")
        for c in checks:
            click.echo(
                f"{marks[c.state]}  {c.name:<24} {c.detail}"
                + (f"\n{'':10}{'':24} -> {c.remedy}" if c.remedy and c.state != "ok" else "")
            )
        click.echo("\nSettings (environment, then maquette.toml, then defaults):")
        for name, value in values.items():
            origin = " (environment)" if os.environ.get(PREFIX + name.upper()) else ""
            click.echo(f"  MAQUETTE_{name.upper():<18} {value}{origin}")
    if broken:
        names = ", ".join(c.name for c in broken)
        click.echo(f"maquette: broken here: {names}. Run the commands beside '->'.", err=True)
        raise click.exceptions.Exit(1)
