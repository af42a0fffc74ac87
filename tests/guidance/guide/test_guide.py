"""The whole guide as PDF and Word: what each part of a page becomes, and both files accessible."""

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from guidance.guide.document import GuidePage, guide_document, linked_runs
from guidance.guide.parts import parts_of
from guidance.guide.services import guide_pages
from guidance.models import Claim, Page
from guidance.pages.services.local_steps import keep_local_steps
from guidance.pages.services.publishing import withdraw
from kls_portal.documents.document import Bullets, Grid, Heading, Item, Paragraph, Quotation, Run
from kls_portal.documents.formats import FORMATS
from kls_portal.reference.dated import STRENGTHS
from tests.documents.word_validator import need_validator, word_errors
from tests.each import each
from tests.guidance.editing import publish
from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts, squeezed

DAY = date(2026, 11, 25)
SITE = "https://portal.example"


def parts(html: str) -> list:
    return parts_of(html, level=3, site=SITE, name="Page")


def test_every_link_is_found_in_the_order_of_the_document():
    def link(name: str) -> tuple[Run, ...]:
        return (Run("See "), Run(name, address=f"https://{name}.example"))

    beneath = (Bullets((Item(link("under"), beneath=(Bullets((link("deep"),)),)),)),)
    parts = (
        Paragraph(link("first")),
        Quotation((link("said"),)),
        Grid("T", ("A", "B"), ((link("cell"), "plain"),)),
        Bullets((link("item"), Item(link("over"), beneath=beneath))),
    )
    names = [run.text for run in linked_runs(parts)]
    assert names == ["first", "said", "cell", "item", "over", "under", "deep"]


# parts


def test_headings_are_shifted_to_the_level_of_the_page():
    found = parts("<h2>A</h2><h3>B</h3><h4>C</h4>")
    assert found == [
        Heading(level, text, listed=False) for level, text in zip((3, 4, 5), "ABC", strict=True)
    ]


def test_words_keep_their_looks_and_links_their_addresses():
    (found,) = parts(
        '<p>Read <strong>all</strong> of <a href="/induction/">this <em>page</em></a>,'
        ' <a href="https://a.example/x">that</a> or <a href="mailto:b@a.example">write</a>.</p>'
    )
    assert found == Paragraph(
        (
            Run("Read "),
            Run("all", bold=True),
            Run(" of "),
            Run("this page", address=f"{SITE}/induction/"),
            Run(", "),
            Run("that", address="https://a.example/x"),
            Run(" or "),
            Run("write", address="b@a.example"),
            Run("."),
        )
    )


def test_a_link_to_a_place_on_the_same_page_has_no_address():
    assert parts('<p><a href="#x">below</a></p>') == [Paragraph((Run("below"),))]


def test_lists_keep_the_lists_within_them():
    (found,) = parts("<ol><li><p>One</p><ul><li>Deep</li></ul></li><li>Two</li></ol>")
    beneath = Bullets((Item((Run("Deep"),)),))
    assert found == Bullets((Item((Run("One"),), (beneath,)), Item((Run("Two"),))), numbered=True)


def test_a_quotation_is_set_off():
    (found,) = parts("<blockquote><p>One.</p><p>Two.</p></blockquote>")
    assert found == Quotation(((Run("One."),), (Run("Two."),)))


def test_a_table_has_its_first_row_as_head_and_the_heading_as_name():
    _, found = parts(
        "<h2>Fees</h2><table><thead><tr><th>What</th><th>Cost</th></tr></thead>"
        "<tbody><tr><th>Exam</th><td>£45</td></tr></tbody></table>"
    )
    assert found == Grid("Fees", ("What", "Cost"), (((Run("Exam"),), (Run("£45"),)),))


def test_spans_of_a_table_are_filled_in():
    (found,) = parts(
        '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="2">1</td>'
        '<td colspan="2">2</td></tr><tr><td>3</td></tr></table>'
    )
    rows = [["".join(run.text for run in cell) for cell in row] for row in found.rows]
    assert rows == [["1", "2", "2"], ["1", "3", ""]]


@each("html", ["", "<p> </p>", "<ul></ul>", "<table></table>", "<hr>", "<blockquote></blockquote>"])
def test_what_is_empty_becomes_nothing(html):
    assert parts(html) == []


def test_words_outside_any_block_are_kept():
    assert parts("Loose <strong>words</strong>")[0] == Paragraph("Loose")


