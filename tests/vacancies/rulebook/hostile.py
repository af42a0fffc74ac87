"""Pieces of text that, repeated, make a careless check slow."""

HOSTILE = {
    "spaces": " ",
    "line ends": "\n",
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "words": "or the ",
    "years": "2 years or 3 to ",
    "dates": "1 may 2026 closing date 1",
    "quotes": "“a",
    "straight quotes": '" ',
    "stops": "e.g. a.b. ",
    "hyphens": "a-",
    "bullets": "- 1.1.1) ",
    "tabs": "e\td\t\n",
    "brackets": "(ABC (",
    "pounds": "£1 to £",
    "pronouns": "he/she his or ",
    "interviews": "interview ",
    "addresses": "a@a.",
    "headings": "essential criteria and and ",
    "from right to left": "\u202eשלום عمل ",
}

# Those that made the whole check, the import or the search for personal data slow, not one pattern.
WHOLE = {
    "short lines": "\n-",
    "numbered lines": "1.\n",
    "blank lines": "  \n",
    "cells": "•\t",
    "cells and lines": "a\tb\n",
    "bars": "|\n",
    "items": "\n- a\n",
    "headings alone": "Duties\n",
    "columns": "Essential\tDesirable\n",
    "marked columns": "essential/desirable\t",
    "levels": ". Essential: a. Desirable: b",
    "labels": "A: ",
    "capitals in one line": "ABC ",
    "shouted": "GREEN ",
    "spaces that do not break": "\u00a0",
    "abbreviations": "e.g. ",
    "initials": "J Smith ",
    "titles": "Dr ",
    "telephones": "01632 960001 ",
    "web addresses": "http://a.uk/b ",
    "brackets open": "(",
    "quote": '"',
}


def repeated(unit: str, length: int) -> str:
    """Return `unit` again and again, `length` characters in all."""
    return (unit * (length // len(unit) + 1))[:length]
