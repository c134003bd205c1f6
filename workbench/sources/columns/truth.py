"""The words of zh, en and other languages of spreadsheets that say true or false."""

from workbench.sources.columns.sql import folded
from workbench.sources.sql import quoted

_WORDS = {
    True: ("true t yes y 1 1.0 on ja j wahr oui vrai si sí sim да 是 真 对 √ ✓ ✔ ☑ 有"),
    False: ("false f no n 0 0.0 off nein falsch non faux não нет 否 假 错 × ✗ ✘ ☐ 无"),
}
_WON = (
    "won,closed won,closed - won,closedwon,gewonnen,gagné,gagne,ganado,"
    "赢单,已赢,已赢单,已成交,成交,已签约"
)
_LOST = (
    "lost,closed lost,closed - lost,closedlost,verloren,perdu,perdido,"
    "输单,已输,已输单,丢单,已丢单,流失,失单"
)
_CLOSED = "closed,已关闭,关闭,已结束,geschlossen"  # which way, it does not say
_OWN = {  # columns that stages and states may fill
    "is_won": {True: _WON, False: _LOST},
    "is_closed": {
        True: f"{_WON},{_LOST},{_CLOSED}",
        False: "open,未关闭,进行中,打开,offen",  # codespell:ignore offen
    },
    "is_active": {True: "active,在职,有效,启用,aktiv", False: "inactive,离职,无效,停用,inaktiv"},
}


def truth(text: str, column: str) -> str:
    """Give SQL that reads true and false; NULL where a word says neither.

    Parameters
    ----------
    column
        Of the contract: `is_won` also reads Closed Won and 输单, `is_active` 在职.
    """
    cases = [
        f"WHEN w IN ({', '.join(map(quoted, known))}) THEN {is_true}"
        for is_true, known in words_of(column).items()
    ]
    word = f"lower({text})"
    return f"list_transform([{word}], lambda w: CASE {' '.join(cases)} END)[1]"


def words_of(column: str) -> dict[bool, list[str]]:
    """List the words, in small letters, that say true and those that say false in a column."""
    own = _OWN.get(column, {})
    return {
        is_true: [*words.split(), *filter(None, own.get(is_true, "").split(","))]
        for is_true, words in _WORDS.items()
    }


def outcome(text: str) -> str:
    """Give SQL that says what a stage's word tells of a deal: won, lost or closed; else NULL.

    Underscores stand for blanks: closed_won is Closed Won. Words that only mean yes or no (1, ja)
    tell nothing here.
    """
    told = {"won": _WON, "lost": _LOST, "closed": _CLOSED}
    cases = [
        f"WHEN w IN ({', '.join(map(quoted, words.split(',')))}) THEN {quoted(name)}"
        for name, words in told.items()
    ]
    word = f"trim(replace(lower({folded(text)}), '_', ' '))"
    return f"list_transform([{word}], lambda w: CASE {' '.join(cases)} END)[1]"
