"""Trains the name tagger and measures it.

    python tests/bench/train_names.py DATA_DIR [--out ctnews/models/names.crfsuite]

DATA_DIR holds entity-annotated sentences, one JSON object a line with `text` and `entities` ([start, end, label]):
`idner_*`, `grit_*`, `nerui_*` (train, dev or valid, test) and `crossner_en_all`. `ctnews/models/NOTICE` says where
they come from. The words common in the training sets go to the lexicon, the figures to `names.json` beside this script.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pycrfsuite
import spacy
from spacy.tokens import Doc

from ctnews.extraction.people.features import features
from ctnews.extraction.people.tagger import LABELS, NameTagger, encode

Rewrite = Callable[[str], str]
Span = tuple[int, int, str]

TRAINING = ("idner_train", "idner_dev", "grit_train", "grit_valid", "nerui_train", "nerui_dev", "crossner_en_all")
TESTS = ("idner_test", "grit_test", "nerui_test")
LEXICONS = Path(__file__).parents[2] / "ctnews" / "lexicons"
COMMON_IN = 5  # sentences
SEED = 2026
SHARE_REWRITTEN = 0.35
PARAMETERS = {
    "c1": 0.1,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.possible_transitions": True,
    "feature.minfreq": 1,
}
SMALL_INDONESIAN = ("di", "ke", "dari", "dan", "yang", "untuk", "pada", "dengan", "dalam", "atas", "oleh")
SMALL_ENGLISH = ("of", "the", "and", "in", "on", "for", "to", "a", "an", "by", "with")
SMALL_WORDS = frozenset((*SMALL_INDONESIAN, *SMALL_ENGLISH))
COMMON_HEADER = """\
# title: Words written in small letters in at least {count} sentences of the name tagger's training sets
# source: counted by tests/bench/train_names.py in the sets that ctnews/models/NOTICE names
# date: 2026-11-22
# licence: MIT; the sets are under the licences that ctnews/models/NOTICE names
word
"""


def title_case(word: str) -> str:
    """Write a word as headlines do."""
    return word if word.lower() in SMALL_WORDS else word[:1].upper() + word[1:]


REWRITES: tuple[tuple[Rewrite, float], ...] = ((title_case, 0.8), (str.lower, 0.1), (str.upper, 0.1))


def main() -> None:
    """Train, write the model, test it and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--out", type=Path, default=Path("ctnews/models/names.crfsuite"))
    arguments = parser.parse_args()
    started = time.process_time()
    for lang in ("en", "id"):
        write_common_words(arguments.data, lang)
    train(arguments.data, arguments.out)
    figures = {
        "training_seconds": round(time.process_time() - started),
        "model_megabytes": round(arguments.out.stat().st_size / 1e6, 2),
        **measure(arguments.data, NameTagger(arguments.out)),
    }
    text = json.dumps(figures, indent=2)
    Path(__file__).with_name("names.json").write_text(text + "\n", "utf-8")
    print(text)


def write_common_words(data: Path, lang: str) -> None:
    """Write the words that stand in small letters in several sentences of a language's training sets."""
    counts: Counter[str] = Counter()
    for name in TRAINING:
        if _language(name) == lang:
            for doc, _ in read(data, name):
                counts.update({token.text for token in doc if len(token) > 1 and token.is_alpha and token.is_lower})
    words = sorted(word for word, count in counts.items() if count >= COMMON_IN)
    text = COMMON_HEADER.format(count=COMMON_IN) + "".join(f"{word}\n" for word in words)
    (LEXICONS / lang / "common_words.tsv").write_text(text, "utf-8")


def train(data: Path, out: Path) -> None:
    """Train the model on all training sets, a share of the sentences also in other case."""
    chance = random.Random(SEED)
    trainer = pycrfsuite.Trainer(verbose=False)
    for name in TRAINING:
        for doc, spans in read(data, name):
            trainer.append(features(list(doc)), encode(len(doc), spans))
            if chance.random() < SHARE_REWRITTEN:
                changes, weights = zip(*REWRITES, strict=True)
                changed = rewritten(doc, chance.choices(changes, weights)[0])
                trainer.append(features(list(changed)), encode(len(doc), spans))
    trainer.set_params(PARAMETERS)
    trainer.train(str(out))


def measure(data: Path, tagger: NameTagger) -> dict[str, object]:
    """Give exact-match figures on each test set as it is, in title case and in capitals, and the speed."""
    tests = {name: list(read(data, name)) for name in TESTS}
    everything = [example for examples in tests.values() for example in examples]
    started = time.process_time()
    figures: dict[str, object] = {name: scores(tagger, examples) for name, examples in tests.items()}
    seconds = time.process_time() - started
    words = sum(len(doc) for doc, _ in everything)
    for name, rewrite in (("title_case", title_case), ("capitals", str.upper)):
        figures[name] = scores(tagger, [(rewritten(doc, rewrite), spans) for doc, spans in everything])
    return figures | {"words_a_second": round(words / seconds)}


def scores(tagger: NameTagger, examples: Iterable[tuple[Doc, list[Span]]]) -> dict[str, float]:
    """Give F1 of exact spans with their labels, for each label and for all together."""
    gold: set[tuple[int, Span]] = set()
    found: set[tuple[int, Span]] = set()
    for number, (doc, spans) in enumerate(examples):
        gold |= {(number, span) for span in spans}
        found |= {(number, (span.start, span.end - 1, span.label_)) for span in tagger.tag(doc)}
    by_label = {label: _f1(_only(gold, label), _only(found, label)) for label in LABELS}
    return {"all": _f1(gold, found), **by_label}


def read(data: Path, name: str) -> Iterator[tuple[Doc, list[Span]]]:
    """Give the sentences of a set as docs with their spans (first and last token)."""
    nlp = spacy.blank(_language(name))
    for line in (data / f"{name}.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        doc = nlp(record["text"])
        spans = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in record["entities"]]
        yield doc, [(span.start, span.end - 1, span.label_) for span in spans if span is not None]


def rewritten(doc: Doc, rewrite: Rewrite) -> Doc:
    """Give the same tokens in other case."""
    words = [rewrite(token.text) for token in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _language(name: str) -> str:
    return "en" if "_en_" in name else "id"


def _only(spans: set[tuple[int, Span]], label: str) -> set[tuple[int, Span]]:
    return {(number, span) for number, span in spans if span[2] == label}


def _f1(gold: set[tuple[int, Span]], found: set[tuple[int, Span]]) -> float:
    return round(2 * len(gold & found) / max(len(gold) + len(found), 1), 3)


if __name__ == "__main__":
    main()
