"""Every setting, described once: its name, how it is written, its default, what it is for.

Reading, the refusal of unknown names and docs/settings.md all come from here. In a name ``*`` stands for
a word of the team's own (a person's initials, a reason), ``<day>`` for a weekday and ``[]`` for each
table of a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from callbacksheet.config import kinds
from callbacksheet.config.kinds import Kind, whole_number
from callbacksheet.config.settings import Sort
from callbacksheet.core.hours import FARTHEST_OPENING
from callbacksheet.core.model import Language, Span
from callbacksheet.core.shop import DateOrder, Dayparts, RepeatCalls

T_co = TypeVar("T_co", covariant=True)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T_co]):
    """A setting with one value. Where the file is silent it is ``absent``, as ``default`` says."""

    name: str
    kind: Kind[T_co]
    absent: T_co
    default: str
    sentence: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class ListSetting(Generic[T_co]):
    """A setting with a list of values, each written the same way."""

    name: str
    kind: Kind[T_co]
    default: str
    sentence: str


AnySetting: TypeAlias = Setting[object] | ListSetting[object]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Settings that belong together on the page; ``note`` says what no single setting can."""

    title: str
    note: str
    settings: tuple[AnySetting, ...]


TIMEZONE = Setting(
    "timezone",
    kinds.ZONE,
    ZoneInfo("UTC"),
    "",
    "The shop's time zone. Every time in the sheet is a time on its clock.",
    required=True,
)
REGION = Setting(
    "region",
    kinds.REGION,
    "US",
    '`"US"`, with a warning',
    "The country of phone numbers typed without a country code.",
)
DATE_ORDER: Setting[DateOrder | None] = Setting(
    "date_order",
    kinds.DATE_ORDER,
    None,
    "as the region writes dates",
    "How a date like 3/6 is read: month first (MDY), day first (DMY) or year first (YMD).",
)
LANGUAGE = Setting(
    "language",
    kinds.LANGUAGE,
    Language.EN,
    '`"en"`',
    "The language of the words written in the sheet, and of the same words on screen; all else that commands say is "
    "English. Wishes are read in every language at once.",
)
OPERATOR = Setting(
    "operator",
    kinds.TEXT,
    "",
    "nobody",
    "Initials of who runs the tool, where neither `--as` nor `$CALLBACKSHEET_AS` says.",
)
ON_CALL = Setting(
    "on_call",
    kinds.TEXT,
    "",
    "nobody",
    "Initials of who takes urgent rows out of hours; they are then due at once.",
)
HEAD = Setting("head", kinds.TEXT, "", "nobody", "Initials of who answers in the end for a row nobody else owns.")
PROMISE_BY: Setting[time | None] = Setting(
    "promise_by",
    kinds.CLOCK,
    None,
    "no promise",
    "A call out of hours that names no time is promised a callback by this time of the next business day.",
)
REPEAT_CALLS = Setting(
    "repeat_calls",
    kinds.REPEAT_CALLS,
    RepeatCalls.SEPARATE,
    '`"separate"`',
    "Whether a call of another day about a reason still open is a row of its own or joins the open one.",
)
SORT = Setting(
    "sort",
    Kind('"quiet", "triage" or "never"', kinds.one_of(Sort)),
    Sort.QUIET,
    '`"quiet"`',
    "When a Google tab is put in order: when it is quiet or somebody runs tidy or triage, only when somebody does, "
    "or never. "
    "A workbook is always in order.",
)
RESPONSE_MINUTES = Setting(
    "response_minutes",
    Kind("a whole number", whole_number(1, 10_080)),
    4,
    "4",
    "The target: business minutes from a call to our first attempt.",
)
MISSED_CALL_COST: Setting[Decimal | None] = Setting(
    "missed_call_cost",
    kinds.MONEY,
    None,
    "not counted",
    "What one missed call costs, for the head's reports.",
)

SHEET_WORKBOOK = Setting(
    "sheet.workbook",
    kinds.WORKBOOK,
    "",
    "",
    "The workbook that holds the callback tab. A relative path begins at this file's folder.",
)
SHEET_GOOGLE = Setting("sheet.google", kinds.GOOGLE_URL, "", "", "The Google spreadsheet that holds the callback tab.")
SHEET_TAB = Setting(
    "sheet.tab", kinds.TEXT, "", "the first visible tab", "The tab that the team types in, by its title."
)
SHEET_CREDENTIALS = Setting(
    "sheet.credentials",
    kinds.TEXT,
    "credentials.json",
    '`"credentials.json"`',
    'The key file of a Google service account, beside this file; or `"oauth"` to sign in as yourself.',
)
SHEET_ENDPOINT = Setting(
    "sheet.endpoint",
    kinds.ENDPOINT,
    "",
    "Google's own",
    "Another address that speaks Google's Sheets API, for trying things out.",
)

HOURS = ListSetting(
    "hours.<day>",
    kinds.SPAN,
    "closed",
    "Business hours of a weekday (`mon` to `sun`), in one span or more.",
)
HOURS_CLOSED = ListSetting("hours.closed", kinds.DATE, "none", "Days on which the shop is closed.")
HOURS_OPEN = ListSetting(
    "hours.open",
    kinds.DATE,
    "none",
    "Days on which the shop is open although they are public holidays, or a weekday that is otherwise closed "
    "(then with the hours of the first weekday that is not).",
)
HOURS_COUNTRY = Setting(
    "hours.country",
    kinds.COUNTRY,
    "",
    "none",
    "The country, or part of one, whose public holidays close the shop too. `closed` and `open` win.",
)

