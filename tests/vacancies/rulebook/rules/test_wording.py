"""How plainly a text is written, and what in it is out of date."""

import re

from kls_portal.calendar.working_days import NATIONS
from tests.each import each
from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

WORDS = " ".join(["word"] * 25)


@each(
    "text, found",
    [
        (f"{WORDS} more.", [f"{WORDS} more."]),
        (f"{WORDS}.", []),
        ("MAIN DUTIES AND RESPONSIBILITIES OF THE POST\n\nYou run the desk.", []),
    ],
)
def test_long_sentence(text, found):
    assert hits("C1", text) == found


def test_long_sentence_gives_the_number_in_words():
    messages = [finding.message for finding in check(f"{WORDS} more.").findings]
    assert "This sentence has 26 words. Try two." in messages


def test_long_sentence_list_items_without_a_full_stop_are_sentences_of_their_own():
    items = "\n".join(f"- run the desk and help readers number {n}" for n in range(9))
    assert hits("C1", items) == []
    assert hits("C1", items.replace("- ", "• ")) == []


def test_long_sentence_lines_of_a_wrapped_paragraph_are_one_sentence():
    text = "\n".join(["the desk is a place where people come and ask for help"] * 3) + "."
    assert hits("C1", text) == [text]


@each("short", ["e.g.", "Dr.", "£25.50", "J.", "approx."])
def test_long_sentence_an_abbreviation_ends_no_sentence(short):
    text = f"{WORDS} {short} Something more."
    assert hits("C1", text) == [text]


HARD = (
    "Organisational transformation necessitates comprehensive interdisciplinary collaboration, "
    "incorporating methodological considerations alongside administrative accountability. "
)


EASY = "You run the desk. You help people find books. You shelve them too. "


def test_reading_age_fires_once_about_the_whole_text():
    assert hits("C2", HARD * 6) == [""]


def test_reading_age_stays_silent_on_plain_words():
    assert hits("C2", EASY * 6) == []


def test_reading_age_a_few_words_have_no_age_worth_reporting():
    assert hits("C2", HARD) == []


def test_reading_age_names_and_unavoidable_terms_do_not_age_a_text():
    plain = "You will help the team in the room at the top of the stairs. "
    named = "You will help the Christchurch Infirmary Postgraduate Library librarians. "
    ages = [check(text * 8).summary.reading_age for text in (plain, named)]
    assert ages[1] <= ages[0] + 3
    assert hits("C2", named * 8) == []


@each(
    "text, place",
    [
        ("You will update the LMS.", "LMS"),
        ("You will use PICO to frame it.", "PICO"),
        ("Staff keep up their CPD.", "CPD"),
        ("Talk to the team (CPD) about it.", "CPD"),
        ("You use KLS. Knowledge and library services (KLS) matter.", "KLS"),
        ("We work with FE and HE.", "FE"),
    ],
)
def test_abbreviation_not_spelt_out_fires_at_the_first_use(text, place):
    assert hits("C3", text)[:1] == [place]


@each(
    "text, found",
    [
        ("You will update the library management system (LMS). The LMS is old.", []),
        ("You will update the LMS (library management system).", []),
        ("Knowledge and library services (KLS) are small.", []),
        ("You support continuing professional development (CPD).", []),
        ("An inter-library loan (ILL) takes a day.", []),
        ("The NHS in the UK has an IT team and an HR team.", []),
        ("JOB DESCRIPTION AND PERSON SPECIFICATION\n\nYou run the desk.", []),
        ("You MUST wash your hands.", []),
        ("Send a PDF of your CV.", []),
        ("Write to us at LKS@TRUST.example or see HTTP.EXAMPLE.", []),
        ("Room AB12 is on floor 2.", []),
        ("Aneurin Bevan UHB\nYou help staff of the UHB to find evidence.", []),
        ("Hywel Dda University Health Board\nHDUHB (UHB) is a large employer.", []),
        ("You work in the libraries of MPHT. Mid Pennine Hospitals NHS Trust is large.", []),
        ("The LMS is old. The LMS is slow. The OPAC is new.", ["LMS", "OPAC"]),
        ("We have two LMSs and one LMS.", ["LMS"]),
        ("FAMILY: Administrative Services", []),
        ("BASE: Northfield", []),
        ("2 – £26,000 PRO RATA", []),
        ("Post number LN/S 24512", []),
        ("JD/JE reference", []),
        ("HEALTH & SAFETY – employees must take care.", []),
        ("CARE GROUP/DIRECTORATE: Medicine", []),
        ("You look after SIERRA for the whole Trust.", []),
        ("This is a MAGNET hospital. A magnet hospital keeps its staff.", []),
        ("You visit HMP Ranby.", []),
        ("You use CINAHL each day.", ["CINAHL"]),
        ("The LMS works. We chose the library management system (LMS) in May.", ["LMS"]),
    ],
)
def test_abbreviation_not_spelt_out(text, found):
    assert hits("C3", text) == found


