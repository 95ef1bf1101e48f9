"""Excel tables on the tab: they grow with the rows and columns the tool adds beside them.

A table whose sort button left out the tool's columns would part each row from its ID; so columns added right
beside a table become part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from callbacksheet.adapters.xlsx_cells import area_name, area_of
from callbacksheet.adapters.xlsx_package import Package
from callbacksheet.adapters.xlsx_xml import Node, Patch, parse, quoted
from callbacksheet.core.snapshot import Area


@dataclass(frozen=True, slots=True)
class Table:
    part: str
    name: str
    area: Area
    root: Node

    @property
    def has_totals(self) -> bool:
        return self.root.get("totalsRowCount", "0") != "0"


def tables(package: Package, sheet: str) -> tuple[Table, ...]:
    """The tables of a sheet part."""
    found = []
    for relation in package.relations(sheet):
        if relation.kind == "table":
            root = parse(package.part(relation.target))
            name = root.get("displayName") or root.get("name")
            found.append(Table(relation.target, name, area_of(root.get("ref")), root))
    return tuple(found)


def grown(area: Area, header_row: int, added: Mapping[int, str], last: int, new_last: int) -> Area:
    """A table's or filter's range with the columns added right beside it, and the rows added right below."""
    right = area.right
    while area.top == header_row and right + 1 in added:
        right += 1
    bottom = new_last if area.bottom == last and new_last > last else area.bottom
    return replace(area, right=right, bottom=bottom)


def grow_table(
    package: Package, table: Table, header_row: int, added: Mapping[int, str], last: int, new_last: int
) -> None:
    """Let a table take in what was added beside and below it."""
    names = _column_names(table)
    fresh = {column: name for column, name in added.items() if name.casefold() not in names}
    fixed = table.root.get("headerRowCount", "1") == "0" or table.root.get("tableType") == "queryTable"
    area = grown(table.area, header_row, {} if fixed else fresh, last, new_last)
    if area == table.area:
        return
    patch = Patch(package.part(table.part))
    patch.set(table.root, ref=area_name(area))
    inner_filter = table.root.child("autoFilter")
    if inner_filter is not None and inner_filter.get("ref"):
        patch.set(inner_filter, ref=area_name(replace(area, top=area_of(inner_filter.get("ref")).top)))
    _add_columns(patch, table, [fresh[column] for column in range(table.area.right + 1, area.right + 1)])
    package.replace(table.part, patch.result())


def _column_names(table: Table) -> set[str]:
    return {node.get("name").casefold() for node in table.root.all("tableColumn")}


def _add_columns(patch: Patch, table: Table, names: list[str]) -> None:
    listed = table.root.child("tableColumns")
    if listed is None or not names:
        return
    held = [node for node in listed.children if node.name == "tableColumn"]
    next_id = max((int(node.get("id", "0")) for node in held), default=0) + 1
    patch.append(
        listed,
        "".join(
            f'<{table.root.prefix}tableColumn id="{next_id + place}" name="{quoted(name)}"/>'
            for place, name in enumerate(names)
        ).encode(),
    )
    patch.set(listed, count=str(len(held) + len(names)))
