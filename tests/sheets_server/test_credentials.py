"""Who may ask, shown with the real google-auth on the other side."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import google.auth.exceptions
import gspread
import pytest
import requests
from google.oauth2.credentials import Credentials

from tests.sheets_server import accounts
from tests.sheets_server.accounts import ALL_SCOPES, DEFAULT_EMAIL
from tests.sheets_server.files import File
from tests.sheets_server.server import OWNER, NotOursError, SheetsServer
from tests.sheets_server.visitor import Visitor, gspread_at, session_here, visiting

SHEET = "/v4/spreadsheets/calls"


def test_a_key_file_is_all_that_gspread_needs(server: SheetsServer, file: File, tmp_path: Path) -> None:
    key = server.credentials(tmp_path / "key.json")
    with gspread_at(server.url, key) as client:
        tab = client.open_by_key("calls").worksheet("Callbacks")
        tab.update([["Name", "Phone"], ["Dana", "5550142"]], "A1")
        assert tab.get_all_values() == [["Name", "Phone"], ["Dana", "5550142"]]
    assert server.log.entries[0].kind == "token"
    assert {entry.email for entry in server.log.entries[1:]} == {DEFAULT_EMAIL}


def test_a_key_file_is_for_its_owner_alone(server: SheetsServer, tmp_path: Path) -> None:
    assert server.credentials(tmp_path / "key.json").stat().st_mode & 0o077 == 0


def test_somebody_elses_key_file_is_never_overwritten(server: SheetsServer, tmp_path: Path) -> None:
    real = tmp_path / "key.json"
    real.write_text('{"type": "service_account", "project_id": "salon"}', encoding="utf-8")
    with pytest.raises(NotOursError, match="left alone"):
        server.credentials(real)
    assert "salon" in real.read_text(encoding="utf-8")


def test_without_a_token_nothing_is_told(server: SheetsServer, file: File) -> None:
    for token, words in (("", "Request is missing required"), ("ya29.unknown", "Request had invalid")):
        visitor = Visitor(server.url, token)
        got = visitor.get(SHEET)
        visitor.connection.close()
        assert (got.status, got.json["error"]["status"]) == (401, "UNAUTHENTICATED")
        assert got.message.startswith(words)


def test_a_token_that_ran_out_is_renewed_by_google_auth(server: SheetsServer, file: File, tmp_path: Path) -> None:
    with gspread_at(server.url, server.credentials(tmp_path / "key.json")) as client:
        client.open_by_key("calls")
        server.accounts.expire(DEFAULT_EMAIL)
        assert client.open_by_key("calls").title == "Callbacks"
    assert [entry.kind for entry in server.log.entries].count("token") == 2


def test_a_spreadsheet_that_is_not_shared_is_forbidden_and_one_that_is_not_there_not_found(
    server: SheetsServer, file: File, tmp_path: Path
) -> None:
    with gspread_at(server.url, server.credentials(tmp_path / "key.json", "stranger@example.com")) as client:
        with pytest.raises(PermissionError):
            client.open_by_key("calls")
        with pytest.raises(gspread.SpreadsheetNotFound):
            client.open_by_key("nothing")
        file.share("stranger@example.com", "reader")
        tab = client.open_by_key("calls").sheet1
        with pytest.raises(gspread.exceptions.APIError, match="The caller does not have permission"):
            tab.update([["x"]], "A1")


def test_whoever_has_the_link_may_read_when_the_sheet_is_open_to_all(server: SheetsServer, file: File) -> None:
    file.share("anyone", "reader", "anyone")
    with visiting(server, "stranger@example.com") as stranger:
        assert stranger.get(SHEET).status == 200
        assert stranger.post(f"{SHEET}/values/A1:clear", {}).status == 403


def test_a_token_without_the_scope_is_refused_and_told_why(server: SheetsServer, file: File) -> None:
    with visiting(server, scopes="https://www.googleapis.com/auth/spreadsheets.readonly") as reader:
        assert reader.get(SHEET).status == 200
        got = reader.post(f"{SHEET}/values/A1:clear", {})
    assert (got.status, got.message) == (403, "Request had insufficient authentication scopes.")
    assert got.json["error"]["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"


def test_a_revoked_key_gets_no_token(server: SheetsServer, file: File, tmp_path: Path) -> None:
    with gspread_at(server.url, server.credentials(tmp_path / "key.json")) as client:
        client.open_by_key("calls")
        server.accounts.revoke(DEFAULT_EMAIL)
        with pytest.raises(google.auth.exceptions.RefreshError, match="account not found"):
            client.open_by_key("calls")


def test_a_key_that_is_not_the_accounts_own_signs_nothing(server: SheetsServer, file: File, tmp_path: Path) -> None:
    key = server.credentials(tmp_path / "key.json")
    another = accounts.throwaway_key.__wrapped__()
    content = json.loads(key.read_text(encoding="utf-8"))
    key.write_text(json.dumps(content | {"private_key": another[0]}), encoding="utf-8")
    with gspread_at(server.url, key) as client, pytest.raises(google.auth.exceptions.RefreshError) as refused:
        client.open_by_key("calls")
    assert "Invalid JWT Signature" in str(refused.value)


@pytest.mark.parametrize("skew", [-4000, 4000])
def test_a_clock_that_is_wrong_gets_googles_sentence_about_it(
    server: SheetsServer, file: File, tmp_path: Path, skew: int
) -> None:
    server.accounts.skew = skew
    key = server.credentials(tmp_path / "key.json")
    with gspread_at(server.url, key) as client, pytest.raises(google.auth.exceptions.RefreshError) as refused:
        client.open_by_key("calls")
    assert "in a reasonable timeframe" in str(refused.value)


def test_a_person_who_signed_in_is_known_by_a_refresh_token(server: SheetsServer, file: File, tmp_path: Path) -> None:
    kept = json.loads(server.signed_in(tmp_path / "authorized_user.json").read_text(encoding="utf-8"))
    kept.pop("type")
    credentials = Credentials(None, **kept)  # type: ignore[no-untyped-call]  # google-auth has no types here
    session: requests.Session = session_here(credentials)
    assert session.get(f"{server.url}{SHEET}").json()["spreadsheetId"] == "calls"
    assert server.log.entries[-1].email == OWNER
    server.accounts.revoke(OWNER)
    with pytest.raises(google.auth.exceptions.RefreshError, match="expired or revoked"):
        session.get(f"{server.url}{SHEET}")
    session.close()


def test_the_browser_brings_back_a_code_that_becomes_a_refresh_token_once(server: SheetsServer, tmp_path: Path) -> None:
    client = json.loads(server.oauth_client(tmp_path / "client.json").read_text(encoding="utf-8"))["installed"]
    asked = {"redirect_uri": "http://localhost:1/", "state": "s", "scope": ALL_SCOPES, "response_type": "code"}
    visitor = Visitor(server.url)
    sent = visitor.get(f"{urlsplit(client['auth_uri']).path}?{urlencode(asked)}")
    back = parse_qs(urlsplit(sent.headers["Location"]).query)
    assert (sent.status, back["state"]) == (302, ["s"])
    secret = {"client_id": client["client_id"], "client_secret": client["client_secret"]}
    form = urlencode({"grant_type": "authorization_code", "code": back["code"][0], **secret})
    first, second = visitor.ask("POST", "/token", form), visitor.ask("POST", "/token", form)
    visitor.connection.close()
    assert first.json["refresh_token"].startswith("1//")
    assert (second.status, second.json["error"]) == (400, "invalid_grant")


def test_a_client_that_nobody_registered_gets_nothing(server: SheetsServer) -> None:
    visitor = Visitor(server.url)
    got = visitor.ask("POST", "/token", urlencode({"grant_type": "refresh_token", "client_id": "x"}))
    other = visitor.ask("POST", "/token", "grant_type=password")
    visitor.connection.close()
    assert (got.status, got.json["error"]) == (401, "invalid_client")
    assert (other.status, other.json["error"]) == (400, "unsupported_grant_type")
