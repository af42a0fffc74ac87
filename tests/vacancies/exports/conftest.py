"""The PDFs of a test module: each of its `DOCUMENTS`, by name, made by its `make_pdf`."""

from pathlib import Path

import pytest

from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts


@pytest.fixture(scope="module")
def files(request, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of every document by its name."""
    folder = tmp_path_factory.mktemp("documents")
    paths = {name: folder / f"{name}.pdf" for name in request.module.DOCUMENTS}
    for name, document in request.module.DOCUMENTS.items():
        paths[name].write_bytes(request.module.make_pdf(document))
    return paths


@pytest.fixture(scope="module")
def texts(files, tmp_path_factory) -> dict[str, str]:
    """What a reader gets out of each PDF, without white space."""
    need_checker()
    found = read_texts(files.values(), tmp_path_factory.mktemp("texts"))
    return {name: found[path] for name, path in files.items()}


@pytest.fixture(scope="module")
def faults(files) -> dict[str, list[str]]:
    """What the PDF/UA checker finds in each PDF, by its name."""
    need_checker()
    found = check_pdfua(files.values())
    return {name: found[path] for name, path in files.items()}
