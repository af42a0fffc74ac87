"""Requests for the tests of induction checklists, and the file formats expected."""

from html import unescape

from django.urls import reverse

QUICK = reverse("vacancies:quick_checklist")
POST = {"role": "librarian", "band": "5", "start": "2027-01-04"}
KINDS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
    ),
    "ics": ("text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
}
"""Content type and first bytes of each kind of file."""


def quick_file(kind):
    return reverse("vacancies:quick_checklist_file", args=[kind])


def page_of(client, url, answers=None):
    return unescape(client.get(url, answers).content.decode())
