"""What a configuration file may say, and the exact sentence and line for each thing it may not."""

# ruff: noqa: E501 - a refusal to a line is what makes the tables readable

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.config import (
    GooglePlace,
    Person,
    Settings,
    Sort,
    WorkbookPlace,
    find,
    load,
    read_settings,
)
from callbacksheet.config.lines import line_numbers
from callbacksheet.config.reference import SETTINGS
from callbacksheet.config.starter import Starter, render_new
from callbacksheet.core.message import Address
from callbacksheet.core.model import Language, Span
from callbacksheet.core.shop import WORKING_WEEK, DateOrder, RepeatCalls, Shift
from callbacksheet.errors import SetupError

TODAY = date(2026, 5, 8)
HOME = Path("/desk/callbacksheet.toml")

LEAST = """timezone = "America/New_York"
region = "US"
[sheet]
workbook = "callbacks.xlsx"
"""

WHOLE = """
timezone = "America/New_York"
region = "US"
date_order = "MDY"
language = "en"
operator = "MK"

on_call = "RT"
head = "OL"
promise_by = "10:00"
repeat_calls = "while-open"
sort = "triage"
response_minutes = 5
missed_call_cost = 19.50
dayparts = { afternoon = "13:00-18:00" }
contacts = [{ phone = "+1 415 555 0132", name = "Acme", owner = "DK" }]
blacklist = [{ phone = "415-555-0199", reason = "robocalls" }]

[sheet]
google = "https://docs.google.com/spreadsheets/d/1AbC-dEf_123/edit#gid=0"
tab = "Callbacks"
credentials = "keys/credentials.json"
endpoint = "http://127.0.0.1:8765"

[hours]
tue = ["09:00-12:00", "13:00-18:00"]
sat = ["10:00-24:00"]
closed = ["2025-12-25"]
open = [2026-07-04]

[blocks]
times = ["15:00-15:30", "11:30-12:00"]

[people.MK]
name = "Mary K"
notify = ["mailto://mk@example.com", "${MK_CHAT}", { to = "tgram://1:a/2", private = true }, "console:"]
[people.RT]
[people.OL]
[people.DK]
[people.JL]

[shifts]
tue = [{ from = "09:00", to = "14:00", owner = "MK", backup = "JL" }]

[reminders]
quiet = ["20:00-08:00"]
escalate_after = "1h30m"

[reasons]
book = ["blowout", "color"]

[attempts]
max = 4
within_days = 3
"""


ADDRESSES = (
    Address("mailto://mk@example.com"),
    Address("${MK_CHAT}"),
    Address("tgram://1:a/2", private=True),
    Address("console:"),
)


def settings_of(text: str) -> Settings:
    return read_settings(text, HOME, TODAY)


def problems_of(text: str) -> tuple[str, ...]:
    with pytest.raises(SetupError) as caught:
        settings_of(text)
    return caught.value.parts


def test_every_setting_of_a_whole_file_arrives() -> None:
    settings = settings_of(WHOLE)
    shop = settings.shop
    assert settings.warnings == ()
    assert settings.sheet == GooglePlace(
        "https://docs.google.com/spreadsheets/d/1AbC-dEf_123/edit#gid=0",
        "Callbacks",
        Path("/desk/keys/credentials.json"),
        "http://127.0.0.1:8765",
    )
    assert (settings.operator, settings.sort, settings.missed_call_cost) == (
        "MK",
        Sort.TRIAGE,
        Decimal("19.5"),
    )
    assert settings.people["MK"] == Person("Mary K", ADDRESSES)
    assert settings.reminders.quiet == (Span(0, 480), Span(1200, 1440))
    assert settings.reminders.escalate_after == timedelta(minutes=90)
    assert (shop.zone.key, shop.region, shop.date_order) == ("America/New_York", "US", DateOrder.MDY)
    assert (shop.language, shop.repeat_calls) == (Language.EN, RepeatCalls.WHILE_OPEN)
    assert (shop.on_call, shop.head, shop.promise_by) == ("RT", "OL", time(10))
    assert shop.hours.week[1] == (Span(540, 720), Span(780, 1080))
    assert shop.hours.week[0] == ()
    assert shop.hours.week[5] == (Span(600, 1440),)
    assert shop.hours.closed == {date(2025, 12, 25)}
    assert shop.hours.open == {date(2026, 7, 4)}
    assert shop.blocks == (Span(690, 720), Span(900, 930))
    assert shop.dayparts.afternoon == Span(780, 1080)
    assert shop.shifts[1] == (Shift(Span(540, 840), "MK", "JL"),)
    assert shop.reasons[0].aliases == ("blowout", "color")
    assert (shop.attempts_max, shop.attempts_within_days, shop.response_minutes) == (4, 3, 5)
    assert [(c.phone, c.name, c.owner) for c in shop.contacts] == [("+14155550132", "Acme", "DK")]
    assert [(b.phone, b.reason) for b in shop.blacklist] == [("+14155550199", "robocalls")]


