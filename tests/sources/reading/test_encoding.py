"""Encodings: read where one reading is clearly right, asked for where two are open."""

import pytest

from workbench.errors import SourceError


def _people(*names):
    return "id,name\n" + "".join(f"{n},{name}\n" for n, name in enumerate(names))


@pytest.mark.parametrize(
    ("names", "encoding", "decided"),
    [
        (["安娜"], "utf-8-sig", "utf-8"),
        (["安娜"], "utf-16", "utf-16-le"),
        (["安娜"], "utf-16-le", "utf-16-le"),
        (["Ana", "Bo"], "utf-16-be", "utf-16-be"),
        (["安娜"], "gb18030", "gb18030"),
        (["李强", "商务谈判", "周洁"], "gbk", "gb18030"),
        (["陳大文", "王小明", "業務部"], "big5", "big5"),
        (["すずき", "たなか", "カタカナ"], "cp932", "cp932"),
        (["Jörg Müller", "Jürgen Köhler"], "cp1252", "cp1252"),
        (["José", "Hélène"], "latin-1", "cp1252"),
        (["Größe", "€ 100", "don’t"], "cp1252", "cp1252"),
        (["Иванов Иван", "Петрова Анна"], "cp1251", "cp1251"),
        (["Paweł", "Łukasz Wójcik", "Michał Dąb"], "cp1250", "cp1250"),
    ],
)
def test_names_are_read_as_they_were_written(read, names, encoding, decided):
    found = read(_people(*names).encode(encoding))

    assert [row[1] for row in found.rows] == names
    assert found.decided["encoding"] == f'"{decided}"'


def test_two_likely_readings_are_shown_and_asked_for(read):
    with pytest.raises(SourceError) as refusal:
        read(_people("Søren").encode("cp1252"))

    said = str(refusal.value)
    assert "byte 0xf8 in line 2" in said
    assert "cp1252 it reads 'Søren'" in said
    assert "cp1250 it reads 'Sřren'" in said
    assert 'encoding = "cp1252"' in said
    assert 'encoding = "cp1250"' in said


def test_korean_is_not_taken_for_chinese(read):
    with pytest.raises(SourceError, match='encoding = "euc_kr"'):
        read(_people("김철수", "이영희", "박민수", "서울특별시").encode("euc_kr"))


def test_what_was_asked_for_is_read_when_told(read):
    found = read(_people("Søren").encode("cp1252"), encoding="cp1252")

    assert found.rows == [["0", "Søren"]]
    assert found.told == {"encoding"}


def test_a_stray_byte_in_utf8_is_named_with_its_line(read):
    with pytest.raises(SourceError, match="UTF-8 but for byte 0xff in line 4"):
        read(_people("安娜", "x").encode() + b"7,\xff\n")


def test_a_wrong_told_encoding_names_byte_and_line(read):
    with pytest.raises(SourceError, match=r"not written in utf-8: byte 0xe9 in line 2"):
        read(_people("José").encode("latin-1"), encoding="utf-8")


def test_an_encoding_that_does_not_exist_is_refused(read):
    with pytest.raises(SourceError, match="no encoding 'utf-9'"):
        read("id\n1\n", encoding="utf-9")


@pytest.mark.parametrize("told", ["base64", "rot13", "idna", "punycode", "undefined"])
def test_what_is_no_encoding_of_text_is_refused(read, told):
    with pytest.raises(SourceError):
        read("id,name\n1,x\n", encoding=told)


def test_a_byte_far_down_decides_too(read):
    rows = "".join(f"{n},plain\n" for n in range(200_000))
    found = read(("id,name\n" + rows + "x,李强\ny,陈浩\n").encode("gb18030"))

    assert found.rows[-1] == ["y", "陈浩"]
