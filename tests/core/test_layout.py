"""DESIGN, "The tab": columns found by name in five languages, and refused where they cannot be told apart."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import pytest

from callbacksheet.core.headers import (
    COLUMNS,
    header_word,
    header_words,
    read_heading,
    shared_names,
    strong_names,
    weak_names,
)
from callbacksheet.core.layout import Layout, address, find_layout
from callbacksheet.core.model import CellValue, Column, Formula, Language
from callbacksheet.core.snapshot import Area, Tab
from callbacksheet.core.text import plain
from callbacksheet.errors import LayoutError

CellRow = tuple[CellValue, ...]


def tab(*rows: CellRow, merged: tuple[Area, ...] = ()) -> Tab:
    return Tab("Callbacks", rows, merged)


def read(*rows: CellRow, merged: tuple[Area, ...] = (), language: Language = Language.EN) -> Layout:
    return find_layout(tab(*rows, merged=merged), language)


def found(*headers: CellValue) -> dict[str, str]:
    """Header text -> the column it was read as, for those that were."""
    layout = read(headers)
    return {str(headers[place]): c.value for c, place in layout.columns if c not in layout.added}


ALL_BUT_TOOLS = "received name phone reason best_time urgency status next_callback owner attempts outcome notes by"
TEAMS = {
    "a salon": ("Date; Client; Tel; Why; Best time; Status; Who", "received name phone reason best_time status by"),
    "a clinic": (
        (
            "Call date/time; Patient name; Phone #; Reason for call; When to call; Priority; State; Call back at;"
            "Assigned to; Tries; Result; Comments; Initials"
        ),
        ALL_BUT_TOOLS,
    ),
    "a Kyiv team": (
        (
            "Дата дзвінка; Клієнт; Номер телефону; Питання; Зручний час; Терміново?; Статус; Передзвонити;"
            "Відповідальний; Спроби; Підсумок; Примітки; Хто"
        ),
        ALL_BUT_TOOLS,
    ),
    "a Russian-speaking team": (
        (
            "Дата и время; ФИО; Тел.; Вопрос; Удобное время; Срочность; Статус; Перезвонить; Ответственный;"
            "Кол-во попыток; Итог; Комментарий; Кто"
        ),
        ALL_BUT_TOOLS,
    ),
    "a Jakarta team": (
        (
            "Tanggal; Nama Pelanggan; No. HP; Keperluan; Waktu terbaik; Prioritas; Status; Telepon kembali; Petugas;"
            "Jumlah percobaan; Hasil; Catatan; Oleh"
        ),
        ALL_BUT_TOOLS,
    ),
    "a Madrid team": (
        (
            "Fecha; Cliente; Móvil; Motivo; Mejor hora; Urgente; Estado; Próxima llamada; Responsable; Intentos;"
            "Resultado; Observaciones; Iniciales"
        ),
        ALL_BUT_TOOLS,
    ),
    "shouting, underscores and stray spaces": (
        "  PHONE_NUMBER ;NAME:;reason*;best  time;NEXT-CALLBACK;📞 Calls",
        "phone name reason best_time next_callback calls",
    ),
    "two languages in one header": (
        "Имя / Name; Телефон | Phone; Причина - Reason; Notes (internal)",
        "name phone reason notes",
    ),
}


@pytest.mark.parametrize("team", TEAMS)
def test_a_teams_own_headers_are_read(team: str) -> None:
    headers, columns = (part.split(";" if ";" in part else " ") for part in TEAMS[team])
    assert found(*headers) == dict(zip(headers, columns, strict=True))


@pytest.mark.parametrize("language", Language)
def test_the_headers_the_tool_writes_are_read_back_complete_in_any_order(language: Language) -> None:
    words = header_words(language)
    layout = read(tuple(words.values())[::-1])
    assert not layout.added
    assert not layout.extras
    assert [layout.index(column) for column in COLUMNS] == list(range(16, -1, -1))


def test_every_strong_name_means_one_column_and_is_read_as_it() -> None:
    meanings: defaultdict[str, set[Column]] = defaultdict(set)
    for column, name in strong_names():
        meanings[plain(name)].add(column)
        heading = read_heading(name)
        assert heading is not None
        assert (heading.columns, heading.weakness) == ((column,), 0), name
    assert not {name: columns for name, columns in meanings.items() if len(columns) > 1}


def test_no_weak_name_is_also_a_strong_one_or_listed_twice() -> None:
    strong = {plain(name) for _, name in strong_names()}
    weak = [plain(name) for _, name in (*weak_names(), *shared_names())]
    assert not strong & set(weak)
    assert len(weak) == len(set(weak))


def test_every_weak_name_means_its_column_where_no_better_name_is_there() -> None:
    for column, name in ((columns[0], name) for columns, name in shared_names()):
        others = [c for c in (Column.NAME, Column.PHONE, Column.REASON) if c is not column]
        layout = read((*(header_word(c, Language.EN) for c in others), name))
        assert layout.index(column) == len(others), name


@pytest.mark.parametrize(
    ("headers", "extras"),
    [
        (("Received", "Date", "Name", "Phone", "Reason"), ("Date",)),
        (("Date", "Time", "Name", "Phone", "Reason"), ("Time",)),
        (("Time", "Date", "Name", "Phone", "Reason"), ("Time",)),
        (("Name", "Phone", "Reason", "Notes", "Comments"), ("Comments",)),
        (("Name", "Phone", "Reason", "Type"), ("Type",)),
        (("Name", "Phone", "Number", "Reason"), ("Number",)),
        (("Name", "Phone", "Home phone", "Reason"), ("Home phone",)),
        (("Name", "Phone", "Phone (work)", "Reason"), ("Phone (work)",)),
        (("Name", "Phone", "Reason", "Service", "Stylist", "Owner"), ("Service", "Stylist")),
        (("No", "Nama", "No HP", "Alasan"), ("No",)),
        (("№", "Имя", "Телефон", "Причина"), ("№",)),
        (("Name", "Phone", "Reason", "Deposit", "Car"), ("Deposit", "Car")),
        (("Name / Phone", "Caller", "Reason"), ("Name / Phone",)),
    ],
)
def test_a_weak_or_unknown_name_is_a_column_of_the_teams_own(headers: CellRow, extras: tuple[str, ...]) -> None:
    assert tuple(text for _, text in read(headers).extras) == extras


@pytest.mark.parametrize(
    ("headers", "meaning"),
    [
        (("Who", "Phone", "Reason"), "name"),
        (("Client", "Phone", "Reason", "Who"), "by"),
        (("When", "Name", "Phone", "Reason"), "received"),
        (("Received", "Name", "Phone", "Reason", "When"), "best_time"),
        (("Name", "Phone", "Reason", "Callback time"), "next_callback"),
        (("Name", "Phone", "Reason", "Next callback", "Callback time"), "best_time"),
        (("Name", "Contact", "Reason"), "phone"),
        (("Contact", "Phone", "Reason"), "name"),
    ],
)
def test_a_weak_name_takes_the_meaning_the_others_leave_free(headers: CellRow, meaning: str) -> None:
    weak = next(h for h in headers if h in {"Who", "When", "Callback time", "Contact"})
    assert found(*headers)[str(weak)] == meaning


def test_missing_columns_are_added_at_the_right_end_with_id_last() -> None:
    layout = read(("Phone", "Colour", "Name", "Reason"), ("1", "red", "Ana", "book", None, "a stray note", None))
    assert layout.width == 6
    assert layout.added == tuple(c for c in COLUMNS if c not in {Column.PHONE, Column.NAME, Column.REASON})
    assert [layout.index(c) for c in layout.added] == list(range(6, 6 + 14))
    assert layout.added[-1] is Column.ID
    assert layout.extras == ((1, "Colour"), (5, "(F)"))


def test_a_column_of_the_teams_own_keeps_a_name_of_its_own() -> None:
    layout = read(("Name", "Phone", "Reason", "Tag", "Tag", None), ("Ana", "1", "book", "a", "b", "c"))
    assert layout.extras == ((3, "Tag (D)"), (4, "Tag (E)"), (5, "(F)"))


def test_a_team_with_a_phone_but_no_name_gets_a_name_column() -> None:
    layout = read(("Phone", "Reason"))
    assert Column.NAME in layout.added


@pytest.mark.parametrize("above", [1, 5, 29])
def test_a_header_below_banners_and_blank_rows_is_found(above: int) -> None:
    banner: list[CellRow] = [("Callbacks of the week", None, "please keep notes short")] + [()] * (above - 1)
    layout = read(*banner, ("Name", "Phone", "Reason"), ("Ana", "1", "book"))
    assert (layout.header_row, layout.first_row) == (above, above + 1)


def test_the_row_that_names_most_columns_is_the_header() -> None:
    layout = read(("Reason", "Name"), ("Name", "Phone", "Reason", "Status"))
    assert layout.header_row == 1


def test_a_header_cell_may_be_a_formula_a_number_or_a_date() -> None:
    layout = read((Formula("=A9", "Phone"), "Reason", 2024, datetime(2024, 5, 1), Formula("=B9", None)))
    assert layout.index(Column.PHONE) == 0
    assert layout.extras == ((2, "2024"), (3, "2024-05-01 00:00"))


def test_a_teams_own_ids_and_tick_boxes_are_left_to_the_team() -> None:
    layout = read(("ID", "Name", "Phone", "Reason", "Check"), ("17", "Ana", "1", "book", True))
    assert {Column.ID, Column.CHECK} <= set(layout.added)
    assert layout.extras == ((0, "ID"), (4, "Check"))
    again = read(
        ("ID", "Name", "Phone", "Reason", "Check", "Check", "ID"),
        ("17", "Ana", "1", "book", True, "There is no name.", "CB-7F3K"),
    )
    assert (again.index(Column.CHECK), again.index(Column.ID)) == (5, 6)


def _refusal(*rows: CellRow, merged: tuple[Area, ...] = (), language: Language = Language.EN) -> tuple[str, str]:
    with pytest.raises(LayoutError) as error:
        read(*rows, merged=merged, language=language)
    return str(error.value), error.value.next


def test_two_headers_for_one_column_are_refused_with_both_cells_named() -> None:
    message, remedy = _refusal((), ("Name", "Reason", "Phone", "Status", "Notes", "Tel"))
    assert message == (
        'C2 "Phone" and F2 "Tel" both say Phone, and nobody can tell which one to use. Nothing was written.'
    )
    assert remedy == 'Rename one of them, for example to "Phone 2"; it is then carried as a column of your own.'
    assert found("Name", "Reason", "Phone", "Phone 2")["Phone"] == "phone"


@pytest.mark.parametrize(
    "headers",
    [
        ("Name", "Phone", "Phone", "Reason"),
        ("Name", "Client", "Phone", "Reason"),
        ("Имя", "Name", "Phone", "Reason"),
        ("Name", "Phone", "Mobile", "Reason"),
        ("Name", "Phone", "Reason", "Subject"),
        ("Name", "Phone", "Reason", "Notes", "Remarks"),
        ("Name", "Phone", "Reason", "Status", "Статус"),
        ("Name", "Phone", "Reason", "Comment", "Comment"),
    ],
)
def test_names_that_mean_the_same_clash_whatever_the_language(headers: CellRow) -> None:
    message, _ = _refusal(headers)
    assert "both say" in message


@pytest.mark.parametrize(
    ("headers", "missing", "remedy"),
    [
        (("Name", "Phone", "Status"), "no column for Reason; found: A1 Name, B1 Phone, C1 Status",
         "Add a header for Reason in row 1, or rename the column that holds it."),
        (("Reason", "Status"), "no column for Name or Phone; found: A1 Reason, B1 Status",
         "Add a header for Name or Phone in row 1, or rename the column that holds it."),
        (("Status", "Notes"), "no column for Reason and none for Name or Phone; found: A1 Status, B1 Notes",
         "Add a header for Reason and Name or Phone in row 1, or rename the column that holds it."),
    ],
)  # fmt: skip
def test_a_required_column_that_is_missing_is_named(headers: CellRow, missing: str, remedy: str) -> None:
    message, following = _refusal(headers)
    assert missing in message
    assert following == remedy


def test_a_refusal_uses_the_words_of_the_sheets_language() -> None:
    message, _ = _refusal(("Имя", "Телефон"), language=Language.RU)
    assert "no column for Причина" in message


@pytest.mark.parametrize("rows", [(), ((),), ((None, "  "), (None,))])
def test_an_empty_tab_is_told_which_headers_to_type(rows: tuple[CellRow, ...]) -> None:
    message, remedy = _refusal(*rows)
    assert "is empty" in message
    assert "headers in its first row (Received, Name, Phone, Reason, Best time, Notes)" in remedy
    assert "callbacksheet init --workbook NEW.xlsx" in remedy


def test_a_tab_without_any_header_says_so() -> None:
    message, remedy = _refusal(("Ana", "415"), ("Bob", "416"))
    assert "No header row was found in the first 30 rows" in message
    assert "Reason and one of Name, Phone" in remedy


def test_a_header_too_far_down_is_not_found() -> None:
    message, _ = _refusal(*[("x",)] * 30, ("Name", "Phone", "Reason"))
    assert "No header row" in message


@pytest.mark.parametrize(
    "second",
    [
        ("Name", "Phone", "Reason", "Status"),
        ("name", " PHONE", "reason", None),
        ("Клиент", "Телефон", "Причина", "Статус"),
    ],
)
def test_a_header_repeated_among_the_rows_is_refused_with_its_row(second: CellRow) -> None:
    message, remedy = _refusal(("Name", "Phone", "Reason", "Status"), ("Ana", "1", "book", "New"), second)
    assert message == "Row 3 repeats the header of row 1. Nothing was written."
    assert remedy.startswith("Delete row 3")


def test_a_callback_that_happens_to_use_header_words_is_no_second_header() -> None:
    headers = ("Клиент", "Телефон", "Вопрос", "Срочно", "Статус")
    layout = read(
        headers, ("клиент", "8 916 555-01-23", "вопрос", "срочно", "done"), ("Ana", "12345", "Question", None, None)
    )
    assert layout.header_row == 0


def test_merged_cells_among_the_rows_are_refused_by_range() -> None:
    message, remedy = _refusal(("Name", "Phone", "Reason"), ("Ana", "1", "book"), merged=(Area(1, 0, 2, 1),))
    assert "A2:B3" in message
    assert "Unmerge A2:B3" in remedy


def test_merged_cells_that_reach_into_the_header_are_refused() -> None:
    message, _ = _refusal(("Title",), ("Name", "Phone", "Reason"), merged=(Area(0, 0, 1, 0),))
    assert "A1:A2" in message


def test_merged_cells_of_a_banner_above_the_header_are_fine() -> None:
    layout = read(("Title",), ("Name", "Phone", "Reason"), merged=(Area(0, 0, 0, 16),))
    assert layout.header_row == 1


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((6, 1), "B7"), ((0, 25), "Z1"), ((0, 26), "AA1"), ((9, 702), "AAA10")]
)
def test_cells_are_named_as_people_do(place: tuple[int, int], name: str) -> None:
    assert address(*place) == name
