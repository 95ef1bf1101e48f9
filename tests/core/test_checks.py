"""R15: what a row's texts give away, and the sentence of every flag."""

from __future__ import annotations

import random
import re

import pytest

from callbacksheet.core.checks import LONGEST_DETAIL, asks_escalation, sensitive_kind, sentence
from callbacksheet.core.headers import header_word
from callbacksheet.core.model import Code, Column, Issue, Language
from callbacksheet.core.private import is_card
from callbacksheet.core.sentences import KINDS, PLACES, SENTENCES

ANGRY = {
    "asks for manager": "manager", "ANGRY!!": "angry", "very upset about color": "upset",
    "complaint about bill": "complaint", "wants to speak to the owner": "speak to the owner",
    "will call her lawyer": "lawyer", "threatens to sue": "threatens", "going to sue": "to sue",
    "she is mad": "is mad", "not happy with cut": "not happy", "просит менеджера": "менеджера",
    "просит директора": "директора", "позвать руководителя": "руководителя",
    "очень недовольна": "недовольна", "жалоба на мастера": "жалоба", "клиент злой": "злой",
    "подаст в суд": "в суд", "просить керівника": "керівника", "скарга на сервіс": "скарга",
    "клієнтка розлючена": "розлючена", "дуже незадоволений": "незадоволений",
    "minta bicara manajer": "manajer", "pelanggan marah-marah": "marah", "komplain soal harga": "komplain",
    "kecewa sekali": "kecewa", "quiere hablar con el gerente": "gerente", "está muy enfadada": "enfadada",
    "pone una queja": "queja", "no está contenta": "no esta contenta", "pide el libro, amenaza": "amenaza",
}  # fmt: skip
CALM = (
    "", "call back", "not angry", "no complaints", "account manager at Acme", "Madison", "made an appt",
    "happy", "лютий 12", "директор школы, по поводу записи", "жалоб нет", "не злится", "скарг немає",
    "tidak marah", "no está enfadada", "damage", "Suede shoes", "Sue called, ask for Mad Max", "зал на 5",
    "лютнева знижка",
)  # fmt: skip


@pytest.mark.parametrize(("text", "word"), ANGRY.items())
def test_an_angry_caller_is_told_by_the_word_that_says_so(text: str, word: str) -> None:
    assert asks_escalation(text) == word


@pytest.mark.parametrize("text", CALM)
def test_a_calm_caller_is_left_alone(text: str) -> None:
    assert asks_escalation(text) is None


PRIVATE = {
    "card number": (
        "4111 1111 1111 1111", "4111111111111111", "visa 4242-4242-4242-4242 exp 12/26",
        "card: 5555.5555.5555.4444", "378282246310005", "3782 822463 10005", "6011111111111117",
        "2200 0000 0000 0004", "30569309025904",
    ),
    "bank account": ("GB82 WEST 1234 5698 7654 32", "iban ES9121000418450200051332", "UA213223130000026007233566001"),
    "national id": (
        "SSN 078-05-1120", "123-45-6789", "ssn 123456789", "social security 123 45 6789", "DNI 12345678Z",
        "12345678-z", "12.345.678-Z", "NIE X1234567L", "x1234567l", "СНИЛС 112-233-445 95",
        "снилс 11223344595", "ІПН 3184710691", "клієнтка, 3184710691", "РНОКПП: 3184710691",
        "3273015708900001", "NIK 3273 0157 0890 0001", "AB 12 34 56 C", "CURP PETJ800101HDFRRN08",
        "RUT 12.345.678-5",
    ),
    "passport": ("passport AB123456", "паспорт 4509 123456", "paspor A1234567", "pasaporte nº XDA123456"),
    "health": (
        "pregnant", "allergic to dye", "after surgery", "diabetic", "аллергия на краску", "беременна",
        "вагітна", "алергія на фарбу", "hamil 5 bulan", "alergi cat rambut", "está embarazada",
        "alergia al tinte", "tiene cáncer", "рак груди", "у нее рак",
    ),
}  # fmt: skip
HARMLESS = (
    "", "call back after 5", "415-555-0132", "+1 (415) 555-0132", "4155550132", "+62 812 3456 7890",
    "6281234567890", "+380 67 123 45 67", "380671234567", "0671234567", "8 916 555-01-23, 8 916 555-01-24",
    "call 2025550123 or 2025550199", "0812 3456 7890 0813 2222 3333", "4111111111111112",
    "4111 1111 1111 1112", "0000 0000 0000 0000", "4444444444444444", "order 4111111111111", "invoice 2207",
    "tracking 20450123456789", "2026-05-08 13:30", "12345678A", "X1234567M", "22345678 a partir de las 5",
    "112-233-445 96", "3184710691", "замовлення 3184710691", "заказ № 3184710691", "3184710692",
    "123456789", "000-12-3456", "9999999999999999", "3999015708900001", "passport photo, call 415 555 0132",
    "std size", "Олена Рак", "room 12, floor 3", "1234567890123456", "GB82 WEST 1234 5698 7654 33",
    "12.345.678-9",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PRIVATE.items() for text in texts])
