"""Ids of one person: each earlier one led to the id that stays."""

from collections.abc import Mapping


def ended(aliases: Mapping[str, str]) -> dict[str, str]:
    """Follow each alias to the id that stays.

    Raises
    ------
    ValueError
        When aliases lead in a circle, so that none stays; names it.
    """
    found = {}
    for old in aliases:
        way = [old]
        while way[-1] in aliases:
            following = aliases[way[-1]]
            if following in way:
                ring = " → ".join([*way[way.index(following) :], following])
                raise ValueError(
                    f"{ring} leads in a circle, so no id stays. Write the id to keep on the right "
                    "alone"
                )
            way.append(following)
        found[old] = way[-1]
    return found
