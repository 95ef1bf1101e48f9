"""The walk on a Google sheet, over real HTTP: the same road, the same promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.google_folder import GoogleFolder, google_folder
from tests.sheets_server.server import SheetsServer
from tests.walk.terminal import Phone


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[GoogleFolder]:
    with SheetsServer() as server:
        folder = google_folder(tmp_path, server)
        assert folder.init().exit_code == 0
        callers = (
            ("Ruth", "415 555 0160", "10:00"),
            ("Gus", "415 555 0183", "10:05"),
            ("Omar", "415 555 0118", "10:10"),
        )
        for name, number, time in callers:
            assert folder.say("add", name, number, "quote", at=time).exit_code == 0
        yield folder


def test_a_walk_on_google_with_a_colleague_typing(desk: GoogleFolder) -> None:
    with Phone(desk.path, "--block", "30m", at="10:56") as phone:
        phone.sees("Ruth").keys("n").answer("Next try?", "tomorrow 10:15")
        phone.sees("Gus").misses("recording").keys("u").sees("Taken back: Ruth").misses("recording")
        phone.sees("Ruth", "b booked").keys("b").answer("Booked for when", "Tue 15:00").sees("Gus")
        row = desk.column("Name").index("Omar") + 2
        desk.type_in(f"L{row}", "asks for Jo")
        phone.misses("recording").keys("v").answer("Next try?", "tomorrow 10:30").sees("Omar").misses("recording")
        phone.sees("asks for Jo").keys("a").answer("What came of it?", "price given")
        assert phone.ended() == 0
        phone.sees("All called. 3 called, 2 done, 1 waiting.", "All of it stands in the sheet.")
    rows = {row["name"]: row for row in desk.json("list", "--all", at="11:30")["callbacks"]}
    assert [(rows[name]["attempts"], rows[name]["outcome"]) for name in ("Ruth", "Gus", "Omar")] == [
        (1, "booked: Tue 15:00"),
        (1, ""),
        (1, "price given"),
    ]
    assert rows["Omar"]["notes"].startswith("asks for Jo")
