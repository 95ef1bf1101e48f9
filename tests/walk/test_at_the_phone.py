"""``triage`` in a real terminal: a salon's Friday, one card at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import say
from tests.cli.folder import Folder, folder
from tests.walk.terminal import Phone

CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
[sheet]
workbook = "callbacks.xlsx"
[people.MK]
name = "Mary K"
[people.JL]
name = "Jo L"
[hours]
fri = ["09:00-18:00"]
sat = ["09:00-16:00"]
tue = ["09:00-18:00"]
[blocks]
times = ["11:30-12:00", "13:30-14:00", "15:00-15:30", "17:30-18:00"]
"""
HEADERS = "Received | Name | Phone | Reason | Best time | Urgency | Status | Notes | Attempts"
FRIDAY = (
    "9:02  | Ruth   | 415 555 0160 | color        |           |  |  |  |",
    "9:10  | Gus    | 415 555 0183 | quote        |           |  |  |  |",
    "9:15  | Omar   | 415 555 0118 | invoice 2207 |           |  |  |  |",
    "9:20  | Lucia  | 415 555 0194 | book         | after 1   |  |  |  |",
    "9:31  | Walter | 415 555 0150 | highlights   | after 1   |  |  |  |",
    "9:40  | Igor   | 415 555 0143 | book         | after 1   |  |  |  |",
    "9:48  | Priya  | 415 555 0155 | book color   | after 3   |  |  |  |",
    "10:05 | June   | 415 555 0132 | wedding      | after 3   |  |  |  |",
    "10:15 | Budi   | 415 555 0171 | book         | after 3   |  |  |  |",
    "10:32 | Claire | 415 555 0104 | refund       | after 5   |  |  |  |",
    "10:40 | Tom    | 415 555 0101 | cut          | after 5   |  |  |  |",
    "10:55 | Nadia  | 415 555 0136 | book         | after 5   |  |  |  |",
)


def later(desk: Folder, *argv: str, at: str) -> str:
    """What a command of the same person on the same machine says."""
    environ = {"CALLBACKSHEET_NOW": f"2026-05-08T{at}", "CALLBACKSHEET_STATE": str(desk.path / "state")}
    return say(*argv, cwd=desk.path, environ=environ).out


@pytest.fixture
def salon(tmp_path: Path) -> Folder:
    desk = folder(tmp_path, FRIDAY, HEADERS, CONFIG)
    assert desk.say("tidy", "--yes", at="10:00").exit_code == 0
    return desk


