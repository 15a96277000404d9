"""Tables, sentences, evidence and selection: hostile text stays text, numbers lead to sentences."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest
from study_fixture import HOSTILE_MOU, HOSTILE_TITLE, MARKUP_NAME, RTL_NAME, write_empty_study, write_study

from ctnews import tables
from ctnews.errors import InputError
from ctnews.selection import Selection, select
from ctnews.study import Study, open_study
from ctnews.tables.accounts import evidence
from ctnews.tables.agreements import deals, promises
from ctnews.tables.comparison import compare
from ctnews.tables.markup import cell, grid, link
from ctnews.tables.outlook import overdue, upcoming
from ctnews.tables.topics import topic_counts

SHOWN = [name for name in tables.__all__ if name not in ("Html", "lead", "link", "show")]
TOPICS = ("corpus", "actors", "agencies", "cadence", "agreements", "briefing")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return open_study(write_study(tmp_path_factory.mktemp("tables") / "study"))


@pytest.fixture(scope="module")
def chosen(study: Study) -> Selection:
    return select(study)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    return select(open_study(write_empty_study(tmp_path_factory.mktemp("tables") / "empty")))


class Elements(HTMLParser):
    """Collects every element and attribute, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def check_harmless(html: str) -> None:
    for tag, attrs in Elements(html).found:
        assert tag not in ("script", "iframe", "img", "b"), tag
        assert not any(name.startswith("on") for name in attrs), attrs
        assert str(attrs.get("href") or "https://").startswith(("https://", "http://", "#")), attrs


@pytest.mark.parametrize("name", SHOWN)
def test_a_table_is_harmless_and_prints_as_text(name: str, chosen: Selection) -> None:
    table = getattr(tables, name)(chosen)
    check_harmless(table._repr_html_())
    assert repr(table)


@pytest.mark.parametrize("name", SHOWN)
def test_a_table_of_nothing_says_so(name: str, nothing: Selection) -> None:
    assert getattr(tables, name)(nothing)._repr_html_()


@pytest.mark.parametrize("topic", TOPICS)
def test_leads_speak_of_an_empty_selection(topic: str, nothing: Selection) -> None:
    assert "no articles" in repr(tables.lead(topic, nothing))  # type: ignore[arg-type]


@pytest.mark.parametrize("topic", TOPICS)
def test_leads_never_claim_that_no_meeting_was_held(topic: str, chosen: Selection) -> None:
    said = repr(tables.lead(topic, chosen))  # type: ignore[arg-type]
    assert "no meeting" not in said
    assert any(letter.isdigit() for letter in said)


def test_the_lead_on_cadence_tells_what_is_not_seen_and_where_articles_disagree(chosen: Selection) -> None:
    said = repr(tables.lead("cadence", chosen))
    assert "no report of a further meeting of the Japan-Philippines Counter-Terrorism Consultations is seen" in said
    assert "On 1 meeting the articles disagree" in said


def test_series_without_a_name_and_meetings_without_a_series_are_told_of(chosen: Selection) -> None:
    unnamed = replace(chosen, series=chosen.series.assign(name=None))
    assert "joint working group of Australia, Indonesia" in repr(tables.lead("cadence", unnamed))
    assert "joint working group of Japan, Philippines" in repr(tables.series(unnamed))
    alone = replace(chosen, series=chosen.series.head(0))
    assert "0 series" in repr(tables.lead("cadence", alone))


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ('javascript:alert("x")', False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[broken", False),
        (None, False),
        (float("nan"), False),
    ],
)
def test_a_link_is_http_or_no_link(url: object, *, linked: bool) -> None:
    assert ("<a " in link(url, "text").markup) is linked


def test_a_quotation_mark_does_not_break_out_of_a_link() -> None:
    found = Elements(link('https://example.org/a"onmouseover="alert(1)', "x").markup).found
    assert [(tag, set(attrs)) for tag, attrs in found] == [("a", {"href", "rel"})]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (float("nan"), "–"),
        (1234, "1,234"),
        (1.26, "1.3"),
        ([], "–"),
        (["a", "<b>"], "a, <b>"),
        (True, "True"),
    ],
)
def test_a_cell_words_any_value(value: object, text: str) -> None:
    assert cell(value).text == text


def test_a_table_says_how_many_rows_it_leaves_out() -> None:
    rows = [{"n": number} for number in range(7)]
    assert "The first 5 of 7." in repr(grid(rows, {"n": "N"}, nothing="none", limit=5))


def test_hostile_titles_and_names_stay_readable(chosen: Selection) -> None:
    assert HOSTILE_TITLE in repr(evidence(chosen, "m04"))
    people = repr(tables.actors(chosen))
    assert MARKUP_NAME in people
    assert RTL_NAME in people


def test_evidence_has_every_sentence_and_both_sides_of_a_disagreement(study: Study) -> None:
    shown = evidence(study, "m05")
    check_harmless(shown._repr_html_())
    text = repr(shown)
    assert "The talks took place in Solo." in text
    assert "session 4" in text
    assert text.index("Semarang") < text.index("Disagreement") < text.index("Solo")


