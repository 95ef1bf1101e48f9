"""R7: status and urgency as staff type them, in five languages at once; R10: was a final message left.

A status is prose: cues are found in it and weighed. What closes the matter wins ("gave up after two tries,
closing"), unless it is negated or asked ("not booked yet", "done?"). What nobody can read is an Issue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from callbacksheet.core.cues import Cue, CueTable, clauses, spell_out
from callbacksheet.core.model import STATUS_WORDS, Code, Issue, Language, Status, Urgency
from callbacksheet.core.status_words import (
    BARE,
    DOUBTS,
    FINAL_MESSAGES,
    JUST_BEFORE,
    NEGATIONS,
    NO_ANSWER,
    NO_ANSWER_YET,
    NOT_A_RECORD,
    NOT_YET,
    STATUS_CUES,
    TICKS,
    URGENCY_CUES,
    URGENCY_MARKS,
    URGENCY_WORDS,
    URGENT_NO,
    URGENT_YES,
    Says,
)
from callbacksheet.core.text import fold, plain

_NEGATIONS = frozenset(plain(NEGATIONS).split())
_NO_RECORD = frozenset(plain(NOT_A_RECORD).split())
READ_AT_MOST = 2_000
"""Characters of a cell that are read for cues; what a status says, it says before."""


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status understood. ``prose`` is the cell as typed where it says more than the bare word, else ""."""

    status: Status
    prose: str


def parse_status(text: str) -> StatusReading | Issue:
    """Which of the four states the words mean; an empty cell, or a dash, is New."""
    return _parse_status(text.strip())


def status_word(status: Status, language: Language) -> str:
    """The word the tool writes in the Status column."""
    return STATUS_WORDS[language][status]


def closing_words() -> frozenset[str]:
    """Whole cells, plain, that are read as Done in any language: "closed", "booked", "selesai"."""
    bare = (words for words, status in _bare().items() if status is Status.DONE)
    return frozenset({*bare, *spell_out(STATUS_CUES[Says.CLOSED])})


def parse_urgency(text: str) -> Urgency | Issue:
    """How urgent the words make it; an empty cell is Normal."""
    return _parse_urgency(text.strip())


def urgency_word(urgency: Urgency, language: Language) -> str:
    """The word the tool writes in the Urgency column; Normal is the empty cell."""
    return URGENCY_WORDS[language][urgency]


def says_final_message(text: str) -> bool:
    """Whether the words record that a final message was left; planning, awaiting or lacking one is none."""
    return any(_recorded(before, cue) for before, cue in _pairs(_final_messages().find(text[:READ_AT_MOST])))


@lru_cache(maxsize=16_384)
def _parse_status(text: str) -> StatusReading | Issue:
    words = plain(text)
    if not words:
        return _status_of_marks(text)
    if (bare := _bare().get(words)) is not None and "?" not in text:
        return StatusReading(bare, "")
    status = _weigh(_status_cues().find(text[:READ_AT_MOST]))
    if status is None or (status is Status.DONE and _asked(text)):
        return Issue(Code.UNPARSED_STATUS, (text,))
    return StatusReading(status, text)


def _status_of_marks(text: str) -> StatusReading | Issue:
    """A cell without a word: a dash is an empty one, a tick is Done."""
    marks = set(text) - {" ", "\ufe0f"}
    if marks <= set("-–—._"):
        return StatusReading(Status.NEW, "")
    return StatusReading(Status.DONE, "") if marks <= TICKS else Issue(Code.UNPARSED_STATUS, (text,))


def _weigh(cues: Sequence[Cue[Says]]) -> Status | None:
    """The one status that the cues of a cell add up to; None where they say nothing."""
    said = [_turned(cue) for cue in cues]
    if Says.REOPENED in said:
        said = [Says.NEW, *said[len(said) - said[::-1].index(Says.REOPENED) :]]
    if Says.CLOSED in said:
        return Status.DONE
    talks = [says for says in said if says in (Says.SPOKE, Says.WAITING)]
    if talks:
        return Status.WAITING if talks[-1] is Says.WAITING else _after_talking(said, cues)
    if Says.AGREED in said or _call_at_a_time(cues, Says.CALL):
        return Status.SCHEDULED
    return _of_calls(said)


def _turned(cue: Cue[Says]) -> Says | None:
    """What a cue says, negation counted in: "not booked", "no answer" are Waiting, "not called" is New."""
    if not cue.negated:
        return None if cue.meaning is Says.ANSWER else cue.meaning
    match cue.meaning:
        case Says.CLOSED | Says.SPOKE | Says.ANSWER | Says.WAITING:
            return Says.WAITING
        case Says.CALLED_BACK | Says.TRIED | Says.AGREED:
            return Says.NEW
        case Says.NEW | Says.REOPENED:
            return None
        case _:
            return cue.meaning


