"""What equality law says of health and disability."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, essential, hits, lawful_beside
from vacancies.rulebook.check import check


@each(
    "unlawful, lawful",
    [
        ("Good attendance record", "Keeps good attendance records of training"),
        (
            "Excellent sickness record over the past two years",
            "Records the sickness absence of the team each month",
        ),
        ("A satisfactory level of attendance", "Improves attendance at training"),
        ("Consistently low levels of absence", "Analyses absence figures for the directorate"),
        (
            "Must not have had more than five days off sick in the past year",
            "Can plan a rota when colleagues are off sick",
        ),
        ("In good health", "Keeps a collection about good health for patients"),
        (
            "Good physical and mental health",
            "Knowledge of physical and mental health services",
        ),
        ("Physically and mentally fit", "Knows which evidence is fit for purpose"),
        ("Must be medically fit to practise", "Must be up to date and fit to practise"),
        (
            "Must be in good health and not subject to fitness to practise conditions",
            "Must not be subject to fitness to practise conditions",
        ),
        ("No history of mental illness", "Knowledge of the history of mental health care"),
        ("Free from back problems", "Information about back problems for patients"),
        ("Clean bill of health", "Health checks follow after a conditional offer"),
        ("Reliable attendance and punctuality", "Reliable, and punctual at the desk"),
        (
            "Fewer than three episodes of sickness in a year",
            "Applies the policy on sickness absence when managing staff",
        ),
        (
            "Attendance above 97% over the last 12 months",
            "Attendance at 97% of the courses",
        ),
        (
            "Excellent physical condition",
            "Looks after the condition of the stock",
        ),
        ("Fewer than five days' sickness absence", "Reports sickness absence of the team"),
        ("No history of stress", "Knowledge of the literature on stress"),
        ("Good physical health due to lifting", "Good health information for patients"),
        ("Sound mind and body", "A sound grasp of budgets"),
        ("Healthy and vigorous", "Promotes healthy habits"),
        (
            "A sick leave record of fewer than three absences in two years",
            "Able to plan cover for colleagues' sickness absence",
        ),
        (
            "Candidates with more than ten days' absence last year need not apply",
            "Experience of managing absence in line with policy",
        ),
        (
            "Sickness levels must be below the Trust target",
            "Reports sickness levels of the team against the Trust target",
        ),
        (
            "Applicants on long-term sick leave will not be interviewed",
            "Keeps in touch with staff on long-term sick leave",
        ),
        (
            "Evidence of a 98% attendance rate in the last two years",
            "Records attendance at sessions and reports the rate",
        ),
    ],
)
def test_health_record_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L1", unlawful, lawful, "sections 15, 19, 20 and 39")


def test_health_record_a_duty_about_the_absence_of_others_is_none():
    text = duties(
        "Record the sickness absence of staff", "Keep a good attendance record of courses"
    )
    assert hits("L1", text, "jd") == []


@each(
    "unlawful, lawful",
    [
        ("Able-bodied", "Able to lift boxes of 10 kg; adjustments can be made"),
        (
            "No physical or mental disability",
            "Experience of working with people with a physical disability",
        ),
        ("Must not use a wheelchair", "Can show wheelchair users round the library"),
        (
            "Not suitable for people with mobility problems",
            "The building is suitable for people with mobility problems",
        ),
        ("Good eyesight and hearing", "Experience of software for people with sight loss"),
        ("Able to climb stairs unaided", "Moves between two buildings several times a day"),
        ("Of sound mind and body", "Sound judgement under pressure"),
        ("Disabled applicants need not apply", "We welcome applications from disabled people"),
        ("Must not be dyslexic", "Experience of teaching dyslexic students"),
        ("Normal colour vision", "Shares our vision for the service"),
        ("Neurotypical", "Understands neurodiversity"),
        (
            "Must not require reasonable adjustments",
            "Reasonable adjustments can be made",
        ),
        ("Must be sighted", "Collections for partially sighted readers"),
        ("Not registered disabled", "Experience of services for disabled readers"),
        (
            "Must be able to read small print without glasses",
            "Reads small print and contracts with care",
        ),
        (
            "The library has no lift so wheelchair users cannot be considered",
            "The library has a lift for wheelchair users",
        ),
        (
            "Must be able to stand for a whole shift",
            "Able to stand in for a colleague for a whole shift",
        ),
    ],
)
def test_no_disability_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L2", unlawful, lawful, "sections 6, 13, 20 and 39")


def test_no_disability_it_is_one_finding_with_health():
    findings = check(essential("Must not suffer from epilepsy"), "ps").findings
    assert [(one.rule, one.also) for one in findings if one.severity == "must"] == [("L2", ("L1",))]


@each(
    "unlawful, lawful",
    [
        (
            "State the number of days' sickness in the last two years on your application",
            "State the number of days that you have taught on your application",
        ),
        (
            "Applicants must complete a medical questionnaire",
            "The successful candidate will complete a medical questionnaire",
        ),
        (
            "Candidates will be asked about their health at interview",
            "Candidates will be asked about health information at interview",
        ),
        (
            "Please declare any disability on the form",
            "Please tell us on the form if you need adjustments for a disability",
        ),
        (
            "Give details of any illness in the last year",
            "Give details of any training in the last year",
        ),
        (
            "How many days were you off sick last year?",
            "How many searches did you do last year?",
        ),
        (
            "A medical certificate must accompany your application",
            "A medical certificate is asked for after the offer",
        ),
        (
            "Referees will be asked for your sickness record before shortlisting",
            "Referees will be asked for your sickness record after a conditional offer",
        ),
        (
            "Candidates must pass a medical before interview",
            "A medical follows for the successful candidate",
        ),
        ("A medical reference is needed before interview", "A reference is taken before interview"),
        ("State the number of days you were sick", "State the number of days you can work"),
        (
            "What absences from work have you had in the past three years?",
            "What projects have you led in the past three years?",
        ),
        (
            "A GP's letter must accompany your application",
            "Letters of application go to the HR team",
        ),
        ("Have you ever had time off with stress?", "Have you ever run a training course?"),
        (
            "Candidates will be ranked on sickness absence",
            "Candidates will be ranked on the score of the interview",
        ),
        (
            "A medical is held before anyone is interviewed",
            "A tour is held before anyone is interviewed",
        ),
    ],
)
def test_health_questions_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L8", unlawful, lawful, "section 60")
