"""Which configuration file a run uses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from callbacksheet.config.load import FILE_NAME
from callbacksheet.errors import SetupError

VARIABLE = "CALLBACKSHEET_CONFIG"


def find(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """``--config``, else ``$CALLBACKSHEET_CONFIG``, else ./callbacksheet.toml, else the user's config folder.

    A file that was named but is not there is an error; it is never passed over for another one.
    """
    if explicit is not None:
        return _named(explicit, "--config", cwd)
    if environ.get(VARIABLE, "").strip():
        return _named(Path(environ[VARIABLE].strip()), f"${VARIABLE}", cwd)
    places = [cwd / FILE_NAME]
    if places[0].is_file():
        return places[0]
    places.append(_user_folder() / FILE_NAME)
    if places[1].is_file():
        return places[1]
    raise SetupError(
        f"There is no configuration: neither {places[0]} nor {places[1]} exists.",
        "Set one up with `callbacksheet init`, or see a sample day with `callbacksheet demo`.",
    )


def _named(path: Path, by: str, cwd: Path) -> Path:
    place = cwd / path.expanduser()
    if place.is_dir():
        place = place / FILE_NAME
    if place.is_file():
        return place
    raise SetupError(
        f"{by} names {path}, but there is no such file.",
        "Correct the name, or make a configuration with `callbacksheet init`.",
    )


def _user_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path("callbacksheet", appauthor=False)
