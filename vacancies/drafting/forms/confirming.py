"""The forms of the page to confirm the parts of an old job description."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict

from vacancies.drafting.forms import parts
from vacancies.drafting.forms.text_parts import PARTS, TextPartsForm
from vacancies.drafting.rules.field import Kind
from vacancies.drafting.rules.fields import BY_NAME
from vacancies.drafting.rules.imported import FoundParts, left_in, statements_in
from vacancies.posts.models import Vacancy
from vacancies.reading.old_job import MOST_CRITERIA, MOST_DUTIES, OldJob, fitted

MOST = {"duty": MOST_DUTIES, "criterion": MOST_CRITERIA, "evidence": parts.MOST_EVIDENCE}


class ConfirmForms:
    """The forms of the page, from an old job description or from submitted data.

    checked: whether the page shows errors in submitted data; not while texts are sorted.
    """

    def __init__(
        self, vacancy: Vacancy, data: QueryDict | None = None, job: OldJob | None = None
    ) -> None:
        ticked = data is not None and bool(list(_ticked(data, "left")))
        self.asks_use = ticked and data is not None and not data.get("use")
        self.sorts = data is not None and "sort" in data and not self.asks_use
        self.checked = data is not None and not self.sorts
        data = with_sorted(data) if data is not None else None
        job = fitted(job or OldJob())
        initial = TextPartsForm.initial_of(job, vacancy)
        self.answers = parts.AnswersForManyForm(data)
        self.texts = TextPartsForm(data, vacancy=vacancy, initial=initial)
        duties = _new(job.duties, vacancy.duties.all(), "text", "text", "group", "share")
        evidence = [one for one in vacancy.evidence.all() if one.text]
        self.duties = parts.DutyParts(data, initial=duties, prefix="duty")
        self.criteria = parts.CriterionParts(
            data, initial=_criteria(job, vacancy), prefix="criterion"
        )
        self.evidence = parts.EvidenceParts(
            data,
            initial=_new(job.evidence, evidence, "factor", "factor", "text"),
            prefix="evidence",
        )
        self.left = parts.LeftParts(data, initial=_left(job), prefix="left")
        if data is not None:
            for form in self.criteria:
                form.level_of_all = data.get("level", "")
            for form in self.evidence:
                form.existing = {one.factor: one.text for one in evidence}

    @property
    def all(self) -> tuple[Any, ...]:
        return self.texts, self.duties, self.criteria, self.evidence, self.answers, self.left

    @property
    def formsets(self) -> tuple[Any, ...]:
        """The formsets, whose management forms the page includes."""
        return self.duties, self.criteria, self.evidence, self.left

    @property
    def counts(self) -> FoundParts:
        """How much was found and how much left out."""
        levels = [form["essential"].value() for form in self.criteria]
        groups = {form["group"].value() for form in self.duties}
        return FoundParts(
            texts=[BY_NAME[part.field.name].within for part in self.texts.rows],
            duties=len(self.duties),
            groups=len(groups - {"", None}),
            criteria=len(levels),
            essential=levels.count("True"),
            unknown=levels.count(""),
            evidence=len(self.evidence),
            left=len(self.left),
            statements=sum(bool(form["standard"].value()) for form in self.left),
        )

    @property
    def opens(self) -> dict[str, bool]:
        """Which parts of the page are open: those with errors, or those being sorted."""
        if not self.checked:
            return {"left": self.sorts}
        by_part = {
            "texts": [self.texts],
            "duties": self.duties,
            "criteria": self.criteria,
            "evidence": self.evidence,
            "left": [self.answers],
        }
        return {name: any(form.errors for form in forms) for name, forms in by_part.items()}

    @property
    def found_anything(self) -> bool:
        return bool(self.texts.rows or any(map(len, self.formsets)))

    @property
    def has_new(self) -> bool:
        """Whether anything is ticked to be added to the draft."""
        boxes = [part.box for part in self.texts.rows]
        boxes += [form["take"] for forms in self.formsets[:-1] for form in forms]
        return any(box.value() for box in boxes)

    def is_valid(self) -> bool:
        """Whether all ticked parts can be written. Every form is validated."""
        valid = [form.is_valid() for form in self.all]
        if self.asks_use:
            self.answers.add_error("use", "Choose what the ticked texts are, or untick them")
        return all(valid) and not self.asks_use

    def chosen(self) -> dict[str, Any]:
        """Return the chosen parts as arguments of `import_parts`."""
        return {
            "key": self.texts.cleaned_data["key"],
            "texts": self.texts.texts,
            "duties": _taken(self.duties, "text", "group", "share"),
            "criteria": _taken(self.criteria, "text", "category", "essential", "assessed_by"),
            "evidence": _taken(self.evidence, "factor", "text"),
        }


def _taken(formset: Any, *names: str) -> list[dict[str, Any]]:
    rows = (form.cleaned_data for form in formset)
    return [{name: row[name] for name in names} for row in rows if row.get("take")]


def _ticked(data: QueryDict, prefix: str) -> Iterator[int]:
    return (n for n in range(_total(data, prefix)) if data.get(f"{prefix}-{n}-take"))


def _total(data: QueryDict, prefix: str) -> int:
    sent = data.get(f"{prefix}-TOTAL_FORMS", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 0


def with_sorted(data: QueryDict) -> QueryDict:
    """Return the submitted data with the ticked texts moved to the part chosen for them.

    A text that its list has no room for stays where it was, so that nothing is lost.
    """
    use = data.get("use", "")
    ticked = set(_ticked(data, "left")) if use else set()
    if not ticked:
        return data
    sorted_data = data.copy()
    left = []
    for number in range(_total(data, "left")):
        text = data.get(f"left-{number}-text", "")
        if number not in ticked or not _moved(sorted_data, use, text):
            left.append((text, data.get(f"left-{number}-standard", "")))
        for name in ("take", "text", "standard"):
            sorted_data.pop(f"left-{number}-{name}", None)
    for number, (text, standard) in enumerate(left):
        sorted_data[f"left-{number}-text"], sorted_data[f"left-{number}-standard"] = text, standard
    sorted_data["left-TOTAL_FORMS"] = sorted_data["left-INITIAL_FORMS"] = str(len(left))
    sorted_data["use"] = ""
    return sorted_data


def _moved(data: QueryDict, use: str, text: str) -> bool:
    if use in BY_NAME:
        several = BY_NAME[use].kind is Kind.TEXT
        before = data.get(use, "") if several and data.get(f"take_{use}") else ""
        data[use] = f"{before}\n{text}".strip()
        data[f"take_{use}"] = "on"
        return use in {one.name for one in PARTS}
    levels = {parts.ESSENTIAL: "True", parts.DESIRABLE: "False"}
    row = {"take": "on", "text": text}
    if use == parts.DUTY:
        return _added(data, "duty", row | {"group": ""})
    if use in levels:
        return _added(data, "criterion", row | {"category": "other", "essential": levels[use]})
    return _added(data, "evidence", row | {"factor": use})


def _added(data: QueryDict, prefix: str, row: dict[str, str]) -> bool:
    number = _total(data, prefix)
    if number >= MOST[prefix]:
        return False
    for name, value in row.items():
        data[f"{prefix}-{number}-{name}"] = value
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    return True


def _new(
    pieces: Iterable[Any], stored: Iterable[Any], key: str, *names: str
) -> list[dict[str, Any]]:
    """Return what the forms of parts start with: ticked where no stored row has the same `key`."""
    existing = {getattr(row, key).casefold() for row in stored}
    return [
        {name: getattr(part, name) for name in names}
        | {"take": getattr(part, key).casefold() not in existing}
        for part in pieces
    ]


def _criteria(job: OldJob, vacancy: Vacancy) -> list[dict[str, Any]]:
    names = ("text", "category", "essential", "assessed_by")
    rows = _new(job.criteria, vacancy.criteria.all(), "text", *names)
    for row in rows:
        row["essential"] = "" if row["essential"] is None else str(row["essential"])
        row["assessed_by"] = ",".join(row["assessed_by"])
    return rows


def _left(job: OldJob) -> list[dict[str, Any]]:
    texts = {"": left_in(job), "1": statements_in(job)[1]}
    return [{"text": one, "standard": kind} for kind, left in texts.items() for one in left]
