"""English, Indonesian and Malay are known in short and in mixed texts, and no other language is taken for them."""

from __future__ import annotations

import pytest
from cleaning_fixture import FIRST, SECOND, THIRD, TITLE, clean, page

from ctnews.cleaning.language import detect_language

OWN = [
    ("en", "Talks on border security end without a statement"),
    ("en", "Both agencies agreed. Nothing was signed."),
    ("en", "The BNPT, the PDRM and the Kementerian Dalam Negeri sent officers to the course in Semarang."),
    ("en", "Minister of Foreign Affairs Retno and Datuk Seri Saifuddin met in Putrajaya for the annual dialogue."),
    ("en", "Lt Gen Nguyen Van Long and Komjen Pol Budi Santoso co-chaired the session, which lasted for two days."),
    ("en", "Maj. Gen. Babatunde said: “Wetin we need na people wey go talk.” The room laughed, and the talks went on."),
    ("id", "Rapat itu selesai tanpa pernyataan bersama."),
    ("id", "Kerja sama kedua negara makin erat, kata dubes."),
    ("id", "Densus 88 dan PDRM bertukar data, ujar Kapolri di Kuala Lumpur, Malaysia, Senin (3/6)."),
    ("id", "Dato Seri Ahmad dan Tan Sri Razak hadir dalam pertemuan yang digelar pemerintah di Putrajaya."),
    ("id", "Kerajaan Arab Saudi mengirim delegasi ke Jakarta untuk membahas keselamatan jemaah dan terorisme."),
    ("id", "Ketua delegasi berkata bahwa kunjungan itu bagian dari kerja sama yang sudah lama."),
    ("id", "Pejabat kedua negara bertemu di Brunei Darussalam guna membicarakan pertukaran narapidana."),
    ("id", "Menteri Luar Negeri mengaku optimistis, tetapi ia meminta semua pihak bersabar hingga Desember."),
    ("id", "Workshop on countering extremism itu diikuti aparat penegak hukum dari sepuluh negara."),
    ("id", "Mahkamah Agung dan kejaksaan turut mengirim wakil dalam lokakarya yang berlangsung tiga hari itu."),
    ("id", "Beliau menyampaikan terima kasih kepada masyarakat yang ikut menjaga keamanan kampung."),
    ("ms", "Mesyuarat itu tamat tanpa kenyataan bersama."),
    ("ms", "Kerjasama dua negara semakin erat, kata duta."),
    ("ms", "Densus 88 dan PDRM bertukar maklumat, kata Ketua Polis Negara di Jakarta, Indonesia, pada Isnin."),
    ("ms", "Awang Haji Zulkarnain hadir pada majlis penutup bengkel yang diadakan di Berakas selama tiga hari."),
    ("ms", "Kerajaan Indonesia menghantar delegasi ke Putrajaya bagi membincangkan keselamatan maritim serantau."),
    ("ms", "Menteri Luar berkata lawatan itu sebahagian daripada usaha bersama yang telah lama terjalin."),
    ("ms", "Badan Nasional Penanggulangan Terorisme (BNPT) mengadakan lawatan ke ibu pejabat polis di Bukit Aman."),
    (
        "ms",
        "Ketua Badan Nasional Penanggulangan Terorisme (BNPT) Komisaris Jenderal Eddy dan Kepolisian Negara "
        "Republik Indonesia hadir, lapor Antara. BNPT dan Polri bersetuju berkongsi maklumat dengan polis Malaysia.",
    ),
    (
        "id",
        "Timbalan Menteri Dalam Negeri Malaysia dan Polis Diraja Malaysia hadir, lapor Bernama. Mereka sepakat "
        "bertukar informasi dengan kepolisian Indonesia karena ancaman terus tumbuh.",
    ),
    ("ms", "Singapura dan Malaysia bersetuju melatih pegawai bagi menangani pelampau dalam talian."),
    ("ms", "Beliau berkata orang ramai perlu segera melapor kepada balai polis berhampiran."),
    ("ms", "Perkara itu diputuskan sewaktu rundingan dua hala di Bandar Seri Begawan semalam."),
]

