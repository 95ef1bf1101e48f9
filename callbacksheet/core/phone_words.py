"""The words and signs people type around a phone number, in the desk's languages and beyond (R1).

Every pattern here is matched against text already levelled by ``phone_text``: ASCII digits, ``-`` for every dash,
a plain space for every space, lower case. None of them can run slower than the text is long.
"""

from __future__ import annotations

import re

# A letter is \w without digits and underscore; a word ends where letters end, digits may touch it ("доб5").
_LETTER = r"[^\W\d_]"
_WORD_START = rf"(?<!{_LETTER})"
_WORD_END = rf"(?!{_LETTER})"


def _words(*lines: str) -> str:
    """One alternation of the words of all lines, longest first; ``_`` stands for a space inside a phrase."""
    words = sorted({word for line in lines for word in line.split()}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("_", r"[ .]{1,3}") for word in words) + ")"


EXTENSION_WORDS = _words(
    "ext extn exten extension ekst xtn",
    "доб добав добавочный добавочный_номер вн внут внутр внутренний внутренний_номер доп",
    "дод додатк додатковий внутрішній внутрішній_номер добавочний ішкі қос",
    "int interno ext extensión extension anexo anx",
    "ekstensi pesawat pes",
    "durchwahl dw nebenstelle nst",
    "poste toestel tst ramal rml wew wewn wewnętrzny dahili dah",
    "anknytning ankn klapka linka mellék εσωτ εσωτερικό",
    "内線 内线 分机 轉 转 내선 داخلي",
)
"""Words that name an extension wherever they stand behind the number."""

EXTENSION = re.compile(
    rf"[ \t,;.(\[/-]{{0,6}}{_WORD_START}{EXTENSION_WORDS}{_WORD_END}[ .:=#№-]{{0,4}}\(?(?P<far>\d{{1,7}})(?![\d])"
    r"|(?<=\d)[ ,;.(\[/-]{0,4}(?:[x×х]|#)[ .:]{0,2}(?P<near>\d{1,7})(?![\d])"
    r"|(?<=\d) ?(?:,,+|;ext=) ?(?P<pause>\d{1,7})#?(?![\d])"
)
"""An extension: a word and its digits, or directly behind a digit an x, a # or dial pauses and its digits."""

UNREAD_EXTENSION = re.compile(rf"[ \t,;.(\[/-]{{0,6}}{EXTENSION_WORDS}{_WORD_END}[ .:=#№-]{{0,4}}\(?\d")
"""An extension word with more digits behind it than an extension has."""

_SORTS_OF_NUMBER = _words(
    "order ord invoice inv ticket ref bill account acct acc room rm apt apartment flat unit suite ste",
    "table floor zip age policy bldg",
    "заказ заказа зак счет счёт счета квартира кв комната комн каб кабинет этаж подъезд палата договор",
    "накладная столик замовлення замов рахунок кімната під'їзд поверх договір",
    "pesanan faktur kamar meja lantai tagihan",
    "pedido factura habitación habitacion hab piso mesa apto depto orden",
    "commande facture chambre appartement étage bestellung auftrag rechnung zimmer kundennr bestelling",
    "zamówienie zamowienie faktura pokój mieszkanie sipariş siparis fatura oda daire ordine fattura camera",
    "encomenda quarto",
)
_NUMBER_SIGN = r"(?:[ .]{0,2}(?:no|nr|num|number|номер|#|№|n°|nº))?[ .:#№-]{0,3}"
COUNTED = re.compile(
    rf"{_WORD_START}{_SORTS_OF_NUMBER}{_WORD_END}{_NUMBER_SIGN}"
    r"(?P<digits>\d{1,20}(?![\d./-])|\d{1,4}[./-]\d{1,4}(?![\d./-]))"
)
"""The number of an order, a room, an invoice: never a phone, however long it is.

Words that may as well say whose phone it is (office, home, casa, дом) are left out on purpose.
"""

_WHEN = _words(
    "after before at from until till by around past since about",
    "после до в с к около примерно після о об з до близько",
    "setelah sebelum jam pukul sekitar habis",
    "después_de_las despues_de_las después_de antes_de_las antes_de a_las sobre_las desde hasta desde_las",
    "après avant à vers vers_les dès nach vor um ab bis gegen po przed od około saat dopo_le",
    "prima_delle alle dalle depois_das antes_das às na om efter före kl klo",
)
_SIGN = r"(?<![\w])(?:№|#|no\.?|nr\.?|n°)"
HOUR = re.compile(
    rf"(?:{_WORD_START}{_WHEN}{_WORD_END}[ .]{{1,3}}(?P<hour>[1-9]|1\d|2[0-4])"
    rf"|{_SIGN} ?(?P<sign>[1-9]\d{{0,5}}))(?![\d.,:/)-])"
)
"""A clock hour behind "after", "после", "a las" …, or a short number behind "#": no phone, if one is left."""

