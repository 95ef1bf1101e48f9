"""``export``: the queue for another program."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


class Format(StrEnum):
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


@command("Looking back")
def export(
    context: Context,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="csv, json or xlsx; else what --out ends with, else csv.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write it; else it is printed.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="The rows that are Done, too.")] = False,
) -> Result:
    """Write the queue as csv, json or a workbook of its own, in calling order. The sheet itself is only read.

    In csv a text that a spreadsheet would compute (it begins with =, +, - or @) gets an apostrophe in front; a phone
    number in international format stays as it is. A file that is there is replaced only with --yes.
    """
    from callbacksheet.cli.exported import export_queue

    return export_queue(context, form.value if form else "", out, every=every)
