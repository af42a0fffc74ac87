"""Searches the guidance: `manage.py search_guidance WORDS… [--format json]`."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandParser

from guidance.search.answer import Answer, answer
from kls_portal.plain_command import PlainCommand, wrong


class Command(PlainCommand):
    help = "Search the guidance, with the same answers as the search page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs="*", help="what to look for")
        self.add_format(parser)

    def handle(self, *_: Any, words: list[str], format: str, **__: Any) -> None:
        answered = answer(" ".join(words))
        if not answered.asked:
            raise wrong("Give at least one word to look for, such as: search_guidance interviews.")
        results = [
            {"title": result.title, "address": result.address, "score": result.score}
            for result in answered.results
        ]
        self.answer(format, {"results": results}, _lines(answered))


def _lines(answered: Answer) -> Iterator[str]:
    if answered.is_respelt:
        yield f"Showing results for “{answered.spelt}”."
    yield from (f"{result.title}\n  {result.address}" for result in answered.results)
    if not answered.results:
        yield "No page of the guidance answers this."
