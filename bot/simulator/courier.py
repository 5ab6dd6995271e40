"""Brings things to the service: in order for each key, different keys at the same time."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping

import httpx

Errand = Callable[[], Awaitable[None]]


class Courier:
    """Runs errands in the background, at most `abreast` of them at once.

    An errand that waits for a service that is down holds up its own key and, once all `abreast`
    are waiting, everyone: as the providers do.
    """

    def __init__(self, abreast: int = 40) -> None:
        self._places = asyncio.Semaphore(abreast)
        self._last: dict[Hashable, asyncio.Task[None]] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._client: httpx.AsyncClient | None = None

    def run(self, key: Hashable, errand: Errand) -> None:
        task = asyncio.create_task(self._after(self._last.get(key), errand))
        self._last[key] = task
        self._under_way.add(task)
        task.add_done_callback(lambda done: self._forget(key, done))

    def _forget(self, key: Hashable, done: asyncio.Task[None]) -> None:
        self._under_way.discard(done)
        if self._last.get(key) is done:
            del self._last[key]

    async def _after(self, before: asyncio.Task[None] | None, errand: Errand) -> None:
        if before is not None:
            await asyncio.wait([before])
        async with self._places:
            await errand()

    async def post(
        self,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> int | None:
        """The status of one POST, or None when nobody answered in 15 seconds."""
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=15, trust_env=False)
        try:
            response = await self._client.post(url, data=form, content=body, headers=headers)
        except httpx.HTTPError:
            return None
        return response.status_code

    async def close(self) -> None:
        errands = list(self._under_way)
        for task in errands:
            task.cancel()
        await asyncio.gather(*errands, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None
