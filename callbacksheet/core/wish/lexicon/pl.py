"""The time words of Polish."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="pl",
    weekdays=(
        (
            "poniedziałek, poniedziałku, poniedziałki, pon, pn, pnd, poniedzialkowy, poniedziałkowy, "
            "poniedziałkowe, poniedziałkowego, poniedziałkiem, poniedziałkami, poniedziałkach"
        ),
        "wtorek, wtorku, wtorki, wt, wto, wtr, wtorkowy, wtorkowe, wtorkowego, wtorkiem, wtorkach",
        "środa, środę, środy, środzie, śr, śro, środowy, środowe, środowego, sr, środą, środach",
        "czwartek, czwartku, czwartki, czw, cz, czwartkowy, czwartkowe, czwartkowego, czwartkiem, czwartkach",
        "piątek, piątku, piątki, pt, pią, piątkowy, piątkowe, piątkowego, pia, piątkiem, piątkach",
        "sobota, sobotę, soboty, sobocie, sob, sobotni, sobotnie, sobotniego, sobotą, sobotach",
        ("niedziela, niedzielę, niedziele, niedzieli, nd, ndz, niedz, niedzielny, niedzielne, niedzielą, niedzielach"),
    ),
    months=(
        "styczeń, stycznia, styczniu, sty",
        "luty, lutego, lutym, lut",
        "marzec, marca, marcu, mar",
        "kwiecień, kwietnia, kwietniu, kwi",
        "maj, maja, maju",
        "czerwiec, czerwca, czerwcu, cze",
        "lipiec, lipca, lipcu, lip",
        "sierpień, sierpnia, sierpniu, sie",
        "wrzesień, września, wrześniu, wrz",
        "październik, października, październiku, paź",
        "listopad, listopada, listopadzie, lis",
        "grudzień, grudnia, grudniu, gru",
    ),
    days={
        0: (
            "dziś, dzisiaj, dzisiejszy, dzisiejsza, dzisiejszą, dzisiejszego, dzisiejszej, "
            "w dniu dzisiejszym, tego dnia, dzisiejszy dzień, obecnego dnia, dzis, dziś jeszcze"
        ),
        1: (
            "jutro, jutra, jutrzejszy, jutrzejsza, jutrzejszego, jutrzejszej, następnego dnia, "
            "następny dzień, kolejnego dnia, jutrzejszy dzień, jutr"
        ),
        2: "pojutrze, pojutrza, po jutrze, pojutrzejszy",
        3: "popojutrze",
        -1: "wczoraj",
        -2: "przedwczoraj",
    },
    numbers={
        0: "zero",
        1: "jeden, jedna, jedną, jednej, pierwsza, pierwszej, pierwszą",
        2: "dwa, dwie, dwóch, druga, drugiej, drugą",
        3: "trzy, trzech, trzecia, trzeciej, trzecią",
        4: "cztery, czterech, czwarta, czwartej, czwartą",
        5: "pięć, pięciu, piąta, piątej, piątą",
        6: "sześć, sześciu, szósta, szóstej, szóstą",
        7: "siedem, siedmiu, siódma, siódmej, siódmą",
        8: "osiem, ośmiu, ósma, ósmej, ósmą",
        9: "dziewięć, dziewięciu, dziewiąta, dziewiątej, dziewiątą",
        10: "dziesięć, dziesięciu, dziesiąta, dziesiątej, dziesiątą",
        11: "jedenaście, jedenastu, jedenasta, jedenastej, jedenastą",
        12: "dwanaście, dwunastu, dwunasta, dwunastej, dwunastą",
        13: "trzynaście, trzynasta, trzynastej, trzynastą",
        14: "czternaście, czternasta, czternastej, czternastą",
        15: "piętnaście, piętnastu, piętnasta, piętnastej, piętnastą",
        16: "szesnaście, szesnasta, szesnastej, szesnastą",
        17: "siedemnaście, siedemnasta, siedemnastej, siedemnastą",
        18: "osiemnaście, osiemnasta, osiemnastej, osiemnastą",
        19: "dziewiętnaście, dziewiętnasta, dziewiętnastej, dziewiętnastą",
        20: "dwadzieścia, dwudziestu, dwudziesta, dwudziestej, dwudziestą",
        21: "dwudziesta pierwsza, dwudziestej pierwszej, dwudziestejpierwszej",
        22: "dwudziesta druga, dwudziestej drugiej, dwudziestejdrugiej",
        23: "dwudziesta trzecia, dwudziestej trzeciej, dwudziestejtrzeciej",
        30: "trzydzieści, trzydziestu",
        40: "czterdzieści, czterdziestu",
        50: "pięćdziesiąt",
    },
    vague={
        2: "parę, para, pare, paru",
        3: "kilka, kilku",
    },
    ordinals={
        1: "pierwszy, pierwszego, pierwsze",
        2: "drugi, drugiego",
        3: "trzeci, trzeciego",
        4: "czwarty, czwartego",
        5: "piąty, piątego",
        6: "szósty, szóstego",
        7: "siódmy, siódmego",
        8: "ósmy, ósmego",
        9: "dziewiąty, dziewiątego",
        10: "dziesiąty, dziesiątego",
        11: "jedenasty, jedenastego",
        12: "dwunasty, dwunastego",
        13: "trzynasty, trzynastego",
        14: "czternasty, czternastego",
        15: "piętnasty, piętnastego",
        16: "szesnasty, szesnastego",
        17: "siedemnasty, siedemnastego",
        18: "osiemnasty, osiemnastego",
        19: "dziewiętnasty, dziewiętnastego",
        20: "dwudziesty, dwudziestego",
        30: "trzydziesty, trzydziestego",
    },
    parts={
        Part.FIRST_THING: ("z samego rana, od razu rano, na otwarcie, po otwarciu, zaraz rano, zaraz po otwarciu"),
        Part.EARLY_MORNING: "wcześnie rano, wczesnym rankiem, bladym świtem, rano wcześnie, wczesny ranek",
        Part.MORNING: (
            "rano, ranem, rankiem, z rana, rana, poranek, poranki, porankiem, porankami, przed południem, "
            "przedpołudnie, ranek, przedpołudniem, do południa, w godzinach porannych, godziny poranne, "
            "rankami, przed obiadem, poranny, w godzinach przedpołudniowych"
        ),
        Part.LATE_MORNING: "późnym rankiem, późnym przedpołudniem",
        Part.MIDDAY: (
            "obiad, w porze obiadu, w porze lunchu, lunch, pora lunchu, w czasie lunchu, "
            "w przerwie obiadowej, przerwa obiadowa, w porze obiadowej, w południe, południe, "
            "koło południa, w samo południe, około południa, podczas lunchu, w przerwie"
        ),
        Part.EARLY_AFTERNOON: "wczesnym popołudniem, wczesne popołudnie",
        Part.AFTERNOON: (
            "popołudnie, popołudniu, po południu, popołudniem, popołudniami, popołudnia, po obiedzie, "
            "po lunchu, po poludniu, w godzinach popołudniowych, godziny popołudniowe, "
            "po przerwie obiadowej, popol, ppoł, po poł"
        ),
        Part.LATE_AFTERNOON: "późnym popołudniem, późne popołudnie, pod wieczór, przed wieczorem",
        Part.END_OF_DAY: (
            "pod koniec dnia, koniec dnia, na koniec dnia, końca dnia, przed zamknięciem, pod koniec pracy, "
            "na koniec pracy, koniec dnia pracy"
        ),
        Part.AFTER_WORK: "po pracy, po robocie, po godzinach pracy",
        Part.AFTER_SCHOOL: "po szkole, po lekcjach, po zajęciach",
        Part.EARLY_EVENING: "wczesnym wieczorem, wczesny wieczór",
        Part.EVENING: (
            "wieczór, wieczorem, wieczorami, wieczora, wieczoru, wieczory, w godzinach wieczornych, "
            "wieczorkiem, wieczorową porą"
        ),
        Part.LATE_EVENING: "późnym wieczorem, późno wieczorem, późny wieczór",
        Part.NIGHT: "noc, nocą, w nocy, nocy, nocami",
        Part.LATE_NIGHT: "późną nocą, późno w nocy",
        Part.WORK_HOURS: (
            "godziny pracy, w godzinach pracy, w godzinach urzędowania, godzinach pracy, "
            "w godzinach roboczych, w czasie pracy"
        ),
        Part.DAYTIME: "w ciągu dnia, za dnia",
    },
    day_parts={
        (0, Part.MORNING): "dziś rano, dzisiaj rano, dzisiejszego ranka",
    },
    clocks={
        720: "południa",
        1440: "północ, o północy, północy",
    },
    units={
        "minute": "minuta, minutę, minuty, minut, min, minutkę, minutek, minutke",
        "day": "dzień, dni, dnia, doba, dobę, dniach",
        "week": "tydzień, tygodnie, tygodni, tygodnia, tygodniu, tyg, tydzien",
        "month": "miesiąc, miesiące, miesięcy, miesiąca, mies, miesiącu, miesiącami",
        "business_day": "dzień roboczy, dni robocze, dni roboczych",
        "second": "sekund, sekundy, sekundę",
    },
    spans={
        30: "pół godziny, pol godziny, półgodziny, pół godzinki, pol godzinki, pół h",
        15: "kwadrans, kwadransik",
        45: "trzy kwadranse, 3 kwadranse",
        90: "półtorej godziny, poltorej godziny, godzinę i pół, półtora godziny",
    },
    roles={
        "am": "am",
        "pm": "pm",
        "hour": "godzina, godzinę, godziny, godzin, godzinie, godz, h, g, godzinkę, godzinke, godzinki",
        "at": "o, w, we, o godz, o godzinie, godz, ok o, na, @, na godz, na godzinę",
        "about": (
            "około, koło, mniej więcej, mniej wiecej, w okolicach, ok, tak o, jakoś o, circa, równo, "
            "równo o, punktualnie, punkt, jakieś, tak koło, w granicach, gdzieś o, gdzieś koło, jakoś, "
            "dokładnie, około godz, ok godz, mniej więcej o"
        ),
        "of": "z, ze",
        "from": "od, z, ze, od godz, od godziny, począwszy od",
        "after": "po, później niż, dopiero po, tylko po, najlepiej po, po godz, po godzinie, pow",
        "since": ("nie wcześniej niż o, nie wcześniej niż, nie przed, najwcześniej o, najwcześniej, nie wczesniej niz"),
        "past": "po",
        "after_post": "i później, lub później, albo później, wzwyż, w górę, najwcześniej",
        "before": (
            "przed, do, najpóźniej o, najpóźniej do, najpóźniej, nie później niż o, nie później niż, "
            "nie po, wcześniej niż, tylko do, najlepiej przed, przed godz, przed godziną"
        ),
        "before_post": "najpóźniej, lub wcześniej, albo wcześniej, maksymalnie",
        "to_hour": "do",
        "until": "do, aż do, do godz, do godziny, po, do około",
        "between": "między, pomiędzy, miedzy, między godz, pomiędzy godz, między godziną",
        "and": "i, a, oraz",
        "or": "lub, albo, bądź, ewentualnie, względnie, czy, jeśli nie to",
        "not": "nie, nigdy, ani, nie dzwonić, nie może, nie można, proszę nie, niedostępny, niedostępna",
        "busy": (
            "zajęty, zajęta, w pracy, pracuje, pracuję, na spotkaniu, spotkanie, śpi, prowadzi, na zebraniu, na zmianie"
        ),
        "except": "oprócz, poza, z wyjątkiem, tylko nie, ale nie, prócz, za wyjątkiem, byle nie, wyłączając",
        "next": (
            "następny, następna, następną, następnego, następnej, następnym, następne, kolejny, kolejna, "
            "kolejną, kolejnego, kolejnej, kolejnym, kolejne, przyszły, przyszła, przyszłą, przyszłego, "
            "przyszłej, przyszłym, przyszłe, nast, przysz, następnych, nastepny, nastepna"
        ),
        "coming": (
            "najbliższy, najbliższa, najbliższą, najbliższego, najbliższej, najbliższym, najbliższe, "
            "najbliższych, nadchodzący, nadchodzącą, nadchodzącym"
        ),
        "after_next": "po następnym, po nastepnym, po następnej, po kolejnym",
        "this": "ten, ta, tę, tą, to, tego, tej, tym, te, bieżący, bieżącego, bieżącym, obecny, obecnego",
        "early": "wcześnie, wczesnym, wczesne, wcześniej",
        "late": "późno, późnym, późne, późną, później",
        "mid": "środek, w połowie, w środku, połowa, połowie",
        "end": "koniec, pod koniec, końcem, na koniec, końcówka, z końcem, końca, końcu, w końcu",
        "start": "początek, na początku, początkiem, z początkiem, początku",
        "rest": "reszta, resztę, przez resztę, reszty",
        "half": "pół, pol, i pół, połowie, w pół",
        "half_past": "pół po, pol po, wpół po",
        "half_to": "wpół do, w pół do, pół do, pol do, w pol do, wpol do",
        "quarter": "kwadrans",
        "in": "za, przez, za około, za ok, w, w przeciągu, za jakieś, za jeszcze, po upływie",
        "within": (
            "w ciągu, w przeciągu najbliższych, do, w ciągu najbliższych, w ciągu najbliższej, "
            "przez najbliższe, w ciągu następnych, nie później niż za, w ciągu kolejnych"
        ),
        "from_now": "później, od teraz, od tej chwili, od zaraz licząc",
        "more": "jeszcze, kolejne",
        "weekend": "weekend, weekendy, week-end, weekendu, w weekend, w weekendy, weekendem",
        "weekdays": (
            "dni robocze, w dni robocze, w tygodniu, dzień roboczy, dni powszednie, w dni powszednie, "
            "w dzień roboczy, od poniedziałku do piątku, pon-pt, dni tygodnia"
        ),
        "work_week": "tydzień roboczy, tygodnia roboczego",
        "end_of_month": "koniec miesiąca, pod koniec miesiąca, końcem miesiąca",
        "same_time": (
            "ta sama godzina, o tej samej godzinie, o tej samej porze, ta sama pora, tej samej godzinie, "
            "ta sama godz, o tej porze"
        ),
        "asap": (
            "jak najszybciej, pilne, pilnie, natychmiast, asap, od razu, jak najprędzej, niezwłocznie, "
            "zaraz, szybko, jak najwcześniej, bardzo pilne, w trybie pilnym, najszybciej jak można, "
            "możliwie szybko"
        ),
        "anytime": (
            "kiedykolwiek, o każdej porze, obojętnie, w dowolnym momencie, o dowolnej porze, cały dzień, "
            "zawsze, bez różnicy, wszystko jedno, kiedy można, obojętne, dowolnie, w każdej chwili, "
            "o dowolnej godzinie, przez cały dzień, kiedy będzie czas, jak wygodnie, bez znaczenia, "
            "nie ma znaczenia, w wolnej chwili, dowolna pora, elastycznie"
        ),
        "any_day": "codziennie, każdego dnia, dowolny dzień, w dowolny dzień, każdy dzień, każdy, każdą, co",
        "now": "teraz, w tej chwili, właśnie teraz, obecnie, natychmiast teraz",
        "call": (
            "dzwonić, zadzwonić, oddzwonić, telefon, telefonować, przedzwonić, proszę dzwonić, zadzwoń, oddzwoń, "
            "kontakt, skontaktować się, kontaktować się, dzwonić po, zadzwonienie, tel po, oddzwonienie, "
            "oddzwonic, zadzwonic, dzwonic, oddzwonienia, wolny, wolna, dostępny, dostępna, przeszkadzać, "
            "próbować, żeby zadzwonili, żeby oddzwonili, żeby zadzwonić, aby oddzwonić, spróbować"
        ),
        "number_of": (
            "zamówienie, faktura, numer, nr, pokój, tel, telefon nr, kom, mieszkanie, lok, wewnętrzny, wew, "
            "zlecenie, kod, wersja, sprawa, fv, umowa, zamówienia, faktury, m, piętro, reklamacja, klient nr"
        ),
        "counted": (
            "osób, osoby, złotych, zł, zl, lat, razy, raz, sztuk, szt, procent, dzieci, dorosłych, gości, "
            "kg, km, tys, miejsc, gwiazdek, pudełek, paczek, pokoi, nocy"
        ),
        "noise": (
            "proszę, prosze, dziękuję, dzięki, prosi, prosił, prosiła, klient, klientka, najlepiej, "
            "najchętniej, wolałby, wolałaby, woli, preferuje, preferowany, jest, będzie, jeśli można, "
            "jeśli możliwe, tylko, wyłącznie, mu, jej, mi, nam, go, się, czas, pora, pan, pani, "
            "dzień dobry, dobry wieczór, dobranoc, dobrego dnia, miłego dnia, miłego wieczoru, chce, "
            "chciałby, chciałaby, że, też, także, może, mogą, w, we, na, z, do, o, w dniu, dnia, godzinach, "
            "zadzwonił, jutro proszę, prośba, byłoby, oraz, możliwe, ewentualnie, bo"
        ),
        "told": (
            "dzwonił, dzwoniła, dzwonili, zadzwonił, zadzwoniła, telefonował, telefonowała, oddzwonił, "
            "oddzwoniła, rozmawiał, rozmawiała, rozmawialiśmy, nieodebrane, nieodebrane połączenie, nie odebrał, "
            "nie odebrała, nie odbiera, zostawił wiadomość, zostawiła wiadomość, próbowałem, próbowałam, "
            "próbowaliśmy, pisał, pisała"
        ),
        "last": ("zeszły, zeszłą, zeszłej, zeszłego, zeszłym, ubiegły, ubiegłą, ubiegłym, ostatni, ostatnią, miniony"),
        "appointment": (
            "wizyta, wizytę, wizyty, umówiony, umówiona, rezerwacja, rezerwację, przełożyć, przenieść, zmienić, dostawa"
        ),
    },
    next_is_contested=True,
)