_UNITS = _words(
    "am pm a.m p.m a.m. p.m. o'clock oclock uhr hrs hours hour mins min minutes minute days day kids people",
    "час часа часов минут минуты мин год годин години годину хв хвилин дня дней днів людей раз раза",
    "jam menit pagi siang sore malam orang hari horas hora minutos heures heure stunden minuten saat godz",
    "st nd rd th pax",
)
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
TIMES = re.compile(
    rf"(?<![\d.,:/-])(?P<unit>\d{{1,2}}(?:[.:]\d\d)?) ?{_UNITS}{_WORD_END}"
    r"|(?<![\d.:])(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])"
    r"|(?<!\d)(?P<french>\d{1,2} ?[hч] ?[0-5]\d)(?!\d)"
    rf"|(?<![\d.,/-])(?P<iso>{_YEAR}(?P<a>[./-]){_MONTH}(?P=a){_DAY})(?![\d/-]|\.\d)"
    rf"|(?<![\d.,/-])(?P<date>{_DAY}(?P<b>[./-]){_DAY}(?P=b){_YEAR})(?![\d/-]|\.\d)"
    r"|(?:^|[\n,;]) ?(?P<item>[1-9]\)) "
)
"""Clock times, dates with a year, counts of something, and the "1)" of a list: never part of a phone."""

LOOSE_PAIR = re.compile(r"(?:^|(?<=[\d)] ))(\d{1,2}[./]\d{1,2})(?= |$)")
"""Two pairs of digits by themselves: "10.30" may be a clock time, "12/05" a day, or a part of the number."""

STARTS_WITH_WORD = re.compile(rf"(?!{_UNITS}{_WORD_END}|[oоο] )\(?{_LETTER}", re.IGNORECASE)
"""Where such a word follows, the digits of a number end in every country's eyes."""

HARMLESS = re.compile(rf"(?!\(?[oоοxх]{{2}})\(?{_LETTER}{{2}}[^\d?*…]*", re.IGNORECASE)
"""Words that are not taken for a part of the number they stand behind."""

UNKNOWN_DIGIT = "XХ"
"""Touching a digit, the capital is how people write a digit they did not catch, as well as an extension."""

MISSING_BEHIND = re.compile(r"[ .-]{0,6}(?:\?+|[*_]+|…|\.{3,}|[xх]{2,}(?![^\W\d_]))")
"""Signs behind a number for digits somebody did not catch."""

MISSING_BEFORE = re.compile(r"(?:[?*]|__|…|\.\.\.|[xх]{2,})[.-]?$")
"""The same, touching the number's first digit."""

LOOKALIKES = frozenset("sbzgqdiluзбч")
"""Single letters that, touching a digit, may be a mistyped digit (S for 5, B for 8, З for 3): doubtful."""

TOO_NEAR = re.compile(r"[,;]\d{1,6}(?!\d)")
"""Digits directly behind a comma: an extension, or the end of another number, nobody can tell."""

INTERNATIONAL = re.compile(r"(?:wa\.me/|phone=)$")
"""What stands before a number that has its country code though no "+"."""

_LETTERS = rf"{_LETTER}{{1,12}}"
_SPOILED_BEFORE = re.compile(rf"(?:\d{_LETTERS}[.-]?|[@$€£₴₽₹¥%]|\d[:+,]|\+\d{{1,4}}[ ()-]{{0,3}})$")
_SPOILED_BEHIND = re.compile(rf"[.-]?{_LETTERS}\d|[@$€£₴₽₹¥%]|:\d")


def spoiled(text: str, start: int, end: int) -> bool:
    """Whether the digits at this place touch something that makes them no whole number: 41S55, **0132, $415."""
    before = text[max(0, start - 16) : start]
    if _SPOILED_BEHIND.match(text, end) or _SPOILED_BEFORE.search(before) or MISSING_BEFORE.search(before):
        return True
    return _lone_lookalike(before[-1:], before[-2:-1]) or _lone_lookalike(text[end : end + 1], text[end + 1 : end + 2])


_FRAGMENT = re.compile(r"\+\d{1,6}(?!\d)|\d[sbzgqdiluзбч](?![^\W\d_])|(?<![^\W\d_])[sbzgqdiluзбч]\d")


def fragments(text: str, end: int) -> bool:
    """Whether a torn number stands before this place: "+96b 11 234 5543", "02S 3456 8448"."""
    return _FRAGMENT.search(text, 0, end) is not None


def _lone_lookalike(char: str, beyond: str) -> bool:
    return char in LOOKALIKES and not beyond.isalpha()
