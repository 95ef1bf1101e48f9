"""Every failure of Google's as one of ours: what happened, what is safe, what to do next.

Google's own words are quoted where they help, masked: they may repeat what stands in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from callbacksheet.adapters.google_door import BadRequestError, FenceTakenError, NoSuchRangeError
from callbacksheet.adapters.google_masks import masked
from callbacksheet.errors import CallbackSheetError, RefusedError, SetupError, UnavailableError

ENABLE_SHEETS = "https://console.cloud.google.com/apis/library/sheets.googleapis.com"
UNCHANGED = "Nothing was changed."
OFFLINE = "Check the network of this machine, and run again."
LATER = "Run again in a minute or two."
TROUBLE = "Whether Google has trouble stands at https://www.google.com/appsstatus."

RETRIED = frozenset({429, 500, 502, 503, 504})
"""What passes by itself: such a read is tried again."""

_INDEX = re.compile(r"Invalid requests\[(\d+)\](?:\.(\w+))?: ?(.*)", re.DOTALL)
_RANGE = re.compile(r"Unable to parse range: (.+)", re.DOTALL)
_LINK = re.compile(r"https://console\.\S+?(?=[\s.]*(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Account:
    """Who asks Google, and for what: the address to share the sheet with ("" where it is not known), and its id."""

    address: str
    spreadsheet: str
    key_file: str = ""

    @property
    def sign_in_again(self) -> str:
        if self.key_file:
            return f"Make a new key for the service account in the Google Cloud console and save it as {self.key_file}."
        return "Sign in again with `callbacksheet init --sign-in`."


@dataclass(frozen=True, slots=True)
class Complaint:
    """What Google answered in place of what was asked: status, its message, and the reasons it gives."""

    status: int
    words: str
    reasons: tuple[str, ...] = ()
    link: str = ""

    def says(self, *parts: str) -> bool:
        return any(part in self.words for part in parts)


def complaint_of(status: int, body: object) -> Complaint:
    """An answer read for its error; one that is no JSON of Google's (an HTML page of a proxy) has no words."""
    error = body.get("error") if isinstance(body, Mapping) else None
    if not isinstance(error, Mapping):
        return Complaint(status, "")
    details = [one for one in error.get("details") or () if isinstance(one, Mapping)]
    listed = [one for one in error.get("errors") or () if isinstance(one, Mapping)]
    reasons = tuple(str(one["reason"]) for one in (*details, *listed) if one.get("reason"))
    words = str(error.get("message") or "").strip()
    return Complaint(status, words, reasons, _link_in(words, details))


def _link_in(words: str, details: Sequence[Mapping[str, Any]]) -> str:
    links = [str(link.get("url", "")) for one in details for link in one.get("links") or ()]
    found = _LINK.search(words)
    return next((link for link in links if link.startswith("https://")), found[0] if found else "")


def fault_of(complaint: Complaint, account: Account) -> CallbackSheetError:
    """The one failure of ours that a refusal of Google's is."""
    match complaint.status:
        case 400:
            return _bad_request(complaint, account)
        case 401:
            return SetupError(f"Google does not accept the sign-in any more. {UNCHANGED}", account.sign_in_again)
        case 403:
            return _forbidden(complaint, account)
        case 404:
            return _not_found(account)
        case 429:
            return _quota()
        case status if status >= 500:
            return _unwell(status)
        case status:
            return BadRequestError(masked(complaint.words) or f"it answered {status}.")


def _bad_request(complaint: Complaint, account: Account) -> CallbackSheetError:
    words = complaint.words
    known = _protected(complaint, account) or _too_long(complaint) or _full(complaint)
    if known:
        return known
    place = _INDEX.search(words)
    missing = _RANGE.search(words)
    if missing:
        return NoSuchRangeError(missing[1])
    if place and int(place[1]) == 0 and place[2] == "addNamedRange":
        return FenceTakenError(
            "Another run of the tool wrote to this sheet at the same moment. Nothing of this run was written.",
            "Run again.",
        )
    if place:
        return BadRequestError(masked(place[3] or words), int(place[1]), place[2] or "")
    if complaint.says("not supported for this document", "must not be an Office file"):
        return SetupError(
            f"This address is of a file that is no Google Sheet (perhaps an .xlsx in Drive). {UNCHANGED}",
            "Open it in the browser and choose File, Save as Google Sheets; then use the new sheet's address.",
        )
    return BadRequestError(masked(words) or "it gave no reason.")


