"""Formulas: the few simple ones are worked out, all are carried.

Arithmetic, text, comparisons, references and a handful of functions. Anything else shows as `#NAME?`, and is kept
as typed: a formula of the desk's is never the tool's to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.sheets_server.a1 import column_of, corners_of, letters_of, split

TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)
      | (?P<text>"(?:[^"]|"")*")
      | (?P<reference>(?:'(?:[^']|'')+'!|\w+!)?\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}\$?[1-9]\d*)?(?![\w(]))
      | (?P<name>[A-Za-z_][\w.]*)
      | (?P<mark><=|>=|<>|[-+*/^&=<>%(),;])
    )""",
    re.VERBOSE,
)
REFERENCE = re.compile(
    r"""("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|\w+)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\w(!])""", re.VERBOSE
)


class ErrorValue(NamedTuple):
    """A formula that has no value: its type in the API, and what the cell shows."""

    kind: str
    look: str
    why: str = ""


NAME_ERROR = ErrorValue("NAME", "#NAME?")
PARSE_ERROR = ErrorValue("ERROR", "#ERROR!", "Formula parse error.")
DIVIDE_ERROR = ErrorValue("DIVIDE_BY_ZERO", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero.")
VALUE_ERROR = ErrorValue("VALUE", "#VALUE!")
REF_ERROR = ErrorValue("REF", "#REF!")

Value = str | float | bool | None
Look = Callable[[str | None, int, int], Value]
"""The value of a cell: tab title (or none for the formula's own), row, column."""


class NoValueError(Exception):
    def __init__(self, error: ErrorValue) -> None:
        super().__init__(error.look)
        self.error = error


def worked_out(formula: str, look: Look) -> Value | ErrorValue:
    """The value of a formula, or the error it shows."""
    try:
        value = _Reader(formula[1:], look).whole()
    except NoValueError as failed:
        return failed.error
    except RecursionError:
        return REF_ERROR
    return 0 if value is None else value


class _Reader:
    """Reads and works out in one go, by precedence: comparison, &, sum, product, power, sign, percent."""

    def __init__(self, text: str, look: Look) -> None:
        self.look = look
        self.tokens: list[tuple[str, str]] = []
        self.at = 0
        place = 0
        text = text.rstrip()
        while place < len(text):
            found = TOKEN.match(text, place)
            if found is None:
                raise NoValueError(PARSE_ERROR)
            self.tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
            place = found.end()

    def whole(self) -> Value:
        value = self.comparison()
        if self.at != len(self.tokens):
            raise NoValueError(PARSE_ERROR)
        return value

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self, *marks: str) -> str:
        mark = self.peek()
        if mark and mark in marks and self.tokens[self.at][0] == "mark":
            self.at += 1
            return mark
        return ""

    def comparison(self) -> Value:
        value = self.joined()
        while mark := self.take("=", "<>", "<", ">", "<=", ">="):
            value = _compared(value, mark, self.joined())
        return value

    def joined(self) -> Value:
        value = self.sum()
        while self.take("&"):
            value = _text(value) + _text(self.sum())
        return value

    def sum(self) -> Value:
        value = self.product()
        while mark := self.take("+", "-"):
            other = _number(self.product())
            value = _number(value) + (other if mark == "+" else -other)
        return value

    def product(self) -> Value:
        value = self.power()
        while mark := self.take("*", "/"):
            other = _number(self.power())
            if mark == "/" and other == 0:
                raise NoValueError(DIVIDE_ERROR)
            value = _number(value) * other if mark == "*" else _number(value) / other
        return value

    def power(self) -> Value:
        value = self.signed()
        while self.take("^"):
            value = _number(value) ** _number(self.signed())
        return value

    def signed(self) -> Value:
        if mark := self.take("-", "+"):
            value = self.signed()
            return -_number(value) if mark == "-" else value
        value = self.atom()
        while self.take("%"):
            value = _number(value) / 100
        return value

    def atom(self) -> Value:
        if self.take("("):
            value = self.comparison()
            self.closed()
            return value
        if self.at >= len(self.tokens):
            raise NoValueError(PARSE_ERROR)
        kind, token = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return float(token)
        if kind == "text":
            return token[1:-1].replace('""', '"')
        if kind == "reference":
            return next(self.cells(token), None)
        if kind == "name":
            return self.named(token.upper())
        raise NoValueError(PARSE_ERROR)

    def closed(self) -> None:
        if not self.take(")"):
            raise NoValueError(PARSE_ERROR)

    def cells(self, reference: str) -> Iterator[Value]:
        title, corners = split(reference)
        top, bottom, left, right = corners_of(corners or "") or (None, None, None, None)
        if top is None or bottom is None or left is None or right is None:
            raise NoValueError(REF_ERROR)
        for row in range(top, bottom):
            for column in range(left, right):
                yield self.look(title, row, column)

    def named(self, name: str) -> Value:
        if name in {"TRUE", "FALSE"} and self.peek() != "(":
            return name == "TRUE"
        if not self.take("("):
            raise NoValueError(NAME_ERROR)
        if name == "IF":
            return self.choice()
        values = self.arguments()
        if name not in FUNCTIONS:
            raise NoValueError(NAME_ERROR)
        return FUNCTIONS[name](values)

    def choice(self) -> Value:
        """IF works out both branches and forgets the failure of the one not taken."""
        test = self.comparison()
        branches: list[Value | ErrorValue] = []
        while self.take(",", ";"):
            branches.append(self.comparison())
        self.closed()
        branches += [False, False]
        value = branches[0] if _number(test) else branches[1]
        return value if not isinstance(value, ErrorValue) else None

    def arguments(self) -> list[Value]:
        """The arguments of a function, ranges laid out flat."""
        values: list[Value] = []
        while not self.take(")"):
            if self.at < len(self.tokens) and self.tokens[self.at][0] == "reference" and self.alone():
                values.extend(self.cells(self.tokens[self.at][1]))
                self.at += 1
            else:
                values.append(self.comparison())
            if not self.take(",", ";") and self.peek() != ")":
                raise NoValueError(PARSE_ERROR)
        return values

    def alone(self) -> bool:
        return self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] in {",", ";", ")"}


