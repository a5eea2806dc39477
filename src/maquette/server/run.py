"""`serve`: one command that migrates, starts the workers and the HTTP server, and ends all of them cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

import uvicorn

from maquette.dialects.dialect import Dialect
from maquette.errors import Unavailable
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.supervisor import Supervisor
from maquette.pipeline.runner import load_plan
from maquette.server.app import create_app, webhook_runner
from maquette.settings import Settings

KEEP_ALIVE_SECONDS = 75
"""Longer than any client's polling interval, so that polls reuse their connection."""
SWITCH_SECONDS = 0.0005
"""After this a thread that computes lets another one run. Python's own 5 ms are what the loop would wait for each time it comes back
from the network while an upload is hashed or a commit prepared, several times in one answer."""
SHUTDOWN_SECONDS = 10
"""How long answers and downloads under way may take after the signal to stop."""


def serve(
    settings: Settings,
    *,
    plan: str | None = None,
    dialects: Sequence[Dialect] | None = None,
    say: Callable[[str], None] = lambda line: print(line, flush=True),
) -> None:
    """Run until SIGINT or SIGTERM.

    Args:
        settings: `port` 0 takes a free one; `workers` 0 leaves the work to `maquette worker`.
        plan: module of the plan; default as `load_plan`.
        dialects: default: all that are installed.
        say: gets the lines for the user: the base URL, and on the first start of all the first key, once.

    Raises:
        Unavailable: the address is taken, or the database does not answer.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    with (
        contextlib.closing(listen(settings.host, settings.port)) as bound,
        asyncio.Runner(loop_factory=_loop_factory()) as runner,
    ):
        runner.run(_serve(settings, plan, dialects, say, bound))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The loop of uvloop, in C, where it is installed (not on Windows); None: the standard one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


async def _serve(
    settings: Settings,
    plan: str | None,
    dialects: Sequence[Dialect] | None,
    say: Callable[[str], None],
    bound: socket.socket,
) -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    service = await SqlJobService.open(settings, plan=load_plan(plan))
    try:
        settings = settings.model_copy(update={"secret": await service.secret()})
        app = create_app(settings, service, dialects=dialects)
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # uvicorn would believe X-Forwarded-* from 127.0.0.1; `trust_forwarded` decides instead
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        )
        server = _Server(config)
        supervisor = Supervisor(settings, plan=plan)
        supervisor.start()
        try:
            with _signals(server):
                await _announce(settings, service, say, bound)
                gc.collect()
                gc.freeze()  # modules and routes stay for good; a full collection that looks at them halts all answers for about 0.1 s
                async with webhook_runner(app, service):
                    await server.serve(sockets=[bound])
        finally:
            await asyncio.to_thread(supervisor.stop)
    finally:
        await service.close()


async def _announce(
    settings: Settings, service: SqlJobService, say: Callable[[str], None], bound: socket.socket
) -> None:
    url = settings.public_url or local_url(bound)
    say(f"Maquette listens on {url}")
    key = await service.first_key()
    if key:
        say(f"API key: {key}")
        say("It is shown only this once; `maquette keys create` makes more.")


class _Server(uvicorn.Server):
    """Leaves the signals to `_signals`: uvicorn raises them again at its end, which would kill this process before its workers stop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.contextmanager
def _signals(server: uvicorn.Server) -> Iterator[None]:
    """The first SIGINT or SIGTERM ends the server gently, a second SIGINT at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    both = (signal.SIGINT, signal.SIGTERM)
    for number in both:
        loop.add_signal_handler(number, server.handle_exit, number, None)
    try:
        yield
    finally:
        for number in both:
            loop.remove_signal_handler(number)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        Unavailable: the address is taken or is not one of this machine.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address, family=family, backlog=2048)
    except OSError as error:
        reason = error.strerror or "not possible"
        raise Unavailable(f"Cannot listen on {host} port {port}: {reason}. Choose another --host or --port.") from None


def local_url(bound: socket.socket) -> str:
    """The URL under which this machine reaches the socket; "any address" is shown as the loopback one."""
    host, port = bound.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
