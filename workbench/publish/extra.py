"""The libraries of the extra `formats`, loaded when a file is made that needs them."""

from importlib import import_module
from typing import Any

from workbench.errors import ParameterError
from workbench.i18n import error

_LINE = 'python -m pip install "rep-review-workbench[formats]"'


def library(name: str) -> Any:  # noqa: ANN401 (a module of a library without types)
    """Load a library.

    Raises
    ------
    ParameterError
        Where it is not installed; gives the line that installs it.
    """
    try:
        return import_module(name)
    except ImportError as reason:
        package = name.partition(".")[0]
        raise error(
            ParameterError, "refusal-extra-missing", library=package, line=_LINE
        ) from reason
