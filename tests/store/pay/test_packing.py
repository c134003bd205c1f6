"""Texts are kept byte for byte, and their first line is read without the rest."""

import pytest

from workbench.store.pay.packing import pack, unpack, unpack_line

LONG = "".join(f"{number}" for number in range(60_000))


@pytest.mark.parametrize(
    "text",
    ["", "汉", "a\nb\nc", "\nb", f"{LONG}\n{LONG}", LONG, "x" * 400_000, f"{'汉' * 99_999}\n"],
)
def test_a_text_and_its_first_line(text):
    packed = pack(text)

    assert unpack(packed) == text
    assert unpack_line(packed) == text.partition("\n")[0]
