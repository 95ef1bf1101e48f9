"""R9.2, what a note tells of the past or of another matter is no wish: "called yesterday at 5, call back tomorrow".

Before the grammar reads a line, the clause of a past event is set aside, and that of an appointment where another
clause names a time. A clause ends at a comma, a dash, an "or" or a word that asks for the call.
"""

from __future__ import annotations

import re

from callbacksheet.core.wish.lexing import Line

TOLD, APPOINTMENT, LAST, CALL, ASIDE = "þ", "ŋ", "ł", "z", "♯"
_CLAUSE = re.compile(r"(?:[^,;|z-]|(?<=þ)z|(?<=[ndcmwop])-(?=[ndcmwop]))+")
_CLAUSE_WITH_CALL = re.compile("(?:[^,;|-]|(?<=[ndcmwop])-(?=[ndcmwop]))+")
_NO_EVENT = re.compile("[z!XSt|]")
_DAYS = re.compile("[wrmΔd$Wσ]|[xt]u|u[xt]")
_HOURS = re.compile("[ncdaπpqκηK](?!u)")
_TIMED = re.compile("[wmrcpnodDΔHKqκηLW$π]")
_COUNTED_FROM = "FδV>Pωf)"
_LAST_OF = re.compile("łw[gδO]+(?:t?[gO]*u|[xt]*u|m)")
_LAST_DAY = re.compile("ł[gO]?[wumWosp]|[wumWp]ł")


def set_aside(line: Line, *, verb_last: bool) -> bool:
    """Take what is told out of a line; whether what is left is in doubt for it."""
    return _put_past_aside(line, verb_last=verb_last) | _put_events_aside(line)


def _put_events_aside(line: Line) -> bool:
    """ "Flight lands at 5, call after 6": of two clauses that name a time, the one that asks for the call counts."""
    letters = line.letters
    if CALL not in letters:
        return False
    clauses = [m.span() for m in _CLAUSE_WITH_CALL.finditer(letters)]
    asking = next((span for span in clauses if CALL in letters[slice(*span)] and _TIMED.search(letters, *span)), None)
    if asking is None:
        return False
    events = [span for span in clauses if span < asking and _is_event(letters[slice(*span)], letters[slice(*asking)])]
    for span in events:
        _put_aside(line, *span)
    return bool(events)


def _is_event(clause: str, asked: str) -> bool:
    """Whether a clause before names the same kind of thing, a day or an hour, and neither asks nor excludes."""
    if _NO_EVENT.search(clause):
        return False
    return any(kind.search(clause) and kind.search(asked) for kind in (_DAYS, _HOURS))


def _put_past_aside(line: Line, *, verb_last: bool) -> bool:
    letters = line.letters
    if not (TOLD in letters or APPOINTMENT in letters or LAST in letters or _past_day(line)):
        return False
    clauses = [m.span() for m in _CLAUSE.finditer(letters)]
    doubt = False
    told_from = [_told_from(line, *span) for span in clauses]
    wished = any(told is None and _is_wish(letters[a:b]) for told, (a, b) in zip(told_from, clauses, strict=True))
    for told, (start, end) in zip(told_from, clauses, strict=True):
        clause = letters[start:end]
        if told is not None and not wished and TOLD not in clause and LAST not in clause:
            continue  # "yesterday 10:00" alone stands: a person who types a next time may mean it
        if told is not None:
            begin = start if verb_last or told == start else told
            doubt = doubt or bool(_TIMED.search(letters, start, begin))
            _put_aside(line, begin, end)
        elif APPOINTMENT in clause and _TIMED.search(clause):
            if wished:
                _put_aside(line, start, end)
            else:
                doubt = True
    line.letters = line.letters.replace(TOLD, ASIDE).replace(APPOINTMENT, ASIDE)
    return doubt


def _is_wish(clause: str) -> bool:
    return TOLD not in clause and APPOINTMENT not in clause and _TIMED.search(clause) is not None


def _past_day(line: Line) -> bool:
    return "r" in line.letters and any(
        k == "r" and isinstance(v, int) and v < 0 for k, v in zip(line.letters, line.values, strict=True)
    )


def _told_from(line: Line, start: int, end: int) -> int | None:
    """Where in a clause the telling begins: at its start where a past day is named, else at the word that tells."""
    letters, values = line.letters, line.values
    for place in range(start, end):
        value = values[place]
        if letters[place] == "r" and isinstance(value, int) and value < 0 and letters[place - 1] not in _COUNTED_FROM:
            return start
    last = _LAST_DAY.search(letters, start, end)
    if last is not None and not _LAST_OF.search(letters, start, end):
        return start
    told = letters.find(TOLD, start, end)
    return None if told < 0 else told


def _put_aside(line: Line, start: int, end: int) -> None:
    line.unknown -= line.letters.count("?", start, end)
    line.letters = line.letters[:start] + ASIDE * (end - start) + line.letters[end:]
