"""R1: which number is read from what people type, which words stay, and what is refused rather than guessed."""

from __future__ import annotations

import time as clock
from datetime import date, datetime, time

import pytest

from callbacksheet.core.model import CellValue, Code, Formula, Issue, Phone
from callbacksheet.core.phones import parse_phone


def identity(value: CellValue, region: str) -> str:
    """The number read, or the code of the issue."""
    read = parse_phone(value, region)
    return read.identity if isinstance(read, Phone) else read.code.value


def cell(value: CellValue, region: str) -> str:
    read = parse_phone(value, region)
    assert isinstance(read, Phone), read
    return read.cell


WRITTEN = [
    # as typed, region, what the cell holds
    ("415-555-0132", "US", "+1 415-555-0132"),
    ("415-555-0132 (mum)", "US", "+1 415-555-0132 (mum)"),
    ("tel 8 916 555-01-23 Ivan", "RU", "+7 916 555-01-23 tel Ivan"),
    ("(415) 555-0132 (ext 5) mum", "US", "+1 415-555-0132 ext 5 mum"),
    ("8 (916) 555-01-23 доб. 12 Ольга", "RU", "+7 916 555-01-23 ext 12 Ольга"),
    ("Dana: (415 555 0132)", "US", "+1 415-555-0132 Dana"),
    ("'+14155550132", "US", "+1 415-555-0132"),
    ("order 2207 415-555-0132", "US", "+1 415-555-0132 order 2207"),
    ("#2207 415-555-0132", "US", "+1 415-555-0132 | #2207"),
    ("2 kids 415-555-0132", "US", "+1 415-555-0132; 2 kids"),
    ("415-555-0132 / 415-555-0199", "US", "+1 415-555-0132; 415-555-0199"),
    ("415-555-0132 or 415-555-0199", "US", "+1 415-555-0132 or 415-555-0199"),
    ("415-555-0132 ???", "US", "+1 415-555-0132; ???"),
    ("call after 5pm 415-555-0132!", "US", "+1 415-555-0132 call after 5pm !"),
    ("+39 06 6982 1234", "US", "+39 06 6982 1234"),
]


@pytest.mark.parametrize(("typed", "region", "held"), WRITTEN)
def test_the_cell_holds_the_number_first_and_every_other_word_behind_it(typed: str, region: str, held: str) -> None:
    assert cell(typed, region) == held


