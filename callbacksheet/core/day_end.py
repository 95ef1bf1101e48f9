"""What no row should be left with at the end of a day: due, without a next time, New too long, Done without outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from callbacksheet.core.callback import Callback
from callbacksheet.core.due import is_due
from callbacksheet.core.hours import before, blocks_on, later, open_windows
from callbacksheet.core.model import Code, Language, Status
from callbacksheet.core.shop import Shop

NEW_AT_MOST = 120
"""Minutes a row may stay New where no blocks are configured."""


class Lack(StrEnum):
    """Why a row should not be left as it is."""

    DUE = "due"
    NO_NEXT_TIME = "no_next_time"
    NEW = "new"
    NO_OUTCOME = "no_outcome"


@dataclass(frozen=True, slots=True)
class Left:
    """One row that should not be left so, and why."""

    callback: Callback
    lacks: tuple[Lack, ...]


_NO_TIME = frozenset({Code.NEEDS_NEXT_TIME, Code.UNPARSED_NEXT, Code.UNSURE_NEXT})


def left(queue: Sequence[Callback], now: datetime, shop: Shop) -> list[Left]:
    """Every such row, in queue order."""
    since = worked_since(now, shop)
    told = (Left(callback, tuple(_lacks(callback, now, since))) for callback in queue)
    return [one for one in told if one.lacks]


def _lacks(callback: Callback, now: datetime, since: datetime) -> list[Lack]:
    if not callback.open:
        return [Lack.NO_OUTCOME] if callback.told(Code.DONE_NO_OUTCOME) else []
    untimed = callback.next_at is None or any(issue.code in _NO_TIME for issue in callback.issues)
    is_old = callback.status is Status.NEW and before(callback.last_call, since)
    found = ((Lack.DUE, is_due(callback, now)), (Lack.NO_NEXT_TIME, untimed), (Lack.NEW, is_old))
    return [lack for lack, holds in found if holds]


def worked_since(now: datetime, shop: Shop) -> datetime:
    """A row New since before this moment has seen a whole callback block go by."""
    for days in range(8):
        on = now.date() - timedelta(days=days)
        over = [block for block in blocks_on(shop, on) if not before(now, block.end)]
        if over:
            return max(over, key=lambda block: block.start.timestamp()).start
    return later(now, -NEW_AT_MOST)


def closing(now: datetime, shop: Shop) -> datetime | None:
    """When the shop closes today for good; None on a closed day."""
    windows = open_windows(shop, now.astimezone(shop.zone).date())
    return windows[-1].end if windows else None


def remark(one: Left, language: Language) -> str:
    """Why the row should not be left, in a few words."""
    return ", ".join(REMARKS[lack][language] for lack in one.lacks)


REMARKS: Mapping[Lack, Mapping[Language, str]] = {
    Lack.DUE: {
        Language.EN: "still due",
        Language.UK: "досі чекає дзвінка",
        Language.RU: "всё ещё ждёт звонка",
        Language.ID: "masih harus ditelepon",
        Language.ES: "sigue pendiente",
    },
    Lack.NO_NEXT_TIME: {
        Language.EN: "no next time",
        Language.UK: "немає наступного часу",
        Language.RU: "нет следующего времени",
        Language.ID: "belum ada waktu berikutnya",
        Language.ES: "sin próxima hora",
    },
    Lack.NEW: {
        Language.EN: "new since before the last block",
        Language.UK: "новий ще з-перед останнього блоку",
        Language.RU: "новый ещё до последнего блока",
        Language.ID: "baru sejak sebelum blok terakhir",
        Language.ES: "nuevo desde antes del último bloque",
    },
    Lack.NO_OUTCOME: {
        Language.EN: "done, no outcome",
        Language.UK: "готово, без результату",
        Language.RU: "готово, без итога",
        Language.ID: "selesai, tanpa hasil",
        Language.ES: "hecho, sin resultado",
    },
}
