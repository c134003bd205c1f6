"""`[publish]` of workbench.toml: how documents look."""

from workbench.sources.table_source import Strict, option


class PublishRules(Strict):
    """`[publish]`: what documents are set in, and decks begin with."""

    fonts: tuple[str, ...] = option(
        "what a PDF is set in: families of this machine, or files in the workspace; the first that"
        " has a character draws it; left out: what is usual",
        'fonts = ["fonts/House.ttf", "Source Han Sans SC"]',
        default=(),
    )
    deck_template: str | None = option(
        "the company's PowerPoint template for decks, .pptx or .potx, beside this file: its first"
        " layout with a title and text is used, and its title layout; left out: a plain one",
        'deck_template = "templates/house.potx"',
        default=None,
    )
