"""Openings of sentences and lines of a form that are about its criteria and not criteria."""

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
OF_ALL = re.compile(
    r"\b(?:all|every|each)(?: of)?(?: the| these)?(?: above"
    r"| following)? (?:\w{1,12} )?criteri(?!.{0,30}\bsection)"
    r"|\bcriteria (?:above|below)\b|\babove criteria\b|^(?:the )?criteria (?:are|will)\b",
    re.IGNORECASE,
)
BOTH_LEVELS = re.compile(
    r"essential.{1,30}desirable|hanfodol.{1,30}dymunol|\bE ?/ ?D\b", re.IGNORECASE
)
OF_LEVEL = re.compile(r"(?:these|those|which|that|the (?:criteria|qualities)) ")
OF_SOMEBODY = re.compile(r"e-?mail|tele?phone|phone", re.IGNORECASE)
EACH_LEVEL = re.compile(r"(?<=[\w.;,)])\s{1,3}(?=(?:Essential|Desirable)\s?:\s)")
WISH = re.compile(r"\b(?:useful|helpful|preferr?ed|advantage|bonus|welcome)\b", re.IGNORECASE)
PERSON_OF = re.compile(
    r"person specification\s?[:–—-]\s{1,3}(?!essential|desirable)(.{4,60})", re.IGNORECASE
)
