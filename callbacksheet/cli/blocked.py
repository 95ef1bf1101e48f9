"""The blacklist changed: the configuration first, then the sheet tidied by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import entry_of, issues_of
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Tone
from callbacksheet.cli.rows import one_row
from callbacksheet.cli.saying import count, who
from callbacksheet.cli.tidied import exit_code_of
from callbacksheet.config import Settings, read_settings
from callbacksheet.config.blacklist import with_blocked, without_blocked, write_config
from callbacksheet.core.model import Code, Column, Phone
from callbacksheet.core.phones import parse_phone
from callbacksheet.errors import UsageError
from callbacksheet.runs.tidy import look, tidy


def blocked(context: Context, text: str, reason: str) -> Result:
    """Raises UsageError without a reason, since such an entry is not obeyed, or without a number."""
    reason = " ".join(reason.split())
    if not reason:
        raise UsageError(
            "A number is blocked for a reason, which its rows show. Nothing was changed.",
            f'Say why: callbacksheet block "{text}" --reason "robocalls"',
        )
    desk = open_desk(context, look_only=context.options.dry_run)
    phone = _number(text, desk)
    file, dry = context.config_file, context.options.dry_run
    toml = with_blocked(_text(file), phone, reason, desk.shop.region)
    settings = _checked(toml, file, context.today)
    if not dry:
        write_config(file, toml)
    head = f"{phone} {'would be' if dry else 'is'} on the blacklist: {reason}."
    return _told(desk, settings, phone, reason, head, f"The list is in {file.name}; --remove takes the number off.")


def unblocked(context: Context, text: str) -> Result:
    """Raises UsageError for a number that is not on the list."""
    file, dry = context.config_file, context.options.dry_run
    desk = open_desk(context, look_only=dry)
    phone = _number(text, desk)
    listed = next((one for one in desk.shop.blacklist if one.phone == phone), None)
    if listed is None:
        raise UsageError(f"{phone} is not on the blacklist. Nothing was changed.", "`callbacksheet who` tells of it.")
    toml = without_blocked(_text(file), phone, desk.shop.region)
    settings = _checked(toml, file, context.today)
    if not dry:
        write_config(file, toml)
    head = f"{phone} {'would be' if dry else 'is'} off the blacklist."
    return _told(
        desk, settings, phone, "", head, "Its closed rows stay closed; `callbacksheet schedule` opens one again."
    )


def _told(desk: Desk, settings: Settings, phone: str, reason: str, head: str, tail: str) -> Result:
    """The sheet tidied by the new list, and what that did to the number's rows."""
    dry, shop = desk.context.options.dry_run, settings.shop
    with desk.context.working(f"Tidying {desk.name}"):
        tidied = tidy(desk.sheet, desk.run, shop, desk.agree, dry=dry)
    rows = [c for c in tidied.plan.queue if c.phone and c.phone.e164 == phone]
    statuses = {change.key for change in tidied.plan.changes if change.column == Column.STATUS}
    closed = [c for c in rows if c.told(Code.BLOCKED) and c.key in statuses]
    data: dict[str, Json] = {
        "phone": phone,
        "reason": reason,
        "written": not dry,
        "callbacks": [entry_of(c, tidied.plan, desk.now, shop, written=tidied.written) for c in rows],
    }
    names = ", ".join(dict.fromkeys(who(c) for c in closed))
    lines = [Line(head, Tone.GOOD)]
    if closed:
        lines.append(Line(f"{count(len(closed), 'row')} closed, blocked: {names}."))
    lines.append(Line(tail, Tone.QUIET))
    return Result(data, tuple(lines), issues_of(tidied.plan, shop, rows, written=True), exit_code_of(tidied))


def _number(text: str, desk: Desk) -> str:
    """The number meant. The sheet is looked at in any case: the list stays as it is where the sheet is in the way."""
    queue = look(desk.sheet, desk.run, desk.shop).queue
    read = parse_phone(text, desk.shop.region)
    if isinstance(read, Phone):
        return read.e164
    callback = one_row(text, queue, desk.shop)
    if callback.phone is None:
        raise UsageError(f"The row “{text}” has no number to block. Nothing was changed.", "Give the number itself.")
    return callback.phone.e164


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")


def _checked(toml: str, file: Path, today: date) -> Settings:
    """The settings as they will be read; a list that could not be read again is never written."""
    return read_settings(toml, file, today)
