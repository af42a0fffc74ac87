"""Words for the person wanted: vague, coded, or put off whoever reads them."""

from tests.each import each
from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check


@each(
    "item, place",
    [
        ("Hard-working and kind", "Hard-working"),
        ("A good team player", "team player"),
        ("Passionate about libraries", "Passionate"),
        ("Has a flexible\nattitude", "flexible\nattitude"),
        ("Self-starter", "Self-starter"),
        ("Excellent communication skills", "Excellent communication skills"),
        ("Good communication skills.", "Good communication skills."),
        ("Excellent IT skills", "Excellent IT skills"),
    ],
)
def test_vague_trait_fires(item, place):
    assert hits("A9", essential(item), "ps") == [place]
    assert hits("A9", desirable(item), "ps") == [place]


@each(
    "item",
    [
        "Excellent communication skills, shown by teaching groups",
        "Can explain a search to somebody new",
        "Knows dynamic risk assessment",
        "Works in a lively library",
        "You need not be a team player",
        "Says “team player” in a quotation",
        "Compassionate",
    ],
)
def test_vague_trait_stays_silent(item):
    assert hits("A9", essential(item), "ps") == []


def test_vague_trait_dynamic_is_one_finding_with_its_age():
    shown = [
        f for f in check("We want a dynamic person.", "advert").findings if f.excerpt == "dynamic"
    ]
    assert [(finding.rule, finding.also) for finding in shown] == [("A9", ("C6",))]


def test_vague_trait_the_same_trait_twice_is_one_finding():
    assert hits("A9", essential("A team player", "A real team-player"), "ps") == ["team player"]


def test_vague_trait_is_no_rule_of_the_job_description():
    assert hits("A9", "Passionate about books.", "jd") == []


@each(
    "text, places",
    [
        (
            "Person specification\n\nEssential\n- Has excellent interpersonal skills",
            ["Has excellent interpersonal skills"],
        ),
        (
            "Person specification\n\nEssential\n- Excellent communication skills, both "
            "written and verbal",
            ["Excellent communication skills, both written and verbal"],
        ),
        (
            "Person specification\n\nEssential\n- Excellent attention to detail",
            ["Excellent attention to detail"],
        ),
    ],
)
def test_vague_trait_other_words_for_it(text, places):
    assert hits("A9", text, "ps") == places


@each(
    "text, places",
    [
        (
            "You have excellent interpersonal and communication skills and enjoy meeting people.",
            ["excellent interpersonal and communication skills"],
        ),
        ("You have excellent communication skills, shown by teaching groups.", []),
        ("You explain results well to people in a hurry.", []),
    ],
)
def test_vague_trait_superlatives_of_skills_in_an_advert(text, places):
    assert hits("A9", text, "advert") == places


@each(
    "text, found",
    [
        ("Will be a good cultural fit", ["cultural fit"]),
        ("Able to fit in", ["fit in"]),
        ("A bubbly personality", ["bubbly personality"]),
        ("The right type of person for us", ["right type of person"]),
        ("One of our sort of people", ["our sort of"]),
        ("Gives a benefit in kind", []),
        ("Supports a ward for people with personality disorder", []),
        ("Hours can fit in around school", []),
        ("Fit for purpose", []),
        ("Able to fit in with the needs of the rota", []),
        ("Keeps an outfit in order", []),
    ],
)
def test_hidden_fit(text, found):
    assert hits("A12", essential(text), "ps") == found


@each(
    "text, found",
    [
        ("The ideal candidate knows it all.", ["ideal candidate"]),
        ("You will ideally speak five languages.", ["will ideally"]),
        ("We want a superstar.", ["superstar"]),
        ("Get in touch if you wish to talk.", []),
        ("This is an ideal place for a walk.", []),
        ("There is no perfect candidate.", []),
        ("The report says “the ideal candidate” twice.", []),
    ],
)
def test_wish_list(text, found):
    assert hits("B12", text, "jd") == found


