"""How long reading wishes takes: ``python benchmarks/bench_wish.py [FILE.jsonl ...]`` prints one line a figure.

Without a file 2,000 different wishes in thirteen languages are made up; a file's lines give others (``text``). Each
figure is the best of a few fresh processes, as processor and as clock time: a busy machine slows the clock more.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROWS = 2_000
RUNS = 5
DAYS = (
    "", "", "today", "tmrw", "tomorrow", "on Friday", "next Tuesday", "завтра", "в пятницу", "післязавтра",
    "у вівторок", "besok", "hari Jumat", "mañana", "el viernes", "morgen", "am Freitag", "demain", "vendredi", "domani",
    "venerdì", "amanhã", "na sexta", "jutro", "w piątek", "yarın", "cuma günü", "vrijdag", "imorgon", "3/6", "17.10.",
)  # fmt: skip
TIMES = (
    "after {}", "before {}", "at {}", "{}pm", "{}:30", "{}-{next} pm", "between {} and {next}", "после {}", "до {}:30",
    "після {}", "о {}:15", "jam {} sore", "setelah jam {}", "después de las {}", "a las {}", "nach {} Uhr", "ab {}",
    "après {}h", "dopo le {}", "depois das {}", "po {}", "saat {}", "na {} uur", "efter {}", "not before {}",
)  # fmt: skip
WORDS = ("", "", "", "please call", "she said", "dringend", "по возможности", "будь ласка", "tolong", "si puede", "svp")


def made_up(count: int) -> list[str]:
    """Different wishes as desks type them. The same for every run."""
    dice = random.Random(20261120)
    made: dict[str, None] = {}
    while len(made) < count:
        hour = dice.randrange(1, 12)
        clock = dice.choice(TIMES).format(hour, next=hour + 1)
        made[" ".join(filter(None, (dice.choice(WORDS), dice.choice(DAYS), clock)))] = None
    return list(made)


def texts_of(paths: list[str]) -> list[str]:
    lines = (line for path in paths for line in Path(path).read_text("utf-8").splitlines() if line.strip())
    given = list(dict.fromkeys(str(json.loads(line)["text"]) for line in lines))
    random.Random(20261120).shuffle(given)
    return given[:ROWS] or made_up(ROWS)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


def enter() -> None:
    import callbacksheet.core.wish  # noqa: F401 - this is what is measured


def reader() -> Callable[[str], object]:
    from zoneinfo import ZoneInfo

    from callbacksheet.core.shop import Shop
    from callbacksheet.core.wish import parse_wish

    shop = Shop(zone=ZoneInfo("America/New_York"))
    call = datetime(2026, 11, 18, 10, 15, tzinfo=shop.zone)
    return lambda text: parse_wish(text, call, call, shop)


def measure(paths: list[str]) -> dict[str, tuple[float, float]]:
    """All figures of one fresh process, in seconds: processor, clock."""
    texts = texts_of(paths)
    took = {"import": timed(enter)}
    read = reader()
    took["first wish"] = timed(lambda: read("after 5"))
    each = [timed(lambda text=text: read(text)) for text in texts]  # type: ignore[misc]
    whole = [sum(part) for part in zip(took["import"], took["first wish"], *each, strict=True)]
    took[f"{len(texts)} rows, cold"] = whole[0], whole[1]
    took["median"] = statistics.median(e[0] for e in each), statistics.median(e[1] for e in each)
    took["the same again"] = timed(lambda: [read(text) for text in texts])
    for length in (1_000, 10_000):
        took[f"{length} characters"] = timed(lambda length=length: read(("after 5 or завтра " * 600)[:length]))  # type: ignore[misc]
    return took


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(arguments[1:])))
        return
    command = [sys.executable, __file__, "--one", *arguments]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(RUNS)]
    for name in runs[0]:
        processor, clock = (min(run[name][which] for run in runs) * 1000 for which in (0, 1))
        print(f"{name:18} {processor:9.3f} ms of processor, {clock:9.3f} ms by the clock")


if __name__ == "__main__":
    main(sys.argv[1:])
