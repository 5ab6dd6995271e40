"""What the log tells of libraries and of errors: where and of what kind, never their words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
BEGIN = "from bot.logs import log_plainly; log_plainly()\nSAID = 'my heron ' + 'sings'\n"
TELLING = {
    "an error that nothing caught": "raise ValueError(SAID)",
    "an error with a cause": """
try:
    raise ValueError(SAID)
except ValueError as error:
    raise RuntimeError(SAID) from error""",
    "an error in a thread": """
import threading
def fails():
    raise ValueError(SAID)
thread = threading.Thread(target=fails, name=SAID)
thread.start()
thread.join()""",
    "a task whose error nobody asked for": """
import asyncio, gc
async def fails():
    raise ValueError(SAID)
async def main():
    asyncio.create_task(fails(), name=SAID)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
asyncio.run(main())""",
    "an error where none can be raised": """
class Brittle:
    def __del__(self):
        raise ValueError(SAID)
del [Brittle()][0]""",
    "a library's warning": "import warnings; warnings.warn(SAID)",
    "a library's error": """
import logging
for name in ('httpx', 'uvicorn.error', 'aiohttp.server', 'telegram.ext', 'alembic', 'apscheduler'):
    try:
        raise ValueError(SAID)
    except ValueError:
        logging.getLogger(name).exception('failed on %s', SAID)
        logging.getLogger(name).error(f'failed on {SAID}')""",
    "an error of our own": """
import structlog
structlog.get_logger().error('turn_failed', inbox=7, error='ValueError')""",
}


@pytest.mark.parametrize("what", TELLING)
def test_it_is_told_without_the_words(what: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BEGIN + TELLING[what]],
        cwd=HOUSE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in ran.stderr.splitlines()]
    assert lines, "it is told"
    assert "heron" not in ran.stderr + ran.stdout
    assert all(line["event"] and line["level"] for line in lines)
    if "error" in what:
        assert {line.get("error", "ValueError") for line in lines} <= {"ValueError", "RuntimeError"}


def test_what_libraries_only_mention_is_not_told() -> None:
    code = BEGIN + "import logging; logging.getLogger('httpx').info('POST /bot7:token/%s', SAID)"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
