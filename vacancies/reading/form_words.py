"""Wordings of forms, above all of lines that are about criteria and are none."""

import re

from vacancies.reading.words import pattern

OF_THE_FORM = pattern("form_words.of_the_form")
OF_APPLYING = pattern("form_words.of_applying")
OF_CONDITIONS = re.compile(r"\b(?:must|cannot|should|may)(?: not)?\W{0,3}$", re.IGNORECASE)
"""How a line ends above a list of conditions, which are no duties: “You must not”."""
OF_OFFER = pattern("form_words.of_offer")
"""How a line begins that tells applicants how to apply, whom to ask or what they get."""
TO_PEOPLE = pattern("form_words.to_people")
OF_CONTACTS = re.compile(r"\b(?:working|internal|external|key|main|contacts?|who)\b", re.IGNORECASE)
PURPOSE = pattern("form_words.purpose")
ASIDE = pattern("form_words.aside")
"""What stands among duties and is none: where to read more, what the employer does, the name of a
column of shares and their total."""
OF_EMPLOYER = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
OF_METHODS = pattern("form_words.of_methods")
# The form of Northern Ireland's Trusts: "ESSENTIAL criteria … measured at shortlisting stage".
OF_STAGE = pattern("form_words.of_stage")
OF_SIFT = pattern("form_words.of_sift")
"""Criteria by which applicants are shortlisted where too many meet the others."""
MAY_ALSO = re.compile(
    r"\b(?:although|but|and) (?:they |these |it )?may (?:also )?be\b", re.IGNORECASE
)
OF_ALL = pattern("form_words.of_all")
BOTH_LEVELS = re.compile(
    r"essential.{1,30}desirable|hanfodol.{1,30}dymunol|\bE ?/ ?D\b", re.IGNORECASE
)
SAYS_LEVELS = pattern("form_words.says_levels")
"""A line that says what letters or weights mean: "E = Essential, D = Desirable"."""
SIDE_BY_SIDE = re.compile(r"essential\W{1,5}desirable", re.IGNORECASE)
"""The names of both levels, as where the columns of a table were lost."""
OF_LEVEL = re.compile(r"(?:these|those|which|that|the (?:criteria|qualities)) ")
OF_SOMEBODY = re.compile(r"e-?mail|tele?phone|phone", re.IGNORECASE)
LEVEL_BEFORE = re.compile(
    r"(?:^|(?<=[.;:)] ))(Essential|Desirable)"
    r"(?: \([^()]{1,40}\)(?= [A-Z])|(?= (?!Skills?\b|Criteri|Require)[A-Z](?:[\w’']| [a-z])))"
)
"""The name of a level, and perhaps how its criteria are assessed, directly before one of them."""
EACH_LEVEL = re.compile(
    r"(?<=[\w.;,)])\s{1,3}(?=(?:Essential|Desirable)(?: \([^()]{1,40}\))?\s?:\s)"
)
WISH = re.compile(r"\b(?:useful|helpful|preferr?ed|advantage|bonus|welcome)\b", re.IGNORECASE)
OF_NUMBERED_JOB = re.compile(
    r"(?:job|post|role|vacancy) (?:no\.? ?)?(?:\d|one|two|three|[abc])", re.IGNORECASE
)
"""As in a file with two jobs."""
OF_SITE = pattern("form_words.of_site")
"""Headings of a web site for jobs that stand behind a person specification."""
PERSON_OF = pattern("form_words.person_of")
EFFORTS = {
    factor: re.compile(words, re.IGNORECASE)
    for factor, words in (
        (
            "F13",
            r"physical|\b(?:lift|carr(?:y|ie)|push|pull|bend|stand|walk|mov|sit(?!e)|keyboard)",
        ),
        ("F14", r"\bmental|concentrat|interrupt"),
        ("F15", r"emotion|distress|upset|bereave|\b(?:bad|difficult|unwelcome) news"),
        (
            "F16",
            r"environment|working conditions|\b(?:vdu|display screens?|noise|dust|road)\b|\btravel",
        ),
    )
}
"""What a sentence under one heading for all efforts says of each factor."""
