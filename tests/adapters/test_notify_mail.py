"""Mail that is really sent: what the server gets, and what is known when it does not take it."""

# ruff: noqa: E501 - a table reads better with long lines
from __future__ import annotations

from pathlib import Path

import pytest

from callbacksheet.adapters.notify import Delivery
from callbacksheet.adapters.notify_mail import Mail, parse_mail
from callbacksheet.core.message import Message, Sent, Verdict
from callbacksheet.errors import SetupError
from tests.adapters.receivers import free_port, mail_server, own_certificate, rude_mail_server

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

NUMBER = ("+1 415-555-0142", "tel:+14155550142")


def message(address: str, **traits: object) -> Message:
    told: dict[str, object] = {
        "subject": "13:30 Дана: перенос",
        "body": ".one dot\nRing +1 415-555-0142 now.\n\n.. two",
        **traits,
    }
    return Message("k3y", "MK", address, **told)  # type: ignore[arg-type]


def send(address: str, seconds: float = 5, **traits: object) -> Sent:
    return Delivery({}, print, seconds).send(message(address, **traits))


class TestTaken:
    def test_the_key_is_the_message_id_and_the_text_arrives_as_written(self) -> None:
        with mail_server() as post:
            sent = send(f"mailto://mk@127.0.0.1:{post.port}/dana@salon.example?from=desk@salon.example&name=Front desk")
        assert sent == Sent(Verdict.ACCEPTED, "", "4XyZ12")
        ((sender, to, mail),) = post.mails
        assert (sender, to) == ("desk@salon.example", ["dana@salon.example"])
        assert mail["Message-ID"] == "<k3y@salon.example>"
        assert mail["From"] == "Front desk <desk@salon.example>"
        assert mail["Subject"] == "13:30 Дана: перенос"
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail.get_content().replace("\r\n", "\n") == ".one dot\nRing +1 415-555-0142 now.\n\n.. two\n"
        assert not mail.is_multipart()

    def test_a_number_is_a_link_in_html_beside_the_plain_text(self) -> None:
        with mail_server() as post:
            send(f"mailto://127.0.0.1:{post.port}?to=mk@salon.example", links=(NUMBER,), private=True, urgent=True)
        ((_, _, mail),) = post.mails
        assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
        html = mail.get_body(("html",))
        assert html is not None
        assert '<a href="tel:+14155550142">+1 415-555-0142</a>' in html.get_content()
        assert mail["Importance"] == "high"

    def test_several_people_get_it_in_one_mail_and_one_who_is_refused_is_told(self) -> None:
        with mail_server(unknown=frozenset({"no@salon.example"})) as post:
            sent = send(f"mailto://127.0.0.1:{post.port}/mk@salon.example/no@salon.example?bcc=jl@salon.example")
        assert (sent.verdict, sent.why) == (Verdict.ACCEPTED, "The mail server took it for 2 of 3 people.")
        ((_, to, mail),) = post.mails
        assert to == ["mk@salon.example", "jl@salon.example"]
        assert "jl@" not in mail.as_string()

    def test_a_log_in_with_special_letters_in_the_password(self) -> None:
        with mail_server(password="p@ss/w:rd") as post:
            address = f"mailto://mk:p%40ss%2Fw%3Ard@127.0.0.1:{post.port}?to=mk@salon.example"
            assert send(address).verdict is Verdict.ACCEPTED

    def test_a_password_from_the_environment_needs_no_encoding_but_may_have_it(self) -> None:
        with mail_server(password="p@ss/w:rd") as post:
            address = f"mailto://mk:${{PASS}}@127.0.0.1:{post.port}?to=${{TO}}"
            for password in ("p@ss/w:rd", "p%40ss%2Fw%3Ard"):
                environ = {"PASS": password, "TO": "mk@salon.example"}
                assert Delivery(environ, print).send(message(address)).verdict is Verdict.ACCEPTED

    def test_a_server_that_asks_for_no_log_in_is_not_told_the_password(self) -> None:
        with mail_server() as post:
            assert send(f"mailto://mk:s3cret@127.0.0.1:{post.port}?to=mk@salon.example").verdict is Verdict.ACCEPTED


@pytest.mark.parametrize("mode", ["ssl", "starttls"])
class TestEncrypted:
    def test_a_server_that_is_trusted_by_hand(self, tmp_path: Path, mode: str) -> None:
        with mail_server(secret=own_certificate(tmp_path), mode=mode) as post:
            sent = send(f"mailtos://127.0.0.1:{post.port}?to=mk@salon.example&mode={mode}&verify=no")
            assert len(post.mails) == 1
        assert sent.verdict is Verdict.ACCEPTED

    def test_one_that_nobody_vouches_for_gets_nothing(self, tmp_path: Path, mode: str) -> None:
        with mail_server(secret=own_certificate(tmp_path), mode=mode) as post:
            sent = send(f"mailtos://127.0.0.1:{post.port}?to=mk@salon.example&mode={mode}")
            assert post.mails == []
        assert (sent.verdict, "certificate" in sent.why) == (Verdict.REFUSED, True)

    def test_a_server_without_encryption_never_sees_the_password(self, tmp_path: Path, mode: str) -> None:
        with rude_mail_server("NEVER", "") as server:
            sent = send(f"mailtos://mk:s3cret@127.0.0.1:{server.port}?to=x@salon.example&mode={mode}", seconds=0.5)
            assert "AUTH" not in server.heard
        assert sent.verdict is Verdict.REFUSED


