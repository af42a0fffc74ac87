"""An archive reads as it was written, and what somebody made by hand gets one clear sentence."""

import pytest

from guidance.content.archive import (
    KINDS,
    NO_ARCHIVE,
    TOO_LARGE,
    WrongArchiveError,
    read_archive,
    write_archive,
)
from tests.each import each
from tests.guidance.content.archives import PAGE, archive, good, with_page, with_revision

WRONG = [
    (b"", NO_ARCHIVE),
    (b"PK\x03\x04 nonsense", NO_ARCHIVE),
    (archive("{}", name="../../etc/passwd"), NO_ARCHIVE),
    (archive("{"), NO_ARCHIVE),
    (archive("[" * 200_000), NO_ARCHIVE),
    (archive("[]"), NO_ARCHIVE),
    (archive(b"\xff"), NO_ARCHIVE),
    (archive('{"format": "other", "version": 1}'), NO_ARCHIVE),
    (good(version=99), "99"),
    (good()[:-30], NO_ARCHIVE),
    (good(resources={}), "resources"),
    (good(resources=[1]), "1 of the resources"),
    (good(tags=[{"slug": 1, "name": "x"}]), "“slug”"),
    (with_page(order=True), "“order”"),
    (with_page(live=3), "“a-page”"),
    (with_page(resources=[1]), "“resources”"),
    (with_page(shipped={"title": {}}), "“shipped”"),
    (with_page(shipped={"topics": ["a", 1]}), "“shipped”"),
    (with_revision(title=None), "“title”"),
]


@each("data, named", WRONG)
def test_a_wrong_archive_gets_one_sentence(data, named):
    with pytest.raises(WrongArchiveError) as told:
        read_archive(data)
    assert named in str(told.value), "the sentence names what is wrong"


def test_an_archive_that_grows_past_all_measure_is_not_read(monkeypatch):
    monkeypatch.setattr("guidance.content.archive.MOST_BYTES", 1_000)
    with pytest.raises(WrongArchiveError) as told:
        read_archive(archive(" " * 2_000))
    assert str(told.value) == TOO_LARGE


def test_an_archive_reads_as_it_was_written():
    rows = {kind: [] for kind in KINDS} | {
        "pages": [PAGE | {"shipped": {"order": 1}}],
        "tags": [{"slug": "a", "name": "A"}],
    }
    assert read_archive(write_archive(rows)) == rows
