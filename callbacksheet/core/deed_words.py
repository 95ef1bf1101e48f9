"""R10, the words that the tool writes for an attempt, in the sheet's language. ``words`` reads them all back."""

from __future__ import annotations

from callbacksheet.core.model import Language

_TRIED: dict[str, dict[str, str]] = {
    "spoke": {"en": "spoke", "uk": "поговорили", "ru": "поговорили", "id": "bicara", "es": "hablamos"},
    "voicemail": {
        "en": "voicemail",
        "uk": "голосова пошта",
        "ru": "голосовая почта",
        "id": "pesan suara",
        "es": "buzón de voz",
    },
    "message": {
        "en": "message sent",
        "uk": "надіслали повідомлення",
        "ru": "отправили сообщение",
        "id": "pesan dikirim",
        "es": "mensaje enviado",
    },
    "no_answer": {
        "en": "no answer",
        "uk": "немає відповіді",
        "ru": "нет ответа",
        "id": "tidak diangkat",
        "es": "no contesta",
    },
    "busy": {"en": "busy", "uk": "зайнято", "ru": "занято", "id": "sibuk", "es": "ocupado"},
    "wrong_number": {
        "en": "wrong number",
        "uk": "неправильний номер",
        "ru": "неправильный номер",
        "id": "salah nomor",
        "es": "número equivocado",
    },
}

FINAL: dict[Language, str] = {
    Language.EN: "final message",
    Language.UK: "останнє повідомлення",
    Language.RU: "последнее сообщение",
    Language.ID: "pesan terakhir",
    Language.ES: "último mensaje",
}


def tried_word(tried: str, language: Language) -> str:
    """What an attempt of this kind is called in the notes."""
    return _TRIED[tried][language]