def _protected(complaint: Complaint, account: Account) -> SetupError | None:
    if not complaint.says("protected cell", "protected range", "protected sheet", "You are trying to edit a protected"):
        return None
    return may_not_write("A part of the sheet", account)


def may_not_write(what: str, account: Account) -> SetupError:
    """People have protected a part of the sheet, against the tool too."""
    may = f"let {account.address} edit it, or show it only a warning" if account.address else "show only a warning"
    return SetupError(
        f"{what} is protected, and the tool may not write there. {UNCHANGED}",
        f"In the sheet open Data, Protect sheets and ranges, and for that range {may}.",
    )


def _too_long(complaint: Complaint) -> RefusedError | None:
    if not complaint.says("maximum of 50000 characters", "more than 50000 characters"):
        return None
    return RefusedError(
        f"A cell would hold more than 50,000 characters, which Google does not allow. {UNCHANGED}",
        "Shorten the longest notes, and run again.",
    )


def _full(complaint: Complaint) -> SetupError | None:
    if not complaint.says("above the limit of"):
        return None
    return SetupError(
        f"The spreadsheet is full: Google allows 10 million cells in one. {UNCHANGED}",
        "Delete tabs, columns or empty rows that nobody needs, and run again.",
    )


def _forbidden(complaint: Complaint, account: Account) -> CallbackSheetError:
    if complaint.says("has not been used in project", "it is disabled") or "SERVICE_DISABLED" in complaint.reasons:
        link = complaint.link or ENABLE_SHEETS
        return SetupError(
            f"The Google Sheets API is not switched on in the project of these credentials. {UNCHANGED}",
            f"Open {link}, press Enable, wait a minute and run again.",
        )
    if complaint.says("insufficient authentication scopes") or "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in complaint.reasons:
        return SetupError(
            f"The sign-in does not allow the tool to see and edit Google Sheets. {UNCHANGED}",
            "Sign in again with `callbacksheet init --sign-in`, and leave the box for Google Sheets ticked.",
        )
    if complaint.says("Rate Limit", "Quota exceeded") or {"rateLimitExceeded", "userRateLimitExceeded"} & set(
        complaint.reasons
    ):
        return _quota()
    return _protected(complaint, account) or not_shared(account)


def not_shared(account: Account) -> SetupError:
    """The sheet is there, but not for this account, or not for writing."""
    if account.address:
        return SetupError(
            f"The Google Sheet is not shared with {account.address}, or not for editing. {UNCHANGED}",
            f"Open the sheet, press Share, and add {account.address} as an Editor.",
        )
    return SetupError(
        f"The account that signed in may not edit this Google Sheet. {UNCHANGED}",
        "Ask its owner to share it with you as an Editor, or sign in as somebody else: `callbacksheet init --sign-in`.",
    )


def _not_found(account: Account) -> SetupError:
    shared = f" and that it is shared with {account.address}" if account.address else ""
    return SetupError(
        f"There is no Google Sheet with the id {account.spreadsheet}. {UNCHANGED}",
        f"Copy its address from the browser into `google` under [sheet]; make sure it was not deleted{shared}.",
    )


def _quota() -> UnavailableError:
    return UnavailableError(
        f"Google's quota for this minute is used up (60 reads and 60 writes for one account). {UNCHANGED}",
        f"{LATER} If it happens often, another program may be using the same account.",
    )


def _unwell(status: int) -> UnavailableError:
    return UnavailableError(
        f"Google Sheets does not answer properly ({status}). It was tried again for a while. {UNCHANGED}",
        f"{LATER} {TROUBLE}",
    )


