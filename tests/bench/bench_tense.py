"""What tells the year of a bare month and the week of a bare weekday: nearness, the cues beside it, or a parse.

Run as `python tests/bench/bench_tense.py DATES.jsonl...`, files as in `bench_dates.py`. Asked are the months and
weekdays in English texts that stand alone and have a value of that granularity in the annotation; a month's parse is
that of its sentence by the pipeline that the extraction uses, read at the verb that governs it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Token

from ctnews.dates import Anchor, periods
from ctnews.dates.found import Found
from ctnews.dates.mention import DateMention
from ctnews.dates.scanning import dates_found
from ctnews.extraction.pipeline import MODELS

_SENTENCE = re.compile(r"[.!?]\s|\n")
_FUTURE = {"will", "shall", "'ll", "would", "could", "may", "might", "should", "can", "to"}


def main() -> None:
    """Print how many are right by each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    lines = [json.loads(line) for path in parser.parse_args().paths for line in path.read_text("utf-8").splitlines()]
    nlp = spacy.load(MODELS["en"], exclude=["ner", "lemmatizer"])
    right: Counter[str] = Counter()
    for line in lines:
        for mention, found, value in asked(line):
            base = date.fromisoformat(line["anchor"])
            guesses = (
                month_guesses(nlp, mention, found, base) if mention.rule == "month" else weekday_guesses(found, base)
            )
            right.update(f"{mention.rule}: {by}" for by, guess in guesses.items() if guess == value)
            right.update([f"{mention.rule}: asked", *([f"{mention.rule}: given"] if mention.iso == value else [])])
    for name, count in sorted(right.items()):
        print(f"{name:28} {count}")


def asked(line: dict[str, Any]) -> Iterator[tuple[DateMention, Found, str]]:
    """Give the bare months and weekdays of a text with the values that the annotation has for them."""
    forms = {"month": r"\d{4}-\d\d$", "weekday": r"\d{4}-\d\d-\d\d"}
    for mention, found in dates_found(line["text"], "en", Anchor.of(date.fromisoformat(line["anchor"]))):
        alone = found.direction() is None and found.years_away() is None and found.units_off("week") is None
        for gold in line["timex"] if mention.rule in forms and alone else ():
            valued = re.match(forms[mention.rule], gold["value"])
            if valued and gold["start"] < mention.end and mention.start < gold["end"]:
                yield mention, found, valued[0]


def month_guesses(nlp: Language, mention: DateMention, found: Found, base: date) -> dict[str, str]:
    """Give the values of a month by nearness alone and by the tense that a parse tells."""
    ahead = (found.month() - base.month) % 12

    def value(tense: int) -> str:
        in_past = ahead != 0 and (tense < 0 or (tense == 0 and ahead > 5))
        year, month = periods.shift_month(base.year, base.month, ahead - 12 if in_past else ahead)
        return f"{year}-{month:02d}"

    return {"nearest": value(0), "parse": value(parsed_tense(nlp, found.text, mention))}


def weekday_guesses(found: Found, base: date) -> dict[str, str]:
    """Give the latest such day on or before the anchor."""
    since = (base.weekday() - (found.weekday() or 0)) % 7
    return {"latest": (base - timedelta(since)).isoformat()}


def parsed_tense(nlp: Language, text: str, mention: DateMention) -> int:
    """Give the tense of the verb that governs a date by a parse of its sentence."""
    start = max((stop.end() for stop in _SENTENCE.finditer(text, 0, mention.start)), default=0)
    end = next((stop.end() for stop in _SENTENCE.finditer(text, mention.end)), len(text))
    doc = nlp(text[start:end].replace("\n", " "))
    span = doc.char_span(mention.start - start, mention.end - start, alignment_mode="expand")
    verbs = (token for token in (span.root.ancestors if span else ()) if token.tag_[:1] in ("V", "M"))
    return next((tense for verb in verbs if (tense := verb_tense(verb))), 0)


def verb_tense(verb: Token) -> int:
    """Give the tense of a verb with its auxiliaries."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in _FUTURE for helper in helpers):
        return 1
    told = {verb.tag_, *(helper.tag_ for helper in helpers)}
    has = any(helper.lower_ in ("has", "have", "had", "'ve") for helper in helpers)
    return -1 if "VBD" in told or has or (verb.tag_ == "VBN" and not helpers) else 0


if __name__ == "__main__":
    main()
