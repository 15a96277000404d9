"""What the components have found in a document so far; it travels with the spaCy `Doc`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctnews.extraction.agreements import Agreement, Commitment
from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.meetings import Meeting
from ctnews.extraction.meetings.scene import Aside, Scene
from ctnews.extraction.text.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ctnews.dates import Anchor, DateMention

KEY = "ctnews"


@dataclass
class Findings:
    """An article's circumstances, given beforehand, and the facts found in its body."""

    lang: str
    text: str = ""
    anchor: Anchor | None = None
    title: str | None = None
    place: Place | None = None
    press: str | None = None
    asides: Sequence[Aside] = ()
    sentences: list[Span] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    relevance: float = 0.0

    def scene(self) -> Scene:
        """Give the article as the meeting rules see it."""
        return Scene(
            text=self.text,
            lang=self.lang,
            sentences=self.sentences,
            dates=self.dates,
            places=self.places,
            agencies=self.agencies,
            people=self.people,
            anchor=self.anchor,
            title=self.title,
            place=self.place,
            asides=self.asides,
        )


def findings(doc: Doc) -> Findings:
    """Give the findings that travel with a document; a new document gets empty ones."""
    held = doc.user_data.get(KEY)
    if not isinstance(held, Findings):
        held = Findings(lang=doc.lang_)
        doc.user_data[KEY] = held
    if not held.text:
        held.text = doc.text  # spaCy joins the tokens anew at every call
    return held
