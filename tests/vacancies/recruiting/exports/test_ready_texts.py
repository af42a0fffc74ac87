"""Short texts for an email list, LinkedIn and a bulletin."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.checks.rules.vacancy import GOOD
from vacancies.drafting.rules.advert import Advert, Limit, shipped_limits
from vacancies.drafting.rules.fields import Draft
from vacancies.recruiting.exports.advert import ready_texts

LINK = "https://www.jobs.nhs.uk/candidate/jobadvert/C0000-00-0000"


def texts(draft=GOOD.draft, limits=None, **advert):
    given = replace(GOOD.advert, link=LINK, **advert)
    found = ready_texts(draft, given, "Northfield NHS Trust", limits or shipped_limits())
    return {text.slug: text for text in found}


def test_each_holds_the_facts_nobody_may_miss():
    for text in texts().values():
        for fact in (
            "Librarian, band 5, Northfield NHS Trust",
            "£32,073",
            "22 February 2027",
            LINK,
        ):
            assert fact in text.text


def test_an_email_has_a_subject_with_place_and_band():
    assert texts()["email-list"].subject == "Librarian, band 5: Northfield Hospital"


@each("overview", ["One short sentence. " * 100, "word " * 900, "", "x" * 5000])
def test_each_stays_within_its_limit(overview):
    draft = replace(GOOD.draft, title="Very long title " * 12, place="Place " * 30)
    for used in (GOOD.draft, draft):
        for text in texts(used, overview=overview).values():
            assert text.limit.problem(text.text) == ""
            assert text.count <= text.limit.most


def test_whole_sentences_of_the_overview_are_taken_as_far_as_they_fit():
    text = texts(overview="First one here. Second one here. Third " + "word " * 200)[
        "email-list"
    ].text
    assert "First one here. Second one here." in text
    assert "word" not in text


def test_facts_alone_that_are_too_many_are_cut_at_a_word():
    limits = {**shipped_limits(), "bulletin": Limit("bulletin", "B", "words", 0, 4)}
    assert texts(limits=limits)["bulletin"].text == "Librarian, band 5, Northfield…"


def test_what_is_missing_is_said_in_words():
    found = ready_texts(Draft(title="Librarian"), Advert(), "Northfield", shipped_limits())
    assert found[0].missing == (
        "Still missing: the overview.",
        "Still missing: the pay.",
        "Still missing: the closing date.",
        "Still missing: the address of the advert.",
    )
    assert found[0].text == "Librarian, Northfield."


@each("route", ["volunteer", "work-experience"])
def test_an_unpaid_route_says_so_and_lacks_no_pay(route):
    draft = replace(GOOD.draft, contract=route, band="")
    typed_before = texts(draft=draft, pay="£32,073", pay_pro_rata="£5,000")["email-list"]
    text = texts(draft=draft, pay="", pay_pro_rata="")["email-list"]
    assert text.text == typed_before.text
    assert "£32,073" not in text.text
    paid = texts(draft=replace(draft, contract="permanent"), pay="", pay_pro_rata="")["email-list"]
    assert len(paid.missing) == len(text.missing) + 1, "an unpaid route lacks no pay"
    assert paid.text != text.text
