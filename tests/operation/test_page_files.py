"""Pages kept as files: a folder or a file that is of no use costs the keeping, and no page."""

import errno
import os
import pickle
import tempfile
import time
import zlib
from pathlib import Path

import pytest
from django.core.cache import caches

from kls_portal.operation import forgiving
from kls_portal.operation.forgiving import PageFiles

NOTHING = object()
GARBAGE = {
    "empty": b"",
    "nonsense": b"\x00nonsense\xff" * 40,
    "no page": pickle.dumps(None) + b"nonsense",
    "of a class that is gone": pickle.dumps(None)
    + zlib.compress(b"\x80\x04\x8c\x0eold.module.gone\x8c\x05Thing\x93."),
}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def files(folder):
    return PageFiles(str(folder), {"TIMEOUT": 60})


def file_of(files, key) -> Path:
    return Path(files._key_to_file(key))


def assert_all_is_missing(files):
    """No question raises, and every answer is that of an empty cache."""
    files.set("tea", 1)
    assert files.get("tea", NOTHING) is NOTHING
    assert files.get_many(["tea"]) == {}
    assert files.add("tea", 1)
    assert not files.delete("tea")
    assert not files.has_key("tea")
    with pytest.raises(ValueError, match="tea"):
        files.incr("tea")
    assert files.get_or_set("tea", 5) == 5
    files.set_many({"tea": 1})
    files.delete_many(["tea"])
    files.clear()
    files.sweep()


def fail(code):
    def failing(*_, **__):
        raise OSError(code, os.strerror(code))

    return failing


def test_what_is_stored_is_found(files):
    files.set("tea", {"for": [1, 2]})
    assert files.get("tea") == {"for": [1, 2]}
    assert not files.add("tea", 2)
    assert files.delete("tea")
    assert files.get("tea", NOTHING) is NOTHING


def test_a_folder_that_cannot_be_made_is_a_miss(tmp_path):
    (tmp_path / "in the way").write_text("a file, no folder")
    assert_all_is_missing(PageFiles(str(tmp_path / "in the way" / "cache"), {}))


def test_a_folder_that_is_a_file_is_a_miss(folder):
    folder.write_text("a file, no folder")
    assert_all_is_missing(PageFiles(str(folder), {}))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_takes_no_file_is_a_miss(files, monkeypatch, code):
    monkeypatch.setattr(tempfile, "mkstemp", fail(code))
    assert_all_is_missing(files)


def test_a_disk_that_is_full_in_the_middle_of_a_file_is_a_miss(files, folder, monkeypatch):
    monkeypatch.setattr(files, "_write_content", fail(errno.ENOSPC))
    assert_all_is_missing(files)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO])
def test_files_that_cannot_be_opened_are_a_miss(files, monkeypatch, code):
    files.set("tea", 1)
    monkeypatch.setattr("builtins.open", fail(code))
    assert files.get("tea", NOTHING) is NOTHING
    assert not files.has_key("tea")
    assert files.sweep() == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make files of somebody else")
def test_files_of_another_owner_are_a_miss(folder):
    """A command was run as root: its files have the mode 0600 in a folder of mode 0700."""
    own = PageFiles(str(folder), {})
    own.set("tea", 1)
    folder.parent.chmod(0o755)
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            assert_all_is_missing(PageFiles(str(folder), {}))
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("content", GARBAGE.values(), ids=GARBAGE)
def test_a_file_of_nonsense_is_a_miss_and_heals(files, content):
    files.set("tea", 1)
    file_of(files, "tea").write_bytes(content)
    assert files.get("tea", NOTHING) is NOTHING
    files.set("tea", 2)
    assert files.get("tea") == 2


def test_a_value_that_cannot_be_stored_is_a_miss(files, folder):
    files.set("tea", lambda: None)
    assert files.get("tea", NOTHING) is NOTHING
    assert list(folder.iterdir()) == []


def test_a_fault_of_one_kind_is_logged_once_in_a_while(files, monkeypatch, caplog):
    monkeypatch.setattr(tempfile, "mkstemp", fail(errno.ENOSPC))
    for _ in range(3):
        files.set("tea", 1)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    monkeypatch.setattr(forgiving, "monotonic", lambda: time.monotonic() + 61)
    files.set("tea", 1)
    assert len(caplog.records) == 2


def test_what_is_over_is_swept(files, folder):
    files.set("over", 1, -1)
    files.set("nonsense", 1)
    file_of(files, "nonsense").write_bytes(GARBAGE["nonsense"])
    files.set("tea", 1)
    assert files.sweep() == 2
    assert list(folder.iterdir()) == [file_of(files, "tea")]


def test_the_folder_is_listed_for_few_writes_and_never_outgrown(folder):
    files = PageFiles(str(folder), {"OPTIONS": {"MAX_ENTRIES": 10}})
    for number in range(200):
        files.set(f"page {number}", number)
    assert len(list(folder.iterdir())) <= 10 + forgiving.CULL_EVERY


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/recruiting/", "/search/?q=pay"),
        pytest.param("/guide/guide.docx", marks=pytest.mark.thorough),
    ],
)
def test_public_pages_are_served_from_a_folder_that_is_of_no_use(
    guidance_pages, client, settings, tmp_path, address
):
    (tmp_path / "cache").write_text("a file, no folder")
    backend = {"BACKEND": "kls_portal.operation.forgiving.PageFiles"}
    broken = {**backend, "LOCATION": str(tmp_path / "cache")}
    settings.CACHES = dict.fromkeys(caches.settings, broken)
    for _ in range(2):
        assert client.get(address).status_code == 200
