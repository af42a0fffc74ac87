"""Reads what ships with the portal: pages, resources, claims and synonyms in `guidance/content`.

Pure but for reading files. The first thing that is wrong is named in one sentence, with file
and line.
"""

from guidance.shipped.claims import ClaimEntry
from guidance.shipped.content import Content, read_content
from guidance.shipped.facts import WrongContentError
from guidance.shipped.pages import PageFile
from guidance.shipped.resources import ResourceEntry

__all__ = [
    "ClaimEntry",
    "Content",
    "PageFile",
    "ResourceEntry",
    "WrongContentError",
    "read_content",
]
