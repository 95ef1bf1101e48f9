"""What each key of the walk means: at once, or after one question; a typed answer becomes a deed or is asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import text_of
from callbacksheet.core.deeds import Deed, Tried, in_the_way
from callbacksheet.core.headers import header_word
from callbacksheet.core.hours import before, callable_at, is_open
from callbacksheet.core.model import Code, Column, Issue, Language, Phone
from callbacksheet.core.next_try import propose
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.shop import Shop
from callbacksheet.core.walk import Over, Walk, advanced, last_step, settled, with_last_taken_back, with_step
from callbacksheet.core.walk_words import say, when
from callbacksheet.core.wish import WishKind, parse_next
from callbacksheet.core.words import parse_urgency


class Key(StrEnum):
    """What a key does; the values name its words on screen."""

    BOOKED = "booked"
    ANSWERED = "answered"
    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    MESSAGE = "message"
    WRONG_NUMBER = "wrong_number"
    HAND_OVER = "hand_over"
    NOT_NOW = "not_now"
    CLOSE = "close"
    NOTE = "note"
    EDIT = "edit"
    UNDO = "undo"
    HISTORY = "history"
    CHANGES = "changes"
    HELP = "help"
    QUIT = "quit"
    ON = "on"


LETTERS = {
    Key.BOOKED: "b",
    Key.ANSWERED: "a",
    Key.SPOKE: "s",
    Key.VOICEMAIL: "v",
    Key.NO_ANSWER: "n",
    Key.BUSY: "y",
    Key.MESSAGE: "m",
    Key.WRONG_NUMBER: "w",
    Key.HAND_OVER: "h",
    Key.NOT_NOW: "l",
    Key.CLOSE: "c",
    Key.NOTE: "k",
    Key.EDIT: "e",
    Key.UNDO: "u",
    Key.HISTORY: "i",
    Key.CHANGES: "t",
    Key.HELP: "?",
    Key.QUIT: "q",
}
OUTCOMES = tuple(Key)[:11]
"""The keys that say what came of a call."""
FIELDS = {
    "n": Column.NAME,
    "p": Column.PHONE,
    "r": Column.REASON,
    "b": Column.BEST_TIME,
    "u": Column.URGENCY,
    "t": Column.NOTES,
}
"""The fields that can be edited, each by a letter."""

_TRIES = {
    Key.SPOKE: Tried.SPOKE,
    Key.VOICEMAIL: Tried.VOICEMAIL,
    Key.NO_ANSWER: Tried.NO_ANSWER,
    Key.BUSY: Tried.BUSY,
    Key.MESSAGE: Tried.MESSAGE,
    Key.WRONG_NUMBER: Tried.WRONG_NUMBER,
    Key.NOT_NOW: Tried.NO_ANSWER,
}
_LONGEST_QUOTED = 24
_LEAVES_WORD = (Key.VOICEMAIL, Key.MESSAGE)
_BY_LETTER = {letter: key for key, letter in LETTERS.items()}
_SAME_PLACE = str.maketrans("йцукенгшщзфывапролдячсмитьі", "qwertyuiopasdfghjklzxcvbnms")


def latin(letter: str) -> str:
    """The Latin letter on the key that was pressed, also where the keyboard writes Cyrillic."""
    return letter.casefold().translate(_SAME_PLACE)


def key_of(letter: str) -> Key | None:
    """What a pressed character means on a card; Enter and space go on."""
    if letter in ("\r", "\n", " "):
        return Key.ON
    return _BY_LETTER.get(latin(letter))


class Ask(StrEnum):
    """What kind of answer a question wants."""

    OUTCOME = "outcome"
    TIME = "time"
    PERSON = "person"
    WHY = "why"
    NOTE = "note"
    FIELD = "field"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Question:
    """The one question after a key.

    ``default`` is what Enter takes, ``at`` the same as a moment; ``start`` is text to edit. ``final``: Enter says that
    it was the final message. ``again`` says kindly why it is asked once more.
    """

    key: Key
    ask: Ask
    prompt: str
    default: str = ""
    at: datetime | None = None
    final: bool = False
    start: str = ""
    owner: str = ""
    column: Column | None = None
    again: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """The walk after a key or an answer; a question where one is open; what to tell in a line below the card."""

    walk: Walk
    question: Question | None = None
    told: str = ""


def pressed(walk: Walk, key: Key, now: datetime) -> Turn:
    """What a key on a card comes to. Keys that only show something are the screen's."""
    match key:
        case Key.QUIT:
            return Turn(replace(walk, over=Over.QUIT))
        case Key.UNDO:
            return _undone(walk, now)
        case Key.ON:
            return _on(walk, now)
        case _ if walk.card is None or walk.gone or walk.doubt or not walk.ready:
            return Turn(walk)
        case _ if refused := _refused(walk, _surely(key, now)):
            return refused
        case Key.EDIT:
            return Turn(walk, Question(key, Ask.FIELD, _say(walk, "ask.field")))
        case Key.NOTE:
            return Turn(walk, Question(key, Ask.NOTE, _say(walk, "ask.note")))
        case Key.HAND_OVER:
            return _to_whom(walk)
        case Key.BOOKED | Key.ANSWERED:
            word = say(key.value, walk.shop.language)
            return Turn(walk, Question(key, Ask.OUTCOME, _say(walk, f"ask.{key.value}"), word))
        case Key.CLOSE:
            return Turn(walk, Question(key, Ask.OUTCOME, _say(walk, "ask.close")))
        case _ if key in _TRIES:
            return _next_try(walk, walk.card, key, now)
    return Turn(walk)


