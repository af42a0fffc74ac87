"""What equality law says of age, sex, family and full-time work."""

from tests.each import each
from tests.vacancies.rulebook.report import essential, hits, lawful_beside


@each(
    "unlawful, lawful",
    [
        (
            "Male applicants preferred",
            "We welcome applications from men, who are under-represented in libraries",
        ),
        ("Female librarian wanted", "Experience in a women's hospital"),
        ("Ideal for a mum returning to work", "People returning to work are welcome"),
        ("Would suit a housewife", "Would suit somebody who likes routine"),
        ("Strong lad needed for the store", "Can move stock with a trolley"),
        ("No childcare commitments", "Works one Saturday in four"),
        ("Must have no children", "Knows the rules of Fear Me Not Children’s Hospice"),
        ("Free of family responsibilities", "Knowledge of family support services"),
        (
            "Family commitments must not interfere with work",
            "Family-friendly working is offered",
        ),
        ("Must not be pregnant", "Knowledge of maternity and pregnancy care"),
        ("Not planning to start a family", "Planning collections for new families"),
        (
            "Suitable for a working mum",
            "Work with male and female patients",
        ),
        (
            "Applicants with school-age children should not apply",
            "Storytimes for school-age children",
        ),
        ("Handyman wanted", "Does small repairs"),
        ("Shall be a gentleman", "Polite to all"),
        ("Women only", "Men and women use the quiet room"),
        ("Must be a lady with a warm manner", "Greets female and male visitors alike"),
        (
            "The desk has always been staffed by ladies and should stay that way",
            "The desk has always been staffed by ladies and gentlemen of the hospital",
        ),
        ("Best fits a housewife", "Best fits the needs of the desk"),
        (
            "Applicants with children will be asked how they look after them",
            "Applicants will be asked how they look after children's leaflets",
        ),
        (
            "Applicants should say whether they have children",
            "Experience of work with children and young people",
        ),
        ("Mothers returning to work may find the hours hard", "Returners to work are welcome"),
        ("Ability to work without family distractions", "Able to work without close supervision"),
        ("We are looking for a man of action", "We are looking for a library assistant"),
        ("The post requires a feminine touch", "The post requires a light touch with records"),
        ("Should have a neat, ladylike manner", "Should have neat, tidy records"),
        (
            "Candidates hoping to start a family in the next few years should think twice",
            "Help for people hoping to start a family in the next few years",
        ),
    ],
)
def test_sex_and_family_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L4", unlawful, lawful, "sections 11, 13, 18, 19 and 39")


@each("item", ["A woman", "Married lady", "Female"])
def test_sex_and_family_a_sex_may_be_the_whole_criterion(item):
    assert hits("L4", essential(item), "ps") == [item]


