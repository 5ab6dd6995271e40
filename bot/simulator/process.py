"""The service as a process of its own, which can lose its power and come back."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import httpx

from bot.simulator.serving import HOST, free_port

# Crashed: it ran, and ended by itself. Broken: it ended before it was ready, and would again.
State = Literal["cut", "starting", "running", "crashed", "broken"]

RUN = (sys.executable, "-m", "bot.cli", "run")
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH")
GRACE = 10.0


class Service:
    """One run of `alongside run` after another, at the same address and on the same data.

    It runs in `folder` with no settings but `environment`: neither this process's own nor a .env
    reach it. `log` gathers what it prints, and `kills` counts the power cuts.
    """

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        *,
        port: int = 0,
        command: Sequence[str] = RUN,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://{HOST}:{self.port}"
        self.log = folder / "service.log"
        self.kills = 0
        self.state: State = "cut"
        self._environment = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            "HOST": HOST,
            "PORT": str(self.port),
            **environment,
        }
        self._command = command
        self._on_change = on_change
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._started_at = 0.0

    async def start(self) -> None:
        """Start it, without waiting until it is ready."""
        self._started_at = asyncio.get_running_loop().time()
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                cwd=self.folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # In a group of its own, so that Ctrl-C reaches it through `stop` and no other way.
                start_new_session=True,
            )
        self._turn("starting")
        self._watch = asyncio.create_task(self._watch_for_a_crash(self._process))

    async def wait_ready(self, within: float = 30.0) -> float:
        """Seconds from start to a yes at /readyz; RuntimeError, with its last words, if never."""
        async with httpx.AsyncClient(trust_env=False) as client:
            loop = asyncio.get_running_loop()
            while loop.time() < self._started_at + within and self.alive:
                try:
                    answer = await client.get(f"{self.url}/readyz", timeout=1)
                except httpx.HTTPError:
                    pass
                else:
                    if answer.is_success:
                        self._turn("running")
                        return loop.time() - self._started_at
                await asyncio.sleep(0.02)
        raise RuntimeError(f"the service never was ready; it said last:\n{self.last_words()}")

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The running process's id, for measuring it."""
        return self._process.pid if self._process and self.alive else None

    async def kill(self) -> None:
        """A power cut: SIGKILL to the whole group, so that nothing can be put in order first."""
        self.kills += 1
        self._turn("cut")
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Ask it to stop, and wait until it has; after GRACE seconds it is killed."""
        self._turn("cut")
        try:
            async with asyncio.timeout(GRACE):
                await self._end(signal.SIGTERM)
        except TimeoutError:
            await self._end(signal.SIGKILL)

    def last_words(self, lines: int = 20) -> str:
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    async def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        if self.alive:
            os.killpg(self._process.pid, how)
        await self._process.wait()

    async def _watch_for_a_crash(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        if process is self._process and self.state != "cut":
            self._turn("crashed" if self.state == "running" else "broken")

    def _turn(self, state: State) -> None:
        self.state = state
        self._on_change()
