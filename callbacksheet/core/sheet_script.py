"""What the sheet's own script needs to know of a desk: names of columns and states, people, and its few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from callbacksheet.core.headers import strong_names
from callbacksheet.core.model import Column, Language, Urgency
from callbacksheet.core.shop import Shop
from callbacksheet.core.text import plain
from callbacksheet.core.words import closing_words, urgency_word

_WORDS: Mapping[Language, str] = {
    Language.EN: """Callbacks; Who is next; Due now; Tidy; My initials …; Your initials:; Nobody is waiting.;
        Nothing is due now.; Times of call filled in:; These rows lack something:;
        callbacksheet does the rest at its next run: numbers, repeat calls, order.; phone; reason; row""",
    Language.UK: """Дзвінки; Хто наступний; Час дзвонити; Упорядкувати; Мої ініціали …; Ваші ініціали:; Ніхто не чекає.;
        Зараз нікому дзвонити.; Заповнено час дзвінка:; У цих рядках чогось бракує:;
        Решту зробить callbacksheet під час наступного запуску: номери, повтори, порядок.; телефон; причина; рядок""",
    Language.RU: """Звонки; Кто следующий; Пора звонить; Упорядочить; Мои инициалы …; Ваши инициалы:; Никто не ждёт.;
        Сейчас звонить некому.; Заполнено время звонка:; В этих строках чего-то не хватает:;
        Остальное сделает callbacksheet при следующем запуске: номера, повторы, порядок.; телефон; причина; строка""",
    Language.ID: """Telepon balik; Siapa berikutnya; Waktunya menelepon; Rapikan; Inisial saya …; Inisial Anda:;
        Tidak ada yang menunggu.; Belum ada yang jatuh waktu.; Waktu telepon diisi:; Baris ini kurang lengkap:;
        Sisanya dikerjakan callbacksheet berikutnya: nomor, telepon ulang, urutan.; telepon; alasan; baris""",
    Language.ES: """Llamadas; Quién sigue; Toca llamar; Ordenar; Mis iniciales …; Sus iniciales:; Nadie espera.;
        Ahora no toca llamar a nadie.; Hora de llamada completada:; A estas filas les falta algo:;
        callbacksheet hace el resto en su próxima ejecución: números, repeticiones, orden.; teléfono; motivo; fila""",
}
_NAMES = (
    *("menu", "next", "due", "tidy", "initials", "which", "nobody"),
    *("none_due", "filled", "lacking", "rest", "phone", "reason", "row"),
)


def desk_of_script(shop: Shop, tab: str, people: Iterable[str]) -> dict[str, object]:
    """The desk as the script's ``DESK``; names are plain, as both sides compare them."""
    names: dict[str, list[str]] = {column.value: [] for column in Column}
    for column, name in strong_names():
        if (word := plain(name)) not in names[column.value]:
            names[column.value].append(word)
    return {
        "tab": tab,
        "timezone": shop.zone.key,
        "names": names,
        "done": sorted(closing_words()),
        "high": sorted({plain(urgency_word(Urgency.HIGH, language)) for language in Language}),
        "low": sorted({plain(urgency_word(Urgency.LOW, language)) for language in Language}),
        "people": list(people),
        "words": script_words(shop.language),
    }


def script_words(language: Language) -> dict[str, str]:
    """What the menu and its messages say, by name."""
    texts = (" ".join(text.split()) for text in _WORDS[language].split(";"))
    return dict(zip(_NAMES, texts, strict=True))
