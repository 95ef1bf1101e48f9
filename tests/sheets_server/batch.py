"""One batchUpdate: every request in order on a fork, or none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.sheets_server import on_cells, on_copies, on_lines, on_ranges, on_tabs, on_text
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import EVERYTHING, wanted
from tests.sheets_server.on_cells import Ask, Reply
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import spreadsheet

KINDS: dict[str, Callable[[Pages, Ask], Reply]] = {
    "addConditionalFormatRule": on_ranges.add_conditional_format,
    "addDimensionGroup": on_lines.add_group,
    "addFilterView": on_ranges.add_filter_view,
    "addNamedRange": on_ranges.add_named_range,
    "addProtectedRange": on_ranges.add_protected_range,
    "addSheet": on_tabs.add_sheet,
    "appendCells": on_cells.append_cells,
    "appendDimension": on_lines.append_dimension,
    "autoResizeDimensions": on_lines.auto_resize,
    "clearBasicFilter": on_ranges.clear_basic_filter,
    "copyPaste": on_copies.copy_paste,
    "createDeveloperMetadata": on_ranges.create_metadata,
    "cutPaste": on_copies.cut_paste,
    "deleteConditionalFormatRule": on_ranges.delete_conditional_format,
    "deleteDimension": on_lines.delete_dimension,
    "deleteDimensionGroup": on_lines.delete_group,
    "deleteDuplicates": on_text.delete_duplicates,
    "deleteFilterView": on_ranges.delete_filter_view,
    "deleteNamedRange": on_ranges.delete_named_range,
    "deleteDeveloperMetadata": on_ranges.delete_metadata,
    "deleteProtectedRange": on_ranges.delete_protected_range,
    "deleteSheet": on_tabs.delete_sheet,
    "duplicateSheet": on_tabs.duplicate_sheet,
    "findReplace": on_text.find_replace,
    "insertDimension": on_lines.insert_dimension,
    "mergeCells": on_copies.merge_cells,
    "moveDimension": on_lines.move_dimension,
    "repeatCell": on_cells.repeat_cell,
    "setBasicFilter": on_ranges.set_basic_filter,
    "setDataValidation": on_ranges.set_data_validation,
    "sortRange": on_text.sort_range,
    "unmergeCells": on_copies.unmerge_cells,
    "updateCells": on_cells.update_cells,
    "updateDimensionProperties": on_lines.update_dimension_properties,
    "updateNamedRange": on_ranges.update_named_range,
    "updateProtectedRange": on_ranges.update_protected_range,
    "updateSheetProperties": on_tabs.update_sheet_properties,
    "updateSpreadsheetProperties": on_tabs.update_spreadsheet_properties,
}


UPDATED = "updatedSpreadsheet."


def run_batch(pages: Pages, body: dict[str, Any], fields: str | None) -> dict[str, Any]:
    """Apply all requests to these pages and answer; the first that fails stops it, named by its place."""
    requests = body.get("requests") or []
    if not requests:
        raise ApiError("Must specify at least one request.")
    replies = [_reply(pages, place, request) for place, request in enumerate(requests)]
    answer: dict[str, Any] = {"spreadsheetId": pages.spreadsheet_id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        want = (
            wanted(fields, UPDATED) if fields else EVERYTHING._replace(grid=bool(body.get("responseIncludeGridData")))
        )
        answer["updatedSpreadsheet"] = spreadsheet(pages, body.get("responseRanges") or (), want)
    return answer


def _reply(pages: Pages, place: int, request: dict[str, Any]) -> dict[str, Any]:
    kind = next(iter(request)) if len(request) == 1 else _only(place, request)
    if kind not in KINDS:
        raise ApiError(f"requests[{place}].{kind}: not done by this test server.", code=501, status="UNIMPLEMENTED")
    try:
        return KINDS[kind](pages, request[kind] or {}) or {}
    except ApiError as refused:
        raise refused.within(f"requests[{place}].{kind}") from None


def _only(place: int, request: dict[str, Any]) -> str:
    named = [name for name, ask in request.items() if ask is not None]
    if len(named) != 1:
        raise ApiError(f"Invalid requests[{place}]: No request set.")
    return named[0]
