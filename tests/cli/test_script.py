"""``script``: what to say, filled from the row, in the language of the caller's words, and the team's to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from callbacksheet.adapters.texts import SHIPPED
from callbacksheet.core.model import Language
from callbacksheet.core.scripts import PLACES, Script
from tests.cli.folder import Folder, folder


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    made = folder(tmp_path)
    made.say("tidy", "--yes")
    return made


def test_the_opening_says_who_rings_and_what_the_caller_wanted(desk: Folder) -> None:
    said = desk.json("script", "dana")
    assert said["language"] == "en"
    assert said["scripts"]["opening"].startswith(
        "Hello, Dana, this is Mary K. You called us about reschedule and asked for afternoon."
    )


def test_the_offer_names_two_windows(desk: Folder) -> None:
    text = desk.json("script", "dana", "--kind", "offer")["scripts"]["offer"]
    assert re.fullmatch(
        r"I can have you called today 14:00–16:00 or \w+ \d\d:\d\d–\d\d:\d\d\. Which suits you better\?", text
    )


def test_a_caller_is_addressed_in_the_language_of_their_words(desk: Folder) -> None:
    assert desk.json("script", "ivan")["language"] == "ru"
    assert "Здравствуйте, Ivan" in desk.json("script", "ivan")["scripts"]["opening"]
    assert desk.json("script", "ivan", "--language", "uk")["scripts"]["opening"].startswith("Вітаю, Ivan")


def test_without_a_row_it_is_for_whoever_is_next(desk: Folder) -> None:
    assert desk.json("script")["key"] == desk.json("next")["callback"]["key"]


def test_what_is_unknown_is_not_said(desk: Folder) -> None:
    nameless = next(one["key"] for one in desk.json("list")["callbacks"] if not one["name"])
    opening = desk.json("script", nameless)["scripts"]["opening"]
    assert opening.startswith("Hello, this is Mary K. You called us.")


def test_the_teams_own_text_comes_first(desk: Folder) -> None:
    own = desk.path / "templates" / "scripts" / "en"
    own.mkdir(parents=True)
    (own / "opening.txt").write_text("# ours\nHey {who}!\n", encoding="utf-8")
    assert desk.json("script", "dana")["scripts"]["opening"] == "Hey Dana!"


def test_a_place_that_nobody_can_fill_is_named_with_its_line(desk: Folder) -> None:
    own = desk.path / "templates" / "scripts" / "en"
    own.mkdir(parents=True)
    (own / "opening.txt").write_text("Hello.\nThis is {oprator}.\n", encoding="utf-8")
    said = desk.say("script", "dana")
    assert said.exit_code == 6
    assert "line 2" in said.err
    assert "{operator}" in said.err


@pytest.mark.parametrize("argv", [("--kind", "song"), ("--language", "tlh"), ("nobody",)])
def test_what_does_not_exist_is_refused(desk: Folder, argv: tuple[str, ...]) -> None:
    assert desk.say("script", *argv).exit_code == 2


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("script", list(Script))
def test_every_script_ships_in_every_language_with_the_same_places(language: Language, script: Script) -> None:
    text = (SHIPPED / "scripts" / language / f"{script}.txt").read_text(encoding="utf-8")
    english = (SHIPPED / "scripts" / "en" / f"{script}.txt").read_text(encoding="utf-8")
    places = re.findall(r"\{(\w+)\}", text)
    assert sorted(places) == sorted(re.findall(r"\{(\w+)\}", english))
    assert set(places) <= set(PLACES)
    assert text.startswith("# ")
