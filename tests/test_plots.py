"""Figures: one Axes each, a style that stays local, words for everything, and no fear of strange names."""

from __future__ import annotations

import matplotlib as mpl
import pandas as pd
import pytest
from study_fixture import EMOJI_NAME, write_empty_study, write_study

from ctnews import plots
from ctnews.plots import canvas
from ctnews.selection import Selection, last_day, select
from ctnews.study import open_study

mpl.use("agg")

DRAWN = {
    "timeline": lambda s: plots.timeline(s.meetings, s.series, as_of=last_day(s)),
    "gaps": lambda s: plots.gaps(s.series, as_of=last_day(s)),
    "coverage": lambda s: plots.coverage(s.articles),
    "labels": lambda s: plots.labels(s.passages),
    "actors": lambda s: plots.actors(s.actors),
    "agencies": lambda s: plots.agencies(s.agencies),
    "network": lambda s: plots.network(s.meetings, s.actors, s.agencies),
    "matrix": lambda s: plots.matrix(s.meetings, s.agencies),
    "topics": lambda s: plots.topics(s.mentions, s.articles),
    "country_pairs": plots.country_pairs,
}


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    return select(open_study(write_study(tmp_path_factory.mktemp("plots") / "study")))


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    return select(open_study(write_empty_study(tmp_path_factory.mktemp("plots") / "empty")))


def texts(ax: object) -> list[str]:
    return [text.get_text() for text in ax.figure.findobj(mpl.text.Text)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", DRAWN)
def test_is_the_same_picture_every_time_with_a_description(name: str, chosen: Selection) -> None:
    first, second = (plots.picture(DRAWN[name](chosen)) for _ in range(2))
    assert first == second
    assert len(first.description) > 20
    assert "<script" not in first.svg


@pytest.mark.parametrize("name", DRAWN)
def test_of_empty_frames_says_that_there_is_nothing(name: str, nothing: Selection) -> None:
    picture = plots.picture(DRAWN[name](nothing))
    assert picture.description.startswith("No ")


@pytest.mark.parametrize("name", DRAWN)
def test_draws_on_the_axes_it_is_given(name: str, chosen: Selection) -> None:
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    calls = {
        "timeline": lambda: plots.timeline(chosen.meetings, chosen.series, ax=ax),
        "gaps": lambda: plots.gaps(chosen.series, ax=ax),
        "coverage": lambda: plots.coverage(chosen.articles, ax=ax),
        "labels": lambda: plots.labels(chosen.passages, ax=ax),
        "actors": lambda: plots.actors(chosen.actors, ax=ax),
        "agencies": lambda: plots.agencies(chosen.agencies, ax=ax),
        "network": lambda: plots.network(chosen.meetings, chosen.actors, chosen.agencies, ax=ax),
        "matrix": lambda: plots.matrix(chosen.meetings, chosen.agencies, ax=ax),
        "topics": lambda: plots.topics(chosen.mentions, chosen.articles, ax=ax),
        "country_pairs": lambda: plots.country_pairs(chosen, ax=ax),
    }
    assert calls[name]() is ax
    figure.canvas.draw()
    plt.close(figure)


def test_no_global_setting_is_changed(chosen: Selection) -> None:
    before = dict(mpl.rcParams)
    plots.picture(DRAWN["timeline"](chosen))
    assert dict(mpl.rcParams) == before


def test_a_picture_closes_its_figure(chosen: Selection) -> None:
    import matplotlib.pyplot as plt

    open_before = plt.get_fignums()
    plots.picture(DRAWN["actors"](chosen))
    assert plt.get_fignums() == open_before


def test_dollar_signs_are_no_mathematics() -> None:
    series = pd.DataFrame({"series_id": ["s"], "name": ["US$5 to US$6"], "last": [pd.Timestamp("2020-01-01")]})
    series = series.assign(median_gap_days=None, n_meetings=1, next_low=pd.NaT, next_high=pd.NaT)
    day = pd.Timestamp("2020-01-01")
    meetings = pd.DataFrame([{"series_id": "s", "start": day, "end": day, "status": "held", "granularity": "day"}])
    ax = plots.timeline(meetings, series)
    assert "US$5 to US$6" in texts(ax)
    assert not any(text.get_parse_math() for text in ax.get_yticklabels())
    plots.picture(ax)


def test_timeline_marks_held_announced_and_cancelled_apart(chosen: Selection) -> None:
    ax = DRAWN["timeline"](chosen)
    assert any("702 d median, n = 4" in text for text in texts(ax))
    assert any("no gap known, n = 2" in text for text in texts(ax))
    faces = [collection.get_facecolor() for collection in ax.collections if len(collection.get_offsets())]
    assert any((face == 1.0).all() for face in faces), "an announced meeting is hollow"
    plots.picture(ax)


def test_a_letter_that_no_font_has_is_left_out_and_does_not_warn() -> None:
    assert canvas.printable("\N{DOVE OF PEACE}\U0001f54a Jo") in ("Jo", "🕊 Jo")
    assert canvas.printable("\U0010fffd") == "?"
    assert EMOJI_NAME.startswith(canvas.printable(EMOJI_NAME)[:2])


def test_a_tangle_becomes_a_matrix() -> None:
    people = [f"p{number}" for number in range(45)]
    actors = pd.DataFrame({"actor_id": people, "name": people, "agency_ids": [[] for _ in people]})
    agencies = pd.DataFrame({"agency_id": ["x", "y"], "acronym": ["X", "Y"], "name": ["X", "Y"]})
    meetings = pd.DataFrame([{"participants": people, "agencies": ["x", "y"], "status": "held"}])
    picture = plots.picture(plots.network(meetings, actors, agencies))
    assert picture.description.startswith("X and Y are together at 1 meeting")


@pytest.mark.parametrize("days", [1, 30, 400, 800, 1100, 1600, 2600, 9000, 30000])
def test_days_are_labelled_over_any_stretch_of_time(days: int) -> None:
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    ax.plot([pd.Timestamp("1950-01-01"), pd.Timestamp("1950-01-01") + pd.Timedelta(days=days)], [0, 1])
    canvas.time_axis(ax)
    figure.canvas.draw()
    assert 2 <= len(ax.get_xticks()) <= 14
    plt.close(figure)
