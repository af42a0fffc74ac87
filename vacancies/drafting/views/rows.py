"""A list of rows on one page, edited in place, with actions on the ticked rows."""

from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import answered
from kls_portal.idempotency import derived_key
from vacancies.drafting.extensions import extensions
from vacancies.drafting.forms.row_set import ADD, DO, DOWN, MERGE, NEW, REMOVE, UP, RowSet
from vacancies.drafting.forms.rows import ROW_SETS
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.services import ordered
from vacancies.drafting.services.drafting import section_of
from vacancies.drafting.services.ordered import bring_back, kept
from vacancies.drafting.services.reviews import said_of
from vacancies.drafting.views.typed import asked_to_check, findings_panel, typed_draft
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import TO_KEEP, is_autosave, posted, said_now, vacancy_edit
from vacancies.posts.services import touch
from vacancies.profiles.services.profiles import profile_to_compare

KEPT = "removed_rows"
NOTHING_TICKED, TICK_TWO = "Tick the ones you want first.", "Tick 2 or more first."
REMOVED = "Someone has removed what you ticked, so nothing has changed."
KEEPS_QUESTIONS = " Its questions are kept. Give them another criterion."
GONE = "There is nothing left to undo."
TOOLS, UNDO = "ticked", "undo"
"""Ids on the page: the actions on ticked rows, and the undo."""


ACTIONS = (
    (REMOVE, "Remove"),
    (MERGE, "Merge into one"),
    (UP, "Move up"),
    (DOWN, "Move down"),
)
"""The actions on ticked rows, with their words."""


def row_urls(prefix: str) -> list[URLPattern]:
    """Return the URL patterns under `prefix`: of each list, and of what brings rows back."""
    return [
        path(f"{prefix}{section}/{end}", partial(view, of=of), name=name)
        for section, of in ROW_SETS.items()
        for end, view, name in (
            ("", edit_rows, SECTIONS[section].page),
            ("undo/", undo_rows, f"{of.form.one}_undo"),
        )
    ]


def _address(vacancy: Vacancy, of: type[RowSet]) -> str:
    return reverse(f"vacancies:{SECTIONS[of.section].page}", args=[vacancy.pk])


@vacancy_edit()
def edit_rows(request: UserRequest, vacancy: Vacancy, of: type[RowSet]) -> HttpResponse:
    """Show a list in order, or change, add, order, merge or remove its rows.

    `?ticked=…`: ids of the rows ticked at first.
    """
    ticked = request.GET.get("ticked", "").split(",")
    rows = of(posted(request), vacancy=vacancy, ticked=ticked)
    if request.method == "POST" and not asked_to_check(request):
        if rows.is_valid():
            _save(vacancy, rows)
            if is_autosave(request):
                return _saved(vacancy, rows)
            return _done(request, vacancy, rows)
        if is_autosave(request):
            return _not_saved(rows)
    said = said_of(vacancy)
    for form in rows.forms:
        form.said = said.get(f"{form.one}-{form.instance.pk}")
    typed = typed_draft(vacancy, of.section, request.POST)[0] if rows.is_bound else None
    offer = request.session.get(KEPT, {})
    context = {
        "vacancy": vacancy,
        "rows": rows,
        "one": of.form.one,
        "tools": ACTIONS,
        "undo_page": f"vacancies:{of.form.one}_undo",
        "undo": offer if offer.get("token") == request.GET.get("undo", "") else None,
        "section": section_of(vacancy, of.section),
        "copied_wording": extensions.copied_wording(vacancy, of.section),
        "profile_to_compare": profile_to_compare(vacancy.profile),
        "panel": findings_panel(vacancy, of.section, rows, draft=typed),
    }
    return render(request, f"vacancies/drafting/{SECTIONS[of.section].page}.html", context)


def _save(vacancy: Vacancy, rows: RowSet) -> None:
    key = rows.management_form.cleaned_data["key"]
    for form in rows.to_write:
        if form.instance.pk:
            form.save()
            touch(vacancy)
            continue
        row_key = derived_key(key, form.name)
        form.instance = (
            ordered.find_same(rows.model(), vacancy, form.values)
            or (ordered.add_row(rows.model(), vacancy, row_key, form.values)[0])
        )
    if rows.order_wanted:
        ordered.reorder(model=rows.model(), vacancy=vacancy, order=rows.order_wanted)


