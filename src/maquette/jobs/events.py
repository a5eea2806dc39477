"""`JobEvent`: news of a job for a client that waits, from whichever process the news came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maquette.jobs.job import Job


@dataclass(frozen=True)
class JobEvent:
    """One piece of news.

    Attributes:
        kind: "status" (also the first event, with the present state), "progress", or "end" (final; nothing follows).
        stage: name of the step that runs, "" for none.
        progress: of the whole job, in [0, 1].
        eta_seconds: until the end, from the history of step times and the queue; None: not known yet.
    """

    kind: Literal["status", "progress", "end"]
    job: Job
    stage: str
    progress: float
    eta_seconds: float | None
