"""The frames of a study: every column's name, dtype and meaning, written once."""

from __future__ import annotations

from ctnews.frames.contract import Contract, contract
from ctnews.frames.series import SERIES
from ctnews.frames.sources import REJECTS
from ctnews.frames.traces import CORRECTIONS, FOLLOW_UPS, GROUNDS, LIFE, LINKS, ROLES

ARTICLES = contract(
    "articles",
    "one article",
    ("article_id", "text", "first 16 hexadecimal digits of the SHA-256 of the content"),
    ("source", "text", "path relative to the input, `#n` for a record in a file"),
    ("url", "text", "address of the page, if known"),
    ("outlet", "text", "who published it, if known"),
    ("wire", "text", "news agency whose story it is, if known"),
    ("author", "text", "who wrote it, if known"),
    ("title", "text", "title, if the page has one"),
    ("text", "text", "the body alone"),
    ("lang", "text", "language, ISO 639-1"),
    ("published", "date", "day of publication, if known"),
    ("published_basis", "text", "where it is known from: metadata, header, dateline (or a date line), inferred"),
    ("published_first", "date", "first day on which it can have been published"),
    ("published_last", "date", "last day on which it can have been published"),
    ("place", "text", "place of the dateline"),
    ("relevance", "float", "0 to 1: is it about counter-terrorism cooperation"),
    ("duplicate_of", "text", "article_id of the article this one is a copy of"),
)

PASSAGES = contract(
    "passages",
    "one passage of an article's raw text; nothing is dropped, only labelled",
    ("article_id", "text", "the article"),
    ("passage", "int", "number in the article, from 0"),
    ("start", "int", "offset of the first character in the raw text"),
    ("end", "int", "offset after the last character in the raw text"),
    ("label", "text", "title, dateline, body, caption, menu, related, repeated, tweet, ..."),
    ("text", "text", "the passage as it stands in the raw text"),
)

MENTIONS = contract(
    "mentions",
    "one mention in an article's body",
    ("article_id", "text", "the article"),
    ("kind", "text", "person, agency, country, place, agreement, topic"),
    ("start", "int", "offset of the first character in articles.text"),
    ("end", "int", "offset after the last character in articles.text"),
    ("text", "text", "the words themselves"),
    ("ref", "text", "id in the entity's frame (actor_id, agency_id), or a country code"),
    ("role", "text", "a person's role as printed"),
    ("sentence", "text", "the sentence that holds it"),
)

DATES = contract(
    "dates",
    "one date expression in an article's body",
    ("article_id", "text", "the article"),
    ("start", "int", "offset of the first character in articles.text"),
    ("end", "int", "offset after the last character in articles.text"),
    ("text", "text", "the words themselves"),
    ("first", "date", "first day it covers, null if it cannot be resolved"),
    ("last", "date", "last day it covers"),
    ("granularity", "text", "day, week, month, quarter, half, season, year, decade, unknown"),
    ("iso", "text", "the value as TimeML writes it: 2023-05-18, 2023-08, 2023-W20, 2023-Q3"),
    ("rule", "text", "the rule that found and resolved it"),
    ("anchor", "date", "the day it was resolved against"),
    (
        "flags",
        "texts",
        "weekday_conflict, far_future, ambiguous_order, narrative, no_anchor, early, evening, ...",
    ),
)

PEOPLE = contract(
    "people",
    "one person as one article has it, before linking",
    ("article_id", "text", "the article"),
    ("person_id", "text", "the article and a number"),
    ("name", "text", "the name as best spelt in the article"),
    ("aliases", "texts", "other spellings and short forms in the article"),
    ("role", "text", "role as printed"),
    ("agency_id", "text", "agency of the role, if the article tells it"),
    ("country", "text", "ISO 3166-1 alpha-2"),
    ("sentence", "text", "the sentence that tells the role, or the first that names the person"),
    ("actor_id", "text", "the actor this person became, once linked"),
)

AGENCY_MENTIONS = contract(
    "agency_mentions",
    "one mention of an agency in one article, before linking",
    ("article_id", "text", "the article"),
    ("agency_id", "text", "stable id"),
    ("name", "text", "English name, or the name as printed"),
    ("acronym", "text", "usual acronym"),
    ("country", "text", "ISO 3166-1 alpha-2; null for international bodies"),
    ("kind", "text", "counter_terrorism, interior, foreign, ..."),
    ("qid", "text", "Wikidata id where sure"),
    ("text", "text", "the words themselves"),
    ("start", "int", "offset of the first character in articles.text"),
    ("end", "int", "offset after the last character in articles.text"),
    ("sentence", "text", "the sentence that holds it"),
)

ACTORS = contract(
    "actors",
    "one person, across articles",
    ("actor_id", "text", "stable id"),
    ("name", "text", "the spelling most articles use"),
    ("aliases", "texts", "other spellings"),
    ("country", "text", "ISO 3166-1 alpha-2"),
    ("roles", "texts", "roles as printed, most frequent first"),
    ("agency_ids", "texts", "agencies"),
    ("first_seen", "date", "publication date of the first article"),
    ("last_seen", "date", "publication date of the last article"),
    ("n_articles", "int", "articles that name the person"),
    ("n_meetings", "int", "meetings the person took part in"),
    ("other_ids", "texts", "ids it would have by its other spellings, and may have had before older articles came"),
    ("notes", "texts", "notes of corrections.csv"),
)