def test_a_file_that_says_the_least_has_the_defaults() -> None:
    settings = settings_of(LEAST)
    assert settings.sheet == WorkbookPlace(Path("/desk/callbacks.xlsx"))
    assert settings.shop.hours.week == WORKING_WEEK
    assert settings.operator == ""
    assert settings.sort is Sort.QUIET
    assert settings.missed_call_cost is None


@pytest.mark.parametrize(
    ("region", "order"),
    [("US", "MDY"), ("PH", "MDY"), ("GB", "DMY"), ("UA", "DMY"), ("ID", "DMY"), ("JP", "YMD"), ("CN", "YMD")],
)
def test_the_region_tells_how_dates_are_written_when_the_file_does_not(region: str, order: str) -> None:
    settings = settings_of(LEAST.replace('"US"', f'"{region}"'))
    assert settings.shop.date_order.value == order


REFUSALS = [
    ('timezone = "America/New_Yrok"', 'timezone "America/New_Yrok" is not a time zone; did you mean "America/New_York"?'),
    ('timezone = "New York"', 'timezone "New York" is not a time zone; did you mean "America/New_York"?'),
    ('timezone = "europe/kiev"', 'timezone "europe/kiev" is not a time zone; did you mean "Europe/Kiev"?'),
    ('timezone = "Mars/Base"', 'timezone "Mars/Base" is not a time zone; write it like "America/New_York"'),
    ('timezone = "../../etc/passwd"', 'timezone "../../etc/passwd" is not a time zone; write it like "America/New_York"'),
    ("timezone = 5", "timezone must be text in quotes, not 5"),
    ('timezone = " "', "timezone is empty"),
    ('region = "XX"', 'region "XX" is not a country of phone numbers; write two letters, like "US"'),
    ('region = "UK"', 'region "UK" is not a country of phone numbers; did you mean "GB"?'),
    ('date_order = "MYD"', 'date_order "MYD" is none of "MDY", "DMY", "YMD"'),
    ('language = "fr"', 'language "fr" is none of "en", "uk", "ru", "id", "es"'),
    ('repeat_calls = "while_open"', 'repeat_calls "while_open" is none of "separate", "while-open"; did you mean "while-open"?'),
    ('sort = "quite"', 'sort "quite" is none of "quiet", "triage", "never"; did you mean "quiet"?'),
    ('promise_by = "25:00"', 'promise_by "25:00" is not a time of day; write it like "10:00"'),
    ('promise_by = "10"', 'promise_by "10" is not a time of day; write it like "10:00"'),
    ('promise_by = "24:00"', 'promise_by "24:00" is not a time of day; write it like "10:00"'),
    ("response_minutes = 0", "response_minutes 0 is not within 1 and 10080"),
    ("response_minutes = true", "response_minutes must be a whole number, not true"),
    ("response_minutes = 4.5", "response_minutes must be a whole number, not 4.5"),
    ("missed_call_cost = -1", "missed_call_cost -1 is not an amount of money"),
    ("missed_call_cost = nan", "missed_call_cost nan is not an amount of money"),
    ('missed_call_cost = "19"', 'missed_call_cost must be a number, not "19"'),
    ('dayparts = { afternoon = "18:00-13:00" }', 'dayparts.afternoon "18:00-13:00" ends before it begins; one that crosses midnight is written as two'),
    ('dayparts = { noon = "12:00-13:00" }', 'dayparts.noon is not a setting; known here: afternoon, evening, midday, morning, night'),
    ('contacts = [{ phone = "12", name = "Acme" }]', 'contacts[1].phone "12" is not a valid phone number in US'),
    ('contacts = [{ name = "Acme" }]', "contacts[1].phone is missing; it is text"),
    ("contacts = [{ phone = 4155550132 }]", "contacts[1].phone must be text in quotes, not 4155550132"),
    ('contacts = ["+14155550132"]', "contacts must be a list of tables, like [{ ... }], not a list"),
    ('blacklist = [{ phone = "+1 415 555 01" }]', 'blacklist[1].phone "+1 415 555 01" is not a valid phone number in US'),
    ('time_zone = "America/New_York"', 'time_zone is not a setting; did you mean "timezone"?'),
    ('tab = "Callbacks"', "tab is not a setting; it belongs under [sheet]"),
    ("colour = 1", "colour is not a setting"),
    ('hours = "09:00-18:00"', 'hours must be a table, like [hours], not "09:00-18:00"'),
    ('people = ["MK"]', "people must be a table, like [people.INITIALS], not a list"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sentence"), REFUSALS, ids=[line for line, _ in REFUSALS])
def test_a_wrong_setting_is_refused_with_its_line_and_a_sentence(line: str, sentence: str) -> None:
    name = line.split(" ")[0]
    rest = "".join(f"{kept}\n" for kept in LEAST.splitlines() if not kept.startswith(f"{name} "))
    assert problems_of(f"# a shop\n{line}\n{rest}") == (f"line 2: {sentence}",)


TABLE_REFUSALS = [
    ('[hours]\ntue = ["18:00-09:00"]', 'hours.tue[1] "18:00-09:00" ends before it begins; one that crosses midnight is written as two'),
    ('[hours]\ntue = ["09:00-09:00"]', 'hours.tue[1] "09:00-09:00" is empty: it ends when it begins'),
    ('[hours]\ntue = ["9-18"]', 'hours.tue[1] "9-18" is not a span of the day; write it like "09:00-18:00"'),
    ('[hours]\ntue = ["09:00-24:01"]', 'hours.tue[1] "09:00-24:01" is not a span of the day; write it like "09:00-18:00"'),
    ('[hours]\ntue = ["09:60-12:00"]', 'hours.tue[1] "09:60-12:00" is not a span of the day; write it like "09:00-18:00"'),
    ('[hours]\ntue = "09:00-18:00"', 'hours.tue must be a list in [ ], not "09:00-18:00"'),
    ('[hours]\ntue = ["13:00-18:00", "09:00-13:30"]', 'hours.tue[1] "13:00-18:00" overlaps "09:00-13:30"'),
    ('[hours]\ntuesday = ["09:00-18:00"]', 'hours.tuesday is not a setting; did you mean "tue"?'),
    ('[hours]\nmnday = ["09:00-18:00"]', "hours.mnday is not a setting; known here: closed, country, open, mon, tue, wed, thu, fri, sat, sun"),
    ('[hours]\nclosed = ["2026-02-30"]', 'hours.closed[1] "2026-02-30" is not a day of the calendar'),
    ('[hours]\nclosed = ["25.12.2026"]', 'hours.closed[1] "25.12.2026" is not a date; write it like "2026-12-25"'),
    ('[hours]\nclosed = [2026-12-25T10:00:00]', 'hours.closed[1] 2026-12-25 10:00:00 is not a date; write it like "2026-12-25"'),
    ('[hours]\ncountry = "Narnia"', 'hours.country "Narnia" is not a country whose public holidays are known; write two letters, like "US"'),
    ('[hours]\ncountry = "US-ZZ"', 'hours.country "US-ZZ": no public holidays are known for that part of US'),
    ('[blocks]\ntimes = ["11:30-12:00", "11:45-12:15"]', 'blocks.times[2] "11:45-12:15" overlaps "11:30-12:00"'),
    ('[people.MK]\nnotify = ["mk@example.com"]', 'people.MK.notify[1] "mk@example.com" is not an address to notify; write it like "mailto://..." or "${NAME}"'),
    ('[people.MK]\nnotify = ["mailto:mk:secret@example.com"]', 'people.MK.notify[1] is not an address to notify; write it like "mailto://..." or "${NAME}"'),
    ('[people.MK]\nnotify = [7]', "people.MK.notify[1] must be text in quotes, not 7"),
    ('[people.MK]\nnotify = [{ private = true }]', 'people.MK.notify[1] needs an address, like { to = "mailto://...", private = true }'),
    ('[people.MK]\nnotify = [{ to = "ntfy://x", privat = true }]', 'people.MK.notify[1] has "privat", which is none of to, private; did you mean "private"?'),
    ('[people.MK]\nnotify = [{ to = "ntfy://x", private = "yes" }]', "people.MK.notify[1] is private = true or false"),
    ('[people.MK]\nnotify = ["ntfy://x", { to = "ntfy://x", private = true }]', "people.MK.notify[2] is the same address as one before it"),
    ('[people.MK]\nnotiffy = []', 'people.MK.notiffy is not a setting; did you mean "notify"?'),
    ('[people]\nMK = "Mary"', 'people.MK must be a table, like [people.MK], not "Mary"'),
    ('[shifts]\ntue = [{ from = "14:00", to = "09:00", owner = "MK" }]', "shifts.tue[1] ends before it begins; one that crosses midnight is written as two"),
    ('[shifts]\ntue = [{ from = "9", to = "14:00", owner = "MK" }]', 'shifts.tue[1].from "9" is not a time of day; write it like "09:00"'),
    ('[shifts]\ntue = [{ from = "09:00", to = "14:00" }]', "shifts.tue[1].owner is missing; it is text"),
    ('[shifts]\nmoon = []', 'shifts.moon is not a setting; did you mean "mon"?'),
    ('[reminders]\nquiet = ["20-8"]', 'reminders.quiet[1] "20-8" is not a span of the day; write it like "09:00-18:00"'),
    ('[reminders]\nescalate_after = "soon"', 'reminders.escalate_after "soon" is not a length of time; write it like "15m", "2h" or "never"'),
    ('[reminders]\nescalate_after = "0m"', 'reminders.escalate_after "0m" is not a length of time; write it like "15m", "2h" or "never"'),
    ("[reasons]\nbook = [7]", "reasons.book[1] must be text in quotes, not 7"),
    ("[attempts]\nmax = 0", "attempts.max 0 is not within 1 and 20"),
    ("[atempts]\nmax = 3", 'atempts is not a setting; did you mean "attempts"?'),
]  # fmt: skip


@pytest.mark.parametrize(("table", "sentence"), TABLE_REFUSALS, ids=[table for table, _ in TABLE_REFUSALS])
def test_a_wrong_table_is_refused_with_its_line_and_a_sentence(table: str, sentence: str) -> None:
    line = 5 if sentence.startswith(table[1 : table.index("]")] + " is not a setting") else 6
    assert problems_of(LEAST + table) == (f"line {line}: {sentence}",)


SHEET_REFUSALS = [
    ("", 'sheet names no sheet; add workbook = "callbacks.xlsx" or google = "https://..." under [sheet]', 0),
    ("[sheet]", 'sheet names no sheet; add workbook = "callbacks.xlsx" or google = "https://..." under [sheet]', 2),
    ('[sheet]\nworkbook = "a.xlsx"\ngoogle = "https://docs.google.com/spreadsheets/d/1"', "sheet.google and sheet.workbook are both set; keep one of them", 4),
    ('[sheet]\ngoogle = "https://evil.example/spreadsheets/d/1"', 'sheet.google "https://evil.example/spreadsheets/d/1" is not the address of a Google spreadsheet; copy it from the browser, it begins with https://docs.google.com/spreadsheets/d/', 3),
    ('[sheet]\nworkbook = "a.xlsx"\nendpoint = "http://example.com"', 'sheet.endpoint "http://example.com" must be https, or http on this machine (127.0.0.1)', 4),
    ('[sheet]\nworkbook = "a.xlsx"\nendpoint = "http://127.0.0.1.evil.example"', 'sheet.endpoint "http://127.0.0.1.evil.example" must be https, or http on this machine (127.0.0.1)', 4),
    ('[sheet]\nworkbook = "a.xlsx"\nendpoint = "http://localhost@evil.example"', 'sheet.endpoint "http://localhost@evil.example" must be https, or http on this machine (127.0.0.1)', 4),
    ('[sheet]\nworkbook = "a.xlsx"\nendpoint = "http://127.0.0.1:99999"', 'sheet.endpoint "http://127.0.0.1:99999" is not an address', 4),
]  # fmt: skip


@pytest.mark.parametrize(("table", "sentence", "line"), SHEET_REFUSALS)
def test_a_sheet_that_cannot_be_meant_is_refused(table: str, sentence: str, line: int) -> None:
    told = problems_of(f'timezone = "Europe/Kyiv"\n{table}')
    assert told == (f"line {line}: {sentence}" if line else sentence,)


@pytest.mark.parametrize("endpoint", ["https://sheets.example.com/", "http://[::1]:8765", "http://localhost:1"])
def test_an_endpoint_is_https_or_this_machine(endpoint: str) -> None:
    text = (
        LEAST.replace("workbook", "#") + f'google = "https://docs.google.com/spreadsheets/d/1"\nendpoint = "{endpoint}"'
    )
    place = settings_of(text).sheet
    assert isinstance(place, GooglePlace)
    assert place.endpoint == endpoint.rstrip("/")


def test_a_time_zone_must_be_named() -> None:
    assert problems_of('[sheet]\nworkbook = "a.xlsx"') == (
        'timezone is missing; it is a time zone, like "America/New_York"',
    )


def test_all_problems_are_told_together_in_the_order_of_their_lines() -> None:
    text = """timezone = "Mars/Base"
regoin = "US"
[sheet]
workbook = "callbacks.xlsx"
[hours]
mon = ["09:00-18:00"]
tue = [
  "09:00-12:00",
  "18:00-13:00",
]
"""
    with pytest.raises(SetupError) as caught:
        settings_of(text)
    assert str(caught.value) == (
        "/desk/callbacksheet.toml has 3 problems; nothing else was read or changed:\n"
        '  line 1: timezone "Mars/Base" is not a time zone; write it like "America/New_York"\n'
        '  line 2: regoin is not a setting; did you mean "region"?\n'
        '  line 9: hours.tue[2] "18:00-13:00" ends before it begins; one that crosses midnight is written as two'
    )
    assert caught.value.next == "Correct the file and run again; docs/settings.md describes every setting."
    assert caught.value.exit_code == 6


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a = 1\ntimezone = "x\n', "line 2: this is not TOML: Illegal character '\\n' (column 14)"),
        (
            "a = 1\n\ntimezone\n",
            "line 3: this is not TOML: Expected '=' after a key in a key/value pair (column 9)",
        ),
        ("a = 1\na = 2\n", "line 2: this is not TOML: Cannot overwrite a value (column 6)"),
        ("a = [1,\n2\n\n", "line 2: this is not TOML: Unclosed array"),
    ],
)
def test_a_slip_of_syntax_is_told_with_its_line(text: str, told: str) -> None:
    assert problems_of(text) == (told,)


