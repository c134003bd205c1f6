"""Which sign stands before the decimals of a column of deals, as it was told or decided."""

from typing import TYPE_CHECKING

from workbench.model.tables import TABLES
from workbench.sources.columns.decide import decide
from workbench.sources.columns.told import Place, Told
from workbench.sources.named_columns import sources_of
from workbench.sources.raw_table import RawTable
from workbench.sources.scratch import Scratch
from workbench.sources.texts import text_of

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace

_TEXT = "VARCHAR"  # the kind of a column whose texts have to be read


def decimal_of(scratch: Scratch, workspace: "Workspace", raw: RawTable, column: str) -> str:
    """Give the sign; a dot where the source has numbers of its own, or nothing of the column.

    Raises
    ------
    SourceError
        When two readings remain; a workspace that was frozen has none such.
    """
    source, contract = workspace.tables["deals"], TABLES["deals"]
    sources = sources_of("deals", source, raw, contract)
    found, told = sources.get(column, ""), contract.column(column)
    text = text_of(told, source, raw, sources)
    if not found or text is None or raw.kinds.get(found, _TEXT) != _TEXT:
        return "."
    if source.decimal:
        return source.decimal
    # The currency is told in any case: it is the sign that is asked for
    known = Told(reporting=workspace.currency, currency=workspace.currency)
    place = Place("deals", column, found, raw.origin)
    given = (scratch.connection, raw.name, text, told.kind, place, known, workspace.time_zone)
    decided = {each.key: each.value for each in decide(*given).decisions}
    return decided.get("decimal", '"."').strip('"')
