"""Who somebody is, one header of the proxy says: anything near it names nobody."""

import pytest
from hostile import WHO, Visitor

NOBODY = (401, 403)
PAGE = "/rep_review?rep=R12"
# Each is a whole set of lines of a request; R12's page is asked for, so a guess would start it
FORGED = (
    b"",
    b"X-Forwarded-User: \r\n",
    b"X-Forwarded-User:\t \t\r\n",
    b"X-Forwarded-User: R12\r\nX-Forwarded-User: R12\r\n",
    b"X-Forwarded-User: R12\r\nx-forwarded-user: R13\r\n",
    b"X-Forwarded-User: R13\r\nX-FORWARDED-USER: R12\r\n",
    b"X-Forwarded-User: R12, R12\r\n",
    b"X-Forwarded-User: R12,\r\n",
    b"X-Forwarded-User: R13,R12\r\n",
    b"X-Forwarded-User: r12\r\n",
    b"X-Forwarded-User: R 12\r\n",
    b"X-Forwarded-User: R12;R13\r\n",
    b'X-Forwarded-User: "R12"\r\n',
    b"X-Forwarded-User: R%312\r\n",
    b"X-Forwarded-User: R12%00\r\n",
    b"X-Forwarded-User: R12:hr\r\n",
    b"X-Forwarded-User: M01:manager\r\n",
    b"X-Forwarded-User: ops:sales_ops\r\n",
    b"X-Forwarded-User: program\r\n",
    b"X-Forwarded-User: pay:program\r\n",
    b"X-Forwarded-User: OPS\r\n",
    b"X-Forwarded-User: Dina Egge\r\n",
    b"X-Forwarded-User: *\r\n",
    b"X-Forwarded-User: \xef\xbc\xb2\xef\xbc\x91\xef\xbc\x92\r\n",  # full width R12
    b"X-Forwarded-User: R12\xc2\xa0\r\n",
    b"X-Forwarded-User: R12\xe2\x80\x8b\r\n",
    b"X-Forwarded-User: \xd0\xaf12\r\n",
    b"X-Forwarded-User: \xff\xfe\r\n",
    b"X_Forwarded_User: R12\r\n",
    b"X-Forwarded_User: R12\r\n",
    b"X-Forwarded-User : R12\r\n",
    b"X-Forwarded-Users: R12\r\n",
    b"X-Remote-User: R12\r\nRemote-User: R12\r\nX-User: R12\r\n",
    b"Authorization: token R12\r\n",
    b"Authorization: Basic UjEyOlIxMg==\r\n",
    b"Cookie: username=R12; X-Forwarded-User=R12; user=R12\r\n",
)
# Said about the line by whom nobody asked: they do not make another machine the proxy, or R12
BESIDE = (
    b"X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-User: mallory\r\n",
    b"X-Real-Ip: 127.0.0.1\r\nX-Forwarded-User: mallory\r\n",
    b"X-Workbench-Actor: R12:rep\r\n",
    b"X-Workbench-Actor: M01:hr\r\nX-Forwarded-User: mallory\r\n",
)


def request(served, lines, path=PAGE):
    host = served.base.split("/")[2].encode()
    told = b"GET " + path.encode() + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n"
    return Visitor(served.base).raw(told + lines + b"\r\n", 30)


@pytest.mark.parametrize("lines", [*FORGED, *BESIDE])
def test_a_header_that_is_not_plainly_the_proxys_names_nobody(shared, kernels, lines):
    before = kernels()

    answer = request(shared, lines)

    head, _, body = answer.partition(b"\r\n\r\n")
    assert not head or int(head.split()[1]) in (400, *NOBODY)
    assert b"Bela" not in body
    assert b"Zq-" not in body
    assert kernels() <= before


@pytest.mark.parametrize("lines", [b"X-Forwarded-User: R12 \r\n", b"x-forwarded-USER:R12\r\n"])
def test_the_name_of_a_header_has_no_case_and_blanks_around_its_value_are_none(shared, lines):
    """As HTTP has it: so these are R12, who may not read R13."""
    assert b" 200 " in request(shared, lines, "/").partition(b"\r\n")[0]
    assert b" 403 " in request(shared, lines, "/rep_review?rep=R13").partition(b"\r\n")[0]


@pytest.fixture(scope="module")
def elsewhere(town_with, serving):
    """A server whose proxy stands on another machine than the one that asks here."""
    folder = town_with(NO_PROXY_HERE)
    return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)


NO_PROXY_HERE = """
[serve]
identity = "header"
proxies = ["10.9.8.7"]
sales_ops = ["ops"]
hosts = ["127.0.0.1", "reviews.example.com"]
"""


@pytest.mark.parametrize("who", ["R12", "ops"])
@pytest.mark.parametrize("path", ["/", PAGE])
def test_a_header_from_an_address_that_is_no_proxy_counts_for_nothing(elsewhere, who, path):
    answer = Visitor(elsewhere.base, who).ask(path, X_Forwarded_For="10.9.8.7")

    assert answer.status in NOBODY
    assert "Bela" not in answer.body


@pytest.mark.parametrize(
    "query",
    ["&as=M01:manager", "&actor=M01:manager", "&actor=R13:rep", "&surface=live&as=hrx:hr",
     "&X-Workbench-Actor=M01:manager", "&HTTP_X_WORKBENCH_ACTOR=M01:manager", "&as=pay:program"],
)  # fmt: skip
def test_an_address_does_not_say_as_whom_one_acts(as_, query):
    """R13 waits for the manager, whose words the rep may not read yet; nor is R12 M01."""
    refused = as_("R12").ask(f"/write_review?rep=R13{query}")

    assert refused.status in (400, *NOBODY)
    assert not refused.words


@pytest.mark.slow
def test_neither_address_nor_header_makes_a_rep_the_manager(as_):
    """All at once, on the own page: it opens as the rep's, with the rep's words alone."""
    visitor = as_("R13")
    more = "&as=M01:manager&actor=M01:manager&HTTP_X_WORKBENCH_ACTOR=M01:manager"
    answer = visitor.ask(
        f"/write_review?rep=R13&lang=en{more}", X_Workbench_Actor="M01:manager",
        Query_String="actor=M01:manager", Http_X_Workbench_Actor="M01:manager",
    )  # fmt: skip
    if answer.status == 400:
        return
    line = visitor.line(answer.kernel, X_Workbench_Actor="M01:manager")
    line.states()
    line.close()

    heard = line.heard.decode(errors="replace")
    assert "Zq-R13-rep" in heard
    assert "Zq-R13-manager" not in heard
    assert WHO not in heard
