"""People by their initials, as the configuration knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callbacksheet.errors import UsageError

if TYPE_CHECKING:
    from callbacksheet.config import Settings


def person_meant(text: str, settings: Settings) -> str:
    """The initials as configured, whatever their case. Where people are configured, others raise UsageError."""
    known = {initials.casefold(): initials for initials in settings.people}
    if not known or text.casefold() in known:
        return known.get(text.casefold(), text)
    named = [initials for initials, one in settings.people.items() if one.name.casefold() == text.casefold()]
    if len(named) == 1:
        return named[0]
    raise UsageError(
        f"Nobody has the initials “{text}”. Nothing was changed.",
        f"Known are {', '.join(settings.people)}; people are listed in the configuration under [people.XY].",
    )