def test_a_phrase_cannot_mean_two_reasons() -> None:
    text = LEAST + '[reasons]\nbook = ["Cut"]\nother = ["color",\n  "cut!"]\n'
    assert problems_of(text) == ('line 8: reasons.other[2] "cut!" already means book',)


def test_a_day_cannot_be_both_open_and_closed() -> None:
    text = LEAST + '[hours]\nclosed = ["2026-12-25"]\nopen = ["2026-12-25"]\n'
    assert problems_of(text) == ('line 7: hours.open[1] "2026-12-25" is in hours.closed too',)


def test_a_shop_that_never_opens_is_refused() -> None:
    assert problems_of(LEAST + "[hours]\nmon = []\n") == ("line 5: hours leaves no day on which the shop is open",)


def test_a_misspelt_required_name_is_told_as_both_unknown_and_missing() -> None:
    text = LEAST.replace("[sheet]", 'blacklist = [{ number = "+14155550199", reason = "x" }]\n[sheet]')
    assert problems_of(text) == (
        "line 3: blacklist[1].number is not a setting; known here: phone, reason",
        "line 3: blacklist[1].phone is missing; it is text",
    )


def test_doubtful_things_are_warnings_and_do_not_stop_a_run() -> None:
    text = """timezone = "America/New_York"
operator = "MKK"
head = "OL"
blacklist = [
  { phone = "+14155550199" },
  { phone = "+14155550198", reason = "" },
]
[sheet]
workbook = "callbacks.xlsx"
[people.MK]
[shifts]
tue = [{ from = "09:00", to = "14:00", owner = "MK", backup = "XX" }]
"""
    settings = settings_of(text)
    assert [str(warning) for warning in settings.warnings] == [
        'region is not set; numbers without a country code are read as "US"',
        'line 2: operator "MKK" is not in [people]; did you mean "MK"?',
        'line 3: head "OL" is not in [people]',
        "line 5: blacklist[1] has no reason, so it is not obeyed",
        "line 6: blacklist[2] has no reason, so it is not obeyed",
        'line 12: shifts.tue[1].backup "XX" is not in [people]',
    ]
    assert [entry.reason for entry in settings.shop.blacklist] == ["", ""]


