"""Job descriptions, versions and evidence sheets as files."""

import io
import re
import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate
from docx import Document

from kls_portal.documents.plain_text import one_line
from tests.vacancies.conftest import make_criterion
from tests.vacancies.induction_pages import KINDS, page_of
from tests.vacancies.typed import ODD_TEXTS
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import Profile, Vacancy

DOCUMENTS = ("pdf", "docx")
# Written out: a list made from the fields would not miss one that lost its place in the document.
WRITTEN = (
    "reference",
    "contract_length",
    "place",
    "department",
    "flexible_working",
    "about_organisation",
    "purpose",
    "reports_to",
    "accountable_to",
    "supervises",
    "decides",
    "relationships",
    "dimensions",
    "standard_statements",
)


def address(name, vacancy, *rest):
    return reverse(f"vacancies:{name}", args=[vacancy.pk, *rest])


def words_of(response):
    """Every paragraph and cell of a Word file, one a line."""
    assert response.status_code == 200
    document = Document(io.BytesIO(response.content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def word_rows(response):
    document = Document(io.BytesIO(response.content))
    return [[c.text for c in row.cells] for table in document.tables for row in table.rows]


@pytest.fixture
def version(vacancy, criterion, people):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="As it was agreed.")
    return freeze_draft(
        vacancy=vacancy, person=people.manager, key=uuid.uuid4(), agreed_with="Head of HR"
    )


@pytest.fixture
def compared(vacancy, duties, reference_data):
    """The vacancy with a profile, and evidence for one factor."""
    Vacancy.objects.filter(pk=vacancy.pk).update(
        profile=Profile.objects.get(code="ILL-LIB-5"), band="5"
    )
    save_evidence(
        vacancy=vacancy, factor="F1", text="Explains results.", duties=duties[:1], level=4
    )
    return vacancy


def files_of(vacancy, version):
    """The addresses of every document of the vacancy."""
    for kind in DOCUMENTS:
        yield kind, address("draft_file", vacancy, kind)
        yield kind, address("version_file", vacancy, version.number, kind)
        yield kind, address("evidence_file", vacancy, kind)


def test_files_are_of_their_kind_and_name_the_post_only(compared, version, as_manager):
    names = []
    for kind, url in files_of(compared, version):
        response = as_manager.get(url)
        content_type, start = KINDS[kind]
        assert response.headers["Content-Type"] == content_type
        assert response.content.startswith(start)
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert as_manager.head(url).content == b""
        assert as_manager.post(url).status_code == 405
        names += re.findall(r'^attachment; filename="(.+)"$', response["Content-Disposition"])
    today = localdate().isoformat()
    stems = (
        "job-description-librarian",
        "job-description-version-1-librarian",
        "evidence-sheet-librarian",
    )
    assert names == [f"{stem}-{today}.{kind}" for kind in DOCUMENTS for stem in stems]


@pytest.mark.parametrize("kind", ["ics", "exe", "PDF"])
def test_there_is_no_other_kind(kind, vacancy, as_manager):
    with pytest.raises(NoReverseMatch):
        address("draft_file", vacancy, kind)
    assert (
        as_manager.get(f"/vacancies/{vacancy.pk}/draft/job-description.{kind}").status_code == 404
    )


def test_draft_file_holds_everything_written(vacancy, criterion, duties, as_manager):
    make_criterion(vacancy, "Has taught", essential=False, assessed_by=["application", "task"])
    Vacancy.objects.filter(pk=vacancy.pk).update(
        band="5",
        hours=Decimal("22.50"),
        contract="fixed-term",
        **{name: f"What {name} says" for name in WRITTEN},
    )
    response = as_manager.get(address("draft_file", vacancy, "docx"))
    words = "\n".join(words_of(response))
    for text in (
        "Librarian",
        "Organisation:\tNorthfield NHS Trust",
        "Band expected:\tBand 5. A matching panel decides it.",
        "Hours a week:\t22.5\n",
        "Contract:\tFixed term",
        "It is not agreed yet.",
        *(f"What {name} says" for name in WRITTEN),
    ):
        assert text in words
    rows = word_rows(response)
    assert ["1", "Answers enquiries"] in rows
    assert ["Can plan a search", "Interview", "1"] in rows
    assert ["Has taught", "Application form, assessment task", "None"] in rows


def test_the_panel_reads_effort_and_a_frozen_version_reads_like_the_draft(
    vacancy, duties, as_manager, people
):
    for factor, text in (("F13", "Lifts boxes."), ("F16", "Works at a desk.")):
        save_evidence(vacancy=vacancy, factor=factor, text=text, duties=duties[:1], level=None)
    Vacancy.objects.filter(pk=vacancy.pk).update(**{name: f"What {name} says" for name in WRITTEN})
    freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
    kept = ("draft_file", "docx"), ("version_file", 1, "docx")
    draft, frozen = (
        words_of(as_manager.get(address(name, vacancy, *rest))) for name, *rest in kept
    )
    for words in (draft, frozen):
        assert "Physical effort: Lifts boxes. See duty 1." in words
        assert "Working conditions: Works at a desk. See duty 1." in words
    differ = set(draft) ^ set(frozen)
    assert {line.partition(":")[0] for line in differ} == {"Status", "Version"}
    for name, *rest in kept:
        copy = as_manager.get(address(name, vacancy, *rest), {"for": "candidates"})
        assert "Lifts boxes" not in "".join(words_of(copy))


def test_numbers_of_duties_are_those_of_the_page(vacancy, people, as_manager):
    """Groups gather their duties, so that the third duty typed is the second shown."""
    texts = (("Searches", "Evidence"), ("Teaches", "Teaching"), ("Appraises", "evidence "))
    made = [
        add_duty(
            vacancy=vacancy, text=text, key=uuid.uuid4(), group=group, share=20, area="teaching"
        )
        for text, group in texts
    ]
    made.append(add_duty(vacancy=vacancy, text="Helps out", key=uuid.uuid4()))
    make_criterion(vacancy, "Can appraise", duties=[made[2], made[3]])
    response = as_manager.get(address("draft_file", vacancy, "docx"))
    rows = word_rows(response)
    numbered = [row[:3] for row in rows if row[0].isdigit()]
    assert numbered == [
        ["1", "Searches", "20%"],
        ["2", "Appraises", "20%"],
        ["3", "Teaches", "20%"],
        ["4", "Helps out", "Not given"],
    ]
    assert ["Can appraise", "Interview", "2, 4"] in rows
    assert {"Evidence", "Teaching", "Other duties"} <= set(words_of(response))
    page = page_of(as_manager, address("draft_detail", vacancy))
    places = [page.index(f"<li>{row[1]}") for row in numbered]
    assert places == sorted(places)


def test_version_file_is_as_it_was_frozen(vacancy, version, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="Other words since.", title="Head")
    words = "\n".join(words_of(as_manager.get(address("version_file", vacancy, 1, "docx"))))
    day = localdate()
    assert "As it was agreed." in words
    assert "Librarian" in words
    assert "Other words since." not in words
    assert re.search(rf"Version:\t1, frozen on {day.day} \w+ {day.year}", words)
    assert "Agreed with:\tHead of HR" in words
    assert as_manager.get(address("version_file", vacancy, 2, "pdf")).status_code == 404


def test_evidence_file_holds_the_sheet(compared, as_manager):
    response = as_manager.get(address("evidence_file", compared, "docx"))
    words = words_of(response)
    assert "Explains results." in words
    assert "See duty 1." in words
    assert ["1", "Answers enquiries"] in word_rows(response)
    assert len([row for row in word_rows(response) if re.match(r"F\d+ ", row[0])]) == 16


def test_both_files_number_a_duty_alike(compared, duties, as_manager):
    """The second duty joins a group and so stands after those of no group."""
    duties[1].group = "Teaching"
    duties[1].save()
    save_evidence(vacancy=compared, factor="F2", text="Takes a degree.", duties=duties[1:], level=5)
    for name in ("draft_file", "evidence_file"):
        response = as_manager.get(address(name, compared, "docx"))
        numbered = [row[:2] for row in word_rows(response) if row[0].isdigit()]
        assert numbered == [
            ["1", "Answers enquiries"],
            ["2", "Orders books"],
            ["3", duties[1].text],
        ]
    assert "See duties 2 and 3." in words_of(response)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_evidence_file_without_a_profile_leads_to_the_page(vacancy, as_manager, kind):
    response = as_manager.get(address("evidence_file", vacancy, kind))
    assert response.status_code == 302
    assert response.headers["Location"] == address("evidence_detail", vacancy)
    assert "Download it" not in page_of(as_manager, address("evidence_detail", vacancy))


def test_pages_link_to_their_files(compared, version, as_manager):
    pages = {
        address("draft_detail", compared): ("draft_file",),
        address("version_detail", compared, 1): ("version_file", 1),
        address("evidence_detail", compared): ("evidence_file",),
    }
    for page, (name, *rest) in pages.items():
        found = page_of(as_manager, page)
        for kind in DOCUMENTS:
            assert f'href="{address(name, compared, *rest, kind)}"' in found


@pytest.mark.wide
@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("text", [ODD_TEXTS["Typst"], "\ufffe\uffff", "\r\nX-Evil: 1"])
def test_files_build_with_any_text(compared, people, as_manager, kind, text):
    values = dict.fromkeys(WRITTEN, text)
    Vacancy.objects.filter(pk=compared.pk).update(title=text, **values)
    duty = add_duty(vacancy=compared, text=text, key=uuid.uuid4(), group=text[:100])
    make_criterion(compared, text, duties=[duty])
    save_evidence(vacancy=compared, factor="F2", text=text, duties=[duty], level=5)
    freeze_draft(vacancy=compared, person=people.manager, key=uuid.uuid4(), agreed_with=text)
    for url in (
        address("draft_file", compared, kind),
        address("version_file", compared, 1, kind),
        address("evidence_file", compared, kind),
    ):
        response = as_manager.get(url)
        assert response.status_code == 200
        assert response.content.startswith(KINDS[kind][1])
        name = response.headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.\w+"', name)
        if kind == "docx":
            assert any(one_line(text) in words for words in words_of(response))


def test_a_draft_too_long_for_a_pdf_says_so_and_comes_as_word(
    compared, version, as_manager, monkeypatch
):
    monkeypatch.setattr("kls_portal.documents.document_pdf.LONGEST_DOCUMENT", 100)
    for name, rest in (("draft_file", []), ("version_file", [1]), ("evidence_file", [])):
        response = as_manager.get(address(name, compared, *rest, "pdf"))
        word = address(name, compared, *rest, "docx")
        assert response.status_code == 422
        assert f'href="{word}"' in response.content.decode()
        assert as_manager.get(word).status_code == 200


@pytest.mark.parametrize("name", ["draft_file", "evidence_file"])
def test_files_ask_the_same_for_a_short_and_a_long_draft(
    compared, criterion, as_manager, django_assert_num_queries, name
):
    url = address(name, compared, "pdf")
    as_manager.get(url)
    with CaptureQueriesContext(connection) as short:
        as_manager.get(url)
    for number in range(15):
        duty = add_duty(vacancy=compared, text=f"Duty {number}", key=uuid.uuid4())
        make_criterion(compared, f"Criterion {number}", duties=[duty])
        save_evidence(
            vacancy=compared, factor=f"F{number + 1}", text="It does.", duties=[duty], level=1
        )
    assert len(short) <= 15
    with django_assert_num_queries(len(short)):
        as_manager.get(url)


@pytest.mark.parametrize("name", ["draft_file", "evidence_file"])
def test_the_same_draft_gives_the_same_file(compared, as_manager, name):
    first, second = (as_manager.get(address(name, compared, "docx")).content for _ in range(2))
    assert first == second
