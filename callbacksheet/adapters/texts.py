"""The texts of messages, from files: those that come with the tool, and the team's own beside its configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from callbacksheet.core.message import Kind
from callbacksheet.core.model import Language
from callbacksheet.core.scripts import Script, parse_script
from callbacksheet.core.templates import Template, Texts, parse_template
from callbacksheet.errors import SetupError

FOLDER = "templates"

_PACKAGE = Path(__file__).parent.parent
SHIPPED = next((p for p in (_PACKAGE / FOLDER, _PACKAGE.parent / FOLDER) if p.is_dir()), _PACKAGE / FOLDER)
"""In a wheel the texts lie in the package; in a checkout beside it."""


def read_texts(language: Language, own: Path) -> Texts:
    """Every message's text in one language; a file in the team's ``own`` folder comes before the shipped one.

    Raises SetupError with everything that is wrong in them.
    """
    texts: dict[Kind, Template] = {}
    problems: list[SetupError] = []
    for kind in Kind:
        try:
            texts[kind] = _read(_file(kind, language, own), own)
        except SetupError as error:
            problems.append(error)
    if len(problems) == 1:
        raise problems[0]
    if problems:
        parts = tuple(part for problem in problems for part in problem.parts or (str(problem),))
        raise SetupError("\n".join(map(str, problems)), problems[0].next, parts)
    return texts


def read_script(script: Script, language: Language, own: Path) -> tuple[str, ...]:
    """The lines of what to say; the team's own file comes before the shipped one. Raises SetupError."""
    within = Path("scripts", language.value, f"{script.value}.txt")
    path = own / within if (own / within).is_file() else SHIPPED / within
    return parse_script(_text(path, own), _shown(path, own))


def strangers(own: Path) -> Iterator[Path]:
    """Files in the team's folder that no message is made from: perhaps a name is mistyped."""
    known = {f"{language.value}/{kind.value}.txt" for language in Language for kind in Kind}
    folder = own / "messages"
    for path in sorted(folder.rglob("*.txt")):
        if path.relative_to(folder).as_posix() not in known:
            yield path


def _file(kind: Kind, language: Language, own: Path) -> Path:
    within = Path("messages", language.value, f"{kind.value}.txt")
    return own / within if (own / within).is_file() else SHIPPED / within


def _read(path: Path, own: Path) -> Template:
    return parse_template(_text(path, own), _shown(path, own))


def _shown(path: Path, own: Path) -> str:
    return f"{own.name}/{path.relative_to(own).as_posix()}" if path.is_relative_to(own) else str(path)


def _text(path: Path, own: Path) -> str:
    shown = _shown(path, own)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SetupError(f"{shown} is not UTF-8 text; nothing was sent.", "Save the file as UTF-8.") from None
    except OSError as error:
        next_step = (
            "Check its permissions." if path.exists() else "Install callbacksheet again: a text of it is missing."
        )
        raise SetupError(f"{shown} cannot be read: {error.strerror}.", next_step) from None
