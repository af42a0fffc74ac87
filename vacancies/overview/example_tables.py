"""Tables of the worked example that both a page of the guidance and a document show."""

from dataclasses import dataclass

from kls_portal.documents.document import Bullets, Grid, Run
from kls_portal.in_words import listed
from kls_portal.reference.bindings import HOME
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.draft import APPLICATION, essential_first
from vacancies.drafting.rules.freezing import thaw
from vacancies.posts.services import pay_for


@dataclass(frozen=True)
class Table:
    """A table with one head row, and a note of what it shows or "".

    Without columns it is a list, whose rows are names and texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def grid(self, name: str, widths: tuple[int, ...] = ()) -> Grid:
        """Return it for a document, by a name. widths: of its columns, in millimetres."""
        return Grid(name, self.columns, self.rows, widths)

    def bullets(self) -> Bullets:
        """Return a list for a document."""
        lines = ((Run(f"{name}: ", bold=True), Run(text)) for name, text in self.rows)
        return Bullets(tuple(lines))


def written_table(example: Example, name: str) -> Table:
    """Return a part that was written for one page, with what it takes from other content."""
    part = next(one for one in example.content["parts"] if one["name"] == name)
    pay = pay_for(example.band, thaw(example.content).hours, HOME)
    values = {**example.content["draft"], **example.content, "pay": pay.full or "[pay]"}
    columns, *rows = (
        tuple(cell.format_map(values) for cell in row) for row in (part["columns"], *part["rows"])
    )
    return Table(columns, tuple(rows), part["note"].format_map(values))


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
