"""The script that a Google Sheet can carry itself, made for one desk from its template."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from callbacksheet.adapters.texts import SHIPPED

TEMPLATE = SHIPPED / "sheet_script" / "Code.gs"
_FILLED_IN = re.compile(r"/\*\{desk\}\*/.*?/\*\{end\}\*/", re.DOTALL)


def sheet_script(desk: Mapping[str, object]) -> str:
    """The script's text, to be pasted into the sheet under Extensions, Apps Script."""
    text = TEMPLATE.read_text(encoding="utf-8")
    lines = (f"  {name}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in desk.items())
    filled = f"{{\n{''.join(lines)}}}"
    return _FILLED_IN.sub(lambda _: filled, text, count=1)
