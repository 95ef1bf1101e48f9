"""A workbook's bytes as the tab that people type in and the tool's hidden tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from callbacksheet.adapters import xlsx_styles
from callbacksheet.adapters.plain_rows import trimmed
from callbacksheet.adapters.xlsx_cells import MAX_TEXT, Reader, cell_name
from callbacksheet.adapters.xlsx_frame import Frame
from callbacksheet.adapters.xlsx_hidden import HISTORY_TAB, STATE_TAB, own_lines, read_history, read_state
from callbacksheet.adapters.xlsx_package import Package
from callbacksheet.adapters.xlsx_rows import RowElement, read_rows, read_texts, values
from callbacksheet.adapters.xlsx_tables import Table, tables
from callbacksheet.adapters.xlsx_xml import BrokenPart, Node, parse
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import HistoryRow, StateRow, Tab
from callbacksheet.errors import LayoutError, RefusedError, SetupError

_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@dataclass(frozen=True, slots=True)
class Listing:
    """A tab as the workbook lists it; ``part`` is where its content stands."""

    title: str
    part: str
    visible: bool
    place: int


class Book:
    """One workbook, read. ``BrokenPart`` where it cannot be."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.part = self._main_part()
        self.root = parse(self.package.part(self.part))
        self._check_kind()
        self.tabs = self._listed()

    def tab(self, wanted: str | None) -> Listing:
        """The tab of that title, or the first one in sight. LayoutError where there is none."""
        shown = [tab for tab in self.tabs if tab.visible and tab.title not in (STATE_TAB, HISTORY_TAB)]
        if wanted is None and shown:
            return shown[0]
        for fold in (str, lambda title: str(title).strip().casefold()):
            for tab in self.tabs:
                if wanted is not None and fold(tab.title) == fold(wanted):
                    return tab
        titles = ", ".join(f'"{tab.title}"' for tab in shown) or "none in sight"
        raise LayoutError(
            f'The workbook has no tab "{wanted or ""}". Nothing was written. Its tabs are: {titles}.',
            "Name one of them with `tab = ...` in the [sheet] part of callbacksheet.toml.",
        )

    def hidden(self, title: str) -> Listing | None:
        return next((tab for tab in self.tabs if tab.title == title), None)

    @cached_property
    def reader(self) -> Reader:
        texts = self.texts_part
        settings = self.root.child("workbookPr")
        from_1904 = settings is not None and settings.get("date1904") in ("1", "true")
        listed = read_texts(self.package.part(texts)) if texts else []
        return Reader(listed, self.styles, from_1904=from_1904)

    @cached_property
    def styles(self) -> xlsx_styles.Styles:
        part = self._related("styles")
        return xlsx_styles.Styles(self.package.part(part) if part else xlsx_styles.EMPTY)

    @property
    def texts_part(self) -> str | None:
        """The list of texts that cells share."""
        return self._related("sharedStrings")

    @property
    def styles_part(self) -> str | None:
        return self._related("styles")

    @property
    def protected(self) -> bool:
        protection = self.root.child("workbookProtection")
        return protection is not None and protection.get("lockStructure") in ("1", "true")

    def state(self) -> tuple[StateRow, ...] | None:
        """The tool's state; None where its tab does not exist."""
        tab = self.hidden(STATE_TAB)
        return None if tab is None else read_state(self.lines(tab))

    def history(self) -> tuple[HistoryRow, ...]:
        tab = self.hidden(HISTORY_TAB)
        return () if tab is None else read_history(self.lines(tab))

    def lines(self, tab: Listing) -> list[list[CellValue]]:
        content = Frame(self.package.original(tab.part)).content
        return own_lines(content) or values(read_rows(content), self.reader)

    def _main_part(self) -> str:
        found = [r.target for r in self.package.relations("") if r.kind == "officeDocument"]
        if not found:
            raise BrokenPart("it is a zip file, but no workbook")
        return found[0]

    def _related(self, kind: str) -> str | None:
        related = (r.target for r in self.package.relations(self.part) if r.kind == kind)
        return next((target for target in related if target in self.package), None)

    def _check_kind(self) -> None:
        if self.root.attributes.get(f"xmlns:{self.root.prefix[:-1]}".rstrip(":")) == _STRICT:
            raise SetupError(
                'The workbook was saved as "Strict Open XML". It was left alone.',
                'Save it as "Excel Workbook (.xlsx)" and run again.',
            )
        if self.package.type_of(self.part) != _PLAIN:
            raise SetupError(
                "The workbook holds macros, is a template, or is of a kind this tool does not write. "
                "It was left alone.",
                'Save it as "Excel Workbook (.xlsx)" and run again.',
            )
        if any("_xmlsignatures/" in name for name in self.package.names):
            raise SetupError(
                "The workbook is signed, and any change would break the signature. It was left alone.",
                "Remove the signature, or work on a copy.",
            )

    def _listed(self) -> tuple[Listing, ...]:
        sheets = self.root.child("sheets")
        targets = {r.id: r for r in self.package.relations(self.part) if r.kind == "worksheet"}
        listed: list[Node] = sheets.children if sheets else []
        return tuple(
            Listing(
                node.get("name"),
                targets[node.relation()].target,
                node.get("state", "visible") == "visible",
                n,
            )
            for n, node in enumerate(listed)
            if node.relation() in targets
        )


class DataTab:
    """The team's tab of a book: its elements and its values."""

    def __init__(self, book: Book, wanted: str | None) -> None:
        self.listing = book.tab(wanted)
        self.frame = Frame(book.package.part(self.listing.part))
        self.rows: Sequence[RowElement] = read_rows(self.frame.content)
        self.tables: tuple[Table, ...] = tables(book.package, self.listing.part)
        lines = trimmed(values(self.rows, book.reader))
        hidden = frozenset(row.number for row in self.rows if row.hidden and row.number < len(lines))
        self.tab = Tab(self.listing.title, lines, self.frame.merged, hidden)
        self._check()

    @property
    def bottom(self) -> int:
        return self.rows[-1].number if self.rows else 0

    @property
    def right(self) -> int:
        return max((row.cells[-1].column for row in self.rows if row.cells), default=0)

    def _check(self) -> None:
        for table in self.tables:
            if table.has_totals:
                raise LayoutError(
                    f'The table "{table.name}" has a total row, which would be taken for a caller. '
                    "Nothing was written.",
                    "Switch it off (Table Design, Total Row), save and close, and run again.",
                )
        for number, row in enumerate(self.tab.rows):
            for column, value in enumerate(row):
                check_length(value, number, column)


def check_length(value: CellValue, row: int, column: int) -> None:
    """RefusedError where a spreadsheet program would cut the text of a cell."""
    if (
        isinstance(value, str)
        and len(value) > MAX_TEXT // 2
        and len(value.encode("utf-16-le", "surrogatepass")) > 2 * MAX_TEXT
    ):
        raise RefusedError(
            f"Cell {cell_name(row, column)} holds {len(value):,} characters; a workbook's cell can hold "
            f"{MAX_TEXT:,}, and a spreadsheet program would cut the rest. Nothing was written.",
            "Move a part of the text to another cell, save, and run again.",
        )
