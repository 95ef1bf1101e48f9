"""What setting up has in common, whichever sheet it is: the options, the shop's own answers, the result."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Block, Line, Page, Tone
from callbacksheet.cli.wizard import Wizard
from callbacksheet.errors import RefusedError, SetupError

if TYPE_CHECKING:
    from callbacksheet.cli.adoption import Adoption
    from callbacksheet.config import Settings
    from callbacksheet.config.starter import Starter

TAB = "Callbacks"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that came as options; an empty one is still to be asked."""

    workbook: str = ""
    google: str = ""
    credentials: str = ""
    endpoint: str = ""
    tab: str = ""
    timezone: str = ""
    region: str = ""
    date_order: str = ""
    language: str = ""
    operator: str = ""


def shop_answers(context: Context, given: Given, *, zone: str, language: str = "en") -> Starter:
    """Where and how the shop works; ``zone`` and ``language`` are what is suggested."""
    from callbacksheet.config import kinds
    from callbacksheet.config.guess import region_of
    from callbacksheet.config.load import date_order_of
    from callbacksheet.config.starter import Starter

    ask = Wizard(context).answer
    chosen = ask("--timezone", "Which time zone is the shop in?", kinds.ZONE, given.timezone, zone)
    region = ask(
        "--region",
        "Which country are phone numbers of (two letters)?",
        kinds.REGION,
        given.region,
        region_of(chosen.key),
    )
    order = ask("--date-order", "How do you read 3/6?", kinds.DATE_ORDER, given.date_order, date_order_of(region).value)
    words = ask("--language", "Which language is the sheet in?", kinds.LANGUAGE, given.language, language)
    return Starter(chosen.key, region, date_order=order, language=words, operator=_initials(context, given.operator))


def _initials(context: Context, given: str) -> str:
    """Initials may stay unknown: then changes are signed with none."""
    given = given or context.options.initials
    return given if given or not context.on_terminal else context.ask("Your initials?")


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet; one that appeared meanwhile is left alone."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise RefusedError(f"{file} has just appeared. It was left alone.", "Look at it, and run again.") from None
    except OSError as error:
        raise SetupError(
            f"{file} cannot be written ({error.strerror}).", "Give yourself permission to write there."
        ) from None


@dataclass(frozen=True, slots=True)
class SetUp:
    """What setting up came to. ``place`` is the sheet as people call it, ``about`` more of it for programs.

    ``made``: a new sheet in one phrase, "" where one was there. ``config``: a configuration was written, too.
    """

    settings: Settings
    adoption: Adoption
    place: str
    about: dict[str, Json]
    made: str = ""
    config: bool = True
    told: Page = ()


def set_up_result(context: Context, done: SetUp) -> Result:
    from callbacksheet.cli.desk import would_add

    adoption, settings, dry = done.adoption, done.settings, context.options.dry_run
    data: dict[str, Json] = {
        "config": str(settings.file),
        **done.about,
        "created": bool(done.made),
        "written": not dry,
        "adopted": not (dry or adoption.standing),
        "added_columns": list(adoption.columns),
        "changes": adoption.changes,
        "moved": adoption.moved,
    }
    wrote, book = ("Would write", "Would take over") if dry else ("Wrote", "Took over")
    told = f"{wrote} {done.made}." if done.made else f"{book} {done.place}: {_effect(adoption)}."
    if adoption.standing:
        told = f"{done.place} is set up already; it was left as it is."
    page: list[Block] = [Line(told, Tone.GOOD), *done.told]
    if dry and adoption.additions:
        page[1:1] = would_add(adoption.additions, "Would add:")
    if done.config:
        shop = settings.shop
        page.insert(0, Line(f"{wrote} {settings.file}.", Tone.GOOD))
        page.append(Line(f"Numbers without a country code are read as {shop.region}, times are {shop.zone.key}'s."))
    return Result(data, (*page, Line("Next: `callbacksheet doctor`, then `callbacksheet tidy`.")))


def _effect(adoption: Adoption) -> str:
    from callbacksheet.cli.saying import count

    columns = [f"{count(len(adoption.columns), 'column')} added"] if adoption.columns else []
    filled = f"{count(adoption.changes, 'cell')} of {count(adoption.rows, 'row')} filled or made readable"
    return ", ".join([*columns, filled, f"{count(adoption.moved, 'row')} moved, none merged"])
