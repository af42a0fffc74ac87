"""Wordings of forms, above all of lines that are about criteria and are none."""

import re

OF_THE_FORM = re.compile(
    r"\b(?:criteria|criterion|please|shortlist\w{0,4}|applicants?|candidates?|application form|"
    r"assess\w{0,6}|job description|post ?holders?|below|following|specification|page|section)\b",
    re.IGNORECASE,
)
OF_APPLYING = re.compile(
    r"(?:you (?:must|should|will)|please|proof of|applicants?|candidates?|shortlist\w{0,4})\b"
    r".{0,200}\b(?:application form|shortlist\w{0,4}|required|offer|interview)\b",
    re.IGNORECASE,
)
OF_CONDITIONS = re.compile(r"\b(?:must|cannot|should|may)(?: not)?\W{0,3}$", re.IGNORECASE)
"""How a line ends above a list of conditions, which are no duties: “You must not”."""
OF_OFFER = re.compile(
    r"(?:how )?to apply\b|apply (?:online|now|here|today|by|via|through|at|for this|directly)\b"
    r"|(?:please )?(?:send|email|e-mail|submit|forward|post|return|attach|upload) (?:us |me )?"
    r"(?:your (?:[\w-]{1,15} ){0,3}(?:cv|application|letter|form)s?|(?:an? )?(?:[\w-]{1,12} )?cv)\b"
    r"|(?:the )?closing date\b"
    r"|applications? (?:close|(?:must|should) be (?:received|submitted|sent))"
    r"|interviews? (?:will be|are (?:expected|planned|likely|scheduled)|to be held)\b"
    r"|(?:(?:provisional|planned|expected) )?(?:interview|shortlisting|start) dates?\b"
    r"|(?:for )?(?:an )?informal (?:chat|discussion|visit|enquir)"
    r"|(?:contact|tel|telephone|phone|mobile|e-?mail)(?: (?:details|number|name|person|address))?"
    r"\s?[:.]\s|contact .{0,60}(?:\d{4}|@|for (?:an|more|further|a)\b)"
    r"|you(?:['’]ll| will| can) (?:also )?(?:receive|get|enjoy|benefit from"
    r"|be (?:offered|given|entitled|paid|rewarded)) (?!responsib)|in return\b"
    r"|(?:our |the |staff |employee |excellent )?benefits (?:include|are|package)\b"
    r"|\d\d days['’]? (?:of )?(?:paid )?(?:annual )?(?:leave|holiday)|annual leave (?:of|plus)"
    r"|(?:(?:access|membership|to|of|the|an?|generous|our|nhs) ){0,5}pension scheme"
    r"|free (?:parking|car park)|salary\s?[:£–-]|visit our\b|[^@]{0,80}@[\w.-]{3,40}\W{0,3}$",
    re.IGNORECASE,
)
"""How a line begins that tells applicants how to apply, whom to ask or what they get."""
TO_PEOPLE = re.compile(
    r"\b(?:communicat\w{1,5}|liais\w{1,3}|works?|working|relationships?|contacts?|interacts?)\b"
    r".{0,60}\b(?:with|includ\w{1,3}|are)\W{0,2}:$",
    re.IGNORECASE,
)
OF_CONTACTS = re.compile(r"\b(?:working|internal|external|key|main|contacts?|who)\b", re.IGNORECASE)
PURPOSE = re.compile(
    r"the (?:main |overall |key )?(?:purpose|aim|objective) of (?:the|this) (?:post|job|role) is\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:please|for (?:more|full|further) [\w/ ]{3,40},? (?:please )?(?:see|read|contact))\b|"
    r"(?:note(?=:)|the following (?:is|are)|"
    r"(?:the successful (?:candidate|applicant)|you) w(?:ill|ould) be based|"
    r"we (?!ask\b)|our)\b|%? ?time(?: (?:per|a|each) year)?$|per year$|"
    r"(?:overall |grand )?total(?: time)?[\s\d:|%–-]{0,20}$",
    re.IGNORECASE,
)
"""What stands among duties and is none: where to read more, what the employer does, the name of a
column of shares and their total."""
OF_EMPLOYER = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
OF_METHODS = re.compile(
    r"(?:how (?:we |it is )?|to be |(?:dull asesu ?/ ?)?(?:method|means)s? of )?assess(?:ed"
    r"|ment)?\b"
    r"[^:]{0,30}:",
    re.IGNORECASE,
)
# The form of Northern Ireland's Trusts: "ESSENTIAL criteria … measured at shortlisting stage".
OF_STAGE = re.compile(
    r"\b(?P<level>essential|desirable) criteria\b.{0,60}\b(?:measured|assessed|tested|considered) "
    r"(?:at|during|through)\b",
    re.IGNORECASE,
)
OF_SIFT = re.compile(
    r"\badditional (?:job[ -]related )?criteria\b.{0,40}\bfiles (?:are|is) manageable\b",
    re.IGNORECASE,
)
"""Criteria by which applicants are shortlisted where too many meet the others."""
MAY_ALSO = re.compile(
    r"\b(?:although|but|and) (?:they |these |it )?may (?:also )?be\b", re.IGNORECASE
)
OF_ALL = re.compile(
    r"\b(?:all|every|each)(?: of)?(?: the| these)?(?: above"
    r"| following)? (?:\w{1,12} )?criteri(?!.{0,30}\bsection)"
    r"|\bcriteria (?:above|below)\b|\babove criteria\b|^(?:the )?criteria (?:are|will)\b",
    re.IGNORECASE,
)
BOTH_LEVELS = re.compile(
    r"essential.{1,30}desirable|hanfodol.{1,30}dymunol|\bE ?/ ?D\b", re.IGNORECASE
)
SAYS_LEVELS = re.compile(
    r"^[^(\[]{0,40}\b(?:e|\d) ?[=:–-] ?(?:\w{1,9} )?essential\b.{0,60}"
    r"\b(?:d|\d) ?[=:–-] ?(?:\w{1,9} )?desirable\b",
    re.IGNORECASE,
)
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
OF_SITE = re.compile(
    r"employer certification|documents to download|further details ?/ ?informal visits|"
    r"disclosure and barring service check$|certificate of sponsorship|uk registration|"
    r"employer details|supporting (?:documents|links)|privacy notice|apply (?:online )?now|"
    r"skilled worker sponsorship|share this job|save this job|print this",
    re.IGNORECASE,
)
"""Headings of a web site for jobs that stand behind a person specification."""
PERSON_OF = re.compile(
    r"person specification(?:\s?[:–—-]|(?: and (?:entry|selection) criteria)? for(?: the post of)?)"
    r"\s{1,3}(?!essential|desirable)(.{4,60})",
    re.IGNORECASE,
)
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
