"""The rows of a sheet part: read with their places, written anew only where something changed or moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers.expat import ExpatError, ParserCreate

from callbacksheet.adapters.xlsx_cells import Reader, cell_name, column_of
from callbacksheet.adapters.xlsx_xml import BrokenPart, as_typed, tag_end, with_attributes, written
from callbacksheet.core.model import CellValue

_OPEN = b"<rows>"
_NAME = re.compile(rb'\sr="[^"]*"')
_FORMULA = re.compile(rb"<(?:\w+:)?f(?=[\s/>])[^>]*?(?:/>|>[^<]*</(?:\w+:)?f\s*>)")


@dataclass(slots=True)
class FormulaElement:
    """``kind`` is empty, ``shared``, ``array`` or ``dataTable``; ``group`` numbers a shared formula."""

    kind: str
    group: str
    area: str
    text: str = ""


@dataclass(slots=True)
class CellElement:
    column: int
    start: int
    style: int
    kind: str
    closing: int = 0
    text: str | None = None
    formula: FormulaElement | None = None


@dataclass(slots=True)
class RowElement:
    number: int
    start: int
    hidden: bool
    style: int | None
    cells: list[CellElement] = field(default_factory=list)
    closing: int = 0

    def cell(self, column: int) -> CellElement | None:
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None


def read_rows(content: bytes) -> list[RowElement]:
    """The row elements of a sheet's data, in order; rows and cells without a number follow the one before."""
    reading = _Reading()
    try:
        reading.parser.Parse(_OPEN + content + b"</rows>", True)  # noqa: FBT003 - the signature of expat
    except (ExpatError, ValueError) as error:
        raise BrokenPart(str(error)) from error
    finally:
        reading.let_go()
    return reading.rows


def _end(content: bytes, start: int, closing: int) -> int:
    """Where an element ends: behind its end tag at ``closing``, or behind its only tag."""
    after_tag = tag_end(content, start)
    return after_tag if content[after_tag - 2 : after_tag] == b"/>" else tag_end(content, closing)


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


class _Reading:
    """The state of one pass over the rows. It is the hot place of reading: hundreds of thousands of cells."""

    def __init__(self) -> None:
        self.rows: list[RowElement] = []
        self._text: list[str] | None = None
        self._phonetic = 0
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.finish
        self.parser.CharacterDataHandler = self.add_text

    def let_go(self) -> None:
        """Part from the parser: the two hold each other, and a walk reads the rows every half a minute."""
        self.parser.StartElementHandler = self.parser.EndElementHandler = self.parser.CharacterDataHandler = None

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "c":
            self._begin_cell(attributes, self.parser.CurrentByteIndex - len(_OPEN))
        elif name in ("v", "t"):
            self._text = [] if not self._phonetic else None
        elif name == "f":
            self._text = []
            kind = attributes.get("t", "")
            self.rows[-1].cells[-1].formula = FormulaElement(
                "" if kind == "normal" else kind, attributes.get("si", ""), attributes.get("ref", "")
            )
        elif name == "row":
            self._begin_row(attributes, self.parser.CurrentByteIndex - len(_OPEN))
        elif name == "rPh":
            self._phonetic += 1

    def finish(self, tag: str) -> None:
        name = _local(tag)
        if name == "c":
            self.rows[-1].cells[-1].closing = self.parser.CurrentByteIndex - len(_OPEN)
        elif name in ("v", "t"):
            if self._text is not None:
                cell = self.rows[-1].cells[-1]
                cell.text = (cell.text or "") + "".join(self._text)
            self._text = None
        elif name == "f":
            formula = self.rows[-1].cells[-1].formula
            if formula is not None:
                formula.text = as_typed("".join(self._text or ()))
            self._text = None
        elif name == "row":
            self.rows[-1].closing = self.parser.CurrentByteIndex - len(_OPEN)
        elif name == "rPh":
            self._phonetic -= 1

    def add_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _begin_row(self, attributes: dict[str, str], place: int) -> None:
        before = self.rows[-1].number if self.rows else -1
        number = int(attributes["r"]) - 1 if "r" in attributes else before + 1
        if number <= before:
            raise BrokenPart("its rows are out of order")
        hidden = attributes.get("hidden", "") in ("1", "true")
        style = int(attributes["s"]) if attributes.get("customFormat") in ("1", "true") else None
        self.rows.append(RowElement(number, place, hidden, style))

    def _begin_cell(self, attributes: dict[str, str], place: int) -> None:
        row = self.rows[-1]
        before = row.cells[-1].column if row.cells else -1
        column = column_of(attributes["r"].rstrip("0123456789")) if "r" in attributes else before + 1
        if column <= before:
            raise BrokenPart("its cells are out of order")
        row.cells.append(CellElement(column, place, int(attributes.get("s", 0)), attributes.get("t", "n")))


def values(rows: Sequence[RowElement], reader: Reader) -> list[list[CellValue]]:
    """The values of all rows from row 1 on, without the gaps that the file leaves out."""
    lines: list[list[CellValue]] = []
    shared = SharedFormulas(rows)
    for row in rows:
        line: list[CellValue] = []
        for cell in row.cells:
            value = _value(row.number, cell, reader, shared)
            if value is not None:
                line.extend([None] * (cell.column - len(line)))
                line.append(value)
        if line:
            lines.extend([] for _ in range(row.number - len(lines)))
            lines.append(line)
    return lines


