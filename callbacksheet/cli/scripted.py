"""What to say to one caller, from the team's texts or the shipped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from callbacksheet.adapters.texts import FOLDER, read_script
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import look_at
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.rows import one_row
from callbacksheet.cli.saying import number, who
from callbacksheet.core.model import Language
from callbacksheet.core.offer import offers
from callbacksheet.core.scripts import Script, language_of, script_of
from callbacksheet.errors import UsageError

if TYPE_CHECKING:
    from callbacksheet.config import Settings
    from callbacksheet.core.callback import Callback

Kind = TypeVar("Kind", Script, Language)


def scripted(context: Context, row: str, kind: str, language: str) -> Result:
    """Raises UsageError for a kind or language that does not exist, or where no one row is meant."""
    kinds = (_known(kind, Script, "kind of script"),) if kind else tuple(Script)
    given = _known(language, Language, "language") if language else None
    desk, plan = look_at(context)
    if row:
        callback: Callback | None = one_row(row, plan.queue, desk.shop)
    else:
        callback = next((one for one in plan.queue if one.open), None)
    spoken = given or (language_of(callback, desk.shop) if callback else desk.shop.language)
    offered, name = offers(plan.queue, desk.now, desk.shop), operator_name(context.operator, context.settings)
    own = context.settings.file.parent / FOLDER
    texts = {one: script_of(read_script(one, spoken, own), callback, name, offered, desk.now, spoken) for one in kinds}
    data = {
        "key": callback.key if callback else None,
        "language": spoken.value,
        "scripts": {one.value: text for one, text in texts.items()},
    }
    return Result(data, _page(texts, callback))


def operator_name(initials: str, settings: Settings) -> str:
    """How the person at the phone says who is calling."""
    person = settings.people.get(initials)
    return person.name if person and person.name else initials


def _page(texts: dict[Script, str], callback: Callback | None) -> Page:
    told = ", ".join(dict.fromkeys(part for part in (who(callback), number(callback)) if part)) if callback else ""
    page: Page = (Line(f"To {told}:", Tone.STRONG),) if told else ()
    for script, text in texts.items():
        if text:
            page = (*page, Line(), Line(script.value, Tone.QUIET), *(Line(line) for line in text.splitlines()))
    return page


def _known(text: str, kinds: type[Kind], what: str) -> Kind:
    try:
        return kinds(text.strip().casefold())
    except ValueError:
        raise UsageError(f"“{text}” is no {what}.", f"Known are {', '.join(one.value for one in kinds)}.") from None
