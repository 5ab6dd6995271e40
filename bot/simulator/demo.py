"""`make demo`: the real service, the stand-ins for its providers, and the page of phones."""

import asyncio
import secrets
import shutil
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.routing import Mount
from typer import echo

from bot.simulator.clock import MovableClock
from bot.simulator.phones import PhonesPage
from bot.simulator.process import RUN, Service
from bot.simulator.serving import HOST, free_port
from bot.simulator.standins import StandIns

FIRST_PORT = 8000
LONDON = ZoneInfo("Europe/London")


class Demo:
    """Everything that the page shows. `folder` holds its data, which survive power cuts."""

    def __init__(self, folder: Path, port: int, command: Sequence[str] = RUN) -> None:
        self.clock = MovableClock(folder / "clock")
        service_port = free_port()
        self.standins = StandIns(f"http://{HOST}:{service_port}", port=port, now=self.clock.now)
        self.service = Service(
            folder,
            {
                **self.standins.environment,
                "DATABASE_URL": f"sqlite:///{folder / 'alongside.db'}",
                "SECRET_KEY": secrets.token_hex(32),
                "TIMEZONE": LONDON.key,
                "ALONGSIDE_CLOCK_FILE": str(self.clock.file),
                "ALONGSIDE_DEMO": "1",
            },
            port=service_port,
            command=command,
            on_change=self._service_changed,
        )
        self.page = PhonesPage(self.standins, self.service, self.clock)
        self.standins.routes.append(Mount("/", self.page.app))
        self.url = self.standins.url

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The page is up at once; the service is started and may take a moment to be ready."""
        self.clock.move_on(0)
        self.clock.skip_the_night(LONDON)
        async with self.standins:
            await self.service.start()
            ready = asyncio.create_task(self.service.wait_ready())
            try:
                yield
            finally:
                ready.cancel()
                await asyncio.gather(ready, return_exceptions=True)
                await self.page.close()
                await self.service.stop()

    def _service_changed(self) -> None:
        self.page.status_changed()
        if self.service.state in {"crashed", "broken"}:
            echo(f"The service stopped by itself. Its log ends:\n{self.service.last_words()}")
        if self.service.state == "crashed":
            self.page.revive()


def run_demo(port: int = FIRST_PORT) -> None:
    """Run it until Ctrl-C, on `port` or the next that is free."""
    port = free_port(port)
    folder = Path(".demo", str(port)).absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    asyncio.run(_until_interrupted(Demo(folder, port)))


async def _until_interrupted(demo: Demo) -> None:
    interrupted = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, interrupted.set)
    async with demo.running():
        echo(f"Open {demo.url} and meet Asha, Ben, Mo and Priya.")
        echo(f"The service runs at {demo.service.url}; its log is {demo.service.log}.")
        echo("Press Ctrl-C to stop.")
        await interrupted.wait()
        echo("\nStopping.")