def test_public_holidays_close_the_shop_unless_it_says_otherwise() -> None:
    text = LEAST + '[hours]\nfri = ["10:00-16:00"]\ncountry = "US"\nopen = ["2026-12-25"]\n'
    hours = settings_of(text).shop.hours
    assert date(2026, 7, 3) in hours.holidays
    assert hours.spans(date(2026, 7, 3)) == ()
    assert hours.spans(date(2026, 12, 25)) == (Span(600, 960),)
    assert {day.year for day in hours.holidays} >= {2025, 2026, 2027, 2028}


def test_an_open_day_on_a_closed_weekday_has_the_hours_of_the_first_weekday_that_is_open() -> None:
    text = LEAST + '[hours]\nwed = ["10:00-16:00"]\nopen = ["2026-05-10"]\n'
    assert settings_of(text).shop.hours.spans(date(2026, 5, 10)) == (Span(600, 960),)


def test_a_home_folder_and_an_absolute_path_are_taken_as_they_are() -> None:
    at_home = settings_of(LEAST.replace("callbacks.xlsx", "~/callbacks.xlsx")).sheet
    assert at_home == WorkbookPlace(Path.home() / "callbacks.xlsx")
    absolute = settings_of(LEAST.replace("callbacks.xlsx", "/srv/callbacks.xlsx")).sheet
    assert absolute == WorkbookPlace(Path("/srv/callbacks.xlsx"))


