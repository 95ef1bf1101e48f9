"""What the tool's own things in a Google spreadsheet are called; people meet these names, so they never change."""

from __future__ import annotations

STATE_TITLE = "_callbacksheet"
"""The hidden tab of what the tool remembers: (kind, key, text) in columns A to C, from row 1 on."""
UNDO_TITLE = "_callbacksheet_undo"
"""The hidden tab of the ring of pre-images."""
HISTORY_TITLE = "_callbacksheet_history"
"""The hidden tab of every change ever made, append-only."""
OWN_TITLES = (STATE_TITLE, UNDO_TITLE, HISTORY_TITLE)

NEXT_UP = "Next up"
DUE_NOW = "Due now"
"""Filter views over the team's tab, in any language of the sheet called so."""

MARK = "callbacksheet"
"""Key of the developer metadata on the team's tab, by which it is found again after somebody renamed it."""

STATE_ID, UNDO_ID, HISTORY_ID = 1_402_530_001, 1_402_530_002, 1_402_530_003
"""Sheet ids that the tool gives its own tabs, so that they are found whatever they are called by then."""

OWN_TABS = {STATE_TITLE: STATE_ID, UNDO_TITLE: UNDO_ID, HISTORY_TITLE: HISTORY_ID}