ACCEPTED = [
    # separators and forms
    ("415.555.0132", "US", "+14155550132"),
    ("415/555/0132", "US", "+14155550132"),
    ("415 - 555 - 0132", "US", "+14155550132"),
    ("415\u00a0555\u202f0132", "US", "+14155550132"),
    ("415–555–0132", "US", "+14155550132"),
    ("(+1) 415 555 0132", "GB", "+14155550132"),
    ("+ 1 415 555 0132", "US", "+14155550132"),
    ("tel:+1-415-555-0132", "US", "+14155550132"),
    ("\u200e+1 415-555-0132\u202c", "US", "+14155550132"),
    ("030/123456", "DE", "+4930123456"),
    ("02/34569247", "EG", "+20234569247"),
    # national habits
    ("8 (495) 555-01-23", "RU", "+74955550123"),
    ("+7 8 916 555 01 23", "RU", "+79165550123"),
    ("8 701 234 56 78", "KZ", "+77012345678"),
    ("8 050 123 45 67", "UA", "+380501234567"),
    ("+38 (050) 123-45-67", "US", "+380501234567"),
    ("+380 0 50 123 45 67", "US", "+380501234567"),
    ("+44 (0)20 7946 0958", "US", "+442079460958"),
    ("+39 (0)6 6982 1234", "IT", "+390669821234"),
    ("011 15 2345-6789", "AR", "+5491123456789"),
    ("+54 9 11 2345-6789", "US", "+5491123456789"),
    ("044 55 1234 5678", "MX", "+525512345678"),
    ("+52 1 55 1234 5678", "US", "+525512345678"),
    ("0 15 11 91234-5678", "BR", "+5511912345678"),
    ("030-123456-11", "DE", "+493012345611"),
    # exit codes
    ("011 44 20 7946 0958", "US", "+442079460958"),
    ("0044 20 7946 0958", "US", "+442079460958"),
    ("8 10 380 50 123 45 67", "RU", "+380501234567"),
    ("https://wa.me/6281234567890", "US", "+6281234567890"),
    # letters for digits, digits of other scripts
    ("O5O 123 45 67", "UA", "+380501234567"),
    ("8ОО 555 О123", "US", "+18005550123"),
    ("4l5-555-0I32", "US", "+14155550132"),
    ("＋１ ４１５ ５５５ ０１３２", "US", "+14155550132"),
    ("٤١٥٥٥٥٠١٣٢", "US", "+14155550132"),
    ("4️⃣1️⃣5️⃣ 555 0132", "US", "+14155550132"),
    # words
    ("моб.: 067 123 45 67", "UA", "+380671234567"),
    ("т.89165550123", "RU", "+79165550123"),
    ("хп 0812-3456-7890", "ID", "+6281234567890"),
    ("Ваня89165550123", "RU", "+79165550123"),
    ("casa 91 123 45 67", "ES", "+34911234567"),
    ("à 06 12 34 56 78", "FR", "+33612345678"),
    ("415-555-0132 ivan@mail.com", "US", "+14155550132"),
    # neighbours
    ("call after 5 415 555 0132", "US", "+14155550132"),
    ("call after 5 030 123456", "DE", "+4930123456"),
    ("030 123456 17:30", "DE", "+4930123456"),
    ("12.05.2026 415-555-0132", "US", "+14155550132"),
    ("067 123 45 67 о 15", "UA", "+380671234567"),
    ("415-555-0132 $50", "US", "+14155550132"),
    ("1) 8 916 555 01 23\n2) 8 916 555 01 24", "RU", "+79165550123"),
    # two numbers: the first valid one is the caller's
    ("612 345 678 o 699 123 456", "ES", "+34612345678"),
    ("89165550123 89165550124", "RU", "+79165550123"),
    ("415-555-01322, 415-555-0199", "US", "+14155550199"),
    ("home 415-555-0132, cell 415-555-0199 x4", "US", "+14155550132"),
]


@pytest.mark.parametrize(("typed", "region", "e164"), ACCEPTED)
def test_a_number_is_found_however_it_was_typed(typed: str, region: str, e164: str) -> None:
    assert identity(typed, region) == e164


SPOILED_BY_A_SPREADSHEET: list[tuple[CellValue, str, str]] = [
    (14155550132, "US", "+14155550132"),
    (4155550132.0, "US", "+14155550132"),
    ("4155550132.0", "US", "+14155550132"),
    ("4,155,550,132", "US", "+14155550132"),
    ("4.155550132E+09", "US", "+14155550132"),
    (380501234567, "UA", "+380501234567"),
    (501234567, "UA", "+380501234567"),
    (79165550123, "RU", "+79165550123"),
    (79165550123, "UA", "+79165550123"),
    (612345678, "ES", "+34612345678"),
    (81234567890, "ID", "+6281234567890"),
    (6281234567890, "ID", "+6281234567890"),
    (669821234, "IT", "+390669821234"),
    (6201234567, "HU", "+36201234567"),
    (Formula("=+14155550132", 14155550132), "US", "+14155550132"),
    (Formula("=+1-415-555-0132", None), "US", "+14155550132"),
    (Formula('=HYPERLINK("x","415-555-0132")', "415-555-0132"), "US", "+14155550132"),
]


@pytest.mark.parametrize(("value", "region", "e164"), SPOILED_BY_A_SPREADSHEET)
def test_a_number_is_found_in_a_cell_that_the_spreadsheet_took_for_a_number(
    value: CellValue, region: str, e164: str
) -> None:
    assert identity(value, region) == e164


@pytest.mark.parametrize(
    "behind",
    [
        " ext 12", " ext. 12", "x12", " x 12", " #12", ", extn 12", " (ext. 12)", " доб. 12", " доб12", " дод. 12",
        " вн. 12", " внутр. 12", " int. 12", " interno 12", " extensión 12", " anexo 12", " Durchwahl 12", " DW 12",
        " poste 12", " wew. 12", ",,12", ";ext=12", " Ivan ext 12",
    ],
)  # fmt: skip
def test_an_extension_is_read_in_the_words_of_many_desks(behind: str) -> None:
    assert identity(f"415-555-0132{behind}", "US") == "+14155550132;12"


