"""``add``: one call written down in one line, and read back."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.errors import UsageError

_ASKED = (
    ("name", "Who called?"),
    ("phone", "Which number?"),
    ("reason", "What is it about?"),
    ("best", "When is best? (Enter for any time)"),
)


@command("Every day")
def add(
    context: Context,
    name: Annotated[str | None, typer.Argument(help="Who called.", show_default=False)] = None,
    phone: Annotated[str | None, typer.Argument(help="The number, as it was said.", show_default=False)] = None,
    reason: Annotated[str | None, typer.Argument(help="What it is about.", show_default=False)] = None,
    best: Annotated[
        str | None, typer.Option("--best", metavar="WISH", help='When it suits the caller, like "after 5".')
    ] = None,
    urgency: Annotated[str, typer.Option("--urgency", metavar="WORD", help="High or Low.")] = "",
    notes: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Anything else.")] = "",
    owner: Annotated[str, typer.Option("--owner", metavar="INITIALS", help="Who answers for it.")] = "",
    next_at: Annotated[
        str, typer.Option("--next", metavar="WHEN", help='An agreed next time, like "tomorrow 17:15".')
    ] = "",
    received: Annotated[str, typer.Option("--received", metavar="ISO", help="When the call came in; else now.")] = "",
) -> Result:
    """Write down one call and read it back. A repeat call joins its row and counts.

    On a terminal it asks for what is missing.
    """
    from callbacksheet.cli.added import added_result, cells_of, received_at

    said = _complete(context, {"name": name, "phone": phone, "reason": reason, "best": best})
    typed = {**said, "urgency": urgency, "notes": notes, "owner": owner, "next_callback": next_at}
    return added_result(context, {**cells_of(typed), **received_at(context, received)})


def _complete(context: Context, given: dict[str, str | None]) -> dict[str, str]:
    """What was given, with a person's answers for the rest. Raises UsageError where something must be said."""
    missing = [word for word in ("name", "phone", "reason") if given[word] is None]
    if missing and context.on_terminal:
        given = {word: context.ask(question) if given[word] is None else given[word] for word, question in _ASKED}
        missing = []
    said = {word: (text or "").strip() for word, text in given.items()}
    lacks = [] if said["name"] or said["phone"] else ["a name or a phone number"]
    lacks += ["the reason"] if "reason" in missing else []
    if lacks:
        raise UsageError(
            f"Missing: {' and '.join(lacks)}. Nothing was written down.",
            'Write it like: callbacksheet add "Dana" 415-555-0142 reschedule --best afternoon',
        )
    return said
