"""The nine shipped tools are complete, each with a guidance page."""

from pathlib import Path

from django.conf import settings

from vacancies.retention.rules.tools import tools

NINE = {
    "stay-conversation",
    "one-to-one",
    "career-conversation",
    "return-from-leave",
    "recognition",
    "succession-map",
    "shadowing-and-mentoring",
    "professional-registration",
    "exit-conversation",
}


def test_the_nine_tools_are_there():
    assert {tool.id for tool in tools()} == NINE


def test_each_begins_with_the_persons_questions_and_says_when_it_works():
    for tool in tools():
        assert tool.own_questions, tool.id
        assert tool.questions, tool.id
        assert tool.signs, tool.id
        assert tool.source, tool.id
        assert bool(tool.table) == bool(tool.table_rows), tool.id


def test_each_has_a_page_of_guidance_of_its_own_that_leads_to_its_form():
    content = Path(settings.BASE_DIR) / "guidance" / "content"
    for tool in tools():
        page = (content / f"{tool.guide.replace('/', '.')}.md").read_text(encoding="utf-8")
        assert f"(/vacancies/retention/{tool.id}/)" in page, tool.guide
    assert len({tool.guide for tool in tools()}) == len(NINE)
