"""What goes out of a vacancy: NHS Jobs pack, Fair Library Jobs report, list of checks."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import now
from docx import Document

from kls_portal.documents.formats import FORMATS
from tests.documents.word_validator import word_faults
from tests.pages import Page
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.conftest import make_criterion, write_advert
from tests.vacancies.typed import ODD_TEXT, shown
from vacancies.checks.place import fingerprint
from vacancies.models import AdvertLimit, DismissedFinding, Vacancy
from vacancies.recruiting.services.advert_plan import ready_texts_of


def address(vacancy, page, **more):
    return reverse(f"vacancies:{page}", kwargs={"vacancy_id": vacancy.pk, **more})


PAGES = ("nhs_jobs_pack", "draft_check", "draft_detail", "advert_plan_detail", "vacancy_detail")


def counts_in(page):
    """The numbers that each box counts, by its slug: [characters, at most]."""
    return {
        one.get("id").removeprefix("count-"): re.findall(r"\d+", one.text_content())[:2]
        for one in page.all("[id^=count-]")
    }


def warnings_in(page):
    """The numbers in what to look at."""
    return re.findall(r"\d+", " ".join(page.texts("[data-warning]")))


def words_of(answer):
    document = Document(BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def write(vacancy, *, overview="", pay="", **values):
    write_advert(vacancy, overview=overview, pay=pay)
    Vacancy.objects.filter(pk=vacancy.pk).update(changed=now(), **values)
    return Vacancy.objects.for_draft().get(pk=vacancy.pk)


def test_nhs_jobs_pack_shows_each_box_with_its_count(vacancy, as_manager, reference_data):
    make_criterion(vacancy, "Can teach a group")
    write(vacancy, overview="Help teams to find what is known. " * 50)
    page = Page(as_manager.get(address(vacancy, "nhs_jobs_pack")))
    assert counts_in(page)["nhs-jobs-overview"] == ["1699", "1500"]
    assert "199" in warnings_in(page)
    assert "Can teach a group" in [box.text for box in page.all("textarea")]
    assert f"{address(vacancy, 'advert_edit')}#id_overview" in page.links
    assert len(page.all("[readonly]")) == 14


def test_nhs_jobs_pack_counts_to_a_corrected_limit(vacancy, as_manager, reference_data):
    AdvertLimit.objects.filter(code="nhs-jobs-title").update(most=5, confirmed=False)
    page = Page(as_manager.get(address(vacancy, "nhs_jobs_pack")))
    assert counts_in(page)["nhs-jobs-title"] == ["9", "5"]
    assert "4" in warnings_in(page)


def test_the_texts_are_there_for_others_without_any_row_of_limits(vacancy):
    texts = ready_texts_of(write(vacancy, overview="Help teams."))
    assert [text.slug for text in texts] == ["email-list", "linkedin", "bulletin"]
    assert "Help teams." in texts[0].text


def test_pages_show_odd_texts_as_text(vacancy, as_manager):
    write(vacancy, overview=ODD_TEXT, purpose=ODD_TEXT)
    make_criterion(vacancy, ODD_TEXT)
    for page in ("nhs_jobs_pack", "fair_report"):
        answer = as_manager.get(address(vacancy, page)).content.decode()
        assert "<script>alert" not in answer
        assert page == "fair_report" or shown(answer, ODD_TEXT)


def test_fair_report_says_what_it_found_and_could_not_read_in_words(vacancy, as_manager):
    write(vacancy, overview="Help teams.")
    page = as_manager.get(address(vacancy, "fair_report")).content.decode()
    for words in (
        "Principle: Transparency",
        "Section 7.0 Interview practice",
        "Show the band and the pay range.",
        " 14 points.",
    ):
        assert words in page


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("page", ["fair_report_file", "draft_check_file"])
def test_files_are_made(vacancy, as_manager, page, kind):
    write(vacancy, purpose="He runs it. \u202e ليلى", overview="<b>x</b>")
    answer = as_manager.get(address(vacancy, page, kind=kind))
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF" if kind == "pdf" else b"PK")


def test_draft_check_file_lists_what_was_dismissed_and_why_in_words(vacancy, people, as_manager):
    write(vacancy, decides="He signs orders. She reads.")
    DismissedFinding.objects.create(
        vacancy=vacancy,
        rule="C7",
        severity="must",
        fingerprint=fingerprint("C7", "He signs orders."),
        reason="It quotes a policy.",
        dismissed_by=people.manager,
    )
    words = words_of(as_manager.get(address(vacancy, "draft_check_file", kind="docx")))
    points, _, dismissed = words.partition("Dismissed")
    assert "She" in words
    assert "It quotes a policy." in words
    assert "“He signs orders.”" in dismissed
    assert points
    assert dismissed


@pytest.mark.pdfua
def test_both_files_are_accessible_as_pdf_and_valid_as_word(
    vacancy, people, as_manager, tmp_path, monkeypatch
):
    need_checker()
    write(vacancy, decides="He signs orders. She reads. Utilise it.", overview="Help teams.")
    DismissedFinding.objects.create(
        vacancy=vacancy,
        rule="C7",
        severity="must",
        fingerprint=fingerprint("C7", "He signs orders."),
        reason="It quotes a policy.",
        dismissed_by=people.manager,
    )
    written = []

    def kept(document):
        written.append(document)
        return b""

    monkeypatch.setitem(FORMATS, "docx", replace(FORMATS["docx"], write=kept))
    files = [tmp_path / f"{page}.pdf" for page in ("fair_report_file", "draft_check_file")]
    for file in files:
        file.write_bytes(as_manager.get(address(vacancy, file.stem, kind="pdf")).content)
        assert as_manager.get(address(vacancy, file.stem, kind="docx")).status_code == 200
    assert check_pdfua(files) == {file: [] for file in files}
    assert word_faults(written, tmp_path) == []


def test_fair_report_file_names_its_source_in_words(vacancy, as_manager):
    answer = as_manager.get(address(vacancy, "fair_report_file", kind="docx"))
    links = [
        link for one in Document(BytesIO(answer.content)).paragraphs for link in one.hyperlinks
    ]
    assert [link.text for link in links] == ["Fair Library Jobs manifesto"]
    assert "sites.google.com/view/fairlibraryjobs" in links[0].address
    assert words_of(answer).count("We could not read") == 1


@pytest.mark.parametrize("route", ["volunteer", "work-experience"])
def test_a_band_and_pay_from_before_the_route_was_unpaid_are_nowhere(vacancy, as_manager, route):
    write(vacancy, contract=route, band="5", pay="£32,073", overview="Help.", hours=6)
    told = ("and 5", "£32,073<", "£32,073.", "the pro-rata amount")
    stage = address(vacancy, "timeline_detail")
    pages = [reverse("vacancies:vacancy_list"), stage, *(address(vacancy, one) for one in PAGES)]
    for page in pages:
        text = as_manager.get(page).content.decode()
        assert not [words for words in told if words in text], page
    stored = Vacancy.objects.get(pk=vacancy.pk)
    assert (stored.band, stored.advert_text.pay) == ("5", "£32,073")
