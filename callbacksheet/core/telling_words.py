"""The few words that a message is made of beside its template, in each language of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacksheet.core.model import Language


@dataclass(frozen=True, slots=True)
class TellingWords:
    """``weekdays`` from Monday; ``{0}`` in the lengths and in ``more`` is a number."""

    yesterday: str
    tomorrow: str
    weekdays: tuple[str, ...]
    minutes: str
    hours: str
    days: str
    urgent: str
    nameless: str
    private: str
    more: str


WORDS: Mapping[Language, TellingWords] = {
    Language.EN: TellingWords(
        "yesterday",
        "tomorrow",
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "{0} min",
        "{0} h",
        "{0} days",
        "URGENT",
        "no name",
        "private, see the sheet",
        "and {0} more in the sheet",
    ),
    Language.UK: TellingWords(
        "вчора",
        "завтра",
        ("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
        "{0} хв",
        "{0} год",
        "{0} дн.",
        "ТЕРМІНОВО",
        "без імені",
        "особисте, див. таблицю",
        "і ще {0} в таблиці",
    ),
    Language.RU: TellingWords(
        "вчера",
        "завтра",
        ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
        "{0} мин",
        "{0} ч",
        "{0} дн.",
        "СРОЧНО",
        "без имени",
        "личное, см. таблицу",
        "и ещё {0} в таблице",
    ),
    Language.ID: TellingWords(
        "kemarin",
        "besok",
        ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
        "{0} menit",
        "{0} jam",
        "{0} hari",
        "MENDESAK",
        "tanpa nama",
        "pribadi, lihat lembar",
        "dan {0} lagi di lembar",
    ),
    Language.ES: TellingWords(
        "ayer",
        "mañana",
        ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        "{0} min",
        "{0} h",
        "{0} días",
        "URGENTE",
        "sin nombre",
        "privado, ver la hoja",
        "y {0} más en la hoja",
    ),
}
