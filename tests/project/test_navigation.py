"""The header marks the section that the breadcrumb names."""

from tests.each import each
from tests.pages import Page
from tests.project.access import PUBLIC


def marked(answer) -> list[str]:
    """Return the words of the sections that the header marks as the one somebody is in."""
    here = "a.nhsuk-header__navigation-link"
    return Page(answer).texts(f"{here}[aria-current=page] strong, {here}[aria-current=true] strong")


@each(
    "address, section",
    [
        ("/", []),
        ("/search/", []),
        ("/recruiting/", ["Recruiting"]),
        ("/induction/", ["Induction"]),
        ("/vacancies/profiles/", ["Tools"]),
        ("/vacancies/profiles/ILL-LIB-5/", ["Tools"]),
        ("/vacancies/check/", ["Tools"]),
        ("/vacancies/check/rules/", ["Tools"]),
        ("/vacancies/induction/", ["Tools"]),
        ("/vacancies/induction/?role=librarian&band=5&start=2027-05-04", ["Tools"]),
        ("/tools/examples/", ["Tools"]),
    ],
)
def test_the_section_is_marked(reference_data, guidance_pages, client, address, section):
    assert marked(client.get(address)) == section


def test_a_vacancy_and_its_induction_are_of_the_vacancies(people, client_of):
    client = client_of(people.manager)
    for address in ("/vacancies/", "/vacancies/new/"):
        assert marked(client.get(address)) == ["Vacancies"]


@each("address", PUBLIC)
def test_no_section_is_marked_that_the_breadcrumb_leaves_out(
    reference_data, guidance_pages, client, address
):
    answer = client.get(address)
    crumbs = Page(answer).addresses(".nhsuk-breadcrumb__link")
    for section in marked(answer):
        assert f"/{section.lower()}/" in [*crumbs, address.partition("?")[0]]
