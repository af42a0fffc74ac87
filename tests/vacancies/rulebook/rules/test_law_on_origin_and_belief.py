"""What equality law says of origin, belief and private life."""

from tests.each import each
from tests.vacancies.rulebook.report import essential, hits, lawful_beside
from vacancies.rulebook.check import check


@each(
    "unlawful, lawful",
    [
        ("Native English speaker", "Writes clear English for the public"),
        (
            "English to native speaker standard",
            "English at level B2, to answer questions at the desk",
        ),
        ("Mother tongue English", "Speaks a language that local communities use"),
        (
            "English as a first language",
            "Able to help readers whose first language is not English",
        ),
        ("Must be a British citizen", "Has the right to work in the UK"),
        ("UK nationals only", "Knowledge of national collections in the UK"),
        (
            "Holder of a UK passport",
            "A passport or another document that proves the right to work",
        ),
        ("Born in Britain", "Knowledge of services for families new to Britain"),
        (
            "Without a foreign accent",
            "Speaks clearly enough to be understood on the telephone",
        ),
        ("Overseas candidates need not apply", "Candidates of every nationality may apply"),
        (
            "Must have lived in the UK for five years",
            "Has lived in the UK for five years, which the security clearance asks",
        ),
        (
            "Degree from a UK university only",
            "Degree from any country, or equivalent experience",
        ),
        ("White British", "Experience of using the British Newspaper Archive"),
        (
            "Only candidates with UK qualifications will be considered",
            "Degree from a UK university or an equivalent from elsewhere",
        ),
        ("Educated at a British university", "Worked with a British university"),
        ("Speaks without an accent", "Speaks clearly on the telephone"),
        ("Indigenous Welsh speaker", "Welsh at level 3, to answer readers"),
        ("No visa applicants", "Visa sponsorship may be available"),
        ("No non-native speakers", "Trains non-native speakers in searching"),
        ("Fluent native French", "Fluent French, to answer enquiries"),
        ("Only residents of the UK", "Reports on residents of the UK"),
        ("Caucasian applicants only", "Catalogues works on Caucasian languages"),
        ("Not open to asylum seekers", "Supports asylum seekers who use the library"),
        ("English must be your first language", "English or Welsh may be your first language"),
        ("British-born applicants preferred", "Knows sources on people born in the UK"),
        (
            "Must speak with an accent that everyone understands",
            "Able to make technical terms easy to understand",
        ),
        (
            "At least five years' residence in Britain",
            "At least two years' experience of literature searching",
        ),
        (
            "Should be local to Leeds, born and bred",
            "Knowledge of local health organisations in Leeds",
        ),
        ("Afro hair and dreadlocks are not accepted", "Knowledge of Afrocentric collections"),
        (
            "You will have grown up speaking English",
            "You will grow the use of e-books among English-speaking staff",
        ),
        ("Perfect, accentless English", "Accurate written English"),
        (
            "Applicants needing a visa should not apply",
            "Applicants needing a visa can ask HR for advice",
        ),
        (
            "Applicants whose first language is not English need not apply",
            "Runs sessions for nurses whose first language is not English",
        ),
        ("Must be from the Somali community", "Works with readers from the Somali community"),
    ],
)
def test_nationality_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L3", unlawful, lawful, "sections 9, 13, 19 and 39")


def test_nationality_northern_ireland_has_a_law_of_its_own():
    text = "Belfast Health and Social Care Trust\n\n" + essential("Native English speaker")
    (found,) = [one for one in check(text, "ps").findings if one.rule == "L3"]
    assert "(Northern Ireland) Order 1997" in found.message
    assert "ask HR" in found.source
    assert "Equality Act" not in found.message + found.suggestion
    (there,) = [
        one
        for one in check(essential("Native English speaker"), "ps", nation="NIR").findings
        if one.rule == "L3"
    ]
    assert there.message == found.message


