"""Who may ask: service accounts with throwaway keys, people who signed in, and the tokens they were given.

What runs on the other side is the real google-auth, so a grant is checked as Google checks it: the signature, the
age of the claim against this machine's clock, and whether the key was revoked.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus, urlencode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

DEFAULT_EMAIL = "callbacksheet@throwaway.iam.gserviceaccount.com"
PROJECT = "throwaway"
PROJECT_NUMBER = "407408718192"
CLIENT_ID = "407408718192-throwaway.apps.googleusercontent.com"
CLIENT_SECRET = "not-a-secret"  # it opens nothing but a server on loopback
LIFETIME = 3600
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class GrantError(Exception):
    """A grant that is not given, in the two words of OAuth."""

    def __init__(self, error: str, description: str, code: int = 400) -> None:
        super().__init__(description)
        self.code = code
        self.body = {"error": error, "error_description": description}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a request, and what the token allows."""

    email: str
    scopes: frozenset[str]
    expires: float


@dataclass(slots=True)
class Accounts:
    """Keys, consents and tokens. Keys and consents outlive a restart, tokens do not."""

    skew: float = 0.0
    """How far this server's clock is ahead of the caller's, in seconds: a clock that is wrong, to be told of."""
    keys: dict[str, str] = field(default_factory=dict)
    """Public key of each service account."""
    consents: dict[str, str] = field(default_factory=dict)
    """E-mail address of a person behind each refresh token and each code on its way to one."""
    tokens: dict[str, Caller] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    """The scopes a person agreed to, by the code on its way."""
    person: str = "mary@example.com"
    """Who agrees when the browser asks."""

    def now(self) -> float:
        return time.time() + self.skew

    def caller(self, authorization: str | None) -> Caller | None:
        """Whose token it is; None without one, with an unknown one, and when its time is over."""
        scheme, _, token = (authorization or "").partition(" ")
        caller = self.tokens.get(token.strip()) if scheme.lower() == "bearer" else None
        return caller if caller and self.now() < caller.expires else None

    def grant(self, form: Mapping[str, str], authorization: str = "") -> dict[str, Any]:
        """The answer of ``/token``: to a signed claim, a refresh token, or a code from the browser.

        A client says who it is in the form or in a Basic ``Authorization`` (RFC 6749, 2.3.1).
        """
        form = {**form, **_basic(authorization)}
        match form.get("grant_type"):
            case kind if kind == JWT_BEARER:
                email, scopes = self._claim(form.get("assertion", ""))
                return self._issue(email, scopes)
            case "refresh_token":
                return self._refreshed(form)
            case "authorization_code":
                return self._exchanged(form)
        raise GrantError("unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type", ""))

    def token(self, email: str, scopes: Iterable[str]) -> str:
        """A token without the ceremony, for a caller without google-auth."""
        return str(self._issue(email, " ".join(scopes))["access_token"])

    def service_account(self, email: str, base: str) -> dict[str, str]:
        """A key file for the account; its token address is this server."""
        private, public = throwaway_key()
        self.keys[email] = public
        return {
            "type": "service_account",
            "project_id": PROJECT,
            "private_key_id": _key_id(public),
            "private_key": private,
            "client_email": email,
            "client_id": CLIENT_ID.partition("-")[0],
            "auth_uri": f"{base}/o/oauth2/auth",
            "token_uri": f"{base}/token",
            "auth_provider_x509_cert_url": f"{base}/oauth2/v1/certs",
            "client_x509_cert_url": f"{base}/robot/v1/metadata/x509/{email}",
            "universe_domain": "googleapis.com",
        }

    def oauth_client(self, base: str) -> dict[str, Any]:
        """The file a person downloads for signing in by the browser."""
        return {
            "installed": {
                "client_id": CLIENT_ID,
                "client_secret": CLIENT_SECRET,
                "project_id": PROJECT,
                "auth_uri": f"{base}/o/oauth2/auth",
                "token_uri": f"{base}/token",
                "redirect_uris": ["http://localhost"],
            }
        }

    def authorized_user(self, email: str, base: str) -> dict[str, str]:
        """What is kept on disk after a person signed in."""
        return {
            "type": "authorized_user",
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "refresh_token": self._consent("1//", email),
            "token_uri": f"{base}/token",
        }

    def agree(self, query: Mapping[str, str]) -> str:
        """Where the browser goes after the person clicked "Allow": back to who asked, with a code."""
        code = self._consent("4/", self.person)
        scopes = self.asked[code] = query.get("scope", "")
        answer = {"code": code, "scope": scopes} | ({"state": query["state"]} if "state" in query else {})
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def revoke(self, email: str) -> None:
        """The key is deleted, the consent withdrawn: nothing issued to the account is good any more."""
        self.keys.pop(email, None)
        self.consents = {token: person for token, person in self.consents.items() if person != email}
        self.expire(email)

    def expire(self, email: str) -> None:
        """The tokens of the account are no longer good; a new one can be had."""
        self.tokens = {token: caller for token, caller in self.tokens.items() if caller.email != email}

    def adopt(self, key: Mapping[str, str]) -> None:
        """Take a key file that an earlier start of this server wrote as good again."""
        private = serialization.load_pem_private_key(key["private_key"].encode(), password=None)
        if isinstance(private, rsa.RSAPrivateKey):
            self.keys[key["client_email"]] = _public_text(private)

    def _claim(self, assertion: str) -> tuple[str, str]:
        """Who signed the claim, and the scopes it asks for."""
        try:
            head, body, signature = assertion.split(".")
            claim = json.loads(_decoded(body))
        except ValueError:
            raise GrantError("invalid_grant", "Invalid JWT: Failed to decode") from None
        email = str(claim.get("iss", ""))
        public = self.keys.get(email)
        if public is None:
            raise GrantError("invalid_grant", "Invalid grant: account not found")
        if not _signed(public, f"{head}.{body}".encode(), _decoded(signature)):
            raise GrantError("invalid_grant", "Invalid JWT Signature.")
        if not _timely(claim, self.now()):
            raise GrantError(
                "invalid_grant",
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
                "Check your iat and exp values in the JWT claim.",
            )
        return email, str(claim.get("scope", ""))

    def _refreshed(self, form: Mapping[str, str]) -> dict[str, Any]:
        _known_client(form)
        email = self.consents.get(form.get("refresh_token", ""))
        if email is None:
            raise GrantError("invalid_grant", "Token has been expired or revoked.")
        return self._issue(email, form.get("scope", ALL_SCOPES))

    def _exchanged(self, form: Mapping[str, str]) -> dict[str, Any]:
        _known_client(form)
        email = self.consents.pop(form.get("code", ""), None)
        if email is None:
            raise GrantError("invalid_grant", "Malformed auth code.")
        scopes = self.asked.pop(form["code"], ALL_SCOPES)
        return self._issue(email, scopes) | {"refresh_token": self._consent("1//", email)}

    def _consent(self, prefix: str, email: str) -> str:
        token = prefix + secrets.token_urlsafe(24)
        self.consents[token] = email
        return token

    def _issue(self, email: str, scopes: str) -> dict[str, Any]:
        token = "ya29." + secrets.token_urlsafe(32)
        self.tokens[token] = Caller(email, frozenset(scopes.split()), self.now() + LIFETIME)
        return {"access_token": token, "expires_in": LIFETIME - 1, "token_type": "Bearer", "scope": scopes}


