"""A corpus of made-up stories and altered copies of them, and what a marking of it is worth.

Every text comes from the small grammar below and one seed. Names, places, numbers and clauses come from one shared
vocabulary, so that two stories have many runs of words in common without being copies.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from ctnews.frames import ARTICLES, conform

COPIES = 0.2
WIDELY = 0.3  # of the copies are of stories that many outlets copy
SHARES = {"story": 0.5, "template": 0.15, "series": 0.17, "event": 0.1, "wrap_up": 0.08}

Rng = random.Random
Paragraphs = list[str]


def listed(text: str, marks: str = " \n") -> list[str]:
    """Split at any of the marks."""
    return re.split(f"[{marks}]", text)


FIRST = listed("""Arif Bayu Citra Dewi Eko Fajar Gita Hadi Indra Joko Kirana Laras Made Nadia Oki Putu Rani Sari Tono Umar Wulan
Yudha Anna Boris Clara Dmitri Elena Felix Greta Hugo Irene Jonas Karl Lena Marco Nina Oskar Paula Rosa Stefan Tomas Vera
Aisha Bilal Farid Hana Imran Jamila Khalid Leila Mansur Nabil Omar Rashid Samira Tariq Yusuf Zahra Minh Lan Thanh Huong
Quoc Tuan Somchai Malee Preecha Kanya José Zoë Björn Søren""")
LAST = listed("""Wibisono Pranoto Kusumo Lestari Hartadi Nugraha Santika Utomo Wardana Yuliana Siregar Lubis Nasution Petrov
Lindqvist Moreau Keller Hansen Vargas Okafor Mensah Silva Rossi Novak Horvat Bakker Aziz Rahmani Qureshi Hosseini Malik
Siddiqi Tran Pham Vuong Duong Chaiya Suwan Boonmee Rattana Tanaka Mori Sato Kim Park Choi Reyes Santos Cruz Bautista
Fraser Douglas Whitlock Ashworth Pemberton Carrick Müller Nuñez Güler""")
PLACES = listed("""Jakarta Surabaya Medan Hanoi Danang Manila Cebu Bangkok Phuket Canberra Perth Sydney Tokyo Osaka Seoul Busan
Ankara Cairo Amman Doha Paris Lyon Berlin Vienna Oslo Madrid Nairobi Dakar Abuja Tunis Rabat Astana Tashkent Dushanbe
Delhi Mumbai Dhaka Colombo Kathmandu Islamabad""")
LANDS = listed("""Indonesia Vietnam Thailand Malaysia Australia Japan India Pakistan Egypt Jordan Qatar France Germany Norway Spain
Kenya Senegal Nigeria Tunisia Morocco Kazakhstan Uzbekistan Tajikistan Bangladesh Nepal Canada Mexico Brazil""")
MONTHS = listed("""January February March April May June July August September October November December""")
OFFICES = listed(
    """the counter-terrorism agency|the interior ministry|the foreign ministry|the national police|the border guard
