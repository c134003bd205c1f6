"""One plain address is one; everything a mail program or a URL could read as more is none."""

import pytest

from workbench.model.address import is_plain_address


@pytest.mark.parametrize(
    "text",
    [
        "li.na@example.com", "o'brien@example.com", "r01+reviews@mail.example.co.uk", "a_b@x-y.io",
        "lina@xn--fsqu00a.xn--0zwm56d", f"{'a' * 64}@example.com",
    ],
)  # fmt: skip
def test_a_plain_address(text):
    assert is_plain_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "r01", "r01@", "@example.com", "r01@localhost", "a@b@example.com", "a..b@example.com",
        ".a@example.com", "a.@example.com", "-oQ@example.com", "a@-x.com", "a@x-.com", "a@x.com.",
        "a,b@example.com", "a@example.com,b@example.com", "a@example.com;b@example.com",
        "a b@example.com", " a@example.com", "a@example.com\n", "a@example.com\r\nBcc: b@x.com",
        "a\tb@example.com", "Li Na <a@example.com>", '"a b"@example.com', "a@[127.0.0.1]",
        "a@example.com&bcc=b@x.com", "a@example.com?cc=b", "a#@example.com", "a%40x@example.com",
        "a/b@example.com", "a:b@example.com", "a\\@example.com", "a\x00@example.com",
        "李娜@example.com", "lina@例子.中国", "a\u202e@example.com", "ａ@example.com",
        f"{'a' * 65}@example.com", f"a@{'x.' * 130}com",
    ],
)  # fmt: skip
def test_no_plain_address(text):
    assert not is_plain_address(text)
