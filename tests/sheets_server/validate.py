"""Checks requests and answers against the shapes of Google's documents, and says what Google would say.

A request is looser than its shape in one way: ``null`` anywhere means that the field is not set, and
`without_nulls` drops it. Everything else is strict, stricter than Google, who also takes snake_case names
and numbers written as text: nothing that the tool sends needs that, and a slip shows.

Each shape becomes one function the first time it is needed; it returns nothing for a sound value, so a
sound answer of ten thousand rows costs little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tests.sheets_server.fields import Mask

Side = Literal["request", "answer"]
Step = str | int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where."""

    path: tuple[Step, ...]
    kind: Literal["value", "name", "repeated", "oneof"]
    what: str
    """The type that was wanted, or the name that nobody knows."""
    value: object = None

    def under(self, step: Step) -> Fault:
        """The same, seen from one level up."""
        return Fault((step, *self.path), self.kind, self.what, self.value)

    def field(self, root: str = "") -> str:
        """``requests[0].update_cells.range``: the place in the words of Google's parser."""
        text = root
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{_snake(step)}" if text else _snake(step)
        return text

    def sentence(self, root: str = "") -> str:
        """Google's sentence about it."""
        field = self.field(root)
        at = f" at '{field}'" if field else ""
        if self.kind == "name":
            return f'Invalid JSON payload received. Unknown name "{self.what}"{at}: Cannot find field.'
        if self.kind == "repeated" and not self.path:
            return 'Invalid JSON payload received. Unknown name "": Root element must be a message.'
        if self.kind == "repeated":
            parent, _, name = self.field(root).rpartition(".")
            where = f" at '{parent}'" if parent else ""
            return (
                f'Invalid JSON payload received. Unknown name "{name}"{where}: '
                "Proto field is not repeating, cannot start list."
            )
        if self.kind == "oneof":
            return f"Invalid value{at} (oneof), oneof field 'kind' is already set. Cannot set '{self.what}'"
        shown = json.dumps(self.value, ensure_ascii=False)
        return f"Invalid value{at} ({self.what}), {shown}"


Faults = list[Fault]
Checker = Callable[[Any], Faults | None]


class Schemas:
    """The shapes of one document by name, for requests and for answers."""

    def __init__(self, shapes: Mapping[str, Mapping[str, Any]], package: str) -> None:
        self._shapes = shapes
        self._package = package
        self._made: dict[tuple[str, Side], Checker] = {}

    def faults(self, name: str, value: object, side: Side) -> Faults:
        """Everything that is wrong with a value of the named shape."""
        return self._checker(name, side)(value) or []

    def parameter_faults(self, name: str, spec: Mapping[str, Any], value: str) -> Faults:
        """What is wrong with one value of the query, where everything arrives as text."""
        return [fault.under(name) for fault in _parameter(name, spec)(value) or ()]

    def unknown_in_mask(self, name: str, mask: Mask) -> str:
        """The first path of a field mask that the shape does not have; empty when it has them all."""
        return self._unknown({"$ref": name}, mask, "")

    def _unknown(self, spec: Mapping[str, Any], mask: Mask, path: str) -> str:
        while "$ref" in spec or spec.get("type") == "array":
            spec = self._shapes[spec["$ref"]] if "$ref" in spec else spec["items"]
        fields, rest = spec.get("properties", {}), spec.get("additionalProperties")
        for name, below in mask.items():
            here = f"{path}.{name}" if path else name
            inner = fields.get(name, rest)
            if inner is None and name != "*":
                return here
            if inner is not None and (found := self._unknown(inner, below, here)):
                return found
        return ""

    def _checker(self, name: str, side: Side) -> Checker:
        made = self._made.get((name, side))
        if made is None:
            made = self._made[name, side] = self._object(self._shapes[name], self._type(name), side)
        return made

    def _type(self, name: str) -> str:
        return f"type.googleapis.com/{self._package}.{name}"

    def _make(self, name: str, spec: Mapping[str, Any], side: Side) -> Checker:
        if "$ref" in spec:
            return self._lazy(spec["$ref"], side)
        match spec.get("type"):
            case "object":
                return self._object(spec, "type.googleapis.com/google.protobuf.Struct", side)
            case "array":
                return self._array(name, spec["items"], side)
            case "any":
                return _anything
        return _scalar(name, spec, side)

    def _lazy(self, name: str, side: Side) -> Checker:
        """Shapes may hold themselves, so the one meant is looked up when the first value comes."""

        def check(value: Any) -> Faults | None:
            return self._checker(name, side)(value)

        return check

    def _object(self, shape: Mapping[str, Any], type_name: str, side: Side) -> Checker:
        fields = {name: self._make(name, spec, side) for name, spec in shape.get("properties", {}).items()}
        rest = self._make("", shape["additionalProperties"], side) if "additionalProperties" in shape else None
        one_of = shape.get("id") == "Request"

        def check(value: Any) -> Faults | None:
            if type(value) is not dict:
                return [Fault((), "repeated" if type(value) is list else "value", type_name, value)]
            found: Faults = []
            for name, inner in value.items():
                known = fields.get(name, rest)
                if known is None:
                    found.append(Fault((), "name", name))
                elif faults := known(inner):
                    found += [fault.under(name) for fault in faults]
            if one_of and len(value) > 1 and not found:
                found.append(Fault((), "oneof", list(value)[1]))
            return found or None

        return check

    def _array(self, name: str, items: Mapping[str, Any], side: Side) -> Checker:
        if items.get("type") == "array":
            return _rows
        check_item = self._make(name, items, side)

        def check(value: Any) -> Faults | None:
            if type(value) is not list:
                return check_item(value) or [Fault((), "value", "a list", value)]
            found: Faults = []
            for position, item in enumerate(value):
                if faults := check_item(item):
                    found += [fault.under(position) for fault in faults]
            return found or None

        return check


