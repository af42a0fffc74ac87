"""Files that are not what they say, or that mean harm: one clear sentence each."""

import pytest

from tests.vacancies.reading.build import MAIN, changed, old_job, with_more, word
from tests.vacancies.reading.hostile import hostile
from vacancies.reading import package
from vacancies.reading.old_job import ReadingError
from vacancies.reading.package import checked
from vacancies.reading.word import read_word


def hidden_in_utf7(_: bytes) -> bytes:
    inside = '<!DOCTYPE w [<!ENTITY x "y">]><w/>'.encode("utf-7")
    hidden = inside.replace(b"<", b"+ADw-").replace(b"!", b"+ACE-")
    return b'<?xml version="1.0" encoding="UTF-7"?>' + hidden


def refusal(data: bytes) -> str:
    with pytest.raises(ReadingError) as refused:
        read_word(data)
    return str(refused.value)


@pytest.mark.wide
def test_a_hostile_file_gets_one_sentence():
    files = hostile()
    said = {name: refusal(data) for name, (data, _) in files.items()}
    wrong = {
        name: words
        for name, words in said.items()
        if "\n" in words or not words.startswith(files[name][1])
    }
    assert wrong == {}
    assert len(said) > 20


def test_a_declaration_hidden_by_its_encoding_is_refused():
    with pytest.raises(ReadingError):
        checked(changed(old_job(), {MAIN: hidden_in_utf7}))


def test_a_good_file_passes_unchanged():
    data = old_job()
    assert checked(data) == data


def test_deep_nesting_is_refused_and_does_not_crash():
    deep = "<w:tbl><w:tr><w:tc>" * 400 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 400
    data = changed(
        old_job(), {MAIN: lambda xml: xml.replace(b"<w:p>", deep.encode() + b"<w:p>", 1)}
    )
    with pytest.raises(ReadingError):
        read_word(data)


def test_what_stands_outside_is_never_fetched(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something outside was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    relation = (
        b'<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/%s" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    )
    for kind in (b"attachedTemplate", b"image", b"header", b"footnotes"):
        data = changed(
            old_job(),
            {
                "word/_rels/document.xml.rels": lambda xml, kind=kind: xml.replace(
                    b"</Relationships>", relation % kind
                )
            },
        )
        assert read_word(data).blocks


@pytest.mark.parametrize("name", ["word/extra.xml", "word/EXTRA.XML"])
def test_a_part_that_is_too_large_is_refused_whatever_its_name_looks_like(monkeypatch, name):
    data = with_more(word("Librarian"), (name, b"<a>" + b" " * 60_000 + b"</a>"))
    assert checked(data) == data
    monkeypatch.setattr(package, "LARGEST_PART", 60_000)
    with pytest.raises(ReadingError):
        checked(data)


def test_a_part_that_nests_too_deep_is_refused():
    deep = b"<a>" * 300 + b"</a>" * 300
    with pytest.raises(ReadingError):
        checked(with_more(word("Librarian"), ("word/extra.xml", deep)))
