"""The time words of English, with the shorthand of a busy desk."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="en",
    weekdays=(
        "monday, mondays, mon, mons, mondy, munday",
        "tuesday, tuesdays, tue, tues, tus, tuesdy, teusday",
        "wednesday, wednesdays, wed, weds, wensday, wednsday, wendesday",
        "thursday, thursdays, thu, thur, thurs, thrs, thusday, thrusday",
        "friday, fridays, fri, fridy, firday",
        "saturday, saturdays, sat, sats, saterday",
        "sunday, sundays, sun, suns",
    ),
    months=(
        "january, jan",
        "february, feb, febr, feburary",
        "march, mar",
        "april, apr",
        "may",
        "june, jun",
        "july, jul",
        "august, aug",
        "september, sep, sept",
        "october, oct",
        "november, nov",
        "december, dec",
    ),
    days={
        0: "today, tod, 2day, tday, todays, this day, the day, current day, otd",
        1: (
            "tomorrow, tomorow, tommorow, tommorrow, tomorrows, tmrw, tmr, tmw, tmrow, tomo, tmoro, 2moro, "
            "2morrow, 2mrw, next day, the day after, the next day, following day, morrow"
        ),
        2: (
            "day after tomorrow, the day after tomorrow, the day after tmrw, the day after tmr, "
            "day after tmrw, day after tmr, day after tomoz, overmorrow, day after 2moro"
        ),
        -1: "yesterday",
    },
    numbers={
        0: "zero, oh, o, ou",
        1: "one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty, fourty",
        50: "fifty",
    },
    vague={
        2: "couple, couple of, a couple of, a couple, couple more",
        3: "few, a few, few more, some",
    },
    ordinals={
        1: "first",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        30: "thirtieth",
    },
    parts={
        Part.FIRST_THING: (
            "first thing, 1st thing, first thing in the morning, first thing in the am, first thing am, "
            "at opening, when you open, when we open, as soon as you open, opening time"
        ),
        Part.MORNING: (
            "morning, mornings, morn, mrng, mornin, am's, ams, in the am, during the am, forenoon, "
            "breakfast, early in the day, morning time, mornings only, early part of the day"
        ),
        Part.EARLY_MORNING: "before work, before school, before the school run",
        Part.LATE_MORNING: "mid morning, midmorning, mid morn",
        Part.MIDDAY: (
            "lunch, lunchtime, lunch time, lunch hour, lunch break, over lunch, midday, lunchtimes, "
            "dinnertime lunch, around midday, middle of the day, mid day"
        ),
        Part.AFTERNOON: (
            "afternoon, afternoons, aft, afternn, aftn, afternon, arvo, in the pm, during the pm, pms, "
            "afternoon time, afternoons only"
        ),
        Part.AFTER_LUNCH: (
            "after lunch, after lunchtime, after lunch time, post lunch, after my lunch, after the lunch"
        ),
        Part.MID_AFTERNOON: "mid afternoon, midafternoon, mid aft",
        Part.LATE_AFTERNOON: "late pm",
        Part.END_OF_DAY: (
            "end of day, end of the day, eod, cob, close of business, end of business, end of play, eob, "
            "end of the business day, towards closing, before closing, before you close, before close"
        ),
        Part.AFTER_SCHOOL: "after school, after the school run, after school run",
        Part.AFTER_WORK: ("after work, after office hours, after working hours, after hours, after business hours"),
        Part.EVENING: "evening, evenings, eve, evng, evenin, evening time, evenings only",
        Part.LONG_EVENING: "night, nights, nite, nites",
        Part.NIGHT: "night time, nighttime",
        Part.EARLY_EVENING: "dinner, dinnertime, dinner time, supper, suppertime, teatime, tea time",
        Part.WORK_HOURS: ("business hours, office hours, working hours, work hours, normal hours, opening hours"),
        Part.DAYTIME: "daytime, day time, during the day, in the day, days only",
    },
    day_parts={
        (0, Part.LONG_EVENING): "tonight, tonite, 2nite, 2night, tonights, to night",
        (1, Part.MORNING): "tomorrow am, tmrw am, tmr am, morrow morning, tom am, tom morning, tom morn",
        (1, Part.AFTERNOON): "tom pm, tom afternoon, tomorrow pm, tmrw pm",
        (1, Part.EVENING): "tom evening, tom eve",
    },
    clocks={
        720: "noon, noontime, 12 noon, noonish",
        1440: "midnight, mid night",
    },
    units={
        "minute": "minute, minutes, min, mins, minuts",
        "hour": "hour, hours, hr, hrs, hour's, hours'",
        "day": "day, days, d",
        "week": "week, weeks, wk, wks, week's",
        "fortnight": "fortnight, fortnights",
        "month": "month, months, mth, mths",
        "business_day": (
            "business day, business days, working day, working days, work day, work days, workday, "
            "workdays, weekday days"
        ),
        "second": "seconds, secs, sec",
    },
    spans={
        30: "half an hour, half hour, a half hour, half an hr, half hr",
        15: "quarter of an hour, a quarter of an hour, quarter hour, quarter of hour",
        45: "three quarters of an hour, three quarter hour",
        90: "an hour and a half, hour and a half, one and a half hours, one and a half hour",
    },
    roles={
        "am": "am",
        "pm": "pm, p",
        "ampm": "ampm",
        "oclock": "o clock, oclock, o'clock, clock",
        "hour_mark": "h",
        "article": "a, an",
        "the": "the, on",
        "at": "at, @, for about, by about",
        "about": (
            "around, about, approximately, approx, circa, roughly, ish, sometime around, anytime around, "
            "any time around, abt, arnd, near, exactly, sharp, on the dot, latish, prompt, just"
        ),
        "of": "of, in the",
        "after_past": "after, past, aft er, afer",
        "after": (
            "later than, any time after, anytime after, anything after, sometime after, some time after, once "
            "past, only after, ideally after, later then, aftr"
        ),
        "since": "not before, no earlier than, not earlier than, no sooner than, not until, not till, not til",
        "from": (
            "from, from about, from around, starting at, starting from, starting, as of, any time from, "
            "anytime from, since, as from, frm, beginning at, beginning from"
        ),
        "after_post": (
            "onwards, onward, or later, or after, and later, and after, and onwards, plus, and up, "
            "on wards, and beyond, or afterwards, at the earliest, earliest"
        ),
        "before_to": "before, b4, befor",
        "before": (
            "by, prior to, earlier than, no later than, not later than, not after, any time before, "
            "anytime before, sometime before, some time before, anything before, up to, latest, "
            "at the latest by, by latest, <, <=, in advance of, ahead of"
        ),
        "before_post": "or before, or earlier, or sooner, at the latest, and earlier, and before, at latest",
        "until": "to, until, till, til, 'til, thru, through, up until, up till, upto",
        "to_hour": "to",
        "between": (
            "between, btw, btwn, bet, betw, b/w, in between, inbetween, anywhere between, any time between, "
            "anytime between, sometime between"
        ),
        "and": "and, &, n",
        "or": ("or, alternatively, otherwise, or else, failing that, if not, if not then, if not possible, or maybe"),
        "not": (
            "not, don't, dont, do not, never, no, cannot, can't, cant, won't, not in the, wont, doesn't, "
            "doesnt, isn't, isnt, unavailable, not available, not free, avoid, n't, not home, not at home, "
            "not around"
        ),
        "busy": (
            "busy, in meetings, in a meeting, meeting, at work, works, working, away, out, asleep, "
            "sleeping, in class, driving, on shift, sleeps, in meeting, tied up, at school, travelling, "
            "traveling, on a flight, flying, out of office, ooo, in court"
        ),
        "except": (
            "except, but, but not, but never, excluding, excl, other than, apart from, besides, bar, save, except "
            "for, aside from, not on, minus, outside, outside of, out of"
        ),
        "only": "only",
        "next": "next, following, nxt",
        "coming": "coming, upcoming, this coming, this upcoming",
        "this": "this, current, of the current, this current",
        "after_next": "after next",
        "early": "early, earlier, early in the, early on, early in",
        "late": "late, later, late in the, late on, late in, later in the, later in, latter",
        "mid": "mid, middle of, middle of the, mid of",
        "end": "end of, end of the, end, the end of, the end of the, late part of",
        "start": (
            "beginning of, beginning of the, start of, start of the, the beginning of, beginning, "
            "early part of, begining of"
        ),
        "rest": (
            "rest of, rest of the, rest, remaining of, remaining of the, remainder of, remainder of the, rest the"
        ),
        "half": "half",
        "half_past": "half past, half after",
        "quarter": "quarter, a quarter, qtr, quater",
        "minus": "minus",
        "in": "in",
        "within": (
            "within, within the, in the next, within the next, inside, over the next, in under, "
            "in less than, during the next"
        ),
        "from_now": "from now, from right now, hence, later, from this moment, time",
        "from_now_doubt": "in the future",
        "more": "more, another, further, a further",
        "for": "for",
        "after_now": "in about",
        "weekend": "weekend, weekends, week end, week ends, the weekend, w/e, wknd, wkend",
        "weekdays": (
            "weekday, weekdays, week day, week days, on weekdays, during the week, workweek days, midweek days, "
            "any weekday, m-f"
        ),
        "work_week": "work week, workweek, working week, business week",
        "end_of_month": "eom, the eom",
        "end_of_week": "eow, the eow",
        "same_time": "same time, at the same time, this time, the same time",
        "asap": (
            "asap, as soon as possible, a.s.a.p, a s a p, right away, straight away, straightaway, "
            "immediately, urgent, urgently, first available, earliest possible, "
            "at your earliest convenience, soonest, at once, earliest convenience, as soon as you can, "
            "as soon as u can, quickly as possible, right now please, asp, as soon as, next available, "
            "first opportunity"
        ),
        "anytime": (
            "anytime, any time, whenever, any, all day, any hour, no preference, flexible, doesn't matter, "
            "doesnt matter, does not matter, don't mind, dont mind, n/a, whenever possible, when possible, "
            "when you can, whenever suits, no pref, open, free all day, all day long, any day any time, "
            "at your convenience, up to you, no particular time, 24/7, any moment, your convenience"
        ),
        "any_day": "any day, every day, everyday, daily, each day, weekly, each, every, any",
        "now": "now, right now, at the moment, at this moment, immediatly, just now, right this minute",
        "call": (
            "call, calls, ring, phone, telephone, contact, reach, text, try, speak, talk, calling, callback, call "
            "back, callbacks, ring back, cb, c/b, message, wants, available, free, disturb, be called, being "
            "called, to be called, get called, getting called, be rung, be phoned, be reached, be texted, say, "
            "says, said, asked, asks, asking, asked for, request, requested, requests, requesting, again, try "
            "again, would like, next try, next attempt, callback requested, try him, try her, chase, follow up, "
            "followup, f/u"
        ),
        "number_of": (
            "order, invoice, inv, number, num, nr, room, apt, ref, reference, ticket, case, account, acct, "
            "ext, extension, tel, phone, suite, unit, flat, bus, line, gate, page, version, code, step, "
            "level, item, part, size, model, aged, age, id, rat, flight, po, mobile, cell, fax, option, "
            "ssn, total, bldg, building, floor, zip, route, highway, chapter"
        ),
        "counted": (
            "percent, percents, people, persons, person, adults, adult, kids, children, dollars, dollar, "
            "bucks, euros, euro, eur, usd, gbp, pounds, cents, times, x, stars, star, items, pieces, pcs, "
            "units, miles, km, kg, lbs, degrees, years, year, yrs, yo, guests, seats, tickets, orders, "
            "students, brl, men, women, messages, calls, boxes, sets, rooms, nights, visits"
        ),
        "noise": (
            "good morning, good afternoon, good evening, good night, good day, please, pls, plz, thanks, thank, "
            "you, thx, ty, back, best, better, prefer, prefers, preferred, preferably, pref, ideally, is, it, "
            "would, be, can, could, should, if, possible, maybe, probably, possibly, sometime, some, we, i, am's, "
            "she, he, they, him, her, your, my, his, their, our, time, times, good, great, fine, ok, okay, works "
            "best, suits, suit, best time, client, customer, caller, wants, want, need, needs, to be, will, then, "
            "on, with, and then, also, so, well, home, mobile, cell, in, the, that, which, any, schedule, "
            "scheduled, always, usually, mostly, generally, normally, really, hi, hello, at, up, do, s, ll, d, "
            "re, give, there, easiest, either, during, me"
        ),
        "told": (
            "called, rang, phoned, spoke, talked, tried, missed, missed call, emailed, texted, left vm, left a "
            "vm, left voicemail, left a voicemail, left message, left a message, left msg, lvm, answered, no "
            "answer, hung up, returned, was called, has called, already called, reached, dialed, dialled, called "
            "in, called back, called us, rung, visited, came in, went to voicemail, n/a on, no ans, no reply, no "
            "pick up, no pickup, did not answer, didn't answer, not answered, no response"
        ),
        "last": "last, previous",
        "appointment": (
            "appt, appointment, appts, appointments, booking, booked, booked for, booked in, reservation, "
            "reschedule, rescheduled, resched, reschedule from, move, moved, moving, change, changed, switch, "
            "postpone, postponed, cancel, cancelled, canceled, delivery, delivered, invoice from, dated, meeting "
            "with"
        ),
        "zone": (
            "est, cst, mst, pst, edt, cdt, mdt, pdt, cet, cest, gmt, utc, bst, et, pt, ct, eastern, eastern time, "
            "pacific, pacific time, central time, mountain time, his time, her time, their time, my time, our "
            "time, local time, uk time, us time"
        ),
    },
)
