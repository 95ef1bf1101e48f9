"""A message's plain text for channels that know links: numbers become ones that a phone rings at a touch."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

Links = tuple[tuple[str, str], ...]

_MARKDOWN = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
"""What would begin or end something; the rest stays as it is, since some chats show the strokes before it."""


def html_of(body: str, links: Links) -> str:
    linked = _linked(body, links, escape, lambda shown, to: f'<a href="{escape(to)}">{escape(shown)}</a>')
    return linked.replace("\n", "<br>\n")


def markdown_of(body: str, links: Links) -> str:
    plain = _linked(body, links, _escaped, lambda shown, to: f"[{_escaped(shown)}]({to})")
    return re.sub(r"(?<=\S)\n(?=\S)", "  \n", plain)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _linked(body: str, links: Links, plain: Callable[[str], str], link: Callable[[str, str], str]) -> str:
    """The text with every link's shown part as one, the longest first, and the rest made plain."""
    targets = dict(links)
    if not targets:
        return plain(body)
    shown = re.compile("|".join(re.escape(text) for text in sorted(targets, key=len, reverse=True)))
    parts, at = [], 0
    for found in shown.finditer(body):
        parts += [plain(body[at : found.start()]), link(found[0], targets[found[0]])]
        at = found.end()
    return "".join((*parts, plain(body[at:])))
