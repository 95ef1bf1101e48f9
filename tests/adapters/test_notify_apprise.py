"""What goes through Apprise: real HTTP services behind json:// and ntfy://, and what is known when they misbehave."""

from __future__ import annotations

import re
import threading

import pytest
import requests

from callbacksheet.adapters.notify import Delivery
from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.errors import SetupError
from tests.adapters.receivers import free_port, http_service

NUMBER = ("+1 415-555-0142", "tel:+14155550142")


def message(address: str, **traits: object) -> Message:
    told: dict[str, object] = {"subject": "13:30 Dana", "body": "Ring +1 415-555-0142 now.", **traits}
    return Message("k3y", "MK", address, **told)  # type: ignore[arg-type]


def send(address: str, seconds: float = 5, **traits: object) -> Sent:
    return Delivery({}, print, seconds).send(message(address, **traits))


class TestTaken:
    def test_a_webhook_gets_the_text_and_the_key_in_a_header(self) -> None:
        with http_service() as service:
            sent = send(f"json://127.0.0.1:{service.port}/hook?+X-Team=desk")
        assert sent == Sent(Verdict.ACCEPTED)
        (heard,) = service.heard
        assert (heard.json["title"], heard.json["message"]) == ("13:30 Dana", "Ring +1 415-555-0142 now.")
        assert (heard.headers["Idempotency-Key"], heard.headers["X-Team"]) == ("k3y", "desk")

    def test_ntfy_gets_it_and_hears_that_it_is_urgent(self) -> None:
        with http_service() as service:
            assert send(f"ntfy://127.0.0.1:{service.port}/desk", urgent=True).verdict is Verdict.ACCEPTED
            assert send(f"ntfy://127.0.0.1:{service.port}/desk").verdict is Verdict.ACCEPTED
        urgent, plain = service.heard
        assert b"13:30 Dana" in urgent.body
        assert (urgent.headers.get("X-Priority"), plain.headers.get("X-Priority")) == ("high", None)

    def test_a_form_that_the_address_asks_for_is_kept_without_links_too(self) -> None:
        with http_service() as service:
            send(f"json://127.0.0.1:{service.port}/?format=html", body="Ring Dana <now>\nand Jo.")
        assert service.heard[0].json["message"] == "Ring Dana &lt;now&gt;<br>\nand Jo."

    def test_a_channel_that_knows_links_gets_the_number_as_one(self) -> None:
        with http_service() as service:
            send(f"json://127.0.0.1:{service.port}/?format=html", links=(NUMBER,), private=True)
            send(f"json://127.0.0.1:{service.port}/?format=markdown", links=(NUMBER,), private=True)
            send(f"json://127.0.0.1:{service.port}/", links=(NUMBER,), private=True)
        html, markdown, plain = (heard.json["message"] for heard in service.heard)
        assert html == 'Ring <a href="tel:+14155550142">+1 415-555-0142</a> now.'
        assert re.fullmatch(r"Ring \[\\?\+1 415\\?-555\\?-0142\]\(<?tel:\+14155550142>?\) now\.", markdown)
        assert plain == "Ring +1 415-555-0142 now."


class TestNotTaken:
    def test_nobody_listens(self) -> None:
        sent = send(f"json://127.0.0.1:{free_port()}/")
        assert sent == Sent(Verdict.REFUSED, "Nothing answers at the service's address.")

    @pytest.mark.parametrize("scheme", ["json", "ntfy"])
    @pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503])
    def test_the_service_says_no(self, scheme: str, status: int) -> None:
        with http_service(status) as service:
            sent = send(f"{scheme}://127.0.0.1:{service.port}/desk")
        assert sent == Sent(Verdict.REFUSED, f"The service said no: {status}.")

    @pytest.mark.parametrize("scheme", ["json", "ntfy"])
    @pytest.mark.parametrize("how", ["hang", "reset", "cut", 502, 504])
    def test_nobody_knows_once_it_is_handed_over(self, scheme: str, how: int | str) -> None:
        with http_service(how) as service:
            sent = send(f"{scheme}://127.0.0.1:{service.port}/desk", seconds=0.3)
            assert len(service.heard) == 1
        assert sent.verdict is Verdict.UNKNOWN, sent

    def test_some_of_the_people_at_an_address_have_it_and_others_do_not(self) -> None:
        with http_service() as service:
            service.how = "second fails"
            sent = send(f"ntfy://127.0.0.1:{service.port}/one/two")
            assert len(service.heard) == 2
        assert sent == Sent(
            Verdict.UNKNOWN, "The service took it for some of the people at this address and not for others."
        )

    def test_what_apprise_has_to_say_stays_off_the_screen(self, capfd: pytest.CaptureFixture[str]) -> None:
        send(f"json://mk:s3cret@127.0.0.1:{free_port()}/hook")
        assert capfd.readouterr() == ("", "")

    def test_other_requests_of_the_program_are_left_alone_meanwhile(self) -> None:
        with http_service("hang") as slow, http_service(200) as quick:
            sent: list[Sent] = []
            sender = threading.Thread(target=lambda: sent.append(send(f"json://127.0.0.1:{slow.port}/", seconds=1)))
            sender.start()
            while not slow.heard:
                pass
            assert requests.post(f"http://127.0.0.1:{quick.port}/", timeout=5).status_code == 200
            sender.join()
        assert sent[0].verdict is Verdict.UNKNOWN
        assert requests.Session.send.__module__ == "requests.sessions"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("tgrm://s3cret/12", "The address tgrm://… is none that can be sent to."),
        ("twilio://s3cret", "The address twilio://… is none that can be sent to."),
        ("json://s3cret@", "The address json://… is none that can be sent to."),
    ],
)
def test_an_address_that_apprise_does_not_know_is_refused_without_its_secrets(address: str, sentence: str) -> None:
    with pytest.raises(SetupError) as caught:
        Delivery({}, print).check(Address(address))
    assert str(caught.value) == sentence
    assert send(address) == Sent(Verdict.REFUSED, sentence)
