"""Writes docs/settings.md from the settings' own descriptions: ``python -m callbacksheet.config.page``."""

from __future__ import annotations

import sys

from callbacksheet.config.reference import CHAPTERS, AnySetting, Chapter, ListSetting

OPENING = """# Settings

`callbacksheet.toml` is looked for at `--config FILE`, else `$CALLBACKSHEET_CONFIG`, else in the current
folder, else in your own configuration folder. `callbacksheet init` writes one; `callbacksheet doctor`
reads it to you.

A name that is not on this page is refused, and all problems of the file are told together, each with its
line. Times are written `"09:00-18:00"`, the end of the day is `"24:00"`. In the names below `*` stands for
a word of your own, `<day>` for a weekday and `[]` for each table of a list.

<!-- Written by `python -m callbacksheet.config.page > docs/settings.md`; a test compares the two. -->
"""

TABLE_HEAD = "| Name | Written as | If absent | What it is for |\n|---|---|---|---|\n"


def settings_page() -> str:
    """The whole page as Markdown."""
    return "\n".join([OPENING, *(_chapter(chapter) for chapter in CHAPTERS)])


def _chapter(chapter: Chapter) -> str:
    note = f"{chapter.note}\n\n" if chapter.note else ""
    rows = "".join(_row(setting) for setting in chapter.settings)
    return f"## {chapter.title}\n\n{note}{TABLE_HEAD}{rows}"


def _row(setting: AnySetting) -> str:
    many = isinstance(setting, ListSetting)
    words = f"a list: each {setting.kind.words}" if many else setting.kind.words
    absent = "must be set" if _required(setting) else setting.default or "-"
    return f"| `{setting.name}` | {words} | {absent} | {setting.sentence} |\n"


def _required(setting: AnySetting) -> bool:
    return not isinstance(setting, ListSetting) and setting.required


if __name__ == "__main__":
    sys.stdout.write(settings_page())