@each(
    "unlawful, lawful",
    [
        ("Aged 25 to 40", "Works with people of all ages"),
        ("Applicants should be under 35", "Answers each call in under 35 seconds"),
        ("Maximum age 45", "Maximum loan period of 45 days"),
        ("No more than two years' experience", "At least two years' experience"),
        (
            "Maximum of three years' post-qualification experience",
            "Post for a maximum of three years, with funding until then",
        ),
        ("Recent graduate", "Graduate, or equivalent experience"),
        (
            "Graduated within the last three years",
            "Has kept learning within the last three years",
        ),
        (
            "Fresh out of library school",
            "Has studied at a library school, or learnt the work in a job",
        ),
        ("School leaver", "Experience of work with school leavers and their teachers"),
        ("Young, energetic librarian", "Experience of services for young people"),
        (
            "Someone at the start of their career",
            "Open to people at any stage of their career",
        ),
        (
            "Over-qualified applicants will not be considered",
            "Applicants are told why they were not shortlisted",
        ),
        ("In their twenties", "In their first week starters meet the team"),
        (
            "Not suitable for older applicants",
            "Knowledge of services for older people",
        ),
        ("Over 50s need not apply", "Reading groups for over 60s"),
        ("Twenty years of working life left", "Twenty years of the archive to sort"),
        ("Under 30s only", "Buys books for under fives"),
        ("Old enough to have authority", "Has authority to sign orders"),
        ("Retired people need not apply", "Retired people volunteer with us"),
        ("Sixth-form leavers only", "Sixth-form visits are part of the job"),
        ("No one close to retirement", "Sessions for those close to retirement"),
        ("Approaching retirement", "Gives talks to people approaching retirement"),
        ("Aged 25 to 40", "Runs reading groups for people aged 65 and over"),
        ("Not someone winding down to their pension", "The NHS pension scheme is open to you"),
        ("Must be under retirement age", "Supports staff who plan retirement with information"),
        ("Someone with the energy of youth", "Experience of youth information work"),
        ("Nobody near pension age", "Knowledge of the near-patient testing literature"),
        ("Over 50s will find the pace demanding", "Over 50 searches a month"),
        ("Must be under 40 or 45", "The 30 hours can be worked over 4 or 5 days"),
        ("The ideal person will be 25 to 35 years old", "The collection is 25 to 35 years old"),
        ("Must have at least twenty years ahead of them", "Looks twenty years ahead in planning"),
        (
            "Nobody who is about to retire",
            "Works with staff who are about to retire on their records",
        ),
        (
            "Aged 18 or over as the work is alone in the evening",
            "Helps readers who are aged 18 or over",
        ),
        (
            "The retirement age for the post is 65, after which employment will end",
            "Plans talks on retirement for staff",
        ),
        (
            "We are after somebody in the first five years of a career",
            "We are after the first five years of the minutes",
        ),
        ("Diploma gained no earlier than 2021", "Catalogue completed no earlier than planned"),
        (
            "Nobody within three years of their pension",
            "Advice for staff within three years of their pension",
        ),
    ],
)
def test_age_limit_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L5", unlawful, lawful, "sections 5, 13, 19 and 39")


@each("item", ["Under 35", "Not over 40", "Young and keen", "18 to 30 years old"])
def test_age_limit_an_age_may_be_the_whole_criterion(item):
    assert hits("L5", essential(item), "ps") == [item]


def test_age_limit_an_age_that_another_law_sets_is_none():
    text = "Must be aged 18 or over by law, because the post includes night work"
    assert hits("L5", essential(text), "ps") == []


@each(
    "unlawful, lawful",
    [
        (
            "Must be available to work full time",
            "Must be available to work full time, because the desk is staffed by one person",
        ),
        ("Full time only", "37.5 hours a week, full time"),
        (
            "Full-time working is essential",
            "Full-time and part-time working are both possible",
        ),
        (
            "Part-time applications will not be considered",
            "Part-time applications will be considered",
        ),
        ("Job share not possible", "Job share possible"),
        ("Unable to offer part-time hours", "Able to supervise part-time staff"),
        (
            "Must be prepared to work 37.5 hours per week",
            "Must be prepared to lead full-time staff",
        ),
        (
            "This is strictly a full-time role",
            "A role of 37.5 hours; other patterns are possible",
        ),
        ("Flexible working requests will be refused", "Flexible working requests are welcome"),
        (
            "Part-timers and job sharers need not apply",
            "Part-time workers and job sharers are welcome",
        ),
        (
            "Willing to work 37.5 hours, Monday to Friday, no exceptions",
            "Willing to work one late duty a fortnight, by agreement",
        ),
        ("9 to 5 sharp, no flexibility", "Core hours 9 to 5, flexible by agreement"),
        (
            "Compressed hours and job shares are not permitted",
            "Compressed hours and job shares are permitted",
        ),
        (
            "Fixed hours 8.30 to 4.30, no variation possible",
            "Hours 8.30 to 4.30, variation possible",
        ),
        (
            "Those who want fewer than 37.5 hours are asked not to apply",
            "Those who want fewer than 37.5 hours are asked to say so",
        ),
    ],
)
def test_full_time_only_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside("L6", unlawful, lawful, "sections 11, 19 and 39")
