"""Reminders over runs: each once, to the minute, up the chain, held in quiet times, never silently lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta

import pytest

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.batch import Batch
from callbacksheet.core.holding import Rules
from callbacksheet.core.message import Address, Message, Sent
from callbacksheet.core.model import Span
from callbacksheet.core.reminders import Team
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import FenceTakenError, LostError, RefusedError, UnavailableError
from callbacksheet.runs.tidy import tidy
from tests.desk import NEW_YORK, Desk, tab
from tests.runs.reminding import ACCEPTED, REFUSED, UNKNOWN, Log, Meddled, Office, office, team

DANA = "11:20 | Dana | 415-555-0142 | book | at 13:30"
BOB = "11:21 | Bob | 415-555-0188 | quote | at 13:30"
URGENT = "11:20 | Dana | 415-555-0142 | book | at 13:30 | !!"


def test_a_due_row_is_told_at_its_minute_and_once() -> None:
    desk = office(DANA)
    assert desk.told("13:29") == []
    assert desk.told("13:30") == ["MK due Dana"]
    assert desk.told("13:30") == []
    assert desk.told("13:31") == []


def test_a_quiet_run_costs_one_read_and_no_write() -> None:
    desk = office(DANA)
    done = desk.at("12:00").remind()
    assert (done.reads, done.writes, done.told) == (1, 0, [])


def test_telling_somebody_costs_one_read_a_claim_and_a_mark() -> None:
    desk = office(DANA)
    done = desk.at("13:30").remind()
    assert (done.reads, done.writes) == (1, 2)
    assert desk.fates == ["MK due sent"]


def test_a_run_whose_writes_are_spent_on_its_claims_leaves_the_mark_to_the_next() -> None:
    desk = office(DANA).at("13:30")
    turns = iter([True, True, False])

    def faster() -> None:
        if next(turns):
            raise FenceTakenError("Another run was faster.", "Nothing to do.")

    done = desk.remind(sheet=Meddled(desk.desk.sheet, faster))
    assert (done.writes, done.unmarked, desk.fates) == (3, True, ["MK due claimed"])
    assert desk.told("13:31") == ["MK due Dana"]
    assert (len(desk.phones.arrived), desk.fates) == (1, ["MK due sent"])


def test_a_run_whose_looks_are_spent_leaves_the_mark_to_the_next_and_looks_no_more() -> None:
    desk = office(DANA).at("13:30")
    sheet = DeafAfterTheClaim(desk.desk.sheet)
    done = desk.remind(sheet=sheet)
    assert (sheet.reads, sheet.writes) == (3, 2)
    assert (done.unmarked, desk.fates) == (True, ["MK due claimed"])
    assert desk.told("13:31") == ["MK due Dana"]
    assert (len(desk.phones.arrived), desk.fates) == (1, ["MK due sent"])


@dataclass
class DeafAfterTheClaim:
    """A sheet that counts what it is asked, and from which no answer comes any more after the claim."""

    sheet: MemorySheet
    reads: int = 0
    writes: int = 0

    def read(self) -> Snapshot:
        self.reads += 1 if self.reads else 2  # what formulas show is asked for too
        if self.writes > 1:
            raise UnavailableError("Nobody answers.", "Run again later.")
        return self.sheet.read()

    def apply(self, batch: Batch) -> Snapshot:
        self.writes += 1
        if self.writes > 1:
            raise LostError("The answer was lost.", "Run again.")
        return self.sheet.apply(batch)


def test_a_claim_stands_in_the_sheet_before_anything_is_sent() -> None:
    desk = office(DANA)
    seen: list[list[str]] = []

    def look(message: Message) -> Sent:
        seen.append(desk.fates)
        return ACCEPTED

    desk.phones.answers = look
    desk.told("13:30")
    assert seen == [["MK due claimed"]]


def test_a_row_that_nobody_tidied_yet_is_told_by_the_run_that_gives_it_its_key() -> None:
    desk = office(DANA)
    desk.desk.type_in(3, "name", "Ivan")
    desk.desk.type_in(3, "phone", "415-555-0123")
    desk.desk.type_in(3, "reason", "refund")
    assert desk.told("12:00") == ["MK due Ivan"]
    assert desk.told("12:01") == []
    assert [c.name for c in desk.desk.queue()] == ["Ivan", "Dana"]


def test_a_machine_asleep_for_two_hours_tells_each_callback_once() -> None:
    desk = office(*(f"11:{n:02} | Caller {n} | 415-555-01{n:02} | book | at 13:30" for n in range(10, 18)))
    assert sorted(desk.told("15:30")) == sorted(f"MK due Caller {n}" for n in range(10, 18))
    assert desk.told("15:31") == []


def test_hundreds_at_one_minute_are_claimed_some_at_a_time_and_all_told() -> None:
    rows = (f"11:00 | Caller {n} | 415-200-{n:04} | book | at 13:30" for n in range(620))
    desk = office(*rows)
    desk.phones.answers = lambda message: REFUSED if "Caller 7:" in message.subject else ACCEPTED
    done = desk.at("13:30").remind()
    assert len(desk.phones.arrived) == 619
    assert len({message.key for message in desk.phones.arrived}) == 619
    assert (done.reads, done.writes) == (1, 4)
    assert [entry.tries for entry in desk.outbox if entry.fate.value == "failed"] == [3]
    desk.remind()
    assert len(desk.phones.arrived) == 619


def test_when_nobody_acts_the_backup_is_told_and_then_the_head() -> None:
    desk = office(DANA)
    assert desk.told("13:30") == ["MK due Dana"]
    assert desk.told("13:44") == []
    assert desk.told("13:45") == ["JL backup Dana"]
    assert desk.told("13:59") == []
    assert desk.told("14:00") == ["OL head Dana"]
    assert desk.told("15:30") == []


def test_asleep_between_two_steps_the_next_one_comes_when_the_last_had_its_time() -> None:
    desk = office(DANA)
    assert desk.told("15:30") == ["MK due Dana"]
    assert desk.told("15:44") == []
    assert desk.told("15:45") == ["JL backup Dana"]


def test_without_escalation_only_the_owner_is_told() -> None:
    desk = office(DANA)
    desk.rules = Rules(escalate_after=None)
    assert desk.told("13:30") == ["MK due Dana"]
    assert desk.told("16:30") == []


@pytest.mark.parametrize("owner", ["JL", "jl", "Janet L"])
def test_an_owner_who_is_the_backup_too_is_not_told_twice(owner: str) -> None:
    desk = office(DANA)
    desk.team = replace(desk.team, names={**desk.team.names, "JL": "Janet L"})
    desk.desk.type_in(2, "owner", owner)
    assert desk.told("13:30") == ["JL due Dana"]
    assert desk.told("13:45") == ["OL head Dana"]
    assert desk.told("14:30") == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "Done: booked"), ("status", "lvm"), ("next callback", "16:00"), ("attempts", 1)],
)
def test_acting_on_the_row_ends_its_chain(column: str, value: object) -> None:
    desk = office(DANA)
    assert desk.told("13:30") == ["MK due Dana"]
    desk.desk.type_in(2, column, value)  # type: ignore[arg-type]
    assert "JL backup Dana" not in desk.told("13:45")


def test_a_note_alone_is_no_acting() -> None:
    desk = office(DANA)
    desk.told("13:30")
    desk.desk.type_in(2, "notes", "likes jazz")
    assert desk.told("13:45") == ["JL backup Dana"]


def test_a_new_time_is_told_anew_and_the_same_time_given_back_is_not() -> None:
    desk = office(DANA)
    desk.told("13:30")
    desk.desk.type_in(2, "next callback", "14:00")
    assert desk.told("13:40") == []
    assert desk.told("14:00") == ["MK due Dana"]
    desk.desk.type_in(2, "next callback", "13:30")
    assert desk.told("14:01") == []


def test_what_was_done_between_the_claim_and_the_sending_is_not_told() -> None:
    desk = office(DANA, BOB)
    closing = Meddled(desk.desk.sheet, then=lambda: desk.desk.type_in(2, "status", "Done"))
    done = desk.at("13:30").remind(sheet=closing)
    assert [told.entry.to for told in done.told] == ["MK"]
    assert [message.subject for message in desk.phones.arrived] == ["13:30 Bob: quote"]
    desk.at("13:31").remind()
    assert desk.fates == ["MK due cancelled", "MK due sent"]


def test_quiet_hours_hold_everything_back_and_one_digest_comes_after() -> None:
    desk = office()
    dana, bob = "2026-11-19 16:00 | Dana | 415-555-0142 | book", "2026-11-19 16:01 | Bob | 415-555-0188 | quote"
    desk.desk.sheet = tab(f"{dana} | | | | 2026-11-19 20:30", f"{bob} | | | | 2026-11-20 06:15")
    desk.rules = Rules(quiet=(Span(0, 480), Span(1200, 1440)))
    desk.at("2026-11-19 17:00").tidy()
    for moment in ("2026-11-19 20:30", "2026-11-20 06:15", "2026-11-20 07:59"):
        assert desk.told(moment) == []
    assert desk.told("2026-11-20 08:00") == ["MK digest Dana, Bob"]
    assert desk.told("2026-11-20 08:01") == []
    assert desk.told("2026-11-20 08:15") == ["JL backup Dana", "JL backup Bob"]


def test_what_a_weekend_held_back_comes_at_the_opening() -> None:
    desk = office(DANA)
    desk.desk.type_in(2, "next callback", "2026-11-21 10:00")
    desk.tidy()
    assert desk.told("2026-11-21 10:00") == []
    assert desk.told("2026-11-23 08:59") == []
    assert desk.told("2026-11-23 09:00") == ["MK due Dana"]


def test_urgent_is_told_in_quiet_hours_too() -> None:
    desk = office(URGENT)
    desk.rules = Rules(quiet=(Span(780, 900),))
    assert desk.told("13:30") == ["MK due Dana"]


def test_urgent_out_of_hours_goes_to_who_is_on_call_at_once() -> None:
    desk = office(DANA)
    desk.desk.with_shop(on_call="RT")
    desk.rules = Rules(quiet=(Span(1200, 1440),))
    desk.desk.type_in(3, "name", "Ann")
    desk.desk.type_in(3, "phone", "415-555-0123")
    desk.desk.type_in(3, "reason", "refund")
    desk.desk.type_in(3, "urgency", "!!")
    assert "RT on-call Ann" in desk.told("21:00")
    assert "OL head Ann" not in desk.told("21:14")
    assert "JL backup Ann" in desk.told("21:15")


def test_a_promise_about_to_break_is_told_to_its_owner() -> None:
    desk = office()
    desk.desk.with_shop(promise_by=time(10, 0))
    desk.desk.sheet = tab("2026-11-19 22:00 | Dana | 415-555-0142 | book")
    desk.at("2026-11-19 22:05").tidy()
    assert desk.told("2026-11-20 09:00") == ["MK due Dana"]
    assert desk.told("2026-11-20 09:15") == ["JL backup Dana"]
    assert sorted(desk.told("2026-11-20 09:30")) == ["MK promise Dana", "OL head Dana"]
    assert desk.told("2026-11-20 09:59") == []


def test_a_promise_kept_is_not_spoken_of() -> None:
    desk = office()
    desk.desk.with_shop(promise_by=time(10, 0))
    desk.desk.sheet = tab("2026-11-19 22:00 | Dana | 415-555-0142 | book")
    desk.at("2026-11-19 22:05").tidy()
    desk.told("2026-11-20 09:00")
    desk.desk.type_in(2, "status", "lvm")
    assert "MK promise Dana" not in desk.told("2026-11-20 09:30")


def test_the_final_message_is_told_as_such() -> None:
    desk = office(DANA)
    desk.desk.type_in(2, "attempts", 3)
    desk.desk.type_in(2, "status", "lvm")
    desk.desk.type_in(2, "next callback", "2026-11-20 15:00")
    assert desk.told("15:00") == ["MK final-message Dana"]


def test_a_row_handed_over_is_told_to_its_new_owner() -> None:
    desk = office(DANA)
    desk.desk.type_in(2, "owner", "JL")
    desk.desk.type_in(2, "by", "MK")
    assert desk.told("12:00") == ["JL handed-over Dana"]
    assert desk.told("12:01") == []
    assert desk.told("13:30") == ["JL due Dana"]


def test_a_row_somebody_took_themselves_is_not_told_to_them() -> None:
    desk = office(DANA)
    desk.desk.type_in(2, "owner", "JL")
    desk.desk.type_in(2, "by", "JL")
    assert desk.told("12:00") == []


def test_a_row_handed_over_when_due_is_one_message() -> None:
    desk = office(DANA)
    desk.told("13:30")
    desk.desk.type_in(2, "owner", "RT")
    desk.desk.type_in(2, "by", "MK")
    assert desk.told("13:35") == ["RT due Dana"]
    assert desk.told("13:36") == []


def test_whoever_has_no_address_is_passed_over() -> None:
    desk = office(DANA)
    desk.team = team("JL", "OL")
    assert desk.told("13:30") == ["JL due Dana"]
    assert desk.told("13:45") == ["OL head Dana"]
    assert desk.told("14:30") == []


def test_a_row_that_nobody_answers_for_is_told_to_whoever_can_be_reached() -> None:
    desk = office(DANA)
    desk.team = team("RT", "XY")
    assert desk.told("13:30") == ["RT due Dana"]
    assert desk.told("14:30") == []


BLOCKS = (Span(690, 720), Span(900, 930))


def test_a_block_starts_with_its_list() -> None:
    desk = office(
        DANA, "11:21 | Bob | 415-555-0188 | quote | at 15:20", "11:22 | Eve | 415-555-0177 | quote | at 17:00"
    )
    desk.desk.with_shop(blocks=BLOCKS)
    desk.told("13:30")
    desk.desk.type_in(2, "status", "Done: booked")
    assert desk.told("15:00") == ["MK block Bob"]
    assert desk.told("15:01") == []
    assert desk.told("15:20") == ["MK due Bob"]


def test_a_block_whose_list_is_empty_is_not_spoken_of() -> None:
    desk = office("11:22 | Eve | 415-555-0177 | quote | at 17:00")
    desk.desk.with_shop(blocks=BLOCKS)
    assert desk.told("15:00") == []


def test_rows_due_when_the_block_starts_are_told_in_its_list_alone() -> None:
    desk = office("11:21 | Bob | 415-555-0188 | quote | at 15:00")
    desk.desk.with_shop(blocks=BLOCKS)
    assert desk.told("15:00") == ["MK block Bob"]
    assert desk.told("15:01") == []
    assert desk.told("15:15") == ["JL backup Bob"]


def test_after_closing_the_head_hears_once_what_is_left() -> None:
    desk = office(DANA)
    for moment in ("13:30", "13:45", "14:00"):
        desk.told(moment)
    assert desk.told("17:59") == []
    assert desk.told("18:00") == ["OL end-of-day Dana"]
    assert desk.told("18:01") == []
    assert desk.told("19:00") == []


def test_a_clean_day_ends_in_silence() -> None:
    desk = office("11:20 | Dana | 415-555-0142 | book | Monday at 10")
    assert desk.told("18:00") == []


def test_a_failing_address_is_tried_again_within_the_run() -> None:
    desk = office(DANA)
    answers = iter((REFUSED, REFUSED, ACCEPTED))
    desk.phones.answers = lambda message: next(answers)
    done = desk.at("13:30").remind()
    assert desk.waited == [0.0, 2.0, 8.0]
    assert [told.entry.fate.value for told in done.told] == ["sent"]
    assert done.unsent == []


def deaf(*people: str) -> Callable[[Message], Sent]:
    """Nobody of these can be reached."""
    return lambda message: REFUSED if message.recipient in people else ACCEPTED


def test_an_address_that_stays_deaf_is_given_up_and_the_next_person_hears_why() -> None:
    desk = office(DANA)
    desk.phones.answers = deaf("MK")
    first = desk.at("13:30").remind()
    assert [told.entry.fate.value for told in first.unsent] == ["failed"]
    second = desk.at("13:31").remind()
    assert [told.entry.given_up for told in second.unsent] == [True]
    assert "reminder_unsent" in desk.desk.codes("Dana")
    assert desk.told("13:32") == ["JL unreached Dana"]
    assert "MK" in desk.phones.arrived[-1].body
    assert "no route" in desk.phones.arrived[-1].body
    assert desk.told("13:33") == []
    assert desk.told("13:47") == ["OL head Dana"]


def test_when_nobody_can_be_reached_the_row_says_so() -> None:
    desk = office(DANA)
    desk.phones.answers = deaf("MK", "JL", "OL")
    for minute in range(30, 40):
        desk.at(f"13:{minute}").remind()
    assert desk.fates == ["JL unreached failed", "MK due failed", "OL unreached failed"]
    assert desk.desk.codes("Dana").count("reminder_unsent") == 3
    assert desk.told("14:30") == []


def test_one_of_two_addresses_is_enough() -> None:
    desk = office(DANA)
    desk.team = Team({"MK": "Mary"}, {"MK": (Address("test://deaf"), Address("test://good"))})
    desk.phones.answers = lambda message: REFUSED if "deaf" in message.address else ACCEPTED
    desk.at("13:30").remind()
    desk.at("13:31").remind()
    assert desk.fates == ["MK due failed", "MK due sent"]
    assert "reminder_unsent" not in desk.desk.codes("Dana")


def test_an_answer_that_never_came_is_held_for_a_person() -> None:
    desk = office(DANA)
    desk.phones.answers = lambda message: UNKNOWN
    done = desk.at("13:30").remind()
    assert [told.entry.fate.value for told in done.unsent] == ["hold"]
    assert "reminder_unknown" in desk.desk.codes("Dana")
    desk.phones.answers = lambda message: ACCEPTED
    assert desk.told("13:31") == []
    assert desk.told("13:45") == ["JL backup Dana"]


def test_a_service_that_drops_what_it_had_is_asked_again_instead() -> None:
    desk = office(DANA)
    desk.dedupes = True
    answers = iter((UNKNOWN, ACCEPTED))
    desk.phones.answers = lambda message: next(answers)
    assert desk.told("13:30") == ["MK due Dana"]
    assert len({message.key for message in desk.phones.tried}) == 1


def test_the_doubt_on_a_row_goes_when_it_is_worked() -> None:
    desk = office(DANA)
    desk.phones.answers = lambda message: UNKNOWN
    desk.at("13:30").remind()
    desk.desk.type_in(2, "status", "lvm")
    assert "reminder_unknown" not in desk.desk.codes("Dana")


def test_two_machines_share_the_work_and_nothing_comes_twice() -> None:
    laptop = office(DANA, BOB)
    server = laptop.on(Log("server"))
    assert sorted(laptop.told("13:30")) == ["MK due Bob", "MK due Dana"]
    assert server.told() == []
    assert server.told("13:45") == ["JL backup Dana", "JL backup Bob"]
    assert laptop.told() == []


def test_a_sheet_that_was_never_tidied_is_refused_with_nothing_sent() -> None:
    desk = Office(Desk(tab(DANA)))
    with pytest.raises(RefusedError, match="never tidied"):
        desk.at("13:30").remind()
    assert desk.phones.tried == []
    assert desk.desk.sheet.writes == 0


def test_a_safety_limit_keeps_nobody_from_being_told() -> None:
    desk = office(DANA, *(f"11:00 | Caller {n} | 415-555-01{n} | book | Monday at 10" for n in range(50, 70)))
    rows = desk.desk.sheet.rows
    desk.desk.sheet.replace_rows(rows[:4])
    done = desk.at("13:30").remind()
    assert [told.entry.to for told in done.told] == ["MK"]
    assert done.refused is not None


def test_rows_whose_keys_were_sorted_away_from_them_are_told_although_tidying_is_refused() -> None:
    desk = office(DANA, *(f"11:00 | Caller {n} | 415-555-01{n} | book | Monday at 10" for n in range(50, 70)))
    rows = [list(row) for row in desk.desk.sheet.rows[:4]]
    key = desk.desk.column("ID").index(desk.desk.callback("Dana").key) + 1
    place = rows[0].index("ID")
    rows[key][place], rows[key + 1][place] = rows[key + 1][place], rows[key][place]
    desk.desk.sheet.replace_rows(rows)
    done = desk.at("13:30").remind()
    assert done.refused is not None
    assert [c.name for told in done.told for c in told.callbacks] == ["Dana"]
    assert desk.fates == ["MK due sent"]


def test_a_tab_that_becomes_unreadable_after_the_claim_gets_nothing_sent_and_the_claim_let_go() -> None:
    desk = office(DANA)

    def no_header() -> None:
        desk.desk.sheet.replace_rows([["So", "it", "goes"], *desk.desk.sheet.rows[1:]])

    desk.at("13:30").remind(sheet=Meddled(desk.desk.sheet, then=no_header))
    assert desk.phones.tried == []
    assert desk.fates == ["MK due cancelled"]


def test_rebuilding_a_damaged_memory_tells_nobody_twice() -> None:
    desk = office(DANA)
    desk.told("13:30")
    sheet = desk.desk.sheet
    state = sheet.read().state or ()
    damaged = tuple(replace(row, text="?") if row.key == "counter" else row for row in state)
    desk.desk.sheet = MemorySheet("Callbacks", sheet.rows, state=damaged, history=sheet.read().history)
    with pytest.raises(RefusedError, match="damaged"):
        desk.at("13:31").remind()
    tidy(desk.desk.sheet, desk.desk.run, desk.desk.shop, lambda _: True, adopt=True)
    assert desk.told("13:32") == []
    assert desk.told("13:45") == ["JL backup Dana"]


def test_a_dry_run_says_what_it_would_send_and_sends_nothing() -> None:
    desk = office(DANA)
    writes = desk.desk.sheet.writes
    done = desk.at("13:30").remind(dry=True)
    assert [claim.entry.to for claim in done.meant] == ["MK"]
    assert desk.phones.tried == []
    assert desk.desk.sheet.writes == writes


def slow_office(*lines: str) -> Office:
    """Where one message takes as long as a whole run may."""
    desk = office(*lines)

    def slowly(message: Message) -> Sent:
        desk.seconds = 41.0
        return ACCEPTED

    desk.phones.answers = slowly
    return desk


def test_a_run_that_takes_too_long_leaves_the_rest_to_the_next() -> None:
    desk = slow_office(DANA, BOB)
    assert desk.told("13:30") == ["MK due Dana"]
    desk.seconds = 0.0
    assert desk.told("13:31") == ["MK due Bob"]


def test_what_a_run_had_no_time_for_is_free_for_any_machine() -> None:
    desk = slow_office(DANA, BOB)
    desk.at("13:30").remind()
    assert desk.fates == ["MK due cancelled", "MK due sent"]
    server = desk.on(Log("server"))
    server.seconds = 0.0
    assert len(server.told("13:31")) == 1
    assert len({message.key for message in desk.phones.arrived}) == len(desk.phones.arrived) == 2


def test_a_machine_that_slept_past_its_lease_does_not_send() -> None:
    desk = office(DANA)
    suspended = Meddled(desk.desk.sheet, first=lambda: setattr(desk, "seconds", 660.0))
    desk.at("13:30").remind(sheet=suspended)
    assert desk.phones.tried == []


def test_old_entries_are_dropped_once_nothing_needs_them() -> None:
    desk = office(DANA, "11:21 | Bob | 415-555-0188 | quote | Friday at 10")
    desk.told("13:30")
    desk.desk.type_in(2, "status", "Done: booked")
    desk.tidy()
    assert len(desk.outbox) == 1
    desk.desk.now = desk.desk.now + timedelta(days=7)
    desk.desk.now = desk.desk.now.replace(hour=10, minute=0, tzinfo=NEW_YORK)
    desk.remind()
    assert [entry.at.day for entry in desk.outbox] == [27]
