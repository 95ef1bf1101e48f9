"""What nobody outside Google can know, one switch each.

The defaults are the likelier guess. The application's tests must pass whichever way a switch is set: a protocol
that needs one of these to be right is resting on folklore.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any


class FindMatches(StrEnum):
    """Which text findReplace compares a number, a date or a tick box by."""

    FORMATTED = "formatted"  # as shown to people
    STORED = "stored"  # the serial number behind a date, the plain digits of a number
    TEXT_ONLY = "text-only"  # such cells are never found


class MixedSort(StrEnum):
    """The order of kinds of value within one sorted column."""

    NUMBERS_TEXT_BOOLEANS = "numbers-text-booleans"
    TEXT_NUMBERS_BOOLEANS = "text-numbers-booleans"


@dataclass(frozen=True, slots=True)
class Switches:
    # sorting
    metadata_follows_sort: bool = False  # developer metadata of a row goes where sortRange puts its cells
    mixed_sort: MixedSort = MixedSort.NUMBERS_TEXT_BOOLEANS
    blanks_last_both_ways: bool = True  # else blanks come first when descending
    sort_moves_hidden_rows: bool = False  # else rows hidden by hand or by a filter stay where they are, as one saw
    # finding and replacing
    find_matches: FindMatches = FindMatches.FORMATTED
    replacement_parsed: bool = True  # "2026-05-08" written by findReplace becomes a date unless the cell is plain text
    find_matches_empty_cell: bool = False  # the regex ^$ finds a cell with nothing in it
    zero_counts_omitted: bool = True  # a findReplace or deleteDuplicates that changed nothing answers {}
    # rules
    strict_rules_reject: bool = False  # a strict validation rule refuses what the API writes
    protected_code: int = 400
    protected_message: str = (
        "You are trying to edit a protected cell or object. "
        "Please contact the spreadsheet owner to remove protection if you need to edit."
    )
    # edges of the grid
    reads_past_grid_clipped: bool = True  # else a read beyond the last row or column is refused
    unasked_cells_answered: bool = True  # {} for a cell that holds only what a mask leaves out; else like an empty one
    # moving rows
    move_refused_by_filter: bool = False
    move_refused_by_merge: bool = True  # one that spans several of the rows moved, or the place they go to
    move_refused_by_table: bool = False
    # where a person's half-typed text lands when the rows under it change places; the simulation's editors ask these
    typing_follows_moves: bool = True
    typing_follows_sorts: bool = False
    # named ranges
    absent_named_range_refused: bool = True  # deleteNamedRange of an id that is not there
    lost_named_range_blocks: bool = True  # one whose tab was deleted is listed no more, yet its id and name stay taken


VARIABLE = "SHEETS_SWITCHES"
"""Names the setting, one of ``SETTINGS``, under which tests run that choose none of their own."""


def _other(value: Any) -> tuple[Any, ...]:
    """The other ways a switch can be set."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, StrEnum):
        return tuple(each for each in type(value) if each is not value)
    return (403,) if isinstance(value, int) else ("The caller does not have permission",)


def _settings() -> dict[str, Switches]:
    """As guessed; each switch alone the other way; all of them, twice where a switch has two other ways."""
    ways = {each.name: _other(each.default) for each in fields(Switches)}
    alone = {f"{name}={way}": replace(Switches(), **{name: way}) for name, other in ways.items() for way in other}
    every = {
        f"all-{which}": replace(Switches(), **{name: other[place] for name, other in ways.items()})
        for which, place in (("first", 0), ("last", -1))
    }
    return {"as-guessed": Switches(), **alone, **every}


SETTINGS = _settings()


def usual() -> Switches:
    """The switches of tests that choose none of their own."""
    return SETTINGS[os.environ.get(VARIABLE, "as-guessed")]
