"""No page and no string of the application holds a figure that only a dated fact may say.

Pounds, per cent, hours a week, years of law, and periods or days in a sentence about the law. What
may stand all the same is in `figures.toml`, with the reason; an exception that is not used any more
has to go.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from kls_portal.reference.bindings import bindings_in
from kls_portal.reference.models import Fact
from kls_portal.reference.shipped_facts import shipped_facts
from vacancies.planning.rules.probation import LAW, Law

ROOT = Path(__file__).resolve().parents[2]
LISTED = tomllib.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))
EXCEPTIONS = LISTED["exceptions"]

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER = (
    r"(?:\d[\d,.]*|(?:twenty|thirty|forty)-\w{3,5}|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|thirteen|fifteen|eighteen|twenty|thirty|forty|fifty|ninety)"
)
FIGURE = re.compile(
    rf"£\s?\d|\d\s?%|\b{NUMBER} (?:per ?cent|pounds|pence)\b|\b20\d\d/\d\d\b"
    rf"|\bsince \d{{1,2}} (?:{MONTHS}) 20\d\d"
    rf"|\b{NUMBER}(?: and a half)?[\s-]hours?(?: (?:a|per|each)|[\s-])[\s-]?week"
    r"|\b(?:Act|Order|Regulations)(?: of)? (?:19|20)\d\d"
    r"|\b(?:19|20)\d\d (?:Act|Order|Regulations)\b",
    re.IGNORECASE,
)
OF_LAW = re.compile(
    r"\b(?:[Tt]he law|NHS terms|legal|[Ss]tatutory|dismissal|Act|Regulations|visa|sponsor\w*"
    r"|entitled|right to|tribunal|redundancy pay|sick pay|notice period|[Ff]lexible working"
    r"|(?:other|different) (?:hours|patterns)|[Cc]an ask for|an answer within|on fixed-term"
    r"|service counts?|maternity|paternity|adoption|[Qq]ualifying)\b"
)
PERIOD = re.compile(
    rf"\b{NUMBER}[ -](?:days?|weeks?|months?|years?)\b|\b(?:{MONTHS}) 20\d\d"
    r"|\b(?:first day|day one)\b"
)
SENTENCE = re.compile(r"[^.!?\n]*(?:\.\d[^.!?\n]*)*")
# Where a string says what it was read in, or why: not what it tells.
TOLD_APART = {
    *("source", "note", "where_seen", "address", "source_address", "url"),
    *("based_on", "laws", "example"),
}


def figures_in(text: str) -> list[str]:
    """Return the sentences of a text that hold such a figure."""
    return [
        sentence.strip()
        for sentence in SENTENCE.findall(text)
        if FIGURE.search(sentence) or (OF_LAW.search(sentence) and PERIOD.search(sentence))
    ]


def texts_of(file: Path) -> Iterator[str]:
    """Yield what a file may say to people."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        body = text.partition("+++\n")[2].partition("+++\n")[2] or text
        yield re.sub(r"\]\(http[^)]*\)", "]", body)
    elif file.suffix == ".toml":
        yield from _strings(tomllib.loads(text))
    elif file.suffix == ".html":
        yield re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", text, flags=re.DOTALL)
    else:
        yield from _literals(ast.parse(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in TOLD_APART:
                yield from _strings(one)


def _literals(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a module that are no docstring."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@cache
def found() -> frozenset[tuple[str, str]]:
    """Return every (file, sentence) with such a figure, facts themselves left out."""
    kinds = ("guidance/**/*.md", "templates/**/*.html", "vacancies/**/*.toml", "guidance/**/*.toml")
    files = [file for kind in kinds for file in ROOT.glob(kind)]
    for app in ("guidance", "kls_portal", "vacancies"):
        files += [file for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts]
    return frozenset(
        (str(file.relative_to(ROOT)), sentence)
        for file in files
        if file.name not in {"facts.toml", "pay.toml", "README.md"}
        for text in texts_of(file)
        for sentence in figures_in(text)
    )


def test_figures_are_found():
    assert figures_in("Pay is £32,073. It rose.") == ["Pay is £32,073"]
    assert figures_in("Full time is 37.5 hours a week.")
    assert figures_in("The Equality Act 2010 says so.")
    assert figures_in("The law protects people after 6 months.")
    assert figures_in("They are entitled to twelve weeks.")
    assert figures_in("NHS terms: people can ask from day one.")
    assert figures_in("Full time is a 37.5-hour week.")
    assert figures_in("They work thirty-six hours a week.")
    assert figures_in("It has been closed since 1 December 2018.")
    assert figures_in("The 2010 Act says so.")
    assert figures_in("Ten per cent leave.")
    assert figures_in("You can ask for other patterns from day one.")
    assert figures_in("You should have an answer within one month.")
    assert not figures_in("Review it after 6 months. The law is the law.")
    assert not figures_in("The law protects people after {{ fact unfair-dismissal-service }}.")


def test_no_figure_is_unbound_but_those_with_a_reason():
    left = {
        (file, sentence)
        for file, sentence in found()
        if not any(_covers(one, file, sentence) for one in EXCEPTIONS)
    }
    assert left == set()


def test_every_exception_is_used_and_says_why():
    for one in EXCEPTIONS:
        assert one["why"]
        assert any(_covers(one, file, sentence) for file, sentence in found()), one


def _covers(exception: dict[str, str], file: str, sentence: str) -> bool:
    is_said = re.search(exception.get("words", ""), sentence)
    return file.startswith(exception["file"]) and is_said is not None


def test_every_fact_that_ships_is_used_by_name():
    named = {
        binding.name
        for file in ROOT.glob("guidance/content/**/*.[mt]*")
        for binding in bindings_in(file.read_text(encoding="utf-8"))
    }
    code = "".join(
        file.read_text(encoding="utf-8")
        for app in ("guidance", "kls_portal", "vacancies")
        for file in (ROOT / app).rglob("*.py")
    )
    # A name that is put together in code, such as f"pay-band-{band}-entry".
    made = tuple(re.findall(r'f"([a-z-]+-)\{', code))
    names = {fact.name for fact in shipped_facts().values()} - named
    unused = {name for name in names if f'"{name}"' not in code and not name.startswith(made)}
    assert unused == set(LISTED["only_in_the_list"])


def test_what_was_not_read_in_the_original_is_marked_so():
    """Of the Acts, 2 sections were read; each other legal fact says that its Act was not."""
    law = [fact for fact in shipped_facts().values() if fact.strength == "law"]
    sections = {fact.address for fact in law if fact.is_original}
    act = "https://www.legislation.gov.uk/ukpga/2010/15/section"
    assert sections == {f"{act}/39", f"{act}/60"}
    assert all(fact.read_on and fact.source for fact in shipped_facts().values())


def test_no_shipped_fact_is_longer_than_its_column():
    longest = {one.name: one.max_length for one in Fact._meta.concrete_fields if one.max_length}
    assert {
        (fact.code, name)
        for fact in shipped_facts().values()
        for name, most in longest.items()
        if len(getattr(fact, name)) > most
    } == set()


def test_the_clock_of_probation_keeps_to_the_dated_law():
    before, after = sorted(
        (one for one in shipped_facts().values() if one.name == "unfair-dismissal-service"),
        key=lambda one: one.since or date.min,
    )
    assert (before.unit, after.unit) == ("years", "months")
    months_before = int(before.value) * 12
    dated = Law(after.since, int(after.value), months_before, LAW.notice_weeks)
    assert dated == LAW
