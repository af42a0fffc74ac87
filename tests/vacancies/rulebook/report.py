"""What a rule says of a text, in short, and texts to try it on."""

from datetime import date

from vacancies.rulebook.check import check

TODAY = date(2026, 11, 28)
"""The day on which the texts of tests are checked, since closing dates pass."""


def hits(rule: str, text: str, kind: str = "all") -> list[str]:
    """Return what `rule` marks in `text`: "" for a finding about the whole text.

    A finding counts where the rule is shown and where it is folded into another. Its excerpt is
    held against the text.
    """
    found = [
        finding
        for finding in check(text, kind, today=TODAY).findings
        if finding.rule == rule or rule in finding.also
    ]
    for finding in found:
        assert text[finding.start : finding.end] == finding.excerpt
    return [finding.excerpt for finding in found]


def lawful_beside(
    rule: str, unlawful: str, lawful: str, section: str, act: str = "Equality Act 2010"
) -> None:
    """Hold two criteria apart: the one a “must” of `rule` with the law, the other without a word.

    In a person specification, an advert and a job description alike.
    """
    for kind, around in (("ps", essential), ("advert", str), ("all", essential)):
        findings = check(around(unlawful), kind, today=TODAY).findings
        found = [one for one in findings if one.rule == rule]
        assert [one.severity for one in found] == ["must"], (kind, unlawful)
        assert f"{act}, {section}" in found[0].message
        assert found[0].excerpt in unlawful
        assert hits(rule, around(lawful), kind) == [], (kind, lawful)


def essential(*items: str) -> str:
    """Return a person specification with these essential items."""
    return "Person specification\n\nEssential\n" + _listed(items)


def desirable(*items: str) -> str:
    """Return a person specification with these desirable items."""
    return "Person specification\n\nDesirable\n" + _listed(items)


def duties(*items: str) -> str:
    """Return a job description with these main duties."""
    return "Job description\n\nMain duties\n" + _listed(items)


def _listed(items: tuple[str, ...]) -> str:
    return "".join(f"- {item}\n" for item in items)
