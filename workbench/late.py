"""Put off what is slow to load and hardly ever used.

jsonschema, which papermill, nbformat and Altair all load, loads rfc3987_syntax where it is
installed, whose grammar takes three to four seconds to build. Nothing here checks an IRI; so each
process pays for the grammar only once one is checked.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_SLOW, _USED = "rfc3987_syntax", "is_valid_syntax"


def put_off() -> None:
    """Stand in for the grammar until it is used; does nothing where it is loaded or not there."""
    if _SLOW in sys.modules or find_spec(_SLOW) is None:
        return
    stand_in = ModuleType(_SLOW, "Loads the grammar when an IRI is checked.")

    def is_valid_syntax(term: str, value: str) -> bool:
        if sys.modules.get(_SLOW) is stand_in:
            del sys.modules[_SLOW]
        found: bool = getattr(import_module(_SLOW), _USED)(term=term, value=value)
        return found

    setattr(stand_in, _USED, is_valid_syntax)
    sys.modules[_SLOW] = stand_in
