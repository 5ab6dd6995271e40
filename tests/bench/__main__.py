"""Measure the line: its speed beside a yardstick in the same run, its memory, its start.

python -m tests.bench [--quick] [turns growth ...]
"""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # one core; before numpy

import argparse
import warnings

from tests.bench import growth, matching, reading, service, turns

BENCHES = {
    "turns": turns.bench,
    "growth": growth.bench,
    "reading": reading.bench,
    "service": service.bench,
    "matching": matching.bench,
}


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument(
        "benches", nargs="*", help=f"all of them, unless named: {', '.join(BENCHES)}"
    )
    asked.add_argument("--quick", action="store_true", help="rough figures, within a minute")
    wanted = asked.parse_args()
    if unknown := set(wanted.benches) - BENCHES.keys():
        asked.error(f"no bench {', '.join(sorted(unknown))}")
    # PTB expects to be run; here its applications are handed updates one by one.
    warnings.filterwarnings("ignore", module="telegram")
    print(f"{'':<46}{'measured':<52}aim")
    for name in wanted.benches or BENCHES:
        for row in BENCHES[name](wanted.quick):
            print(f"{row.name:<46}{row.figure:<52}{row.aim}".rstrip(), flush=True)


main()
