"""``blocks``: the fixed times for calling back, as a list and as a calendar that others can read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.cli.folder import Folder, folder

BLOCKS = """
[blocks]
times = ["11:30-12:00", "15:00-15:30"]
[hours]
mon = ["09:00-18:00"]
tue = ["09:00-18:00"]
fri = ["09:00-18:00"]
closed = ["2026-05-12", "2026-12-25"]
open = ["2026-05-13"]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    made = folder(tmp_path)
    config = made.path / "callbacksheet.toml"
    config.write_text(config.read_text(encoding="utf-8") + BLOCKS, encoding="utf-8")
    return made


def test_the_blocks_of_a_week_leave_out_closed_days_and_what_has_passed(desk: Folder) -> None:
    told = desk.json("blocks", at="12:00")["blocks"]
    assert [block["start"][5:16] for block in told] == [
        "05-08T15:00",
        "05-11T11:30",
        "05-11T15:00",
        "05-13T11:30",
        "05-13T15:00",
    ]


def test_a_block_tells_how_much_falls_due_in_it(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    desk.say("schedule", "dana", "15:10")
    assert desk.json("blocks", at="12:00")["blocks"][0]["due"] == 1


def events(desk: Folder, at: str = "12:00") -> list[object]:
    return list(Calendar.from_ical(desk.say("blocks", "--ics", at=at).out).walk("VEVENT"))


def test_the_calendar_repeats_on_open_weekdays_with_an_alarm(desk: Folder) -> None:
    first, second = (event for event in events(desk) if "RRULE" in event)  # type: ignore[operator]
    assert first["RRULE"]["BYDAY"] == ["MO", "TU", "FR"]  # type: ignore[index]
    start = first["DTSTART"].dt  # type: ignore[index]
    assert (start.hour, start.minute, start.tzinfo.key) == (11, 30, "America/New_York")
    [alarm] = first.walk("VALARM")  # type: ignore[attr-defined]
    assert alarm["TRIGGER"].dt == timedelta(minutes=-5)
    assert first["UID"] != second["UID"]  # type: ignore[index]


def test_closed_days_are_exceptions_and_days_opened_specially_are_in(desk: Folder) -> None:
    text = desk.say("blocks", "--ics").out
    assert "EXDATE;TZID=America/New_York:20260512T113000" in text.replace("\r\n ", "")
    assert "20261225T113000" in text.replace("\r\n ", "")
    specially = [event for event in events(desk) if "RRULE" not in event]  # type: ignore[operator]
    assert [event["DTSTART"].dt.isoformat() for event in specially] == [  # type: ignore[index]
        "2026-05-13T11:30:00-04:00",
        "2026-05-13T15:00:00-04:00",
    ]


def test_the_same_block_keeps_its_identity(desk: Folder) -> None:
    today = {event["UID"] for event in events(desk) if "RRULE" in event}  # type: ignore[index, operator]
    later = {event["UID"] for event in events(desk, "2026-06-01T10:00")}  # type: ignore[index]
    assert (len(today), today == later) == (2, True)


@pytest.mark.parametrize(
    "zone",
    ["America/New_York", "Europe/Kyiv", "Australia/Sydney", "Asia/Jakarta", "America/Santiago", "Asia/Jerusalem"],
)
def test_the_zone_comes_with_the_calendar_and_its_clock_changes_are_right(desk: Folder, zone: str) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("America/New_York", zone), encoding="utf-8")
    [told] = Calendar.from_ical(desk.say("blocks", "--ics").out).walk("VTIMEZONE")
    there = told.to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment.year < 2031:
        assert moment.astimezone(there).utcoffset() == moment.astimezone(ZoneInfo(zone)).utcoffset(), moment
        moment += timedelta(hours=7)


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("America/New_York", {"BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=11"}),
        ("Europe/Kyiv", {"BYDAY=-1SU;BYMONTH=3", "BYDAY=-1SU;BYMONTH=10"}),
    ],
)
def test_clock_changes_are_told_as_rules_since_outlook_reads_no_lists_of_dates(
    desk: Folder, zone: str, rules: set[str]
) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("America/New_York", zone), encoding="utf-8")
    [told] = Calendar.from_ical(desk.say("blocks", "--ics").out).walk("VTIMEZONE")
    assert {part["RRULE"].to_ical().decode() for part in told.subcomponents} == {  # type: ignore[union-attr]
        f"FREQ=YEARLY;{rule}" for rule in rules
    }
    assert all("RDATE" not in part for part in told.subcomponents)


def test_a_day_has_only_the_blocks_that_its_hours_meet(desk: Folder) -> None:
    config = desk.path / "callbacksheet.toml"
    short = config.read_text(encoding="utf-8").replace('mon = ["09:00-18:00"]', 'mon = ["09:00-13:00"]')
    config.write_text(short, encoding="utf-8")
    told = [block["start"][5:16] for block in desk.json("blocks", at="12:00")["blocks"]]
    assert [start for start in told if start.startswith("05-11")] == ["05-11T11:30"]
    morning, afternoon = (event for event in events(desk) if "RRULE" in event)  # type: ignore[operator]
    assert morning["RRULE"]["BYDAY"] == ["MO", "TU", "FR"]  # type: ignore[index]
    assert afternoon["RRULE"]["BYDAY"] == ["TU", "FR"]  # type: ignore[index]


def test_a_closed_day_past_the_coming_year_is_left_out_as_well(desk: Folder) -> None:
    config = desk.path / "callbacksheet.toml"
    later = config.read_text(encoding="utf-8").replace('"2026-12-25"]', '"2026-12-25", "2027-12-24"]')
    config.write_text(later, encoding="utf-8")
    assert "20271224T113000" in desk.say("blocks", "--ics").out


def test_the_text_is_as_the_standard_wants_it(desk: Folder) -> None:
    text = desk.say("blocks", "--ics").out
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_file_is_written_where_asked(desk: Folder) -> None:
    said = desk.say("blocks", "--ics", "--out", "blocks.ics")
    assert (said.exit_code, "2 blocks" in said.out) == (0, True)
    assert (desk.path / "blocks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert desk.say("blocks", "--ics", "--out", "no/such/place.ics").exit_code == 6


def test_without_blocks_it_says_where_they_are_set(tmp_path: Path) -> None:
    said = folder(tmp_path).say("blocks")
    assert said.exit_code == 6
    assert "[blocks]" in said.err
