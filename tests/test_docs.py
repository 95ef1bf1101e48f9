"""What is not documented, or stale, fails here: commands, options, settings, codes, columns, flags."""

from __future__ import annotations

import re

import pytest

from callbacksheet import errors
from callbacksheet.cli.commands import COMMANDS
from callbacksheet.cli.envelope import status_of
from callbacksheet.config.reference import CHAPTERS, SETTINGS
from callbacksheet.core.headers import header_word, header_words
from callbacksheet.core.message import Kind
from callbacksheet.core.model import DESK_COLUMNS, TOOL_COLUMNS, Code, Column, Language
from callbacksheet.core.templates import PLACES
from callbacksheet.errors import CallbackSheetError
from tests.pages import DOCS, pages

PAGES = (*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md"))
ENDINGS_WITHOUT_AN_ERROR = {"0": "", "3": "", "4": "", "130": "interrupted"}


def table_rows(page: str) -> list[list[str]]:
    """The cells of every table row of a page, heads and rulers left out."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|") and not re.fullmatch(r"[|\- ]+", line)]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_what_the_code_says_today(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run `python -m tests.pages`"


def test_every_setting_is_in_a_chapter_with_a_sentence() -> None:
    assert sum(len(chapter.settings) for chapter in CHAPTERS) == len(SETTINGS)
    assert all(setting.sentence.endswith(".") for setting in SETTINGS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_a_sentence_of_help(name: str) -> None:
    section = pages()["commands.md"].partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section.strip()
    for row in re.findall(r"^\| `.*$", section, re.MULTILINE):
        assert re.search(r"\w.*[.?] \|$", row), row


def test_every_exit_code_is_documented_and_no_other() -> None:
    kinds = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, CallbackSheetError)]
    expected = {str(kind.exit_code): kind.code for kind in kinds} | ENDINGS_WITHOUT_AN_ERROR
    documented = {row[0]: row[1].strip("`") for row in table_rows("exit-codes.md")[1:]}
    assert documented == expected
    for code in documented:
        assert status_of(int(code)) == {"0": "ok", "3": "ok", "4": "partly"}.get(code, "error")


def test_every_column_is_documented_with_who_writes_it_and_no_other() -> None:
    def writer(column: Column) -> str:
        return "desk" if column in DESK_COLUMNS else "tool" if column in TOOL_COLUMNS else "both"

    expected = [(header_word(column, Language.EN), f"`{column}`", writer(column)) for column in Column]
    assert [(row[0], row[1], row[2]) for row in table_rows("columns.md")[1:]] == expected


@pytest.mark.parametrize("language", Language)
def test_the_headers_of_every_language_are_documented(language: Language) -> None:
    page = (DOCS / "columns.md").read_text(encoding="utf-8")
    assert f"- `{language}`: {' · '.join(header_words(language).values())}\n" in page


def test_every_flag_is_documented_and_no_other() -> None:
    documented = [row[0].strip("`") for row in table_rows("flags.md")[1:]]
    assert sorted(documented) == sorted(code.value for code in Code)


def test_every_text_of_a_message_and_every_place_in_it_is_documented_and_no_other() -> None:
    documented = {row[0].strip("`"): row[1] for row in table_rows("../templates/README.md")}
    places = {name.strip("{}"): said for name, said in documented.items() if name.startswith("{")}
    assert places == dict(PLACES)
    assert {name for name in documented if name.endswith(".txt")} == {f"{kind.value}.txt" for kind in Kind}


def test_no_page_names_a_page_that_is_not_there() -> None:
    broken = [
        f"{page.relative_to(DOCS.parent)}: {link}"
        for page in PAGES
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_command_named_in_backticks_is_one() -> None:
    strangers = [
        f"{page.name}: {name}"
        for page in PAGES
        for name in re.findall(r"`callbacksheet ([a-z]+)", page.read_text(encoding="utf-8"))
        if name not in {word for command in COMMANDS for word in command.split()[:1]}
    ]
    assert strangers == []


def test_the_architecture_names_every_room_of_the_core_and_no_other() -> None:
    text = (DOCS.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:core/)?([a-z_]+)(?:\.py|/)?`", text.split("## The core, room by room")[1]))
    core = DOCS.parent / "callbacksheet" / "core"
    rooms = {path.stem for path in core.glob("*.py") if path.stem != "__init__"}
    assert rooms - named == set()
    table = re.findall(r"^\| R[^|]*\|([^|]*)\|", text, re.MULTILINE)
    in_table = set(re.findall(r"`([a-z_]+)/?`", " ".join(table)))
    assert in_table - rooms == {"wish"}


def test_the_architecture_names_functions_and_paths_that_exist() -> None:
    text = (DOCS.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    source = "\n".join(path.read_text(encoding="utf-8") for path in (DOCS.parent / "callbacksheet").rglob("*.py"))
    for name in re.findall(r"`([a-z]+_[a-z_]+)`", text):
        assert re.search(rf"\b{name}\b", source), name
    for path in re.findall(r"`((?:callbacksheet|tests|docs|core|runs)/[\w/.-]+)`", text):
        roots = (DOCS.parent, DOCS.parent / "callbacksheet")
        assert any((root / path).exists() for root in roots), path
