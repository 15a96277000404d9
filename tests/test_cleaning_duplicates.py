"""Copies point at the fullest and earliest article; another account of the same day does not."""

from __future__ import annotations

import random
from itertools import permutations

import pandas as pd
import pytest
from cleaning_fixture import BODY, FIRST, SECOND, THIRD, clean
from duplicate_corpus import ALTERATIONS, Corpus, corpus, score

from ctnews.cleaning import mark_duplicates
from ctnews.frames import ARTICLES, conform, empty

MORE = [
    "Asked why it had taken so long, an officer said that the rules of the first agency had stood in the way.",
    "Those rules were changed in spring, after a court had found that names might be passed on to a trusted partner.",
    "Both sides hope that others in the region will join them once the first year of the work has been judged.",
    "A report on that year is promised for the summer, and the public is to see a shorter version of it.",
    "Until then the team will work from an office that a third country has lent, with a staff of nine or ten.",
]
FULL = "\n\n".join((BODY, *MORE))
RETOLD = (
    "Watch lists kept by a pair of services will soon be open to each of them. Their chiefs settled this after"
    " talks of three hours. Four times a year a handful of experts will look at the results and write them up.\n\n"
    "For the following round everybody travels north, to the seat of the second service. Nobody gave a date."
)


def marked(bodies: dict[str, str], days: dict[str, str] | None = None) -> dict[str, str]:
    rows = [
        {"article_id": name, "text": text, "published": pd.Timestamp((days or {}).get(name, "2024-05-16"))}
        for name, text in bodies.items()
    ]
    found = mark_duplicates(conform(rows, ARTICLES)).dropna(subset="duplicate_of")
    return dict(zip(found["article_id"], found["duplicate_of"], strict=True))


@pytest.mark.parametrize(
    ("copy", "copied"),
    [
        (FULL, True),
        (FULL.upper(), True),
        (FULL.replace("\n\n", "\n"), True),
        (f"Agencies to share lists\n\n{FULL}", True),
        (BODY, True),
        (f"{FIRST}\n\n{SECOND}", True),
        (f"{THIRD}\n\n{MORE[1]}\n\n{MORE[3]}", True),
        (FULL.replace("three hours", "two hours").replace("spring", "March"), True),
        (RETOLD, False),
        (f"{FIRST}\n\n{RETOLD}", False),
        ("The harvest is late this year, and farmers in the north fear for the price of what they grow. " * 3, False),
    ],
)
def test_a_copy_is_told_from_another_account(copy: str, copied: bool) -> None:
    found = marked({"full": FULL, "other": copy}, {"full": "2024-05-15"})
    assert bool(found) is copied


def test_copies_point_at_the_fullest() -> None:
    assert marked({"a": BODY, "b": FULL, "c": f"{FIRST}\n\n{SECOND}"}) == {"a": "b", "c": "b"}


