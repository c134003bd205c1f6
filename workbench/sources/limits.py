"""How much one source may ask of the machine; each can be set in workbench.toml."""

from workbench.sources.table_source import Strict, option


class Limits(Strict):
    """Bounds of reading, as `[limits]` of workbench.toml sets them."""

    select_seconds: float = option(
        "how long one select may take", "select_seconds = 1200", default=300
    )
    select_memory: str = option(
        "how much memory one select may take, as DuckDB writes it",
        'select_memory = "8GB"',
        default="2GB",
    )
    unpacked: int = option(
        "bytes of a workbook, unpacked", "unpacked = 4000000000", default=2_000_000_000
    )
    cells: int = option("columns of a file", "cells = 5000", default=2_000)
    echo: int = option("characters of a value that a sentence repeats", "echo = 20", default=60)
