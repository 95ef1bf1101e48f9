"""R7: status and urgency as they are typed; R10: what records a final message."""

from __future__ import annotations

import pytest

from callbacksheet.core.cues import CueTable, _wordings, clauses
from callbacksheet.core.model import Code, Issue, Language, Status, Urgency
from callbacksheet.core.status_words import FINAL_MESSAGES, STATUS_CUES, URGENCY_CUES
from callbacksheet.core.words import (
    StatusReading,
    closing_words,
    parse_status,
    parse_urgency,
    says_final_message,
    status_word,
    urgency_word,
)

BARE = {
    Status.NEW: (
        "", "  ", "-", "—", "new", "New", "NEW!", "open", "todo", "to do", "новий", "нове", "новый",
        "Новая", "baru", "belum", "nuevo", "nueva",
    ),
    Status.SCHEDULED: (
        "scheduled", "Scheduled.", "agreed", "запланировано", "заплановано", "договорились", "домовились",
        "dijadwalkan", "terjadwal", "agendado", "programada",
    ),
    Status.WAITING: (
        "waiting", "pending", "on hold", "ожидает", "очікує", "в работе", "в роботі", "menunggu",
        "en espera", "pendiente",
    ),
    Status.DONE: (
        "done", "Done!", "DONE", "closed", "close", "complete", "completed", "finished", "ok", "✓", "✅",
        "закрыто", "готово", "сделано", "закрито", "зроблено", "selesai", "sudah selesai", "beres", "listo",
        "hecho", "cerrado",
    ),
}  # fmt: skip

PROSE = {
    Status.NEW: (
        "not called yet", "not started", "needs callback", "call back", "reopened", "closed, reopened",
        "не звонили", "ещё не звонили", "перезвонить", "не дзвонили", "у черзі", "belum ditelepon",
        "belum dihubungi", "sin llamar", "por llamar",
    ),
    Status.SCHEDULED: (
        "call back tomorrow", "cb 5pm", "spoke, call back Tuesday", "answered, asked to call back at 5",
        "rescheduled to fri", "callback booked", "scheduled for Fri 3pm", "договорились на завтра",
        "перезвонить завтра в 10", "ответила, просила перезвонить завтра", "домовилися на 15:00",
        "передзвонити завтра", "janji telepon jam 4", "minta ditelepon lagi besok",
        "llamar mañana a las 10", "llamada agendada",
    ),
    Status.WAITING: (
        "lvm", "LVM x2", "no ans", "no answer", "no-answer", "no reply", "no response", "not answered",
        "didn't answer", "didn’t answer", "did not pick up", "hasn't picked up", "no one picked up",
        "nobody answered", "never answers", "left message", "left vm", "vm left x2", "VM", "voicemail",
        "busy", "line was busy", "engaged", "wrong number", "wrong #", "hung up", "called 2x no answer",
        "called", "tried twice", "3 tries", "called back, no answer", "called back 2x",
        "spoke to wife, left message", "unable to reach", "couldn't reach", "mailbox full", "office closed",
        "they were closed", "texted", "emailed quote", "call again later", "in progress at JL",
        "unanswered", "не ответил", "не отвечает", "нет ответа", "недозвон", "не дозвонилась",
        "не берёт трубку", "трубку не взяли", "никто не ответил", "занято", "оставила сообщение",
        "автоответчик", "вне зоны доступа", "сбросил", "отправил смс", "звонила 2 раза, тишина",
        "перезвонила, не ответил", "перезвонит сама", "ждём ответа", "не туда попали", "не відповідає",
        "не відповів", "немає відповіді", "не додзвонилися", "не бере слухавку", "не взяла трубку",
        "зайнято", "залишила повідомлення", "автовідповідач", "відправила смс", "передзвонить сама",
        "очікує оплату", "tidak diangkat", "tdk diangkat", "gak diangkat", "nggak dijawab",
        "tidak ada jawaban", "belum diangkat", "sibuk", "nomor tidak aktif", "salah sambung",
        "tinggal pesan", "kirim WA", "sudah ditelpon, tidak diangkat", "masih diproses", "no contesta",
        "no contestó", "nadie contesta", "no responde", "sin respuesta", "no cogió", "ocupado", "comunica",
        "buzón de voz", "dejé mensaje", "le dejé un recado", "número equivocado", "apagado",
        "pendiente de pago", "no hubo respuesta", "no pude hablar con ella",
    ),
    Status.DONE: (
        "booked", "booked!", "BOOKED", "answered", "resolved", "closing", "done - booked",
        "closed - refunded", "closed no response", "no answer, closed", "no answer 3x - closed",
        "gave up after two tries, closing", "left vm, then she called and booked",
        "no answer twice, then spoke", "spoke w/ her", "talked to her", "called back", "not interested",
        "no longer needed", "do not call", "cancelled", "refunded $40", "appt booked", "rescheduled appt",
        "DONE MK", "done, no vm left", "передзвонила, записала", "відповіла, все ок", "записалась",
        "вирішено", "питання закрите", "скасовано", "відмовилась", "не відповідає, закрила", "перезвонила",
        "перезвонила, записала", "дозвонилась, записала", "ответил", "решено", "вопрос закрыт", "отменено",
        "не актуально", "нет ответа 3 раза, закрываю", "sudah ditelepon", "sudah booking", "dibatalkan",
        "tidak jadi", "tidak diangkat 3x, tutup", "selesai, sudah dibayar", "contestó", "resuelto",
        "reservado", "cita confirmada", "cancelada", "no contesta, cerrado", "no le interesa",
        "se resolvió", "hablé con ella",
    ),
}  # fmt: skip

