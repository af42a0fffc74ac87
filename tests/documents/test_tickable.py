"""Boxes of a PDF that can be ticked on screen, and PDF/UA once they are."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from kls_portal.documents.document_pdf import document_pdf, render_pdf
from kls_portal.documents.pdf_objects import tickable
from tests.documents.hostile import HOSTILE
from tests.each import each
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.induction.exports.build import (
    make_checklist,
    make_everywhere,
    make_group,
    make_task,
)
from vacancies.induction.exports.checklist import checklist_document
from vacancies.planning.rules.checklist import Done

DONE = Done(datetime(2027, 1, 4, tzinfo=UTC), "HR")


def checklist_pdf(checklist, on_screen=False):
    return document_pdf(checklist_document(checklist, on_screen=on_screen))


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
    found = boxes(checklist_pdf(half_done(), on_screen=True))
    assert [(name.partition(": ")[2], *state) for name, *state in found] == [
        ("Send a welcome message", "/Yes", "/Yes"),
        ("Plan the first week", "/Yes", "/Yes"),
        ("Tour the library", "/Off", "/Off"),
        ("Visit HR", "/Off", "/Off"),
    ]


def test_each_box_is_a_square_of_12_points_at_the_height_of_its_task():
    pdf = checklist_pdf(half_done(), on_screen=True)
    with pikepdf.open(BytesIO(pdf)) as file:
        places = [[float(side) for side in box.Rect] for box in file.Root.AcroForm.Fields]
    for left, bottom, right, top in places:
        assert (right - left, top - bottom) == (pytest.approx(12), pytest.approx(12))
    heights = [bottom for _, bottom, _, _ in places]
    assert heights == sorted(heights, reverse=True)


def test_the_same_checklist_gives_the_same_bytes():
    first, second = (checklist_pdf(half_done(), on_screen=True) for _ in range(2))
    assert first == second


def test_a_file_without_boxes_comes_back_unchanged():
    pdf = checklist_pdf(make_checklist())
    assert tickable(pdf, []) == pdf
    assert checklist_pdf(make_checklist(groups=()), on_screen=True).startswith(b"%PDF")


def test_no_link_is_left_in_the_place_of_a_box():
    assert b"urn:x-tick" not in checklist_pdf(half_done(), on_screen=True)


def test_the_file_is_sound_and_each_box_lies_in_a_form_of_the_tags():
    with pikepdf.open(BytesIO(checklist_pdf(half_done(), on_screen=True))) as file:
        assert file.check_pdf_syntax() == []
        tags = dict(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree).items())
        for box in file.Root.AcroForm.Fields:
            assert str(tags[int(box.StructParent)].S) == "/Form"
            assert str(box.Subtype) == "/Widget"
            assert box.AP.N[str(box.AS)].BBox == [0, 0, 12, 12]


def test_a_task_that_looks_like_a_part_of_a_file_stays_words():
    words = "\nxref\n0 1\ntrailer\n<</Root 1 0 R>> urn:x-tick:0:1 ) endobj 7 0 obj <</Type/Annot"
    said = [name for name, _, _ in boxes(checklist_pdf(make_everywhere(words), on_screen=True))]
    assert "endobj 7 0 obj <</Type/Annot" in said[0]


@each("pdf", [b"", b"%PDF-1.7\n", b"%PDF\nxref\n0 1\ntrailer\n<<>>\nstartxref"])
def test_a_file_of_another_make_is_refused(pdf):
    with pytest.raises(ValueError, match="typst"):
        tickable(pdf, [])


@pytest.mark.parametrize(
    ("typsts", "anothers"),
    [(b"\nxref\n", b"\nxref \n"), (b"/Root ", b"/Root  "), (b"/Link/", b"/L/")],
)
def test_a_checklist_is_for_the_pen_where_typst_writes_another_file(monkeypatch, typsts, anothers):
    def changed(*given):
        return render_pdf(*given).replace(typsts, anothers)

    monkeypatch.setattr("kls_portal.documents.document_pdf.render_pdf", changed)
    assert checklist_pdf(half_done(), on_screen=True) == checklist_pdf(half_done())


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
