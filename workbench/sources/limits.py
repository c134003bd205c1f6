"""How much one source may ask of the machine; each can be set in workbench.toml."""

from workbench.sources.table_source import Strict


class Limits(Strict):
    """Bounds of reading, as `[limits]` of workbench.toml sets them."""

    select_seconds: float = 300  # one SQL select over the raw files
    select_memory: str = "2GB"  # as DuckDB writes it
    unpacked: int = 2_000_000_000  # bytes of a workbook, unpacked
    cells: int = 2_000  # columns of a file
    echo: int = 60  # characters of a value that a sentence repeats
