"""A pile of accounts of meetings that never were: series, talks, workshops, told with the noise of news.

Every meeting is told by one to four articles. An account may leave out or blur what news leave out and blur: the day,
the number, the city (a region, another spelling), a side, the level, the people. Beside the meetings stand those with
which they are mixed up: others of one day in one hotel, the numbers before and after, one host's guests of a week.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pandas as pd

from ctnews.frames import AGENCY_MENTIONS, ARTICLES, MEETING_MENTIONS, PEOPLE, conform

Row = dict[str, Any]

CITIES = {
    "ID": [("Manado", "North Sulawesi"), ("Surabaya", "East Java"), ("Semarang", "Central Java"), ("Jakarta", None)],
    "MY": [("Kuala Lumpur", None), ("Johor Bahru", "Johor"), ("Kota Kinabalu", "Sabah")],
    "PH": [("Manila", None), ("Davao City", None), ("Cebu City", "Cebu")],
    "VN": [("Hanoi", None), ("Da Nang", None), ("Ho Chi Minh City", None)],
    "TH": [("Bangkok", None), ("Chiang Mai", None)],
    "IN": [("New Delhi", None), ("Mumbai", "Maharashtra"), ("Bengaluru", "Karnataka")],
    "PK": [("Islamabad", None), ("Lahore", "Punjab"), ("Karachi", "Sindh")],
    "CN": [("Beijing", None), ("Urumqi", "Xinjiang"), ("Guangzhou", "Guangdong")],
    "RU": [("Moscow", None), ("Kazan", "Tatarstan"), ("Sochi", None)],
    "UZ": [("Tashkent", None), ("Samarkand", None)],
    "KZ": [("Astana", None), ("Almaty", None)],
    "TR": [("Ankara", None), ("Istanbul", None), ("Antalya", None)],
    "AE": [("Abu Dhabi", None), ("Dubai", None)],
    "EG": [("Cairo", None), ("Sharm el-Sheikh", None)],
    "MA": [("Rabat", None), ("Marrakesh", None)],
    "KE": [("Nairobi", None), ("Mombasa", None)],
    "NG": [("Abuja", None), ("Lagos", None)],
    "FR": [("Paris", None), ("Lyon", None)],
    "DE": [("Berlin", None), ("Munich", "Bavaria")],
    "GB": [("London", None), ("Edinburgh", "Scotland")],
    "US": [("Washington", None), ("New York", None), ("Honolulu", "Hawaii")],
    "AU": [("Canberra", None), ("Sydney", "New South Wales"), ("Perth", "Western Australia")],
    "JP": [("Tokyo", None), ("Osaka", None)],
    "UA": [("Kyiv", None), ("Lviv", None)],
}
OTHER_SPELLING = {"Kyiv": "Kiev", "Bengaluru": "Bangalore", "Marrakesh": "Marrakech", "Da Nang": "Danang"}
GIVEN = [
    "Arman",
    "Bela",
    "Citra",
    "Dario",
    "Emil",
    "Farah",
    "Goran",
    "Hana",
    "Ivo",
    "Jana",
    "Karol",
    "Lena",
    "Milan",
    "Nadia",
    "Oskar",
    "Petra",
    "Rafa",
    "Sonja",
]
FAMILY = [
    "Adalar",
    "Boresk",
    "Calvani",
    "Dorenko",
    "Elmasri",
    "Fontaro",
    "Galinde",
    "Hovanet",
    "Irkutan",
    "Jelavic",
    "Korbela",
    "Lisandro",
    "Morvenik",
]
TOPICS = ("Cyber", "Maritime", "Border", "Aviation", "Financing", "Intelligence", "Extremism")
NEIGHBOURS = {
    "joint_working_group": "working_group",
    "consultation": "talks",
    "talks": "visit",
    "workshop": "training",
    "senior_officials": "ministerial",
    "ministerial": "senior_officials",
}
NAMES = {
    "joint_working_group": (
        "Joint Working Group on Counter-Terrorism",
        "Kelompok Kerja Bersama Penanggulangan Terorisme",
    ),
    "consultation": ("counter-terrorism consultations", "konsultasi bilateral penanggulangan terorisme"),
    "senior_officials": ("Senior Officials Meeting on Transnational Crime", "SOMTC"),
    "ministerial": ("Ministerial Meeting on Transnational Crime", "AMMTC"),
}


@dataclass(frozen=True)
class Fact:
    """One real meeting."""

    key: str
    kind: str
    parties: tuple[str, ...]
    first: date
    days: int
    city: tuple[str, str | None]
    country: str
    ordinal: int | None = None
    topic: str | None = None
    people: tuple[tuple[str, str], ...] = ()  # name and country
    slip: int = 0  # days that it was put off


@dataclass
class Pile:
    """The frames of the accounts, and the meeting that each is of."""

    articles: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """Give what `link` takes."""
        rows = (
            (self.articles, ARTICLES),
            (self.people, PEOPLE),
            ([], AGENCY_MENTIONS),
            (self.mentions, MEETING_MENTIONS),
        )
        articles, people, agencies, mentions = (conform(given, contract) for given, contract in rows)
        return articles, people, agencies, mentions


def pile(size: int, seed: int = 1) -> Pile:
    """Give about `size` accounts, and at least those of one series and its neighbours."""
    rng, made, number = random.Random(seed), Pile(), 0
    while len(made.mentions) < size:
        number += 1
        for fact in _facts(rng, number):
            _tell(rng, fact, made)
    return made


def _facts(rng: random.Random, number: int) -> list[Fact]:
    """Give a series of two countries with what is easily mixed up with it."""
    kind = rng.choice(["joint_working_group", "joint_working_group", "consultation"])
    pairs = list(combinations(sorted(CITIES), 2))
    sides = pairs[number % len(pairs)]  # no two countries start a series twice, as long as there are others
    if number >= len(pairs):
        sides = (sides[0], f"{sides[1]}-{number // len(pairs)}")
    series = _series(rng, f"s{number}", kind, sides, numbered=kind == "joint_working_group" or rng.random() < 0.5)
    one = rng.choice(series)
    return [*series, *_beside(rng, one), *_guests(rng, f"g{number}", one), *_body(rng, f"b{number}")]


def _series(rng: random.Random, key: str, kind: str, sides: tuple[str, ...], *, numbered: bool) -> list[Fact]:
    first, gap = date(1990, 1, 1) + timedelta(days=rng.randrange(11000)), rng.randrange(330, 800)
    start = rng.randrange(1, 5)
    found = []
    for at in range(rng.randrange(2, 6)):
        host = sides[at % len(sides)].partition("-")[0]
        day = first + timedelta(days=at * gap + rng.randrange(-60, 60))
        people = tuple((_name(rng), side) for side in sides)
        slip = rng.choice([0, 0, 0, 0, rng.randrange(20, 160)])
        ordinal = start + at if numbered else None
        found.append(
            Fact(
                f"{key}-{at}",
                kind,
                sides,
                day,
                rng.choice([1, 1, 2]),
                rng.choice(CITIES[host]),
                host,
                ordinal,
                None,
                people,
                slip,
            )
        )
    return found


def _beside(rng: random.Random, one: Fact) -> list[Fact]:
    """Give what is held on the same day in the same hotel: a workshop of a topic, talks of others, another pair."""
    others = (one.country, f"guest of {one.key}")
    topics = rng.sample(TOPICS, 2)
    same = {"first": one.first, "days": 1, "city": one.city, "country": one.country}
    workshops = [
        Fact(f"{one.key}-w{i}", "workshop", one.parties, topic=topic, **same) for i, topic in enumerate(topics)
    ]
    talks = [
        Fact(f"{one.key}-t{i}", "talks", one.parties, people=tuple((_name(rng), side) for side in one.parties), **same)
        for i in range(2)
    ]
    pair = Fact(f"{one.key}-p", one.kind, others, ordinal=one.ordinal, people=((_name(rng), one.country),), **same)
    return [*workshops, *talks, pair]


def _guests(rng: random.Random, key: str, one: Fact) -> list[Fact]:
    """Give the calls that two countries' envoys pay on one host in a week, and one envoy's on two days."""
    host = rng.choice(sorted(CITIES))
    chief, day, city = (_name(rng), host), one.first + timedelta(days=40), CITIES[host][0]
    guests = rng.sample([c for c in sorted(CITIES) if c != host], 3)
    return [
        Fact(f"{key}-{i}", "courtesy_call", tuple(sorted((host, guest))), day + timedelta(days=i), 1, city, host)
        if i == 0
        else Fact(
            f"{key}-{i}",
            "courtesy_call",
            tuple(sorted((host, guest))),
            day + timedelta(days=i),
            1,
            city,
            host,
            people=(chief, (_name(rng), guest)),
        )
        for i, guest in enumerate(guests)
    ]


def _body(rng: random.Random, key: str) -> list[Fact]:
    """Give the senior officials and the ministers of a body, who meet in one place a day apart, for two years."""
    body, host = f"BODY-{key}", rng.choice(sorted(CITIES))
    first, start, city = (
        date(1990, 1, 1) + timedelta(days=rng.randrange(11000)),
        rng.randrange(2, 20),
        rng.choice(CITIES[host]),
    )
    kinds = (("senior_officials", 0), ("ministerial", 2))
    return [
        Fact(
            f"{key}-{kind}-{at}",
            kind,
            (body,),
            first + timedelta(days=365 * at + after),
            1,
            city,
            host,
            start + at + 3 * after,
        )
        for at in range(2)
        for kind, after in kinds
    ]


def _name(rng: random.Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(GIVEN)[:3]}{rng.choice(FAMILY).lower()} {rng.choice(FAMILY)}"


def _tell(rng: random.Random, fact: Fact, made: Pile) -> None:
    if fact.slip:
        _account(rng, fact, made, _announcement(fact))
    for _ in range(rng.choice([1, 2, 2, 3, 4])):
        _account(rng, fact, made, _report(rng, fact))


def _announcement(fact: Fact) -> Row:
    planned = fact.first - timedelta(days=fact.slip)
    published = planned - timedelta(days=12)
    return {**_plain(fact, published), **_day(planned, fact.days), "status": "scheduled"}


def _report(rng: random.Random, fact: Fact) -> Row:
    row = _plain(fact, fact.first + timedelta(days=fact.days - 1 + rng.choice([0, 0, 1, 1, 2])))
    for noise in rng.sample(NOISE, rng.choice([0, 0, 1, 1, 2])):
        row |= noise(rng, fact, row)
    return row


def _plain(fact: Fact, published: date) -> Row:
    english = NAMES.get(fact.kind, (None, None))[0]
    named = f"Workshop on {fact.topic} Security" if fact.topic else english
    return {
        "kind": fact.kind,
        "name": named,
        "ordinal": fact.ordinal,
        **_day(fact.first, fact.days),
        "city": fact.city[0],
        "country": fact.country,
        "parties": list(fact.parties),
        "status": "held",
        "main": True,
        "who": list(fact.people),
        "published": published,
    }


def _day(first: date, days: int) -> Row:
    return {"start": first, "end": first + timedelta(days=days - 1), "granularity": "day"}


def _month_only(rng: random.Random, fact: Fact, row: Row) -> Row:
    if row["granularity"] != "day":
        return {}
    first = row["start"].replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    late = fact.first + timedelta(days=rng.randrange(20, 50))
    return {"start": first, "end": last, "granularity": "month", "published": late, "main": rng.random() < 0.5}


def _year_only(rng: random.Random, fact: Fact, _row: Row) -> Row:
    if fact.ordinal is None:  # nothing would tell it from others of the year
        return {}
    year = {"start": date(fact.first.year, 1, 1), "end": date(fact.first.year, 12, 31), "granularity": "year"}
    return {**year, "published": fact.first + timedelta(days=rng.randrange(200, 900)), "main": False, "who": []}


def _undated(_rng: random.Random, fact: Fact, _row: Row) -> Row:
    return {} if fact.ordinal is None else {"start": None, "end": None, "granularity": "unknown"}


def _next_day(rng: random.Random, fact: Fact, row: Row) -> Row:
    if row["granularity"] != "day" or not (fact.ordinal or fact.kind == "consultation"):
        return {}
    return _day(row["start"] + timedelta(days=rng.choice([-1, 1])), fact.days)


def _region(_rng: random.Random, fact: Fact, _row: Row) -> Row:
    return {"city": fact.city[1]} if fact.city[1] else {}


def _spelling(_rng: random.Random, _fact: Fact, row: Row) -> Row:
    return {"city": OTHER_SPELLING.get(row["city"], row["city"])}


def _no_city(_rng: random.Random, _fact: Fact, _row: Row) -> Row:
    return {"city": None, "country": None}


def _level(_rng: random.Random, fact: Fact, _row: Row) -> Row:
    if fact.kind == "talks":
        return {"kind": "visit"}
    return {"kind": NEIGHBOURS[fact.kind]} if fact.kind in NEIGHBOURS else {}


def _language(_rng: random.Random, fact: Fact, _row: Row) -> Row:
    other = NAMES.get(fact.kind, (None, None))[1]
    return {"name": other} if other else {}


def _one_side(rng: random.Random, fact: Fact, _row: Row) -> Row:
    return {"parties": [rng.choice(fact.parties)]} if len(fact.parties) > 1 else {}


def _no_number(_rng: random.Random, _fact: Fact, row: Row) -> Row:
    return {} if row["granularity"] in ("year", "unknown") else {"ordinal": None}


def _no_name(_rng: random.Random, fact: Fact, _row: Row) -> Row:
    return {} if fact.topic else {"name": None}


def _fewer(_rng: random.Random, _fact: Fact, row: Row) -> Row:
    return {"who": row["who"][:1]}


def _misspelt(_rng: random.Random, _fact: Fact, row: Row) -> Row:
    return {"who": [(name.replace("v", "w").replace("k", "ck", 1), country) for name, country in row["who"]]}


NOISE = (
    _month_only, _year_only, _undated, _next_day, _region, _spelling, _no_city, _level, _language, _one_side, _no_number,
    _no_name, _fewer, _misspelt,
)  # fmt: skip


def _account(rng: random.Random, fact: Fact, made: Pile, row: Row) -> None:
    number = len(made.articles)
    article = f"{rng.getrandbits(32):08x}-{number}"
    made.articles.append({"article_id": article, "published": row.pop("published"), "outlet": f"Outlet {number % 97}"})
    ids = []
    for at, (name, country) in enumerate(row.pop("who")):
        ids.append(f"{article}:p{at}")
        office = {"role": "Head of Delegation", "country": country}
        made.people.append({"article_id": article, "person_id": ids[-1], "name": name, **office})
    row |= {"article_id": article, "mention_id": f"{article}:m0", "participants": ids, "chairs": ids[:1]}
    made.mentions.append({**row, "sentence": f"Report {number} on it.", "confidence": 0.8})
    made.truth[f"{article}:m0"] = fact.key
