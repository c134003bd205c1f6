"""A board as parts of a page."""

from workbench.review.growing.board import Board, part


def test_a_board_says_on_its_page_what_it_says_in_a_terminal():
    rows = [["Ana", "2026-10-01", "a sentence longer than a day"]]
    told = part("Courses", ["Who", "When", "What"], rows, "of six", figures=[1], said="Two moved.")
    board = Board("Growth <north>", "en", (told, part("Nothing", [], [])), "since May")

    assert board.html.startswith('<section class="wb" lang="en"><h2>Growth &lt;north&gt;</h2>')
    assert '<span class="day">2026-10-01</span>' in board.html
    assert ">a sentence longer than a day</td>" in board.html
    for words in ("since May", "Courses", "Two moved.", "of six", "Nothing"):
        assert words in board.html
        assert words in board.text()
    assert board.html.count("<table") == 1