def test_an_extension_keeps_its_leading_zeros() -> None:
    assert identity("415-555-0132 ext 005", "US") == "+14155550132;005"


REFUSED = [
    # too long, too short, not whole
    ("415-555-01322", "US"),
    ("415 555 0132 5", "US"),
    ("5 415 555 0132", "US"),
    ("2207 415-555-0132", "US"),
    ("+1 415 555 0132 2207", "US"),
    ("555-0142", "US"),
    ("123 45 67", "UA"),
    ("30 123456", "DE"),
    ("34568448", "EG"),
    ("612 345 678 9", "ES"),
    ("06 12 34 56 7", "FR"),
    ("112", "DE"),
    # a digit nobody caught, a letter that may be one
    ("415-555-01??", "US"),
    ("***-***-0132", "US"),
    ("030 12345??", "DE"),
    ("(02) 3234 5*76", "PH"),
    ("41S-555-0132", "US"),
    ("030 1234S67", "DE"),
    ("+96b 11 234 5543", "SA"),
    ("1-800-FLOWERS", "US"),
    # two readings
    ("030 1234567/68", "DE"),
    ("030 123456 10.30", "DE"),
    ("+8 495 555 01 23", "RU"),
    ("380 50 123 45 67", "US"),
    ("4921123456", "DE"),
    ("415-555-0132,12", "US"),
    ("ext 5 415-555-0132", "US"),
    ("415-555-0132 ext 5/6", "US"),
    ("415-555-0132 ext 12345678", "US"),
    ("011 15-23495-6781", "AR"),
    # something else than a phone
    ("order 4155550132", "US"),
    ("заказ 89165550123", "RU"),
    ("12.05.2026", "DK"),
    ("2026-05-12", "NO"),
    ("ivan4155550132@mail.com", "US"),
    ("$4155550132", "US"),
    ("3.80501E+11", "UA"),
    ("+999 123 456 789", "US"),
    ("415-555-0132", "no such region"),
]


@pytest.mark.parametrize(("typed", "region"), REFUSED)
def test_a_doubtful_number_is_bad_and_told_as_it_was_typed(typed: str, region: str) -> None:
    assert parse_phone(typed, region) == Issue(Code.BAD_PHONE, (typed,))


NOT_PHONES: list[tuple[CellValue, Issue]] = [
    (None, Issue(Code.NO_PHONE)),
    ("no phone", Issue(Code.NO_PHONE)),
    ("?", Issue(Code.NO_PHONE)),
    (True, Issue(Code.NO_PHONE)),
    (float("nan"), Issue(Code.NO_PHONE)),
    (Formula("=A1"[:2], None), Issue(Code.NO_PHONE)),
    (0, Issue(Code.BAD_PHONE, ("0",))),
    (-4155550132, Issue(Code.BAD_PHONE, ("-4155550132",))),
    (415.5550132, Issue(Code.BAD_PHONE, ("415.5550132",))),
    (380501000000.0, Issue(Code.BAD_PHONE, ("380501000000",))),
    (datetime(2026, 5, 12, 10, 30), Issue(Code.BAD_PHONE, ("2026-05-12 10:30",))),
    (date(2026, 5, 12), Issue(Code.BAD_PHONE, ("2026-05-12",))),
    (time(10, 30), Issue(Code.BAD_PHONE, ("10:30:00",))),
    (Formula("=SUM(4155550132)", None), Issue(Code.BAD_PHONE, ("=SUM(4155550132)",))),
]


@pytest.mark.parametrize(("value", "issue"), NOT_PHONES)
def test_what_is_no_phone_is_named_and_never_raised(value: CellValue, issue: Issue) -> None:
    assert parse_phone(value, "US") == issue


@pytest.mark.parametrize(
    "piece", ["5 ", "(", "+1 ", "415-", "x", " ", "ext ", "o ", "4155550132 ", "/ 1", "\x00", "..."]
)
def test_a_very_long_cell_is_answered_at_once(piece: str) -> None:
    for text in (piece * (1_990 // len(piece)), piece * (60_000 // len(piece))):
        started = clock.process_time()
        parse_phone(text, "DE")
        assert clock.process_time() - started < 2
