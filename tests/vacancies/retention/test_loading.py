"""The tools that come with the portal: each of the nine, whole, with a page to read."""

from pathlib import Path

from django.conf import settings

from vacancies.retention.loading import tools

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


def test_each_has_its_page_of_guidance():
    content = Path(settings.BASE_DIR) / "guidance" / "content"
    for tool in tools():
        assert (content / f"{tool.guide.replace('/', '.')}.md").is_file(), tool.guide
