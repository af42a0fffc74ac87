"""The PDFs of a test module, by name, made by its `make_pdf`: `DOCUMENTS` with ordinary words, and
the same document with each hostile text in every place.

What any text does to a PDF is proved of the shared paper (tests/documents/test_paper_pdf.py), so
`make test` leaves the hostile ones to `make test-all`.
"""

from pathlib import Path

import pytest

from tests.documents.hostile import HOSTILE
from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts


@pytest.fixture(scope="module")
def files(request, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of every ordinary document by its name."""
    return written(request.module, request.module.DOCUMENTS, tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="module")
def hostile_files(request, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF with a hostile text in every place, by the name of the text."""
    everywhere = request.module.everywhere
    documents = {name: everywhere(text) for name, text in HOSTILE.items()}
    return written(request.module, documents, tmp_path_factory.mktemp("hostile"))


def written(module, documents, folder: Path) -> dict[str, Path]:
    """Write the PDF of each document into the folder; return the files by their names."""
    paths = {name: folder / f"{name}.pdf" for name in documents}
    for name, document in documents.items():
        paths[name].write_bytes(module.make_pdf(document))
    return paths


@pytest.fixture(scope="module")
def texts(files, tmp_path_factory) -> dict[str, str]:
    """What a reader gets out of each ordinary PDF, without white space."""
    return read(files, tmp_path_factory)


@pytest.fixture(scope="module")
def hostile_texts(hostile_files, tmp_path_factory) -> dict[str, str]:
    """What a reader gets out of each hostile PDF, without white space."""
    return read(hostile_files, tmp_path_factory)


def read(files, tmp_path_factory) -> dict[str, str]:
    need_checker()
    found = read_texts(files.values(), tmp_path_factory.mktemp("texts"))
    return {name: found[path] for name, path in files.items()}


@pytest.fixture
def pdfua_faults():
    """Return a function that gives the rules each file breaks, of those that break any."""
    need_checker()

    def faults(files: dict[str, Path]) -> dict[str, list[str]]:
        found = check_pdfua(files.values())
        return {name: found[path] for name, path in files.items() if found[path]}

    return faults
