"""The headings of job descriptions, under whatever name, and what stands below them.

Source: names seen on published NHS and university job descriptions and in the recruitment and
retention guide for KLS managers (reviewed 19 July 2023); the list is our own.
"""

import re

LONGEST_HEADING = 80
MOST_WORDS = 10

_NUMBER = re.compile(
    r"^(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|\(?[a-z]\)|[ivx]{1,4}[.)]|[a-z]\.)\s+", re.I
)
_BULLET = re.compile(r"^(?:[•●▪◦‣∙·*–—-]|o(?=\s))\s*")
_ENDS_SENTENCE = (".", ";", ",", "?", "!")

_NAMES: dict[str, str] = {
    "purpose": (
        "purpose|job purpose|post purpose|role purpose|main purpose|overall purpose|job summary|"
        "purpose of the (?:job|post|role)|purpose of (?:job|post|role)|role summary|post summary|"
        "summary of (?:the )?(?:job|post|role)|(?:main|overall) purpose of (?:the )?(?:job|post|"
        "role)|job outline|role overview|job overview|overview of (?:the )?(?:job|post|role)|"
        "about the (?:job|post|role)|summary|overview|job statement|primary purpose"
    ),
    "about": (
        "about us|about the (?:trust|organisation|service|library|department|team)|our values|"
        "(?:trust |our |organisational )?(?:vision|mission|values)(?:,? (?:and|&) (?:vision|"
        "mission|values|behaviours))?|(?:the )?organisation(?:al)? (?:profile|background)|"
        "about our (?:trust|organisation|service|library|team)|who we are|background|"
        "the (?:trust|organisation|department|service|library)|working for (?:us|our organisation)"
    ),
    "duties": (
        "(?:main |key |principal |core |specific |general )?(?:job )?duties(?: (?:and|&|/) "
        "(?:key )?responsibilities)?(?: of (?:the )?(?:job|post|role))?|(?:main|key|principal|core|"
        "primary) (?:responsibilities|tasks|activities|accountabilities|result areas|job functions)"
        "(?: (?:and|&) (?:duties|tasks|accountabilities))?|responsibilities|(?:main|key) duties/"
        "responsibilities|duties/responsibilities|accountabilities|what you will (?:do|be doing)|"
        "what the post ?holder (?:does|will do)|responsibilities (?:and|&) duties|main tasks|"
        "(?:main |key )?(?:areas|elements) of (?:responsibility|the role)|job content|the work|"
        "main duties of the (?:job|post|role)|description of (?:the )?duties|job description duties"
    ),
    "relationships": (
        "(?:key |main )?(?:working |internal and external )?(?:relationships|relations|contacts)|"
        "key working relations|communications? (?:and|&) (?:working )?relationships|works with|"
        "(?:communications? (?:and|&) )?(?:key )?working relationships|liais(?:es|on)(?: with)?|"
        "key (?:internal|external)(?: (?:and|&) external)? (?:contacts|relationships)|"
        "who (?:you|the post) works? with"
    ),
    "decides": (
        "decisions?(?: making)?|decision-making|decisions (?:and|&) judgements?|freedom to act|"
        "judgements?(?: (?:and|&) decisions?)?|scope (?:for|of) (?:decisions?|authority)|autonomy|"
        "scope (?:and|&) authority|limits of authority|decides(?: alone)?|what (?:you|the post) "
        "decides?|authority"
    ),
    "supervises": (
        "supervises|line manages|manages|responsible for|staff (?:managed|responsible for|"
        "supervised)|direct reports|managerial responsibility|supervisory responsibility|"
        "accountable for|line management(?: responsibility| of)?|number of staff managed"
    ),
    "reports_to": (
        "reports? to|reporting to|line manager|responsible to|accountable to|managed by|"
        "(?:professionally|managerially) (?:accountable|responsible) to|manager|line managed by|"
        "reporting line|supervised by|directly responsible to"
    ),
    "title": "job title|post title|title|title of (?:the )?post|post|role|role title|position",
    "band": "band|grade|pay band|salary band|afc band|agenda for change band|banding|salary|pay",
    "person": (
        "person(?:al|nel)? specification|person spec|candidate specification|selection criteria|"
        "about you|person profile|what we (?:are looking|look) for|person specification form"
    ),
    "essential": "essential(?: criteria| requirements| skills)?|must have|minimum requirements?",
    "desirable": (
        "desirable(?: criteria| requirements| skills)?|nice to have|preferred(?: criteria)?"
    ),
    "other": (
        "(?:health,? safety|health (?:and|&) safety|confidentiality|data protection|safeguarding|"
        "infection (?:prevention|control)|equality|equal opportunities|equality,? diversity|risk "
        "management|information governance|no smoking|smoking|general|general (?:information|"
        "duties and conditions|conditions)|mandatory training|policies|policies (?:and|&) "
        "procedures|terms (?:and|&) conditions|conditions of service|code of conduct|flexibility|"
        "review|review of (?:this|the) (?:job description|role)|job description (?:agreement|"
        "review)|agreement|signatures?|signed|sustainability|working conditions|physical effort|"
        "mental effort|emotional effort|effort (?:and|&) environment|organisation(?:al)? chart|"
        "structure chart|location|base|hours|hours of work|contract|department|division|"
        "directorate|job reference|reference|rehabilitation of offenders|disclosure|dbs|dimensions|"
        "appraisal|personal development|business continuity|major incident|job details|job "
        "information|additional information|responsibilities for all (?:staff|employees)|how to "
        "apply|closing date|pensions?|annual leave|date|version)(?: .{0,60})?"
    ),
}
_SECTIONS = {name: re.compile(f"(?:the )?(?:{pattern})") for name, pattern in _NAMES.items()}


def bare(text: str) -> str:
    """Return a line without its bullet or number, and without the colon at its end."""
    text = _BULLET.sub("", text.strip(), count=1)
    return _NUMBER.sub("", text, count=1).strip()


def has_marker(text: str) -> bool:
    """Whether a line begins with a bullet or a number."""
    stripped = text.strip()
    return bool(_BULLET.match(stripped) or _NUMBER.match(stripped))


def section_of(text: str) -> str:
    """Return the name of the section that a heading opens, or "" for one that is not known."""
    if len(text) > LONGEST_HEADING:
        return ""
    name = " ".join(bare(text).rstrip(":-– ").casefold().split())
    return next((section for section, p in _SECTIONS.items() if p.fullmatch(name)), "")


def looks_like_heading(text: str, *, bold: bool = False) -> bool:
    """Whether a line reads as a heading though nothing says that it is one."""
    words = bare(text)
    if "\n" in words or not words or len(words) > LONGEST_HEADING:
        return False
    if len(words.split()) > MOST_WORDS or words.endswith(_ENDS_SENTENCE) or ": " in words:
        return False
    letters = [letter for letter in words if letter.isalpha()]
    shouts = len(letters) > 3 and all(letter.isupper() for letter in letters)
    return bool(letters) and (bold or shouts or bool(section_of(words)))