ALL_SCOPES = "https://www.googleapis.com/auth/spreadsheets https://www.googleapis.com/auth/drive"
OLD_SCOPES = {"https://spreadsheets.google.com/feeds": "https://www.googleapis.com/auth/spreadsheets"}
"""What the years before v4 called a scope; gspread's own tests still ask by that name."""


def allows(caller: Caller, wanted: frozenset[str]) -> bool:
    """Does the token hold one of the scopes that a request kind names?"""
    held = {OLD_SCOPES.get(scope, scope) for scope in caller.scopes}
    return not wanted or bool(held & wanted)


@functools.cache
def throwaway_key() -> tuple[str, str]:
    """A private key and its public half, made once for a process: it guards nothing."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    text = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return text.decode(), _public_text(private)


def ours(path: Path) -> dict[str, str] | None:
    """The key file at this path if this server wrote it; a file of anybody else's is not read further."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and content.get("project_id") == PROJECT else None


def _public_text(private: rsa.RSAPrivateKey) -> str:
    public = private.public_key()
    return public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()


def _key_id(public: str) -> str:
    return hashlib.sha1(public.encode(), usedforsecurity=False).hexdigest()


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _signed(public: str, text: bytes, signature: bytes) -> bool:
    key = serialization.load_pem_public_key(public.encode())
    try:
        assert isinstance(key, rsa.RSAPublicKey)
        key.verify(signature, text, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def _timely(claim: Mapping[str, Any], now: float) -> bool:
    """Issued about now, and good for an hour at most; five minutes of a clock being wrong are forgiven."""
    issued, expires = float(claim.get("iat", 0)), float(claim.get("exp", 0))
    return issued - 300 <= now <= expires and expires - issued <= LIFETIME + 300


def _basic(authorization: str) -> dict[str, str]:
    """The client that a Basic ``Authorization`` names; nothing where it is none."""
    scheme, _, packed = authorization.partition(" ")
    if scheme.lower() != "basic":
        return {}
    name, _, secret = base64.b64decode(packed).decode("utf-8", "replace").partition(":")
    return {"client_id": unquote_plus(name), "client_secret": unquote_plus(secret)}


def _known_client(form: Mapping[str, str]) -> None:
    if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
        raise GrantError("invalid_client", "The OAuth client was not found.", code=401)