the prosecutor's office|the financial intelligence unit|the prison service|the coast guard|the aviation authority
the customs service|the cyber security office|the attorney general's department|the presidential office""",
    "\n|",
)
TOPICS = listed(
    """the return of families from camps|the financing of armed groups|recruitment through chat rooms
the security of airports|the exchange of passenger data|the training of prison staff|the watching of small boats
schools that teach against hatred|the tracing of weapons|the protection of places of worship|attacks with drones
evidence gathered on battlefields|the use of stolen passports|young people drawn in by games|help for victims
the closing of propaganda sites|the trade in explosives|crypto money sent across borders|the release of convicts
hostage taking at sea""",
    "\n|",
)
DEEDS = listed(
    """agreed to draw up a plan on|promised to share what they know about|went through recent cases of
asked their experts to report on|set up a small team for|spoke at length about|signed a paper on
decided to train more officers for|compared their laws on|put aside a dispute over|opened a new office for
named contact points for|reviewed the progress made on|want to hold a workshop on""",
    "\n|",
)
SAID = listed(
    """we have waited too long for this|no country can do this alone|the courts must have the last word
trust grows slowly and breaks fast|what counts is what happens in the villages|we know each other's systems by now
money is short but the will is there|families need to hear the truth|the threat has changed and so must we
our officers speak on the phone every week|this is not a matter of one ministry|we will be judged by the results
the young ones are the ones we lose first|laws alone have never stopped anybody""",
    "\n|",
)
ADJUNCTS = listed(
    """after talks that lasted well into the evening|despite doubts in both capitals|for the first time in years
at the request of the visiting side|without naming a date|as part of a wider programme|under rules that parliament passed
in a hall guarded by a hundred officers|before a dinner given by the host|with money from a joint fund
on the sidelines of a regional gathering|following a string of arrests|in spite of heavy rain|behind closed doors
as the year drew to an end|with observers from three neighbours""",
    "\n|",
)
COLOUR = listed(
    """Critics say that {t} has been neglected for far too long, and {p} warned that {d} could be lost.
A study of {n} cases found that {t} plays a part in every {k} of them, more than had been thought in {l}.
In {c}, where {n} people were arrested in {m}, residents still speak of fear when they talk about {t}.
Last year {o} of {l} spent {n} million dollars on {t}, {k} times the sum of the year before.
The law of {y} gives {o} wide powers, but judges in {c} have struck down {k} of its articles.
Lawyers for {k} of the accused told the court in {c} that {t} had never been explained to their clients.
Work on {t} began in {y}, when {l} and {l2} opened an office in {c} with a staff of {k}.
Until {y} the two sides had no way to deal with {t} except by letter, which took {k} months on average.
Of the {n} officers trained since {y}, only {k} are women, a number that {o} wants to double.
{P}, who has led {o} since {y}, is known as an early champion of work on {t}.
Villagers near {c} have set up {k} groups of their own, and {o} pays for their radios and {n} lamps.
An earlier attempt failed in {m} {y}, when {l} walked out over a dispute about {t}.
It was not clear whether {o} of {l2} would also take part, or how {t} would be paid for.
A spokesman in {c} declined to comment on {t} but confirmed that {n} files had been handed over.
Opposition members in {c} asked why {p} had kept silent about {t} for {k} weeks.
The fund set aside for {t} holds {n} million dollars, of which {l} gave about one in {k}.""",
    "\n",
)
SYNONYMS = {
    "agreed": "consented", "promised": "pledged", "spoke": "talked", "small": "little", "experts": "specialists",
    "recent": "latest", "asked": "requested", "decided": "resolved", "train": "teach", "officers": "officials",
    "more": "further", "new": "fresh", "reviewed": "examined", "want": "wish", "long": "lengthy", "found": "showed",
    "people": "persons", "began": "started", "known": "recognised", "earlier": "previous", "wide": "broad",
    "said": "stated", "told": "informed", "also": "likewise", "still": "even now", "about": "on", "talks": "discussions",
    "evening": "night", "money": "funds", "programme": "scheme", "following": "after", "met": "sat down",
    "together": "jointly", "work": "efforts", "sides": "parties", "held": "staged", "opened": "launched",
    "warned": "cautioned", "could": "might", "clear": "certain", "arrested": "detained", "cases": "instances",
    "number": "figure", "every": "each", "part": "role", "year": "twelve months", "group": "team", "before": "ahead of",
}  # fmt: skip
OUTLET_LINES = [
    "{x} is an independent newspaper founded in {y}. Support our reporting with a small gift every month, and write to"
    " the editors if you have found a mistake.",
    "Read more on the site of {x}: our correspondents report from {n} cities. Follow us for the news of the day, and"
    " sign up for the morning letter.",
    "This report first appeared on the pages of {x}. All rights reserved; no part of it may be used without written"
    " leave of the publisher.",
]
TEMPLATES = [
    "{P}, the ambassador of {l}, paid a courtesy call on {P2}, head of {o}, in {c} on {d} {m} {y}.\n\n"
    "During the call the two sides exchanged views on matters of common interest and reaffirmed the close and friendly"
    " relations between their countries. The head of the office welcomed the ambassador and wished the mission every"
    " success during the time of duty.\n\n"
    "{P2} thanked {l} for its support of {k} training courses in {y}, which {n} officers attended. The meeting was also"
    " attended by senior officials of both sides and closed with the exchange of gifts.",
    "Police in {c} arrested {k} men on {d} {m} on suspicion of planning an attack, {o} said in its weekly summary.\n\n"
    "The men, aged between {k2} and {k3}, are being held under the anti-terrorism law, which allows investigators to"
    " question suspects for up to two weeks before charges have to be brought. Their names were not released.\n\n"
    "Officers searched {k4} houses and seized phones, knives and {n} dollars in cash. The weekly summary lists all"
    " arrests made under the law and is published every Monday on the site of the ministry.",
    "The security outlook for {c} in the week from {d} {m} {y}: the level of alert stays at {k} of ten.\n\n"
    "Travellers are advised to keep away from large crowds, to carry their papers at all times and to follow the advice"
    " of the local authorities. Checks at stations and airports may take longer than usual, and visitors should plan"
    " for delays.\n\n"
    "In the past week {n} reports reached the hotline, {k2} of them about unattended bags. Anyone who has seen"
    " something unusual is asked to call at any time of the day.",
]


