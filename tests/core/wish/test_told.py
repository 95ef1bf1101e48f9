"""What a note tells besides the wish: past calls, appointments, other events, other zones. Tuesday 5 May, 11:20."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

PAST = (
    ("called yesterday at 5, call back tomorrow", "6 May 09:00-18:00"),
    ("called at 10, call back after 3", "5 May 15:00-24:00"),
    ("left vm at 3pm, try again tomorrow", "6 May 09:00-18:00"),
    ("missed call 10:30, wants call at 4", "5 May 16:00"),
    ("rang 2 times, call after 5", "5 May 17:00-24:00"),
    ("he called this morning, call back this afternoon", "5 May 13:30-18:00"),
    ("wants to be called after 4", "5 May 16:00-24:00"),
    ("звонил в 10, перезвонить после обеда", "5 May 13:30-18:00"),
    ("звонила утром, просила набрать завтра до 12", "6 May 09:00-12:00"),
    ("дзвонив о 10, передзвонити після обіду", "5 May 13:30-18:00"),
    ("tadi telepon jam 10, minta dihubungi jam 3", "5 May 15:00"),
    ("llamó a las 10, devolver la llamada por la tarde", "5 May 13:30-18:00"),
    ("hat um 10 angerufen, Rückruf ab 15 Uhr", "5 May 15:00-24:00"),
    ("a appelé à 10h, rappeler après 15h", "5 May 15:00-24:00"),
    ("ha chiamato alle 10, richiamare dopo le 15", "5 May 15:00-24:00"),
    ("ligou às 10, retornar depois das 15h", "5 May 15:00-24:00"),
    ("dzwonił o 10, oddzwonić po 15", "5 May 15:00-24:00"),
    ("10'da aradı, 15'ten sonra arayın", "5 May 15:00-24:00"),
    ("belde om 10, terugbellen na 3", "5 May 15:00-24:00"),
)

NO_WISH = (
    "called at 9am re order", "was called at 5", "last called on friday", "appointment yesterday at 3", "yesterday",
    "в прошлую пятницу", "минулої п'ятниці", "letzten Montag", "el lunes pasado", "lundi dernier", "lunedì scorso",
    "segunda passada", "w zeszły poniedziałek", "geçen pazartesi", "vorige maandag",
)  # fmt: skip

OTHER_MATTERS = (
    ("appt is tomorrow at 3, call today", "5 May 11:20-18:00"),
    ("moving from tue to thu, call tomorrow am", "6 May 09:00-12:00"),
    ("запись на пятницу 14:00, перезвонить в четверг", "7 May 09:00-18:00"),
    ("Termin Freitag 14 Uhr, Donnerstag anrufen", "7 May 09:00-18:00"),
    ("janji hari jumat jam 2, telepon kamis", "7 May 09:00-18:00"),
    ("appt friday at 2", "8 May 14:00 ?"),
    ("moved from tues to thurs", "5 May 11:20-18:00 ?"),
    ("flight lands at 5, call after 6", "5 May 18:00-24:00 ?"),
    ("table for 4 at 7pm tonight, call back by 5", "5 May 11:20-17:00 ?"),
)

DOUBTFUL = (
    ("after 5 EST", "5 May 17:00-24:00 ?"),
    ("после 15 по мск", "5 May 15:00-24:00 ?"),
    ("closes at 4 on fridays", "8 May 16:00 ?"),
    ("tomorrow friday", "6 May 09:00-18:00 ?"),
    ("thu, june 19", "19 Jun 09:00-18:00 ?"),
    ("4 may", "4 May 09:00-18:00 ?"),
    ("between today and tomorrow", "5 May 11:20 - 6 May 18:00 ?"),
    ("через день", "6 May 09:00-18:00 ?"),
    ("in 8 Tagen", "13 May 09:00-18:00 ?"),
    ("з 13 до 14 обід", "5 May 13:00-14:00 ?"),
    ("bis 17.10.", "5 May 11:20-17:10 ?"),
    ("martes 3", "5 May 15:00 ?"),
)

REVERSED = ("please don't call at 5", "no calls between 1 and 2", "не звонить в 5", "bitte nicht um 10 anrufen")


@pytest.mark.parametrize(("text", "windows"), PAST)
def test_what_happened_is_no_wish_and_what_is_asked_stays_sure(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_WISH)
def test_only_the_past_is_refused(text: str) -> None:
    assert read(text) == REFUSED


@pytest.mark.parametrize(("text", "windows"), OTHER_MATTERS)
def test_another_event_gives_way_to_the_call_or_is_in_doubt(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize(("text", "windows"), DOUBTFUL)
def test_what_may_mean_two_things_is_never_sure(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", REVERSED)
def test_a_time_ruled_out_never_becomes_the_time_to_call(text: str) -> None:
    assert read(text) == REFUSED


@pytest.mark.parametrize("template", ["xqzt {}", "{} xqzt", "tomorrow xqzt {}"])
@pytest.mark.parametrize("time", ["at 5", "5", "friday", "after 5"])
def test_a_word_nobody_knows_beside_a_time_leaves_it_in_doubt(template: str, time: str) -> None:
    said = read(template.format(time))
    assert said == REFUSED or said.endswith(" ?")
