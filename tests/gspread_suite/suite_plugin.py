"""Loaded into the pytest that runs gspread's tests: leads its requests here, and writes down how each test ended.

It runs beside gspread's package ``tests``, so it imports nothing of ours. gspread is imported before its repository
is on the path: what is tested is the release that is installed.
"""

from __future__ import annotations

import json
import os
import sys
import types
from pathlib import Path
from typing import Any

import gspread.http_client
import pytest

HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")
URL = os.environ["SHEETS_SERVER_URL"]
RESULTS = Path(os.environ["SUITE_RESULTS"])


def led_here(request: Any) -> Any:
    """The same request to our server. (A patch: the tests of somebody else name Google's hosts.)"""

    def request_here(self: Any, method: str, endpoint: str, *args: Any, **more: Any) -> Any:
        for host in HOSTS:
            endpoint = endpoint.replace(host, URL)
        return request(self, method, endpoint, *args, **more)

    return request_here


gspread.http_client.HTTPClient.request = led_here(gspread.http_client.HTTPClient.request)  # type: ignore[method-assign]  # see led_here


def without_cassettes() -> None:
    """What gspread's conftest imports of vcrpy; live, nothing is played or recorded."""
    errors = types.ModuleType("vcr.errors")
    errors.CannotOverwriteExistingCassetteException = type("NeverRaised", (Exception,), {})  # type: ignore[attr-defined]  # a module made by hand
    vcr = types.ModuleType("vcr")
    vcr.VCR = types.SimpleNamespace(ensure_suffix=lambda suffix: suffix)  # type: ignore[attr-defined]  # the same
    sys.modules.update({"vcr": vcr, "vcr.errors": errors})


without_cassettes()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "vcr: recorded by gspread; here it runs live")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """One line for each test: its name, how it ended, and the last line of what went wrong."""
    if report.when == "call" or report.outcome != "passed":
        why = str(report.longrepr).strip().splitlines()[-1] if report.longrepr else ""
        with RESULTS.open("a", encoding="utf-8") as results:
            results.write(json.dumps({"test": report.nodeid, "outcome": report.outcome, "why": why}) + "\n")