NOT_DONE = (
    "not done", "not done yet", "not booked yet", "not fully booked yet", "isn't done", "still not closed",
    "haven't booked", "almost done", "will close tomorrow", "need to close", "to be closed",
    "waiting to be booked", "unresolved", "incomplete", "не закрыто", "ещё не закрыто", "не решено",
    "не готово", "не записалась", "надо закрыть", "почти готово", "не закрито", "ще не зроблено",
    "не вирішено", "треба закрити", "майже готово", "belum selesai", "blm selesai", "tidak selesai",
    "belum beres", "belum booking", "hampir selesai", "harus ditutup", "no resuelto", "no está hecho",
    "aún no cerrado", "todavía no resuelto", "sin resolver", "falta cerrar", "por cerrar", "casi listo",
)  # fmt: skip

NOT_CLOSED = (
    "ok to call after 5", "call before closing", "call after close", "closes at 5, call before",
    "call when done", "after she's done", "answered by machine", "voicemail picked up",
    "wrong person answered", "don't call before 5", "ready to call", "they were closed",
    "fully booked today", "wants to cancel", "готова подождать", "закрыть до пятницы", "до закрытия",
    "на оформлении", "ждём подтверждения", "решила подумать", "не звонить до 5", "не надо звонить утром",
    "ответил автоответчик", "вирішила подумати", "до закриття", "на завершенні", "не дзвонити після 18",
    "setelah selesai rapat", "toko tutup", "jangan telepon sebelum jam 9", "listo para llamar",
    "llamar al cierre", "lista de espera", "forma de pago", "no llamar antes de las 10",
    "contestó el buzón",
)  # fmt: skip

UNREADABLE = (
    "?", "n/a", "N/A", "xyz", "MK", "Dana", "12", "555 0142", "tomorrow 5pm", "❌", "tbd", "see notes",
    "yes", "blue", "да", "done?", "booked?", "selesai?", "готово?", "booked - no", "selesai belum",
)  # fmt: skip


def _cases(table: dict[Status, tuple[str, ...]]) -> list[tuple[Status, str]]:
    return [(status, text) for status, texts in table.items() for text in texts]


@pytest.mark.parametrize(("status", "text"), _cases(BARE))
def test_a_bare_status_word_is_read_and_says_no_more(status: Status, text: str) -> None:
    assert parse_status(text) == StatusReading(status, "")


@pytest.mark.parametrize(("status", "text"), _cases(PROSE))
def test_prose_is_read_as_a_status_and_kept_word_for_word(status: Status, text: str) -> None:
    assert parse_status(text) == StatusReading(status, text)


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_is_not_done_yet_is_waiting(text: str) -> None:
    assert parse_status(text) == StatusReading(Status.WAITING, text)


@pytest.mark.parametrize("text", NOT_CLOSED)
def test_a_closing_word_in_another_use_never_closes_the_row(text: str) -> None:
    reading = parse_status(text)
    assert isinstance(reading, Issue) or reading.status is not Status.DONE


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_is_told_and_not_guessed(text: str) -> None:
    assert parse_status(text) == Issue(Code.UNPARSED_STATUS, (text,))


def test_case_spaces_accents_and_width_do_not_matter() -> None:
    for text in ("  NO   ANSWER ", "no answer", "Ｎｏ answer", "no_answer", "No\tanswer."):
        reading = parse_status(text)
        assert isinstance(reading, StatusReading)
        assert reading.status is Status.WAITING


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", Status)
def test_the_word_written_in_any_language_reads_back_bare(status: Status, language: Language) -> None:
    assert parse_status(status_word(status, language)) == StatusReading(status, "")


def test_a_status_of_sixty_thousand_characters_is_read_by_its_beginning() -> None:
    reading = parse_status("no answer " + "x" * 60_000)
    assert isinstance(reading, StatusReading)
    assert reading.status is Status.WAITING


