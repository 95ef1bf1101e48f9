"""What messages say: who and when first, numbers masked, nothing private, in each language of the desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.adapters.texts import SHIPPED, read_texts
from callbacksheet.core.callback import Callback
from callbacksheet.core.message import LONGEST_SUBJECT, Address, Kind, Message
from callbacksheet.core.model import Language
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.telling import LONGEST_LIST, Occasion, message_of
from tests.desk import Desk, tab

KYIV = ZoneInfo("Europe/Kyiv")
NOW = datetime(2026, 5, 8, 13, 40, tzinfo=KYIV)  # a Friday
NAMES = {"MK": "Mary K", "JL": "Jo"}
TEXTS = {language: read_texts(language, Path("nowhere")) for language in Language}
PRIVATE = Address("tgram://1:a/2", private=True)
HEADERS = "Received | Name | Phone | Reason | Best time | Urgency | Next callback | Owner | Attempts | Status | Notes"
DANA = "9:05 | Dana | +1 415 555 0142 | reschedule | afternoon | | 2026-05-08 13:30 | MK"


def rows(*lines: str, shop: Shop | None = None) -> tuple[Callback, ...]:
    """The callbacks that these typed rows become, in queue order."""
    desk = Desk(tab(*lines, headers=HEADERS), shop or Shop(zone=KYIV, region="US"), NOW)
    return desk.tidy(forced=True).plan.queue


CONSOLE = Address("console:")


def told(kind: Kind, *lines: str, to: Address = CONSOLE, language: Language = Language.EN, **more: object) -> Message:
    shop = Shop(zone=KYIV, region="US", language=language, date_order=DateOrder.DMY)
    occasion = Occasion(kind, rows(*lines), **more)  # type: ignore[arg-type]
    return message_of(occasion, "k3y", "MK", to, NAMES, shop, NOW, TEXTS[language])


class TestOneRow:
    def test_a_call_that_is_due(self) -> None:
        message = told(Kind.DUE, DANA)
        assert (message.key, message.recipient, message.subject) == ("k3y", "MK", "13:30 Dana: reschedule")
        assert message.body.splitlines() == [
            "Ring Dana now, 10 min late.",
            "Number: +1 415-•••-••42",
            "About: reschedule",
            "Asked for: afternoon",
            "",
            f"Row {rows(DANA)[0].key}. Once something is done about it in the sheet, reminders stop.",
        ]
        assert not message.links

    def test_a_private_address_gets_the_whole_number_and_a_link(self) -> None:
        message = told(Kind.DUE, DANA.replace("0142", "0142 ext 7"), to=PRIVATE)
        assert "Number: +1 415-555-0142 ext. 7" in message.body
        assert message.links == (("+1 415-555-0142 ext. 7", "tel:+14155550142;ext=7"),)
        assert (message.private, message.address) == (True, "tgram://1:a/2")

    def test_an_urgent_one_says_so_first(self) -> None:
        message = told(Kind.ON_CALL, DANA.replace("afternoon | ", "afternoon | !!"))
        assert (message.urgent, message.subject) == (True, "URGENT 13:30 Dana: reschedule")

    def test_nothing_private_is_told_even_to_a_private_address(self) -> None:
        line = "9:05 | Dana | +1 415 555 0142 | card 4111 1111 1111 1111 | after chemo | | 2026-05-08 13:30 | MK"
        for address in (CONSOLE, PRIVATE):
            message = told(Kind.DUE, line, to=address)
            assert "About: private, see the sheet" in message.body
            assert not re.search("4111|1111|chemo", message.subject + message.body)

    def test_without_a_name_the_number_is_who_and_without_a_number_too(self) -> None:
        nameless = DANA.replace("Dana", "")
        assert told(Kind.DUE, nameless).subject == "13:30 +1 415-•••-••42: reschedule"
        assert told(Kind.DUE, nameless, to=PRIVATE).subject == "13:30 +1 415-555-0142: reschedule"
        assert told(Kind.DUE, "9:05 | | | reschedule | | | 2026-05-08 13:30").subject == "13:30 no name: reschedule"
        assert "555-01" not in told(Kind.DUE, nameless.replace("+1 415 555 0142", "555-01")).body

    def test_a_number_in_other_words_is_masked_too(self) -> None:
        line = "9:05 | Dana 415-555-0142 | 4155550142 | rang from 415 555 0199, order 2207 | call 4 1 5 5 5 5 0 1 4 2"
        body = told(Kind.DUE, f"{line} | | 2026-05-08 13:30").body
        assert "order 2207" in body
        assert not re.search(r"0142|0199|415-555|4 1 5", body)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("2026-05-08 14:00", "14:00"),
            ("2026-05-09 09:00", "tomorrow 09:00"),
            ("2026-05-12 09:00", "Tue 09:00"),
            ("2026-05-15 09:00", "Fri 15.05 09:00"),
            ("2026-05-07 17:00", "yesterday 17:00"),
            ("2026-05-04 09:00", "Mon 04.05 09:00"),
        ],
    )
    def test_when_is_said_as_people_say_it(self, typed: str, said: str) -> None:
        assert told(Kind.HANDED_OVER, DANA.replace("2026-05-08 13:30", typed)).subject == f"{said} Dana is yours now"

    @pytest.mark.parametrize(
        ("late", "said"), [(0, ""), (1, "1 min"), (60, "1 h"), (125, "2 h 5 min"), (2880, "2 days")]
    )
    def test_how_late_it_is(self, late: int, said: str) -> None:
        due = NOW - timedelta(minutes=late)
        body = told(Kind.DUE, DANA.replace("2026-05-08 13:30", f"{due:%Y-%m-%d %H:%M}")).body
        assert body.splitlines()[0] == ("Ring Dana now" + (f", {said} late." if said else "."))


class TestSeveralRows:
    def test_the_list_of_a_block(self) -> None:
        block = (NOW.replace(hour=15, minute=0), NOW.replace(hour=15, minute=30))
        message = told(Kind.BLOCK, DANA, "9:10 | | 415 555 0177 | | | !! | 2026-05-08 15:00", block=block)
        assert message.subject == "15:00-15:30: 2 to ring, first Dana"
        assert message.body.splitlines()[2:] == [
            "- 13:30 Dana, +1 415-•••-••42, reschedule",
            "- 15:00 URGENT +1 415-•••-••77, unknown – ask first",
        ]

    def test_a_long_list_says_how_many_more(self) -> None:
        lines = [f"9:{n} | Dana {n} | | reschedule" for n in range(10, 40)]
        listed = [line for line in told(Kind.DIGEST, *lines).body.splitlines() if line.startswith("- ")]
        assert len(listed) == LONGEST_LIST
        assert told(Kind.DIGEST, *lines).body.endswith("and 18 more in the sheet")

    def test_what_is_left_says_why_beside_each(self) -> None:
        message = told(Kind.END_OF_DAY, DANA, remarks=("due since 13:30",))
        assert message.subject == "13:40: 1 left today, first Dana"
        assert "- 13:30 Dana, +1 415-•••-••42, reschedule, due since 13:30" in message.body

    def test_the_next_of_the_chain_learns_why_it_came_to_them(self) -> None:
        message = told(Kind.UNREACHED, DANA, instead_of="JL", why="mailto://…@salon.example: The mail server said no.")
        assert message.subject == "13:30 Dana: Jo was not reached"
        assert message.body.startswith(
            "You get this because no message reached Jo: mailto://…@salon.example: The mail server said no."
        )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", Kind)
def test_every_text_ships_in_every_language_and_says_who_and_when(kind: Kind, language: Language) -> None:
    promised = "2026-05-07 23:00 | Dana | +1 415 555 0142 | reschedule"
    message = told(kind, DANA if kind is not Kind.PROMISE else promised, language=language, instead_of="JL")
    assert "Mary K" in message.subject if kind is Kind.TEST else "Dana" in message.subject
    assert re.search(r"\d\d:\d\d", message.subject)
    assert not re.search(r"[{}\[\]]|  |,,|\(\)", message.subject + message.body)
    assert "0142" not in message.body


def test_nothing_else_lies_among_the_texts() -> None:
    files = {path.relative_to(SHIPPED / "messages").as_posix() for path in (SHIPPED / "messages").rglob("*.*")}
    assert files == {f"{language.value}/{kind.value}.txt" for language in Language for kind in Kind}


SEPARATORS = st.sampled_from(["", " ", "-", ".", " - ", ") ", "/", "\u00a0"])
NATIONAL = st.from_regex(r"(415|212|305)[2-9]\d{2}\d{4}", fullmatch=True)


@st.composite
def written_number(draw: st.DrawFn, number: str) -> str:
    """The same number as somebody might type it."""
    prefix = draw(st.sampled_from(["", "+1", "1-", "+1 (", "tel "]))
    return prefix + "".join(c + draw(SEPARATORS) for c in number).strip()


@given(st.data(), st.sampled_from([kind for kind in Kind if kind is not Kind.TEST]), st.sampled_from(Language))
def test_no_message_on_an_open_channel_holds_a_whole_number(
    data: st.DataObject, kind: Kind, language: Language
) -> None:
    number = data.draw(NATIONAL)
    texts: Mapping[str, str] = {
        cell: data.draw(st.sampled_from([word, f"{word} {data.draw(written_number(number))}"]))
        for cell, word in (("name", "Dana"), ("reason", "booking"), ("wish", "after 5"), ("owner", "MK"))
    }
    name, reason, wish, owner = texts.values()
    line = f"9:05 | {name} | {number} | {reason} | {wish} | | 2026-05-08 13:30 | {owner}"
    message = told(kind, line.replace("/", "-"), language=language, instead_of="JL")
    for text in (message.subject, *message.body.splitlines()):
        assert number[-7:] not in re.sub(r"\D", "", text), text


@given(st.text(max_size=90), st.text(max_size=90), st.sampled_from(Kind), st.sampled_from(Language))
def test_a_subject_is_one_short_line_whatever_was_typed(name: str, reason: str, kind: Kind, language: Language) -> None:
    callback = rows(DANA)[0].but(name=name, reason=reason, owner=name)
    shop = Shop(zone=KYIV, language=language)
    occasion = Occasion(kind, (callback,), instead_of=reason)
    message = message_of(occasion, "k", "MK", CONSOLE, {"MK": name}, shop, NOW, TEXTS[language])
    assert 0 < len(message.subject) <= LONGEST_SUBJECT
    assert message.subject.isprintable() or not re.search(r"[\x00-\x1f\x7f\u2028\u2029]", message.subject)
    assert re.search(r"\d\d:\d\d", message.subject)
