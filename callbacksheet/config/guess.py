"""What a machine's own settings suggest for a new configuration; only ever offered, and shown when taken."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

LOCALTIME = Path("/etc/localtime")


def machine_zone(environ: Mapping[str, str], localtime: Path = LOCALTIME) -> str:
    """The machine's time zone, like "Europe/Kyiv"; "" where it is unknown, or UTC: servers, but no shops."""
    named = environ.get("TZ", "").strip().removeprefix(":")
    if not named:
        try:
            named = localtime.resolve(strict=True).as_posix().partition("zoneinfo/")[2]
        except OSError:
            return ""
    named = named.removeprefix("posix/").removeprefix("right/")
    return named if "/" in named and not named.startswith("Etc/") and region_of(named) else ""


def region_of(zone: str) -> str:
    """The country a time zone lies in; "" where it is unknown."""
    return _regions().get(zone, "")


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, str]:
    """Zone to country, from the list that comes with the time zone database."""
    found: dict[str, str] = {}
    for line in _zone_list().splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and not line.startswith("#"):
            found[fields[2]] = fields[0]
    return found


def _zone_list() -> str:
    for folder in zoneinfo.TZPATH:
        try:
            return (Path(folder) / "zone.tab").read_text(encoding="utf-8")
        except OSError:
            continue
    try:
        from importlib.resources import files

        return (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    except (ModuleNotFoundError, OSError):
        return ""
