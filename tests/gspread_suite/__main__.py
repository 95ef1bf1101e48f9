"""``python -m tests.gspread_suite --repository DIR``: both measures of the server, by name."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.gspread_suite.live import LiveRun, run
from tests.gspread_suite.replay import Compared, replay

COMMIT = "5e2b628"
SOURCE = "https://github.com/burnash/gspread"
ENOUGH_PASSED = 110
ENOUGH_EQUAL = 0.95


def main() -> int:
    options = _parser().parse_args()
    repository: Path = options.repository
    if not (repository / "tests" / "cassettes").is_dir():
        _clone(repository)
    sound = True
    if "replay" in options.what:
        sound &= _tell_replay(list(replay(repository / "tests" / "cassettes")), differences=options.differences)
    if "live" in options.what:
        sound &= _tell_live(run(repository, options.only))
    return 0 if sound or options.only else 1


def _clone(repository: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", SOURCE, str(repository)], check=True)
    subprocess.run(["git", "-C", str(repository), "checkout", "--quiet", COMMIT], check=True)


def _tell_live(told: LiveRun) -> bool:
    http = [outcome for outcome in told.outcomes if outcome.http]
    passed = sum(outcome.passed for outcome in http)
    for outcome in told.outcomes:
        if not outcome.passed:
            print(f"FAILED  {outcome.test}\n        {outcome.why}")
    for fault in told.own_faults:
        print(f"OWN FAULT  {fault}")
    print(f"live: {passed} of {len(http)} tests that talk HTTP pass, with {told.requests} requests")
    return passed >= ENOUGH_PASSED and not told.own_faults


def _tell_replay(answers: list[Compared], *, differences: int) -> bool:
    for answer in [each for each in answers if each.difference][:differences]:
        print(f"DIFFERS {answer.cassette}[{answer.number}] {answer.kind} {' '.join(answer.parts)}")
        print(f"        {answer.difference}")
    _table("request", [(each.kind, each) for each in answers])
    _table("inside batchUpdate", [(part, each) for each in answers for part in each.parts])
    equal = sum(not each.difference for each in answers)
    print(f"replay: {equal} of {len(answers)} whole answers are equal ({equal / len(answers):.1%})")
    return equal / len(answers) >= ENOUGH_EQUAL


def _table(title: str, rows: list[tuple[str, Compared]]) -> None:
    of: Counter[str] = Counter()
    equal: defaultdict[str, int] = defaultdict(int)
    for kind, answer in rows:
        of[kind] += 1
        equal[kind] += not answer.difference
    print(f"{title:<44}equal     of")
    for kind, count in sorted(of.items()):
        print(f"  {kind:<42}{equal[kind]:>5} {count:>6}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.gspread_suite", description=__doc__)
    parser.add_argument(
        "--repository", type=Path, required=True, help=f"a clone of {SOURCE} at {COMMIT}; made there if it is not"
    )
    parser.add_argument("--what", nargs="+", choices=("live", "replay"), default=["replay", "live"])
    parser.add_argument("--only", default="", help="live: only the tests whose names match, as for pytest -k")
    parser.add_argument("--differences", type=int, default=20, help="how many answers that differ are shown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
