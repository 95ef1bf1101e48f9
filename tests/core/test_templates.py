"""Texts a team may change: what is refused and how it is said, what is left out, where a subject is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.core.masking import masked_digits, masked_number, masked_text, whole_number
from callbacksheet.core.message import Address
from callbacksheet.core.model import Phone
from callbacksheet.core.templates import PLACES, cut, letters, one_line, parse_template
from callbacksheet.errors import SetupError

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1fa\U0001f1e6"


def filled(text: str, **values: str) -> tuple[str, str]:
    return parse_template(text, "due.txt").filled(values, {})


class TestTexts:
    def test_places_are_filled_and_what_a_caller_said_is_no_place(self) -> None:
        text = "Subject: {when} {who}\n\nRing {who}[ about {reason}].\n"
        assert filled(text, when="13:30", who="{key} [x]", reason="") == ("13:30 {key} [x]", "Ring {key} [x].")

    def test_a_part_and_a_line_with_nothing_to_say_go_and_empty_lines_stay(self) -> None:
        text = "Subject: {when}[: {who}, {reason}]\n\nA\n[Number: {phone}]\n\nB [not a place] {phone}\n"
        assert filled(text, when="13:30", who="Dana") == ("13:30", "A\n\nB [not a place]")

    def test_comments_marks_and_line_ends_of_any_editor(self) -> None:
        text = "\ufeff# for us: {anything}\r\n\r\nSUBJECT: {who}\r\n\r\n# no\r\nyes {who}\r\n\r\n"
        assert filled(text, who="Dana") == ("Dana", "yes Dana")

    @pytest.mark.parametrize(
        ("text", "problems"),
        [
            (
                "Subject: {whoo}\n\nRing {who}, {tel} {}.\n",
                (
                    "due.txt line 1: {whoo} is no place that can be filled; did you mean {who}?",
                    f"due.txt line 3: {{tel}} is no place that can be filled; known are {', '.join(PLACES)}",
                    f"due.txt line 3: {{}} is no place that can be filled; known are {', '.join(PLACES)}",
                ),
            ),
            (
                "\nRing {who}.\nNow.\n",
                ('due.txt line 2: begins with its subject, like "Subject: {when} {who}"',),
            ),
            (
                "Subject:\n\nx\n",
                ('due.txt line 1: begins with its subject, like "Subject: {when} {who}"',),
            ),
            ("Subject: {who}\n# nothing\n", ("due.txt: has no body below its subject",)),
            (
                "",
                (
                    'due.txt line 1: begins with its subject, like "Subject: {when} {who}"',
                    "due.txt: has no body below its subject",
                ),
            ),
        ],
    )
    def test_a_text_that_cannot_be_used_is_refused_with_every_line(self, text: str, problems: tuple[str, ...]) -> None:
        with pytest.raises(SetupError) as caught:
            parse_template(text, "due.txt")
        assert caught.value.parts == problems
        assert caught.value.exit_code == 6


class TestCutting:
    @pytest.mark.parametrize(
        ("text", "short"),
        [
            ("13:30 Dana", "13:30 Dana"),
            ("13:30 Dana, about the", "13:30 Dana, about…"),
            ("13:30 Dana: rescheduling", "13:30 Dana…"),
            ("13:30 Donaudampfschifffahrt", "13:30 Donaudampfsch…"),
            (f"13:30 Dana Dana Da {FAMILY}", "13:30 Dana Dana Da…"),
            (f"13:30DanaDanaDana {FAMILY}", "13:30DanaDanaDana…"),
            (f"13:30DanaDanaDana12{FLAG}", "13:30DanaDanaDana12…"),
            ("13:30DanaDanaDana1e\u0301\u0302x", "13:30DanaDanaDana1…"),
        ],
    )
    def test_after_a_word_where_one_ends_late_enough(self, text: str, short: str) -> None:
        assert cut(text, 20) == short

    @given(st.text(max_size=60), st.integers(2, 30))
    def test_it_is_never_too_long_and_a_beginning_of_the_text(self, text: str, longest: int) -> None:
        short = cut(text, longest)
        assert len(short) <= longest
        assert short == text or (short.endswith("…") and text.startswith(short[:-1]))

    @pytest.mark.parametrize("sign", [FAMILY, FLAG, "e\u0301", "\U0001f44d\U0001f3fd", "\u2764\ufe0f"])
    def test_what_is_one_sign_to_a_reader_stays_whole(self, sign: str) -> None:
        assert list(letters(f"a{sign}b")) == ["a", sign, "b"]

    def test_two_flags_are_two_signs(self) -> None:
        assert list(letters(FLAG + FLAG)) == [FLAG, FLAG]

    def test_what_steers_a_header_or_a_terminal_is_taken_out(self) -> None:
        assert one_line("Dana\r\nBcc: x@y.example\x1b[31m \u202eevil") == "Dana Bcc: x@y.example [31m evil"


class TestMasking:
    @pytest.mark.parametrize(
        ("e164", "extension", "whole", "masked"),
        [
            ("+14155550142", "", "+1 415-555-0142", "+1 415-•••-••42"),
            ("+14155550142", "12", "+1 415-555-0142 ext. 12", "+1 415-•••-••42"),
            ("+380501234567", "", "+380 50 123 4567", "+380 50 ••• ••67"),
            ("+79165550123", "", "+7 916 555-01-23", "+7 916 •••-••-23"),
            ("+628123456789", "", "+62 812-3456-789", "+62 812-••••-•89"),
            ("+34612345678", "", "+34 612 34 56 78", "+34 61• •• •• 78"),
            ("+3726012345", "", "+372 601 2345", "+372 ••• ••45"),
        ],
    )
    def test_a_number_can_be_known_again_and_not_rung(self, e164: str, extension: str, whole: str, masked: str) -> None:
        phone = Phone(e164, extension, "")
        assert (whole_number(phone), masked_number(phone)) == (whole, masked)

    @pytest.mark.parametrize(
        ("text", "masked"),
        [
            ("call 415 555 0142 or 4155550199", "call ••• ••• ••42 or ••••••••99"),
            ("invoice 2207, order 123456", "invoice 2207, order 123456"),
            ("on 2026-05-08 13:30 or 08.05.2026", "on 2026-05-08 13:30 or 08.05.2026"),
            ("555-01-42", "•••-••-42"),
            ("8 (916) 555-O1-23", "• (•••) •••-O•-23"),
            ("٤١٥ ٥٥٥ ٠١٤٢", "••• ••• ••٤٢"),
        ],
    )
    def test_numbers_within_words(self, text: str, masked: str) -> None:
        assert masked_text(text, None) == masked

    def test_the_callers_own_number_however_it_is_broken_up(self) -> None:
        phone = Phone("+14155550142", "", "")
        assert masked_text("4155 and then 55-01 and 42", phone) == "•••• and then ••-•• and 42"

    def test_something_that_is_no_number_shows_its_end_only(self) -> None:
        assert (masked_digits("555-01"), masked_digits("12-34"), masked_digits("ask")) == ("•••-01", "••-••", "ask")


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("mailto://mk:s3cret@salon.example:2525/x@y.example?pass=s3cret", "mailto://…@salon.example:2525"),
        ("mailto://mk:${PASS}@salon.example", "mailto://…@salon.example"),
        ("mailto://mk:p@ss/word@salon.example", "mailto://…"),
        ("mailtos://_?user=s3cret", "mailtos://…"),
        ("json://mk:s3cret@hooks.example/s3cret", "json://hooks.example/…"),
        ("tgram://123:s3cret/456", "tgram://…"),
        ("ntfys://s3cret", "ntfys://…"),
        ("${MK_PHONE}", "${MK_PHONE}"),
        ("${A}${B}", "…"),
        ("console:", "console:"),
        ("s3cret", "…"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, masked: str) -> None:
    assert Address(address).masked == masked