def test_the_salons_friday_from_ten_to_closing(salon: Folder) -> None:
    """6 booked, 3 answered, 2 tomorrow, 1 "no answer twice, closed"."""
    with Phone(salon.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth", "+1 415-555-0160", "1 of 3").keys("b").answer("Booked for when", "Tue 15:00 with Jo")
        phone.sees("Gus", "2 of 3").keys("n").answer("Next try?", "17:30")
        phone.sees("Omar", "Gus: no answer. Next today 17:30.").keys("a").answer("What came of it?", "paid by card")
        assert phone.ended() == 0
        phone.sees("All called. 3 called, 2 done, 1 waiting.", "All of it stands in the sheet.")
    with Phone(salon.path, at="13:30") as phone:
        phone.sees("Lucia").keys("b").answer("Booked for when")
        phone.sees("Walter").keys("b").answer("Booked for when", "Sat 10:00")
        phone.sees("Igor").keys("v").answer("Next try?", "tomorrow 10:15")
        assert phone.ended() == 0
    with Phone(salon.path, at="15:01") as phone:
        phone.sees("Priya").keys("b").answer("Booked for when")
        phone.sees("June").keys("b").answer("Booked for when", "trial Tue 11:00")
        phone.sees("Budi").keys("s").answer("Call again when?", "tomorrow 9:30; asks his wife")
        assert phone.ended() == 0
    with Phone(salon.path, at="17:31") as phone:
        phone.sees("Claire").keys("a").answer("What came of it?")
        phone.sees("Tom").keys("a").answer("What came of it?", "price given")
        phone.sees("Nadia").keys("b").answer("Booked for when", "Sat 12:00")
        phone.sees("Gus").keys("c").answer("Closed because?", "no answer twice, closed")
        assert phone.ended() == 0
        phone.sees("All called. 3 called, 4 done, 0 waiting.")
    rows = salon.json("list", "--all", at="17:59")["callbacks"]
    outcomes = {row["name"]: row["outcome"] for row in rows}
    done = {row["name"] for row in rows if row["status"] == "Done"}
    booked = {name for name in done if outcomes[name].startswith("booked")}
    assert booked == {"Ruth", "Lucia", "Walter", "Priya", "June", "Nadia"}
    assert {name: outcomes[name] for name in done - booked} == {
        "Omar": "paid by card",
        "Claire": "answered",
        "Tom": "price given",
        "Gus": "no answer twice, closed",
    }
    tomorrow = {row["name"]: row["next_callback"] for row in rows if row["name"] not in done}
    assert tomorrow == {"Igor": "2026-05-09T10:15:00-04:00", "Budi": "2026-05-09T09:30:00-04:00"}
    assert all(row["by"] == "MK" for row in rows)


def test_the_dana_test(tmp_path: Path) -> None:
    """A call missed at 11:20, entered in one line: on the list at 13:30, Scheduled."""
    desk = folder(tmp_path, FRIDAY[:1], HEADERS, CONFIG)
    desk.say("tidy", "--yes", at="10:00")
    added = desk.say("add", "Dana", "415-555-0142", "reschedule", "--best", "afternoon", at="11:20")
    assert "Dana, about reschedule, +1 415-555-0142, today 13:30. Right?" in added.out
    with Phone(tmp_path, at="13:30") as phone:
        phone.sees("Ruth").keys("a").answer("What came of it?")
        phone.sees("Dana", "reschedule", "due now, the caller’s wish, today 13:30–18:00")
        assert "Hello, Dana, this is Mary K. You called us about reschedule" in phone.screen
        assert "tel:+14155550142" in phone.display.links
        phone.keys("q")
        assert phone.ended() == 0
    dana = next(row for row in desk.json("list", at="13:31")["callbacks"] if row["name"] == "Dana")
    assert (dana["status"], dana["next_callback"], dana["attempts"]) == ("Scheduled", "2026-05-08T13:30:00-04:00", 0)


def test_killed_at_every_step_nothing_is_lost_and_nothing_is_done_twice(salon: Folder) -> None:
    with Phone(salon.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth").kill()  # only looked at
    with Phone(salon.path, "--block", "30m", "--as", "MK", at="11:10") as phone:
        phone.sees("Ruth").keys("n").sees("Next try?").keys("Mon").sees("› Mon").kill()  # half an answer
    with Phone(salon.path, "--block", "30m", at="11:25") as phone:
        phone.sees("Ruth").keys("n").answer("Next try?", "tomorrow 10:15").sees("Gus").kill()  # in the journal alone
    with Phone(salon.path, "--block", "30m", at="11:40") as phone:
        phone.sees("Gus", "1 from a walk that was cut off").keys("k").answer("Half a sentence", "asks for Jo")
        phone.misses("recording").keys("v").answer("Next try?", "tomorrow 10:30").sees("Omar").misses("recording")
        phone.kill()  # in the sheet as well
    with Phone(salon.path, "--block", "30m", at="11:55") as phone:
        phone.sees("Omar").keys("b").answer("Booked for when").sees("Recording").kill()  # while it ends
    assert "1 action of a walk that was cut off" in later(salon, "triage", "--no-walk", at="12:10")
    rows = {row["name"]: row for row in salon.json("list", "--all", at="12:10")["callbacks"]}
    assert {name: row["attempts"] for name, row in rows.items() if row["attempts"]} == {"Ruth": 1, "Gus": 1, "Omar": 1}
    assert (rows["Ruth"]["next_callback"], rows["Omar"]["outcome"]) == ("2026-05-09T10:15:00-04:00", "booked")
    assert rows["Gus"]["notes"].count("asks for Jo") == 1
    assert "2026-05-08 11:25 MK: no answer" in rows["Ruth"]["notes"]
    assert not list((salon.path / "state").rglob("*.jsonl"))


def test_a_row_changed_by_somebody_else_is_shown_and_asked_not_overwritten(salon: Folder) -> None:
    place = salon.column("Name").index("Ruth") + 2
    notes, status = (f"{'ABCDEFGHIJKLMNOP'[salon.rows()[0].index(head)]}{place}" for head in ("Notes", "Status"))
    with Phone(salon.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth")
        salon.type_in(notes, "asks for Kim")
        phone.sees("Somebody changed this row meanwhile. Notes: nothing → asks for Kim")
        phone.keys("\r").misses("meanwhile").keys("b").sees("Booked for when")
        salon.type_in(status, "done, paid")
        phone.sees("Somebody changed this row meanwhile.").keys("Tue\r")
        phone.sees("The row was changed while you typed (see above).").keys("\x1b").misses("Booked for when")
        phone.keys("\r").sees("Gus").keys("q")
        assert phone.ended() == 0
    ruth = next(row for row in salon.json("list", "--all", at="11:00")["callbacks"] if row["name"] == "Ruth")
    assert (ruth["status"], ruth["attempts"], ruth["notes"]) == ("Done", 0, "asks for Kim")


def test_two_people_never_have_the_same_caller(salon: Folder) -> None:
    with Phone(salon.path, "--block", "3h", at="10:56") as mary:
        mary.sees("Ruth")
        with Phone(salon.path, "--block", "3h", "--as", "JL", at="10:56") as jo:
            jo.sees("JL · Fri 8 May", "Lucia")  # Ruth, Gus and Omar are Mary's
            mary.keys("a").answer("What came of it?").sees("Gus").misses("recording")
            jo.keys("a").answer("What came of it?").sees("Walter").keys("q")
            assert jo.ended() == 0
        mary.keys("q")
        assert mary.ended() == 0
    rows = {row["name"]: row["by"] for row in salon.json("list", "--all", at="11:00")["callbacks"]}
    assert (rows["Ruth"], rows["Lucia"]) == ("MK", "JL")


def test_when_the_time_is_over_it_stops_before_the_next_caller(salon: Folder) -> None:
    with Phone(salon.path, "--until", "11:30", at="11:29:57") as phone:
        phone.sees("Ruth", "time: the last caller").keys("n").answer("Next try?", "tomorrow 10:15")
        assert phone.ended() == 0
        phone.sees("Time. 1 called, 0 done, 1 waiting, 2 left for 11:30.")


def test_ctrl_c_says_what_was_recorded_on_a_wide_screen_without_colour_in_plain_ascii(tmp_path: Path) -> None:
    rows = ("9:02 | Аня | 415 555 0160 | запись – “стрижка” |", *FRIDAY[1:3])
    desk = folder(tmp_path, rows, HEADERS, CONFIG)
    desk.say("tidy", "--yes", at="10:00")
    ascii_only = {"LC_ALL": "C", "NO_COLOR": "1"}
    with Phone(tmp_path, "--block", "30m", at="10:56", size=(200, 60), **ascii_only) as phone:
        phone.sees("Anya", 'zapis\' - "strizhka"', "-" * 200).keys("a").answer("What came of it?")
        phone.sees("Gus").misses("recording").keys("n").sees("Next try?").keys("tom\x03")
        assert phone.ended() == 130
        phone.sees("Stopped. 1 called, 1 done, 0 waiting, 2 left", "All of it stands in the sheet.")
        assert phone.display.text.isascii()
        assert not phone.display.codes & {"31", "32", "33", "1;31"}
        assert phone.display.links == set()
    assert {row["name"]: row["status"] for row in desk.json("list", "--all", at="11:00")["callbacks"]} == {
        "Аня": "Done",
        "Gus": "New",
        "Omar": "New",
    }


def test_a_workbook_open_in_excel_meanwhile_gets_all_of_it_later(salon: Folder) -> None:
    lock = salon.path / "~$callbacks.xlsx"
    with Phone(salon.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth")
        lock.write_bytes(bytes([4]) + b"Anna" + b" " * 50)
        phone.keys("a").answer("What came of it?").sees("Gus", "open in Excel by Anna", "kept on this machine (1")
        phone.keys("\x03")
        assert phone.ended() == 130
        phone.sees("Not in the sheet yet: 1.")
    lock.unlink()
    assert "1 action of a walk that was cut off" in later(salon, "triage", "--no-walk", at="11:00")
    rows = {row["name"]: row["status"] for row in salon.json("list", "--all", at="11:00")["callbacks"]}
    assert rows["Ruth"] == "Done"


def test_what_was_left_out_is_asked_before_the_end(salon: Folder) -> None:
    lock = salon.path / "~$callbacks.xlsx"
    place = salon.column("Name").index("Ruth") + 2
    notes = f"{'ABCDEFGHIJKLMNOP'[salon.rows()[0].index('Notes')]}{place}"
    with Phone(salon.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth")
        lock.write_bytes(bytes([4]) + b"Anna" + b" " * 50)
        phone.keys("a").answer("What came of it?", "price given").sees("Gus", "open in Excel by Anna")
        salon.type_in(notes, "asks for Kim")
        lock.unlink()
        phone.keys("q").sees("Ruth", "Notes: nothing → asks for Kim", "Your “price given” of 10:56 was left out")
        phone.keys("y")
        assert phone.ended() == 0
        phone.sees("Stopped. 1 called, 1 done", "All of it stands in the sheet.")
    ruth = next(row for row in salon.json("list", "--all", at="11:00")["callbacks"] if row["name"] == "Ruth")
    assert (ruth["status"], ruth["attempts"], ruth["outcome"]) == ("Done", 1, "price given")
    assert ruth["notes"].startswith("asks for Kim; ")
