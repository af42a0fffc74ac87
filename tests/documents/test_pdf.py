"""The PDF maker itself: which templates, how much, and that data stays data."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import typst

from kls_portal.documents import document_pdf as pdf
from kls_portal.documents.document_pdf import TEMPLATES, DocumentTooLongError
from kls_portal.documents.document_pdf import render_pdf as render_template

VACANCIES = Path(__file__).resolve().parents[2] / "vacancies"

SMALL = '#set document(title: "T", date: none)\n= {head}\n#json(bytes(sys.inputs.data)).words\n'


@pytest.fixture
def small_templates(tmp_path):
    """A template folder of our own; write a template by name and source."""

    def write(name: str, source: str) -> None:
        (tmp_path / f"{name}.typ").write_text(source, encoding="utf-8")

    return write


@pytest.fixture
def render_pdf(tmp_path):
    """Return `render_pdf` for templates of the folder of this test, by name."""
    return lambda name, data: render_template(tmp_path / f"{name}.typ", data)


def test_the_same_data_gives_the_same_bytes_and_other_data_others(small_templates, render_pdf):
    small_templates("small", SMALL.format(head="Head"))
    first = render_pdf("small", {"words": "one"})
    assert first.startswith(b"%PDF-1.7")
    assert render_pdf("small", {"words": "one"}) == first
    assert render_pdf("small", {"words": "two"}) != first


def test_a_pdf_whose_rows_get_no_heads_is_given_as_it_is(
    small_templates, render_pdf, monkeypatch, caplog
):
    small_templates("small", SMALL.format(head="Head"))
    monkeypatch.setattr(pdf, "with_row_heads", lambda made: made[len(made) :].index(b"%PDF"))
    assert render_pdf("small", {"words": "one"}).startswith(b"%PDF-1.7")
    assert caplog.records


def test_many_threads_at_once_each_get_their_own_document(small_templates, render_pdf):
    small_templates("small", SMALL.format(head="Head"))
    data = [{"words": f"Document number {n}"} for n in range(40)]
    alone = [render_pdf("small", each) for each in data]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda each: render_pdf("small", each), data))
    assert together == alone
    assert len(set(alone)) == len(data)


def test_a_document_above_the_limit_is_refused_with_both_numbers(
    small_templates, monkeypatch, render_pdf
):
    small_templates("small", SMALL.format(head="Head"))
    monkeypatch.setattr(pdf, "LONGEST_DOCUMENT", 1_000)
    assert render_pdf("small", {"words": "x " * 490})
    with pytest.raises(DocumentTooLongError, match=r"1,0\d\d\b.*\b1,000\b"):
        render_pdf("small", {"words": "x " * 500})


@pytest.mark.parametrize(
    "statement",
    [
        '#read("/etc/passwd")',
        '#read("../pdf.py")',
        '#import "@preview/tablex:0.0.8": tablex',
        '#image("https://example.org/x.png")',
    ],
)
def test_even_a_bad_template_reaches_no_file_and_no_network(small_templates, statement, render_pdf):
    small_templates("bad", SMALL.format(head="Head") + statement)
    with pytest.raises(typst.TypstError):
        render_pdf("bad", {"words": ""})


def test_a_file_that_is_not_accessible_is_never_made(small_templates, render_pdf):
    """typst itself refuses: no title, and a heading that skips a level."""
    small_templates("untitled", "= Head\n")
    small_templates("skipping", SMALL.format(head="Head") + "=== Third level\n")
    for name in ("untitled", "skipping"):
        with pytest.raises(typst.TypstError, match="PDF/UA-1"):
            render_pdf(name, {"words": ""})


@pytest.mark.parametrize(
    "template",
    [*sorted(TEMPLATES.glob("*.typ")), *sorted(VACANCIES.glob("*/exports/*.typ"))],
    ids=lambda path: path.name,
)
def test_no_template_runs_data_or_reaches_out(template):
    source = template.read_text(encoding="utf-8")
    # A place to tick on screen is a link of ours to nowhere; only its number comes from data.
    # What an address of data may be is decided in document.py.
    code = re.sub("//.*", "", source).replace('link(\n  "urn:x-tick:"', "")
    code = code.replace("link(address, looked)", "").replace("link(label(place), looked)", "")
    for forbidden in ("eval(", "link(", "@preview", "read(", "plugin(", "datetime.today"):
        assert forbidden not in code
