"""The tables of docs/privacy.md, read cell by cell, and the people their rows speak of."""

from pathlib import Path

from workbench.store import Actor

FILE = Path(__file__).parents[2] / "docs" / "privacy.md"
# Each row's people, with what they are not: a role alone makes nobody part of a review
PEOPLE = {
    "rep": [Actor("ana", "rep")],
    "manager": [Actor("mia", "manager")],
    "delegate": [Actor("lea", "manager")],
    "upper manager": [Actor("max", "manager"), Actor("gil", "manager")],
    "sales ops": [Actor("O1", "sales_ops"), Actor("ana", "sales_ops"), Actor("mia", "sales_ops")],
    "HR": [Actor("H1", "hr"), Actor("ana", "hr"), Actor("mia", "hr")],
    "another rep": [Actor(name, "rep") for name in ("bo", "mia", "lea", "max", "")],
    "another manager": [Actor(name, "manager") for name in ("kim", "ana", "")],
    "finance": [Actor(name, "finance") for name in ("F1", "ana", "mia", "max")],
    "support": [Actor(name, "support") for name in ("S1", "ana", "mia", "max")],
    "program": [Actor.program(name) for name in ("awards", "ana", "mia", "hr")],
}


def table(heading):
    """Read the table below a heading: its cells by first column, who, and the head of a column.

    A row may speak of several people at once; no cell may be told twice.
    """
    _before, _heading, rest = FILE.read_text(encoding="utf-8").partition(f"### {heading}\n")
    lines = [line for line in rest.partition("\n#")[0].splitlines() if line.startswith("|")]
    found = {}
    for line in lines:
        what, several, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        if several == "who":
            head = cells
            continue
        for who in several.split(", ") if set(several) != {"-"} else ():
            for name, cell in zip(head, cells, strict=True):
                assert (what, who, name) not in found, f"{what}, {who}, {name} is told twice"
                found[what, who, name] = cell
    return found
