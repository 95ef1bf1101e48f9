"""Lines for cron and systemd that start the tool here with this configuration, and its last sign of life."""

from __future__ import annotations

import re
import shlex
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.envelope import PENDING, Json
from callbacksheet.cli.page import Line, Page, Tone, Verbatim
from callbacksheet.cli.saying import distance_said, listed
from callbacksheet.core.heartbeat import Heartbeat, is_missed, last_heartbeat
from callbacksheet.core.hours import moment
from callbacksheet.core.model import Span
from callbacksheet.core.state import state_of
from callbacksheet.wiring import STATE_VARIABLE, name_of, sheet_of

if TYPE_CHECKING:
    from callbacksheet.config import Settings

TIDY_MINUTES = 5
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def lines_result(context: Context) -> Result:
    """What to paste where. Nothing is installed."""
    settings, words = context.settings, _words(context)
    crontab = list(_crontab(settings, context, words))
    units = _units(settings, context, words)
    text = "\n".join(("# For `crontab -e`:", *crontab, "", *_shown(units)))
    data: dict[str, Json] = {"crontab": crontab, "systemd": units, "command": words}
    return Result(data, (Verbatim(text),))


def _words(context: Context) -> list[str]:
    """How the tool is started here, whatever the folder it is started from."""
    beside = Path(sys.executable).with_name("callbacksheet")
    program = beside if beside.exists() else Path(sys.argv[0])
    return [str(program.absolute()), "--config", str(context.config_file.absolute())]


def _crontab(settings: Settings, context: Context, words: list[str]) -> Iterator[str]:
    """Remind each minute, tidy every few, and look at the end of each day; cron mails what goes wrong, and that."""
    if not any(person.notify for person in settings.people.values()):
        yield "# Nobody under [people] has an address (notify) yet, so reminders are told to cron alone, each minute."
    for name in _needed(settings):
        yield f"# {name}=...   an address is filled in from it; cron must have it"
    if state := context.environ.get(STATE_VARIABLE, ""):
        yield f"{STATE_VARIABLE}={state}"
    line = " ".join(map(shlex.quote, words)).replace("%", r"\%")
    yield f"* * * * * {line} remind --scheduled"
    yield f"*/{TIDY_MINUTES} * * * * {line} tidy >/dev/null 2>&1"
    for at, days in _closings(settings, context.now).items():
        numbers = ",".join(str((day + 1) % 7) for day in days)
        yield f"{at.minute} {at.hour} * * {numbers} {line} eod"


def _closings(settings: Settings, now: datetime) -> dict[datetime, list[int]]:
    """When the shop closes, on this machine's clock, and on which of its weekdays (0 is Monday)."""
    days: defaultdict[datetime, list[int]] = defaultdict(list)
    for ahead in range(7):
        on = now.date() + timedelta(days=ahead)
        spans: tuple[Span, ...] = settings.shop.hours.week[on.weekday()]
        if spans:
            local = moment(settings.shop.zone, on, spans[-1].end).astimezone()
            days[datetime(2000, 1, 1, local.hour, local.minute)].append(local.weekday())  # noqa: DTZ001 - a time of day
    return {at: sorted(set(on)) for at, on in sorted(days.items())}


def _needed(settings: Settings) -> list[str]:
    texts = (address.text for person in settings.people.values() for address in person.notify)
    return sorted({name for text in texts for name in _VARIABLE.findall(text)})


