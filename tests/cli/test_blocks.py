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
    first, second = events(desk)
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
    assert "RDATE;TZID=America/New_York:20260513T113000" in text.replace("\r\n ", "")


def test_the_same_block_keeps_its_identity(desk: Folder) -> None:
    today = {event["UID"] for event in events(desk)}  # type: ignore[index]
    later = {event["UID"] for event in events(desk, "2026-06-01T10:00")}  # type: ignore[index]
    assert today == later


def test_the_zone_comes_with_the_calendar_and_its_clock_changes_are_right(desk: Folder) -> None:
    calendar = Calendar.from_ical(desk.say("blocks", "--ics").out)
    [zone] = calendar.walk("VTIMEZONE")
    there = zone.to_tz()  # type: ignore[attr-defined]
    for moment in (datetime(2026, 7, 1, 12), datetime(2026, 12, 1, 12), datetime(2026, 11, 1, 12)):
        ours = moment.replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)
        assert moment.replace(tzinfo=there).astimezone(UTC) == ours


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
