"""Reads callbacksheet.toml into ``Settings``, or says everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from callbacksheet.config import reference as ref
from callbacksheet.config.kinds import nearest
from callbacksheet.config.reading import Reading
from callbacksheet.config.settings import (
    GooglePlace,
    Person,
    Place,
    Problem,
    Reminders,
    Settings,
    WorkbookPlace,
)
from callbacksheet.core.message import Address
from callbacksheet.core.model import Issue, Span
from callbacksheet.core.shop import (
    WORKING_WEEK,
    Blocked,
    Contact,
    DateOrder,
    Dayparts,
    Hours,
    ReasonWords,
    Shift,
    Shop,
)
from callbacksheet.core.text import bare
from callbacksheet.errors import SetupError

FILE_NAME = "callbacksheet.toml"
REFERENCE = "docs/settings.md describes every setting"

MONTH_FIRST = frozenset({"US", "CA", "PH", "PR", "GU", "AS", "VI", "MP", "FM", "MH", "PW"})
YEAR_FIRST = frozenset({"CN", "TW", "JP", "KR", "KP", "HU", "LT", "MN", "IR", "BT"})


def load(path: Path, today: date) -> Settings:
    """The settings of a file; ``today`` chooses the years whose public holidays are looked up.

    Raises SetupError when the file cannot be read, or naming every problem in it with its line.
    """
    return read_settings(_read_text(path), path, today)


def read_settings(text: str, path: Path, today: date) -> Settings:
    """``load`` for a text at hand; ``path`` is where it stands or will stand."""
    reading = Reading(text)
    settings = None if reading.problems and not reading.raw else _settings(reading, path, today)
    if settings is None or reading.problems:
        raise _refusal(path, reading.problems)
    return settings


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SetupError(
            f"There is no configuration file {path}.",
            "Make one with `callbacksheet init`, or see a sample day with `callbacksheet demo`.",
        ) from None
    except IsADirectoryError:
        raise SetupError(f"{path} is a folder.", f"Name the file in it: --config {path / FILE_NAME}") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SetupError(
            f"{path} line {line}: this is not UTF-8 text.", "Save the file as UTF-8 and run again."
        ) from None
    except OSError as error:
        raise SetupError(
            f"{path} cannot be read: {error.strerror}.", "Check the file's permissions and run again."
        ) from None


def _refusal(path: Path, problems: list[Problem]) -> SetupError:
    parts = tuple(str(problem) for problem in sorted(set(problems), key=lambda p: (p.line, p.sentence)))
    count = "a problem" if len(parts) == 1 else f"{len(parts)} problems"
    told = "\n".join(f"  {part}" for part in parts)
    return SetupError(
        f"{path} has {count}; nothing else was read or changed:\n{told}",
        f"Correct the file and run again; {REFERENCE}.",
        parts=parts,
    )


def _settings(reading: Reading, path: Path, today: date) -> Settings:
    people = _people(reading)
    _doubt_unknown_people(reading, people)
    return Settings(
        file=path,
        shop=_shop(reading, today),
        sheet=_sheet(reading, path.parent),
        operator=reading.one(ref.OPERATOR),
        people=MappingProxyType(people),
        reminders=_reminders(reading),
        sort=reading.one(ref.SORT),
        missed_call_cost=reading.one(ref.MISSED_CALL_COST),
        warnings=tuple(sorted(reading.warnings, key=lambda p: (p.line, p.sentence))),
    )


def _shop(reading: Reading, today: date) -> Shop:
    region = _region(reading)
    return Shop(
        zone=reading.one(ref.TIMEZONE),
        region=region,
        date_order=reading.one(ref.DATE_ORDER) or date_order_of(region),
        language=reading.one(ref.LANGUAGE),
        hours=_hours(reading, today),
        dayparts=_dayparts(reading),
        on_call=reading.one(ref.ON_CALL),
        head=reading.one(ref.HEAD),
        promise_by=reading.one(ref.PROMISE_BY),
        repeat_calls=reading.one(ref.REPEAT_CALLS),
        contacts=_contacts(reading, region),
        blacklist=_blacklist(reading, region),
        reasons=_reasons(reading),
        shifts=tuple(_shifts(reading, day) for day in ref.DAYS),
        blocks=reading.spans(ref.BLOCKS_TIMES),
        attempts_max=reading.one(ref.ATTEMPTS_MAX),
        attempts_within_days=reading.one(ref.ATTEMPTS_DAYS),
        response_minutes=reading.one(ref.RESPONSE_MINUTES),
        sort=reading.one(ref.SORT),
    )


def _region(reading: Reading) -> str:
    region = reading.one(ref.REGION)
    if not reading.has("region"):
        reading.doubt(("region",), f'is not set; numbers without a country code are read as "{region}"')
    return region


def date_order_of(region: str) -> DateOrder:
    """How people of a region mostly write a date in figures."""
    if region in MONTH_FIRST:
        return DateOrder.MDY
    return DateOrder.YMD if region in YEAR_FIRST else DateOrder.DMY


def _hours(reading: Reading, today: date) -> Hours:
    problems = len(reading.problems)
    week = tuple(reading.spans(ref.HOURS, day) for day in ref.DAYS)
    if not any(reading.has("hours", day) for day in ref.DAYS):
        week = WORKING_WEEK
    closed = reading.each(ref.HOURS_CLOSED)
    opened = reading.each(ref.HOURS_OPEN)
    for path, day in opened:
        if day in {other for _, other in closed}:
            reading.wrong(path, f'"{day}" is in hours.closed too')
    if not any(week) and not opened and len(reading.problems) == problems:
        reading.wrong(("hours",), "leaves no day on which the shop is open")
    return Hours(
        week=week,
        closed=frozenset(day for _, day in closed),
        open=frozenset(day for _, day in opened),
        holidays=_public_holidays(reading.one(ref.HOURS_COUNTRY), today),
        open_spans=next((spans for spans in week if spans), Hours().open_spans),
    )


class PublicHolidays:
    """Public holidays of last year to the year after next; late rows and far wishes need no more.

    They are reckoned when a day is first asked about: most runs ask about none, and loading takes its time.
    """

    def __init__(self, country: str, years: range) -> None:
        self._country = country
        self._years = years

    @cached_property
    def _days(self) -> frozenset[date]:
        import holidays

        name, _, part = self._country.partition("-")
        return frozenset(holidays.country_holidays(name, subdiv=part or None, years=self._years))

    def __contains__(self, day: object) -> bool:
        return day in self._days

    def __iter__(self) -> Iterator[date]:
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PublicHolidays) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, range]:
        return self._country, self._years


def _public_holidays(country: str, today: date) -> Collection[date]:
    return PublicHolidays(country, range(today.year - 1, today.year + 3)) if country else frozenset()


def _dayparts(reading: Reading) -> Dayparts:
    return Dayparts(**{name: reading.one(setting) for name, setting in ref.DAYPARTS.items()})


def _people(reading: Reading) -> dict[str, Person]:
    return {
        initials: Person(
            reading.one(ref.PERSON_NAME, initials),
            _addresses(reading, initials),
        )
        for initials in reading.names("people")
    }


def _addresses(reading: Reading, initials: str) -> tuple[Address, ...]:
    """A person's addresses; one that stands there twice would bring everything twice."""
    seen: dict[str, Address] = {}
    for path, address in reading.each(ref.PERSON_NOTIFY, initials):
        if address.text in seen:
            reading.wrong(path, "is the same address as one before it")
        seen[address.text] = address
    return tuple(seen.values())


