"""An editor keeps the guidance, the profiles and the checklist true, and readers see it at once."""

import pytest
from django.urls import reverse

from guidance.models import Page
from tests.conftest import PASSWORD
from tests.journeys.visitor import Visitor
from vacancies.models import Profile


def signed_in(visitor: Visitor, name: str) -> Visitor:
    visitor.goto(f"{reverse('account_login')}?next={reverse('admin:index')}")
    visitor.type("Email address", f"{name}@test.example")
    visitor.type("Password", PASSWORD)
    visitor.press("Sign in")
    return visitor


@pytest.mark.thorough
def test_an_editor_changes_a_page_and_a_reader_sees_it(site, visit):
    reader, editor = visit(), signed_in(visit(), "editor")
    reader.goto("/recruiting/interviews/")
    editor.follow("Pages", within="#content-main")
    editor.reach(editor.page.locator("#searchbar"))
    editor.page.keyboard.insert_text("interviews")
    editor.page.keyboard.press("Enter")
    editor.follow("Interviews", within="#result_list")
    text = editor.page.get_by_role("textbox", name="Text")
    editor.reach(text)
    editor.page.keyboard.press("Control+Home")
    editor.page.keyboard.insert_text("Ask the same questions of everybody. ")
    editor.type("Title:", "Fair interviews")
    editor.press("Publish now")
    editor.sees("Published. Readers see this text now.")
    reader.goto("/recruiting/interviews/")
    reader.sees("Fair interviews")
    reader.sees("Ask the same questions of everybody.")
    assert Page.objects.get(path="recruiting/interviews").revisions.count() == 2


@pytest.mark.thorough
def test_an_editor_mends_a_profile(site, visit):
    editor = signed_in(visit(), "editor")
    profile = Profile.objects.get(code="ILL-LIB-5")
    editor.goto(reverse("admin:vacancies_profile_change", args=[profile.pk]))
    editor.reach(editor.page.locator(".inline-group summary").first)
    editor.page.keyboard.press("Enter")
    editor.reach(editor.page.get_by_label("Level or range:").first)
    editor.page.keyboard.press("Control+A")
    editor.page.keyboard.insert_text("9")
    editor.press("Save")
    editor.sees("levels here go from 1 to 6")
    editor.reach(editor.page.get_by_label("Level or range:").first)
    editor.page.keyboard.press("Control+A")
    editor.page.keyboard.insert_text("4-5a")
    editor.press("Save")
    editor.sees("was changed successfully")
    reader = visit()
    reader.goto(reverse("vacancies:profile_detail", args=["ILL-LIB-5"]))
    reader.sees("4-5a")
