"""What lost line breaks have glued together is parted; what is one word, number or address is left alone."""

from __future__ import annotations

import pytest
from cleaning_fixture import THIRD, TITLE, clean

from ctnews.cleaning.gluing import unglued


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("They agreed.Both sides met.", "They agreed. Both sides met."),
        ("Did they agree?They did!Both met.", "Did they agree? They did! Both met."),
        ("He thanked Mr.Pham for it.", "He thanked Mr. Pham for it."),
        ('He said "we agree."Both sides met.', 'He said "we agree." Both sides met.'),
        ('They agreed."We will meet," he said.', 'They agreed. "We will meet," he said.'),
        ("He said “we agree.”Both sides met.", "He said “we agree.” Both sides met."),
        ("They agreed.“I will come,” he said.", "They agreed. “I will come,” he said."),
        ("Mereka sepakat.Kedua pihak bertemu.", "Mereka sepakat. Kedua pihak bertemu."),
        ("The chair is ASEAN.Both sides met.", "The chair is ASEAN. Both sides met."),
        ("It was signed in 2025.The text is short.", "It was signed in 2025. The text is short."),
        ("It fell by 20%.Both sides met.", "It fell by 20%. Both sides met."),
        ("They met (twice).Both sides agreed.", "They met (twice). Both sides agreed."),
        ("in 2025The talks go on", "in 2025 The talks go on"),
        ("Jakarta(ANTARA) - Both met", "Jakarta (ANTARA) - Both met"),
        ("Lembaga itu(BNPT)bertemu mitranya.", "Lembaga itu (BNPT) bertemu mitranya."),
        ("the Joint Group(JWG) met", "the Joint Group (JWG) met"),
        ("di Jakarta,Selasa kemarin", "di Jakarta, Selasa kemarin"),
        ("They met,and they agreed.", "They met, and they agreed."),
        ("A meeting was held. After the meetingThe two left.", "A meeting was held. After the meeting The two left."),
        ("Officials on Mondayheld the talks; all held on.", "Officials on Monday held the talks; all held on."),
        ("They met onMonday in the city.", "They met on Monday in the city."),
        ("They met inJakarta. Jakarta was hot.", "They met in Jakarta. Jakarta was hot."),
        ("diJakarta hari ini, kata wali kota Jakarta.", "di Jakarta hari ini, kata wali kota Jakarta."),
        ("groups such as theYPG. The YPG denied it.", "groups such as the YPG. The YPG denied it."),
        ("Pada Seninlalu mereka bertemu, lalu pulang.", "Pada Senin lalu mereka bertemu, lalu pulang."),
    ],
)
def test_glued_words_and_sentences_are_parted(glued: str, apart: str) -> None:
    assert unglued(glued) == apart


@pytest.mark.parametrize(
    "text",
    [
        "They agreed. Both sides met.",
        "See www.example.Org and https://example.org/a.Html?b.C for more.",
        "See example.org/Talks.On/TheWay,Now or ask.",
        "Write to press.Office@example.org about it.",
        "J.R.Smith and A.B.Jones came.",
        "The U.S.Embassy and the U.N. office agreed.",
        "It rose by 3.5 points to 1.250.000 and 1,250,000 in all.",
        "It opens at 9.30 and closes at 5 p.m. each day.",
        "They met and... then parted.",
        "McDonald, MacArthur and O'Neil met.",
        "An iPhone, an iPad and an eSIM were seized.",
        "On YouTube, LinkedIn, WhatsApp and TikTok, in the app you use, they linked what they wrote.",
        "eKTP dan e-KTP itu sama.",
        "He has a PhD and an MSc.",
        "DPR-RI dan KemenPAN-RB bertemu KemenkoPolhukam.",
        "TNI/Polri dan BNPT/Densus 88 hadir.",
        "Kedua MoU itu diteken; MoUs are kept.",
        "Undang-undang dan aparat-aparat itu, kata Kombes Pol. Drs. H. Amir, S.H., M.Si.",
        "Menurut Kompas.Com dan Detik.Com rapat itu ditunda.",
        "BNPTv menyiarkan acara itu di BNPT TV.",
        "The minister(s) said (s)he would re(sign).",
        "The SolarWinds case and the DarkSide group.",
        "A G20 and COP28 side event, MH370 and F16s.",
        "Sundays and Mondays are free; Maya held talks.",
        "AlQaeda and AlShabaab, as some write.",
        "Follow @TheEmbassy and #CounterTerror for TheTruth.",
        "Jalan itu No.12A dan Rp2.500,00 per orang.",
    ],
)
def test_what_is_one_is_left_alone(text: str) -> None:
    assert unglued(text) == text


def test_passages_keep_the_offsets_of_the_raw_text() -> None:
    raw = f"{TITLE}\n\nSenior officials of both sides met for three hours.They agreed on a list of names in 2025.\n\n{THIRD}"
    cleaned = clean([raw])
    assert "hours. They" in cleaned.articles["text"].item()
    for _, passage in cleaned.passages.iterrows():
        assert raw[passage["start"] : passage["end"]] == passage["text"]
