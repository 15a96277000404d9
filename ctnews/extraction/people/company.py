"""Tells a person's country from the whole article: "the Emirati official", "her counterpart", those in one company."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.people.claims import Claim, Ground, surest
from ctnews.extraction.people.identity import Mention
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span

NATIONAL = frozenset({"country", "demonym"})
DESCRIPTION = 40  # characters in which "the Emirati official" stands


class Told:
    """An article's sentences and places, asked for the countries of its persons."""

    def __init__(
        self, text: str, lang: str, sentences: Sequence[Span], places: Sequence[Place], home: str | None
    ) -> None:
        self.text = text
        self.lang = lang
        self.sentences = sentences
        self.home = home
        self.everywhere = list(places)
        self.places = [place for place in places if place.kind in NATIONAL]
        self.named = Counter(place.country for place in places)
        counts = self.named.most_common(3)
        twosome = len(counts) > 1 and (len(counts) < 3 or 2 * counts[2][1] <= counts[1][1])
        self.two = [country for country, _ in counts[:2]] if twosome else []

    def countries(self, people: Sequence[Sequence[Mention]]) -> list[str | None]:
        """Give each person's country, or None where nothing but the article's home is left."""
        found = [[claim for mention in person for claim in mention.claims] for person in people]
        self._add_called(people, found)
        self._add_owned(people, found)
        self._add_companions(people, found)
        self._add_relatives(people, found)
        self._add_pairs(people, found)
        return [best.country if (best := surest(claims)) else None for claims in found]

    def at_home(self, agencies: Sequence[Agency]) -> str | None:
        """Give the country whose officials need no mark.

        It is that told beforehand, that of the agency which announces what the text tells, that of the first
        city, or the one named most.
        """
        source = next((agency.country for agency in agencies if agency.country and self._announces(agency)), None)
        if self.home or source:
            return self.home or source
        city = next((place.country for place in self.everywhere if place.kind == "city"), None)
        return city or next((country for country, _ in self.named.most_common(1)), None)

    def _announces(self, agency: Agency) -> bool:
        """Tell whether an agency is the source of its sentence: "..., the Omani Interior Ministry announced."."""
        behind = self.text[agency.end : agency.end + DESCRIPTION].split()[:2]
        announcing = vocabulary.words("person_cues", "announcing", self.lang)
        return bool(behind) and fold(behind[0].strip(".,")) in announcing and behind[0].endswith(tuple(".,"))

    def _add_called(self, people: Sequence[Sequence[Mention]], found: list[list[Claim]]) -> None:
        """Take "the Emirati official" for the person named last before it, if no name follows it."""
        starts = sorted((m.start, number) for number, person in enumerate(people) for m in person)
        for place in self.places:
            if place.kind != "demonym" or not self._calls(place):
                continue
            position = bisect_right(starts, (place.start, len(people))) - 1
            after = starts[position + 1][0] if position + 1 < len(starts) else len(self.text)
            known = any(
                claim.country == place.country and claim.ground < Ground.CALLED for own in found for claim in own
            )
            if position >= 0 and after - place.end > DESCRIPTION and not known:
                found[starts[position][1]].append(Claim(Ground.CALLED, place.country))

    def _calls(self, place: Place) -> bool:
        before = self.text[max(0, place.start - 5) : place.start].split()
        behind = self.text[place.end : place.end + DESCRIPTION].split()
        heads = vocabulary.words("roles", "head", self.lang)
        filler = vocabulary.words("person_cues", "filler", self.lang)
        return bool(before and behind) and fold(before[-1]) in filler and fold(behind[0].strip(".,'’s")) in heads

    def _add_owned(self, people: Sequence[Sequence[Mention]], found: list[list[Claim]]) -> None:
        """Take "Its ambassador, NAME" for the country that the sentence before begins with."""
        owners = vocabulary.words("person_cues", "owner", self.lang)
        for number, person in enumerate(people):
            for mention in person:
                before = self.text[mention.sentence[0] : (mention.role_span or (mention.start,))[0]].split()
                if mention.role_span and before and fold(before[-1]) in owners:
                    country = self._subject(mention.role_span[0], mention.sentence)
                    if country:
                        found[number].append(Claim(Ground.CALLED, country))

    def _subject(self, offset: int, sentence: Span) -> str | None:
        position = bisect_right([start for start, _ in self.sentences], sentence[0]) - 2
        start = self.sentences[position][0] if position >= 0 else sentence[0]
        own = [place.country for place in self.places if sentence[0] <= place.start < offset]
        return own[-1] if own else next((p.country for p in self.places if start <= p.start < sentence[0]), None)

    def _add_companions(self, people: Sequence[Sequence[Mention]], found: list[list[Claim]]) -> None:
        """Take those in "With him were NAME, NAME and NAME" for the country of the person named before."""
        index = vocabulary.index_of("person_cues", "companions", self.lang)
        mentions = sorted(
            ((m, number) for number, person in enumerate(people) for m in person), key=lambda t: t[0].start
        )
        for cue in index.find(self.text):
            before = [number for mention, number in mentions if mention.end <= cue.start]
            best = surest(found[before[-1]]) if before else None
            position = bisect_right([start for start, _ in self.sentences], cue.start) - 1
            for mention, number in mentions:
                if best and position >= 0 and cue.end <= mention.start < self.sentences[position][1]:
                    found[number].append(Claim(Ground.COMPANY, best.country))

    def _add_relatives(self, people: Sequence[Sequence[Mention]], found: list[list[Claim]]) -> None:
        """Take "his deputy, NAME" and "Otieno's predecessor, NAME" for the country of the person told of before."""
        whose = vocabulary.words("person_cues", "whose", self.lang)
        other = vocabulary.words("person_cues", "counterpart", self.lang)
        mentions = sorted((m.start, m.end, n) for n, person in enumerate(people) for m in person)
        for number, person in enumerate(people):
            for mention in person:
                start, end = mention.role_span or (mention.start, mention.start)
                before = self.text[mention.sentence[0] : start].rstrip()
                words, role = before.split(), {fold(word) for word in self.text[start:end].split()}
                owned = before.endswith(("'s", "’s")) and len(before) - 2 + mention.sentence[0]
                if role & other or not (owned or (words and fold(words[-1]) in whose)):
                    continue
                earlier = [n for _, e, n in mentions if e <= start and n != number and owned in (False, e)]
                if not earlier:
                    continue
                best = surest(found[earlier[-1]])
                if best:
                    found[number].append(Claim(Ground.CALLED, best.country))

    def _add_pairs(self, people: Sequence[Sequence[Mention]], found: list[list[Claim]]) -> None:
        """Where two persons meet and one is of one of the article's two countries, take the other for the other's."""
        inside: dict[Span, set[int]] = defaultdict(set)
        for number, person in enumerate(people):
            for mention in person:
                inside[mention.sentence].add(number)
        for number, person in enumerate(people):
            for mention in person:
                others = sorted(inside[mention.sentence] - {number})
                if (
                    self._sure(found[number])
                    or not self.two
                    or len(others) != 1
                    or not mention.role_span
                    or not self._meets(mention.sentence)
                ):
                    continue
                best = surest(found[others[0]])
                if best and best.country in self.two and best.ground <= Ground.CALLED:
                    rest = self.two[1 - self.two.index(best.country)]
                    found[number].append(Claim(Ground.COMPANY, rest))

    @staticmethod
    def _sure(found: Sequence[Claim]) -> bool:
        return any(claim.ground < Ground.COMPANY for claim in found)

    def _meets(self, sentence: Span) -> bool:
        index = vocabulary.index_of("person_cues", "meets", self.lang)
        return bool(index.find(self.text[slice(*sentence)]))
