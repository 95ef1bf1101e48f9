"""The screen of a walk without a terminal: keys from bytes, a line being typed, cards that fit."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from callbacksheet.cli.page import Tone
from callbacksheet.cli.walk.card import card_lines
from callbacksheet.cli.walk.coach import Coach
from callbacksheet.cli.walk.frame import (
    Bottom,
    Size,
    bar_line,
    body_room,
    bottom_lines,
    cursor_of,
    frame,
    hint_lines,
)
from callbacksheet.cli.walk.keys import BACK, DELETE, DROP_WORD, ENTER, ESCAPE, HOME, LEFT, Keyboard
from callbacksheet.cli.walk.letters import Look, Span, cut, look_of, width_of, wrapped
from callbacksheet.cli.walk.line import typed
from callbacksheet.core.model import Column, Language
from callbacksheet.core.offer import offers
from tests.desk import Desk, tab
from tests.walk.block import Block

LONG = "asks whether the keratin treatment of last spring can be repeated before the wedding, and for how much; " * 6
NAME = "Александра-Мария фон Эшенбах"
ROWS = (
    f"2026-11-19 19:05 | {NAME} | +1 415 555 0142 ext 12 (mum) | перенос записи | asap | ! | | | | | | {LONG} |",
    "2026-11-20 9:10 | Bob | 415 555 0188 | quote | | | | | | | | |",
    "2026-11-20 9:20 | Sasha | +1 415 555 0142 ext 12 | invoice 2207 | after 3 | | | | | | | |",
)  # fmt: skip


@pytest.fixture
def block() -> Block:
    from datetime import time

    return Block(Desk(tab(*ROWS)).with_shop(promise_by=time(10)))


def drawn(block: Block, size: Size, look: Look) -> list[str]:
    """The whole screen as it would be sent to the terminal."""
    walk, now, shop = block.walk, block.now, block.desk.shop
    bottom = Bottom(block.question, told=block.told)
    hints = hint_lines(walk, block.question, look, size)
    below = bottom_lines(bottom, look, size.text)
    assert walk.card is not None
    says = Coach(Path("nowhere"), "Mary K", shop).lines(walk.card, offers(block.desk.queue(), now, shop), now)
    body = card_lines(walk, says, now, look, size.text, body_room(size, len(hints)))
    assert block.question is None or cursor_of(bottom, below, look, size) is not None
    return frame(bar_line(walk, now, look, size.width, writing=True), body, hints, below, size, look)


PLAIN = Look(colour=False, links=False)


def seen(lines: list[str]) -> list[str]:
    """The texts without the codes."""
    import re

    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [Size(80, 24), Size(200, 60), Size(60, 20), Size(40, 12)])
@pytest.mark.parametrize("letter", ["", "v", "h", "e"])
def test_every_card_fits_its_screen(language: Language, size: Size, letter: str) -> None:
    block = Block(Desk(tab(*ROWS)).with_shop(language=language))
    if letter:
        block.press(letter)
    lines = seen(drawn(block, size, PLAIN))
    assert len(lines) == size.height
    assert [line for line in lines if width_of(line) > size.width] == []


def test_a_card_tells_all_that_the_call_needs(block: Block) -> None:
    text = "\n".join(seen(drawn(block, Size(200, 60), PLAIN)))
    for told in (
        "Александра-Мария фон Эшенбах",
        "+1 415-555-0142 ext 12 (mum)",
        "перенос записи",
        "urgent",
        "“asap”, said yesterday 19:05",
        "by today 10:00: 1 h 30 min late",
        "Tried      not yet",
        "keratin",
        "invoice 2207 (Scheduled, today 15:00)",
        "Здравствуйте",
        "30 min left",
        "recording",
    ):
        assert told in text, f"{told}\n{text}"


def test_a_card_tells_what_was_tried_the_latest_first(block: Block) -> None:
    block.press("n", "11:40").press("a", "").bring()
    block.desk.at("11:41")
    block.bring()
    block.press("y", "11:50").bring()
    block.desk.at("11:51")
    block.bring()
    text = "\n".join(seen(drawn(block, Size(200, 60), PLAIN)))
    assert "2 of 3: today 11:41 busy MK · today 11:30 no answer MK" in text


def test_of_long_notes_the_latest_stand_on_a_small_screen(block: Block) -> None:
    block.press("k", "the very last thing said").bring()
    text = "\n".join(seen(drawn(block, Size(80, 24), PLAIN)))
    assert "the very last thing said" in text
    assert "(i shows all)" in text


def test_where_only_ascii_can_be_shown_all_is_ascii(block: Block) -> None:
    lines = seen(drawn(block, Size(80, 24), Look(colour=False, ascii=True, links=False)))
    assert all(line.isascii() for line in lines)
    assert "fon Eshenb" in "\n".join(lines)


def test_what_a_caller_typed_cannot_steer_the_terminal(block: Block) -> None:
    block.desk.type_in(2, Column.NAME, "Eve\x1b[2J\x1b]0;ha\x07")
    block.bring()
    lines = drawn(block, Size(80, 24), Look())
    assert "\x1b[2J" not in "".join(lines)
    assert "\x07" not in "".join(lines)


@pytest.mark.parametrize(
    ("environ", "encoding", "look"),
    [
        ({"LANG": "en_US.UTF-8", "TERM": "xterm"}, "utf-8", Look()),
        ({"LANG": "C", "LC_ALL": "de_DE.UTF-8", "TERM": "xterm"}, "utf-8", Look()),
        ({}, "UTF-8", Look()),
        ({"LC_ALL": "C"}, "utf-8", Look(ascii=True, links=False)),
        ({"LANG": "de_DE"}, "ISO-8859-1", Look(ascii=True, links=False)),
        ({"NO_COLOR": "1"}, "utf-8", Look(colour=False)),
        ({"TERM": "linux"}, "utf-8", Look(links=False)),
    ],
)
def test_the_terminal_is_known_by_its_environment(environ: dict[str, str], encoding: str, look: Look) -> None:
    assert look_of(environ, encoding) == look


def test_a_number_is_a_link_where_links_are_shown() -> None:
    span = Span("+1 415", Tone.GOOD, "tel:+1415")
    assert Look().painted((span,)) == "\x1b]8;;tel:+1415\x1b\\\x1b[32m+1 415\x1b[0m\x1b]8;;\x1b\\"
    assert Look(colour=False, links=False).painted((span,)) == "+1 415"


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        ([b"n"], ["n"]),
        (["я".encode()[:1], "я".encode()[1:]], ["я"]),
        ([b"\x1b[D\x1b[C\x1b[3~"], [LEFT, "right", DELETE]),
        ([b"\x1b[", b"D"], [LEFT]),
        ([b"\x1bOH"], [HOME]),
        ([b"\x1b[15~x"], ["x"]),
        ([b"a\nb\r"], ["a", ENTER, "b", ENTER]),
        ([b"\x08\x7f"], [BACK, BACK]),
        ([b"\x1bx"], [ESCAPE, "x"]),
        ([b"\xff\xfeok"], ["o", "k"]),
    ],
)
def test_bytes_are_read_as_the_keys_that_were_pressed(pieces: list[bytes], keys: list[str]) -> None:
    keyboard = Keyboard()
    assert [key for piece in pieces for key in keyboard.pressed(piece)] == keys


def test_an_escape_alone_is_that_key_once_nothing_follows() -> None:
    keyboard = Keyboard()
    assert keyboard.pressed(b"\x1b") == []
    assert keyboard.waiting
    assert keyboard.settled() == [ESCAPE]
    assert keyboard.settled() == []


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("abc", "abc"),
        (("a", "b", BACK), "a"),
        ((BACK,), ""),
        (("a", "c", LEFT, "b"), "abc"),
        (("a", "b", HOME, DELETE), "b"),
        (("o", "n", "e", " ", "t", "w", "o", DROP_WORD), "one "),
        (("a", "\x15", "b"), "b"),
        (("\x00", "\x1b", "é"), "é"),
    ],
)
def test_a_line_is_typed_and_corrected(keys: tuple[str, ...], text: str) -> None:
    line = typed("")
    for key in keys:
        line = line.with_key(key)
    assert line.text == text


def test_text_is_measured_in_cells() -> None:
    assert [width_of(text) for text in ("abc", "日本", "é", "e\u0301", "…")] == [3, 4, 1, 1, 1]
    assert cut("日本語", 5) == "日本…"
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_the_clock_says_how_long_and_that_it_is_over(block: Block) -> None:
    def bar() -> str:
        return "".join(span.text for span in bar_line(block.walk, block.now, PLAIN, 80, writing=False))

    assert "MK · Fri 20 Nov 11:30 · 30 min left" in bar()
    block.desk.now += timedelta(minutes=29, seconds=30)
    assert "the last minute" in bar()
    block.desk.now += timedelta(seconds=30)
    assert "time: the last caller" in bar()
