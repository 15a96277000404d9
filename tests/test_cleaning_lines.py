"""The classifier of lines tells the body from what frames it by looks and surroundings, in pages of many layouts."""

from __future__ import annotations

import textwrap
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from cleaning_fixture import BODY, FIRST, SECOND, THIRD, TITLE, labels

from ctnews.cleaning import clean_text
from ctnews.cleaning.lines.body import body_lines
from ctnews.cleaning.lines.classifier import body_probabilities, describe_page
from ctnews.cleaning.lines.features import describe
from ctnews.cleaning.lines.labels import label_lines
from ctnews.cleaning.lines.split import split_lines
from ctnews.cleaning.lines.trees import Trees
from ctnews.cleaning.lines.wrapping import unwrapped
from ctnews.errors import InputError

MENU = ["Home", "World", "Asia", "Business", "Sport", "Culture", "Weather", "Contact us"]
TEASERS = [
    "Harvest is late this year",
    "Farmers in the valley say the rain came three weeks after the usual time, and the rice is still green.",
    "Minister opens a new port",
    "The port, which took six years to build, will take ships of twice the length of those that call today.",
    "Bridge closes for repairs",
    "Drivers will have to go around the lake until the end of the month while the old bearings are replaced.",
]
COMMENTS = [
    "3 Comments",
    "Reader One 2 hours ago",
    "A fine thing indeed, and about time too if you ask me, since nobody has kept an eye on this for years.",
    "Reader Two 3 hours ago",
    "I do not see what good a list will do when the people on it change their names every month or so.",
    "Reply Share",
]


def body_of(*lines: str) -> list[str]:
    """Give the lines labelled body."""
    return [line for line, label in labels(*lines).items() if label == "body"]


@pytest.mark.parametrize(
    "frame",
    [
        ([], []),
        (MENU, []),
        ([f"• {entry}" for entry in MENU], ["Related Articles", *TEASERS]),
        ([f"  * {entry}\n" for entry in MENU], ["More from this section", *TEASERS]),
        (MENU, ["Latest", *(f"{n}. {line}" for n, line in enumerate(TEASERS[::2], 1))]),
        (MENU, COMMENTS),
        (
            ["Home | World | Asia | Business", "Thursday, May 16, 2024 10:15"],
            ["Copyright 2024 The Daily", "Privacy Policy"],
        ),
        (["Beranda", "Nasional", "Internasional"], ["Berita Terkait", "Panen Terlambat Tahun Ini", "Jembatan Ditutup"]),
    ],
    ids=["bare", "menu", "bullets and teasers", "stars and teasers", "numbered", "comments", "one-line menu", "id"],
)
def test_the_body_is_found_in_any_frame(frame: tuple[list[str], list[str]]) -> None:
    above, below = frame
    assert body_of(*above, TITLE, "", FIRST, SECOND, THIRD, "", *below) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_blank_lines_between_paragraphs_do_not_matter(gap: str) -> None:
    assert body_of(*MENU, TITLE, f"{FIRST}{gap}", f"{SECOND}{gap}", THIRD, *MENU[::-1]) == [FIRST, SECOND, THIRD]


def test_a_body_without_any_frame_is_kept_whole() -> None:
    assert body_of(FIRST, SECOND, THIRD) == [FIRST, SECOND, THIRD]


def test_headlines_right_below_the_body_are_none_of_it() -> None:
    headlines = ["- Minister opens a new port", "- Harvest late, say farmers", "- Bridge to close until May"]
    assert body_of(*MENU, TITLE, FIRST, SECOND, THIRD, *headlines) == [FIRST, SECOND, THIRD]


def test_a_list_that_a_colon_announces_ends_the_body() -> None:
    announced = "The two agencies agreed on three things that each of them will pay for out of its own budget:"
    things = ["• training of investigators", "• a common list of names", "• a hot line"]
    lines = [FIRST, SECOND, announced, *things]
    features = describe(split_lines("\n".join(lines)))
    assert body_lines(features, np.full(len(lines), 0.9)) == [True] * len(lines)


def test_a_heading_of_another_part_asks_more_of_what_stands_below_it() -> None:
    features = describe(split_lines("\n".join([FIRST, SECOND, THIRD, "Related Articles", TEASERS[1]])))
    assert body_lines(features, np.array([0.9, 0.9, 0.9, 0.1, 0.8])) == [True, True, True, False, False]
    assert body_lines(features, np.array([0.9, 0.9, 0.9, 0.1, 0.9])) == [True, True, True, False, True]