class TestRefused:
    def test_a_wrong_password_is_told_without_it(self) -> None:
        with mail_server(password="right") as post:
            sent = send(f"mailto://mk:wrong-one@127.0.0.1:{post.port}?to=mk@salon.example")
        assert sent.verdict is Verdict.REFUSED
        assert sent.why.startswith("The mail server said no: 535")
        assert "wrong-one" not in sent.why

    def test_nobody_listens(self) -> None:
        sent = send(f"mailto://127.0.0.1:{free_port()}?to=mk@salon.example")
        assert sent == Sent(Verdict.REFUSED, "Nothing answers at the mail server's address and port.")

    def test_the_server_knows_none_of_the_people_and_nobody_is_named(self) -> None:
        with mail_server(unknown=frozenset({"mk@salon.example"})) as post:
            sent = send(f"mailto://127.0.0.1:{post.port}?to=mk@salon.example")
        assert sent == Sent(Verdict.REFUSED, "The mail server said no: 550 5.1.1 … no such person")

    @pytest.mark.parametrize("answer", ["554 5.7.1 looks like spam", "451 4.3.0 try later"])
    def test_the_server_has_all_of_it_and_says_no(self, answer: str) -> None:
        with mail_server(answer=answer) as post:
            sent = send(f"mailto://127.0.0.1:{post.port}?to=mk@salon.example")
        assert sent == Sent(Verdict.REFUSED, f"The mail server said no: {answer}")

    def test_encryption_is_asked_for_and_not_to_be_had(self) -> None:
        with mail_server() as post:
            sent = send(f"mailtos://127.0.0.1:{post.port}?to=mk@salon.example")
            assert post.mails == []
        assert (sent.verdict, "no encryption" in sent.why) == (Verdict.REFUSED, True)

    @pytest.mark.parametrize("stop_at", ["EHLO", "MAIL", "RCPT", "DATA"])
    @pytest.mark.parametrize("how", ["hang", "reset", "421 going away"])
    def test_whatever_happens_before_the_text_is_handed_over(self, stop_at: str, how: str) -> None:
        with rude_mail_server(stop_at, how) as server:
            sent = send(f"mailto://127.0.0.1:{server.port}?to=mk@salon.example", seconds=0.3)
            assert "END" not in server.heard
        assert sent.verdict is Verdict.REFUSED, sent

    @pytest.mark.parametrize("how", ["hang", "reset"])
    def test_nobody_knows_once_the_text_is_handed_over(self, how: str) -> None:
        with rude_mail_server("END", how) as server:
            sent = send(f"mailto://127.0.0.1:{server.port}?to=mk@salon.example", seconds=0.3)
            assert "END" in server.heard
        assert sent == Sent(Verdict.UNKNOWN, "The mail server had the message and never said whether it took it.")


ADDRESSES = [
    (
        "mailto://mk:secret@gmail.com",
        Mail("smtp.gmail.com", 587, "starttls", "mk@gmail.com", "secret", ("callbacksheet", "mk@gmail.com"), ("mk@gmail.com",)),
    ),
    (
        "mailtos://mk:secret@salon.example?smtp=mx.salon.example&mode=ssl&to=a@b.example,c@d.example",
        Mail("mx.salon.example", 465, "ssl", "mk", "secret", ("callbacksheet", "mk@salon.example"), ("a@b.example", "c@d.example")),
    ),
    (
        "mailtos://_?user=mk%2Btag@salon.example&pass=a%26b&smtp=mx.salon.example&from=Desk <d@salon.example>&verify=no",
        Mail("mx.salon.example", 587, "starttls", "mk+tag@salon.example", "a&b", ("Desk", "d@salon.example"), ("d@salon.example",), verify=False),
    ),
    (
        "mailto://127.0.0.1:2525/mk+calls@salon.example?name=Desk&format=text&reply=o@salon.example",
        Mail("127.0.0.1", 2525, "insecure", "", "", ("Desk", "callbacksheet@salon.example"), ("mk+calls@salon.example",), reply_to=("o@salon.example",), plain=True),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("address", "mail"), ADDRESSES, ids=[address[:40] for address, _ in ADDRESSES])
def test_addresses_are_read_as_apprise_writes_them(address: str, mail: Mail) -> None:
    assert parse_mail(address) == mail


REFUSALS = [
    ("mailto://mk:s3cret@salon.example:port", "The address mailto://… cannot be read"),
    ("mailto://mk:s3cret@salon.example?mode=secret", "The address mailto://…@salon.example has a mode that is none of insecure, starttls, ssl."),
    ("mailto://?to=mk@salon.example", "The address mailto://… names no mail server."),
    ("mailto://mk:s3cret@salon.example/dana", "The address mailto://…@salon.example names somebody whose mail address cannot be one."),
    ("mailto://localhost", "The address mailto://…@localhost does not say from whom or to whom: add from=…&to=…."),
]  # fmt: skip


@pytest.mark.parametrize(("address", "sentence"), REFUSALS)
def test_an_address_nobody_can_mail_to_is_refused_without_its_secrets(address: str, sentence: str) -> None:
    with pytest.raises(SetupError) as caught:
        parse_mail(address)
    assert str(caught.value).startswith(sentence)
    assert "s3cret" not in str(caught.value)
    sent = send(address)
    assert (sent.verdict, sent.why) == (Verdict.REFUSED, str(caught.value))
