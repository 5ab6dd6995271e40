"""How a provider misbehaves, by chance and from a seed, so that a bad day can be had again."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

Chance = Annotated[float, Field(ge=0, le=1)]
Mishap = Literal["slow", "fail", "fail_after", "drop_after", "twice"]


class Misbehaviour(BaseModel):
    """The chance, 0 to 1, of each mishap; each may be set at any time.

    slow: it is done, and answered after `delay` seconds. fail: 500, and nothing was done.
    fail_after: it was done, and 500. drop_after: it was done, and the connection closes without
    the answer. twice: what is brought to the service is brought twice.
    """

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    seed: int = 0
    delay: Annotated[float, Field(ge=0, le=60)] = 0.5
    slow: Chance = 0.0
    fail: Chance = 0.0
    fail_after: Chance = 0.0
    drop_after: Chance = 0.0
    twice: Chance = 0.0
    _dice: Random = PrivateAttr()

    def model_post_init(self, _context: object, /) -> None:
        self._dice = Random(self.seed)  # noqa: S311 -- repeatable is the point

    def happens(self, mishap: Mishap) -> bool:
        chance: float = getattr(self, mishap)
        return chance > 0 and self._dice.random() < chance

    def become(self, wanted: "Misbehaviour") -> None:
        for name in type(self).model_fields:
            setattr(self, name, getattr(wanted, name))

    async def around(self, answer: Callable[[], Awaitable[Response]], broken: Response) -> Response:
        """What `answer` gives, or what becomes of it today."""
        if self.happens("fail"):
            return broken
        response = await answer()
        if self.happens("slow"):
            await asyncio.sleep(self.delay)
        if self.happens("fail_after"):
            return broken
        if self.happens("drop_after"):
            return HangUp()
        return response

    async def endpoint(self, request: Request) -> Response:
        """GET what is set; POST a JSON object of what to set."""
        if request.method == "POST":
            try:
                wanted = Misbehaviour.model_validate(self.model_dump() | await request.json())
            except (ValidationError, ValueError, TypeError) as error:
                return JSONResponse({"error": str(error)}, status_code=400)
            self.become(wanted)
        return JSONResponse(self.model_dump())


class HangUp(Response):
    """A response that breaks off: its head promises a body, and the server hangs up instead."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", b"application/json"), (b"content-length", b"2")],
            }
        )
