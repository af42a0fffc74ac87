"""A paper as PDF: its words and tags, and PDF/UA-1 for everything a text can hold."""

import pytest

from kls_portal.documents.paper import Paper
from kls_portal.documents.paper_pdf import paper_pdf
from tests.documents.hostile import HOSTILE
from tests.documents.papers import filled_with, make_paper
from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts, squeezed


def test_the_same_paper_gives_the_same_bytes_and_another_others():
    assert paper_pdf(make_paper()) == paper_pdf(make_paper())
    assert paper_pdf(make_paper()) != paper_pdf(make_paper(landscape=True))


@pytest.mark.pdfua
def test_every_part_is_there_and_every_paper_is_accessible(tmp_path):
    need_checker()
    papers = {
        "all": make_paper(),
        "wide": make_paper(landscape=True),
        "empty": Paper(""),
        "blank": filled_with(" "),
        "long": filled_with("Every word of it counts. " * 200),
        **{f"hostile-{name}": filled_with(text) for name, text in HOSTILE.items()},
    }
    files = {name: tmp_path / f"{name}.pdf" for name in papers}
    for name, paper in papers.items():
        files[name].write_bytes(paper_pdf(paper))
    assert {path.stem: faults for path, faults in check_pdfua(files.values()).items()} == {
        name: [] for name in files
    }
    text = read_texts([files["all"]], tmp_path)[files["all"]]
    for words in (
        "Interview pack: Librarian",
        "Monday 4 January 2027",
        "the interview page (https://portal.example/interviews) for fair questions.",
        "Answers enquiries",
        "Book the room",
        "What you would ask again",
        "What went well",
        "well done",
        "Deepest",
    ):
        assert squeezed(words) in text