def _shifts(reading: Reading, day: str) -> tuple[Shift, ...]:
    return tuple(_shift(reading, day, place) for place in reading.places("shifts", day))


def _shift(reading: Reading, day: str, place: int) -> Shift:
    start, end = reading.one(ref.SHIFT_FROM, day, place), reading.one(ref.SHIFT_TO, day, place)
    if start >= end:
        reading.wrong(("shifts", day, place), "ends before it begins; one that crosses midnight is written as two")
    owner = reading.one(ref.SHIFT_OWNER, day, place)
    return Shift(Span(start, end), owner, reading.one(ref.SHIFT_BACKUP, day, place))


def _reminders(reading: Reading) -> Reminders:
    quiet = [span for _, spans in reading.each(ref.REMINDERS_QUIET) for span in spans]
    in_order = tuple(sorted(quiet, key=lambda span: (span.start, span.end)))
    return Reminders(in_order, reading.one(ref.REMINDERS_ESCALATE))


def _reasons(reading: Reading) -> tuple[ReasonWords, ...]:
    seen: dict[str, str] = {}
    found = []
    for label in reading.names("reasons"):
        aliases = reading.each(ref.REASON_ALIASES, label)
        for path, alias in aliases:
            if seen.setdefault(bare(alias), label) != label:
                reading.wrong(path, f'"{alias}" already means {seen[bare(alias)]}')
        found.append(ReasonWords(label, tuple(alias for _, alias in aliases)))
    return tuple(found)


