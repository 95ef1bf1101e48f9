"""R9.2, dates as written: "15/2" in the configured order, "31.12", "15 Feb 2026", "10 - 22 August"."""

from __future__ import annotations

from dataclasses import replace

from callbacksheet.core.shop import DateOrder
from callbacksheet.core.wish.grammar import Made, Manner, rule
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.lexing import Guess, ThreeNumbers
from callbacksheet.core.wish.spec import (
    Clock,
    Date,
    Day,
    Until,
)  # fmt: skip

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date_of(day: int, month: int, year: int | None = None) -> Date | None:
    """A date that the calendar has."""
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        return None
    if year is not None:
        year = year + 2000 if year < 100 else year
        if not 2000 <= year <= 2100 or (day == 29 and month == 2 and (year % 4 or (year % 100 == 0 and year % 400))):
            return None
    return Date(day, month, year)


def as_day(made: Day | None) -> Made:
    return None if made is None else ("D", [made])


def number_in(value: object) -> int | None:
    if isinstance(value, Number):
        return value.value
    return value if isinstance(value, int) else None


def _three_numbers(values: list[object], _letters: str, manner: Manner) -> Made:
    given = values[0]
    assert isinstance(given, ThreeNumbers)
    one, two, three = given.numbers
    if one > 31:
        return as_day(date_of(three, two, one))
    orders = [(one, two, three), (two, one, three)]
    if given.mark != "." and manner.order is DateOrder.MDY:
        orders.reverse()
    possible = [d for d in (date_of(*each) for each in orders) if d]
    if not possible:
        return "?", ["date"]
    swap = len(possible) > 1 and possible[0] != possible[1] and given.mark != "." and not manner.order_known
    return "D", [replace(possible[0], swap=swap)]


def in_order(first: int, second: int, mark: str, order: DateOrder) -> Date | None:
    """Two numbers as day and month, in the configured order where both are possible; a dot means day first."""
    day_first, month_first = date_of(first, second), date_of(second, first)
    if mark != "." and order is not DateOrder.DMY:
        return month_first or day_first
    return day_first or (month_first if mark != "." else None)


