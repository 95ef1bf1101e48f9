"""Signing in by the browser, as a person goes through it: the real flow, a browser that follows where it is sent."""

from __future__ import annotations

import io
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from callbacksheet.adapters.google_auth import TOKEN_FILE, sign_in, signed_in
from callbacksheet.adapters.google_faults import Account, consent_fault
from callbacksheet.adapters.google_http import HttpSpreadsheet, SheetsClient
from callbacksheet.errors import CallbackSheetError, SetupError, UnavailableError
from tests.sheets_server.server import SheetsServer


class Browser:
    """Opens an address as a browser does, and goes on to where that sends it; ``instead`` is where else."""

    def __init__(self, instead: Callable[[str], str] = str) -> None:
        self.instead = instead

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        threading.Thread(target=self._go, args=(self.instead(url),)).start()
        return True

    def _go(self, url: str) -> None:
        with requests.Session() as session:
            session.trust_env = False
            session.get(url, timeout=10)


@pytest.fixture
def attempt(server: SheetsServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Browser], Path]:
    """Sign in with this browser, against a server on this machine; the folder where the consent is kept."""
    client, folder = server.oauth_client(tmp_path / "client.json"), tmp_path / "own"
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")

    def attempted(browser: Browser) -> Path:
        monkeypatch.setattr(webbrowser, "get", lambda using=None: browser)  # the machine's own would open a window
        sign_in(client, folder, io.StringIO())
        return folder

    return attempted


def test_whoever_agreed_in_the_browser_sees_the_sheet(server: SheetsServer, attempt: Callable[[Browser], Path]) -> None:
    file = server.spreadsheet("Salon", shared_with=server.accounts.person)
    identity = signed_in(attempt(Browser()))
    client = SheetsClient(identity.credentials, base=server.url)
    look = HttpSpreadsheet(client, Account("", file.id)).look([], "properties(title)")
    client.session.close()
    assert look == {"properties": {"title": "Salon"}}
    assert server.log.entries[-1].email == server.accounts.person


def test_whoever_did_not_agree_is_told_so(attempt: Callable[[Browser], Path], tmp_path: Path) -> None:
    def back(url: str) -> str:
        asked = parse_qs(urlsplit(url).query)
        return f"{asked['redirect_uri'][0]}?error=access_denied&state={asked['state'][0]}"

    with pytest.raises(SetupError, match="it was not agreed to in the browser") as told:
        attempt(Browser(back))
    assert "tick Google Sheets" in told.value.next
    assert not (tmp_path / "own" / TOKEN_FILE).exists()


def test_a_sign_in_service_that_is_unwell_is_told_as_such(
    server: SheetsServer, attempt: Callable[[Browser], Path]
) -> None:
    server.fail("502", on="token")
    with pytest.raises(UnavailableError, match="Google's sign-in service answered with an error"):
        attempt(Browser())


def test_without_https_the_library_refuses_and_the_message_says_what_to_do(
    attempt: Callable[[Browser], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OAUTHLIB_INSECURE_TRANSPORT")
    with pytest.raises(SetupError, match="a token address without https") as told:
        attempt(Browser())
    assert "OAUTHLIB_INSECURE_TRANSPORT=1" in told.value.next


def test_where_no_browser_can_be_opened_the_address_is_told(
    server: SheetsServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")

    def none(using: object = None) -> webbrowser.BaseBrowser:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)  # as on a server without a screen

    class Person(io.StringIO):
        """Reads the address, and opens it elsewhere."""

        def write(self, text: str) -> int:
            for word in text.split():
                if word.startswith("http"):
                    Browser().open(word)
            return super().write(text)

    sign_in(server.oauth_client(tmp_path / "client.json"), tmp_path / "own", Person())
    assert (tmp_path / "own" / TOKEN_FILE).exists()


@pytest.mark.parametrize(
    ("kind", "words", "exit_code", "told", "then_do"),
    [
        ("WSGITimeoutError", "Timed out", 6, "nobody agreed in the browser in time", "press Allow"),
        ("Warning", "Scope has changed", 6, "it was not agreed to in the browser", "tick Google Sheets"),
        (
            "invalid_client",
            "(invalid_client) Unauthorized",
            6,
            "Google does not know the OAuth client",
            "--client FILE",
        ),
        ("ConnectionError", "refused", 8, "Google cannot be reached from this machine", "network"),
        ("SSLError", "certificate verify failed: certificate is not yet valid", 6, "clock", "time"),
        ("missing_token", "(missing_token)", 8, "Google's sign-in service answered with an error", "Run again"),
        ("mismatching_state", "(mismatching_state) CSRF", 6, "not finished: (mismatching_state) CSRF", "Run it again"),
    ],
)
def test_what_ended_a_sign_in_is_told(kind: str, words: str, exit_code: int, told: str, then_do: str) -> None:
    error: CallbackSheetError = consent_fault(kind, words)
    assert error.exit_code == exit_code
    assert told in str(error)
    assert str(error).endswith("Nothing was changed.")
    assert then_do in error.next