def test_less_is_asked_of_a_line_where_the_whole_page_is_body() -> None:
    features = describe(split_lines("\n".join([FIRST, SECOND, "What the lists hold", THIRD])))
    assert body_lines(features, np.array([0.9, 0.9, 0.35, 0.9])) == [True, True, True, True]
    framed = describe(split_lines("\n".join([FIRST, "What the lists hold", THIRD, *TEASERS, *TEASERS])))
    assert not body_lines(framed, np.array([0.9, 0.35, 0.9, *[0.1] * 12]))[1]


def test_prose_next_to_the_body_is_body_where_it_may_be() -> None:
    features = describe(split_lines("\n".join([FIRST, SECOND, THIRD, *TEASERS])))
    assert body_lines(features, np.array([0.32, 0.9, 0.9, *[0.1] * 6]))[:3] == [True, True, True]
    assert body_lines(features, np.array([0.28, 0.9, 0.9, *[0.1] * 6]))[:3] == [False, True, True]


def test_a_text_taken_from_its_page_by_tags_keeps_its_short_lines() -> None:
    lines = ["What the lists hold", FIRST, "Names", "Numbers of passports", SECOND, "Related Articles"]
    found = label_lines("\n".join(lines), framed=False)
    assert [feature.line.text for feature, label in found if label == "body"] == lines[:-1]
    assert found[-1][1] == "related"


def test_clean_text_gives_the_body_alone() -> None:
    assert clean_text("\n".join([*MENU, TITLE, "", BODY, "", "Related Articles", *TEASERS])) == BODY
    assert clean_text("") == ""


def test_every_line_has_a_probability_and_no_page_has_none() -> None:
    raw = "\n".join([*MENU, TITLE, BODY])
    features = describe(split_lines(raw))
    chances = body_probabilities(raw, features)
    assert len(chances) == len(features)
    assert ((chances >= 0) & (chances <= 1)).all()
    assert body_probabilities("", []).size == 0


def test_what_the_classifier_sees_does_not_depend_on_where_the_page_stands() -> None:
    raw = "\n".join([*MENU, TITLE, BODY])
    once, twice = (describe_page(text, describe(split_lines(text))) for text in (raw, raw))
    assert all(np.array_equal(once[name], twice[name]) for name in once)
    assert all(np.isfinite(column).all() for column in once.values())


def test_the_line_model_holds_arrays_alone_and_its_sources_are_named() -> None:
    models = resources.files("ctnews") / "models"
    with resources.as_file(models / "lines.npz") as path:
        assert path.stat().st_size < 1_000_000
        model = Trees.load(path)
    assert not any(getattr(model, name).dtype.hasobject for name in Trees.__slots__)
    notice = (models / "NOTICE").read_text("utf-8")
    assert all(source in notice for source in ("article-extraction-benchmark", "fundus-evaluation", "WCXB"))


def test_a_missing_or_damaged_line_model_is_named_with_the_cure(tmp_path: Path) -> None:
    damaged = tmp_path / "lines.npz"
    damaged.write_bytes(b"no arrays")
    for path in (tmp_path / "none.npz", damaged):
        with pytest.raises(InputError, match="train one with"):
            Trees.load(path)


def test_a_stored_ensemble_gives_the_same_as_before(tmp_path: Path) -> None:
    with resources.as_file(resources.files("ctnews") / "models" / "lines.npz") as path:
        model = Trees.load(path)
    model.save(tmp_path / "again.npz")
    values = np.random.default_rng(1).normal(size=(20, len(model.columns))).astype(np.float32)
    assert np.array_equal(model.probabilities(values), Trees.load(tmp_path / "again.npz").probabilities(values))


def test_short_lines_of_a_page_in_another_script_are_no_foreign_ones() -> None:
    first = "两个机构的高级官员星期一在首都会面三个小时，同意交换各自保存的名单，并成立一个小组。"
    lines = [first, "名单内容", first[::-1] + "。", first.replace("星期一", "星期二")]
    found = {feature.line.text: label for feature, label in label_lines("\n".join(lines))}
    assert "foreign" not in found.values()


@pytest.mark.parametrize("width", [60, 72, 78, 100])
def test_a_text_broken_at_a_fixed_width_gives_its_paragraphs(width: int) -> None:
    paragraphs = [f"{FIRST} {SECOND}", f"{SECOND} {THIRD}", f"{THIRD} {FIRST}"]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert clean_text("\n".join([*MENU, TITLE, "", wrapped])).split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        [FIRST, SECOND, THIRD],
        [*MENU, TITLE, FIRST, *TEASERS],
        [f"{number}. A short line of a list that has about as many letters as others" for number in range(9)],
        ["A headline of about sixty letters which tells what happened today"] * 3,
        [],
    ],
)
def test_a_text_that_is_not_broken_keeps_its_lines(lines: list[str]) -> None:
    raw = "\n".join(lines)
    assert unwrapped(raw, split_lines(raw)) == split_lines(raw)
