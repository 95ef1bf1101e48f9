"""R10, the words for an attempt: those that the tool writes in the sheet's language, and those that people use."""

from __future__ import annotations

from functools import lru_cache

from callbacksheet.core.model import Language
from callbacksheet.core.text import plain

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


_ALSO = {
    "spoke": (
        "spoke to",
        "talked",
        "talked to",
        "call again",
        "spoke call again",
        "поговорив",
        "поговорила",
        "hablado",
    ),
    "voicemail": (
        "vm",
        "lvm",
        "left vm",
        "left a vm",
        "left voicemail",
        "left a voicemail",
        "left message",
        "left a message",
        "автовідповідач",
        "автоответчик",
        "buzon",
    ),
    "message": (
        "message left",
        "msg",
        "msg sent",
        "text",
        "texted",
        "sms",
        "sms sent",
        "whatsapp",
        "wa",
        "смс",
        "email",
        "повідомлення",
        "сообщение",
        "pesan",
        "mensaje",
    ),
    "no_answer": (
        "no ans",
        "na",
        "no reply",
        "no response",
        "no pickup",
        "did not pick up",
        "didn t pick up",
        "не відповідає",
        "не бере",
        "не взяв",
        "не взяла",
        "не взял",
        "не отвечает",
        "не берет",
        "tidak ada jawaban",
        "tak diangkat",
        "sin respuesta",
        "no responde",
        "no contesto",
    ),
    "busy": ("line busy", "engaged", "зайнятий", "занят", "comunica"),
    "wrong_number": ("wrong", "not them", "не той номер", "не тот номер", "numero equivocado"),
}
"""Other ways of naming an attempt, plain: lower case, without accents and punctuation."""


def tried_in(text: str) -> tuple[str, str]:
    """The kind of attempt that the words begin with, and the words after it; ("", text) where they name none.

    "vm, asked to ring the shop" is a voicemail and its note.
    """
    words = plain(text).split()
    for count in range(len(words), 0, -1):
        if kind := _kinds().get(" ".join(words[:count])):
            return kind, _rest(text, count)
    return "", text


def _rest(text: str, count: int) -> str:
    """The text after so many of its plain words, as it was typed."""
    for end in range(len(text) + 1):
        if len(plain(text[:end]).split()) == count and (end == len(text) or not text[end].isalnum()):
            return text[end:].strip(" ,;:.–—-")
    return ""


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    own = {plain(word): kind for kind, words in _TRIED.items() for word in words.values()}
    return (
        own
        | {plain(kind.replace("_", " ")): kind for kind in _TRIED}
        | {plain(word): kind for kind, words in _ALSO.items() for word in words}
    )