def test_accounts_stand_side_by_side_with_what_they_disagree_on_marked(study: Study) -> None:
    shown = compare(study, "m05")
    check_harmless(shown._repr_html_())
    assert '<mark class="other">≠ Solo</mark>' in shown.markup
    assert shown.markup.count('class="other"') == 1, "what agrees with the whole is not marked"
    assert "2 accounts. The articles disagree on city" in repr(shown)
    assert "The talks took place in Solo." in repr(shown)


def test_accounts_that_agree_are_not_marked_and_hostile_ones_stay_text(study: Study) -> None:
    shown = compare(study, "m04")
    check_harmless(shown._repr_html_())
    assert "The articles do not disagree" in repr(shown)
    assert HOSTILE_TITLE in repr(shown)
    assert "City" not in repr(shown), "what no account tells has no row"
    with pytest.raises(InputError, match=r"study\.meetings"):
        compare(study, "m99")


def test_a_study_shows_itself_on_one_screen(study: Study) -> None:
    html = study._repr_html_()
    check_harmless(html)
    told = repr(tables.overview(study))
    assert "15 articles" in told
    assert "Australia-Indonesia Joint Working Group on Counter-Terrorism" in told
    assert "On 1 meeting the articles disagree" in told
    assert "ct.compare(study, 'm05')" in told


def test_any_frame_is_shown_escaped(study: Study) -> None:
    shown = tables.show(study.articles[["title", "published"]], columns={"title": "Title"}, limit=5)
    check_harmless(shown._repr_html_())
    assert HOSTILE_TITLE in repr(shown)
    assert "The first 5 of 15." in repr(shown)


def test_evidence_marks_facts_where_they_stand(study: Study) -> None:
    assert "<mark>BNPT</mark>" in evidence(study, "m02").markup


def test_evidence_of_an_unknown_meeting_names_the_cure(study: Study) -> None:
    with pytest.raises(InputError, match=r"study\.meetings"):
        evidence(study, "m99")


@pytest.mark.parametrize(
    ("topic", "links_at_least"), [("agreements", 4), ("briefing", 4), ("corpus", 3), ("actors", 3), ("agencies", 2)]
)
def test_each_number_of_a_lead_leads_to_a_table_of_its_report(
    topic: str, links_at_least: int, chosen: Selection
) -> None:
    made = (tables.agreements, tables.commitments, tables.topics, tables.latest, tables.due, tables.slipped,
        tables.outlets, tables.copies, tables.dating, tables.rejects, tables.actors, tables.agencies)  # fmt: skip
    places = {
        attrs.get("id") for table in (*made, tables.conflicts) for _, attrs in Elements(table(chosen).markup).found
    }
    links = [attrs["href"] for tag, attrs in Elements(tables.lead(topic, chosen).markup).found if tag == "a"]  # type: ignore[arg-type]
    assert len(links) >= links_at_least
    assert {str(link).removeprefix("#") for link in links} <= places


def test_accounts_of_one_agreement_are_one_row_and_copies_none(chosen: Selection) -> None:
    found = {deal.name: deal for deal in deals(chosen)}
    assert len(found[HOSTILE_MOU].accounts) == 2
    assert found[HOSTILE_MOU].parties == ("AU", "ID")
    assert {deal.name: deal.status for deal in found.values()} == {
        HOSTILE_MOU: "signed", "=cmd|' /C calc'!A0": "announced", "Declaration": "signed", RTL_NAME: "named",
    }  # fmt: skip


def test_what_came_of_an_agreement_is_the_meetings_reported_since(chosen: Selection) -> None:
    shown = repr(tables.agreements(chosen))
    assert "October–December 2030" in shown
    assert "3 meetings, last 18–19 May 2023" in shown
    assert "November 2019" in shown


def test_a_promise_is_kept_only_by_a_meeting_that_fits(chosen: Selection) -> None:
    made = {(row["article_id"][-2:], row["kind"]): row for row in promises(chosen)}
    assert [one["meeting_id"] for one in made["00", "next_meeting"]["kept_by"]] == ["m02", "m04", "m05"]
    assert made["01", "training"]["kept_by"] == []
    assert made["11", "other"]["meeting_id"] == "m12", "a meeting without a day has no later ones"
    assert ("14", "training") not in made, "a copy promises nothing of its own"
    assert "day of the meeting unknown" in repr(tables.commitments(chosen))


def test_a_promise_is_quoted_in_its_sentence(chosen: Selection) -> None:
    assert "<blockquote><mark>A second sentence</mark> says more.<footer>" in tables.commitments(chosen).markup


def test_topics_are_counted_without_copies_and_ordered_by_pillar(chosen: Selection) -> None:
    counted = topic_counts(chosen.mentions, chosen.articles)
    assert counted["pillar"].tolist() == ["1", "2", "3", "4"]
    assert counted["n"].sum() == 14 + 1  # the copy names another topic than its original


