"""The time words of Indonesian, and of the Malay next door."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="id",
    weekdays=(
        "senin, sen, snin, isnin",
        "selasa, sel, slasa",
        "rabu, rab, rebo",
        "kamis, kam, kms, khamis",
        "jumat, jum, jum'at, jumaat, jmt",
        "sabtu, sab, sbt",
        "hari minggu, ahad, hari ahad, mgg, hr minggu",
    ),
    months=(
        "januari, jan",
        "februari, feb, pebruari",
        "maret, mar, mac",
        "april, apr",
        "mei",
        "juni, jun",
        "juli, jul",
        "agustus, agu, agt, ags, ogos",
        "september, sep, sept",
        "oktober, okt",
        "november, nov, nopember",
        "desember, des, disember",
    ),
    days={
        0: "hari ini, hr ini, hri ini",
        7: "seminggu lagi, satu minggu lagi, minggu depan hari yang sama",
        1: "besok, bsk, besuk, esok, keesokan hari, hari berikutnya, besoknya, keesokan harinya, hari esok",
        2: "lusa, besok lusa, hari lusa, besoknya lagi",
        3: "tulat",
        -1: "kemarin, kmrn, kemaren",
    },
    numbers={
        0: "nol, kosong",
        1: "satu",
        2: "dua",
        3: "tiga",
        4: "empat",
        5: "lima",
        6: "enam",
        7: "tujuh",
        8: "delapan, lapan",
        9: "sembilan",
        10: "sepuluh",
        11: "sebelas",
        12: "dua belas, duabelas",
        13: "tiga belas, tigabelas",
        14: "empat belas, empatbelas",
        15: "lima belas, limabelas",
        16: "enam belas, enambelas",
        17: "tujuh belas, tujuhbelas",
        18: "delapan belas, delapanbelas",
        19: "sembilan belas, sembilanbelas",
        20: "dua puluh, duapuluh",
        30: "tiga puluh, tigapuluh",
        40: "empat puluh, empatpuluh",
        50: "lima puluh, limapuluh",
    },
    vague={
        3: "beberapa",
        2: "sepasang",
    },
    ordinals={
        1: "pertama",
        2: "kedua",
        3: "ketiga",
    },
    parts={
        Part.DAWN: "subuh, dini hari, habis subuh, abis subuh, setelah subuh, ba'da subuh",
        Part.FIRST_THING: "pas buka, begitu buka, waktu buka, saat buka, jam buka",
        Part.EARLY_MORNING: (
            "pagi-pagi, pagi pagi, pagi sekali, pagi banget, pagi buta, pagian, agak pagi, lebih pagi, pagi-pagi sekali"
        ),
        Part.MORNING: ("pagi, pagi hari, paginya, pagi harinya, waktu pagi, sblm makan siang, sebelum makan siang"),
        Part.LATE_MORNING: "menjelang siang, agak siang",
        Part.MIDDAY: (
            "makan siang, jam makan siang, waktu makan siang, istirahat siang, jam istirahat, pas makan siang, "
            "waktu istirahat, siang bolong, siang, siang hari, siangnya, pas istirahat, dzuhur, zuhur, dhuhur, "
            "habis dzuhur, abis dzuhur, setelah dzuhur, ba'da dzuhur, habis zuhur, tengah hari, siangan, agak "
            "siangan, siang-siang, sholat dzuhur, habis sholat dzuhur, setelah sholat dzuhur, shalat dzuhur, "
            "habis shalat dzuhur, setelah shalat dzuhur, abis sholat dzuhur, zuhuran, dzuhuran"
        ),
        Part.AFTER_LUNCH: (
            "setelah makan siang, habis makan siang, abis makan siang, sesudah makan siang, "
            "setelah jam istirahat, setelah jam istirahat kantor, setelah istirahat, sesudah istirahat, "
            "habis istirahat, abis istirahat, setelah jam makan siang, sehabis makan siang, "
            "habis jam makan siang, abis jam istirahat"
        ),
        Part.LATE_AFTERNOON: (
            "sore, sore hari, sorenya, sore-sore, petang, ashar, asar, habis ashar, abis ashar, setelah ashar, "
            "ba'da ashar, menjelang sore, sorean, agak sore, agak sorean, habis sholat ashar, setelah sholat "
            "ashar, abis sholat ashar, habis shalat ashar, setelah shalat ashar, setelah asar, habis asar, "
            "asharan"
        ),
        Part.END_OF_DAY: "akhir hari, sebelum tutup, menjelang tutup, jam tutup",
        Part.AFTER_WORK: (
            "setelah bekerja, setelah kerja, sepulang kerja, pulang kerja, habis kerja, abis kerja, "
            "selesai kerja, setelah jam kerja, setelah pulang kerja, sesudah kerja"
        ),
        Part.AFTER_SCHOOL: "sepulang sekolah, pulang sekolah, setelah sekolah, habis sekolah",
        Part.EVENING: (
            "sehabis maghrib, sehabis magrib, sehabis isya, malam, malam hari, malamnya, mlm, malem, maghrib, "
            "magrib, habis maghrib, abis maghrib, setelah maghrib, ba'da maghrib, habis magrib, abis magrib, "
            "setelah magrib, isya, habis isya, abis isya, setelah isya, ba'da isya, makan malam, malam-malam, "
            "setelah makan malam, malaman, habis sholat maghrib, setelah sholat maghrib, habis shalat maghrib, "
            "habis sholat isya, setelah sholat isya, habis shalat isya, abis sholat isya, maghriban, isyaan, "
            "ba'da magrib, bada maghrib, bada isya"
        ),
        Part.LATE_NIGHT: "larut malam, tengah malam-malam, malam sekali",
        Part.WORK_HOURS: (
            "jam kerja, jam kantor, di jam kerja, saat jam kerja, pada jam kerja, hari dan jam kerja, selama jam kerja"
        ),
    },
    day_parts={
        (0, Part.LATE_AFTERNOON): "nanti sore, ntar sore, sore nanti, tar sore, sore ini",
        (0, Part.EVENING): "nanti malam, ntar malam, malam nanti, ntar malem, tar malam, malam ini",
        (0, Part.MIDDAY): "nanti siang, ntar siang, siang nanti, tar siang, siang ini",
        (0, Part.MORNING): "pagi ini, nanti pagi",
        (1, Part.MORNING): "besok pagi, bsk pagi, esok pagi",
        (0, Part.AFTERNOON): "nanti habis makan siang",
    },
    clocks={
        720: "tengah hari bolong",
        1440: "tengah malam",
    },
    units={
        "minute": "menit, mnt, mntt, minit",
        "day": "hari, hr",
        "week": "minggu, mgu, pekan",
        "month": "bulan, bln",
        "business_day": "hari kerja",
        "second": "detik",
        "hour": "jaman",
    },
    spans={
        30: "setengah jam, 1/2 jam",
        60: "sejam, satu jam",
        15: "seperempat jam",
        90: "satu setengah jam, sejam setengah",
        150: "dua setengah jam",
    },
    roles={
        "am": "am",
        "pm": "pm",
        "hour": "jam, pukul, pkl, jm",
        "at": "jam, pukul, pkl, jm, di jam, pada jam, pada pukul, di pukul, jam jam",
        "oclock": "wib, wita, wit, tepat, teng, pas",
        "about": (
            "sekitar, kira-kira, kira kira, kurang lebih, kurleb, sktr, sekitaran, kisaran, -an, an, "
            "sekira, sekitar jam"
        ),
        "article": "se",
        "the": "tanggal, tgl, tggl, pada tanggal",
        "from": ("dari, dari jam, dari pukul, mulai, mulai jam, mulai pukul, mulai dari, sejak, semenjak, dr, dr jam"),
        "after": (
            "setelah, sesudah, habis, abis, selepas, lepas, stlh, sehabis, setelah jam, setelah pukul, sesudah "
            "jam, bada, ba'da"
        ),
        "since": (
            "di atas, diatas, lewat dari, di atas jam, diatas jam, lewat jam, lewat pukul, lebih dari jam, tidak "
            "sebelum, jangan sebelum"
        ),
        "after_post": (
            "ke atas, keatas, ke depan, seterusnya, dan seterusnya, dst, atau lebih, atau setelahnya, "
            "ke atas ya, atau sesudahnya"
        ),
        "before": (
            "sebelum, sblm, sebelum jam, sebelum pukul, di bawah, dibawah, di bawah jam, paling lambat, "
            "selambatnya, selambat-lambatnya, maksimal, maks, paling telat, tidak lebih dari, tidak lewat, "
            "jangan lewat, jangan lewat dari"
        ),
        "before_post": "ke bawah, atau sebelumnya, paling lambat, maksimal, paling telat",
        "until": (
            "sampai, sampe, hingga, s/d, sd, sampai dengan, sampai jam, sampai pukul, hingga jam, "
            "hingga pukul, smp, ke, sampe jam, s d"
        ),
        "between": "antara, antara jam, antara pukul, diantara, di antara, rentang",
        "and": "dan, sama, &",
        "or": "atau, atw, ato, atau kalau tidak, kalau tidak, kalau nggak, kalo ga",
        "not": (
            "jangan, tidak, tdk, bukan, gak, nggak, ga, enggak, tak, tidak bisa, gak bisa, ga bisa, "
            "nggak bisa, tidak boleh, jgn"
        ),
        "busy": (
            "sibuk, lagi kerja, sedang kerja, meeting, rapat, tidur, bekerja, kerja, lembur, dinas, di kantor sampai"
        ),
        "except": "kecuali, selain, asal bukan, asal jangan, tapi jangan, tapi bukan, di luar, diluar",
        "next": "depan, berikutnya, mendatang, dpn, selanjutnya, berikut",
        "coming": "terdekat, yang akan datang, akan datang",
        "this": "ini",
        "early": "awal, lebih awal",
        "late": "akhir akhir",
        "mid": "pertengahan, tengah",
        "end": "akhir",
        "start": "awal",
        "rest": "sisa",
        "half_to": "setengah, stengah, stgh",
        "quarter": "seperempat, perempat",
        "minus": "kurang, krg",
        "past_post": "lewat, lebih",
        "in": "dalam, dlm",
        "within": "dalam waktu, dalam kurun, dalam kurun waktu, dalam kurang dari",
        "from_now": "lagi, dari sekarang, kemudian, dr skrg, dari saat ini, ke depan",
        "more": "lagi",
        "weekend": "akhir pekan, weekend, akhir minggu, sabtu minggu, wiken, wikend",
        "weekdays": (
            "setiap hari kerja, tiap hari kerja, hari kerja, hari biasa, weekday, weekdays, "
            "senin sampai jumat, senin-jumat, senin s/d jumat, hari-hari kerja"
        ),
        "same_time": "jam yang sama, jam segini, di jam yang sama, waktu yang sama",
        "end_of_month": "akhir bulan, akhir bulan ini",
        "asap": (
            "secepatnya, segera, asap, sesegera mungkin, secepat mungkin, urgent, mendesak, buruan, cepat, cepet, "
            "langsung, secepatnya ya, penting sekali, secepat-cepatnya, urgen, penting dan mendesak"
        ),
        "anytime": (
            "kapan saja, kapan aja, kapanpun, kapan pun, bebas, jam berapa saja, jam berapa aja, terserah, "
            "sembarang waktu, bisa kapan saja, kapan-kapan, kapan bisa, sewaktu-waktu, kapan sempat, "
            "sepanjang hari, seharian, fleksibel, setiap saat, tiap saat, sebisanya, kalau sempat, "
            "jam berapapun"
        ),
        "any_day": "setiap hari, tiap hari, hari apa saja, hari apa aja, setiap, tiap",
        "now": "sekarang, skrg, saat ini, skrng, sekarang juga, detik ini",
        "call": (
            "telepon, telpon, tlp, telp, hubungi, dihubungi, menghubungi, ditelepon, ditelpon, call, menelepon, "
            "nelpon, kontak, telepon balik, telpon balik, hub, tlpn, tilpun, tlpon, wa, chat, kabari, dikabari, "
            "calling, kontak balik, ganggu, diganggu, bisa, follow up, coba lagi, coba"
        ),
        "number_of": (
            "nomor, no, nomer, pesanan, faktur, invoice, order, kamar, lantai, ruang, ext, ekstensi, kode, "
            "ref, tiket, antrian, rek, rekening, hp, blok, rt, rw"
        ),
        "counted": (
            "orang, rupiah, ribu, juta, rb, jt, kali, buah, pcs, tahun, thn, anak, persen, kg, km, lembar, "
            "unit, pax, bintang, dewasa, kotak, paket"
        ),
        "noise": (
            "tolong, mohon, ya, yah, dong, terima kasih, makasih, trims, minta, minta di, mau, ingin, pada, di, "
            "hari, hr, enak, enaknya, lebih enak, sebaiknya, bagusnya, kalau bisa, kl bisa, kalo bisa, nanti, "
            "ntar, aja, saja, saya, dia, beliau, bu, pak, ibu, bapak, pelanggan, klien, customer, lebih baik, "
            "waktu, yg, yang, untuk, buat, sudah, akan, lg, kembali, balik, dulu, deh, pas, selamat pagi, selamat "
            "siang, selamat sore, selamat malam, juga, dan, baru, hanya, cuma, penting, ada, dgn, dengan, pilih, "
            "mungkin, kak, mas, mbak, daftar, tepatnya, jika bisa, jika, pagi kak, siang kak, entar, sholat, "
            "shalat, salat, ada di rumah, di rumah, free, kosong"
        ),
        "told": (
            "sudah telepon, sudah telpon, sudah ditelepon, sudah ditelpon, sudah dihubungi, sudah hubungi, sdh "
            "telepon, sdh ditelepon, tadi, tadi siang, tadi sore, tadi malam, tadi pagi, barusan, tidak diangkat, "
            "gak diangkat, ga diangkat, nggak diangkat, tdk diangkat, tidak dijawab, missed call, sudah chat, "
            "sudah wa, menelepon tadi, pernah telepon"
        ),
        "last": "lalu, yang lalu, kemarin lalu, lampau",
        "appointment": (
            "janji, janji temu, booking, jadwal, appointment, pindah, ubah janji, reschedule, kunjungan, "
            "jadwalnya, tunda"
        ),
        "zone": "waktu setempat, waktu sana, waktu sini",
    },
    weekday_parts={
        (4, Part.AFTER_LUNCH): (
            "setelah sholat jumat, habis sholat jumat, abis sholat jumat, setelah shalat jumat, habis shalat "
            "jumat, setelah salat jumat, habis salat jumat, ba'da jumat, bada jumat, habis jumatan, abis jumatan, "
            "setelah jumatan, sehabis jumatan, jumat setelah sholat jumat, jumat habis sholat jumat, jumat "
            "setelah jumatan, jumat habis jumatan"
        ),
        (6, Part.MORNING): "minggu pagi",
        (6, Part.MIDDAY): "minggu siang",
        (6, Part.LATE_AFTERNOON): "minggu sore",
        (6, Part.EVENING): "minggu malam",
        (5, Part.EVENING): "malam minggu, malming",
    },
)
