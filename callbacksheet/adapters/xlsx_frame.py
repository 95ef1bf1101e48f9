"""What stands around the rows of a sheet: its ranges, columns, freeze, drop-downs, filter and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from callbacksheet.adapters.xlsx_cells import area_name, area_of, cell_name, column_name, place_of
from callbacksheet.adapters.xlsx_xml import BrokenPart, Node, Patch, escape, parse, quoted, tag_end
from callbacksheet.core.snapshot import Area

_DATA_TAG = re.compile(rb"<((?:\w+:)?)sheetData(?=[\s/>])")
# the schema's order of a sheet's elements, as far down as the tool adds any
_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
)
_LAST_ROW = 1_048_575
_CUSTOM_WIDTH = "14.7109375"

Move = Callable[[int, int], tuple[int, int]]


class Frame:
    """A sheet part without its rows. Changes are collected and made by ``result``."""

    def __init__(self, data: bytes) -> None:
        found = _DATA_TAG.search(data)
        if found is None:
            raise BrokenPart("it is no sheet")
        self.prefix = found[1].decode()
        start = tag_end(data, found.start())
        closing = f"</{self.prefix}sheetData".encode()
        end = start if data[start - 2 : start] == b"/>" else data.rfind(closing)
        if end < start:
            raise BrokenPart("its rows do not end")
        self.content = self._new_content = data[start:end]
        self._data = data[:start] + data[end:]
        self.root = parse(self._data)
        self._patch = Patch(self._data)
        self._columns: dict[int, dict[str, str | None]] = {}
        self._column_styles: dict[int, int] = {}
        self._validations: list[str] = []

    def node(self, name: str) -> Node | None:
        return self.root.child(name)

    @property
    def merged(self) -> tuple[Area, ...]:
        merged = self.node("mergeCells")
        return tuple(area_of(cell.get("ref")) for cell in merged.children) if merged else ()

    @property
    def protected(self) -> bool:
        protection = self.node("sheetProtection")
        return protection is not None and protection.get("sheet") in ("1", "true")

    def column_style(self, column: int) -> int:
        """The style that an empty cell of a column has."""
        if column not in self._column_styles:
            node = self._column_node(column)
            self._column_styles[column] = int(node.get("style", "0")) if node else 0
        return self._column_styles[column]

    def filter_area(self) -> Area | None:
        node = self.node("autoFilter")
        return area_of(node.get("ref")) if node and node.get("ref") else None

    def set_dimension(self, bottom: int, right: int) -> None:
        node = self.node("dimension")
        if node is not None:
            self._patch.set(node, ref=area_name(Area(0, 0, max(bottom, 0), max(right, 0))))

    def drop_dimension(self) -> None:
        """The range the file claims to fill, which nobody needs."""
        node = self.node("dimension")
        if node is not None:
            self._patch.replace(node.start, node.end, b"")

    def set_filter(self, area: Area) -> None:
        node = self.node("autoFilter")
        if node is not None:
            self._patch.set(node, ref=area_name(area))

    def hide_column(self, column: int) -> None:
        self._columns.setdefault(column, {})["hidden"] = "1"

    def widen_column(self, column: int, width: int) -> None:
        """Give a new column a width where the team has set none."""
        if self._column_node(column) is None:
            self._columns.setdefault(column, {}).update(width=str(width), customWidth="1")

    def add_choices(self, column: int, first_row: int, choices: Sequence[str]) -> None:
        """A drop-down that offers words and forbids none: people may still type what they like."""
        listed = ",".join(choices)
        if not choices or len(listed) > 255 or any("," in choice or '"' in choice for choice in choices):
            return
        area = f"{cell_name(first_row, column)}:{cell_name(_LAST_ROW, column)}"
        p = self.prefix
        self._validations.append(
            f'<{p}dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="{area}">'
            f"<{p}formula1>{escape(chr(34) + listed + chr(34))}</{p}formula1></{p}dataValidation>"
        )

    def freeze(self, rows: int) -> None:
        """Keep the top rows in sight, where the team has not frozen or split the tab itself."""
        views = self.node("sheetViews")
        pane = f'<{self.prefix}pane ySplit="{rows}" topLeftCell="A{rows + 1}" activePane="bottomLeft" state="frozen"/>'
        if views is None:
            view = f'<{self.prefix}sheetView workbookViewId="0">{pane}</{self.prefix}sheetView>'
            self._insert("sheetViews", view)
            return
        for view_node in views.children:
            if view_node.name == "sheetView" and view_node.child("pane") is None:
                self._patch.prepend(view_node, pane.encode())
                self._patch.set(view_node, topLeftCell=None)
                for selection in view_node.children:
                    if selection.name == "selection" and not selection.get("pane"):
                        self._patch.set(selection, pane="bottomLeft")

    def reach_down(self, first_row: int, last: int, new_last: int) -> None:
        """Rules over whole columns (drop-downs, colours) that ended at the last row reach the new one."""
        for name in ("conditionalFormatting", "dataValidation"):
            for node in self.root.all(name):
                if node.get("sqref"):
                    self._patch.set(node, sqref=_reached(node.get("sqref"), first_row, last, new_last))
                newer = node.child("sqref")
                if newer is not None:
                    reached = _reached(newer.text, first_row, last, new_last)
                    self._patch.replace(newer.inner, newer.inner_end, reached.encode())

    def links(self) -> list[tuple[int, int]]:
        """The places of the links that stand on one cell."""
        return [place_of(node.get("ref")) for node in self._link_nodes()]

    def move_links(self, move: Move) -> None:
        for node in self._link_nodes():
            self._patch.set(node, ref=cell_name(*move(*place_of(node.get("ref")))))

    def set_rows(self, content: bytes) -> None:
        self._new_content = content

    def result(self) -> bytes:
        """The part with all that was changed."""
        self._set_columns()
        self._add_validations()
        node = self.root.child("sheetData")
        if node is None:
            raise BrokenPart("it is no sheet")
        self._patch.append(node, self._new_content)
        return self._patch.result()

    def _link_nodes(self) -> list[Node]:
        links = self.node("hyperlinks")
        return [] if links is None else [node for node in links.children if ":" not in node.get("ref", ":")]

    def _column_node(self, column: int) -> Node | None:
        columns = self.node("cols")
        if columns is None:
            return None
        return next((n for n in columns.children if int(n.get("min")) <= column + 1 <= int(n.get("max"))), None)

    def _set_columns(self) -> None:
        """Write the changed columns, parting those that the file describes together with their neighbours."""
        if not self._columns:
            return
        listed = self.node("cols")
        held = [] if listed is None else [dict(node.attributes) for node in listed.children]
        spans = [(int(item["min"]), int(item["max"]), item) for item in held]
        for column, values in self._columns.items():
            spans = _with_column(spans, column + 1, {k: v for k, v in values.items() if v is not None})
        written = "".join(self._column_element(*span) for span in spans)
        if listed is None:
            self._insert("cols", written)
        else:
            element = f"<{self.prefix}cols>{written}</{self.prefix}cols>"
            self._patch.replace(listed.start, listed.end, element.encode())

    def _column_element(self, first: int, last: int, attributes: dict[str, str]) -> str:
        values = {**attributes, "min": str(first), "max": str(last)}
        listed = "".join(f' {name}="{quoted(value)}"' for name, value in values.items())
        return f"<{self.prefix}col{listed}/>"

    def _add_validations(self) -> None:
        if not self._validations:
            return
        written = "".join(self._validations)
        held = self.node("dataValidations")
        if held is None:
            self._insert("dataValidations", written, f' count="{len(self._validations)}"')
        else:
            self._patch.append(held, written.encode())
            self._patch.set(held, count=str(len(held.children) + len(self._validations)))

    def _insert(self, name: str, inner: str, attributes: str = "") -> None:
        """A new element of the sheet at the place the schema has for it."""
        element = f"<{self.prefix}{name}{attributes}>{inner}</{self.prefix}{name}>".encode()
        earlier = _ORDER[: _ORDER.index(name)]
        before = [node.end for node in self.root.children if node.name in earlier]
        place = max(before, default=self.root.inner)
        self._patch.replace(place, place, element)


def _with_column(
    spans: list[tuple[int, int, dict[str, str]]], column: int, values: dict[str, str]
) -> list[tuple[int, int, dict[str, str]]]:
    parted: list[tuple[int, int, dict[str, str]]] = []
    held: dict[str, str] = {"width": _CUSTOM_WIDTH, "customWidth": "1"}
    for first, last, attributes in spans:
        if not first <= column <= last:
            parted.append((first, last, attributes))
            continue
        held = attributes
        parted += [(first, column - 1, attributes)] if first < column else []
        parted += [(column + 1, last, attributes)] if column < last else []
    return sorted([*parted, (column, column, {**held, **values})], key=lambda span: span[0])


def _reached(references: str, first_row: int, last: int, new_last: int) -> str:
    """A rule over the data rows down to the last one (or the only one) reaches the new last row."""
    areas = [area_of(reference) for reference in references.split()]
    return " ".join(
        area_name(replace(area, bottom=new_last))
        if area.bottom == last and first_row <= last and (area.top < last or first_row == last)
        else reference
        for area, reference in zip(areas, references.split(), strict=True)
    )


def filter_name(title: str, area: Area) -> str:
    """How the workbook's hidden name for a filter's range is written."""
    sheet = "'" + title.replace("'", "''") + "'"
    first, last = f"${column_name(area.left)}${area.top + 1}", f"${column_name(area.right)}${area.bottom + 1}"
    return f"{sheet}!{first}:{last}"
