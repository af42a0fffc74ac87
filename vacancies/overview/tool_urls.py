"""URL patterns under /tools/."""

from kls_portal.addresses import pages
from vacancies.overview import tools

app_name = "tools"
urlpatterns = pages(
    {
        "": tools.tool_list,
        "examples/": tools.worked_example_list,
        "examples/<slug:code>/": tools.worked_example_detail,
        "examples/<slug:code>/job-description.<document:kind>": tools.worked_example_file,
        "examples/<slug:code>/<slug:name>.<document:kind>": tools.example_document_file,
    }
)
