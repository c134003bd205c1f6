"""`[publish]` of workbench.toml: how documents look."""

from workbench.sources.table_source import Strict, option


class PublishRules(Strict):
    """`[publish]`: what documents are set in."""

    fonts: tuple[str, ...] = option(
        "what a PDF is set in: families of this machine, or files in the workspace; the first that"
        " has a character draws it; left out: what is usual",
        'fonts = ["fonts/House.ttf", "Source Han Sans SC"]',
        default=(),
    )
