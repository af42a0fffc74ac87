"""Drafts of every shape, for hypothesis."""

from decimal import Decimal

from hypothesis import strategies as st

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft

# What JSON holds: any text but lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WRITTEN = TEXT.filter(bool)
IDS = st.integers(1, 2**31)
DATES = st.none() | st.dates()
DUTIES = st.builds(
    Duty, id=IDS, text=WRITTEN, group=TEXT, share=st.none() | st.integers(1, 100), area=TEXT
)
CRITERIA = st.builds(
    Criterion,
    id=IDS,
    category=TEXT,
    essential=st.booleans(),
    text=WRITTEN,
    assessed_by=st.lists(TEXT, max_size=4).map(tuple),
    duties=st.lists(IDS, max_size=4).map(tuple),
)


def _rows(rows):
    return st.lists(rows, max_size=6, unique_by=lambda row: row.id).map(tuple)


DRAFTS = st.builds(
    Draft,
    **dict.fromkeys(("title", "band", "profile", "contract", "place", "purpose", "decides"), TEXT),
    hours=st.none() | st.decimals(Decimal(1), Decimal(48), places=2),
    opens_on=DATES,
    starts_on=DATES,
    duties=_rows(DUTIES),
    criteria=_rows(CRITERIA),
)
