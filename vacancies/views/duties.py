"""The duties of a post: add, change, move, remove."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from vacancies.forms.duty import DutyForm, NewDutyForm
from vacancies.services.drafting import sections_of
from vacancies.services.ordered import add_duty, move, remove, touch
from vacancies.services.profiles import beside
from vacancies.views.fetch import posted, vacancy_or_404

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
def duty_list(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Show the duties in order, and add one at the end."""
    vacancy = vacancy_or_404(request, vacancy_id)
    form = NewDutyForm(posted(request))
    if request.method == "POST" and form.is_valid():
        add_duty(vacancy=vacancy, **form.cleaned_data)
        messages.success(request, "You added a duty.")
        return redirect("vacancies:duty_list", vacancy.pk)
    context = {
        "vacancy": vacancy,
        "section": next(s for s in sections_of(vacancy) if s.slug == "duties"),
        "form": form,
        "beside": beside(vacancy.profile),
    }
    return render(request, "vacancies/duty_list.html", context)


@require_http_methods(GET_AND_POST)
def duty_edit(request: HttpRequest, vacancy_id: int, duty_id: int) -> HttpResponse:
    """Change the words of a duty."""
    vacancy = vacancy_or_404(request, vacancy_id)
    duty = get_object_or_404(vacancy.duties, pk=duty_id)
    form = DutyForm(posted(request), instance=duty)
    if request.method == "POST" and form.is_valid():
        form.save()
        touch(vacancy)
        messages.success(request, "You changed the duty.")
        return redirect("vacancies:duty_list", vacancy.pk)
    context = {"vacancy": vacancy, "duty": duty, "form": form, "beside": beside(vacancy.profile)}
    return render(request, "vacancies/duty_edit.html", context)


@require_POST
def duty_move(request: HttpRequest, vacancy_id: int, duty_id: int, direction: str) -> HttpResponse:
    """Move a duty one place up or down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    move(row=get_object_or_404(vacancy.duties, pk=duty_id), direction=direction)
    return redirect("vacancies:duty_list", vacancy.pk)


@require_http_methods(GET_AND_POST)
def duty_remove(request: HttpRequest, vacancy_id: int, duty_id: int) -> HttpResponse:
    """Remove a duty, once the person has confirmed. Criteria linked to it stay."""
    vacancy = vacancy_or_404(request, vacancy_id)
    duty = get_object_or_404(vacancy.duties.prefetch_related("criteria"), pk=duty_id)
    if request.method == "POST":
        remove(row=duty)
        messages.success(request, "You removed the duty.")
        return redirect("vacancies:duty_list", vacancy.pk)
    return render(request, "vacancies/duty_remove.html", {"vacancy": vacancy, "duty": duty})
