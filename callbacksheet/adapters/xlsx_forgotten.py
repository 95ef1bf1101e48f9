"""A forgotten caller's words leave the file too, where blanking cells does not reach: old shared texts, notes.

A workbook keeps texts in a list beside the cells, and an emptied cell leaves its text there.
"""

from __future__ import annotations

from collections.abc import Iterator

from callbacksheet.adapters.xlsx_book import Book
from callbacksheet.adapters.xlsx_cells import place_of
from callbacksheet.adapters.xlsx_frame import Frame
from callbacksheet.adapters.xlsx_package import Package
from callbacksheet.adapters.xlsx_rows import read_rows
from callbacksheet.adapters.xlsx_xml import Node, Patch, parse
from callbacksheet.core.batch import Batch, Swap

_NOTES = {"comments": "comment", "threadedComment": "threadedComment"}


def blank_leftovers(book: Book, sheet: str, batch: Batch) -> None:
    """Empty the texts that no cell shows any more, and the notes on the rows this batch has blanked."""
    rows = {request.row for request in batch.requests if isinstance(request, Swap) and request.new is None}
    _blank_notes(book.package, sheet, rows)
    part = book.texts_part
    if part is not None:
        _blank_texts(book.package, part, set(_shown_texts(book)))


def _shown_texts(book: Book) -> Iterator[int]:
    """The numbers of the shared texts that cells of any tab hold."""
    for tab in book.tabs:
        for row in read_rows(Frame(book.package.part(tab.part)).content):
            for cell in row.cells:
                if cell.kind == "s" and cell.text:
                    yield int(cell.text)


def _blank_texts(package: Package, part: str, shown: set[int]) -> None:
    data = package.part(part)
    patch = Patch(data)
    texts = [node for node in parse(data).children if node.name == "si"]
    for number, node in enumerate(texts):
        if number not in shown:
            _empty(patch, node, f"<{node.prefix}t/>".encode())
    package.replace(part, patch.result())


def _blank_notes(package: Package, sheet: str, rows: set[int]) -> None:
    for relation in package.relations(sheet):
        if relation.kind not in _NOTES:
            continue
        data = package.part(relation.target)
        patch = Patch(data)
        for note in parse(data).all(_NOTES[relation.kind]):
            text = note.child("text")
            if text is not None and place_of(note.get("ref"))[0] in rows:
                _empty(patch, text, f"<{text.prefix}t/>".encode() if relation.kind == "comments" else b"")
        package.replace(relation.target, patch.result())


def _empty(patch: Patch, node: Node, content: bytes) -> None:
    if node.inner_end != node.end:
        patch.replace(node.inner, node.inner_end, content)