def test_oauth_needs_no_key_file() -> None:
    text = 'timezone = "UTC"\n[sheet]\ngoogle = "https://docs.google.com/spreadsheets/d/1"\ncredentials = "oauth"\n'
    assert settings_of(text).sheet == GooglePlace("https://docs.google.com/spreadsheets/d/1", "", None)


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "callbacksheet.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert load(path, TODAY).sheet == WorkbookPlace(tmp_path / "callbacks.xlsx")


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "callbacksheet.toml"
    path.write_bytes(LEAST.encode() + b"# caf\xe9\n")
    with pytest.raises(SetupError, match=r"line 5: this is not UTF-8 text\.$"):
        load(path, TODAY)


def test_a_folder_is_not_a_configuration(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"is a folder\.$") as caught:
        load(tmp_path, TODAY)
    assert caught.value.next == f"Name the file in it: --config {tmp_path / 'callbacksheet.toml'}"


class TestFinding:
    def test_a_named_file_wins_over_all_others(self, tmp_path: Path) -> None:
        for name in ("named.toml", "variable.toml", "callbacksheet.toml"):
            (tmp_path / name).write_text(LEAST)
        environ = {"CALLBACKSHEET_CONFIG": "variable.toml"}
        assert find(Path("named.toml"), environ, tmp_path) == tmp_path / "named.toml"
        assert find(None, environ, tmp_path) == tmp_path / "variable.toml"
        assert find(None, {"CALLBACKSHEET_CONFIG": " "}, tmp_path) == tmp_path / "callbacksheet.toml"

    def test_a_named_folder_means_the_file_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "callbacksheet.toml").write_text(LEAST)
        assert find(tmp_path, {}, Path.cwd()) == tmp_path / "callbacksheet.toml"

    @pytest.mark.parametrize("environ", [{}, {"CALLBACKSHEET_CONFIG": "gone.toml"}])
    def test_a_named_file_that_is_gone_is_not_passed_over(self, tmp_path: Path, environ: dict[str, str]) -> None:
        (tmp_path / "callbacksheet.toml").write_text(LEAST)
        explicit = None if environ else Path("gone.toml")
        with pytest.raises(SetupError, match=r"names gone\.toml, but there is no such file\.") as caught:
            find(explicit, environ, tmp_path)
        assert "callbacksheet init" in caught.value.next

    def test_without_any_the_next_step_is_init_or_demo(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))  # platformdirs reads it
        monkeypatch.setenv("HOME", str(tmp_path))
        with pytest.raises(SetupError, match=r"^There is no configuration: neither ") as caught:
            find(None, {}, tmp_path)
        assert "`callbacksheet init`" in caught.value.next
        assert "`callbacksheet demo`" in caught.value.next


