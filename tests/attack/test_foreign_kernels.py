"""A kernel belongs to who opened its page: others cannot read, type into, ask after or end it."""

import pytest
from attacked_company import planted
from looking import leave

OTHERS = (None, "mallory", "R13", "R20", "M01", "M00", "ops", "hrx", "fin", "sup", "r12", "R12,R12")
MADE_UP = "2|00000000|00000000000000000000000000000000|1700000000"  # a cookie and a header alike


@pytest.fixture(scope="module")
def owner(as_):
    return as_("R12")


@pytest.fixture(scope="module")
def kernel(owner):
    """The kernel of a form that R12 has open."""
    return owner.ask("/write_review?rep=R12&lang=en").kernel


@pytest.fixture(scope="module")
def line(owner, kernel):
    """R12's own socket to it."""
    opened = owner.line(kernel)
    yield opened
    opened.close()


def still_answers(line):
    return planted("R12", "rep") in str(line.states())


@pytest.mark.parametrize("who", OTHERS)
def test_no_other_visitor_reads_the_widgets_of_an_open_page(as_, kernel, who):
    assert not as_(who).is_let_in(kernel)


def test_no_other_visitor_types_into_an_open_form(as_, line, kernel, told):
    models = line.states()
    area = next(
        model
        for model, each in models.items()
        if each["state"].get("value") == planted("R12", "rep")
    )
    for who in OTHERS:
        thief = as_(who)
        if thief.is_let_in(kernel):
            forged = thief.line(kernel)
            forged.type(area, "Zq-forged-word")
            forged.hear(4)
            forged.close()

    assert told("SELECT * FROM audit WHERE after LIKE '%forged%'") == []
    assert "forged" not in str(line.states())


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/kernels/{}", ""),
        ("DELETE", "/api/kernels/{}", ""),
        ("POST", "/api/kernels/{}/interrupt", ""),
        ("POST", "/api/kernels/{}/restart", ""),
        ("POST", "/voila/api/shutdown/{}", ""),
        ("POST", "/alive", "{}"),
        ("POST", "/closed", "{}"),
    ],
)
def test_no_other_visitor_asks_after_a_kernel_or_ends_it(as_, line, kernel, method, path, body):
    for who in OTHERS:
        thief = as_(who)
        thief.ask("/")  # brings the cookie that a page of one's own brings
        thief.cookies.setdefault("_xsrf", MADE_UP)
        answer = thief.ask(path.format(kernel), method, body.format(kernel))
        assert answer.status in (401, 403, 404, 405), who

    assert still_answers(line)


def test_a_kernel_that_is_not_there_is_refused_as_one_of_somebody_else(as_, line, kernel):
    made_up = "00000000-0000-4000-8000-000000000000"
    thief = as_("R13")

    for path in ("/api/kernels/{}", "/api/kernels/{}/channels"):
        foreign, none = thief.ask(path.format(kernel)), thief.ask(path.format(made_up))
        assert (foreign.status, foreign.body) == (none.status, none.body)
    for path in ("/alive", "/closed"):
        foreign, none = thief.post(path, kernel), thief.post(path, made_up)
        assert (foreign.status, foreign.body) == (none.status, none.body)
    assert still_answers(line)


def test_a_page_is_nobody_elses_before_its_own_socket_comes_nor_after_it_left(as_):
    owner = as_("R13")
    kernel = owner.ask("/write_review?rep=R13&lang=en").kernel
    assert kernel
    assert not as_("R12").is_let_in(kernel)

    owner.line(kernel).close()
    assert not as_("R12").is_let_in(kernel)
    leave(owner, kernel)
    assert not as_("R12").is_let_in(kernel)
