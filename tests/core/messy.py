"""Tabs as no sane person would leave them, and what staff do to a tab between two runs: strategies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from hypothesis import strategies as st

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.model import CellValue, Column, Formula

HEADINGS = {
    Column.RECEIVED: ("Received", "Надійшло", "Fecha y hora"),
    Column.NAME: ("Name", "Клиент", "Nama"),
    Column.PHONE: ("Phone", "Телефон", "No HP"),
    Column.REASON: ("Reason", "Причина", "Motivo"),
    Column.BEST_TIME: ("Best time", "Удобное время", "Mejor hora"),
    Column.URGENCY: ("Urgency", "Терміновість", "Urgente"),
    Column.STATUS: ("Status", "Статус", "Estado"),
    Column.NEXT_CALLBACK: ("Next callback", "Следующий звонок", "Próxima llamada"),
    Column.OWNER: ("Owner", "Відповідальний", "Responsable"),
    Column.ATTEMPTS: ("Attempts", "Попытки", "Intentos"),
    Column.OUTCOME: ("Outcome", "Результат", "Hasil"),
    Column.NOTES: ("Notes", "Нотатки", "Catatan"),
    Column.CALLS: ("Calls", "Звонки", "Llamadas"),
    Column.UPDATED: ("Updated", "Оновлено", "Actualizado"),
    Column.BY: ("By", "Кто изменил", "Oleh"),
    Column.CHECK: ("Check", "Перевірка", "Revisar"),
    Column.ID: ("ID",),
}
OWN = ("Car", "VIP?", "Сумма")
COMMON: dict[Column, tuple[CellValue, ...]] = {
    Column.RECEIVED: (
        "11/20 9:00",
        "9:40",
        "11/19",
        "20.11.2026 10:05",
        datetime(2026, 11, 20, 8, 30),
        time(9, 15),
        date(2026, 11, 18),
        46345.5,
        "yesterday 5pm",
        None,
        "soon",
        datetime(2026, 11, 1, 1, 30),
    ),
    Column.NAME: ("Dana", "dana ", "Dana K.", "Oleh", "Іван", None, "=HYPERLINK(1)"),
    Column.PHONE: (
        "415-555-0142",
        "(415) 555 0142 (mum)",
        14155550142,
        "+1 415 555 0143 ext 5",
        "555-0142",
        "+380 67 123 45 67",
        None,
        "hidden",
        4155550143.0,
    ),
    Column.REASON: ("book", "booking", "invoice 2207", "?", None, "перенос", "her roof leaks"),
    Column.BEST_TIME: (
        "after 4",
        "tomorrow am",
        "asap",
        None,
        "anytime",
        "when the moon is full",
        "not after 20:00",
        "Monday",
        time(16, 0),
        datetime(2026, 2, 4),
        "17:30",
    ),
    Column.URGENCY: ("!", "high", None, "low", "urgent", "purple"),
    Column.STATUS: (
        "lvm",
        "booked!",
        "done",
        None,
        "New",
        "scheduled",
        "gave up after two tries, closing",
        "hmm",
        True,
    ),
    Column.NEXT_CALLBACK: (
        "tomorrow 17:15",
        datetime(2026, 11, 23, 10, 0),
        date(2026, 11, 24),
        None,
        None,
        "in 2 hours",
        "when moon",
        "asap",
    ),
    Column.OWNER: ("MK", None, "JL"),
    Column.ATTEMPTS: (1, "2x", None, "3", "lots", 3.0, "0"),
    Column.OUTCOME: (None, "paid", "booked Friday", "-"),
    Column.NOTES: (None, "left final vm", "wants the manager", "note; more", "not"),
    Column.CALLS: (2, None, "many"),
    Column.UPDATED: (datetime(2026, 11, 19, 12, 0), None, "20.11 11:10 AC"),
    Column.BY: ("MK", None, "?"),
    Column.CHECK: (None, "old words"),
    Column.ID: (None,),
}
JUNK: st.SearchStrategy[CellValue] = st.one_of(
    st.text(max_size=12).map(lambda text: text or None),
    st.integers(-5, 10**11),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.times(),
    st.sampled_from((Formula("=A1", "Dana"), Formula("=B2+1", "4"), Formula("=NOW()"))),
)


def cell_of(column: Column | None, *, junk: int = 12) -> st.SearchStrategy[CellValue]:
    """Mostly what staff type in this column, one in ``junk`` anything at all."""
    usual = st.sampled_from(COMMON[column]) if column else st.sampled_from((None, None, "Škoda", 7, False, True))
    if column in (Column.CHECK, Column.ID):
        return usual  # what makes these a team's own columns is the layout's tests' matter
    return st.integers(1, junk).flatmap(lambda n: JUNK if n == 1 else usual)


@dataclass(frozen=True)
class Messy:
    """A generated tab: what its columns mean, None for the team's own, and its cells from A1 on."""

    columns: tuple[Column | None, ...]
    rows: list[list[CellValue]]
    header_row: int

    def sheet(self) -> MemorySheet:
        return MemorySheet("Callbacks", self.rows)