@pytest.mark.parametrize(
    "starter",
    [
        Starter("America/New_York", "US", workbook="callbacks.xlsx"),
        Starter("Europe/Kyiv", "UA", workbook='C:\\Мої "дзвінки".xlsx', tab="Дзвінки", operator="ОК"),
        Starter(
            "Asia/Jakarta",
            "ID",
            google="https://docs.google.com/spreadsheets/d/1",
            language=Language.ID,
            operator="M.K",
            people={"M.K": "Mary\tK"},
            week=((), (Span(540, 720), Span(780, 1440)), (), (), (), (), ()),
            blocks=(Span(690, 720),),
        ),
    ],
)
def test_a_new_configuration_reads_back_without_a_warning(starter: Starter) -> None:
    settings = settings_of(render_new(starter, "Made by a test."))
    assert settings.warnings == ()
    assert settings.operator == starter.operator
    assert settings.sheet.tab == starter.tab
    assert settings.shop.hours.week == starter.week
    assert settings.shop.blocks == starter.blocks
    if starter.workbook:
        assert settings.sheet == WorkbookPlace(Path("/desk") / starter.workbook, starter.tab)
    for initials, name in starter.people.items():
        assert settings.people[initials].name == name


def test_no_setting_is_described_twice() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(names) == len(set(names))


