"""Reads what ships with the portal in `guidance/content`: pages, resources, claims, news …

Pure but for reading files. The first thing that is wrong is named in one sentence, with file
and line.
"""

from guidance.shipped.claims import ClaimEntry
from guidance.shipped.content import Content, read_content
from guidance.shipped.facts import WrongContentError
from guidance.shipped.networks import NetworkEntry
from guidance.shipped.pages import PageFile
from guidance.shipped.resources import ResourceEntry
from guidance.shipped.synonyms import SynonymEntry
from guidance.shipped.updates import UpdateFile

__all__ = [
    "ClaimEntry",
    "Content",
    "NetworkEntry",
    "PageFile",
    "ResourceEntry",
    "SynonymEntry",
    "UpdateFile",
    "WrongContentError",
    "read_content",
]