def _units(settings: Settings, context: Context, words: list[str]) -> dict[str, str]:
    """The same for systemd, by file name: one service that does everything, or a timer that reminds each minute."""
    line = " ".join(_escaped(word) for word in words)
    state = context.environ.get(STATE_VARIABLE, "")
    environment = f"Environment={_escaped(f'{STATE_VARIABLE}={state}')}\n" if state else ""
    environment += "".join(f"# Environment={name}=...\n" for name in _needed(settings))
    name = name_of(settings)
    service = f"[Unit]\nDescription=callbacksheet for {name}\n\n[Service]\n{environment}"
    wanted = "\n[Install]\nWantedBy=default.target\n"
    return {
        "callbacksheet.service": f"{service}ExecStart={line} run\nRestart=on-failure\nRestartSec=60\n{wanted}",
        "callbacksheet-remind.service": f"{service}Type=oneshot\nExecStart={line} remind --scheduled\n",
        "callbacksheet-remind.timer": f"[Unit]\nDescription=Remind from {name}\n\n[Timer]\nOnCalendar=*:*:00\n"
        "AccuracySec=1s\n\n[Install]\nWantedBy=timers.target\n",
        "callbacksheet-tidy.service": f"{service}Type=oneshot\nExecStart={line} tidy\n",
        "callbacksheet-tidy.timer": f"[Unit]\nDescription=Tidy {name}\n\n[Timer]\nOnCalendar=*:0/{TIDY_MINUTES}:30\n"
        "\n[Install]\nWantedBy=timers.target\n",
        "callbacksheet-eod.service": f"{service}Type=oneshot\nExecStart={line} eod\nSuccessExitStatus=3\n",
        "callbacksheet-eod.timer": f"[Unit]\nDescription=What is left of {name}\n\n[Timer]\n"
        f"{_calendar(settings)}\n[Install]\nWantedBy=timers.target\n",
    }


def _calendar(settings: Settings) -> str:
    """systemd knows zones, so these are the shop's own times."""
    shop = settings.shop
    ends = ((day, spans[-1].end) for day, spans in zip(_DAYS, shop.hours.week, strict=True) if spans)
    return "".join(
        f"OnCalendar={day} *-*-* {end % 1440 // 60:02}:{end % 60:02}:00 {shop.zone.key}\n" for day, end in ends
    )


def _escaped(word: str) -> str:
    """One word of a unit file."""
    word = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$").replace('"', '\\"')
    return f'"{word}"' if re.search(r"[\s'\"]", word) else word


def _shown(units: dict[str, str]) -> Iterator[str]:
    yield "# Or for systemd, in ~/.config/systemd/user/. The first does everything by itself:"
    yield "#   systemctl --user enable --now callbacksheet.service"
    yield "# The others do the same by timers; enable one or the other."
    for name, text in units.items():
        yield f"\n# {name}\n{text.rstrip()}"


def signs_result(context: Context) -> Result:
    """Whether the scheduled runs are at work, by the sign of life in the sheet."""
    snapshot = sheet_of(context.settings, look_only=True, pause=context.shell.pause).read()
    last = last_heartbeat(state_of(snapshot))
    runs = not is_missed(last, context.now)
    at = last.at.astimezone(context.settings.shop.zone) if last else None
    data: dict[str, Json] = {
        "running": runs,
        "last": at.isoformat() if at else None,
        "how": last.how if last else None,
        "machine": last.machine if last else None,
    }
    return Result(data, _sign_page(context, last, runs=runs), exit_code=0 if runs else PENDING)


def _sign_page(context: Context, last: Heartbeat | None, *, runs: bool) -> Page:
    if last is None:
        said = "Nothing has ever run by itself for this sheet: there is no sign of life in it."
        return (Line(said, Tone.BAD), Line("`callbacksheet cron` prints what to install.", Tone.QUIET))
    started = "`callbacksheet run`" if last.how == "run" else "cron or a timer"
    at = last.at.astimezone(context.settings.shop.zone)
    when = f"{distance_said(at, context.now)} by {started} on {last.machine}"
    if runs:
        return (Line(f"It runs: last at work {when}.", Tone.GOOD),)
    hint = listed(["that the machine is on", "that cron or the service is started", "what they last said"])
    return (Line(f"It does not run any more: last at work {when}.", Tone.BAD), Line(f"Look {hint}."))
