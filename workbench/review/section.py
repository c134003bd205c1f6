"""A section asks one question and answers it with a finding, exhibits and forms."""

from dataclasses import dataclass, field
from typing import Any

KEYS: tuple[str, ...] = (
    "cover",
    "summary",
    "commitments",
    "goals",
    "results",
    "pipeline",
    "forecast",
    "peers",
    "highlights",
    "problems",
    "competence",
    "values",
    "feedback",
    "support",
    "incentive",
    "plan",
    "rating",
    "signoff",
    "appendix",
)
SECTION_MIMETYPE = "application/vnd.workbench.section+json"


@dataclass(frozen=True)
class Section:
    """One section as a reader sees it.

    In a notebook it shows as HTML, as plain text and as a small record that publishing reads.
    """

    key: str
    finding: str  # one sentence with the figures
    html: str  # a whole <section> or <header>; escaped
    number: str = ""  # as in the contents; "" for the cover
    name: str = ""
    question: str = ""
    is_to_write: bool = False  # whether somebody still has to write something here
    facts: dict[str, Any] = field(default_factory=dict)  # what else publishing may read

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        record = {
            "key": self.key,
            "number": self.number,
            "name": self.name,
            "question": self.question,
            "finding": self.finding,
            "is_to_write": self.is_to_write,
            **self.facts,
        }
        return {"text/html": self.html, "text/plain": self.finding, SECTION_MIMETYPE: record}