@each(
    "text, found",
    [
        ("You will staff the issue desk.", ["issue desk"]),
        ("You will check our holdings.", ["holdings"]),
        ("You will meet stakeholders.", ["stakeholders"]),
        ("Going forward we will grow.", ["Going forward"]),
        ("You will run the ILL service.", ["ILL"]),
        ("You help people who are ill.", []),
        ("The case of CAs is in the hall.", []),
        ("We update the library management system (LMS).", []),
        ("They call it “synergy” elsewhere.", []),
        ("The shareholdings are listed.", []),
        ("Tell stakeholders. Thank stakeholders.", ["stakeholders"]),
    ],
)
def test_jargon(text, found):
    assert hits("C4", text) == found


def test_jargon_an_abbreviation_is_one_finding():
    shown = [f for f in check("You update the LMS.", "advert").findings if f.excerpt == "LMS"]
    assert [(finding.rule, finding.also) for finding in shown] == [("C3", ("C4",))]


@each(
    "text, plain",
    [
        ("You meet Stakeholders.", "Say who they are, such as “readers” or “managers”."),
        ("You staff the issue-desk.", "Write “the desk where people borrow and return”."),
        ("You update the LMS.", "Write “library system”."),
    ],
)
def test_jargon_says_what_to_write_instead(text, plain):
    shown = [f for f in check(text, "advert").findings if "C4" in (f.rule, *f.also)]
    assert [plain in finding.suggestion for finding in shown] == [True]


def test_reader_not_addressed_fires_once():
    assert hits("C8", "The postholder will run the desk. Youth is no matter.", "advert") == [""]


@each("word", ["You", "Your", "You'll", "You’ll"])
def test_reader_not_addressed_stays_silent(word):
    assert hits("C8", f"{word} do the desk. The library lends books.", "advert") == []


def test_reader_not_addressed_is_asked_of_adverts_alone():
    text = "The postholder will run the desk."
    assert hits("C8", text, "jd") == hits("C8", text, "ps") == hits("C8", text) == []


@each(
    "text, place, plain",
    [
        ("You will utilise the catalogue.", "utilise", "use"),
        ("In order\nto help, you listen.", "In order\nto", "to"),
        ("You undertake searches.", "undertake", "do"),
    ],
)
def test_heavy_wording_fires_with_a_replacement(text, place, plain):
    found = [finding for finding in check(text).findings if finding.rule == "C9"]
    assert [(finding.excerpt, finding.replacement) for finding in found] == [(place, plain)]
    assert plain in found[0].message


@each(
    "text",
    [
        "Job title: Liaison Librarian\n\nYou use the catalogue.",
        "The undertaker is next door.",
        "They wrote “utilise” on the wall.",
    ],
)
def test_heavy_wording_stays_silent(text):
    assert hits("C9", text) == []


def test_heavy_wording_a_large_share_of_passive_sentences_is_one_finding():
    text = "Books are ordered by the desk. " * 4 + "You run the desk. " * 6
    found = [finding for finding in check(text).findings if finding.rule == "C9"]
    assert [finding.excerpt for finding in found] == [""]
    assert re.findall(r"\d+", found[0].message)[:2] == ["4", "10"]


def test_heavy_wording_a_small_share_is_none():
    text = "Books are ordered by the desk. " * 2 + "You run the desk. " * 8
    assert hits("C9", text) == []


def test_heavy_wording_words_that_only_look_passive():
    assert hits("C9", "You are committed to care. The desk is based here. " * 6) == []