def _value(row: int, cell: CellElement, reader: Reader, shared: SharedFormulas) -> CellValue:
    if cell.formula is not None:
        return reader.formula(shared.text(row, cell), cell.kind, cell.text, cell.style)
    return reader.value(cell.kind, cell.text, cell.style)


def read_texts(part: bytes) -> list[str]:
    """The workbook's list of shared texts, rich text as plain."""
    texts: list[str] = []
    pieces: list[str] = []
    inside: list[str] = []

    def begin(tag: str, _attributes: dict[str, str]) -> None:
        inside.append(tag.rpartition(":")[2])
        if inside[-1] == "si":
            pieces.clear()

    def finish(tag: str) -> None:
        inside.pop()
        if tag.rpartition(":")[2] == "si":
            texts.append(as_typed("".join(pieces)))

    def add_text(text: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:
            pieces.append(text)

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = add_text
    try:
        parser.Parse(part, True)  # noqa: FBT003 - the signature of expat
    except ExpatError as error:
        raise BrokenPart(str(error)) from error
    return texts


class SharedFormulas:
    """Formulas that the file keeps once for a group of cells, written out for each."""

    def __init__(self, rows: Iterable[RowElement]) -> None:
        self._masters: dict[str, tuple[str, str]] = {}
        self._translators: dict[str, Callable[[str], str]] = {}
        for row in rows:
            for cell in row.cells:
                if cell.formula and cell.formula.kind == "shared" and cell.formula.text:
                    place = cell_name(row.number, cell.column)
                    self._masters.setdefault(cell.formula.group, (cell.formula.text, place))

    def text(self, row: int, cell: CellElement) -> str:
        """The formula of a cell without its "="."""
        formula = cell.formula
        if formula is None or formula.text or formula.kind != "shared":
            return formula.text if formula else ""
        return self._translator(formula.group)(cell_name(row, cell.column))

    def _translator(self, group: str) -> Callable[[str], str]:
        if group not in self._translators:
            from openpyxl.formula.translate import Translator

            if group not in self._masters:
                raise BrokenPart("a shared formula is missing")
            text, place = self._masters[group]
            translator = Translator(f"={text}", origin=place)
            self._translators[group] = lambda to: str(translator.translate_formula(to)).removeprefix("=")
        return self._translators[group]


@dataclass(frozen=True, slots=True)
class NewCell:
    """A cell to be written: the style and the inner XML its value needs."""

    style: int
    kind: str
    inner: str


def _named(tag: bytes, name: str) -> bytes:
    """A cell's tag with another place in it."""
    if b"'" in tag or not _NAME.search(tag):
        return with_attributes(tag, {"r": name})
    return _NAME.sub(f' r="{name}"'.encode(), tag, count=1)


class RowWriter:
    """Writes row elements at a place, from their own bytes wherever those still hold."""

    def __init__(self, content: bytes, prefix: str) -> None:
        self._content = content
        self._prefix = prefix

    def _end(self, element: RowElement | CellElement) -> int:
        return _end(self._content, element.start, element.closing)

    def unchanged(self, row: RowElement) -> bytes:
        return self._content[row.start : self._end(row)]

    def write(
        self,
        row: RowElement | None,
        place: int,
        new: Mapping[int, NewCell],
        formulas: Mapping[int, str],
    ) -> bytes:
        """The row at ``place``, with new cells, and formulas of kept cells as they read there."""
        kept = () if row is None else (c for c in row.cells if c.column not in new)
        moved = row is not None and row.number != place
        cells = {c.column: self._kept(c, place, formulas, moved=moved) for c in kept}
        cells.update((column, self._new(place, column, cell)) for column, cell in new.items())
        inner = b"".join(cells[column] for column in sorted(cells))
        if row is None:
            return f'<{self._prefix}row r="{place + 1}">'.encode() + inner + f"</{self._prefix}row>".encode()
        return self._around(row, place, inner)

    def _around(self, row: RowElement, place: int, inner: bytes) -> bytes:
        """The row's own tag, and what else it holds behind its cells."""
        after_tag = tag_end(self._content, row.start)
        tag = with_attributes(self._content[row.start : after_tag], {"r": str(place + 1), "spans": None})
        if tag.endswith(b"/>"):
            return tag[:-2] + b">" + inner + f"</{self._prefix}row>".encode()
        after_cells = self._end(row.cells[-1]) if row.cells else after_tag
        return tag + inner + self._content[after_cells : self._end(row)]

    def _new(self, place: int, column: int, cell: NewCell) -> bytes:
        style = f' s="{cell.style}"' if cell.style else ""
        kind = f' t="{cell.kind}"' if cell.kind else ""
        tag = f'{self._prefix}c r="{cell_name(place, column)}"{style}{kind}'
        return (f"<{tag}>{cell.inner}</{self._prefix}c>" if cell.inner else f"<{tag}/>").encode()

    def _kept(self, cell: CellElement, place: int, formulas: Mapping[int, str], *, moved: bool) -> bytes:
        if not moved and cell.column not in formulas:
            return self._content[cell.start : self._end(cell)]
        after_tag = tag_end(self._content, cell.start)
        name = cell_name(place, cell.column)
        tag = _named(self._content[cell.start : after_tag], name)
        inner = self._content[after_tag : self._end(cell)]
        if cell.column in formulas:
            array = f' t="array" ref="{name}"' if cell.formula and cell.formula.kind == "array" else ""
            text = written(formulas[cell.column])
            formula = f"<{self._prefix}f{array}>{text}</{self._prefix}f>".encode()
            inner = _FORMULA.sub(lambda _: formula, inner, count=1)
        return tag + inner