OTHERS = [
    (
        "jv",
        "Pamaréntah loro negara iku padha sarujuk arep ijol-ijolan katrangan babagan wong sing diduga teroris ing tapel wates.",
    ),
    ("jv", "Rapat kasebut dianakaké ing kutha Sala lan bakal diterusaké sasi ngarep, mangkono dhawuhé pejabat kuwi."),
    (
        "su",
        "Dua nagara sapuk pikeun silih tukeur béja ngeunaan jalma anu disangka téroris di wates nagara, ceuk pajabat éta.",
    ),
    ("su", "Gempungan téh dilaksanakeun di Bandung jeung bakal diteruskeun bulan hareup ku tim anu geus diwangun."),
    (
        "min",
        "Duo nagari tu sapakaik untuak batuka kaba tantang urang nan disangko teroris di wateh nagari, kato pajabek tu.",
    ),
    ("min", "Rapek tu diadokan di Padang jo indak ado urang lua nan buliah masuak, kato inyo ka wartawan."),
    (
        "ban",
        "Panegara kalih punika sampun cumpu pacang saling matukar orti indik jadma sane kasengguh teroris ring tapel wates.",
    ),
    (
        "tl",
        "Nagkasundo ang dalawang bansa na magpalitan ng impormasyon tungkol sa mga hinihinalang terorista sa hangganan.",
    ),
    ("tl", "Ayon sa kalihim, idaraos sa Maynila ang susunod na pulong ng magkasanib na grupo sa darating na Hunyo."),
    (
        "ceb",
        "Nagkauyon ang duha ka nasod nga mag-ilisay og impormasyon bahin sa mga gidudahang terorista sa utlanan, matod sa opisyal.",
    ),
    (
        "fr",
        "Les deux pays sont convenus d'échanger les noms des suspects dans un délai d'un jour, a dit un responsable.",
    ),
    (
        "es",
        "Los dos países acordaron intercambiar los nombres de los sospechosos en el plazo de un día, dijo un funcionario.",
    ),
    ("pt", "Os dois países concordaram em trocar os nomes dos suspeitos no prazo de um dia, disse um responsável."),
    ("it", "I due paesi hanno deciso di scambiarsi i nomi dei sospetti entro un giorno, ha detto un funzionario."),
    ("ro", "Cele două țări au convenit să facă schimb de nume ale suspecților în termen de o zi, a spus un oficial."),
    (
        "de",
        "Die beiden Länder wollen die Namen von Verdächtigen künftig binnen eines Tages austauschen, sagte ein Beamter.",
    ),
    (
        "nl",
        "De twee landen gaan de namen van verdachten voortaan binnen een dag uitwisselen, zei een ambtenaar na afloop.",
    ),
    (
        "af",
        "Die twee lande het ooreengekom om die name van verdagtes binne een dag uit te ruil, het 'n amptenaar gesê.",
    ),
    ("sv", "De båda länderna ska byta namn på misstänkta inom ett dygn, sade en tjänsteman efter det slutna mötet."),
    (
        "pl",
        "Oba kraje zgodziły się wymieniać nazwiska podejrzanych w ciągu jednego dnia, powiedział urzędnik po spotkaniu.",
    ),
    (
        "tr",
        "İki ülke, şüphelilerin isimlerini bir gün içinde paylaşma konusunda anlaştı, dedi bir yetkili toplantıdan sonra.",
    ),
    (
        "az",
        "İki ölkə şübhəlilərin adlarını bir gün ərzində mübadilə etmək barədə razılığa gəlib, deyə rəsmi şəxs bildirib.",
    ),
    (
        "vi",
        "Hai nước nhất trí trao đổi danh sách nghi phạm trong vòng một ngày, một quan chức cho biết sau cuộc họp kín.",
    ),
    ("sw", "Nchi hizo mbili zilikubaliana kubadilishana majina ya washukiwa ndani ya siku moja, alisema afisa mmoja."),
    (
        "so",
        "Labada dal waxay isku raaceen inay is dhaafsadaan magacyada dadka laga shakiyay muddo hal maalin gudaheed ah.",
    ),
    (
        "tet",
        "Nasaun rua konkorda atu troka naran husi ema ne'ebe deskonfia iha loron ida nia laran, ofisiál ida hatete hodi taka sorumutu ne'e.",
    ),
    (
        "ru",
        "Обе страны договорились обмениваться именами подозреваемых в течение суток, сообщил чиновник после встречи.",
    ),
    (
        "uk",
        "Обидві країни домовилися обмінюватися іменами підозрюваних протягом доби, повідомив посадовець після зустрічі.",
    ),
    ("kk", "Екі ел күдіктілердің аты-жөнін бір күн ішінде алмасуға келісті, деді шенеунік жабық кездесуден кейін."),
    ("ar", "اتفق البلدان على تبادل أسماء المشتبه بهم خلال يوم واحد، كما قال مسؤول بعد الاجتماع المغلق."),
    ("fa", "دو کشور توافق کردند که نام مظنونان را در یک روز با هم مبادله کنند، یک مقام پس از نشست گفت."),
    ("ur", "دونوں ملکوں نے مشتبہ افراد کے نام ایک دن کے اندر ایک دوسرے کو دینے پر اتفاق کیا ہے، ایک اہلکار نے بتایا۔"),
    ("he", "שתי המדינות הסכימו להחליף שמות של חשודים בתוך יום אחד, אמר פקיד לאחר הפגישה הסגורה."),
    ("hi", "दोनों देश संदिग्धों के नाम एक दिन के भीतर साझा करने पर सहमत हुए, एक अधिकारी ने बैठक के बाद कहा।"),
    ("bn", "দুই দেশ এক দিনের মধ্যে সন্দেহভাজনদের নাম বিনিময় করতে রাজি হয়েছে, বৈঠকের পর একজন কর্মকর্তা বলেন।"),
    ("ta", "சந்தேக நபர்களின் பெயர்களை ஒரு நாளுக்குள் பரிமாறிக்கொள்ள இரு நாடுகளும் ஒப்புக்கொண்டன."),
    ("si", "සැකකරුවන්ගේ නම් එක් දිනක් ඇතුළත හුවමාරු කර ගැනීමට දෙරට එකඟ විය."),
    ("th", "ทั้งสองประเทศตกลงแลกเปลี่ยนรายชื่อผู้ต้องสงสัยภายในหนึ่งวัน เจ้าหน้าที่กล่าวหลังการประชุม"),
    ("km", "ប្រទេសទាំងពីរបានយល់ព្រមផ្លាស់ប្តូរឈ្មោះជនសង្ស័យក្នុងរយៈពេលមួយថ្ងៃ។"),
    ("lo", "ສອງປະເທດໄດ້ຕົກລົງແລກປ່ຽນລາຍຊື່ຜູ້ຕ້ອງສົງໄສພາຍໃນໜຶ່ງວັນ."),
    ("my", "နှစ်နိုင်ငံသည် သံသယရှိသူများ၏ အမည်များကို တစ်ရက်အတွင်း ဖလှယ်ရန် သဘောတူခဲ့သည်။"),
    ("zh", "两国同意在一天之内交换嫌疑人的名单，一名官员在闭门会议后说。"),
    ("ja", "両国は容疑者の名前を一日以内に交換することで合意したと、当局者が非公開の会合の後に語った。"),
    ("ko", "양국은 하루 안에 용의자 명단을 교환하기로 합의했다고 한 관리가 비공개 회의 뒤에 밝혔다."),
    ("am", "ሁለቱ አገሮች የተጠርጣሪዎችን ስም በአንድ ቀን ውስጥ ለመለዋወጥ ተስማምተዋል።"),
    ("ka", "ორი ქვეყანა შეთანხმდა ეჭვმიტანილთა სახელების ერთ დღეში გაცვლაზე."),
    ("el", "Οι δύο χώρες συμφώνησαν να ανταλλάσσουν τα ονόματα των υπόπτων μέσα σε μία ημέρα."),
]


