"""Boxes of a PDF that can be ticked on screen, and PDF/UA once they are."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from kls_portal.documents.tickable import tickable
from tests.documents.hostile import HOSTILE
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.exports.build import make_checklist, make_everywhere, make_group, make_task
from vacancies.checklists.checklist import Done
from vacancies.exports.checklist_pdf import checklist_pdf

DONE = Done(datetime(2027, 1, 4, tzinfo=UTC), "HR")


def boxes(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        return [(str(box.TU), str(box.V), str(box.AS)) for box in file.Root.AcroForm.Fields]


def half_done():
    checklist = make_checklist()
    first = checklist.groups[0]
    ticked = replace(first, tasks=tuple(replace(task, done=DONE) for task in first.tasks))
    return replace(checklist, groups=(ticked, *checklist.groups[1:]))


def ticked_on_screen(pdf):
    """The PDF as a reader saves it after every box was ticked."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for box in file.Root.AcroForm.Fields:
            box.V = box.AS = pikepdf.Name.Yes
        out = BytesIO()
        file.save(out)
        return out.getvalue()


def test_each_task_has_a_box_that_says_what_it_is_and_how_it_stands():
    assert boxes(checklist_pdf(half_done(), on_screen=True)) == [
        ("Done: Send a welcome message", "/Yes", "/Yes"),
        ("Done: Plan the first week", "/Yes", "/Yes"),
        ("Done: Tour the library", "/Off", "/Off"),
        ("Done: Visit HR", "/Off", "/Off"),
    ]


def test_the_same_checklist_gives_the_same_bytes():
    first, second = (checklist_pdf(half_done(), on_screen=True) for _ in range(2))
    assert first == second


def test_a_file_without_boxes_comes_back_unchanged():
    pdf = checklist_pdf(make_checklist())
    assert tickable(pdf, []) == pdf
    assert checklist_pdf(make_checklist(groups=()), on_screen=True).startswith(b"%PDF")


def test_no_link_is_left_in_the_place_of_a_box():
    assert b"urn:x-tick" not in checklist_pdf(half_done(), on_screen=True)


@pytest.mark.pdfua
def test_the_file_passes_pdfua_made_and_ticked_on_screen(tmp_path):
    need_checker()
    long = make_checklist(
        groups=(make_group("Week one", [make_task(id=f"L{n}") for n in range(90)]),)
    )
    files = {
        "made": checklist_pdf(half_done(), on_screen=True),
        "ticked": ticked_on_screen(checklist_pdf(half_done(), on_screen=True)),
        "pages": checklist_pdf(long, on_screen=True),
        "hostile": checklist_pdf(make_everywhere("".join(HOSTILE.values())[:900]), on_screen=True),
    }
    paths = {name: tmp_path / f"{name}.pdf" for name in files}
    for name, body in files.items():
        paths[name].write_bytes(body)
    assert check_pdfua(paths.values()) == {path: [] for path in paths.values()}
