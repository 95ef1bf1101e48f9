"""R9.2, clock times: "5:30pm", "half past three", "halb vier", "le tre meno un quarto", "yediye çeyrek kala"."""

from __future__ import annotations

from callbacksheet.core.wish.grammar import Made, Manner, rule
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.lexing import Guess
from callbacksheet.core.wish.parts import in_part
from callbacksheet.core.wish.spec import Clock, Part

_NOON, _DAY = 720, 1440


def clock_of(value: object, *, weak: bool = True) -> Clock | None:
    """A number, a dotted pair or a clock as a clock time, if it can be one: 7, 730, 7.30."""
    if isinstance(value, Clock):
        return value
    if isinstance(value, Guess):
        return _dotted(value)
    if isinstance(value, int):
        value = Number(value)
    if not isinstance(value, Number):
        return None
    if value.vague or (value.digits == 4 and 1900 <= value.value <= 2100 and weak):
        return None
    hour, minute = (value.value, 0) if value.digits <= 2 else divmod(value.value, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    full = hour > 12 or (value.zero and value.digits != 3)
    fixed = hour > 12 or (hour == 0 and value.digits in (0, 1, 4))
    return Clock(hour * 60 + minute, fixed=fixed, full=full, weak=weak)


def _dotted(guess: Guess) -> Clock | None:
    if guess.mark == "/" or guess.first > 24 or guess.second > 59 or len(guess.typed.split(guess.mark)[1]) != 2:
        return None
    full = guess.first > 12 or guess.typed[0] == "0"
    return Clock(guess.first * 60 + guess.second, fixed=guess.first > 12 or guess.first == 0, full=full)


def perhaps_date(value: object) -> bool:
    """ "5.12" is a time where it can be one, but a date perhaps."""
    return (
        isinstance(value, Guess)
        and value.mark == "."
        and 1 <= value.second <= 12
        and (value.second % 5 != 0 or value.dotted)
    )


def at_minute(hour: object, minute: int) -> Clock | None:
    """An hour and minutes past it, which may be negative ("a quarter to")."""
    clock = clock_of(hour)
    if clock is None or not -60 < minute < 60:
        return None
    total = clock.minute + minute
    if clock.fixed:
        return Clock(total % _DAY, fixed=True, full=clock.full)
    if total < 60:
        total += _NOON
    return Clock(total if total < _NOON + 60 else total - _NOON, full=clock.full)


def halved(clock: Clock, half: object) -> Clock | None:
    """With am or pm: 12 am is midnight, 12 pm noon; "15:00 pm" stays."""
    if half == "ampm":
        return Clock(clock.minute, fixed=clock.fixed)
    if clock.fixed and clock.full:
        return clock
    hour, minute = divmod(clock.minute, 60)
    if hour > 12:
        return clock
    return Clock(hour % 12 * 60 + minute + (_NOON if half == "pm" else 0), fixed=True)


def _minutes(value: object) -> int | None:
    """Minutes said beside an hour: a number, a quarter, a half."""
    if isinstance(value, Number):
        return value.value if 0 < value.value < 60 and value.digits <= 2 else None
    return {"quarter": 15, "15": 15, "three_quarters": 45, "half": 30, "half_to": 30, "three_quarter_to": 45}.get(
        str(value)
    )


def _made(clock: Clock | None) -> Made:
    return None if clock is None else ("c", [clock])


def _with_half(values: list[object], _letters: str, _manner: Manner) -> Made:
    clock = clock_of(values[0])
    return _made(halved(clock, values[-1])) if (clock and clock.minute < 13 * 60) or (clock and clock.full) else None


def _two_halves(_values: list[object], _letters: str, _manner: Manner) -> Made:
    return "a", ["ampm"]


def _tens(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "thirty five": tens and ones said apart."""
    tens, ones = values[0], values[-1]
    if isinstance(tens, int) and isinstance(ones, int):
        return ("o", [tens + ones]) if tens in (20, 30) and 0 < ones < 10 else None
    if not isinstance(tens, Number) or tens.digits or tens.value not in (20, 30, 40, 50):
        return None
    if isinstance(ones, int):
        return ("o", [tens.value + ones]) if 0 < ones < 10 else None
    if not isinstance(ones, Number) or ones.digits or not 0 < ones.value < 10:
        return None
    return "n", [Number(tens.value + ones.value)]


def _nought(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "oh three": minutes below ten."""
    nought, ones = values[0], values[-1]
    if not isinstance(nought, Number) or not isinstance(ones, Number):
        return None
    if nought.value == ones.value == 0 and not nought.digits and not ones.digits:
        return "n", [Number(0, 2, zero=True)]
    if nought.value or nought.digits > 1 or not 0 < ones.value < 10:
        return None
    return "n", [Number(ones.value, 2, zero=True)]


def _dashed(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "15-00", "9-45": minutes behind a dash, where they can be no hour and no date."""
    hour, minute = values[0], values[-1]
    if not isinstance(hour, Number) or not isinstance(minute, Number) or minute.digits != 2 or not hour.digits:
        return None
    if hour.digits > 2 or hour.value > 23 or minute.value > 59 or minute.dot or hour.dot:
        return None
    no_date = hour.value > 12 or minute.value > 31 or manner.words.language in ("ru", "uk")
    if minute.value and not (no_date and minute.value > 24):
        return None
    hour = Number(hour.value, hour.digits, hour.zero)
    return _made(at_minute(hour, minute.value) if minute.value else clock_of(hour, weak=False))


def _one_o_clock(_values: list[object], _letters: str, manner: Manner) -> Made:
    """ "в час", "после часа": the bare word is one o'clock in Russian."""
    return ("nk", [Number(1), "час"]) if manner.words.language == "ru" else None


def _hour_word_minutes(values: list[object], _letters: str, _manner: Manner) -> Made:
    minutes = _minutes(next(v for v in values[2:] if isinstance(v, Number)))
    return None if minutes is None else _made(at_minute(values[0], minutes))


def _past(values: list[object], letters: str, _manner: Manner) -> Made:
    """Minutes first: "quarter past 3", "10 nach 3", "half past three"."""
    minutes = 30 if letters[0] in "ηH" else _minutes(values[0])
    if letters[1:2] == "u" and values[1] != "minute":
        return None
    return None if minutes is None else _made(at_minute(values[-1], minutes))


def _to(values: list[object], letters: str, _manner: Manner) -> Made:
    """Minutes first: "quarter to 3". Bare "10 to 3" may be a range: only odd minutes or the word make it a time."""
    minutes = _minutes(values[0])
    if (
        minutes is None
        or (letters[:2] == "n2" and minutes not in (20, 25))
        or (letters[:2] == "nv" and minutes not in (5, 10, 15, 20, 25))
    ):
        return None
    return _made(at_minute(values[-1], -minutes))


def _past_in_ukrainian(values: list[object], letters: str, manner: Manner) -> Made:
    """ "десять хвилин по п'ятій" is 5:10, "чверть до шостої" 5:45; "з 1 по 5" is neither."""
    minutes = _minutes(values[0])
    hour = values[-1]
    if manner.words.language != "uk" or minutes is None or not isinstance(hour, Number) or hour.value > 12:
        return None
    counted = letters[0] == "q" or ("u" in letters and values[1] == "minute")
    in_words = not (_digits(values[0]) or _digits(hour) or "before" in values) and minutes in (5, 10, 15, 20, 25)
    if not counted and not in_words:
        return None
    to = values[letters.index("T")] == "before"
    return _made(at_minute(hour, -minutes if to else minutes))


def _minutes_into(values: list[object], letters: str, manner: Manner) -> Made:
    """ "п'ять хвилин на шосту" is five minutes into the sixth hour, 5:05."""
    minutes, hour = _minutes(values[0]), values[-1]
    if manner.words.language != "uk" or minutes is None or not isinstance(hour, Number) or hour.value > 12:
        return None
    if "onto" not in values:
        return None
    if ("u" in letters and values[1] != "minute") or ("u" not in letters and (_digits(values[0]) or _digits(hour))):
        return None
    return _made(at_minute(hour, minutes - 60))


def _half_to(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "halb vier" is 3:30, "dreiviertel vier" 3:45."""
    return _made(at_minute(values[-1], -30 if letters[0] == "K" else -15))


def _half_hour(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "half three" is 3:30 in English."""
    hour = values[-1]
    return (
        _made(at_minute(hour, 30)) if isinstance(hour, Number) and hour.digits <= 2 and 0 < hour.value <= 12 else None
    )


def _and_minutes(values: list[object], letters: str, manner: Manner) -> Made:
    """ "tres y cuarto", "otto e venti"."""
    said = values[-2] if letters[-1] == "u" else values[-1]
    if isinstance(said, Number) and (
        not manner.words.and_adds_minutes or (letters[-1] == "u" and values[-1] != "minute")
    ):
        return None
    minutes = _minutes(said)
    if minutes is None or (isinstance(said, Number) and minutes < 5 and _digits(values[0])):
        return None
    return _made(at_minute(values[0], minutes))


def _is_twelve(value: object) -> bool:
    return isinstance(value, Number) and value.value == 12


def _is_noon(value: object) -> bool:
    """ "12 noon", "12 midnight": the number adds nothing."""
    return isinstance(value, Clock) and value.minute in (_NOON, _DAY)


def _noon_and(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "midi trente"."""
    clock, minute = values[0], values[-1]
    if isinstance(clock, Clock) and clock.minute == _NOON and isinstance(minute, Number) and not minute.digits:
        return _made(at_minute(clock, minute.value)) if minute.value >= 5 else None
    return None


def _digits(value: object) -> bool:
    return isinstance(value, Number) and value.digits > 0


def _less(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "tres menos cuarto", "8pm menos cuarto"."""
    place = letters.index("S")
    minutes = _minutes(values[place + 1])
    if minutes is None:
        return None
    base = at_minute(values[0], -minutes)
    if base is not None and letters[-1] == "a":
        base = halved(base, values[-1])
    return _made(base)


def _without(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "без пяти три", "za pięć trzecia"."""
    minutes = _minutes(values[1])
    return None if minutes is None else _made(at_minute(values[-1], -minutes))


def _hour_and(hour: object, said: object) -> Made:
    """ "jam 3 lewat 15"."""
    minutes = _minutes(said)
    return None if minutes is None else _made(at_minute(hour, minutes))


def _after_hour(values: list[object], letters: str, _manner: Manner) -> Made:
    """Hour first: "yediye çeyrek kala", "üçü on geçe"."""
    minutes = _minutes(values[letters.rindex("q") if "q" in letters else letters.rindex("n")])
    if minutes is None:
        return None
    return _made(at_minute(values[0], -minutes if "Λ" in letters else minutes))


def _quarter_of(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "четверть четвёртого": a quarter into the fourth hour."""
    return _made(at_minute(values[-1], -45))


def _minutes_of(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "20 минут четвёртого" is 3:20."""
    minutes = _minutes(values[0])
    if minutes is None or values[1] != "minute" or not isinstance(values[2], int) or values[2] > 12:
        return None
    return _made(at_minute(values[2], minutes - 60)) if minutes > 0 else None


def _hour_quarter(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "jam 9 seperempat"."""
    minutes = _minutes(values[1])
    return None if minutes is None else _made(at_minute(values[0], minutes))


def _spoken(values: list[object], letters: str, manner: Manner) -> Made:
    """ "ten thirty", "huit quarante": hour and minutes in words, or "10 30" behind an "at"."""
    hour, minute = [v for v in values if isinstance(v, Number)][:2]
    if hour.value > 24 or hour.digits > 2:
        return None
    in_words = not hour.digits and (not minute.digits or minute.zero) and manner.words.minutes_follow
    if not in_words and (letters[0] == "n" and (hour.digits == 0 or minute.digits != 2)):
        return None
    if (minute.value < 10 and not minute.zero) or minute.value > 59 or hour.value == 0:
        return None
    if not in_words:
        return None
    return _made(at_minute(hour, minute.value))


def _at_digits(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "at 10 30"."""
    hour, minute = values[-2], values[-1]
    if not isinstance(hour, Number) or not isinstance(minute, Number) or minute.digits != 2 or not 0 < hour.digits <= 2:
        return None
    if minute.value >= 60 or hour.value > 24:
        return None
    return _made(at_minute(hour, minute.value) if minute.value else clock_of(hour))


def _hour_of_part(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "8 in the evening", "3 de la tarde", "jam 3 sore": the part settles which half of the day."""
    clock, part = clock_of(values[0]), values[-1]
    assert isinstance(part, Part)
    if clock is None or (clock.fixed and not clock.full) or (clock.fixed and part is Part.MIDDAY):
        return None
    if isinstance(values[0], Number) and values[0].digits > 2:
        return None
    return _made(Clock(in_part(clock.minute, part), fixed=True, full=clock.minute >= _NOON + 60))


def _or_none(letter: str, value: object, made: Made) -> Made:
    """What was made, with the word before it kept."""
    return None if made is None else (letter + made[0], [value, *made[1]])


def _hour_of_day_part(values: list[object], letters: str, manner: Manner) -> Made:
    """ "8 di stasera", "6 di domani mattina"."""
    made = _hour_of_part([values[0], values[-1]], letters, manner)
    return None if made is None else ("cr", [*made[1], values[-2]])


def _bare_half(values: list[object], _letters: str, _manner: Manner) -> Made:
    """A bare "am" is the morning, a bare "pm" the afternoon."""
    return None if values[0] == "ampm" else ("p", [Part.MORNING if values[0] == "am" else Part.AFTERNOON])


def _o_clock(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "3 Uhr", "15h", "5 o'clock"."""
    clock = clock_of(values[0], weak=False)
    unsure = isinstance(values[0], Number) and (values[0].digits == 3 or (values[0].value == 24 and letters[-1] == "h"))
    if clock is not None and unsure:
        return "c¿", [clock, "three digits, or a day long"]
    return _made(clock)


def _at(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "at 5", "в 15", "jam 9": the little word makes the number a time."""
    return _made(clock_of(values[-1]))


def _dotted_time(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "17.10" is a time where it can be one; "17.10." is a date."""
    given = values[0]
    if not isinstance(given, Guess) or given.dotted or given.mark != ".":
        return None
    clock = clock_of(given)
    if clock is None:
        return None
    return ("c¿", [clock, "a date perhaps"]) if perhaps_date(given) else _made(clock)


def _about(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "11-ish"."""
    return _made(clock_of(values[0]))


def _at_noon(values: list[object], _letters: str, _manner: Manner) -> Made:
    return "c", [values[-1]]


def _drop_mark(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "o'clock" behind a whole clock time says nothing more."""
    return letters[0], [values[0]]


WORDS = (
    rule("(?<!ζ)(?<!i)n-?&?[no]|(?<=ζ)n-?n(?=u?[no])|(?<=i)n-?(?:&?n(?=[uhjJgδπ])|o(?=[gδ]*m))", _tens),
    rule("(?<=i)n-?n$", lambda v, k, m: _tens(v, k, m) if m.words.language == "en" else None),
    rule("o-?o", _tens),
    rule("n-?n", _nought),
    rule("(?<![mw-])n-n(?![-mo]|,?[gδ]?m)", _dashed),
    rule("a[/,]?a", _two_halves),
)  # fmt: skip
"""Numbers said in several words."""

MINUTES = (
    rule("(?<![iιωI+u])n[hk]nu?(?![gδ]?m)", _hour_word_minutes),
    rule("[nc]Γnu?", lambda v, _k, _m: _hour_and(v[0], v[2])),
    rule("(?<=@)n-?nu", _spoken),
    rule("n-?n(?![uhJmk])", _spoken),
    rule("(?<![Bι])(?<!B[@α])n&n(?=[hk]?a)", _and_minutes),
    rule("[ncd][~]?(?:[hk])?a", _with_half),
    rule("[nc][hk]?&[AO]?[Hqκ](?!u)|[nc][hk][AO]?q", _and_minutes),
    rule("n[hk]?H(?![uhn&])", _and_minutes),
    rule("nc", lambda v, _k, _m: ("c", [v[1]]) if _is_twelve(v[0]) and _is_noon(v[1]) else None),
    rule("c-?n(?![uhJmk:])", _noon_and),
    rule("[nc][hk]?S[AO]?[nq]u?a?", _less),
    rule("η[@αjO]*[nco]", _past),
    rule("H[PVωg][@αjO]*[nco]", _past),
    rule("K[@αjOT]*[nco]", _half_to),
    rule("κ[nco]", _half_to),
    rule("Hn(?![uhm/-])", _half_hour),
    rule("q[PVω>][@αjO]*[nco]", _past),
    rule("nu?[PVω][@αjO]*[nco](?![uhJ])", _past),
    rule("(?<![FBδ])(?:nu|q|n)T[@αjO]*n", _past_in_ukrainian),
    rule("nu?[@O]+n(?!u)", _minutes_into),
    rule("q[Q2vT][@αjO]*[nco]|q[gδ]n", _to),
    rule("nu[Q2vα][@αjO]*[nco]", _to),
    rule("(?<![FδBι@])n[Q2v][@αjO]*[nco]", _to),
    rule("ζ[nq]u?h$", lambda v, k, m: _without([*v[:-1], Number(1)], k, m) if m.words.language == "ru" else None),
    rule("ζ[nq]u?[no]", _without),
    rule("(?<![@α])i[nq]u?[no](?![uhJgδm])", _without),
    rule("[nc][Tðä]?[nq]u?[ΓΛΨ]", _after_hour),
    rule("Ψ", lambda v, _k, _m: ("p", [v[0]])),
    rule("qo", _quarter_of),
    rule("q[@O]+n", lambda v, k, m: _quarter_of(v, k, m) if m.words.language == "uk" else None),
    rule("nuo(?!m)", _minutes_of),
    rule("(?<=[@αj])nq(?![PVQ2v])", _hour_quarter),
    rule("(?<=[@>VTF])h(?=π|$|[,;T])", _one_o_clock),
    rule("(?<![Bι@])(?<!B[@α])(?:[nc])&n(?:u(?=$|[gδip]))?(?![uhkJm])(?!&)", _and_minutes),
    rule("[@αj]n-?n(?![uhJm])", _at_digits),
    rule("[c][hk]", _drop_mark),
)  # fmt: skip
"""Hours with minutes, said in every way."""

HALVES = (
    rule("[@αj><VTvF(]n(?:h|k)?π", lambda v, k, m: _or_none(k[0], v[0], _hour_of_part([v[1], v[-1]], k, m))),
    rule("n[hk]π", _hour_of_part),
    rule("cπ", _hour_of_part),
    rule("π", lambda v, _k, _m: ("p", [v[0]])),
    rule("[nc][~]?(?:[hk])?a", _with_half),
    rule("[ncd][hk]?[,]?[igδOα@υ]*p(?!n)", _hour_of_part),
    rule("[ncd][hk]?[igδOα@υ,]*rp", _hour_of_day_part),
    rule("^a(?![Dndo])|(?<=.)a(?!D)", _bare_half),
)
"""A clock time settled by am, pm or a part of the day."""

LAST = (
    rule("[nd][hk]", _o_clock),
    rule("[@αj~Q]+[nd](?!m)", _at),
    rule("[nc]-?~(?![nc])", _about),
    rule("[@αj~]+c", _at_noon),
    rule("d", _dotted_time),
)  # fmt: skip
"""What a little word, or an hour word, makes a time."""