@each(
    "text, places",
    [
        ("Works within the Data Protection Act 1998.", ["Data Protection Act 1998"]),
        ("Works within the Data Protection Act 1988.", ["Data Protection Act 1988"]),
        ("You follow the Race Relations (Amendment) Act.", ["Race Relations (Amendment) Act"]),
        ("A Criminal Records Bureau check is needed.", ["Criminal Records Bureau"]),
        ("ECDL, or the same skill. ECDL helps.", ["ECDL"]),
        ("You run our Twitter account.", ["Twitter"]),
        ("This post is paid for by HEE.", ["HEE"]),
        ("You use NHS Athens.", ["NHS Athens"]),
        (
            "PREP requirements, the DDA and KSF gateways apply.",
            ["PREP requirements", "the DDA", "KSF gateways"],
        ),
        ("Works within the Data Protection Act 2018.", []),
        ("Health Education England, now part of NHS England, paid for it.", []),
        ("You keep the archive of the Commission for Racial Equality.", []),
        ("Twittering birds are heard at Hywel Dda University Health Board.", []),
    ],
)
def test_out_of_date_old_names(text, places):
    assert hits("T1", text, "jd") == places


@each("text", ["ECDL, or the same skill.", "Paid for by HEE. HEE sets the terms."])
def test_out_of_date_what_is_replaced_need_not_be_spelt_out(text):
    assert (hits("C3", text, "jd"), len(hits("T1", text, "jd"))) == ([], 1)
    assert hits("C3", "HEE is now part of NHS England.", "jd") == ["HEE"]


def test_out_of_date_it_says_what_came_after():
    found = [one for one in check("You run our Twitter account.").findings if one.rule == "T1"]
    assert "X" in found[0].suggestion


def test_out_of_date_the_law_of_northern_ireland_is_up_to_date_there():
    text = "You follow the Disability Discrimination Act 1995."
    assert hits("T1", text, "jd") == ["Disability Discrimination Act 1995"]
    assert hits("T1", f"Northern Ireland\n\n{text}", "jd") == []


@each(
    "nation, names",
    [("NIR", ["Equality Act 2010", "DBS"]), ("SCT", ["DBS"]), ("ENG", []), ("WLS", []), ("", [])],
)
def test_out_of_date_names_that_another_nation_has(nation, names):
    text = "You follow the Equality Act 2010. A DBS check comes first."
    found = [one for one in check(text, nation=nation).findings if one.rule == "T1"]
    assert [one.excerpt for one in found] == names
    assert all(NATIONS[nation] in one.message for one in found)


@each(
    "text, found",
    [
        (
            "Flexible working can be asked for after 26 weeks of service.",
            ["Flexible working can be asked for after 26 weeks"],
        ),
        ("After 26 weeks of service you may ask for flexible working.", ["26 weeks"]),
        ("HSC Trust, Belfast. Flexible working: after 26 weeks of service.", []),
        ("Maternity pay comes after 26 weeks. Flexible working is welcome.", []),
    ],
)
def test_out_of_date_a_wait_for_flexible_working(text, found):
    assert hits("T1", text, "jd") == found


@each(
    "text, gap",
    [
        ("Job title: [insert job title]", "[insert job title]"),
        ("We are <Trust name>, by the sea.", "<Trust name>"),
        ("Reports to: Click or tap here to enter text.", "Click or tap here to enter text"),
        ("Contract\tPermanent / fixed term (delete as appropriate)", "(delete as appropriate)"),
        ("Hours: XX a week", "XX"),
        ("Pay: £XX,XXX a year", "£XX,XXX"),
        ("Base: TBC", "TBC"),
        ("Salary\nTo be confirmed", "To be confirmed"),
        ("Duties\n\n- Choose an item.\n- Run the desk", "Choose an item"),
        ('Here at "name of Trust" we read.', '"name of Trust"'),
    ],
)
def test_a_gap_of_the_form_is_found(text, gap):
    assert hits("T3", text) == [gap]
    assert gap not in hits("C3", text)


@each(
    "text",
    [
        "Interview date: to be confirmed",
        "Choose items for display, insert slips and enter text into the catalogue.",
        "Delete records as readers ask. Gloves come in XXL.",
        "Northfield NHS Trust [the Trust] lends books [E] and rooms <https://example.org/name>.",
        "Base: Tbilisi Court",
    ],
)
def test_what_is_no_gap_of_the_form_is_not(text):
    assert hits("T3", text) == []
