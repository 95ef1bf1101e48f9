"""Every failure of Google's, made to happen on the test server: its sentence, its exit code, and what to do next."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from callbacksheet.adapters.google_auth import (
    CLIENT_FILE,
    TOKEN_FILE,
    address_in,
    readable_by_others,
    service_account,
    sign_in,
    signed_in,
)
from callbacksheet.adapters.google_faults import Account, complaint_of, fault_of, sign_in_fault
from callbacksheet.errors import CallbackSheetError, SetupError
from tests.adapters.google_desk import Way, way_to
from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.switches import Switches

Deed = Callable[[Way], object]


@pytest.fixture
def way(tmp_path: Path) -> Iterator[Way]:
    with SheetsServer() as server, way_to(server, tmp_path) as made:
        yield made


def unshared(way: Way) -> None:
    way.file.unshare(DEFAULT_EMAIL)


def only_for_reading(way: Way) -> None:
    way.file.share(DEFAULT_EMAIL, "reader")


def revoked(way: Way) -> None:
    way.server.accounts.revoke(DEFAULT_EMAIL)


def an_hour_off(way: Way) -> None:
    way.server.accounts.skew = 7200


def another_key(way: Way) -> None:
    """The account has another key by now; ours signs in vain."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    public = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    way.server.accounts.keys[DEFAULT_EMAIL] = pem.decode()


def deleted(way: Way) -> None:
    del way.server.drive.files[way.file.id]


def switched_off(way: Way) -> None:
    way.server.fail("disabled", times=9)


def protected(way: Way) -> None:
    request = {
        "addProtectedRange": {"protectedRange": {"range": {"sheetId": 0}, "editors": {"users": ["owner@example.com"]}}}
    }
    way.server.edit(way.file.id, lambda book: book.batch_update({"requests": [request]}))


def look(way: Way) -> object:
    return way.look()


def write(way: Way) -> object:
    return write_text(way, "x")


def write_text(way: Way, text: str) -> object:
    cell = {"userEnteredValue": {"stringValue": text}}
    update = {"start": {"sheetId": 0}, "rows": [{"values": [cell]}], "fields": "userEnteredValue"}
    return way.spreadsheet.change([{"updateCells": update}])


def write_too_much(way: Way) -> object:
    return write_text(way, "x" * 50_001)


