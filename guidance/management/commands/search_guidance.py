"""Searches the guidance: `manage.py search_guidance WORDS… [--format json]`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from guidance.search import Answer, answer
from kls_portal.plain_command import PlainCommand

WRONG_INPUT = 2
FORMATS = ("text", "json")


class Command(PlainCommand):
    help = "Search the guidance, with the same answers as the search page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="*", help="what to look for")
        parser.add_argument("--format", default="text", help="text (default) or json")

    def handle(self, *_: Any, words: list[str], format: str, **__: Any) -> None:
        """Print the pages found, best first. Invalid input ends with status 2."""
        if format not in FORMATS:
            raise CommandError(
                f"“{format}” is not a format: use text or json.", returncode=WRONG_INPUT
            )
        answered = answer(" ".join(words))
        if not answered.asked:
            raise CommandError(
                "Give at least one word to look for, such as: search_guidance interviews.",
                returncode=WRONG_INPUT,
            )
        self.stdout.write(_as_json(answered) if format == "json" else _as_text(answered))


def _as_json(answered: Answer) -> str:
    results = [
        {"title": result.title, "address": result.address, "score": result.score}
        for result in answered.results
    ]
    return json.dumps({"results": results}, ensure_ascii=False, indent=2)


def _as_text(answered: Answer) -> str:
    lines = [f"Showing results for “{answered.spelt}”."] if answered.is_respelt else []
    lines += [f"{result.title}\n  {result.address}" for result in answered.results]
    return "\n".join(lines) or "No page of the guidance answers this."
