"""The demo's day: a salon's Friday morning as its desk typed it. Every number is one that is kept free for stories."""

from __future__ import annotations

from callbacksheet.core.model import CellValue, Column, Span

NOW = "2026-05-08T11:20"
"""A Friday, ten minutes before the first callback block."""

ZONE, REGION, OPERATOR = "America/New_York", "US", "MK"
PEOPLE = {"MK": "Mary K", "JL": "Jo L", "KT": "Kim T"}
WEEK = ((), *((Span(540, 1080),) for _ in range(4)), (Span(540, 960),), ())
"""Closed on Mondays and Sundays, a short Saturday."""
BLOCKS = (Span(690, 720), Span(900, 930), Span(1060, 1080))

COLUMNS = (
    Column.RECEIVED,
    Column.NAME,
    Column.PHONE,
    Column.REASON,
    Column.BEST_TIME,
    Column.URGENCY,
    Column.STATUS,
    Column.NOTES,
    Column.BY,
)

_TYPED = """
    5/7 15:15 | Omar           | 415 555 0118          | invoice 2207  |                      |        | closed, paid by card |                      | JL
    5/7 16:40 | Ruth Adeyemi   | (415) 555-0160        | color         | tomorrow after 12    |        | lvm                  | left vm thu          | KT
    5/7 17:50 | Sofia M        | 415.555.0111          | resched       | mañana por la mañana |        |                      |                      | KT
    8:40      | Gus            | 415 555 0183          | quote         | before noon          |        | no answer            |                      | JL
    8:55      | Maria Lopez    | (415) 555-0177        | blowout sat   | after 5              |        | new                  |                      | JL
    9:02      | Anya           | 415.555.0129          | перенос       | завтра після обіду   |        |                      |                      | JL
    9:10      | Mr. Chen       | #4155550188           | price         |                      |        |                      | asks about keratin   | JL
    9:20      | maria lopez    | 415 555 0177          | Blowout Sat!  | tmrw am              | !!     |                      | has to be done by 11 | KT
    9:31      |                | 212-555-0199          | ?             |                      |        |                      | hung up              | KT
    9:40      | Igor           | +1 (415) 555 01 43    | запись        | после 16             |        |                      |                      | JL
    9:48      | Priya          | 415 555 O155          | book color    | lunchtime            |        |                      |                      | KT
    10:05     | June (bride)   | 1-415-555-0132 ext 12 | wedding trial | 2-4                  | urgent |                      |                      | MK
    10:15     | Budi           | 4155550171            | buat janji    | besok jam 3 sore     |        |                      |                      | KT
    10:20     | Claire         | +44 20 7946 0958      | refund        | any time             |        |                      | wants the manager    | JL
    10:32     | Tom Baker      | 415-555-01            | cut           | asap                 |        |                      |                      | JL
    10:40     | Sofia          | 415-555-0111          | resched       | after lunch          |        |                      |                      | KT
    10:55     | Nadia          | 415 555 0136          | book          | when Jo is free      |        |                      |                      | MK
    11:02     | Lucía          | 415 555 0194          | cita          | por la tarde         | low    |                      |                      | JL
    11:05     | Walter         | (415) 555-0150        | highlights    | after 7pm            |        |                      |                      | KT
    11:12     | Priya N.       | +1 415 555 0155       | book color    | after 3              |        |                      | rang again           | JL
"""  # noqa: E501 - a tab is wide


def typed_rows() -> list[list[CellValue]]:
    """The rows in ``COLUMNS``; a number with # before it is one that a spreadsheet took for a number."""
    return [[_cell(text.strip()) for text in line.split("|")] for line in _TYPED.strip().splitlines()]


def _cell(text: str) -> CellValue:
    if text.startswith("#"):
        return int(text[1:])
    return text or None
