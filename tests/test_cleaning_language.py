"""English, Indonesian and Malay are told apart; other languages are set aside with the reason."""

from __future__ import annotations

import pytest
from cleaning_fixture import clean

from ctnews.cleaning.language import detect_language

SENTENCES = [
    ("en", "The two agencies met on Monday, and they agreed to share what they know about the border."),
    ("en", "Although talks went on late into the night, the ministers left without a word to the press."),
    ("en", "Police from both countries will train together in Jakarta, Kuala Lumpur and Surabaya next year."),
    ("en", "Datuk Seri Ahmad told reporters that Kementerian officials had signed the paper, which runs for a year."),
    ("id", "Kedua lembaga bertemu pada Senin, dan mereka sepakat berbagi informasi karena ancaman terus tumbuh."),
    ("id", "Meskipun rapat berlangsung hingga larut malam, para menteri pulang tanpa mengatakan apa pun."),
    ("id", "Polisi dari kedua negara akan berlatih bersama di Kuala Lumpur, dan kegiatan itu digelar tahun depan."),
    ("id", "Duta Besar Malaysia mengatakan bahwa kerja sama itu bisa diperluas, terutama di wilayah perbatasan."),
    ("ms", "Kedua-dua agensi bertemu pada hari Isnin, dan mereka bersetuju berkongsi maklumat kerana ancaman itu."),
    ("ms", "Walaupun mesyuarat berlanjutan hingga lewat malam, menteri-menteri pulang tanpa berkata apa-apa."),
    ("ms", "Polis dari kedua-dua negara akan berlatih bersama di Jakarta, manakala latihan itu diadakan tahun depan."),
    ("ms", "Duta Indonesia berkata kerjasama itu boleh diperluas, terutamanya berhubung keselamatan di sempadan."),
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_a_single_sentence_tells_its_language(lang: str, sentence: str) -> None:
    assert detect_language(sentence) == lang


FOREIGN = [
    ("fr", "Les deux agences se sont réunies lundi et elles ont décidé de partager les listes qu'elles tiennent."),
    ("vi", "Hai cơ quan đã gặp nhau hôm thứ Hai và đồng ý chia sẻ danh sách theo dõi mà họ đang giữ."),
    ("zh", "两个机构的高级官员星期一举行会谈，同意共享各自掌握的监视名单，并决定每个季度由一个小组报告一次进展情况。"),
    ("ru", "Два ведомства встретились в понедельник и договорились обмениваться списками, которые они ведут."),
    ("ar", "اجتمع كبار المسؤولين في الوكالتين يوم الاثنين واتفقوا على تبادل قوائم المراقبة التي يحتفظون بها."),
]


@pytest.mark.parametrize(("lang", "sentence"), FOREIGN)
def test_a_body_in_another_language_is_a_reject_that_names_it(lang: str, sentence: str) -> None:
    rejects = clean([f"{sentence}\n\n{sentence[::1]} "]).rejects
    assert list(rejects["reason"]) == ["foreign_language"]
    assert f"({lang});" in rejects["detail"].item()


@pytest.mark.parametrize("text", ["", "  ", "12 34 — 56"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert detect_language(text) is None
