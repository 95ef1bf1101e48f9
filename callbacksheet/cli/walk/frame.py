"""The whole screen: a bar with the clock, the card or another page, the keys, what was told or is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from callbacksheet.cli.page import Tone
from callbacksheet.cli.walk.card import WIDEST, Line
from callbacksheet.cli.walk.letters import Look, Span, clipped, cut, fitting_end, width_of, wrapped
from callbacksheet.cli.walk.line import NOTHING, Typed
from callbacksheet.cli.walk.screen import Cursor
from callbacksheet.core.hours import before
from callbacksheet.core.model import Language
from callbacksheet.core.walk import Walk, to_ring, to_ring_again, worked
from callbacksheet.core.walk_keys import FIELDS, LETTERS, OUTCOMES, Ask, Key, Question, who
from callbacksheet.core.walk_words import day, length, say, when

MARGIN = 1
_ASKED_LINES = 3


@dataclass(frozen=True, slots=True)
class Bottom:
    """What stands below the card: a question with the line being typed, or what was told last. ``trouble`` stays."""

    question: Question | None = None
    typed: Typed = NOTHING
    told: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int

    @property
    def text(self) -> int:
        """How wide lines of text may be."""
        return min(self.width - 2 * MARGIN, WIDEST)


def frame(
    bar: Line, body: Sequence[Line], hints: Sequence[Line], bottom: Sequence[Line], size: Size, look: Look
) -> list[str]:
    """The lines of the screen, top to bottom, exactly as many as it has."""
    rule: Line = (Span(("-" if look.ascii else "─") * size.width, Tone.QUIET),)
    room = size.height - 3 - len(hints) - len(bottom)
    body = [*body[: max(room, 0)], *([()] * max(room - len(body), 0))]
    indent = Span(" " * MARGIN)
    inside = [(indent, *line) if line else () for line in body]
    below = [(indent, *clipped(line, size.width - MARGIN)) if line else () for line in (*hints, *bottom)]
    lines = [bar, rule, *inside, rule, *below]
    return [look.painted(line) for line in lines[: size.height]]


def body_room(size: Size, hints: int) -> int:
    """How many lines are left for the card."""
    return max(size.height - 3 - hints - _ASKED_LINES, 1)


def bar_line(walk: Walk, now: datetime, look: Look, width: int, *, writing: bool) -> Line:
    """Who, the clock and what is left of it; how far the list is."""
    language = walk.shop.language
    left = f"{walk.by} · {day(now, language)} {now:%H:%M} · {_time_left(walk, now, language)}"
    done = len(worked(walk))
    todo = {row.key for row in (*to_ring(walk), *to_ring_again(walk))}
    every = len(worked(walk) | todo)
    place = say("bar.place", language, min(done + (walk.key not in worked(walk)), every) or 1, max(every, 1))
    right = "  ".join(part for part in (say("bar.writing", language) if writing else "", place) if part)
    left, right = look.text(left), look.text(right)
    over = not before(now, walk.ends_at)
    gap = " " * max(width - 2 * MARGIN - width_of(left) - width_of(right), 2)
    told = (Span(" " * MARGIN), Span(left, Tone.WARN if over else Tone.STRONG), Span(gap), Span(right, Tone.QUIET))
    return clipped(told, width)


def _time_left(walk: Walk, now: datetime, language: Language) -> str:
    seconds = (walk.ends_at - now).total_seconds()
    if seconds <= 0:
        return say("clock.over", language)
    return say("clock.last", language) if seconds < 60 else say("clock.left", language, ceil(seconds / 60))


def hint_lines(walk: Walk, question: Question | None, look: Look, size: Size) -> list[Line]:
    """The keys that mean something now, in as many lines as a card needs, so that nothing jumps."""
    lines = _hints(walk, question, look, size.text)
    blank = len(_card_hints(walk.shop.language, look, size.text)) - len(lines)
    return [*lines, *([()] * blank)][: max(size.height // 4, 1)]


def view_hints(language: Language, look: Look, *, more: bool) -> Line:
    """The keys of a page over the card."""
    keys = [("Space", say("more", language))] if more else []
    return _flow([*keys, ("Enter", say("back", language))], look, 80, Tone.QUIET)[0]


def _hints(walk: Walk, question: Question | None, look: Look, width: int) -> list[Line]:
    language = walk.shop.language
    if question is not None:
        if question.ask is Ask.FIELD:
            fields = [(letter, say(f"field.{column.value}", language)) for letter, column in FIELDS.items()]
            return _flow(fields, look, width, Tone.PLAIN)
        return _flow([("Enter", say("on", language)), ("Esc", say("back", language))], look, width, Tone.QUIET)
    if walk.doubt:
        choices = (
            [("n", say("no", language))] if walk.gone else [("y", say("yes", language)), ("n", say("no", language))]
        )
        return _flow(choices, look, width, Tone.PLAIN)
    if walk.gone:
        return _flow([("Enter", say("on", language))], look, width, Tone.PLAIN)
    if walk.card is None or not walk.ready:
        tools = [Key.UNDO, Key.CHANGES, Key.HELP, Key.QUIT]
        return _flow([(LETTERS[key], say(key.value, language)) for key in tools], look, width, Tone.QUIET)
    return _card_hints(language, look, width)


def _card_hints(language: Language, look: Look, width: int) -> list[Line]:
    tools = [key for key in Key if key in LETTERS and key not in OUTCOMES]
    return [
        *_flow([(LETTERS[key], say(key.value, language)) for key in OUTCOMES], look, width, Tone.PLAIN),
        *_flow([(LETTERS[key], say(key.value, language)) for key in tools], look, width, Tone.QUIET),
    ]


def _flow(items: Sequence[tuple[str, str]], look: Look, width: int, tone: Tone) -> list[Line]:
    """Keys with their words, as many on a line as there is room for; closer together where that saves a line."""
    roomy, narrow = (_flowed(items, gap, look, width, tone) for gap in (3, 2))
    return narrow if len(narrow) < len(roomy) else roomy


def _flowed(items: Sequence[tuple[str, str]], gap: int, look: Look, width: int, tone: Tone) -> list[Line]:
    lines: list[list[Span]] = [[]]
    taken = 0
    for letter, word in items:
        word = look.text(word)
        needed = width_of(letter) + 1 + width_of(word)
        if taken and taken + gap + needed > width:
            lines.append([])
            taken = 0
        if taken:
            lines[-1].append(Span(" " * gap))
        taken += needed + (gap if taken else 0)
        lines[-1] += [Span(letter, Tone.STRONG), Span(f" {word}", tone)]
    return [tuple(line) for line in lines]


def bottom_lines(bottom: Bottom, look: Look, width: int) -> list[Line]:
    """What is asked, and the line being typed; else what was told last."""
    question = bottom.question
    if question is None:
        told = [(Span(line, Tone.GOOD),) for line in wrapped(look.text(bottom.told), width)]
        trouble = [(Span(line, Tone.WARN),) for line in wrapped(look.text(bottom.trouble), width)]
        return _exactly([*trouble, *told])
    again = [(Span(line, Tone.WARN),) for line in wrapped(look.text(question.again), width)][:1]
    prompt = [(Span(line, Tone.STRONG),) for line in wrapped(look.text(question.prompt), width)][: 2 - len(again)]
    return _exactly([*again, *prompt, _input(bottom, look, width)])


def _exactly(lines: list[Line]) -> list[Line]:
    return [*lines, (), (), ()][:_ASKED_LINES]


def _input(bottom: Bottom, look: Look, width: int) -> Line:
    """The line being typed; before the first letter what Enter takes."""
    mark = look.text("› ")
    if bottom.question and not bottom.typed.text and bottom.question.default:
        return (Span(mark, Tone.STRONG), Span(cut(look.text(bottom.question.default), width - 2), Tone.QUIET))
    text = look.text(bottom.typed.text)
    return (Span(mark, Tone.STRONG), Span(fitting_end(text, width - 3)))


def cursor_of(bottom: Bottom, lines: Sequence[Line], look: Look, size: Size) -> Cursor | None:
    """Where the cursor stands in the line being typed; None where nothing is asked."""
    if bottom.question is None:
        return None
    row = next(n for n, line in enumerate(lines) if line and line[0].text == look.text("› "))
    text = look.text(bottom.typed.text)
    behind = width_of(look.text(bottom.typed.text[bottom.typed.place :]))
    column = min(width_of(text), size.text - 3) - behind
    return Cursor(size.height - len(lines) + row, MARGIN + 2 + max(column, 0))


def waiting_lines(walk: Walk, now: datetime, look: Look, width: int) -> list[Line]:
    """Instead of a card: nobody is due yet, or it is not sure yet that nobody else rings this caller."""
    language = walk.shop.language
    if walk.card is not None:
        text = say("wait.claim", language, who(walk.card, walk))
    elif again := to_ring_again(walk):
        at = again[0].next_at or now
        minutes = max(int((at - now).total_seconds()) // 60, 0)
        text = say(
            "wait.next", language, who(again[0], walk), f"{when(at, now, language)} ({length(minutes, language)})"
        )
    else:
        text = ""
    return [(), *((Span(line),) for line in wrapped(look.text(text), width))]
