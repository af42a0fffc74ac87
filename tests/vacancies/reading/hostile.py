"""Files that nobody should have to read."""

import io
import zipfile
from functools import cache

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
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES
from vacancies.reading.word import NO_TEXT, TOO_LONG

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def declared(xml: bytes, head: bytes) -> bytes:
    return head + xml[xml.index(b"?>") + 2 :]


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


def with_deep_tables(xml: bytes) -> bytes:
    """Return a document with tables that stand inside each other 100 deep."""
    tables = b"<w:tbl><w:tr><w:tc>" * 100 + b"</w:tc></w:tr></w:tbl>" * 100
    return xml.replace(b"</w:body>", tables + b"</w:body>")


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    """Return each file with the beginning of its sentence, by the name of its kind."""
    good = old_job()
    bomb = with_more(good, ("word/media/zeros.bin", bytes(package.LARGEST_UNPACKED + 1)))
    ratio = with_more(good, ("word/media/zeros.bin", bytes(20 * 1024 * 1024)))
    many = with_more(good, *((f"word/{n}.bin", b"") for n in range(package.MOST_PARTS)))
    big_part = changed(good, {MAIN: lambda xml: xml + b" " * package.LARGEST_PART})
    return {
        "empty": (b"", package.EMPTY),
        "over 5 MB": (b"PK" + bytes(package.LARGEST_FILE), package.TOO_LARGE),
        "old .doc or a password": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            package.OLD_OR_LOCKED,
        ),
        "encrypted zip": (encrypted(), package.OLD_OR_LOCKED),
        "rich text": (b"{\\rtf1 hello}", package.RICH_TEXT),
        "picture": (b"\x89PNG\r\n", package.NOT_WORD),
        "zip of something else": (zip_of(readme=b"hello"), package.NOT_WORD),
        "spreadsheet": (
            zip_of(**{"[Content_Types].xml": b"<Types>spreadsheetml</Types>"}),
            package.NOT_WORD,
        ),
        "cut in the middle": (good[: len(good) // 2], package.DAMAGED),
        "broken XML": (changed(good, {MAIN: lambda xml: xml[:-9]}), package.DAMAGED),
        "deep tables": (changed(good, {MAIN: with_deep_tables}), package.TOO_DEEP),
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
