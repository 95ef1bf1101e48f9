"""``python -m tests.sim``: many seeds, one seed's story, or the table of ways."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.sim.judge import INVARIANTS
from tests.sim.naive import WAYS
from tests.sim.play import CALM, HOSTILE, Rates, ours, play
from tests.sim.verdict import Figures

PROFILES = {"dev": 40, "ci": 500, "deep": 20_000}
SEEDS = Path(__file__).with_name("seeds.txt")
CHUNK = 25


@dataclass
class Tally:
    """What many runs came to: their figures, and the seeds in which an invariant did not hold."""

    figures: Figures = field(default_factory=Figures)
    failed: dict[int, list[str]] = field(default_factory=dict)
    next_seed: int = 0

    def add(self, other: Tally) -> None:
        self.figures.add(other.figures)
        self.failed |= other.failed
        self.next_seed = max(self.next_seed, other.next_seed)


def played(seeds: Iterable[int]) -> Tally:
    """These seeds, one after the other."""
    tally = Tally()
    gc.collect()  # else what the runs before left behind would be kept for ever
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # what a run makes is thrown away whole; looking at it often costs a tenth
    for seed in seeds:
        try:
            verdict, _ = play(seed)
        except Exception as crash:  # noqa: BLE001 - a crash of the tool is a failing seed like any other
            tally.failed[seed] = [f"crash: {type(crash).__name__}: {crash}"]
        else:
            tally.figures.add(verdict.figures)
            if verdict.broken:
                tally.failed[seed] = list(dict.fromkeys(str(broken) for broken in verdict.broken))[:5]
        tally.next_seed = seed + 1
    return tally


def kept_seeds() -> list[int]:
    """Seeds that failed once; they are played for ever."""
    lines = SEEDS.read_text("utf-8").splitlines() if SEEDS.exists() else []
    return [int(line.split()[0]) for line in lines if line.strip() and not line.startswith("#")]


def story(seed: int) -> bool:
    """Tell what happens in one seed. Whether all invariants hold."""
    verdict, stage = play(seed, telling=True)
    for step, what in stage.world.story or ():
        print(f"{step:4}  {what}")
    print()
    for broken in verdict.broken:
        print(f"after step {broken.step}: {broken}")
    print("all invariants hold" if not verdict.broken else f"seed {seed} fails")
    return not verdict.broken


def figures_told(figures: Figures) -> str:
    lines = [
        ("runs", figures.runs),
        ("staff edits made", figures.edits),
        ("no longer visible", figures.invisible),
        ("unrecoverable", figures.unrecoverable),
        ("rows with somebody else's data", figures.contaminated),
        ("second pass that writes", figures.second_writes),
        ("runs without a fixpoint", figures.unfinished),
        ("duplicates left (caller, day, reason)", figures.duplicates),
        ("duplicate keys", figures.twice),
        ("batches applied", figures.batches),
        ("requests", figures.calls),
        ("requests that failed", figures.faults),
        ("tool's own values on another row for a while", figures.misplaced),
        ("desk cells covered for a while (rows moved that instant)", figures.covered),
        ("texts displaced by a move (typing stays at its place)", figures.displaced),
        ("… of these asked about by nobody", figures.unflagged),
        ("reminders", figures.reminders),
        ("reminders accepted twice", figures.reminded_twice),
        ("reminders held for a person", figures.held),
    ]
    return "\n".join(f"  {name:<55} {number:>12,}" for name, number in lines)


def many(start: int, count: int, workers: int, resume: Path | None) -> Tally:
    """Play seeds in parallel, with progress shown, kept in ``resume`` so that it may be interrupted."""
    total = Tally(next_seed=start)
    if resume and resume.exists():
        known = json.loads(resume.read_text("utf-8"))
        total = Tally(Figures(**known["figures"]), {int(s): w for s, w in known["failed"].items()}, known["next"])
    began, first = time.monotonic(), total.next_seed
    chunks = [range(s, min(s + CHUNK, start + count)) for s in range(first, start + count, CHUNK)]
    for tally in _in_order(chunks, workers):
        total.add(tally)
        done = total.next_seed - first
        rate = done / max(time.monotonic() - began, 0.001)
        left = (start + count - total.next_seed) / max(rate, 0.001)
        print(
            f"\r{total.next_seed - start:,} of {count:,} runs, {len(total.failed)} failing seeds, "
            f"{rate:.1f} runs/s, {left / 60:.0f} min left   ",
            end="",
            file=sys.stderr,
            flush=True,
        )
        if resume:
            kept = {"figures": asdict(total.figures), "failed": total.failed, "next": total.next_seed}
            part = resume.with_suffix(".part")
            part.write_text(json.dumps(kept), "utf-8")
            part.replace(resume)
    print(file=sys.stderr)
    return total


def _in_order(chunks: list[range], workers: int) -> Iterator[Tally]:
    if workers < 2:
        yield from map(played, chunks)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(played, chunks)


def table(start: int, count: int) -> None:
    """The ways of changing a sheet side by side, in the same world."""
    worlds: tuple[tuple[str, Rates], ...] = (("hostile", HOSTILE), ("calm, no faults", CALM))
    for name, rates in worlds:
        print(
            f"| {name} | staff edits | no longer visible | on a stranger's row | unrecoverable |\n|---|---|---|---|---|"
        )
        for way_name, way in {**WAYS, "**callbacksheet**": ours}.items():
            figures = Figures()
            for seed in range(start, start + count):
                figures.add(play(seed, way, rates)[0].figures)
            counts = (figures.invisible, figures.displaced, figures.unrecoverable)
            shares = " | ".join(f"{number} ({number / max(figures.edits, 1):.2%})" for number in counts)
            print(f"| {way_name} | {figures.edits:,} | {shares} |")
        print()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.sim", description=__doc__)
    parser.add_argument("--profile", choices=PROFILES, default="dev", help="how many seeds: " + str(PROFILES))
    parser.add_argument("--from", dest="start", type=int, default=0, metavar="SEED", help="the first seed")
    parser.add_argument("--runs", type=int, help="how many, in place of the profile's number")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--resume", type=Path, metavar="FILE", help="keep what is done here, and go on from there")
    parser.add_argument("--seed", type=int, help="tell the story of one seed")
    parser.add_argument("--table", action="store_true", help="our way beside the naive ways")
    parser.add_argument("--invariants", action="store_true", help="what is asserted")
    asked = parser.parse_args()
    if asked.invariants:
        print("\n".join(f"{name}: {what}" for name, what in INVARIANTS.items()))
        return 0
    if asked.seed is not None:
        return 0 if story(asked.seed) else 1
    count = asked.runs or PROFILES[asked.profile]
    if asked.table:
        table(asked.start, count)
        return 0
    tally = many(asked.start, count, asked.workers, asked.resume)
    print(figures_told(tally.figures))
    for seed, what in list(tally.failed.items())[:20]:
        print(f"seed {seed} fails: {what[0]}\n  python -m tests.sim --seed {seed}")
    if tally.failed:
        print(f"{len(tally.failed)} failing seeds: {' '.join(map(str, tally.failed))}")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