def _after_talking(said: Sequence[Says | None], cues: Sequence[Cue[Says]]) -> Status:
    """We spoke: Done, unless the words go on about another call ("spoke, call back Tuesday")."""
    if Says.AGREED in said or _call_at_a_time(cues, Says.CALL, Says.AGAIN):
        return Status.SCHEDULED
    return Status.WAITING if {Says.CALL, Says.AGAIN} & set(said) else Status.DONE


def _call_at_a_time(cues: Sequence[Cue[Says]], *calls: Says) -> bool:
    """A call to make, with a time in the same clause: "call back tomorrow", "cb 5pm"."""
    return any(
        any(word[0].isdigit() for word in cue.clause.words[cue.end :])
        or any(other.meaning is Says.MOMENT and other.clause is cue.clause for other in cues)
        for cue in cues
        if cue.meaning in calls
    )


def _of_calls(said: Sequence[Says | None]) -> Status | None:
    """Words about calling alone: "called back" closes, "tried twice", "call again" wait, "call" is New."""
    there = set(said)
    if there & {Says.AGAIN, Says.TRIED} or {Says.CALLED_BACK, Says.CALL} <= there:
        return Status.WAITING
    if Says.CALLED_BACK in there:
        return Status.DONE
    return Status.NEW if there & {Says.NEW, Says.CALL} else None


def _asked(text: str) -> bool:
    """Whether Done is put in doubt: asked ("done?") or taken back at the end ("booked - no")."""
    words = [word for clause in clauses(text) for word in clause.words]
    return "?" in text or words[-1] in _NEGATIONS


@lru_cache(maxsize=4_096)
def _parse_urgency(text: str) -> Urgency | Issue:
    words = plain(text)
    if not words:
        return _urgency_of_marks(text)
    if words in URGENT_YES:
        return Urgency.HIGH
    if words in URGENT_NO:
        return Urgency.NORMAL
    cues = _urgency_cues().find(text[:READ_AT_MOST])
    said = {_urgency_turned(cue) for cue in cues}
    if Urgency.NORMAL in said and len(said) > 1:
        said.discard(Urgency.NORMAL)
    return said.pop() if len(said) == 1 else Issue(Code.UNPARSED_URGENCY, (text,))


def _urgency_turned(cue: Cue[Urgency]) -> Urgency:
    """ "Not urgent" is Low; "not low" and "not normal" are taken as Normal."""
    if not cue.negated:
        return cue.meaning
    return Urgency.LOW if cue.meaning is Urgency.HIGH else Urgency.NORMAL


def _urgency_of_marks(text: str) -> Urgency | Issue:
    marks = set(fold(text)) - {" ", "\ufe0f"}
    if marks <= set("-–—._"):
        return Urgency.NORMAL
    for urgency, known in URGENCY_MARKS.items():
        if marks <= set(known):
            return urgency
    return Urgency.HIGH if marks <= TICKS else Issue(Code.UNPARSED_URGENCY, (text,))


def _pairs(cues: Sequence[Cue[str]]) -> list[tuple[Cue[str] | None, Cue[str]]]:
    return list(zip([None, *cues], cues, strict=False))


def _recorded(before: Cue[str] | None, cue: Cue[str]) -> bool:
    """Whether this is a final message left, not one due, asked for, or to be left if nobody answers."""
    if cue.meaning != "final" or cue.negated:
        return False
    if before is not None and before.clause is cue.clause and before.meaning == "if":
        return False
    behind = cue.clause.words[cue.end : cue.end + 2]
    return not (set(behind[:1]) & set(plain(NEGATIONS).split()) or set(behind) & set(plain(NOT_A_RECORD).split()))


@lru_cache(maxsize=1)
def _bare() -> Mapping[str, Status]:
    """Whole cells that are no more than the status word -> the status."""
    known = {words: status for status, phrases in BARE.items() for words in spell_out(phrases)}
    return known | {plain(word): s for words in STATUS_WORDS.values() for s, word in words.items()}


@lru_cache(maxsize=1)
def _status_cues() -> CueTable[Says]:
    return CueTable(STATUS_CUES.items(), NEGATIONS, yet_to_be=NOT_YET + DOUBTS, just_before=JUST_BEFORE)


@lru_cache(maxsize=1)
def _urgency_cues() -> CueTable[Urgency]:
    return CueTable(URGENCY_CUES.items(), NEGATIONS)


@lru_cache(maxsize=1)
def _final_messages() -> CueTable[str]:
    tables = (("final", FINAL_MESSAGES), ("none", NO_ANSWER), ("if", NO_ANSWER_YET))
    return CueTable(tables, NEGATIONS + DOUBTS + NOT_A_RECORD, just_before=JUST_BEFORE)
