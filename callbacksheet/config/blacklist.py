"""The configuration's blacklist, edited as a person would: one entry, everything else as it was, comments too."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import tomlkit

from callbacksheet.core.model import Phone
from callbacksheet.core.phones import parse_phone
from callbacksheet.errors import SetupError


def with_blocked(text: str, phone: str, reason: str, region: str) -> str:
    """The configuration's text with this number blocked for this reason; an entry that stands there gets it."""
    document: Any = tomlkit.parse(text)
    listed = document.get("blacklist")
    entry = next((one for one in listed or () if _is(one, phone, region)), None)
    if entry is not None:
        entry["phone"], entry["reason"] = phone, reason
    elif isinstance(listed, tomlkit.items.AoT):
        listed.append(tomlkit.table().add("phone", phone).add("reason", reason).add(tomlkit.nl()))
    elif listed is None:
        _insert(document, _line_more(tomlkit.array("[\n]"), phone, reason))
    else:
        _line_more(listed, phone, reason)
    return _ended_as(text, tomlkit.dumps(document))


def without_blocked(text: str, phone: str, region: str) -> str:
    """The same text without this number on the list."""
    document: Any = tomlkit.parse(text)
    listed = document.get("blacklist")
    for place in reversed(range(len(listed or ()))):
        if _is(listed[place], phone, region):
            del listed[place]
    return _ended_as(text, tomlkit.dumps(document))


def _is(entry: Any, phone: str, region: str) -> bool:
    """Whether the entry means this number (E.164), however it is written there."""
    read = parse_phone(str(entry.get("phone", "")), region)
    return isinstance(read, Phone) and read.e164 == phone


def _line_more(listed: Any, phone: str, reason: str) -> Any:
    """The list with one entry more, on a line of its own where the others have one; remarks stay where they are."""
    entry = tomlkit.inline_table()
    entry.update({"phone": phone, "reason": reason})
    if "\n" in listed.as_string():
        listed.add_line(entry)
    else:
        listed.append(entry)
    return listed


def _insert(document: Any, listed: Any) -> None:
    """A new list goes below the last bare name, since TOML wants these before the first table."""
    tables = (tomlkit.items.Table, tomlkit.items.AoT)
    first = next((n for n, (_, item) in enumerate(document.body) if isinstance(item, tables)), len(document.body))
    names = [n for n, (key, _) in enumerate(document.body[:first]) if key is not None]
    if first == len(document.body):
        document.add("blacklist", listed)
    else:
        place = names[-1] + 1 if names else first
        document._insert_at(place, "blacklist", listed)  # noqa: SLF001 - tomlkit has no public way to insert


def _ended_as(before: str, after: str) -> str:
    """The new text with the line ends of the old one."""
    ends = "\r\n" if "\r\n" in before else "\n"
    return after.replace("\r\n", "\n").replace("\n", ends)


def write_config(path: Path, text: str) -> None:
    """Put the new text in the file's place at once, whole, with the same permissions. Raises SetupError."""
    try:
        mode = path.stat().st_mode
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode & 0o777)
        Path(name).replace(path)
    except OSError as error:
        raise SetupError(
            f"{path} cannot be written ({error.strerror}). Nothing was changed.",
            "Make the file writable, or add the entry to its blacklist yourself.",
        ) from error