def without_nulls(body: Any) -> Any:
    """The body without the fields that are null; cells keep theirs, where null means "leave it alone"."""
    if type(body) is dict:
        return {name: without_nulls(value) for name, value in body.items() if value is not None}
    if type(body) is list and body and type(body[0]) is dict:
        return [without_nulls(item) for item in body]
    return body


def sentences(faults: Sequence[Fault], root: str = "") -> list[tuple[str, str]]:
    """Field and sentence of each fault, as Google lists them in the details of a 400."""
    return [(fault.field(root), fault.sentence(root)) for fault in faults]


def _anything(value: Any) -> None:
    return None


LIST_VALUE = "type.googleapis.com/google.protobuf.ListValue"


def _rows(value: Any) -> Faults | None:
    """Rows of cells: each must be a list, what stands in the cells is looked at by who writes them."""
    if type(value) is not list:
        return [Fault((), "value", LIST_VALUE, value)]
    found = [Fault((at,), "value", LIST_VALUE, row) for at, row in enumerate(value) if type(row) is not list]
    return found or None


def _scalar(name: str, spec: Mapping[str, Any], side: Side) -> Checker:
    kind, form = spec.get("type"), spec.get("format")
    if "enum" in spec:
        return _enum(name, frozenset(spec["enum"]))
    if kind == "boolean":
        return _of_types((bool,), "TYPE_BOOL")
    if kind == "integer":
        return _integer
    if kind == "number":
        return _of_types((int, float), "TYPE_DOUBLE" if form == "double" else "TYPE_FLOAT")
    if form in {"int64", "uint64"}:
        return _int64
    return _of_types((str,), "TYPE_STRING")


def _of_types(types: tuple[type, ...], wanted: str) -> Checker:
    def check(value: Any) -> Faults | None:
        if type(value) in types:
            return None
        return [Fault((), "repeated" if type(value) is list else "value", wanted, value)]

    return check


def _integer(value: Any) -> Faults | None:
    if type(value) is int and -(2**31) <= value < 2**31:
        return None
    return [Fault((), "value", "TYPE_INT32", value)]


def _int64(value: Any) -> Faults | None:
    if type(value) is str and re.fullmatch(r"-?\d{1,19}", value):
        return None
    return [Fault((), "value", "TYPE_INT64", value)]


def _enum(name: str, known: frozenset[str]) -> Checker:
    wanted = f"type.googleapis.com/google.apps.sheets.v4.{ENUM_TYPES.get(name, name[:1].upper() + name[1:])}"

    def check(value: Any) -> Faults | None:
        return None if type(value) is str and value in known else [Fault((), "value", wanted, value)]

    return check


ENUM_TYPES = {
    "majorDimension": "Dimension",
    "shiftDimension": "Dimension",
    "responseValueRenderOption": "ValueRenderOption",
    "responseDateTimeRenderOption": "DateTimeRenderOption",
}


def _parameter(name: str, spec: Mapping[str, Any]) -> Checker:
    """The check of one query parameter; a Boolean may come in any case (``False``)."""
    if "enum" in spec:
        return _enum(name, frozenset(spec["enum"]))
    words = {"boolean": (r"(?i:true|false|1|0|)", "TYPE_BOOL"), "integer": (r"-?\d+", "TYPE_INT32")}
    pattern, wanted = words.get(spec.get("type", ""), (r"(?s:.*)", "TYPE_STRING"))

    def check(value: Any) -> Faults | None:
        return None if re.fullmatch(pattern, value) else [Fault((), "value", wanted, value)]

    return check


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda found: "_" + found[1].lower(), name)
