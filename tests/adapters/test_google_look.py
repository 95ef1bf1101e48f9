"""What is read out of Google's answers."""

from __future__ import annotations

from typing import Any

from callbacksheet.adapters.google_look import look_of
from callbacksheet.adapters.google_names import UNDO_ID
from callbacksheet.core.model import Formula

Json = dict[str, Any]


def text(value: str) -> Json:
    return {"userEnteredValue": {"stringValue": value}, "effectiveFormat": {"numberFormat": {"type": "TEXT"}}}


def formula(entered: str, shown: float) -> Json:
    return {"userEnteredValue": {"formulaValue": entered}, "effectiveValue": {"numberValue": shown}}


def spilled(shown: float) -> Json:
    return {"effectiveValue": {"numberValue": shown}}


def sheet(sheet_id: int, columns: int, *rows: list[Json]) -> Json:
    properties = {"sheetId": sheet_id, "title": f"tab {sheet_id}"}
    size = {"gridProperties": {"rowCount": 100, "columnCount": columns}}
    return {"properties": {**properties, **size}, "data": [{"rowData": [{"values": row} for row in rows]}]}


def answer(*sheets: Json) -> Json:
    return {"sheets": list(sheets)}


ROWS = (
    [text("Name"), formula('=ARRAYFORMULA({"Days";B2:B})', 3)],
    [text("Dana"), spilled(4)],
    [text("Oleh"), {}],
    [{}, spilled(5)],
)


def test_a_cell_that_a_formula_elsewhere_fills_is_taken_for_a_formula() -> None:
    tab = look_of(answer(sheet(0, 2, *ROWS)), 0, ()).snapshot.tab
    assert tab.rows[1] == ("Dana", Formula("", 4))
    assert (1, 1) in tab.fixed
    assert tab.rows[2:] == (("Oleh",),)  # nothing is entered in the last row


def test_also_where_what_is_shown_was_asked_for_afterwards() -> None:
    entered = [[{k: v for k, v in cell.items() if k != "effectiveValue"} for cell in row] for row in ROWS]
    entered = [[cell for cell in row if cell] for row in entered]
    tab = look_of(answer(sheet(0, 2, *entered)), 0, (), answer(sheet(0, 2, *ROWS))).snapshot.tab
    assert tab.rows[1] == ("Dana", Formula("", 4))


def test_what_somebody_typed_between_the_two_is_no_formula() -> None:
    later = [ROWS[0], [text("Dana"), {**text("typed"), "effectiveValue": {"stringValue": "typed"}}]]
    tab = look_of(answer(sheet(0, 2, [text("Name")], [text("Dana")])), 0, (), answer(sheet(0, 2, *later))).snapshot.tab
    assert tab.rows[1] == ("Dana",)


def test_the_pre_image_holds_formulas_as_they_stood_and_values_besides() -> None:
    halves = [text("Dana"), {"userEnteredValue": {"formulaValue": "=A2*2"}}], [text("Dana"), spilled(8)]
    halves[1][1]["userEnteredValue"] = {"numberValue": 8}
    before = look_of(answer(sheet(0, 2), sheet(UNDO_ID, 4, [*halves[0], *halves[1]])), 0, ()).snapshot.before
    assert before == (("Dana", Formula("=A2*2", 8)),)
