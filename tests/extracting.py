"""What the tests of extraction share: a text through the pipeline of its language."""

from __future__ import annotations

from datetime import date

from ctnews.dates import Anchor
from ctnews.extraction import load_pipeline
from ctnews.extraction.findings import KEY, Findings, findings


def extract(text: str, lang: str = "en", day: str | None = "2024-05-16", **more: object) -> Findings:
    """Run the components over a text published on a day."""
    nlp = load_pipeline(lang)
    doc = nlp.make_doc(text)
    anchor = Anchor.of(date.fromisoformat(day)) if day else None
    doc.user_data[KEY] = Findings(lang=lang, anchor=anchor, **more)  # type: ignore[arg-type]
    return findings(nlp(doc))