def _surely(key: Key, now: datetime) -> Deed:
    """What a key will do whatever is answered, as far as that is certain."""
    tried, closes = _TRIES.get(key), key in (Key.BOOKED, Key.ANSWERED, Key.CLOSE)
    moved = tried is not None and key not in _LEAVES_WORD  # a message may be the final one, and then no try is next
    return Deed(
        "",
        "",
        tried if key is not Key.NOT_NOW else None,
        closes=closes,
        next_at=now if moved else None,
        owner="" if key is Key.HAND_OVER else None,
    )


def _refused(walk: Walk, deed: Deed | None) -> Turn | None:
    """What is said where a formula stands in a cell that this would have to write over; nothing is done then."""
    columns = in_the_way(walk.card, deed) if walk.card and deed else ()
    if not columns:
        return None
    named = ", ".join(header_word(column, walk.shop.language) for column in columns)
    return Turn(walk, told=_say(walk, "told.formula", who(walk.card, walk), named))


def decided(walk: Walk, now: datetime, *, record: bool) -> Turn:
    """The answer to a doubt: recorded on the row as it stands now, or left out.

    A doubt that cannot be recorded, because a formula stands in its way, stays one.
    """
    doubt = walk.doubts[0]
    if record and not walk.gone and (refused := _refused(walk, doubt.action.deed)):
        return refused
    done = settled(walk, now, record=record and not walk.gone)
    recorded = len(done.steps) > len(walk.steps)
    told = _told(done, done.steps[-1].after, doubt.what, now) if recorded else ""
    return Turn(advanced(done, now), told=told)


def _on(walk: Walk, now: datetime) -> Turn:
    """Past a card that somebody else has dealt with; a card that was merely changed stays."""
    if walk.card is None or walk.doubt:
        return Turn(walk)
    card = walk.card
    over = walk.gone or not card.open or (card.next_at is not None and not before(card.next_at, walk.ends_at))
    if over:
        return Turn(advanced(replace(walk, passed=walk.passed | {walk.key}), now))
    return Turn(replace(walk, changed=()))


def _undone(walk: Walk, now: datetime) -> Turn:
    last = last_step(walk)
    if last is None:
        return Turn(walk, told=_say(walk, "told.nothing_to_undo"))
    return Turn(with_last_taken_back(walk, now), told=_say(walk, "told.undone", who(last.before, walk), last.what))


def _to_whom(walk: Walk) -> Turn:
    others = [person for person in walk.people if person.casefold() != walk.by.casefold()]
    if not others and walk.people:
        return Turn(walk, told=_say(walk, "told.nobody_to_hand"))
    return Turn(walk, Question(Key.HAND_OVER, Ask.PERSON, _say(walk, "ask.to", ", ".join(others) or "JL")))


