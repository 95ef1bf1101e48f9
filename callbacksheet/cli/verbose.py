"""What ``--verbose`` tells of the requests that go out: on the error stream, without tokens, keys or whole numbers."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        from callbacksheet.adapters.google_masks import masked

        return masked(super().format(record))


@contextmanager
def telling(err: TextIO) -> Iterator[None]:
    """While it lasts, everything that the tool itself logs is shown; what libraries log, secrets in it, is not."""
    log, handler = logging.getLogger("callbacksheet"), logging.StreamHandler(err)
    handler.setFormatter(_Masked("%(name)s: %(message)s"))
    level, spread = log.level, log.propagate
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        log.propagate = spread
