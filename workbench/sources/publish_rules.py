"""`[publish]` of workbench.toml: how documents look."""

from workbench.sources.table_source import Strict, option


class PublishRules(Strict):
    """`[publish]`: what documents are set in."""

    fonts: tuple[str, ...] = option(
        "fonts of this machine a PDF is set in, by family; the first that has a character draws it;"
        " left out: what is usual",
        'fonts = ["Source Han Sans SC", "DejaVu Sans"]',
        default=(),
    )
