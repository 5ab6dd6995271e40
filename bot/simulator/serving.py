"""Serving an app from inside this process, on a port that is free."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def free_port(first: int = 0) -> int:
    """The first free port from `first` up; 0 leaves the choice to the system."""
    while True:
        try:
            with listen(first) as taken:
                return int(taken.getsockname()[1])
        except OSError:
            first += 1
            if first > 65535:
                raise


def listen(port: int = 0) -> socket.socket:
    """A socket bound to `port` on this machine alone; OSError when it is taken."""
    # Named as TCP, for only then does asyncio turn off Nagle's delay: 40 ms an answer otherwise.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


@asynccontextmanager
async def serving(app: ASGIApp, port: int = 0) -> AsyncIterator[str]:
    """Serve `app` while the block runs, and give its base URL. Leaves signals alone."""
    listener = listen(port)
    config = uvicorn.Config(
        app, log_level="critical", lifespan="off", access_log=False, timeout_graceful_shutdown=1
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}"
    finally:
        await server.shutdown(sockets=[listener])
