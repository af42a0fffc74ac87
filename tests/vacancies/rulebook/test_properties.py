"""What holds for every text."""

from hypothesis import given
from hypothesis import strategies as st

from vacancies.rulebook.check import Report, check
from vacancies.rulebook.document import KINDS
from vacancies.rulebook.finding import SEVERITIES
from vacancies.rulebook.registry import TEXT_RULES

PIECES = [
    "Essential\n",
    "Desirable:\r\n",
    "Person specification\n\n",
    "Main duties\r",
    "- ",
    "• ",
    "A degree",
    "or equivalent experience",
    "two years of experience",
    " (E)\n",
    " (D)\n",
    "\t",
    "Criteria\tEssential\tDesirable\n",
    "E/D",
    "\v",
    "He runs the LMS",
    "“utilise”",
    "£29,970",
    "Closing date: 3 July",
    "Closing date: 31/2/26",
    "Interview: 0/0/0",
    "dynamic ",
    "NHS ",
    ". ",
    "e.g. ",
    "Job title: KLS Ninja\n",
    "Job purpose: ",
    "\u2028",
    "\x85",
    "\x00",
    "İ",
    "ß",
    "ﬁ",
    "\u202eabc",
    "שלום ",
    "lift boxes ",
    "you ",
    "home working ",
    "Physical effort\n",
    "\ud800",
    "Freedom to act\n",
    "Mental effort\n",
    "Working conditions\n",
    "(",
    ")",
    "’",
    '"',
]
TEXTS = st.one_of(
    st.text(alphabet=st.characters(), max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
KIND = st.sampled_from(KINDS)


def _sound(text: str, report: Report) -> None:
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.excerpt
        assert finding.severity in SEVERITIES
        assert finding.message
        assert finding.source
        assert finding.rule not in finding.also
        assert not set(finding.also) - set(TEXT_RULES.judges)


@given(TEXTS, KIND)
def test_any_text_gives_a_sound_report(text, kind):
    _sound(text, check(text, kind))


@given(TEXTS, KIND)
def test_the_same_text_gives_the_same_report(text, kind):
    assert check(text, kind) == check(text, kind)


@given(TEXTS, KIND)
def test_findings_stand_in_order_of_place(text, kind):
    places = [(finding.start, finding.end) for finding in check(text, kind).findings]
    assert places == sorted(places)


@given(TEXTS, KIND)
def test_the_summary_counts_the_findings(text, kind):
    report = check(text, kind)
    summary = report.summary
    assert summary.must + summary.should + summary.could == len(report.findings)
    assert (summary.reading_age is None) == (summary.sentences == 0)


@given(TEXTS)
def test_switching_every_rule_off_leaves_nothing(text):
    assert check(text, switched_off=set(TEXT_RULES.judges)).findings == ()