def test_what_is_private_is_told_by_its_kind(kind: str, text: str) -> None:
    assert sensitive_kind(text) == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_phones_orders_and_dates_are_not_private(text: str) -> None:
    assert sensitive_kind(text) is None


def test_one_wrong_digit_makes_a_card_number_no_card_number() -> None:
    right = "4242424242424242"
    assert is_card(right)
    wrong = [right[:n] + d + right[n + 1 :] for n in range(16) for d in "0123456789" if d != right[n]]
    assert not any(is_card(number) for number in wrong)


def test_random_phone_numbers_are_hardly_ever_private() -> None:
    dice = random.Random(7)
    kinds = [f"+{dice.randrange(10**9, 10**13)}" for _ in range(2_000)]
    kinds += [f"0{dice.randrange(10**8, 10**10)}" for _ in range(2_000)]
    kinds += [f"{dice.randrange(200, 999)}-{dice.randrange(200, 999)}-{dice.randrange(10**4):04}" for _ in range(2_000)]
    assert [text for text in kinds if sensitive_kind(text)] == []


def test_a_cell_of_sixty_thousand_digits_is_read_at_once() -> None:
    assert sensitive_kind("4242 4242 4242 4242 " * 3_000) == "card number"
    assert sensitive_kind("1" * 60_000) is None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence_in_every_language(code: Code, language: Language) -> None:
    said = sentence(Issue(code, tuple(["one", "two", "three"][: len(PLACES[code])])), language)
    assert said[0].isupper()
    assert said.endswith(".")
    assert 20 < len(said) <= 160
    assert not re.search(r"[\[\]{}…]|  ", said)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", Code)
def test_every_sentence_has_the_places_its_code_has(code: Code, language: Language) -> None:
    used = set(re.findall(r"\{(\d)\}", SENTENCES[code][language]))
    assert used == {str(n) for n in range(len(PLACES[code]))}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", [c for c in Code if c not in {Code.POSSIBLE_DUPLICATE, Code.REPEAT_OF_OPEN}])
def test_a_sentence_reads_well_without_its_details_too(code: Code, language: Language) -> None:
    said = sentence(Issue(code), language)
    assert said.endswith(".")
    assert not re.search(r"[\[\]{}…“”«»()]{2}|  | [,.:;)]|\( ", said)


def test_no_two_codes_say_the_same() -> None:
    for language in Language:
        said = [sentence(Issue(code), language) for code in Code]
        assert len(set(said)) == len(said)


def test_a_sentence_names_what_is_wrong() -> None:
    assert sentence(Issue(Code.BAD_PHONE, ("555-01",)), Language.EN) == (
        "The phone number “555-01” cannot be rung as typed: check it and correct it."
    )
    assert sentence(Issue(Code.REPEAT_OF_OPEN, ("CB-7F3K", "2026-05-08")), Language.ES) == (
        "Sigue abierta su llamada anterior por lo mismo: fila CB-7F3K, 2026-05-08; resuelve las dos de una vez."
    )


def test_more_details_than_places_are_listed_in_the_last_one() -> None:
    said = sentence(Issue(Code.NAME_CONFLICT, ("Ana", "Bob", "Carl")), Language.EN)
    assert "(Ana, Bob, Carl)" in said


def test_a_long_or_odd_detail_cannot_spoil_a_sentence() -> None:
    said = sentence(Issue(Code.UNPARSED_STATUS, ("[{0}] {1}\n" * 9_000,)), Language.EN)
    assert len(said) < LONGEST_DETAIL + 120
    assert "\n" not in said
    assert said.endswith("choose New, Scheduled, Waiting or Done.")


@pytest.mark.parametrize("language", Language)
def test_columns_and_private_kinds_are_told_in_the_readers_words(language: Language) -> None:
    assert header_word(Column.PHONE, language) in sentence(Issue(Code.FORMULA, ("phone",)), language)
    for kind, words in KINDS.items():
        assert f"({words[language]})" in sentence(Issue(Code.SENSITIVE, (kind,)), language)


def test_a_status_that_happens_to_be_a_column_name_is_repeated_as_typed() -> None:
    assert "«phone»" in sentence(Issue(Code.UNPARSED_STATUS, ("phone",)), Language.RU)


def test_every_private_kind_has_its_words() -> None:
    assert set(KINDS) == set(PRIVATE)
    assert all(set(words) == set(Language) for words in KINDS.values())
