"""Who the tool is to Google: a service account with a key file, or a person who signed in once on this machine.

Only one thing is asked for, to see and edit spreadsheets. Keys and tokens are read from files, kept readable by their
owner alone, and never told.
"""

from __future__ import annotations

import json
import os
import stat
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import urlsplit

from callbacksheet.adapters.google_faults import consent_fault
from callbacksheet.errors import CallbackSheetError, SetupError

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

SCOPES = ("https://www.googleapis.com/auth/spreadsheets",)
TOKEN_FILE = "google-token.json"
CLIENT_FILE = "google-client.json"
GUIDE = "docs/google-sheets.md shows it step by step"
NOTHING = "Nothing was changed."

_KEY_PARTS = ("client_email", "private_key", "token_uri")
_TOKEN_PARTS = ("refresh_token", "token_uri", "client_id", "client_secret")
_CONSENT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Identity:
    """Credentials ready for use. ``address`` is what the sheet must be shared with, "" for a person's own account."""

    credentials: Credentials
    address: str = ""
    key_file: str = ""


def service_account(file: Path) -> Identity:
    """The service account of a key file. Raises SetupError, naming what is wrong with the file."""
    from google.oauth2.service_account import Credentials

    class Quiet(Credentials):
        """Tells nobody but the sheet's own address: google-auth would ask another one, too, in the background."""

        def _maybe_start_regional_access_boundary_refresh(self, request: object, url: object) -> None:
            pass

    key = _key_of(file)
    try:
        made = Quiet.from_service_account_info(key, scopes=SCOPES)  # type: ignore[no-untyped-call]
    except ValueError:
        raise _no_key(file, "its private key cannot be read; part of the file may be missing") from None
    return Identity(made, str(key["client_email"]), file.name)


def address_in(file: Path) -> str:
    """The address of a key file's service account, to share the sheet with. Raises SetupError."""
    return str(_key_of(file)["client_email"])


