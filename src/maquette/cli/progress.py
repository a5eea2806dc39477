"""The stages of a run on a terminal."""

from __future__ import annotations

import sys

import click


class Progress:
    """One line per stage: redrawn on a terminal, printed once when it ends elsewhere. Standard error is left to warnings and errors."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._live = sys.stdout.isatty()

    def __call__(self, stage: str, fraction: float, seconds: float | None) -> None:
        if self._quiet:
            return
        if seconds is not None:
            note = "reused" if seconds == 0 else f"{seconds:.1f} s"
            click.echo(("\r" if self._live else "") + f"  {stage:<12} {note:<20}")
        elif self._live:
            bar = "#" * round(20 * fraction)
            click.echo(f"\r  {stage:<12} [{bar:<20}] {fraction:4.0%}", nl=False)