@pytest.mark.parametrize(("lang", "text"), OWN)
def test_a_short_text_is_known_for_what_it_is(lang: str, text: str) -> None:
    assert detect_language(text) == lang


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_another_language_is_named(lang: str, text: str) -> None:
    assert detect_language(text) == lang


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_another_language_is_set_aside(lang: str, text: str) -> None:
    assert list(clean([f"{text}\n\n{text} ({lang})"]).rejects["reason"]) in (["foreign_language"], ["no_body"])


_QUOTED = [
    "Estamos muy contentos de recibir a nuestros colegas en esta reunión de trabajo de hoy.",
    "Nagpapasalamat ang pamahalaan sa lahat ng mga bansang tumulong sa ating mga kawal.",
    "Kami sangat berterima kasih kepada semua pihak yang telah membantu penyelenggaraan pertemuan ini.",
    "نحن سعداء جدا باستقبال زملائنا في اجتماع العمل هذا اليوم في العاصمة.",
    "Мы очень рады принять наших коллег на сегодняшней рабочей встрече в столице.",
]


@pytest.mark.parametrize("quoted", _QUOTED)
def test_a_quoted_paragraph_in_another_language_is_foreign(quoted: str) -> None:
    found = page(TITLE, "", FIRST, "", quoted, "", SECOND, "", THIRD)
    assert (found.lang, found.body) == ("en", f"{FIRST}\n\n{SECOND}\n\n{THIRD}")


