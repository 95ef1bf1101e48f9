"""``eod``: what should not be left is named, told to the head, and exit 3; a clean day is one line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.folder import folder
from tests.cli.team import BOB, CONFIG, DANA, Team, team

LEFT = (
    DANA,
    "9:20 | Ann | 415 555 0123 | refund | Monday at 10 | | lvm | | 3",
    "9:30 | Eve | 415 555 0177 | quote | Monday at 10 | | Done | | 4",
    "9:40 | Fay | 415 555 0166 | quote | Monday at 10 | | | | 5",
)
BLOCKS = CONFIG + '[blocks]\ntimes = ["11:30-12:00", "17:00-17:30"]\n'


def test_every_row_that_should_not_be_left_is_named_with_why(tmp_path: Path) -> None:
    desk = team(tmp_path, LEFT, CONFIG.replace('notify = ["console:"]', ""))
    desk.folder.type_in("B6", "Gus")
    desk.folder.type_in("C6", "415 555 0188")
    desk.folder.type_in("D6", "quote")
    desk.folder.type_in("A6", "9:50")
    data = desk.json("eod", at="18:00", exit_code=3)
    assert {one["name"]: one["lacks"] for one in data["left"]} == {
        "Gus": ["new"],
        "Dana": ["due"],
        "Ann": ["no_next_time"],
        "Eve": ["no_outcome"],
    }
    page = desk.say("eod", at="18:00")
    assert page.exit_code == 3
    for words in ("4 rows should not be left as they are:", "still due", "no next time", "done, no outcome"):
        assert words in page.out


def test_new_is_too_old_once_a_whole_block_went_by(tmp_path: Path) -> None:
    rows = ("11:20 | Dana | 415 555 0142 | book | | | | | 1", "17:10 | Bob | 415 555 0188 | book | | | | | 2")
    desk = Team(folder(tmp_path, rows, config=BLOCKS))
    assert desk.say("tidy", "--yes", at="17:20").exit_code == 0
    left = desk.json("eod", "--dry-run", at="17:29", exit_code=3)["left"]
    assert [(one["name"], one["lacks"]) for one in left] == [("Dana", ["due", "new"]), ("Bob", ["due"])]
    left = desk.json("eod", "--dry-run", at="17:30", exit_code=3)["left"]
    assert [(one["name"], one["lacks"]) for one in left] == [("Dana", ["due", "new"]), ("Bob", ["due"])]


def test_a_clean_day_is_one_line(tmp_path: Path) -> None:
    desk = team(tmp_path, ("9:40 | Fay | 415 555 0166 | quote | Monday at 10 | | | | 5",))
    said = desk.say("eod", at="18:00")
    assert (said.exit_code, said.out.count("\n")) == (0, 1)
    assert desk.json("eod", at="18:00")["left"] == []


def test_an_empty_tab_is_a_clean_day(tmp_path: Path) -> None:
    assert team(tmp_path, ()).say("eod", at="18:00").exit_code == 0


def test_the_head_gets_the_list_once(tmp_path: Path) -> None:
    desk = team(tmp_path, (DANA, BOB))
    first = desk.say("eod", at="18:00")
    assert first.exit_code == 3
    assert "OL: 18:00: 2 left today, first Dana" in first.out
    assert "Told Olga L (console:): what is left at the end of the day, 2 callbacks." in first.out
    again = desk.say("eod", at="18:01")
    assert again.exit_code == 3
    assert "Told" not in again.out
    assert "end of the day" not in desk.say("remind", at="18:02").out


def test_without_a_head_it_is_the_screen_alone(tmp_path: Path) -> None:
    desk = team(tmp_path, (DANA,), CONFIG.replace('head = "OL"\n', ""))
    before = desk.folder.file
    said = desk.say("eod", at="18:00")
    assert said.exit_code == 3
    assert "Told" not in said.out
    assert desk.folder.file == before


def test_a_dry_run_tells_nobody(tmp_path: Path) -> None:
    desk = team(tmp_path, (DANA,))
    before = desk.folder.file
    assert desk.say("eod", "--dry-run", at="18:00").exit_code == 3
    assert desk.folder.file == before