def _number(value: Value) -> float:
    if value is None:
        return 0
    if isinstance(value, str):
        try:
            return float(value.replace(",", ""))
        except ValueError:
            raise NoValueError(VALUE_ERROR) from None
    return float(value)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else f"{value:.10g}"


def _compared(first: Value, mark: str, last: Value) -> bool:
    if isinstance(first, str) or isinstance(last, str):
        one, other = _text(first).lower(), _text(last).lower()
        return _ordered((one > other) - (one < other), mark)
    return _ordered((_number(first) > _number(last)) - (_number(first) < _number(last)), mark)


def _ordered(sign: int, mark: str) -> bool:
    return {"=": sign == 0, "<>": sign != 0, "<": sign < 0, ">": sign > 0, "<=": sign <= 0, ">=": sign >= 0}[mark]


def _numbers(values: list[Value]) -> list[float]:
    return [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]


def _mean(values: list[Value]) -> float:
    numbers = _numbers(values)
    if not numbers:
        raise NoValueError(DIVIDE_ERROR)
    return sum(numbers) / len(numbers)


FUNCTIONS: dict[str, Callable[[list[Value]], Value]] = {
    "SUM": lambda values: sum(_numbers(values)),
    "COUNT": lambda values: len(_numbers(values)),
    "COUNTA": lambda values: sum(value is not None for value in values),
    "AVERAGE": _mean,
    "MIN": lambda values: min(_numbers(values), default=0),
    "MAX": lambda values: max(_numbers(values), default=0),
    "CONCATENATE": lambda values: "".join(map(_text, values)),
    "LEN": lambda values: len(_text(values[0])),
    "UPPER": lambda values: _text(values[0]).upper(),
    "LOWER": lambda values: _text(values[0]).lower(),
    "TRIM": lambda values: " ".join(_text(values[0]).split()),
    "HYPERLINK": lambda values: _text(values[-1]),
    "NOT": lambda values: not _number(values[0]),
    "AND": lambda values: all(_number(value) for value in values),
    "OR": lambda values: any(_number(value) for value in values),
}


Place = Callable[[str | None, int, int], tuple[int, int] | None]
"""Where a reference points after a change: tab title, row, column → row, column; None when it is gone."""


def rewritten(formula: str, place: Place, *, copied: bool = False) -> str:
    """The formula with its references moved. When copied, the parts pinned with `$` stay."""

    def moved(found: re.Match[str]) -> str:
        if found[1] is not None:
            return found[1]
        title = split(found[2] + "A1").title if found[2] else None
        row, column = int(found[6]) - 1, column_of(found[4])
        after = place(title, row, column)
        if after is not None and copied:
            after = (row if found[5] else after[0], column if found[3] else after[1])
        if after is None or after[0] < 0 or after[1] < 0:
            return "#REF!"
        return f"{found[2] or ''}{found[3]}{letters_of(after[1])}{found[5]}{after[0] + 1}"

    return REFERENCE.sub(moved, formula)
