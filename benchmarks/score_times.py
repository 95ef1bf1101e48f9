"""Score files of phrases with expected windows: one line per language, and a line for texts that are no time.

    python benchmarks/score_times.py FILE.jsonl ... [--wrong] [--lang en]

Each line of a file is a JSON object with id, text, lang, reference_time (local), kind, start, end, ambiguous_ampm and
alts; kind "none" is a text that is no time. *Start right*: the predicted start lies inside the expected window
(moments within a minute). *Window right*: the end is right as well; of a part of the day at least half of the
predicted window lies inside the expected one. A moment and an open end have no end.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from callbacksheet.core.wish import Phrase, read_phrase

_MINUTE = timedelta(minutes=1)
_HALF_DAY = timedelta(hours=12)


@dataclass(slots=True)
class Row:
    """One phrase and the windows that count as right."""

    key: str
    text: str
    lang: str
    said: datetime
    kind: str
    source: str
    expected: list[tuple[datetime, datetime | None]]


@dataclass(slots=True)
class Score:
    """What became of the phrases of one language."""

    rows: int = 0
    start: int = 0
    window: int = 0
    sure: int = 0
    sure_start: int = 0
    sure_window: int = 0
    took: list[float] = field(default_factory=list)


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """Every row of every file."""
    return [_row(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def _row(given: dict[str, Any]) -> Row:
    windows = [(given["start"], given["end"]), *(given.get("alts") or [])] if given.get("start") else []
    expected = [(datetime.fromisoformat(s), _moment(e)) for s, e in windows]
    if given.get("ambiguous_ampm"):
        expected += [(s + shift, e and e + shift) for s, e in list(expected) for shift in (_HALF_DAY, -_HALF_DAY)]
    said = _moment(given.get("reference_time")) or datetime(2026, 11, 18, 10, 15)  # noqa: DTZ001 - local, as given
    lang, source = str(given.get("lang")), str(given.get("source"))
    return Row(str(given["id"]), str(given["text"]), lang, said, str(given.get("kind")), source, expected)


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def start_right(row: Row, got: Phrase) -> bool:
    """Inside any expected window; a moment within a minute."""
    return got.start is not None and any(_inside(got.start, s, e) for s, e in row.expected)


def _inside(at: datetime, start: datetime, end: datetime | None) -> bool:
    if end is None:
        return abs(at - start) <= _MINUTE
    return start <= at < end or abs(at - start) <= _MINUTE


def window_right(row: Row, got: Phrase) -> bool:
    """Start and end right; half of a part of the day inside."""
    if got.start is None:
        return False
    for start, end in row.expected:
        if not _inside(got.start, start, end):
            continue
        if row.kind == "daypart" and end is not None and got.end is not None:
            inside = min(end, got.end) - max(start, got.start)
            if inside * 2 >= got.end - got.start:
                return True
        elif end is None or got.end is None:
            if end is None and got.end is None:
                return True
            if end is None and row.kind == "daypart":
                return True
        elif abs(end - got.end) <= _MINUTE:
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what was read wrong")
    parser.add_argument("--lang", help="only this language")
    given = parser.parse_args()
    rows = [r for r in read_rows(given.files) if given.lang in (None, r.lang)]
    read_phrase("warm up", datetime(2026, 1, 1))  # noqa: DTZ001 - local
    scores = score(rows, show_wrong=given.wrong)
    report(scores)


def score(rows: list[Row], *, show_wrong: bool) -> dict[str, Score]:
    """Read every phrase once and count."""
    scores: dict[str, Score] = defaultdict(Score)
    for row in rows:
        begun = time.perf_counter()
        got = read_phrase(row.text, row.said)
        took = time.perf_counter() - begun
        if row.kind == "none":
            _count_refusal(scores["no time"], row, got, took, show_wrong=show_wrong)
            continue
        right, begins = window_right(row, got), start_right(row, got)
        for name in {row.lang, "all"} | ({"notes"} if row.source.startswith("attested") else set()):
            each = scores[name]
            each.rows += 1
            each.start += begins
            each.window += right
            each.sure += got.sure
            each.sure_start += got.sure and begins
            each.sure_window += got.sure and right
            each.took.append(took)
        if show_wrong and not right:
            how = "SURE" if got.sure else "    "
            print(f"{row.lang} {how} {row.text[:70]!r} {row.kind} want {_said(row)} got {got.start} {got.end}")
    return scores


def _count_refusal(each: Score, row: Row, got: Phrase, took: float, *, show_wrong: bool) -> None:
    each.rows += 1
    each.sure += got.sure and got.start is not None
    each.took.append(took)
    if show_wrong and got.sure:
        print(f"{row.lang} SURE {row.text[:70]!r} is no time, got {got.start} {got.end}")


def _said(row: Row) -> str:
    return " or ".join(f"{s}/{e}" for s, e in row.expected[:2])


def report(scores: dict[str, Score]) -> None:
    for name, each in sorted(scores.items()):
        median = statistics.median(each.took) * 1e6
        if name == "no time":
            print(f"{name:8} n {each.rows:5}  sure {each.sure / each.rows:6.1%}  median {median:4.0f} µs")
            continue
        sure = max(each.sure, 1)
        print(
            f"{name:8} n {each.rows:5}  start {each.start / each.rows:6.1%}  window {each.window / each.rows:6.1%}"
            f"  sure {each.sure / each.rows:6.1%}"
            f"  of the sure: start {each.sure_start / sure:6.1%}  window {each.sure_window / sure:6.1%}"
            f"  median {median:4.0f} µs"
        )


if __name__ == "__main__":
    main()
