"""Every sentence of both languages reads well at its edges: none, one, many, absent, negative."""

import re

import pytest

from tests.every_sentence import NAME, Sentence, page, sentences, ways
from workbench import i18n

HAN = "[\u4e00-\u9fff]"
# What reps, managers and directors read; other files are for sales ops, pages and terminals
DOCUMENTS = {
    "calibration", "coaching", "fairness", "forms", "growing", "incentives", "ledger", "metrics",
    "pay", "promises", "review", "spoken", "team",
}  # fmt: skip
FOR_OPS = ("mend-", "fair-impact-map", "cycle-back", "team-blocked-empty", "team-recognised-empty")
# Pieces that go between or behind other words, whose blank is part of them
PIECES = {
    "explore-map-unplaced", "explore-ranking-more", "explore-ranking-today", "import-sums",
    "incentive-and", "incentive-colon", "publish-waits-colon", "publish-waits-comma",
    "quality-and-more", "quality-columns-more",
}  # fmt: skip
ALIGNED = ("security-", "proposal-choice")  # columns of a terminal, and lines of a file
# Ways no caller asks for, since it says another sentence then, or nothing
NEVER = {
    "calibration-open": lambda told: not told["n"],
    "commitments-all-open": lambda told: not told["n"] or not told["overdue"],
    "competence-finding-advised": lambda told: not (told["cases"] and told["courses"]),
    "goals-finding": lambda told: (
        not told["n"] or (told["met"] == "some" and not 0 < told["count"] < told["n"])
    ),
    "mail-reminder-group-subject": lambda told: not told["n"],
    "mail-support-group-subject": lambda told: not told["n"],
    "problems-lost": lambda told: not told["n"],
    "problems-lost-unknown": lambda told: not told["n"],
    "team-announced": lambda told: not told["n"] and not told["positions"],
    "team-blocked": lambda told: not told["n"] or not told["owners"],
    "team-recognised": lambda told: not told["awards"] and not told["praise"],
    "values-finding-told": lambda told: told["evidence"] < max(told["n"], 1),
}
DOUBLE = re.compile(
    r"[。，；：、]{2}|[。，；：、][.,;:]|[.,;:][。，；：、]|,,|;;|(?<!\.)\.\.(?![.\d])|[.;:],|\.;"
    r"|\S  \S"
)
KINDS = {
    "a variable that nobody filled": re.compile(r"\{ ?\$|\$\w+ ?\}"),
    "a sign that keeps directions apart": re.compile("[\u2066-\u2069]"),
    "half-width punctuation between Chinese": re.compile(rf"{HAN}[,;:!?()]{HAN}"),
}
EDGES = re.compile(r"^\s|\s$")  # also no-break spaces
KEY = re.compile(r"\b(?!as_of\b)[a-z]+_[a-z_]+\b")
NOTHING = {"zh": re.compile(r"(?<![\d.])0 ?[项条份个]"), "en": re.compile(r"(?<![\d.])0 [a-z]+s\b")}
ONE = re.compile(r"(?<![\d.,–−-])1 (?!is\b|keeps\b|means\b)[a-z]+s\b")


def told_in_both(key, values):
    return {lang: i18n.message(key, lang, **values) for lang in i18n.LANGS}


@pytest.fixture(scope="module")
def every():
    """Every sentence with all its ways, in both languages."""
    return [
        (
            sentence,
            values,
            {lang: i18n.message(sentence.key, lang, **values) for lang in i18n.LANGS},
        )
        for sentence in sentences()
        for values in ways(sentence)
        if not NEVER.get(sentence.key, lambda _told: False)(values)
    ]


def found(every, pattern, *, lang=None, where=lambda _sentence: True):
    """List the sentences in which a pattern is found."""
    return sorted({
        f"{sentence.key}: {text}"
        for sentence, _values, told in every
        if where(sentence)
        for written_in, text in told.items()
        if lang in (None, written_in) and pattern.search(text)
    })  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_holds(every, kind):
    assert found(every, KINDS[kind]) == []


def test_no_sentence_stops_twice(every):
    assert found(every, DOUBLE, where=lambda each: not each.key.startswith(ALIGNED)) == []


def test_no_sentence_begins_or_ends_with_a_blank(every):
    assert found(every, EDGES, where=lambda each: each.key not in PIECES) == []


def test_one_is_not_said_as_many(every):
    assert found(every, ONE, lang="en") == []


def test_documents_name_no_key_of_the_program(every):
    def is_read_by_a_rep(each):
        return each.file in DOCUMENTS and not each.key.startswith(FOR_OPS)

    assert found(every, KEY, where=is_read_by_a_rep) == []


@pytest.mark.parametrize("lang", i18n.LANGS)
def test_what_counts_none_is_not_listed(every, lang):
    """Of a sentence that counts several things, or that says otherwise where there is none."""

    def lists(each):
        return each.file in DOCUMENTS and sum(0 in edges for edges in each.edges.values()) > 1

    assert found(every, NOTHING[lang], lang=lang, where=lists) == []


def test_a_name_is_printed_whole(every):
    for sentence, values, told in every:
        if NAME in values.values():
            for text in told.values():
                assert "欧阳" not in text.replace(NAME, ""), sentence.key


def test_the_page_shows_each_sentence_in_both_languages():
    made = page()

    assert "<th colspan=2>review: results-name</th>" in made
    assert "<td>业绩结果</td><td>Results</td>" in made
    assert made.count("<th") == len(sentences())


def test_a_bad_sentence_is_found():
    """The checks see what they are for."""
    bad = Sentence("bad", "review", {"n": (0, 1)})
    told = [(bad, {}, {"zh": " 承诺,未完成 0 项。。", "en": "1 rows of won_deals { $n }\u2068"})]

    for kind in KINDS.values():
        assert found(told, kind)
    for pattern in (DOUBLE, EDGES, KEY, NOTHING["zh"], ONE):
        assert found(told, pattern)
