"""The README's picture of the demo, drawn from its real run: ``python -m tests.picture`` writes it, a test compares."""

from __future__ import annotations

import html
import io
import re
import tempfile
from pathlib import Path

from callbacksheet.cli.command import Context, Shell
from callbacksheet.cli.demonstrated import demonstrate
from callbacksheet.cli.options import Options
from callbacksheet.cli.render import picture

PICTURE = Path(__file__).parent.parent / "docs" / "demo.svg"
WIDTH = 134


def drawn() -> str:
    """The picture as the demo gives it today."""
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell({}, Path(folder), io.StringIO(), io.StringIO())
        return picture(demonstrate(Context(shell, Options())).page, "callbacksheet demo", WIDTH)


def words(svg: str) -> str:
    """What stands in a picture, however a version of the drawing library lays it out."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg, re.DOTALL)
    return " ".join(" ".join(html.unescape(text).replace("\u00a0", " ") for text in texts).split())


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
