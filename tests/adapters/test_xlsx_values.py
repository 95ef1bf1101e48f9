"""Number formats, serial dates, places: what a number in a cell means."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from xml.sax import saxutils

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import numbers
from openpyxl.utils.datetime import from_excel

from callbacksheet.adapters import xlsx_styles
from callbacksheet.adapters.xlsx_cells import area_name, area_of, cell_name, from_serial, place_of, to_serial
from callbacksheet.adapters.xlsx_styles import Kind, kind_of
from callbacksheet.adapters.xlsx_xml import BrokenPart, as_typed, escape, escaped, unescape
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import Area

SINCE_1900 = datetime(1899, 12, 30)
SINCE_1904 = datetime(1904, 1, 1)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", Kind.NUMBER),
        ("0", Kind.NUMBER),
        ("0.00E+00", Kind.NUMBER),
        ("#,##0.00 [$€-407]", Kind.NUMBER),
        ("[Red]-#,##0", Kind.NUMBER),
        ('0 "days"', Kind.NUMBER),
        ("0\\d", Kind.NUMBER),
        ("0%", Kind.NUMBER),
        ("@", Kind.TEXT),
        ("yyyy-mm-dd", Kind.DATE),
        ("mm-dd-yy", Kind.DATE),
        ("d/m", Kind.DATE),
        ("mmm", Kind.DATE),
        ("[$-409]d mmmm yyyy;@", Kind.DATE),
        ('dd"."mm"."yyyy" г."', Kind.DATE),
        ("yyyy-mm-dd hh:mm", Kind.MOMENT),
        ("dd/mm/yyyy\\ h:mm AM/PM", Kind.MOMENT),
        ("m/d/yy h:mm", Kind.MOMENT),
        ("h:mm", Kind.TIME),
        ("h:mm AM/PM", Kind.TIME),
        ("mm:ss", Kind.TIME),
        ("[h]:mm", Kind.SPAN),
        ("[mm]:ss", Kind.SPAN),
    ],
)
def test_a_number_format_tells_dates_times_and_numbers_apart(code: str, kind: Kind) -> None:
    assert kind_of(code) is kind


def test_the_formats_a_file_names_by_number_are_those_that_openpyxl_knows() -> None:
    assert dict(xlsx_styles.BUILTIN_FORMATS) == numbers.BUILTIN_FORMATS


_PLAINLY_NUMBERS = ("0.000", "# ?/?", '0.0" h"', "[Blue]0;[Red]-0", "#,##0.00 [$€-407]")
_PLAINLY_DATES = ("dd.mm.yyyy", "yy/m/d", "d mmm yyyy", "[$-419]d mmmm yyyy;@", "hh:mm:ss", "m/d/yyyy h:mm", "[hh]:mm")


@pytest.mark.parametrize("code", dict.fromkeys((*numbers.BUILTIN_FORMATS.values(), *_PLAINLY_NUMBERS, *_PLAINLY_DATES)))
def test_openpyxl_takes_the_same_formats_for_dates_and_times(code: str) -> None:
    dated = kind_of(code) not in (Kind.NUMBER, Kind.TEXT)
    assert dated is bool(numbers.is_date_format(code) or numbers.is_timedelta_format(code))


@given(st.text(st.characters(codec="utf-8")))
def test_text_is_escaped_as_the_standard_library_does_it(text: str) -> None:
    quotes = {'"': "&quot;", "\n": "&#10;"}
    assert escape(text) == saxutils.escape(text)
    assert escape(text, quotes) == saxutils.escape(text, quotes)
    assert unescape(text) == saxutils.unescape(text)
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("number", "kind", "value"),
    [
        (46150, Kind.DATE, date(2026, 5, 8)),
        (46150, Kind.MOMENT, datetime(2026, 5, 8)),
        (46150.5625, Kind.MOMENT, datetime(2026, 5, 8, 13, 30)),
        (46150.5625, Kind.DATE, datetime(2026, 5, 8, 13, 30)),
        (46150.5625, Kind.TIME, datetime(2026, 5, 8, 13, 30)),
        (46150.999999999, Kind.MOMENT, datetime(2026, 5, 9)),
        (0.5625, Kind.TIME, time(13, 30)),
        (0.5625, Kind.MOMENT, time(13, 30)),
        (0.729, Kind.TIME, time(17, 29, 45, 600_000)),
        (0.75, Kind.SPAN, time(18)),
        (1.25, Kind.SPAN, 1.25),
        (59, Kind.DATE, date(1900, 2, 28)),
        (61, Kind.DATE, date(1900, 3, 1)),
        (-1, Kind.DATE, -1),
        (5e9, Kind.MOMENT, 5e9),
    ],
)
def test_a_serial_number_is_what_its_format_shows(number: float, kind: Kind, value: CellValue) -> None:
    assert from_serial(number, kind, SINCE_1900) == value
    assert type(from_serial(number, kind, SINCE_1900)) is type(value)


MINUTES = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)


@given(moment=MINUTES, epoch=st.sampled_from([SINCE_1900, SINCE_1904]))
def test_a_moment_written_is_the_moment_read_to_the_millisecond(moment: datetime, epoch: datetime) -> None:
    if moment >= epoch + timedelta(days=1):
        assert from_serial(to_serial(moment, epoch), Kind.MOMENT, epoch) == moment


@given(MINUTES)
def test_moments_are_counted_as_openpyxl_counts_them(moment: datetime) -> None:
    assert abs(from_excel(to_serial(moment, SINCE_1900)) - moment) <= timedelta(milliseconds=1)


@given(row=st.integers(0, 1_048_575), column=st.integers(0, 16_383))
def test_a_cell_is_named_and_found_again(row: int, column: int) -> None:
    assert place_of(cell_name(row, column)) == (row, column)


@pytest.mark.parametrize(("name", "place"), [("A1", (0, 0)), ("$B$5", (4, 1)), ("XFD1048576", (1_048_575, 16_383))])
def test_places_are_read(name: str, place: tuple[int, int]) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize("name", ["", "A", "5", "A0", "ABCD1", "A1:B2", "Ж1"])
def test_what_is_no_place_is_refused(name: str) -> None:
    with pytest.raises(BrokenPart):
        place_of(name)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("A1", Area(0, 0, 0, 0)),
        ("B2:D9", Area(1, 1, 8, 3)),
        ("D9:B2", Area(1, 1, 8, 3)),
        ("B:C", Area(0, 1, 1_048_575, 2)),
        ("2:5", Area(1, 0, 4, 16_383)),
    ],
)
def test_areas_are_read(name: str, area: Area) -> None:
    assert area_of(name) == area
    assert area_of(area_name(area)) == area


@given(st.text())
def test_any_text_is_escaped_and_read_back(text: str) -> None:
    assert as_typed(escaped(text)) == text