def test_a_foreign_paragraph_is_a_passage_with_that_label() -> None:
    raw = "\n\n".join((TITLE, FIRST, _QUOTED[0], SECOND, THIRD))
    passages = clean([raw]).passages.set_index("text")
    assert passages.loc[_QUOTED[0], "label"] == "foreign"


@pytest.mark.parametrize(
    "kept",
    [
        "Delegates came from Bhutan, Brunei Darussalam, Cabo Verde, Côte d'Ivoire, Guatemala, Nauru and Vanuatu.",
        "“Insya Allah,” he said, and the room laughed with him for the first time that day.",
        "The course, Peningkatan Kapasitas Penyidik, was held at the academy in the hills for a week.",
    ],
)
def test_foreign_words_in_a_paragraph_do_not_make_it_foreign(kept: str) -> None:
    assert kept in page(TITLE, "", FIRST, "", kept, "", SECOND, "", THIRD).body


def test_a_body_half_in_another_language_stays_whole() -> None:
    found = page(TITLE, "", FIRST, "", _QUOTED[2], "", _QUOTED[2].replace("Kami", "Kita"), "", THIRD)
    assert _QUOTED[2] in found.body


ENGLISH_FRAME = ["Home", "Politics", "Sign in to read more of our news", "Follow us on the channels that you like"]
MALAY_FRAME = ["Laman Utama", "Ikuti kami di saluran yang anda suka", "Muat turun aplikasi kami sekarang"]


@pytest.mark.parametrize("frame", [ENGLISH_FRAME, MALAY_FRAME])
@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", [FIRST, SECOND, THIRD]),
        (
            "id",
            ["Kedua lembaga itu sepakat menukar daftar orang yang mereka awasi mulai bulan depan, kata direktur."] * 2,
        ),
        (
            "ms",
            ["Kedua-dua agensi itu bersetuju bertukar senarai orang yang dipantau mulai bulan depan, kata pengarah."]
            * 2,
        ),
    ],
)
def test_the_frame_does_not_tell_the_language(frame: list[str], lang: str, body: list[str]) -> None:
    assert page(*frame, "", "\n\n".join(body), "", *frame).lang == lang
