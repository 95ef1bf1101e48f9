"""The queue as csv, json or a workbook, printed or in a file of its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, look_at
from callbacksheet.cli.entries import Entry, entries
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone, Verbatim
from callbacksheet.cli.saying import count
from callbacksheet.core.callback import COLUMNS, Callback
from callbacksheet.core.cells import shown
from callbacksheet.core.headers import header_words
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.plan import Plan
from callbacksheet.errors import RefusedError, UsageError
from callbacksheet.wiring import choices_of, own_files

FORMATS = ("csv", "json", "xlsx")
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def export_queue(context: Context, form: str, out: Path | None, *, every: bool) -> Result:
    """Raises UsageError for an unknown format, RefusedError where a file would be replaced unasked."""
    form = _format(form, out)
    place = context.cwd / out if out else None
    if place:
        _refuse_own_files(context, place)
    desk, plan = look_at(context)
    chosen = [callback for callback in plan.queue if every or callback.open]
    found = {str(entry["key"]): entry for entry in entries(plan, desk.now, desk.shop)}
    callbacks = [found[callback.key] for callback in chosen]
    if place is None:
        return _printed(form, callbacks, csv_text(chosen, plan, desk) if form == "csv" else "")
    return _filed(context, place, _content(form, chosen, callbacks, plan, desk), form, len(chosen))


def _format(form: str, out: Path | None) -> str:
    ending = out.suffix.casefold().lstrip(".") if out else ""
    chosen = form or (ending if ending in FORMATS else "csv")
    if chosen == "xlsx" and out is None:
        raise UsageError("A workbook cannot be printed.", "Name a file: callbacksheet export --out queue.xlsx")
    return chosen


def _refuse_own_files(context: Context, place: Path) -> None:
    """The team's workbook and the configuration are never replaced, whoever agrees."""
    if place.is_dir():
        raise UsageError(f"{place} is a folder.", "Name a file inside it.")
    if place.resolve() in [file.resolve() for file in (*own_files(context.settings), context.config_file)]:
        raise RefusedError(f"{place.name} belongs to the desk itself. Nothing was written.", "Name another file.")


def _printed(form: str, callbacks: list[Entry], text: str) -> Result:
    if form == "json":
        text = json_text(callbacks)
    data: dict[str, Json] = {"format": form, "rows": len(callbacks), "out": None}
    told: dict[str, Json] = {"callbacks": callbacks} if form == "json" else {"content": text}
    return Result({**data, **told}, (Verbatim(text),))


def _content(form: str, chosen: Sequence[Callback], callbacks: list[Entry], plan: Plan, desk: Desk) -> bytes:
    if form == "json":
        return json_text(callbacks).encode()
    if form == "csv":
        return csv_text(chosen, plan, desk).encode("utf-8-sig")  # the mark by which Excel knows the alphabet
    from callbacksheet.adapters.new_workbook import workbook_bytes

    rows = [_row(callback, plan) for callback in chosen]
    settings = desk.context.settings
    own = [header for _, header in plan.layout.extras]
    return workbook_bytes(header_words(desk.shop.language), rows, own=own, choices=choices_of(settings))


def _filed(context: Context, place: Path, content: bytes, form: str, rows: int) -> Result:
    from callbacksheet.adapters.new_workbook import put_file

    data: dict[str, Json] = {"format": form, "rows": rows, "out": str(place), "written": not context.options.dry_run}
    if context.options.dry_run:
        return Result(data, (Line(f"Would write {count(rows, 'row')} to {place}."),))
    there = place.exists()
    if there and not context.agree(f"There is a file {place} already. Replace it?"):
        raise RefusedError(f"{place} was left alone.", "Name another file with --out.")
    put_file(place, content, replace=there)
    page: Page = (Line(f"Wrote {count(rows, 'row')} to {place}.", Tone.GOOD),)
    return Result(data, page)


def json_text(callbacks: Sequence[Entry]) -> str:
    """The callbacks as ``list --json`` has them, one to a line."""
    body = ",\n".join(json.dumps(entry, ensure_ascii=False, allow_nan=False) for entry in callbacks)
    return f"[\n{body}\n]\n" if callbacks else "[]\n"


def csv_text(chosen: Sequence[Callback], plan: Plan, desk: Desk) -> str:
    """The queue under the sheet's own headers; ``import`` reads it back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    own = [header for _, header in plan.layout.extras]
    writer.writerow([_guarded(header) for header in (*header_words(desk.shop.language).values(), *own)])
    for callback in chosen:
        writer.writerow(_texts(callback, plan))
    return out.getvalue()


def _row(callback: Callback, plan: Plan) -> list[CellValue]:
    """The cells as they should stand, the team's own behind them; a formula as what it last showed."""
    own = dict(callback.row.own)
    cells = (*callback.cells, *(own.get(header) for _, header in plan.layout.extras))
    return [value.shown if isinstance(value, Formula) else value for value in cells]


def _texts(callback: Callback, plan: Plan) -> list[str]:
    texts = [shown(value) for value in _row(callback, plan)]
    phone = COLUMNS.index(Column.PHONE)
    return [
        text if place == phone and _is_international(callback, text) else _guarded(text)
        for place, text in enumerate(texts)
    ]


def _is_international(callback: Callback, text: str) -> bool:
    """A number we wrote ourselves: with a space after the country code, which no formula has."""
    return callback.phone is not None and text == callback.phone.cell and text[:1] == "+" and " " in text[:5]


def _guarded(text: str) -> str:
    """Text that a spreadsheet would compute when it opens the file is kept text by an apostrophe."""
    return f"'{text}" if text.startswith(_COMPUTED) and len(text) > 1 else text