_PARTS = {
    "morning": "morning",
    "midday": "midday and lunchtime",
    "afternoon": "the afternoon",
    "evening": "the evening",
    "night": "the night",
}


def _daypart(name: str, words: str, absent: Span) -> Setting[Span]:
    default = f'`"{_clock(absent.start)}-{_clock(absent.end)}"`'
    return Setting(f"dayparts.{name}", kinds.SPAN, absent, default, f"What callers mean by {words}.")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


DAYPARTS = {name: _daypart(name, words, getattr(Dayparts(), name)) for name, words in _PARTS.items()}

BLOCKS_TIMES = ListSetting("blocks.times", kinds.SPAN, "none", "The fixed times of day for calling back.")

PERSON_NAME = Setting("people.*.name", kinds.TEXT, "", "the initials", "The person's name.")
PERSON_NOTIFY = ListSetting(
    "people.*.notify",
    kinds.ADDRESS,
    "nowhere",
    "Where to send reminders, as Apprise addresses; `console:` is the screen. `${NAME}` is filled in from the "
    "environment when used. One marked `private` nobody else reads: it gets whole numbers and a link to ring them.",
)

SHIFT_FROM = Setting("shifts.<day>.[].from", kinds.CLOCK_MINUTES, 0, "", "When the shift begins.", required=True)
SHIFT_TO = Setting("shifts.<day>.[].to", kinds.CLOCK_MINUTES, 1440, "", "When it ends.", required=True)
SHIFT_OWNER = Setting("shifts.<day>.[].owner", kinds.TEXT, "", "", "Initials of who owns its calls.", required=True)
SHIFT_BACKUP = Setting("shifts.<day>.[].backup", kinds.TEXT, "", "nobody", "Initials of who is reminded next.")

REMINDERS_QUIET = ListSetting(
    "reminders.quiet",
    kinds.NIGHT_SPAN,
    "none",
    "Quiet hours: all reminders but urgent ones wait and come as one digest.",
)
REMINDERS_ESCALATE: Setting[timedelta | None] = Setting(
    "reminders.escalate_after",
    kinds.DURATION,
    timedelta(minutes=15),
    '`"15m"`',
    "How long nobody may act before the backup is reminded, and then the head.",
)

REASON_ALIASES = ListSetting(
    "reasons.*", kinds.TEXT, "", "Phrases that mean this reason, beside the ones the tool knows."
)

ATTEMPTS_MAX = Setting(
    "attempts.max",
    Kind("a whole number", whole_number(1, 20)),
    3,
    "3",
    "How often a caller is tried before the final message.",
)
ATTEMPTS_DAYS = Setting(
    "attempts.within_days",
    Kind("a whole number", whole_number(1, 60)),
    2,
    "2",
    "Within how many days these tries are made.",
)

CONTACT_PHONE = Setting(
    "contacts.[].phone",
    kinds.TEXT,
    "",
    "",
    "A number we know, best with its country code.",
    required=True,
)
CONTACT_NAME = Setting("contacts.[].name", kinds.TEXT, "", "none", "Whose number it is.")
CONTACT_OWNER = Setting("contacts.[].owner", kinds.TEXT, "", "nobody", "Initials of who answers for it.")
BLOCKED_PHONE = Setting(
    "blacklist.[].phone", kinds.TEXT, "", "", "A number that is not to be called back.", required=True
)
BLOCKED_REASON = Setting(
    "blacklist.[].reason", kinds.TEXT, "", "none: the entry is not obeyed", "Why; shown on the caller's rows."
)


CHAPTERS = (
    Chapter(
        "The shop",
        "",
        (
            TIMEZONE,
            REGION,
            DATE_ORDER,
            LANGUAGE,
            OPERATOR,
            ON_CALL,
            HEAD,
            PROMISE_BY,
            REPEAT_CALLS,
            SORT,
            RESPONSE_MINUTES,
            MISSED_CALL_COST,
        ),
    ),
    Chapter(
        "[sheet]",
        "Name one of `workbook` and `google`.",
        (SHEET_WORKBOOK, SHEET_GOOGLE, SHEET_TAB, SHEET_CREDENTIALS, SHEET_ENDPOINT),
    ),
    Chapter(
        "[hours]",
        "Where no weekday is named at all the hours are 09:00-18:00, Monday to Friday; as soon as one is, "
        f"a missing day is closed. A shop without an opening in {FARTHEST_OPENING} days is refused.",
        (HOURS, HOURS_CLOSED, HOURS_OPEN, HOURS_COUNTRY),
    ),
    Chapter("dayparts", "", tuple(DAYPARTS.values())),
    Chapter("[blocks]", "", (BLOCKS_TIMES,)),
    Chapter("[people.INITIALS]", "One table for each of the team.", (PERSON_NAME, PERSON_NOTIFY)),
    Chapter(
        "[shifts]",
        "For each weekday (`mon` to `sun`) a list of shifts. Where two overlap the one written first counts.",
        (SHIFT_FROM, SHIFT_TO, SHIFT_OWNER, SHIFT_BACKUP),
    ),
    Chapter("[reminders]", "", (REMINDERS_QUIET, REMINDERS_ESCALATE)),
    Chapter("[reasons]", "One line for each reason of the team's own.", (REASON_ALIASES,)),
    Chapter("[attempts]", "", (ATTEMPTS_MAX, ATTEMPTS_DAYS)),
    Chapter("contacts", "A list of tables.", (CONTACT_PHONE, CONTACT_NAME, CONTACT_OWNER)),
    Chapter("blacklist", "A list of tables.", (BLOCKED_PHONE, BLOCKED_REASON)),
)

SETTINGS = tuple(setting for chapter in CHAPTERS for setting in chapter.settings)
