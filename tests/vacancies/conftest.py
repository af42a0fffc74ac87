"""A vacancy with duties and criteria, on a day that stays the same."""

import uuid
from datetime import date
from pathlib import Path

import pytest

from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts
from vacancies.drafting.services.ordered import add_criterion, add_duty
from vacancies.induction.services import checklists, tasks
from vacancies.models import AdvertText, Criterion, Duty, Vacancy

TODAY = date(2026, 11, 23)
FOUR = {
    "opens_on": date(2027, 2, 1),
    "closes_on": date(2027, 2, 15),
    "interview_on": date(2027, 3, 1),
    "starts_on": date(2027, 6, 7),
}


@pytest.fixture(autouse=True)
def today(on_day) -> date:
    """Whatever asks for the day gets this Monday."""
    on_day(TODAY)
    return TODAY


@pytest.fixture
def vacancy(people) -> Vacancy:
    """The manager's vacancy, with nothing but its title."""
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )


@pytest.fixture
def dated(vacancy) -> Vacancy:
    """The vacancy with its own four dates."""
    for name, day in FOUR.items():
        setattr(vacancy, name, day)
    vacancy.save()
    return vacancy


@pytest.fixture
def other_vacancy(people) -> Vacancy:
    """A vacancy of the other organisation, with a duty and a criterion linked to it."""
    vacancy = Vacancy.objects.create(
        organisation=people.southmoor, created_by=people.other, title="Archivist"
    )
    duty = add_duty(vacancy=vacancy, text="Keeps the archive", key=uuid.uuid4())
    make_criterion(vacancy, "Can read old hands", duties=[duty])
    return vacancy


@pytest.fixture
def duties(vacancy) -> list[Duty]:
    texts = ("Answers enquiries", "Teaches searching", "Orders books")
    return Duty.objects.bulk_create(
        Duty(vacancy=vacancy, text=text, place=place, key=uuid.uuid4())
        for place, text in enumerate(texts, 1)
    )


@pytest.fixture
def criterion(vacancy, duties) -> Criterion:
    """An essential criterion, assessed by interview, linked to the first duty."""
    return make_criterion(vacancy, "Can plan a search", duties=duties[:1])


@pytest.fixture
def criteria(vacancy, criterion) -> list[Criterion]:
    """Three criteria in order, the first of them linked to a duty."""
    rest = ("Can teach a group", "Has catalogued books")
    return [criterion, *(make_criterion(vacancy, text) for text in rest)]


def make_criterion(vacancy: Vacancy, text: str, **changed: object) -> Criterion:
    values = {
        "duties": [],
        "category": "skills",
        "essential": True,
        "assessed_by": ["interview"],
        **changed,
    }
    return add_criterion(vacancy=vacancy, key=uuid.uuid4(), text=text, **values)


def write_advert(vacancy: Vacancy, **words: str) -> None:
    """Store words of the advert, in the place of those there were."""
    AdvertText.objects.update_or_create(vacancy=vacancy, defaults=words)


@pytest.fixture
def as_manager(people, client_of):
    return client_of(people.manager)


@pytest.fixture(scope="module")
def files(request, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of every ordinary document by its name."""
    return written(request.module, request.module.DOCUMENTS, tmp_path_factory.mktemp("documents"))


def written(module, documents, folder: Path) -> dict[str, Path]:
    """Write the PDF of each document into the folder; return the files by their names."""
    paths = {name: folder / f"{name}.pdf" for name in documents}
    for name, document in documents.items():
        paths[name].write_bytes(module.make_pdf(document))
    return paths


@pytest.fixture(scope="module")
def texts(files) -> dict[str, str]:
    """What a reader gets out of each ordinary PDF, without white space."""
    found = read_texts(files.values())
    return {name: found[path] for name, path in files.items()}


@pytest.fixture
def pdfua_faults():
    """Return a function that gives the rules each file breaks, of those that break any."""
    need_checker()

    def faults(files: dict[str, Path]) -> dict[str, list[str]]:
        found = check_pdfua(files.values())
        return {name: found[path] for name, path in files.items() if found[path]}

    return faults


@pytest.fixture
def template_read_anew(monkeypatch):
    """The template is read each time it is asked for, as after an editor's change."""
    read = checklists.template_as_written.__wrapped__
    for module in (checklists, tasks):
        monkeypatch.setattr(module, "template_as_written", read)
