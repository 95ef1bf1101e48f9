"""What most commands begin with: the sheet, the shop's rules and this run; and the consent at first contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from callbacksheet.cli.command import Context
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.render import show
from callbacksheet.core.headers import header_word
from callbacksheet.core.layout import address
from callbacksheet.core.model import Column
from callbacksheet.core.plan import Plan, Run
from callbacksheet.core.shop import Shop
from callbacksheet.ports import Sheet
from callbacksheet.runs.tidy import look
from callbacksheet.runs.write import Patience
from callbacksheet.wiring import choices_of, name_of, run_of, sheet_of


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a run is made of."""

    context: Context
    sheet: Sheet
    shop: Shop
    run: Run

    @property
    def now(self) -> datetime:
        return self.run.now

    @property
    def patience(self) -> Patience:
        """How a run on it waits."""
        return Patience(self.context.shell.pause)

    @property
    def name(self) -> str:
        """The sheet as people call it."""
        return name_of(self.context.settings)

    @property
    def on_google(self) -> bool:
        """Whether it is a Google sheet, which keeps its past on hidden tabs of its own."""
        from callbacksheet.config import GooglePlace

        return isinstance(self.context.settings.sheet, GooglePlace)

    def agree(self, plan: Plan) -> bool:
        """At first contact: say what the tool would add, and ask. A new tab without rows needs no asking."""
        if _is_new(plan):
            return True
        if self.context.options.yes:
            return True
        if not self.context.on_terminal:
            return self.context.agree(f"{_contact(plan, self)} Agreed?")
        show(_contact_page(plan, self), self.context.shell.err)
        return self.context.agree("Agreed?")

    def tell_progress(self, plan: Plan) -> None:
        """How far a change is that takes several writes, to somebody who waits for it."""
        if not self.context.shell.err.isatty() or self.context.shell.json:
            return
        rows, here = len(plan.queue), len(plan.reached)
        unknown = sum(c.row.base is None and c.key in plan.waiting for c in plan.queue)
        if unknown or plan.adopts:
            told = f"Adopting: {rows - unknown:,} of {rows:,} rows are known."
        else:
            told = f"Tidying: {here:,} of {rows:,} rows." if plan.waiting else "Putting the rows in calling order."
        self.context.say(f"{told} Ctrl+C does no harm: what is written is whole, and the next run goes on.")


def open_desk(context: Context, *, look_only: bool = False) -> Desk:
    """The desk of the configuration in use. ``look_only``: for commands that never write."""
    settings = context.settings
    sheet = sheet_of(settings, look_only=look_only, pause=context.shell.pause)
    return Desk(context, sheet, settings.shop, run_of(context.now, context.operator, forced=context.options.force))


def look_at(context: Context) -> tuple[Desk, Plan]:
    """The queue as it should stand now; nothing is written, and the workbook may be open elsewhere."""
    desk = open_desk(context, look_only=True)
    with context.working(f"Reading {desk.name}"):
        return desk, look(desk.sheet, desk.run, desk.shop)


def columns_said(plan: Plan, shop: Shop) -> list[str]:
    """The columns to add, each with the cell of its header: "Calls (N1)"."""
    row = plan.layout.header_row
    return [
        f"{header_word(column, shop.language)} ({address(row, plan.layout.index(column))}"
        f"{', hidden' if column is Column.ID else ''})"
        for column in plan.layout.added
    ]


_WORKBOOK_ADDS = (
    "two hidden tabs, for what it remembers and for the history of every change",
    "a folder of backups beside the workbook",
)
_GOOGLE_ADDS = (
    "plain text for the columns that are there already (numbers and dates stay)",
    "three hidden tabs, for what it remembers, for undo and for the history",
    "a warning for who would edit the header or those tabs",
    "colours: overdue red, due today amber, done grey",
    "the filter views “Next up” and “Due now”",
)


def additions(plan: Plan, desk: Desk) -> tuple[str, ...]:
    """All that the first run adds to a tab, thing by thing; nothing where the tab needs no taking over."""
    if not plan.adopts or _is_new(plan):
        return ()
    added, offered = plan.layout.added, choices_of(desk.context.settings)
    lists = ", some with a drop-down" if any(offered.get(column) for column in added) else ""
    columns = f"columns at the right end{lists}: {', '.join(columns_said(plan, desk.shop))}"
    if desk.on_google:
        return (*([columns] if added else []), *_GOOGLE_ADDS)
    return (*([columns, "the header row frozen, unless the tab is frozen or split"] if added else []), *_WORKBOOK_ADDS)


def would_add(added: Sequence[str], head: str) -> Page:
    """These things, one a line."""
    return (Line(head, Tone.STRONG), *(Line(f"- {text}", indent=2) for text in added)) if added else ()


def _is_new(plan: Plan) -> bool:
    """Whether the tab was made by the tool and nobody has typed in it yet."""
    return not plan.layout.added and all(callback.row.incoming for callback in plan.queue)


def _contact(plan: Plan, desk: Desk) -> str:
    """What the first run adds, in one sentence."""
    gets = "; ".join(additions(plan, desk))
    return f"{desk.name} was never tidied before: it gets {gets}; no column of yours is moved or renamed."


def _contact_page(plan: Plan, desk: Desk) -> Page:
    """The same for somebody who is about to be asked."""
    order = "Rows are put in calling order; `callbacksheet undo` takes it back."
    return (
        *would_add(additions(plan, desk), f"{desk.name} was never tidied before. callbacksheet would add:"),
        Line(f"No column of yours is moved or renamed. {order}"),
        Line(),
    )