def test_gender_coded_words_fires_once_at_the_first_masculine_word_and_lists_both():
    text = "We want a competitive, ambitious and dominant person who is kind."
    assert hits("C5", text, "advert") == ["competitive"]
    message = next(f.message for f in check(text, "advert").findings if f.rule == "C5")
    assert "competitive, ambitious, dominant" in message, "the masculine words are listed"
    assert "kind" in message


@each(
    "text, found",
    [
        (
            "Northfield Hospitals NHS Foundation Trust is responsible for the support of "
            "individuals.",
            [],
        ),
        ("You will lead on analytical work and set objectives for individuals.", []),
        ("The competencies needed are in the decision log of the workforce team.", []),
        ("You handle sensitive data and support the committee.", []),
        ("Our data-driven, interactive and reactive service has an active directory.", []),
        ("You are ambitious and kind, honest and warm.", []),
        ("An ambitious plan.", []),
        ("Christchurch lies by the sea.", []),
        ("You are gentle, warm, tender, loyal and polite.", []),
    ],
)
def test_gender_coded_words(text, found):
    assert hits("C5", text, "advert") == found


@each(
    "text, found",
    [
        ("This would suit a recent graduate.", ["recent graduate"]),
        ("Young, keen teams are built here.", ["Young"]),
        ("We want a digital native.", ["digital native"]),
        ("You have a mature attitude.", ["mature"]),
        ("You are energetic.", ["energetic"]),
        ("Join a dynamic team.", ["dynamic"]),
        ("Our service is for children and young people.", []),
        ("We welcome mature students.", []),
        ("We are a young service with plans.", []),
        ("You have a mature approach to conflict.", []),
        ("You follow a dynamic risk assessment.", []),
        ("You need not be a recent graduate.", []),
        ("Mr Youngs reads premature births data.", []),
        ("You train recent graduates and support school leavers.", []),
    ],
)
def test_age_coded_word(text, found):
    assert hits("C6", text, "jd") == found


@each(
    "text, found",
    [
        ("He will run the desk.", ["He"]),
        ("The librarian keeps her skills up to date.", ["her"]),
        ("He or she runs the desk. In his work the postholder uses data.", ["his"]),
        ("The post reports to the Library Manager. He will run it.", ["He"]),
        ("The postholder and his team run it.", ["his"]),
        ("You answer by phone and by email. He orders books.", ["He"]),
        ("S/he runs the desk, and (s)he trains his/her team.", []),
        ("He/she, or she / he, will plan his or her own work for him, her or them.", []),
        ("The postholder answers for himself or herself.", []),
        ("The other theatre there has shelves.", []),
        ("Here they cherish the sheet.", []),
        ("We teach in FE and HE.", []),
        ("You will read “She stoops to conquer” to patients.", []),
        ("Contact Sarah Bell for a chat; she will be glad to help.", []),
        ("You will report to Jane Smith. She leads the service.", []),
        ("Call the manager for a chat. She will be glad to help.", []),
        ("They run the desk with their team.", []),
        ("He and his team lend books. She reads them.", ["He", "She"]),
        ("You use HIS, the Hospital Information System.", []),
        ("You follow the SHE policy.", []),
        ("HE and FE", []),
    ],
)
def test_he_or_she(text, found):
    assert hits("C7", text) == found


@each(
    "text, places",
    [
        ("You stand in for the Head when she is away.", []),
        ("The postholder reports to the Head when he is away.", ["he"]),
    ],
)
def test_he_or_she_other_words_for_it(text, places):
    assert hits("C7", text, "jd") == places


@each(
    "text, found",
    [
        ("No time wasters, please.", ["No time wasters"]),
        ("Late forms will not be considered.", ["will not be considered"]),
        ("You must be able to cope with noise.", ["must be able to cope"]),
        ("Every form will be considered.", []),
        ("Do apply, even if you do not meet every point.", []),
    ],
)
def test_warning_tone(text, found):
    assert hits("C10", text, "advert") == found