def test_what_slipped_is_what_no_report_tells_of(chosen: Selection) -> None:
    assert [row["of"] for row in overdue(chosen)] == ["m03"]
    later = replace(chosen, last_day=pd.Timestamp("2025-01-01"))
    assert [row["of"] for row in overdue(later)] == ["m06", "m03"]
    again = chosen.meetings.assign(
        start=chosen.meetings["start"].where(chosen.meetings["meeting_id"] != "m05", "2024-12-01")
    )
    assert [row["of"] for row in overdue(replace(later, meetings=again))] == ["m03"], "another of the series was held"


def test_what_is_due_comes_soonest_first(chosen: Selection) -> None:
    late = chosen.series.assign(state="on_course", next_announced=None, next_low=pd.Timestamp("2024-06-01"))
    late["next_high"] = pd.Timestamp("2025-08-01")
    due = [(row["name"][:5], row["basis"][:9]) for row in upcoming(replace(chosen, series=late))]
    assert due == [("Japan", "8 of 10 s"), ("Senio", "8 of 10 s"), ("Austr", "announced")]
    assert "between June 2024 and August 2025" in repr(tables.due(replace(chosen, series=late)))


@pytest.mark.parametrize(
    ("criteria", "meetings"),
    [
        ({}, 12),
        ({"from_date": "2023-01-01"}, 3),
        ({"to_date": "2018-12-31"}, 2),
        ({"from_date": "2019-06-01", "to_date": "2019-06-30"}, 1),
        ({"countries": ["JP"]}, 2),
        ({"countries": ["ASEAN", "JP"]}, 5),
        ({"agencies": ["dfat"]}, 6),
        ({"min_confidence": 0.5}, 11),
        ({"language": "id"}, 3),
        ({"agencies": ["nobody"]}, 0),
    ],
)
def test_selection_of_meetings(criteria: dict[str, object], meetings: int, study: Study) -> None:
    assert len(select(study, **criteria).meetings) == meetings  # type: ignore[arg-type]


def test_a_selection_is_consistent_and_can_be_narrowed_again(study: Study) -> None:
    one = select(select(study, countries=["JP"]), from_date="2020-01-01")
    assert set(one.meeting_mentions["meeting_id"]) == set(one.meetings["meeting_id"]) == {"m08"}
    assert set(one.meeting_mentions["article_id"]) <= set(one.articles["article_id"])
    assert set(one.mentions["article_id"]) <= set(one.articles["article_id"])
    assert one.series["n_meetings"].tolist() == [2], "a series is kept whole"
    assert one.agencies.set_index("agency_id").loc["jp-mofa", "n_meetings"] == 1


def test_the_last_day_is_that_of_the_corpus_and_not_of_what_is_selected(study: Study) -> None:
    assert select(study, countries=["JP"]).last_day == pd.Timestamp("2024-02-10")
    assert select(study, to_date="2020-01-01").last_day == pd.Timestamp("2020-01-01")


def test_a_selection_changes_nothing_in_the_study(study: Study) -> None:
    before = study.actors.copy(deep=True)
    select(study, countries=["JP"])
    assert before.equals(study.actors)


def test_a_date_that_is_none_is_said(study: Study) -> None:
    with pytest.raises(InputError, match="from_date is 'soon'"):
        select(study, from_date="soon")


def test_beside_every_forecast_stands_how_often_such_intervals_held(chosen: Selection) -> None:
    from ctnews import lexicon

    gold = lexicon.table("world/cadence_backtest")[0]
    held = f"{gold['n_covered']} of {gold['n_forecasts']}"
    assert held in repr(tables.series(chosen))
    said = repr(tables.backtest(chosen))
    assert f"{gold['n_forecasts']} meetings of real series" in said
    assert "seen in this corpus" in said


FORECAST = {
    "next_announced": pd.NaT, "next_granularity": None, "next_low": pd.Timestamp("2025-02-01"),
    "next_median": pd.Timestamp("2025-06-01"), "next_high": pd.Timestamp("2026-03-01"), "next_basis": "series",
    "p_met_by_now": 0.3,
}  # fmt: skip
EXPECTED = [
    ({}, ["Feb 2025 – Mar 2026, half by Jun 2025"]),
    ({"p_met_by_now": 0.95}, ["if it is still to come: Feb 2025 – Mar 2026"]),
    ({"p_met_by_now": 0.999}, []),
    ({"next_basis": "pooled", "p_met_by_now": 0.95}, ["if it is still to come: Feb 2025 – Mar 2026", "by comparable series alone"]),
    ({"next_announced": pd.Timestamp("2025-05-01"), "next_granularity": "month", "next_low": pd.NaT}, ["announced for May 2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "said"), EXPECTED)
def test_what_is_said_of_the_next_meeting(row: dict[str, object], said: list[str]) -> None:
    from ctnews.tables.series import expected

    assert expected({**FORECAST, **row}) == said
