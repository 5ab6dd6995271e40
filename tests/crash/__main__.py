"""`make crash`: kill the line at random moments under load, and count what is lost.

Nothing may be lost. A message may be delivered twice only on Telegram, where a bot can't look up
what it has sent; never by SMS.
"""

import argparse
import asyncio
import os
import secrets
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

from bot.simulator.misbehaviour import Misbehaviour
from tests.crash.load import Load
from tests.crash.reckoning import Reckoning, count_handled, reckon
from tests.line import Line
from tests.postgresql import own_database

BETWEEN_KILLS = (0.2, 4.0)  # seconds that the line is up
SETTLING = 240.0  # seconds, of which PostgreSQL's leases may take 60
A_BAD_DAY = {
    "slow": 0.1, "delay": 0.7, "fail": 0.04, "fail_after": 0.03, "drop_after": 0.03, "twice": 0.1,
}  # fmt: skip


async def crash(line: Line, kills: int, seed: int) -> Reckoning:
    dice = Random(seed)  # noqa: S311 -- repeatable is the point
    async with line.running():
        await line.begin_afresh()
        line.twilio.retry_inbound = False  # as Twilio is by default: the line looks for itself
        load = Load(line, seed)
        for number, simulator in enumerate((line.telegram, line.twilio)):
            simulator.misbehaviour.become(Misbehaviour(seed=seed + number, **A_BAD_DAY))
        load.start()
        for done in range(kills):
            # From the moment that it is at work again: a slow machine takes long to begin.
            handled = line.look(count_handled)
            await line.until(lambda db, before=handled: count_handled(db) > before, SETTLING)
            await asyncio.sleep(dice.uniform(*BETWEEN_KILLS))
            await line.cut_power()
            await line.power_on()
            print(f"{done + 1} of {kills} kills", end="\r", file=sys.stderr, flush=True)
        for simulator in (line.telegram, line.twilio):
            simulator.misbehaviour.become(Misbehaviour())
        stuck = await load.stop()
        try:
            await line.settles(SETTLING)
        except TimeoutError:
            stuck.append("it never settled")
        found = line.look(lambda db: reckon(db, load))
    found.faults[:0] = stuck
    return found


def tell(database: str, kills: int, seed: int, found: Reckoning) -> None:
    print(
        f"{database}, {kills} kills, seed {seed}\n"
        f"  messages in           {found.messages_in:6}\n"
        f"  handled exactly once  {found.handled_once:6}\n"
        f"  replies owed          {found.replies_owed:6}\n"
        f"  delivered             {found.delivered:6}\n"
        f"  delivered twice       {found.twice_on_telegram:6} on Telegram, "
        f"{found.twice_by_sms} by SMS\n"
        f"  doves seen            {found.doves_seen:6} of {found.doves_owed}\n"
        f"  lost                  {found.lost:6}"
    )
    for fault in found.faults[:20]:
        print(f"  ! {fault}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    server = os.environ.get("TEST_DATABASE_URL")
    if asked.database == "postgresql" and not server:
        parser.error("TEST_DATABASE_URL is not set")
    sound = True
    for database in ("sqlite", "postgresql"):
        if asked.database not in (database, "both"):
            continue
        if database == "postgresql" and not server:
            print("postgresql: skipped, for TEST_DATABASE_URL is not set")
            continue
        with ExitStack() as stack:
            folder = Path(tempfile.mkdtemp(prefix="alongside-crash-"))
            url = f"sqlite:///{folder / 'alongside.db'}"
            if database == "postgresql" and server:
                url = stack.enter_context(own_database(server))
            found = asyncio.run(crash(Line(folder, url), asked.kills, asked.seed))
        tell(database, asked.kills, asked.seed, found)
        if found.lost or found.twice_by_sms or found.faults:
            sound = False
            print(f"  what is left of it: {folder}")
        else:
            shutil.rmtree(folder)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
