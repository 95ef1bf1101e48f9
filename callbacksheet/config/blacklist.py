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
        listed.append(tomlkit.table().add("phone", phone).add("reason", reason))
    else:
        _append(document, listed, phone, reason)
    return tomlkit.dumps(document)


def without_blocked(text: str, phone: str, region: str) -> str:
    """The same text without this number on the list."""
    document: Any = tomlkit.parse(text)
    listed = document.get("blacklist")
    for place in reversed(range(len(listed or ()))):
        if _is(listed[place], phone, region):
            del listed[place]
    return tomlkit.dumps(document)


def _is(entry: Any, phone: str, region: str) -> bool:
    """Whether the entry means this number (E.164), however it is written there."""
    read = parse_phone(str(entry.get("phone", "")), region)
    return isinstance(read, Phone) and read.e164 == phone


def _append(document: Any, listed: Any, phone: str, reason: str) -> None:
    """A line of its own for each entry. A new list goes before the first table, where TOML wants bare names."""
    array = tomlkit.array()
    for one in (*(listed or ()), {"phone": phone, "reason": reason}):
        entry = tomlkit.inline_table()
        entry.update(one)
        array.append(entry)
    array.multiline(True)  # noqa: FBT003 - the name of the argument is that of the method
    if listed is not None:
        document["blacklist"] = array
        return
    tables = [
        n for n, (_, item) in enumerate(document.body) if isinstance(item, (tomlkit.items.Table, tomlkit.items.AoT))
    ]
    if tables:
        document._insert_at(tables[0], "blacklist", array)  # noqa: SLF001 - tomlkit has no public way to insert
    else:
        document.add("blacklist", array)


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
