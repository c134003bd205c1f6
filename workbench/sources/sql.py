"""How SQL writes a text and a name."""


def quoted(text: str) -> str:
    """Write a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def named(name: str) -> str:
    """Write the name of a column or table as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