def grow(way: Way) -> object:
    return way.spreadsheet.change([{"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1_000_000}}])


CASES: tuple[tuple[str, Deed | None, Deed, int, str, str], ...] = (
    ("not shared", unshared, look, 6, f"The Google Sheet is not shared with {DEFAULT_EMAIL}, or not for editing. Nothing was changed.", f"add {DEFAULT_EMAIL} as an Editor"),
    ("shared for reading", only_for_reading, write, 6, f"The Google Sheet is not shared with {DEFAULT_EMAIL}, or not for editing. Nothing was changed.", f"add {DEFAULT_EMAIL} as an Editor"),
    ("account deleted", revoked, look, 6, f"The service account {DEFAULT_EMAIL} does not exist any more. Nothing was changed.", "save its key as credentials.json"),
    ("key revoked", another_key, look, 6, "The key of the service account was revoked or has run out. Nothing was changed.", "save it as credentials.json"),
    ("clock wrong", an_hour_off, look, 6, "Google did not accept the sign-in because this machine's clock is wrong. Nothing was changed.", "Set its date and time"),
    ("sheet deleted", deleted, look, 6, "There is no Google Sheet with the id ", "Copy its address from the browser into `google` under [sheet]"),
    ("interface off", switched_off, look, 6, "The Google Sheets API is not switched on in the project of these credentials. Nothing was changed.", "press Enable, wait a minute and run again."),
    ("protected", protected, write, 6, "A part of the sheet is protected, and the tool may not write there. Nothing was changed.", f"let {DEFAULT_EMAIL} edit it"),
    ("cell too long", None, write_too_much, 5, "A cell would hold more than 50,000 characters, which Google does not allow. Nothing was changed.", "Shorten the longest notes"),
    ("sheet full", None, grow, 6, "The spreadsheet is full: Google allows 10 million cells in one. Nothing was changed.", "Delete tabs, columns or empty rows"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("happens", "then", "exit_code", "told", "then_do"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_google_refuses_is_told_with_what_to_do(
    way: Way, happens: Deed | None, then: Deed, exit_code: int, told: str, then_do: str
) -> None:
    if happens:
        happens(way)
    with pytest.raises(CallbackSheetError) as error:
        then(way)
    assert error.value.exit_code == exit_code
    assert str(error.value).startswith(told)
    assert then_do in error.value.next
    assert way.weather.slept == []


@pytest.mark.parametrize("code", [400, 403])
def test_a_protected_cell_is_known_whichever_code_google_gives_it(tmp_path: Path, code: int) -> None:
    with SheetsServer(switches=Switches(protected_code=code)) as server, way_to(server, tmp_path) as way:
        protected(way)
        with pytest.raises(SetupError, match="protected"):
            write(way)


ME = Account("me@p.iam.gserviceaccount.com", "1AbC", "credentials.json")
PERSON = Account("", "1AbC")
ANSWERS = (
    (401, "Request had invalid authentication credentials.", ME, 6, "Google does not accept the sign-in any more.", "Make a new key"),
    (401, "Request had invalid authentication credentials.", PERSON, 6, "Google does not accept the sign-in any more.", "`callbacksheet init --sign-in`"),
    (403, "The caller does not have permission", PERSON, 6, "The account that signed in may not edit this Google Sheet.", "Ask its owner to share it"),
    (403, "Request had insufficient authentication scopes.", PERSON, 6, "The sign-in does not allow the tool to see and edit Google Sheets.", "leave the box for Google Sheets ticked"),
    (403, "User Rate Limit Exceeded", ME, 8, "Google's quota for this minute is used up", "Run again in a minute or two."),
    (403, "Google Sheets API has not been used in project 12 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=12 then retry.", ME, 6, "The Google Sheets API is not switched on", "Open https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=12, press Enable"),
    (400, "This operation is not supported for this document", ME, 6, "This address is of a file that is no Google Sheet", "Save as Google Sheets"),
    (400, "This action would increase the number of cells in the workbook above the limit of 10000000 cells.", ME, 6, "The spreadsheet is full", "Delete tabs"),
    (400, "Your input contains more than the maximum of 50000 characters in a single cell.", ME, 5, "A cell would hold more than 50,000 characters", "Shorten"),
    (418, "I am a teapot", ME, 6, "Google refused the change: I am a teapot", "callbacksheet doctor"),
    (503, "The service is currently unavailable.", ME, 8, "Google Sheets does not answer properly (503).", "https://www.google.com/appsstatus"),
)  # fmt: skip


@pytest.mark.parametrize(("status", "words", "account", "exit_code", "told", "then_do"), ANSWERS)
def test_what_google_says_becomes_one_sentence(
    status: int, words: str, account: Account, exit_code: int, told: str, then_do: str
) -> None:
    error = fault_of(complaint_of(status, {"error": {"code": status, "message": words}}), account)
    assert error.exit_code == exit_code
    assert str(error).startswith(told)
    assert then_do in error.next


@pytest.mark.parametrize(
    "body", [None, "<html>", {"error": "x"}, {"error": {}}, [], {"error": {"details": None, "errors": None}}]
)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502])
def test_an_answer_without_words_of_googles_is_told_too(status: int, body: object) -> None:
    error = fault_of(complaint_of(status, body), ME)
    assert "Nothing was changed." in str(error)
    assert error.next


@pytest.mark.parametrize(
    ("words", "account", "told"),
    [
        ("invalid_grant: Token has been expired or revoked.", PERSON, "The sign-in was revoked or has run out."),
        ("invalid_grant: Invalid JWT Signature.", ME, "The key of the service account was revoked or has run out."),
        ("deleted_client: The OAuth client was deleted.", PERSON, "Google does not know the program of this sign-in any more."),
        ("unauthorized_client: whatever", ME, "Google refused the sign-in: unauthorized_client: whatever."),
    ],
)  # fmt: skip
def test_a_sign_in_that_is_refused_says_why(words: str, account: Account, told: str) -> None:
    error = sign_in_fault(words, account)
    assert str(error).startswith(told)
    assert (error.exit_code, bool(error.next)) == (6, True)


class TestAKeyFile:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (None, "There is no file "),
            ("", "it is no JSON; part of it may be missing"),
            ('{"type": "service_account", "priv', "it is no JSON; part of it may be missing"),
            ("[]", "it is no JSON object"),
            ("{}", 'it has no "type": "service_account"'),
            ('{"type": "service_account"}', "client_email and private_key and token_uri are missing"),
            ('{"installed": {"client_id": "x"}}', "is an OAuth client, not a service account's key"),
            (json.dumps({"type": "service_account", "client_email": "a@b", "private_key": "x", "token_uri": "https://x"}), "it holds placeholders, no key"),
            (json.dumps({"type": "service_account", "client_email": "a@b", "private_key": "-----BEGIN PRIVATE KEY-----\nx", "token_uri": "https://x"}), "its private key cannot be read"),
            (json.dumps({"type": "service_account", "client_email": "a@b", "private_key": "-----BEGIN PRIVATE KEY-----\nx", "token_uri": "http://evil.example"}), "its token_uri is neither https nor on this machine"),
        ],
    )  # fmt: skip
    def test_that_is_none_is_refused_with_what_is_wrong_and_nothing_of_its_content(
        self, tmp_path: Path, content: str | None, told: str
    ) -> None:
        file = tmp_path / "credentials.json"
        if content is not None:
            file.write_text(content)
        with pytest.raises(SetupError) as error:
            service_account(file)
        assert told in str(error.value)
        assert error.value.next
        assert "PRIVATE KEY" not in str(error.value) + error.value.next

    def test_the_example_is_refused_as_placeholders(self) -> None:
        with pytest.raises(SetupError, match="it holds placeholders, no key"):
            service_account(Path(__file__).parents[2] / "credentials.example.json")

    def test_a_folder_or_bytes_in_its_place_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
        for place in (tmp_path, tmp_path / "bytes.json"):
            with pytest.raises(SetupError):
                service_account(place)

    def test_tells_the_address_to_share_the_sheet_with(self, way: Way, tmp_path: Path) -> None:
        assert address_in(tmp_path / "credentials.json") == DEFAULT_EMAIL

    @pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
    def test_that_others_can_read_is_warned_about(self, tmp_path: Path) -> None:
        file = tmp_path / "credentials.json"
        file.touch(mode=0o600)
        assert readable_by_others(file) == ""
        file.chmod(0o644)
        assert "can be read by others on this machine" in readable_by_others(file)
        assert f"chmod 600 {file}" in readable_by_others(file)


class Browser:
    """A person's browser that agrees at once, or does not: what ``run_local_server`` stands for."""

    def __init__(self, way: Way, *, agrees: bool = True) -> None:
        self.way, self.agrees = way, agrees

    def __call__(self, client: dict[str, object], scopes: object) -> Browser:
        self.client = client
        return self

    def run_local_server(self, **how: object) -> object:
        from google.oauth2.credentials import Credentials

        print(str(how["authorization_prompt_message"]).format(url="https://accounts.google.com/o/oauth2/auth?x=1"))
        if not self.agrees:
            raise ValueError("access_denied")
        kept = self.way.server.accounts.authorized_user("owner@example.com", self.way.server.url)
        kept.pop("type")
        return Credentials(None, **kept)  # type: ignore[no-untyped-call]


class TestSigningIn:
    @pytest.fixture
    def client(self, way: Way, tmp_path: Path) -> Path:
        return way.server.oauth_client(tmp_path / "client.json")

    def test_keeps_the_consent_for_this_user_alone_and_is_used_from_then_on(
        self, way: Way, client: Path, tmp_path: Path
    ) -> None:
        import io

        told, folder = io.StringIO(), tmp_path / "own"
        sign_in(client, folder, told, Browser(way))
        assert "Open this address in your browser" in told.getvalue()
        assert "https://accounts.google.com" in told.getvalue()
        for name in (TOKEN_FILE, CLIENT_FILE):
            assert (folder / name).stat().st_mode & 0o077 == 0
        assert signed_in(folder).address == ""
        sign_in(None, folder, told, Browser(way))

    def test_that_is_not_agreed_to_keeps_nothing(self, way: Way, client: Path, tmp_path: Path) -> None:
        import io

        with pytest.raises(SetupError, match="The sign-in was not finished: access_denied"):
            sign_in(client, tmp_path / "own", io.StringIO(), Browser(way, agrees=False))
        assert not (tmp_path / "own").exists()

    @pytest.mark.parametrize("content", ["{}", '{"web": {}}', '{"installed": {"client_id": "x"}}', "no"])
    def test_with_a_file_that_is_no_client_says_so(self, way: Way, tmp_path: Path, content: str) -> None:
        import io

        (tmp_path / "client.json").write_text(content)
        with pytest.raises(SetupError, match="is not an OAuth client for a desktop app"):
            sign_in(tmp_path / "client.json", tmp_path / "own", io.StringIO(), Browser(way))

    def test_nobody_signed_in_is_told_how_to(self, tmp_path: Path) -> None:
        with pytest.raises(SetupError, match="Nobody has signed in to Google on this machine") as told:
            signed_in(tmp_path)
        assert "`callbacksheet init --sign-in`" in told.value.next

    @pytest.mark.parametrize("kept", ["", "{}", '{"token_uri": "http://evil.example"}', '{"token_uri": "https://x"}'])
    def test_a_sign_in_that_cannot_be_read_is_made_anew(self, tmp_path: Path, kept: str) -> None:
        (tmp_path / TOKEN_FILE).write_text(kept)
        with pytest.raises(SetupError, match="cannot be read"):
            signed_in(tmp_path)

    def test_a_person_who_withdrew_the_consent_is_told(self, way: Way, client: Path, tmp_path: Path) -> None:
        import io

        from callbacksheet.adapters.google_http import HttpSpreadsheet, SheetsClient

        sign_in(client, tmp_path / "own", io.StringIO(), Browser(way))
        way.server.accounts.revoke("owner@example.com")
        client_ = SheetsClient(signed_in(tmp_path / "own").credentials, base=way.server.url)
        with pytest.raises(SetupError, match="The sign-in was revoked or has run out"):
            HttpSpreadsheet(client_, PERSON).look([], "sheets(properties)")
        client_.session.close()
