"""The keys of the sections a template may choose from, in the order of a document."""

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
