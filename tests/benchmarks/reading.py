"""Old job descriptions of so many pages, and how long they take to read."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.measure import processor_seconds
from tests.vacancies.reading.layouts import Heading, Items, Para, Part, Rows, as_pdf, as_word
from vacancies.reading.reading import old_job_from_file

HEAD = ["Criteria", "Essential", "Desirable", "How assessed"]


def text_of_page(number: int) -> list[Part]:
    """A full page: a heading and 24 duties of two lines each."""
    of = "from staff of the hospital and of the university, and record what they asked for"
    duties = [f"Answer question {number} {n} {of} later use in reports" for n in range(24)]
    more = Para(f"Page {number} of the old form. " + "It says what the post is for. " * 16)
    return [more, Heading(f"Main duties {number}"), Items(duties)]


def table_of_page(number: int) -> list[Part]:
    """A full page: a heading and a table of 29 criteria with marks and methods."""
    rows = [
        [
            f"Experience {number} {n} of answering questions from staff of the hospital",
            *level,
            "A/I",
        ]
        for n in range(29)
        for level in [["✓", ""] if n % 2 else ["", "✓"]]
    ]
    return [Heading(f"Person specification {number}"), Rows([HEAD, *rows])]


def lines(rounds: int) -> Iterator[str]:
    """Yield what reading takes of the processor, and how it grows with the pages."""
    for name, made, read, page, pages in (
        ("text of a PDF", as_pdf, old_job_from_file, text_of_page, 30),
        ("tables of a PDF", as_pdf, old_job_from_file, table_of_page, 30),
        ("text and tables of a .docx", as_word, old_job_from_file, None, 10),
    ):
        documents = [made(_pages(page, count)) for count in (pages, 2 * pages)]
        works = [partial(read, document) for document in documents]
        once, twice = processor_seconds(*works, rounds=rounds)
        yield (
            f"The {name}, {pages} pages: {once:.2f} s of the processor, {once / pages:.3f} s a "
            f"page; twice the pages {twice / once:.1f} times."
        )


def _pages(page: Callable[[int], list[Part]] | None, count: int) -> list[Part]:
    kinds = [page] if page else [text_of_page, table_of_page]
    return [part for number in range(count) for part in kinds[number % len(kinds)](number)]
