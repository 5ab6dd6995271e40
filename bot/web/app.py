"""The web: webhooks, health and metrics."""

from collections.abc import Awaitable, Callable, Mapping

from fastapi import APIRouter, FastAPI, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.metrics import WAITING

Waiting = Callable[[], Awaitable[Mapping[str, int]]]
"""How many rows wait, by room."""

Ready = Callable[[], Awaitable[list[str]]]
"""What keeps the line from working, in words for an operator; nothing when it is ready."""


def make_app(ready: Ready, waiting: Waiting, *routers: APIRouter) -> FastAPI:
    """The application. Its own documentation pages are off: these routes are for machines."""
    app = FastAPI(title="Alongside", docs_url=None, redoc_url=None, openapi_url=None)
    for router in routers:
        app.include_router(router)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Alive: the process answers."""
        return {"status": "alive"}

    @app.get("/readyz")
    async def readyz(response: Response) -> dict[str, object]:
        """Ready: the database and the channels can be used."""
        problems = await ready()
        response.status_code = 503 if problems else 200
        return {"status": "not ready" if problems else "ready", "problems": problems}

    @app.get("/metrics")
    async def metrics() -> Response:
        for room, rows in (await waiting()).items():
            WAITING.labels(room).set(rows)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return app