URGENCIES = {
    Urgency.HIGH: (
        "!", "!!", "!!!", "urgent", "URGENT!!", "very urgent", "High", "asap", "p1", "emergency",
        "urgent - call his wife", "yes", "срочно", "очень срочно", "Срочно!", "высокая", "важно",
        "терміново", "дуже терміново", "висока", "негайно", "penting", "mendesak", "segera", "tinggi",
        "urgente", "muy urgente", "alta", "🔥", "❗",
    ),
    Urgency.NORMAL: (
        "", "-", "normal", "medium", "no", "обычная", "средняя", "звичайна", "biasa", "sedang", "media",
        "нет",
    ),
    Urgency.LOW: (
        "low", "Low priority", "not urgent", "no rush", "whenever", "can wait", "не срочно", "низкая",
        "не горит", "не терміново", "низька", "без поспіху", "tidak mendesak", "tidak terlalu penting",
        "rendah", "no urgente", "no muy urgente", "baja", "sin prisa",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("urgency", "text"), [(u, text) for u, texts in URGENCIES.items() for text in texts])
def test_urgency_is_read_from_words_and_marks(urgency: Urgency, text: str) -> None:
    assert parse_urgency(text) is urgency


@pytest.mark.parametrize("text", ["?", "blue", "1", "3", "Dana", "завтра", "high or low", "after 5"])
def test_an_urgency_nobody_can_read_is_told(text: str) -> None:
    assert parse_urgency(text) == Issue(Code.UNPARSED_URGENCY, (text,))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("urgency", Urgency)
def test_the_urgency_written_in_any_language_reads_back(urgency: Urgency, language: Language) -> None:
    word = urgency_word(urgency, language)
    assert parse_urgency(word) is urgency
    assert (word == "") is (urgency is Urgency.NORMAL)


RECORDED = (
    "final vm", "final vm left", "Final VM 5/8 MK", "left final message", "final msg", "last vm",
    "last message left", "final voicemail", "final text sent", "no answer, final vm",
    "no answer left final vm", "3 tries. Final message left", "последнее сообщение оставлено",
    "оставила последнее голосовое", "финальная смс", "залишила останнє повідомлення", "останнє смс",
    "pesan terakhir", "sudah kirim pesan terakhir", "vm terakhir", "mensaje final",
    "dejé el último mensaje", "último recado dejado",
)  # fmt: skip
NOT_RECORDED = (
    "", "vm", "left message", "no final message yet", "no final vm", "final message due",
    "final vm pending", "need final vm", "leave final vm tomorrow", "haven't left the final vm",
    "final message not sent", "if no answer final vm", "last message from client said ok",
    "his last message was angry", "vm left last night", "left message last week", "final price sent",
    "last call at 5", "последнее сообщение от клиента", "финальное сообщение ещё не отправлено",
    "надо оставить последнее сообщение", "останнє повідомлення ще не залишили",
    "треба залишити останнє повідомлення", "belum kirim pesan terakhir", "pesan terakhir dari pelanggan",
    "falta último mensaje", "último mensaje del cliente", "sin mensaje final",
)  # fmt: skip


@pytest.mark.parametrize("text", RECORDED)
def test_a_final_message_that_was_left_is_recorded(text: str) -> None:
    assert says_final_message(text)


@pytest.mark.parametrize("text", NOT_RECORDED)
def test_a_final_message_planned_lacking_or_of_the_caller_is_no_record(text: str) -> None:
    assert not says_final_message(text)


def test_no_phrase_means_two_things() -> None:
    seen: dict[str, object] = {}
    for meaning, phrases in STATUS_CUES.items():
        for cue_text in _phrases(phrases):
            assert seen.setdefault(cue_text, meaning) == meaning, cue_text


def test_roots_are_long_enough_to_be_found() -> None:
    tables = (*STATUS_CUES.values(), *URGENCY_CUES.values(), FINAL_MESSAGES)
    short = [
        word
        for table in tables
        for phrase in _phrases(table)
        for word in phrase.split()
        if len(word) == 2 and word[1] == "*"
    ]
    assert not short


def _phrases(table: str) -> set[str]:
    return {" ".join(phrase.split()) for phrase in _wordings(table, str.strip)}


def test_a_negation_does_not_reach_into_the_next_clause() -> None:
    table = CueTable([("closed", "closed")], "not")
    assert [cue.negated for cue in table.find("not busy, closed")] == [False]
    assert [cue.negated for cue in table.find("not yet closed")] == [True]
    assert [cue.negated for cue in table.find("not one two three closed")] == [False]


def test_the_longer_of_two_phrases_counts() -> None:
    table = CueTable([("call", "call"), ("none", "no call*"), ("back", "call back")])
    assert [cue.meaning for cue in table.find("no calls today - call back")] == ["none", "back"]


def test_clauses_end_at_punctuation_but_not_within_a_time() -> None:
    assert [clause.words for clause in clauses("call 17.15, vm2 - done: ok")] == [
        (
            "call",
            "17",
            "15",
        ),
        (
            "vm",
            "2",
        ),
        ("done",),
        ("ok",),
    ]


def test_what_the_sheets_own_script_takes_for_closed_is_read_as_done() -> None:
    for word in closing_words():
        reading = parse_status(word)
        assert isinstance(reading, StatusReading), word
        assert reading.status is Status.DONE, word
    assert {"closed", "booked", "закрито", "выполнено", "selesai", "cerrado"} <= closing_words()
