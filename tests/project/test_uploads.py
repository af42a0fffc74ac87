"""Files stay in memory, so what one request may put there has an end."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopFutureHandlers
from django.test import RequestFactory

from kls_portal import uploads
from kls_portal.file_size import LARGEST_FILE
from kls_portal.uploads import InMemory

pytestmark = pytest.mark.django_db

CHECK = "/vacancies/check/"
MEGABYTE = 1024 * 1024


def text(size: int, name: str = "jd.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"a" * size, content_type="text/plain")


def handler() -> InMemory:
    return InMemory(RequestFactory().post(CHECK))


def begin(one: InMemory) -> None:
    with pytest.raises(StopFutureHandlers):
        one.new_file("file", "jd.txt", "text/plain", None)


def test_one_file_is_what_the_forms_ask_for_and_a_second_is_refused(client):
    one = client.post(CHECK, {"kind": "jd", "file": text(100)})
    assert one.status_code == 200
    two = client.post(CHECK, {"kind": "jd", "file": text(100), "more": text(100)})
    assert two.status_code == 400
    assert "400.html" in [template.name for template in two.templates]


def test_a_hundred_files_are_refused_before_they_are_kept(client):
    files = {f"file{number}": text(MEGABYTE) for number in range(99)}
    assert client.post(CHECK, {"kind": "jd", **files}).status_code == 400


def test_files_have_one_limit_together(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 100
    sent = {"file": text(3 * MEGABYTE), "more": text(3 * MEGABYTE)}
    assert client.post(CHECK, {"kind": "jd", **sent}).status_code == 400
    sent = {"file": text(MEGABYTE), "more": text(MEGABYTE)}
    assert client.post(CHECK, {"kind": "jd", **sent}).status_code == 200


def test_a_file_that_is_too_large_is_told_at_its_field_and_the_rest_stays(client):
    response = client.post(CHECK, {"kind": "advert", "file": text(LARGEST_FILE + 1)})
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == ["file"]
    assert form["kind"].value() == "advert"


def test_never_more_than_the_limit_is_kept():
    one = handler()
    begin(one)
    for _ in range(6):
        one.receive_data_chunk(b"a" * MEGABYTE, 0)
        assert one.file.getbuffer().nbytes <= LARGEST_FILE
    assert one.file_complete(6 * MEGABYTE).size == 6 * MEGABYTE
    begin(one)
    with pytest.raises(RequestDataTooBig):
        one.receive_data_chunk(b"a", 0)


def test_what_has_no_end_is_not_read_to_it(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_READ", 8 * MEGABYTE)
    one = handler()
    begin(one)
    for _ in range(8):
        one.receive_data_chunk(b"a" * MEGABYTE, 0)
    with pytest.raises(RequestDataTooBig):
        one.receive_data_chunk(b"a", 0)


def test_what_says_that_it_is_too_long_is_not_read_at_all(client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_READ", MEGABYTE)
    monkeypatch.setattr(InMemory, "receive_data_chunk", lambda *_: pytest.fail("It was read."))
    assert client.post(CHECK, {"kind": "jd", "file": text(2 * MEGABYTE)}).status_code == 400