def _contacts(reading: Reading, region: str) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            _number(reading, ref.CONTACT_PHONE, place, region),
            reading.one(ref.CONTACT_NAME, place),
            reading.one(ref.CONTACT_OWNER, place),
        )
        for place in reading.places("contacts")
    )


def _blacklist(reading: Reading, region: str) -> tuple[Blocked, ...]:
    return tuple(
        Blocked(_number(reading, ref.BLOCKED_PHONE, place, region), _reason(reading, place))
        for place in reading.places("blacklist")
    )


def _reason(reading: Reading, place: int) -> str:
    """An empty reason is allowed, and told: such an entry is not obeyed (R12)."""
    path = ("blacklist", place, "reason")
    if not reading.has(*path) or reading.raw_text(path) == "":
        reading.doubt(("blacklist", place), "has no reason, so it is not obeyed")
        return ""
    return reading.one(ref.BLOCKED_REASON, place)


def _number(reading: Reading, setting: ref.Setting[str], place: int, region: str) -> str:
    """The number of a list entry in E.164; a number that nobody could dial is a problem here, not a flag."""
    from callbacksheet.core.phones import parse_phone

    typed = reading.one(setting, place)
    if not typed:
        return ""
    phone = parse_phone(typed, region)
    if isinstance(phone, Issue):
        table = setting.name.partition(".")[0]
        reading.wrong((table, place, "phone"), f'"{typed}" is not a valid phone number in {region}')
        return ""
    return phone.e164


def _sheet(reading: Reading, folder: Path) -> Place:
    workbook, google = reading.one(ref.SHEET_WORKBOOK), reading.one(ref.SHEET_GOOGLE)
    tab = reading.one(ref.SHEET_TAB)
    endpoint = reading.one(ref.SHEET_ENDPOINT)
    credentials = reading.one(ref.SHEET_CREDENTIALS)
    named = [name for name in ("workbook", "google") if reading.has("sheet", name)]
    if len(named) == 2:
        reading.wrong(("sheet", "google"), "and sheet.workbook are both set; keep one of them")
    if not named:
        reading.wrong(
            ("sheet",),
            'names no sheet; add workbook = "callbacks.xlsx" or google = "https://..." under [sheet]',
        )
    if google:
        key_file = None if credentials.casefold() == "oauth" else _beside(folder, credentials)
        return GooglePlace(google, tab, key_file, endpoint)
    return WorkbookPlace(_beside(folder, workbook), tab)


def _beside(folder: Path, name: str) -> Path:
    """A path of the file: ``~`` is the home folder, a relative one begins at the file's own folder."""
    path = Path(name)
    return path.expanduser() if name.startswith("~") else folder / path


def _doubt_unknown_people(reading: Reading, people: dict[str, Person]) -> None:
    """Initials that nobody under [people] has still work, but reach nobody; perhaps they are mistyped."""
    for path, initials in _named_people(reading):
        if initials and initials not in people:
            near = nearest(initials, people)
            hint = f'; did you mean "{near}"?' if near else ""
            reading.doubt(path, f'"{initials}" is not in [people]{hint}')


def _named_people(reading: Reading) -> list[tuple[tuple[str | int, ...], str]]:
    paths: list[tuple[str | int, ...]] = [("operator",), ("on_call",), ("head",)]
    paths += [("contacts", place, "owner") for place in reading.places("contacts")]
    for day in ref.DAYS:
        for place in reading.places("shifts", day):
            paths += [("shifts", day, place, "owner"), ("shifts", day, place, "backup")]
    return [(path, reading.raw_text(path)) for path in paths]