@st.composite
def headers(draw: st.DrawFn) -> list[tuple[Column | None, str]]:
    """The Reason, somebody to ring, and any of the rest, in any order and language."""
    needed = {Column.REASON, draw(st.sampled_from((Column.NAME, Column.PHONE)))}
    wanted = {c for c in Column if draw(st.integers(0, 5)) > 1} | needed
    named: list[tuple[Column | None, str]] = [(c, draw(st.sampled_from(HEADINGS[c]))) for c in sorted(wanted)]
    named += [(None, header) for header in draw(st.lists(st.sampled_from(OWN), unique=True, max_size=2))]
    return draw(st.permutations(named))


@st.composite
def tabs(draw: st.DrawFn, *, most: int = 7, junk: int = 12) -> Messy:
    named = draw(headers())
    columns = tuple(column for column, _ in named)
    row = st.tuples(*(cell_of(column, junk=junk) for column in columns)).map(list)
    body: list[list[CellValue]] = list(draw(st.lists(st.one_of(row, row, row, st.just([])), max_size=most)))
    banner: list[list[CellValue]] = [["Call backs 2026"], []] if draw(st.booleans()) else []
    return Messy(columns, [*banner, [header for _, header in named], *body], len(banner))


Edit = Callable[[MemorySheet], None]


def _body(sheet: MemorySheet, first: int) -> tuple[list[list[CellValue]], list[list[CellValue]]]:
    rows = [list(row) for row in sheet.rows]
    return rows[:first], rows[first:]


@st.composite
def edits(draw: st.DrawFn, messy: Messy, most: int = 3) -> list[Edit]:
    """A few things that staff do to the tab, told in words when an example fails."""
    return draw(st.lists(_edit(messy), max_size=most))


@st.composite
def _edit(draw: st.DrawFn, messy: Messy) -> Edit:
    first = messy.header_row + 1
    place = draw(st.integers(0, 8))
    kind = draw(
        st.sampled_from(("type", "type", "type", "insert", "delete", "copy", "cut the id", "sort", "paste over"))
    )
    column = draw(st.integers(0, len(messy.columns) - 1))
    value = draw(cell_of(messy.columns[column]))
    another = draw(st.tuples(*(cell_of(c) for c in messy.columns)).map(list))
    change = _CHANGES[kind]
    return _Told(kind, place, column, value, lambda sheet: change(sheet, first, place, column, value, another))


@dataclass(frozen=True)
class _Told:
    """An edit that says what it does."""

    kind: str
    place: int
    column: int
    value: CellValue
    do: Edit

    def __call__(self, sheet: MemorySheet) -> None:
        self.do(sheet)


def _type(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    sheet.type_in(first + place, column, value)


def _insert(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    head, body = _body(sheet, first)
    body.insert(place, list(another))
    sheet.replace_rows([*head, *body])


def _delete(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    head, body = _body(sheet, first)
    sheet.replace_rows([*head, *body[:place], *body[place + 1 :]])


def _copy(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    head, body = _body(sheet, first)
    if place < len(body):
        sheet.replace_rows([*head, *body, list(body[place])])


def _cut_id(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    header = list(sheet.rows[first - 1])
    if "ID" in header and first + place < len(sheet.rows):
        sheet.type_in(first + place, header.index("ID"), None)


def _sort(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    head, body = _body(sheet, first)
    body.sort(key=lambda row: str(row[column]) if column < len(row) else "", reverse=place % 2 == 1)
    sheet.replace_rows([*head, *body])


def _paste_over(
    sheet: MemorySheet, first: int, place: int, column: int, value: CellValue, another: Sequence[CellValue]
) -> None:
    for at, pasted in enumerate(another):
        sheet.type_in(first + place, at, pasted)


_CHANGES = {
    "type": _type,
    "insert": _insert,
    "delete": _delete,
    "copy": _copy,
    "cut the id": _cut_id,
    "sort": _sort,
    "paste over": _paste_over,
}
