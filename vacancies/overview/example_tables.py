"""Tables of the worked example that both a page of the guidance and a document show."""

from dataclasses import dataclass

from kls_portal.documents.document import Grid
from kls_portal.in_words import listed
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.draft import APPLICATION, essential_first
from vacancies.drafting.rules.freezing import thaw


@dataclass(frozen=True)
class Table:
    """A table with one head row, and a note of what it shows or ""."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def grid(self, name: str, widths: tuple[int, ...] = ()) -> Grid:
        """Return it for a document, by a name. widths: of its columns, in millimetres."""
        return Grid(name, self.columns, self.rows, widths)


def week_table(example: Example) -> Table:
    rows = ((row["day"], row["morning"], row["afternoon"]) for row in example.content["week"])
    return Table(("Day", "Morning", "Afternoon"), tuple(rows))


def shortlist_table(example: Example) -> Table:
    """Return each applicant's scores on the criteria assessed by application, essential ones first.

    Invited is who meets every essential criterion, as the guidance on shortlisting says.
    """
    applicants, enough = example.content["shortlist"], example.content["meets"]
    criteria = [row for row in thaw(example.content).criteria if APPLICATION in row.assessed_by]
    scores = {
        row.id: [one["scores"][place] for one in applicants] for place, row in enumerate(criteria)
    }
    essential = [scores[row.id] for row in criteria if row.essential]
    meets = [all(score >= enough for score in one) for one in zip(*essential, strict=True)]
    totals = [sum(one["scores"]) for one in applicants]
    rows = [
        (f"{'Essential' if row.essential else 'Desirable'}: {row.text}", *map(str, scores[row.id]))
        for row in essential_first(criteria)
    ]
    rows.append(("Total", *map(str, totals)))
    invited = ("Yes" if one else "No" for one in meets)
    rows.append(("Meets every essential criterion, so invited", *invited))
    names = [one["name"] for one in applicants]
    note = (
        f"{listed(names)} are made-up applicants. "
        f"The panel agreed that a score of {enough} or more meets a criterion. "
        "It invited everyone who meets every essential criterion, whatever their total."
    )
    return Table(("Criterion", *names), tuple(rows), note)