def test_lines_are_found_for_every_way_toml_can_be_written() -> None:
    text = (
        '''# a comment = 1
"quoted key" = """
[not.a.table]
"""
a.b . 'c d' = [ # here
  1, { x = 2, y = [
    3] },
]

[[list]] # one
name = 'it''s
'''.replace("'it''s", "'its'")
        + '''[list.inner]
deep = """a\\"""" # "
[[list]]
name = 1979-05-27T07:32:00Z
[ "t" . u ]
v = ["]", '}', "\\"" ]
'''
    )
    assert line_numbers(text) == {
        ("quoted key",): 2,
        ("a",): 5,
        ("a", "b"): 5,
        ("a", "b", "c d"): 5,
        ("a", "b", "c d", 0): 6,
        ("a", "b", "c d", 1): 6,
        ("a", "b", "c d", 1, "x"): 6,
        ("a", "b", "c d", 1, "y"): 6,
        ("a", "b", "c d", 1, "y", 0): 7,
        ("list",): 10,
        ("list", 0): 10,
        ("list", 0, "name"): 11,
        ("list", 0, "inner"): 12,
        ("list", 0, "inner", "deep"): 13,
        ("list", 1): 14,
        ("list", 1, "name"): 15,
        ("t",): 16,
        ("t", "u"): 16,
        ("t", "u", "v"): 17,
        ("t", "u", "v", 0): 17,
        ("t", "u", "v", 1): 17,
        ("t", "u", "v", 2): 17,
    }


def told_or_read(text: str) -> bool:
    """A text is either read, or refused with at least one sentence."""
    try:
        settings_of(text)
    except SetupError as error:
        return bool(error.parts)
    return True


@given(st.text(max_size=200))
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    assert told_or_read(text)


@given(st.dictionaries(st.sampled_from([s.name for s in SETTINGS if "." not in s.name]), st.text(max_size=20)))
def test_no_value_whatever_breaks_the_reader(values: dict[str, str]) -> None:
    assert told_or_read(LEAST + tomlkit.dumps(values))
    assert told_or_read(tomlkit.dumps(values) + LEAST)


def test_what_is_known_without_loading_libraries_is_what_they_know() -> None:
    from holidays import list_supported_countries
    from phonenumbers import SUPPORTED_REGIONS

    from callbacksheet.config.kinds import _WITHOUT_PHONES, COUNTRIES

    assert set(list_supported_countries(include_aliases=True)) >= COUNTRIES
    assert set(SUPPORTED_REGIONS) >= COUNTRIES - _WITHOUT_PHONES
