"""Files that are not what they say, or that mean harm: one clear sentence each."""

import io
import zipfile

import pytest

from tests.vacancies.reading.build import (
    MAIN,
    body_of,
    changed,
    old_job,
    rewritten,
    with_more,
    word,
)
from vacancies.reading import package
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, ReadingError
from vacancies.reading.package import checked
from vacancies.reading.word import NO_TEXT, TOO_LONG, read_word

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def declared(xml: bytes, head: bytes) -> bytes:
    return head + xml[xml.index(b"?>") + 2 :]


def hidden_in_utf7(_: bytes) -> bytes:
    inside = '<!DOCTYPE w [<!ENTITY x "y">]><w/>'.encode("utf-7")
    hidden = inside.replace(b"<", b"+ADw-").replace(b"!", b"+ACE-")
    return b'<?xml version="1.0" encoding="UTF-7"?>' + hidden


def in_utf16(xml: bytes) -> bytes:
    text = declared(xml, DOCTYPE).decode().replace('"1.0"?', '"1.0" encoding="UTF-16"?')
    return text.encode("utf-16")


def zip_of(**parts: bytes) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return body.getvalue()


def macros(name: str, part: bytes) -> bytes:
    plain, with_macros = b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    return part.replace(plain, with_macros) if name == "[Content_Types].xml" else part


def encrypted() -> bytes:
    """The bit of every entry that says it is encrypted, in its own header and in the list."""
    data = bytearray(old_job())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def hostile() -> dict[str, tuple[bytes, str]]:
    good = old_job()
    bomb = with_more(good, ("word/media/zeros.bin", bytes(package.LARGEST_UNPACKED + 1)))
    ratio = with_more(good, ("word/media/zeros.bin", bytes(20 * 1024 * 1024)))
    many = with_more(good, *((f"word/{n}.bin", b"") for n in range(package.MOST_PARTS)))
    big_part = changed(good, {MAIN: lambda xml: xml + b" " * package.LARGEST_PART})
    return {
        "empty": (b"", package.EMPTY),
        "over 5 MB": (b"PK" + bytes(package.LARGEST_FILE), package.TOO_LARGE),
        "renamed PDF": (b"%PDF-1.7\n...", "This is a PDF, whatever its name says."),
        "old .doc or a password": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            package.OLD_OR_LOCKED,
        ),
        "encrypted zip": (encrypted(), package.OLD_OR_LOCKED),
        "rich text": (b"{\\rtf1 hello}", "This is a rich text file."),
        "picture": (b"\x89PNG\r\n", package.NOT_WORD),
        "zip of something else": (zip_of(readme=b"hello"), package.NOT_WORD),
        "spreadsheet": (
            zip_of(**{"[Content_Types].xml": b"<Types>spreadsheetml</Types>"}),
            package.NOT_WORD,
        ),
        "cut in the middle": (good[: len(good) // 2], package.DAMAGED),
        "broken XML": (changed(good, {MAIN: lambda xml: xml[:-9]}), package.DAMAGED),
        "no document in it": (
            rewritten(good, lambda n, p: b"<a/>" if n == "_rels/.rels" else p),
            package.DAMAGED,
        ),
        "zip bomb": (bomb, package.UNPACKS_TOO_MUCH),
        "great ratio": (ratio, package.UNPACKS_TOO_MUCH),
        "many parts": (many, package.UNPACKS_TOO_MUCH),
        "one great part": (big_part, package.UNPACKS_TOO_MUCH),
        "outside entity": (
            changed(good, {MAIN: lambda xml: declared(xml, DOCTYPE)}),
            package.UNSAFE,
        ),
        "many laughs": (changed(good, {MAIN: lambda xml: declared(xml, LAUGHS)}), package.UNSAFE),
        "entity in another part": (
            changed(good, {"word/styles.xml": lambda xml: declared(xml, DOCTYPE)}),
            package.UNSAFE,
        ),
        "entity in UTF-16": (changed(good, {MAIN: in_utf16}), package.UNSAFE),
        "macros by type": (rewritten(good, macros), package.MACROS),
        "macros by name": (with_more(good, ("word/vbaProject.bin", b"x")), package.MACROS),
        "200 pages": (word(*(["word " * 1000] * (LONGEST_TEXT // 5000 + 2))), TOO_LONG),
        "many lines": (body_of("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * (MOST_LINES + 1)), TOO_LONG),
        "no text": (word(""), NO_TEXT),
    }


HOSTILE = hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_sentence(name):
    data, sentence = HOSTILE[name]
    with pytest.raises(ReadingError) as refused:
        read_word(data)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


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
