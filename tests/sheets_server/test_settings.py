"""The settings under which the tool's tests run: none is forgotten, and a test that chooses none gets the one named."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest

from tests.sheets_server.server import SheetsServer
from tests.sheets_server.settings import main
from tests.sheets_server.switches import SETTINGS, VARIABLE, Switches


def test_every_switch_is_set_the_other_way_alone_and_together_with_all_others() -> None:
    usual = asdict(Switches())
    alone = [{name for name, value in asdict(one).items() if value != usual[name]} for one in SETTINGS.values()]
    names = {each.name for each in fields(Switches)}
    assert {name for changed in alone if len(changed) == 1 for name in changed} == names
    assert [changed for changed in alone if len(changed) > 1] == [names, names]


def test_the_setting_named_is_that_of_a_server_that_was_given_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "all-last")
    with SheetsServer() as server, SheetsServer(switches=Switches()) as chosen:
        assert server.drive.switches == SETTINGS["all-last"]
        assert chosen.drive.switches == Switches()


def test_a_setting_that_is_not_there_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["all-frist"]) == 2
    assert "all-first" in capsys.readouterr().err