def pair_date(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "15/2", and "31.12" where it cannot be a time."""
    given = values[-1]
    assert isinstance(given, Guess)
    if given.mark == ",":
        return None
    made = in_order(given.first, given.second, given.mark, manner.order)
    if made is not None and given.mark != "." and not manner.order_known and max(given.first, given.second) <= 12:
        made = replace(made, swap=given.first != given.second)
    return as_day(made) or ("?", [given.typed])


def _pair_before_time(values: list[object], letters: str, manner: Manner) -> Made:
    """ "17.10 at 9:30": a time follows, so this is the date."""
    given = values[0]
    assert isinstance(given, Guess)
    made = in_order(given.first, given.second, given.mark, manner.order) if given.mark == "." else None
    return None if made is None else ("D" + letters[1:], [made, *values[1:]])


def _pair_after_weekday(values: list[object], _letters: str, manner: Manner) -> Made:
    given = values[-1]
    assert isinstance(given, Guess)
    if given.mark == "." and len(given.typed.split(".")[1]) == 2 and given.first < 24 and given.second < 60:
        return None
    made = in_order(given.first, given.second, given.mark, manner.order)
    return as_day(made)


def _day_and_month(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "le 17 02"."""
    day, month = values[1], values[2]
    if not (isinstance(day, Number) and isinstance(month, Number)) or not day.digits or not month.digits:
        return None
    return as_day(date_of(day.value, month.value)) if month.digits <= 2 else None


def _day_of_numbered_month(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "17 del 11"."""
    first, second = values[letters.index("n")], values[-1]
    if not (isinstance(first, Number) and isinstance(second, Number)) or "O" in letters:
        return None
    if first.value <= 12:
        return ("cD", [Clock(first.value * 60, weak=True), Date(second.value)]) if 12 < second.value <= 31 else None
    return as_day(date_of(first.value, second.value)) if first.digits and second.digits else None


def _tenth_or_december(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "25 dez": in Portuguese ten and December are one word."""
    day, month = values[0], values[-1]
    if manner.words.language != "pt" or not isinstance(day, Number) or not isinstance(month, Number):
        return None
    return as_day(date_of(day.value, 12)) if day.digits and not month.digits and month.value == 10 else None


def _spaced_pair(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "2 / 15"."""
    first, second = number_in(values[0]), number_in(values[-1])
    return as_day(in_order(first or 0, second or 0, "/", manner.order))


def _month_day(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "15 Feb", "February the 15th", with or without a year."""
    month = values[letters.index("m")]
    spots = [i for i, letter in enumerate(letters) if letter in "noA"]
    day = 1 if letters[spots[0]] == "A" else number_in(values[spots[0]])
    year = number_in(values[spots[1]]) if len(spots) > 1 else None
    if day is None or not isinstance(month, int):
        return None
    if year is None or 2000 <= year <= 2100:
        return as_day(date_of(day, month, year))
    made = date_of(day, month)  # the number behind is no year: "15 Feb 4pm"
    return None if made is None else ("D" + letters[spots[1] :], [made, *values[spots[1] :]])


def _month_range(values: list[object], letters: str, manner: Manner) -> Made:
    """ "10 - 22 August 2012"."""
    month = values[letters.index("m")]
    numbers = [number_in(v) for v, letter in zip(values, letters, strict=True) if letter in "no"]
    year = numbers.pop() if len(numbers) > 2 else None
    assert isinstance(month, int)
    if None in numbers or len(numbers) < 2 or (year is not None and not 2000 <= year <= 2100):
        return None
    first, last = date_of(numbers[0] or 0, month, year), date_of(numbers[1] or 0, month, year)
    if first is None or last is None or first.day >= last.day:
        return "?", ["date"]
    until = next((v for v, k in zip(values, letters, strict=True) if k == "T"), "")
    if manner.words.language == "nl" and until == "until":
        return "D¿", [Until(first, last), "tot, or tot en met"]
    return "D", [Until(first, last)]


def _days_of_month(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "du 13 au 18", "dal 13 al 18": days, where hours would be "de 13h à 18h", "dalle 13 alle 18"."""
    first, last = (number_in(v) for v, k in zip(values, letters, strict=True) if k in "no")
    if (
        not {"of_date", "from_date"}.intersection(map(str, values))
        or first is None
        or last is None
        or not 1 <= first < last <= 31
    ):
        return None
    return "D", [Until(Date(first), Date(last))]


def year_behind(values: list[object], _letters: str, _manner: Manner) -> Made:
    """A year behind a whole date."""
    day, year = values[0], number_in(values[-1])
    if isinstance(day, Date) and day.year is None and day.month and year and 2000 <= year <= 2100:
        return as_day(date_of(day.day, day.month, year))
    return None


def _dotted_date(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "25.11. ab 14 Uhr": a dot behind, and more to come."""
    given = values[0]
    if not isinstance(given, Guess) or not given.dotted or given.mark != ".":
        return None
    return as_day(in_order(given.first, given.second, ".", manner.order))


def _dotted_range(values: list[object], letters: str, manner: Manner) -> Made:
    """ "1.12. - 5.12."."""
    first, last = (_dotted_date([v], "d", manner) for v in (values[0], values[-1]))
    return None if first is None or last is None else ("D" + letters[1:-1] + "D", [*first[1], *values[1:-1], *last[1]])


def _keep_behind(made: Made, values: list[object], letters: str) -> Made:
    return None if made is None else (made[0] + letters[1:], [*made[1], *values[1:]])


def _late_number(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "until the 25th" said as "bis 25", "antes del 25": no hour, so a day of the month."""
    number = values[-1]
    if not isinstance(number, Number) or number.digits != 2 or not 25 <= number.value <= 31:
        return None
    return letters[:-1] + "D", [*values[:-1], Date(number.value)]


DATES = (
    rule("Δ", _three_numbers),
    rule("d[-T2]d(?![hka])", _dotted_range),
    rule("(?<![@αj~<vT(>VFδBn])d(?=[^hkan])", _dotted_date),
    rule("(?<![@αj~<vT(>VFδB])dn(?=[hkc])", lambda v, k, m: _keep_behind(_dotted_date(v[:1], k, m), v, k)),
    rule("(?<=O)d(?![hka])", pair_date),
    rule("[O]*[no][-T2Fα&v][O]*[no][gδ]?m(?:[,gδ]?n)?", _month_range),
    rule("[FδO][no][T2α-][O]*[no](?![hkam:]|[gδ]?m)", _days_of_month),
    rule("m[O]*[no][-T2][no](?:[,]?n)?", _month_range),
    rule("[O]*n[gδ]n(?![hkac:mT2α-])", _day_of_numbered_month),
    rule("[Oυ]*[noA][gδ]*[O]?m(?:[,gδ]?[O]?n(?![hk:uaJ]))?", _month_day),
    rule("m[O-]*[no](?:[,]?n(?![hkua]))?", _month_day),
    rule("(?<=[wD])[,]?d(?![hka])", _pair_after_weekday),
    rule("d[,@αj]*c|d[,]?[@αj]+n", _pair_before_time),
    rule("n[gδ]?n(?![uhkac:m-])", _tenth_or_december),
    rule("n/n(?![hka/])", _spaced_pair),
    rule("n[-/]m(?:[-/]n)?", _month_day),
    rule("Onn(?![hka:m])", _day_and_month),
    rule("[O]*d(?=[,]?[@αj]*c)", pair_date),
    rule("[><VTvF(][O]*n(?=$|[,;|])", _late_number),
)
"""Whole dates."""
