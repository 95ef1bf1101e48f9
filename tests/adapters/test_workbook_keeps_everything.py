"""Nothing in a team's workbook is lost when the tool writes: other parts stay, a row's things go with it."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.adapters.xlsx_hidden import HISTORY_TAB, STATE_TAB
from callbacksheet.adapters.xlsx_new_rows import NewRows
from callbacksheet.core.batch import Absorb, AddColumn, AppendRow, Arrange, Put, Request, Swap
from callbacksheet.core.model import Column, Formula
from callbacksheet.core.snapshot import Area, HistoryRow, Tab
from callbacksheet.errors import CallbackSheetError, LayoutError
from tests.adapters import rich_workbook as rich
from tests.contract.sheets import HurriedDisk, batch

CHOICES = {Column.STATUS: ("New", "Scheduled", "Waiting", "Done")}
SHEET = rich.SHEET
DATA = rich.DATA_PART


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return rich.save(tmp_path / "office.xlsx")


def apply(path: Path, *requests: Request) -> Tab:
    sheet = WorkbookSheet(path, choices=CHOICES, disk=HurriedDisk())
    return sheet.apply(batch(sheet.read(), *requests)).tab


def patched(path: Path, *requests: Request, part: str = DATA) -> str:
    apply(path, *requests)
    return rich.members(path)[part].decode()


REVERSED = Arrange(2, (6, 5, 4, 3, 2))


def test_the_tab_is_read_as_a_person_sees_it(path: Path) -> None:
    snapshot = WorkbookSheet(path, disk=HurriedDisk()).read()
    assert snapshot.tab.title == "Front desk"
    assert snapshot.tab.hidden_rows == {4}
    assert snapshot.tab.rows[2] == (
        *(
            "Dana",
            4155550142,
            datetime(2026, 5, 8, 13, 30),
            3,
            Formula("=D3*2", 6),
            Formula('="=" & A3', "=Dana"),
        ),
    )
    assert snapshot.tab.rows[3][0] == "Oleg", "rich text is read as plain, without its phonetic reading"
    assert snapshot.tab.rows[6][4] == Formula("=D7*2", 14), "a shared formula is read as the cell's own"


def test_every_part_the_batch_does_not_change_stays_byte_for_byte(path: Path) -> None:
    before = rich.members(path)
    apply(path, Put(2, 1, "+1 415-555-0142"))
    after = rich.members(path)
    changed = {DATA, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"}
    dropped = {"xl/calcChain.xml"}
    for name in set(before) - changed - dropped:
        assert after[name] == before[name], name
    assert set(after) - set(before) == {"xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"}


def test_only_the_written_cell_differs_in_the_sheet(path: Path) -> None:
    before = rich.members(path)[DATA].decode()
    after = patched(path, Put(5, 0, "Anna"))
    cell = '<c r="A6" t="inlineStr"><is><t xml:space="preserve">Anna</t></is></c>'
    rows = re.compile(r"<row.*?</row>", re.DOTALL)
    expected = [row.replace('<c r="A6" t="s"><v>9</v></c>', cell) for row in rows.findall(before)]
    expected[5] = expected[5].replace(' spans="1:6"', "")
    assert rows.findall(after) == expected
    assert rows.sub("", after).replace("\n", "") == rows.sub("", before).replace("\n", "")


def test_a_batch_of_state_alone_leaves_the_tab_byte_for_byte(path: Path) -> None:
    before = rich.members(path)[DATA]
    apply(path)
    assert rich.members(path)[DATA] == before


@pytest.mark.parametrize("kept", ["x14:dataValidations", "mc:AlternateContent", "x14ac:dyDescent", "{row}", "tooltip"])
def test_what_openpyxl_would_drop_from_the_tab_stays(path: Path, kept: str) -> None:
    requests = (Put(2, 0, "Dana K"), AppendRow(((0, "Zed"),)), Absorb(4, 2), Arrange(2, (7, 6, 5, 3, 2)))
    after = patched(path, *requests)
    assert after.count(kept) == SHEET.count(kept)


def test_heights_paint_and_formats_move_with_their_row(path: Path) -> None:
    after = patched(path, REVERSED)
    assert re.search(r'<row r="6" ht="30" customHeight="1"[^>]*><c r="A6" s="2" t="s"><v>7</v></c>', after)
    assert '<c r="C6" s="5"><v>46151</v></c>' in after


def test_rows_a_filter_hides_stay_hidden_where_they_go(path: Path) -> None:
    assert apply(path, Arrange(2, (4, 2, 3, 5, 6))).hidden_rows == {2}


def test_notes_and_their_windows_move_with_their_row(path: Path) -> None:
    apply(path, REVERSED)
    parts = rich.members(path)
    assert re.findall(r'ref="(\w+)"', parts["xl/comments1.xml"].decode()) == ["A7", "A5", "A3"]
    windows = parts["xl/drawings/vmlDrawing1.vml"].decode()
    assert re.findall(r"<x:Row>(\d)</x:Row><x:Column>0", windows) == ["6", "4", "2"]
    assert "<x:Anchor>1, 15, 5, 10, 3, 15, 9, 4</x:Anchor>" in windows
    assert windows.endswith('<x:ClientData ObjectType="Button"><x:Row>2</x:Row></x:ClientData></v:shape></xml>')


def test_comment_threads_move_with_their_row(path: Path) -> None:
    part = patched(path, Arrange(2, (4, 2, 3, 5, 6)), part="xl/threadedComments/threadedComment1.xml")
    assert part == rich.THREADS.replace('ref="A5"', 'ref="A3"')


def test_a_note_of_an_absorbed_row_goes_to_its_survivor_beside_the_one_there(path: Path) -> None:
    apply(path, Absorb(6, 2), Arrange(2, (5, 4, 3, 2)))
    parts = rich.members(path)
    assert re.findall(r'ref="(\w+)"', parts["xl/comments1.xml"].decode()) == ["A6", "A4", "B6"]
    windows = parts["xl/drawings/vmlDrawing1.vml"].decode()
    assert re.findall(r"<x:Row>(\d)</x:Row><x:Column>(\d)", windows) == [("5", "0"), ("3", "0"), ("5", "1")]


def test_links_move_with_their_row_and_keep_their_address(path: Path) -> None:
    after = patched(path, REVERSED)
    assert '<hyperlink ref="A6" r:id="rId5" tooltip="his card"/>' in after
    assert '<hyperlink ref="A4" location="Lists!A1" display="Ana"/>' in after


def test_formulas_stay_formulas_and_shared_ones_are_parted(path: Path) -> None:
    rows = apply(path, REVERSED).rows
    assert [row[4] for row in rows[2:]] == [
        *(
            Formula("=D3*2", 14),
            Formula("=D4*2", 12),
            Formula("=D5*2", 10),
            Formula("=D6*2", 8),
            Formula("=D7*2", 6),
        )
    ]
    assert rows[6][5] == Formula('="=" & A7', "=Dana")
    assert 't="shared"' not in rich.members(path)[DATA].decode()


def test_shared_formulas_stay_shared_while_nothing_moves(path: Path) -> None:
    assert patched(path, Put(2, 0, "Dana K")).count('t="shared"') == 5


def test_the_order_of_computing_is_made_anew_once_formulas_may_have_moved(path: Path) -> None:
    apply(path, REVERSED)
    parts = rich.members(path)
    assert "xl/calcChain.xml" not in parts
    assert b"calcChain" not in parts["[Content_Types].xml"] + parts["xl/_rels/workbook.xml.rels"]
    assert b'<calcPr calcId="191029" fullCalcOnLoad="1"/>' in parts["xl/workbook.xml"]


def _with_array(area: str) -> dict[str, str]:
    formula = f'<f t="array" ref="{area}">D4*3</f>'
    return {DATA: SHEET.replace('<c r="D4"><v>4</v></c>', f'<c r="D4">{formula}<v>4</v></c>')}


def test_an_array_formula_in_one_cell_moves_with_its_row(tmp_path: Path) -> None:
    path = rich.save(tmp_path / "office.xlsx", _with_array("D4"))
    assert '<c r="D6"><f t="array" ref="D6">D6*3</f><v>4</v></c>' in patched(path, REVERSED)


@pytest.mark.parametrize("request_", [REVERSED, Put(4, 3, 9), Absorb(4, 2)], ids=repr)
def test_an_array_formula_over_several_rows_is_refused_by_name(tmp_path: Path, request_: Request) -> None:
    path = rich.save(tmp_path / "office.xlsx", _with_array("D4:D5"))
    before = path.read_bytes()
    with pytest.raises(LayoutError, match=r"the formula over D4:D5 .*Nothing was written"):
        apply(path, request_)
    assert path.read_bytes() == before


def test_a_change_beside_an_array_formula_is_made(tmp_path: Path) -> None:
    path = rich.save(tmp_path / "office.xlsx", _with_array("D4:D5"))
    assert '<f t="array" ref="D4:D5">D4*3</f>' in patched(path, Put(2, 0, "Dana K"))


def test_merged_cells_in_rows_that_move_are_refused_by_name(tmp_path: Path) -> None:
    merged = SHEET.replace("<conditionalF", '<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells><conditionalF')
    path = rich.save(tmp_path / "office.xlsx", {DATA: merged})
    assert WorkbookSheet(path, disk=HurriedDisk()).read().tab.merged == (Area(2, 0, 2, 1),)
    with pytest.raises(LayoutError, match="the merged cells A3:B3"):
        apply(path, REVERSED)


def test_added_columns_look_like_the_header_beside_them_and_offer_words(path: Path) -> None:
    after = patched(
        path,
        AddColumn(1, 6, "Status", Column.STATUS),
        AddColumn(1, 7, "ID", Column.ID, hidden=True),
        Put(2, 7, "CB-1"),
    )
    assert '<c r="G2" s="1" t="inlineStr">' in after
    assert '<col min="8" max="8" width="9.5" style="4" hidden="1"/><col min="9" max="16384"' in after
    assert '<col min="1" max="2" width="20" customWidth="1"/>' in after
    assert 'ySplit="2" topLeftCell="A3"' in after
    assert 'showErrorMessage="0" sqref="G3:G1048576"><formula1>"New,Scheduled,Waiting,Done"</formula1>' in after
    assert '<dataValidations count="2">' in after


def test_a_pane_the_team_has_frozen_stays(tmp_path: Path) -> None:
    own = SHEET.replace("<selection", '<pane xSplit="1" topLeftCell="B1" state="frozen"/><selection')
    path = rich.save(tmp_path / "office.xlsx", {DATA: own})
    after = patched(path, AddColumn(1, 6, "Status", Column.STATUS))
    assert '<pane xSplit="1" topLeftCell="B1" state="frozen"/>' in after
    assert after.count("<pane") == 1


def test_a_filter_takes_in_the_columns_and_rows_beside_it_so_that_sorting_tears_no_row(path: Path) -> None:
    after = patched(path, AddColumn(1, 6, "ID", Column.ID), AppendRow(((0, "Zed"),)))
    assert '<autoFilter ref="A2:G8">' in after
    name = rich.members(path)["xl/workbook.xml"].decode()
    assert "hidden=\"1\">'Front desk'!$A$2:$G$8</definedName>" in name
    assert "'Front desk'!$A$3:$A$7</definedName>" in name


def test_rules_over_whole_columns_reach_appended_rows(path: Path) -> None:
    after = patched(path, AppendRow(((0, "Zed"),)), Arrange(2, (7, 2, 3, 4, 5, 6)))
    for rule in ('conditionalFormatting sqref="A3:F8"', 'sqref="D3:D8"', "<xm:sqref>B3:B8</xm:sqref>"):
        assert rule in after, rule


def test_an_appended_row_looks_like_the_rows_above_it(path: Path) -> None:
    after = patched(path, AppendRow(((0, "Zed"), (2, datetime(2026, 5, 10, 9)))))
    assert '<c r="C8" s="3"><v>46152.375</v></c>' in after, "a date in the look of its column"
    assert '<row r="8"><c r="A8" t="inlineStr">' in after, "Oleg's paint is his alone"


def test_a_moment_written_over_a_bare_date_shows_its_time_and_keeps_the_paint(path: Path) -> None:
    after = patched(
        path,
        Swap(3, 2, WorkbookSheet(path, disk=HurriedDisk()).read().tab.rows[3][2], datetime(2026, 5, 9, 10)),
    )
    style = re.search(r'<c r="C4" s="(\d+)">', after)
    assert style
    written = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", rich.members(path)["xl/styles.xml"].decode())[1:][int(style[1])]
    assert 'numFmtId="164"' in written
    assert 'fillId="2"' in written


def test_styles_do_not_heap_up_over_the_runs(path: Path) -> None:
    apply(path, Put(2, 1, "+1 415-555-0142"), Put(5, 2, datetime(2026, 5, 9)))
    styles = rich.members(path)["xl/styles.xml"]
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    for number in range(3):
        sheet.apply(batch(sheet.read(), Put(4, 1, f"+1 415-555-020{number}"), Put(6, 2, datetime(2026, 5, 10))))
    assert rich.members(path)["xl/styles.xml"] == styles


TABLE = (
    f'{rich.HEAD}<table xmlns="{rich.MAIN}" id="1" name="T" displayName="T" ref="A2:F7">'
    '<autoFilter ref="A2:F7"/><tableColumns count="6">'
    + "".join(f'<tableColumn id="{n}" name="{name}"/>' for n, name in enumerate(rich.STRINGS[:6], 1))
    + '</tableColumns><tableStyleInfo name="TableStyleLight1"/></table>'
)


def _with_table(path: Path, table: str = TABLE) -> Path:
    listed = (
        f'Target="../comments1.xml"/><Relationship Id="rId9" Type="{rich.REL}/table" Target="../tables/table1.xml"/>'
    )
    return rich.save(
        path,
        {
            "xl/tables/table1.xml": table,
            "xl/worksheets/_rels/sheet2.xml.rels": rich.SHEET_RELS.replace('Target="../comments1.xml"/>', listed),
            DATA: SHEET.replace(
                '<extLst><ext uri="{CCE',
                '<tableParts count="1"><tablePart r:id="rId9"/></tableParts><extLst><ext uri="{CCE',
            ),
        },
    )


def test_a_table_takes_in_added_columns_and_rows(tmp_path: Path) -> None:
    path = _with_table(tmp_path / "office.xlsx")
    part = patched(
        path,
        *(
            AddColumn(1, 6, "Status", Column.STATUS),
            AddColumn(1, 7, "ID", Column.ID),
            AppendRow(((0, "Zed"),)),
        ),
        part="xl/tables/table1.xml",
    )
    assert 'displayName="T" ref="A2:H8"><autoFilter ref="A2:H8"/><tableColumns count="8">' in part
    assert '<tableColumn id="7" name="Status"/><tableColumn id="8" name="ID"/></tableColumns>' in part


def test_a_column_that_is_not_right_beside_a_table_stays_outside(tmp_path: Path) -> None:
    path = _with_table(tmp_path / "office.xlsx")
    assert patched(path, AddColumn(1, 8, "ID", Column.ID), part="xl/tables/table1.xml") == TABLE


def test_a_table_with_a_total_row_is_refused_since_it_would_be_taken_for_a_caller(tmp_path: Path) -> None:
    path = _with_table(tmp_path / "office.xlsx", TABLE.replace('ref="A2:F7">', 'ref="A2:F7" totalsRowCount="1">', 1))
    with pytest.raises(LayoutError, match='The table "T" has a total row'):
        WorkbookSheet(path, disk=HurriedDisk()).read()


def test_the_hidden_tabs_are_hidden_and_other_tabs_keep_their_place(path: Path) -> None:
    apply(path)
    listed = re.findall(
        r'<sheet [^>]*?name="([^"]+)"[^>]*?sheetId="(\d+)"([^>]*)',
        rich.members(path)["xl/workbook.xml"].decode(),
    )
    assert [(name, number) for name, number, _ in listed] == [
        *(("Lists", "4"), ("Front desk", "7"), (STATE_TAB, "8"), (HISTORY_TAB, "9"))
    ]
    assert all('state="hidden"' in rest for _, _, rest in listed[2:])


def test_the_history_part_only_grows_at_its_end(path: Path) -> None:
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    line = HistoryRow("t", "r", "k", "name", "a", "b", "why", "who")
    first = sheet.apply(batch(sheet.read(), history=[line]))
    before = rich.members(path)["xl/worksheets/sheet4.xml"]
    sheet.apply(batch(first, history=[line, line]))
    after = rich.members(path)["xl/worksheets/sheet4.xml"]
    assert after.startswith(before.removesuffix(b"</sheetData></worksheet>"))


def test_openpyxl_reads_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "plain.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Phone", "When"])
    book.worksheets[0].append(["Dana", 4155550142, datetime(2026, 5, 8, 13, 30)])
    book.save(path)
    apply(
        path,
        Put(1, 1, "+1 415"),
        Put(1, 3, "=1+1"),
        AppendRow(((0, " Zoë\n<&"), (2, datetime(2026, 5, 9, 9)))),
        Arrange(1, (2, 1)),
    )
    tab = openpyxl.load_workbook(path).worksheets[0]
    assert [[cell.value for cell in row] for row in tab.iter_rows()] == [
        ["Name", "Phone", "When", None],
        [" Zoë\n<&", None, datetime(2026, 5, 9, 9), None],
        ["Dana", "+1 415", datetime(2026, 5, 8, 13, 30), "=1+1"],
    ]
    assert tab["D3"].data_type == "s", "text that looks like a formula stays text"
    assert tab["B3"].number_format == "@"


@pytest.mark.parametrize("prefix", ["x", "ss"])
def test_a_workbook_whose_program_puts_prefixes_everywhere_is_written_in_its_own_way(
    tmp_path: Path, prefix: str
) -> None:
    def prefixed(part: str) -> str:
        head, _, body = part.partition("?>")
        body = body.replace(f'xmlns="{rich.MAIN}"', f'xmlns:{prefix}="{rich.MAIN}"')
        return head + "?>" + re.sub(r"<(/?)(?=\w+[\s/>])(?!\w+:)", rf"<\1{prefix}:", body)

    names = (DATA, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/comments1.xml")
    path = rich.save(tmp_path / "office.xlsx", {name: prefixed(rich.parts()[name]) for name in names})
    rows = apply(
        path,
        Put(2, 1, "+1 415"),
        AddColumn(1, 6, "Status", Column.STATUS),
        AppendRow(((0, "Zed"),)),
        REVERSED_AND_ZED,
    ).rows
    assert rows[2][0] == "Zed"
    assert rows[7][:2] == ("Dana", "+1 415")
    sheet = rich.members(path)[DATA].decode()
    assert f"<{prefix}:is><{prefix}:t " in sheet
    assert "<c " not in sheet


REVERSED_AND_ZED = Arrange(2, (7, 6, 5, 4, 3, 2))


def test_a_workbook_saved_as_utf_16_is_read_and_written(tmp_path: Path) -> None:
    path = rich.save(tmp_path / "office.xlsx")
    content = rich.members(path)
    content[DATA] = content[DATA].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    with zipfile.ZipFile(path, "w") as file:
        for name, data in content.items():
            file.writestr(name, data)
    assert apply(path, Put(2, 0, "Зоя")).rows[2][0] == "Зоя"


def test_a_1904_calendar_is_read_and_written(tmp_path: Path) -> None:
    path = rich.save(
        tmp_path / "office.xlsx",
        {"xl/workbook.xml": rich.WORKBOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>')},
    )
    before = WorkbookSheet(path, disk=HurriedDisk()).read()
    assert before.tab.rows[2][2] == datetime(2030, 5, 9, 13, 30)
    assert apply(path, Put(2, 2, datetime(2026, 5, 8, 9))).rows[2][2] == datetime(2026, 5, 8, 9)


def test_a_writer_that_loses_a_cell_is_caught_before_anything_is_published(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a patch, since the point is a bug in our own writer
    written = NewRows.written
    monkeypatch.setattr(NewRows, "written", lambda rows: written(rows).replace(b"+1 415", b"+1 416"))
    before = path.read_bytes()
    with pytest.raises(CallbackSheetError, match="would not have read back right at cell B3"):
        apply(path, Put(2, 1, "+1 415"))
    assert path.read_bytes() == before