def test_of_equals_they_point_at_the_earliest_published() -> None:
    days = {"a": "2024-05-18", "b": "2024-05-16", "c": "2024-05-17"}
    assert marked(dict.fromkeys("abc", FULL), days) == {"a": "b", "c": "b"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    bodies = {"a": FULL, "b": BODY, "c": RETOLD, "d": FULL + " End."}
    found = [marked(dict(order)) for order in permutations(bodies.items())]
    assert all(one == found[0] for one in found)
    assert found[0] == {"a": "d", "b": "d"}


def test_bodies_too_short_to_tell_are_no_copies() -> None:
    assert marked({"a": "The two sides met.", "b": "The two sides met."}) == {}


def test_a_retitled_copy_is_found_while_cleaning() -> None:
    articles = clean([f"First title of it\n\n{FULL}", f"Another headline altogether\n\n{FULL}"]).articles
    assert list(articles["duplicate_of"].fillna("")) == ["", "a"]


def test_frames_keep_their_columns_and_order() -> None:
    assert mark_duplicates(empty(ARTICLES)).empty
    articles = clean([FULL, RETOLD, BODY]).articles
    assert list(mark_duplicates(articles[::-1])["article_id"]) == ["c", "b", "a"]


BACKGROUND = (
    "The working group was set up in 2010, when both ministries signed a paper on the exchange of evidence. It has"
    " met in turn in the two capitals since then, each time at the level of directors.\n\n"
    "Trade between the two countries has doubled in the same time, and more than 40,000 students from the islands"
    " are enrolled at universities on the mainland."
)
NEWS = [
    "Karim Osei of the customs service told the group in Lomé on 4 March that 61 crates had been found in a harbour"
    " shed. A judge will decide in Kara whether they may be opened.",
    "Two sisters from Sokodé, Afi and Ama Lawson, were named on 9 June 2021 as the first to finish the course for"
    " interpreters. They start work in Atakpamé on Monday.",
    "Prime Minister Yawo Mensah said on 17 November that the office in Dapaong had answered 930 letters, three times"
    " as many as Governor Ekue had asked for.",
]
CALL = (
    "{who}, the ambassador of {land}, paid a courtesy call on {head}, head of the agency, in {city} on {day}.\n\n"
    "During the call the two sides spoke about matters of common interest and underlined how close their countries"
    " have become. The head of the agency wished the ambassador every success in the time ahead.\n\n"
    "The agency thanked {land} for the {number} courses that it has paid for. Gifts were exchanged at the end."
)
CALLS = [
    CALL.format(who="Lena Hartmann", land="Austria", head="Osman Diallo", city="Bamako", day="3 May 2022", number=4),
    CALL.format(who="Paulo Reis", land="Portugal", head="Awa Keita", city="Ségou", day="19 July 2023", number=11),
    CALL.format(who="Mei Tanaka", land="Japan", head="Awa Keita", city="Bamako", day="8 March 2024", number=7),
]
INDONESIAN = (
    "Pejabat senior kedua badan bertemu selama tiga jam dan sepakat untuk saling membuka daftar pantauan mereka."
    " Mereka juga membentuk tim kecil yang akan bertemu setiap kuartal dan melaporkan hasil kerja daftar itu. Putaran"
    " pembicaraan berikutnya akan digelar di ibu kota utara, tempat badan kedua berkantor."
)


@pytest.mark.parametrize(
    "bodies",
    [
        {str(number): f"{news}\n\n{BACKGROUND}" for number, news in enumerate(NEWS)},
        {str(number): text for number, text in enumerate(CALLS)},
        {"ours": BODY, "theirs": INDONESIAN},
        {"brief": BODY, "wrap-up": "\n\n".join([*NEWS, SECOND, THIRD, BACKGROUND])},
    ],
    ids=["stories with one background", "siblings of one template", "a translation", "a wrap-up that quotes"],
)
def test_other_articles_with_the_same_words_are_no_copies(bodies: dict[str, str]) -> None:
    days = {name: f"2024-05-{16 + number}" for number, name in enumerate(bodies)}
    assert marked(bodies, days) == {}


@pytest.mark.parametrize("body", [FULL, f"{NEWS[0]}\n\n{BACKGROUND}\n\n{NEWS[1]}", CALLS[0]])
@pytest.mark.parametrize("kind", ["exact", "re_encoded", "reordered", "reworded", "with_line"])
def test_a_copy_is_found_however_it_was_altered(kind: str, body: str) -> None:
    line = "The Hill Courier is read in nine valleys. Write to the editors if you have found a mistake in it."
    paragraphs = ALTERATIONS[kind](body.split("\n\n"), random.Random(3), [line])
    found = marked({"full": body, "other": "\n\n".join(paragraphs)}, {"full": "2024-05-15"})
    assert found in ({"other": "full"}, {"full": "other"})


def test_a_line_of_the_outlet_does_not_make_a_later_copy_the_original() -> None:
    longer = f"{FULL}\n\nThe Hill Courier is read in nine valleys."
    assert marked({"first": FULL, "later": longer}, {"first": "2024-05-15"}) == {"later": "first"}


def test_two_stories_do_not_come_together_through_one_that_has_both() -> None:
    one, other = f"{NEWS[0]}\n\n{NEWS[1]}", f"{NEWS[2]}\n\n{BACKGROUND}"
    found = marked({"one": one, "other": other, "both": f"{FULL}\n\n{one}\n\n{other}"}, {"both": "2024-06-01"})
    assert found == {}


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(2_000, seed=7)


def test_copies_are_found_among_much_that_is_alike(made: Corpus) -> None:
    found = score(made, mark_duplicates(made.articles))
    assert found.precision >= 0.99, found.wrong
    assert found.recall >= 0.97, found.missed


def test_a_mark_points_at_an_article_that_has_none(made: Corpus) -> None:
    marks = mark_duplicates(made.articles).set_index("article_id")["duplicate_of"]
    assert marks.dropna().isin(marks[marks.isna()].index).all()


def test_the_marks_of_a_corpus_do_not_depend_on_its_order(made: Corpus) -> None:
    part = made.articles.head(1_200)
    straight, turned = (mark_duplicates(frame).set_index("article_id")["duplicate_of"] for frame in (part, part[::-1]))
    pd.testing.assert_series_equal(straight, turned.reindex(straight.index))


def test_one_country_in_the_place_of_another_makes_another_story() -> None:
    told = (
        "The ambassador of {} paid a courtesy call on the head of the counter-terrorism agency on Monday. The two spoke"
        " of the exchange of information and the training of officers. Both sides said that they would meet again"
        " before the end of the year, and that teams of both would prepare what they are to sign then."
    )
    rows = [{"article_id": name, "text": told.format(name)} for name in ("Yemen", "Kuwait", "Oman")]
    rows.append({"article_id": "Zz", "text": told.format("Oman")})
    assert mark_duplicates(conform(rows, ARTICLES))["duplicate_of"].dropna().to_dict() == {3: "Oman"}
