"""The criteria of a vacancy."""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, criterion_places, field_rule, noted
from vacancies.drafting.rules.sections import shortened
from vacancies.rulebook.qualifications import level_of
from vacancies.rulebook.rulebook import number, rule
from vacancies.rulebook.rules.criteria import MOST_ITEMS
from vacancies.rulebook.similarity import similar, stems


@field_rule("A5")
def many_essential_criteria(file: VacancyFile) -> Iterator[PlacedFinding]:
    """A5: more essential criteria than anyone needs on day one.

    Report once, with the number. Source: no authoritative number was found; the limits are house
    defaults.
    """
    count = len(file.criteria(essential=True))
    if count > number("A5", "warn"):
        variant = "strong" if count > number("A5", "strong") else ""
        place = at("person-specification")
        yield noted("A5", place, about=str(count), variant=variant, n=count)


@field_rule("A6")
def criterion_without_duty(file: VacancyFile) -> Iterator[PlacedFinding]:
    """A6: an essential criterion linked to no duty.

    Report each essential criterion not linked to any existing duty. Source: NHS Job Evaluation
    Handbook, chapter 10.
    """
    places = criterion_places(file.draft)
    duties = {duty.id for duty in file.draft.duties}
    for row in file.criteria(essential=True):
        if not duties.intersection(row.duties):
            yield noted("A6", places[row.id], row.text, item=shortened(row.text))


@field_rule("A7")
def criterion_not_assessed(file: VacancyFile) -> Iterator[PlacedFinding]:
    """A7: a criterion that does not say how it is assessed.

    Report each criterion without a method. Source: background knowledge of person specifications in
    the NHS; not confirmed.
    """
    places = criterion_places(file.draft)
    for row in file.draft.criteria:
        if not row.assessed_by:
            yield noted("A7", places[row.id], row.text, item=shortened(row.text))


@field_rule("A8")
def same_item_in_both_columns(file: VacancyFile) -> Iterator[PlacedFinding]:
    """A8: the same criterion is both essential and desirable.

    Report each desirable criterion that is essential too. Source: house rule. Criteria are the same
    if they share most of their words, in any order.
    """
    places = criterion_places(file.draft)
    least = rule("A8").parameters["similarity"]
    essential = [stems(row.text) for row in file.criteria(essential=True)[:MOST_ITEMS]]
    for row in file.criteria(essential=False)[:MOST_ITEMS]:
        words = stems(row.text)
        if any(similar(words, other) > least for other in essential):
            yield noted("A8", places[row.id], row.text, item=shortened(row.text))


@field_rule("A15")
def knowledge_and_profile(file: VacancyFile) -> Iterator[PlacedFinding]:
    """A15: the qualification required is below or above the profile's level of knowledge.

    Report the essential criterion with the highest level if that is outside the profile. Source:
    NHS Job Evaluation Handbook, second edition (gov.scot), page 3; which words stand for which
    level is our own reading (knowledge_words.toml), not confirmed.
    """
    levels = [(level_of(row.text), row) for row in file.criteria(essential=True)]
    known = [(level, row) for level, row in levels if level]
    if file.knowledge is None or not known:
        return
    level, row = max(known, key=lambda pair: pair[0])
    lowest, highest = file.knowledge
    if not lowest <= level <= highest:
        variant = "less" if level < lowest else "more"
        yield noted("A15", criterion_places(file.draft)[row.id], row.text, variant=variant)
