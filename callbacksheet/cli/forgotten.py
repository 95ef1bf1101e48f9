"""A caller forgotten: asked for, done, and told how much and what is left."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.envelope import PARTLY, Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.saying import count, listed
from callbacksheet.core.forget import national_digits
from callbacksheet.core.model import Phone
from callbacksheet.core.phones import parse_phone
from callbacksheet.errors import RefusedError, UsageError
from callbacksheet.runs import past
from callbacksheet.runs.past import Forgotten
from callbacksheet.wiring import backups_of, traces_of

_MOST_PLACES = 12
_VERSIONS: Page = (
    Line(
        "Google itself keeps earlier versions of the sheet (File, Version history); no program blanks those.",
        Tone.WARN,
    ),
    Line("To be rid of those too, copy the tab into a new spreadsheet and delete the old one.", indent=2),
)


def forget_caller(context: Context, text: str) -> Result:
    """Raises UsageError for what is no number, RefusedError where nobody agrees."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    phone = parse_phone(text, desk.shop.region)
    if not isinstance(phone, Phone):
        raise UsageError(f"“{text}” is not a phone number. Nothing was changed.", "Give it in full, like +14155550142.")
    planned = _forget(desk, phone.e164, dry=True)
    if planned.nothing or dry:
        return _result(desk, phone.e164, planned, written=False)
    if not context.consent(f"{_would(planned, phone.e164, desk)} This cannot be taken back."):
        raise RefusedError("Nobody agreed, so nothing was changed.")
    return _result(desk, phone.e164, _forget(desk, phone.e164, dry=False), written=True)


def _forget(desk: Desk, e164: str, *, dry: bool) -> Forgotten:
    with desk.context.working(f"Looking through {desk.name}{'' if desk.on_google else ' and its backups'}"):
        backups = backups_of(desk.context.settings)
        return past.forget(desk.sheet, backups, e164, desk.run, desk.shop, dry=dry, patience=desk.patience)


def _would(planned: Forgotten, e164: str, desk: Desk) -> str:
    return f"Everything that {e164} said is blanked in {desk.name}: {listed(_counts(planned, written=False))}."


def _counts(forgotten: Forgotten, *, written: bool) -> list[str]:
    plan, backups = forgotten.sheet, forgotten.blanked + forgotten.discarded
    counts = [
        f"{count(plan.texts, 'text')} in {count(plan.rows, 'row')}" if plan.rows else "",
        count(plan.lines, "line") + " of the history" if plan.lines else "",
        count(backups, "backup") + " blanked, or deleted" if backups and not written else "",
        count(forgotten.blanked, "backup") + " blanked" if forgotten.blanked and written else "",
        count(forgotten.discarded, "backup") + " deleted" if forgotten.discarded and written else "",
    ]
    return [text for text in counts if text]


def _result(desk: Desk, e164: str, forgotten: Forgotten, *, written: bool) -> Result:
    plan, names = forgotten.sheet, forgotten.sheet.names
    left = () if written is False and plan.batch else _traces(desk, e164, names)
    lists = _in_lists(desk, e164)
    data: dict[str, Json] = {
        "phone": e164,
        "rows": plan.rows,
        "texts": plan.texts,
        "lines": plan.lines,
        "remembered": plan.remembered,
        "backups": {"blanked": forgotten.blanked, "deleted": forgotten.discarded, "unread": forgotten.unread},
        "left": [*left, *lists],
        "written": written,
    }
    page = (
        Line(_head(desk, e164, forgotten, written=written), Tone.GOOD),
        *_left(left, lists),
        *_unread(forgotten),
        *(_VERSIONS if desk.on_google and not forgotten.nothing else ()),
    )
    return Result(data, page, exit_code=PARTLY if forgotten.unread else 0)


def _traces(desk: Desk, e164: str, names: frozenset[str]) -> tuple[str, ...]:
    return traces_of(desk.context.settings, national_digits(e164), names, pause=desk.context.shell.pause)


def _head(desk: Desk, e164: str, forgotten: Forgotten, *, written: bool) -> str:
    if forgotten.nothing:
        return f"Nothing that {e164} said is kept in {desk.name}{'' if desk.on_google else ' or its backups'}."
    if not written:
        return f"Would blank what {e164} said: {listed(_counts(forgotten, written=False))}. Nothing was written."
    return f"Forgotten: {listed(_counts(forgotten, written=True))}. The rows stay, Done and without a word."


def _in_lists(desk: Desk, e164: str) -> list[str]:
    """Lists of the configuration that name the number: a person's to edit."""
    shop, file = desk.shop, desk.context.settings.file.name
    lists = {"contacts": [one.phone for one in shop.contacts], "blacklist": [one.phone for one in shop.blacklist]}
    return [f"{name} in {file}" for name, phones in lists.items() if e164 in phones]


def _left(places: Sequence[str], lists: Sequence[str]) -> Page:
    shown = [*places[:_MOST_PLACES], *([f"{len(places) - _MOST_PLACES} more"] if len(places) > _MOST_PLACES else [])]
    if not (shown or lists):
        return ()
    return (
        Line(f"The number or name still stands in {listed([*shown, *lists])}.", Tone.WARN),
        Line("Those are no rows of this caller: look at them, and change them yourself.", indent=2),
    )


def _unread(forgotten: Forgotten) -> Page:
    if not forgotten.unread:
        return ()
    text = f"{count(forgotten.unread, 'backup')} in .callbacksheet-backups cannot be looked into: delete it yourself."
    return (Line(text, Tone.WARN),)