AGENCIES = contract(
    "agencies",
    "one agency or international body, across articles",
    ("agency_id", "text", "stable id"),
    ("name", "text", "English name"),
    ("acronym", "text", "usual acronym"),
    ("aliases", "texts", "other names found"),
    ("country", "text", "ISO 3166-1 alpha-2; null for international bodies"),
    ("kind", "text", "counter_terrorism, interior, foreign, defence, police, intelligence, body, ..."),
    ("qid", "text", "Wikidata id where sure"),
    ("n_articles", "int", "articles that name it"),
    ("n_meetings", "int", "meetings it took part in"),
)

MEETING_MENTIONS = contract(
    "meeting_mentions",
    "one article's account of one meeting",
    ("article_id", "text", "the article"),
    ("mention_id", "text", "the article and a number"),
    ("meeting_id", "text", "the meeting it tells of"),
    ("kind", "text", "joint_working_group, consultation, ministerial, ..."),
    ("name", "text", "the meeting's name as printed"),
    ("ordinal", "int", "its number in the series"),
    ("start", "date", "first day it can be"),
    ("end", "date", "last day"),
    ("granularity", "text", "day, month, year, unknown"),
    ("city", "text", "city, English name"),
    ("country", "text", "country it was held in, ISO 3166-1 alpha-2"),
    ("parties", "texts", "countries (ISO 3166-1 alpha-2) and bodies (acronym)"),
    ("status", "text", "held, scheduled, postponed (no new day told), cancelled"),
    ("main", "bool", "the article is about it"),
    ("participants", "texts", "actor_ids"),
    ("chairs", "texts", "actor_ids of those who chaired it or led a delegation"),
    ("agencies", "texts", "agency_ids"),
    ("sentence", "text", "the sentence that tells of it"),
    ("start_char", "int", "offset of that sentence in articles.text"),
    ("end_char", "int", "offset after that sentence in articles.text"),
    ("confidence", "float", "share of such accounts that are right in all they tell, 0 to 1"),
    ("rule", "text", "the rules that found it and filled its fields"),
)

MEETINGS = contract(
    "meetings",
    "one real meeting",
    ("meeting_id", "text", "stable id"),
    ("series_id", "text", "the series it belongs to"),
    ("kind", "text", "joint_working_group, consultation, ministerial, ..."),
    ("name", "text", "the fullest name printed"),
    ("ordinal", "int", "its number in the series"),
    ("start", "date", "first day it can be, as most sources say"),
    ("end", "date", "last day"),
    ("granularity", "text", "day, month, year, unknown"),
    ("city", "text", "city, English name"),
    ("country", "text", "country it was held in"),
    ("parties", "texts", "countries and bodies"),
    ("status", "text", "held, scheduled, postponed (no new day told), cancelled"),
    ("participants", "texts", "actor_ids"),
    ("chairs", "texts", "actor_ids"),
    ("agencies", "texts", "agency_ids"),
    ("n_articles", "int", "articles that tell of it, copies not counted"),
    ("n_sources", "int", "those of them that tell of it in words of their own"),
    ("n_outlets", "int", "outlets of those articles"),
    ("article_ids", "texts", "those articles"),
    ("copy_ids", "texts", "their copies that tell of it, too"),
    ("conflicts", "conflicts", "field, value and article for every disagreement"),
    ("confidence", "float", "0 to 1"),
    ("announced", "date", "publication date of the first article that announced it"),
    ("announced_for", "date", "first day it was then announced for"),
    ("slip_days", "int", "days from the time it was first announced for to its date, 0 within that time"),
    ("other_ids", "texts", "ids it would have by its other accounts, and may have had before older articles came"),
    ("corrected", "texts", "fields that corrections.csv sets"),
    ("notes", "texts", "notes of corrections.csv"),
)

AGREEMENTS = contract(
    "agreements",
    "one article's account of one agreement",
    ("agreement_id", "text", "stable id"),
    ("article_id", "text", "the article"),
    ("kind", "text", "mou, treaty, protocol, work_plan, joint_statement, ..."),
    ("name", "text", "name as printed"),
    ("parties", "texts", "countries and bodies"),
    ("signed", "date", "first day it can have been signed"),
    ("granularity", "text", "day, month, year, unknown"),
    ("sentence", "text", "the sentence that tells of it"),
    ("start", "int", "offset in articles.text"),
    ("end", "int", "offset in articles.text"),
)

COMMITMENTS = contract(
    "commitments",
    "one thing the sides agreed to do next",
    ("article_id", "text", "the article"),
    ("mention_id", "text", "the account of the meeting it was agreed at"),
    ("kind", "text", "information_exchange, training, joint_exercise, next_meeting, ..."),
    ("text", "text", "the clause that says so"),
    ("start", "int", "offset in articles.text"),
    ("end", "int", "offset in articles.text"),
)

STUDY_FRAMES: tuple[Contract, ...] = (
    ARTICLES,
    PASSAGES,
    MENTIONS,
    DATES,
    PEOPLE,
    ACTORS,
    ROLES,
    AGENCIES,
    MEETING_MENTIONS,
    MEETINGS,
    LIFE,
    LINKS,
    SERIES,
    AGREEMENTS,
    COMMITMENTS,
    FOLLOW_UPS,
    GROUNDS,
    CORRECTIONS,
    REJECTS,
)
