"""Addresses below /tools/."""

from django.urls import path

from vacancies.overview import tools

app_name = "tools"
urlpatterns = [
    path("", tools.tool_list, name="tool_list"),
    path("examples/", tools.worked_example_list, name="worked_example_list"),
    path("examples/<slug:code>/", tools.worked_example_detail, name="worked_example_detail"),
    path(
        "examples/<slug:code>/job-description.<document:kind>",
        tools.worked_example_file,
        name="worked_example_file",
    ),
]
