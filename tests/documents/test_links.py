"""Links of a document: live, named by their words, in PDF and Word."""

from io import BytesIO
from zipfile import ZipFile

import pikepdf

from kls_portal.documents.document import Document, Heading, Paragraph, Run, live_address
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from tests.each import each

SITE = "https://portal.example"
LINKED = Document(
    title="Guide",
    parts=(
        Heading(2, "Interviews", address=f"{SITE}/recruiting/interviews/"),
        Paragraph((Run("Read "), Run("the manifesto", address="https://manifesto.example/a"))),
        Paragraph((Run("How to ask", address=f"{SITE}/recruiting/interviews/#ask"),)),
        Paragraph((Run("Write to us", address="library@trust.example"),)),
    ),
)


@each(
    "address, live",
    [
        ("https://a.example/", "https://a.example/"),
        ("http://a.example/", "http://a.example/"),
        ("library@trust.example", "mailto:library@trust.example"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("urn:x-tick:1:1", ""),
        ("", ""),
    ],
)
def test_only_the_web_and_email_are_led_to(address, live):
    assert live_address(Run("words", address=address)) == live


def test_a_pdf_leads_to_the_web_and_to_its_own_pages():
    with pikepdf.open(BytesIO(document_pdf(LINKED))) as file:
        links = [note for page in file.pages for note in page.get("/Annots", ())]
        outside = [str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A]
        inside = [link for link in links if "/Dest" in link or "/D" in link.get("/A", {})]
    assert outside == ["https://manifesto.example/a", "mailto:library@trust.example"]
    assert len(inside) == 1


def test_a_word_file_leads_to_the_web_and_to_its_own_headings():
    with ZipFile(BytesIO(document_docx(LINKED))) as file:
        text = file.read("word/document.xml").decode()
        leads = file.read("word/_rels/document.xml.rels").decode()
    assert "https://manifesto.example/a" in leads
    assert "mailto:library@trust.example" in leads
    assert f"{SITE}/recruiting" not in leads
    assert 'w:anchor="_Toc000001"' in text


def test_no_address_stands_in_the_middle_of_a_sentence():
    with ZipFile(BytesIO(document_docx(LINKED))) as file:
        assert "manifesto.example" not in file.read("word/document.xml").decode()
