"""How well and how fast phone numbers are read: noisily typed ones of many countries, and some to be refused.

    python benchmarks/score_phones.py [--cases 20000] [--seed 1] [--show 3]

Numbers are made from the example numbers of ``phonenumbers`` with other last digits, then typed as people type:
separators, words, labels, extensions, lost plus signs and zeros, other scripts' digits, neighbours in the cell.
Mutilated ones are kept only where ``phonenumbers`` itself finds no valid number in their digits. One line a
kind: right, refused, WRONG (another number or extension presented as right). The exit code is 1 on any WRONG.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - word lists read better as text
import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import phonenumbers as pn

from callbacksheet.core.model import CellValue, Phone
from callbacksheet.core.phones import parse_phone

REGIONS = (
    "US CA GB IE AU NZ DE AT CH FR BE NL LU ES PT IT GR PL CZ SK HU RO BG HR UA RU KZ BY TR IL AE SA EG ZA NG KE "
    "IN ID MY SG TH VN PH CN JP KR MX BR AR CL CO PE SE NO DK FI LT LV EE GE AM UZ"
).split()
LABELS = (
    "tel tel: Tel. phone: ph Ph: cell mobile m: mob: WA WhatsApp: call тел тел. тел: моб. моб: т. номер Телефон: хп "
    "ном. HP: hp no. telp: telf. móvil: cel celular: Handy: Tél. GSM: Viber"
).split()
NAMES = (
    "Ivan|Dana|(mum)|Mary K|Іван|Ольга (мама)|Budi|José|- Olena|, wife|Müller|(work)|[home]|~ Dan Ford|Оксана П.|"
    "mum's cell|whatsapp only|не дзвонити зранку|please call|para Ana|office!|urgent"
).split("|")
EXTENSIONS = (
    "ext {}|ext. {}|ext.{}|Ext: {}|extn {}|extension {}|x{}|x {}|, ext {}|(ext {})|#{}| # {}|доб. {}|доб {}|"
    "(доб. {})|, доб.{}|дод. {}|вн. {}|внутр. {}|int. {}|int {}|interno {}|ext. {}|extensión {}|anexo {}|"
    "ramal {}|Durchwahl {}|DW {}|poste {}|wew. {}|pes. {}|dahili {}|,,{}|x. {}|-ext-{}|;ext={}|доб.{}"
).split("|")
JOINTS = (
    " / ",
    ", ",
    " or ",
    " или ",
    " або ",
    " atau ",
    " o ",
    "; ",
    "\n",
    " & ",
    " and ",
    " y ",
    " или ",
    "  /  ",
    " | ",
)
NEIGHBOURS = (
    "order 2207 {}|{} order 2207|order #2207, {}|call after 5 {}|{} call after 5|{}, after 17:30|{} 10:30|{} room 12|"
    "room 12 {}|заказ 2207 {}|{} заказ 2207|после 6 {}|{} після 18|invoice no. 118 {}|{} 12.05.2026|2026-05-12 {}|"
    "{}, 2 kids|{} at 5pm|5pm {}|{} (apt 5)|kamar 12 {}|{} jam 3 sore|pedido 77 {}|{} a las 5|#2207 {}|{} - 3rd floor|"
    "{}, 33 years|1) {}|кв. 5, {}"
).split("|")
SCRIPTS = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
ANOTHER_O = "OoОоＯ"


@dataclass(frozen=True)
class Number:
    """One true number of one country."""

    region: str
    true: pn.PhoneNumber

    def text(self, form: int) -> str:
        return str(pn.format_number(self.true, form))

    @property
    def e164(self) -> str:
        return self.text(pn.PhoneNumberFormat.E164)

    @property
    def national(self) -> str:
        return self.text(pn.PhoneNumberFormat.NATIONAL)

    @property
    def international(self) -> str:
        return self.text(pn.PhoneNumberFormat.INTERNATIONAL)


@dataclass(frozen=True)
class Case:
    """One cell, and what must be read from it: None must be refused."""

    cell: CellValue
    e164: str | None
    extension: str = ""


Kind = Callable[[Number, random.Random], Case | None]


def a_number(rng: random.Random, region: str) -> Number:
    """A valid number of the country, mobile or fixed, with other last digits than the library's example."""
    kind = rng.choice((pn.PhoneNumberType.MOBILE, pn.PhoneNumberType.FIXED_LINE))
    example = pn.example_number_for_type(region, kind) or pn.example_number(region)
    assert example is not None
    for _ in range(50):
        digits = pn.national_significant_number(example)
        keep = len(digits) - rng.randint(2, 4)
        tail = "".join(rng.choice("0123456789") for _ in range(len(digits) - keep))
        number = pn.parse(f"+{example.country_code}{digits[:keep]}{tail}")
        if pn.is_valid_number(number):
            return Number(region, number)
    return Number(region, example)


