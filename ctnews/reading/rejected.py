"""What reading does not take, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or record that was not taken: where, why in one word, why in one sentence."""

    source: str
    reason: str
    detail: str

    def row(self) -> dict[str, str]:
        """Give it as a row of `frames.REJECTS`."""
        return {"source": self.source, "reason": self.reason, "detail": self.detail}


class NotTaken(Exception):  # noqa: N818 - no error of ctnews: it never leaves the reading stage
    """Raised inside the reading stage where a file or record cannot be taken; becomes a `Rejected`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail

    def of(self, source: str) -> Rejected:
        """Give the reject of that source."""
        return Rejected(source, self.reason, self.detail)
