"""The English of the guidance: connected, plain, one word a thing, and about the reader's work."""

from tests.guidance.content.words import Count, count, found_in, guidance_pages, said_on

PAGES = {page.path: page for page in guidance_pages()}
# Pages whose first text is still a telegram. The list can only shrink.
STILL_CHOPPED = {
    "induction",
    "induction/first-day-and-week",
    "induction/first-months-and-probation",
    "induction/national-welcome",
    "induction/new-managers",
    "induction/planning-an-induction",
    "recruiting",
    "recruiting/appointment-and-checks",
    "recruiting/apprenticeships",
    "recruiting/assessments",
    "recruiting/careers-promotion",
    "recruiting/email-lists",
    "recruiting/example-job-descriptions",
    "recruiting/flexible-working",
    "recruiting/graduate-trainees",
    "recruiting/interviews",
    "recruiting/national-profiles",
    "recruiting/nhs-jobs",
    "recruiting/paid-advertising",
    "recruiting/promoting-vacancies",
    "recruiting/qualifications-and-experience",
    "recruiting/qualifications-help-or-hinder",
    "recruiting/recruiting-for-skills",
    "recruiting/role-redesign",
    "recruiting/social-media",
    "recruiting/voluntary-roles",
    "recruiting/work-experience",
    "recruiting/writing-a-job-description",
    "retaining",
    "retaining/celebrating-success",
    "retaining/cpd-and-what-employers-look-for",
    "retaining/exit-conversations",
    "retaining/networks-for-people-who-work-alone",
    "retaining/one-to-ones-and-supervision",
    "retaining/performance-and-outcomes",
    "retaining/professional-registration",
    "retaining/progress-that-is-not-linear",
    "retaining/return-from-leave",
    "retaining/shadowing-mentoring-and-coaching",
    "retaining/succession-and-talent",
    "retaining/why-people-stay",
    "retaining/work-beyond-the-job-description",
}
# Pages that still say what the guidance does not say. The list can only shrink.
STILL_SAYS = {
    "induction",
    "induction/first-day-and-week",
    "induction/first-months-and-probation",
    "induction/national-welcome",
    "induction/new-managers",
    "induction/planning-an-induction",
    "recruiting",
    "recruiting/appointment-and-checks",
    "recruiting/apprenticeships",
    "recruiting/assessments",
    "recruiting/careers-promotion",
    "recruiting/email-lists",
    "recruiting/example-job-descriptions",
    "recruiting/flexible-working",
    "recruiting/graduate-trainees",
    "recruiting/interviews",
    "recruiting/national-profiles",
    "recruiting/nhs-jobs",
    "recruiting/paid-advertising",
    "recruiting/promoting-vacancies",
    "recruiting/qualifications-and-experience",
    "recruiting/qualifications-help-or-hinder",
    "recruiting/role-redesign",
    "recruiting/social-media",
    "recruiting/voluntary-roles",
    "recruiting/work-experience",
    "recruiting/writing-a-job-description",
    "retaining",
    "retaining/celebrating-success",
    "retaining/cpd-and-what-employers-look-for",
    "retaining/exit-conversations",
    "retaining/networks-for-people-who-work-alone",
    "retaining/one-to-ones-and-supervision",
    "retaining/performance-and-outcomes",
    "retaining/professional-registration",
    "retaining/progress-that-is-not-linear",
    "retaining/return-from-leave",
    "retaining/shadowing-mentoring-and-coaching",
    "retaining/succession-and-talent",
    "retaining/why-people-stay",
}


def test_a_telegram_breaks_the_limits_and_connected_sentences_keep_them():
    telegram = "Plan it. Ask HR. Book a room. Tell people. Do it early."
    connected = (
        "Ask HR early how long your panel takes, because banding often holds a vacancy up. "
        "Book the room before the advert opens, so that nobody has to wait for it."
    )
    assert set(count([telegram]).outside()) == {"mean", "short", "connected"}
    assert count([connected]).outside() == []


def test_headings_tables_and_fragments_are_no_sentences():
    text = "## A heading.\n\nOne sentence stands here.\n\n- a fragment\n\n| a |\n|---|\n| C d. |"
    assert count([text]).sentences == ("One sentence stands here.",)


def test_a_sentence_that_nobody_can_hold_is_named():
    assert Count(("word " * 26 + ".",)).long
    assert not Count(("word " * 25 + ".",)).long


def test_a_word_that_is_not_used_is_found_with_its_better_word():
    assert found_in("We could not read its points.")
    assert found_in("Somebody leaves.")
    assert not found_in("Someone leaves, and you can read the points.")


def test_only_the_pages_that_are_listed_are_chopped():
    assert {path for path, page in PAGES.items() if count([page.text]).outside()} == STILL_CHOPPED


def test_only_the_pages_that_are_listed_say_what_is_not_said():
    assert {path for path, page in PAGES.items() if said_on(page)} == STILL_SAYS