def typed(number: Number, rng: random.Random) -> str:
    """The number in one of its common forms."""
    return rng.choice((number.national, number.national, number.international, number.e164))


def digits_of(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def plain(n: Number, rng: random.Random) -> Case:
    return Case(typed(n, rng), n.e164)


def solid(n: Number, _: random.Random) -> Case:
    return Case(digits_of(n.national), n.e164)


def other_separators(n: Number, rng: random.Random) -> Case:
    sep = rng.choice([" ", "-", ".", "/", "\u00a0", "–", "  ", " - ", "\u2009", "_", "‑", ". "])
    text = "".join(c if c.isdigit() or c == "+" else sep if c in " -/" else "" for c in typed(n, rng))
    return Case(text, n.e164)


def regrouped(n: Number, rng: random.Random) -> Case:
    digits, groups = digits_of(n.national), []
    while digits:
        size = rng.randint(2, 4)
        groups.append(digits[:size])
        digits = digits[size:]
    return Case(rng.choice([" ", "-", ".", " "]).join(groups), n.e164)


def brackets(n: Number, rng: random.Random) -> Case:
    groups = n.international.replace("-", " ").split()
    at = 0 if rng.random() < 0.3 else min(1, len(groups) - 1)
    groups[at] = rng.choice(["({})", "[{}]", " ({}) "]).format(groups[at])
    return Case(rng.choice([" ", "-", ""]).join(groups), n.e164)


def spoken_for(n: Number, rng: random.Random) -> Case:
    return Case(typed(n, rng) + rng.choice([" ", " ", ", ", " - "]) + rng.choice(NAMES), n.e164)


def labelled(n: Number, rng: random.Random) -> Case:
    text = rng.choice(LABELS) + rng.choice([" ", " ", "", ": "]) + typed(n, rng)
    return Case(text + rng.choice(["", "", " " + rng.choice(NAMES)]), n.e164)


def name_first(n: Number, rng: random.Random) -> Case:
    return Case(rng.choice(NAMES) + rng.choice([" ", ": ", ", ", " - "]) + typed(n, rng), n.e164)


def exit_code(n: Number, rng: random.Random) -> Case:
    code = rng.choice(["00", "00 ", "011 ", "011", "8 10 ", "810", "00-"])
    return Case(code + n.international[1:], n.e164)


def trunk_zero(n: Number, rng: random.Random) -> Case | None:
    plan = pn.PhoneMetadata.metadata_for_region(n.region, None)
    if plan is None or plan.national_prefix != "0":
        return None
    head, *tail = n.international.split()
    return Case(head + rng.choice([" (0)", " (0) ", " 0", "(0)"]) + " ".join(tail), n.e164)


def lost_plus(n: Number, rng: random.Random) -> Case:
    digits = n.e164[1:]
    forms: list[CellValue] = [digits, int(digits), float(digits), n.international[1:]]
    return Case(rng.choice(forms), n.e164)


def lost_zero(n: Number, rng: random.Random) -> Case:
    digits = digits_of(n.national)
    forms: list[CellValue] = [int(digits), float(digits), digits + ".0"]
    return Case(rng.choice(forms), n.e164)


def with_extension(n: Number, rng: random.Random) -> Case:
    extension = str(rng.randint(1, 99_999))[: rng.randint(1, 5)]
    form = rng.choice(EXTENSIONS)
    space = "" if form[0] in ",;(- " and rng.random() < 0.7 else " "
    return Case(typed(n, rng) + space + form.format(extension), n.e164, extension)


def extension_and_name(n: Number, rng: random.Random) -> Case:
    case = with_extension(n, rng)
    return Case(f"{rng.choice(LABELS)} {case.cell} {rng.choice(NAMES)}", n.e164, case.extension)


def two_numbers(n: Number, rng: random.Random) -> Case:
    other = a_number(rng, n.region)
    second = other.national if rng.random() < 0.5 else other.international
    return Case(typed(n, rng) + rng.choice(JOINTS) + second, n.e164)


def neighbours(n: Number, rng: random.Random) -> Case:
    return Case(rng.choice(NEIGHBOURS).format(typed(n, rng)), n.e164)


def other_script(n: Number, rng: random.Random) -> Case:
    script = rng.choice(SCRIPTS)
    text = "".join(script[int(c)] if c in "0123456789" else c for c in typed(n, rng))
    return Case(text.replace("+", "＋") if rng.random() < 0.3 else text, n.e164)


def letter_o(n: Number, rng: random.Random) -> Case | None:
    text = typed(n, rng)
    zeros = [i for i, c in enumerate(text) if c == "0"]
    if not zeros:
        return None
    for i in rng.sample(zeros, rng.randint(1, len(zeros))):
        text = text[:i] + rng.choice(ANOTHER_O) + text[i + 1 :]
    return Case(text, n.e164)


def dressed(n: Number, rng: random.Random) -> Case:
    form = rng.choice(
        [
            "'{}",
            " {} ",
            "{}.",
            "tel:{}",
            '"{}"',
            "{};",
            "\u200e{}\u200e",
            "\ufeff{}",
            "{}\n",
            "<{}>",
            "({})",
            "={}",
            "{}!",
        ]
    )
    return Case(form.format(typed(n, rng)), n.e164)


# --- What must be refused


def invalid_digits(n: Number, text: str) -> Case | None:
    """A case that must be refused, unless its digits happen to be a valid number after all."""
    plus = "+" if text.strip().startswith("+") else ""
    for digits in (plus + digits_of(text), "+" + digits_of(text)):
        try:
            if pn.is_valid_number(pn.parse(digits, n.region)):
                return None
        except pn.NumberParseException:
            continue
    return Case(text, None)


def digit_too_many(n: Number, rng: random.Random) -> Case | None:
    text = typed(n, rng)
    at = rng.choice([i for i, c in enumerate(text) if c.isdigit()][3:]) + 1
    return invalid_digits(n, text[:at] + rng.choice("0123456789") + text[at:])


def digit_too_few(n: Number, rng: random.Random) -> Case | None:
    text = typed(n, rng)
    at = rng.choice([i for i, c in enumerate(text) if c.isdigit()][3:])
    return invalid_digits(n, text[:at] + text[at + 1 :])


def stray_digit(n: Number, rng: random.Random) -> Case | None:
    text, digit = typed(n, rng), rng.choice("2345679")  # an 8 is the old Ukrainian trunk
    before = n.national  # a digit before a "+" says nothing against the number
    return invalid_digits(n, rng.choice([f"{text} {digit}", f"{digit} {before}", f"{text}-{digit}", f"{text}.{digit}"]))


def no_area_code(n: Number, rng: random.Random) -> Case | None:
    return invalid_digits(n, digits_of(n.national)[-rng.randint(5, 7) :])


def missing_digits(n: Number, rng: random.Random) -> Case | None:
    text = typed(n, rng)
    places = [i for i, c in enumerate(text) if c.isdigit()][4:]
    cut = rng.choice(places)
    sign = rng.choice(["?", "??", "*", "X", "_", "xx", "…"])
    return invalid_digits(n, text[:cut] + sign + text[cut + len(sign) :])


def wrong_letter(n: Number, rng: random.Random) -> Case | None:
    text = typed(n, rng)
    places = [i for i, c in enumerate(text) if c in "58236" and i > 2]
    if not places:
        return None
    at = rng.choice(places)
    letter = {"5": "S", "8": "B", "2": "Z", "3": "З", "6": "b"}[text[at]]
    return invalid_digits(n, text[:at] + letter + text[at + 1 :])


def cut_by_exponent(n: Number, _: random.Random) -> Case:
    return Case(f"{int(n.e164[1:]):.5E}", None)


def vanity(n: Number, rng: random.Random) -> Case | None:
    digits = digits_of(n.national)
    return invalid_digits(
        n, digits[: rng.randint(3, 5)] + rng.choice("- ") + rng.choice(["FLOWERS", "TAXI", "CALLNOW"])
    )


def not_a_phone(_: Number, rng: random.Random) -> Case:
    cells = [
        "12.05.2026",
        "2026-05-12",
        "05/12/2026",
        "10:30",
        "order 220731",
        "17:30-18:00",
        "2 kids",
        "room 1204",
        "$1500",
    ]
    cells += [
        "заказ 89165550123",
        "invoice 4155550132",
        "112",
        "0",
        "00000000",
        "+",
        "+1",
        "1234",
        "12.05.2026 10:30",
        "5-6 pm",
    ]
    return Case(rng.choice(cells), None)


RIGHT: tuple[Kind, ...] = (
    plain, solid, other_separators, regrouped, brackets, spoken_for, labelled, name_first, exit_code, trunk_zero,
    lost_plus, lost_zero, with_extension, extension_and_name, two_numbers, neighbours, other_script, letter_o, dressed,
)  # fmt: skip
REFUSED: tuple[Kind, ...] = (
    digit_too_many, digit_too_few, stray_digit, no_area_code, missing_digits, wrong_letter, cut_by_exponent, vanity,
    not_a_phone,
)  # fmt: skip


def make_cases(count: int, seed: int) -> list[tuple[str, str, Case]]:
    rng = random.Random(seed)
    cases: list[tuple[str, str, Case]] = []
    while len(cases) < count:
        kind = rng.choice(RIGHT if rng.random() < 0.75 else REFUSED)
        region = rng.choice(REGIONS)
        if case := kind(a_number(rng, region), rng):
            cases.append((kind.__name__, region, case))
    return cases


def verdict(case: Case, region: str) -> str:
    read = parse_phone(case.cell, region)
    if not isinstance(read, Phone):
        return "right" if case.e164 is None else "refused"
    return "right" if (read.e164, read.extension) == (case.e164, case.extension) else "WRONG"


def score(cases: list[tuple[str, str, Case]], show: int) -> int:
    """Print a line a kind and return how many wrong numbers were presented as right."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, region, case in cases:
        result = verdict(case, region)
        by_kind[kind][result] += 1
        if result == "WRONG" or (result == "refused" and by_kind[kind][result] <= show):
            read = parse_phone(case.cell, region)
            print(f"  {result} {kind} {region} {case.cell!r} is {case.e164} {case.extension}: {read}")
    everything = sum(by_kind.values(), Counter[str]())
    for kind, counts in [*sorted(by_kind.items()), ("all", everything)]:
        right, total = counts["right"], counts.total()
        print(
            f"{kind:20} {total:6}  right {right / total:7.2%}  refused {counts['refused']:5}  WRONG {counts['WRONG']}"
        )
    return everything["WRONG"]


def speed() -> None:
    """Print the median time of one desk's cells, each read for the first time, beside the bare library's."""
    for form in ("415-55{}-{:04}", "tel (415) 55{}-{:04} Ivan"):
        print(f"{form:30} median {_median_us(lambda text: parse_phone(text, 'US'), form):4.0f} µs")
    print(f"{'phonenumbers alone':30} median {_median_us(_library_alone, '415-55{}-{:04}'):4.0f} µs")


def _library_alone(text: str) -> str:
    number = pn.parse(text, "US")
    return pn.format_number(number, pn.PhoneNumberFormat.INTERNATIONAL) if pn.is_valid_number(number) else ""


def _median_us(read: Callable[[str], object], form: str) -> float:
    times = []
    for i in range(2_000):
        text = form.format(i % 8 + 2, i)
        started = time.perf_counter()
        read(text)
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2] * 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="refused cases to print for each kind")
    options = parser.parse_args()
    wrong = score(make_cases(options.cases, options.seed), options.show)
    speed()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