def _next_try(walk: Walk, card: Callback, key: Key, now: datetime) -> Turn:
    """The next try, with the policy's proposal; the last message of the policy closes without a question."""
    most, count = walk.shop.attempts_max, card.attempts - card.facts.attempts_before + 1
    at = propose(card, _TRIES[key], now, walk.shop)
    if key in _LEAVES_WORD and card.told(Code.FINAL_MESSAGE_DUE) and not walk.changed:
        return _left_final(walk, key, now)
    question = Question(key, Ask.TIME, _say(walk, _PROMPTS.get(key, "ask.next")), when(at, now, _language(walk)), at)
    if key in _LEAVES_WORD and count >= most:
        prompt = _say(walk, "ask.final", count, most)
        question = replace(question, prompt=prompt, default="", final=True)
    return Turn(walk, question)


_PROMPTS = {Key.SPOKE: "ask.again", Key.NOT_NOW: "ask.later", Key.WRONG_NUMBER: "ask.wrong"}


def _left_final(walk: Walk, key: Key, now: datetime, note: str = "") -> Turn:
    deed = Deed(walk.key, walk.by, _TRIES[key], final=True, note=note)
    return _done(walk, deed, say(key.value, walk.shop.language), now, called=True)


def answered(walk: Walk, question: Question, text: str, now: datetime) -> Turn:
    """What a typed answer comes to: the next caller, or the question again with what was not understood."""
    text = " ".join(text.split())
    match question.ask:
        case Ask.OUTCOME:
            return _with_outcome(walk, question, text, now)
        case Ask.TIME:
            return _with_time(walk, question, text, now)
        case Ask.PERSON:
            return _with_person(walk, question, text, now)
        case Ask.WHY:
            return _handed(walk, question.owner, text, now)
        case Ask.NOTE:
            return _with_note(walk, text, now)
        case Ask.FIELD:
            return _with_field(walk, question, text)
        case Ask.VALUE:
            return _with_value(walk, question, text, now)


def _with_outcome(walk: Walk, question: Question, text: str, now: datetime) -> Turn:
    outcome = text or question.default
    if not outcome:
        return Turn(walk, replace(question, again=_say(walk, "again.words")))
    word = say(question.key.value, walk.shop.language)
    if question.key is Key.BOOKED and text and not text.casefold().startswith(word.casefold()):
        outcome = f"{word}: {text}"
    called = question.key is not Key.CLOSE
    deed = Deed(walk.key, walk.by, Tried.SPOKE if called else None, closes=True, outcome=outcome)
    return _done(walk, deed, outcome, now, called=called)


def _with_time(walk: Walk, question: Question, text: str, now: datetime) -> Turn:
    text, _, note = (part.strip() for part in text.partition(";"))
    key, shop = question.key, walk.shop
    word = say(key.value, shop.language)
    if not text and question.final:
        return _left_final(walk, key, now, note)
    if key is Key.WRONG_NUMBER and _is_number(text, shop):
        deed = Deed(walk.key, walk.by, Tried.WRONG_NUMBER, edits=((Column.PHONE, text),), note=note)
        return _done(walk, replace(deed, next_at=callable_at(now, shop)), word, now, called=True)
    read = _time_meant(text, question, walk, now)
    if isinstance(read, Question):
        return Turn(walk, read)
    tried = None if key is Key.NOT_NOW else _TRIES[key]
    return _done(walk, Deed(walk.key, walk.by, tried, note=note, next_at=read), word, now, called=tried is not None)


def _is_number(text: str, shop: Shop) -> bool:
    return ":" not in text and isinstance(parse_phone(text, shop.region), Phone)


def _time_meant(text: str, question: Question, walk: Walk, now: datetime) -> datetime | Question:
    """The moment meant, or the question again with the reading that may be meant."""
    language = _language(walk)
    if not text and question.at:
        return question.at
    read = parse_next(text, now, now, walk.shop)
    if isinstance(read, Issue) or not text or read.kind is WishKind.EMPTY:
        return replace(question, again=_say(walk, "again.time", _short(text)))
    at = read.windows[0].start if read.kind is WishKind.TIMED else callable_at(now, walk.shop)
    said = when(at, now, language)
    if before(at, now):
        return replace(question, again=_say(walk, "again.past", _short(text), said))
    if not read.sure:
        return replace(question, at=at, default=said, final=False, again=_say(walk, "again.unsure", _short(text), said))
    return at


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTED else f"{text[: _LONGEST_QUOTED - 1]}…"


