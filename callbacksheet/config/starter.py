"""The callbacksheet.toml that ``init`` and ``demo`` write: short, commented, read back without warning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from callbacksheet.config.load import date_order_of
from callbacksheet.config.reading import written
from callbacksheet.config.reference import DAYS
from callbacksheet.core.model import Language, Span
from callbacksheet.core.shop import WORKING_WEEK, DateOrder


@dataclass(frozen=True, slots=True)
class Starter:
    """What a new configuration has to say; one of ``workbook`` and ``google``."""

    timezone: str
    region: str
    workbook: str = ""
    google: str = ""
    tab: str = ""
    credentials: str = ""
    endpoint: str = ""
    date_order: DateOrder | None = None
    language: Language = Language.EN
    operator: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    week: tuple[tuple[Span, ...], ...] = WORKING_WEEK
    blocks: tuple[Span, ...] = ()


def render_new(starter: Starter, head: str = "") -> str:
    """The text of a new callbacksheet.toml; ``head`` is a sentence to open it with."""
    return "\n\n".join(part for part in _parts(starter, head) if part) + "\n"


def _parts(starter: Starter, head: str) -> list[str]:
    return [
        "\n".join(f"# {line}" for line in [*head.splitlines(), "Every setting: docs/settings.md"]),
        _shop(starter),
        _sheet(starter),
        _hours(starter),
        _blocks(starter),
        *(f"[people.{_key(initials)}]\nname = {_text(name)}" for initials, name in _people(starter)),
    ]


def _shop(starter: Starter) -> str:
    order = starter.date_order or date_order_of(starter.region)
    lines = [
        f"timezone = {_text(starter.timezone)}",
        f"region = {_text(starter.region)}  # country of phone numbers typed without a country code",
        f"date_order = {_text(order.value)}  # how 3/6 is read",
        f"language = {_text(starter.language.value)}  # of words in the sheet; wishes may be in any",
    ]
    if starter.operator:
        lines.append(f"operator = {_text(starter.operator)}  # who runs the tool")
    else:
        lines.append('# operator = "MK"  # initials of who runs the tool')
    lines += [
        '# promise_by = "10:00"  # calls out of hours are answered by then',
        '# blacklist = [{ phone = "+14155550199", reason = "robocalls" }]',
    ]
    return "\n".join(lines)


def _sheet(starter: Starter) -> str:
    lines = ["workbook", "tab"] if starter.workbook else ["google", "tab", "credentials", "endpoint"]
    return "\n".join(["[sheet]", *(f"{name} = {_text(text)}" for name in lines if (text := getattr(starter, name)))])


def _hours(starter: Starter) -> str:
    days = [f"{day} = {_spans(spans)}" for day, spans in zip(DAYS, starter.week, strict=True) if spans]
    return "\n".join(["[hours]  # a missing day is closed", *days, '# closed = ["2026-12-25"]'])


def _blocks(starter: Starter) -> str:
    if not starter.blocks:
        return '# [blocks]\n# times = ["11:30-12:00", "15:00-15:30"]  # when you call back'
    return f"[blocks]  # when you call back\ntimes = {_spans(starter.blocks)}"


def _people(starter: Starter) -> list[tuple[str, str]]:
    people = dict(starter.people)
    if starter.operator:
        people.setdefault(starter.operator, starter.operator)
    return list(people.items())


def _spans(spans: tuple[Span, ...]) -> str:
    return f"[{', '.join(_text(written(span)) for span in spans)}]"


def _key(text: str) -> str:
    bare = text.isascii() and all(c.isalnum() or c in "-_" for c in text)
    return text if bare and text else _text(text)


def _text(text: str) -> str:
    """A TOML string, whatever a person typed at the wizard."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
