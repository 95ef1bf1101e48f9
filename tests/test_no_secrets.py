"""No key, token or other secret is in the tree; what looks like a credentials file holds placeholders."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KEY = re.compile(
    rb"-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----(?:\\n|\s)*[A-Za-z0-9+/=]{40}"
    rb"|\bya29\.[A-Za-z0-9_-]{20}"
    rb"|\b1//0[A-Za-z0-9_-]{20}"
    rb"|\bGOCSPX-[A-Za-z0-9_-]{20}"
    rb"|\bAIza[A-Za-z0-9_-]{35}"
    rb"|\bAKIA[A-Z0-9]{16}\b"
    rb"|\bgh[pousr]_[A-Za-z0-9]{30}"
    rb"|\bxox[abp]-[A-Za-z0-9-]{20}"
    rb'|"private_key":\s*"[^"]{300}'
)
SECRET_NAMES = re.compile(r"(?:^|/)(?:credentials\.json|.*token\.json|.*client_secret.*\.json|.*\.(?:pem|p12|key))$")


def tree() -> Iterator[Path]:
    """Every file that belongs to the project; without git, every file but what tools leave behind."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        names = [str(path) for path in found if not any(part[:1] == "." for part in path.parts[:-1])]
    return (ROOT / name for name in names if (ROOT / name).is_file())


def test_no_file_of_the_tree_holds_key_material() -> None:
    assert [path.relative_to(ROOT) for path in tree() if KEY.search(path.read_bytes())] == []


def test_no_file_is_named_as_credentials_are() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in tree()]
    assert len(names) > 100
    assert [name for name in names if SECRET_NAMES.search(name)] == []


@pytest.mark.parametrize(
    "secret",
    [
        b"-----BEGIN PRIVATE KEY-----\\n" + b"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj" + b"AgEAAoIBAQC",
        b"-----BEGIN RSA PRIVATE KEY-----\n" + b"MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn0ygWyF8Pb" + b"nGy0AHB7",
        b"ya29." + b"a0AfH6SMBx3kq0Zl0c2Vz9mKk",
        b"GOCSPX-" + b"abcdefghijklmnopqrstuvwx",
    ],
)
def test_what_is_looked_for_would_be_found(secret: bytes) -> None:
    assert KEY.search(b'{"key": "' + secret + b'"}')


def test_the_example_has_the_shape_of_a_key_file_and_nothing_in_it() -> None:
    example = json.loads((ROOT / "credentials.example.json").read_text(encoding="utf-8"))
    assert example["type"] == "service_account"
    assert {"client_email", "private_key", "token_uri", "project_id"} <= example.keys()
    told = [name for name, value in example.items() if not ("YOUR" in value or "PASTE" in value)]
    assert all(example[name].startswith("https://") or name in ("type", "universe_domain") for name in told)


def test_a_real_credentials_file_beside_the_configuration_is_not_committed_by_accident() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "credentials.json" in ignored
