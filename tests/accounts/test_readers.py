"""What a reader's page keeps, and what goes with a way to a form."""

from django.urls import resolve

from kls_portal.accounts.readers import without_forms
from tests.pages import Page

PAGE = """<html><body><main>
<p class="portal-breakable" id="typed"><a href="/vacancies/1/selection/questions/2/">How?</a></p>
<table><tr><td id="cell"><a href="/vacancies/1/purpose/">Purpose<span
  class="nhsuk-u-visually-hidden">, change it</span></a></td></tr></table>
<p id="sentence">You need someone by May. <a href="/vacancies/1/timeline/plan/">Change this</a></p>
<p id="ended">No one is chosen. <a href="/vacancies/1/timeline/plan/">Choose one</a>.</p>
<ul class="portal-breakable"><li id="action">Purpose <a class="portal-places__action"
  href="/vacancies/1/timeline/plan/">Dismiss</a> of 2027</li></ul>
<h3 id="to-edit" data-to-edit>Change a number</h3>
<p id="partly">Filled. <span data-to-edit>To see how long it took, enter a date.</span></p>
<h2 id="heading">To do</h2>
<details id="fold"><summary>More</summary>
<ul><li><a href="/vacancies/1/post/">Change it</a></li></ul>
<form method="post" action="/vacancies/1/timeline/tasks/own/tick/"><button>Done</button></form>
</details>
<h2>Elsewhere</h2>
<p id="read"><a href="/vacancies/1/draft/">Read it</a></p>
<p id="other"><a href="/vacancies/2/post/">Another</a> <a href="https://a.example/">Out</a></p>
<form id="theirs" method="post" action="/account/stay/"><button>Stay</button></form>
</main></body></html>"""


def test_names_and_what_somebody_typed_stay_and_actions_go():
    page = Page(without_forms(PAGE, resolve("/vacancies/1/selection/questions/")))
    assert [page.text(one) for one in ("#typed", "#cell")] == ["How?", "Purpose"]
    assert page.text("#sentence").endswith("May.")
    assert not {"heading", "fold", "to-edit"} & set(page.ids)
    assert [page.text(one) for one in ("#partly", "#action")] == ["Filled.", "Purpose of 2027"]
    assert page.text("#ended").split(".")[1:] == [""]
    hrefs = [one.get("href") for one in page.all("a")]
    assert hrefs == ["/vacancies/1/draft/", "/vacancies/2/post/", "https://a.example/"]
    assert [form.get("id") for form in page.all("form")] == ["theirs"]