@each(
    "unlawful, lawful",
    [
        ("Practising Catholic", "Knowledge of how Catholics and others mourn"),
        ("Must be a Christian", "Respects the Christian ethos of the hospice"),
        (
            "Member of the Church of England",
            "Experience of working with chaplains of the Church of England",
        ),
        ("Must share our faith", "Respects people of all faiths and none"),
        ("No headscarves", "Uniform is provided"),
        ("Must be heterosexual", "Knowledge of LGBTQ+ health"),
        (
            "Transgender applicants will not be considered",
            "Experience of services for transgender patients",
        ),
        ("Must be unmarried", "Single point of contact for publishers"),
        (
            "Muslims need not apply",
            "Collections for Muslim readers",
        ),
        ("No time off for religious festivals", "Knows the dates of religious festivals"),
        ("Must remove turban at work", "Turbans and headscarves are welcome"),
        ("Clean shaven", "Clean desk at the end of the day"),
        ("State your sexual orientation", "Subject headings for sexual orientation"),
        ("Must live in the gender of birth", "Records of births"),
        ("Must share our Christian ethos", "Our ethos is one of learning"),
        ("Holds unionist views", "Knows sources on unionist history"),
        ("Heterosexual applicants only", "Holds books by gay and heterosexual writers"),
        ("No time off for prayer", "Time off for prayer can be arranged"),
        ("Must not observe Ramadan during term", "Knows that readers observe Ramadan"),
        ("Must belong to no party", "Stays impartial when members of parties ask"),
        ("Loyalist community only", "Collects history from loyalist communities"),
        ("Nobody who has had gender reassignment", "Keeps the policy on gender reassignment"),
        ("No same-sex partners at events", "Partners are welcome at events"),
        (
            "Must be willing to work on Saturdays, Sabbath observers should not apply",
            "Takes turns on a Saturday rota agreed with the team",
        ),
        (
            "Will not wear head coverings or visible religious symbols",
            "Follows the uniform policy, which allows for religious dress",
        ),
        (
            "Must be happy to join the team's Friday drinks at the pub",
            "Invited to the team's monthly lunch",
        ),
        (
            "Marital status to be stated on the application",
            "Status reports to the board each quarter",
        ),
        (
            "Married applicants preferred for stability",
            "Married women's records in the archive are catalogued",
        ),
        (
            "Please give your maiden name and title Mrs or Miss",
            "Catalogues records with attention to names and titles",
        ),
        ("Should have traditional family values", "Shares the NHS values"),
        (
            "Not open to transgender applicants",
            "Experience of improving services for transgender people",
        ),
        ("Must be able to work during Ramadan without reduced hours", "Plans displays for Ramadan"),
        (
            "Applicants must support the Church's teaching on marriage",
            "Supports the teaching of students",
        ),
        ("State if single, married or divorced", "State if you can work evenings"),
        (
            "Must have lived in the same gender all their lives",
            "Applicants who changed their name may use the confidential process",
        ),
        ("Will shave off a beard if asked", "Will tidy up a list if asked"),
        ("No republican sympathies", "Knowledge of republican sympathies in the archive"),
        (
            "The form needs a list of all former surnames",
            "The form needs a list of all former journal titles",
        ),
        ("Regular churchgoer", "Regular borrower of the chapel library"),
    ],
)
def test_belief_and_private_life_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L7", unlawful, lawful, "sections 7, 8, 10, 12, 13, 19 and 39")


@each("item", ["Married", "Single", "Christian"])
def test_belief_and_private_life_a_status_may_be_the_whole_criterion(item):
    assert hits("L7", essential(item), "ps") == [item]


def test_belief_and_private_life_a_requirement_of_the_occupation_is_none():
    text = "Must be a practising Muslim: an occupational requirement under Schedule 9"
    assert hits("L7", essential(text), "ps") == []


@each(
    "unlawful, lawful",
    [
        ("Must not be a member of a trade union", "Able to work with trade union representatives"),
        ("No trade union members", "Consults trade union members about rotas"),
        ("Non-union member", "Keeps the union catalogue"),
        ("Members of a union need not apply", "Meets members of a union every quarter"),
        ("Must resign from the union", "Experience of work with unions"),
        ("Must not take part in industrial action", "Knows the history of industrial action"),
    ],
)
def test_belief_and_private_life_trade_unions_have_a_law_of_their_own(unlawful, lawful):
    lawful_beside("L7", unlawful, lawful, "section 137", "(Consolidation) Act 1992")