def _key_of(file: Path) -> Mapping[str, Any]:
    key = _json_of(
        file, f"Save the service account's key there, or name it: credentials under [sheet]. {GUIDE}.", _no_key
    )
    if "installed" in key or "web" in key:
        raise SetupError(
            f"{file} is an OAuth client, not a service account's key. {NOTHING}",
            'To sign in as yourself write credentials = "oauth" and run '
            f"`callbacksheet init --sign-in --client {file.name}`; else make a service account's key. {GUIDE}.",
        )
    if key.get("type") != "service_account":
        raise _no_key(file, 'it has no "type": "service_account"')
    missing = [part for part in _KEY_PARTS if not str(key.get(part) or "").strip()]
    if missing:
        raise _no_key(file, f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing")
    if "PRIVATE KEY" not in str(key["private_key"]) or "YOUR" in str(key["client_email"]):
        raise _no_key(file, "it holds placeholders, no key")
    if not safe_for_secrets(str(key["token_uri"])):
        raise _no_key(file, "its token_uri is neither https nor on this machine")
    return key


def safe_for_secrets(address: str) -> bool:
    """Whether a key or token may go there: encrypted, or never leaving this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _no_key(file: Path, why: str) -> SetupError:
    return SetupError(
        f"{file} is not the key file of a service account: {why}. {NOTHING}",
        f"Download the key again from the Google Cloud console (service account, Keys, Add key, JSON). {GUIDE}.",
    )


def _json_of(file: Path, hint: str, wrong: Callable[[Path, str], SetupError]) -> Mapping[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SetupError(f"There is no file {file}, so Google cannot be asked. {NOTHING}", hint) from None
    except OSError as error:
        raise SetupError(f"{file} cannot be read ({error.strerror}). {NOTHING}", "Check its permissions.") from None
    except UnicodeDecodeError:
        raise wrong(file, "it is no text") from None
    try:
        found = json.loads(text)
    except ValueError:
        raise wrong(file, "it is no JSON; part of it may be missing") from None
    if not isinstance(found, dict):
        raise wrong(file, "it is no JSON object")
    return found


def readable_by_others(file: Path) -> str:
    """A warning where others on this machine can read the key, "" where not or where nobody can tell (Windows)."""
    if os.name != "posix":
        return ""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
    except OSError:
        return ""
    return f"{file} can be read by others on this machine. Close it with: chmod 600 {file}" if mode & 0o077 else ""


def own_folder() -> Path:
    """Where a person's sign-in is kept on this machine."""
    from platformdirs import user_config_path

    return user_config_path("callbacksheet", appauthor=False)


def signed_in(folder: Path) -> Identity:
    """The person who signed in on this machine. SetupError where nobody did."""
    from google.oauth2.credentials import Credentials

    file = folder / TOKEN_FILE
    if not file.exists():
        raise SetupError(
            f"Nobody has signed in to Google on this machine. {NOTHING}",
            "Sign in with `callbacksheet init --sign-in`, or use a service account's key: credentials under [sheet].",
        )
    again = "Sign in again with `callbacksheet init --sign-in`."
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if not safe_for_secrets(str(kept["token_uri"])):
            raise ValueError("token_uri")
        parts = {name: kept[name] for name in _TOKEN_PARTS}
        return Identity(Credentials(None, scopes=SCOPES, **parts))  # type: ignore[no-untyped-call]
    except (ValueError, KeyError, TypeError, OSError):
        raise SetupError(f"The sign-in kept in {file} cannot be read. {NOTHING}", again) from None


def sign_in(client: Path | None, folder: Path, told: TextIO, flow_of: Callable[..., Any] | None = None) -> None:
    """Let a person allow the tool in their browser, and keep what Google answers, for this user of the machine alone.

    ``client`` is the OAuth client's file, kept from the first time on; ``told`` gets the address to open.
    Raises SetupError where it is missing or the person does not agree, UnavailableError where Google does not answer.
    """
    from google_auth_oauthlib.flow import InstalledAppFlow  # type: ignore[import-untyped]

    kept = folder / CLIENT_FILE
    wanted = _client_of(client or kept)
    flow = (flow_of or InstalledAppFlow.from_client_config)(wanted, SCOPES)
    prompt = "Open this address in your browser and allow callbacksheet to edit your sheets:\n{url}\n"
    try:
        with redirect_stdout(told):
            granted = flow.run_local_server(
                port=0,
                authorization_prompt_message=prompt,
                open_browser=_has_browser(),
                timeout_seconds=_CONSENT_SECONDS,
                prompt="consent",
            )
    except CallbackSheetError:
        raise
    except Exception as error:
        kind = getattr(error, "error", None)
        raise consent_fault(kind if isinstance(kind, str) else type(error).__name__, str(error)) from error
    _keep(folder / TOKEN_FILE, granted.to_json())
    _keep(kept, json.dumps(wanted))


def _has_browser() -> bool:
    """Whether a browser can be opened here; where not, the address is only told."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _client_of(file: Path) -> Mapping[str, Any]:
    hint = f"Download the OAuth client (kind: Desktop app), and name it: --sign-in --client FILE. {GUIDE}."
    found = _json_of(file, hint, _no_client)
    parts = found.get("installed")
    if not isinstance(parts, dict) or not all(parts.get(name) for name in ("client_id", "auth_uri", "token_uri")):
        raise _no_client(file, "it has no complete part “installed”")
    if not all(safe_for_secrets(str(parts[name])) for name in ("auth_uri", "token_uri")):
        raise _no_client(file, "it names addresses that are not https")
    return found


def _no_client(file: Path, why: str) -> SetupError:
    return SetupError(
        f"{file} is not an OAuth client for a desktop app: {why}. {NOTHING}",
        f"Make one in the Google Cloud console (Clients, Create client, Desktop app) and download it. {GUIDE}.",
    )


def _keep(file: Path, text: str) -> None:
    """Write a secret so that nobody else can read it at any moment."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
        new.replace(file)
    except OSError as error:
        raise SetupError(
            f"The sign-in cannot be kept in {file} ({error.strerror}).", "Give yourself permission to write there."
        ) from None