def test_a_page_tells_sources_resources_and_reviews():
    page = GuidePage(
        title="Interviews",
        summary="Fair ones.",
        body="<h2>Ask</h2><p>Well.</p>",
        depth=1,
        address="/interviews/",
        sources=("A book",),
        resources=((Run("Guide", address="https://cipd.example/guide"),),),
        last_reviewed=date(2026, 1, 2),
        next_review=date(2026, 2, 3),
        is_overdue=True,
    )
    top = GuidePage("Top", "All.", "<p>T</p>", 0, "/top/", (), (), date.min, date.max, False)
    document = guide_document([top, page], title="Guide", organisation="Us", site=SITE, made_on=DAY)
    told = repr(document.parts)
    for words in (
        "A book",
        "https://cipd.example/guide",
        "2 January 2026",
        "3 February 2026",
        f"{SITE}/interviews/",
    ):
        assert words in told
    (last,) = (part.items for part in document.parts[-1:])
    named = [(runs[0].text, runs[0].address) for runs in last]
    assert ("Guide", "https://cipd.example/guide") in named
    elsewhere = replace(document, parts=document.parts[:-1])
    assert not re.search(r"text='[^']*http", repr(elsewhere)), "an address stands among words"
    fine = replace(page, is_overdue=False)
    other = guide_document([top, fine], title="G", organisation="U", site=SITE, made_on=DAY)
    assert other.parts != document.parts, "what is overdue is told"
    assert "25 November 2026" in dict(document.facts).values()
    assert Heading(3, "Interviews", address=f"{SITE}/interviews/") in document.parts


# guide_file


def test_guide_file_tells_the_kind_of_each_claim(make_page):
    Claim.objects.create(code="told", kind="anecdotal", words="It helps", source="Somebody")
    make_page("recruiting", body='<p><span data-claim="told">It helps</span>.</p>')
    (page,) = guide_pages()
    kind = STRENGTHS["anecdotal"].lower()
    assert page.body == f"<p>It helps ({kind}).</p>"


def test_guide_file_is_made_of_live_pages_in_order(make_page, django_assert_max_num_queries):
    top = make_page("recruiting", title="Recruiting", order=1)
    make_page("second", top, title="Second", order=2)
    gone = make_page("gone", top, title="Gone", order=3)
    make_page("privacy", title="Privacy")
    withdraw(gone)
    with django_assert_max_num_queries(4):
        pages = guide_pages()
    assert [(page.title, page.depth) for page in pages] == [("Recruiting", 0), ("Second", 1)]


def test_guide_file_is_kept_until_something_is_published(
    client, make_page, django_capture_on_commit_callbacks, django_assert_num_queries
):
    page = make_page("recruiting", title="Recruiting")
    first = client.get("/guide/guide.docx")
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert first.cookies == {}
    with django_assert_num_queries(0):
        assert client.get("/guide/guide.docx").content == first.content
    again = client.get("/guide/guide.docx", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    with django_capture_on_commit_callbacks(execute=True):
        publish(page, title="Hiring", summary="All.", body="<p>New words.</p>")
    document = docx.Document(io.BytesIO(client.get("/guide/guide.docx").content))
    assert "Hiring" in [paragraph.text for paragraph in document.paragraphs]


def test_guide_file_is_made_once_whatever_the_host_is_called(
    client, make_page, settings, monkeypatch
):
    settings.ALLOWED_HOSTS, settings.SITE_ADDRESS = ["*"], "https://kls.example"
    made = []
    pdf = replace(FORMATS["pdf"], write=lambda document: made.append(document) or b"%PDF-")
    monkeypatch.setitem(FORMATS, "pdf", pdf)
    make_page("recruiting", body='<p>See <a href="/recruiting/">this page</a>.</p>')
    for host in ("portal.example", "portal.example:1", "portal.example:2", "other.example"):
        assert client.get("/guide/guide.pdf", headers={"host": host}).content == b"%PDF-"
    (document,) = made
    assert "https://kls.example/recruiting/" in repr(document)
    assert "portal.example" not in repr(document)


def test_guide_file_works_while_there_is_no_page(client, db):
    for kind in ("pdf", "docx"):
        assert client.get(f"/guide/guide.{kind}").status_code == 200
    assert client.get("/guide/guide.txt").status_code == 404


@pytest.mark.pdfua
@pytest.mark.parametrize("part", ["induction", pytest.param("", marks=pytest.mark.thorough)])
def test_the_shipped_guide_is_accessible_in_both_formats(
    part, client, guidance_pages, people, tmp_path
):
    """`make test` makes it of one part of the guidance."""
    need_checker()
    need_validator()
    Page.objects.exclude(path__startswith=part).update(live=None)
    keep_local_steps(
        organisation=people.northfield,
        page=Page.objects.get(path="induction"),
        text="Book room Zanzibar",
        links="",
        by=people.lead,
    )
    files = {kind: tmp_path / f"guide.{kind}" for kind in ("pdf", "docx")}
    for kind, file in files.items():
        file.write_bytes(client.get(f"/guide/guide.{kind}").content)
    assert check_pdfua([files["pdf"]]) == {files["pdf"]: []}
    assert word_errors(files["docx"]) == []
    text = read_texts([files["pdf"]])[files["pdf"]]
    document = docx.Document(str(files["docx"]))
    listed = {"".join(p._p.itertext()) for p in document.paragraphs if "<w:hyperlink" in p._p.xml}
    found = guide_pages()
    assert len(found) > 6
    for page in found:
        assert squeezed(page.title) in text
        assert any(page.title in line for line in listed)
    assert "Zanzibar" not in text
