"""Where a number or a name still stands in a workbook: in cells of any tab, notes, links, memories of pivot tables."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

from callbacksheet.adapters.xlsx_book import Book
from callbacksheet.adapters.xlsx_cells import cell_name
from callbacksheet.adapters.xlsx_hidden import HISTORY_TAB, STATE_TAB
from callbacksheet.core.cells import text_of
from callbacksheet.core.forget import says

MEMORY = "what the tool remembers of other rows"

_READ = (".xml", ".rels", ".vml")
_DATA = re.compile(r"<(?P<p>\w+:)?sheetData[ >/].*</(?P=p)?sheetData>", re.DOTALL)
_RUN = re.compile(r"<(?P<p>\w+:)?rPr>.*?</(?P=p)?rPr>|</?(?:\w+:)?[rt](?:\s[^>]*)?/?>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r'"([^"]*)"')


def traces(data: bytes, number: str, names: Collection[str]) -> tuple[str, ...]:
    """The places, cells as "Archive!B7", all else by the name of its part. Raises BrokenPart for no workbook."""
    book = Book(data)
    return tuple(dict.fromkeys((*_in_cells(book, number, names), *_in_parts(book, number, names))))


def _in_cells(book: Book, number: str, names: Collection[str]) -> Iterator[str]:
    digits = digits_pattern(number)
    for tab in book.tabs:
        own = tab.title in (STATE_TAB, HISTORY_TAB)
        for row, cells in enumerate(book.lines(tab)):
            for column, value in enumerate(cells):
                text = text_of(value)
                if text and (digits.search(text) or says(text, names)):
                    yield MEMORY if own else f"{tab.title}!{cell_name(row, column)}"


def _in_parts(book: Book, number: str, names: Collection[str]) -> Iterator[str]:
    digits = digits_pattern(number)
    sheets = {tab.part for tab in book.tabs}
    for name in book.package.names:
        if not name.endswith(_READ) or name == book.texts_part:
            continue
        xml = book.package.original(name).decode("utf-8", "replace")
        lines = _lines(_DATA.sub("", xml) if name in sheets else xml)
        if any(digits.search(line) or says(line, names) for line in lines):
            yield name


def _lines(xml: str) -> list[str]:
    """The texts of a part, and the values of its attributes, one to a line."""
    plain = _TAG.sub(lambda tag: "\n" + "\n".join(_VALUE.findall(tag[0])) + "\n", _RUN.sub("", xml))
    return [html.unescape(line) for line in plain.split("\n") if line.strip()]


def digits_pattern(number: str) -> re.Pattern[str]:
    """These digits however they are parted, a country code or a zero before them or not."""
    return re.compile(r"(?<!\d)\d{0,4}" + r"[^\d\n]{0,3}".join(number) + r"(?!\d)")
