"""What a tool to keep staff is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    """A conversation, map or offer with a form to prepare.

    own_questions: what the person asks themselves first; questions: what both talk over. table:
    heads of a table to fill in, () for none. months: between two of them in a year's rhythm, 0
    where an event alone calls for it. first: months from the start of the year to the first of
    them. in_year: what the calendar then says, "" for the name; an event calls for the talk itself.
    guide: path of the guidance page. `confirmed` says whether the idea was read in the source;
    how often and in which month it is done is a house default throughout.
    """

    id: str
    name: str
    purpose: str
    who: str
    how_often: str
    months: int
    first: int
    own_questions: tuple[str, ...]
    questions: tuple[str, ...]
    signs: tuple[str, ...]
    caution: str
    guide: str
    source: str
    confirmed: bool
    table_name: str = ""
    table: tuple[str, ...] = ()
    table_rows: int = 0
    in_year: str = ""

    @property
    def year_words(self) -> str:
        """Return what a year's calendar says of it."""
        return self.in_year or self.name


@dataclass(frozen=True)
class Preparation:
    """What a manager settled for one form; nothing of it is stored.

    post: a job title or "". questions: those chosen; more: questions of their own.
    """

    tool: Tool
    questions: tuple[str, ...]
    post: str = ""
    organisation: str = ""
    more: tuple[str, ...] = ()
