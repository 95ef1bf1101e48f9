"""Cell styles: what a number format shows, and new styles that differ from an old one in that alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from callbacksheet.adapters.xlsx_xml import BrokenPart, Node, Patch, parse, quoted, with_attributes

MOMENT_FORMAT = "yyyy-mm-dd hh:mm"
DATE_FORMAT = "yyyy-mm-dd"
TIME_FORMAT = "hh:mm"
TEXT_FORMAT = "@"
GENERAL = "General"

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b"</styleSheet>"
)

# The formats a file names by number alone, as openpyxl has them; importing it for these costs more than most reads.
BUILTIN_FORMATS: Mapping[int, str] = {
    **dict(enumerate((GENERAL, "0", "0.00", "#,##0", "#,##0.00"))),
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    **dict(enumerate(("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??"), 9)),
    **dict(enumerate(("mm-dd-yy", "d-mmm-yy", "d-mmm", "mmm-yy"), 14)),
    **dict(enumerate(("h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "m/d/yy h:mm"), 18)),
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    **dict(enumerate(("mm:ss", "[h]:mm:ss", "mmss.0", "##0.0E+0", TEXT_FORMAT), 45)),
}

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!\[)(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
# the locale-dependent built-in dates of Chinese, Japanese, Korean and Thai editions
_EASTERN_DATES = frozenset({*range(27, 32), 36, *range(50, 55), 57, 58, *range(71, 76)})


class Kind(StrEnum):
    """What a number in a cell means to the person who looks at it."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    SPAN = "span"


@lru_cache(maxsize=1024)
def kind_of(code: str) -> Kind:
    """Read a number format: days, times of day, both, hours counted on, or a plain number."""
    if code == TEXT_FORMAT:
        return Kind.TEXT
    shown = _NOT_SHOWN.sub("", code.split(";")[0])
    if _SPAN.search(shown):
        return Kind.SPAN
    letters = set(shown.casefold())
    timed = bool(letters & {"h", "s"})
    dated = bool(letters & {"d", "y"}) or ("m" in letters and not timed)
    if dated:
        return Kind.MOMENT if timed else Kind.DATE
    return Kind.TIME if timed else Kind.NUMBER


class Styles:
    """The cell styles of one file; ``with_format`` adds the styles that the tool's values need."""

    def __init__(self, data: bytes = EMPTY) -> None:
        self._data = data
        self._root = parse(data)
        formats = self._root.child("numFmts")
        self._formats = {
            int(node.get("numFmtId", "0")): node.get("formatCode") for node in (formats.children if formats else ())
        }
        listed = self._root.child("cellXfs")
        if listed is None:
            raise BrokenPart("it has no list of cell styles")
        self._list = listed
        self._styles = [node for node in listed.children if node.name == "xf"]
        self._kinds = [kind_of(self._code(style)) for style in self._styles]
        self._added: list[bytes] = []
        self._added_formats: dict[str, int] = {}
        self._derived: dict[tuple[int, str], int] = {}

    def kind(self, style: int) -> Kind:
        """What a number in a cell of this style is."""
        return self._kinds[style] if 0 <= style < len(self._kinds) else Kind.NUMBER

    def code(self, style: int) -> str:
        """The number format of a style that stood in the file."""
        return self._code(self._styles[style]) if 0 <= style < len(self._styles) else GENERAL

    def with_format(self, style: int, code: str) -> int:
        """The style that looks like ``style`` with another number format."""
        if (style, code) not in self._derived:
            self._derived[style, code] = self._number_of(self._variant(style, code), code)
        return self._derived[style, code]

    def result(self) -> bytes | None:
        """The part with the added styles; None where none was needed."""
        if not self._added:
            return None
        patch = Patch(self._data)
        self._add_formats(patch)
        patch.set(self._list, count=str(len(self._styles) + len(self._added)))
        patch.append(self._list, b"".join(self._added))
        return patch.result()

    def _number_of(self, element: bytes, code: str) -> int:
        """The number of a style, added where the file has none like it: runs do not heap up styles."""
        elements = [self._data[node.start : node.end] for node in self._styles] + self._added
        if element in elements:
            return elements.index(element)
        self._added.append(element)
        self._kinds.append(kind_of(code))
        return len(elements)

    def _variant(self, style: int, code: str) -> bytes:
        """A style's own bytes with another format; a style this part does not have counts as the first."""
        node = self._styles[style if 0 <= style < len(self._styles) else 0]
        values = {"numFmtId": str(self._format_id(code)), "applyNumberFormat": "1", "quotePrefix": None}
        return with_attributes(self._data[node.start : node.inner], values) + self._data[node.inner : node.end]

    def _code(self, style: Node) -> str:
        number = int(style.get("numFmtId", "0"))
        if number in _EASTERN_DATES and number not in self._formats:
            return DATE_FORMAT
        return self._formats.get(number) or BUILTIN_FORMATS.get(number, GENERAL)

    def _format_id(self, code: str) -> int:
        builtin = {GENERAL: 0, TEXT_FORMAT: 49}.get(code)
        if builtin is not None:
            return builtin
        known = next((number for number, held in self._formats.items() if held == code), None)
        if known is not None:
            return known
        return self._added_formats.setdefault(code, max([163, *self._formats, *self._added_formats.values()]) + 1)

    def _add_formats(self, patch: Patch) -> None:
        if not self._added_formats:
            return
        prefix = self._root.prefix
        added = "".join(
            f'<{prefix}numFmt numFmtId="{number}" formatCode="{quoted(code)}"/>'
            for code, number in self._added_formats.items()
        )
        held = self._root.child("numFmts")
        if held is not None:
            patch.set(held, count=str(len(held.children) + len(self._added_formats)))
            patch.append(held, added.encode())
        else:
            count = len(self._added_formats)
            patch.prepend(self._root, f'<{prefix}numFmts count="{count}">{added}</{prefix}numFmts>'.encode())
