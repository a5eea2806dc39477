"""`maquette serve` and `maquette worker`: the server with its workers, and workers alone for more machines."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from maquette.settings import load_settings


@click.command()
@click.option("--host", help="Address to listen on [default: 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on [default: 8470].")
@click.option(
    "--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of the database, files and secrets."
)
@click.option("--workers", type=click.IntRange(0, 64), help="Worker processes [default: 1].")
def serve(host: str | None, port: int | None, data_dir: Path | None, workers: int | None) -> None:
    """Serve the API and run jobs. Prints the base URL and, on the first start, an API key."""
    from maquette.server.run import serve as run

    run(load_settings(host=host, port=port, data_dir=data_dir, workers=workers))


@click.command()
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the database and files, if they are local.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Worker processes [default: 1].")
def worker(data_dir: Path | None, workers: int | None) -> None:
    """Run jobs of a server whose database and store this machine shares. Ends at Ctrl-C or SIGTERM."""
    from maquette.jobs.database import migrate
    from maquette.jobs.supervisor import Supervisor

    settings = load_settings(data_dir=data_dir, workers=workers)
    migrate(settings)  # fails here, with its remedy, if the database does not answer
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Supervisor(settings, workers=max(settings.workers, 1)):
        click.echo(f"{max(settings.workers, 1)} worker(s) started; Ctrl-C ends them.", err=True)
        stop.wait()
