"""Tables under headings, as the inbox, the overview and the registers show them."""

from workbench.page.cells import Link
from workbench.widgets.listed import listed


def test_a_table_stands_under_its_title_and_of_none_it_is_said():
    told = listed([("To do", ["What", "Where"], [["Sign <it>", Link("a.ipynb", "open")]]),
                   ("Done", ["What"], [])], "en")  # fmt: skip
    shown = told.partition("</style>")[2]

    assert shown.startswith('<div class="wb"><h3>To do</h3>')
    assert ">Sign &lt;it&gt;</td>" in shown
    assert '<a href="a.ipynb">open</a>' in shown
    assert shown.endswith('<h3 class="later">Done</h3><p class="dim">Nothing here yet.</p></div>')