@dataclass(frozen=True)
class Story:
    """One article: the group of its story, how it was made, and the number of the article it was copied from."""

    text: str
    group: int
    kind: str
    published: date
    copied_from: int | None = None


@dataclass(frozen=True)
class Corpus:
    """The articles as a frame, and the story behind each row."""

    articles: pd.DataFrame
    stories: Sequence[Story]


@dataclass
class Score:
    """What a marking is worth; `missed` and `wrong` count by kind, `at_source` is the share that points at the source."""

    precision: float = 1.0
    recall: float = 1.0
    at_source: float = 1.0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)


class Scene:
    """Who meets whom about what, and sentences about it."""

    def __init__(self, rng: Rng) -> None:
        self.rng = rng
        self.people = [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(3)]
        self.lands = rng.sample(LANDS, 2)
        self.offices = rng.sample(OFFICES, 3)
        self.topics = rng.sample(TOPICS, 5)
        self.place = rng.choice(PLACES)
        self.day = date(2010, 1, 1) + timedelta(rng.randrange(5600))

    def lead(self) -> str:
        rng, (one, other) = self.rng, self.lands
        when = f"{self.day.day} {MONTHS[self.day.month - 1]}"
        return rng.choice(
            [
                f"{one} and {other} {rng.choice(DEEDS)} {self.topics[0]} when their officials met in {self.place} on"
                f" {when}, {self.people[0]} of {self.offices[0]} said {rng.choice(ADJUNCTS)}. They also"
                f" {rng.choice(DEEDS)} {self.topics[1]}.",
                f"Officials from {one} and {other} came together in {self.place} on {when} and {rng.choice(DEEDS)}"
                f" {self.topics[0]}, {rng.choice(ADJUNCTS)}. {self.people[0]}, who spoke for {self.offices[0]}, called"
                f" the round useful {rng.choice(ADJUNCTS)}.",
                f"{self.people[0]}, the head of {self.offices[0]}, received {self.people[1]} of {other} in {self.place}"
                f" on {when}. The two {rng.choice(DEEDS)} {self.topics[0]} and {rng.choice(DEEDS)} {self.topics[1]}"
                f" {rng.choice(ADJUNCTS)}, a note from {one} says.",
                f"{rng.choice(ADJUNCTS).capitalize()}, {one} and {other} {rng.choice(DEEDS)} {self.topics[0]}. A"
                f" delegation led by {self.people[1]} had come to {self.place} on {when} for that purpose, and"
                f" {self.people[0]} of {self.offices[0]} opened the round {rng.choice(ADJUNCTS)}.",
            ]
        )

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.choice((1, 2, 2, 3))))

    def sentence(self) -> str:
        rng = self.rng
        return rng.choice((self._colour, self._colour, self._quote, self._deed))()

    def _quote(self) -> str:
        said, more, rng = self.rng.choice(SAID), self.rng.choice(SAID), self.rng
        who = rng.choice(self.people)
        return rng.choice(
            [
                f"“{said.capitalize()}, and {more},” {who} told reporters in {rng.choice(PLACES)}.",
                f"“On {rng.choice(self.topics)} {said},” said {who} of {rng.choice(self.offices)}.",
                f"{who} put it this way: “{said.capitalize()}; {more}.”",
            ]
        )

    def _deed(self) -> str:
        rng = self.rng
        return (
            f"{rng.choice(self.offices).capitalize()} and {rng.choice(OFFICES)} {rng.choice(DEEDS)}"
            f" {rng.choice(self.topics)} {rng.choice(ADJUNCTS)}, {rng.choice(self.people)} said."
        )

    def _colour(self) -> str:
        return filled(self.rng.choice(COLOUR), self.rng, topic=self.rng.choice(self.topics))