def _with_person(walk: Walk, question: Question, text: str, now: datetime) -> Turn:
    typed, _, why = text.partition(" ")
    typed = typed.strip(",:;")
    known = {person.casefold(): person for person in walk.people}
    owner = known.get(typed.casefold()) if known else typed
    if not owner:
        return Turn(walk, replace(question, again=_say(walk, "again.person", typed, ", ".join(walk.people))))
    why = why.strip(" ,:;-")
    if not why:
        return Turn(walk, Question(Key.HAND_OVER, Ask.WHY, _say(walk, "ask.why", owner), owner=owner))
    return _handed(walk, owner, why, now)


def _handed(walk: Walk, owner: str, why: str, now: datetime) -> Turn:
    note = f"→ {owner}: {why}" if why else f"→ {owner}"
    deed = Deed(walk.key, walk.by, owner=owner, note=note)
    if refused := _refused(walk, deed):
        return refused
    turn = _done(walk, deed, f"→ {owner}", now, called=False)
    return replace(turn, walk=advanced(replace(turn.walk, passed=turn.walk.passed | {walk.key}), now))


def _with_note(walk: Walk, text: str, now: datetime) -> Turn:
    if not text:
        return Turn(walk)
    deed = Deed(walk.key, walk.by, note=text)
    if refused := _refused(walk, deed):
        return refused
    kept = with_step(walk, deed, text, now, called=False, moves_on=False)
    return Turn(kept, told=_say(walk, "told.only", who(kept.card, kept), text))


def _with_field(walk: Walk, question: Question, text: str) -> Turn:
    column = FIELDS.get(latin(text[:1]))
    if column is None or walk.card is None:
        return Turn(walk, question if text else None)
    prompt = _say(walk, "ask.value", _say(walk, f"field.{column.value}"))
    start = " ".join(text_of(walk.card.cell(column)).split())
    return Turn(walk, Question(Key.EDIT, Ask.VALUE, prompt, start=start, column=column))


def _with_value(walk: Walk, question: Question, text: str, now: datetime) -> Turn:
    assert question.column is not None
    if text == question.start:
        return Turn(walk)
    if text and question.column is Column.PHONE and isinstance(parse_phone(text, walk.shop.region), Issue):
        return Turn(walk, replace(question, start=text, again=_say(walk, "again.number", text)))
    if text and question.column is Column.URGENCY and isinstance(parse_urgency(text), Issue):
        return Turn(walk, replace(question, start=text, again=_say(walk, "again.urgency", text)))
    field = _say(walk, f"field.{question.column.value}")
    deed = Deed(walk.key, walk.by, edits=((question.column, text or None),))
    if refused := _refused(walk, deed):
        return refused
    kept = with_step(walk, deed, f"{field} {text}".strip(), now, called=False, moves_on=False)
    return Turn(kept, told=_say(walk, "told.only", who(walk.card, walk), f"{field}: {text}"))


def _done(walk: Walk, deed: Deed, what: str, now: datetime, *, called: bool) -> Turn:
    if refused := _refused(walk, deed):
        return refused
    stepped = with_step(walk, deed, what, now, called=called)
    told = _told(stepped, stepped.steps[-1].after, what, now)
    return Turn(advanced(stepped, now), told=told)


def _told(walk: Walk, after: Callback, what: str, now: datetime) -> str:
    """What was recorded, in a line: "Dana: voicemail. Next tomorrow 17:15." """
    name, deed = who(after, walk), walk.steps[-1].action.deed
    if not after.open:
        return _say(walk, "told.done", name, what)
    if deed and deed.next_at:
        told = _say(walk, "told.next", name, what, when(deed.next_at, now, _language(walk)))
        return told if is_open(deed.next_at, walk.shop) else f"{told} {_say(walk, 'told.closed_then')}"
    return _say(walk, "told.only", name, what)


def who(callback: Callback | None, walk: Walk) -> str:
    """The caller as people call them: a name, else a number."""
    return (callback.name or callback.phone_text if callback else "") or _say(walk, "card.no_name")


def _language(walk: Walk) -> Language:
    return walk.shop.language


def _say(walk: Walk, name: str, *filling: object) -> str:
    return say(name, walk.shop.language, *filling)
