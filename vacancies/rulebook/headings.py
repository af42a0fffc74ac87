"""Headings, and which section of a document each opens."""

import re
from functools import lru_cache

LONGEST = 90
"""Characters a heading may have."""

_SECTIONS = {
    "essential": (
        r"essential(?:[ -](?:criteria|criterion|requirements?|attributes?|skills?"
        r"|qualities|qualifications?|experience|knowledge|and|&|or){1,5})?(?:[ ]for (?:the"
        r"|this) (?:job|post|role))?",
        r"essentials",
        r"you must have",
        r"what you must have",
        r"must haves?",
        r"you will need",
        r"what you will need",
        r"what you'll need",
        r"what you need",
        r"you need",
        r"e",
    ),
    "desirable": (
        r"desirable(?:[ -](?:criteria|criterion|requirements?|attributes?|skills?"
        r"|qualities|qualifications?|experience|knowledge|and|&|or){1,5})?(?:[ ]for (?:the"
        r"|this) (?:job|post|role))?",
        r"desirables?",
        r"preferred(?: criteria)?",
        r"nice to haves?",
        r"it would help if you(?: have)?",
        r"it (?:is|would be) (?:a bonus|an advantage|helpful) if you(?: have)?",
        r"good to have",
        r"you may also have",
        r"would be an advantage",
        r"d",
    ),
    "ps": (
        r"(?:the )?person(?:al)? spec(?:ification)?(?: form)?",
        r"about you",
        r"selection criteria",
        r"who we are looking for",
        r"what we are looking for",
        r"what we're looking for",
        r"skills and experience",
        r"(?:your )?skills and qualities",
        r"job requirements",
        r"requirements",
        r"what you will bring",
        r"what you'll bring",
    ),
    "topic": (
        r"(?:education(?:al)?|qualifications?|training|experience|knowledge|skills?"
        r"|abilit(?:y|ies)|aptitudes?|personal (?:qualities|attributes|skills)|qualities"
        r"|values(?: and behaviours)?|behaviours|attributes|other(?: requirements)?"
        r"|communication|disposition|special requirements)(?:(?:,| and| &|/"
        r"|, and) ?(?:education(?:al)?|qualifications?|training|experience|knowledge"
        r"|skills?|abilit(?:y|ies)|aptitudes?|attributes|qualities|behaviours|values"
        r"|professional)){0,3}",
    ),
    "duties": (
        r"(?:(?:main|key|principal|core|specific|primary|your|the|job|role"
        r"|post) ){0,3}(?:duties|responsibilities|tasks|accountabilities)(?:(?:,| and| &|/"
        r"|, and) ?(?:(?:main|key) )?(?:duties|responsibilities|tasks"
        r"|accountabilities)){0,3}(?: (?:of|for|in) (?:the|this|your) (?:job|post|role"
        r"|position))?",
        r"what (?:you will|you'll|the post ?holder will|the job ?holder will) (?:do|be doing)",
        r"what (?:the|this) (?:job|role|post) (?:involves|includes|covers)",
        r"(?:in this (?:job|role|post),? )?you will",
        r"(?:what|the things) you (?:will|would) (?:be doing|do)(?: (?:each|every) (?:day|week))?",
        r"day[ -]to[ -]day(?: work| duties| tasks)?",
        r"(?:the )?work in (?:brief|detail)",
        r"main (?:areas of work|parts of the (?:job|work|role))",
        r"what you do",
        r"your work",
        r"the work",
        r"key result areas",
        r"detailed job description and main responsibilities",
        r"summary of duties",
        r"job content",
    ),
    "purpose": (
        r"(?:(?:main|overall|the|job|role|post) ){0,2}(?:purpose|summary|overview"
        r"|aim)s?(?: (?:of|for|in) (?:the|this|your) (?:job|post|role|position))?",
        r"about the (?:role|job|post)",
        r"why (?:the|this|your) (?:job|post|role) (?:exists|matters|is here)",
        r"(?:the )?(?:job|role|post) (?:in brief|outline|objectives?|at a glance|in a nutshell)",
        r"in (?:brief|short|a nutshell)",
        r"(?:main|primary|overall|key) (?:objectives?|aims?)",
        r"(?:brief )?(?:overview|summary|outline)(?: of (?:the|this) (?:job|role|post|duties))?",
        r"job statement",
    ),
    "jd": (
        r"job description(?: and person specification)?",
        r"role description",
        r"role profile",
        r"job profile",
        r"job details",
        r"post details",
        r"post particulars",
    ),
    "other": (
        r"how to apply",
        r"applying",
        r"to apply",
        r"about us",
        r"about the (?:trust|service|library|team|department)",
        r"who we are",
        r"why work (?:for|with) us",
        r"what we offer(?: you)?",
        r"we offer",
        r"benefits",
        r"interviews?",
        r"interview (?:details|process)",
        r"selection(?: process)?",
        r"equality(?:, diversity and inclusion)?",
        r"equal opportunities",
        r"diversity",
        r"closing date",
        r"contact(?: us| details)?",
        r"further information",
        r"working (?:conditions|patterns?|here|with us|arrangements)",
        r"(?:our|the) (?:trust|organisation|service|library|team)",
        r"physical effort",
        r"mental effort",
        r"emotional effort",
        r"dimensions",
        r"key dimensions",
        r"(?:organisation(?:al)?|structure) (?:chart|structure)",
        r"reporting",
        r"reporting lines?",
        r"accountability",
        r"working relationships",
        r"key (?:working )?relationships",
        r"communications? and working relationships",
        r"general(?: duties| responsibilities| information| conditions)?",
        r"additional information",
        r"notes?",
        r"health and safety",
        r"confidentiality",
        r"infection (?:control|prevention(?: and control)?)",
        r"safeguarding",
        r"data protection",
        r"information governance",
        r"no smoking",
        r"our values",
        r"values and mission",
        r"trust values",
        r"mission",
        r"our mission",
        r"decisions?",
        r"freedom to act",
        r"adjustments",
        r"flexible working",
        r"salary",
        r"pay",
        r"hours",
        r"location",
        r"terms and conditions",
        r"job evaluation",
        r"signatures?",
        r"agreed by",
        r"review",
    ),
}
_PATTERNS = {name: re.compile("|".join(found)) for name, found in _SECTIONS.items()}
_NUMBER = re.compile(r"(?:[#*•●▪–—-]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z][.)])[ \t]{1,4}")
_SPACES = re.compile(r"\s+")
_EDGE = " \t:*#_–—-.\xa0"
_LABEL = re.compile(r"[^:\n\r]{3,45}:[ \t]{1,4}(?=\S)")


@lru_cache(maxsize=4096)
def section_named(heading: str) -> str | None:
    """Return what a heading announces, or None for a line that is no known heading.

    "essential" and "desirable" are parts of a person specification, "topic" divides either.
    """
    if len(heading) > LONGEST:
        return None
    words = _SPACES.sub(" ", heading.strip().lower().replace("’", "'"))
    if number := _NUMBER.match(words):
        words = words[number.end() :]
    words = words.strip(_EDGE)
    if len(words) == 1 and not heading.strip(_EDGE).isupper():
        return None
    return next((name for name, found in _PATTERNS.items() if found.fullmatch(words)), None)


def label_of(block: str) -> tuple[str, int] | None:
    """Return what a label before a text announces, and its length: "Job purpose: To run …"."""
    match = _LABEL.match(block)
    name = section_named(match.group()) if match else None
    return (name, match.end()) if match and name else None
