"""Every cell of every notebook, with every parameter, run as a kernel runs it."""

import ast
import re
from dataclasses import dataclass

import nbformat
from companies import ROOT, parameters

from workbench.errors import WorkbenchError

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
_PARAMETER = re.compile(r"^(\w+)\s*:", re.MULTILINE)
# Kept views are opened to explore; a session has two of its own
_VIEWS = {"coaching": ("desk", "present"), "explore": ("", "one", "two")}


@dataclass(frozen=True)
class Opening:
    """One notebook, run with some of its parameters given."""

    notebook: object
    given: dict

    @property
    def key(self):
        """Name the page."""
        return self.notebook.stem

    def __str__(self):
        told = ", ".join(f"{key}={value!r}" for key, value in self.given.items())
        return f"{self.notebook.stem}({told})"

    def __call__(self):
        """Run its cells; True when the page opened, False when it refused with a sentence."""
        names = {}
        try:
            for cell in _code(self.notebook):
                _run(cell.source, names)
                if "parameters" in cell.metadata.get("tags", ()):
                    names |= self.given
        except WorkbenchError:
            return False
        return True


def openings(asked, folder):
    """List a notebook's plain opening, then one for each other value of each parameter."""
    values = parameters(asked, folder)
    found = []
    for notebook in NOTEBOOKS:
        told = {name: _values(notebook, name, values) for name in taken(notebook)}
        plain = {name: each[0] for name, each in told.items()}
        found.append(Opening(notebook, plain))
        for name, each in told.items():
            found += [Opening(notebook, plain | {name: value}) for value in each[1:]]
    return found


def taken(notebook):
    """Name the parameters of a notebook."""
    return [name for cell in _code(notebook) if "parameters" in cell.metadata.get("tags", ())
            for name in _PARAMETER.findall(cell.source)]  # fmt: skip


_OVER_ALL = ("data_quality", "explore", "plan_lab")  # not for a manager, who comes first elsewhere


def _values(notebook, name, values):
    if name == "actor" and notebook.stem in _OVER_ALL:
        return ("", *reversed(values[name]))
    return _VIEWS[notebook.stem] if name == "view" else values[name]


def _code(notebook):
    return [cell for cell in nbformat.read(notebook, 4).cells if cell.cell_type == "code"]


def _run(source, names):
    """Run a cell, and draw what its last line gives."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if last is not None:
        _draw(eval(compile(ast.Expression(last.value), "cell", "eval"), names))


def _draw(shown):
    for name in ("_repr_mimebundle_", "_repr_html_"):
        if hasattr(shown, name):
            getattr(shown, name)()
            return