def _saved(vacancy: Vacancy, rows: RowSet) -> JsonResponse:
    fields = {}
    for form in rows.to_write:
        fields[form.add_prefix("version_token")] = form.version_token_now()
        fields[form.add_prefix("stored_as")] = str(form.instance.pk)
    names = {form.instance.pk: form.name for form in rows.forms if form.instance.pk}
    stored = [row.pk for row in rows.form.shown_order(rows.model().objects.filter(vacancy=vacancy))]
    order = [names[pk] for pk in stored if pk in names]
    fields["order"] = ",".join([*order, *(name for name in rows.names if name not in order)])
    fields["version_token"] = ",".join(map(str, stored))
    return JsonResponse({"saved_at": said_now(), "version_token": fields})


def _not_saved(rows: RowSet) -> JsonResponse:
    wrong = [
        str(sentence).removesuffix(".")
        for form in rows.forms
        for sentences in form.errors.values()
        for sentence in sentences
    ]
    meanwhile = rows.changed_meanwhile
    if meanwhile and len(wrong) == sum(bool(form.changed_meanwhile) for form in rows.forms):
        fields = {form.add_prefix("version_token"): form.stored_digest for form in rows.forms}
        listed = [(one.label, one.stored, one.plain_spans) for one in meanwhile]
        return JsonResponse({"changed_meanwhile": listed, "version_token": fields})
    asks = any("keep_words" in form.fields for form in rows.forms)
    wrong += [*rows.non_form_errors(), *[TO_KEEP] * asks]
    return JsonResponse({"errors": {"": wrong}})


def _done(request: UserRequest, vacancy: Vacancy, rows: RowSet) -> HttpResponse:
    do, page = request.POST.get(DO, ""), _address(vacancy, type(rows))
    ticked = [form.instance for form in rows.ticked_forms]
    if do == ADD:
        return answered(request, f"Saved. Write the next {rows.form.one}.", page, row=f"row-{NEW}")
    if do not in (REMOVE, MERGE, UP, DOWN):
        return answered(request, f"You saved “{SECTIONS[rows.section].name}”.", vacancy)
    if len(ticked) < (2 if do == MERGE else 1):
        words = TICK_TWO if do == MERGE else NOTHING_TICKED
        if any(form.is_ticked and form.removed_meanwhile for form in rows.forms):
            words = REMOVED
        return answered(request, words, page, row=TOOLS, level=messages.WARNING)
    if do in (UP, DOWN):
        moved = ordered.move(vacancy=vacancy, rows=ticked, direction=do)
        address = f"{page}?ticked={','.join(str(row.pk) for row in ticked)}"
        return answered(request, ordered.moved_words(ticked, moved), address, row=TOOLS)
    return _taken_out(request, vacancy, type(rows), ticked, merges=do == MERGE)


def _taken_out(
    request: UserRequest, vacancy: Vacancy, of: type[RowSet], ticked: list[Any], *, merges: bool
) -> HttpResponse:
    page, before = _address(vacancy, of), kept(ticked)
    said, merged = of.counted(len(ticked)), ""
    if merges:
        try:
            merged = ordered.merge(rows=ticked).text
        except ValueError as reason:
            return answered(request, str(reason), page, row=TOOLS, level=messages.WARNING)
    else:
        for row in ticked:
            ordered.remove(row=row)
    token = uuid4().hex
    request.session[KEPT] = {
        "token": token,
        "section": [vacancy.pk, of.section],
        "rows": before,
        "merged": merged,
    }
    asked = any(row["links"].get("questions") for row in before) and not merges
    words = f"You {'merged' if merges else 'removed'} {said}.{KEEPS_QUESTIONS * asked}"
    return answered(request, words, f"{page}?undo={token}", row=UNDO)


@require_POST
@vacancy_edit()
def undo_rows(request: UserRequest, vacancy: Vacancy, of: type[RowSet]) -> HttpResponse:
    kept = request.session.get(KEPT, {})
    page = _address(vacancy, of)
    right = [vacancy.pk, of.section, request.POST.get("token")]
    if [*kept.get("section", ()), kept.get("token")] != right:
        return answered(request, GONE, page, row=TOOLS, level=messages.WARNING)
    rows, merged = kept["rows"], kept["merged"]
    bring_back(vacancy=vacancy, model=of.model(), rows=rows, merged=merged)
    del request.session[KEPT]
    words = f"You brought back {of.counted(len(rows))}."
    return answered(request, words, page, row=f"row-{rows[0]['id']}")