def filled(pattern: str, rng: Rng, topic: str = "") -> str:
    named = {
        "P": f"{rng.choice(FIRST)} {rng.choice(LAST)}", "P2": f"{rng.choice(FIRST)} {rng.choice(LAST)}",
        "p": f"{rng.choice(FIRST)} {rng.choice(LAST)}", "l": rng.choice(LANDS), "l2": rng.choice(LANDS),
        "o": rng.choice(OFFICES), "c": rng.choice(PLACES), "t": topic or rng.choice(TOPICS),
        "d": rng.choice(TOPICS) if topic else str(rng.randint(1, 28)), "m": rng.choice(MONTHS),
        "y": str(rng.randint(2004, 2024)), "n": str(rng.randint(20, 990)), "k": str(rng.randint(2, 9)),
        "k2": str(rng.randint(18, 30)), "k3": str(rng.randint(31, 60)), "k4": str(rng.randint(2, 19)),
        "x": f"The {rng.choice(PLACES)} {rng.choice(('Post', 'Herald', 'Courier', 'Gazette'))}",
    }  # fmt: skip
    return pattern.format_map(named)


def corpus(size: int, seed: int = 1) -> Corpus:
    """Make a corpus: the same size and seed give the same articles, in a shuffled order."""
    rng = Rng(seed * 1_000_003 + size)
    wanted = size - int(size * COPIES)
    stories = _originals(wanted, rng)
    lines = [filled(rng.choice(OUTLET_LINES), rng) for _ in range(12)]
    widely = rng.sample(range(wanted), max(wanted // 300, 1))  # a few stories are copied by dozens of outlets
    order = sorted(rng.choice(widely if rng.random() < WIDELY else range(wanted)) for _ in range(size - wanted))
    stories += [_copy(stories[number], number, lines, rng) for number in order]
    places = list(range(size))
    rng.shuffle(places)
    names = [f"{place:08x}" for place in places]
    rows = [
        {"article_id": name, "text": s.text, "published": pd.Timestamp(s.published)}
        for name, s in zip(names, stories, strict=True)
    ]
    frame = conform(rows, ARTICLES)
    return Corpus(frame, stories)


def score(made: Corpus, marked: pd.DataFrame) -> Score:
    """Judge a marking of a corpus."""
    ids = list(made.articles["article_id"])
    row = {name: number for number, name in enumerate(ids)}
    points = dict(zip(marked["article_id"], marked["duplicate_of"], strict=True))
    to = [None if pd.isna(points[name]) else row[points[name]] for name in ids]
    root = [number if target is None else target for number, target in enumerate(to)]
    result, right, found, source = Score(), 0, 0, 0
    marks = [(number, target) for number, target in enumerate(to) if target is not None]
    for number, target in marks:
        one, other = made.stories[number], made.stories[target]
        right += one.group == other.group
        source += other.copied_from is None
        if one.group != other.group:
            result.wrong[one.kind, other.kind] += 1
    copies = [(n, s.copied_from, s) for n, s in enumerate(made.stories) if s.copied_from is not None]
    for number, origin, story in copies:
        found += root[number] == root[origin]
        result.missed[story.kind] += root[number] != root[origin]
    if marks:
        result.precision, result.at_source = right / len(marks), source / len(marks)
    result.recall = found / max(len(copies), 1)
    return result


def _originals(wanted: int, rng: Rng) -> list[Story]:
    stories: list[Story] = []
    makers: dict[str, Callable[[Rng, list[Story]], list[Story]]] = {
        "story": _plain, "template": _siblings, "series": _series, "event": _event, "wrap_up": _wrap_up,
    }  # fmt: skip
    kinds, weights = list(SHARES), [SHARES[kind] / _EXPECTED[kind] for kind in SHARES]
    while len(stories) < wanted:
        kind = rng.choices(kinds, weights)[0] if len(stories) > 10 else "story"
        stories += makers[kind](rng, stories)
    return stories[:wanted]


_EXPECTED = {"story": 1, "template": 8, "series": 9, "event": 2, "wrap_up": 1}  # articles made at once


def _story(paragraphs: Paragraphs, group: int, kind: str, day: date) -> Story:
    return Story("\n\n".join(paragraphs), group, kind, day)


def _plain(rng: Rng, stories: list[Story]) -> list[Story]:
    scene = Scene(rng)
    body = [scene.lead(), *(scene.paragraph() for _ in range(rng.randint(3, 11)))]
    return [_story(body, len(stories), "story", scene.day)]


def _siblings(rng: Rng, stories: list[Story]) -> list[Story]:
    """Releases from one template, which differ in names, days and numbers alone."""
    pattern = rng.choice(TEMPLATES)
    days = [date(2012, 1, 1) + timedelta(rng.randrange(4000)) for _ in range(rng.randint(4, 12))]
    return [_story([filled(pattern, rng)], len(stories) + n, "template", day) for n, day in enumerate(days)]


def _series(rng: Rng, stories: list[Story]) -> list[Story]:
    """Stories of one series: each its own news, then the same background, often as long as the news."""
    about = Scene(rng)
    background = [about.paragraph() for _ in range(rng.randint(1, 4))]
    made = []
    for number in range(rng.randint(4, 14)):
        scene = Scene(rng)
        scene.lands, scene.topics, scene.offices = about.lands, about.topics, about.offices
        own = [scene.lead(), *(scene.paragraph() for _ in range(rng.randint(1, 5)))]
        kept = background if rng.random() < 0.7 else rng.sample(background, rng.randint(1, len(background)))
        made.append(_story([*own, *kept], len(stories) + number, "series", scene.day))
    return made


def _event(rng: Rng, stories: list[Story]) -> list[Story]:
    """Two stories of one event: the same names, day and topics and one quotation, told by different people."""
    scene = Scene(rng)
    quote = scene._quote()
    made = []
    for number in range(2):
        body = [scene.lead(), *(scene.paragraph() for _ in range(rng.randint(3, 7)))]
        body.insert(rng.randint(1, len(body)), quote)
        made.append(_story(body, len(stories) + number, "event", scene.day))
    return made


def _wrap_up(rng: Rng, stories: list[Story]) -> list[Story]:
    """A long story that quotes three paragraphs of another."""
    quoted = rng.choice([story for story in stories[-40:] if story.kind != "template"] or stories)
    paragraphs = quoted.text.split("\n\n")
    scene = Scene(rng)
    body = [scene.lead(), *(scene.paragraph() for _ in range(rng.randint(7, 12)))]
    at = rng.randint(1, len(body))
    first = rng.randint(0, max(len(paragraphs) - 3, 0))
    body[at:at] = paragraphs[first : first + 3]
    return [_story(body, len(stories), "wrap_up", quoted.published + timedelta(rng.randint(1, 9)))]


# How copies are made: each takes the paragraphs of a story and gives those of the copy.


def _exact(body: Paragraphs, _rng: Rng, _lines: list[str]) -> Paragraphs:
    return list(body)


def _re_encoded(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """Other quotation marks and blanks, accents lost, sometimes all capitals, paragraphs run together."""
    plain = {"“": '"', "”": '"', "’": "'", "é": "e", "ë": "e", "ö": "o", "ø": "o", "ü": "u", "ñ": "n", ", ": ",\u00a0"}
    text = "\n\n".join(body)
    for mark, other in plain.items():
        text = text.replace(mark, other)
    text = text.upper() if rng.random() < 0.3 else text
    return [text.replace("\n\n", "\n") if rng.random() < 0.5 else text]


def _shortened(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    return body[: max(2, round(len(body) * rng.uniform(0.35, 0.6)))]


def _lead_only(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """The lead, or the lead and the next paragraph."""
    return body[: rng.choice((1, 1, 2))]


def _new_lead(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """The first paragraph told in other words, with the names and numbers it had; the rest stays."""
    names = re.findall(r"\b[A-Z][\wéëöøüñ]+(?: [A-Z][\wéëöøüñ]+)*|\b\d+\b", body[0])
    told = " and ".join(names[: rng.randint(3, 5)])
    opening = rng.choice(("It was a day of handshakes", "New moves came to light this week", "A deal is in the making"))
    return [f"{opening}: {told} are at the centre of what officials described as a step ahead.", *body[1:]]


def _reordered(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    return rng.sample(body, len(body))


def _cut(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """A third to a half of the paragraphs gone, the lead kept."""
    rest = range(1, len(body))
    kept = sorted(rng.sample(rest, round(len(rest) * rng.uniform(0.45, 0.7))))
    return [body[0], *(body[number] for number in kept)]


def _with_line(body: Paragraphs, rng: Rng, lines: list[str]) -> Paragraphs:
    """A line on the company below, often one above too."""
    above = [f"By our correspondents in {rng.choice(PLACES)}; editing by {rng.choice(FIRST)} {rng.choice(LAST)}."]
    return [*(above if rng.random() < 0.5 else []), *body, rng.choice(lines)]


def _reworded(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """Up to one word in ten replaced, one in fifty left out."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word in SYNONYMS and rng.random() < 0.7:
            return SYNONYMS[word]
        return "" if rng.random() < 0.02 and word.islower() else word

    return [re.sub(r"\w+", other, paragraph) for paragraph in body]


def _sentences_dropped(body: Paragraphs, rng: Rng, _lines: list[str]) -> Paragraphs:
    """One sentence in four gone from everywhere but the first paragraph."""
    kept = (" ".join(s for s in re.split(r"(?<=[.!?]) ", paragraph) if rng.random() > 0.25) for paragraph in body[1:])
    return [body[0], *(paragraph for paragraph in kept if paragraph)]


def _everything(body: Paragraphs, rng: Rng, lines: list[str]) -> Paragraphs:
    """Cut, reworded, with a line of the outlet."""
    return _with_line(_reworded(_cut(body, rng, lines), rng, lines), rng, lines)


ALTERATIONS = {
    "exact": _exact, "re_encoded": _re_encoded, "shortened": _shortened, "lead_only": _lead_only,
    "new_lead": _new_lead, "reordered": _reordered, "cut": _cut, "with_line": _with_line, "reworded": _reworded,
    "sentences_dropped": _sentences_dropped, "everything": _everything,
}  # fmt: skip


def _copy(story: Story, number: int, lines: list[str], rng: Rng) -> Story:
    """Give an altered copy; a story from a template is too short to be cut and is only re-encoded or lengthened."""
    kinds = list(ALTERATIONS) if story.kind != "template" else ["exact", "re_encoded", "with_line"]
    kind = rng.choice(kinds)
    body = ALTERATIONS[kind](story.text.split("\n\n"), rng, lines)
    return Story(
        "\n\n".join(body), story.group, kind, story.published + timedelta(rng.choice((0, 0, 1, 1, 2, 5))), number
    )
