"""The sheet's own script, printed, with how it is put into the sheet."""

from __future__ import annotations

from callbacksheet.adapters.sheet_script import sheet_script
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.page import Verbatim
from callbacksheet.core.sheet_script import desk_of_script

STEPS = (
    "In the Google Sheet open Extensions, Apps Script.",
    "Delete what stands in Code.gs, paste this whole text and save it.",
    "Close the Apps Script window and load the sheet again: a menu of callbacks appears beside Help.",
    "Each person chooses their initials there once; Google asks them to allow the script.",
)


def script_printed(context: Context) -> Result:
    """The script goes to stdout, so that it can be copied or kept in a file; the steps are remarks at its top."""
    settings = context.settings
    text = sheet_script(desk_of_script(settings.shop, settings.sheet.tab, settings.people))
    steps = "".join(f"//   {number}. {step}\n" for number, step in enumerate(STEPS, 1))
    printed = f"// How to install it:\n{steps}//\n{text}"
    return Result({"script": printed, "steps": list(STEPS)}, (Verbatim(printed),))
