"""R4: what makes two calls of one caller the same matter."""

from __future__ import annotations

import pytest

from callbacksheet.core.model import Language
from callbacksheet.core.reason_words import REASONS, UNKNOWN_WORDS
from callbacksheet.core.reasons import UNKNOWN, reason_key, reason_shown, shipped_aliases
from callbacksheet.core.shop import ReasonWords, Shop

SHOP = Shop()

KNOWN = {
    "reschedule": (
        "resched", "Reschedule", "change appt", "change appointment", "move appt", "move her appointment",
        "rebook", "needs to reschedule", "перенос", "Перенос записи", "перенести запись", "перенести запис",
        "перенесення запису", "хоче перенести запис", "хочет перенести запись", "tunda janji", "ubah janji",
        "ubah jadwal", "cambiar cita", "cambiar la cita", "cambio de cita", "reprogramar", "Reagendar",
    ),
    "book": (
        "booking", "new appt", "New appointment", "book", "wants to book an appointment", "запись",
        "Записаться", "запис", "записатися", "хоче записатись", "buat janji", "mau buat janji", "cita",
        "pedir cita", "reservar", "reserva",
    ),
    "invoice": (
        "invoice", "invoice q", "invoice question", "Invoice query", "billing question",
        "question about her invoice", "вопрос по счёту", "вопрос по счету", "счёт", "счет", "рахунок",
        "питання по рахунку", "питання щодо рахунку", "pertanyaan invoice", "tanya tagihan", "tagihan",
        "factura", "duda sobre la factura",
    ),
    "quote": (
        "quote", "need quote", "needs quote", "wants a quote", "estimate", "price", "pricing", "how much?",
        "нужен расчёт", "расчет", "цена", "узнать цену", "ціна", "кошторис", "потрібен розрахунок",
        "butuh penawaran", "harga", "tanya harga", "presupuesto", "precio", "pide presupuesto",
        "¿Cuánto cuesta?",
    ),
    "order_status": (
        "where is my order", "Where's my order?", "order status", "order_status", "статус заказа",
        "где мой заказ", "статус замовлення", "де моє замовлення", "status pesanan", "di mana pesanan saya",
        "estado del pedido", "¿dónde está mi pedido?",
    ),
    "refund": (
        "refund", "refund question", "return", "wants a refund", "возврат", "вопрос по возврату",
        "возврат денег", "повернення", "повернення коштів", "minta refund", "pengembalian dana",
        "devolución", "Reembolso",
    ),
    UNKNOWN: (
        "", "  ", "?", "???", "-", "—", "...", "unclear", "Unknown", "unknown – ask first",
        "unknown - ask first", "didn't say", "n/a", "неизвестно", "неизвестно — спросить сначала",
        "не сказал", "не сказала", "невідомо", "незрозуміло", "tidak jelas", "tidak jelas - tanya dulu",
        "tdk jelas", "no sé", "No se", "no sabe", "no dijo",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("label", "text"), [(label, text) for label, texts in KNOWN.items() for text in texts])
def test_a_known_phrase_is_its_label(label: str, text: str) -> None:
    assert reason_key(text, SHOP) == label


def test_every_shipped_alias_reads_to_its_own_label() -> None:
    wrong = [(alias, label) for alias, label in shipped_aliases() if reason_key(alias, SHOP) != label]
    assert not wrong


@pytest.mark.parametrize("language", Language)
def test_every_label_has_aliases_in_every_language(language: Language) -> None:
    assert all(words[language].strip() for words in (*REASONS.values(), UNKNOWN_WORDS))


@pytest.mark.parametrize(
    "text",
    [
        "invoice 2207", "invoice q 2207", "Invoice #2207", "invoice no. 2207", "inv. 2207", "INV-2207",
        "inv2207", "invoice INV-2207", "2207 invoice", "question about invoice 2207", "счёт 2207",
        "счёт № 2207", "вопрос по счёту №2207", "рахунок 2207", "рахунок №2207", "tagihan 2207",
        "invoice nomor 2207", "factura 2207", "factura nº 2207",
    ],
)  # fmt: skip
def test_an_alias_keeps_the_number_behind_it(text: str) -> None:
    assert reason_key(text, SHOP) == "invoice 2207"


def test_another_number_is_another_matter() -> None:
    keys = {reason_key(text, SHOP) for text in ("invoice", "invoice 2207", "invoice 2208", "refund 2207", "order 2207")}
    assert len(keys) == 5


def test_an_order_number_within_the_phrase_is_kept_too() -> None:
    assert reason_key("order 5512 status", SHOP) == reason_key("order status #5512", SHOP) == "order_status 5512"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("reschedule my color", "reschedule my color"),
        ("Reschedule, my color!", "reschedule my color"),
        ("invoice for the wedding", "invoice for the wedding"),
        ("change of address", "change of address"),
        ("order", "order"),
        ("question", "question"),
        ("2 bookings", "2 bookings"),
        ("No. 2207", "no 2207"),
        ("перенос, окрашивание", "перенос окрашивание"),
        ("новий клієнт", "новий клієнт"),
        ("unclear voicemail about a leak", "unclear voicemail about a leak"),
        ("client's invoices are wrong", "clients invoices are wrong"),
    ],
)
def test_a_phrase_that_says_more_is_a_matter_of_its_own(text: str, key: str) -> None:
    assert reason_key(text, SHOP) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Leak  in the roof", "leak in the roof!"),
        ("reclamación", "RECLAMACION"),
        ("сломалось всё", "Сломалось все"),
        ("nota_de_pago", "nota de pago"),
    ],
)
def test_case_accents_spaces_and_punctuation_part_no_matters(one: str, other: str) -> None:
    assert reason_key(one, SHOP) == reason_key(other, SHOP)


def test_the_shop_adds_aliases_and_labels_and_wins_over_ours() -> None:
    shop = Shop(
        reasons=(
            ReasonWords("book", ("blowout", "Color!")),
            ReasonWords("VIP", ("gold card",)),
            ReasonWords("exchange", ("return",)),
        )
    )
    assert reason_key("Blowout", shop) == reason_key("color", shop) == "book"
    assert reason_key("gold card 17", shop) == "VIP 17"
    assert reason_key("vip", shop) == "VIP"
    assert reason_key("Return", shop) == "exchange"
    assert reason_key("blowout", SHOP) == "blowout"


def test_a_very_long_reason_is_its_own_key_and_quickly_so() -> None:
    text = "invoice 2207 " * 5_000
    assert reason_key(text, SHOP) == text.strip()


@pytest.mark.parametrize("language", Language)
def test_unknown_is_shown_as_ask_first_and_reads_back_as_unknown(language: Language) -> None:
    shown = reason_shown("??", UNKNOWN, language)
    assert shown
    assert reason_key(shown, SHOP) == UNKNOWN


def test_a_known_reason_is_shown_in_the_callers_words() -> None:
    assert reason_shown("Move appt!", "reschedule", Language.EN) == "Move appt!"
    assert reason_shown("", UNKNOWN, Language.EN) == "unknown – ask first"
