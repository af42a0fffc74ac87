"""The gallery: every component and every state of every form field on one page.

Served at `/components/` while DEBUG is on.
"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from kls_portal.gallery_forms import every_state
from kls_portal.parts import Action, Link, Row, Task, folds
from kls_portal.public import public
from kls_portal.statuses import STATUSES

LINKS = [Link("Home", "/"), Link("Recruiting", "/recruiting/")]
CARDS = [
    Link("Write a job description", "#cards", "Start from what the work is."),
    Link("Plan an induction", "#cards", "The first day, week and months."),
    Link("Check an advert", "#cards"),
]
TASKS = [
    Task("The post", "#tasks", status="complete"),
    Task("Duties", "#tasks", "What the person does, 8 to 15 lines", "incomplete"),
    Task("Person specification", "#tasks"),
    Task("Advert", hint="After the person specification", status="cannot-start"),
]
STAGES = [Task("Describe"), Task("Choose"), Task("Welcome")]
ROWS = [
    Row("Job title", "Library services manager", Action("Change", "#rows", "job title")),
    Row(
        "Hours",
        format_html("37.5 a week<br>{}", "Monday to Friday"),
        Action("Change", "#rows", "hours"),
        Action("Clear", "#rows", "hours"),
    ),
    Row("Organisation", "Northfield NHS Trust"),
]
TABLE = {
    "head": ["Factor", "Level", "Points"],
    "rows": [["Communication", "4", "32"], ["Knowledge", "5", "120"], ["Planning", "3", "27"]],
}
COLOURS = [
    *("white", "grey", "green", "aqua-green", "blue"),
    *("purple", "pink", "red", "orange", "yellow"),
]


@public
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component, and every field in each of its states."""
    samples = {
        "links": LINKS,
        "cards": CARDS,
        "tasks": TASKS,
        "stages": STAGES,
        "shares": (40, 35, 25),
        "folds": folds(range(1, 9), ("factor", "factors"), 1, most=7),
        "rows": ROWS,
        "table_sample": TABLE,
        "colours": COLOURS,
        "statuses": STATUSES,
        "page": Paginator(range(200), 10).page(7),
        **every_state(),
    }
    return render(request, "gallery/gallery.html", samples)


urlpatterns = [path("", gallery, name="gallery")]
