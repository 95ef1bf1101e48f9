"""A desk's configuration: which file, what it says, and what is wrong with it."""

from callbacksheet.config.find import find
from callbacksheet.config.load import FILE_NAME, load, read_settings
from callbacksheet.config.settings import (
    GooglePlace,
    Person,
    Place,
    Problem,
    Reminders,
    Settings,
    Sort,
    WorkbookPlace,
)

__all__ = [
    "FILE_NAME",
    "GooglePlace",
    "Person",
    "Place",
    "Problem",
    "Reminders",
    "Settings",
    "Sort",
    "WorkbookPlace",
    "find",
    "load",
    "read_settings",
]
