"""The frames that say how a fact came about: its grounds, links, roles, the steps of a meeting's life, corrections."""

from __future__ import annotations

from ctnews.frames.contract import contract

ROLES = contract(
    "roles",
    "one role of one actor",
    ("actor_id", "text", "the actor"),
    ("role", "text", "role as printed most often"),
    ("agency_id", "text", "agency of the role, if told"),
    ("country", "text", "ISO 3166-1 alpha-2"),
    ("first_seen", "date", "publication date of the first article that tells it"),
    ("last_seen", "date", "publication date of the last article that tells it"),
    ("article_ids", "texts", "the articles that tell it"),
)

LINKS = contract(
    "links",
    "why two spellings of a name were taken for one person, or two accounts for one meeting",
    ("what", "text", "actor, meeting"),
    ("id", "text", "the actor_id or meeting_id that came of it"),
    ("one", "text", "person_id or mention_id"),
    ("other", "text", "person_id or mention_id"),
    ("one_text", "text", "the name as spelt there, or the sentence"),
    ("other_text", "text", "the name as spelt there, or the sentence"),
    ("reason", "text", "what agrees"),
    ("by", "text", "rule or correction; a split in corrections.csv undoes it"),
)

LIFE = contract(
    "life",
    "one step in the life of a meeting, as an article told it",
    ("meeting_id", "text", "the meeting"),
    ("step", "text", "announced, announced again, put off, brought forward, cancelled, held"),
    ("reported", "date", "publication date of the article"),
    ("start", "date", "first day it was then said to be"),
    ("end", "date", "last day it was then said to be"),
    ("granularity", "text", "day, month, year, unknown"),
    ("slip_days", "int", "days from the time planned before to this one, 0 within that time"),
    ("told_in", "text", "article_id"),
    ("mention_id", "text", "the account"),
)

CORRECTIONS = contract(
    "corrections",
    "one row of corrections.csv, and what became of it",
    ("row", "int", "line of the file, 2 for the first after the header"),
    ("action", "text", "merge, split, set, reject, note"),
    ("one", "texts", "accounts or persons (mention_id, person_id), or an id of a meeting or an actor"),
    ("other", "texts", "those it is merged with or split from"),
    ("field", "text", "field that is set"),
    ("value", "text", "its value"),
    ("note", "text", "why"),
    ("study", "text", "name of the study's folder it is for; empty for every study beside the file"),
    ("state", "text", "applied, no longer fits, refused"),
    ("detail", "text", "why it was not applied"),
)

GROUNDS = contract(
    "grounds",
    "what one field of one fact was read from",
    ("article_id", "text", "the article"),
    ("fact_id", "text", "the account of a meeting (mention_id) or the person (person_id)"),
    ("field", "text", "the field: kind, ordinal, start, city, parties, participants, status, name, role, ..."),
    ("value", "text", "the value that was read"),
    ("start", "int", "offset of the first character in articles.text"),
    ("end", "int", "offset after the last character in articles.text"),
    ("text", "text", "the words it was read from"),
    ("rule", "text", "the rule or the model that took them for it"),
)

FOLLOW_UPS = contract(
    "follow_ups",
    "one article's account of an agreement or a commitment, as a step in what became of it",
    ("thread_id", "text", "the agreement, or the commitment with its later mentions: stable id"),
    ("what", "text", "agreement, commitment"),
    ("kind", "text", "mou, treaty, ...; information_exchange, training, ..."),
    ("name", "text", "name as printed, of an agreement"),
    ("parties", "texts", "countries and bodies"),
    ("step", "text", "signed, referred_to, renewed, amended, ended; agreed, taken_up_again"),
    ("reported", "date", "publication date of the article"),
    ("signed", "date", "first day on which the agreement can have been signed"),
    ("meeting_id", "text", "the meeting at which it was told"),
    ("sentence", "text", "the sentence that tells it"),
    ("told_in", "text", "article_id"),
    ("start", "int", "offset in articles.text of the agreement's name or the commitment's clause"),
    ("earlier_meeting_id", "text", "the meeting at which it was told before"),
    ("earlier_sentence", "text", "the sentence that told it before"),
    ("earlier_told_in", "text", "article_id of that sentence"),
)
