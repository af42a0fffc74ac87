"""What changed between two drafts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given

from kls_portal.word_changes import ADDED, REMOVED
from tests.each import each
from tests.vacancies.drafting.rules.drafts import DRAFTS
from vacancies.drafting.rules.differences import differences
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.freezing import freeze, thaw

DUTIES = (
    Duty(1, "Answers clinical enquiries for wards"),
    Duty(2, "Teaches staff how to search"),
    Duty(3, "Orders books and journals"),
)
CRITERIA = (
    Criterion(1, "Skills", True, "Can plan a search", ("Interview",), (1,)),
    Criterion(2, "Knowledge", False, "Knows a library system", (), (3,)),
)
DRAFT = Draft(title="Librarian", purpose="To find evidence", duties=DUTIES, criteria=CRITERIA)


def kinds(rows):
    return [(row.before, row.after, row.kinds) for row in rows]


@given(draft=DRAFTS)
def test_a_draft_does_not_differ_from_itself(draft):
    assert not differences(draft, thaw(freeze(draft)))
    assert not differences(draft, draft, same_vacancy=False)


def test_a_changed_text_names_its_part():
    found = differences(DRAFT, replace(DRAFT, purpose="To find and teach evidence"))
    assert [part.slug for part in found.parts] == ["purpose"]
    assert [s.text.strip() for s in found.parts[0].spans if s.kind == ADDED] == ["and teach"]
    assert found.count == 1


def test_dates_and_hours_are_parts_in_words():
    found = differences(DRAFT, replace(DRAFT, hours=Decimal("22.50"), opens_on=date(2027, 5, 4)))
    words = {part.name: "".join(span.text for span in part.spans) for part in found.parts}
    assert words == {"Hours a week": "22.5", "Advert opens": "4 May 2027"}


def test_spaces_make_no_difference():
    assert not differences(DRAFT, replace(DRAFT, purpose=" To  find\nevidence "))


def test_duties_added_removed_moved_and_changed():
    before = replace(DRAFT, duties=(*DUTIES, Duty(4, "Plans the rota")))
    after = (
        Duty(4, "Plans the rota and cover"),
        DUTIES[0],
        DUTIES[2],
        Duty(9, "Runs the journal club"),
    )
    found = differences(before, replace(DRAFT, duties=after))
    assert kinds(found.duties) == [
        (4, 1, ("moved", "changed")),
        (2, None, ("removed",)),
        (None, 4, ("added",)),
    ]


def test_what_stays_in_order_has_not_moved():
    found = differences(DRAFT, replace(DRAFT, duties=DUTIES[1:]))
    assert kinds(found.duties) == [(1, None, ("removed",))]


def test_group_share_and_area_are_noted():
    duty = replace(DUTIES[0], group="Enquiries", share=30, area="Research skills")
    found = differences(DRAFT, replace(DRAFT, duties=(duty, *DUTIES[1:])))
    assert found.duties[0].kinds == ("changed",)
    assert found.duties[0].notes == (
        ("Group", "", "Enquiries"),
        ("Share of time", "", "30%"),
        ("Area", "", "Research skills"),
    )


def test_everything_of_a_criterion_is_noted():
    changed = Criterion(1, "Experience", False, "Can plan a search", (), (2,))
    found = differences(DRAFT, replace(DRAFT, criteria=(changed, CRITERIA[1])))
    assert found.criteria[0].notes == (
        ("Category", "Skills", "Experience"),
        ("Weight", "Essential", "Desirable"),
        ("How assessed", "Interview", ""),
        ("Needed for", "“Answers clinical enquiries for wards”", "“Teaches staff how to search”"),
    )


def renumbered(draft):
    duties = tuple(replace(duty, id=duty.id + 100) for duty in draft.duties)
    criteria = tuple(
        replace(row, id=row.id + 100, duties=tuple(n + 100 for n in row.duties))
        for row in draft.criteria
    )
    return replace(draft, duties=duties, criteria=criteria)


def test_a_copy_with_ids_of_its_own_does_not_differ():
    assert not differences(DRAFT, renumbered(DRAFT), same_vacancy=False)


def test_a_copy_pairs_reworded_rows_by_their_words():
    copy = renumbered(DRAFT)
    reworded = replace(copy.duties[0], text="Answers clinical enquiries for theatres")
    new = Duty(999, "Keeps the archive open")
    copy = replace(copy, duties=(reworded, copy.duties[1], new))
    found = differences(DRAFT, copy, same_vacancy=False)
    assert kinds(found.duties) == [
        (1, 1, ("changed",)),
        (3, None, ("removed",)),
        (None, 3, ("added",)),
    ]
    texts = [(s.kind, s.text.strip()) for s in found.duties[0].spans if s.kind in (ADDED, REMOVED)]
    assert texts == [(REMOVED, "wards"), (ADDED, "theatres")]
    # The duty that the second criterion was linked to is gone.
    assert [row.notes for row in found.criteria] == [
        (("Needed for", "“Orders books and journals”", ""),)
    ]


@each("same_vacancy", [True, False])
def test_many_rows_are_compared_without_waiting(same_vacancy):
    before = Draft(duties=tuple(Duty(n, f"Does the thing {n} for wards") for n in range(2_000)))
    after = Draft(
        duties=tuple(Duty(n, f"Does a matter {n} for theatres") for n in range(1_000, 3_000))
    )
    found = differences(before, after, same_vacancy=same_vacancy)
    assert len(found.duties) >= 2_000
