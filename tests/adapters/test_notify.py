"""Which way a message takes, addresses filled in from the environment, and what is imported for it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from callbacksheet.adapters.notify import Delivery, filled
from callbacksheet.adapters.texts import SHIPPED, read_texts, strangers
from callbacksheet.core.message import Address, Kind, Message, Sent, Verdict
from callbacksheet.core.model import Language
from callbacksheet.errors import SetupError

ROOT = Path(__file__).parent.parent.parent


class TestTheScreen:
    def test_it_is_a_channel_like_any_other(self) -> None:
        shown: list[str] = []
        message = Message("k3y", "MK", "console:", "13:30 Dana", "Ring Dana.\n\nRow CB-7F3K.")
        assert Delivery({}, shown.append).send(message) == Sent(Verdict.ACCEPTED)
        assert shown == ["MK: 13:30 Dana\n  Ring Dana.\n\n  Row CB-7F3K.\n"]


class TestTheEnvironment:
    @pytest.mark.parametrize(
        ("address", "value", "whole"),
        [
            ("${A}", "tgram://1:a/2", "tgram://1:a/2"),
            ("mailto://mk:${A}@salon.example", "p@s/s:w#?", "mailto://mk:p%40s%2Fs%3Aw%23%3F@salon.example"),
            ("mailto://mk:${A}@salon.example", "p%40s 100%", "mailto://mk:p%40s%20100%25@salon.example"),
            ("mailto://${A}/x@y.example", "salon.example:25", "mailto://salon.example:25/x@y.example"),
            ("mailto://salon.example?pass=${A}", "a&b=c+d", "mailto://salon.example?pass=a%26b=c%2Bd"),
            ("tgram://${A}/2", "1:a", "tgram://1:a/2"),
            ("ntfy://$A/{A}/x", "v", "ntfy://$A/{A}/x"),
        ],
    )
    def test_a_value_is_encoded_where_addresses_need_it(self, address: str, value: str, whole: str) -> None:
        assert filled(address, {"A": f" {value} "}) == whole

    def test_what_is_missing_is_named_and_nothing_that_is_there(self) -> None:
        with pytest.raises(SetupError) as caught:
            filled("tgram://${TOKEN}/${CHAT}/${}/${CHAT}", {"TOKEN": "s3cret", "CHAT": " "})
        assert str(caught.value) == (
            "The address tgram://… needs ${CHAT} and ${}, which the environment does not have."
        )

    def test_a_missing_one_is_a_refusal_when_sending(self) -> None:
        sent = Delivery({}, print).send(Message("k", "MK", "${MK_PHONE}", "s", "b"))
        assert sent.verdict is Verdict.REFUSED
        assert "${MK_PHONE}" in sent.why


class TestChecking:
    @pytest.mark.parametrize("address", ["console:", "ntfy://desk", "mailto://mk:x@gmail.com", "json://hooks.example"])
    def test_a_sound_address_sends_nothing(self, address: str) -> None:
        Delivery({}, print).check(Address(address))

    @pytest.mark.parametrize("address", ["${NONE}", "mailto://?to=x", "nowhere://x"])
    def test_one_that_is_not_says_so(self, address: str) -> None:
        with pytest.raises(SetupError):
            Delivery({}, print).check(Address(address))


class TestTexts:
    def test_a_teams_own_text_comes_before_the_shipped_one_file_by_file(self, tmp_path: Path) -> None:
        own = tmp_path / "templates"
        (own / "messages" / "uk").mkdir(parents=True)
        (own / "messages" / "uk" / "due.txt").write_text("Subject: {who}!\n\nДзвони.\n", encoding="utf-8")
        texts = read_texts(Language.UK, own)
        assert texts[Kind.DUE].subject == "{who}!"
        assert texts[Kind.HEAD] == read_texts(Language.UK, tmp_path)[Kind.HEAD]
        assert read_texts(Language.EN, own)[Kind.DUE].subject != "{who}!"

    def test_all_that_is_wrong_is_told_together(self, tmp_path: Path) -> None:
        own = tmp_path / "templates" / "messages" / "en"
        own.mkdir(parents=True)
        (own / "due.txt").write_text("Subject: {whom}\n\nx\n", encoding="utf-8")
        (own / "head.txt").write_bytes("Subject: {who}\n\nЗвонок\n".encode("cp1251"))
        (own / "test.txt").write_text("Subject: {who}\n", encoding="utf-8")
        with pytest.raises(SetupError) as caught:
            read_texts(Language.EN, tmp_path / "templates")
        assert caught.value.parts == (
            "templates/messages/en/due.txt line 1: {whom} is no place that can be filled; did you mean {who}?",
            "templates/messages/en/head.txt is not UTF-8 text; nothing was sent.",
            "templates/messages/en/test.txt: has no body below its subject",
        )

    def test_a_file_no_message_is_made_from_is_a_stranger(self, tmp_path: Path) -> None:
        folder = tmp_path / "messages" / "en"
        folder.mkdir(parents=True)
        for name in ("due.txt", "deu.txt", "due.txt~"):
            (folder / name).write_text("x", encoding="utf-8")
        assert [path.name for path in strangers(tmp_path)] == ["deu.txt"]
        assert list(strangers(tmp_path / "nowhere")) == []

    @pytest.mark.slow
    def test_the_wheel_has_them_where_the_program_looks(self, tmp_path: Path) -> None:
        from hatchling.builders.wheel import WheelBuilder

        (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(tmp_path / "site")
        look = "from callbacksheet.adapters.texts import SHIPPED, read_texts; print(SHIPPED)\n"
        look += "from callbacksheet.core.model import Language; from pathlib import Path\n"
        look += "print(len([read_texts(language, Path('x')) for language in Language]))"
        done = subprocess.run(
            [sys.executable, "-c", look], cwd=tmp_path / "site", capture_output=True, text=True, check=True
        )
        where, languages = done.stdout.split()
        assert Path(where) == (tmp_path / "site" / "callbacksheet" / "templates").resolve()
        assert int(languages) == len(Language)

    def test_in_a_checkout_they_lie_beside_the_package(self) -> None:
        assert SHIPPED == ROOT / "templates"


HEAVY = ("apprise", "requests", "smtplib", "email.message", "holidays", "aiosmtpd")


@pytest.mark.parametrize(
    "does",
    [
        "from callbacksheet.cli.main import app; app()",
        "import callbacksheet.wiring as w; w.notifier_of({}, print)",
        "from callbacksheet.core.telling import message_of",
        "from callbacksheet.adapters.notify import *\nDelivery({}, str).send(Message('k', 'MK', 'console:', 's', 'b'))",
    ],
    ids=["the command line", "a notifier", "a message", "the screen"],
)
def test_nothing_heavy_is_imported_before_something_goes_that_way(does: str) -> None:
    told = f"{does}\nimport sys\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_mail_does_not_import_apprise() -> None:
    sends = "Delivery({}, str, 0.2).send(Message('k', 'MK', 'mailto://127.0.0.1:9?to=x@y.example', 's', 'b'))"
    told = f"from callbacksheet.adapters.notify import *\n{sends}\nimport sys\nprint('apprise' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
