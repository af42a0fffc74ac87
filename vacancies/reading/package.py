"""Check that a file is a Word document that is safe to open.

A .docx is a zip of XML parts. Before anything is unpacked, the zip's own directory shows how large
the contents would be. Before a part is used, it is searched for a document type declaration, which
entity attacks need and no Word document has.
"""

import io
import re
import zipfile

from lxml import etree

from kls_portal.file_size import LARGEST_FILE
from vacancies.reading.old_job import TOO_LARGE, ReadingError

LARGEST_UNPACKED = 60 * 1024 * 1024
LARGEST_PART = 12 * 1024 * 1024
MOST_PARTS = 1_000
GREATEST_RATIO = 100
RATIO_MATTERS_FROM = 1024 * 1024

SAVE_AS_DOCX = "Open it in Word, save it as “Word document (.docx)” and choose that file."
EMPTY = "The file is empty. Choose another file, or paste the text instead."
NOT_WORD = f"This is not a Word document. {SAVE_AS_DOCX}"
RICH_TEXT = f"This is a rich text file. {SAVE_AS_DOCX}"
OLD_OR_LOCKED = (
    "The file is protected by a password or in the old .doc format. "
    "Save it without a password as “Word document (.docx)”."
)
MACROS = f"The file contains macros, which the portal does not open. {SAVE_AS_DOCX}"
DAMAGED = f"The file is damaged and cannot be read. {SAVE_AS_DOCX}"
TOO_DEEP = "In this file too many tables stand inside each other. Paste its text instead."
UNPACKS_TOO_MUCH = "The file contains far more than a job description. Paste its text instead."
UNSAFE = "The file contains instructions that Word never writes. Paste its text instead."

_OLE, _RTF, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK"
_XML = (".xml", ".rels")
_MAIN = b"wordprocessingml"
_MACRO = re.compile(rb"macroEnabled", re.IGNORECASE)


def checked(data: bytes) -> bytes:
    """Return `data` unchanged if it is a Word document that is safe to open.

    Raises ReadingError with one sentence otherwise.
    """
    _check_kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_contents(package.infolist())
            _check_types(package)
            for entry in package.infolist():
                if entry.filename.lower().endswith(_XML):
                    parsed(package.read(entry))
    except ReadingError:
        raise
    except Exception as problem:
        # On a damaged file, zipfile fails in many ways, and zlib and struct raise their own errors.
        raise ReadingError(DAMAGED) from problem
    return data


def parsed(part: bytes) -> etree._Element:
    """Return the root of an XML part. Raises ReadingError if it is damaged or declares a type."""
    plain = part.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise ReadingError(UNSAFE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as problem:
        raise ReadingError(TOO_DEEP if "depth" in str(problem) else DAMAGED) from problem
    # An unusual encoding can hide the declaration from the search above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadingError(UNSAFE)
    return root


def _check_kind(data: bytes) -> None:
    if not data:
        raise ReadingError(EMPTY)
    if len(data) > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    start = data.lstrip()[:8]
    if start.startswith(_OLE):
        raise ReadingError(OLD_OR_LOCKED)
    if start.startswith(_RTF):
        raise ReadingError(RICH_TEXT)
    if not data.startswith(_ZIP):
        raise ReadingError(NOT_WORD)


def _check_contents(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ReadingError(OLD_OR_LOCKED)
    if len(entries) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
        raise ReadingError(UNPACKS_TOO_MUCH)
    if unpacked > RATIO_MATTERS_FROM and unpacked / packed > GREATEST_RATIO:
        raise ReadingError(UNPACKS_TOO_MUCH)
    if any(e.file_size > LARGEST_PART and e.filename.lower().endswith(_XML) for e in entries):
        raise ReadingError(UNPACKS_TOO_MUCH)


def _check_types(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if "[Content_Types].xml" not in names:
        raise ReadingError(NOT_WORD)
    types = package.read("[Content_Types].xml")
    if _MACRO.search(types) or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ReadingError(MACROS)
    if _MAIN not in types:
        raise ReadingError(NOT_WORD)