def offline() -> UnavailableError:
    return UnavailableError(f"Google cannot be reached from this machine. {UNCHANGED}", OFFLINE)


def no_answer() -> UnavailableError:
    return UnavailableError(f"Google did not answer in time. It was tried again for a while. {UNCHANGED}", LATER)


def garbled() -> UnavailableError:
    return UnavailableError(
        f"What answered was not Google Sheets, or the answer was cut off. {UNCHANGED}",
        "Is the network asking you to sign in on a web page of its own? Check it, and run again.",
    )


def tells_wrong_clock(words: str) -> bool:
    """Whether Google's certificate seems to be of another time: so the machine's clock is."""
    return "not yet valid" in words or "has expired" in words


def clock_wrong() -> SetupError:
    return SetupError(
        f"Google did not accept the sign-in because this machine's clock is wrong. {UNCHANGED}",
        "Set its date and time (best by switching on automatic time), and run again.",
    )


def consent_fault(kind: str, words: str) -> CallbackSheetError:
    """Why a sign-in by the browser was not finished: the word of OAuth (else the name of what went wrong), and what
    is told of it.
    """
    match kind:
        case "WSGITimeoutError":
            return _unfinished("nobody agreed in the browser in time", "Run it again, open the address shown")
        case "access_denied" | "Warning":  # oauthlib warns where other boxes were ticked than were asked for
            return _unfinished("it was not agreed to in the browser", "Run it again")
        case "invalid_client" | "unauthorized_client" | "deleted_client" | "disabled_client":
            return SetupError(
                f"Google does not know the OAuth client of this sign-in ({kind}). {UNCHANGED}",
                "Download its file again from the Google Cloud console (Clients), and name it: --client FILE.",
            )
        case "insecure_transport":
            return SetupError(
                f"The OAuth client names a token address without https, which is only for a test server. {UNCHANGED}",
                "For one on this machine set OAUTHLIB_INSECURE_TRANSPORT=1 (docs/test-server.md).",
            )
        case "SSLError" if tells_wrong_clock(words):
            return clock_wrong()
        case "ConnectionError" | "ConnectTimeout" | "SSLError" | "ProxyError":
            return offline()
        case "missing_token" | "server_error" | "temporarily_unavailable":
            return sign_in_unwell()
    return SetupError(f"The sign-in was not finished: {masked(words) or kind}. {UNCHANGED}", "Run it again.")


def _unfinished(why: str, then: str) -> SetupError:
    return SetupError(
        f"The sign-in was not finished: {why}. {UNCHANGED}",
        f"{then}, choose the account, tick Google Sheets and press Allow.",
    )


def sign_in_unwell() -> UnavailableError:
    return UnavailableError(f"Google's sign-in service answered with an error. {UNCHANGED}", f"{LATER} {TROUBLE}")


def sign_in_fault(words: str, account: Account) -> CallbackSheetError:
    """A refusal to hand out a token, from what google-auth says of it."""
    if "short-lived token" in words or "reasonable timeframe" in words or "Check your iat and exp" in words:
        return clock_wrong()
    if "account not found" in words or "Invalid grant: account" in words:
        return SetupError(
            f"The service account {account.address} does not exist any more. {UNCHANGED}",
            "Make a new one in the Google Cloud console, share the sheet with it, "
            f"and save its key as {account.key_file}.",
        )
    if "Invalid JWT Signature" in words or "invalid_grant" in words or "Token has been expired" in words:
        what = "key of the service account" if account.key_file else "sign-in"
        return SetupError(f"The {what} was revoked or has run out. {UNCHANGED}", account.sign_in_again)
    if "deleted_client" in words or "invalid_client" in words or "disabled_client" in words:
        return SetupError(
            f"Google does not know the program of this sign-in any more. {UNCHANGED}", account.sign_in_again
        )
    return SetupError(f"Google refused the sign-in: {masked(words)}. {UNCHANGED}", account.sign_in_again)
