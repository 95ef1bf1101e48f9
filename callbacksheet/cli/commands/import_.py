"""``import``: the calls of a file brought into the sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day", name="import")
def import_file(
    context: Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file or a workbook.", show_default=False)],
    tab: Annotated[str, typer.Option("--tab", metavar="TITLE", help="The tab of a workbook; else its first one.")] = "",
) -> Result:
    """Bring in the calls of a file, its columns found by their headers. The file itself is only read.

    A call that the sheet has already joins its row; a file imported again brings in nothing twice.
    """
    from callbacksheet.cli.imported import import_calls

    return import_calls(context, file, tab)
