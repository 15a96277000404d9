"""What hangs on another date of the text: "the next day", "two days before the summit"."""

from __future__ import annotations

import pytest
from dates_fixture import dates, isos


@pytest.mark.parametrize(
    ("text", "lang", "granularity"),
    [
        ("On the same day they signed it.", "en", "day"),
        ("Awal bulan tersebut mereka bertemu.", "id", "month"),
        ("Two days after the raid they met.", "en", "day"),
        ("They met on June 5 and 9. On Monday and again on 12 June they spoke. The next day they left.", "en", "day"),
        ("Sehari sebelumnya mereka bertemu.", "id", "day"),
    ],
)
def test_what_hangs_on_nothing_certain_has_no_value(text: str, lang: str, granularity: str) -> None:
    (mention,) = (m for m in dates(text, lang) if m.iso is None)
    assert (mention.first, mention.granularity, mention.flags) == (None, granularity, ("narrative",))


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("They met on June 5. The next day they signed.", "en", "2023-06-06"),
        ("They met on June 5 and left the same day.", "en", "2023-06-05"),
        ("They arrived on June 5, a day earlier than planned; two days later they left.", "en", "2023-06-07"),
        ("Two days after the June 5 meeting they signed.", "en", "2023-06-07"),
        ("The summit opened on June 5. He had arrived in Jakarta the day before the summit.", "en", "2023-06-04"),
        ("The talks ran from June 5 to 7. The second day was given to finance.", "en", "2023-06-06"),
        ("Mereka bertemu pada 5 Juni 2025. Keesokan harinya nota diteken.", "id", "2025-06-06"),
        ("Pertemuan itu dibuka pada 5 Juni 2025. Ia tiba dua hari sebelum pertemuan itu.", "id", "2025-06-03"),
        ("Rapat digelar 5-7 Juni 2025. Hari kedua membahas pendanaan.", "id", "2025-06-06"),
        ("They met in May 2021. The following month they signed.", "en", "2021-06"),
    ],
)
def test_what_hangs_on_another_date_has_its_value_where_that_is_certain(text: str, lang: str, iso: str) -> None:
    mention = [told for told in dates(text, lang) if "narrative" in told.flags][-1]
    assert mention.iso == iso


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met on June 5. The following day they signed.", "2023-06-05; 2023-06-06"),
        ("The blast was on 3 March 2022; two men were held later that week.", "2022-03-03; 2022-W09"),
        ("In May 2021 he resigned. Later that year he was tried.", "2021-05; 2021"),
        ("He was held on 3 March 2022 and tried a year later.", "2022-03-03; 2023"),
        ("They flew home the day after the talks.", "?"),
        ("The next day they flew home.", "?"),
        ("Two days before the 18 May 2023 meeting he fell ill.", "2023-05-16; 2023-05-18"),
        ("In 2019 there were 12 raids, up from 8 the previous year.", "2019; 2018"),
        ("They met on May 18, 2023 and twice more in the same month.", "2023-05-18; 2023-05"),
        ("He came on 5 June 2023 and left three days later.", "2023-06-05; 2023-06-08"),
        ("The camp was raided on 1 May 2020. A week earlier it had been full.", "2020-05-01; 2020-W17"),
        ("The embassy was hit on 5 June. It reopened the following Friday.", "2023-06-05; 2023-06-09"),
        ("They met on 4 June 2023 and again the next morning.", "2023-06-04; 2023-06-05"),
        ("He was shot on 3 March 2022 and died the same day.", "2022-03-03; 2022-03-03"),
        ("He was held on 3 March 2022. The previous day he had fled.", "2022-03-03; 2022-03-02"),
        ("The deal was done on 3 March 2022. Six months later it collapsed.", "2022-03-03; 2022-09"),
        ("He was born in 1970. That year his father died.", "1970; 1970"),
        ("The two met in May 2022 and again the following year.", "2022-05; 2023"),
        ("He flew in on Monday 5 June 2023 and met them the previous Friday.", "2023-06-05; 2023-06-02"),
        ("They met on 3 March 2022 and, two weeks later, again.", "2022-03-03; 2022-W11"),
        ("Less than a week after the 3 March 2022 raid he fled.", "2022-W10; 2022-03-03"),
        ("He fled on 3 March 2022. The following week he was held.", "2022-03-03; 2022-W10"),
        ("He fled on 3 March 2022. Two years later, in 2024, he was held.", "2022-03-03; 2024; 2024"),
        ("On 3 March 2022 he fled. Earlier that month he had been ill.", "2022-03-03; 2022-03"),
        ("He fled on 3 March 2022, one day after the vote.", "2022-03-03; ?"),
    ],
)
def test_what_hangs_on_another_date_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ia ditangkap 5 Juni 2025. Keesokan harinya ia diperiksa.", "2025-06-05; 2025-06-06"),
        ("Ia ditangkap pada 5 Juni 2025 dan diperiksa sehari kemudian.", "2025-06-05; 2025-06-06"),
        ("Ia ditangkap pada 5 Juni 2025 dan diperiksa pada hari yang sama.", "2025-06-05; 2025-06-05"),
        ("Ia ditangkap pada Mei 2021. Bulan berikutnya ia diadili.", "2021-05; 2021-06"),
        ("Ia ditangkap pada Mei 2021 dan diadili pada tahun yang sama.", "2021-05; 2021"),
        ("Mereka pulang sehari setelah pertemuan itu.", "?"),
        ("Keesokan harinya mereka pulang.", "?"),
        ("Dua hari sebelum rapat 18 Mei 2025 ia sakit.", "2025-05-16; 2025-05-18"),
        ("Ia ditangkap pada 5 Juni 2025. Pada pekan yang sama dua orang lain ditahan.", "2025-06-05; 2025-W23"),
        ("Pada 2019 ada 12 kasus, naik dari tahun sebelumnya.", "2019; 2018"),
        ("Ia tiba pada 5 Juni 2025 dan pulang tiga hari kemudian.", "2025-06-05; 2025-06-08"),
        ("Ia ditangkap pada 5 Juni 2025. Sehari sebelumnya ia di Solo.", "2025-06-05; 2025-06-04"),
        ("Ia ditangkap pada 5 Juni 2020 dan dihukum dua tahun kemudian.", "2020-06-05; 2022"),
        ("Ia ditangkap pada 5 Juni 2025 dan dibebaskan seminggu kemudian.", "2025-06-05; 2025-W24"),
        ("Ia kabur pada 5 Juni 2025 dan ditangkap Senin berikutnya.", "2025-06-05; 2025-06-09"),
        ("Ia kabur pada 5 Juni 2025. Esok harinya ia ditangkap.", "2025-06-05; 2025-06-06"),
        ("Ia kabur pada 5 Juni 2025 dan ditangkap dua pekan kemudian.", "2025-06-05; 2025-W25"),
        ("Ia kabur pada 5 Juni 2025. Dua hari setelahnya ia ditangkap.", "2025-06-05; 2025-06-07"),
        ("Ia kabur pada 5 Juni 2025. Hari itu hujan.", "2025-06-05; 2025-06-05"),
        ("Ia kabur pada 2019. Dua tahun kemudian ia ditangkap.", "2019; 2021"),
        ("Ia kabur pada Mei 2021. Tahun itu ia ditangkap.", "2021-05; 2021"),
        ("Pada 5 Juni 2025 ia kabur. Malam harinya ia ditangkap.", "2025-06-05; 2025-06-05"),
        ("Pada 5 Juni 2025 ia kabur. Pada bulan yang sama ia ditangkap.", "2025-06-05; 2025-06"),
        ("Ia kabur 5 Juni 2025, sehari setelah rapat itu.", "2025-06-05; ?"),
        ("Tiga hari setelah 5 Juni 2025 ia kabur.", "2025-06-08; 2025-06-05"),
        ("Pada 5 Juni 2025 ia kabur. Sepekan kemudian ia ditangkap.", "2025-06-05; 2025-W24"),
        ("Rapat dibuka 5 Juni 2025. Tanggal 7 penutupan.", "2025-06-05; 2025-06-07"),
        ("Rapat digelar tanggal 15.", "?"),
        ("Mereka ke Bali 5 Juni dan ke Riau 9 Juli 2025. Tanggal 20 pulang.", "2025-06-05; 2025-07-09; ?"),
    ],
)
def test_what_hangs_on_another_date_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dia ditahan pada 5 Jun 2015. Keesokan harinya dia dibebaskan.", "2015-06-05; 2015-06-06"),
        ("Dia ditahan pada 5 Jun 2015 dan dibebaskan pada hari yang sama.", "2015-06-05; 2015-06-05"),
        ("Dia ditahan pada 5 Jun 2015 dan dibebaskan sehari kemudian.", "2015-06-05; 2015-06-06"),
        ("Dia ditahan pada 5 Jun 2015 dan dibebaskan dua hari selepas itu.", "2015-06-05; 2015-06-07"),
        ("Dia ditahan pada Mei 2014. Bulan berikutnya dia dibicarakan.", "2014-05; 2014-06"),
        ("Keesokan harinya mereka pulang.", "?"),
        ("Mereka pulang sehari selepas mesyuarat itu.", "?"),
        ("Dua hari sebelum mesyuarat 18 Mei 2015 dia sakit.", "2015-05-16; 2015-05-18"),
        ("Dia ditahan pada 5 Jun 2014 dan dihukum pada tahun yang sama.", "2014-06-05; 2014"),
        ("Dia ditahan pada 5 Jun 2015 dan dibebaskan tiga hari kemudian.", "2015-06-05; 2015-06-08"),
        ("Dia ditahan pada 5 Jun 2015. Keesokannya dia dibebaskan.", "2015-06-05; 2015-06-06"),
        ("Dia lari pada 5 Jun 2015 dan ditahan Isnin berikutnya.", "2015-06-05; 2015-06-08"),
        ("Dia lari pada 5 Jun 2015. Dua minggu kemudian dia ditahan.", "2015-06-05; 2015-W25"),
        ("Dia lari pada 5 Jun 2015. Sehari sebelum itu dia di sini.", "2015-06-05; 2015-06-04"),
        ("Dia lari pada 2010. Dua tahun kemudian dia ditahan.", "2010; 2012"),
        ("Dia lari pada 5 Jun 2015. Pada minggu yang sama dia ditahan.", "2015-06-05; 2015-W23"),
        ("Pada 5 Jun 2015 dia lari. Pada malam itu dia ditahan.", "2015-06-05; 2015-06-05"),
        ("Pada 5 Jun 2015 dia lari. Seminggu kemudian dia ditahan.", "2015-06-05; 2015-W24"),
        ("Pada 5 Jun 2015 dia lari. Bulan itu dia ditahan.", "2015-06-05; 2015-06"),
        ("Dia lari pada Mei 2014 dan ditahan tahun berikutnya.", "2014-05; 2015"),
        ("Tiga hari selepas 5 Jun 2015 dia ditahan.", "2015-06-08; 2015-06-05"),
    ],
)
def test_what_hangs_on_another_date_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
